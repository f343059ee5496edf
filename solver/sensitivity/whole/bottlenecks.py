"""What people ask at a split in whole amounts: what the next euros buy, and what a unit costs the others."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from functools import partial
from itertools import product
from typing import TYPE_CHECKING, Any, NamedTuple

from flessenhals.constraints.ceiling import Path, ceiling_record
from flessenhals.constraints.constraint import CEILING, maximum_of, minimum_of
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.optimum.dated.series import amounts_record
from flessenhals.solver.optimum.divide import attempt
from flessenhals.solver.optimum.whole_allocation import WholeAllocation, allocate_whole
from flessenhals.solver.plan.finding import Finding
from flessenhals.solver.plan.line import lowest_coverage
from flessenhals.solver.plan.message import told
from flessenhals.solver.plan.relaxed import relaxed
from flessenhals.solver.program.errors import NotProvedError, TooLargeError
from flessenhals.solver.sensitivity.missing import Missing, unless_missing
from flessenhals.solver.sensitivity.whole.ladder import enough_for_all, rising
from flessenhals.solver.units.checker import faults
from flessenhals.solver.units.divide import question_of
from flessenhals.solver.units.search import best_whole
from flessenhals.solver.units.walk import FirstChange, moved, next_change, pattern, relief_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.constraints.row import Row
    from flessenhals.solver.optimum.allocation import Allocation
    from flessenhals.solver.plan.plan import Line, Plan

ZERO, ONE = Fraction(0), Fraction(1)
FURTHEST = Fraction(10)
MOST_LINE_YEARS = 300


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


def whole_bottlenecks(
    plan: Plan, ceiling: Ceiling, watch: Callable[[float], object] | None = None, line: str | None = None
) -> WholeBottlenecks:
    """Find what binds at a split in whole amounts, what the next euros buy and what a unit costs; each figure proved.

    A finding that cannot be proved is told as missing, beside the others.

    Args:
        plan: with lines that cannot be split.
        ceiling: the total that may be spent, in the plan's unit, or a path by year.
        watch: called with the part that is done, from 0 to 1, after every part.
        line: the id of the only line of which one more and one less is asked; None for all that cannot be split.

    Raises:
        InfeasibleError: if nothing fits within the ceiling.
        TooLargeError: if a path and its lines make more than 300 line-years.
        NotProvedError: if the split itself could not be proved.
    """
    if isinstance(ceiling, Path) and len(plan.lines) > MOST_LINE_YEARS:
        raise TooLargeError(
            told(
                "bottlenecks: {count} lines and years are more than {most}, and where amounts cannot be split each "
                "constraint takes several searches -> ask whatif for the paths that matter, or take fewer years with "
                "--set years.last=YEAR",
                count=len(plan.lines),
                most=MOST_LINE_YEARS,
            )
        )
    split = allocate_whole(plan, ceiling)
    binding = [
        each.row for each in split.constraints if each.binding and (each.row.is_given or not each.row.id.is_bound)
    ]
    asked = [each for each in plan.lines if (each.id in plan.whole if line is None else line in {each.id, each.line})]
    total = len(binding) + 2 * len(asked) + 1
    done = 0

    def went_on() -> None:
        nonlocal done
        done += 1
        if watch is not None:
            watch(done / total)

    missing: list[Missing] = []
    onward = unless_missing(partial(_onward, split), "next units", None, missing)
    lost = missing[0].why if missing else None
    went_on()
    found = []
    for row in binding:
        if row.id == CEILING and lost is not None:
            missing.append(Missing("bottleneck", row.id, lost))
        elif each := unless_missing(partial(_relaxed, split, row, onward), "bottleneck", row.id, missing):
            found.append(each)
        went_on()
    others: dict[bool, list[OtherUnit]] = {True: [], False: []}
    for each_line, up in product(asked, others):
        about = partial(_other, split, each_line, up=up)
        others[up] += unless_missing(about, "another unit", each_line.id, missing) or []
        went_on()
    return WholeBottlenecks(split, onward, tuple(found), tuple(others[True]), tuple(others[False]), tuple(missing))


def next_units(split: WholeAllocation) -> WholeBottlenecks:
    """What the next euros buy at a split in whole amounts, and nothing else that is asked there.

    Raises:
        NotProvedError: if it could not be proved.
    """
    return WholeBottlenecks(split, _onward(split), (), (), ())


def _onward(split: WholeAllocation) -> FirstChange | None:
    ceiling = split.ceiling
    start = ceiling.share if isinstance(ceiling, Path) else ceiling
    far = max(enough_for_all(split.plan, ceiling) - start, ZERO)
    return next_change(split.tree.question, rising(ceiling), split.tree, far)


def _relaxed(split: WholeAllocation, row: Row, onward: FirstChange | None) -> RelaxedSplit:
    question = split.tree.question
    if row.id.is_bound:
        there = question_of(*relaxed(split.plan, split.ceiling, row, ONE))
        change = None
    else:
        there = moved(question, relief_of(row), ONE)
        is_it = row.id == CEILING
        change = onward if is_it else next_change(question, relief_of(row), split.tree, FURTHEST)
    tree = best_whole(there)
    if tree.answer is None or (wrong := faults(tree)):
        raise NotProvedError("; ".join(wrong) if tree.answer else "no split in whole amounts was found")
    found = {line: tree.answer[line] for line in split.amounts}
    whole = split.plan.whole
    now = pattern(whole, split.amounts)
    units = {line: found[line] for line, there in pattern(whole, found).items() if there != now[line]}
    return RelaxedSplit(row, found, lowest_coverage(split.plan.lines, found), units, change)


def _other(split: WholeAllocation, line: Line, *, up: bool) -> list[OtherUnit]:
    """The best split with the next whole amount above (or below) at a line, where its bounds have one."""
    whole, now = split.plan.whole.get(line.id), split.amounts[line.id]
    if whole is None:
        amount = min(now + ONE, line.upper) if up else max(now - ONE, line.lower)
        if amount == now:
            return []
    elif whole.unit is None:
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
