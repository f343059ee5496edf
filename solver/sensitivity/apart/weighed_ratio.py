"""What the ratio of a rule does where lines differ in worth, asked of its block beside what others make of money."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from functools import cached_property
from itertools import count
from typing import TYPE_CHECKING

from flessenhals.constraints.constraint import CEILING, own
from flessenhals.constraints.exact import dot, total
from flessenhals.constraints.row import Row
from flessenhals.solver.infeasible.repair import nearest_ratio
from flessenhals.solver.plan.line import Line
from flessenhals.solver.plan.message import told
from flessenhals.solver.plan.plan import Plan
from flessenhals.solver.program.errors import NotProvedError
from flessenhals.solver.program.linear_program import Interval
from flessenhals.solver.program.prove import prove_solvable
from flessenhals.solver.sensitivity.apart.others import Others
from flessenhals.solver.sensitivity.apart.ratio import at_ratio
from flessenhals.solver.sensitivity.apart.stretches import stretches_of
from flessenhals.solver.sensitivity.ratios.effect import RatioEffect
from flessenhals.solver.sensitivity.ratios.ratio_course import RatioCourse
from flessenhals.solver.sensitivity.ratios.sides import DIRECTIONS, Turn, ends_of, side_of, stricter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flessenhals.constraints.ratio import Ratio
    from flessenhals.solver.program.linear_program import LinearProgram
    from flessenhals.solver.program.prove import Engine
    from flessenhals.solver.sensitivity.apart.others import Landscape
    from flessenhals.solver.sensitivity.apart.own import Own
    from flessenhals.solver.sensitivity.ratios.effect import Direction, RatioPoint

ZERO, ONE = Fraction(0), Fraction(1)


def weighed_ratio_of(here: Landscape, own: Own, ratio: Ratio, engine: Engine, *, has_effect: bool) -> RatioEffect:
    """What one ratio does to the answer, as `ratios` tells of it; each figure proved.

    What money is worth to all other blocks is a concave curve, and a line for each of its stretches stands for them in
    the program of this block; so does one for their lowest coverage. What holds the weighted total back is told of the
    ceiling and this block alone, and not looked for beyond other ratios: that is spread over all blocks.

    Args:
        here: the plan at its ceiling.
        own: the lines of the rule's block.
        ratio: one of a rule's.
        engine: who is asked first.
        has_effect: whether another split is the best one without the rule.

    Raises:
        NotProvedError: if coverage comes first, or an answer could not be proved.
    """
    asked = _OfItsBlock(here, own, ratio, engine, has_effect=has_effect)
    ends, turns = ends_of(asked.course), Turn(None, (), ratio.value)
    down, up = (side_of(asked, direction, ends, turns) for direction in DIRECTIONS)
    return RatioEffect(ratio, here.plan.natures.get(ratio.id), asked.course.holding_at(ratio.value), down, up)


class _OfItsBlock:
    def __init__(self, here: Landscape, own: Own, ratio: Ratio, engine: Engine, *, has_effect: bool) -> None:
        self.here, self.own, self.ratio, self.engine, self.has_effect = here, own, ratio, engine, has_effect
        if here.plan.objective[0] != "value":
            raise NotProvedError(told("coverage comes first -> ask about it in a plan of one of its parts"))
        self.whole = total(here.amounts[line] for line in ratio.whole)
        self.others = Others(here.rise, own.blocks)
        self.lines = [here.plan.line_by_id[line] for line in own.program.variables]
        sides = dict.fromkeys((*ratio.part, *ratio.whole))
        self.fixed = {line: here.rise.fixed[line] for line in sides if line in here.rise.fixed}
        takes = (total(line.charge * each for line, each in self._ends(upper=upper)) for upper in (True, False))
        least, most = (here.ceiling - each for each in takes)
        self.least = min(max(least, self.others.least), self.others.most)
        self.low, found = stretches_of(here, self.others, self.least, max(most, self.least))
        self.stretches = dict(zip(self._names(), found, strict=False))
        self.course = RatioCourse(self._plan(), here.ceiling, ratio, engine, self._space(), held=False)

    def _ends(self, *, upper: bool) -> Iterator[tuple[Line, Fraction]]:
        return ((line, line.upper if upper else line.lower) for line in self.lines)

    def _names(self) -> Iterator[str]:
        return (name for number in count(1) if (name := f"others-{number}") not in self.here.plan.line_by_id)

    @cached_property
    def _raises(self) -> dict[str, Fraction]:
        """By how much a unit of the stretches raises the lowest coverage of the others; without zeros."""
        return {name: each.raises for name, each in self.stretches.items() if each.raises}

    @cached_property
    def _standing(self) -> Line | None:
        """The line that stands for the lowest coverage of the others."""
        name = next(name for name in self._names() if name not in self.stretches)
        return None if self.low is None else Line(id=name, partner="others", proposed=ONE, weight=ZERO)

    def _plan(self) -> Plan:
        """The block's lines, and those that stand for the others, as a plan whose rules are in its program."""
        others = [
            Line(id=name, partner="others", proposed=ZERO, weight=each.worth) for name, each in self.stretches.items()
        ]
        fixed = [self.here.plan.line_by_id[line] for line in self.fixed]
        standing = [] if self._standing is None else [self._standing]
        lines = (*self.lines, *fixed, *others, *standing)
        nothing = self.low == 0 and not self._raises  # and no coverage is lower than that
        return Plan(id=self.here.plan.id, lines=lines, objective=("value",) if nothing else self.here.plan.objective)

    def _space(self) -> LinearProgram:
        """The splits of the block and of the others together."""
        program, ratio = self.own.program, self.ratio
        variables = dict(program.variables)
        variables |= {line: Interval(amount, amount) for line, amount in self.fixed.items()}
        variables |= {name: Interval(ZERO, each.money) for name, each in self.stretches.items()}
        paid = {line.id: line.charge for line in self.lines if line.charge} | dict.fromkeys(self.stretches, ONE)
        ceiling = Row(CEILING, "ceiling", paid, "<=", self.here.ceiling - self.least)
        rows = [ceiling, *(ratio.row if each.id == ratio.id else each for each in program.rows)]
        if self._standing is not None and self.low is not None:
            low = self._standing.id
            form = {low: ONE, **{name: -raises for name, raises in self._raises.items()}}
            rows += [Row(own("lowest"), "stage", form, "==", self.low)] if self._raises else []
            variables[low] = Interval() if self._raises else Interval(self.low, self.low)
        return replace(program, variables=variables, rows=tuple(rows))

    @property
    def today(self) -> tuple[Fraction | None, ...]:
        """What the stages that are followed come to now."""
        amounts = {line.id: self.here.amounts[line.id] for line in self.lines} | self.fixed
        left = self.others.spent(self.here.ceiling) - self.least
        for name, each in self.stretches.items():
            amounts[name] = min(each.money, left)
            left -= amounts[name]
        if self._standing is not None:
            amounts[self._standing.id] = (self.low or ZERO) + dot(self._raises, amounts)
        return tuple(stage.reached(self.course.plan, amounts) for stage in self.course.stages)

    def split_until(self, direction: Direction) -> Fraction | None:
        """Up to where every line keeps what it gets (`ratios.unmoved`)."""
        if direction != stricter(self.ratio):
            return None if not self.has_effect else self.ratio.value if self.whole else self._furthest()
        reached = total(self.here.amounts[line] for line in self.ratio.part) + self.ratio.existing
        return reached / self.whole if self.whole else None

    def _furthest(self) -> Fraction | None:
        """The furthest ratio that any split reaches which is worth no less than the one of now."""
        stage, now = self.course.stages[0], self.today[0]
        free = stage.first(self.course.plan, self.course.space).leaving_out(self.ratio.row)
        best = prove_solvable(free, self.engine)
        if now is None or best.optimum <= now:
            raise NotProvedError(told("a rule of which one side has nothing is asked about in smaller plans alone"))
        no_worse = free.keeping([Row(own("no worse"), "stage", free.objective, ">=", now)])
        return nearest_ratio(no_worse, self.ratio, best.point, lambda asked: prove_solvable(asked, self.engine))

    def at(self, value: Fraction) -> RatioPoint:
        """What another ratio does."""
        return at_ratio(self.here, self.own, self.ratio, value, self.engine)
