"""Whole steps near a split of very many lines: rounded down, and then raised as far as rules and the ceiling ask."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING

from flessenhals.constraints.ceiling import rows as ceiling_rows
from flessenhals.constraints.exact import dot

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from flessenhals.constraints.row import Row
    from flessenhals.solver.plan.line import Line
    from flessenhals.solver.plan.plan import Plan

ZERO = Fraction(0)
MOST_REPAIRS = 3  # for every row, all together


def near(plan: Plan, ceiling: Fraction, exact: Mapping[str, Fraction], step: Fraction) -> dict[str, Fraction] | None:
    """A split in whole steps that keeps every rule and the ceiling, near an exact one; None where none is found.

    All lines are rounded down. A rule that is broken then raises the line that lost most of those that count for it, or
    lowers one that counts against it, and so on until all hold. What is left of the ceiling goes, a step each, to the
    lines that lost most, where every rule lets them. That no split is nearer is not proved. A line that cannot be split
    stays next to its exact amount, so that what is printed of it stands for the same number of units.

    Args:
        plan: the lines and rules.
        ceiling: the total that may be spent, in the plan's unit.
        exact: line id → amount, in the plan's unit; a split that keeps every constraint.
        step: what amounts are rounded to, in the plan's unit.
    """
    steps = _Steps(plan, ceiling, exact, step)
    if any(count > steps.most[line] for line, count in steps.counts.items()) or not steps.repaired():
        return None
    steps.fill()
    return {line: count * step for line, count in steps.counts.items()}


def beside(plan: Plan, ceiling: Fraction, exact: Mapping[str, Fraction], step: Fraction) -> dict[str, Fraction]:
    """Whole steps next to every exact amount that stay within the ceiling, whatever that does to rules and bounds.

    All lines are rounded down. What each programme lost by that, and then what is still left of all, goes a step each
    to its lines below their lower bounds, then to those that stay within their upper bounds, then to the others; of
    each first to those that lost most.

    Args:
        plan: the lines and rules.
        ceiling: the total that may be spent, in the plan's unit.
        exact: line id → amount, in the plan's unit; a split that keeps the ceiling.
        step: what amounts are rounded to, in the plan's unit.
    """
    amounts = {line: floor(amount / step) * step for line, amount in exact.items()}
    (row,) = ceiling_rows(plan.lines, ceiling)
    left = row.slack(amounts)

    def lost(line: Line) -> tuple[bool, bool, Fraction]:
        amount = amounts[line.id]
        return amount < line.lower, amount + step <= line.upper, exact[line.id] - amount

    groups = [*plan.grouped("programme").values(), plan.lines]
    for lines in groups:
        open_ = floor(sum((exact[line.id] - amounts[line.id] for line in lines), start=ZERO) / step)
        for line in sorted(lines, key=lost, reverse=True):
            paid = row.coefficients.get(line.id, ZERO) * step
            if open_ and amounts[line.id] < exact[line.id] and paid <= left:
                amounts[line.id], left, open_ = amounts[line.id] + step, left - paid, open_ - 1
    return amounts


class _Steps:
    """How many steps each line gets, and what every row is left with."""

    def __init__(self, plan: Plan, ceiling: Fraction, exact: Mapping[str, Fraction], step: Fraction) -> None:
        self.exact, self.step = exact, step
        self.least = {line.id: ceil(line.lower / step) for line in plan.lines}
        self.most = {line.id: floor(line.upper / step) for line in plan.lines}
        for line in plan.whole:
            self.least[line] = max(self.least[line], floor(exact[line] / step))
            self.most[line] = min(self.most[line], ceil(exact[line] / step))
        self.counts = {line: max(floor(amount / step), self.least[line]) for line, amount in exact.items()}
        self.rows: Sequence[Row] = [*ceiling_rows(plan.lines, ceiling), *plan.rule_rows]
        self.signs = [-1 if row.sense == "<=" else 1 for row in self.rows]
        self.of: dict[str, list[tuple[int, Fraction]]] = defaultdict(list)
        for place, (row, sign) in enumerate(zip(self.rows, self.signs, strict=True)):
            for line, value in row.coefficients.items():
                self.of[line].append((place, value if sign > 0 else -value))
        self.rooms = [self._room(row) for row in self.rows]  # counted in steps

    def _room(self, row: Row) -> Fraction:
        above = dot(row.coefficients, self.counts) - row.right_hand_side / self.step
        if row.sense == "==":
            return -abs(above)
        return above if row.sense == ">=" else -above

    def repaired(self) -> bool:
        """Whether every row holds, once each that does not was looked at."""
        waiting = [place for place, room in enumerate(self.rooms) if room < 0]
        turns = _Turns()
        for _ in range(MOST_REPAIRS * (len(self.rows) + 1)):
            if not waiting:
                return True
            place = waiting.pop()
            if self.rooms[place] < 0:
                if turns.come_round(place, len(waiting)):
                    return False
                moved = self._helped(place)
                if moved is None:
                    return False
                line, by = moved
                turns.moved(line, by)
                waiting.append(place)
                waiting += [other for other, _ in self.of[line] if other != place and self.rooms[other] < 0]
            else:
                turns.passed(len(waiting))
        return False

    def _helped(self, place: int) -> tuple[str, int] | None:
        """The line that was moved a step so that a row has more room, and which way: up first, and what is off most."""
        sign = self.signs[place]
        helps = {line: sign * value for line, value in self.rows[place].coefficients.items()}
        up = [line for line, value in helps.items() if value > 0 and self.counts[line] < self.most[line]]
        down = [line for line, value in helps.items() if value < 0 and self.counts[line] > self.least[line]]
        if not (up or down):
            return None
        raised = [line for line in up if self._keeps(line, 1, place)]
        lowered = [line for line in down if self._keeps(line, -1, place)]
        if raised or not lowered:
            by = 1 if up else -1
            line = (
                max(raised or up, key=lambda each: (helps[each] >= 1, self._lost(each)))
                if up
                else min(down, key=self._lost)
            )
        else:
            by, line = -1, min(lowered, key=self._lost)
        self._move(line, by)
        return line, by

    def _keeps(self, line: str, by: int, place: int) -> bool:
        """Whether every other row holds after a line is moved."""
        return all(self.rooms[at] + by * value >= 0 or by * value >= 0 for at, value in self.of[line] if at != place)

    def _lost(self, line: str) -> Fraction:
        return self.exact[line] - self.counts[line] * self.step

    def _move(self, line: str, by: int) -> None:
        self.counts[line] += by
        for place, value in self.of[line]:
            self.rooms[place] += by * value

    def fill(self) -> None:
        """Give what is left, a step each, to the lines that lost most, where every row lets them."""
        for line in sorted(self.counts, key=self._lost, reverse=True):
            if self._lost(line) <= 0:
                break
            if self.counts[line] < self.most[line] and all(self.rooms[at] + value >= 0 for at, value in self.of[line]):
                self._move(line, 1)


class _Turns:
    """Whether repairs go round in circles, so that they would never end (Brent's way of finding a cycle).

    What follows from a row depends on how many steps each line has and on the rows that wait above it alone. So where
    the same row is looked at again, every line has as many steps as then, and no row that waited below was looked at in
    between, the same will follow for ever.
    """

    def __init__(self) -> None:
        self._row, self._waiting = -1, 0
        self._by: dict[str, int] = {}
        self._looked, self._next = 0, 1

    def come_round(self, row: int, waiting: int) -> bool:
        """Whether all is as it was when it was remembered; now and then it is remembered anew.

        Args:
            row: that is looked at.
            waiting: how many wait below it.
        """
        self.passed(waiting)
        if row == self._row and not self._by:
            return True
        self._looked += 1
        if self._looked == self._next:
            self._row, self._waiting, self._by = row, waiting, {}
            self._looked, self._next = 0, 2 * self._next
        return False

    def passed(self, waiting: int) -> None:
        """Forget what is remembered where a row that waited below has been looked at."""
        if waiting < self._waiting:
            self._row = -1

    def moved(self, line: str, by: int) -> None:
        """Take in that a line was moved so many steps."""
        by += self._by.pop(line, 0)
        if by:
            self._by[line] = by
