"""What can be said of the money of a year: what is asked, spent and left in it, and why."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from flessenhals.constraints import ceiling as ceilings
from flessenhals.constraints.ceiling import Path
from flessenhals.constraints.constraint import Constraint
from flessenhals.constraints.exact import dot
from flessenhals.solver.claims.claim import PROVED, ZERO, Claim
from flessenhals.solver.program.linear_program import constraints_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from flessenhals.solver.claims.claim import Answer, Solves
    from flessenhals.solver.plan.plan import Plan

Amounts = tuple[tuple[int, "Fraction"], ...]


class LowestInYears(Claim):
    """In each of these years no line gets a smaller part of what it asks in it, and one gets exactly this.

    Attributes:
        coverage: year and the part, a pure number; the years in which something is asked.
    """

    coverage: Amounts

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:  # noqa: ARG002 - it takes no solve
        """Whether these are the smallest amounts over what is asked."""
        found: dict[int, Fraction] = {}
        for line in plan.lines:
            if line.proposed and line.year is not None:
                part = answer.amounts[line.id] / line.proposed
                found[line.year] = min(part, found.get(line.year, part))
        return dict(self.coverage) == found


class SpentInYear(Claim):
    """In a year so much is spent.

    Attributes:
        year: which.
        total: in the plan's unit.
    """

    year: int
    total: Fraction

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:  # noqa: ARG002 - it takes no solve
        """Whether what the ceiling pays in that year adds up to it."""
        return dot(_of(plan, self.year), answer.amounts) == self.total


class MostInYear(Claim):
    """No split that keeps the path, the rules and the limits spends more in a year than so much.

    Attributes:
        year: which.
        total: in the plan's unit.
    """

    year: int
    total: Fraction

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:
        """Whether that is the largest total of that year."""
        return by.largest(plan, answer.ceiling, _of(plan, self.year)) == self.total


class MoreInYearWithout(Claim):
    """Without this rule in any year, all else as it is, more than so much can be spent in a year.

    Attributes:
        rule: its id.
        year: in which more can be spent.
        total: in the plan's unit.
    """

    rule: str
    year: int
    total: Fraction

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:
        """Whether the largest total of that year is larger without it."""
        freer = replace(plan, constraints=tuple(each for each in plan.constraints if each.id != self.rule))
        most = by.largest(freer, answer.ceiling, _of(freer, self.year))
        return most is not None and most > self.total


class AsksByYear(Claim):
    """So much is asked over all years, and so much there is; of that so much in one year.

    Attributes:
        asked, there_is: over all years, in the plan's unit.
        year: the one year.
        asked_then, there_is_then: in that year, in the plan's unit.
    """

    asked: Fraction
    there_is: Fraction
    year: int
    asked_then: Fraction
    there_is_then: Fraction

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:  # noqa: ARG002 - it takes no solve
        """Whether the lines and the path add up to it."""
        if not isinstance(answer.ceiling, Path):
            return False
        asked = sum((line.proposed for line in plan.lines), start=ZERO)
        then = sum((line.proposed for line in plan.lines if line.year == self.year), start=ZERO)
        there_is = sum((answer.ceiling.at(year) for year in answer.ceiling.years), start=ZERO)
        figures = asked, there_is, then, answer.ceiling.at(self.year)
        return figures == (self.asked, self.there_is, self.asked_then, self.there_is_then)


class PrintedOff(Claim):
    """The printed amounts miss these rules in some year, and no others.

    Attributes:
        printed: line of a year and amount, in the plan's unit.
        rules: their ids; none where all are kept.
    """

    printed: tuple[tuple[str, Fraction], ...]
    rules: tuple[str, ...]

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:  # noqa: ARG002 - it takes no solve
        """Whether those rules are the ones."""
        at = {**dict.fromkeys(plan.line_by_id, ZERO), **dict(self.printed)}
        rows = constraints_of(plan, answer.ceiling)
        return {row.id.rule for row in rows if row.id.rule is not None and not row.holds(at)} == set(self.rules)


class PrintedNear(Claim):
    """Every printed amount of a line in a year is less than so much from the exact one; with 0 it is the exact one.

    Attributes:
        printed: line of a year and amount, in the plan's unit.
        step: in the plan's unit.
    """

    printed: tuple[tuple[str, Fraction], ...]
    step: Fraction

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:  # noqa: ARG002 - it takes no solve
        """Whether they are."""
        apart = [abs(amount - answer.amounts.get(line, ZERO)) for line, amount in self.printed]
        return all(each < self.step or not each for each in apart) and {name for name, _ in self.printed} >= {
            line.id for line in plan.lines
        }


class SpendsByYear(Claim):
    """In each of these years the lines together get so much, and so much of the ceiling is left.

    Left is what the year has, with what is shifted in and without what is shifted out, less what is given.

    Attributes:
        total, unspent: year and amount, in the plan's unit.
        shifted: year and what is shifted from it to the next, in the plan's unit; below 0 for money of the next.
    """

    total: Amounts
    unspent: Amounts
    shifted: Amounts

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:  # noqa: ARG002 - it takes no solve
        """Whether the amounts add up so, year after year."""
        if not isinstance(answer.ceiling, Path):
            return False
        unspent, moved = dict(self.unspent), dict(self.shifted)
        return all(
            _spent(plan, answer.amounts, year) == total
            and total + unspent[year] == answer.ceiling.at(year) + moved.get(year - 1, ZERO) - moved.get(year, ZERO)
            for year, total in self.total
        )


class MoreInYear(Claim):
    """Some split within the path spends more in this year than the answer does: other years or weights pay for it.

    Attributes:
        year: which.
    """

    year: int

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:
        """Whether one does."""
        most = by.largest(plan, answer.ceiling, _of(plan, self.year))
        return most is not None and most > _spent(plan, answer.amounts, self.year)


class NoRuleAloneInYear(Claim):
    """Whichever single rule is left out, no more can be spent in this year.

    Attributes:
        year: which.
    """

    year: int

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:
        """Whether none of them holds money back by itself."""
        most = by.largest(plan, answer.ceiling, _of(plan, self.year)) or ZERO
        return not any(MoreInYearWithout(rule.id, self.year, most).holds(plan, answer, by) for rule in plan.constraints)


class ComesOnce(Claim):
    """More could be spent in this year if all of its money came back every year.

    Attributes:
        year: which.
    """

    year: int

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:
        """Whether the most that any split spends in it is more then."""
        which = Constraint("ceiling", side="structural", year=self.year)
        most = by.largest(plan, answer.ceiling, _of(plan, self.year))
        then = by.largest(plan, ceilings.relaxed(answer.ceiling, which, None, ZERO), _of(plan, self.year))
        return most is not None and then is not None and then > most


def _of(plan: Plan, year: int) -> dict[str, Fraction]:
    """The objective that counts every euro of the ceiling of a year once."""
    return {line.id: line.charge for line in plan.lines if line.year == year}


def _spent(plan: Plan, amounts: Mapping[str, Fraction], year: int) -> Fraction:
    """What the ceiling pays of the lines of a year together, in the plan's unit."""
    return dot(_of(plan, year), amounts)
