"""A part of the splits while its tree grows: what its best split comes to at most, by one inequality after another."""

from __future__ import annotations

from fractions import Fraction
from math import inf
from typing import TYPE_CHECKING

from flessenhals.constraints.constraint import own
from flessenhals.constraints.row import Row
from flessenhals.solver.infeasible.irreducible import SHORTAGE, short_by
from flessenhals.solver.program.errors import NoOptimumError
from flessenhals.solver.program.linear_program import Interval, LinearProgram
from flessenhals.solver.program.prove import prove, prove_solvable
from flessenhals.solver.units.tree import Inequality

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from flessenhals.solver.plan.whole import Hole
    from flessenhals.solver.program.certificate import Certificate
    from flessenhals.solver.program.prove import Engine
    from flessenhals.solver.units.ground import Ground
    from flessenhals.solver.units.question import Goal

ZERO, ONE = Fraction(0), Fraction(1)
LEVEL = "level of the part"
HINTS = 2


class Node:
    """A part of the splits.

    Attributes:
        place, depth: where it stands in the tree.
        start: what is known of all of its splits.
        ground: what is known of those that reach the bounds of its steps.
        steps: the inequalities that were proved, one after another.
        key: what its best split comes to at most, goal after goal; it ends on infinity where nothing more is known.
        empty: whether it is proved that it holds no split.
        between: whether what it comes to where amounts could be split is none that whole amounts come to.
    """

    def __init__(
        self, place: int, depth: int, ground: Ground, hints: Sequence[tuple[Inequality, Fraction]] = ()
    ) -> None:
        self.place, self.depth = place, depth
        self.start, self.ground = ground.copy(), ground
        self.steps: list[Inequality] = []
        self.bounds: list[Fraction] = []
        self.empty = ground.is_empty
        self._hints, self._assumed = hints, False
        self.between = False
        self._point: Mapping[str, Fraction] | None = None
        self._pending: tuple[Inequality, Fraction, dict[str, Fraction]] | None = None
        self._solved, self._goal = False, 0
        self._optimum: Fraction | None = None
        self.key: tuple[Fraction | float, ...] = (inf,)
        if not self.empty:
            self._look()
            self._take_hints()

    def __lt__(self, other: Node) -> bool:
        if self.key != other.key:
            return self.key > other.key
        return (self.depth, self.place) > (other.depth, other.place)

    @property
    def complete(self) -> bool:
        """Whether every goal was reached, by a split that keeps every row; never where it is proved to hold none."""
        return not self.empty and self._goal == len(self.ground.question.goals) and self._solved

    @property
    def hints(self) -> list[tuple[Inequality, Fraction]]:
        """The inequalities that a part of it can begin with, each with what it bounds here."""
        return list(zip(self.steps, self.bounds, strict=True))[:HINTS]

    def proof(self) -> tuple[Inequality, ...]:
        """All inequalities so far, the last of which may not have been followed up."""
        return (*self.steps, *([self._pending[0]] if self._pending else []))

    def split(self) -> dict[str, Fraction]:
        """The best of its splits, where it is complete and stands in no hole."""
        found = self._point or {}
        return {
            label: each.lower if each.lower == each.upper else found[label]
            for label, each in self.ground.intervals.items()
        }

    def hole(self) -> tuple[str, Hole] | None:
        """A line that its best split would give what it cannot be given, the one with the widest hole; None if none."""
        found: tuple[Fraction, str, Hole] | None = None
        at: Mapping[str, Fraction] = (self._point or {}) if self.between else self.split() if self.complete else {}
        for label, whole in self.start.question.whole.items():
            each = self.ground.intervals[label]
            amount = each.lower if each.lower == each.upper else at.get(label)
            hole = None if amount is None else whole.hole(amount)
            if hole is not None and (found is None or hole.above - hole.below > found[0]):
                found = hole.above - hole.below, label, hole
        return None if found is None else found[1:]

    def advance(self, engine: Engine) -> bool:
        """Say one thing more about its best split.

        Returns:
            Whether a program was solved for it.
        """
        if self._solved and self._pending is not None:
            self.between = self._optimum not in {None, self._pending[1]}
            if not self.between:
                self._settle()
            return False
        if not self._solved and self._can_be_assumed():
            self._assumed = True
            self._settle()
            self._take_hints()
            return False
        self._solved = True
        if self._goal < len(self.ground.question.goals):
            self._solve(engine)
        elif not self._feasible(engine) and self._assumed:
            self._begin_again(engine)
        return True

    def _can_be_assumed(self) -> bool:
        """Whether a form that is bounded as in the part that it was taken from may still come to that bound."""
        if self._pending is None or not self._hints or self._goal or self.ground.question.goals[0].is_leximin:
            return False
        step, bound, _ = self._pending
        return not self._assumed and (step, bound) == self._hints[0] and self.ground.may_reach(step, bound)

    def _begin_again(self, engine: Engine) -> None:
        """What was assumed was not so: its best split comes to less."""
        self.ground, self.steps, self.bounds = self.start.copy(), [], []
        self.empty, self._pending = False, None
        self._hints, self._assumed = (), False
        self._look()
        self._solve(engine)

    def _take_hints(self) -> None:
        """What can be said before a program is solved: no line gets more than its maximum, and what was said before."""
        for step in (self._widest(), *(step for step, _ in self._hints)):
            if step is not None and step.goal == self._goal and self._speaks_of_unknown(step):
                self._take(step)

    def _speaks_of_unknown(self, step: Inequality) -> bool:
        return all(place < len(self.ground.rows) for place in step.duals) and step.weights.keys().isdisjoint(
            self.ground.reached[step.goal or 0]
        )

    def _settle(self) -> None:
        if self._pending is None:
            return
        step, bound, ends = self._pending
        self.steps.append(step)
        self.bounds.append(bound)
        self.ground.settle(step, bound, ends)
        self._pending = None
        self._look()

    def _take(self, step: Inequality) -> None:
        """Keep an inequality where it says more than the one before it."""
        bound, ends = self.ground.bound(step)
        if self._pending is None or bound < self._pending[1]:
            self._pending = step, bound, ends
            self._look()

    def _look(self) -> None:
        """Pass over the goals of which all is known, and say what the part comes to at most."""
        key: list[Fraction | float] = []
        goals = self.ground.question.goals
        self._goal = len(goals)
        for place in range(len(goals)):
            known, whole = self.ground.so_far(place)
            if not whole:
                self._goal = place
                if self._pending is not None:
                    key += self.ground.so_far(place, self._pending[1])[0]
                key.append(inf)
                break
            key += known
        self.key = tuple(key)

    def _widest(self) -> Inequality | None:
        """Before any program is solved: no line gets more than its maximum."""
        if self._goal == len(self.ground.question.goals) or not self.ground.question.goals[self._goal].is_leximin:
            return None
        goal, known = self.ground.question.goals[self._goal], self.ground.reached[self._goal]
        tops = {
            place: sum((value * self._top(label, value) for label, value in form.items()), start=ZERO)
            for place, form in enumerate(goal.forms)
            if place not in known
        }
        return Inequality(self._goal, {min(tops, key=lambda place: tops[place]): ONE}, {})

    def _top(self, label: str, value: Fraction) -> Fraction:
        each = self.ground.intervals[label]
        return (each.upper or ZERO) if value > 0 else each.lower

    def _solve(self, engine: Engine) -> None:
        goal = self.ground.question.goals[self._goal]
        program = self._levels(goal) if goal.is_leximin else self._program(goal.name, goal.forms[0])
        try:
            certificate = prove(program, engine)
        except NoOptimumError:
            if self._assumed:
                self._begin_again(engine)
                return
            if self._feasible(engine):
                certificate = prove_solvable(program, engine)
            else:
                return
        self._point = certificate.point
        duals = certificate.dual[: len(self.ground.rows)]
        if goal.is_leximin:
            step = self._lowest(goal, certificate)
        else:
            step = Inequality(self._goal, {0: ONE}, {place: dual for place, dual in enumerate(duals) if dual})
        self._pending, self._optimum = None, None if goal.is_leximin else certificate.optimum
        self._take(step)

    def _program(self, name: str, objective: Mapping[str, Fraction]) -> LinearProgram:
        return LinearProgram(name, self.ground.intervals, tuple(self.ground.rows), objective)

    def _open(self, goal: Goal) -> dict[int, Fraction]:
        """The forms that nothing is known of yet, each with what it is measured by, as an amount of money."""
        known = self.ground.reached[self._goal]
        return {
            place: ONE / max(abs(value) for value in form.values())
            for place, form in enumerate(goal.forms)
            if place not in known
        }

    def _levels(self, goal: Goal) -> LinearProgram:
        """As high as it can be: a level that none of the forms is below, counted as an amount of money."""
        sizes = self._open(goal)
        largest = max(sizes.values())
        rows = [
            Row(
                own(LEVEL, str(place)),
                "stage",
                {**{label: size * value for label, value in goal.forms[place].items()}, LEVEL: -size / largest},
                ">=",
                ZERO,
            )
            for place, size in sizes.items()
        ]
        program = self._program(goal.name, {LEVEL: ONE})
        return program.adding(LEVEL, Interval()).keeping(rows)

    def _lowest(self, goal: Goal, certificate: Certificate) -> Inequality:
        """The inequality that the duals of a level program prove: a weighed mean of forms is at most so much."""
        sizes = self._open(goal)
        largest, count = max(sizes.values()), len(self.ground.rows)
        weights = {
            place: -dual * sizes[place] / largest
            for place, dual in zip(sizes, certificate.dual[count:], strict=True)
            if dual
        }
        together = sum(weights.values(), start=ZERO)
        return Inequality(
            self._goal,
            {place: weight / together for place, weight in weights.items()},
            {place: dual / largest / together for place, dual in enumerate(certificate.dual[:count]) if dual},
        )

    def _feasible(self, engine: Engine) -> bool:
        """Whether it holds a split where amounts could be split; if not, its last step says why (Farkas)."""
        rows = tuple(short_by(row, SHORTAGE) for row in self.ground.rows if row.sense != "==")
        program = LinearProgram("feasible", {**self.ground.intervals, SHORTAGE: Interval()}, rows, {SHORTAGE: -ONE})
        certificate = prove_solvable(program, engine)
        if certificate.optimum < 0:
            duals = {place: dual for place, dual in enumerate(certificate.dual) if dual}
            self.steps.append(Inequality(None, {}, duals))
            self._pending, self.empty = None, True
        else:
            self._point = certificate.point
        return certificate.optimum == 0
