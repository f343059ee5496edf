"""Why the answer changed: how much of the difference between two splits each changed input accounts for."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from time import monotonic
from typing import TYPE_CHECKING, Any, Literal

from flessenhals.constraints.constraint import LineYear
from flessenhals.solver.comparison.difference.causes import (
    CategoryEffect,
    Cause,
    Worth,
    by_shapley,
    in_order,
    minus,
    tagged,
    together,
    worth_of,
)
from flessenhals.solver.comparison.difference.changes import MOST_GROUPS, Between
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.plan.dated.years import nested
from flessenhals.solver.plan.finding import Finding, frame_of
from flessenhals.solver.plan.problem import InvalidPlanError
from flessenhals.solver.program.highs import highs_in_a_row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from pandas import DataFrame

    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.solver.optimum.allocation import Allocation
    from flessenhals.solver.plan.plan import Grouping, Plan
    from flessenhals.solver.plan.tagged import Category
    from flessenhals.solver.program.prove import Engine

Method = Literal["shapley", "order"]
ZERO = Fraction(0)
LONGEST = 60.0


@dataclass(frozen=True, repr=False)
class Difference(Finding):
    """Two splits and what makes the difference between them; the causes add up to it exactly.

    Attributes:
        before, after: the optimal splits.
        method: `shapley`, or `order` where the changes were made one after another.
        causes: in the order in which the changes stand in the plan.
        together: whether changes were taken together because there are more than eight.
        unfit: the mixtures of changes under which nothing fits, each by the ids of its causes; where there is one, the
            changes were made one after another.
        too_slow: whether they were because all mixtures would have taken more than a minute.
    """

    before: Allocation
    after: Allocation
    method: Method
    causes: tuple[Cause, ...]
    together: bool = False
    unfit: tuple[tuple[str, ...], ...] = ()
    too_slow: bool = False

    @property
    def plan(self) -> Plan:
        """The plan after the changes."""
        return self.after.plan

    @property
    def total(self) -> Fraction:
        """How much more is given in all, in the plan's unit."""
        return self.after.total - self.before.total

    @property
    def lowest_coverage(self) -> Fraction | None:
        """By how much the lowest coverage rose, a pure number; None where there is none on a side."""
        old, new = self.before.lowest_coverage, self.after.lowest_coverage
        return None if old is None or new is None else new - old

    @property
    def lines(self) -> dict[str, Fraction]:
        """Line id → how much more it is given, in the plan's unit; a line that stands on one side only gets 0 there."""
        return minus(self.after.amounts, self.before.amounts)

    @property
    def categories(self) -> tuple[CategoryEffect, ...]:
        """What the changes of each sort did together, in the order of the first; empty where the plan tags none."""
        if not any(cause.category for cause in self.causes):
            return ()
        found: dict[Category | None, list[Cause]] = {}
        for cause in self.causes:
            found.setdefault(cause.category, []).append(cause)
        return tuple(together(category, causes) for category, causes in found.items())

    def by(self, grouping: Grouping, lines: Mapping[str, Fraction]) -> dict[str | None, Fraction]:
        """The part of every programme, partner or department in an effect on lines, in the plan's unit."""
        found: dict[str | None, Fraction] = {}
        for line, amount in lines.items():
            known = self.after.plan.line_by_id.get(line) or self.before.plan.line_by_id[line]
            group = getattr(known, grouping)
            found[group] = found.get(group, ZERO) + amount
        return found

    def headline(self) -> str:
        """What it is about and comes to, on one line."""
        return f"{self.before.headline()} -> {self.after.headline()}"

    def record(self) -> dict[str, Any]:
        """The finding as plain data with the keys of the JSON output; amounts as floats, in the plan's unit."""
        return {
            "plan": self.after.plan.id,
            "unit": self.after.plan.unit,
            "before": self.before.record(),
            "after": self.after.record(),
            "method": self.method,
            "together": self.together,
            "unfit": [list(ids) for ids in self.unfit],
            "total": self._total(self.total, self.lines),
            "lowest_coverage": self.lowest_coverage,
            "lines": nested(self.lines),
            "causes": [
                {
                    "id": cause.id,
                    "paths": [change.path for change in cause.changes],
                    **({} if cause.category is None else {"category": cause.category}),
                    "total": self._total(cause.total, cause.lines),
                    "lowest_coverage": cause.lowest_coverage,
                    "lines": nested(cause.lines),
                    "exact": {
                        "total": str(cause.total),
                        "lowest_coverage": None if cause.lowest_coverage is None else str(cause.lowest_coverage),
                        "lines": {line: str(amount) for line, amount in cause.lines.items()},
                    },
                }
                for cause in self.causes
            ],
            **({"categories": [self._category(each) for each in sorts]} if (sorts := self.categories) else {}),
        }

    def _total(self, total: Fraction, lines: Mapping[str, Fraction]) -> Fraction | dict[str, Fraction]:
        """What an effect comes to; with years in each of them."""
        return self.by_year(lines) if self.plan.years is not None else total

    def by_year(self, lines: Mapping[str, Fraction]) -> dict[str, Fraction]:
        """Year → what an effect on lines comes to in it, in the plan's unit; empty without years."""
        found = dict.fromkeys(map(str, self.plan.years.all if self.plan.years else ()), ZERO)
        for line, amount in lines.items():
            if isinstance(line, LineYear):
                found[str(line.year)] += amount
        return found

    def _category(self, each: CategoryEffect) -> dict[str, Any]:
        return {**each._asdict(), "total": self._total(each.total, each.lines), "lines": nested(each.lines)}

    def rows(self) -> list[dict[str, Any]]:
        """A record per cause and line, and under the line `total` what it comes to in all."""
        return [
            {"cause": cause.id, "line": line, "change": amount}
            for cause in self.causes
            for line, amount in [*cause.lines.items(), ("total", cause.total)]
        ]

    def _frame(self) -> DataFrame:
        """The effects as a pandas frame: a line a row, a cause a column, and the whole difference last."""
        columns = {cause.id: cause.lines for cause in self.causes}
        return frame_of({**columns, "difference": self.lines}).rename_axis("id")


def difference(
    before: tuple[Plan, Ceiling],
    after: tuple[Plan, Ceiling],
    engine: Engine = highs_in_a_row,
    watch: Callable[[float], object] | None = None,
) -> Difference:
    """Explain the difference between two optimal splits by the inputs that changed between them, exactly.

    The effect of a change is its Shapley value: what it adds, averaged over every order in which the changes can be
    made. For a change i among n, with v the total (the lowest coverage, a line's amount) under a set of changes:

        φ_i = Σ over sets S without i of  |S|! (n − |S| − 1)! / n! · (v(S and i) − v(S))

    The effects add up to the difference; a change that does nothing under any other has none; no order is preferred.

    Args:
        before: a plan and its ceiling, in the plan's unit; with years a path.
        after: the same for the other side; with years of the same years.
        engine: who is asked first.
        watch: called with the part that is done, from 0 to 1, after every split.

    Raises:
        InfeasibleError: if nothing fits before, or after.
        NotProvedError: if a split could not be proved.

    Source: L. S. Shapley, A value for n-person games, in Contributions to the Theory of Games II, 1953.
    """
    between = Between(before, after)
    groups = between.groups()
    start = monotonic()
    splits = allocate(*before, engine), allocate(*after, engine)
    mixtures = 2 ** len(groups)
    too_slow = (monotonic() - start) / 2 * mixtures > LONGEST
    together = len(between.changes) > MOST_GROUPS
    done = 0

    def worth(chosen: Iterable[int]) -> Worth | None:
        nonlocal done
        done += 1
        changed = {change for place in chosen for change in groups[place].changes}
        try:
            found = worth_of(allocate(*between.at(changed), engine))
        except (InfeasibleError, InvalidPlanError):
            return None
        if watch is not None:
            watch(min(1.0, done / mixtures))
        return found

    unfit: list[tuple[str, ...]] = []
    if not too_slow:
        known: dict[frozenset[int], Worth] = {}
        for size in range(len(groups) + 1):
            for chosen in combinations(range(len(groups)), size):
                found = worth(chosen)
                if found is None:
                    unfit.append(tuple(groups[place].id for place in chosen))
                    continue
                known[frozenset(chosen)] = found
        if not unfit:
            return Difference(*splits, "shapley", tagged(by_shapley(groups, known), after[0].changes), together)
    return Difference(
        *splits, "order", tagged(in_order(groups, worth), after[0].changes), together, tuple(unfit), too_slow
    )
