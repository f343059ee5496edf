"""Walks along rows that give way: straight stretches of the best split, and turns and jumps between them."""

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
    from flessenhals.constraints.row import Row
    from flessenhals.solver.plan.whole import Whole
    from flessenhals.solver.units.question import Question
    from flessenhals.solver.units.tree import Tree

    Rates = Mapping[Constraint, Fraction]

ZERO, ONE = Fraction(0), Fraction(1)
FIRST_LOOK = Fraction(1, 8)
MOST_LOOKS = 60


class Turn(NamedTuple):
    """A place at which the best split leaves a straight line, or where a walk begins.

    Attributes:
        distance: how far the rows have given way: of one row in the plan's unit.
        split: the best split there, line id → amount in the plan's unit.
        above: the straight line that it follows just above, from its own limit on; its end is counted from here.
    """

    distance: Fraction
    split: Mapping[str, Fraction]
    above: Followed


class FirstChange(NamedTuple):
    """Where a line that cannot be split first takes another amount.

    Attributes:
        distance: the infimum of how far the rows give way: of one row in the plan's unit.
        attained: whether that is so at this distance itself, and not only at anything above it.
        split: the best split there, or its limit from above: line id → amount in the plan's unit.
        before: the best split just before that: its limit from below, or at the distance itself where that is not yet
            so there.
    """

    distance: Fraction
    attained: bool
    split: Mapping[str, Fraction]
    before: Mapping[str, Fraction]


def walk(question: Question, rates: Rates, tree: Tree) -> Iterator[Turn]:
    """Turn after turn as rows give way, up to where nothing changes any more; every stretch between is proved.

    Args:
        question: with an answer.
        rates: rows of its program that move → the change of their right-hand side per unit of distance.
        tree: the proof of that answer.

    Raises:
        NotProvedError: if a stretch could not be proved.
    """
    distance, end = ZERO, _ask_nothing_from(question, rates)
    while True:
        if end is not None and distance >= end:
            split = tree.answer or {}
            yield Turn(distance, split, Followed(None, split, dict.fromkeys(split, ZERO)))
            return
        above = _above(question, rates, distance, tree)
        yield Turn(distance, tree.answer or {}, above)
        if above.end is None:
            return
        distance += above.end
        tree = best_whole(moved(question, rates, distance))


def _ask_nothing_from(question: Question, rates: Rates) -> Fraction | None:
    """How far rows give way until every split within the lines' bounds keeps them; None where no distance is enough."""
    furthest = ZERO
    for row in question.program.rows:
        if row.id not in rates:
            continue
        worst = ZERO
        for label, factor in row.coefficients.items():
            interval = question.program.variables[label]
            end = interval.upper if (factor > 0) == (row.sense == "<=") else interval.lower
            if end is None:
                return None
            worst += factor * end
        if row.room(worst) < 0:
            furthest = max(furthest, -row.room(worst) / abs(rates[row.id]))
    return furthest


def relief_of(row: Row) -> Rates:
    """One row that asks less and less, by a unit of money per unit of distance."""
    return {row.id: ONE if row.sense == "<=" else -ONE}


def next_change(question: Question, rates: Rates, tree: Tree, enough: Fraction) -> FirstChange | None:
    """Where a line that cannot be split takes another amount as rows give way; None where none does.

    Args:
        question: with an answer.
        rates: rows of its program that move → the change of their right-hand side per unit of distance.
        tree: the proof of that answer.
        enough: the distance beyond which nobody asks, in the plan's unit.

    Raises:
        NotProvedError: if a stretch could not be proved.
    """
    now = pattern(question.whole, tree.answer or {})
    last: Turn | None = None
    for turn in walk(question, rates, tree):
        if turn.distance > enough:
            return None
        if pattern(question.whole, turn.split) != now:
            just_below = turn.split if last is None else last.above.moved(turn.distance - last.distance)
            return FirstChange(turn.distance, attained=True, split=turn.split, before=just_below)
        if pattern(question.whole, turn.above.at) != now:
            return FirstChange(turn.distance, attained=False, split=turn.above.at, before=turn.split)
        last = turn
    return None


def pattern(whole: Mapping[str, Whole], split: Mapping[str, Fraction]) -> dict[str, Fraction | bool]:
    """What the lines that cannot be split are given; of one without a unit, whether it gets anything."""
    return {line: bool(split[line]) if each.unit is None else split[line] for line, each in whole.items()}


def moved(question: Question, rates: Rates, distance: Fraction) -> Question:
    """The question with the right-hand sides of some rows moved."""
    program = question.program
    rows = tuple(
        row._replace(right_hand_side=row.right_hand_side + rates[row.id] * distance) if row.id in rates else row
        for row in program.rows
    )
    return question._replace(program=replace(program, rows=rows))


def _above(question: Question, rates: Rates, distance: Fraction, tree: Tree) -> Followed:
    """The straight line just above a distance: of the same tree, or of one a little further that reaches back to it."""
    found = follow(tree, rates)
    if found is not None:
        return found
    far = FIRST_LOOK
    for _ in range(MOST_LOOKS):
        ahead = best_whole(moved(question, rates, distance + far))
        back = follow(ahead, rates, -1)
        if back is not None and (back.end is None or back.end >= far):
            on = follow(ahead, rates)
            onward = {line: -rate for line, rate in back.rates.items()}
            end: Fraction | None = far
            if on is not None and on.rates == onward:
                end = None if on.end is None else far + on.end
            return Followed(end, back.moved(far), onward)
        far = (far - (back.end or ZERO) if back is not None else far) / 2
    raise NotProvedError("no straight line was proved next to a jump")
