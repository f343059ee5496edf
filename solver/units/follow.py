"""How far a split in whole amounts goes on in a straight line when one of its constraints gives way."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from flessenhals.solver.units.along import Along, Stretch
from flessenhals.solver.units.checker import faults, limited
from flessenhals.solver.units.ground import Ground, WrongStepError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flessenhals.constraints.constraint import Constraint
    from flessenhals.constraints.row import Row
    from flessenhals.solver.units.tree import Tree


class Followed(NamedTuple):
    """A split as a straight line, proved all along it.

    Attributes:
        end: how far the constraint gives way until the proof ends, in the plan's unit; None where it never does.
        at: line id → amount where it starts, in the plan's unit.
        rates: line id → what it gains per unit that the constraint gives way.
    """

    end: Fraction | None
    at: Mapping[str, Fraction]
    rates: Mapping[str, Fraction]

    def moved(self, distance: Fraction) -> dict[str, Fraction]:
        """The split at a distance, line id → amount in the plan's unit."""
        return {line: amount + self.rates[line] * distance for line, amount in self.at.items()}


def follow(tree: Tree, rates: Mapping[Constraint, Fraction], direction: int = 1) -> Followed | None:
    """Check a tree with some of its rows moving: the same reasons, with numbers that move.

    What the checker finds true just after the start is true until the first comparison turns; no search takes part.

    Args:
        tree: with an answer.
        rates: rows that move → the change of their right-hand side per unit of distance.
        direction: 1 along these rates, -1 against them.

    Returns:
        The straight line that the split follows, and how far; None where the reasons do not hold just after the start.
    """
    stretch = Stretch()
    program = tree.question.program

    def moving(row: Row) -> Row:
        end = Along(row.right_hand_side, rates[row.id] * direction, stretch)
        return row._replace(right_hand_side=cast("Fraction", end))

    rows = tuple(moving(row) if row.id in rates else row for row in program.rows)
    question = tree.question._replace(program=replace(program, rows=rows))
    try:
        answer = _answer(tree._replace(question=question))
    except WrongStepError:
        return None
    if answer is None or faults(tree._replace(question=question, answer=answer)):
        return None
    amounts = {
        line: each if isinstance(each, Along) else Along(each, Fraction(0), stretch) for line, each in answer.items()
    }
    return Followed(
        stretch.end,
        {line: each.at for line, each in amounts.items()},
        {line: each.rate for line, each in amounts.items()},
    )


def _answer(tree: Tree) -> dict[str, Any] | None:
    """The best split of the part that held the answer, worked out again from the reasons that it was given."""
    if tree.found_in is None:
        return None
    way = [tree.parts[tree.found_in]]
    while way[-1].parent is not None:
        way.append(tree.parts[way[-1].parent])
    ground = Ground(tree.question)
    for part in reversed(way[:-1]):
        ground = limited(ground, part)
    for step in way[0].steps:
        ground.settle(step, *ground.bound(step))
    if any(each.lower != each.upper for each in ground.intervals.values()):
        return None
    return {label: each.lower for label, each in ground.intervals.items()}
