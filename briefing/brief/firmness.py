"""How firm the answer is: other ceilings, how far its course holds, and other readings of the plan."""

from __future__ import annotations

from bisect import bisect_right
from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.briefing.brief.in_units import course_in_units
from flessenhals.briefing.brief.opening.message import lowest
from flessenhals.briefing.brief.table.country import is_large
from flessenhals.briefing.brief.table.measures import printed_decimals, unit_of
from flessenhals.briefing.brief.table.rounding import kept_in_print
from flessenhals.briefing.charts.frame import bare, by_programme
from flessenhals.briefing.charts.split_chart import split_chart, what_is_split
from flessenhals.briefing.document.document import Bullets, Chart, DataTable, Paragraph
from flessenhals.briefing.results.bottlenecks.near_optimal import room_findings
from flessenhals.briefing.results.cofunded import spent_from, with_others
from flessenhals.briefing.results.curves.claimed import course_claims, results_claims, step_claims
from flessenhals.briefing.results.curves.ladder import bundle
from flessenhals.briefing.results.missing import missing_findings
from flessenhals.briefing.text.naming import group_name, line_name, scenario_name
from flessenhals.briefing.text.numbers import amount, at_least, change, decimals_for, given, stretch, to_places
from flessenhals.briefing.text.table import Column, Row, Table
from flessenhals.briefing.text.told import run_on, tell
from flessenhals.briefing.text.units import is_euro
from flessenhals.briefing.text.words import say
from flessenhals.solver.claims.course import EachFurtherEuro, SameAbove
from flessenhals.solver.claims.fit import LowestCeiling, NothingFits
from flessenhals.solver.claims.proposal import BestOf
from flessenhals.solver.claims.reading import FurthestApart, UnderReading
from flessenhals.solver.optimum.allocation import Allocation
from flessenhals.solver.optimum.objective.goals import is_decided

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flessenhals.briefing.brief.run import Other, Run
    from flessenhals.briefing.document.document import Block
    from flessenhals.briefing.text.language import Language
    from flessenhals.briefing.text.table import Kind
    from flessenhals.briefing.text.told import Told
    from flessenhals.solver.claims.claim import Claim
    from flessenhals.solver.infeasible.error import InfeasibleError
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.simulation.simulation import Simulation

MOST_PROGRAMMES, READING_WIDTHS = 4, (38, 12, 12, 12, 26)


def firmness(run: Run, language: Language) -> tuple[Block, ...]:
    """Tables of other ceilings and readings, a chart of the whole ladder and the sentences that go with them."""
    blocks: list[Block] = [
        _around(run, language),
    ]
    if run.units is not None:
        blocks += course_in_units(run, run.units, language)
    else:
        blocks.append(Bullets(tuple(course(run, language))) if run.ladder else Paragraph(_no_ladder(run, language)))
    if run.ladder is not None and not is_large(run):
        spec = bare(split_chart(run.ladder, language))
        blocks.append(
            Chart(
                "split",
                what_is_split(by_programme(run.plan, language), language).rstrip("."),
                spec,
                spec["description"],
                ladder_table(run, language),
            )
        )
    if run.room is not None:
        nearly = say("nearly", language)
        blocks += [Paragraph(nearly), Bullets(tuple(room_findings(run.room, language, printed_decimals(run))))]
    if run.readings:
        blocks.append(DataTable("readings", readings_table(run, language), READING_WIDTHS))
    absent = [each for each in run.missing if each.finding not in {"ladder", "comparison"}]
    if absent:
        blocks.append(Bullets(tuple(missing_findings(run.plan, absent, language))))
    blocks += draws_told(run.simulation, language)
    return tuple(blocks)


def draws_told(found: Simulation | None, language: Language) -> list[Block]:
    """How firm the answer is under what the plan calls uncertain; nothing where no draws were asked."""
    if found is None:
        return []
    from flessenhals.briefing.results.simulation.simulation import sentences  # noqa: PLC0415 - it brings in much that few briefings need

    draws = amount(Fraction(found.samples), language)
    return [Paragraph(say("simulated", language, samples=draws)), Bullets(tuple(sentences(found, language)))]


def draws_apart(found: Simulation | None, plan: Plan, language: Language) -> tuple[Block, ...]:
    """How far the amounts of each line lie apart in the draws; nothing where no draws were asked."""
    if found is None:
        return ()
    from flessenhals.briefing.results.simulation.simulation import spread_table  # noqa: PLC0415 - few briefings need it

    caption = say("spread caption", language, unit=unit_of(plan, language))
    return (DataTable("spread", spread_table(found, language)._replace(title=caption, notes=())),)


def _no_ladder(run: Run, language: Language) -> str:
    """Why there is no ladder."""
    missing = [each for each in run.missing if each.finding == "ladder"][:1]
    return " ".join(missing_findings(run.plan, missing, language)) or say("no ladder here", language)


def _around(run: Run, language: Language) -> DataTable:
    table = around_table(run, language)
    narrow, wide = 11, 17
    return DataTable(
        "around",
        table,
        tuple(wide if 0 < place < len(table.columns) - 3 else narrow for place in range(len(table.columns))),
    )


def around_table(run: Run, language: Language) -> Table:
    """What each programme gets at ceilings below and above the one asked, in printed amounts that add up."""
    plan = run.plan
    groups = plan.grouped("programme")
    split_up = 1 < len(groups) <= MOST_PROGRAMMES
    kind: Kind = "amount"
    columns = [
        Column(say("ceiling", language), kind),
        *(Column(group_name(plan, "programme", each, language), kind) for each in groups if split_up),
        Column(say(spent_from(plan), language), kind),
        Column(say("figure unspent", language), kind),
        Column(say("lowest coverage", language), "share"),
    ]
    rows, notes = [], []
    for ceiling, found, printed in run.around:
        if isinstance(found, Allocation) and printed is not None:
            given = [sum((printed.amounts[line.id] for line in lines), start=Fraction(0)) for lines in groups.values()]
            figures = (*(given if split_up else []), printed.total, ceiling - printed.total, lowest(found))
        elif not isinstance(found, Allocation):
            figures = (None,) * (len(columns) - 1)
            notes.append(refusal(ceiling, found, language))
        rows.append(Row((ceiling, *figures), "subtotal" if ceiling == run.allocation.available else "line"))
    return Table(
        say("around caption", language, unit=unit_of(plan, language)),
        tuple(columns),
        tuple(rows),
        language,
        printed_decimals(run),
        tuple(notes),
        claims=tuple(claim for each in run.around for claim in _around_claims(each)),
    )


def _around_claims(other: Other) -> Iterable[Claim]:
    """What a row of another ceiling claims: its split, and how the printed one stands to it."""
    if isinstance(other.found, Allocation):
        yield BestOf(other.ceiling, tuple(other.found.amounts.items()))
        if other.rounded is not None:
            yield kept_in_print(other.rounded)


def ladder_table(run: Run, language: Language) -> Table:
    """What each programme gets at every step of the ladder: the figures behind its chart."""
    plan = run.plan
    groups = plan.grouped("programme") if len(plan.grouped("programme")) > 1 else {}
    whole = what_is_split(by_programme(plan, language), language).rstrip(".")
    unit = unit_of(plan, language)
    rows = [
        Row(
            (
                step.ceiling,
                *(sum((step.amounts[line.id] for line in lines), start=Fraction(0)) for lines in groups.values()),
                sum(step.amounts.values(), start=Fraction(0)),
            )
        )
        for step in (run.ladder.steps if run.ladder else ())
    ]
    return Table(
        say("split data", language, unit=unit) if groups else f"{whole}, {unit}",
        (
            Column(say("ceiling", language), "amount"),
            *(Column(group_name(plan, "programme", each, language), "amount") for each in groups),
            Column(say("total", language), "amount"),
        ),
        tuple(rows),
        language,
        max(decimals_for(run.plan.proposed), printed_decimals(run)),
        (tell("between steps", language, course_claims(run.ladder)),) if run.ladder else (),
        claims=tuple(step_claims(run.ladder)) if run.ladder else (),
    )


def course(run: Run, language: Language) -> Iterable[str]:
    """Between which ceilings a further euro goes the same way, and where to."""
    if run.ladder is None:
        return
    unit, ceilings, ceiling = run.plan.unit, run.ladder.ceilings, run.allocation.available
    place = bisect_right(ceilings, ceiling)
    below, above = ceilings[place - 1], ceilings[place : place + 1]
    if above:
        further = run.ladder.next_euro(below)
        low, high = stretch(below, above[0], unit, language)
        yield tell(
            with_others(run.plan, "course here"),
            language,
            [EachFurtherEuro(below, above[0], tuple(further.items()))],
            one=say("euro" if is_euro(unit) else "unit of money", language),
            low=low,
            high=high,
            bundle=bundle(run.plan, further, language),
        )
    first, last = ceilings[0], ceilings[-1]
    if first:
        yield tell("lowest here", language, [LowestCeiling(first)], low=at_least(first, unit, language))
    yield tell("course ended", language, [SameAbove(last)], low=at_least(last, unit, language))


def readings_table(run: Run, language: Language) -> Table:
    """The same ceiling under the plan's other readings, and where each differs most from this answer."""
    plan, split = run.plan, run.allocation
    decimals, notes, rows = printed_decimals(run), [], []
    apart: list[Claim] = []
    for found in run.readings:
        scenario = found.plan.scenario
        title = say("asked reading", language) if scenario is None else scenario_name(plan, scenario, language)
        if not isinstance(found, Allocation):
            rows.append(Row((title, None, None, None, None)))
            notes.append(run_on([refusal(split.available, found, language)], f"{title}: "))
            continue
        where = say("several as good", language)
        if is_decided(plan) and is_decided(found.plan):
            line = max(plan.lines, key=lambda each: abs(found.amounts[each.id] - split.amounts[each.id]))
            moved = found.amounts[line.id] - split.amounts[line.id]
            apart.append(FurthestApart(found.plan, scenario, split.ceiling, line.id, moved))
            size = change(moved, language, decimals=decimals)
            at = say("difference at", language, name=line_name(plan, line, language), size=size)
            where = at if moved else say("none", language)
        total = to_places(found.total / run.rounded.step, 0) * run.rounded.step
        rows.append(
            Row(
                (
                    title,
                    total,
                    split.available - total,
                    lowest(found),
                    where,
                )
            )
        )
    return Table(
        say(
            "readings caption",
            language,
            ceiling=given(split.available, plan.unit, language),
            unit=unit_of(plan, language),
        ),
        (
            Column(say("reading of the plan", language), "text"),
            Column(say(spent_from(plan), language), "amount"),
            Column(say("figure unspent", language), "amount"),
            Column(say("lowest coverage", language), "share"),
            Column(say("largest difference", language), "text"),
        ),
        tuple(rows),
        language,
        decimals,
        tuple(notes),
        claims=(*results_claims(run.readings), *apart),
    )


def refusal(ceiling: Fraction, refused: InfeasibleError, language: Language) -> Told:
    """Why there is no answer at a ceiling, in one sentence."""
    unit, lowest = refused.plan.unit, refused.lowest_feasible_ceiling
    said = given(ceiling, unit, language)
    if lowest is None:
        return tell("contradiction here", language, _refused(refused, NothingFits(None)), ceiling=said)
    claims = _refused(refused, NothingFits(ceiling), LowestCeiling(lowest))
    return tell("nothing fits here", language, claims, ceiling=said, lowest=at_least(lowest, unit, language))


def _refused(refused: InfeasibleError, *claims: Claim) -> list[Claim]:
    return [UnderReading(refused.plan, refused.plan.scenario, each) for each in claims]
