"""Why the answer changed: how much of the difference between two splits each changed input accounts for."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from math import factorial
from time import monotonic
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from flessenhals.solver.comparison.changes import MOST_GROUPS, Between, Change, Group
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.optimum.allocation import Allocation, allocate
from flessenhals.solver.plan.finding import Finding
from flessenhals.solver.plan.soundness import InvalidPlanError
from flessenhals.solver.program.highs import highs_in_a_row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from pandas import DataFrame

    from flessenhals.solver.plan.plan import Grouping, Plan
    from flessenhals.solver.program.prove import Engine

Method = Literal["shapley", "order"]
ZERO = Fraction(0)
LONGEST = 60.0


class Cause(NamedTuple):
    """How much one change, or several that belong together, accounts for.

    Attributes:
        id: the path of the change, or what its changes have in common.
        changes: the inputs that changed.
        total: of the difference in everything that is given, in the plan's unit.
        lowest_coverage: of the difference in the lowest coverage, a pure number; None where there is none on a side.
        lines: line id → of the difference in what it is given, in the plan's unit; every line of either plan.
    """

    id: str
    changes: tuple[Change, ...]
    total: Fraction
    lowest_coverage: Fraction | None
    lines: Mapping[str, Fraction]


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
        return _minus(self.after.amounts, self.before.amounts)

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
            "before": self.before.to_dict(),
            "after": self.after.to_dict(),
            "method": self.method,
            "together": self.together,
            "unfit": [list(ids) for ids in self.unfit],
            "total": self.total,
            "lowest_coverage": self.lowest_coverage,
            "lines": self.lines,
            "causes": [
                {
                    "id": cause.id,
                    "paths": [change.path for change in cause.changes],
                    "total": cause.total,
                    "lowest_coverage": cause.lowest_coverage,
                    "lines": cause.lines,
                    "exact": {
                        "total": str(cause.total),
                        "lowest_coverage": None if cause.lowest_coverage is None else str(cause.lowest_coverage),
                        "lines": {line: str(amount) for line, amount in cause.lines.items()},
                    },
                }
                for cause in self.causes
            ],
        }

    def rows(self) -> list[dict[str, Any]]:
        """A record per cause and line, and under the line `total` what it comes to in all."""
        return [
            {"cause": cause.id, "line": line, "change": amount}
            for cause in self.causes
            for line, amount in [*cause.lines.items(), ("total", cause.total)]
        ]

    def _frame(self) -> DataFrame:
        """The effects as a pandas frame: a line a row, a cause a column, and the whole difference last."""
        import pandas as pd  # noqa: PLC0415 - it takes longer to import than everything else together

        columns = {cause.id: {line: float(amount) for line, amount in cause.lines.items()} for cause in self.causes}
        columns["difference"] = {line: float(amount) for line, amount in self.lines.items()}
        return pd.DataFrame(columns).rename_axis("id")


class _Worth(NamedTuple):
    """What is compared of a split."""

    total: Fraction
    lowest: Fraction | None
    amounts: Mapping[str, Fraction]


def difference(
    before: tuple[Plan, Fraction],
    after: tuple[Plan, Fraction],
    engine: Engine = highs_in_a_row,
    watch: Callable[[float], object] | None = None,
) -> Difference:
    """Explain the difference between two optimal splits by the inputs that changed between them, exactly.

    The effect of a change is its Shapley value: what it adds, averaged over every order in which the changes can be
    made. For a change i among n, with v the total (the lowest coverage, a line's amount) under a set of changes:

        φ_i = Σ over sets S without i of  |S|! (n − |S| − 1)! / n! · (v(S and i) − v(S))

    The effects add up to the difference; a change that does nothing under any other has none; no order is preferred.

    Args:
        before: a plan and its ceiling, in the plan's unit.
        after: the same for the other side.
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

    def worth(chosen: Iterable[int]) -> _Worth | None:
        nonlocal done
        done += 1
        changed = {change for place in chosen for change in groups[place].changes}
        try:
            found = _worth(allocate(*between.at(changed), engine))
        except (InfeasibleError, InvalidPlanError):
            return None
        if watch is not None:
            watch(min(1.0, done / mixtures))
        return found

    unfit: list[tuple[str, ...]] = []
    if not too_slow:
        known: dict[frozenset[int], _Worth] = {}
        for size in range(len(groups) + 1):
            for chosen in combinations(range(len(groups)), size):
                found = worth(chosen)
                if found is None:
                    unfit.append(tuple(groups[place].id for place in chosen))
                    continue
                known[frozenset(chosen)] = found
        if not unfit:
            return Difference(*splits, "shapley", _shapley(groups, known), together)
    return Difference(*splits, "order", _in_order(groups, worth), together, tuple(unfit), too_slow)


def _shapley(groups: Sequence[Group], known: Mapping[frozenset[int], _Worth]) -> tuple[Cause, ...]:
    count = len(groups)
    causes = []
    for place, group in enumerate(groups):
        steps = [
            (
                Fraction(factorial(len(chosen)) * factorial(count - len(chosen) - 1), factorial(count)),
                found,
                known[chosen | {place}],
            )
            for chosen, found in known.items()
            if place not in chosen
        ]
        causes.append(_cause(group.id, group.changes, steps))
    return tuple(causes)


def _in_order(groups: Sequence[Group], worth: Callable[[Iterable[int]], _Worth | None]) -> tuple[Cause, ...]:
    """The effect of every change upon those before it; one under which nothing fits is joined with the next."""
    causes, waiting = [], []
    last = worth(())
    for place, group in enumerate(groups):
        waiting.append(group)
        found = worth(range(place + 1))
        if found is None or last is None:
            continue
        changes = tuple(change for each in waiting for change in each.changes)
        causes.append(_cause(" + ".join(each.id for each in waiting), changes, [(Fraction(1), last, found)]))
        last, waiting = found, []
    return tuple(causes)


def _cause(id_: str, changes: tuple[Change, ...], steps: Sequence[tuple[Fraction, _Worth, _Worth]]) -> Cause:
    """What a change adds, each step from one split to the next with its weight."""
    total, lowest = ZERO, ZERO
    lines: dict[str, Fraction] = {}
    for weight, old, new in steps:
        total += weight * (new.total - old.total)
        if old.lowest is not None and new.lowest is not None:
            lowest += weight * (new.lowest - old.lowest)
        for line, amount in _minus(new.amounts, old.amounts).items():
            lines[line] = lines.get(line, ZERO) + weight * amount
    known = all(each.lowest is not None for _, *pair in steps for each in pair)
    return Cause(id_, changes, total, lowest if known else None, lines)


def _worth(split: Allocation) -> _Worth:
    return _Worth(split.total, split.lowest_coverage, split.amounts)


def _minus(new: Mapping[str, Fraction], old: Mapping[str, Fraction]) -> dict[str, Fraction]:
    return {line: new.get(line, ZERO) - old.get(line, ZERO) for line in dict.fromkeys([*new, *old])}
