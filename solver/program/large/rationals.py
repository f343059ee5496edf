"""Exact fractions, many at a time: numerators and denominators in arrays of 64 bits, where a bound says that they fit.

Nothing here rounds. A sum is taken in 64 bits only where the sum of the sizes of its terms, worked out in floating
point, is below half of what 64 bits hold: that leaves more room than floating point can be wrong by. What does not fit
says so, and whoever asked works it out with Python's whole numbers.
"""

from __future__ import annotations

from fractions import Fraction
from math import gcd
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, TypeVar

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Number = TypeVar("Number", bound=np.generic)
    Whole: TypeAlias = NDArray[np.int64]
    Mask: TypeAlias = NDArray[np.bool_]

NUMERATOR, DENOMINATOR = attrgetter("numerator"), attrgetter("denominator")
WIDE = 2**62
SAFE = float(WIDE)  # half of what 64 bits hold
# A quotient of two whole numbers of 64 bits is right within three roundings of 2⁻⁵³, and a difference of two within one
# more of their sizes; this is eight times as much.
CERTAIN = 2.0**-48


class Rationals(NamedTuple):
    """Fractions in a row.

    Attributes:
        over, under: numerators and positive denominators. A denominator of 0 stands where one of both does not fit.
    """

    over: Whole
    under: Whole

    @classmethod
    def of(cls, fractions: Sequence[Fraction]) -> Rationals:
        """These fractions, in lowest terms as they are."""
        over, under = list(map(NUMERATOR, fractions)), list(map(DENOMINATOR, fractions))
        try:
            return cls(np.array(over, np.int64), np.array(under, np.int64))
        except OverflowError:
            for place, (above, below) in enumerate(zip(over, under, strict=True)):
                if not -WIDE < above < WIDE > below:
                    over[place] = under[place] = 0
            return cls(np.array(over, np.int64), np.array(under, np.int64))

    @property
    def fits(self) -> Mask:
        """Where a fraction stands in the arrays."""
        return self.under > 0

    @property
    def floats(self) -> NDArray[np.float64]:
        """The fractions in floating point, each right within three roundings; not a number where one does not fit."""
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.where(self.fits, self.over / self.under, np.nan)

    def at(self, places: Whole | Mask) -> Rationals:
        """Those at some places."""
        return Rationals(self.over[places], self.under[places])

    def times(self, other: Rationals) -> Rationals:
        """The products, each in lowest terms if both of its factors are."""
        left, right = np.gcd(self.over, other.under), np.gcd(other.over, self.under)
        return _kept(
            (self.over // np.maximum(left, 1), other.over // np.maximum(right, 1)),
            (self.under // np.maximum(right, 1), other.under // np.maximum(left, 1)),
        )

    def less(self, other: Rationals) -> Rationals:
        """The differences, in lowest terms."""
        common = np.lcm(self.under, other.under)
        with np.errstate(divide="ignore"):
            mine, theirs = common // self.under, common // other.under
        # Whatever became of the multiple, it is one where both denominators divide it.
        good = self.fits & other.fits & (common > 0) & (mine * self.under == common) & (theirs * other.under == common)
        good &= _size(self.over) * _size(mine) + _size(other.over) * _size(theirs) < SAFE
        return lowest(np.where(good, self.over * mine - other.over * theirs, 0), np.where(good, common, 0))

    def same(self, other: Rationals) -> Mask:
        """Where both are known to be equal; both are in lowest terms."""
        equal: Mask = self.fits & (self.over == other.over) & (self.under == other.under)
        return equal

    def reaches(self, other: Rationals) -> Mask:
        """Where these are known to be at least the others, in lowest terms: equal, or further apart than floats err."""
        mine, theirs = self.floats, other.floats
        above: Mask = mine - theirs > CERTAIN * (np.abs(mine) + np.abs(theirs))
        return self.same(other) | above


def lowest(over: Whole, under: Whole) -> Rationals:
    """Fractions in lowest terms."""
    shared = np.maximum(np.gcd(over, under), 1)
    return Rationals(over // shared, under // shared)


def sums(starts: Whole, factors: Whole, amounts: Rationals) -> Rationals:
    """Σ factor · amount of each stretch of terms, in lowest terms: stretch r is `starts[r]:starts[r + 1]`.

    Args:
        starts: of the stretches, with the end of the last.
        factors: whole numbers, a term each.
        amounts: a term each.
    """
    common = stretches(np.lcm, amounts.under, starts, 1)
    everywhere = np.repeat(common, np.diff(starts))
    with np.errstate(divide="ignore"):
        times = everywhere // amounts.under
    # Whatever became of a multiple, it is one where each denominator of the stretch divides it.
    good = amounts.fits & (everywhere > 0) & (times * amounts.under == everywhere)
    sizes = stretches(np.add, _size(factors) * _size(amounts.over) * _size(times), starts, 0.0)
    fits = stretches(np.logical_and, good, starts, True) & (sizes < SAFE)  # noqa: FBT003 - what an empty stretch is
    found = stretches(np.add, factors * amounts.over * times, starts, 0)
    return lowest(np.where(fits, found, 0), np.where(fits, common, 0))


def total(terms: Rationals) -> Fraction:
    """The sum of fractions, all of which fit: those with one denominator first."""
    if not len(terms.over):
        return Fraction(0)
    order = np.argsort(terms.under, kind="stable")
    over, under = terms.over[order], terms.under[order]
    firsts = np.flatnonzero(np.diff(under, prepend=0))
    starts = np.append(firsts, len(under))
    fits = stretches(np.add, _size(over), starts, 0.0) < SAFE
    added = stretches(np.add, over, starts, 0)
    above, below = 0, 1
    for place, (first, last) in enumerate(zip(starts[:-1].tolist(), starts[1:].tolist(), strict=True)):
        part = int(added[place]) if fits[place] else sum(over[first:last].tolist())
        denominator = int(under[first])
        shared = gcd(below, denominator)
        above = above * (denominator // shared) + part * (below // shared)
        below *= denominator // shared
    return Fraction(above, below)


def stretches(add: np.ufunc, values: NDArray[Number], starts: Whole, empty: float) -> NDArray[Number]:
    """The values of each stretch added up by a function of two; of a stretch without any, what is said."""
    found = np.full(len(starts) - 1, empty, values.dtype)
    used = starts[:-1] < starts[1:]
    if used.any():
        found[used] = add.reduceat(values, starts[:-1][used])
    return found


def _size(whole: Whole) -> NDArray[np.float64]:
    return np.abs(whole.astype(np.float64))


def _kept(over: tuple[Whole, Whole], under: tuple[Whole, Whole]) -> Rationals:
    """The products of two numerators and two denominators, where both fit."""
    fits = (_size(over[0]) * _size(over[1]) < SAFE) & (_size(under[0]) * _size(under[1]) < SAFE)
    fits &= (under[0] > 0) & (under[1] > 0)
    return Rationals(np.where(fits, over[0] * over[1], 0), np.where(fits, under[0] * under[1], 0))
