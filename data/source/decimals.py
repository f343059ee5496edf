"""Numbers of Python and of spreadsheets as plain decimals."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fractions import Fraction


def as_decimal(value: float) -> str:
    """The number in a cell to the 15 significant digits that a spreadsheet keeps, written out in full."""
    text = repr(value) if isinstance(value, int) else format(Decimal(format(value, ".15g")), "f")
    return (text.rstrip("0").rstrip(".") if "." in text else text) if value else "0"


def plain_decimal(number: Fraction) -> str | None:
    """A number of 0 or more as the plain decimal that it is; None where it has no end."""
    decimals = 0
    rest = number.denominator
    for prime in (2, 5):
        times = 0
        while rest % prime == 0:
            rest //= prime
            times += 1
        decimals = max(decimals, times)
    if rest != 1:
        return None
    digits = str(number.numerator * 10**decimals // number.denominator).zfill(decimals + 1)
    return f"{digits[:-decimals]}.{digits[-decimals:]}" if decimals else digits
