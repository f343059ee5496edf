"""The readings that were asked, side by side: what each programme gets under each of them, at the same ceiling."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.briefing.document.document import DataTable
from flessenhals.briefing.results.curves.claimed import results_claims
from flessenhals.briefing.text.naming import group_name, scenario_name
from flessenhals.briefing.text.numbers import amount, least_share
from flessenhals.briefing.text.table import Column, Row, Table
from flessenhals.briefing.text.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flessenhals.briefing.brief.run import Run, UnderReading
    from flessenhals.briefing.document.document import Block
    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.plan.plan import Line


def readings_beside(run: Run, language: Language, decimals: int, unit: str) -> tuple[Block, ...]:
    """A programme a row, a reading a column; below them the totals, what is left and the lowest coverage.

    Args:
        run: everything that was worked out.
        language: of every text and number.
        decimals: of printed amounts.
        unit: as a heading says it.
    """
    if len(run.beside_readings) <= 1:
        return ()
    plan, readings = run.plan, run.beside_readings

    def figures(name: str, lines: Iterable[Line]) -> Row:
        chosen = [line.id for line in lines]
        sums = (sum((each.printed.get(line, Fraction(0)) for line in chosen), start=Fraction(0)) for each in readings)
        return Row((name, *(amount(each, language, decimals=decimals) for each in sums)))

    groups = plan.grouped("programme")
    rows = [figures(group_name(plan, "programme", group, language), lines) for group, lines in groups.items()]
    total = figures(say("grand total", language), plan.lines)
    left = [each.found.available - each.found.total for each in readings]
    lowest = [each.found.lowest_coverage for each in readings]
    rows = [
        *(rows if len(rows) > 1 else []),
        total._replace(role="total"),
        Row((say("figure unspent", language), *(amount(each, language, decimals=decimals) for each in left))),
        Row(
            (
                say("lowest coverage", language),
                *("–" if each is None else least_share(each, language) for each in lowest),
            )
        ),
    ]
    table = Table(
        say("readings beside", language, unit=unit),
        (
            Column(say("programme", language), "text"),
            *(Column(_id(each, language), "figure") for each in readings),
        ),
        tuple(rows),
        language,
        decimals,
        tuple(
            say("reading is", language, id=_id(each, language), title=scenario_name(plan, each.scenario, language))
            for each in readings
            if each.scenario is not None
        ),
        claims=tuple(results_claims([each.found for each in readings[1:]])),
    )
    return (DataTable("readings-beside", table),)


def _id(reading: UnderReading, language: Language) -> str:
    """What stands above its column: its id, as it is typed."""
    return say("asked reading", language) if reading.scenario is None else reading.scenario
