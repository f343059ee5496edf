"""Checks a tree of parts in exact arithmetic, whoever grew it: it knows no solver and no search.

As in VIPR (Cheung, Gleixner and Steffy, Verifying integer programming results, IPCO 2017) every claim follows from its
parents: a part is divided at a hole of one line, which loses no split, and a part that is not divided is closed by
inequalities that anyone can add up.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from flessenhals.solver.plan.whole import Hole
from flessenhals.solver.units.ground import Ground, WrongStepError, at

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from fractions import Fraction

    from flessenhals.solver.units.question import Form, Goal, Question
    from flessenhals.solver.units.tree import Inequality, Part, Tree

    Outcome = tuple[tuple[Fraction, ...], ...]


def outcome(question: Question, split: Mapping[str, Fraction]) -> Outcome:
    """What a split comes to by each goal."""
    return tuple(tuple(sorted(at(form, split) for form in goal.forms)) for goal in question.goals)


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
        f"{row.label} is broken" for row in question.program.rows if row.room(at(row.coefficients, answer)) < 0
    ]


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


def _check_closed(ground: Ground, steps: Sequence[Inequality], best: Outcome | None) -> None:
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
    """Whether exchanging two lines changes nothing about a question, but that the first is better given more.

    The goals that speak of one of them alone are left out of account where the first of these asks as much as it can
    for the first line, and no goal asks as little as it can for either.
    """
    program, whole = question.program, question.whole
    if first not in program.variables or second not in program.variables:
        return False
    if program.variables[first] != program.variables[second] or whole.get(first) != whole.get(second):
        return False
    swap = {first: second, second: first}

    def swapped(form: Form) -> frozenset[tuple[str, Fraction]]:
        return frozenset((swap.get(label, label), value) for label, value in form.items())

    def same(forms: Sequence[Form]) -> bool:
        given, turned = Counter(frozenset(form.items()) for form in forms), Counter(map(swapped, forms))
        return given == turned

    rows = Counter((frozenset(row.coefficients.items()), row.sense, row.right_hand_side) for row in program.rows)
    turned = Counter((swapped(row.coefficients), row.sense, row.right_hand_side) for row in program.rows)
    own_goals = [goal for goal in question.goals if _is_of_one(goal, swap)]
    asked = [(label, value) for goal in own_goals for label, value in goal.forms[0].items()]
    in_order = not asked or (asked[0][0] == first and all(value > 0 for _, value in asked))
    return in_order and rows == turned and all(same(goal.forms) for goal in question.goals if goal not in own_goals)


def _is_of_one(goal: Goal, lines: Collection[str]) -> bool:
    """Whether a goal asks something of one of these lines and of nothing else."""
    return len(goal.forms) == 1 and len(goal.forms[0]) == 1 and not goal.forms[0].keys().isdisjoint(lines)
