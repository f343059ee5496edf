"""What a workbook holds that a reader of values does not tell: errors, formulas never calculated, how cells show."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET
from xml.parsers.expat import ExpatError

from flessenhals.data.sheets.archive import CROWDED, MOST_CELLS, MOST_UNPACKED, SAVE_AS_CSV, UNUSUAL
from flessenhals.data.sheets.sheet_cells import (
    ERROR,
    MOST_COLUMNS,
    MOST_ROWS,
    NEVER,
    PERCENTAGE,
    Address,
    CrowdedError,
    FarCellError,
    SheetNotes,
    SheetWalk,
)
from flessenhals.data.source.errors import Place, refused
from flessenhals.solver.plan.message import told

if TYPE_CHECKING:
    from collections.abc import Callable

    from flessenhals.data.sheets.archive import Parts

MERGED = ("is merged with its neighbours", "undo the merge and fill every cell")

PERCENT_FORMATS = {"9", "10"}
UNSEEN = {"collapse", "filter"}
NUMBERS = {"float", "currency"}
FILLING = ("value-type", "value", "formula")


THOUSAND = 1_000
HELD = re.compile(r"[+-]?[0-9]+(\.[0-9]*)?([eE][+-]?[0-9]{1,3})?")
# What is opened and never closed counts to the end: to look for its end anew at every sign would take for ever.
NOT_SHOWN = re.compile(r'"[^"]*(?:"|$)|\\.|_.|\*.|\[[^\]]*(?:\]|$)', re.DOTALL)
SCALED = re.compile("[0#?](,+)(?![0#?,])")


def xlsx_notes(parts: Parts, file: str) -> Callable[[str], SheetNotes]:
    """What the values of an XLSX workbook do not tell, by the name of a sheet.

    Raises:
        InputError: where a part is missing or no XML; for a sheet, where a cell lies far outside of any table of lines.
    """
    try:
        workbook = _parsed(parts.part("xl/workbook.xml"))
        targets = {
            it.get("Id"): posixpath.normpath(posixpath.join("/xl", it.get("Target", "")))[1:]
            for it in _parsed(parts.part("xl/_rels/workbook.xml.rels"))
        }
        percent, factors = _styles(parts)
        sheets = [
            (it.get("name", ""), targets.get(_attribute(it, "id"), ""))
            for it in workbook.iter()
            if _local(it.tag) == "sheet"
        ]
        stale = any(_local(it.tag) == "calcPr" and it.get("fullCalcOnLoad") in {"1", "true"} for it in workbook.iter())
    except (LookupError, ValueError, ET.ParseError):
        raise refused(Place(file), *UNUSUAL) from None

    def of_sheet(name: str) -> SheetNotes:
        try:
            (target,) = (target for known, target in sheets if known == name)
            return SheetWalk(percent, factors, stale=stale).notes(parts.part(target))
        except FarCellError:
            raise _far(file, name) from None
        except CrowdedError:
            raise refused(Place(file), told(CROWDED, name=name), SAVE_AS_CSV) from None
        except (LookupError, ValueError, ExpatError):
            raise refused(Place(file), *UNUSUAL) from None

    return of_sheet


def _styles(parts: Parts) -> tuple[set[str], dict[str, int]]:
    """The numbers of the cell styles that show a percentage, and of those that show thousands, with their factor."""
    try:
        styles = list(_parsed(parts.part("xl/styles.xml")).iter())
    except KeyError:
        return set(), {}
    codes = {it.get("numFmtId", ""): it.get("formatCode", "") for it in styles if _local(it.tag) == "numFmt"}
    percent = PERCENT_FORMATS | {number for number, code in codes.items() if "%" in NOT_SHOWN.sub("", code)}
    scaled = {number: factor for number, code in codes.items() if (factor := factor_of(code)) > 1}
    cells = next((list(it) for it in styles if _local(it.tag) == "cellXfs"), [])
    used = {str(index): it.get("numFmtId", "") for index, it in enumerate(cells)}
    return (
        {style for style, number in used.items() if number in percent},
        {style: scaled[number] for style, number in used.items() if number in scaled},
    )


def factor_of(code: str) -> int:
    """What a cell with a number format of Excel holds for each 1 that it shows: 1000 for `#,##0.0,`, mostly 1."""
    found = SCALED.search(NOT_SHOWN.sub("", code).partition(";")[0])
    return THOUSAND ** len(found[1]) if found else 1


def ods_notes(parts: Parts, file: str) -> Callable[[str], SheetNotes]:
    """What the values of an ODS workbook do not tell, by the name of a sheet.

    Raises:
        InputError: where a part is missing or no XML, or a cell lies far outside of any table of lines.
    """
    try:
        content = _parsed(parts.part("content.xml"))
    except (LookupError, ValueError, ET.ParseError):
        raise refused(Place(file), *UNUSUAL) from None
    found = {
        _attribute(table, "name") or "": _of_ods_sheet(table, file)
        for table in content.iter()
        if _local(table.tag) == "table"
    }
    return lambda sheet: found.get(sheet, SheetNotes())


def _of_ods_sheet(table: ET.Element, file: str) -> SheetNotes:
    notes = SheetNotes()
    row = place = cells = letters = 0
    for element in table.iter():
        if _local(element.tag) == "table-column":
            repeated = _count(element, "number-columns-repeated")
            if _attribute(element, "visibility") in UNSEEN:
                notes.hidden_columns.update(range(place, min(place + repeated, MOST_COLUMNS)))
            place += repeated
        if _local(element.tag) != "table-row":
            continue
        column = 0
        rows = _count(element, "number-rows-repeated")
        if _attribute(element, "visibility") in UNSEEN:
            notes.hidden_rows.update(range(row, min(row + rows, MOST_ROWS)))
        for cell in element:
            columns = _count(cell, "number-columns-repeated")
            filled = len(cell) or any(_local(name).endswith(FILLING) for name in cell.attrib)
            if filled and (row + rows > MOST_ROWS or column + columns > MOST_COLUMNS):
                raise _far(file, _attribute(table, "name") or "")
            if filled:  # a reader writes out what is repeated
                cells += rows * columns
                letters += rows * columns * _length(cell)
            if cells > MOST_CELLS or letters > MOST_UNPACKED:
                name = _attribute(table, "name") or ""
                raise refused(Place(file), told(CROWDED, name=name), SAVE_AS_CSV)
            _note_ods_cell(cell, (row, column), notes)
            column += columns
        row += rows
    return notes


def _length(cell: ET.Element) -> int:
    """The letters in a cell, with the blanks that are only counted in it."""
    blanks = sum(_count(each, "c") for each in cell.iter() if _local(each.tag) == "s")
    return sum(map(len, cell.itertext())) + blanks


def _note_ods_cell(cell: ET.Element, at: Address, notes: SheetNotes) -> None:
    pitfall = _of_ods_cell(cell)
    if pitfall:
        notes.pitfalls[at] = pitfall
    value = _attribute(cell, "value")
    if value and _attribute(cell, "value-type") in NUMBERS:
        factor = shown_factor(value, "".join(cell.itertext()))
        if factor > 1:
            notes.factors[at] = factor


def shown_factor(value: str, shown: str) -> int:
    """What a cell holds for each 1 that its text shows: 1000 where it holds 27450 and shows `27,5`, mostly 1."""
    digits = re.search(r"\d(?:[\d.,\s]*\d)?", shown)
    if digits is None or not HELD.fullmatch(value):  # what is no number is refused where it is read
        return 1
    held = abs(float(value))
    readings = [_read_as(digits[0], sign) for sign in ".,"]
    for factor in (1, THOUSAND, THOUSAND**2):
        if any(abs(held / factor - number) <= half for number, half in readings):
            return factor
    return 1


def _read_as(shown: str, sign: str) -> tuple[float, float]:
    """A number with this decimal sign, and half of its last place."""
    whole, _, decimals = shown.rpartition(sign) if sign in shown else (shown, "", "")
    bare = re.sub(r"\D", "", whole)
    decimals = re.sub(r"\D", "", decimals)
    return float(f"{bare or 0}.{decimals or 0}"), 0.5000001 * 10 ** -len(decimals)


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
        told("sheet '{sheet}' has a cell far outside of any table of lines", sheet=sheet),
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
    """The largest number that a reader may take for this one: two can stand there, in two namespaces."""
    texts = [value for key, value in element.attrib.items() if _local(key) == name] or ["1"]
    return max(int(text) if re.fullmatch("[0-9]{1,9}", text) else 10**9 for text in texts)
