"""What can be said of all ceilings: from which one something fits, and where each further euro goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.constraints.ceiling import rows as rows_within
from flessenhals.solver.claims.claim import PROVED, ZERO, Claim, is_best

if TYPE_CHECKING:
    from fractions import Fraction

    from flessenhals.constraints.ceiling import Ceiling, Path
    from flessenhals.constraints.constraint import Constraint
    from flessenhals.constraints.row import Row
    from flessenhals.solver.claims.claim import Answer, Solves
    from flessenhals.solver.plan.plan import Plan

FAR = (1, 1000)


class EachFurtherEuro(Claim):
    """Between two ceilings, both counted, every amount of the optimal split changes by so much per euro of ceiling.

    Attributes:
        low, high: the ceilings, in the plan's unit.
        rates: line and change per euro, a pure number; lines that are not named keep what they have.
    """

    low: Fraction
    high: Fraction
    rates: tuple[tuple[str, Fraction], ...]

    def holds(self, plan: Plan, answer: Answer | None, by: Solves = PROVED) -> bool:  # noqa: ARG002 - at any split
        """Whether it does, from the lower ceiling to ones above it up to the higher."""
        start, rates = by.best(plan, self.low), dict(self.rates)
        if start is None:
            return False
        for ceiling in (self.low + (self.high - self.low) / 7, self.low + (self.high - self.low) * 2 / 3, self.high):
            moved = {line: each + (ceiling - self.low) * rates.get(line, ZERO) for line, each in start.items()}
            if by.best(plan, ceiling) != moved:
                return False
        return True


class SameAbove(Claim):
    """At this ceiling and every higher one the optimal split is the same.

    Attributes:
        ceiling: in the plan's unit.
    """

    ceiling: Fraction

    def holds(self, plan: Plan, answer: Answer | None, by: Solves = PROVED) -> bool:  # noqa: ARG002 - at any split
        """Whether it is, at higher ceilings near and far."""
        here = by.best(plan, self.ceiling)
        return here is not None and all(is_best(plan, self.ceiling + far, here, by) for far in FAR)


class StaysShort(Claim):
    """At a ceiling these lines, and no others, get less than they ask; the lowest of them gets this part of it.

    Attributes:
        ceiling: in the plan's unit.
        lines: their ids, in the plan's order.
        lowest: a pure number; None where no line is short.
    """

    ceiling: Fraction
    lines: tuple[str, ...]
    lowest: Fraction | None

    def holds(self, plan: Plan, answer: Answer | None, by: Solves = PROVED) -> bool:  # noqa: ARG002 - at any split
        """Whether they are those in the optimal split."""
        found = by.best(plan, self.ceiling)
        if found is None:
            return False
        short = {line.id: found[line.id] / line.proposed for line in plan.lines if found[line.id] < line.proposed}
        return tuple(short) == self.lines and min(short.values(), default=None) == self.lowest


def by_lines(plan: Plan, row: Row) -> bool:
    """Whether a row speaks of lines alone, and not of what is moved between years, which a split does not tell."""
    return plan.line_by_id.keys() >= row.coefficients.keys()


class TurnsAt(Claim):
    """At a ceiling some constraints begin to leave no room and others get room, and no others do either.

    Looked at between this ceiling and the steps on either side of it, where every amount is a straight line: a
    constraint leaves no room there if it leaves none in the middle. What is moved between years is not looked at.

    Attributes:
        below, above: ceilings in the middle of the stretches on either side, in the plan's unit, or shares of a path;
            below None at the lowest feasible one.
        path: of a plan with years, the ceilings by year; None for totals.
        starts: the constraints that leave no room above and did below.
        stops: those that leave room above and did not below.
    """

    below: Fraction | None
    above: Fraction
    path: Path | None
    starts: tuple[Constraint, ...]
    stops: tuple[Constraint, ...]

    def holds(self, plan: Plan, answer: Answer | None, by: Solves = PROVED) -> bool:  # noqa: ARG002 - at any split
        """Whether the best splits on either side leave no room under exactly those."""
        after = self._tight(plan, self.above, by)
        if self.below is None:
            return after is not None and not (self.starts or self.stops)
        before = self._tight(plan, self.below, by)
        if before is None or after is None:
            return False
        moved = () if self.path is None else self.path.rows(plan.lines)
        unseen = {row.id for row in moved if not by_lines(plan, row)}
        return (after - before, before - after) == (set(self.starts) - unseen, set(self.stops) - unseen)

    def _tight(self, plan: Plan, place: Fraction, by: Solves) -> set[Constraint] | None:
        ceiling: Ceiling = place if self.path is None else self.path.scaled(place)
        found = by.best(plan, ceiling)
        if found is None:
            return None
        rows = (*rows_within(plan.lines, ceiling), *plan.rule_rows, *plan.bound_rows)
        return {row.id for row in rows if by_lines(plan, row) and not row.slack(found)}
