"""The solves that claims come down to, by another method than the project's: the dictionary simplex, stage by stage.

Of the project it takes a plan as data, with the rows that its rules ask; nothing that solves.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from exact_dictionary import Solved, solved

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from flessenhals.constraints.row import Row
    from flessenhals.solver.plan.plan import Plan

    Limit = tuple[Mapping[str, Fraction], Fraction]
    Bounds = dict[str, tuple[Fraction, Fraction | None]]

ZERO, ONE = Fraction(0), Fraction(1)
LEVEL = "the level"


class SecondSolves:
    """Answers a claim's questions; each question is worked out once."""

    def __init__(self) -> None:
        self._known: dict[object, dict[str, Fraction] | None] = {}
        self.asked = 0

    def largest(
        self, plan: Plan, ceiling: Fraction | None, objective: Mapping[str, Fraction], rows: Sequence[Row] = ()
    ) -> Fraction | None:
        """The largest Σ objective · x over the splits that keep everything; None where no split does."""
        if any(line.minimum > line.upper for line in plan.lines):
            return None
        self.asked += 1
        found = solved(objective, [*_limits(plan, ceiling), *_as_limits(rows)], _bounds(plan))
        return None if found is None else found.value

    def level(self, plan: Plan, ceiling: Fraction | None) -> Fraction:
        """The highest lowest coverage of any split that keeps everything."""
        self.asked += 1
        rows: list[Limit] = [({line.id: -ONE, LEVEL: line.proposed}, ZERO) for line in plan.lines if line.proposed]
        bounds = _bounds(plan) | {LEVEL: (ZERO, None)}
        return _sure(solved({LEVEL: ONE}, [*rows, *_limits(plan, ceiling)], bounds)).value

    def within(self, rows: Sequence[Row], objective: Mapping[str, Fraction]) -> Fraction | None:
        """The largest Σ objective · x over amounts ≥ 0 that keep these rows; None where none do."""
        self.asked += 1
        lines = dict.fromkeys((*objective, *(line for row in rows for line in row.coefficients)))
        free: Bounds = dict.fromkeys(lines, (ZERO, None))
        found = solved(objective, _as_limits(rows), free) if rows else Solved(ZERO, {}, frozenset())
        return None if found is None else found.value

    def best(self, plan: Plan, ceiling: Fraction) -> Mapping[str, Fraction] | None:
        """An optimal split: the stages of the objective, one after another."""
        bounds = _bounds(plan)
        limits = _limits(plan, ceiling)
        asked = tuple((line.id, line.proposed, line.weight) for line in plan.lines)
        known = (asked, tuple(bounds.items()), plan.objective, repr(limits))
        if known not in self._known:
            self.asked += 1
            self._known[known] = _best(plan, limits, bounds)
        return self._known[known]


def _bounds(plan: Plan) -> Bounds:
    return {line.id: (line.minimum, line.upper) for line in plan.lines}


def _limits(plan: Plan, ceiling: Fraction | None) -> list[Limit]:
    total: list[Limit] = [] if ceiling is None else [({line.id: 1 - line.cofunded for line in plan.lines}, ceiling)]
    return total + _as_limits(plan.rule_rows)


def _as_limits(rows: Iterable[Row]) -> list[Limit]:
    found: list[Limit] = []
    for row in rows:
        signs = {"<=": (1,), ">=": (-1,), "==": (1, -1)}[row.sense]
        found += [
            ({line: sign * factor for line, factor in row.coefficients.items()}, sign * row.right_hand_side)
            for sign in signs
        ]
    return found


def _best(plan: Plan, limits: list[Limit], bounds: Bounds) -> dict[str, Fraction] | None:
    found = solved({}, limits, bounds)
    if found is None:
        return None
    for goal in plan.objective:
        if goal == "value":
            weights = {line.id: line.weight for line in plan.lines}
            found = _sure(solved(weights, limits, bounds))
            limits = [*limits, ({line: -weight for line, weight in weights.items()}, -found.value)]
        else:
            asked = {line.id: line.proposed for line in plan.lines if line.proposed}
            bounds = _levelled(asked, 1, limits, bounds)
            unasked = {line.id: ONE for line in plan.lines if not line.proposed}
            if unasked:
                least = -_sure(solved(dict.fromkeys(unasked, -ONE), limits, bounds)).value
                bounds = _levelled(unasked, -1, [*limits, (unasked, least)], bounds)
            found = _sure(solved({}, limits, bounds))
    return found.point


def _levelled(shares: Mapping[str, Fraction], sign: int, limits: list[Limit], bounds: Bounds) -> Bounds:
    """The bounds with each of these lines held: the lowest share as high as it goes (or the highest as low), and on."""
    bounds, waiting = dict(bounds), list(shares)
    while waiting:
        rows: list[Limit] = [({line: Fraction(-sign), LEVEL: sign * shares[line]}, ZERO) for line in waiting]
        found = _sure(solved({LEVEL: Fraction(sign)}, [*rows, *limits], bounds | {LEVEL: (ZERO, None)}))
        reached = [line for place, line in enumerate(waiting) if place in found.carrying]
        if not reached:  # at a level of 0 no multiplier need say so: all are held at it, or those that cannot rise
            assert found.point[LEVEL] == 0
            reached = [line for line in waiting if sign < 0 or _sure(solved({line: ONE}, limits, bounds)).value == 0]
        assert reached
        for line in reached:
            amount = found.point[LEVEL] * shares[line]
            bounds[line] = amount, amount
            waiting.remove(line)
    return bounds


def _sure(found: Solved | None) -> Solved:
    assert found is not None
    return found
