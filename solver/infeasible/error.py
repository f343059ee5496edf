"""Nothing fits, as an error that carries the proof."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flessenhals.constraints.ceiling import Path, ceiling_record
from flessenhals.solver.plan.finding import Finding, under

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.constraints.row import Row
    from flessenhals.solver.infeasible.farkas import Contradiction
    from flessenhals.solver.infeasible.repair import Repair
    from flessenhals.solver.plan.plan import Plan


class InfeasibleError(Finding, Exception):
    """No split keeps every rule within the ceiling: proved.

    Attributes:
        plan: what was to be divided.
        ceiling: the total that may be spent, in the plan's unit, or a path by year; None where no ceiling was asked.
        lowest_feasible_ceiling: the smallest total that is enough, in the plan's unit; of a path the smallest share of
            it, a pure number. None where none is.
        conflict: constraints that cannot hold together, none of which can be left out.
        contradiction: these added up until more is needed than there is; without parts where they could hold together
            if every amount could be split.
        repairs: for each of them the least change of it alone that makes the plan fit, those easiest to give up first.
        parts: into how many parts all splits were divided to prove it, where amounts cannot be split; None elsewhere.
    """

    def __init__(
        self,
        plan: Plan,
        ceiling: Ceiling | None,
        lowest: Fraction | None,
        rows: Sequence[Row],
        contradiction: Contradiction,
        repairs: tuple[Repair, ...],
        parts: int | None = None,
    ) -> None:
        if isinstance(ceiling, Path):
            within, what = f" within {ceiling.name}", "share of it"
        else:
            within, what = "" if ceiling is None else f" within {float(ceiling):,.6g}", "ceiling"
        enough = f"no {what} is enough" if lowest is None else f"the lowest feasible {what} is {float(lowest):,.6g}"
        super().__init__(f"nothing fits{within}: {enough}")
        self.plan = plan
        self.ceiling = ceiling
        self.lowest_feasible_ceiling = lowest
        self.conflict = tuple(rows)
        self.contradiction = contradiction
        self.repairs = repairs
        self.parts = parts

    def headline(self) -> str:
        """What it is about and comes to, on one line."""
        return f"{self.plan.id}{under(self.plan)}, {self}"

    def record(self) -> dict[str, Any]:
        """The finding as plain data with the keys of the JSON output; amounts as floats, in the plan's unit."""
        lowest = self.lowest_feasible_ceiling
        enough = "lowest_feasible_share" if isinstance(self.ceiling, Path) else "lowest_feasible_ceiling"
        return {
            "plan": self.plan.id,
            "scenario": self.plan.scenario,
            "ceiling": ceiling_record(self.ceiling),
            "unit": self.plan.unit,
            "status": "infeasible",
            enough: lowest,
            "conflict": [row.label for row in self.conflict],
            "short": self.contradiction.short,
            "sum": [
                {"id": part.row.label, "times": part.times, "amount": part.amount} for part in self.contradiction.parts
            ],
            "repairs": self.rows(),
            **({} if self.parts is None else {"parts": self.parts}),
        }

    def rows(self) -> list[dict[str, Any]]:
        """The constraints that cannot hold together, one a record, each with what would repair it alone.

        `limit` becomes `repaired_limit` after `change`, in the row's unit; a ratio becomes `repaired_ratio`.
        """
        return [
            {
                "id": each.row.label,
                "kind": each.row.kind,
                **each.row.in_unit,
                "nature": each.nature,
                "sense": each.row.sense,
                "limit": each.row.right_hand_side,
                "change": each.change,
                "repaired_limit": each.limit,
                "ratio": each.ratio,
                "repaired_ratio": each.becomes,
            }
            for each in self.repairs
        ]
