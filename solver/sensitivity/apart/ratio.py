"""What the ratio of a rule does, asked of the block that the rule is in, where all lines are worth the same."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from flessenhals.constraints.constraint import CEILING
from flessenhals.constraints.exact import total
from flessenhals.constraints.row import Row
from flessenhals.solver.infeasible.repair import nearest_ratio
from flessenhals.solver.plan.line import lowest_coverage
from flessenhals.solver.program.linear_program import Interval
from flessenhals.solver.program.prove import prove_solvable
from flessenhals.solver.sensitivity.apart.moving import Moving
from flessenhals.solver.sensitivity.apart.others import Others
from flessenhals.solver.sensitivity.ratios.effect import RatioEffect, RatioPoint, RatioSide
from flessenhals.solver.sensitivity.ratios.sides import POINT, last_of, stricter

if TYPE_CHECKING:
    from flessenhals.constraints.ratio import Ratio
    from flessenhals.solver.program.linear_program import LinearProgram
    from flessenhals.solver.program.prove import Engine
    from flessenhals.solver.sensitivity.apart.others import Landscape
    from flessenhals.solver.sensitivity.apart.own import Own
    from flessenhals.solver.sensitivity.ratios.effect import Direction

ZERO = Fraction(0)


def ratio_of(here: Landscape, own: Own, ratio: Ratio, engine: Engine, *, has_effect: bool) -> RatioEffect | None:
    """What one ratio does to the answer, as `ratios` tells of it; each figure proved.

    Where all lines are worth the same and others can take all money, the weighted total is the ceiling's whatever the
    ratio is, and the ceiling alone holds it back. Where some other line has the lowest coverage, that is the lowest
    until the ratio brings a line of the block below it. So the programs are those of the block.

    Args:
        here: the plan at its ceiling.
        own: the lines of the rule's block.
        ratio: one of a rule's.
        engine: who is asked first.
        has_effect: whether another split is the best one without the rule.

    Returns:
        None where the plan is not so, or one side of the rule has nothing.

    Raises:
        NotProvedError: if an answer could not be proved.
    """
    asked = _Asked(here, own, ratio, engine)
    lowest = asked.lowest
    if lowest is None or not asked.whole or not ratio.value:
        return None
    end, lowered = asked.last(ZERO), asked.last(lowest)
    strict = stricter(ratio)
    if lowered == ratio.value != end:
        return None

    def side(direction: Direction) -> RatioSide:
        if direction != strict:
            until = ratio.value if has_effect else None
            return RatioSide(asked.point(direction, None, until), None, until, None, None, (), None, None)
        until = asked.reached
        course = None if end in {lowered, ratio.value} else lowered
        return RatioSide(asked.point(direction, end, until), course, until, course, None, (), end, None)

    return RatioEffect(ratio, here.plan.natures.get(ratio.id), (CEILING,), side("down"), side("up"))


class _Asked:
    def __init__(self, here: Landscape, own: Own, ratio: Ratio, engine: Engine) -> None:
        self.here, self.own, self.ratio, self.engine = here, own, ratio, engine
        self.strict = stricter(ratio)
        self.others = Others(here.rise, own.blocks)
        self.lines = [here.plan.line_by_id[line] for line in own.program.variables]
        self.whole = total(here.amounts[line] for line in ratio.whole)

    @cached_property
    def lowest(self) -> Fraction | None:
        """The lowest coverage of all, that of another block whatever this one takes; None where it may not be so."""
        here, most = self.here, total(line.charge * line.upper for line in self.lines)
        low = here.lowest_of_others(here.ceiling, self.own.blocks, frozenset())
        own = [here.amounts[line.id] / line.proposed for line in self.lines if line.proposed]
        level = here.worth is not None and here.worth > 0 and here.ceiling < here.top
        least = total(line.charge * line.lower for line in self.lines)
        if not level or here.plan.objective[0] != "value" or self.others.most + least < here.ceiling:
            return None
        if low is None or low > min(own, default=low) or not self._below_money(low, here.ceiling - most):
            return None
        return low

    def _below_money(self, low: Fraction, left: Fraction) -> bool:
        """Whether a coverage is below the level of money where the others have only so much, in the plan's unit."""
        rise = self.here.rise
        place = bisect_right(rise.rungs, left, key=lambda rung: self.others.spent(rung.start)) - 1
        now = rise.rung(self.here.ceiling)
        return place >= 0 and now.money > 0 < rise.rungs[place].money and low < rise.rungs[place].level

    def _space(self, lowest: Fraction) -> LinearProgram:
        """The splits of the block without the rule, none of its lines below a coverage."""
        here, program = self.here, self.own.program
        variables = {line.id: Interval(max(line.lower, lowest * line.proposed), line.upper) for line in self.lines}
        sides = (*self.ratio.part, *self.ratio.whole)
        fixed = {line: Interval(amount, amount) for line in sides if (amount := here.rise.fixed.get(line)) is not None}
        rows = tuple(row for row in program.rows if row.id != self.ratio.id)
        left = here.ceiling - self.others.least
        if total(line.charge * line.upper for line in self.lines) > left:
            paid = {line.id: line.charge for line in self.lines if line.charge}
            rows = (*rows, Row(CEILING, "ceiling", paid, "<=", left))
        return replace(program, variables={**variables, **fixed}, rows=rows)

    def last(self, lowest: Fraction) -> Fraction | None:
        """The strictest ratio at which a split exists, none of whose lines is below a coverage; None without end."""
        space = self._space(lowest)
        deciding = self.ratio.whole if self.ratio.sense == ">=" else self.ratio.part
        if not any(space.variables[line].lower for line in deciding):
            return last_of(space, self.ratio, self.engine)
        now = {line: self.here.amounts[line] for line in space.variables}
        return nearest_ratio(space, self.ratio, now, lambda asked: prove_solvable(asked, self.engine))

    @property
    def reached(self) -> Fraction:
        """The ratio that the split of now reaches."""
        return (total(self.here.amounts[line] for line in self.ratio.part) + self.ratio.existing) / self.whole

    def point(self, direction: Direction, fits_until: Fraction | None, until: Fraction | None) -> RatioPoint | None:
        """The effect of one percentage point, or down to nothing where it is less."""
        up = direction == "up"
        value = self.ratio.value + POINT if up else max(ZERO, self.ratio.value - POINT)
        if fits_until is not None and (value > fits_until if up else value < fits_until):
            return None
        if until is None or (direction == self.strict and (value <= until if up else value >= until)):
            return RatioPoint(value, ZERO, ZERO, ZERO, moves=False)
        return at_ratio(self.here, self.own, self.ratio, value, self.engine)


def at_ratio(here: Landscape, own: Own, ratio: Ratio, value: Fraction, engine: Engine) -> RatioPoint:
    """What another ratio does to the best split, proved.

    Args:
        here: the plan at its ceiling.
        own: the lines of the rule's block.
        ratio: one of a rule's.
        value: the other one, at which something fits.
        engine: who is asked first.

    Raises:
        NotProvedError: if it could not be proved.
    """
    row = ratio.at(value).row
    fixed = {line: amount for line, amount in here.rise.fixed.items() if line in row.coefficients}
    given = total(row.coefficients[line] * amount for line, amount in fixed.items())
    form = {line: factor for line, factor in row.coefficients.items() if line not in fixed}
    changed = row._replace(coefficients=form, right_hand_side=row.right_hand_side - given)
    rows = tuple(changed if each.id == row.id else each for each in own.program.rows)
    moving = Moving(here, replace(own, program=replace(own.program, rows=rows)), row, engine)
    then = moving.at(ZERO)
    now = {line.id: here.amounts[line.id] for line in moving.lines}
    gains = {line.id: then.amounts[line.id] - now[line.id] for line in moving.lines}
    worth = total(line.weight * gains[line.id] for line in moving.lines)
    spent = total(line.charge * gains[line.id] for line in moving.lines)
    lows = [
        min((low for low in (lowest_coverage(moving.lines, amounts), others) if low is not None), default=ZERO)
        for amounts, others in (
            (now, here.lowest_of_others(here.ceiling, own.blocks, own.fixed)),
            (then.amounts, here.lowest_of_others(then.at, own.blocks, own.fixed)),
        )
    ]
    return RatioPoint(
        ratio=value,
        value=worth + then.worth_of_others,
        lowest_coverage=lows[1] - lows[0],
        unspent=-spent - then.others,
        moves=bool(then.others) or any(gains.values()),
    )
