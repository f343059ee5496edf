"""The series: years as columns, the last one structural; what there is, what each line gets, and what is left."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.briefing.brief.by_year.in_units import units_by_year
from flessenhals.briefing.brief.by_year.message import cannot_be_spent, held_by, holding_rules, years_left
from flessenhals.briefing.brief.by_year.readings import readings_beside
from flessenhals.briefing.brief.table.measures import decimals_of, prices_of, total_unit, unit_of
from flessenhals.briefing.brief.table.short import short_of
from flessenhals.briefing.charts.partners_chart import panels_of, partners_sketch
from flessenhals.briefing.charts.years_chart import years_sketch
from flessenhals.briefing.document.document import Chart, DataTable
from flessenhals.briefing.results.allocation_by_year import Shown, settled, shown_years
from flessenhals.briefing.text.naming import cut_short, group_name, line_name, rule_name, years_in_words
from flessenhals.briefing.text.numbers import least_share, lower_limit, money
from flessenhals.briefing.text.table import Column, Row, Table
from flessenhals.briefing.text.told import tell
from flessenhals.briefing.text.words import listed, say
from flessenhals.constraints.constraint import in_year
from flessenhals.solver.claims.dated.building_up import SameFrom
from flessenhals.solver.claims.dated.shifting import ShiftsTo
from flessenhals.solver.claims.dated.spending import MoreInYearWithout, PrintedNear, PrintedOff
from flessenhals.solver.rounding.by_year import lines_by_group, over_years

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from flessenhals.briefing.brief.by_year.run import AnswerByYear, RunByYear
    from flessenhals.briefing.document.document import Block
    from flessenhals.briefing.text.language import Language
    from flessenhals.briefing.text.table import Role
    from flessenhals.solver.rounding.by_year import PrintedSeries

ZERO = Fraction(0)
NAME, FIGURE = 34.0, 9.0
MOST_YEARS = 10
MOST_NAMED = 3


def series(run: RunByYear, language: Language) -> tuple[Block, ...]:
    """The table in the years that the plan asks for, and below it why money is left."""
    shown = shown_years(run.series, language)
    left = "not spendable" if run.allocation.unspent and cannot_be_spent(run) else "cannot be spent"
    table = series_table(run.printed, shown, language, left=left)._replace(
        title=say("series caption", language, unit=unit_of(run.plan, language), prices=prices_of(run.plan, language)),
        notes=tuple(_notes(run, language)),
    )
    growth = [_by_partner(run, language)] if len(run.series.years.all) > 1 else []
    return (
        _by_programme(run, language),
        DataTable("series", table, _widths(table)),
        *units_by_year(run, language),
        *readings_beside(run, language),
        *_short(run, language),
        *growth,
    )


def _short(run: RunByYear, language: Language) -> tuple[Block, ...]:
    """What each line asks and does not get, over all years together."""
    plan, asked, printed = run.plan, run.series.proposed, run.printed
    lines = [
        (line_name(plan, each.line, language), over_years(asked[each.line.id]), over_years(printed.lines[each.line.id]))
        for each in run.series.years.lines
    ]
    years = years_in_words(run.series.years.all, language)
    title = say("short caption over years", language, years=years, unit=total_unit(plan, language))
    return short_of(lines, title, decimals_of((printed.step,)), language)


def series_block(run: AnswerByYear, language: Language) -> DataTable:
    """The table of the series alone, for a page without a briefing around it."""
    table = series_table(run.printed, shown_years(run.series, language), language)
    named = say("series caption", language, unit=unit_of(run.plan, language), prices=prices_of(run.plan, language))
    return DataTable("series", table._replace(title=named), _widths(table))


def _by_programme(run: RunByYear, language: Language) -> Chart:
    """The series as stacked areas, with the figures that it draws."""
    plan, printed, years = run.plan, run.printed, run.series.years.all
    left = "years cannot" if run.allocation.unspent and cannot_be_spent(run) else "years left"
    sketch = years_sketch(printed, language, left)
    groups = list(printed.groups)
    one = groups == [None]
    names = [say("total", language) if one else group_name(plan, "programme", each, language) for each in groups]
    heads = [say("year", language), *names, say("figure unspent", language)]
    data = Table(
        sketch.title,
        tuple(Column(head, "amount" if place else "count") for place, head in enumerate(heads)),
        tuple(Row((year, *(each[year] for each in printed.groups.values()), printed.left[year])) for year in years),
        language,
        decimals_of((printed.step,)),
    )
    return Chart("years", sketch.title, None, sketch.about, data, "series", sketch)


def _by_partner(run: RunByYear, language: Language) -> Chart:
    """The build-up per partner as small multiples, with the parts that it draws."""
    years = run.series.years.all
    sketch, panels = partners_sketch(run.printed, language), panels_of(run.printed, language)
    data = Table(
        say("growth data", language),
        (Column(say("partner", language), "text"), *(Column(str(year), "share") for year in years)),
        tuple(
            Row((partner, *(None if part is None else lower_limit(part) for part in panel.course)))
            for panel in panels
            for partner in panel.partners
        ),
        language,
    )
    return Chart("partners", sketch.title, None, sketch.about, data, "", sketch)


def every_year(run: RunByYear, language: Language) -> tuple[Block, ...]:
    """The same in every year, with what the years come to together; none where that stands in the text already."""
    years = run.series.years
    shown = Shown(years.all, tuple(map(str, years.all)))
    if len(years.all) == 1 or len(years.all) > MOST_YEARS:
        return ()
    left = "not spendable" if run.allocation.unspent and cannot_be_spent(run) else "cannot be spent"
    table = series_table(run.printed, shown, language, left=left, together=True)._replace(
        title=say("every year caption", language, unit=total_unit(run.plan, language))
    )
    return (DataTable("every-year", table, _widths(table)),)


def series_table(
    printed: PrintedSeries,
    shown: Shown,
    language: Language,
    *,
    left: str = "cannot be spent",
    shifted: bool | None = None,
    together: bool = False,
) -> Table:
    """The rows of the series, without a caption.

    Args:
        printed: the series.
        shown: the years that are columns.
        language: the reader's.
        left: the words for what is left.
        shifted: whether there is a row of what moves between years; None where anything does.
        together: whether a last column has what the years come to together.
    """
    series_ = printed.exact
    plan = series_.allocation.plan
    rows: list[Row] = []

    def row(name: str, by_year: Mapping[int, Fraction], role: Role = "line") -> None:
        sums = (over_years(dict(by_year)),) if together else ()
        rows.append(Row((name, *(by_year[year] for year in shown.years), *sums), role))

    asked = {year: sum((each[year] for each in series_.proposed.values()), start=ZERO) for year in series_.years.all}
    row(say("asked in all", language), asked)
    for kind, amounts in printed.kinds.items():
        row(say(f"{kind} money", language), amounts)
    if any(printed.shifted.values()) if shifted is None else shifted:
        row(say("shifted in", language), printed.shifted)
    row(say("available", language), printed.available, "total")
    names = {each.line.id: line_name(plan, each.line, language) for each in series_.years.lines}
    groups = lines_by_group(series_)
    for group, lines in groups.items():
        if len(groups) > 1:
            row(group_name(plan, "programme", group, language), printed.groups[group], "subtotal")
        for line in lines:
            row(names[line], printed.lines[line])
    if plan.is_cofunded:
        row(say("given with others", language), printed.given, "total")
        row(say("of which others pay", language), printed.cofunded)
    row(say("spent", language), printed.total, "total")
    row(say(left, language), printed.left, "total")
    fits = say("within frame", language)
    blank = ("",) if together else ()
    rows.append(Row((say("frame check", language), *(fits for _ in shown.years), *blank)))
    lowest = series_.lowest_coverage
    shares = ("" if (each := lowest[year]) is None else least_share(each, language) for year in shown.years)
    rows.append(Row((say("lowest coverage", language), *shares, *blank)))
    heads = (*shown.headings, say("all years", language)) if together else shown.headings
    return Table(
        title="",
        columns=(Column(say("measure", language), "text"), *(Column(head, "amount") for head in heads)),
        rows=tuple(rows),
        language=language,
        decimals=decimals_of((printed.step,)),
    )


def _notes(run: RunByYear, language: Language) -> Iterable[str]:
    rules = holding_rules(run)
    if rules and over_years(printed_left := run.printed.left) and cannot_be_spent(run):
        claims = [MoreInYearWithout(rule, each.year, each.spendable) for each in run.unspendable for rule in rules]
        left = money(over_years(printed_left), run.plan.unit, language)
        years = years_in_words(years_left(run), language)
        names = held_by(run, rules, language)
        yield tell("not spendable because", language, claims, left=left, years=years, names=names)
    yield from _shifted(run, language)
    same = settled(run.series)
    last = run.series.years.last
    if same < last:
        amount = money(run.printed.total[last], run.plan.unit, language)
        yield tell("from then on so much", language, [SameFrom(same)], year=str(same), amount=amount)
    moved = run.printed.largest_shift
    step = money(run.printed.step, run.plan.unit, language)
    given = tuple(
        (str(in_year(line, year)), each) for line, years in run.printed.lines.items() for year, each in years.items()
    )
    near, missed = PrintedNear(given, run.printed.step if moved else ZERO), run.printed.missed
    key = "series exact" if not moved else "series rounded" if missed else "series rounded, kept"
    broken = tuple(dict.fromkeys(str(row.id.rule) for row in missed))
    off = PrintedOff(given, broken)
    yield tell(key, language, [near] if missed else [near, off], step=step)
    if missed:
        called = [rule_name(run.plan.rule_by_id[rule], language) for rule in broken]
        yield tell("series off", language, [off], names=listed(cut_short(called, MOST_NAMED, language), language))


def _shifted(run: RunByYear, language: Language) -> Iterable[str]:
    """What of each year's money is used in another, a sentence each."""
    for year, size in run.series.shift.items():
        if size:
            key = "used later" if size > 0 else "used earlier"
            amount = money(abs(size), run.plan.unit, language)
            yield tell(key, language, [ShiftsTo(year, size)], amount=amount, year=str(year), next=str(year + 1))


def _widths(table: Table) -> tuple[float, ...]:
    return (NAME, *(FIGURE for _ in table.columns[1:]))
