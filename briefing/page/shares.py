"""What the page's slider of a path shows: the series at every step, worked out before, as texts in their places."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flessenhals.briefing.brief.by_year.series import series_table
from flessenhals.briefing.results.allocation_by_year import Shown, shown_years
from flessenhals.briefing.text.numbers import amount, least_share, money
from flessenhals.briefing.text.words import say
from flessenhals.solver.rounding.by_year import over_years

if TYPE_CHECKING:
    from flessenhals.briefing.brief.by_year.run import AnswerByYear, ShareOfPath
    from flessenhals.briefing.text.language import Language
    from flessenhals.briefing.text.table import Table


def shares(run: AnswerByYear, language: Language, table: Table) -> dict[str, Any] | None:
    """The steps, and which of them is the briefing's own; None where there is nothing to slide over.

    Args:
        run: with its steps.
        language: of the texts.
        table: the series as it stands in the document.
    """
    if len(run.steps) <= 1:
        return None
    home = next(place for place, step in enumerate(run.steps) if step.share == 1)
    columns = shown_years(run.series, language)
    steps = [_step(run, step, columns, table, language) for step in run.steps]
    return {"home": home, "steps": steps}


def _step(run: AnswerByYear, step: ShareOfPath, columns: Shown, table: Table, language: Language) -> dict[str, Any]:
    percentage = amount(100 * step.share, language)
    told = {"id": str(100 * step.share), "share": f"{percentage}%"}
    unit = run.plan.unit
    if step.share == 1:
        return {**told, **_texts(table), **_figures(step, unit, language), "said": say("share home", language)}
    if step.printed is None:
        nothing = [[str(row.cells[0]), *("–" for _ in row.cells[1:])] for row in table.rows]
        said = say("share none", language, share=told["share"])
        return {**told, "head": list(columns.headings), "rows": nothing, "figures": ["–"] * 4, "said": said}
    own = shown_years(step.printed.exact, language)
    structural = own.headings[-1] if own.years == columns.years else str(columns.years[-1])
    shown = Shown(columns.years, (*columns.headings[:-1], structural))
    there = series_table(step.printed, shown, language, shifted=any(run.printed.shifted.values()))
    said = say(
        "share state", language, share=told["share"], total=money(over_years(step.printed.total), unit, language)
    )
    return {**told, **_texts(there), **_figures(step, unit, language), "said": said}


def _texts(table: Table) -> dict[str, Any]:
    rows = [
        [table.shown(column, cell) for column, cell in zip(table.columns, row.cells, strict=True)] for row in table.rows
    ]
    return {"head": [column.heading for column in table.columns[1:]], "rows": rows}


def _figures(step: ShareOfPath, unit: str, language: Language) -> dict[str, list[str]]:
    printed = step.printed
    if printed is None:
        return {"figures": []}
    lowest = printed.exact.lowest_coverage[printed.exact.years.last]
    sums = (printed.ceiling, printed.total, printed.left)
    least = "–" if lowest is None else least_share(lowest, language)
    return {"figures": [*(money(over_years(each), unit, language) for each in sums), least]}
