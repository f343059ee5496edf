"""A proposal held against what is possible: what it breaks, what of it is stranded, what is near and what is best."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Any

from flessenhals.constraints.ceiling import ceiling_record
from flessenhals.solver.comparison.by_year import lines_by_year, own_ceiling, shifted, totals_by_year
from flessenhals.solver.comparison.inverse.inverse import Inverse, inverse
from flessenhals.solver.comparison.moves import Move, moves_each_year, reasons_in, reasons_to_optimum
from flessenhals.solver.comparison.nearest import nearest
from flessenhals.solver.comparison.shifted import least_shift
from flessenhals.solver.comparison.stranded import Trace, traces
from flessenhals.solver.comparison.undone import held_to
from flessenhals.solver.comparison.usable import usable, within_maximum
from flessenhals.solver.comparison.whole.answered import WholeSolution
from flessenhals.solver.comparison.whole.nearest import whole_nearest
from flessenhals.solver.comparison.whole.reasons import whole_reasons_to_nearest, whole_reasons_to_optimum
from flessenhals.solver.comparison.whole.usable import whole_traces, whole_usable
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.optimum.allocation import Allocation
from flessenhals.solver.optimum.divide import attempt
from flessenhals.solver.optimum.solution import Solution, settled_by
from flessenhals.solver.plan.dated.years import nested
from flessenhals.solver.plan.finding import Finding, under
from flessenhals.solver.plan.violations import violations
from flessenhals.solver.program.highs import highs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.solver.plan.plan import Line, Plan
    from flessenhals.solver.plan.proposal import Proposal
    from flessenhals.solver.plan.violations import Shortfall
    from flessenhals.solver.program.prove import Engine

ZERO = Fraction(0)


@dataclass(frozen=True, repr=False)
class Comparison(Finding):
    """A proposal held against the rules, the ceiling and the optimal split.

    Attributes:
        plan: the lines and rules, under which scenario.
        proposal: what was looked at.
        ceiling: the total that may be spent, in the plan's unit.
        violations: the ceiling, rules and bounds that the proposal breaks, in this order, each with its shortfall.
        usable: the largest part of the proposal that the chain rules and the lines' maximums let be used, proved.
        traces: what cannot be used, traced along the chain to its root.
        nearest: the split that keeps everything and moves the least money, proved; None where nothing fits.
        optimum: the optimal split at the same ceiling, or why there is none; both proved.
        shifts: with years, what has to move between them for the proposal to keep the ceilings as far as it can: the
            ceiling's own variables → amount, in the plan's unit.
    """

    plan: Plan
    proposal: Proposal
    ceiling: Ceiling
    violations: tuple[Shortfall, ...]
    usable: Solution | WholeSolution
    traces: tuple[Trace, ...]
    nearest: Solution | WholeSolution | None
    optimum: Allocation | InfeasibleError
    shifts: Mapping[str, Fraction] = field(default_factory=dict)

    @cached_property
    def stranded(self) -> dict[str, Fraction]:
        """What of each line cannot be used: line id → proposal - usable, in the plan's unit; without zeros."""
        return {
            line: amount - self.usable.amounts[line]
            for line, amount in self.proposal.amounts.items()
            if amount > self.usable.amounts[line]
        }

    @property
    def above_maximum(self) -> dict[str, Fraction]:
        """What of each line lies above its own maximum: line id → amount, in the plan's unit; without zeros."""
        within = within_maximum(self.plan, self.proposal.amounts)
        return {line: amount - within[line] for line, amount in self.proposal.amounts.items() if amount > within[line]}

    @property
    def in_units(self) -> bool:
        """Whether some lines cannot be split: then what is used and what is nearest are whole amounts too."""
        return bool(self.plan.indivisible)

    @cached_property
    def between_units(self) -> dict[str, Fraction]:
        """What of each line within its maximum is more than the largest whole amount in it: line id → amount."""
        within, whole = within_maximum(self.plan, self.proposal.amounts), self.plan.indivisible
        parts = {line: within[line] - each.at_most(within[line]) for line, each in whole.items()}
        return {line: amount for line, amount in parts.items() if amount}

    @property
    def is_optimal(self) -> bool:
        """Whether the proposal is the optimal split itself."""
        return isinstance(self.optimum, Allocation) and dict(self.optimum.amounts) == dict(self.proposal.amounts)

    @property
    def fits(self) -> bool:
        """Whether any split keeps every rule within the ceiling."""
        return self.nearest is not None

    @cached_property
    def inverse(self) -> Inverse | None:
        """What must be true for the proposal to be right, proved; worked out when it is first asked.

        None where amounts cannot be split: with other weights or ratios the split jumps, and there is no least change.

        Raises:
            NotProvedError: if an answer could not be proved.
        """
        if self.in_units:
            return None
        return inverse(self.plan, self.ceiling, self.proposal.amounts, shifts=self.shifts)

    @cached_property
    def to_nearest(self) -> tuple[Move, ...]:
        """The moves from the proposal to the nearest split, each with the constraint that asks it."""
        if self.nearest is None:
            return ()
        given, near = self.proposal.amounts, self.nearest
        if isinstance(near, WholeSolution):
            reasons = whole_reasons_to_nearest(self.plan, given, self.violations)
        else:
            reasons = reasons_in(near.stages[:1])
        there = held_to(self.plan, self.ceiling, self.at_nearest, reasons)
        return moves_each_year(self.plan, given, near.amounts, there)

    @property
    def at_nearest(self) -> Mapping[str, Fraction]:
        """The nearest split, line id → amount, and what is shifted between years with it; empty where there is none."""
        near = self.nearest
        if near is None:
            return {}
        return (
            (near.tree.answer or {}) if isinstance(near, WholeSolution) else {**settled_by(near.stages), **near.amounts}
        )

    @property
    def moved(self) -> Fraction:
        """How much money changes hands on the way to the nearest split, each euro counted once, in the plan's unit."""
        return sum((move.amount for move in self.to_nearest), start=ZERO)

    @cached_property
    def to_optimum(self) -> tuple[Move, ...]:
        """The moves from the nearest split to the optimum, each with what asks it."""
        near, optimum = self.nearest, self.optimum
        if near is None or not isinstance(optimum, Allocation):
            return ()
        if isinstance(near, WholeSolution):
            asked = whole_reasons_to_optimum(self.plan, self.ceiling, near.tree.answer or {}, optimum.point)
        else:
            asked = reasons_to_optimum(optimum, near.amounts)
        asked = held_to(self.plan, self.ceiling, optimum.point, asked)
        return moves_each_year(self.plan, near.amounts, optimum.amounts, asked)

    def distance(self, amounts: Mapping[str, Fraction]) -> Fraction:
        """How far a split is from the proposal: Σ |amount - proposal|, in the plan's unit."""
        return sum((abs(amounts[line] - amount) for line, amount in self.proposal.amounts.items()), start=ZERO)

    def faults(self) -> list[str]:
        """Everything that keeps the findings from being proved; empty exactly for a proof."""
        found = self.usable.faults() + ([] if self.inverse is None else self.inverse.faults())
        if self.nearest is not None:
            found += self.nearest.faults()
        return found + (self.optimum.faults() if isinstance(self.optimum, Allocation) else [])

    def headline(self) -> str:
        """What it is about and comes to, on one line."""
        return f"{self.proposal.name} of {self.plan.id}{under(self.plan)}, {len(self.violations)} constraints broken"

    def record(self) -> dict[str, Any]:
        """The findings as plain data with the keys of the JSON output; amounts as floats, in the plan's unit."""
        optimum = self.optimum if isinstance(self.optimum, Allocation) else None
        refused = self.optimum.record() if isinstance(self.optimum, InfeasibleError) else {}
        return {
            **refused,
            "plan": self.plan.id,
            "scenario": self.plan.scenario,
            "proposal": self.proposal.name,
            "ceiling": ceiling_record(self.ceiling),
            "unit": self.plan.unit,
            "status": "optimal" if optimum else "infeasible",
            "total": totals_by_year(self.plan, self.proposal.amounts, self.plan.charges)
            or self.plan.charged(self.proposal.amounts),
            **self._cofunded(),
            "usable": totals_by_year(self.plan, self.usable.amounts) or self.usable.total,
            "is_optimal": self.is_optimal,
            "by_partner": nested(self.proposal.by_partner),
            "missing": list(self.proposal.missing),
            "violations": [
                {"id": each.row.label, "kind": each.row.kind, "shortfall": each.shortfall, **each.row.in_unit}
                for each in self.violations
            ],
            "stranded": nested(self.stranded),
            "traces": [trace.record() for trace in self.traces],
            "lines": lines_by_year(self.plan, self.rows()) or self.rows(),
            "distance": {
                "nearest": None if self.nearest is None else self.distance(self.nearest.amounts),
                "optimal": None if optimum is None else self.distance(optimum.amounts),
            },
            "moves": {
                "to_nearest": [move.record() for move in self.to_nearest],
                "to_optimal": [move.record() for move in self.to_optimum],
            },
            "inverse": {"why": "units"} if self.inverse is None else self.inverse.record(),
            **({"shift": self.shifted_by_year} if self.shifted_by_year else {}),
            "certificate": {"verified": not self.faults()},
        }

    @cached_property
    def shifted_by_year(self) -> dict[str, dict[int, Fraction]]:
        """Of `proposal`, `nearest` and `optimal`, year → what is shifted to the next; empty where nothing may be."""
        splits: dict[str, Mapping[str, Fraction]] = {"proposal": self.shifts}
        if self.nearest is not None:
            splits["nearest"] = self.at_nearest
        if isinstance(self.optimum, Allocation):
            splits["optimal"] = self.optimum.shifts
        return shifted(self.ceiling, splits)

    def _cofunded(self) -> dict[str, Any]:
        """What others pay of the proposal, in the plan's unit; nothing where they pay for no line."""
        if not self.plan.is_cofunded:
            return {}
        parts = {line.id: line.cofunded for line in self.plan.lines}
        by_year = totals_by_year(self.plan, self.proposal.amounts, parts)
        return {"cofunded": by_year or self.plan.cofunding(self.proposal.amounts)}

    def rows(self) -> list[dict[str, Any]]:
        """The lines as plain data, a line a record; None for what is not there where nothing fits."""
        return [self._line(line) for line in self.plan.lines]

    def _line(self, line: Line) -> dict[str, Any]:
        amount, used = self.proposal.amounts[line.id], self.usable.amounts[line.id]
        optimal = self.optimum.amounts[line.id] if isinstance(self.optimum, Allocation) else None
        return {
            "id": line.id,
            "partner": line.partner,
            "programme": line.programme,
            "department": line.department,
            "proposed": line.proposed,
            "proposal": amount,
            "usable": used,
            "stranded": amount - used,
            "nearest": None if self.nearest is None else self.nearest.amounts[line.id],
            "optimal": optimal,
            "exact": str(amount),
        }


def compare(plan: Plan, proposal: Proposal, ceiling: Ceiling | None = None, engine: Engine = highs) -> Comparison:
    """Hold a proposal against a plan's rules, a ceiling and the optimal split; each figure proved.

    Args:
        plan: the lines and rules.
        proposal: an amount for every line of the plan.
        ceiling: the total that may be spent, in the plan's unit; None for what it would pay of the proposal.
        engine: who is asked first.

    Raises:
        NotProvedError: if an answer could not be proved.
    """
    within = own_ceiling(plan, [proposal]) if ceiling is None else ceiling
    return against(plan, proposal, within, attempt(plan, within, engine), engine)


def against(
    plan: Plan, proposal: Proposal, ceiling: Ceiling, optimum: Allocation | InfeasibleError, engine: Engine = highs
) -> Comparison:
    """Hold a proposal against an optimum that is known already, as `compare` does.

    Raises:
        NotProvedError: if an answer could not be proved.
    """
    amounts, fits = proposal.amounts, isinstance(optimum, Allocation)
    used: Solution | WholeSolution
    near: Solution | WholeSolution | None
    if plan.indivisible:
        used = whole_usable(plan, amounts)
        stuck = whole_traces(plan, amounts, used)
        near = whole_nearest(plan, ceiling, amounts) if fits else None
    else:
        used = usable(plan, amounts, engine)
        stuck = traces(plan, amounts, used, engine)
        near = nearest(plan, ceiling, amounts, engine) if fits else None
    shifts = least_shift(plan, ceiling, amounts, engine)
    broken = violations(plan, ceiling, {**amounts, **shifts})
    return Comparison(plan, proposal, ceiling, broken, used, stuck, near, optimum, shifts)
