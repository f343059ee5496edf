"""What the problem that a plan is against costs, and how much less of it would make good what is spent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from flessenhals.constraints.exact import take_exactly
from flessenhals.solver.plan.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from fractions import Fraction


class BreakEven(NamedTuple):
    """How much of what a problem costs would have to be prevented to make good what is spent.

    Attributes:
        least, most: pure numbers, where it costs as much as it can, and as little.
    """

    least: Fraction
    most: Fraction


@dataclass(frozen=True, kw_only=True)
class Benefit:
    """What the problem that a plan is against costs, as a source states it.

    Attributes:
        low, high: between which that lies, in the plan's unit.
        source: where it stands; one text, or one per language.
    """

    low: Fraction
    high: Fraction
    source: str | Mapping[str, str] | None = None

    def __post_init__(self) -> None:
        """Take both numbers exactly."""
        take_exactly(self, "low", "high")

    def break_even(self, spent: Fraction) -> BreakEven:
        """The part of that cost which is as much as what is spent: spent / high to spent / low.

        Args:
            spent: in the plan's unit, over the time that the cost is of.
        """
        return BreakEven(spent / self.high, spent / self.low)

    def problems(self) -> Iterator[Problem]:
        """What is wrong with the two ends."""
        if self.low <= 0:
            yield Problem(
                ("benefit", "baseline", "low"), "nothing can be saved on a cost of 0", "write an amount above 0"
            )
        elif self.low > self.high:
            yield Problem(
                ("benefit", "baseline", "low"), "low is above high", "write the lower of the two amounts at low"
            )
