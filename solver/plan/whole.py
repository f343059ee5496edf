"""The amounts that a line can be given where half a court does not exist."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor
from typing import NamedTuple

ZERO = Fraction(0)


class Hole(NamedTuple):
    """Two amounts that a line can be given, and nothing in between.

    Attributes:
        below, above: in the plan's unit; below < above.
    """

    below: Fraction
    above: Fraction


class Whole(NamedTuple):
    """The amounts of a line that cannot be split: nothing, and whole multiples of a unit from a smallest amount on.

        x = 0   or   x ≥ least,   and   x / unit a whole number where there is a unit

    Attributes:
        unit: in the plan's unit, above 0; None where every amount from the smallest on will do.
        least: the smallest amount above nothing, in the plan's unit; a whole multiple of the unit where there is one.
    """

    unit: Fraction | None
    least: Fraction

    @classmethod
    def of(cls, unit: Fraction | None, smallest: Fraction | None) -> Whole | None:
        """The amounts that a unit and a smallest amount leave; None where they leave all."""
        least = smallest or ZERO
        if unit is not None:
            return cls(unit, max(ceil(least / unit), 1) * unit)
        return cls(None, least) if least else None

    def at_most(self, amount: Fraction) -> Fraction:
        """The largest of them up to an amount of 0 or more, in the plan's unit."""
        whole = amount if self.unit is None else floor(amount / self.unit) * self.unit
        return whole if whole >= self.least else ZERO

    def at_least(self, amount: Fraction) -> Fraction:
        """The smallest of them from an amount on, in the plan's unit."""
        if amount <= 0:
            return ZERO
        whole = amount if self.unit is None else ceil(amount / self.unit) * self.unit
        return max(whole, self.least)

    def allows(self, amount: Fraction) -> bool:
        """Whether a line can be given exactly this."""
        return self.at_most(amount) == amount

    def hole(self, amount: Fraction) -> Hole | None:
        """The two amounts between which this one falls; None where it is one of them."""
        return None if self.allows(amount) else Hole(self.at_most(amount), self.at_least(amount))

    def leaves_out(self, hole: Hole) -> bool:
        """Whether nothing between the two ends of a hole is one of them."""
        return self.after(hole.below) >= hole.above > hole.below

    def after(self, amount: Fraction) -> Fraction:
        """The smallest of them above an amount; the amount itself where they follow without a gap."""
        if amount < 0:
            return ZERO
        if self.unit is not None:
            return self.at_least((floor(amount / self.unit) + 1) * self.unit)
        return max(amount, self.least)
