"""The whole steps nearest to a split: an integer program over what each line gets above its lowest amount."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING, NamedTuple

from flessenhals.constraints.constraint import own
from flessenhals.constraints.row import Row
from flessenhals.solver.plan.plan import GROUPINGS
from flessenhals.solver.program.linear_program import Interval, LinearProgram, splits
from flessenhals.solver.rounding.branch_and_bound import NoWholeError, best_whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from flessenhals.solver.plan.plan import Plan

    Total = tuple[Mapping[str, Fraction], Fraction]

ZERO, ONE = Fraction(0), Fraction(1)
FOR_TIES = 20


class Choice(NamedTuple):
    """The steps that may be added to each line's lowest amount: an integer program without an objective.

    Attributes:
        plan, exact, step: as given.
        lowest: line id → the fewest whole steps that it may get.
        units: line id → its variables, each a step more or not; all of them a whole number, 0 or 1.
        program: the variables and the plan's rows over them, in steps.
    """

    plan: Plan
    exact: Mapping[str, Fraction]
    step: Fraction
    lowest: Mapping[str, int]
    units: Mapping[str, tuple[str, ...]]
    program: LinearProgram

    @classmethod
    def of(cls, plan: Plan, ceiling: Fraction, exact: Mapping[str, Fraction], step: Fraction, reach: int) -> Choice:
        """The whole steps at most so many away from each exact amount, `reach` itself among them, within its bounds.

        Raises:
            NoWholeError: if a line, or a rule over lines that have no choice, is left without any.
        """
        space = splits(plan, ceiling)
        lowest, units = {}, {}
        for line, interval in space.variables.items():
            at = exact[line] / step
            least = max(ceil(at - reach), ceil(interval.lower / step))
            most = min(floor(at + reach), floor((interval.upper or ZERO) / step))
            if line in plan.whole:  # what is printed of it stands for the same number of units
                least, most = max(least, floor(at)), min(most, ceil(at))
            if most < least:
                raise NoWholeError(f"{line} in steps of {step}", proved=True)
            lowest[line] = least
            units[line] = tuple(f"{line} step {count}" for count in range(least + 1, most + 1))
        rows = [
            row._replace(
                coefficients={unit: value for line, value in row.coefficients.items() for unit in units[line]},
                right_hand_side=row.right_hand_side / step
                - sum(value * lowest[line] for line, value in row.coefficients.items()),
            )
            for row in space.rows
        ]
        broken = [row for row in rows if not row.coefficients and not row.holds({})]
        if broken:
            raise NoWholeError(f"{broken[0].label} in steps of {step}", proved=True)
        variables = {unit: Interval(ZERO, ONE) for each in units.values() for unit in each}
        program = LinearProgram("rounding", variables, (), {})
        return cls(plan, exact, step, lowest, units, _with(program, rows))

    def total(self, lines: Iterable[str]) -> tuple[dict[str, Fraction], Fraction]:
        """The steps added to some lines together, and how many would be exact."""
        chosen = list(lines)
        exactly = sum((self.exact[line] / self.step - self.lowest[line] for line in chosen), start=ZERO)
        return {unit: ONE for line in chosen for unit in self.units[line]}, exactly

    def amounts(self, point: Mapping[str, Fraction]) -> dict[str, Fraction]:
        """The split that a choice stands for, in the plan's unit."""
        return {
            line: self.step * sum((point[unit] for unit in units), start=Fraction(self.lowest[line]))
            for line, units in self.units.items()
        }

    def costs(self) -> dict[str, Fraction]:
        """What each step more adds to its line's deviation: ever more, so that steps are taken in order."""
        costs = {}
        for line, units in self.units.items():
            at = self.exact[line] / self.step
            for count, unit in enumerate(units, start=self.lowest[line] + 1):
                costs[unit] = abs(count - at) - abs(count - 1 - at)
        return costs


def nearest(choice: Choice) -> tuple[dict[str, Fraction], bool]:
    """The nearest of all roundings, and whether that is proved.

    The order in which roundings are judged stands at `rounded`.

    Raises:
        NoWholeError: if no choice keeps every rule.
        NotProvedError: if one of the linear programs that bound the search could not be answered.
    """
    best_whole(choice.program, choice.program.variables)  # is there any?
    lines = [line.id for line in choice.plan.lines]
    groups = dict.fromkeys(
        tuple(line.id for line in group) for grouping in GROUPINGS for group in choice.plan.grouped(grouping).values()
    )
    program, grand = _tightest(choice.program, [choice.total(lines)])
    program, each = _tightest(program, [choice.total(group) for group in groups])
    costs = choice.costs()
    closest = best_whole(program.asking("lines", {unit: -cost for unit, cost in costs.items()}), program.variables)
    as_close = Row(own("lines"), "stage", {unit: cost for unit, cost in costs.items() if cost}, "<=", -closest.optimum)
    ranks = {unit: -Fraction(place) for place, units in enumerate(choice.units.values(), 1) for unit in units}
    try:
        first = best_whole(_with(program, [as_close]).asking("places", ranks), program.variables, FOR_TIES)
    except NoWholeError:
        first = closest
    return choice.amounts(first.point), grand and each and closest.proved


def _tightest(program: LinearProgram, totals: Sequence[Total]) -> tuple[LinearProgram, bool]:
    """The choices of which the largest deviation of any of these totals is as small as it goes.

    A total is a whole number of steps, so only so many deviations can be the largest: they are halved until the
    smallest that can be kept is left. Whole numbers on the right-hand side make bounds far sharper than a largest
    deviation among the variables would.

    Args:
        program: with a choice in whole numbers.
        totals: the steps in each, and how many would be exact.

    Returns:
        The program that keeps it, and whether it is proved that no smaller one can be kept.
    """
    possible = [[abs(count - exactly) for count in range(len(steps) + 1)] for steps, exactly in totals]
    least = max(map(min, possible))
    sizes = sorted({size for each in possible for size in each if size >= least})
    low, high, proved = 0, len(sizes) - 1, True
    middle = low  # the least is often enough
    while low < high:
        try:
            best_whole(_within(program, totals, sizes[middle]), program.variables)
        except NoWholeError as none:
            proved = proved and none.proved
            low = middle + 1
        else:
            high = middle
        middle = (low + high) // 2
    return _within(program, totals, sizes[low]), proved


def _within(program: LinearProgram, totals: Sequence[Total], deviation: Fraction) -> LinearProgram:
    """The choices in which no total is further from its exact value, at the whole numbers furthest out."""
    rows = []
    for steps, exactly in totals:
        rows.append(Row(own("total"), "stage", steps, ">=", Fraction(ceil(exactly - deviation))))
        rows.append(Row(own("total"), "stage", steps, "<=", Fraction(floor(exactly + deviation))))
    return _with(program, rows)


def _with(program: LinearProgram, rows: Iterable[Row]) -> LinearProgram:
    """The program with further rows, as far as anything is left to choose in them."""
    return program.keeping(row for row in rows if row.coefficients)
