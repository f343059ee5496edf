"""Checks a tree of parts in exact arithmetic, whoever grew it: it knows no solver and no search.

As in VIPR (Cheung, Gleixner and Steffy, Verifying integer programming results, IPCO 2017) every claim follows from its
parents: a part is divided at a hole of one line, which loses no split, and a part that is not divided is closed by
inequalities that anyone can add up.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.constraints.constraint import own
from flessenhals.constraints.row import Row
from flessenhals.solver.plan.whole import Hole
from flessenhals.solver.program.linear_program import Interval
from flessenhals.solver.units.question import down_to, grid_of, sharpened

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from flessenhals.solver.units.question import Form, Question
    from flessenhals.solver.units.tree import Part, Step, Tree

    Outcome = tuple[tuple[Fraction, ...], ...]

ZERO, ONE = Fraction(0), Fraction(1)
ORDERED = frozenset({"unasked", "order"})


class WrongStepError(ValueError):
    """A step that is no inequality which every split keeps."""


class Ground:
    """What is known of the splits of a part that are not worse than the answer, one step after another.

    Attributes:
        question: what was asked.
        intervals: variable → what it can be given, in the plan's unit.
        rows: what the splits keep; a goal that was reached adds its own.
        reached: place of a goal → place of a form → what it comes to, for forms that can come to nothing else.
    """

    def __init__(self, question: Question) -> None:
        self.question = question
        self.intervals = dict(question.program.variables)
        self.grids = [grid_of(goal.forms[0], self.intervals, question.whole) for goal in question.goals]
        orders = [
            Row(own(first, f"before {second}"), "order", {first: ONE, second: -ONE}, ">=", ZERO)
            for first, second in question.before
        ]
        self.rows = [*sharpened(question.program.rows, self.intervals, question.whole), *orders]
        self.reached: list[dict[int, Fraction]] = [{} for _ in question.goals]
        self.look()

    def copy(self) -> Ground:
        """The same knowledge, to go on from by itself."""
        new = object.__new__(Ground)
        new.question, new.grids = self.question, self.grids
        new.intervals, new.rows = dict(self.intervals), list(self.rows)
        new.reached = [dict(each) for each in self.reached]
        return new

    def limit(self, line: str, at_most: Fraction | None, at_least: Fraction | None) -> None:
        """Keep a line on one side of a hole."""
        lower, upper = self.intervals[line]
        if at_least is not None:
            lower = max(lower, at_least)
        if at_most is not None:
            upper = at_most if upper is None else min(upper, at_most)
        self.intervals[line] = Interval(lower, upper)
        self.look()

    def look(self) -> None:
        """Take note of the forms over lines that can be given one amount only."""
        fixed = {label: each.lower for label, each in self.intervals.items() if each.lower == each.upper}
        for goal, known in zip(self.question.goals, self.reached, strict=True):
            for place, form in enumerate(goal.forms):
                if place not in known and form.keys() <= fixed.keys():
                    known[place] = _at(form, fixed)

    @property
    def is_empty(self) -> bool:
        """Whether a line is left no amount that it can be given."""
        whole = self.question.whole
        return any(
            each.upper is not None
            and (
                each.lower > each.upper
                or (each.lower == each.upper and label in whole and not whole[label].allows(each.lower))
            )
            for label, each in self.intervals.items()
        )

    def bound(self, step: Step) -> tuple[Fraction, dict[str, Fraction]]:
        """What the forms of a step come to at most, and the end on which each line must then stand.

        Raises:
            WrongStepError: if it is no inequality that every split keeps.
        """
        left = self._form(step)
        bound = ZERO
        for place, dual in step.duals.items():
            if not 0 <= place < len(self.rows):
                raise WrongStepError("a multiplier of a row that is not there")
            row = self.rows[place]
            if (row.sense == "<=" and dual < 0) or (row.sense == ">=" and dual > 0):
                raise WrongStepError(f"the multiplier of {row.label} has the wrong sign")
            bound = bound + dual * row.right_hand_side
            for label, value in row.coefficients.items():
                left[label] = left.get(label, ZERO) - dual * value
        ends = {}
        for label, value in left.items():
            if value:
                end = self.intervals[label].upper if value > 0 else self.intervals[label].lower
                if end is None:
                    raise WrongStepError(f"nothing holds {label}")
                bound, ends[label] = bound + value * end, end
        grid = None if step.goal is None else self.grids[step.goal]
        if step.goal is not None and grid is not None and not self.question.goals[step.goal].is_leximin:
            whole = down_to(grid, bound)
            return whole, ends if whole == bound else {}
        return bound, ends

    def _form(self, step: Step) -> dict[str, Fraction]:
        """The weighed sum of a step's forms, which must be forms that nothing is known of yet."""
        if step.goal is None:
            return {}
        goal, known = self.question.goals[step.goal], self.reached[step.goal]
        if any(weight <= 0 or place in known or place >= len(goal.forms) for place, weight in step.weights.items()):
            raise WrongStepError(f"a weight of {goal.name} that is not above 0, or of what is settled")
        if sum(step.weights.values(), start=ZERO) != 1:
            raise WrongStepError(f"the weights of {goal.name} are not 1 together")
        form: dict[str, Fraction] = {}
        for place, weight in step.weights.items():
            for label, value in goal.forms[place].items():
                form[label] = form.get(label, ZERO) + weight * value
        return form

    def settle(self, step: Step, bound: Fraction, ends: Mapping[str, Fraction]) -> None:
        """Go on with the splits that reach the bound of a step, in which nothing of it has room.

        A split that reaches the weighed sum of forms of which none may be lower has each of them on the bound.
        """
        goal = self.question.goals[step.goal or 0]
        for label, end in ends.items():
            self.intervals[label] = Interval(end, end)
        for place in step.weights:
            form = goal.forms[place]
            self.reached[step.goal or 0][place] = bound
            if len(form) > 1:
                self.rows.append(Row(own(goal.name), "stage", form, "==" if goal.is_leximin else ">=", bound))
            else:
                ((label, value),) = form.items()
                self.intervals[label] = Interval(bound / value, bound / value)
        self.look()

    def so_far(self, place: int, bound: Fraction | None = None) -> tuple[list[Fraction], bool]:
        """The outcome of a goal as far as it is known: no split of the part has a better one; and whether it is all.

        Args:
            place: the goal's.
            bound: what the lowest of the forms that are not known comes to at most.
        """
        known = sorted(self.reached[place].values())
        whole = len(known) == len(self.question.goals[place].forms)
        if bound is None:
            return known, whole
        return [*(each for each in known if each < bound), bound], False


def outcome(question: Question, split: Mapping[str, Fraction]) -> Outcome:
    """What a split comes to by each goal."""
    return tuple(tuple(sorted(_at(form, split) for form in goal.forms)) for goal in question.goals)


def faults(tree: Tree) -> list[str]:
    """Everything that keeps a tree from proving its answer; empty exactly for a proof.

    Args:
        tree: the claimed proof that its answer is the best split in whole amounts, or that there is none. Every number
            in it is compared exactly.
    """
    question = tree.question
    found = [
        f"{first} and {second} are not alike" for first, second in question.before if not alike(question, first, second)
    ]
    found += [
        f"{goal.name} has several forms" for goal in question.goals if not goal.is_leximin and len(goal.forms) > 1
    ]
    if tree.answer is not None:
        found += _unfit(question, tree.answer)
    if found:
        return found
    return list(_of_parts(tree))


def _unfit(question: Question, answer: Mapping[str, Fraction]) -> list[str]:
    if answer.keys() != question.program.variables.keys():
        return ["the answer does not have the question's lines"]
    found = [
        f"{label} is outside its bounds"
        for label, each in question.program.variables.items()
        if not each.holds(answer[label])
    ]
    found += [
        f"{label} is given what it cannot be"
        for label, whole in question.whole.items()
        if not whole.allows(answer[label])
    ]
    return found + [
        f"{row.label} is broken" for row in question.program.rows if row.room(_at(row.coefficients, answer)) < 0
    ]


def _at(form: Form, split: Mapping[str, Fraction]) -> Fraction:
    return sum((value * split[label] for label, value in form.items()), start=ZERO)


def _of_parts(tree: Tree) -> Iterator[str]:
    """What is wrong with the parts of a tree, one after another, each behind the one that it was taken from."""
    parts = tree.parts
    if not parts or parts[0].parent is not None:
        yield "there is no part with all splits"
        return
    halves: dict[int, list[Part]] = {}
    for place, part in enumerate(parts[1:], start=1):
        if part.parent is None or not 0 <= part.parent < place:
            yield f"part {place} was taken from none before it"
            return
        halves.setdefault(part.parent, []).append(part)
    best = None if tree.answer is None else outcome(tree.question, tree.answer)
    divided = {0: Ground(tree.question)}
    for place, part in enumerate(parts):
        try:
            ground = divided[0] if part.parent is None else limited(divided[part.parent], part)
            if place in halves:
                divided[place] = ground
                _check_division(tree.question, halves[place])
            else:
                _check_closed(ground, part.steps, best)
        except WrongStepError as wrong:
            yield f"part {place}: {wrong}"
            if place in halves and place not in divided:
                return


def limited(ground: Ground, part: Part) -> Ground:
    """What is known of a part, from what is known of the part that it was taken from.

    Raises:
        WrongStepError: if it limits no line.
    """
    if part.line not in ground.intervals:
        raise WrongStepError("it limits no line")
    limited = ground.copy()
    limited.limit(part.line, part.at_most, part.at_least)
    return limited


def _check_division(question: Question, halves: Sequence[Part]) -> None:
    """Two parts are all of the part that they were taken from: one below a hole of a line, and one above it.

    Raises:
        WrongStepError: if they are not.
    """
    lines = {half.line for half in halves}
    if len(halves) != 2 or len(lines) != 1 or not lines <= question.whole.keys():  # noqa: PLR2004 - the two sides
        raise WrongStepError("it is not divided in two at one line that cannot be split")
    low, high = halves if halves[0].at_most is not None else reversed(halves)
    if low.at_most is None or high.at_least is None or low.at_least is not None or high.at_most is not None:
        raise WrongStepError("it is not divided in what is below a hole and what is above it")
    if not question.whole[low.line].leaves_out(Hole(low.at_most, high.at_least)):
        raise WrongStepError(f"{low.line} can be given an amount between the two sides")


def _check_closed(ground: Ground, steps: Sequence[Step], best: Outcome | None) -> None:
    """The steps show that a part holds no split that is better than the best one.

    Raises:
        WrongStepError: if they do not.
    """
    left = list(steps)
    while not ground.is_empty:
        place = 0 if best is None else _undecided(ground, best)
        if place is None:
            return
        if not left:
            raise WrongStepError("its steps do not rule out a better split")
        step = left.pop(0)
        bound, ends = ground.bound(step)
        if step.goal is None and bound < 0:
            return
        if best is None or step.goal != place:
            raise WrongStepError("a step speaks of another goal, or does not show that nothing fits")
        known, _ = ground.so_far(place, bound)
        limit = list(best[place][: len(known)])
        if known < limit:
            return
        if known > limit:
            raise WrongStepError("a better split is not ruled out")
        ground.settle(step, bound, ends)


def _undecided(ground: Ground, best: Outcome) -> int | None:
    """The first goal of which what is known does not show that all splits are as good as the best or worse."""
    for place, reached in enumerate(best):
        known, whole = ground.so_far(place)
        if known < list(reached[: len(known)]):
            return None
        if not whole or known > list(reached):
            return place
    return None


def alike(question: Question, first: str, second: str) -> bool:
    """Whether exchanging two lines changes nothing about a question but the plan's order."""
    swap = {first: second, second: first}

    def swapped(form: Form) -> frozenset[tuple[str, Fraction]]:
        return frozenset((swap.get(label, label), value) for label, value in form.items())

    def same(forms: Sequence[Form]) -> bool:
        return {frozenset(form.items()) for form in forms} == {swapped(form) for form in forms}

    program, whole = question.program, question.whole
    if program.variables.get(first) != program.variables.get(second) or whole.get(first) != whole.get(second):
        return False
    order = list(program.variables)
    goal_of = {label: goal.name for goal in question.goals if goal.name in ORDERED for label in goal.forms[0]}
    if order.index(first) > order.index(second) or {goal_of.get(first), goal_of.get(second)} not in ({None}, {"order"}):
        return False
    rows = {(frozenset(row.coefficients.items()), row.sense, row.right_hand_side) for row in program.rows}
    return rows == {(swapped(row.coefficients), row.sense, row.right_hand_side) for row in program.rows} and all(
        same(goal.forms) for goal in question.goals if goal.name not in ORDERED
    )
