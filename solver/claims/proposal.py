"""What can be said of a proposal: what it keeps and breaks, what of it can be used, what is near it, what is better."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.constraints.build_up import BuildUp
from flessenhals.constraints.constraint import own
from flessenhals.constraints.proportional import Proportional
from flessenhals.constraints.row import Row
from flessenhals.solver.claims.claim import PROVED, ZERO, Claim, is_best, keeps, lowest, worth
from flessenhals.solver.claims.whole.units import least_moved
from flessenhals.solver.program.linear_program import constraints_of

if TYPE_CHECKING:
    from flessenhals.constraints import Rule
    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.solver.claims.claim import Answer, Solves
    from flessenhals.solver.plan.plan import Plan

    Amounts = tuple[tuple[str, Fraction], ...]

ONE = Fraction(1)


class Keeps(Claim):
    """A proposal keeps the ceiling, every rule and every bound of a line.

    Attributes:
        ceiling: in the plan's unit.
        proposal: line and amount, in the plan's unit.
    """

    ceiling: Ceiling
    proposal: Amounts

    def holds(self, plan: Plan, answer: Answer | None, by: Solves = PROVED) -> bool:  # noqa: ARG002 - it takes no solve
        """Whether it does."""
        return keeps(plan, self.ceiling, dict(self.proposal))


class Breaks(Claim):
    """A proposal breaks exactly these constraints, each by so much.

    Attributes:
        ceiling: in the plan's unit; None where only rules are looked at.
        proposal: line and amount, in the plan's unit.
        broken: constraint and by how much, in the plan's unit.
    """

    ceiling: Ceiling | None
    proposal: Amounts
    broken: tuple[tuple[Row, Fraction], ...]

    def holds(self, plan: Plan, answer: Answer | None, by: Solves = PROVED) -> bool:  # noqa: ARG002 - it takes no solve
        """Whether those, and no others, have less room than none."""
        asked = plan.rule_rows if self.ceiling is None else constraints_of(plan, self.ceiling)
        slack = {row.id: row.slack(dict(self.proposal)) for row in asked}
        return {each: -room for each, room in slack.items() if room < 0} == {row.id: by for row, by in self.broken}


class CannotBeUsed(Claim):
    """Of a proposal, so much of each line cannot be used, and of the others all can.

    What can be used is the largest part that keeps every `proportional.at_least`, every `build_up.at_most` and every
    line's maximum; of several as large, the one that uses the parts of all lines most evenly.

    Attributes:
        proposal: line and amount, in the plan's unit.
        stranded: line and what of it cannot be used, in the plan's unit; without zeros.
    """

    proposal: Amounts
    stranded: Amounts

    def holds(self, plan: Plan, answer: Answer | None, by: Solves = PROVED) -> bool:  # noqa: ARG002 - at any split
        """Whether the optimal split of a plan that asks the proposal, under those rules alone, leaves that."""
        given = dict(self.proposal)
        lines = tuple(
            replace(
                line,
                proposed=given[line.id],
                minimum=ZERO,
                maximum=min(given[line.id], line.upper),
                weight=ONE,
                step=line.unit,
                parts=None,
            )
            for line in plan.lines
        )
        chain: list[Rule] = []
        for rule in plan.constraints:
            if isinstance(rule, Proportional) and rule.at_least is not None:
                chain.append(replace(rule, at_most=None))
            elif isinstance(rule, BuildUp) and rule.at_most is not None:
                chain.append(replace(rule, at_least=None))
        asked = replace(plan, lines=lines, constraints=tuple(chain), objective=("value", "coverage"), totals=())
        used = by.best(asked, sum(given.values(), start=ZERO))
        stranded = {line: amount - used[line] for line, amount in given.items()} if used is not None else {}
        return {line: amount for line, amount in stranded.items() if amount} == dict(self.stranded)


class NearestSplit(Claim):
    """A split keeps everything, and no split that does moves less money from a proposal: Σ |amount - proposal|.

    Attributes:
        ceiling: in the plan's unit.
        proposal, nearest: line and amount, in the plan's unit.
    """

    ceiling: Ceiling
    proposal: Amounts
    nearest: Amounts

    def holds(self, plan: Plan, answer: Answer | None, by: Solves = PROVED) -> bool:  # noqa: ARG002 - at any split
        """Whether none is nearer."""
        given, near = dict(self.proposal), dict(self.nearest)
        moved = sum((abs(near[line] - amount) for line, amount in given.items()), start=ZERO)
        if any(line.whole for line in plan.lines):
            return keeps(plan, self.ceiling, near) and least_moved(plan, self.ceiling, given) == moved
        rows = list(constraints_of(plan, self.ceiling))
        for line, amount in given.items():
            gap = f"{line} apart"
            rows.append(Row(own(line, "below"), "claim", {line: ONE, gap: ONE}, ">=", amount))
            rows.append(Row(own(line, "above"), "claim", {line: ONE, gap: -ONE}, "<=", amount))
        least = by.within(rows, {f"{line} apart": -ONE for line in given})
        return keeps(plan, self.ceiling, near) and least is not None and -least == moved


class BestOf(Claim):
    """Amounts are the optimal split of a ceiling.

    Attributes:
        ceiling: in the plan's unit.
        amounts: line and amount, in the plan's unit.
    """

    ceiling: Ceiling
    amounts: Amounts

    def holds(self, plan: Plan, answer: Answer | None, by: Solves = PROVED) -> bool:  # noqa: ARG002 - it names its own
        """Whether they are."""
        return is_best(plan, self.ceiling, dict(self.amounts), by)


class BetterBy(Claim):
    """The optimal split of a ceiling is worth so much more than another, and its lowest coverage is this to that.

    Attributes:
        ceiling: in the plan's unit.
        other: line and amount, in the plan's unit.
        value: the difference of the weighted totals, in the plan's unit.
        coverages: the lowest coverage of the optimal split and of the other, pure numbers; None where not spoken of.
    """

    ceiling: Ceiling
    other: Amounts
    value: Fraction
    coverages: tuple[Fraction | None, Fraction | None] | None = None

    def holds(self, plan: Plan, answer: Answer | None, by: Solves = PROVED) -> bool:  # noqa: ARG002 - it names its own
        """Whether they differ by that."""
        best, other = by.best(plan, self.ceiling), dict(self.other)
        if best is None or worth(plan, best) - worth(plan, other) != self.value:
            return False
        return self.coverages is None or self.coverages == (lowest(plan, best), lowest(plan, other))


class LeastSpread(Claim):
    """Compared with the plan's weights, one line has to count so many times as much as another, and no less.

    Under any weights of less difference than that, some split is worth more than the proposal. A line without weight in
    the plan counts once, and once more for every time that it gets the plan's smallest weight.

    Attributes:
        ceiling: in the plan's unit.
        proposal: line and amount, in the plan's unit.
        times: how many times, above 1.
        worthless: lines that count for nothing in any case, and are not compared.
    """

    ceiling: Ceiling
    proposal: Amounts
    times: Fraction
    worthless: tuple[str, ...]

    def holds(self, plan: Plan, answer: Answer | None, by: Solves = PROVED) -> bool:  # noqa: ARG002 - it names its own
        """Whether weights with that difference are a sum of the constraints that it fills, and none with less are."""
        nearly = self.times - (self.times - 1) / 1000
        return self._possible(plan, self.times, by) and not self._possible(plan, nearly, by)

    def _possible(self, plan: Plan, times: Fraction, by: Solves) -> bool:
        """Whether weights within a factor of the plan's make the proposal worth most (Karush, Kuhn and Tucker)."""
        given = dict(self.proposal)
        full = [row for row in constraints_of(plan, self.ceiling) if row.slack(given) == 0]
        smallest = min((line.weight for line in plan.lines if line.weight), default=ONE)
        rows = []
        for line in plan.lines:
            terms = {
                f"multiplier {number}": (1 if row.sense == "<=" else -1) * row.coefficients[line.id]
                for number, row in enumerate(full)
                if line.id in row.coefficients
            }
            if not given[line.id]:
                terms[f"nothing {line.id}"] = -ONE
            if line.id in self.worthless:
                rows.append(Row(own(line.id, "weight"), "claim", terms, "==", ZERO))
                continue
            weight = f"weight {line.id}"
            rows.append(Row(own(line.id, "weight"), "claim", {**terms, weight: -ONE}, "==", ZERO))
            low, high = line.weight, times * line.weight if line.weight else (times - 1) * smallest
            rows.append(Row(own(line.id, "least"), "claim", {weight: ONE}, ">=", low))
            rows.append(Row(own(line.id, "most"), "claim", {weight: ONE}, "<=", high))
        return by.within(rows, {}) is not None


class AwayFromBest(Claim):
    """The nearest of some proposals to the optimal split of a ceiling is so far away from it, and the others no less.

    How far: Σ |amount - proposal| over all lines.

    Attributes:
        ceiling: in the plan's unit.
        best: the optimal split, line and amount, in the plan's unit.
        proposals: of each, line and amount, in the plan's unit.
        nearest: which of them are the nearest, by their places.
        distance: in the plan's unit.
    """

    ceiling: Ceiling
    best: Amounts
    proposals: tuple[Amounts, ...]
    nearest: tuple[int, ...]
    distance: Fraction

    def holds(self, plan: Plan, answer: Answer | None, by: Solves = PROVED) -> bool:  # noqa: ARG002 - it names its own
        """Whether those have that distance, and no other a smaller one or the same."""
        best = dict(self.best)
        if not is_best(plan, self.ceiling, best, by):
            return False
        apart = [sum((abs(best[line] - each) for line, each in given), start=ZERO) for given in self.proposals]
        found = tuple(place for place, distance in enumerate(apart) if distance == min(apart))
        return found == self.nearest and min(apart) == self.distance
