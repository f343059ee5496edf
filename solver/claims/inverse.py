"""What can be said of the weights and ratios under which a proposal is right."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from flessenhals.solver.claims.claim import PROVED, ZERO, Claim, is_best, keeps, worth
from flessenhals.solver.plan.problem import InvalidPlanError
from flessenhals.solver.program.linear_program import constraints_of

if TYPE_CHECKING:
    from fractions import Fraction

    from flessenhals.constraints import Rule
    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.solver.claims.claim import Answer, Solves
    from flessenhals.solver.plan.plan import Plan

    Amounts = tuple[tuple[str, Fraction], ...]


class RightUnder(Claim):
    """A proposal keeps everything, and no split is worth more, in the plan under these weights and ratios.

    Attributes:
        ceiling: in the plan's unit.
        proposal: line and amount, in the plan's unit.
        weights: line and weight, a pure number; lines that are not named keep the plan's.
        rules: the plan's rules with the ratios that are meant.
        is_answer: whether it is then exactly the optimal split; None where that is not said.
    """

    ceiling: Ceiling
    proposal: Amounts
    weights: Amounts
    rules: tuple[Rule, ...]
    is_answer: bool | None

    def holds(self, plan: Plan, answer: Answer | None, by: Solves = PROVED) -> bool:  # noqa: ARG002 - it names its own
        """Whether the largest weighted total is the proposal's then, and the optimal split is it, or is not."""
        weights, given = dict(self.weights), dict(self.proposal)
        lines = tuple(replace(line, weight=weights.get(line.id, line.weight)) for line in plan.lines)
        changed = replace(plan, lines=lines, constraints=self.rules)
        most = by.largest(changed, self.ceiling, {line.id: line.weight for line in lines})
        if not keeps(changed, self.ceiling, given) or most != worth(changed, given):
            return False
        return self.is_answer is None or is_best(changed, self.ceiling, given, by) == self.is_answer


class AnotherGivesMore(Claim):
    """A split keeps everything and gives each of these lines more than the proposal, and no line less.

    Attributes:
        ceiling: in the plan's unit.
        proposal, other: line and amount, in the plan's unit.
        lines: those that get more.
    """

    ceiling: Ceiling
    proposal: Amounts
    other: Amounts
    lines: tuple[str, ...]

    def holds(self, plan: Plan, answer: Answer | None, by: Solves = PROVED) -> bool:  # noqa: ARG002 - it takes no solve
        """Whether it does."""
        given, other = dict(self.proposal), dict(self.other)
        no_less = all(other[line] >= amount for line, amount in given.items())
        return keeps(plan, self.ceiling, other) and no_less and all(other[line] > given[line] for line in self.lines)


class AnotherIsWorthMore(Claim):
    """A split is worth so much more than the proposal, and keeps every rule under every ratio that the proposal keeps.

    Attributes:
        ceiling: in the plan's unit.
        proposal, other: line and amount, in the plan's unit.
        more: by how much, in the plan's unit.
    """

    ceiling: Ceiling
    proposal: Amounts
    other: Amounts
    more: Fraction

    def holds(self, plan: Plan, answer: Answer | None, by: Solves = PROVED) -> bool:  # noqa: ARG002 - it takes no solve
        """Whether it keeps the other constraints, and each ratio at the strictest that the proposal keeps."""
        given, other = dict(self.proposal), dict(self.other)
        ratios = {ratio.id: ratio for ratio in plan.ratios if ratio.is_chain}
        others = [row for row in constraints_of(plan, self.ceiling) if row.id not in ratios]
        kept = all(row.holds(other) for row in others)
        for ratio in ratios.values():
            whole = sum((given[line] for line in ratio.whole), start=ZERO)
            if whole:
                part = sum((given[line] for line in ratio.part), start=ratio.existing)
                kept = kept and ratio.at(part / whole).row.holds(other)
        return kept and worth(plan, other) - worth(plan, given) == self.more > 0


class NotRightUnder(Claim):
    """Under rules whose ratios move a thousandth less far, the proposal breaks one or another split is worth more.

    Attributes:
        ceiling: in the plan's unit.
        proposal: line and amount, in the plan's unit.
        rules: the plan's rules with those ratios.
    """

    ceiling: Ceiling
    proposal: Amounts
    rules: tuple[Rule, ...]

    def holds(self, plan: Plan, answer: Answer | None, by: Solves = PROVED) -> bool:  # noqa: ARG002 - it names its own
        """Whether it is not worth most there."""
        given = dict(self.proposal)
        changed = replace(plan, constraints=self.rules)
        most = by.largest(changed, self.ceiling, {line.id: line.weight for line in plan.lines})
        return not keeps(changed, self.ceiling, given) or most != worth(plan, given)


class RefusedUnder(Claim):
    """With these rules in place of its own, the plan is refused: they contradict or feed themselves.

    Attributes:
        rules: the plan's rules with other ratios.
    """

    rules: tuple[Rule, ...]

    def holds(self, plan: Plan, answer: Answer | None, by: Solves = PROVED) -> bool:  # noqa: ARG002 - it takes no solve
        """Whether it is."""
        try:
            replace(plan, constraints=self.rules)
        except InvalidPlanError:
            return True
        return False
