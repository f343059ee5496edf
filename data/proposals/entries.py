"""The amounts of a proposal as they were typed, each with its place."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from flessenhals.data.fields.numbers import NumberError, amount
from flessenhals.data.source.errors import Fault, Place
from flessenhals.data.source.tree import Blank, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Reader = Callable[[Text], Fraction]

ZERO = Fraction(0)


class Entry(NamedTuple):
    """An amount as it was typed, and for whom.

    Attributes:
        key: the id of a line or a partner.
        place: where that stands.
        amount: the text of the amount, or the amount itself where it was not typed; or nothing.
        year: in which, as it was typed; None where nothing says so.
    """

    key: str
    place: Place
    amount: Text | Fraction | Blank
    year: int | None = None

    @property
    def name(self) -> str:
        """For whom and when, as it is told: `police`, `police@2024`."""
        return self.key if self.year is None else f"{self.key}@{self.year}"


class Entries(NamedTuple):
    """All amounts of a proposal as they were typed.

    Attributes:
        by: `line` or `partner`: what the keys are.
        entries: in the order of the file.
        place: where they begin, for what is missing.
        read: how their numbers are written.
        title: what the proposal calls itself.
    """

    by: str
    entries: tuple[Entry, ...]
    place: Place
    read: Reader
    title: str | Mapping[str, str] | None = None


def plainly(text: Text) -> Fraction:
    """An amount as a plan would write it.

    Raises:
        NumberError: where it is none.
    """
    return amount(text, typed=text.typed)


def read_amount(entry: Entry, given: Entries, amounts: dict[str, Fraction], faults: list[Fault]) -> None:
    """Read an amount into `amounts` under whom it is for; what is wrong with it is added to the faults."""
    if isinstance(entry.amount, Fraction):
        amounts[entry.name] = entry.amount
    if not isinstance(entry.amount, Text):
        return
    try:
        amounts[entry.name] = given.read(entry.amount)
    except NumberError as error:
        faults.append(Fault(entry.amount.place, entry.name, entry.amount, error.wrong, error.write))
