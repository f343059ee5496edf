"""A result's records as a workbook: one sheet, a record a row, numbers as numbers."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from xlsxwriter import Workbook

WIDEST = 40


def records_as_xlsx(records: Sequence[Mapping[str, Any]], name: str) -> bytes:
    """Records as an Excel workbook, with the same columns as their CSV file.

    Args:
        records: all with the same keys.
        name: of the sheet.
    """
    import xlsxwriter  # noqa: PLC0415 - for workbooks alone

    written = io.BytesIO()
    book = xlsxwriter.Workbook(written, {"in_memory": True})
    write_records(book, records, name)
    book.close()
    return written.getvalue()


def write_records(book: Workbook, records: Sequence[Mapping[str, Any]], name: str) -> None:
    """Records as a sheet of a workbook.

    Args:
        book: what to add it to.
        records: all with the same keys.
        name: of the sheet.
    """
    sheet = book.add_worksheet(name)
    columns = list(records[0]) if records else []
    bold = book.add_format({"bold": True, "bottom": 1})
    for column, key in enumerate(columns):
        shown = [key, *(str(record[key]) for record in records if isinstance(record[key], str))]
        sheet.set_column(column, column, min(max(map(len, shown)) + 2, WIDEST))
        sheet.write_string(0, column, key, bold)
        for row, record in enumerate(records, start=1):
            value = record[key]
            if isinstance(value, bool | str):
                sheet.write_string(row, column, str(value))
            elif value is not None:
                sheet.write_number(row, column, value)
    sheet.freeze_panes(1, 1)
    if columns:
        sheet.autofilter(0, 0, len(records), len(columns) - 1)
