"""The columns of a proposal's table: one of amounts, or with years one for each year, or one that names the year."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from flessenhals.data.fields.known import YEAR as A_YEAR
from flessenhals.data.source.errors import Fault, InputError
from flessenhals.data.tables.headings import PROPOSAL_HEADINGS, known_headings
from flessenhals.solver.plan.message import told

if TYPE_CHECKING:
    from collections.abc import Collection

    from flessenhals.data.source.tree import Row, Text
    from flessenhals.data.tables.layout import Table
    from flessenhals.solver.plan.plan import Plan

AMOUNT, EXACT, YEAR = "amount", "exact", "year"
KEYS = ("line", "name", "partner")
FIELDS = ("line", "partner", AMOUNT, "name", "note")
NAMES_OF_YEAR = (YEAR, "jaar", "begrotingsjaar", "budget year", "jaartal")
STRUCTURAL = ("struc", "structureel", "structural")


class Given(NamedTuple):
    """One amount of a row.

    Attributes:
        cell: where it is typed; None where there is nothing.
        year: in which; None where nothing says so.
    """

    cell: Text | None
    year: int | None


def headings_of(plan: Plan) -> dict[str, str]:
    """The field by each heading that is taken for it; with years also `2024`, `bedrag 2024`, `struc.`."""
    known = known_headings(PROPOSAL_HEADINGS)
    if plan.years is None:
        return known
    known |= dict.fromkeys(NAMES_OF_YEAR, YEAR) | dict.fromkeys(STRUCTURAL, str(plan.years.last))
    for year in plan.years.all:
        known[str(year)] = str(year)
        for heading in (AMOUNT, *PROPOSAL_HEADINGS[AMOUNT]):
            known[f"{heading}.{year}"] = known[f"{heading} {year}"] = str(year)
    return known


def is_complete(fields: Collection[str | None]) -> bool:
    """Whether a row with these fields is a header: something that names lines, and amounts."""
    return any(field is not None and _holds_amounts(field) for field in fields) and any(key in fields for key in KEYS)


def _holds_amounts(field: str) -> bool:
    return field == AMOUNT or A_YEAR.fullmatch(field) is not None


def check_header(table: Table) -> None:
    """See to it that a header names lines and amounts, and the years in one way.

    Raises:
        InputError: with everything that it lacks.
    """
    faults = []
    place = table.header.place
    years = [field for field in table.columns if field != AMOUNT and _holds_amounts(field)]
    if not any(key in table.columns for key in KEYS):
        faults.append(Fault(place, "line", None, "is missing in the header", "add a column line"))
    if AMOUNT not in table.columns and not years:
        write = told("add a column {amount}", amount=AMOUNT)
        faults.append(Fault(place, AMOUNT, None, "is missing in the header", write))
    for field in (AMOUNT, YEAR):
        if field in table.columns and years:
            cell = table.header.cells[table.columns[field]]
            wrong = told("stands beside columns of years such as {year}", year=years[0])
            faults.append(Fault(place if cell is None else cell.place, field, cell, wrong, "keep one of them"))
    if faults:
        raise InputError(faults)


class Amounts:
    """Where the amounts of a table stand, and of which year each is."""

    def __init__(self, table: Table, plan: Plan) -> None:
        self._table = table
        self._years = plan.years
        wide = [field for field in table.columns if field != AMOUNT and _holds_amounts(field)]
        self.fields: tuple[str, ...] = tuple(sorted(wide)) or (AMOUNT,)
        self._wide = bool(wide)

    def cells(self) -> list[Text]:
        """Every amount that was typed."""
        return [
            cell
            for row in self._table.rows
            for field in self.fields
            if (cell := self._table.cell(row, field)) is not None
        ]

    def of(self, row: Row, faults: list[Fault]) -> list[Given]:
        """The amounts of a row; what is wrong with its year is added to the faults."""
        if self._wide:
            return [Given(self._table.cell(row, field), int(field)) for field in self.fields]
        return [Given(self._table.cell(row, AMOUNT), self._named(row, faults))]

    def _named(self, row: Row, faults: list[Fault]) -> int | None:
        """The year that a row names."""
        cell = self._table.cell(row, YEAR)
        if cell is None or self._years is None:
            return None
        if not A_YEAR.fullmatch(cell) or int(cell) not in self._years.all:
            first, last = self._years.first, self._years.last
            wrong = told("is no year of the plan, {first} to {last}", first=first, last=last)
            faults.append(Fault(cell.place, YEAR, cell, wrong, "correct it, or remove this row"))
            return None
        return int(cell)
