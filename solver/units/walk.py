"""Walks along a constraint that gives way: straight stretches of the best split, and turns and jumps between them."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from flessenhals.solver.program.errors import NotProvedError
from flessenhals.solver.units.follow import Followed, follow
from flessenhals.solver.units.search import best_whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from flessenhals.constraints.constraint import Constraint
    from flessenhals.solver.plan.whole import Whole
    from flessenhals.solver.units.question import Question
    from flessenhals.solver.units.tree import Tree

ZERO = Fraction(0)
FIRST_LOOK = Fraction(1, 8)
MOST_LOOKS = 60


class Turn(NamedTuple):
    """A place at which the best split leaves a straight line, or where a walk begins.

    Attributes:
        distance: how far the constraint has given way, in the plan's unit.
        split: the best split there, line id → amount in the plan's unit.
        above: the straight line that it follows just above, from its own limit on; its end is counted from here.
    """

    distance: Fraction
    split: Mapping[str, Fraction]
    above: Followed


class Change(NamedTuple):
    """Where a line that cannot be split first takes another amount.

    Attributes:
        distance: the infimum of how far the constraint gives way, in the plan's unit.
        attained: whether that is so at this distance itself, and not only at anything above it.
        split: the best split there, or its limit from above: line id → amount in the plan's unit.
    """

    distance: Fraction
    attained: bool
    split: Mapping[str, Fraction]


def walk(question: Question, which: Constraint, tree: Tree) -> Iterator[Turn]:
    """Turn after turn as a constraint gives way, up to where nothing changes any more; every stretch between is proved.

    Args:
        question: with an answer.
        which: one of the rows of its program.
        tree: the proof of that answer.

    Raises:
        NotProvedError: if a stretch could not be proved.
    """
    distance, end = ZERO, _asks_nothing_from(question, which)
    while True:
        if end is not None and distance >= end:
            split = tree.answer or {}
            yield Turn(distance, split, Followed(None, split, dict.fromkeys(split, ZERO)))
            return
        above = _above(question, which, distance, tree)
        yield Turn(distance, tree.answer or {}, above)
        if above.end is None:
            return
        distance += above.end
        tree = best_whole(moved(question, which, distance))


def _asks_nothing_from(question: Question, which: Constraint) -> Fraction | None:
    """How far a row gives way until every split within the lines' bounds keeps it; None where no distance is enough."""
    row = next(row for row in question.program.rows if row.id == which)
    worst = ZERO
    for label, factor in row.coefficients.items():
        interval = question.program.variables[label]
        end = interval.upper if (factor > 0) == (row.sense == "<=") else interval.lower
        if end is None:
            return None
        worst += factor * end
    return max(ZERO, -row.room(worst))


def next_change(question: Question, which: Constraint, tree: Tree, enough: Fraction) -> Change | None:
    """Where a line that cannot be split takes another amount as a constraint gives way; None where none does.

    Args:
        question: with an answer.
        which: one of the rows of its program.
        tree: the proof of that answer.
        enough: the distance beyond which nobody asks, in the plan's unit.

    Raises:
        NotProvedError: if a stretch could not be proved.
    """
    before = pattern(question.whole, tree.answer or {})
    for turn in walk(question, which, tree):
        if turn.distance > enough:
            return None
        if pattern(question.whole, turn.split) != before:
            return Change(turn.distance, attained=True, split=turn.split)
        if pattern(question.whole, turn.above.at) != before:
            return Change(turn.distance, attained=False, split=turn.above.at)
    return None


def pattern(whole: Mapping[str, Whole], split: Mapping[str, Fraction]) -> dict[str, Fraction | bool]:
    """What the lines that cannot be split are given; of one without a unit, whether it gets anything."""
    return {line: bool(split[line]) if each.unit is None else split[line] for line, each in whole.items()}


def moved(question: Question, which: Constraint, distance: Fraction) -> Question:
    """The question with one of its rows asking less by an amount in the plan's unit."""
    program = question.program
    rows = tuple(row.relaxed(distance) if row.id == which else row for row in program.rows)
    return question._replace(program=replace(program, rows=rows))


def _above(question: Question, which: Constraint, distance: Fraction, tree: Tree) -> Followed:
    """The straight line just above a distance: of the same tree, or of one a little further that reaches back to it."""
    found = follow(tree, which)
    if found is not None:
        return found
    far = FIRST_LOOK
    for _ in range(MOST_LOOKS):
        ahead = best_whole(moved(question, which, distance + far))
        back = follow(ahead, which, -1)
        if back is not None and (back.end is None or back.end >= far):
            on = follow(ahead, which)
            rates = {line: -rate for line, rate in back.rates.items()}
            end: Fraction | None = far
            if on is not None and on.rates == rates:
                end = None if on.end is None else far + on.end
            return Followed(end, back.moved(far), rates)
        far = (far - (back.end or ZERO) if back is not None else far) / 2
    raise NotProvedError("no straight line was proved next to a jump")
