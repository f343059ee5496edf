"""Proposals side by side, against the same ceiling and the same optimum."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from flessenhals.constraints.ceiling import ceiling_record
from flessenhals.solver.comparison.by_year import own_ceiling
from flessenhals.solver.comparison.comparison import Comparison, against
from flessenhals.solver.optimum.divide import attempt
from flessenhals.solver.plan.finding import Finding, frame_of
from flessenhals.solver.program.highs import highs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pandas import DataFrame

    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.plan.proposal import Proposal
    from flessenhals.solver.program.prove import Engine

    Origin = Literal["given", "equal", "largest"]


@dataclass(frozen=True, repr=False)
class SideBySide(Finding):
    """Proposals that are held against the same rules, ceiling and optimum.

    Attributes:
        plan: the lines and rules, under which scenario.
        ceiling: the total that may be spent, in the plan's unit.
        ceiling_from: `given` where it was asked, `equal` where it is the total of each of them, `largest` where it is
            the largest of their totals.
        results: a comparison per proposal, in the order asked.
    """

    plan: Plan
    ceiling: Ceiling
    ceiling_from: Origin
    results: tuple[Comparison, ...]

    @property
    def fits(self) -> bool:
        """Whether any split keeps every rule within the ceiling."""
        return self.results[0].fits

    @property
    def names(self) -> list[str]:
        """What each proposal is called; with a number behind it where several are called the same."""
        names = [result.proposal.name for result in self.results]
        return [
            f"{name} ({names[: place + 1].count(name)})" if names.count(name) > 1 else name
            for place, name in enumerate(names)
        ]

    def headline(self) -> str:
        """What it is about and comes to, on one line."""
        return " | ".join(each.headline() for each in self.results)

    def record(self) -> dict[str, Any]:
        """The result as plain data with the keys of the JSON output; amounts as floats, in the plan's unit."""
        return {
            "plan": self.plan.id,
            "scenario": self.plan.scenario,
            "ceiling": ceiling_record(self.ceiling),
            "ceiling_from": self.ceiling_from,
            "unit": self.plan.unit,
            "status": "optimal" if self.fits else "infeasible",
            "proposals": [
                {**result.record(), "proposal": name} for name, result in zip(self.names, self.results, strict=True)
            ],
        }

    def rows(self) -> list[dict[str, Any]]:
        """A record per proposal and line, as of a comparison, with the name of the proposal first."""
        return [
            {"name": name, **record}
            for name, result in zip(self.names, self.results, strict=True)
            for record in result.rows()
        ]

    def _frame(self) -> DataFrame:
        """The proposals as a pandas frame: a line a row, a proposal a column; floats, in the plan's unit."""
        amounts = (result.proposal.amounts for result in self.results)
        return frame_of(dict(zip(self.names, amounts, strict=True))).rename_axis("id")


def side_by_side(
    plan: Plan, proposals: Sequence[Proposal], ceiling: Ceiling | None = None, engine: Engine = highs
) -> SideBySide:
    """Hold proposals against a plan's rules, one ceiling and the optimal split; each figure proved.

    Args:
        plan: the lines and rules.
        proposals: one at least, each with an amount for every line of the plan.
        ceiling: the total that may be spent, in the plan's unit; None for the most that it would pay of any of them.
        engine: who is asked first.

    Raises:
        NotProvedError: if an answer could not be proved.
    """
    within = own_ceiling(plan, proposals) if ceiling is None else ceiling
    alike = all(own_ceiling(plan, [each]) == own_ceiling(plan, proposals) for each in proposals)
    optimum = attempt(plan, within, engine)
    return SideBySide(
        plan=plan,
        ceiling=within,
        ceiling_from="given" if ceiling is not None else "equal" if alike else "largest",
        results=tuple(against(plan, proposal, within, optimum, engine) for proposal in proposals),
    )
