"""The room around the optimum of a plan that falls apart, line by line in its own block."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.constraints.constraint import CEILING, own
from flessenhals.constraints.exact import total
from flessenhals.constraints.row import Row
from flessenhals.solver.optimum.by_block.by_block import parts_of
from flessenhals.solver.optimum.parametric.of_plan import rise_of
from flessenhals.solver.optimum.parametric.rise import UnevenError
from flessenhals.solver.program.components import prove_each
from flessenhals.solver.program.errors import NoOptimumError, NotProvedError
from flessenhals.solver.program.linear_program import Interval
from flessenhals.solver.sensitivity.apart.find import MOST_TOGETHER
from flessenhals.solver.sensitivity.apart.others import Others
from flessenhals.solver.sensitivity.apart.stretches import worths_of
from flessenhals.solver.sensitivity.near_optimal import Room

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flessenhals.solver.optimum.allocation import Allocation
    from flessenhals.solver.optimum.parametric.rise import Rise
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.program.linear_program import LinearProgram
    from flessenhals.solver.program.prove import Engine

ZERO, ONE = Fraction(0), Fraction(1)


def room_apart(split: Allocation, within: Fraction, engine: Engine) -> Room | None:
    """The room around the optimum, each end proved in the block of its line; None where a plan does not fall apart.

    Splits with coverages that are high enough are those of the same plan with higher minimums. Whatever a block takes,
    the others are worth most along that plan's own ladder; so one line for each of its worths stands for them.

    Args:
        split: the optimal one of a plan of one year, in amounts that can be split.
        within: the share of the weighted total and of the lowest coverage that may be given up, a pure number.
        engine: who is asked for bases.

    Raises:
        NotProvedError: if an answer could not be proved.
    """
    plan = split.plan
    parts = [len(part.variables) for part in parts_of(plan)]
    if len(parts) < 2 or max(parts) > MOST_TOGETHER:  # noqa: PLR2004 - one part is the whole
        return None
    kept = ONE - within
    lowest = kept * (split.lowest_coverage or ZERO)
    lines = tuple(replace(line, minimum=max(line.lower, lowest * line.proposed)) for line in plan.lines)
    near = _Near.of(replace(plan, lines=lines), split, kept * split.value, engine)
    loose = _Near.of(plan, split, kept * split.value, engine)
    if near is None or loose is None:
        return None
    return Room(split, within, near.furthest(-1), near.furthest(1), plan.charged(loose.furthest(-1)))


class _Near:
    """The splits of a plan that are worth enough, block by block.

    Args:
        plan: the lines and rules.
        rise: its most valuable split at every ceiling.
        split: one that is worth enough.
        worth: that is enough, in the plan's unit.
        engine: who is asked for bases.
    """

    def __init__(self, plan: Plan, rise: Rise, split: Allocation, worth: Fraction, engine: Engine) -> None:
        self.plan, self.rise, self.ceiling, self.worth, self.engine = plan, rise, split.available, worth, engine
        self.weights = {line.id: line.weight for line in plan.lines}
        self.charges = {line.id: line.charge for line in plan.lines}
        self.least = [
            total(
                self.weights[line] * amount for line, amount in zip(block.lines, own.at(block, own.start), strict=True)
            )
            for block, (own, *_) in zip(rise.blocks, rise.pieces, strict=True)
        ]
        self.all_least = total([*self.least, *(self.weights[line] * amount for line, amount in rise.fixed.items())])
        self.spaces = [self._space(number) for number in range(len(rise.blocks))]
        self.seen: list[list[Mapping[str, Fraction]]] = [[split.amounts] for _ in rise.blocks]

    @classmethod
    def of(cls, plan: Plan, split: Allocation, worth: Fraction, engine: Engine) -> _Near | None:
        """None where its ladder is not put together from blocks."""
        try:
            rise = rise_of(replace(plan, objective=("value", "coverage")), engine)
        except (NoOptimumError, NotProvedError, UnevenError):
            return None
        return None if rise is None or rise.faults() else cls(plan, rise, split, worth, engine)

    def _space(self, number: int) -> LinearProgram:
        """The splits of a block, with lines that stand for all others."""
        program, others = self.rise.blocks[number].program, Others(self.rise, frozenset({number}))
        ends = [
            self.ceiling - total(self.charges[line] * (each.upper or ZERO) for line, each in program.variables.items()),
            self.ceiling - total(self.charges[line] * each.lower for line, each in program.variables.items()),
        ]
        low, high = (min(max(end, others.least), others.most) for end in ends)
        worth = self.all_least - self.least[number]
        worths: dict[str, Fraction] = {}
        shared: dict[str, Interval] = {}
        for place, (each, start, end) in enumerate(worths_of(self.rise, others)):
            worth += each * max(min(end, low) - start, ZERO)
            if max(start, low) < min(end, high):
                label = f"{number} others {place}"
                worths[label] = each
                shared[label] = Interval(ZERO, min(end, high) - max(start, low))
        paid = {line: self.charges[line] for line in program.variables if self.charges[line]}
        valued = {line: self.weights[line] for line in program.variables if self.weights[line]}
        rows = (
            *program.rows,
            Row(CEILING, "ceiling", paid | dict.fromkeys(shared, ONE), "<=", self.ceiling - low),
            Row(
                own("value"),
                "stage",
                valued | {label: each for label, each in worths.items() if each},
                ">=",
                self.worth - worth,
            ),
        )
        return replace(program, variables={**program.variables, **shared}, rows=rows)

    def furthest(self, direction: int) -> dict[str, Fraction]:
        """Line → the end of its room, 1 for the largest amount and -1 for the smallest; in the plan's unit.

        A line of every block at a time is asked together. A split that was seen before and stands on the line's own
        bound is proof enough.
        """
        found = dict(self.rise.fixed)
        blocks = self.rise.blocks
        for turn in range(max((len(block.lines) for block in blocks), default=0)):
            asked = []
            for number, block in enumerate(blocks):
                if turn < len(block.lines):
                    line = block.lines[turn]
                    interval = self.spaces[number].variables[line]
                    bound = interval.lower if direction < 0 else interval.upper
                    if bound is not None and any(point[line] == bound for point in self.seen[number]):
                        found[line] = bound
                    else:
                        asked.append((number, line))
            programs = [self.spaces[number].asking("room", {line: Fraction(direction)}) for number, line in asked]
            for (number, line), proved in zip(asked, prove_each(programs, self.engine), strict=True):
                found[line] = proved.point[line]
                self.seen[number].append(proved.point)
        return {line.id: found[line.id] for line in self.plan.lines}
