"""The best split of a plan with amounts that cannot be split, as a question and its tree."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from flessenhals.solver.program.linear_program import splits
from flessenhals.solver.units.checker import alike
from flessenhals.solver.units.question import Question, goals_of

if TYPE_CHECKING:
    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.solver.plan.plan import Plan


def question_of(plan: Plan, ceiling: Ceiling | None) -> Question:
    """What a plan asks at a ceiling: its splits in whole amounts, and what makes one better than another.

    Args:
        plan: the lines, the rules and the objective.
        ceiling: the total that may be spent, in the plan's unit, or a path by year; None for as much as one likes.
    """
    program = splits(plan, ceiling)
    question = Question(program, plan.whole, goals_of(plan, program.variables))
    return question._replace(before=_alike_in(plan, question))


def _alike_in(plan: Plan, question: Question) -> tuple[tuple[str, str], ...]:
    """Neighbours among the lines that cannot be split and differ in nothing but their place in the plan."""
    groups: dict[tuple[object, ...], list[str]] = {}
    for line in plan.lines:
        if line.id in plan.whole and line.proposed:
            kind = (line.proposed, line.weight, line.lower, line.upper, line.whole)
            groups.setdefault(kind, []).append(line.id)
    return tuple(
        (first, second)
        for group in groups.values()
        for first, second in pairwise(group)
        if alike(question, first, second)
    )
