"""What can be said of a ratio of the rules: what another one does, and between which ratios an answer stands."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.constraints.constraint import CEILING, maximum_of, minimum_of, own
from flessenhals.constraints.row import Row
from flessenhals.solver.claims.claim import ONE, PROVED, ZERO, Claim, is_best, lowest, summed, worth
from flessenhals.solver.claims.fit import fits
from flessenhals.solver.plan.group_goal import GroupGoal
from flessenhals.solver.plan.relaxed import altered

if TYPE_CHECKING:
    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.constraints.constraint import Constraint
    from flessenhals.constraints.ratio import Ratio
    from flessenhals.solver.claims.claim import Answer, Solves
    from flessenhals.solver.plan.plan import Line, Plan

LITTLE = Fraction(1, 10**6)


def with_ratio(plan: Plan, ratio: Ratio, value: Fraction) -> Plan:
    """The plan with another value for one of its ratios."""
    return altered(plan, ratio.id, ratio.at(value).row)


class AtRatio(Claim):
    """With another value for this ratio, weighted total, lowest coverage and what is unspent change by exactly this.

    Attributes:
        ratio: as the plan has it.
        then: the other value, a pure number.
        value, unspent: in the plan's unit; unspent None where the objective leaves it open.
        coverage: of the lowest coverage, a pure number; None where the objective says nothing of it.
    """

    ratio: Ratio
    then: Fraction
    value: Fraction
    coverage: Fraction | None
    unspent: Fraction | None = None

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:
        """Whether they differ by that between the optimal splits."""
        found = by.best(with_ratio(plan, self.ratio, self.then), answer.ceiling)
        if found is None or worth(plan, found) - worth(plan, answer.amounts) != self.value:
            return False
        if self.unspent is not None and summed(plan, answer.amounts) - summed(plan, found) != self.unspent:
            return False
        change = (lowest(plan, found) or ZERO) - (lowest(plan, answer.amounts) or ZERO)
        return self.coverage is None or change == self.coverage


class SameAtRatio(Claim):
    """With another value for this ratio every amount stays as it is.

    Attributes:
        ratio: as the plan has it.
        then: the other value, a pure number.
    """

    ratio: Ratio
    then: Fraction

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:
        """Whether the split is an optimal one then as well."""
        return is_best(with_ratio(plan, self.ratio, self.then), answer.ceiling, answer.amounts, by)


class NothingFitsAtRatio(Claim):
    """With another value for this ratio no split keeps every rule within the ceiling.

    Attributes:
        ratio: as the plan has it.
        then: the other value, a pure number.
    """

    ratio: Ratio
    then: Fraction

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:
        """Whether there is none."""
        return not fits(with_ratio(plan, self.ratio, self.then), answer.ceiling, by)


class RatioEnds(Claim):
    """At this value of the ratio something fits, and beyond it, away from the plan's own, nothing does.

    Attributes:
        ratio: as the plan has it.
        end: the last value, a pure number.
        upwards: whether beyond means above.
    """

    ratio: Ratio
    end: Fraction
    upwards: bool

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:
        """Whether a split exists there, and none a little or far beyond."""
        beyond = [self.end + step if self.upwards else self.end - step for step in (LITTLE, ONE)]
        return fits(with_ratio(plan, self.ratio, self.end), answer.ceiling, by) and not any(
            fits(with_ratio(plan, self.ratio, value), answer.ceiling, by) for value in beyond if value >= 0
        )


class RatioTurns(Claim):
    """Just beyond this value of the ratio, exactly these hold back what the objective asks for first.

    Without one of them, all else as it is, the weighted total would be larger, or that of the lines that come first;
    the lowest coverage, of a line or of a group, where that goes first. A maximum counts where it lies below what the
    line asks, and is left out as far as that.

    Attributes:
        ratio: as the plan has it.
        at: the value, a pure number.
        upwards: whether beyond means above.
        held_by: the ceiling, rows of rules and bounds of lines.
    """

    ratio: Ratio
    at: Fraction
    upwards: bool
    held_by: tuple[Constraint, ...]

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:
        """Whether it is so at a billionth beyond."""
        beyond = self.at + LITTLE / 1000 if self.upwards else self.at - LITTLE / 1000
        return _holding(with_ratio(plan, self.ratio, beyond), answer.ceiling, by) == set(self.held_by)


def _holding(plan: Plan, ceiling: Ceiling, by: Solves) -> set[Constraint]:
    """The ceiling, rows of rules and bounds of lines without one of which the first goal could be reached further."""

    def reached(plan: Plan, ceiling: Ceiling | None) -> Fraction:
        goal = plan.objective[0]
        if goal == "coverage":
            return by.level(plan, ceiling)
        if isinstance(goal, GroupGoal) and goal.of is None:
            return by.level(plan, ceiling, goal.by)
        lines = goal.of.select(plan.lines) if isinstance(goal, GroupGoal) and goal.of is not None else plan.lines
        return by.largest(plan, ceiling, {line.id: line.weight for line in lines}) or ZERO

    now = reached(plan, ceiling)
    found = {row.id for row in plan.rule_rows if reached(altered(plan, row.id, None), ceiling) > now}
    for line in plan.lines:
        if line.minimum and reached(_with(plan, replace(line, minimum=ZERO)), ceiling) > now:
            found.add(minimum_of(line.id))
        if line.upper < line.proposed and reached(_with(plan, replace(line, maximum=None)), ceiling) > now:
            found.add(maximum_of(line.id))
    return found | ({CEILING} if reached(plan, None) > now else set())


def _with(plan: Plan, line: Line) -> Plan:
    return replace(plan, lines=tuple(line if each.id == line.id else each for each in plan.lines))


class DragsAlong(Claim):
    """One more euro on a line asks so much money in all, where every chain rule is filled to the brim already.

    Attributes:
        line: its id.
        total: that money, with the euro itself; None where no money is enough.
        parts: line and its part of it, a way in which it can be spent.
    """

    line: str
    total: Fraction | None
    parts: tuple[tuple[str, Fraction], ...]

    def holds(self, plan: Plan, answer: Answer | None, by: Solves = PROVED) -> bool:  # noqa: ARG002 - at any split
        """Whether that is the least that keeps the chain rules, and the parts do."""
        rows = [link._replace(existing=ZERO).row for link in plan.chain_links]
        rows.append(Row(own("one more"), "claim", {self.line: ONE}, ">=", ONE))
        least = by.within(rows, {line.id: -ONE for line in plan.lines})
        if self.total is None or least is None:
            return self.total is None and least is None
        given = {line.id: dict(self.parts).get(line.id, ZERO) for line in plan.lines}
        return -least == self.total == sum(given.values(), start=ZERO) and all(row.holds(given) for row in rows)
