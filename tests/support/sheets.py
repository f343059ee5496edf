"""Workbooks as spreadsheet programs write them, for tests that read them."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import odfdo
import xlsxwriter
import xlsxwriter.worksheet

Rows = Sequence[Sequence[Any]]
Special = Callable[[xlsxwriter.Workbook, xlsxwriter.worksheet.Worksheet], object]


def write_xlsx(path: Path, sheets: Mapping[str, Rows], special: Special | None = None) -> None:
    """A workbook with these sheets; what is special is done to the first of them."""
    with xlsxwriter.Workbook(path) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
        if special:
            special(book, book.worksheets()[0])


def write_ods(path: Path, sheets: Mapping[str, Rows]) -> None:
    """An ODS workbook with these sheets."""
    document = odfdo.Document("spreadsheet")
    document.body.clear()
    for name, rows in sheets.items():
        table = odfdo.Table(name)
        for values in rows:
            row = odfdo.Row()
            row.set_values(values)
            table.append_row(row)
        document.body.append(table)
    document.save(path)
