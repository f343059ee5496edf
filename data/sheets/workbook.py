"""The rows of a sheet in an XLSX or ODS workbook."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum

from flessenhals.data.sheets.archive import parts_of
from flessenhals.data.sheets.pitfalls import ods_pitfalls, xlsx_pitfalls
from flessenhals.data.source.errors import Fault, InputError, Place, refused
from flessenhals.data.source.files import read_bytes
from flessenhals.data.source.limits import MOST_FAULTY_ITEMS, READ_NO_FURTHER
from flessenhals.data.source.names import instead
from flessenhals.data.source.tree import Row, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

MOST_BYTES = 20_000_000


NAME_IN_PLAN = "name one: lines: {table: ..., sheet: ...}"


def workbook_rows(path: Path, sheet: str | None, how_to_name: str = NAME_IN_PLAN) -> Iterator[Row]:
    """The rows of the only sheet, or of the one that is named, the header first; empty rows are passed over.

    Args:
        path: the workbook.
        sheet: the name of the sheet; None where there is only one.
        how_to_name: what to write where there are more.

    Raises:
        InputError: where it is no such workbook, or a cell holds what cannot be read with certainty.
    """
    file = str(path)
    content = read_bytes(path, most_bytes=MOST_BYTES)
    parts = parts_of(content, file)
    pitfalls = ods_pitfalls(parts, file) if path.suffix.lower() == ".ods" else xlsx_pitfalls(parts, file)
    try:
        with CalamineWorkbook.from_filelike(parts.packed()) as workbook:
            name = _chosen(workbook, sheet, file, how_to_name)
            found = pitfalls(name)
            grid = workbook.get_sheet_by_name(name)
            merged = grid.merged_cell_ranges or []
            values = grid.to_python(skip_empty_area=False)
    except CalamineError as error:
        raise refused(
            Place(file), f"cannot be read as a workbook ({error})", "open it and save it again as .xlsx"
        ) from None
    faults = [Fault(_cell(file, name, *at), None, None, wrong, write) for at, wrong, write in found]
    for first, last in merged:
        span = f"{address(*first)}:{address(*last)}"
        faults.append(
            Fault(_cell(file, name, *first), None, None, f"{span} are merged", "undo the merge and fill every cell")
        )
    rows = list(_rows(values, file, name, faults))
    if faults:
        raise InputError(faults)
    return iter(rows)


def _chosen(workbook: CalamineWorkbook, sheet: str | None, file: str, how_to_name: str) -> str:
    names = [it.name for it in workbook.sheets_metadata if it.typ == SheetTypeEnum.WorkSheet]
    if sheet is not None and sheet not in names:
        raise refused(Place(file), f"has no sheet '{sheet}'", instead(sheet, names))
    if sheet is None and len(names) != 1:
        raise refused(Place(file), f"has {len(names)} sheets: {', '.join(names)}", how_to_name)
    return names[0] if sheet is None else sheet


def _rows(values: Sequence[Sequence[object]], file: str, sheet: str, faults: list[Fault]) -> Iterator[Row]:
    header = values[0] if values else ()
    width = max((column + 1 for column, value in enumerate(header) if value != ""), default=0)
    letters = [_letters(column) for column in range(len(header))]
    for number, row in enumerate(values, start=1):
        cells: list[Text | None] = [None] * width
        for column, value in enumerate(row):
            if value == "":
                continue
            place = Place(file, number, column + 1, f"{sheet}!{letters[column]}{number}")
            if column < width:
                cells[column] = _text(value, place, faults)
            else:
                faults.append(Fault(place, None, None, "stands beside the columns of the header", "clear this cell"))
        if any(cells):
            yield Row(Place(file, number, None, f"{sheet}!A{number}"), cells)
        if len(faults) >= MOST_FAULTY_ITEMS:
            faults.append(Fault(Place(file, number), None, None, *READ_NO_FURTHER))
            return


def _text(value: object, place: Place, faults: list[Fault]) -> Text | None:
    if isinstance(value, str):
        return Text(value.strip(), place) if value.strip() else None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return Text(as_decimal(value), place, typed=False)
    what = "a yes or no" if isinstance(value, bool) else "a date or time"
    wrong = f"is {what}, not a number or text"
    faults.append(Fault(place, None, str(value), wrong, "write a number or text in this cell"))
    return None


def as_decimal(value: float) -> str:
    """The shortest decimal that stands for the number in a cell, written out in full."""
    text = repr(value)
    if "e" in text:
        text = format(Decimal(text), "f")
    return (text.rstrip("0").rstrip(".") if "." in text else text) if value else "0"


def address(row: int, column: int) -> str:
    """The address of a cell by its row and column, counted from 0: `C4`."""
    return f"{_letters(column)}{row + 1}"


def _letters(column: int) -> str:
    letters = ""
    column += 1
    while column:
        column, digit = divmod(column - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return letters


def _cell(file: str, sheet: str, row: int, column: int) -> Place:
    return Place(file, row + 1, column + 1, f"{sheet}!{address(row, column)}")
