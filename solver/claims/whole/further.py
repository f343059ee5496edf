"""What can be said of whole amounts when there is more money, or one unit more or less of a line."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from flessenhals.constraints.ceiling import Path, rows
from flessenhals.solver.claims.claim import ONE, PROVED, ZERO, Claim, lowest
from flessenhals.solver.claims.whole.units import _units_in
from flessenhals.solver.plan.relaxed import relaxed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.constraints.row import Row
    from flessenhals.solver.claims.claim import Answer, Solves
    from flessenhals.solver.plan.plan import Plan

NEXT_TO = Fraction(1, 10**9)


class NextUnits(Claim):
    """As the ceiling rises the lines that cannot be split stay as they are up to one, where some change to this.

    Attributes:
        ceiling: that ceiling, in the plan's unit; where it is a path, the share of it.
        attained: whether they change at that ceiling itself; else at whatever is above it.
        changes: line and amount, in the plan's unit, of those that change.
        paying: how many lines then get less than just before.
        lowest: the lowest coverage just before and then, pure numbers; None where no line asks anything.
    """

    ceiling: Fraction
    attained: bool
    changes: tuple[tuple[str, Fraction], ...]
    paying: int
    lowest: tuple[Fraction | None, Fraction | None]

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:
        """Whether they stay at some ceilings below it, and just below, and change so there, or just above."""
        start = _place(answer.ceiling)
        far = self.ceiling - start
        below = [start + far * part for part in (Fraction(1, 3), Fraction(3, 4), 1 - NEXT_TO)] if far else []
        if not self.attained:
            below.append(self.ceiling)
        same = _units_in(plan, answer.amounts)

        def best(place: Fraction) -> Mapping[str, Fraction] | None:
            return by.best(plan, _at(answer.ceiling, place))

        if any((found := best(each)) is None or _units_in(plan, found) != same for each in below):
            return False
        at = best(self.ceiling)
        there = at if self.attained else _next_to(self.ceiling, 1, best)
        before = _next_to(self.ceiling, -1, best) if self.attained else at
        if there is None or before is None:
            return False
        units = _units_in(plan, there)
        changed = {line: there[line] for line, amount in units.items() if amount != same[line]}
        paying = sum(1 for line in plan.lines if there[line.id] < before[line.id])
        lowest_of_both = lowest(plan, before), lowest(plan, there)
        return (changed, paying, lowest_of_both) == (dict(self.changes), self.paying, self.lowest)


class NoFurtherUnits(Claim):
    """However high the ceiling, the lines that cannot be split stay as they are."""

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:
        """Whether they stay at some higher ceilings, up to the one that pays all that can be given."""
        start, far = _place(answer.ceiling), sum((line.upper for line in plan.lines), start=ZERO)
        further = [start + far * part for part in (Fraction(1, 5), Fraction(1, 2), Fraction(1))]
        there = [by.best(plan, _at(answer.ceiling, place)) for place in further]
        same = _units_in(plan, answer.amounts)
        return all(found is not None and _units_in(plan, found) == same for found in there)


class WithAnotherUnit(Claim):
    """In the best split in which a line gets another amount, at least or at most, the others give up or get so much.

    Attributes:
        line: its id.
        amount: what it gets, in the plan's unit.
        moved: what the lines that then get less (more, where it gets less itself) differ by together.
        lowest: the lowest coverage then, a pure number; None where no line asks anything.
    """

    line: str
    amount: Fraction
    moved: Fraction
    lowest: Fraction | None

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:
        """Whether that split is so."""
        more = self.amount > answer.amounts[self.line]
        found = by.best(_with_line_at(plan, self.line, self.amount, more=more), answer.ceiling)
        if found is None:
            return False
        others = [found[line.id] - answer.amounts[line.id] for line in plan.lines if line.id != self.line]
        moved = sum((abs(gain) for gain in others if (gain < 0) == more), start=ZERO)
        return (moved, lowest(plan, found)) == (self.moved, self.lowest)


class NoOtherUnit(Claim):
    """No split that keeps everything gives a line this amount (or more, where that is more than it gets).

    Attributes:
        line: its id.
        amount: in the plan's unit.
    """

    line: str
    amount: Fraction

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:
        """Whether none does."""
        more = self.amount > answer.amounts[self.line]
        return by.best(_with_line_at(plan, self.line, self.amount, more=more), answer.ceiling) is None


class StraightBetweenJumps(Claim):
    """The split at some ceilings, between two of which every amount is a straight line; above the last it stays.

    Attributes:
        path: of which the ceilings are shares; None where they are totals in the plan's unit.
        steps: ceiling, whether it is the split there and not what it tends to on one side, line and amount; rising.
    """

    path: Path | None
    steps: tuple[tuple[Fraction, bool, tuple[tuple[str, Fraction], ...]], ...]

    def holds(self, plan: Plan, answer: Answer | None, by: Solves = PROVED) -> bool:  # noqa: ARG002 - it names its own
        """Whether it is so at each ceiling, halfway between two, and beyond the last."""

        def best(place: Fraction) -> Mapping[str, Fraction] | None:
            return by.best(plan, place if self.path is None else self.path.scaled(place))

        there = [(place, dict(amounts)) for place, is_there, amounts in self.steps if is_there]
        there.append((2 * self.steps[-1][0] + 1, dict(self.steps[-1][2])))
        for (low, _, before), (high, _, after) in pairwise(self.steps):
            if low < high:
                ends = dict(before), dict(after)
                there.append(((low + high) / 2, {line: (ends[0][line] + ends[1][line]) / 2 for line in ends[0]}))
        return all((found := best(place)) is not None and dict(found) == amounts for place, amounts in there)


class WithOneMore(Claim):
    """With a constraint asking one unit less, the lowest coverage of the best split is this, and so are the units.

    Attributes:
        row: the constraint.
        coverage: a pure number; None where no line asks anything.
        units: line and amount, in the plan's unit, of those that cannot be split and then get another one.
    """

    row: Row
    coverage: Fraction | None
    units: tuple[tuple[str, Fraction], ...]

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:
        """Whether they are those of the split that is best then."""
        found = by.best(*relaxed(plan, answer.ceiling, self.row, ONE))
        if found is None:
            return False
        now = _units_in(plan, answer.amounts)
        units = {line: found[line] for line, there in _units_in(plan, found).items() if there != now[line]}
        return (lowest(plan, found), units) == (self.coverage, dict(self.units))


class OtherUnitsFrom(Claim):
    """As a constraint gives way the lines that cannot be split stay as they are up to a place, where one changes.

    Attributes:
        row: the constraint.
        place: how far it then has given way, in its own unit, and whether they change there or only beyond; None for
            nowhere.
        far: up to where that was looked for, in the same unit.
    """

    row: Row
    place: tuple[Fraction, bool] | None
    far: Fraction

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:
        """Whether they stay at some places before it, and just before, and change there, or just beyond."""
        now = _units_in(plan, answer.amounts)

        def stay(by_: Fraction) -> bool:
            found = by.best(*relaxed(plan, answer.ceiling, self.row, by_))
            return found is not None and _units_in(plan, found) == now

        if self.place is None:
            return all(stay(self.far * part) for part in (Fraction(1, 5), Fraction(1, 2), ONE))
        there, attained = self.place
        before = [there * part for part in (Fraction(1, 3), Fraction(3, 4), 1 - NEXT_TO)] if there else []
        if not attained:
            before.append(there)
        return all(map(stay, before)) and not stay(there if attained else there + NEXT_TO)


class RoomEverywhere(Claim):
    """The ceiling, every rule and every bound leave room, and if amounts could be split more would be put to work."""

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:
        """Whether no side is reached, and a larger total keeps everything but the whole amounts."""
        given = [row for row in (*rows(plan.lines, answer.ceiling), *plan.rule_rows, *plan.bound_rows) if row.is_given]
        split = replace(plan, lines=tuple(replace(line, step=None, parts=None, smallest=None) for line in plan.lines))
        most = by.largest(split, answer.ceiling, dict(plan.charges))
        room = all(row.slack(answer.amounts) for row in given if row.coefficients)
        return room and most is not None and most > plan.charged(answer.amounts)


def _with_line_at(plan: Plan, id_: str, amount: Fraction, *, more: bool) -> Plan:
    """The plan in which a line gets an amount at least, or at most."""
    line = plan.line_by_id[id_]
    held = replace(line, minimum=amount) if more else replace(line, minimum=min(line.minimum, amount), maximum=amount)
    return replace(plan, lines=tuple(held if each.id == id_ else each for each in plan.lines))


def _place(ceiling: Ceiling) -> Fraction:
    """Where a ceiling is: the total, or of a path the share of it."""
    return ceiling.share if isinstance(ceiling, Path) else ceiling


def _at(ceiling: Ceiling, place: Fraction) -> Ceiling:
    """Another total, or another share of the same path."""
    return ceiling.scaled(place) if isinstance(ceiling, Path) else place


def _next_to(
    place: Fraction, side: int, best: Callable[[Fraction], Mapping[str, Fraction] | None]
) -> dict[str, Fraction] | None:
    """What the split tends to as the ceiling comes to one from above (1) or below (-1): it is a straight line there."""
    near, further = (best(place + side * times * NEXT_TO) for times in (1, 2))
    if near is None or further is None:
        return None
    return {line: 2 * amount - further[line] for line, amount in near.items()}
