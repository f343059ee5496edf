"""Amounts that are given in Python or on the command line."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from numbers import Integral
from typing import TYPE_CHECKING

from flessenhals.data.fields.numbers import NumberError, amount
from flessenhals.data.source.errors import Fault, InputError, Place
from flessenhals.solver.plan.message import told

if TYPE_CHECKING:
    from collections.abc import Iterable

    Number = int | float | str | Decimal | Fraction

RANGE, MOST_CEILINGS = 3, 10_000


def exactly(number: Number, what: str = "ceiling") -> Fraction:
    """A number of Python as an exact amount: 0.1 is one tenth.

    Args:
        number: an int, a Fraction, a Decimal, a float (as it prints) or a text (as in a plan file).
        what: its name, for an error.

    Raises:
        InputError: if it is below 0, not a number, or a text that a plan file would not accept.
    """
    try:
        if isinstance(number, str):
            return amount(number)
        exact = Fraction(_plainly(number))
    except NumberError as error:
        raise _refused(what, number, error.wrong, error.write) from error
    except (ValueError, OverflowError) as error:
        raise _refused(what, number, "is not a number", "write an amount") from error
    if exact < 0:
        raise _refused(what, number, "is below 0", "write 0 or more")
    return exact


def _plainly(number: object) -> int | str | Decimal | Fraction:
    """A number as Fraction takes it exactly: a float as it prints, NumPy's integers, which overflow, as Python's."""
    if isinstance(number, Integral):
        return int(number)
    return number if isinstance(number, Decimal | Fraction) else str(number)


def step_of(number: Number, what: str) -> Fraction:
    """What amounts are rounded to: a number above 0.

    Raises:
        InputError: if it is not.
    """
    step = exactly(number, what)
    if not step:
        raise _refused(what, number, "is no step", "write a step above 0, such as 0.1")
    return step


def share_of(number: Number, what: str) -> Fraction:
    """A part of a whole: `1%`, or in Python the number 0.01.

    Args:
        number: a text with a percent sign, or a number from 0 to 1.
        what: its name, for an error.

    Raises:
        InputError: if it is no such share.
    """
    if isinstance(number, str):
        if not number.endswith("%"):
            raise _refused(what, number, "is not a share", "write it with a percent sign, such as 1%")
        share = exactly(number[:-1], what) / 100
    else:
        share = exactly(number, what)
    if share > 1:
        raise _refused(what, number, "is more than everything", "write a share from 0% to 100%")
    return share


def every(written: Iterable[str]) -> list[Fraction]:
    """Ceilings as they are typed behind `whatif`: amounts, and ranges `A:B:STEP` with both ends in them.

    Args:
        written: `300`, `100:400:25`.

    Raises:
        InputError: with everything that is no amount or range, or where a range is turned round or endless.
    """
    found: list[Fraction] = []
    faults: list[Fault] = []
    for text in written:
        try:
            found += _range(text) if ":" in text else [exactly(text)]
        except InputError as error:
            faults += error.faults
    if faults:
        raise InputError(faults)
    return found


def _range(text: str) -> list[Fraction]:
    parts = text.split(":")
    if len(parts) != RANGE:
        raise _refused("ceiling", text, "is not a range", "write FROM:TO:STEP, such as 100:400:25")
    low, high, step = (exactly(part) for part in parts)
    if high < low:
        raise _refused(
            "ceiling",
            text,
            "runs from high to low",
            told("write {low}:{high}:{step}", low=parts[1], high=parts[0], step=parts[2]),
        )
    if step == 0:
        raise _refused("ceiling", text, "has a step of 0", "write a step above 0")
    count = (high - low) // step + 1
    if count > MOST_CEILINGS:
        raise _refused(
            "ceiling",
            text,
            told("is {count} ceilings", count=count),
            told("write a range of at most {most}", most=MOST_CEILINGS),
        )
    return [low + place * step for place in range(count)]


def _refused(what: str, number: Number, wrong: str, write: str) -> InputError:
    return InputError([Fault(Place(told(what)), None, str(number), wrong, write)])
