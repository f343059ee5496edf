"""What a workbook holds that a reader of values does not tell: errors, formulas never calculated, percentages."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from data.errors import Place, refused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from zipfile import ZipFile

Pitfall = tuple[tuple[int, int], str, str]

NEVER = ("has a formula that was never calculated", "open the workbook, save it, and try again")
ERROR = ("is an error in the spreadsheet", "mend its formula")
PERCENTAGE = ("is formatted as a percentage", "write a share as text, '50%, or format the cell as a number")
MERGED = ("is merged with its neighbours", "undo the merge and fill every cell")

MOST_ROWS = 100_001
MOST_COLUMNS = 26
PERCENT_FORMATS = {"9", "10"}
# A cell with something in it in column AA or beyond, or row 200000 or beyond: memory would fill with blanks.
FAR = re.compile(rb"""<(?:\w+:)?c\b[^>]*?\br=["'](?:[A-Z]{2,}\d+|[A-Z]+(?:[2-9]\d{5}|\d{7,}))["'][^>/]*>""")


def xlsx_pitfalls(archive: ZipFile, file: str) -> Callable[[str], list[Pitfall]]:
    """The pitfalls of an XLSX workbook, by the name of a sheet.

    Raises:
        InputError: where a part is missing or no XML, or a cell lies far outside of any table of lines.
    """
    try:
        workbook = _parsed(archive.read("xl/workbook.xml"))
        targets = {
            it.get("Id"): posixpath.normpath(posixpath.join("/xl", it.get("Target", "")))[1:]
            for it in _parsed(archive.read("xl/_rels/workbook.xml.rels"))
        }
        percent = _percent_styles(archive)
        parts = {
            it.get("name", ""): archive.read(targets[_attribute(it, "id")])
            for it in workbook.iter()
            if _local(it.tag) == "sheet" and targets.get(_attribute(it, "id"), "").startswith("xl/worksheets/")
        }
    except (KeyError, ET.ParseError):
        raise refused(
            Place(file), "is not a workbook as spreadsheet programs write it", "open it and save it again"
        ) from None
    for name, part in parts.items():
        if FAR.search(part):
            raise _far(file, name)
    stale = any(_local(it.tag) == "calcPr" and it.get("fullCalcOnLoad") in {"1", "true"} for it in workbook.iter())
    return lambda sheet: list(_of_xlsx_sheet(parts.get(sheet, b""), percent, stale=stale))


def _percent_styles(archive: ZipFile) -> set[str]:
    if "xl/styles.xml" not in archive.namelist():
        return set()
    styles = list(_parsed(archive.read("xl/styles.xml")).iter())
    formats = PERCENT_FORMATS | {
        it.get("numFmtId", "") for it in styles if _local(it.tag) == "numFmt" and "%" in it.get("formatCode", "")
    }
    cells = next((list(it) for it in styles if _local(it.tag) == "cellXfs"), [])
    return {str(index) for index, it in enumerate(cells) if it.get("numFmtId") in formats}


def _of_xlsx_sheet(part: bytes, percent: set[str], *, stale: bool) -> Iterator[Pitfall]:
    if not percent and not re.search(rb"""<(?:\w+:)?f\b|\bt=["']e""", part):
        return
    for cell in _parsed(part).iter():
        if _local(cell.tag) != "c":
            continue
        inside = {_local(it.tag): it.text for it in cell}
        found = None
        if cell.get("t") == "e":
            found = ERROR
        elif "f" in inside and (stale or (not inside.get("v") and cell.get("t") != "str")):
            found = NEVER
        elif inside.get("v") and cell.get("s") in percent:
            found = PERCENTAGE
        if found:
            yield _indices(cell.get("r", "A1")), *found


def ods_pitfalls(archive: ZipFile, file: str) -> Callable[[str], list[Pitfall]]:
    """The pitfalls of an ODS workbook, by the name of a sheet.

    Raises:
        InputError: where a part is missing or no XML, or a cell lies far outside of any table of lines.
    """
    try:
        content = _parsed(archive.read("content.xml"))
    except (KeyError, ET.ParseError):
        raise refused(
            Place(file), "is not a workbook as spreadsheet programs write it", "open it and save it again"
        ) from None
    found = {
        _attribute(table, "name") or "": list(_of_ods_sheet(table, file))
        for table in content.iter()
        if _local(table.tag) == "table"
    }
    return lambda sheet: found.get(sheet, [])


def _of_ods_sheet(table: ET.Element, file: str) -> Iterator[Pitfall]:
    row = 0
    for element in table.iter():
        if _local(element.tag) != "table-row":
            continue
        column = 0
        rows = _count(element, "number-rows-repeated")
        for cell in element:
            columns = _count(cell, "number-columns-repeated")
            if len(cell) and (row + rows > MOST_ROWS or column + columns > MOST_COLUMNS):
                raise _far(file, _attribute(table, "name") or "")
            pitfall = _of_ods_cell(cell)
            if pitfall:
                yield (row, column), *pitfall
            column += columns
        row += rows


def _of_ods_cell(cell: ET.Element) -> tuple[str, str] | None:
    kinds = {value for name, value in cell.attrib.items() if _local(name) == "value-type"}
    if _count(cell, "number-columns-spanned") > 1 or _count(cell, "number-rows-spanned") > 1:
        return MERGED
    if "error" in kinds:
        return ERROR
    if _attribute(cell, "formula") and not kinds:
        return NEVER
    return PERCENTAGE if "percentage" in kinds else None


def _far(file: str, sheet: str) -> Exception:
    return refused(
        Place(file),
        f"sheet '{sheet}' has a cell far outside of any table of lines",
        "clear everything around the lines",
    )


def _parsed(part: bytes) -> ET.Element:
    return ET.fromstring(part)  # noqa: S314 - document types have been refused, which leaves no entities to expand


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _attribute(element: ET.Element, name: str) -> str | None:
    """An attribute that stands in some namespace, whichever that is."""
    return next((value for key, value in element.attrib.items() if key.startswith("{") and _local(key) == name), None)


def _count(element: ET.Element, name: str) -> int:
    text = _attribute(element, name) or "1"
    return int(text) if re.fullmatch(r"\d{1,9}", text) else 1


def _indices(cell: str) -> tuple[int, int]:
    letters = cell.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = 26 * column + ord(letter) - ord("A") + 1
    return int(cell[len(letters) :] or 1) - 1, column - 1
