"""A table's file as grids of cells, whatever its form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.data.tables.layout import Grid

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = (".csv", ".tsv", ".txt")
SUFFIXES = (*TEXTS, ".xlsx", ".ods")


def grids_of(path: Path, sheet: str | None, how_to_name: str, content: bytes | None = None) -> list[Grid]:
    """The cells of a file, in each of the ways in which they can be told apart: a workbook has one.

    Args:
        path: a .csv, .tsv, .txt, .xlsx or .ods file.
        sheet: the sheet of a workbook that has more than one.
        how_to_name: how a sheet is named, for whoever has to.
        content: what the file holds, where it has been read already.

    Raises:
        InputError: where it is no such file.
    """
    if path.suffix.lower() in TEXTS:
        from flessenhals.data.sheets.csv_table import csv_tables  # noqa: PLC0415 - a table has one form

        return [Grid(str(path), table.rows, table.delimiter) for table in csv_tables(path, content)]
    from flessenhals.data.sheets.workbook import workbook_sheet  # noqa: PLC0415 - the same

    found = workbook_sheet(path, sheet, how_to_name, content)
    return [Grid(str(path), found.rows, None, found.hidden_columns)]
