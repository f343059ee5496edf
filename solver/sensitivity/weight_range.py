"""How far the weight of one line can move while the split stays as it is."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from flessenhals.constraints.constraint import maximum_of, minimum_of
from flessenhals.constraints.row import Row
from flessenhals.solver.optimum.cone import cone
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.optimum.objective.goals import is_decided, outcomes
from flessenhals.solver.optimum.objective.group_goals import GROUP_VALUE
from flessenhals.solver.plan.group_goal import GroupGoal
from flessenhals.solver.program.linear_program import Interval, LinearProgram
from flessenhals.solver.program.prove import prove_solvable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from flessenhals.constraints.constraint import Constraint
    from flessenhals.constraints.row import Sense
    from flessenhals.solver.optimum.allocation import Allocation
    from flessenhals.solver.optimum.objective.objectives import Stage
    from flessenhals.solver.plan.plan import Line, Plan
    from flessenhals.solver.program.prove import Engine

ZERO, ONE = Fraction(0), Fraction(1)
WEIGHED = ("value", GROUP_VALUE)


class WeightRange(NamedTuple):
    """The weights of one line under which the split stays as it is, those of all other lines being what they are.

    At the ends themselves another split is worth as much, and coverage may prefer that one.

    Attributes:
        line: the id.
        weight: what it is in the plan, a pure number.
        down: the lowest weight of the range; None where the split stays as it is at a weight of nothing too.
        up: the highest; None without end.
    """

    line: str
    weight: Fraction
    down: Fraction | None
    up: Fraction | None

    def record(self) -> dict[str, Any]:
        """The range as plain data with the keys of the JSON output."""
        return {"id": self.line, "weight": self.weight, "down": self.down, "up": self.up}


def weight_ranges(split: Allocation, engine: Engine) -> tuple[WeightRange, ...]:
    """For every line of a plan the range of its weight within which the split stays as it is, exactly.

    A split is worth most exactly where the weights are a sum of the constraints that it fills, none counted below zero
    (Karush, Kuhn and Tucker). How far one weight can move within that cone is a linear program with a proof of its own:

        maximise  t   subject to   weights ± t · (this line) = Σ multiplier · (a constraint without room),
                                   multiplier ≥ 0

    Inside the range every best split is also a best one under the plan's own weights, so that the later stages choose
    the same. Where coverage has settled a line before value is asked, its weight plays no part at all. Where several
    stages weigh a line, the first of them tells: what it leaves open, a weight that moves does not open further.

    Args:
        split: the optimal split.
        engine: who is asked first.

    Raises:
        NotProvedError: if an answer could not be proved.
    """
    return tuple(_ranges(split, engine))


def _ranges(split: Allocation, engine: Engine) -> Iterator[WeightRange]:
    weighed = [stage for stage in split.stages if stage.goal in WEIGHED]
    selected = [[line.id for line in lines] for lines in _weighed_by(split.plan)]
    found = [_Weights(stage, split, engine, alone=len(weighed) == 1) for stage in weighed]
    for line in split.plan.lines:
        first = next((each for each, lines in zip(found, selected, strict=True) if line.id in lines), None)
        down, up = (None, None) if first is None else (first.down(line.id, line.weight), first.up(line.id, line.weight))
        yield WeightRange(line.id, line.weight, down, up)


def _weighed_by(plan: Plan) -> Iterator[Sequence[Line]]:
    """The lines that each stage weighs, of those stages that weigh any."""
    for goal in plan.objective:
        if isinstance(goal, GroupGoal):
            if goal.of is not None:
                yield goal.of.select(plan.lines)
        elif goal == "value":
            yield plan.lines


class _Weights:
    """The weights under which a split is a best one by one stage, moved one at a time."""

    def __init__(self, stage: Stage, split: Allocation, engine: Engine, *, alone: bool) -> None:
        self._alone = alone
        self._weights = stage.program.objective
        self._engine = engine
        self._split = split
        free = {label: each for label, each in stage.program.variables.items() if each.lower != each.upper}
        at_end = [
            Row(bound(label), "bound", {label: ONE}, sense, end)
            for label, each in free.items()
            for bound, sense, end in _ends(each)
            if split.amounts[label] == end
        ]
        self._at_end = {row.id for row in at_end}
        self._free = set(free)
        self._cone = cone(free, [*at_end, *(row for row in stage.program.rows if not row.slack(split.amounts))])

    def down(self, line: str, weight: Fraction) -> Fraction | None:
        """The lowest weight, or None where no weight of 0 or more is too low; 0 where only nothing itself is."""
        if not weight or line not in self._free or minimum_of(line) in self._at_end:
            return None
        by = self._furthest(line, -1, weight + 1)  # beyond nothing, to tell whether a weight of 0 is an end
        return None if by > weight or (by == weight and self._stays_without(line)) else weight - by

    def _stays_without(self, line: str) -> bool:
        """Whether the split stays as it is at a weight of nothing, where more splits are worth as much as it is."""
        plan, split = self._split.plan, self._split
        if self._alone and (not is_decided(plan) or self._is_evenest):
            return True
        lines = tuple(replace(each, weight=ZERO) if each.id == line else each for each in plan.lines)
        if not any(each.weight for each in lines):
            return False
        without = replace(plan, lines=lines)
        there = allocate(without, split.ceiling, self._engine).amounts
        if is_decided(plan):
            return dict(there) == dict(split.amounts)
        return outcomes(without, there) == outcomes(without, split.amounts)

    @cached_property
    def _is_evenest(self) -> bool:
        """Whether the split is what coverage alone chooses, of all splits: then no value takes it further from that."""
        plan, split = self._split.plan, self._split
        if plan.objective[-1] != "coverage":
            return False
        even = allocate(replace(plan, objective=("coverage",)), split.ceiling, self._engine)
        return dict(even.amounts) == dict(split.amounts)

    def up(self, line: str, weight: Fraction) -> Fraction | None:
        """The highest weight, or None where none is too high."""
        if line not in self._free or maximum_of(line) in self._at_end or self._spans(line):
            return None
        return weight + self._furthest(line, 1, None)

    def _spans(self, line: str) -> bool:
        """Whether this line's weight alone is a sum of what the split fills: then it can rise without end."""
        program = self._program("without end", {line: -ONE}, {}, ONE)
        return bool(prove_solvable(program, self._engine).optimum)

    def _furthest(self, line: str, side: int, most: Fraction | None) -> Fraction:
        program = self._program("weight", {line: Fraction(-side)}, self._weights, most)
        return prove_solvable(program, self._engine).optimum

    def _program(
        self, name: str, moving: Mapping[str, Fraction], weights: Mapping[str, Fraction], most: Fraction | None
    ) -> LinearProgram:
        """Maximise how far a weight moves: Σ multiplier · coefficient + moving · t = weight, for every line."""
        step = "moved by"
        rows = self._cone.conditions({line: {step: -rate} for line, rate in moving.items()}, weights)
        asked = tuple(row for row in rows if row.coefficients or row.right_hand_side)
        return LinearProgram(name, {**self._cone.variables(), step: Interval(ZERO, most)}, asked, {step: ONE})


def _ends(interval: Interval) -> Iterator[tuple[Callable[[str], Constraint], Sense, Fraction]]:
    yield minimum_of, ">=", interval.lower
    if interval.upper is not None:
        yield maximum_of, "<=", interval.upper
