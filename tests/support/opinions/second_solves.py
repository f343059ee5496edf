"""The solves that claims come down to, by another method than the project's: the dictionary simplex, stage by stage.

Of the project it takes a plan as data, with the rows that its rules ask; nothing that solves.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from drawn.whole_plans import rank, ways
from opinions.exact_dictionary import Solved, solved

from flessenhals.constraints.ceiling import EARLIER, LATER, Path
from flessenhals.solver.plan.group_goal import GroupGoal, groups_by

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.constraints.row import Row
    from flessenhals.solver.plan.group_goal import CoverageBy
    from flessenhals.solver.plan.plan import Plan

    Limit = tuple[Mapping[str, Fraction], Fraction]
    Bounds = dict[str, tuple[Fraction, Fraction | None]]

ZERO, ONE = Fraction(0), Fraction(1)
LEVEL = "the level"


class SecondSolves:
    """Answers a claim's questions; each question is worked out once.

    Where amounts cannot be split, every way in which they can be chosen is tried, and what is left of choice is linear.
    """

    def __init__(self) -> None:
        self._known: dict[object, dict[str, Fraction] | None] = {}
        self.asked = 0

    def largest(
        self, plan: Plan, ceiling: Ceiling | None, objective: Mapping[str, Fraction], rows: Sequence[Row] = ()
    ) -> Fraction | None:
        """The largest Σ objective · x over the splits that keep everything; None where no split does."""
        self.asked += 1
        found = [_largest(each, ceiling, objective, rows) for each in _ways(plan)]
        return max((each for each in found if each is not None), default=None)

    def level(self, plan: Plan, ceiling: Ceiling | None, of: CoverageBy | None = None) -> Fraction:
        """The highest lowest coverage, of a line or of a group, of any split that keeps everything."""
        self.asked += 1
        rows: list[Limit] = [({line.id: -ONE, LEVEL: line.proposed}, ZERO) for line in plan.lines if line.proposed]
        if of is not None:
            groups = groups_by(plan.lines, of).values()
            rows = [({it.id: -ONE for it in its} | {LEVEL: sum(it.proposed for it in its)}, ZERO) for its in groups]
        bounds = _bounds(plan, ceiling) | {LEVEL: (ZERO, None)}
        return _sure(solved({LEVEL: ONE}, [*rows, *_limits(plan, ceiling)], bounds)).value

    def within(self, rows: Sequence[Row], objective: Mapping[str, Fraction]) -> Fraction | None:
        """The largest Σ objective · x over amounts ≥ 0 that keep these rows; None where none do."""
        self.asked += 1
        lines = dict.fromkeys((*objective, *(line for row in rows for line in row.coefficients)))
        free: Bounds = dict.fromkeys(lines, (ZERO, None))
        found = solved(objective, _as_limits(rows), free) if rows else Solved(ZERO, {}, frozenset())
        return None if found is None else found.value

    def best(self, plan: Plan, ceiling: Ceiling) -> Mapping[str, Fraction] | None:
        """An optimal split: the stages of the objective, one after another."""
        asked = tuple((line.id, line.proposed, line.weight, line.whole) for line in plan.lines)
        limits = _limits(plan, ceiling)
        known = (asked, tuple(_bounds(plan, ceiling).items()), repr(plan.objective), repr(limits))
        if known not in self._known:
            self.asked += 1
            self._known[known] = _best(plan, ceiling)
        return self._known[known]


def _ways(plan: Plan) -> Iterable[Plan]:
    """The plan, or one for every choice of the amounts that cannot be split."""
    return (replace(plan, lines=lines) for lines in ways(plan)) if _is_whole(plan) else (plan,)


def _is_whole(plan: Plan) -> bool:
    """Whether some amount cannot be split, even if its bounds leave one whole amount alone."""
    return any(line.whole is not None for line in plan.lines)


def _largest(
    plan: Plan, ceiling: Ceiling | None, objective: Mapping[str, Fraction], rows: Sequence[Row]
) -> Fraction | None:
    if any(line.minimum > line.upper for line in plan.lines):
        return None
    found = solved(objective, [*_limits(plan, ceiling), *_as_limits(rows)], _bounds(plan, ceiling))
    return None if found is None else found.value


def _bounds(plan: Plan, ceiling: Ceiling | None) -> Bounds:
    moved = ceiling.variables if isinstance(ceiling, Path) else ()
    return {line.id: (line.minimum, line.upper) for line in plan.lines} | dict.fromkeys(moved, (ZERO, None))


def _limits(plan: Plan, ceiling: Ceiling | None) -> list[Limit]:
    total: list[Limit] = [] if ceiling is None else [({line.id: 1 - line.cofunded for line in plan.lines}, ceiling)]
    if isinstance(ceiling, Path):
        total = _as_limits(ceiling.rows(plan.lines))
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


def _best(plan: Plan, ceiling: Ceiling) -> dict[str, Fraction] | None:
    """The split that the stages leave; in whole amounts the best of all ways, the plan's order last."""
    if not _is_whole(plan):
        found = _staged(plan, _limits(plan, ceiling), _bounds(plan, ceiling), ordered=False)
        return None if found is None else {line.id: found[line.id] for line in plan.lines}
    tried = (
        _staged(each, _limits(each, ceiling), _bounds(each, ceiling), ordered=True)
        for each in _ways(plan)
        if all(line.minimum <= line.upper for line in each.lines)
    )
    return max((split for split in tried if split is not None), key=lambda split: rank(plan, split), default=None)


def _staged(plan: Plan, limits: list[Limit], bounds: Bounds, *, ordered: bool) -> dict[str, Fraction] | None:
    found = solved({}, limits, bounds)
    if found is None:
        return None
    for goal in plan.objective:
        if goal == "coverage":
            bounds = _levelled({line.id: line.proposed for line in plan.lines if line.proposed}, 1, limits, bounds)
            unasked = {line.id: ONE for line in plan.lines if not line.proposed}
            for line in unasked if ordered else ():  # in whole amounts they get as little as they can, one by one
                limits = _kept({line: -ONE}, limits, bounds)
            if unasked and not ordered:
                least = -_sure(solved(dict.fromkeys(unasked, -ONE), limits, bounds)).value
                bounds = _levelled(unasked, -1, [*limits, (unasked, least)], bounds)
        elif isinstance(goal, GroupGoal) and goal.of is None:
            limits = _even(plan, goal, limits, bounds)
        else:
            for objective in _linear(plan, goal, bounds):
                limits = _kept(objective, limits, bounds)
    for line in sorted(plan.lines, key=lambda each: each.proposed > 0) if ordered else ():
        limits = _kept({line.id: ONE if line.proposed else -ONE}, limits, bounds)
    return _sure(solved({}, limits, bounds)).point


def _linear(plan: Plan, goal: object, bounds: Bounds) -> Iterable[dict[str, Fraction]]:
    """What a stage makes as large as it can be, one thing after another."""
    if goal != "shift":
        of = goal.of.select(plan.lines) if isinstance(goal, GroupGoal) and goal.of is not None else plan.lines
        return [{line.id: line.weight for line in of}]
    moved = [name for name in bounds if name.startswith((LATER, EARLIER))]
    between = [
        [name for name in moved if name in {f"{LATER}{year}", f"{EARLIER}{year + 1}"}]
        for year in sorted({line.year for line in plan.lines if line.year is not None})
    ]
    return [
        dict.fromkeys(names, -ONE)
        for names in [moved, [name for name in moved if name.startswith(EARLIER)], *between]
        if names
    ]


def _kept(objective: Mapping[str, Fraction], limits: list[Limit], bounds: Bounds) -> list[Limit]:
    """The limits with the largest Σ objective · x held."""
    most = _sure(solved(objective, limits, bounds)).value
    return [*limits, ({name: -factor for name, factor in objective.items()}, -most)]


def _even(plan: Plan, goal: GroupGoal, limits: list[Limit], bounds: Bounds) -> list[Limit]:
    """The limits with every group's total held: the lowest coverage of a group as high as it goes, and on."""
    waiting = {name: [line.id for line in its] for name, its in groups_by(plan.lines, goal.by or "partner").items()}
    asks = {name: sum((plan.line_by_id[line].proposed for line in its), ZERO) for name, its in waiting.items()}
    while waiting:
        names = list(waiting)
        rows: list[Limit] = [(dict.fromkeys(waiting[name], -ONE) | {LEVEL: asks[name]}, ZERO) for name in names]
        found = _sure(solved({LEVEL: ONE}, [*rows, *limits], bounds | {LEVEL: (ZERO, None)}))
        level = found.point[LEVEL]
        held = [name for place, name in enumerate(names) if place in found.carrying]
        if not held:  # at a level of 0 no multiplier need say so
            assert level == 0
            totals = {name: dict.fromkeys(lines, ONE) for name, lines in waiting.items()}
            held = [name for name, total in totals.items() if _sure(solved(total, limits, bounds)).value == 0]
        assert held
        for name in held:
            total = dict.fromkeys(waiting.pop(name), ONE)
            limits = [*limits, (total, level * asks[name]), (dict.fromkeys(total, -ONE), -level * asks[name])]
    return limits


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
