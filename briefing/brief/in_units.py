"""What a briefing says where amounts cannot be split: which units stand, what the next euros buy, and the jumps."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.briefing.brief.table.measures import measure_and_partner, unit_of
from flessenhals.briefing.charts.frame import bare, by_programme
from flessenhals.briefing.charts.jumps import Jumps, drawn
from flessenhals.briefing.charts.split_chart import split_chart, what_is_split
from flessenhals.briefing.document.document import Bullets, Chart, DataTable, Paragraph
from flessenhals.briefing.results.missing import missing_findings
from flessenhals.briefing.results.units import counted, given_in
from flessenhals.briefing.results.whole.bottlenecks import binding_in_units, onward, other_units, said_of_relief
from flessenhals.briefing.results.whole.ladder import straight_between
from flessenhals.briefing.text.naming import group_name
from flessenhals.briefing.text.numbers import decimals_for
from flessenhals.briefing.text.table import Column, Row, Table
from flessenhals.briefing.text.told import tell
from flessenhals.briefing.text.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flessenhals.briefing.brief.run import InUnits, Run
    from flessenhals.briefing.document.document import Block
    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.sensitivity.whole.ladder import WholeLadder

ONE, WIDTHS = Fraction(1), (46, 34, 20)


def units_table(run: Run, language: Language) -> DataTable:
    """A line that cannot be split a row: in what it is given, and how many of that it gets."""
    plan = run.plan
    rows = [
        Row(
            (
                measure_and_partner(plan, line, language),
                given_in(plan, line, language),
                counted(line, run.allocation.amounts[line.id], language),
            )
        )
        for line in plan.lines
        if line.whole is not None and not line.dropped
    ]
    columns = ("measure and partner", "given in", "what stands")
    table = Table(
        say("units caption", language),
        tuple(Column(say(key, language), "text") for key in columns),
        tuple(rows),
        language,
    )
    return DataTable("units", table, WIDTHS)


def why_in_units(run: Run, units: InUnits, most: int, language: Language) -> Iterator[Block]:
    """What would change the split: no prices, but what binds, what the next euros buy and what a unit costs.

    Args:
        run: everything that was worked out.
        units: of it what is asked in whole amounts.
        most: how many findings there are in sentences, what the next euros buy first.
        language: of every text and number.
    """
    found = units.bottlenecks
    table = binding_in_units(found, language)
    relief: tuple[str, ...] = tuple(said_of_relief(found, language, some=bool(table.rows)))
    if table.rows:
        yield DataTable("binding", table._replace(notes=relief))
        relief = ()
    others, rest = units_beside(units, most, language)
    sentences = (*onward(found, language), *others, say("coverage may fall", language))
    elsewhere = [say("units elsewhere", language)] if rest else []
    yield Bullets((*relief, *sentences, *elsewhere, *missing_findings(run.plan, found.missing, language)))


def units_beside(units: InUnits, most: int, language: Language) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What one unit more or one less would do: as much as there is room for beside the next euros, and the rest."""
    others = tuple(other_units(units.bottlenecks, language))
    room = max(0, most - len(tuple(onward(units.bottlenecks, language))))
    return others[:room], others[room:]


def course_in_units(run: Run, units: InUnits, language: Language) -> Iterator[Block]:
    """The split at every ceiling, with its jumps, or why it is not there; and that nothing is near the best split."""
    if units.ladder is None:
        missing = missing_findings(run.plan, [each for each in run.missing if each.finding == "ladder"], language)
        yield Paragraph(" ".join(missing) or say("no ladder in units", language))
    else:
        yield Paragraph(tell("jumps of the ladder", language, [straight_between(units.ladder)]))
        yield _chart(run.plan, units.ladder, language)
    yield Paragraph(say("no room in units", language))


def _chart(plan: Plan, ladder: WholeLadder, language: Language) -> Chart:
    along = drawn(ladder)
    spec = bare(split_chart(along, language))
    caption = what_is_split(by_programme(plan, language), language).rstrip(".")
    return Chart("split", caption, spec, spec["description"], _figures(plan, along, language))


def _figures(plan: Plan, along: Jumps, language: Language) -> Table:
    """What each programme gets at every turn and on both sides of every jump: the figures behind the chart."""
    groups = plan.grouped("programme") if len(plan.grouped("programme")) > 1 else {}
    rows = [
        Row(
            (
                step.ceiling,
                say(f"side {step.side}", language),
                *(sum((step.amounts[line.id] for line in lines), start=Fraction(0)) for lines in groups.values()),
                sum(step.amounts.values(), start=Fraction(0)),
            )
        )
        for step in along.ladder.steps
    ]
    return Table(
        say("split data", language, unit=unit_of(plan, language)),
        (
            Column(say("ceiling", language), "amount"),
            Column(say("side", language), "text"),
            *(Column(group_name(plan, "programme", each, language), "amount") for each in groups),
            Column(say("total", language), "amount"),
        ),
        tuple(rows),
        language,
        max(decimals_for(plan.proposed), 2),
        (say("between steps", language),),
    )
