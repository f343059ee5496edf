"""The best split in whole amounts by a measure of its own, with the tree that proves it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from flessenhals.solver.program.errors import NotProvedError
from flessenhals.solver.units.checker import faults
from flessenhals.solver.units.question import Goal
from flessenhals.solver.units.search import best_whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.units.question import Question
    from flessenhals.solver.units.tree import Tree

ONE = Fraction(1)


@dataclass(frozen=True)
class WholeSolution:
    """The best split in whole amounts by some measure, proved.

    Attributes:
        amounts: line id → amount, exactly, in the plan's unit; in the plan's order.
        tree: all splits in parts, with the proof that none holds a better one.
    """

    amounts: Mapping[str, Fraction]
    tree: Tree

    @cached_property
    def total(self) -> Fraction:
        """Everything that it gives, in the plan's unit."""
        return sum(self.amounts.values(), start=Fraction(0))

    def faults(self) -> list[str]:
        """Everything that keeps this from being proved; empty exactly for a proof."""
        answer = self.tree.answer or {}
        other = [line for line, amount in self.amounts.items() if amount != answer.get(line)]
        return [*faults(self.tree), *(f"{line} is not what was proved" for line in other)]


def answered(question: Question, lines: Iterable[str]) -> WholeSolution:
    """The best split of a question that has one, over these lines in this order.

    Raises:
        NotProvedError: if no proof was found.
    """
    tree = best_whole(question)
    if tree.answer is None:
        raise NotProvedError("no split in whole amounts was found")
    return WholeSolution({line: tree.answer[line] for line in lines}, tree)


def in_order(plan: Plan) -> list[Goal]:
    """As much as it can for the line that stands first in the plan, year after year, then for the second, and so on.

    This leaves one split, whatever the goals before it left.
    """
    place = {line.line: number for number, line in reversed(list(enumerate(plan.lines)))}
    in_order = sorted(plan.lines, key=lambda line: (place[line.line], line.year or 0))
    return [Goal("order", ({line.id: ONE},)) for line in in_order]
