"""What is known of the splits of a part, and what follows from one inequality after another."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.constraints.constraint import own
from flessenhals.constraints.row import Row
from flessenhals.solver.program.linear_program import Interval
from flessenhals.solver.units.question import down_to, grid_of, sharpened

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flessenhals.solver.units.question import Form, Question
    from flessenhals.solver.units.tree import Inequality

    Outcome = tuple[tuple[Fraction, ...], ...]


ZERO, ONE = Fraction(0), Fraction(1)


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
        """A copy of what is known, to which a part of the tree adds its own."""
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
                    known[place] = at(form, fixed)

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

    def bound(self, step: Inequality) -> tuple[Fraction, dict[str, Fraction]]:
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

    def _form(self, step: Inequality) -> dict[str, Fraction]:
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

    def may_reach(self, step: Inequality, bound: Fraction) -> bool:
        """Whether the one line of each form that a step bounds can be given what comes to the bound.

        Of forms over several lines `settle` adds a row, which shows by itself that nothing keeps it.
        """
        forms = self.question.goals[step.goal or 0].forms
        lone = [next(iter(forms[place].items())) for place in step.weights if len(forms[place]) == 1]
        return all(self.intervals[label].holds(bound / value) for label, value in lone)

    def settle(self, step: Inequality, bound: Fraction, ends: Mapping[str, Fraction]) -> None:
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


def at(form: Form, split: Mapping[str, Fraction]) -> Fraction:
    """What a form comes to at a split."""
    return sum((value * split[label] for label, value in form.items()), start=ZERO)
