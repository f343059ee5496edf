"""The readings that were asked, side by side over the years: what each programme gets under each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.briefing.brief.table.measures import decimals_of, total_unit
from flessenhals.briefing.document.document import DataTable
from flessenhals.briefing.text.naming import group_name, scenario_name, years_in_words
from flessenhals.briefing.text.numbers import amount, least_share
from flessenhals.briefing.text.table import Column, Row, Table
from flessenhals.briefing.text.words import say
from flessenhals.solver.rounding.by_year import over_years

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from fractions import Fraction

    from flessenhals.briefing.brief.by_year.run import ReadingByYear, RunByYear
    from flessenhals.briefing.document.document import Block
    from flessenhals.briefing.text.language import Language
    from flessenhals.briefing.text.table import Role


def readings_beside(run: RunByYear, language: Language) -> tuple[Block, ...]:
    """A programme a row, a reading a column, of all years together; below them the totals and what is left.

    Args:
        run: everything that was worked out.
        language: of every text and number.
    """
    if len(run.beside_readings) <= 1:
        return ()
    plan, readings, last = run.plan, [each.printed for each in run.beside_readings], run.series.years.last
    decimals = decimals_of((run.printed.step,))

    def figures(name: str, of: Iterable[Mapping[int, Fraction]], role: Role = "line") -> Row:
        return Row((name, *(amount(over_years(dict(each)), language, decimals=decimals) for each in of)), role)

    groups = list(readings[0].groups)
    rows = [
        figures(group_name(plan, "programme", group, language), (each.groups.get(group, {}) for each in readings))
        for group in (groups if len(groups) > 1 else [])
    ]
    rows.append(figures(say("spent", language), (each.total for each in readings), "total"))
    if len(run.series.years.all) > 1:
        rows.append(figures(say("spent in", language, year=str(last)), ({last: each.total[last]} for each in readings)))
    rows.append(figures(say("figure unspent", language), (each.left for each in readings)))
    lowest = [each.exact.lowest_coverage[last] for each in readings]
    shares = ("–" if each is None else least_share(each, language) for each in lowest)
    rows.append(Row((say("lowest in last", language, year=str(last)), *shares)))
    years = years_in_words(run.series.years.all, language)
    table = Table(
        say("readings over years", language, years=years, unit=total_unit(plan, language)),
        (
            Column(say("programme", language), "text"),
            *(Column(_id(each, language), "figure") for each in run.beside_readings),
        ),
        tuple(rows),
        language,
        decimals,
        tuple(
            say("reading is", language, id=_id(each, language), title=scenario_name(plan, each.scenario, language))
            for each in run.beside_readings
            if each.scenario is not None
        ),
    )
    return (DataTable("readings-beside", table),)


def _id(reading: ReadingByYear, language: Language) -> str:
    """What stands above its column: its id, as it is typed."""
    return say("asked reading", language) if reading.scenario is None else reading.scenario
