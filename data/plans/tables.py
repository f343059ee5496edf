"""The lines of a plan from a table beside it: a line a row, the names of the fields above the columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.data.fields.known import SECTIONS, years_of
from flessenhals.data.fields.numbers import NumberError, amount
from flessenhals.data.fields.shape import fault, read_fields
from flessenhals.data.plans.beside import file_beside, is_file
from flessenhals.data.plans.shape import LINE, LINE_NUMBERS, LINE_SERIES, PER_LANGUAGE, TABLE
from flessenhals.data.source.errors import Fault, InputError, refused
from flessenhals.data.source.names import is_identifier, slug
from flessenhals.data.source.remarks import remark
from flessenhals.data.source.tree import ByComma, Items, Mapping, Text, Unreadable
from flessenhals.data.tables.grids import SUFFIXES, TEXTS, grids_of
from flessenhals.data.tables.headings import LINE_HEADINGS, known_headings, plain
from flessenhals.data.tables.layout import Wanted, found_in
from flessenhals.data.tables.names import Names, doubtful
from flessenhals.data.tables.scale import scale_of
from flessenhals.data.tables.totals import Counted, check_totals, is_total, total_in
from flessenhals.data.tables.writing import COMMA, read_numbers
from flessenhals.solver.plan.message import told

if TYPE_CHECKING:
    from collections.abc import Collection
    from fractions import Fraction
    from pathlib import Path

    from flessenhals.data.fields.known import Known
    from flessenhals.data.source.tree import Node, Row
    from flessenhals.data.tables.layout import Grid, Table
    from flessenhals.data.tables.scale import Scale

NAMES = ("name", "name.en", "name.nl")
NUMBERS = (*LINE_NUMBERS, "cofunded", "step", "smallest")
MOST_LINES = 100_000


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
    path = file_beside(folder, node)
    return root.having("lines", _lines(path, node, sheet, root))


def _grids(path: Path, node: Text, sheet: str | None) -> list[Grid]:
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise fault(node, "lines", node, "is not a table that can be read", "save it as .csv, .xlsx or .ods")
    if not is_file(path):
        raise fault(node, "lines", node, "is not a file beside the plan", "check its name")
    if suffix in TEXTS and sheet is not None:
        raise refused(node.place, told("a {suffix} file has no sheets", suffix=suffix), "leave sheet: out")
    return grids_of(path, sheet, "name one: lines: {table: ..., sheet: ...}")


def _complete(fields: Collection[str | None]) -> bool:
    return {"partner", "proposed"} <= set(fields) and bool({"id", *NAMES} & set(fields))


def _lines(path: Path, node: Text, sheet: str | None, root: Mapping) -> Items:
    unit = root.get("unit")
    wanted = Wanted(
        wrong="is not a field of a line",
        known=known_headings(LINE_HEADINGS) | _dated_headings(root),
        complete=lambda fields: _complete({_whole_of_years(field) for field in fields}),
        fields=(*LINE, *(column for columns in PER_LANGUAGE.values() for column in columns)),
        nameless=None,
        strict=True,
        unit=scale_of(unit if isinstance(unit, Text) else ""),
    )
    empty = refused(node.place, told("{node} is empty", node=node), "write the names of the fields in its first row")
    table = found_in(_grids(path, node, sheet), wanted, empty)
    _check_header(table)
    return _Rows(table, wanted.unit, root).lines()


def _check_header(table: Table) -> None:
    columns = {*table.columns, *map(_whole_of_years, table.columns)}
    faults = [
        Fault(table.header.place, name, None, "is missing in the header", told("add a column {name}", name=name))
        for name, field in LINE.items()
        if field.required and name not in columns and not (name == "id" and set(NAMES) & set(columns))
    ]
    for parts in PER_LANGUAGE.values():
        whole = _whole(parts[0])
        for part in parts:
            if part in columns and whole in columns:
                cell = table.header.cells[table.columns[part]]
                place = cell.place if cell is not None else table.header.place
                faults.append(Fault(place, None, cell, told("stands beside {whole}", whole=whole), "keep one of them"))
    if faults:
        raise InputError(faults)


class _Rows:
    """The rows of a table of lines, told apart: lines, totals and notes."""

    def __init__(self, table: Table, unit: Scale, root: Mapping) -> None:
        self._table = _with_names(table)
        numbers = [column for column in table.columns if _whole(column) in NUMBERS]
        cells = (table.cell(row, field) for row in table.rows for field in numbers)
        self._asking = [at for column, at in self._table.columns.items() if _whole(column) == "proposed"]
        self._numbers = read_numbers(
            [cell for cell in cells if cell is not None], semicolons=table.semicolons, unit=unit, shares=True
        )
        self._wrong = {fault.place: fault for fault in self._numbers.faults}
        self._names = {field: _listed(root, section) for field, section in SECTIONS.items()}
        self._faults: list[Fault] = []
        self._counted: list[Counted] = []

    def lines(self) -> Items:
        """The lines, as a plan would hold them.

        Raises:
            InputError: where a total does not hold, a cell cannot be read, or there are too many lines.
        """
        lines = Items(self._table.header.place)
        for row in self._table.rows:
            if not self._passed_over(row):
                lines.append(self._line(row))
            if len(lines) > MOST_LINES:
                wrong = told(
                    "there are more than {most} lines, of which a proof would take minutes and a gigabyte",
                    most=MOST_LINES,
                )
                raise refused(row.place, wrong, "split the plan")
        self._faults.extend(check_totals(self._counted))
        if self._faults:
            raise InputError(self._faults)
        return lines

    def _passed_over(self, row: Row) -> bool:
        """Whether a row is no line: a total, or a note that stands alone."""
        key = next((cell for field in ("id", *NAMES) if (cell := self._table.cell(row, field)) is not None), None)
        partner, asked = self._table.cell(row, "partner"), self._asked(row)
        if key is not None and partner is None and is_total(key):
            self._counted.append(Counted(key, self._amount(asked), is_total=True))
            return True
        called = total_in(row.cells) if key is None else None
        if called is not None:
            self._counted.append(Counted(called, self._amount(asked), is_total=True))
            return True
        if asked is None and partner is None and (key is None or not is_identifier(key)):
            cell = next((cell for cell in row.cells if cell is not None), None)
            if cell is not None:
                remark(cell.place, "note", cell)
            return True
        if key is not None:
            self._counted.append(Counted(key, self._amount(asked), is_total=False))
        return False

    def _asked(self, row: Row) -> Text | None:
        """What a row asks; of a row with a column a year, in the first year that has anything."""
        return next((cell for place in self._asking if (cell := row.cells[place]) is not None), None)

    def _amount(self, cell: Text | None) -> Fraction | None:
        """What a line or a total asks, as far as it can be read; what is wrong with it is told where it is read."""
        if cell is None:
            return None
        if isinstance(cell, Unreadable):
            self._faults.append(Fault(cell.place, None, None, cell.wrong, cell.write))
            return None
        number = self._numbers.read.get(id(cell), cell)
        try:
            return amount(number, typed=number.typed)
        except NumberError:
            return None

    def _line(self, row: Row) -> Mapping:
        line = Mapping(row.place)
        for column in self._table.columns:
            cell = self._table.cell(row, column)
            if cell is None:
                continue
            field, _, language = column.partition(".")
            if isinstance(cell, Unreadable):
                self._faults.append(Fault(cell.place, None, None, cell.wrong, cell.write))
            elif self._wrong and cell.place in self._wrong:
                self._faults.append(self._wrong[cell.place]._replace(field=field))
            elif language:
                texts = line.setdefault(field, Mapping(cell.place))
                if isinstance(texts, Mapping):
                    texts.with_entry(language, self._number(cell) if field in NUMBERS else cell, cell.place)
            elif field == "tags":
                line[field] = Items(cell.place, [Text(tag, cell.place) for tag in cell.split()])
            else:
                line[field] = self._number(cell) if field in NUMBERS else self._named(field, cell)
        return _with_id(line)

    def _number(self, cell: Text) -> Text:
        """A cell as a plain decimal; as it stands where it is none, which is told in the signs of the table."""
        read = self._numbers.read.get(id(cell))
        if read is None and self._numbers.sign == COMMA and cell.typed:
            return ByComma(cell, cell.place)
        return cell if read is None else read

    def _named(self, field: str, cell: Text) -> Text:
        """The id of a partner, programme or department that goes by its name; any other cell as it is."""
        if field not in self._names or is_identifier(cell):
            return cell
        meant = self._names[field].meant(cell)
        if len(meant) > 1:
            self._faults.append(doubtful(cell, meant, field))
        if len(meant) != 1:
            return cell
        remark(cell.place, "named", cell, meant[0])
        return Text(meant[0], cell.place)


def _with_names(table: Table) -> Table:
    """The table with what stands under a heading such as `Post` taken for names where they are no ids."""
    place = table.columns.get("id")
    heading = None if place is None else table.header.cells[place]
    if place is None or heading is None or plain(heading) == "id" or "name" in table.columns:
        return table
    cells = [cell for row in table.rows if (cell := row.cells[place]) is not None and not is_total(cell)]
    if all(is_identifier(cell) for cell in cells):
        return table
    remark(heading.place, "column", heading, "name")
    return table._replace(columns={("name" if field == "id" else field): at for field, at in table.columns.items()})


def _with_id(line: Mapping) -> Mapping:
    """The line with an id made of its name where it has none."""
    name = line.get("name")
    text = next((it for it in name.values()), None) if isinstance(name, Mapping) else name
    if "id" in line or not isinstance(text, Text):
        return line
    made = slug(text)
    if made is not None:
        remark(text.place, "id", text, made)
        line["id"] = Text(made, text.place)
    return line


def _listed(root: Mapping, section: str) -> Names:
    given = root.get(section)
    entries = given.items() if isinstance(given, Mapping) else ()
    return Names((name, _words(node)) for name, node in entries)


def _words(node: Node) -> str | dict[str, str] | None:
    if isinstance(node, Mapping):
        return {key: str(text) for key, text in node.items() if isinstance(text, Text)}
    return str(node) if isinstance(node, Text) else None


def _dated_headings(root: Mapping) -> dict[str, str]:
    """The headings of columns that are one year of a figure: `proposed.2026`, `gevraagd 2026`, or the year alone."""
    span = years_of(root.get("years"))
    if span is None:
        return {}
    found: dict[str, str] = dict.fromkeys(("struc", "structureel", "structural"), f"proposed.{span[1]}")
    for year in range(span[0], span[1] + 1):
        found[str(year)] = f"proposed.{year}"
        for field in LINE_SERIES:
            for heading in (field, *LINE_HEADINGS[field]):
                found[f"{heading}.{year}"] = found[f"{heading} {year}"] = f"{field}.{year}"
    return found


def _whole_of_years(column: str | None) -> str | None:
    """The figure that a column is one year of; the column itself where it is of no year."""
    field, _, year = (column or "").partition(".")
    return field if year.isdecimal() else column


def _whole(column: str) -> str:
    """The field that a column such as `name.en` is a part of."""
    return column.partition(".")[0]
