"""What can be said of a split over years: what is left in which year and why, and when all that is asked is given."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from flessenhals.constraints import ceiling as ceilings
from flessenhals.constraints.ceiling import EARLIER, LATER, Path
from flessenhals.constraints.constraint import Constraint, own
from flessenhals.constraints.exact import dot
from flessenhals.constraints.row import Row
from flessenhals.solver.claims.claim import ONE, PROVED, ZERO, Claim
from flessenhals.solver.optimum.dated.how_soon import MOST_YEARS, asking
from flessenhals.solver.plan.relaxed import altered

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


class AllAskedFirstIn(Claim):
    """All that is asked can be had in this year at the earliest, with the plan going on after its last year.

    Attributes:
        year: which; None where none of thirty years after the plan's last is one.
    """

    year: int | None

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:
        """Whether something fits when all is asked in it, and nothing in the years before."""
        years, path = plan.years, answer.ceiling
        if years is None or not isinstance(path, Path):
            return False

        def fits(year: int) -> bool:
            asked, within = asking(plan, years, path, year)
            return by.largest(asked, within, {}) is not None

        if self.year is None:
            return not any(fits(year) for year in (*years.all, years.last + 1, years.last + MOST_YEARS))
        return fits(self.year) and not any(fits(year) for year in range(years.first, self.year))


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
        then = by.largest(plan, ceilings.eased(answer.ceiling, which, None, ZERO), _of(plan, self.year))
        return most is not None and then is not None and then > most


class LeastMoved(Claim):
    """So much money is moved from year to year, and the same amounts cannot be had by moving less.

    Attributes:
        shifted: year and what is shifted from it to the next, in the plan's unit; below 0 for money of the next.
    """

    shifted: Amounts

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:
        """Whether the amounts keep the path's rows with these moves, and with none that are smaller together."""
        if not isinstance(answer.ceiling, Path):
            return False
        moved: dict[str, Fraction] = dict.fromkeys(answer.ceiling.variables, ZERO)
        for year, amount in self.shifted:
            if amount:
                moved[f"{LATER}{year}" if amount > 0 else f"{EARLIER}{year + 1}"] = abs(amount)
        if not all(row.holds({**answer.amounts, **moved}) for row in answer.ceiling.rows(plan.lines)):
            return False
        if not moved:
            return True
        given = answer.amounts.items()
        fixed = [Row(own(line, "given"), "claim", {line: ONE}, "==", amount) for line, amount in given]
        least = by.largest(plan, answer.ceiling, dict.fromkeys(moved, -ONE), fixed)
        return least == -sum(moved.values(), start=ZERO)


class StillBuildsUp(Claim):
    """In this year a build-up leaves no room, and without it in that year the weighted total would be larger.

    Attributes:
        row: of the build-up.
    """

    row: Row

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:
        """Whether leaving the row out raises the largest weighted total."""
        weights = {line.id: line.weight for line in plan.lines}
        now = by.largest(plan, answer.ceiling, weights)
        then = by.largest(altered(plan, self.row.id, None), answer.ceiling, weights)
        return self.row.slack(answer.amounts) == 0 and now is not None and then is not None and then > now


def _of(plan: Plan, year: int) -> dict[str, Fraction]:
    """The objective that counts every euro of the ceiling of a year once."""
    return {line.id: line.charge for line in plan.lines if line.year == year}


def _spent(plan: Plan, amounts: Mapping[str, Fraction], year: int) -> Fraction:
    """What the ceiling pays of the lines of a year together, in the plan's unit."""
    return dot(_of(plan, year), amounts)
