"""A proposal in a table: a line or a partner a row, and the amount that it is given."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from flessenhals.data.fields.grammar import THOUSAND, either
from flessenhals.data.fields.numbers import comma_amount, with_commas
from flessenhals.data.proposals.entries import Entries, Entry, plainly
from flessenhals.data.sheets.csv_table import csv_table
from flessenhals.data.sheets.workbook import workbook_rows
from flessenhals.data.source.errors import Fault, InputError, Place, refused
from flessenhals.data.source.names import instead
from flessenhals.data.source.tree import Blank, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from flessenhals.data.proposals.entries import Reader
    from flessenhals.data.source.tree import Row

KEYS = ("line", "partner")
AMOUNT = "amount"
FOR_PEOPLE = ("name", "note")
POINT, COMMA = re.compile(r"(\d+)\.(\d+)"), re.compile(r"\d+,\d+")
NAME_ON_COMMAND_LINE = "name one: --sheet NAME"


def table_entries(path: Path, sheet: str | None) -> Entries:
    """The amounts in a CSV file, or in a sheet of an XLSX or ODS workbook.

    In a file with semicolons between its columns the decimal sign is a comma or a point, the same all through; in one
    with commas it is a point. A number in a workbook has only one meaning.

    Args:
        path: the file; its ending says which kind it is.
        sheet: the name of the sheet, where there is more than one.

    Raises:
        InputError: where it is no such table, or its decimal signs are mixed.
    """
    if path.suffix.lower() != ".csv":
        return _entries(workbook_rows(path, sheet, NAME_ON_COMMAND_LINE), str(path), plainly)
    if sheet is not None:
        raise refused(Place(str(path)), "a .csv file has no sheets", "leave --sheet out")
    table = csv_table(path)
    found = _entries(table.rows, str(path), plainly)
    typed = [entry.amount for entry in found.entries if isinstance(entry.amount, Text)]
    if table.delimiter == ";" and any(COMMA.fullmatch(text) for text in typed):
        _refuse_mixed(typed)
        return found._replace(read=comma_amount)
    return found


def _refuse_mixed(typed: Iterable[Text]) -> None:
    """Say of amounts with a decimal point that the file has decimal commas elsewhere."""
    faults = []
    for text in typed:
        match = POINT.fullmatch(text)
        if match:
            doubtful = len(match[2]) == THOUSAND and match[1] != "0"
            write = with_commas(either(match[1], match[2]) if doubtful else f"write {text}")
            wrong = "has a decimal point, and other amounts in this file have a decimal comma"
            faults.append(Fault(text.place, AMOUNT, text, wrong, write))
    if faults:
        raise InputError(faults)


def _entries(rows: Iterator[Row], file: str, read: Reader) -> Entries:
    header = next(rows, None)
    if header is None:
        raise refused(Place(file), "is empty", "write line and amount in its first row, and below it a line a row")
    names = _header(header)
    key = next(name for name in KEYS if name in names)
    entries, faults = [], []
    for row in rows:
        cells = dict(zip(names, row.cells, strict=True))
        name, given = cells[key], cells[AMOUNT]
        if name is None:
            faults.append(Fault(row.place, key, None, "is missing in this row", f"write the id of the {key}"))
        else:
            entries.append(Entry(name, name.place, given if given is not None else Blank(name.place)))
    if faults:
        raise InputError(faults)
    return Entries(key, tuple(entries), Place(file), read)


def _header(header: Row) -> list[str]:
    """The names of the columns, of which one says who gets an amount and one says how much."""
    names = [*KEYS, AMOUNT, *FOR_PEOPLE]
    faults: list[Fault] = []
    seen: list[str] = []
    for cell in header.cells:
        if cell is None:
            faults.append(Fault(header.place, None, None, "a column has no name", "name it, or remove the column"))
        elif cell not in names:
            faults.append(Fault(cell.place, None, cell, "is not a column of a proposal", instead(cell, names)))
        elif cell in seen:
            faults.append(Fault(cell.place, None, cell, "stands twice in the header", "keep one of them"))
        elif cell in KEYS and any(key in seen for key in KEYS):
            wrong = "stands beside a column that says the same in another way"
            faults.append(Fault(cell.place, None, cell, wrong, "keep line or partner, not both"))
        seen.append(str(cell or ""))
    if not faults:
        if not any(key in seen for key in KEYS):
            faults.append(Fault(header.place, "line", None, "is missing in the header", "add a column line"))
        if AMOUNT not in seen:
            faults.append(Fault(header.place, AMOUNT, None, "is missing in the header", f"add a column {AMOUNT}"))
    if faults:
        raise InputError(faults)
    return seen
