"""A tree as plain data, for a file that anyone can check, and back."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from flessenhals.constraints.constraint import own
from flessenhals.constraints.row import Row
from flessenhals.solver.plan.whole import Whole
from flessenhals.solver.program.linear_program import Interval, LinearProgram
from flessenhals.solver.units.question import Goal, Question
from flessenhals.solver.units.tree import Part, Step, Tree

if TYPE_CHECKING:
    from collections.abc import Mapping

FORMAT = "flessenhals tree 1"


def as_data(tree: Tree) -> dict[str, Any]:
    """A question, its answer and the proof as JSON has them; every number is a text, `110/3`.

    Args:
        tree: any.

    Returns:
        `lines` (interval, and the amounts that a line can be given where it cannot be split), `rows`, `goals`, `before`
        (lines that are alike), `answer`, and `parts`: each names the part that it was taken from, the limit on one line
        that it adds, and its `steps`: the goal's place, weights by the place of a form, multipliers by that of a row.
    """
    question = tree.question
    return {
        "format": FORMAT,
        "lines": {
            label: {
                "lower": str(each.lower),
                "upper": _text(each.upper),
                **({"whole": _whole(question.whole[label])} if label in question.whole else {}),
            }
            for label, each in question.program.variables.items()
        },
        "rows": [
            {
                "id": row.label,
                "coefficients": _texts(row.coefficients),
                "sense": row.sense,
                "right_hand_side": str(row.right_hand_side),
            }
            for row in question.program.rows
        ],
        "goals": [{"name": goal.name, "forms": [_texts(form) for form in goal.forms]} for goal in question.goals],
        "before": [list(pair) for pair in question.before],
        "answer": None if tree.answer is None else _texts(tree.answer),
        "parts": [_part(part) for part in tree.parts],
    }


def from_data(data: object) -> Tree:
    """The tree that plain data describe.

    Raises:
        ValueError: if they are not of this format.
    """
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise ValueError(f"not a {FORMAT}")
    try:
        return _tree(data)
    except (KeyError, TypeError, AttributeError, ZeroDivisionError) as wrong:
        raise ValueError(f"not a whole {FORMAT}: {wrong!r}") from wrong


def _tree(data: dict[str, Any]) -> Tree:
    lines = data["lines"]
    program = LinearProgram(
        "splits",
        {label: Interval(Fraction(each["lower"]), _number(each["upper"])) for label, each in lines.items()},
        tuple(
            Row(own(row["id"]), "stage", _numbers(row["coefficients"]), row["sense"], Fraction(row["right_hand_side"]))
            for row in data["rows"]
        ),
        {},
    )
    whole = {
        label: Whole(_number(each["whole"]["unit"]), Fraction(each["whole"]["least"]))
        for label, each in lines.items()
        if "whole" in each
    }
    goals = tuple(Goal(goal["name"], tuple(_numbers(form) for form in goal["forms"])) for goal in data["goals"])
    before = tuple((first, second) for first, second in data["before"])
    answer = None if data["answer"] is None else _numbers(data["answer"])
    parts = tuple(
        Part(
            part["parent"],
            part["line"],
            _number(part["at_most"]),
            _number(part["at_least"]),
            tuple(Step(step["goal"], _placed(step["weights"]), _placed(step["duals"])) for step in part["steps"]),
        )
        for part in data["parts"]
    )
    return Tree(Question(program, whole, goals, before), answer, parts)


def _part(part: Part) -> dict[str, Any]:
    return {
        "parent": part.parent,
        "line": part.line,
        "at_most": _text(part.at_most),
        "at_least": _text(part.at_least),
        "steps": [
            {
                "goal": step.goal,
                "weights": {str(place): str(weight) for place, weight in step.weights.items()},
                "duals": {str(place): str(dual) for place, dual in step.duals.items()},
            }
            for step in part.steps
        ],
    }


def _whole(whole: Whole) -> dict[str, str | None]:
    return {"unit": _text(whole.unit), "least": str(whole.least)}


def _text(amount: Fraction | None) -> str | None:
    return None if amount is None else str(amount)


def _number(text: str | None) -> Fraction | None:
    return None if text is None else Fraction(text)


def _texts(form: Mapping[str, Fraction]) -> dict[str, str]:
    return {label: str(value) for label, value in form.items()}


def _numbers(form: Mapping[str, str]) -> dict[str, Fraction]:
    return {label: Fraction(value) for label, value in form.items()}


def _placed(form: Mapping[str, str]) -> dict[int, Fraction]:
    return {int(place): Fraction(value) for place, value in form.items()}
