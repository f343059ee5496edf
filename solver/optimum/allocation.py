"""A ceiling divided: the proved split, and what stands in its way."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol

from flessenhals.constraints import ceiling as ceilings
from flessenhals.constraints.ceiling import Path, ceiling_record
from flessenhals.constraints.constraint import maximum_of
from flessenhals.solver.optimum.objective.goals import VALUE, objectives_of
from flessenhals.solver.optimum.objective.objectives import faults_of, unreached
from flessenhals.solver.optimum.standing import Standing, standings
from flessenhals.solver.plan.finding import Finding, shown, under
from flessenhals.solver.plan.line import lowest_coverage
from flessenhals.solver.program.linear_program import constraints_of, splits
from flessenhals.solver.program.prove import prove_solvable

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.constraints.row import Row
    from flessenhals.solver.optimum.dated.how_soon import HowSoon
    from flessenhals.solver.optimum.objective.objectives import Stage
    from flessenhals.solver.optimum.usage import Reach
    from flessenhals.solver.plan.plan import Line, Plan

ONE = Fraction(1)
MOST_PROLONGED = 2_000


class Pieces(Protocol):
    """Pieces of a plan's ladder, with their proofs."""

    def at(self, ceiling: Fraction) -> dict[str, Fraction]:
        """The best split at a ceiling on them, line → amount; all in the plan's unit."""

    def faults(self) -> list[str]:
        """Everything that keeps them from being proved; empty exactly for a proof."""


@dataclass(frozen=True, repr=False)
class Allocation(Finding):
    """The optimal split of a ceiling, proved.

    Attributes:
        plan: what was divided, under which scenario.
        ceiling: the total that may be spent, in the plan's unit, or a path by year.
        amounts: line id → what it is given, exactly, in the plan's unit; in the plan's order.
        stages: what was made as large as it can be, in order, each with its proof.
        shifts: the ceiling's own variables → what is shifted between years, in the plan's unit; none for a total.
        pieces: where the split was read off pieces of the ladder, those, with their proofs; the stages are then worked
            out only when they are asked.
    """

    plan: Plan
    ceiling: Ceiling
    amounts: Mapping[str, Fraction]
    stages: Sequence[Stage]
    shifts: Mapping[str, Fraction] = field(default_factory=dict)
    pieces: Pieces | None = field(default=None, compare=False)

    @cached_property
    def point(self) -> Mapping[str, Fraction]:
        """Every amount that was decided: what each line is given, and what is shifted between years."""
        return {**self.amounts, **self.shifts}

    @cached_property
    def total(self) -> Fraction:
        """Everything that the ceiling pays, in the plan's unit: all that is given, but for what others pay of it."""
        return self.plan.charged(self.amounts)

    @cached_property
    def cofunded(self) -> Fraction:
        """What others pay of all that is given, in the plan's unit."""
        return self.plan.cofunding(self.amounts)

    @property
    def available(self) -> Fraction:
        """All that may be spent, over all years together, in the plan's unit."""
        return ceilings.size(self.ceiling)

    @property
    def unspent(self) -> Fraction:
        """What is left of the ceiling, in the plan's unit."""
        return self.available - self.total

    @cached_property
    def value(self) -> Fraction:
        """The weighted total, Σ weight · amount, in the plan's unit."""
        return VALUE.reached(self.plan, self.amounts)

    def coverage(self, line: Line) -> Fraction | None:
        """The part of what a line asks that it is given, a pure number; None where it asks nothing."""
        return self.amounts[line.id] / line.proposed if line.proposed else None

    @cached_property
    def lowest_coverage(self) -> Fraction | None:
        """The smallest coverage of any line, a pure number; None where no line asks anything."""
        return lowest_coverage(self.plan.lines, self.amounts)

    @cached_property
    def constraints(self) -> tuple[Standing, ...]:
        """How the ceiling, every rule and every line's bounds stand at this split."""
        return standings(self.plan, self.ceiling, self.point)

    @cached_property
    def possible(self) -> Fraction:
        """The most that rules and limits let be put to work at this ceiling, in the plan's unit.

        More than `total` where the weights, or the order of the stages, prefer a split that spends less.
        """
        if not self.unspent:
            return self.available
        (first, *others) = {line.weight for line in self.plan.lines}
        if objectives_of(self.plan)[0].is_worth and first and not others and not self.plan.is_cofunded:
            return self.total
        if isinstance(self.ceiling, Path):
            whole = splits(self.plan, self.ceiling).asking("total", self.plan.charges)
            return prove_solvable(whole).optimum
        return min(self.ceiling, self.reach.most)

    @cached_property
    def reach(self) -> Reach:
        """How much the rules and limits let be put to work at any ceiling, and which of them hold back more."""
        from flessenhals.solver.optimum.usage import reach  # noqa: PLC0415 - where money is left, or somebody asks

        return reach(self.plan)

    @cached_property
    def held_by_ceiling(self) -> bool:
        """Whether more money could be put to work under a higher ceiling, and none is left under this one."""
        if self.unspent:
            return False
        full = {each.row.id for each in self.constraints if each.binding}
        ruled = {line for row in self.plan.rule_rows if row.id in full for line in row.coefficients}
        if any(line.charge and line.id not in ruled and maximum_of(line.id) not in full for line in self.plan.lines):
            return True  # a line that no binding rule speaks of could take it
        return self.reach.most > self.available

    @property
    def holding_back(self) -> tuple[Row, ...]:
        """The ceiling, or the rules and bounds, that hold the rest of what is asked back.

        Without any one of them more money can be put to work at this ceiling. Empty where this split puts less to work
        than is possible, and where only several of them together hold the rest back.
        """
        if self.held_by_ceiling:
            return (self.constraints[0].row,)
        return self.reach.limits if self.unspent and self.total == self.possible else ()

    def faults(self) -> list[str]:
        """Everything that keeps this from being a proved optimum; empty exactly for one.

        Each stage's certificate is checked, and that this split keeps the stage's program and reaches its optimum; of a
        split that was read off pieces of the ladder, their certificates.
        """
        if self.pieces is not None:
            other = [line for line, amount in self.pieces.at(self.available).items() if self.amounts[line] != amount]
            return [*self.pieces.faults(), *(f"{line} is not what was proved" for line in other)]
        return faults_of(self.stages) + self.shortcomings()

    def shortcomings(self) -> list[str]:
        """Where this split falls short of what its stages proved can be reached; empty for an optimum."""
        found = [
            f"{row.label} is broken" for row in constraints_of(self.plan, self.ceiling) if not row.holds(self.point)
        ]
        found += [f"{line} is below 0" for line, amount in self.point.items() if amount < 0]
        return found + unreached(self.stages, self.point)

    def headline(self) -> str:
        """What it is about and comes to, on one line."""
        found = f"{self.plan.id}{under(self.plan)} at {shown(self.available)}: {shown(self.total)} {self.plan.unit}"
        return found.rstrip()

    def record(self) -> dict[str, Any]:
        """The split as plain data with the keys of the JSON output; amounts as floats, in the plan's unit.

        Its certificate has the amounts as fractions, so that others can check the split without rounding. Of a plan
        with years, figures are objects by year.
        """
        if self.plan.years is None:
            return self._to_dict()
        from flessenhals.solver.optimum.dated.series import Series  # noqa: PLC0415 - few plans have years

        return {**self._to_dict(), **Series(self).to_dict()}

    @cached_property
    def how_soon(self) -> HowSoon | None:
        """With years, the first year in which everything asked can be had under this path; None without years."""
        if not isinstance(self.ceiling, Path) or len(self.plan.lines) > MOST_PROLONGED:
            return None
        from flessenhals.solver.optimum.dated.how_soon import how_soon  # noqa: PLC0415 - few plans have years

        return how_soon(self.plan, self.ceiling)

    def _to_dict(self) -> dict[str, Any]:
        return {
            "plan": self.plan.id,
            "scenario": self.plan.scenario,
            "ceiling": ceiling_record(self.ceiling),
            "unit": self.plan.unit,
            "status": "optimal",
            "total": self.total,
            "unspent": self.unspent,
            **({"cofunded": self.cofunded} if self.plan.is_cofunded else {}),
            "value": self.value,
            "lowest_coverage": self.lowest_coverage,
            "lines": [self._line(line) for line in self.plan.lines],
            "constraints": [
                {
                    "id": each.row.label,
                    "kind": each.row.kind,
                    "binding": each.binding,
                    "slack": each.slack,
                    **each.row.in_unit,
                }
                for each in self.constraints
            ],
            "certificate": self._certificate(),
        }

    def _certificate(self) -> dict[str, Any]:
        return {
            "verified": not self.faults(),
            "arithmetic": "exact",
            "stages": [stage.goal for stage in self.stages] if self.pieces is None else list(self.plan.objective),
            "amounts": {line: str(amount) for line, amount in self.amounts.items()},
        }

    def _line(self, line: Line) -> dict[str, Any]:
        coverage = self.coverage(line)
        return {
            "id": line.id,
            "partner": line.partner,
            "programme": line.programme,
            "department": line.department,
            "proposed": line.proposed,
            "minimum": line.lower,
            "maximum": line.upper,
            "allocated": self.amounts[line.id],
            "coverage": coverage,
            **({"cofunded": line.cofunded * self.amounts[line.id]} if self.plan.is_cofunded else {}),
            "exact": str(self.amounts[line.id]),
            **_units_of(line),
        }

    def rows(self) -> list[dict[str, Any]]:
        """The lines as plain data, a line (with years a line in one year) a record, as in `to_dict`."""
        records = [self._line(line) for line in self.plan.lines]
        keys = dict.fromkeys(key for record in records for key in record)  # units are told at some lines only
        return [{key: record.get(key) for key in keys} for record in records]

    def __str__(self) -> str:
        width = max(len(line) for line in self.amounts)
        rows = []
        for line in self.plan.lines:
            coverage = self.coverage(line)
            share = "" if coverage is None else f"{float(1000 * coverage // 1) / 1000:8.1%}"
            rows.append(
                f"{line.id:{width}} {float(line.proposed):12,.2f} {float(self.amounts[line.id]):12,.2f} {share}"
            )
        scenario = f" ({self.plan.scenario})" if self.plan.scenario else ""
        return "\n".join(
            [
                f"{self.plan.id}{scenario} at {float(self.available):,.2f} {self.plan.unit}, optimal and proved",
                f"{'line':{width}} {'proposed':>12} {'allocated':>12} {'coverage':>8}",
                *rows,
                f"{'total':{width}} {float(self.plan.proposed):12,.2f} {float(self.total + self.cofunded):12,.2f}",
                *([f"of which others pay {float(self.cofunded):,.2f}"] if self.plan.is_cofunded else []),
            ]
        )


def _units_of(line: Line) -> dict[str, Fraction]:
    """What a line says of the amounts that it can be given; empty where any amount will do."""
    found = {"step": line.unit, "smallest": line.smallest}
    return {key: amount for key, amount in found.items() if amount}
