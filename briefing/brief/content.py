"""A run as a document: its sections in order, in one language."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.briefing.brief.assumptions import assumptions
from flessenhals.briefing.brief.firmness import firmness
from flessenhals.briefing.brief.measures import measures, unit_of
from flessenhals.briefing.brief.message import message
from flessenhals.briefing.brief.rounding import rounding
from flessenhals.briefing.brief.since import since
from flessenhals.briefing.brief.traceability import sources, traceability
from flessenhals.briefing.document.document import Bullets, DataTable, Document, Properties, Section
from flessenhals.briefing.results.bottlenecks import findings
from flessenhals.briefing.results.missing import missing_findings
from flessenhals.briefing.results.ratios import ratio_findings
from flessenhals.briefing.text.language import text
from flessenhals.briefing.text.naming import constraint_name, line_name, measured_in, scenario_name, yearly
from flessenhals.briefing.text.numbers import money
from flessenhals.briefing.text.told import tell
from flessenhals.briefing.text.words import listed, say
from flessenhals.solver.claims.proposal import Breaks, CannotBeUsed, Keeps

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flessenhals.briefing.brief.run import Run
    from flessenhals.briefing.document.document import Block
    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.comparison.comparison import Comparison


def brief_document(run: Run, language: Language) -> Document:
    """The briefing on one ceiling: the message, the measures, why, how firm, what it rests on, where it comes from.

    Args:
        run: everything that was worked out.
        language: of every text and number.
    """
    plan, made = run.plan, run.provenance
    ceiling = yearly(run.allocation.available, plan.unit, language)
    date = f"{made.created.day} {say('months', language).split()[made.created.month - 1]} {made.created.year}"
    subtitle = say("brief subtitle", language, ceiling=ceiling, date=date)
    if plan.scenario is not None:
        subtitle += " · " + scenario_name(plan, plan.scenario, language)
    sections = [
        Section(key, f"{number}. {say(f'brief {key}', language)}", blocks)
        for number, (key, build) in enumerate(NUMBERED.items(), start=1)
        if (blocks := build(run, language))
    ]
    annexes = [
        Section(f"annex-{key}", say(f"annex {key}", language), blocks, annex=True)
        for key, build in ANNEXES.items()
        if (blocks := build(run, language))
    ]
    return Document(
        title=text(plan.title, language, plan.id),
        subtitle=subtitle,
        language=language,
        properties=Properties(
            subject=say("brief subject", language, ceiling=ceiling),
            keywords=tuple(say("brief keyword", language).split(", ")),
            creator=f"Flessenhals {made.version}",
            created=made.created,
        ),
        sections=(*sections, *annexes),
    )


def why(run: Run, language: Language) -> tuple[Block, ...]:
    """What binds, what it costs and what would help, a sentence each."""
    found = run.bottlenecks
    told: tuple[str, ...] = (*findings(found, language), *ratio_findings(found, language))
    absent = missing_findings(run.plan, found.missing, language)
    told = (*told, *_of_the_proposal(run.comparison, language), say("explained", language), *absent)
    return (Bullets(told),)


def spread(run: Run, language: Language) -> tuple[Block, ...]:
    """How far the amounts of each line lie apart in the draws, where draws were asked."""
    if run.simulation is None:
        return ()
    from flessenhals.briefing.results.simulation.simulation import spread_table  # noqa: PLC0415 - few briefings need it

    table = spread_table(run.simulation, language)
    caption = say("spread caption", language, unit=unit_of(run.plan, language))
    return (DataTable("spread", table._replace(title=caption, notes=())),)


def _of_the_proposal(found: Comparison | None, language: Language) -> Iterator[str]:
    """What of the rules the proposal breaks, and what of it would be stranded."""
    if found is None:
        return
    plan, given = found.plan, tuple(found.proposal.amounts.items())
    if not found.violations:
        yield tell("proposal keeps", language, [Keeps(found.ceiling, given)])
    breaks = Breaks(found.ceiling, given, tuple((each.row, each.shortfall) for each in found.violations))
    for row, shortfall in found.violations:
        rule = "proposal exceeds" if row.sense == "<=" else "proposal breaks"
        key = rule if row.id.is_rule else f"proposal breaks {row.kind}"
        name = constraint_name(plan, row.id, language)
        yield tell(key, language, [breaks], name=name, size=money(shortfall, measured_in(plan, row), language))
    if found.stranded:
        total = sum(found.stranded.values(), start=Fraction(0))
        names = listed([line_name(plan, line, language) for line in plan.lines if line.id in found.stranded], language)
        stranded = CannotBeUsed(given, tuple(found.stranded.items()))
        key = "proposal strands above" if found.above_maximum else "proposal strands"
        yield tell(key, language, [stranded], size=money(total, plan.unit, language), names=names)


NUMBERED = {
    "message": message,
    "measures": measures,
    "why": why,
    "firmness": firmness,
    "assumptions": assumptions,
    "traceability": traceability,
    "since": since,
}
ANNEXES = {"sources": sources, "rounding": rounding, "spread": spread}
