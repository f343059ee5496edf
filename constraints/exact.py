"""Exact sums of many fractions: a fraction is put together once, in the end, and not at every addition."""

from __future__ import annotations

from fractions import Fraction
from math import gcd
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def dot(factors: Mapping[str, Fraction], amounts: Mapping[str, Fraction]) -> Fraction:
    """Σ factor · amount over the labels of the factors, exactly.

    >>> dot({"a": Fraction(1, 3), "b": Fraction(1)}, {"a": Fraction(1, 2), "b": Fraction(1, 6), "c": Fraction(9)})
    Fraction(1, 3)
    """
    parts: dict[int, int] = {}
    for label, factor in factors.items():
        over, under = amounts[label].as_integer_ratio()
        if factor != 1:
            times, parted = factor.as_integer_ratio()
            over, under = over * times, under * parted
        parts[under] = parts.get(under, 0) + over
    return _added(parts)


def total(amounts: Iterable[Fraction]) -> Fraction:
    """The sum of amounts, exactly.

    >>> total([Fraction(1, 2), Fraction(1, 3), Fraction(1, 6)])
    Fraction(1, 1)
    """
    parts: dict[int, int] = {}
    for amount in amounts:
        over, under = amount.as_integer_ratio()
        parts[under] = parts.get(under, 0) + over
    return _added(parts)


def combined(parts: Iterable[tuple[Fraction, Mapping[str, Fraction]]]) -> dict[str, Fraction]:
    """Linear forms, each so many times, added up label by label: Σ times · coefficient, exactly.

    >>> combined([(Fraction(2), {"a": Fraction(1, 3)}), (Fraction(1), {"a": Fraction(1, 3), "b": Fraction(5)})])
    {'a': Fraction(1, 1), 'b': Fraction(5, 1)}
    """
    sums: dict[str, dict[int, int]] = {}
    for times, form in parts:
        over, under = times.as_integer_ratio()
        for label, coefficient in form.items():
            numerator, denominator = coefficient.as_integer_ratio()
            found = sums.setdefault(label, {})
            common = under * denominator
            found[common] = found.get(common, 0) + over * numerator
    return {label: _added(found) for label, found in sums.items()}


def _added(parts: Mapping[int, int]) -> Fraction:
    """The sum of numerators by their denominators."""
    over, under = 0, 1
    for denominator, numerator in parts.items():
        common = gcd(under, denominator)
        over = over * (denominator // common) + numerator * (under // common)
        under *= denominator // common
    return Fraction(over, under)
