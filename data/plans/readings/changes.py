"""Values of Python as they are typed behind `--set PATH=`."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.data.fields.grammar import unambiguous

if TYPE_CHECKING:
    from collections.abc import Iterable


def written(value: object) -> str:
    """A value as one would type it behind `--set PATH=`."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal | Fraction | list | tuple):
        return str(value)
    if isinstance(value, list | tuple):
        return _items(value)
    exact = Fraction(repr(value) if isinstance(value, float) else value)
    decimal = Decimal(exact.numerator) / Decimal(exact.denominator)
    return unambiguous(f"{decimal:f}") if Fraction(decimal) == exact else str(exact)


def _items(values: Iterable[object]) -> str:
    return f"[{', '.join(written(value) for value in values)}]"
