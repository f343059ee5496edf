"""What binds in a plan that falls apart into blocks, constraint after constraint."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING

from flessenhals.solver.optimum.allocation import Allocation
from flessenhals.solver.optimum.by_block.by_block import parts_of
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.optimum.later_stages import LaterStages
from flessenhals.solver.optimum.parametric.of_plan import rise_of
from flessenhals.solver.optimum.parametric.rise import UnevenError
from flessenhals.solver.plan.message import told
from flessenhals.solver.program.components import prove_each
from flessenhals.solver.program.errors import NoOptimumError, NotProvedError
from flessenhals.solver.program.linear_program import MOST_AT_ONCE
from flessenhals.solver.sensitivity.apart.bottleneck import Asked, of_ceiling, without_effect
from flessenhals.solver.sensitivity.apart.moving import Moving
from flessenhals.solver.sensitivity.apart.others import Landscape
from flessenhals.solver.sensitivity.apart.own import own_of
from flessenhals.solver.sensitivity.apart.ratio import ratio_of
from flessenhals.solver.sensitivity.apart.weighed_ratio import weighed_ratio_of
from flessenhals.solver.sensitivity.apart.weights import weight_ranges

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from fractions import Fraction

    from flessenhals.constraints.constraint import Constraint
    from flessenhals.constraints.ratio import Ratio
    from flessenhals.constraints.row import Row
    from flessenhals.solver.optimum.parametric.rise import Rise
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.program.prove import Engine
    from flessenhals.solver.sensitivity.apart.own import Own
    from flessenhals.solver.sensitivity.bottleneck import Bottleneck
    from flessenhals.solver.sensitivity.ratios.effect import RatioEffect
    from flessenhals.solver.sensitivity.weight_range import WeightRange

MOST_TOGETHER = 500  # lines of one block
FEW_TOGETHER = 30  # of one of a plan that can be asked as a whole


class Apart:
    """A plan that falls apart into blocks, at a ceiling.

    Args:
        plan: of one year, in amounts that can be split.
        rise: its best split at every ceiling, proved.
        ceiling: in the plan's unit, enough for a split.
        engine: who is asked where the kernel is not sure.
    """

    def __init__(self, plan: Plan, rise: Rise, ceiling: Fraction, engine: Engine) -> None:
        self.here, self.engine = Landscape(plan, rise, ceiling), engine
        stages = LaterStages(partial(allocate, plan, ceiling, engine))
        self.split = Allocation(plan, ceiling, self.here.amounts, stages, pieces=rise)
        self._effect: dict[Constraint, bool] = {}

    def each(self, rows: Sequence[Row]) -> Iterator[tuple[Row, Callable[[], Bottleneck]]]:
        """What finds out about each of some constraints; how far they can be tightened is asked of many at once."""
        moving = {}
        for row in rows:
            own = None if row.id.is_ceiling else own_of(self.here, row)
            if own is not None:
                moving[row.id] = Moving(self.here, own, row, self.engine)
        rooms = self._rooms(list(moving.values()))
        for row in rows:
            if row.id.is_ceiling:
                yield row, partial(of_ceiling, self.here, row)
            elif row.id not in moving:
                yield row, partial(without_effect, self.here, row)
            else:
                yield row, partial(self._asked, moving.pop(row.id), rooms.get(row.id))

    def _asked(self, moving: Moving, room: Fraction | None) -> Bottleneck:
        if room is None:
            raise NotProvedError(told("how far a constraint can be tightened could not be proved"))
        found = Asked(self.here, moving, room).bottleneck()
        self._effect[found.row.id] = found.has_effect
        return found

    def _rooms(self, moving: Sequence[Moving]) -> Mapping[Constraint, Fraction]:
        """How far each constraint can be tightened; one of every block at a time is asked together."""
        turns: dict[frozenset[int], list[Moving]] = defaultdict(list)
        for each in moving:
            turns[each.own.blocks].append(each)
        found: dict[Constraint, Fraction] = {}
        alone = [own for own in turns if len(own) != 1]
        asked = [turns.pop(own) for own in alone]
        rounds = [[each] for some in asked for each in some]
        most = max(map(len, turns.values()), default=0)
        rounds += [[some[number] for some in turns.values() if len(some) > number] for number in range(most)]
        for some in rounds:
            try:
                proved = prove_each([each.room_program() for each in some], self.engine)
            except (NotProvedError, NoOptimumError):
                continue
            found |= {each.row.id: each.room(one.optimum) for each, one in zip(some, proved, strict=True)}
        return found

    def matters(self, ratio: Ratio) -> bool:
        """Whether a ratio's rule has no room, and another split is the best one without it."""
        if ratio.id not in self._effect and not ratio.row.slack(self.here.amounts):
            ((_, find),) = self.each([ratio.row])
            find()
        return self._effect.get(ratio.id, False)

    def ratio(self, ratio: Ratio) -> RatioEffect | None:
        """What a ratio does; None where lines are worth different amounts, or its block may have the lowest coverage.

        Raises:
            NotProvedError: if an answer could not be proved.
        """
        return ratio_of(self.here, self._own(ratio), ratio, self.engine, has_effect=self.matters(ratio))

    def weighed_ratio(self, ratio: Ratio) -> RatioEffect:
        """What a ratio does whatever lines are worth, but for what holds the value back beyond other ratios.

        Raises:
            NotProvedError: where its block does not tell, or an answer could not be proved.
        """
        return weighed_ratio_of(self.here, self._own(ratio), ratio, self.engine, has_effect=self.matters(ratio))

    def _own(self, ratio: Ratio) -> Own:
        own = own_of(self.here, ratio.row)
        if own is None:
            raise NotProvedError(told("all lines of the rule can have one amount only"))
        return own

    def weights(self) -> tuple[WeightRange, ...]:
        """The range of each line's weight."""
        return weight_ranges(self.here, self.engine)


def apart_at(
    plan: Plan,
    ceiling: Fraction,
    engine: Engine,
    watch: Callable[[Fraction], object] | None = None,
    rise: Rise | None = None,
) -> Apart | None:
    """A plan at a ceiling by its blocks; None where it does not fall apart, or nothing fits at this ceiling."""
    parts = [len(part.variables) for part in parts_of(plan)]
    most = MOST_TOGETHER if len(plan.lines) > MOST_AT_ONCE else FEW_TOGETHER
    if not parts or len(parts) == 1 or max(parts) > most:
        return None
    try:
        rise = rise_of(plan, engine, watch) if rise is None else rise
    except (NoOptimumError, NotProvedError, UnevenError):
        return None
    if rise is None or ceiling < rise.least or rise.faults():
        return None
    return Apart(plan, rise, ceiling, engine)
