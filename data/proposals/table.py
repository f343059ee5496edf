"""A proposal in a table: a line or a partner a row, and the amount that it is given, or those of each year."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.constraints.constraint import in_year
from flessenhals.data.fields.known import YEAR
from flessenhals.data.fields.numbers import NumberError, comma_amount
from flessenhals.data.proposals.columns import EXACT, FIELDS, Amounts, check_header, headings_of, is_complete
from flessenhals.data.proposals.entries import Entries, Entry, plainly
from flessenhals.data.proposals.exact import exactly_given, settled_by
from flessenhals.data.sheets.sheet_cells import ERROR, NEVER, PERCENTAGE
from flessenhals.data.source.decimals import plain_decimal
from flessenhals.data.source.errors import Fault, InputError, Place, refused
from flessenhals.data.source.names import alternatives
from flessenhals.data.source.remarks import remark
from flessenhals.data.source.tree import Blank, Text, Unreadable
from flessenhals.data.tables.grids import TEXTS, grids_of
from flessenhals.data.tables.layout import Wanted, found_in, is_number
from flessenhals.data.tables.names import Names, doubtful
from flessenhals.data.tables.scale import scale_of
from flessenhals.data.tables.totals import Counted, check_totals, is_total, total_in
from flessenhals.data.tables.writing import COMMA, Numbers, read_numbers
from flessenhals.solver.plan.message import told

if TYPE_CHECKING:
    from pathlib import Path

    from flessenhals.data.proposals.columns import Given
    from flessenhals.data.source.tree import Row
    from flessenhals.data.tables.layout import Table
    from flessenhals.solver.plan.plan import Plan

NUMBERLIKE = {ERROR, NEVER, PERCENTAGE}  # what cannot be read in a cell, and is a number to whoever made it


def table_entries(path: Path, sheet: str | None, plan: Plan, content: bytes | None = None) -> Entries:
    """The amounts in a CSV file, or in a sheet of an XLSX or ODS workbook, as people make them.

    The header may stand below a title; lines and partners go by their ids or their names; totals are held against
    their sums and passed over, as notes are. With years each has a column, or each row its year. What was taken for
    what is remarked on.

    Args:
        path: the file; its ending says which kind it is.
        sheet: the name of the sheet, where there is more than one.
        plan: whose lines, partners and years it names.
        content: what the file holds, where it has been read already.

    Raises:
        InputError: where it is no such table, or something in it can mean two things.
    """
    unit = scale_of(plan.unit)
    wanted = Wanted(
        wrong="is not a column of a proposal",
        known=headings_of(plan),
        complete=is_complete,
        fields=FIELDS,
        nameless="line",
        strict=False,
        unit=unit,
    )
    empty = refused(Place(str(path)), "is empty", "write line and amount in its first row, and below it a line a row")
    suffix = path.suffix.lower()
    if suffix in TEXTS and sheet is not None:
        raise refused(Place(str(path)), told("a {suffix} file has no sheets", suffix=suffix), "leave --sheet out")
    table = found_in(grids_of(path, sheet, "name one: --sheet NAME", content), wanted, empty)
    check_header(table)
    amounts = Amounts(table, plan)
    exact = EXACT in table.columns
    numbers = read_numbers(amounts.cells(), semicolons=table.semicolons, unit=unit, exact=exact)
    return _Rows(table, plan, amounts, numbers).entries(str(path))


class _Rows:
    """The rows of a proposal's table, told apart: amounts, totals and notes."""

    def __init__(self, table: Table, plan: Plan, amounts: Amounts, numbers: Numbers) -> None:
        self._table = table
        self._amounts = amounts
        self._numbers = numbers
        self._has_years = plan.years is not None
        self._by = "line" if {"line", "name"} & set(table.columns) else "partner"
        self._partner_of = {line.line: line.partner for line in plan.lines}
        self._partners = Names((line.partner, plan.partners.get(line.partner)) for line in plan.lines)
        self._names = Names((line.line, line.name) for line in plan.lines) if self._by == "line" else self._partners
        self._wrong = {fault.place: fault for fault in numbers.faults}
        self._faults: list[Fault] = []
        self._counted: dict[int | None, list[Counted]] = {}
        self._groups: list[tuple[str, int | None, Counted]] = []
        self._entries: list[Entry] = []

    def entries(self, file: str) -> Entries:
        """The amounts by line or partner.

        Raises:
            InputError: with everything that is wrong with the names, the totals and the form of the amounts.
        """
        for row in self._table.rows:
            self._take(row)
        for counted in self._counted.values():
            self._faults.extend(check_totals(counted))
        for group, year, row_of in self._groups:
            self._check_group(group, year, row_of)
        if self._faults:
            raise InputError(self._faults)
        by_comma = self._numbers.sign == COMMA
        return Entries(self._by, tuple(self._entries), Place(file), _with_comma if by_comma else plainly)

    def _take(self, row: Row) -> None:
        keys = [cell for field in self._keys if (cell := self._table.cell(row, field)) is not None]
        given = self._amounts.of(row, self._faults)
        if not keys:
            self._without_key(row, given)
            return
        key = keys[0]
        named, year = self._in_year(key)
        ids = self._meant(named, row)
        if isinstance(key, Unreadable):
            self._faults.append(Fault(key.place, None, None, key.wrong, key.write))
        elif not ids:
            self._unknown(key, given)
        elif len(ids) > 1:
            self._faults.append(doubtful(key, ids, self._by))
        else:
            if named != ids[0]:
                remark(key.place, "named", key, ids[0])
            self._check_beside(row, ids[0], keys)
            for each in given:
                self._known(row, ids[0], key, each if year is None else self._agreeing(each, key, year))

    @property
    def _keys(self) -> tuple[str, ...]:
        return ("line", "name") if self._by == "line" else ("partner",)

    def _in_year(self, key: Text) -> tuple[str, int | None]:
        """A line and the year behind it, as in what `allocate` writes: `police@2024`."""
        name, _, year = key.rpartition("@")
        return (name, int(year)) if self._has_years and name and YEAR.fullmatch(year) else (key, None)

    def _agreeing(self, given: Given, key: Text, year: int) -> Given:
        """An amount in the year that stands behind its line's id, unless the row or column says another."""
        if given.year not in {None, year}:
            wrong = told("is of another year than {year} beside it", year=str(given.year))
            self._faults.append(Fault(key.place, None, key, wrong, "mend the one that is wrong"))
        return given._replace(year=year)

    def _meant(self, key: str, row: Row) -> list[str]:
        """The ids that a row may be about; where a name is that of several lines, its partner tells them apart."""
        ids = self._names.meant(key)
        partner = self._table.cell(row, "partner")
        if len(ids) > 1 and partner is not None:
            partners = self._partners.meant(partner)
            ids = [each for each in ids if self._partner_of[each] in partners] or ids
        return ids

    def _without_key(self, row: Row, given: list[Given]) -> None:
        called = total_in(row.cells)
        if self._is_unreadable(given, any_kind=called is not None):
            return
        if called is not None:
            for each in given:
                self._count(each.year, Counted(called, self._amount(each.cell), is_total=True))
        elif any(each.cell is not None and is_number(each.cell) for each in given):
            write = told("write the id of the {by}, or remove the row if it adds up others", by=told(self._by))
            self._faults.append(Fault(row.place, self._by, None, "is missing in this row", write))
        else:
            cell = next(cell for cell in row.cells if cell is not None)
            remark(cell.place, "note", cell)

    def _is_unreadable(self, given: list[Given], *, any_kind: bool) -> bool:
        """Whether an amount in a row that is no line cannot be read, which is then a fault.

        A date or a yes or no is none where a note stands: `Datum: 15-1-2026`.
        """
        cells = [each.cell for each in given if isinstance(each.cell, Unreadable)]
        wrong = [cell for cell in cells if any_kind or (cell.wrong, cell.write) in NUMBERLIKE]
        self._faults.extend(Fault(cell.place, None, None, cell.wrong, cell.write) for cell in wrong)
        return bool(wrong)

    def _unknown(self, key: Text, given: list[Given]) -> None:
        """Take a row that is about no line for a total, a group or a note, or else for a mistake."""
        if self._is_unreadable(given, any_kind=is_total(key)):
            return
        group = self._partners.meant(key)
        numbers = [each for each in given if each.cell is not None and is_number(each.cell)]
        if is_total(key) and (numbers or all(each.cell is None for each in given)):
            for each in given:
                self._count(each.year, Counted(key, self._amount(each.cell), is_total=True))
        elif numbers and len(group) == 1:
            for each in numbers:
                self._groups.append((group[0], each.year, Counted(key, self._amount(each.cell), is_total=True)))
        elif numbers or (self._names.resembles(key) and not group):
            cell = given[0].cell
            self._entries.append(Entry(key, key.place, cell if cell is not None else Blank(key.place)))
        else:
            remark(key.place, "group" if group else "note", key, *group[:1])

    def _count(self, year: int | None, counted: Counted) -> None:
        """Take a row into the sums of its year, and where the years stand below each other a line into those of all."""
        self._counted.setdefault(year, []).append(counted)
        if year is not None and len(self._amounts.fields) == 1 and not counted.is_total:
            self._counted.setdefault(None, []).append(counted)

    def _amount(self, given: Text | None) -> Fraction | None:
        """What a cell comes to, as far as it can be read; the rest is told elsewhere, or here for a total."""
        if given is None:
            return None
        try:
            return plainly(self._numbers.read.get(id(given), given))
        except NumberError as error:
            wrong = self._wrong.get(given.place) or Fault(given.place, None, given, error.wrong, error.write)
            self._faults.append(wrong)
            return None

    def _check_beside(self, row: Row, name: str, keys: list[Text]) -> None:
        """See to it that the name and the partner beside a line's id are its own."""
        if self._by != "line":
            return
        partner = self._table.cell(row, "partner")
        of_line = self._partner_of[name]
        others = [(cell, self._names.meant(cell), name) for cell in keys[1:]]
        if partner is not None:
            others.append((partner, self._partners.meant(partner), of_line))
        for cell, ids, own in others:
            if ids and own not in ids:
                wrong = told(
                    "means {ids}, and {key} beside it means {own}", ids=alternatives(ids), key=keys[0], own=own
                )
                self._faults.append(Fault(cell.place, None, cell, wrong, "mend the one that is wrong"))

    def _check_group(self, group: str, year: int | None, row: Counted) -> None:
        """Hold the amount behind a partner's name against those of its lines, in its year where it has one."""
        own = {
            (entry.key, entry.year): entry.amount
            for entry in self._entries
            if self._partner_of.get(entry.key) == group and year in {None, entry.year}
        }
        added = sum((self._of(amount) for amount in own.values()), start=Fraction(0))
        if row.amount == added:
            remark(row.cell.place, "total", row.cell, plain_decimal(added))
        else:
            wrong = told("is a partner and no line, and its lines add up to {added}", added=plain_decimal(added))
            self._faults.append(Fault(row.cell.place, None, row.cell, wrong, "correct it, or remove this row"))

    def _of(self, amount: Text | Fraction | Blank) -> Fraction:
        if isinstance(amount, Blank):
            return Fraction(0)
        try:
            return plainly(amount) if isinstance(amount, Text) else amount
        except NumberError:  # told where the proposal is made of it
            return Fraction(0)

    def _known(self, row: Row, name: str, key: Text, given: Given) -> None:
        cell, year = given
        if cell is None:
            self._entries.append(Entry(name, key.place, Blank(key.place), year))
            self._count(year, Counted(key, None, is_total=False))
            return
        if isinstance(cell, Unreadable):
            self._faults.append(Fault(cell.place, None, None, cell.wrong, cell.write))
            return
        exact = self._table.cell(row, EXACT) if len(self._amounts.fields) == 1 else None
        amount: Text | Fraction | None = None
        if cell.place in self._wrong:
            amount = settled_by(cell, exact)
        else:
            amount = exactly_given(self._numbers.read.get(id(cell), cell), exact)
        if amount is None:
            self._faults.append(self._wrong[cell.place]._replace(field=name if year is None else in_year(name, year)))
        else:
            self._entries.append(Entry(name, key.place if year is None else cell.place, amount, year))
            self._count(year, Counted(key, self._of(amount), is_total=False))


def _with_comma(text: Text) -> Fraction:
    return comma_amount(text) if text.typed else plainly(text)
