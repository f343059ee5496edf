"""Several proposals side by side in a briefing, in the amounts that it prints."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.briefing.charts.comparison.proposals_chart import proposals_sketch, strips
from flessenhals.briefing.document.document import Chart, DataTable
from flessenhals.briefing.results.comparison.side_by_side import how_they_measure_up
from flessenhals.briefing.text.naming import group_name, line_name
from flessenhals.briefing.text.table import Column, Row, Table
from flessenhals.briefing.text.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flessenhals.briefing.brief.run import Run
    from flessenhals.briefing.document.document import Block
    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.comparison.side_by_side import SideBySide
    from flessenhals.solver.plan.plan import Line


def proposals(run: Run, language: Language, decimals: int, unit: str) -> tuple[Block, ...]:
    """How several proposals measure up, and what each gives every line.

    Args:
        run: everything that was worked out.
        language: of every text and number.
        decimals: of printed amounts.
        unit: as a heading says it.
    """
    found = run.proposals
    if found is None:
        return ()
    measured = how_they_measure_up(found, language, decimals)
    return (
        strip_chart(found, decimals, unit, language),
        DataTable("proposals", measured._replace(title=say("brief verdicts", language))),
        DataTable("side-by-side", _amounts(run, found.names, language, decimals, unit)),
    )


def strip_chart(found: SideBySide, decimals: int, unit: str, language: Language) -> Chart:
    """The proposals as strips, with the amounts that they draw."""
    sketch = proposals_sketch(found, language, decimals)
    data = Table(
        say("strips data", language, unit=unit),
        (
            Column(say("strip proposal", language), "text"),
            *(Column(say(f"strip column {key}", language), "amount") for key in ("usable", "stuck", "left")),
        ),
        tuple(Row((each.name, each.usable, each.stuck, each.left)) for each in strips(found)),
        language,
        decimals,
    )
    return Chart("strips", sketch.title, None, sketch.about, data, sketch=sketch)


def _amounts(run: Run, names: list[str], language: Language, decimals: int, unit: str) -> Table:
    """What each line asks, gets in every proposal and gets in the optimum, with totals."""
    plan = run.plan
    rows: list[Row] = []
    groups = plan.grouped("programme")
    for group, lines in groups.items():
        if len(groups) > 1:
            rows.append(Row((group_name(plan, "programme", group, language), *_of(run, lines)), "subtotal"))
        rows += [Row((line_name(plan, line, language), *_of(run, [line]))) for line in lines]
    rows.append(Row((say("grand total", language), *_of(run, plan.lines)), "total"))
    return Table(
        say("brief proposals", language, unit=unit),
        (
            Column(say("measure", language), "text"),
            Column(say("asked", language), "amount"),
            *(Column(name, "proposal") for name in names),
            Column(say("optimum", language), "amount"),
        ),
        tuple(rows),
        language,
        decimals,
    )


def _of(run: Run, lines: Iterable[Line]) -> tuple[Fraction, ...]:
    chosen = [line.id for line in lines]
    splits = (run.asked, *run.beside, run.rounded.amounts)
    return tuple(sum((amounts[line] for line in chosen), start=Fraction(0)) for amounts in splits)
