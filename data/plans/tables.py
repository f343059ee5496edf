"""The lines of a plan from a table beside it: a line a row, the names of the fields above the columns."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

from flessenhals.data.fields.shape import fault, read_fields
from flessenhals.data.plans.shape import LINE, PER_LANGUAGE, TABLE
from flessenhals.data.source.errors import Fault, InputError, refused
from flessenhals.data.source.limits import MOST_FAULTY_ITEMS, READ_NO_FURTHER
from flessenhals.data.source.names import instead
from flessenhals.data.source.tree import Items, Mapping, Row, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from flessenhals.data.fields.known import Known
    from flessenhals.data.source.tree import Node

MOST_LINES = 100_000
SUFFIXES = (".csv", ".xlsx", ".ods")


def with_table(root: Mapping, folder: Path | None, known: Known) -> Mapping:
    """A plan's tree with the lines of its table in it; the same tree where it holds its own lines.

    Args:
        root: the plan's tree.
        folder: the folder of the plan, in which the table stands.
        known: the names that the plan uses.

    Raises:
        InputError: where the table cannot be read as lines.
    """
    node = root.get("lines")
    sheet = None
    if isinstance(node, Mapping):
        given = read_fields(node, "lines", TABLE, known)
        node, sheet = node["table"], given.get("sheet")
    if not isinstance(node, Text):
        return root
    path = _beside(folder, node)
    rows = _rows(path, node, sheet)
    new = root.copied()
    new["lines"] = _lines(rows, node)
    return new


def _beside(folder: Path | None, node: Text) -> Path:
    inside = not (PurePosixPath(node).is_absolute() or PureWindowsPath(node).drive or "\\" in node or "\0" in node)
    if folder is None:
        raise refused(node.place, "a plan that is not in a file has no table beside it", "write the lines themselves")
    path = folder / node
    if not inside or ".." in PurePosixPath(node).parts or not _stands_in(folder, path):
        raise refused(
            node.place, "a table stands beside the plan, or in a folder below it", "write its name, such as lines.csv"
        )
    return path


def _stands_in(folder: Path, path: Path) -> bool:
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # a name that is too long, links that go round
        return False


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name that is too long
        return False


def _rows(path: Path, node: Text, sheet: str | None) -> Iterator[Row]:
    suffix = path.suffix.lower()
    if suffix in SUFFIXES and not _is_file(path):
        raise fault(node, "lines", node, "is not a file beside the plan", "check its name")
    if suffix == ".csv":
        if sheet is not None:
            raise refused(node.place, "a .csv file has no sheets", "leave sheet: out")
        from flessenhals.data.sheets.csv_table import csv_table  # noqa: PLC0415 - loaded only for a plan that names one

        return csv_table(path).rows
    if suffix in SUFFIXES:
        from flessenhals.data.sheets.workbook import workbook_rows  # noqa: PLC0415 - loaded only for a plan that names one

        return workbook_rows(path, sheet)
    raise fault(node, "lines", node, "is not a table that can be read", "save it as .csv, .xlsx or .ods")


def _lines(rows: Iterator[Row], node: Text) -> Items:
    header = next(rows, None)
    if header is None:
        raise refused(node.place, f"{node} is empty", "write the names of the fields in its first row")
    columns = _columns(header)
    lines = Items(header.place)
    for row in rows:
        line = _line(row, columns)
        if line:
            lines.append(line)
        if len(lines) > MOST_LINES:
            raise refused(
                row.place,
                f"there are more than {MOST_LINES} lines, of which a proof would take minutes and a gigabyte",
                "split the plan",
            )
    return lines


def _columns(header: Row) -> list[tuple[str, str | None]]:
    faults: list[Fault] = []
    names = [*LINE, *(column for columns in PER_LANGUAGE.values() for column in columns)]
    seen: list[str] = []
    for cell in header.cells:
        if len(faults) == MOST_FAULTY_ITEMS:
            faults.append(Fault(header.place, None, None, *READ_NO_FURTHER))
            break
        if cell is None:
            faults.append(Fault(header.place, None, None, "a column has no name", "name it, or remove the column"))
            continue
        if cell not in names:
            faults.append(Fault(cell.place, None, cell, "is not a field of a line", instead(cell, names)))
        elif cell in seen:
            faults.append(Fault(cell.place, None, cell, "stands twice in the header", "keep one of them"))
        elif _whole(cell) in seen:
            faults.append(Fault(cell.place, None, cell, f"stands beside {_whole(cell)}", "keep one of them"))
        seen.append(str(cell))
    if not faults:
        faults.extend(
            Fault(header.place, name, None, "is missing in the header", f"add a column {name}")
            for name, field in LINE.items()
            if field.required and name not in seen
        )
    if faults:
        raise InputError(faults)
    return [(_whole(name), name.partition(".")[2] or None) for name in seen]


def _whole(column: str) -> str:
    """The field that a column such as `name.en` is a part of."""
    return column.partition(".")[0]


def _line(row: Row, columns: Iterable[tuple[str, str | None]]) -> Mapping:
    line = Mapping(row.place)
    for cell, (field, language) in zip(row.cells, columns, strict=True):
        if cell is None:
            continue
        if language:
            texts = line.setdefault(field, Mapping(cell.place))
            if isinstance(texts, Mapping):
                texts[language] = cell
        else:
            value: Node = (
                Items(cell.place, [Text(tag, cell.place) for tag in cell.split()]) if field == "tags" else cell
            )
            line[field] = value
    return line
