"""Rows that add up others, checked against what they add up."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from flessenhals.data.source.decimals import plain_decimal
from flessenhals.data.source.errors import Fault
from flessenhals.data.source.names import alternatives
from flessenhals.data.source.remarks import remark
from flessenhals.data.source.tree import Unreadable
from flessenhals.data.tables.headings import plain
from flessenhals.solver.plan.message import told

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from flessenhals.data.source.tree import Text

TOTAL = re.compile(r"(?:.*[\s-])?(?:sub|eind|hoofd)?(?:totaal|totalen|totals?|som|sum)(?:[\s-].*)?|(?:sub)?tot")


class Counted(NamedTuple):
    """A row with an amount.

    Attributes:
        cell: what the row is called.
        amount: in the table's unit; None where it is blank.
        is_total: whether it is called a total and is no line.
    """

    cell: Text
    amount: Fraction | None
    is_total: bool


def is_total(name: str) -> bool:
    """Whether a row is called a total."""
    return TOTAL.fullmatch(plain(name)) is not None


def total_in(cells: Iterable[Text | None]) -> Text | None:
    """The cell that says that a row is a total, wherever it stands; None where none does."""
    written = (cell for cell in cells if cell is not None and not isinstance(cell, Unreadable))
    return next((cell for cell in written if is_total(cell)), None)


def check_totals(rows: Sequence[Counted]) -> Iterator[Fault]:
    """Hold every total against the rows that it can add up; those that hold are remarked on.

    A total adds up everything, everything above it, or the rows up to the total before it or to the one after it.
    """
    for place, row in enumerate(rows):
        if not row.is_total:
            continue
        sums = _sums(rows, place)
        if row.amount is None:
            remark(row.cell.place, "total", row.cell)
        elif row.amount in sums:
            remark(row.cell.place, "total", row.cell, plain_decimal(row.amount))
        else:
            said = plain_decimal(row.amount)
            found = alternatives(str(plain_decimal(each)) for each in dict.fromkeys(sums))
            wrong = told("is called a total and says {said}, where the rows add up to {found}", said=said, found=found)
            yield Fault(row.cell.place, None, row.cell, wrong, "correct it, or remove this row")


def _sums(rows: Sequence[Counted], place: int) -> list[Fraction]:
    """What a total at this place can add up to, the likeliest first."""

    def added(part: Sequence[Counted]) -> Fraction:
        return sum((row.amount for row in part if row.amount is not None and not row.is_total), start=Fraction(0))

    totals = [other for other, row in enumerate(rows) if row.is_total]
    before = max((other for other in totals if other < place), default=-1)
    after = min((other for other in totals if other > place), default=len(rows))
    sums = [added(rows[:place]), added(rows[before + 1 : place]), added(rows), added(rows[place + 1 : after])]
    return [each for each in dict.fromkeys(sums) if each] or [Fraction(0)]
