"""What can be said of a split over years: what is left in which year and why, and when all that is asked is given."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from flessenhals.constraints.ceiling import Path
from flessenhals.constraints.exact import dot
from flessenhals.solver.claims.claim import PROVED, ZERO, Claim

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from flessenhals.solver.claims.claim import Answer, Solves
    from flessenhals.solver.plan.plan import Plan

Amounts = tuple[tuple[int, "Fraction"], ...]


@dataclass(frozen=True)
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


@dataclass(frozen=True)
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


@dataclass(frozen=True)
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


@dataclass(frozen=True)
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


@dataclass(frozen=True)
class FreeShiftBrings(Claim):
    """If all money could be used in any year, or in any later one, the largest weighted total would be so much more.

    Attributes:
        gain: in the plan's unit; 0 where shifting brings nothing.
        later: whether only what is kept for later years is meant.
    """

    gain: Fraction
    later: bool = False

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:
        """Whether that is the difference between the two."""
        if not isinstance(answer.ceiling, Path):
            return False
        weights = {line.id: line.weight for line in plan.lines}
        now = by.largest(plan, answer.ceiling, weights)
        path = answer.ceiling.freely_kept() if self.later else answer.ceiling.freely_shifted()
        free = by.largest(plan, path, weights)
        return now is not None and free is not None and free - now == self.gain


@dataclass(frozen=True)
class ShiftsTo(Claim):
    """Of the money of a year so much is used in the next; below 0, of that of the next in this one.

    Attributes:
        year: which.
        amount: in the plan's unit.
    """

    year: int
    amount: Fraction

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:  # noqa: ARG002 - it takes no solve
        """Whether the split with what it shifts keeps every year's ceiling, and shifts that."""
        shifts: Mapping[str, Fraction] = getattr(answer, "shifts", {})
        if not isinstance(answer.ceiling, Path) or answer.ceiling.shifted(shifts)[self.year] != self.amount:
            return False
        point = {**answer.amounts, **shifts}
        return all(row.slack(point) >= 0 for row in answer.ceiling.rows(plan.lines))


@dataclass(frozen=True)
class AllAskedInYears(Claim):
    """In these years, and in no others, every line that runs gets at least what it asks.

    Attributes:
        years: which, in order.
    """

    years: tuple[int, ...]

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:  # noqa: ARG002 - it takes no solve
        """Whether they are those."""
        short = {line.year for line in plan.lines if answer.amounts[line.id] < line.proposed}
        return self.years == tuple(sorted({line.year for line in plan.lines if line.year is not None} - short))


@dataclass(frozen=True)
class SameFrom(Claim):
    """From this year on every line that runs to the end gets the same every year, and every year has as much money.

    Attributes:
        year: the first of them.
    """

    year: int

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:  # noqa: ARG002 - it takes no solve
        """Whether nothing differs between them."""
        if plan.years is None or not isinstance(answer.ceiling, Path):
            return False
        years = range(self.year, plan.years.last + 1)
        allocated: Mapping[str, Mapping[int, Fraction]] = plan.years.in_years(answer.amounts, ZERO)
        figures = [*allocated.values(), {year: answer.ceiling.at(year) for year in years}]
        return all(each[year] == each[plan.years.last] for each in figures for year in years)


@dataclass(frozen=True)
class AllAskedFirstIn(Claim):
    """All that is asked can be had in this year at the earliest, with the plan going on after its last year.

    Attributes:
        year: which; None where it never can be.
    """

    year: int | None

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:  # noqa: ARG002 - it is proved again
        """Whether a search from the first year on finds that one."""
        from flessenhals.solver.optimum.how_soon import how_soon  # noqa: PLC0415 - few plans have years

        return isinstance(answer.ceiling, Path) and how_soon(plan, answer.ceiling).year == self.year


def _of(plan: Plan, year: int) -> dict[str, Fraction]:
    """The objective that counts every euro of the ceiling of a year once."""
    return {line.id: line.charge for line in plan.lines if line.year == year}
