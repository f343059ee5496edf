"""What can be said when there is no split, or none that could be proved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from fractions import Fraction

    from constraints.row import Row
    from solver.plan import Plan


class NoOptimumError(Exception):
    """The engine found no optimum. Nothing is proved by that."""


class NotProvedError(Exception):
    """No answer could be proved, neither an optimum nor that there is none."""


class NoCurveError(ValueError):
    """A plan whose best split at a ceiling is one of many, so that there is no curve over the ceilings to follow."""


class InfeasibleError(Exception):
    """No split keeps every rule within the ceiling: proved.

    Attributes:
        plan: what was to be divided.
        ceiling: the total that may be spent, in the plan's unit; None where no ceiling was asked.
        lowest_feasible_ceiling: the smallest total that is enough, in the plan's unit; None where no total is.
        conflict: constraints that cannot hold together, none of which can be left out.
    """

    def __init__(self, plan: Plan, ceiling: Fraction | None, lowest: Fraction | None, rows: list[Row]) -> None:
        within = "" if ceiling is None else f" within {float(ceiling):,.6g}"
        enough = "no ceiling is enough" if lowest is None else f"the lowest feasible ceiling is {float(lowest):,.6g}"
        super().__init__(f"nothing fits{within}: {enough}")
        self.plan = plan
        self.ceiling = ceiling
        self.lowest_feasible_ceiling = lowest
        self.conflict = tuple(rows)

    def to_dict(self) -> dict[str, Any]:
        """The finding as plain data with the keys of the JSON output; amounts as floats, in the plan's unit."""
        lowest = self.lowest_feasible_ceiling
        return {
            "plan": self.plan.id,
            "scenario": self.plan.scenario,
            "ceiling": None if self.ceiling is None else float(self.ceiling),
            "unit": self.plan.unit,
            "status": "infeasible",
            "lowest_feasible_ceiling": None if lowest is None else float(lowest),
            "conflict": [row.label for row in self.conflict],
        }

    def records(self) -> list[dict[str, Any]]:
        """The constraints that cannot hold together, one a record, each with its limit in the plan's unit."""
        return [
            {"id": row.label, "kind": row.kind, "sense": row.sense, "limit": float(row.right_hand_side)}
            for row in self.conflict
        ]
