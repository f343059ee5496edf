"""Where the table stands in a sheet, what each of its columns is, and which of its rows hold something else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from flessenhals.data.source.errors import MOST_FAULTY_ITEMS, READ_NO_FURTHER, Fault, InputError, Place, refused
from flessenhals.data.source.names import closest, instead
from flessenhals.data.source.remarks import remark
from flessenhals.data.source.tree import Row, Text, Unreadable
from flessenhals.data.tables.headings import field_of, plain
from flessenhals.data.tables.scale import disagree, stated
from flessenhals.data.tables.writing import taken_apart
from flessenhals.solver.plan.message import told

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from flessenhals.data.tables.scale import Scale

MOST_SEARCHED = 50
MOST_FIELDS = 40
ID = "id"
HASHTAG = re.compile(r"#[a-z][a-z0-9_]*(?:\s*\+\s*[a-z0-9_]+)*", re.IGNORECASE)


class Grid(NamedTuple):
    """The cells of a file, read in one way.

    Attributes:
        file: its name.
        rows: those with something in them; in a CSV file some may be shorter than others.
        delimiter: what separates the columns of a CSV file; None for a workbook.
        hidden_columns: those that people who open it do not see, counted from 0.
    """

    file: str
    rows: Sequence[Row]
    delimiter: str | None = None
    hidden_columns: frozenset[int] = frozenset()


class Wanted(NamedTuple):
    """What a table should hold.

    Attributes:
        wrong: what is said of a column that has no place in it: `is not a field of a line`.
        known: the field by each heading that is taken for it.
        complete: whether a row with these fields is a header.
        fields: the names of the fields, for advice.
        nameless: the field that a column without a heading may be, left of all others; None where there is none.
        strict: whether a column of numbers with an unknown heading is refused.
        unit: what the plan counts in.
    """

    wrong: str
    known: dict[str, str]
    complete: Callable[[Collection[str | None]], bool]
    fields: Sequence[str]
    nameless: str | None
    strict: bool
    unit: Scale


class Table(NamedTuple):
    """A table that was found.

    Attributes:
        header: the row with the names of the columns.
        columns: by field, the place of its column, counted from 0.
        rows: those below the header, each as wide as it.
        semicolons: whether semicolons separate the columns.
    """

    header: Row
    columns: dict[str, int]
    rows: list[Row]
    semicolons: bool

    def cell(self, row: Row, field: str) -> Text | None:
        """What a row has in a field's column, None where there is nothing or no such column."""
        return row.cells[self.columns[field]] if field in self.columns else None


def found_in(grids: Sequence[Grid], wanted: Wanted, empty: InputError) -> Table:
    """The table that stands in a file; what is passed over is remarked on.

    Args:
        grids: the file, read in each of the ways in which it can be read.
        wanted: what the table should hold.
        empty: what to raise where there is nothing at all.

    Raises:
        InputError: with everything that is wrong with its header and the form of its rows.
    """
    grids = [grid for grid in grids if grid.rows]
    if not grids:
        raise empty
    grid, place = _header(grids, wanted)
    header = grid.rows[place]
    faults: list[Fault] = []
    _remark_on_top(grid.rows[:place], header, wanted, faults)
    width = max((number + 1 for number, cell in enumerate(header.cells) if cell is not None), default=0)
    body = list(_body(grid, place, len(header.cells) if grid.delimiter else width, faults))
    columns = _columns(header, body, wanted, faults)
    if faults:
        raise InputError(faults)
    for field, column in columns.items():
        if column in grid.hidden_columns:
            remark(header.place, "hidden column", field)
    return Table(header, columns, body, grid.delimiter == ";")


def _header(grids: Sequence[Grid], wanted: Wanted) -> tuple[Grid, int]:
    """The grid and the place in it of the first row that says what the columns are, or looks most like it."""
    complete = [
        (grid, number)
        for grid in grids
        for number in [next((it for it, row in enumerate(grid.rows[:MOST_SEARCHED]) if _is_header(row, wanted)), None)]
        if number is not None
    ]
    if len(complete) == 1:
        return complete[0]
    if len(grids) > 1 and (complete or all(len(grid.rows[0].cells) > 1 for grid in grids)):
        at = grids[0].rows[0].place
        wrong = "the header has both ',' and ';'"
        raise refused(Place(at.file, at.line), wrong, "separate the columns by one of them")

    def likeness(at: tuple[Grid, int]) -> tuple[int, int, int]:
        cells = at[0].rows[at[1]].cells
        return len(_fields(cells, wanted)), -at[1], len(cells)

    return max(((grid, number) for grid in grids for number in range(len(grid.rows[:MOST_SEARCHED]))), key=likeness)


def _is_header(row: Row, wanted: Wanted) -> bool:
    fields = _fields(row.cells, wanted)
    if wanted.complete(fields):
        return True
    return bool(fields and wanted.nameless and row.cells[0] is None) and wanted.complete({*fields, wanted.nameless})


def _fields(cells: Sequence[Text | None], wanted: Wanted) -> set[str]:
    fields = (field_of(cell, wanted.known) for cell in cells if cell is not None and not isinstance(cell, Unreadable))
    return {field for field in fields if field}


def _remark_on_top(rows: Sequence[Row], header: Row, wanted: Wanted, faults: list[Fault]) -> None:
    for row in rows:
        cells = [cell for cell in row.cells if cell is not None]
        for cell in cells:
            _check_unit(cell, wanted, faults)
        remark(cells[0].place, "title", cells[0])
    if rows:
        remark(header.place, "header", " | ".join(str(cell) for cell in header.cells if cell is not None))


def _check_unit(cell: Text, wanted: Wanted, faults: list[Fault]) -> None:
    """Hold what a heading or a title says of the amounts against what the plan counts in."""
    said = stated(cell)
    if said is None:
        return
    if disagree(said, wanted.unit):
        wrong = "says that the amounts are in another unit than the plan's"
        faults.append(Fault(cell.place, None, cell, wrong, "write them in the plan's unit, and say so here"))
    else:
        remark(cell.place, "unit", cell)


def _body(grid: Grid, place: int, width: int, faults: list[Fault]) -> Iterator[Row]:
    """The rows below the header, each of one width; those that hold no line by their form alone are passed over."""
    header = [plain(cell) for cell in grid.rows[place].cells[:width] if cell is not None]
    for row in grid.rows[place + 1 :]:
        cells = [cell for cell in row.cells if cell is not None]
        first = cells[0]
        if all(HASHTAG.fullmatch(cell) for cell in cells):
            remark(first.place, "hashtags", first)
            continue
        if len(cells) == len(header) > 1 and all(map(_is_called, cells, header)):
            remark(first.place, "header again", first)
            continue
        if len(faults) >= MOST_FAULTY_ITEMS:
            faults.append(Fault(row.place, None, None, *READ_NO_FURTHER))
            return
        fitted = _fitted(row, width, grid.delimiter, faults)
        if fitted is not None:
            if row.hidden:
                remark(first.place, "hidden", first)
            yield fitted


def _is_called(cell: Text, name: str) -> bool:
    return plain(cell) == name


def _fitted(row: Row, width: int, delimiter: str | None, faults: list[Fault]) -> Row | None:
    """A row with as many cells as the header; None where it cannot be told which of them is missing or too many."""
    cells = list(row.cells)
    if delimiter is None:
        for cell in cells[width:]:
            if cell is not None and is_number(cell):
                wrong = "stands beside the columns of the header"
                faults.append(Fault(cell.place, None, None, wrong, "clear this cell"))
            elif cell is not None:
                remark(cell.place, "beside", cell)
        fitted = row._replace(cells=cells[:width])
        return fitted if any(cell is not None for cell in fitted.cells) else None
    while len(cells) > width and cells[-1] is None:
        cells.pop()
    single = sum(cell is not None for cell in cells) == 1 and cells[0] is not None
    if len(cells) == width or (single and len(cells) < width):
        return row._replace(cells=cells + [None] * (width - len(cells)))
    faults.append(_uneven(row.place, len(cells), width, "tab" if delimiter == "\t" else delimiter))
    return None


def _uneven(place: Place, cells: int, width: int, delimiter: str) -> Fault:
    wrong = told("has {cells} cells where the header has {width}", cells=cells, width=width)
    if cells < width:
        return Fault(
            place, None, None, wrong, told("write every '{delimiter}', also of empty cells", delimiter=delimiter)
        )
    if delimiter == ",":
        return Fault(place, None, None, wrong, "put a text with a ',' in quotes, and write decimals with a point")
    write = told("put a text with a '{sign}' in quotes, or remove what stands behind the last column", sign=delimiter)
    return Fault(place, None, None, wrong, write)


def is_number(cell: Text) -> bool:
    """Whether there is a number in a cell, as far as can be seen."""
    if isinstance(cell, Unreadable):
        return False
    return not cell.typed or taken_apart(cell) is not None


def _columns(header: Row, body: Sequence[Row], wanted: Wanted, faults: list[Fault]) -> dict[str, int]:
    """The place of each field's column; columns that are something else are passed over."""
    found: dict[str, int] = {}
    passed: list[Text] = []
    said: list[Fault] = []
    named = _fields(header.cells, wanted)
    for place, cell in enumerate(header.cells):
        below = [it for row in body if place < len(row.cells) and (it := row.cells[place]) is not None]
        field = None if cell is None or isinstance(cell, Unreadable) else field_of(cell, wanted.known)
        if cell is None:
            _nameless(header, place, below, named, wanted, found, said)
        elif field is None:
            _unknown(cell, below, named, wanted, passed, said)
        elif field in found:
            other = header.cells[found[field]]
            same = other is not None and plain(other) == plain(cell)
            wrong = "stands twice in the header" if same else told("says the same as '{other}' beside it", other=other)
            said.append(Fault(cell.place, None, cell, wrong, "keep one of them"))
        else:
            _check_unit(cell, wanted, said)
            found[field] = place
            if plain(cell) not in {field, ID}:
                remark(cell.place, "column", cell, field)
        if len(said) >= MOST_FAULTY_ITEMS:
            said.append(Fault(header.place, None, None, *READ_NO_FURTHER))
            break
    if passed:
        remark(passed[0].place, "columns", ", ".join(passed))
    faults.extend(said)
    return found


def _unknown(
    cell: Text, below: Sequence[Text], named: Collection[str], wanted: Wanted, passed: list[Text], said: list[Fault]
) -> None:
    """Pass over a column that is something else, or say that it may be one that is missing."""
    complete = wanted.complete({*named, wanted.nameless})
    if isinstance(cell, Unreadable) and (below or not complete):
        said.append(Fault(cell.place, None, None, cell.wrong, cell.write))
    elif not complete or (wanted.strict and (any(map(is_number, below)) or closest(plain(cell), wanted.fields))):
        said.append(Fault(cell.place, None, cell, wanted.wrong, instead(plain(cell), wanted.fields, MOST_FIELDS)))
    else:
        passed.append(cell)


def _nameless(
    header: Row,
    place: int,
    below: Sequence[Text],
    named: Collection[str],
    wanted: Wanted,
    found: dict[str, int],
    said: list[Fault],
) -> None:
    """Say what a column without a heading is: that of the names where it stands in front, or notes."""
    if not below:
        return
    if wanted.nameless and not found and not wanted.complete(named) and wanted.complete({*named, wanted.nameless}):
        found[wanted.nameless] = place
        remark(header.place, "column", "", wanted.nameless)
    elif any(map(is_number, below)):
        said.append(Fault(header.place, None, None, "a column has no name", "name it, or remove the column"))
    else:
        remark(below[0].place, "beside", below[0])
