"""What can be said of a path from year to year: when all that is asked is given, and what still builds up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.constraints.ceiling import Path
from flessenhals.solver.claims.claim import PROVED, ZERO, Claim
from flessenhals.solver.optimum.dated.how_soon import MOST_YEARS, asking
from flessenhals.solver.plan.relaxed import altered

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from flessenhals.constraints.row import Row
    from flessenhals.solver.claims.claim import Answer, Solves
    from flessenhals.solver.plan.plan import Plan


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
