"""The rows of a CSV file."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, NamedTuple

from flessenhals.data.source.errors import Fault, InputError, Place, refused
from flessenhals.data.source.files import read_text
from flessenhals.data.source.limits import MOST_FAULTY_ITEMS, READ_NO_FURTHER
from flessenhals.data.source.tree import Row, Text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MOST_BYTES = 50_000_000
MOST_BREAKS = 1_000_000


class CsvTable(NamedTuple):
    """What a CSV file holds.

    Attributes:
        delimiter: what separates its columns, `,` or `;`.
        rows: the header first; empty rows are passed over.
    """

    delimiter: str
    rows: Iterator[Row]


def csv_table(path: Path) -> CsvTable:
    """The rows of a CSV file in UTF-8, separated by commas or semicolons.

    Raises:
        InputError: where it is not such a file, or a row is shorter or longer than the header.
    """
    text = read_text(path, most_bytes=MOST_BYTES).replace("\r\n", "\n").replace("\r", "\n")
    if text.count("\n") > MOST_BREAKS:
        raise refused(Place(str(path)), f"has more than {MOST_BREAKS} rows", "remove those that hold no line")
    delimiter = _delimiter(text.partition("\n")[0], str(path))
    return CsvTable(delimiter, iter(list(_rows(text, str(path), delimiter))))


def _delimiter(header: str, file: str) -> str:
    if header.startswith("sep="):
        raise refused(Place(file, 1), f"'{header}' is no header", "remove this line")
    bare = re.sub('"[^"]*"', "", header)
    if "," in bare and ";" in bare:
        raise refused(Place(file, 1), "the header has both ',' and ';'", "separate the columns by one of them")
    if "\t" in bare:
        raise refused(Place(file, 1), "the columns are separated by tabs", "separate them by ',' or ';'")
    return ";" if ";" in bare else ","


def _rows(text: str, file: str, delimiter: str) -> Iterator[Row]:
    physical = text.split("\n")
    reader = csv.reader(io.StringIO(text), delimiter=delimiter, strict=True)
    faults: list[Fault] = []
    width = 0
    ended = 0
    try:
        for cells in reader:
            line, ended = ended + 1, reader.line_num
            if not any(cells):
                continue
            width = width or len(cells)
            if len(cells) != width:
                faults.append(_uneven(Place(file, line), len(cells), width, delimiter))
                if len(faults) == MOST_FAULTY_ITEMS:
                    faults.append(Fault(Place(file, line), None, None, *READ_NO_FURTHER))
                    break
                continue
            starts = _starts(cells, physical[line - 1], delimiter) if line == ended else [None] * width
            yield Row(
                Place(file, line),
                [
                    Text(text, Place(file, line, start)) if (text := cell.strip()) else None
                    for cell, start in zip(cells, starts, strict=True)
                ],
            )
    except csv.Error as error:
        wrong = "a cell is too long" if "field limit" in str(error) else f"is not CSV ({error})"
        raise refused(Place(file, ended + 1), wrong, "check the quotes") from None
    if faults:
        raise InputError(faults)


def _uneven(place: Place, cells: int, width: int, delimiter: str) -> Fault:
    wrong = f"has {cells} cells where the header has {width}"
    if cells < width:
        return Fault(place, None, None, wrong, f"write every '{delimiter}', also of empty cells")
    return Fault(
        place, None, None, wrong, f"put a text with a '{delimiter}' in quotes, and write decimals with a point"
    )


def _starts(cells: list[str], raw: str, delimiter: str) -> list[int]:
    """The column in which each cell begins, counted from 1."""
    starts = [1]
    if '"' not in raw:
        for cell in cells[:-1]:
            starts.append(starts[-1] + len(cell) + 1)
        return starts
    # A quote counts only where a cell begins with it.
    between = re.finditer(rf'(?:"(?:[^"]|"")*"|[^"{delimiter}][^{delimiter}]*|)({delimiter}|$)', raw)
    return starts + [match.end() + 1 for match in between if match[1]]
