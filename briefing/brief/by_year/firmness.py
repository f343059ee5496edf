"""How firm the series is: more and less than the path, and other readings of the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.briefing.brief.firmness import draws_told
from flessenhals.briefing.brief.table.measures import decimals_of, total_unit
from flessenhals.briefing.document.document import DataTable
from flessenhals.briefing.text.naming import scenario_name, years_in_words
from flessenhals.briefing.text.numbers import lower_limit, share, to_places
from flessenhals.briefing.text.table import Column, Row, Table
from flessenhals.briefing.text.words import say
from flessenhals.solver.optimum.allocation import Allocation
from flessenhals.solver.optimum.dated.series import Series

if TYPE_CHECKING:
    from fractions import Fraction

    from flessenhals.briefing.brief.by_year.run import RunByYear
    from flessenhals.briefing.document.document import Block
    from flessenhals.briefing.text.language import Language

WIDTHS = (33, 15, 13, 13, 14, 12)


def firmness(run: RunByYear, language: Language) -> tuple[Block, ...]:
    """A table of parts of the path, and one of other readings where the plan has any."""
    blocks: list[Block] = [DataTable("shares", shares_table(run, language))]
    if run.readings:
        blocks.append(DataTable("readings", readings_table(run, language), WIDTHS))
    return (*blocks, *draws_told(run.simulation, language))


def shares_table(run: RunByYear, language: Language) -> Table:
    """What there is, what is spent and left, and who gets least, at more and less than the path."""
    rows, notes = [], []
    for part, found, _ in run.shares:
        said = share(part, language)
        if isinstance(found, Allocation):
            rows.append(Row((said, *_figures(run, found)), "subtotal" if part == 1 else "line"))
        else:
            rows.append(Row((said, None, None, None, None)))
            notes.append(say("no split fits share", language, share=said))
    return _table(run, "shares caption", "share of this path", rows, notes, language)


def readings_table(run: RunByYear, language: Language) -> Table:
    """The same path under the plan's other readings, with the year from which all that is asked can be had."""
    rows, notes = [], []
    for found in run.readings:
        scenario = found.plan.scenario
        title = say("asked reading", language) if scenario is None else scenario_name(run.plan, scenario, language)
        if isinstance(found, Allocation):
            rows.append(Row((title, *_figures(run, found), _soon(found, language))))
        else:
            rows.append(Row((title, None, None, None, None, None)))
            notes.append(say("no split fits reading", language, title=title))
    table = _table(run, "paths caption", "reading of the plan", rows, notes, language)
    return table._replace(columns=(*table.columns, Column(say("all asked first", language), "figure")))


def _soon(found: Allocation, language: Language) -> str:
    if found.how_soon is None:
        return ""
    return say("never", language) if found.how_soon.year is None else str(found.how_soon.year)


def _figures(run: RunByYear, found: Allocation) -> tuple[Fraction, Fraction, Fraction, Fraction | None]:
    """Available, spent, left, and the lowest coverage in the last year."""
    step = run.printed.step
    available, total = (to_places(each / step, 0) * step for each in (found.available, found.total))
    lowest = Series(found).lowest_coverage[run.series.years.last]
    return available, total, available - total, None if lowest is None else lower_limit(lowest)


def _table(run: RunByYear, caption: str, first: str, rows: list[Row], notes: list[str], language: Language) -> Table:
    years = run.series.years
    return Table(
        say(caption, language, years=years_in_words(years.all, language), unit=total_unit(run.plan, language)),
        (
            Column(say(first, language), "text"),
            Column(say("available", language), "amount"),
            Column(say("spent", language), "amount"),
            Column(say("figure unspent", language), "amount"),
            Column(say("lowest in last", language, year=str(years.last)), "share"),
        ),
        tuple(rows),
        language,
        decimals_of((run.printed.step,)),
        tuple(notes),
    )
