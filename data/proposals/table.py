"""A proposal in a table: a line or a partner a row, and the amount that it is given."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.data.fields.numbers import NumberError, comma_amount
from flessenhals.data.proposals.entries import Entries, Entry, plainly
from flessenhals.data.proposals.exact import exactly_given
from flessenhals.data.source.decimals import plain_decimal
from flessenhals.data.source.errors import Fault, InputError, Place, refused
from flessenhals.data.source.names import alternatives
from flessenhals.data.source.remarks import remark
from flessenhals.data.source.tree import Blank, Text, Unreadable
from flessenhals.data.tables.grids import grids_of
from flessenhals.data.tables.headings import PROPOSAL_HEADINGS, known_headings
from flessenhals.data.tables.layout import Wanted, found_in, is_number
from flessenhals.data.tables.names import Names, doubtful
from flessenhals.data.tables.scale import scale_of
from flessenhals.data.tables.totals import Counted, check_totals, is_total
from flessenhals.data.tables.writing import COMMA, Numbers, read_numbers
from flessenhals.solver.plan.message import told

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from flessenhals.data.source.tree import Row
    from flessenhals.data.tables.layout import Table
    from flessenhals.solver.plan.plan import Plan

AMOUNT, EXACT = "amount", "exact"
KEYS = ("line", "name", "partner")


def table_entries(path: Path, sheet: str | None, plan: Plan, content: bytes | None = None) -> Entries:
    """The amounts in a CSV file, or in a sheet of an XLSX or ODS workbook, as people make them.

    The header may stand below a title; lines and partners go by their ids or their names; totals are held against
    their sums and passed over, as notes are. What was taken for what is remarked on.

    Args:
        path: the file; its ending says which kind it is.
        sheet: the name of the sheet, where there is more than one.
        plan: whose lines and partners it names.
        content: what the file holds, where it has been read already.

    Raises:
        InputError: where it is no such table, or something in it can mean two things.
    """
    unit = scale_of(plan.unit)
    wanted = Wanted(
        wrong="is not a column of a proposal",
        known=known_headings(PROPOSAL_HEADINGS),
        complete=_complete,
        fields=("line", "partner", AMOUNT, "name", "note"),
        nameless="line",
        strict=False,
        unit=unit,
    )
    empty = refused(Place(str(path)), "is empty", "write line and amount in its first row, and below it a line a row")
    if path.suffix.lower() == ".csv" and sheet is not None:
        raise refused(Place(str(path)), "a .csv file has no sheets", "leave --sheet out")
    table = found_in(grids_of(path, sheet, "name one: --sheet NAME", content), wanted, empty)
    _check_header(table)
    cells = [cell for row in table.rows if (cell := table.cell(row, AMOUNT)) is not None]
    exact = EXACT in table.columns
    numbers = read_numbers(cells, semicolons=table.semicolons, unit=unit, exact=exact)
    return _Rows(table, plan, numbers).entries(str(path))


def _complete(fields: Collection[str | None]) -> bool:
    return AMOUNT in fields and any(key in fields for key in KEYS)


def _check_header(table: Table) -> None:
    faults = []
    if not any(key in table.columns for key in KEYS):
        faults.append(Fault(table.header.place, "line", None, "is missing in the header", "add a column line"))
    if AMOUNT not in table.columns:
        faults.append(
            Fault(
                table.header.place,
                AMOUNT,
                None,
                "is missing in the header",
                told("add a column {amount}", amount=AMOUNT),
            )
        )
    if faults:
        raise InputError(faults)


class _Rows:
    """The rows of a proposal's table, told apart: amounts, totals and notes."""

    def __init__(self, table: Table, plan: Plan, numbers: Numbers) -> None:
        self._table = table
        self._numbers = numbers
        self._by = "line" if {"line", "name"} & set(table.columns) else "partner"
        self._lines = plan.line_by_id
        self._partners = Names((line.partner, plan.partners.get(line.partner)) for line in plan.lines)
        self._names = Names((line.id, line.name) for line in plan.lines) if self._by == "line" else self._partners
        self._wrong = {fault.place: fault for fault in numbers.faults}
        self._faults: list[Fault] = []
        self._counted: list[Counted] = []
        self._groups: list[tuple[str, Counted]] = []
        self._entries: list[Entry] = []

    def entries(self, file: str) -> Entries:
        """The amounts by line or partner.

        Raises:
            InputError: with everything that is wrong with the names, the totals and the form of the amounts.
        """
        for row in self._table.rows:
            self._take(row)
        self._faults.extend(check_totals(self._counted))
        for group, counted in self._groups:
            self._check_group(group, counted)
        if self._faults:
            raise InputError(self._faults)
        by_comma = self._numbers.sign == COMMA
        return Entries(self._by, tuple(self._entries), Place(file), _with_comma if by_comma else plainly)

    def _take(self, row: Row) -> None:
        keys = [cell for field in self._keys if (cell := self._table.cell(row, field)) is not None]
        given = self._table.cell(row, AMOUNT)
        if not keys:
            self._without_key(row, given)
            return
        key = keys[0]
        ids = self._meant(key, row)
        if isinstance(key, Unreadable):
            self._faults.append(Fault(key.place, None, None, key.wrong, key.write))
        elif not ids:
            self._unknown(key, given)
        elif len(ids) > 1:
            self._faults.append(doubtful(key, ids, self._by))
        else:
            if key != ids[0]:
                remark(key.place, "named", key, ids[0])
            self._check_beside(row, ids[0], keys)
            self._known(row, ids[0], key, given)

    @property
    def _keys(self) -> tuple[str, ...]:
        return ("line", "name") if self._by == "line" else ("partner",)

    def _meant(self, key: Text, row: Row) -> list[str]:
        """The ids that a row may be about; where a name is that of several lines, its partner tells them apart."""
        ids = self._names.meant(key)
        partner = self._table.cell(row, "partner")
        if len(ids) > 1 and partner is not None:
            partners = self._partners.meant(partner)
            ids = [each for each in ids if self._lines[each].partner in partners] or ids
        return ids

    def _without_key(self, row: Row, given: Text | None) -> None:
        if given is not None and is_number(given):
            write = told("write the id of the {by}, or remove the row if it adds up others", by=told(self._by))
            self._faults.append(Fault(row.place, self._by, None, "is missing in this row", write))
        else:
            cell = next(cell for cell in row.cells if cell is not None)
            remark(cell.place, "note", cell)

    def _unknown(self, key: Text, given: Text | None) -> None:
        """Take a row that is about no line for a total, a group or a note, or else for a mistake."""
        group = self._partners.meant(key)
        number = given is not None and is_number(given)
        if is_total(key) and (number or given is None):
            self._counted.append(Counted(key, self._amount(given), is_total=True))
        elif number and len(group) == 1:
            self._groups.append((group[0], Counted(key, self._amount(given), is_total=True)))
        elif number or (self._names.resembles(key) and not group):
            self._entries.append(Entry(key, key.place, given if given is not None else Blank(key.place)))
        else:
            remark(key.place, "group" if group else "note", key, *group[:1])

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
        of_line = self._lines[name].partner
        others = [(cell, self._names.meant(cell), name) for cell in keys[1:]]
        if partner is not None:
            others.append((partner, self._partners.meant(partner), of_line))
        for cell, ids, own in others:
            if ids and own not in ids:
                wrong = told("is {ids}, and {key} beside it is {own}", ids=alternatives(ids), key=keys[0], own=own)
                self._faults.append(Fault(cell.place, None, cell, wrong, "mend the one that is wrong"))

    def _check_group(self, group: str, row: Counted) -> None:
        """Hold the amount behind a partner's name against those of its lines."""
        amounts = {entry.key: entry.amount for entry in self._entries if entry.key in self._lines}
        own = [amount for key, amount in amounts.items() if self._lines[key].partner == group]
        added = sum((self._of(amount) for amount in own), start=Fraction(0))
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

    def _known(self, row: Row, name: str, key: Text, given: Text | None) -> None:
        if given is None:
            self._entries.append(Entry(name, key.place, Blank(key.place)))
            self._counted.append(Counted(key, None, is_total=False))
        elif isinstance(given, Unreadable):
            self._faults.append(Fault(given.place, None, None, given.wrong, given.write))
        elif given.place in self._wrong:
            self._faults.append(self._wrong[given.place]._replace(field=name))
        else:
            number = self._numbers.read.get(id(given), given)
            amount = exactly_given(number, self._table.cell(row, EXACT))
            self._entries.append(Entry(name, key.place, amount))
            self._counted.append(Counted(key, self._of(amount), is_total=False))


def _with_comma(text: Text) -> Fraction:
    return comma_amount(text) if text.typed else plainly(text)
