"""What was asked of a plan with years did to the lines that it was not about, held against the run without it."""

from __future__ import annotations

from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from flessenhals.solver.claims.claim import PROVED, Claim
from flessenhals.solver.claims.effect import MoneyMoves

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from flessenhals.solver.claims.claim import Answer, Solves
    from flessenhals.solver.claims.effect import Effect
    from flessenhals.solver.plan.plan import Line, Plan

ZERO = Fraction(0)


class LowestMoves(Claim):
    """The lowest coverage among these lines in a year is one without what was asked, and another with it.

    Attributes:
        before: the plan as it is without what was asked.
        lines: their ids, of one year; each asks something in both runs.
        coverage, then: without and with it, pure numbers.
    """

    before: Plan
    lines: tuple[str, ...]
    coverage: Fraction
    then: Fraction

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:
        """Whether the lowest coverage in both runs is so."""
        without = by.best(self.before, answer.ceiling)
        return without is not None and (
            min(without[name] / self.before.line_by_id[name].proposed for name in self.lines) == self.coverage
            and min(answer.amounts[name] / plan.line_by_id[name].proposed for name in self.lines) == self.then
        )


class Lowest(NamedTuple):
    """The year in which the lowest coverage of the other lines moves furthest.

    Attributes:
        year: which.
        claim: from where to where.
    """

    year: int
    claim: LowestMoves


class OverYears:
    """What was asked did to the other lines over the years together: a line's years in which it was not about it.

    Args:
        found: both runs.
    """

    def __init__(self, found: Effect) -> None:
        self._found = found
        before = found.without.plan.line_by_id
        self.others: dict[str, list[Line]] = {}
        for line in found.with_it.plan.lines:
            if line.id not in found.about and line.id in before:
                self.others.setdefault(line.line, []).append(line)

    @cached_property
    def _change(self) -> Mapping[str, Sequence[Fraction]]:
        with_it, without = self._found.with_it.amounts, self._found.without.amounts
        return {name: [with_it[line.id] - without[line.id] for line in its] for name, its in self.others.items()}

    def money(self, *, more: bool) -> tuple[list[str], MoneyMoves] | None:
        """The lines that have more (or less) over the years together, and how much; None where none has."""
        names = [name for name, by in self._change.items() if (sum(by) > 0 if more else sum(by) < 0)]
        if not names:
            return None
        ids = tuple(line.id for name in names for line in self.others[name])
        together = sum((sum(self._change[name], start=ZERO) for name in names), start=ZERO)
        return names, MoneyMoves(self._found.without.plan, ids, together)

    @property
    def moved_in_time(self) -> list[str]:
        """The lines that have as much over the years together, and another amount in some of them."""
        return [name for name, by in self._change.items() if any(by) and not sum(by)]

    @property
    def unmoved(self) -> list[str]:
        """The lines that have in every year what they had."""
        return [name for name, by in self._change.items() if not any(by)]

    def ids(self, names: Collection[str]) -> tuple[str, ...]:
        """The ids of lines in each of their years."""
        return tuple(line.id for name in names for line in self.others[name])

    @property
    def lowest(self) -> Lowest | None:
        """Where the lowest coverage of the other lines moves furthest, down before up; None where it stays."""
        before = self._found.without.plan
        by_year: dict[int, list[Line]] = {}
        for its in self.others.values():
            for line in its:
                if line.year is not None and line.proposed and before.line_by_id[line.id].proposed:
                    by_year.setdefault(line.year, []).append(line)
        found = []
        for year, lines in by_year.items():
            was = min(self._found.without.amounts[line.id] / before.line_by_id[line.id].proposed for line in lines)
            now = min(self._found.with_it.amounts[line.id] / line.proposed for line in lines)
            if was != now:
                found.append(Lowest(year, LowestMoves(before, tuple(line.id for line in lines), was, now)))
        falls = [each for each in found if each.claim.then < each.claim.coverage]
        return max(falls or found, key=lambda each: abs(each.claim.then - each.claim.coverage), default=None)
