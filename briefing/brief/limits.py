"""What holds the split in its place: what a decision could change in the briefing itself, the rest in an annex."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.briefing.brief.in_units import units_beside, why_in_units
from flessenhals.briefing.brief.run import InUnits
from flessenhals.briefing.document.document import Bullets, DataTable
from flessenhals.briefing.results.bottlenecks.bottlenecks import constraints_table
from flessenhals.briefing.results.bottlenecks.findings import decisive, undecisive, with_effect
from flessenhals.briefing.results.bottlenecks.ratios import ratio_findings, ratios_table
from flessenhals.briefing.results.large import is_large
from flessenhals.briefing.results.missing import missing_findings
from flessenhals.briefing.text.naming import constraint_name, cut_short, line_name, measured_in
from flessenhals.briefing.text.numbers import money
from flessenhals.briefing.text.told import tell
from flessenhals.briefing.text.words import listed, say
from flessenhals.solver.claims.proposal import Breaks, CannotBeUsed, Keeps

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flessenhals.briefing.brief.run import Run
    from flessenhals.briefing.document.document import Block
    from flessenhals.briefing.text.language import Language
    from flessenhals.briefing.text.told import Told
    from flessenhals.solver.comparison.comparison import Comparison
    from flessenhals.solver.sensitivity.bottlenecks import Bottlenecks

MOST, NAMED = 5, 6


def why(run: Run, language: Language) -> tuple[Block, ...]:
    """What binds and would help, five findings at most, and what is wrong with the proposal."""
    found = run.bottlenecks
    if isinstance(found, InUnits):
        proposal = tuple(_of_proposals(run, language))
        return (*why_in_units(run, found, MOST, language), *([Bullets(proposal)] if proposal else []))
    told = [*decisive(found, language), *ratio_findings(found, language, holding=True)][:MOST]
    explained = [say("explained", language)] if told else []
    elsewhere = [say("limits elsewhere", language)] if _limits(found, language) else []
    absent = missing_findings(run.plan, found.missing, language)
    return (Bullets((*told, *_of_proposals(run, language), *explained, *absent, *elsewhere)),)


def limits(run: Run, language: Language) -> tuple[Block, ...]:
    """Every other constraint without room, what each one costs, and what other ratios would do."""
    found = run.bottlenecks
    if isinstance(found, InUnits):
        _, rest = units_beside(found, MOST, language)
        return (Bullets(rest),) if rest else ()
    blocks: list[Block] = []
    told = _limits(found, language)
    if told:
        blocks.append(Bullets(tuple(told)))
    if with_effect(found):
        blocks.append(DataTable("limits", constraints_table(found, language)))
    if found.ratios:
        blocks.append(DataTable("ratios", ratios_table(found, language)))
    return tuple(blocks) if told else ()


def _limits(found: Bottlenecks, language: Language) -> list[str]:
    """What is left for the annex, in sentences."""
    ranked = [*decisive(found, language), *ratio_findings(found, language, holding=True)]
    holding = set(ranked)
    others = [] if is_large(found) else [each for each in ratio_findings(found, language) if each not in holding]
    return [*ranked[MOST:], *undecisive(found, language), *others]


def _of_proposals(run: Run, language: Language) -> Iterator[Told]:
    """What of the rules each proposal breaks, and what of it cannot be used; of several each by its name."""
    for found in run.compared:
        name = "the proposal" if len(run.compared) == 1 else "proposal called"
        yield from _of_the_proposal(found, say(name, language, name=found.proposal.name), language)


def _of_the_proposal(found: Comparison, called: str, language: Language) -> Iterator[Told]:
    """A sentence for each way in which it breaks what holds, and one on what cannot be used."""
    plan, given = found.plan, tuple(found.proposal.amounts.items())
    subject = called[:1].upper() + called[1:]
    if not found.violations:
        yield tell("proposal keeps", language, [Keeps(found.ceiling, given)], proposal=subject)
    breaks = Breaks(found.ceiling, given, tuple((each.row, each.shortfall) for each in found.violations))
    broken: dict[str, list[str]] = {}
    for row, shortfall in found.violations:
        rule = "proposal exceeds" if row.sense == "<=" else "proposal breaks"
        size = money(shortfall, measured_in(plan, row), language)
        name = constraint_name(plan, row.id, language)
        told = size if row.kind == "ceiling" else say("broken by so much", language, name=name, size=size)
        broken.setdefault(rule if row.id.is_rule else f"proposal breaks {row.kind}", []).append(told)
    for key, names in broken.items():
        shown = listed(cut_short(names, NAMED, language), language)
        yield tell(key, language, [breaks], proposal=subject, names=shown)
    if found.stranded:
        total = sum(found.stranded.values(), start=Fraction(0))
        lines = [line_name(plan, line, language) for line in plan.lines if line.id in found.stranded]
        names = cut_short(lines, NAMED, language)
        stranded = CannotBeUsed(given, tuple(found.stranded.items()))
        key = "proposal strands above" if found.above_maximum else "proposal strands"
        size = money(total, plan.unit, language)
        yield tell(key, language, [stranded], proposal=called, size=size, names=listed(names, language))
