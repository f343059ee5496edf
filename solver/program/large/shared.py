"""Fractions with one denominator, read from their first binary digits."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

MARGIN = 32  # bits by which digits have to say more than fractions of this length take


def simplest(amounts: Sequence[int], bits: int, off: int) -> tuple[list[int], int] | None:
    """Numerators, and the denominator that they share, of the simplest fractions next to binary numbers.

    The denominator of a solution divides one determinant, so what the first few amounts need nearly all others share.

    Args:
        amounts: each times a power of two.
        bits: which power.
        off: how far each may be from its fraction, times that power.

    Returns:
        None where the digits are too few to tell.
    """
    under, half = 1, 1 << (bits - 1)
    found = []
    for amount in amounts:
        times = amount * under
        nearest = (times + half) >> bits
        left = times - (nearest << bits)
        if abs(left) > under * off:
            more = _denominator(abs(left), bits, off, under)
            if more is None:
                return None
            under *= more
            nearest = (amount * under + half) >> bits
        found.append((nearest, under))
    return [nearest * (under // each) for nearest, each in found], under


def _denominator(part: int, bits: int, off: int, under: int) -> int | None:
    """The smallest number by which a part of a whole comes next to a whole number of them, by continued fractions."""
    most = 1 << max(0, (bits - MARGIN - off.bit_length()) // 2)
    before, left = 1 << bits, part
    last, times = 0, 1
    while left > times * under * off:
        quotient, rest = divmod(before, left)
        before, left = left, rest
        last, times = times, last + quotient * times
        if times * under > most:
            return None
    return times
