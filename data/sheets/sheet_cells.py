"""Walks through the cells of an XLSX sheet, before a reader of values makes room for all of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.parsers import expat

if TYPE_CHECKING:
    from collections.abc import Mapping

Address = tuple[int, int]

NEVER = ("has a formula that was never calculated", "open the workbook, save it, and try again")
ERROR = ("is an error in the spreadsheet", "mend its formula")
PERCENTAGE = ("is formatted as a percentage", "write a share as text, '50%, or format the cell as a number")

MOST_ROWS = 101_000  # more than a plan may have lines, so that the reader of lines can say so
MOST_COLUMNS = 26
MOST_EMPTY = 200_000
TRUE = {"1", "true"}
ADDRESS = re.compile("([A-Za-z]{1,4})([0-9]{1,9})")


@dataclass(frozen=True, slots=True)
class SheetNotes:
    """What the values of a sheet do not tell; rows and columns are counted from 0.

    Attributes:
        pitfalls: what is wrong with a cell, and what to do instead.
        factors: what a cell holds for each 1 that it shows, where that is another amount.
        hidden_rows, hidden_columns: those that people who open the sheet do not see.
    """

    pitfalls: dict[Address, tuple[str, str]] = field(default_factory=dict)
    factors: dict[Address, int] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)


class FarCellError(ValueError):
    """A cell with something in it far outside of any table of lines: memory would fill with the blanks before it."""


class CrowdedError(ValueError):
    """More rows, or cells with nothing in them, than a table of lines can have."""


class SheetWalk:
    """One walk through a sheet's XML, which notes what its values do not tell.

    Args:
        percent: the numbers of the cell styles that show a percentage.
        factors: by the numbers of cell styles, what a cell holds for each 1 that it shows.
        stale: whether the workbook asks for all formulas to be calculated when it is opened.
    """

    def __init__(self, percent: set[str], factors: Mapping[str, int], *, stale: bool) -> None:
        self._percent = percent
        self._factors = factors
        self._stale = stale
        self._found = SheetNotes()
        self._row = self._column = -1
        self._cell: Mapping[str, str] | None = None
        self._inside: set[str] = set()
        self._text = ""
        self._empty = self._rows = 0

    def notes(self, sheet: bytes) -> SheetNotes:
        """What the values of the sheet in this XML do not tell.

        Raises:
            FarCellError: where a cell lies too far away.
            CrowdedError: where too many cells have nothing in them.
            xml.parsers.expat.ExpatError: where it is no XML.
        """
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._read
        parser.Parse(sheet, True)  # noqa: FBT003 - the whole of it
        return self._found

    def _begin(self, tag: str, attributes: Mapping[str, str]) -> None:
        name = tag.rpartition(":")[2]
        if name == "c":
            self._cell, self._inside, self._text = attributes, set(), ""
            address = ADDRESS.fullmatch(attributes.get("r", ""))
            if address:
                self._column, self._row = _number(address[1]), int(address[2]) - 1
            else:
                self._column += 1
        elif name == "row":
            number = attributes.get("r", "")
            self._row = int(number) - 1 if number.isdecimal() else self._row + 1
            self._column = -1
            self._rows += 1
            if self._rows > MOST_ROWS + MOST_EMPTY:
                raise CrowdedError
            if attributes.get("hidden") in TRUE:
                self._found.hidden_rows.add(self._row)
        elif name == "col" and attributes.get("hidden") in TRUE:
            first, last = (int(attributes.get(end, "0")) for end in ("min", "max"))
            self._found.hidden_columns.update(range(max(first - 1, 0), min(last, MOST_COLUMNS)))
        elif self._cell is not None:
            self._inside.add(name)
            if self._column >= MOST_COLUMNS or self._row >= MOST_ROWS:
                raise FarCellError

    def _read(self, text: str) -> None:
        if self._cell is not None and "v" in self._inside:
            self._text += text

    def _end(self, tag: str) -> None:
        if self._cell is None or tag.rpartition(":")[2] != "c":
            return
        if not self._inside:
            self._empty += 1
            if self._empty > MOST_EMPTY:
                raise CrowdedError
        kind, style = self._cell.get("t"), self._cell.get("s")
        found = None
        if kind == "e":
            found = ERROR
        elif "f" in self._inside and (self._stale or (not self._text and kind != "str")):
            found = NEVER
        elif self._text and style in self._percent:
            found = PERCENTAGE
        at = (self._row, self._column)
        if found:
            self._found.pitfalls[at] = found
        elif self._text and style is not None and style in self._factors and kind in {None, "n"}:
            self._found.factors[at] = self._factors[style]
        self._cell = None


def _number(letters: str) -> int:
    """The place of a column, counted from 0."""
    number = 0
    for letter in letters.upper():
        number = 26 * number + ord(letter) - ord("A") + 1
    return number - 1
