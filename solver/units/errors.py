"""What can be said where a search was stopped before its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.solver.program.errors import NotProvedError

if TYPE_CHECKING:
    from fractions import Fraction


class StoppedError(NotProvedError):
    """A search that was stopped at its limit: what it found is not proved to be best.

    Attributes:
        goal: what the bound is of, `value` or `coverage`.
        bound: what the best split comes to at most by that goal, proved: an amount, or a lowest coverage; None where
            nothing was proved yet.
        reached: what the best split that was found comes to; None where none was found.
        split: that split, line id → amount in the plan's unit.
    """

    def __init__(
        self, goal: str, bound: Fraction | None, reached: Fraction | None, split: dict[str, Fraction] | None
    ) -> None:
        found = (
            "no split was found" if reached is None else f"the best split found has a {goal} of {float(reached):,.6g}"
        )
        most = "no bound was proved" if bound is None else f"no split has more than {float(bound):,.6g}"
        super().__init__(f"stopped before the end: {found}, {most}")
        self.goal, self.bound, self.reached, self.split = goal, bound, reached, split

    @property
    def gap(self) -> Fraction | None:
        """How far the split that was found may be from the best one; None where one of the two is not known."""
        return None if self.bound is None or self.reached is None else self.bound - self.reached
