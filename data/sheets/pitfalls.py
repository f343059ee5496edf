"""What a workbook holds that a reader of values does not tell: errors, formulas never calculated, percentages."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET
from xml.parsers.expat import ExpatError

from flessenhals.data.sheets.archive import UNUSUAL
from flessenhals.data.sheets.sheet_cells import (
    ERROR,
    MOST_COLUMNS,
    MOST_ROWS,
    NEVER,
    PERCENTAGE,
    FarCellError,
    Pitfall,
    SheetWalk,
)
from flessenhals.data.source.errors import Place, refused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from flessenhals.data.sheets.archive import Parts

MERGED = ("is merged with its neighbours", "undo the merge and fill every cell")

PERCENT_FORMATS = {"9", "10"}


def xlsx_pitfalls(parts: Parts, file: str) -> Callable[[str], list[Pitfall]]:
    """The pitfalls of an XLSX workbook, by the name of a sheet.

    Raises:
        InputError: where a part is missing or no XML; for a sheet, where a cell lies far outside of any table of lines.
    """
    try:
        workbook = _parsed(parts.part("xl/workbook.xml"))
        targets = {
            it.get("Id"): posixpath.normpath(posixpath.join("/xl", it.get("Target", "")))[1:]
            for it in _parsed(parts.part("xl/_rels/workbook.xml.rels"))
        }
        percent = _percent_styles(parts)
        sheets = [
            (it.get("name", ""), targets.get(_attribute(it, "id"), ""))
            for it in workbook.iter()
            if _local(it.tag) == "sheet"
        ]
        stale = any(_local(it.tag) == "calcPr" and it.get("fullCalcOnLoad") in {"1", "true"} for it in workbook.iter())
    except (KeyError, ET.ParseError):
        raise refused(Place(file), *UNUSUAL) from None

    def of_sheet(name: str) -> list[Pitfall]:
        try:
            (target,) = (target for known, target in sheets if known == name)
            return SheetWalk(percent, stale=stale).pitfalls(parts.part(target))
        except FarCellError:
            raise _far(file, name) from None
        except (KeyError, ValueError, ExpatError):
            raise refused(Place(file), *UNUSUAL) from None

    return of_sheet


def _percent_styles(parts: Parts) -> set[str]:
    try:
        styles = list(_parsed(parts.part("xl/styles.xml")).iter())
    except KeyError:
        return set()
    formats = PERCENT_FORMATS | {
        it.get("numFmtId", "") for it in styles if _local(it.tag) == "numFmt" and "%" in it.get("formatCode", "")
    }
    cells = next((list(it) for it in styles if _local(it.tag) == "cellXfs"), [])
    return {str(index) for index, it in enumerate(cells) if it.get("numFmtId") in formats}


def ods_pitfalls(parts: Parts, file: str) -> Callable[[str], list[Pitfall]]:
    """The pitfalls of an ODS workbook, by the name of a sheet.

    Raises:
        InputError: where a part is missing or no XML, or a cell lies far outside of any table of lines.
    """
    try:
        content = _parsed(parts.part("content.xml"))
    except (KeyError, ET.ParseError):
        raise refused(Place(file), *UNUSUAL) from None
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
            filled = len(cell) or _attribute(cell, "value-type")
            if filled and (row + rows > MOST_ROWS or column + columns > MOST_COLUMNS):
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
    return int(text) if re.fullmatch("[0-9]{1,9}", text) else 10**9  # a reader may take what is written oddly for more
