"""What was asked of a plan did to the lines that it was not about, held against the run without it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from flessenhals.solver.claims.claim import PROVED, Claim
from flessenhals.solver.plan.group_goal import GroupGoal

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.solver.claims.claim import Answer, Solves
    from flessenhals.solver.optimum.allocation import Allocation
    from flessenhals.solver.plan.plan import Plan

ZERO = Fraction(0)


class CoverageMoves(Claim):
    """These lines have one coverage without what was asked, another with it, and no line besides them moves so.

    Attributes:
        before: the plan as it is without what was asked.
        lines: their ids.
        coverage, then: without and with it, pure numbers.
    """

    before: Plan
    lines: tuple[str, ...]
    coverage: Fraction
    then: Fraction

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:
        """Whether both runs give these lines these coverages."""
        without = by.best(self.before, answer.ceiling)
        return without is not None and all(
            without[name] == self.coverage * self.before.line_by_id[name].proposed
            and answer.amounts[name] == self.then * plan.line_by_id[name].proposed
            for name in self.lines
        )


class MoneyMoves(Claim):
    """These lines together have more, or less, by an amount than without what was asked.

    Attributes:
        before: the plan as it is without what was asked.
        lines: their ids.
        by: how much more, in the plan's unit; below 0 for less.
    """

    before: Plan
    lines: tuple[str, ...]
    by_amount: Fraction

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:  # noqa: ARG002 - the plan says nothing here
        """Whether the two runs differ so for these lines."""
        without = by.best(self.before, answer.ceiling)
        return (
            without is not None
            and sum((answer.amounts[name] - without[name] for name in self.lines), start=ZERO) == self.by_amount
        )


class KeepWhatTheyHad(Claim):
    """Each of these lines gets exactly what it gets without what was asked.

    Attributes:
        before: the plan as it is without what was asked.
        lines: their ids.
    """

    before: Plan
    lines: tuple[str, ...]

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:  # noqa: ARG002 - the plan says nothing here
        """Whether both runs give them the same."""
        without = by.best(self.before, answer.ceiling)
        return without is not None and all(answer.amounts[name] == without[name] for name in self.lines)


class NothingFitsWithout(Claim):
    """Without what was asked no split keeps everything within the ceiling.

    Attributes:
        before: the plan as it is without what was asked.
    """

    before: Plan

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:  # noqa: ARG002 - the plan says nothing here
        """Whether nothing fits."""
        return by.best(self.before, answer.ceiling) is None


class Unheld(NamedTuple):
    """What was asked, where there is no run without it to hold it against.

    Attributes:
        before: the plan as it is without what was asked.
        proved: whether it is proved that nothing fits; else no answer could be proved.
    """

    before: Plan
    proved: bool


class SparingCosts(Claim):
    """A proposal gives each of these lines one coverage, and with its total cut evenly every line would have another.

    Attributes:
        amounts: what it gives, line id → amount in the plan's unit.
        lines: the lines that are not spared, by their ids.
        coverage, then: of every line with the same total cut evenly, and of these lines now, pure numbers.
    """

    amounts: Mapping[str, Fraction]
    lines: tuple[str, ...]
    coverage: Fraction
    then: Fraction

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:  # noqa: ARG002 - it is about the proposal
        """Whether the sums say so."""
        asked = sum((line.proposed for line in plan.lines), start=ZERO)
        return sum(self.amounts.values(), start=ZERO) == self.coverage * asked and all(
            self.amounts[name] == self.then * plan.line_by_id[name].proposed for name in self.lines
        )


class Given(NamedTuple):
    """A split that somebody proposes, as an answer is looked at.

    Attributes:
        plan: of whose lines.
        ceiling: the total, or the path, that it is held against.
        amounts: line id → what it is given, in the plan's unit.
    """

    plan: Plan
    ceiling: Ceiling
    amounts: Mapping[str, Fraction]


@dataclass(frozen=True)
class Effect:
    """What was asked of a plan did to the other lines.

    Attributes:
        without, with_it: the optimal splits of one ceiling, or path, without and with what was asked; of a slice off
            every line the optimal split, and what the slice leaves.
        about: the lines that were kept or dropped.
        changes: what `--set` changed, as it was typed.
        scenario: whether it is a scenario that asks it.
    """

    without: Allocation
    with_it: Allocation | Given
    about: Collection[str]
    changes: tuple[str, ...] = ()
    scenario: bool = False

    @property
    def ranked(self) -> list[GroupGoal]:
        """The stages about some lines, or groups of them, that the run without it does not have."""
        return [
            goal
            for goal in self.with_it.plan.objective
            if isinstance(goal, GroupGoal) and goal not in self.without.plan.objective
        ]

    @property
    def others(self) -> list[str]:
        """The lines that it was not about and that ask something, in the plan's order."""
        before = self.without.plan.line_by_id
        return [
            line.id
            for line in self.with_it.plan.lines
            if line.id not in self.about and line.proposed and line.id in before and before[line.id].proposed
        ]

    @property
    def bystanders(self) -> list[str]:
        """The lines that it was not about, whether they ask something or not, in the plan's order."""
        before = self.without.plan.line_by_id
        return [line.id for line in self.with_it.plan.lines if line.id not in self.about and line.id in before]

    @property
    def concerned(self) -> list[str]:
        """Those of them that ask something, with it or without it, or whose amount moved, in the plan's order."""
        before, after = self.without.plan.line_by_id, self.with_it.plan.line_by_id
        return [
            name
            for name in self.bystanders
            if before[name].proposed or after[name].proposed or self.with_it.amounts[name] != self.without.amounts[name]
        ]

    @property
    def unmoved(self) -> tuple[str, ...]:
        """Those of them that get what they got without it."""
        return tuple(name for name in self.bystanders if self.with_it.amounts[name] == self.without.amounts[name])

    def moved(self, name: str) -> tuple[Fraction, Fraction]:
        """The coverage of a line without and with it, pure numbers."""
        return (
            self.without.amounts[name] / self.without.plan.line_by_id[name].proposed,
            self.with_it.amounts[name] / self.with_it.plan.line_by_id[name].proposed,
        )

    @property
    def moves(self) -> list[CoverageMoves]:
        """The lines whose coverage moved, those that move alike together, the most lines first."""
        pairs = Counter(pair for name in self.others if (pair := self.moved(name))[0] != pair[1])
        return [
            CoverageMoves(self.without.plan, tuple(name for name in self.others if self.moved(name) == pair), *pair)
            for pair, _ in pairs.most_common()
        ]

    def money(self, *, more: bool, besides: Collection[str] = ()) -> MoneyMoves | None:
        """What the lines that have more (or less) have more (or less) together; None where none has.

        Args:
            more: whether it is about those that have more.
            besides: lines that are spoken of elsewhere.
        """
        others = [name for name in self.bystanders if name not in besides]
        change = {name: self.with_it.amounts[name] - self.without.amounts[name] for name in others}
        lines = tuple(name for name, by in change.items() if (by > 0 if more else by < 0))
        if not lines:
            return None
        return MoneyMoves(self.without.plan, lines, sum((change[name] for name in lines), start=ZERO))
