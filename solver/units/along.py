"""Numbers that move: a proof checked with them holds for a whole stretch of ceilings, and says how far."""

from __future__ import annotations

from fractions import Fraction
from functools import total_ordering
from math import floor

ZERO = Fraction(0)


class Stretch:
    """How far all comparisons that were made between moving numbers stay as they were found.

    Attributes:
        end: the smallest distance above 0 at which one of them turns; None where none ever does.
    """

    def __init__(self) -> None:
        self.end: Fraction | None = None

    def turns_at(self, distance: Fraction) -> None:
        """Take note that a comparison turns at a distance above 0."""
        if self.end is None or distance < self.end:
            self.end = distance


@total_ordering
class Along:
    """A number on its way: at + rate · distance, for every distance above 0 up to where the stretch ends.

    It adds, multiplies by and compares with fractions, and with others on the same stretch. Two of them compare as they
    do just after the start, and the stretch takes note of where that turns.

    Attributes:
        at: where it starts.
        rate: what it gains per unit of distance.
        stretch: what it is compared along.
    """

    __slots__ = ("at", "rate", "stretch")

    def __init__(self, at: Fraction, rate: Fraction, stretch: Stretch) -> None:
        self.at, self.rate, self.stretch = at, rate, stretch

    def moved(self, distance: Fraction) -> Fraction:
        """What it comes to at a distance."""
        return self.at + self.rate * distance

    def _sign(self, other: Along | Fraction | int) -> int:
        """Whether it is below (-1), on (0) or above (1) another just after the start."""
        apart, closer = self.at - _at(other), _rate(other) - self.rate
        if apart and closer and apart / closer > 0:
            self.stretch.turns_at(apart / closer)
        return (apart > 0) - (apart < 0) if apart else (closer < 0) - (closer > 0)

    def __eq__(self, other: object) -> bool:
        return self._sign(other) == 0 if isinstance(other, Along | Fraction | int) else NotImplemented

    def __lt__(self, other: Along | Fraction | int) -> bool:
        return self._sign(other) < 0

    def __hash__(self) -> int:
        return hash((self.at, self.rate)) if self.rate else hash(self.at)

    def __add__(self, other: Along | Fraction | int) -> Along:
        return Along(self.at + _at(other), self.rate + _rate(other), self.stretch)

    __radd__ = __add__

    def __neg__(self) -> Along:
        return Along(-self.at, -self.rate, self.stretch)

    def __sub__(self, other: Along | Fraction | int) -> Along:
        return self + -other

    def __rsub__(self, other: Fraction | int) -> Along:
        return -self + other

    def __mul__(self, factor: Fraction | int) -> Along:
        return Along(self.at * factor, self.rate * factor, self.stretch)

    __rmul__ = __mul__

    def __truediv__(self, factor: Fraction | int) -> Along:
        return Along(self.at / factor, self.rate / factor, self.stretch)

    def __floor__(self) -> int:
        whole = floor(self.at)
        if self.rate < 0 and whole == self.at:
            whole -= 1
        if self.rate:
            self.stretch.turns_at((whole + (self.rate > 0) - self.at) / self.rate)
        return whole

    def __bool__(self) -> bool:
        return self._sign(ZERO) != 0


def _at(number: Along | Fraction | int) -> Fraction | int:
    return number.at if isinstance(number, Along) else number


def _rate(number: Along | Fraction | int) -> Fraction:
    return number.rate if isinstance(number, Along) else ZERO
