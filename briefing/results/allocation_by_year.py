"""A split of a plan with years as a table: the years as columns, and what stays of each with the reason."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from flessenhals.briefing.results.cofunded import others_pay
from flessenhals.briefing.text.apart import MARK, printed_apart
from flessenhals.briefing.text.language import text
from flessenhals.briefing.text.naming import amounts_in, group_name, heading, rule_name, years_in_words
from flessenhals.briefing.text.numbers import decimals_for, given, least_share, money
from flessenhals.briefing.text.table import Column, Row, Table
from flessenhals.briefing.text.told import tell
from flessenhals.briefing.text.words import listed, say
from flessenhals.solver.claims.dated.building_up import AllAskedFirstIn, SameFrom, StillBuildsUp
from flessenhals.solver.claims.dated.shifting import LeastMoved
from flessenhals.solver.claims.dated.spending import (
    ComesOnce,
    LowestInYears,
    MoreInYear,
    MoreInYearWithout,
    MostInYear,
    NoRuleAloneInYear,
    SpendsByYear,
)
from flessenhals.solver.claims.split import Optimal
from flessenhals.solver.comparison.reconciliation.over_years import building_rows
from flessenhals.solver.optimum.dated.series import Series
from flessenhals.solver.optimum.dated.unspendable import unspendable
from flessenhals.solver.optimum.objective.goals import is_decided
from flessenhals.solver.rounding.by_year import lines_by_group, rounded_series

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from flessenhals.briefing.text.language import Language
    from flessenhals.briefing.text.table import Role
    from flessenhals.briefing.text.told import Told
    from flessenhals.solver.claims.claim import Claim
    from flessenhals.solver.optimum.allocation import Allocation
    from flessenhals.solver.optimum.dated.unspendable import Unspendable
    from flessenhals.solver.plan.dated.years import Years
    from flessenhals.solver.rounding.by_year import PrintedSeries

ZERO = Fraction(0)


class Shown(NamedTuple):
    """The years that a table shows, each with its heading."""

    years: tuple[int, ...]
    headings: tuple[str, ...]


def by_year_tables(allocation: Allocation, language: Language) -> list[Table]:
    """What there is, what each line gets and what stays, a column a year; below it why money stays."""
    series = Series(allocation)
    plan, path = allocation.plan, series.path
    decimals = decimals_for(max(series.ceiling.values(), default=ZERO))
    printed = rounded_series(allocation, Fraction(1, 10**decimals))
    apart = _printed_apart(printed)
    shown = shown_years(series, language)
    rows: list[Row] = []

    def row(name: str, by_year: Mapping[int, Fraction], role: Role = "line") -> None:
        rows.append(Row((name, *(by_year.get(year, ZERO) for year in shown.years)), role))

    for kind, amounts in printed.kinds.items():
        row(say(f"{kind} money", language), amounts)
    if path.shiftable:
        row(say("shifted in", language), printed.shifted)
    row(say("available", language), printed.available, "total")
    names = {each.line.id: text(each.line.name, language, each.line.id) for each in series.years.lines}
    groups = lines_by_group(series)
    for group, lines in groups.items():
        for line in lines:
            row(names[line] + MARK * (line in apart), printed.lines[line])
        if len(groups) > 1:
            row(group_name(plan, "programme", group, language), printed.groups[group], "subtotal")
    if plan.is_cofunded:
        row(say("given with others", language), printed.given, "total")
        row(say("of which others pay", language), printed.cofunded)
    row(say("spent", language), printed.total, "total")
    row(say("cannot be spent", language), printed.left, "total")
    return [
        Table(
            title=heading(plan, say("allocation by year", language, name=path.name), language),
            columns=(Column(say("line", language), "text"), *(Column(each, "amount") for each in shown.headings)),
            rows=tuple(rows),
            language=language,
            decimals=decimals,
            notes=(
                *_notes(allocation, series, printed, language),
                *([say("rounded apart by year", language, mark=MARK.strip())] if apart else []),
            ),
            claims=(spends_by_year(series),),
        )
    ]


def _printed_apart(printed: PrintedSeries) -> frozenset[str]:
    """The lines that ask and get the same as another in every year, and are printed with other figures."""
    asked, got = printed.exact.proposed, printed.exact.allocated
    exact = {line: (tuple(asked[line].items()), tuple(by_year.items())) for line, by_year in got.items()}
    return printed_apart(exact, {line: tuple(by_year.items()) for line, by_year in printed.lines.items()})


def spends_by_year(series: Series) -> SpendsByYear:
    """What a table of a split by year claims."""
    return SpendsByYear(*(tuple(each.items()) for each in (series.total, series.unspent, series.shift)))


def shown_years(series: Series, language: Language) -> Shown:
    """The columns that the plan asks for; the last is structural where every later year of the answer equals it."""
    figures = [*series.allocated.values(), series.ceiling, series.unspent]
    return columns_of(series.years, figures, language, moved_in(series.shift, series.years.all))


def columns_of(
    years: Years, figures: Iterable[Mapping[int, Fraction]], language: Language, moved: Mapping[int, Fraction]
) -> Shown:
    """The columns that a plan asks for; the last is structural where every later year of all the figures equals it.

    Args:
        years: of the plan.
        figures: what the table shows, by year.
        language: the reader's.
        moved: what comes in from other years, by year: a year that moves money is shown too, so that it adds up to 0.
    """
    columns = years.columns or years.all
    columns = tuple(year for year in years.all if year in columns or moved.get(year))
    headings = [str(year) for year in columns]
    if not years.columns:
        return Shown(columns, tuple(headings))
    later = [year for year in years.all if year > columns[-1]]
    if all(each[year] == each[columns[-1]] for each in figures for year in later):
        return Shown(columns, (*headings[:-1], say("structural column", language)))
    return Shown((*columns, years.last), (*headings, say("structural column", language)))


def moved_in(shift: Mapping[int, Fraction], years: Sequence[int]) -> dict[int, Fraction]:
    """Year → what comes into it from other years and does not go out again, in the plan's unit; together 0."""
    return {year: shift.get(year - 1, ZERO) - shift.get(year, ZERO) for year in years}


def _notes(allocation: Allocation, series: Series, printed: PrintedSeries, language: Language) -> Iterable[str]:
    plan = allocation.plan
    yield _spends(allocation, series, language)
    yield from others_pay(plan, allocation.amounts, "others pay", language)
    lowest = series.lowest_coverage
    covered = tuple((year, each) for year, each in lowest.items() if each is not None)
    by_year = "; ".join(f"{year}: {least_share(each, language)}" for year, each in covered)
    yield tell("lowest by year", language, [LowestInYears(covered)], years=by_year)
    yield from stays(allocation, language)
    moved = {year: amount for year, amount in series.shift.items() if amount}
    if series.path.shiftable:
        least = LeastMoved(tuple(moved.items()))
        for year, amount in moved.items():
            key, size = ("used later", amount) if amount > 0 else ("used earlier", -amount)
            told = money(size, plan.unit, language)
            yield tell(key, language, [least], amount=told, year=str(year), next=str(year + 1))
        if not moved:
            yield tell("nothing shifted", language, [least, Optimal()])
    still = building_rows(allocation, series.years.last)
    if still:
        rules = dict.fromkeys(row.id.owner for row in still)
        names = listed([rule_name(plan.rule_by_id[rule], language) for rule in rules], language)
        claims = [StillBuildsUp(row) for row in still]
        yield tell("still building up", language, claims, names=names, year=str(series.years.last))
    soon = allocation.how_soon
    if soon is not None:
        key = "never soon" if soon.year is None else "how soon"
        yield tell(key, language, [AllAskedFirstIn(soon.year)], year=str(soon.year))
    same = settled(series)
    if same < series.years.last:
        key = "from then on apart" if printed.apart_from(same) else "from then on"
        yield tell(key, language, [SameFrom(same)], year=str(same))
    if not is_decided(plan):
        yield say("not the only one", language)
    yield from amounts_in(plan.unit, language)
    yield tell("proved", language, [Optimal()])


def stays(allocation: Allocation, language: Language, found: Sequence[Unspendable] | None = None) -> Iterable[Told]:
    """The years in which not all of the money can be spent, and why, a sentence each.

    Args:
        allocation: of a plan with years.
        language: the reader's.
        found: what was found of its unspent money; None to look for it.
    """
    found = unspendable(allocation) if found is None else found
    for kind in dict.fromkeys(each[-4:] for each in found):
        some = [each for each in found if each[-4:] == kind]
        rules, structural, held, whole = kind
        claims: list[Claim] = [MostInYear(each.year, each.spendable) for each in some]
        claims += [MoreInYearWithout(rule, each.year, each.spendable) for rule in rules for each in some]
        names = [rule_name(allocation.plan.rule_by_id[rule], language) for rule in rules]
        key = ("stays for no single rule", "stays because of one", "stays because of")[min(len(rules), 2)]
        if not held:
            key, claims = "stays though more could be", [Optimal(), *(MoreInYear(each.year) for each in some)]
        elif structural:
            key = "stays as it comes once"
            claims += [ComesOnce(each.year) for each in some]
        elif whole:
            key = "stays in whole amounts"
        elif not rules:
            claims += [NoRuleAloneInYear(each.year) for each in some]
        years = years_in_words([each.year for each in some], language)
        yield tell(key, language, claims, years=years, names=listed(names, language))


def _spends(allocation: Allocation, series: Series, language: Language) -> Told:
    unit = allocation.plan.unit.partition(" per ")[0]
    years = years_in_words(series.years.all, language)
    said = {"total": money(allocation.total, unit, language), "ceiling": given(allocation.available, unit, language)}
    claims = [spends_by_year(series)]
    if not allocation.unspent:
        return tell("all spent over years", language, claims, years=years, **said)
    unspent = money(allocation.unspent, unit, language)
    return tell("spent over years", language, claims, years=years, unspent=unspent, **said)


def settled(series: Series) -> int:
    """The first year from which on every year of the answer is the same."""
    figures = [*series.allocated.values(), series.ceiling]
    year = series.years.last
    while year > series.years.first and all(each[year - 1] == each[series.years.last] for each in figures):
        year -= 1
    return year
