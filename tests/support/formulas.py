"""Works out the formulas of a workbook, so that tests need no spreadsheet program: the few kinds that ours have."""

from __future__ import annotations

import io
import operator
import re
import zipfile
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from collections.abc import Callable

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_TOKEN = re.compile(
    r"""\s*(?:(?P<number>\d+(?:\.\d+)?(?:E[+-]?\d+)?)|(?P<string>"(?:[^"]|"")*")|(?P<call>[A-Z]+)\(
    |(?P<ref>(?:'(?:[^']|'')+'!)?\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)|(?P<name>[a-z]+)
    |(?P<sign><=|>=|<>|[-+*/(),=<>]))""",
    re.VERBOSE,
)
_COMPARED: dict[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq,
    "<>": operator.ne,
    "<": lambda a, b: _rank(a) < _rank(b),
    ">": lambda a, b: _rank(a) > _rank(b),
    "<=": lambda a, b: _rank(a) <= _rank(b),
    ">=": lambda a, b: _rank(a) >= _rank(b),
}
_WORKED: dict[str, Callable[[Any, Any], Any]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
}


def _rank(value: Any) -> tuple[bool, Any]:  # noqa: ANN401 - a cell of any kind
    """To a spreadsheet any text is larger than any number."""
    return isinstance(value, str), value


def _tree(archive: zipfile.ZipFile, name: str) -> ET.Element:
    return ET.fromstring(archive.read(name))  # noqa: S314 - a file that the test has just made


class Workbook:
    """The cells of a workbook file: what was written in them, and what their formulas come to."""

    def __init__(self, content: bytes) -> None:
        archive = zipfile.ZipFile(io.BytesIO(content))
        book = _tree(archive, "xl/workbook.xml")
        self.sheets = [each.attrib["name"] for each in book.iter(f"{_MAIN}sheet")]
        self.names = {each.attrib["name"]: each.text or "" for each in book.iter(f"{_MAIN}definedName")}
        shared = _tree(archive, "xl/sharedStrings.xml")
        strings = ["".join(part.text or "" for part in each.iter(f"{_MAIN}t")) for each in shared.iter(f"{_MAIN}si")]
        self.written: dict[tuple[str, str], Any] = {}
        self.formulas: dict[tuple[str, str], str] = {}
        for number, sheet in enumerate(self.sheets, start=1):
            tree = _tree(archive, f"xl/worksheets/sheet{number}.xml")
            for cell in tree.iter(f"{_MAIN}c"):
                place, held = (sheet, cell.attrib["r"]), cell.findtext(f"{_MAIN}v")
                kind = cell.attrib.get("t", "n")
                if held:
                    self.written[place] = strings[int(held)] if kind == "s" else held if kind == "str" else float(held)
                formula = cell.findtext(f"{_MAIN}f")
                if formula is not None:
                    self.formulas[place] = formula
                    self.written.setdefault(place, "")
        self.changed: dict[tuple[str, str], Any] = {}

    def value(self, sheet: str, address: str) -> Any:  # noqa: ANN401 - a cell of any kind
        """What a cell comes to, worked out from its formula where it has one."""
        place = (sheet, address)
        if place in self.changed:
            return self.changed[place]
        if place in self.formulas:
            return _Formula(self, sheet, self.formulas[place]).value()
        return self.written.get(place, 0.0)

    def where(self, name: str) -> tuple[str, str]:
        """The sheet and cell that a name stands for."""
        sheet, _, address = self.names[name].rpartition("!")
        return sheet.strip("'").replace("''", "'"), address.replace("$", "")


class _Formula:
    """One formula, read from left to right."""

    def __init__(self, book: Workbook, sheet: str, text: str) -> None:
        self.book, self.sheet = book, sheet
        self.tokens: list[tuple[str, str]] = []
        place = 0
        while place < len(text):
            found = _TOKEN.match(text, place)
            assert found is not None, f"not understood: {text[place:]}"
            assert found.lastgroup is not None
            self.tokens.append((found.lastgroup, found[found.lastgroup]))
            place = found.end()

    def value(self) -> Any:  # noqa: ANN401 - a cell of any kind
        found = self.compared()
        assert not self.tokens, f"left over: {self.tokens}"
        return found

    def sign(self, *wanted: str) -> str | None:
        if self.tokens and self.tokens[0][0] == "sign" and self.tokens[0][1] in wanted:
            return self.tokens.pop(0)[1]
        return None

    def compared(self) -> Any:  # noqa: ANN401 - a cell of any kind
        left = self.summed()
        while sign := self.sign(*_COMPARED):
            left = _each(_COMPARED[sign], left, self.summed())
        return left

    def summed(self) -> Any:  # noqa: ANN401 - a cell of any kind
        left = self.multiplied()
        while sign := self.sign("+", "-"):
            left = _each(_WORKED[sign], left, self.multiplied())
        return left

    def multiplied(self) -> Any:  # noqa: ANN401 - a cell of any kind
        left = self.single()
        while sign := self.sign("*", "/"):
            left = _each(_WORKED[sign], left, self.single())
        return left

    def single(self) -> Any:  # noqa: ANN401 - a cell of any kind
        if self.sign("-"):
            return _each(operator.mul, -1, self.single())
        if self.sign("("):
            found = self.compared()
            assert self.sign(")")
            return found
        kind, text = self.tokens.pop(0)
        if kind == "number":
            return float(text)
        if kind == "string":
            return text[1:-1].replace('""', '"')
        if kind == "name":
            return self.book.value(*self.book.where(text))
        return self.call(text) if kind == "call" else self.referred(text)

    def call(self, name: str) -> Any:  # noqa: ANN401 - a cell of any kind
        if name == "IF":  # only the branch that counts, as in a spreadsheet
            start = list(self.tokens)
            chosen = self.compared()
            assert self.sign(",")
            try:
                yes = self.compared()
            except ZeroDivisionError:
                yes = None
            assert self.sign(","), start
            try:
                no = self.compared()
            except ZeroDivisionError:
                no, self.tokens = None, self.tokens[self.tokens.index(("sign", ")")) :]
            assert self.sign(")"), start
            return yes if chosen else no
        given = [self.compared()]
        while self.sign(","):
            given.append(self.compared())
        assert self.sign(")")
        flat = [cell for each in given for cell in _cells(each)]
        numbers = [cell for cell in flat if not isinstance(cell, str)]
        worked: dict[str, Callable[[], Any]] = {
            "SUM": lambda: sum(numbers),
            "MIN": lambda: min(numbers),
            "MAX": lambda: max(numbers),
            "ABS": lambda: abs(numbers[0]),
            "AND": lambda: all(flat),
            "SUMPRODUCT": lambda: sum(_product(row) for row in zip(*map(_cells, given), strict=True)),
        }
        return worked[name]()

    def referred(self, text: str) -> Any:  # noqa: ANN401 - a cell of any kind
        sheet, _, area = text.rpartition("!")
        where = sheet.strip("'").replace("''", "'") if sheet else self.sheet
        first, _, last = area.replace("$", "").partition(":")
        if not last:
            return self.book.value(where, first)
        (left, top), (right, bottom) = _split(first), _split(last)
        return [
            self.book.value(where, f"{_letters(column)}{row}")
            for row in range(top, bottom + 1)
            for column in range(left, right + 1)
        ]


def _product(numbers: tuple[Any, ...]) -> Any:  # noqa: ANN401 - a cell of any kind
    result: Any = 1
    for each in numbers:
        result *= each
    return result


def _cells(value: Any) -> list[Any]:  # noqa: ANN401 - a cell of any kind
    return value if isinstance(value, list) else [value]


def _each(work: Callable[[Any, Any], Any], left: Any, right: Any) -> Any:  # noqa: ANN401 - a cell of any kind
    """A sum or comparison, cell by cell where one side is an area."""
    if not isinstance(left, list) and not isinstance(right, list):
        return work(left, right)
    count = max(len(_cells(left)), len(_cells(right)))
    lefts, rights = (each if isinstance(each, list) else [each] * count for each in (left, right))
    return [work(a, b) for a, b in zip(lefts, rights, strict=True)]


def _split(address: str) -> tuple[int, int]:
    letters = address.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return column, int(address[len(letters) :])


def _letters(column: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
