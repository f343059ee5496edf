"""Figures that add up: a split in whole steps that keeps every rule, so that printed lines make printed totals."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from flessenhals.solver.plan.message import told
from flessenhals.solver.program.errors import NotProvedError
from flessenhals.solver.program.linear_program import constraints_of
from flessenhals.solver.rounding.at_once import beside, near
from flessenhals.solver.rounding.branch_and_bound import NoWholeError
from flessenhals.solver.rounding.steps import Choice, nearest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flessenhals.solver.plan.plan import Plan

ZERO = Fraction(0)
TENTH = Fraction(1, 10)
REACHES = (1, 2, 3)
WIDER = (6, 12, 25)  # at the step that was asked: one step at a small line can take ten at those that it follows
FINER_STEPS = 6
MANY_LINES = 200  # of which one nearby does where nobody reads line by line
MOST_LINES = 500  # of which the nearest is searched for


class NotRoundedError(NotProvedError):
    """No split in whole steps was found that keeps every rule, however fine the steps."""


class Passed(NamedTuple):
    """Steps at which no split was found that keeps every rule.

    Attributes:
        step: in the plan's unit.
        proved: whether there is none within the reach that was tried, by exact arithmetic; else a solver says so.
    """

    step: Fraction
    proved: bool


@dataclass(frozen=True)
class Rounded:
    """A split in whole steps, next to the exact one that it stands for.

    That every amount is a whole number of steps and that every rule, bound and the ceiling holds is checked exactly
    (`faults`), and what rounding cost is exact. That no rounding is nearer is proved where `nearest` is true, by bounds
    in exact arithmetic; where it is not, the solver's word is all there is for it, or it was not `searched` for.

    Where no such split of very many lines is found, every amount stands next to its exact one, within the ceiling, and
    rules and bounds can be missed (`keeps_all`).

    Attributes:
        plan, ceiling: what was divided; the ceiling in the plan's unit.
        exact: line id → amount before rounding, in the plan's unit.
        amounts: line id → amount, a whole number of steps, in the plan's unit; in the plan's order.
        step: what amounts are rounded to, in the plan's unit.
        reach: how many steps an amount may lie from its exact value, one or where that leaves nothing to choose more.
        nearest: whether it is proved that no rounding within that reach is nearer.
        passed: coarser steps, the one asked for first, at which no split was found that keeps every rule.
        searched: whether the nearest was searched for.
        keeps_all: whether every rule and bound holds; else each amount is next to its exact one, within the ceiling.
    """

    plan: Plan
    ceiling: Fraction
    exact: Mapping[str, Fraction]
    amounts: Mapping[str, Fraction]
    step: Fraction
    reach: int
    nearest: bool
    passed: tuple[Passed, ...] = ()
    searched: bool = True
    keeps_all: bool = True

    @cached_property
    def total(self) -> Fraction:
        """Everything that the ceiling pays of the rounded lines, in the plan's unit."""
        return self.plan.charged(self.amounts)

    @cached_property
    def shifts(self) -> dict[str, Fraction]:
        """Line id → rounded minus exact amount, in the plan's unit."""
        return {line: amount - self.exact[line] for line, amount in self.amounts.items()}

    @property
    def largest_shift(self) -> tuple[str, Fraction]:
        """The line that rounding moved furthest, the first of them, and rounded minus exact amount there."""
        return max(self.shifts.items(), key=lambda shift: abs(shift[1]))

    @cached_property
    def value_lost(self) -> Fraction:
        """How much lower the weighted total is than at the exact split, in the plan's unit."""
        return -sum((line.weight * self.shifts[line.id] for line in self.plan.lines), start=ZERO)

    @cached_property
    def coverage_lost(self) -> Fraction | None:
        """How much lower the lowest coverage is than at the exact split, a pure number; None where nothing is asked."""

        def lowest(split: Mapping[str, Fraction]) -> Fraction:
            return min(split[line.id] / line.proposed for line in self.plan.lines if line.proposed)

        return lowest(self.exact) - lowest(self.amounts) if self.plan.proposed else None

    def faults(self) -> list[str]:
        """What keeps this from being a rounding that keeps every rule; empty exactly for one."""
        found = [
            f"{line} is no whole number of steps"
            for line, amount in self.amounts.items()
            if (amount / self.step).denominator != 1
        ]
        found += [f"{line} is below 0" for line, amount in self.amounts.items() if amount < 0]
        rows = constraints_of(self.plan, self.ceiling)
        return found + [f"{row.label} is broken" for row in rows if not row.holds(self.amounts)]


def rounded(
    plan: Plan, ceiling: Fraction, exact: Mapping[str, Fraction], step: Fraction = TENTH, *, nearby: bool = False
) -> Rounded:
    """Round a split to whole steps so that it still keeps every rule and its totals stay near.

        choose whole numbers k   so that   step · k keeps every row, bound and the ceiling, and
        |step · k - x| ≤ step              (two steps, then three, up to 25, where that leaves nothing to choose)

    In this order: the grand total as near as it goes to its exact value; the largest deviation of any total of a
    programme, partner or department as small as it goes; the sum of the deviations of the lines as small as it goes;
    and where several are equal in all that, fewer steps up, and those at the lines that stand first in the plan (the
    smallest sum of places; that last choice may be the solver's word). Printed lines then add up to printed totals by
    themselves.

    Of more than 500 lines one that keeps every rule is looked for near the exact split (`at_once`), not the nearest.
    Where none is found, however fine the steps, each amount is rounded by itself, within the ceiling.

    Where no such split exists (a minimum of 12.25 that is also the maximum, in steps of 0.1), steps of a tenth of that
    are tried, and again.

    Args:
        plan: the lines and rules.
        ceiling: the total that may be spent, in the plan's unit.
        exact: line id → amount, in the plan's unit; a split that keeps every constraint.
        step: what amounts are rounded to, in the plan's unit, above 0.
        nearby: whether of more than 200 lines one near the exact split does too, where one is found.

    Raises:
        NotRoundedError: if not even steps of a millionth of the one asked for have such a split, of 500 lines or fewer.
        NotProvedError: if one of the linear programs that bound the search could not be answered.

    Source: the idea of rounding a table so that its margins hold is controlled rounding (Cox, A constructive procedure
    for unbiased controlled rounding, Journal of the American Statistical Association 82, 1987).
    """
    if len(plan.lines) > (MANY_LINES if nearby else MOST_LINES):
        many = _of_many(plan, ceiling, exact, step)
        if many.keeps_all or len(plan.lines) > MOST_LINES:
            return many
    passed: list[Passed] = []
    poor: Rounded | None = None
    for finer in range(FINER_STEPS + 1):
        size = step / 10**finer
        proved = True
        for reach in REACHES if finer and poor is None else (*REACHES, *WIDER):
            try:
                amounts, proved_nearest = nearest(Choice.of(plan, ceiling, exact, size, reach))
            except NoWholeError as none:
                proved = proved and none.proved
                continue
            found = _held(Rounded(plan, ceiling, dict(exact), amounts, size, reach, proved_nearest, tuple(passed)))
            if reach in WIDER and 2 * found.total < plan.charged(exact):
                poor = poor or found  # it keeps every rule by printing that hardly anybody gets anything
                break
            return found
        passed.append(Passed(size, proved))
    if poor is not None:
        return poor
    raise NotRoundedError(
        told("no amounts in whole steps of {step} or finer keep every rule of {id}", step=step, id=plan.id)
    )


def _of_many(plan: Plan, ceiling: Fraction, exact: Mapping[str, Fraction], step: Fraction) -> Rounded:
    """Whole steps of very many lines that keep every rule, or else each next to its exact amount.

    Raises:
        NotProvedError: if they do not.
    """
    passed: list[Passed] = []
    for finer in range(FINER_STEPS + 1):
        size = step / 10**finer
        found = near(plan, ceiling, exact, size)
        if found is not None:
            reach, before = _reach(exact, found, size), tuple(passed)
            kept = Rounded(plan, ceiling, dict(exact), found, size, reach, nearest=False, passed=before, searched=False)
            return _held(kept)
        passed.append(Passed(size, proved=False))
    apart = beside(plan, ceiling, exact, step)
    if plan.charged(apart) > ceiling or _reach(exact, apart, step) > 1:
        raise NotProvedError(told("no amounts in whole steps of {step} were found for {id}", step=step, id=plan.id))
    return Rounded(plan, ceiling, dict(exact), apart, step, 1, nearest=False, searched=False, keeps_all=False)


def _held(found: Rounded) -> Rounded:
    """A rounding that keeps every rule, exactly.

    Raises:
        NotProvedError: if it does not.
    """
    wrong = found.faults()
    if wrong:
        raise NotProvedError("; ".join(wrong))
    return found


def _reach(exact: Mapping[str, Fraction], amounts: Mapping[str, Fraction], step: Fraction) -> int:
    """How many steps an amount lies from its exact value at most."""
    return max((ceil(abs(amounts[line] - amount) / step) for line, amount in exact.items()), default=1)
