"""The room around the optimum: how far each line can move while the answer stays nearly as good."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from flessenhals.constraints.constraint import own
from flessenhals.constraints.row import Row
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.plan.finding import Finding, shown
from flessenhals.solver.program.highs import highs
from flessenhals.solver.program.linear_program import splits
from flessenhals.solver.program.prove import prove_solvable

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.solver.optimum.allocation import Allocation
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.program.linear_program import LinearProgram
    from flessenhals.solver.program.prove import Engine

ZERO, ONE = Fraction(0), Fraction(1)


@dataclass(frozen=True, repr=False)
class Room(Finding):
    """For each line the smallest and the largest amount over all splits that are nearly as good as the optimal one.

    Attributes:
        allocation: the optimal split.
        within: the share of the weighted total and of the lowest coverage that may be given up, a pure number.
        by_value: what would be fixed if the lowest coverage did not count: the smallest amounts together over all
            splits whose weighted total alone is nearly as large, in the plan's unit.
        smallest, largest: line id → amount, in the plan's unit; each is reached by some split, the rest re-optimised,
            and not all of them at once.
    """

    allocation: Allocation
    within: Fraction
    smallest: Mapping[str, Fraction]
    largest: Mapping[str, Fraction]
    by_value: Fraction

    @property
    def core(self) -> Fraction:
        """What is fixed: what the ceiling pays of the smallest amounts together, in the plan's unit."""
        return self.allocation.plan.charged(self.smallest)

    @property
    def free(self) -> Fraction:
        """What is left to choose about: the ceiling without the core, in the plan's unit."""
        return self.allocation.available - self.core

    def rows(self) -> list[dict[str, Any]]:
        """A record per line; amounts in the plan's unit."""
        return [
            {
                "id": line.id,
                "smallest": self.smallest[line.id],
                "allocated": self.allocation.amounts[line.id],
                "largest": self.largest[line.id],
                "proposed": line.proposed,
            }
            for line in self.allocation.plan.lines
        ]

    def headline(self) -> str:
        """What it is about and comes to, on one line."""
        return f"{self.allocation.headline()}, within {shown(100 * self.within)}%"

    def record(self) -> dict[str, Any]:
        """The result as plain data."""
        return {
            "within": self.within,
            "core": self.core,
            "core_by_value": self.by_value,
            "free": self.free,
            "lines": self.rows(),
        }


def room(
    plan: Plan,
    ceiling: Ceiling,
    within: Fraction,
    split: Allocation | None = None,
    engine: Engine = highs,
    watch: Callable[[float], object] | None = None,
) -> Room:
    """Find the room around the optimum, each end of it proved.

        weighted total ≥ (1 - within) · the best,   lowest coverage ≥ (1 - within) · that of the optimal split

    Args:
        plan: the lines and rules.
        ceiling: the total that may be spent, in the plan's unit.
        within: the share that may be given up, a pure number from 0 to 1.
        split: the optimal split, where it is known already.
        engine: who is asked first.
        watch: called with the part that is done, from 0 to 1, after every line.

    Raises:
        InfeasibleError: if nothing fits within the ceiling.
        NotProvedError: if an answer could not be proved.
    """
    now = allocate(plan, ceiling, engine) if split is None else split
    space = nearly_as_good(now, within)
    seen: list[Mapping[str, Fraction]] = [now.amounts]
    smallest, largest = {}, {}
    for done, line in enumerate(plan.lines, start=1):
        smallest[line.id] = _furthest(space, line.id, -1, seen, engine)
        largest[line.id] = _furthest(space, line.id, 1, seen, engine)
        if watch is not None:
            watch(done / len(plan.lines))
    seen = [now.amounts]
    loose = nearly_as_good(now, within, covered=False)
    by_value = plan.charged({line.id: _furthest(loose, line.id, -1, seen, engine) for line in plan.lines})
    return Room(now, within, smallest, largest, by_value)


def nearly_as_good(split: Allocation, within: Fraction, *, covered: bool = True) -> LinearProgram:
    """The splits whose weighted total and, where it counts, lowest coverage are at most that share below the best."""
    kept = ONE - within
    weights = {line.id: line.weight for line in split.plan.lines if line.weight}
    worth = Row(own("value"), "stage", weights, ">=", kept * split.value)
    space = splits(split.plan, split.ceiling).keeping([worth])
    lowest = kept * (split.lowest_coverage or ZERO) if covered else ZERO
    variables = dict(space.variables)
    for line in split.plan.lines:
        interval = variables[line.id]
        variables[line.id] = interval._replace(lower=max(interval.lower, lowest * line.proposed))
    return replace(space, variables=variables)


def _furthest(
    space: LinearProgram, line: str, direction: int, seen: list[Mapping[str, Fraction]], engine: Engine
) -> Fraction:
    """The end of a line's room; a split that was seen before and stands on the line's own bound is proof enough."""
    interval = space.variables[line]
    bound = interval.lower if direction < 0 else interval.upper
    if any(point[line] == bound for point in seen):
        return seen[0][line] if bound is None else bound
    found = prove_solvable(space.asking("room", {line: Fraction(direction)}), engine)
    seen.append(found.point)
    return found.point[line]
