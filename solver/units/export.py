"""A tree as plain data, for a file that anyone can check, and back."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from flessenhals.constraints.constraint import own
from flessenhals.constraints.row import Row
from flessenhals.solver.plan.whole import Whole
from flessenhals.solver.program.linear_program import Interval, LinearProgram
from flessenhals.solver.units.question import Goal, Question
from flessenhals.solver.units.tree import Inequality, Part, Tree

if TYPE_CHECKING:
    from collections.abc import Mapping

FORMAT = "flessenhals tree 1"
NUMBER = re.compile(r"-?[0-9]{1,4000}(/[0-9]{1,4000})?", re.ASCII)
SENSES = ("<=", ">=", "==")


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
        tree = _tree(data)
    except (KeyError, TypeError, AttributeError, ZeroDivisionError, OverflowError) as wrong:
        raise ValueError(f"not a whole {FORMAT}: {wrong!r}") from wrong
    odd = _odd(tree)
    if odd:
        raise ValueError(f"not a {FORMAT}: {odd}")
    return tree


def is_of(data: Mapping[str, Any], question: Question) -> bool:
    """Whether a certificate is about this question, as a file would have it: its lines, rows, goals and pairs alike.

    A certificate proves the best split of the question that stands in it; this says whether that is the one meant.

    Args:
        data: of a file.
        question: `question_of` a plan and a ceiling.
    """
    asked = as_data(Tree(question, None, ()))
    return all(data.get(key) == asked[key] for key in ("lines", "rows", "goals", "before"))


def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A mapping of a file in which no key stands twice, for `json.loads(…, object_pairs_hook=once)`.

    Raises:
        ValueError: if one does: readers differ in which of the two they take.
    """
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


def _odd(tree: Tree) -> str:
    """What of a tree as it was read means nothing, so that there is nothing to check; empty where all of it does."""
    program, whole = tree.question.program, tree.question.whole
    forms = [form for goal in tree.question.goals for form in goal.forms]
    spoken_of = [*(row.coefficients for row in program.rows), *forms, whole]
    unknown = {label for each in spoken_of for label in each} - program.variables.keys()
    if unknown:
        return f"{', '.join(sorted(unknown))} is none of its lines"
    if any(row.sense not in SENSES for row in program.rows):
        return f"a row has another sense than {', '.join(SENSES)}"
    if any(not goal.forms for goal in tree.question.goals):
        return "a goal has no forms"
    if any(each.lower < 0 for each in program.variables.values()):
        return "a line may be given less than nothing"
    for label, each in whole.items():
        if each.least <= 0 or (each.unit is not None and (each.unit <= 0 or (each.least / each.unit).denominator != 1)):
            return f"the whole amounts of {label} are none"
    return ""


def _tree(data: dict[str, Any]) -> Tree:
    lines = data["lines"]
    program = LinearProgram(
        "splits",
        {label: Interval(_exact(each["lower"]), _number(each["upper"])) for label, each in lines.items()},
        tuple(
            Row(own(row["id"]), "stage", _numbers(row["coefficients"]), row["sense"], _exact(row["right_hand_side"]))
            for row in data["rows"]
        ),
        {},
    )
    whole = {
        label: Whole(_number(each["whole"]["unit"]), _exact(each["whole"]["least"]))
        for label, each in lines.items()
        if "whole" in each
    }
    goals = tuple(Goal(goal["name"], tuple(_numbers(form) for form in goal["forms"])) for goal in data["goals"])
    before = tuple((first, second) for first, second in data["before"])
    answer = None if data["answer"] is None else _numbers(data["answer"])
    parts = tuple(
        Part(
            _place(part["parent"]),
            str(part["line"]),
            _number(part["at_most"]),
            _number(part["at_least"]),
            tuple(
                Inequality(_place(step["goal"]), _placed(step["weights"]), _placed(step["duals"]))
                for step in part["steps"]
            ),
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
    return None if text is None else _exact(text)


def _exact(text: object) -> Fraction:
    """A number as the format has it: digits, with a sign in front and a divisor behind where there is one."""
    if not isinstance(text, str) or NUMBER.fullmatch(text) is None:
        raise TypeError(f"{text!r} is no number written as a text, such as 110/3")
    return Fraction(text)


def _place(given: object) -> int | None:
    """The place of a part or a goal; None for none."""
    if given is not None and (not isinstance(given, int) or isinstance(given, bool)):
        raise TypeError(f"{given!r} is no place")
    return given


def _texts(form: Mapping[str, Fraction]) -> dict[str, str]:
    return {label: str(value) for label, value in form.items()}


def _numbers(form: Mapping[str, str]) -> dict[str, Fraction]:
    return {label: _exact(value) for label, value in form.items()}


def _placed(form: Mapping[str, str]) -> dict[int, Fraction]:
    return {int(place): _exact(value) for place, value in form.items()}
