"""What is found of a split in whole amounts: what binds, what the next euros buy and what a unit costs the others."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

from flessenhals.constraints.ceiling import Path, ceiling_record
from flessenhals.constraints.constraint import maximum_of, minimum_of
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.optimum.dated.series import amounts_record
from flessenhals.solver.plan.finding import Finding
from flessenhals.solver.units.walk import pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flessenhals.constraints.row import Row
    from flessenhals.solver.optimum.allocation import Allocation
    from flessenhals.solver.optimum.whole_allocation import WholeAllocation
    from flessenhals.solver.sensitivity.missing import Missing
    from flessenhals.solver.units.walk import FirstChange

ZERO = Fraction(0)


class RelaxedSplit(NamedTuple):
    """The best split with one constraint asking one unit of money less.

    Attributes:
        row: the constraint.
        amounts: line id → amount, in the plan's unit.
        lowest: the lowest coverage there; None where no line asks anything.
        units: line id → amount there, of the lines that cannot be split and then get another one.
        next: where a line that cannot be split takes another amount as the constraint gives way, up to ten units of
            money; None where none does, and for bounds, which were not walked along.
    """

    row: Row
    amounts: Mapping[str, Fraction]
    lowest: Fraction | None
    units: Mapping[str, Fraction]
    next: FirstChange | None


class OtherUnit(NamedTuple):
    """The best split in which one line has a whole amount more, or one less.

    Attributes:
        line: its id.
        amount: what it would get, in the plan's unit.
        found: the split, or why there is none.
    """

    line: str
    amount: Fraction
    found: Allocation | InfeasibleError

    @property
    def conflict(self) -> list[Row]:
        """Where there is no such split, what cannot hold together with that amount; empty where there is one.

        The amount itself, which was asked as a bound of the line, is not among it.
        """
        if not isinstance(self.found, InfeasibleError):
            return []
        held = self.found.plan.line_by_id[self.line]
        asked = minimum_of(self.line) if held.lower >= self.amount else maximum_of(self.line)
        return [row for row in self.found.conflict if row.id != asked]


@dataclass(frozen=True, repr=False)
class WholeBottlenecks(Finding):
    """What binds at a split in whole amounts, and what would change it. There are no prices: the split jumps.

    Attributes:
        allocation: the optimal split.
        next: what the next euros buy; None where no further money changes a line that cannot be split, or where that
            is missing.
        relaxed: every binding constraint with one unit of money more.
        more, less: every line that cannot be split with its next whole amount above, and below.
        missing: what could not be proved, and so is not in it.
    """

    allocation: WholeAllocation
    next: FirstChange | None
    relaxed: tuple[RelaxedSplit, ...]
    more: tuple[OtherUnit, ...]
    less: tuple[OtherUnit, ...]
    missing: tuple[Missing, ...] = ()

    @property
    def next_is_known(self) -> bool:
        """Whether what the next euros buy, or that they change nothing, is proved."""
        return all(each.finding != "next units" for each in self.missing)

    def gains(self, amounts: Mapping[str, Fraction]) -> dict[str, Fraction]:
        """What each line gets more (or less) at another split than at the optimal one, without zeros."""
        now = self.allocation.amounts
        return {line: amounts[line] - amount for line, amount in now.items() if amounts[line] != amount}

    @property
    def by_share(self) -> bool:
        """Whether the ceiling is a path by year: then what comes next comes at a larger share of it."""
        return isinstance(self.allocation.ceiling, Path)

    @property
    def next_place(self) -> Fraction:
        """The ceiling at which, or above which, the next units stand, in the plan's unit; of a path the share of it."""
        ceiling = self.allocation.ceiling
        start = ceiling.share if isinstance(ceiling, Path) else ceiling
        return start + (ZERO if self.next is None else self.next.distance)

    def headline(self) -> str:
        """What it is about, on one line."""
        return f"{self.allocation.headline()}, {len(self.relaxed)} constraints without room"

    def record(self) -> dict[str, Any]:
        """The result with the keys of the JSON output; amounts in the plan's unit."""
        plan, ceiling = self.allocation.plan, self.allocation.ceiling
        now = self.allocation.lowest_coverage or ZERO
        return {
            "plan": plan.id,
            "scenario": plan.scenario,
            "ceiling": ceiling_record(ceiling),
            "unit": plan.unit,
            "next": None
            if self.next is None
            else {"share" if self.by_share else "ceiling": self.next_place, **self._change(self.next)},
            "bottlenecks": [
                {
                    "id": each.row.label,
                    "kind": each.row.kind,
                    "binding": True,
                    "slack": 0.0,
                    "price": None,
                    "why": "units",
                    "relief": (each.lowest or ZERO) - now,
                    "gains": self.gains(each.amounts),
                    "next": None if each.next is None else {"by": each.next.distance, **self._change(each.next)},
                }
                for each in self.relaxed
            ],
            "units": [
                {"id": each.line, "change": change, "amount": each.amount, **self._other(each)}
                for change, found in (("more", self.more), ("less", self.less))
                for each in found
            ],
            "missing": [each.record() for each in self.missing],
        }

    def rows(self) -> list[dict[str, Any]]:
        """A record per binding constraint."""
        keys = ("id", "kind", "binding", "slack", "price", "why", "relief")
        return [{key: record[key] for key in keys} for record in self.record()["bottlenecks"]]

    def _change(self, change: FirstChange) -> dict[str, Any]:
        before = pattern(self.allocation.plan.whole, self.allocation.amounts)
        after = pattern(self.allocation.plan.whole, change.split)
        return {
            "attained": change.attained,
            "changes": {line: change.split[line] for line in before if before[line] != after[line]},
            "allocated": amounts_record(self.allocation.plan, change.split),
        }

    def _other(self, other: OtherUnit) -> dict[str, Any]:
        if isinstance(other.found, InfeasibleError):
            return {"conflict": [row.label for row in other.conflict], "gains": None, "lowest_coverage": None}
        return {
            "conflict": None,
            "gains": self.gains(other.found.amounts),
            "lowest_coverage": other.found.lowest_coverage or ZERO,
        }
