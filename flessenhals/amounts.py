"""Amounts that are given in Python or on the command line."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from data.errors import Fault, InputError, Place
from data.numbers import NumberError, amount

if TYPE_CHECKING:
    from decimal import Decimal

    Number = int | float | str | Decimal | Fraction


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
        exact = Fraction(repr(number) if isinstance(number, float) else number)
    except NumberError as error:
        raise _refused(what, number, error.wrong, error.write) from error
    except (ValueError, OverflowError) as error:
        raise _refused(what, number, "is not a number", "write an amount") from error
    if exact < 0:
        raise _refused(what, number, "is below 0", "write 0 or more")
    return exact


def _refused(what: str, number: Number, wrong: str, write: str) -> InputError:
    return InputError([Fault(Place(what), None, str(number), wrong, write)])
