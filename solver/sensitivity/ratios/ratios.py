"""What a ratio does to a plan, found by programs over the whole of it."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.plan.relaxed import altered
from flessenhals.solver.program.highs import highs
from flessenhals.solver.sensitivity.ratios.effect import RatioEffect, RatioPoint
from flessenhals.solver.sensitivity.ratios.ratio_course import RatioCourse
from flessenhals.solver.sensitivity.ratios.sides import DIRECTIONS, ends_of, side_of, stricter, turn
from flessenhals.solver.sensitivity.ratios.unmoved import unmoved_until

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.constraints.ratio import Ratio
    from flessenhals.solver.optimum.allocation import Allocation
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.program.prove import Engine
    from flessenhals.solver.sensitivity.ratios.effect import Direction

ZERO = Fraction(0)


def ratios(
    plan: Plan,
    ceiling: Ceiling,
    split: Allocation | None = None,
    engine: Engine = highs,
    chosen: Iterable[Ratio] | None = None,
) -> tuple[RatioEffect, ...]:
    """For every ratio of the plan's rules what moving it does, exactly and proved.

    The weighted total and the lowest coverage are pieces of hyperbolas in one ratio, because it stands in one row. Each
    piece is proved by a basis whose every condition is a straight line over a determinant that is a straight line, so
    its ends are exact.

    Args:
        plan: the lines and rules.
        ceiling: the total that may be spent, in the plan's unit.
        split: the optimal split at that ceiling, where it is known already.
        engine: who is asked first.
        chosen: which ratios; all of the plan's by default.

    Raises:
        InfeasibleError: if nothing fits within the ceiling.
        NotProvedError: if an answer could not be proved.
    """
    now = allocate(plan, ceiling, engine) if split is None else split
    return tuple(_effect(now, ratio, engine) for ratio in (plan.ratios if chosen is None else chosen))


def _effect(now: Allocation, ratio: Ratio, engine: Engine) -> RatioEffect:
    asked = _OfTheWhole(now, ratio, engine)
    course = asked.course
    holding = course.holding_at(ratio.value)
    ends = ends_of(course)
    down, up = (side_of(asked, direction, ends, turn(course, direction, ends, holding)) for direction in DIRECTIONS)
    return RatioEffect(ratio, now.plan.natures.get(ratio.id), holding, down, up)


class _OfTheWhole:
    """A ratio asked about by programs over the whole plan."""

    def __init__(self, now: Allocation, ratio: Ratio, engine: Engine) -> None:
        self.now, self.ratio, self.engine = now, ratio, engine
        self.course = RatioCourse(now.plan, now.ceiling, ratio, engine, held=False)

    @property
    def today(self) -> tuple[Fraction | None, ...]:
        """What the stages that are followed come to now."""
        return tuple(stage.reached(self.now.plan, self.now.amounts) for stage in self.course.stages)

    def split_until(self, direction: Direction) -> Fraction | None:
        """Up to where every line keeps what it gets."""
        return unmoved_until(self.now, self.ratio, stricter=direction == stricter(self.ratio), engine=self.engine)

    def at(self, value: Fraction) -> RatioPoint:
        """What another ratio does."""
        now = self.now
        then = allocate(altered(now.plan, self.ratio.id, self.ratio.at(value).row), now.ceiling, self.engine)
        return RatioPoint(
            ratio=value,
            value=then.value - now.value,
            lowest_coverage=(then.lowest_coverage or ZERO) - (now.lowest_coverage or ZERO),
            unspent=then.unspent - now.unspent,
            moves=dict(then.amounts) != dict(now.amounts),
        )
