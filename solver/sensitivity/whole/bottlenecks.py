"""What people ask at a split in whole amounts: what the next euros buy, and what a unit costs the others."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.optimum.divide import attempt
from flessenhals.solver.optimum.whole_allocation import WholeAllocation, allocate_whole
from flessenhals.solver.plan.finding import Finding
from flessenhals.solver.units.checker import faults
from flessenhals.solver.units.search import best_whole
from flessenhals.solver.units.walk import Change, moved, next_change, pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from flessenhals.constraints.row import Row
    from flessenhals.solver.optimum.allocation import Allocation
    from flessenhals.solver.plan.plan import Line, Plan

ZERO, ONE = Fraction(0), Fraction(1)
FURTHEST = Fraction(10)


class Eased(NamedTuple):
    """The best split with one constraint asking one unit of money less.

    Attributes:
        row: the constraint.
        amounts: line id → amount, in the plan's unit.
        lowest: the lowest coverage there; None where no line asks anything.
        next: where a line that cannot be split takes another amount as the constraint gives way, up to ten units of
            money; None where none does, and for bounds, which were not walked along.
    """

    row: Row
    amounts: Mapping[str, Fraction]
    lowest: Fraction | None
    next: Change | None


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


@dataclass(frozen=True, repr=False)
class WholeBottlenecks(Finding):
    """What binds at a split in whole amounts, and what would change it. There are no prices: the split jumps.

    Attributes:
        allocation: the optimal split.
        next: what the next euros buy; None where no further money changes a line that cannot be split.
        eased: every binding constraint with one unit of money more.
        more, less: every line that cannot be split with its next whole amount above, and below.
    """

    allocation: WholeAllocation
    next: Change | None
    eased: tuple[Eased, ...]
    more: tuple[OtherUnit, ...]
    less: tuple[OtherUnit, ...]

    def gains(self, amounts: Mapping[str, Fraction]) -> dict[str, Fraction]:
        """What each line gets more (or less) at another split than at the optimal one, without zeros."""
        now = self.allocation.amounts
        return {line: amounts[line] - amount for line, amount in now.items() if amounts[line] != amount}

    def headline(self) -> str:
        """What it is about, on one line."""
        return f"{self.allocation.headline()}, {len(self.eased)} constraints without room"

    def to_dict(self) -> dict[str, Any]:
        """All of it as plain data with the keys of the JSON output; amounts as floats, in the plan's unit."""
        plan, ceiling = self.allocation.plan, self.allocation.ceiling
        now = self.allocation.lowest_coverage or ZERO
        start = ceiling if isinstance(ceiling, Fraction) else ZERO
        return {
            "plan": plan.id,
            "scenario": plan.scenario,
            "ceiling": float(start),
            "unit": plan.unit,
            "next": None
            if self.next is None
            else {"ceiling": float(start + self.next.distance), **self._change(self.next)},
            "bottlenecks": [
                {
                    "id": each.row.label,
                    "kind": each.row.kind,
                    "binding": True,
                    "slack": 0.0,
                    "price": None,
                    "why": "units",
                    "relief": float((each.lowest or ZERO) - now),
                    "gains": _floats(self.gains(each.amounts)),
                    "next": None if each.next is None else {"by": float(each.next.distance), **self._change(each.next)},
                }
                for each in self.eased
            ],
            "units": [
                {"id": each.line, "change": change, "amount": float(each.amount), **self._other(each)}
                for change, found in (("more", self.more), ("less", self.less))
                for each in found
            ],
        }

    def records(self) -> list[dict[str, Any]]:
        """A record per binding constraint."""
        keys = ("id", "kind", "binding", "slack", "price", "why", "relief")
        return [{key: record[key] for key in keys} for record in self.to_dict()["bottlenecks"]]

    def _onward(self, start: Fraction) -> dict[str, Any] | None:
        return None if self.next is None else {"ceiling": float(start + self.next.distance), **self._change(self.next)}

    def _change(self, change: Change) -> dict[str, Any]:
        before = pattern(self.allocation.plan.whole, self.allocation.amounts)
        after = pattern(self.allocation.plan.whole, change.split)
        return {
            "attained": change.attained,
            "changes": {line: float(change.split[line]) for line in before if before[line] != after[line]},
            "allocated": {line.id: float(change.split[line.id]) for line in self.allocation.plan.lines},
        }

    def _other(self, other: OtherUnit) -> dict[str, Any]:
        if isinstance(other.found, InfeasibleError):
            return {"conflict": [row.label for row in other.found.conflict], "gains": None, "lowest_coverage": None}
        return {
            "conflict": None,
            "gains": _floats(self.gains(other.found.amounts)),
            "lowest_coverage": float(other.found.lowest_coverage or ZERO),
        }


def whole_bottlenecks(
    plan: Plan, ceiling: Fraction, watch: Callable[[float], object] | None = None
) -> WholeBottlenecks:
    """Find what binds at a split in whole amounts, what the next euros buy and what a unit costs; each figure proved.

    Args:
        plan: with lines that cannot be split.
        ceiling: the total that may be spent, in the plan's unit.
        watch: called with the part that is done, from 0 to 1, after every part.

    Raises:
        InfeasibleError: if nothing fits within the ceiling.
        NotProvedError: if an answer could not be proved.
    """
    split = allocate_whole(plan, ceiling)
    binding = [
        each.row for each in split.constraints if each.binding and (each.row.is_given or not each.row.id.is_bound)
    ]
    total = len(binding) + 2 * len(plan.whole) + 1
    done = 0

    def went_on() -> None:
        nonlocal done
        done += 1
        if watch is not None:
            watch(done / total)

    everything = sum((line.upper for line in plan.lines), start=ZERO)
    onward = next_change(split.tree.question, split.constraints[0].row.id, split.tree, max(everything - ceiling, ZERO))
    went_on()
    eased = []
    for row in binding:
        eased.append(_eased(split, row, onward))
        went_on()
    more, less = [], []
    for line in plan.lines:
        if line.id in plan.whole:
            more += _other(split, line, up=True)
            less += _other(split, line, up=False)
            went_on()
            went_on()
    return WholeBottlenecks(split, onward, tuple(eased), tuple(more), tuple(less))


def _eased(split: WholeAllocation, row: Row, onward: Change | None) -> Eased:
    question = split.tree.question
    if row.id.is_bound:
        there = question._replace(program=question.program.relaxed(row, ONE), before=())
        change = None
    else:
        there = moved(question, row.id, ONE)
        change = onward if row.id.is_ceiling else next_change(question, row.id, split.tree, FURTHEST)
    tree = best_whole(there)
    found = {line: (tree.answer or {})[line] for line in split.amounts} if not faults(tree) else dict(split.amounts)
    asked = [found[line.id] / line.proposed for line in split.plan.lines if line.proposed]
    return Eased(row, found, min(asked, default=None), change)


def _other(split: WholeAllocation, line: Line, *, up: bool) -> list[OtherUnit]:
    """The best split with the next whole amount above (or below) at a line, where its bounds have one."""
    whole, now = split.plan.whole[line.id], split.amounts[line.id]
    if whole.unit is None:
        amount = whole.least if up else ZERO
        if (now > 0) == up:
            return []
    else:
        amount = whole.at_least(now + whole.unit) if up else whole.at_most(now - whole.unit) if now else -ONE
    if not line.lower <= amount <= line.upper:
        return []
    held = replace(line, minimum=amount) if up else replace(line, minimum=min(line.minimum, amount), maximum=amount)
    lines = tuple(held if each.id == line.id else each for each in split.plan.lines)
    return [OtherUnit(line.id, amount, attempt(replace(split.plan, lines=lines), split.ceiling))]


def _floats(amounts: Mapping[str, Fraction]) -> dict[str, float]:
    return {line: float(amount) for line, amount in amounts.items()}
