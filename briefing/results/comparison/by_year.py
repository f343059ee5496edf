"""A proposal of a plan with years, held against what is possible: the years as columns."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.briefing.results.allocation_by_year import columns_of, moved_in
from flessenhals.briefing.text.language import text
from flessenhals.briefing.text.naming import amounts_in, group_name
from flessenhals.briefing.text.numbers import decimals_for
from flessenhals.briefing.text.table import Column, Row, Table
from flessenhals.briefing.text.words import say
from flessenhals.constraints.ceiling import Path
from flessenhals.constraints.constraint import in_year
from flessenhals.solver.comparison.by_year import totals_by_year
from flessenhals.solver.optimum.allocation import Allocation
from flessenhals.solver.rounding.controlled import Figure, controlled

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.comparison.comparison import Comparison
    from flessenhals.solver.plan.dated.years import DatedLine, Years

    ByYear = Mapping[int, Fraction]

ZERO = Fraction(0)


def by_year_tables(found: Comparison, language: Language) -> list[Table]:
    """What the proposal, the nearest split and the optimum come to in each year, and the nearest split by line.

    Empty without years. The lines of a programme add up to it in every column, and the programmes to the total.
    """
    years = found.plan.years
    if years is None or not isinstance(found.ceiling, Path):
        return []
    totals = _totals(found, years)
    near = found.shifted_by_year.get("nearest", {})
    moved = moved_in(near, years.all)
    shown = columns_of(years, totals.values(), language, moved)
    columns = (Column("", "text"), *(Column(each, "amount") for each in shown.headings))
    decimals = decimals_for(max((max(each.values()) for each in totals.values()), default=ZERO))
    said = amounts_in(found.plan.unit, language)
    rows = [Row((say(name, language), *(each[year] for year in shown.years))) for name, each in totals.items()]
    if any(moved.values()):
        flows = [Figure("other years", "each year", amount) for amount in moved.values()]
        printed = dict(zip(moved, controlled(flows, Fraction(1, 10**decimals)), strict=True))
        rows.append(Row((say("nearest shifted in", language), *(printed[year] for year in shown.years))))
    tables = [
        Table(
            title=say("year by year", language),
            columns=columns,
            rows=tuple(rows),
            language=language,
            decimals=decimals,
            notes=said,
        )
    ]
    if found.nearest is not None and found.to_nearest:
        given = {
            dated.line.id: {year: found.nearest.amounts.get(in_year(dated.line.id, year), ZERO) for year in years.all}
            for dated in years.lines
        }
        shown = columns_of(years, given.values(), language, moved)
        lines = _lines(found, years, given, shown.years, Fraction(1, 10**decimals), language)
        headed = (Column(say("line", language), "text"), *(Column(each, "amount") for each in shown.headings))
        tables.append(Table(say("nearest by year", language), headed, lines, language, decimals=decimals, notes=said))
    return tables


def _totals(found: Comparison, years: Years) -> dict[str, dict[int, Fraction]]:
    """What is told of each year, by its words."""
    path = found.ceiling
    splits: dict[str, Mapping[str, Fraction]] = {"proposal": found.proposal.amounts}
    if found.stranded:
        splits["stranded"] = {line: found.stranded.get(line, ZERO) for line in found.proposal.amounts}
    if found.nearest is not None:
        splits["nearest"] = found.nearest.amounts
    if isinstance(found.optimum, Allocation):
        splits["optimal"] = found.optimum.amounts
    ceiling = {year: path.at(year) for year in years.all} if isinstance(path, Path) else {}
    parts = {name: None if name == "stranded" else found.plan.charges for name in splits}
    totals = {name: totals_by_year(found.plan, amounts, parts[name]) for name, amounts in splits.items()}
    return {"ceiling": ceiling} | {
        name: {year: total[str(year)] for year in years.all} for name, total in totals.items()
    }


def _lines(
    found: Comparison,
    years: Years,
    given: Mapping[str, ByYear],
    shown: tuple[int, ...],
    step: Fraction,
    language: Language,
) -> tuple[Row, ...]:
    """A row a line, a programme below its lines and the total, rounded so that every row and column adds up."""
    groups: dict[str | None, list[DatedLine]] = {}
    for dated in years.lines:
        groups.setdefault(dated.line.programme, []).append(dated)
    printed = _rounded(years, groups, given, step)
    rows = []
    for group, of in groups.items():
        for dated in of:
            name = text(dated.line.name, language, dated.line.id)
            rows.append(Row((name, *(printed["line", dated.line.id, year] for year in shown)), "line"))
        if len(groups) > 1:
            name = group_name(found.plan, "programme", group, language)
            rows.append(Row((name, *(printed["group", group, year] for year in shown)), "subtotal"))
    return (*rows, Row((say("total", language), *(printed["total", year] for year in shown)), "total"))


def _rounded(
    years: Years, groups: Mapping[str | None, list[DatedLine]], given: Mapping[str, ByYear], step: Fraction
) -> dict[tuple[Hashable, ...], Fraction]:
    """The amounts of lines, programmes and years in whole steps, as a network in which what flows in flows out."""
    figures: dict[tuple[Hashable, ...], Figure] = {}
    for year in years.all:
        total = sum((amounts[year] for amounts in given.values()), start=ZERO)
        figures["total", year] = Figure("all", ("year", year), total, 0)
        for group, of in groups.items():
            added = sum((given[each.line.id][year] for each in of), start=ZERO)
            figures["group", group, year] = Figure(("year", year), ("group", group, year), added, 1)
            for each in of:
                amount = given[each.line.id][year]
                figures["line", each.line.id, year] = Figure(("group", group, year), each.line.id, amount, 2)
    for line, amounts in given.items():
        figures[("over years", line)] = Figure(line, "all", sum(amounts.values(), start=ZERO), 2)
    return dict(zip(figures, controlled(list(figures.values()), step), strict=True))
