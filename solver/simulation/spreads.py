"""How many numbers are spread over any number of draws, without all draws in memory."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from flessenhals.solver.simulation.spread import PARTS, Spread, rounded, spread

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

KEPT = 65_536  # draws of which every number is kept; beyond, those that can be a low, a middle or a high
KEPT_NUMBERS = 4_000_000
WIDE = 6.0  # standard deviations of a place among the draws: an escape of one in a billion
PENDING = 16_384  # numbers that are kept apart before equal ones are counted together


class Spreads:
    """The spreads of many numbers, a column each, as the draws come in.

    Every number of the first 65,536 draws is kept, of fewer where a draw has very many. From then on each of the three
    that a spread tells is known to lie in an interval, six standard deviations wide on either side: of later draws
    those in it are kept, equal ones once with their count, and those below it are counted; with every draw it becomes a
    smaller part of them. So the low, the middle and the high are those of all draws, to the last bit. Should one lie
    outside its interval after all, the draws are gone through again (`escaped`).

    Args:
        columns: how many numbers a draw has.
    """

    def __init__(self, columns: int) -> None:
        kept = min(KEPT, KEPT_NUMBERS // max(columns, 1))
        self._columns = [_Column(kept) for _ in range(columns)]
        self._again: list[tuple[int, _Interval]] = []

    @property
    def held(self) -> int:
        """How many numbers are in memory."""
        return sum(each.held for each in self._columns)

    def add(self, values: Floats) -> None:
        """Take the numbers of some draws: a row a draw; not a number where there is none."""
        for column, own in zip(self._columns, values.T, strict=True):
            column.add(own)

    def escaped(self) -> bool:
        """Whether some number lies outside its interval, so that all draws have to come in once more (`add_again`)."""
        self._again = [(number, each) for number, column in enumerate(self._columns) for each in column.escaped()]
        return bool(self._again)

    def add_again(self, values: Floats) -> None:
        """Take the same draws once more, for what has escaped."""
        for number, interval in self._again:
            interval.add(_there(values[:, number]))

    def found(self) -> list[Spread | None]:
        """The spread of each column; None where no draw has the number."""
        return [column.found() for column in self._columns]


class _Column:
    """One number over any number of draws.

    Args:
        kept: how many of the first are kept.
    """

    def __init__(self, kept: int) -> None:
        self.kept, self.count = kept, 0
        self._first: list[Floats] = []
        self._sums: list[float] = []
        self._intervals: list[_Interval] = []

    @property
    def held(self) -> int:
        return sum(map(len, self._first)) + sum(each.held for each in self._intervals)

    def add(self, values: Floats) -> None:
        own = _there(values)
        self.count += len(own)
        if not self._intervals:
            self._first.append(own)
            if self.count <= self.kept:
                return
            own, self._first = np.concatenate(self._first), []
            known = np.sort(own)
            self._intervals = [_Interval.around(part, known) for part in PARTS]
        self._sums.append(float(own.sum()))
        for interval in self._intervals:
            interval.add(own)
            interval.narrow(self.count)

    def escaped(self) -> list[_Interval]:
        """The intervals that have to be filled again, laid where the number is now known to be."""
        return [each for each in self._intervals if each.moved(place_of(each.part, self.count))]

    def found(self) -> Spread | None:
        if not self._intervals:
            return spread(np.concatenate(self._first)) if self._first else None
        told = [each.at(place_of(each.part, self.count)) for each in self._intervals]
        return Spread(*map(rounded, (math.fsum(self._sums) / self.count, *told)))


class _Interval:
    """The numbers in an interval, and how many lie below it.

    Args:
        part: of the draws, at or below which the number lies that it is for.
        low, high: its ends, both in it.
    """

    def __init__(self, part: float, low: float, high: float) -> None:
        self.part, self.low, self.high = part, low, high
        self._empty()

    def _empty(self) -> None:
        self.below = 0
        self._values, self._times = np.empty(0), np.empty(0, np.int64)
        self._pending: list[Floats] = []
        self._waiting = 0

    @classmethod
    def around(cls, part: float, known: Floats) -> _Interval:
        """Where the number at such a part of all draws lies, from the first of them in rising order."""
        low, high = _around(part, len(known))
        return cls(part, known[low] if low >= 0 else -math.inf, known[high] if high < len(known) else math.inf)

    @property
    def held(self) -> int:
        return len(self._values) + len(self._times) + self._waiting

    def add(self, values: Floats) -> None:
        self.below += int((values < self.low).sum())
        self._pending.append(values[(values >= self.low) & (values <= self.high)])
        self._waiting += len(self._pending[-1])
        if self._waiting > PENDING:
            self._count()

    def narrow(self, count: int) -> None:
        """Leave out what the number can no longer be after so many draws: the more of them, the surer its place is."""
        if self._waiting or not len(self._values):
            return
        upto = self.below + np.cumsum(self._times)
        low, high = np.searchsorted(upto, _around(self.part, count), side="right")
        if low == len(upto):  # it has escaped
            return
        if low > 0:
            self.low, self.below = float(self._values[low]), int(upto[low - 1])
        if high < len(upto):
            self.high = float(self._values[high])
        self._values, self._times = self._values[low : high + 1].copy(), self._times[low : high + 1].copy()

    def moved(self, place: int) -> bool:
        """Whether the number at a place is outside; the interval is then laid beside, and empty."""
        self._count()
        inside = int(self._times.sum())
        if self.below <= place < self.below + inside:
            return False
        self.low, self.high = (-math.inf, self.low) if place < self.below else (self.high, math.inf)
        self._empty()
        return True

    def at(self, place: int) -> float:
        """The number at a place among all draws, from 0 on."""
        self._count()
        return float(self._values[np.searchsorted(self.below + np.cumsum(self._times), place, side="right")])

    def _count(self) -> None:
        """Count equal numbers together."""
        times = [self._times, *(np.ones(len(each), np.int64) for each in self._pending)]
        values, which = np.unique(np.concatenate([self._values, *self._pending]), return_inverse=True)
        counts = np.bincount(which, np.concatenate(times), minlength=len(values))
        self._values, self._times = values, counts.astype(np.int64)
        self._pending, self._waiting = [], 0


def place_of(part: float, count: int) -> int:
    """Where the number at a part of so many draws stands among them in rising order, from 0 on.

    The inverse of their cumulative distribution: the first at or below which that part of them lies.
    """
    return max(0, math.ceil(count * part - 1))


def _around(part: float, count: int) -> tuple[int, int]:
    """Between which places among so many draws the number lies that a part of all draws is at or below."""
    place, width = place_of(part, count), WIDE * math.sqrt(part * (1 - part) * count) + 1
    return math.floor(place - width), math.ceil(place + width)


def _there(values: Floats) -> Floats:
    return values[~np.isnan(values)]
