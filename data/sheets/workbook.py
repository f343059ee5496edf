"""The rows of a sheet in an XLSX or ODS workbook."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum

from flessenhals.data.sheets.archive import parts_of
from flessenhals.data.sheets.pitfalls import ods_notes, xlsx_notes
from flessenhals.data.source.decimals import as_decimal
from flessenhals.data.source.errors import Place, refused
from flessenhals.data.source.files import read_bytes
from flessenhals.data.source.names import instead
from flessenhals.data.source.remarks import remark
from flessenhals.data.source.tree import Computed, Row, Scaled, Text, Unreadable
from flessenhals.solver.plan.message import told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from flessenhals.data.sheets.sheet_cells import SheetNotes

MOST_BYTES = 20_000_000


NAME_IN_PLAN = "name one: lines: {table: ..., sheet: ...}"


class Sheet(NamedTuple):
    """A sheet of a workbook.

    Attributes:
        rows: those with something in them.
        hidden_columns: those that people who open it do not see, counted from 0.
    """

    rows: list[Row]
    hidden_columns: frozenset[int]


def workbook_sheet(
    path: Path, sheet: str | None, how_to_name: str = NAME_IN_PLAN, content: bytes | None = None
) -> Sheet:
    """The rows of the sheet that is named, or of the only one that is not empty; what is uncertain is Unreadable.

    Args:
        path: the workbook.
        sheet: the name of the sheet; None for the only one, or the only one with something in it.
        how_to_name: what to write where there are more.
        content: what it holds, where that has been read already.

    Raises:
        InputError: where it is no such workbook, or has no such sheet.
    """
    file = str(path)
    content = read_bytes(path, most_bytes=MOST_BYTES) if content is None else content
    parts = parts_of(content, file)
    notes_of = ods_notes(parts, file) if path.suffix.lower() == ".ods" else xlsx_notes(parts, file)
    try:
        with CalamineWorkbook.from_filelike(parts.packed()) as workbook:
            name = _chosen(workbook, sheet, file, how_to_name, notes_of)
            notes = notes_of(name)
            grid = workbook.get_sheet_by_name(name)
            merged = grid.merged_cell_ranges or []
            values = grid.to_python(skip_empty_area=False)
    except CalamineError as error:
        raise refused(
            Place(file),
            told("cannot be read as a workbook ({error})", error=str(error)),
            "open it and save it again as .xlsx",
        ) from None
    for first, last in merged:
        span = f"{address(*first)}:{address(*last)}"
        notes.pitfalls.setdefault(first, (told("{span} are merged", span=span), "undo the merge and fill every cell"))
    return Sheet(list(_rows(values, file, name, notes)), frozenset(notes.hidden_columns))


def names_of_sheets(path: Path) -> list[str]:
    """The sheets of a workbook, by name.

    Raises:
        InputError: where it is no such workbook.
    """
    content = read_bytes(path, most_bytes=MOST_BYTES)
    parts = parts_of(content, str(path))
    try:
        with CalamineWorkbook.from_filelike(parts.packed()) as workbook:
            return _worksheets(workbook)
    except CalamineError as error:
        raise refused(Place(str(path)), str(error), "open it and save it again as .xlsx") from None


def _worksheets(workbook: CalamineWorkbook) -> list[str]:
    return [it.name for it in workbook.sheets_metadata if it.typ == SheetTypeEnum.WorkSheet]


def _chosen(
    workbook: CalamineWorkbook, sheet: str | None, file: str, how_to_name: str, notes_of: Callable[[str], SheetNotes]
) -> str:
    """The sheet that is named; else the only one, or the only one with something in it, which is said."""
    names = _worksheets(workbook)
    if sheet is not None:
        if sheet not in names:
            raise refused(Place(file), told("has no sheet '{sheet}'", sheet=sheet), instead(sheet, names))
        return sheet
    if len(names) == 1:
        return names[0]
    distinct = len(set(names)) == len(names)
    filled = list(islice((name for name in names if _is_filled(workbook, name, notes_of)), 2)) if distinct else []
    if len(filled) != 1:
        raise refused(
            Place(file), told("has {count} sheets: {names}", count=len(names), names=", ".join(names)), how_to_name
        )
    remark(Place(file), "sheet", filled[0], ", ".join(name for name in names if name != filled[0]))
    return filled[0]


def _is_filled(workbook: CalamineWorkbook, name: str, notes_of: Callable[[str], SheetNotes]) -> bool:
    """Whether a sheet has anything in it, be it a formula that nobody has worked out."""
    if notes_of(name).pitfalls:
        return True
    cells = (cell for row in workbook.get_sheet_by_name(name).to_python() for cell in row)
    return any(cell.strip() if isinstance(cell, str) else True for cell in cells)


def _rows(values: Sequence[Sequence[object]], file: str, sheet: str, notes: SheetNotes) -> Iterator[Row]:
    letters = [_letters(column) for column in range(len(values[0]) if values else 0)]
    for number, row in enumerate(values):
        cells: list[Text | None] = []
        for column, value in enumerate(row):
            at = number, column
            if value == "" and at not in notes.pitfalls:
                cells.append(None)
                continue
            place = Place(file, number + 1, column + 1, f"{sheet}!{letters[column]}{number + 1}")
            cells.append(_cell(value, place, notes.pitfalls.get(at), notes.factors.get(at, 1)))
        if any(cell is not None for cell in cells):
            yield Row(Place(file, number + 1, None, f"{sheet}!A{number + 1}"), cells, number in notes.hidden_rows)


def _cell(value: object, place: Place, pitfall: tuple[str, str] | None, factor: int) -> Text | None:
    if pitfall:
        return Unreadable(str(value).strip(), place, *pitfall)
    if isinstance(value, str):
        return Text(value.strip(), place) if value.strip() else None
    if isinstance(value, int | float) and not isinstance(value, bool):
        text = as_decimal(value)
        if factor != 1:
            return Scaled(text, place, factor)
        whole = isinstance(value, int) or float(text) == value
        return Text(text, place, typed=False) if whole else Computed(text, place, repr(value))
    what = "a yes or no" if isinstance(value, bool) else "a date or time"
    wrong = told("'{value}' is {what}, not a number or text", value=value, what=told(what))
    return Unreadable(
        str(value),
        place,
        wrong,
        "write a number or text in this cell"
        if isinstance(value, bool)
        else "format the cell as a number, and check the amount in it",
    )


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
