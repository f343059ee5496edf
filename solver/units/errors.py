"""What can be said where a search was stopped before its end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flessenhals.solver.plan.finding import Finding
from flessenhals.solver.plan.message import told
from flessenhals.solver.program.errors import NotProvedError

if TYPE_CHECKING:
    from fractions import Fraction

    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.solver.plan.plan import Plan


class StoppedError(Finding, NotProvedError):
    """A search that was stopped at its limit: what it found is not proved to be best.

    Attributes:
        goal: what the bound is of, `value` or `coverage`.
        bound: what the best split comes to at most by that goal, proved: an amount, or a lowest coverage; None where
            nothing was proved yet.
        reached: what the best split that was found comes to; None where none was found.
        split: that split, line id → amount in the plan's unit.
        most: after how many linear programs it was stopped.
        plan, ceiling: what was divided, where that is known.
    """

    plan: Plan | None = None
    ceiling: Ceiling | None = None

    def __init__(
        self, goal: str, bound: Fraction | None, reached: Fraction | None, split: dict[str, Fraction] | None, most: int
    ) -> None:
        found, limit = told("no split was found"), told("no bound was proved")
        if reached is not None:
            of = told("weighted total" if goal == "value" else "coverage, where it first differs,")
            found = told("the best split found has a {goal} of {reached:.6g}", goal=of, reached=float(reached))
        if bound is not None:
            limit = told("no split has more than {bound:.6g}", bound=float(bound))
        super().__init__(told("stopped before the end: {found}, {limit}", found=found, limit=limit))
        self.goal, self.bound, self.reached, self.split, self.most = goal, bound, reached, split, most

    @property
    def gap(self) -> Fraction | None:
        """How far the split that was found may be from the best one; None where one of the two is not known."""
        return None if self.bound is None or self.reached is None else self.bound - self.reached

    def headline(self) -> str:
        """What was found until then, and how far the best split may be from it."""
        return str(self)

    def record(self) -> dict[str, Any]:
        """What is known, with the keys of the JSON output; amounts in the plan's unit."""
        plan = self.plan
        return {
            "plan": None if plan is None else plan.id,
            "scenario": None if plan is None else plan.scenario,
            "status": "stopped",
            "goal": self.goal,
            "bound": self.bound,
            "reached": self.reached,
            "gap": self.gap,
            "programs": self.most,
            "lines": self.rows(),
        }

    def rows(self) -> list[dict[str, Any]]:
        """The best split that was found, a line a record."""
        return [{"id": line, "allocated": amount} for line, amount in (self.split or {}).items()]
