"""The rows of a CSV file."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING, NamedTuple

from flessenhals.data.sheets.encodings import text_of
from flessenhals.data.source.errors import InputError, Place, refused
from flessenhals.data.source.files import read_bytes
from flessenhals.data.source.remarks import remark
from flessenhals.data.source.tree import Row, Text
from flessenhals.solver.plan.message import told

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MOST_BYTES = 50_000_000
MOST_BREAKS = 1_000_000
MOST_COLUMNS = 1_000
MOST_CELLS = 3_000_000
MOST_FILLED = 250_000
LONGEST_ROW = 1_000_000  # letters
MOST_SEARCHED = 50
DELIMITERS = (",", ";", "\t")
SEPARATOR = re.compile(r'"?sep=(?P<sign>.)"?[,;\t|]*(?=\n|$)', re.IGNORECASE)
OTHERWISE = "separate the columns by commas, semicolons or tabs"
NO_SEPARATOR = re.compile(r"[\w\s\"'.+€%-]")  # what stands in words and amounts


class CsvTable(NamedTuple):
    """What a CSV file holds, if its columns are separated in one way.

    Attributes:
        delimiter: what separates its columns: `,`, `;`, a tab, or the sign that its first line names.
        rows: as they stand, some perhaps shorter than others; empty ones are passed over.
    """

    delimiter: str
    rows: list[Row]


def csv_tables(path: Path, content: bytes | None = None) -> list[CsvTable]:
    """The rows of a CSV file, in each of the ways in which its columns may be separated.

    Args:
        path: the file.
        content: what it holds, where that has been read already.

    Returns:
        One table where only one of comma, semicolon and tab stands in its first rows, else one for each.

    Raises:
        InputError: where it is not such a file.
    """
    file = str(path)
    content = read_bytes(path, most_bytes=MOST_BYTES) if content is None else content
    text = text_of(content, file).replace("\r\n", "\n").replace("\r", "\n")
    if text.count("\n") > MOST_BREAKS:
        raise refused(
            Place(file),
            told("has more than {most} rows", most=MOST_BREAKS),
            "remove those that hold no line",
        )
    if max(map(text.count, DELIMITERS)) > MOST_CELLS:
        raise refused(Place(file), told("has more than {most} cells", most=MOST_CELLS), "remove those without a line")
    named = SEPARATOR.match(text)
    if named is not None:  # the line stays, empty, so that places below it are those of the file
        text = text[named.end() :]
        delimiters = [_named(named, text, file)]
    else:
        delimiters = _delimiters(text)
    found: list[CsvTable] = []
    unread: list[InputError] = []
    for delimiter in delimiters:
        try:
            found.append(CsvTable(delimiter, list(_rows(text, file, delimiter))))
        except InputError as error:  # quotes that make sense in one way alone
            unread.append(error)
    if not found:
        raise unread[-1]
    return found


def _named(line: re.Match[str], below: str, file: str) -> str:
    """The separator that the first line names, as spreadsheets are told which one it is: `sep=;`.

    Raises:
        InputError: where it is none that is read.
    """
    sign = line["sign"]
    if sign != "\t" and NO_SEPARATOR.match(sign):
        wrong = told("'{sign}' is no separator that is read", sign=sign)
        raise refused(Place(file, 1), wrong, OTHERWISE)
    below = _bare(below)
    if sign not in below:
        found = next((delimiter for delimiter in DELIMITERS if delimiter in below), None)
        wrong = told("'{line}' names a separator that does not separate the columns", line=line[0].strip())
        raise refused(Place(file, 1), wrong, told("write sep={sign}", sign=found) if found else OTHERWISE)
    remark(Place(file, 1), "separator", line[0].strip(), "tab" if sign == "\t" else sign)
    return sign


def _delimiters(text: str) -> list[str]:
    bare = _bare(text)
    return [delimiter for delimiter in DELIMITERS if delimiter in bare] or [","]


def _bare(text: str) -> str:
    """The first rows without what stands between quotes."""
    return re.sub('"[^"]*"', "", "\n".join(text[:LONGEST_ROW].split("\n", MOST_SEARCHED)[:MOST_SEARCHED]))


def _rows(text: str, file: str, delimiter: str) -> Iterator[Row]:
    physical = text.split("\n")
    for number, letters in enumerate(physical, 1):
        if len(letters) > LONGEST_ROW:
            raise refused(Place(file, number), "a cell is too long", "check the quotes")
    reader = csv.reader((f"{letters}\n" for letters in physical), delimiter=delimiter, strict=True)
    ended = filled = 0
    try:
        for cells in reader:
            line, ended = ended + 1, reader.line_num
            if not any(cells):
                continue
            if len(cells) > MOST_COLUMNS:
                raise refused(
                    Place(file, line),
                    told("has more than {most} columns", most=MOST_COLUMNS),
                    "remove those without a line",
                )
            starts = _starts(cells, physical[line - 1], delimiter) if line == ended else [None] * len(cells)
            found = [
                Text(text, Place(file, line, start)) if (text := cell.strip()) else None
                for cell, start in zip(cells, starts, strict=True)
            ]
            if any(found):
                filled += 1
                if filled > MOST_FILLED:
                    raise refused(
                        Place(file),
                        told("has more than {most} rows", most=MOST_FILLED),
                        "remove those that hold no line",
                    )
                yield Row(Place(file, line), found)
    except csv.Error as error:
        wrong = "a cell is too long" if "field limit" in str(error) else told("is not CSV ({error})", error=str(error))
        raise refused(Place(file, ended + 1), wrong, "check the quotes") from None


def _starts(cells: list[str], raw: str, delimiter: str) -> list[int]:
    """The column in which each cell begins, counted from 1."""
    starts = [1]
    if '"' not in raw:
        for cell in cells[:-1]:
            starts.append(starts[-1] + len(cell) + 1)
        return starts
    # A quote counts only where a cell begins with it.
    sign = re.escape(delimiter)
    between = re.finditer(rf'(?:"(?:[^"]|"")*"|[^"{sign}][^{sign}]*|)({sign}|$)', raw)
    return starts + [match.end() + 1 for match in between if match[1]]
