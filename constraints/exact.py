"""Exact numbers as they come in, and exact sums of many: a fraction is put together once, and not at every addition."""

from __future__ import annotations

import re
from decimal import Context, Decimal
from fractions import Fraction
from math import gcd
from numbers import Integral, Real
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


SIGNIFICANT = Context(prec=15)
PLAIN = re.compile(r"-?[0-9]+(\.[0-9]+|/0*[1-9][0-9]*)?")


def exactly(number: object) -> Fraction:
    """A number of Python as the exact number that it stands for.

    A float stands for the shortest decimal that it prints as, within 15 significant digits: 0.1 is one tenth, and
    0.1 + 0.2 is three. NumPy's numbers are taken alike. A text is a plain decimal or a fraction.

    Raises:
        ValueError: if it is no number, or not a finite one.

    >>> exactly(0.1 + 0.2), exactly("2.50"), exactly(7)
    (Fraction(3, 10), Fraction(5, 2), Fraction(7, 1))
    """
    if isinstance(number, bool):
        raise _no_number(number)
    if isinstance(number, Fraction):
        return number
    if isinstance(number, Integral):
        return Fraction(int(number))
    if isinstance(number, Decimal) and number.is_finite():
        return Fraction(number)
    if isinstance(number, str) and PLAIN.fullmatch(number):
        return Fraction(number)
    if isinstance(number, Real):
        rounded = SIGNIFICANT.create_decimal(str(number))
        if rounded.is_finite():
            return Fraction(rounded)
    raise _no_number(number)


def _no_number(given: object) -> ValueError:
    return ValueError(f"{given!r} is not a number -> write an int, a float, a Decimal, a Fraction or a text: '4.6'")


def take_exactly(owner: object, *names: str) -> None:
    """Make the numbers in fields of a frozen dataclass exact, as it is made; what is no number yet stays as it is.

    Raises:
        ValueError: naming the field, if one of them is a text or a number that cannot be taken.
    """
    for name in names:
        given = getattr(owner, name)
        if given is None or isinstance(given, Fraction) or not isinstance(given, str | Real | Decimal):
            continue
        try:
            object.__setattr__(owner, name, exactly(given))
        except ValueError as error:
            raise ValueError(f"{getattr(owner, 'id', type(owner).__name__)}.{name}: {error}") from error


def simplest_between(low: Fraction, high: Fraction) -> Fraction:
    """The number with the smallest denominator strictly between two others, 0 ≤ low < high (Stern and Brocot)."""
    whole = low.numerator // low.denominator
    if whole + 1 < high:
        return Fraction(whole + 1)
    if low == whole:
        return whole + 1 / Fraction(int(1 / (high - whole)) + 1)
    if high == whole + 1:
        return whole + 1 - 1 / Fraction(int(1 / (whole + 1 - low)) + 1)
    return whole + 1 / simplest_between(1 / (high - whole), 1 / (low - whole))


def dot(factors: Mapping[str, Fraction], amounts: Mapping[str, Fraction] | Mapping[str, int]) -> Fraction:
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


def weighed(factors: Iterable[int], amounts: Iterable[Fraction]) -> Fraction:
    """Σ factor · amount of whole factors, exactly.

    >>> weighed([2, -1], [Fraction(1, 3), Fraction(1, 6)])
    Fraction(1, 2)
    """
    parts: dict[int, int] = {}
    for factor, amount in zip(factors, amounts, strict=True):
        over, under = amount.as_integer_ratio()
        parts[under] = parts.get(under, 0) + factor * over
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
        times, rest = divmod(under, denominator)
        if not rest:  # as with nearly all denominators of one vertex, and long ones have no quick gcd
            over += numerator * times
            continue
        common = gcd(under, denominator)
        over = over * (denominator // common) + numerator * (under // common)
        under *= denominator // common
    return Fraction(over, under)
