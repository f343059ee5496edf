"""What is asked where amounts cannot be split: the splits to choose from, and what makes one better, as pure data."""

from __future__ import annotations

from fractions import Fraction
from math import floor, gcd, lcm
from typing import TYPE_CHECKING, NamedTuple

from flessenhals.constraints.ceiling import EARLIER, LATER
from flessenhals.solver.plan.group_goal import GroupGoal, groups_by
from flessenhals.solver.plan.message import told
from flessenhals.solver.program.errors import IndivisibleError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from flessenhals.constraints.row import Row
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.plan.whole import Whole
    from flessenhals.solver.program.linear_program import Interval, LinearProgram

    Form = Mapping[str, Fraction]

ZERO, ONE = Fraction(0), Fraction(1)


class Goal(NamedTuple):
    """One thing that makes a split better.

    Attributes:
        name: `value`, `coverage`, `shift`, `unasked` or `order`.
        forms: linear forms of the amounts. One is made as large as it can be; of several the sorted list is: the lowest
            first, then the next lowest (leximin).
    """

    name: str
    forms: tuple[Form, ...]

    @property
    def is_leximin(self) -> bool:
        """Whether the sorted list of its forms counts, and not a single form."""
        return self.name == "coverage"


class Question(NamedTuple):
    """The best of all splits in whole amounts, by goals that count one after another.

    Attributes:
        program: the rows and intervals that a split keeps; its objective plays no part.
        whole: line id → the amounts that it can be given, for lines that cannot be split.
        goals: what counts, first things first.
        before: pairs of lines that are alike in everything, of which the first is never given less (or, where they ask
            nothing, never more): of two splits that differ by exchanging them the plan's order prefers one.
    """

    program: LinearProgram
    whole: Mapping[str, Whole]
    goals: tuple[Goal, ...]
    before: tuple[tuple[str, str], ...] = ()


def value_goal(plan: Plan) -> Goal:
    """The weighted total Σ weight · x."""
    return Goal("value", ({line.id: line.weight for line in plan.lines if line.weight},))


def group_goals(plan: Plan, stage: GroupGoal) -> list[Goal]:
    """The weighted total of some lines, or leximin of the coverage of groups, Σ x / Σ p."""
    if stage.of is not None:
        return [Goal("value", ({line.id: line.weight for line in stage.of.select(plan.lines) if line.weight},))]
    groups = groups_by(plan.lines, stage.by or "partner").values()
    asked = [sum((line.proposed for line in its), start=ZERO) for its in groups]
    forms = [{line.id: ONE / ask for line in its} for its, ask in zip(groups, asked, strict=True)]
    return [Goal("coverage", tuple(forms))] if forms else []


def coverage_goals(plan: Plan) -> list[Goal]:
    """Leximin of the coverage x/p; then lines that ask nothing get as little as they can, in the plan's order."""
    asked = tuple({line.id: ONE / line.proposed} for line in plan.lines if line.proposed)
    return [*([Goal("coverage", asked)] if asked else []), *unasked_goals(plan)]


def unasked_goals(plan: Plan) -> list[Goal]:
    """As little as they can for lines that ask nothing, one after another in the plan's order."""
    return [Goal("unasked", ({line.id: -ONE},)) for line in plan.lines if not line.proposed]


def order_goals(plan: Plan) -> list[Goal]:
    """As much as it can for the line that stands first in the plan, year after year, then for the second, and so on."""
    place = {line.line: number for number, line in reversed(list(enumerate(plan.lines)))}
    in_order = sorted(plan.lines, key=lambda line: (place[line.line], line.year or 0))
    return [Goal("order", ({line.id: ONE},)) for line in in_order if line.proposed]


def shift_goals(variables: Iterable[str]) -> list[Goal]:
    """As little shifted between years as can be, then as little earlier, then year by year."""
    moved = [label for label in variables if label.startswith((LATER, EARLIER))]
    earlier = [label for label in moved if label.startswith(EARLIER)]
    ends: dict[int, list[str]] = {}
    for label in moved:
        year = int(label.removeprefix(LATER).removeprefix(EARLIER)) - label.startswith(EARLIER)
        ends.setdefault(year, []).append(label)
    groups = [moved, earlier, *(ends[year] for year in sorted(ends))]
    return [Goal("shift", (dict.fromkeys(labels, -ONE),)) for labels in groups if labels]


def goals_of(plan: Plan, variables: Iterable[str]) -> tuple[Goal, ...]:
    """All that counts under a plan's objective, down to the plan's order: of two different splits one is better.

    Args:
        plan: for its stages, its weights and what its lines ask.
        variables: of the program, with what is shifted between years among them.

    Raises:
        IndivisibleError: if a stage does not say what it asks of whole amounts.
    """
    shifts = shift_goals(variables)
    of_stage: dict[str, list[Goal]] = {
        "value": [value_goal(plan)],
        "coverage": coverage_goals(plan),
        "shift": shifts,
    }
    for stage in plan.objective:
        if not isinstance(stage, GroupGoal) and stage not in of_stage:
            raise IndivisibleError(told("objective: {stage} has no meaning for whole amounts", stage=stage))
    stages = [
        goal
        for stage in plan.objective
        for goal in (group_goals(plan, stage) if isinstance(stage, GroupGoal) else of_stage[stage])
    ]
    if "coverage" not in plan.objective:
        stages += unasked_goals(plan)
    if "shift" not in plan.objective:
        stages += shifts
    return (*stages, *order_goals(plan))


def grid_of(
    form: Form, intervals: Mapping[str, Interval], whole: Mapping[str, Whole]
) -> tuple[Fraction, Fraction] | None:
    """What a linear form can come to where all that it adds up is in whole units: start and step; None elsewhere.

    A line that stands still adds to the start, one in units of q with a factor a adds multiples of a·q.
    """
    start, steps = ZERO, []
    for label, factor in form.items():
        interval = intervals[label]
        if interval.lower == interval.upper:
            start += factor * interval.lower
        elif label in whole and whole[label].unit is not None:
            steps.append(abs(factor * (whole[label].unit or ZERO)))
        else:
            return None
    return (start, _common(steps)) if steps else None


def _common(steps: Sequence[Fraction]) -> Fraction:
    """The largest amount of which all of them are whole multiples."""
    under = lcm(*(step.denominator for step in steps))
    return Fraction(gcd(*(int(step * under) for step in steps)), under)


def down_to(grid: tuple[Fraction, Fraction], amount: Fraction) -> Fraction:
    """The largest amount on a grid that is not above this one."""
    start, step = grid
    return start + floor((amount - start) / step) * step


def sharpened(rows: Iterable[Row], intervals: Mapping[str, Interval], whole: Mapping[str, Whole]) -> tuple[Row, ...]:
    """The rows with their right-hand sides moved to what whole amounts can come to (Chvátal-Gomory, with one row).

    A ceiling of 7 over lines in steps of 2 is one of 6. Rows over lines that can be given any amount stay as they are.
    """
    return tuple(_sharpened(row, grid_of(row.coefficients, intervals, whole)) for row in rows)


def _sharpened(row: Row, grid: tuple[Fraction, Fraction] | None) -> Row:
    if grid is None or row.sense == "==":
        return row
    if row.sense == "<=":
        return row._replace(right_hand_side=down_to(grid, row.right_hand_side))
    start, step = grid
    return row._replace(right_hand_side=-down_to((-start, step), -row.right_hand_side))
