"""A briefing as a workbook that lives: formulas for what can be worked out, exact figures, the proof by hand."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

from flessenhals.briefing.brief.by_year.run import RunByYear
from flessenhals.briefing.brief.run import Run
from flessenhals.briefing.document.document import Chart, DataTable
from flessenhals.briefing.text.words import say
from flessenhals.briefing.writers.layout import laid_out
from flessenhals.briefing.writers.xlsx.book import Book
from flessenhals.briefing.writers.xlsx.by_year import wide_sheet
from flessenhals.briefing.writers.xlsx.data import data_sheet, figures_sheet
from flessenhals.briefing.writers.xlsx.long_sheet import long_sheet
from flessenhals.briefing.writers.xlsx.measures import measures_sheet
from flessenhals.briefing.writers.xlsx.proof import Shown, proof_sheets
from flessenhals.briefing.writers.xlsx.text import text_sheet
from flessenhals.briefing.writers.xlsx.year_charts import year_charts

if TYPE_CHECKING:
    from flessenhals.briefing.document.document import Document

MEASURES, BEHIND = "measures", "annex-figures"


def xlsx(run: Run | RunByYear, document: Document) -> bytes:
    """A briefing as an Excel workbook.

    A sheet per section of the document; that of the measures has formulas for differences, parts and totals, the exact
    amounts and the ceiling as a named cell. Then the charts with their data, the proof of each stage of the optimum as
    two sums that are equal, and every amount in long form as a table. Every formula has its value beside it, for
    viewers that work nothing out.

    Args:
        run: for the figures, exactly.
        document: the same run in words.
    """
    written = io.BytesIO()
    book = Book(written, document)
    charts = []
    for section, placed in laid_out(document):
        charts += [(block, caption) for block, caption in placed if isinstance(block, Chart) and caption is not None]
        table = next((each for each in placed if getattr(each.block, "id", "") == MEASURES), None)
        if isinstance(run, Run) and section.id == MEASURES and table and isinstance(table.block, DataTable):
            measures_sheet(book, run, table.block, section.heading, str(table.caption))
            others = [each for each in placed if each is not table and not isinstance(each.block, Chart)]
            if others:
                text_sheet(book, replace(section, heading=say("tab of groups", document.language)), others)
        elif section.id != BEHIND:
            first = not book.file.worksheets()
            text_sheet(book, section, placed, (document.eyebrow, document.title, document.standfirst) if first else ())
    if isinstance(run, RunByYear):
        wide = wide_sheet(book, run, say("tab of series", document.language))
        year_charts(book, run, wide, [each for each, _ in charts])
        chain = [each for each in charts if each[0].id == "bottle"]
        if chain:
            figures_sheet(book, chain, say("tab of chain", document.language))
    elif charts:
        figures_sheet(book, charts, say("tab of figures", document.language))
    shown = proof_sheets(book, run) if isinstance(run, Run) else Shown((), 0)
    if shown.left_out:
        last = shown.sheets[-1] if shown.sheets else book.sheet(say("tab of proof", document.language, number=1))
        last.write_string(6, 0, say("proofs left out", document.language, count=shown.left_out))
    if isinstance(run, Run):
        data_sheet(book, run)
    else:
        long_sheet(book, run)
    book.file.close()
    return written.getvalue()
