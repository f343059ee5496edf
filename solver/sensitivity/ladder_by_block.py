"""The ladder of a plan whose parts hang together by nothing but the ceiling, put together from those of its parts.

A part's own ladder says, for every amount of money that it could be given, its best split, what the next euro is
worth there and which coverage that euro raises first. One more euro of ceiling goes where it is worth most; among
those, where the coverage that it raises is lowest, and to several parts side by side where these are equal.

Where value comes first a part can be made to take money that lowers the lowest coverage that it moves, as rules tie
one line's gain to another's loss. Such money goes last: no other part has anything left to gain at that worth then.

That this is the best split of the whole follows from the parts. Money can only help by moving from one to another. A
part that gives some up loses at least the worth of its last euro, and at equal worth a coverage no higher than the
common level; a part that gets more gains at most the worth of its next, and at equal worth a coverage no lower. The
best splits of a part are a convex set, in which leximin has no local optimum that is not the best, so no larger change
helps either.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from fractions import Fraction
from heapq import heappop, heappush
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from flessenhals.constraints.exact import dot, total
from flessenhals.solver.plan.plan import Plan
from flessenhals.solver.program.components import blocks
from flessenhals.solver.program.linear_program import splits
from flessenhals.solver.sensitivity.ceiling_course import Course

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from flessenhals.solver.plan.line import Line

    Piece = tuple[Fraction, Course]
    Pieces = Callable[[Plan], list[Piece]]

ZERO, ONE = Fraction(0), Fraction(1)
ORDERS = (("value", "coverage"), ("coverage",))


class Stretch(NamedTuple):
    """A straight piece of a part's ladder, between two amounts of money of its own.

    Attributes:
        part: which part it is.
        start, end: of its own money, in the plan's unit.
        worth: of one more unit of money, a pure number.
        low, high: the lowest coverage that more money raises, at the start and at the end; pure numbers.
        rates: line id → how much of one more unit of the part's money the line gets, a pure number.
        late: whether it, or a stretch of the same worth before it, lowers the lowest coverage that it moves.
    """

    part: int
    start: Fraction
    end: Fraction
    worth: Fraction
    low: Fraction
    high: Fraction
    rates: Mapping[str, Fraction]
    late: bool

    @property
    def money(self) -> Fraction:
        """How much money one unit of coverage takes, in the plan's unit."""
        return (self.end - self.start) / (self.high - self.low)


class UnevenError(Exception):
    """A part whose ladder cannot be merged by its level: lines that ask nothing move alone, or money stays unspent."""


def parts_of(plan: Plan) -> list[Plan]:
    """The parts of a plan that share no rule, each as a plan of its own; the plan itself where it is one part."""
    found = blocks(splits(plan, None))
    if len(found) < 2 or plan.objective not in ORDERS:  # noqa: PLR2004 - one part is the plan itself
        return [plan]
    part_of = {label: place for place, part in enumerate(found) for label in part.variables}
    lines: list[list[Line]] = [[] for _ in found]
    for line in plan.lines:
        lines[part_of[line.id]].append(line)
    return [_part(plan, members) for members in lines]


def _part(plan: Plan, lines: Sequence[Line]) -> Plan:
    """Lines that share no rule with others as a plan, with the rules that speak of them."""
    rules = tuple(rule for rule in plan.constraints if any(row.coefficients for row in rule.rows(lines)))
    if any(line.weight for line in lines):
        return Plan(id=plan.id, lines=tuple(lines), constraints=rules, objective=plan.objective)
    equal = tuple(replace(line, weight=ONE) for line in lines)  # nothing here is worth more than anything else
    return Plan(id=plan.id, lines=equal, constraints=rules, objective=("coverage",))


def merged(
    plan: Plan, parts: Sequence[Plan], pieces: Pieces, watch: Callable[[Fraction], object] | None
) -> list[Piece]:
    """The straight pieces of the whole plan's split over the ceiling, each with the ceiling at which it begins.

    Args:
        plan: with the objective [value, coverage] or [coverage].
        parts: `parts_of(plan)`, two at least.
        pieces: finds the same of one part.
        watch: called with the part of the way that is done, from 0 to 1, after every part.

    Raises:
        UnevenError: if the parts cannot be merged by their levels.
        InfeasibleError, NotProvedError: as `pieces`.
    """
    amounts: dict[str, Fraction] = {}
    stretches: dict[Fraction, list[Stretch]] = defaultdict(list)
    ceiling = ZERO
    for place, part in enumerate(parts):
        own = pieces(part)
        ceiling += own[0][0]
        amounts |= own[0][1].at(own[0][0])
        for stretch in _stretches(place, part, own, plan):
            stretches[stretch.worth].append(stretch)
        if watch is not None:
            watch(Fraction(place + 1, len(parts)))
    amounts = {line.id: amounts[line.id] for line in plan.lines}
    found: list[Piece] = []
    for worth in sorted(stretches, reverse=True):
        for length, rates in _in_turn(stretches[worth]):
            still = dict.fromkeys(amounts, ZERO)
            found.append((ceiling, Course(ceiling, dict(amounts), still | rates, ceiling, ceiling + length)))
            for line, rate in rates.items():
                amounts[line] += length * rate
            ceiling += length
    found.append((ceiling, Course(ceiling, amounts, dict.fromkeys(amounts, ZERO), ceiling, None)))
    return found


def _stretches(place: int, part: Plan, own: Sequence[Piece], plan: Plan) -> Iterator[Stretch]:
    """A part's ladder as stretches along which the coverage that money raises first is a straight line.

    Raises:
        UnevenError: if it rises along no such lines from each to the next.
    """
    paid = splits(part, ZERO).rows[0].coefficients
    valued = plan.objective != ("coverage",)
    weights = {line.id: plan.line_by_id[line.id].weight if valued else ZERO for line in part.lines}
    if any(own[-1][1].rates.values()):
        raise UnevenError
    last: Stretch | None = None
    for (start, course), (end, _) in pairwise(own):
        rates = {line: rate for line, rate in course.rates.items() if rate}
        if dot(rates, paid) != 1:
            raise UnevenError
        worth = total(weights[line] * rate for line, rate in rates.items())
        goes_on = last is not None and worth == last.worth
        for low, high in pairwise(_turns(part, course, start, end)):
            begin, stop = (_level(part, course, each) for each in (low, high))
            late = (goes_on and last is not None and last.late) or _lowers(part, course, (low, begin), (high, stop))
            stretch = Stretch(place, low, high, worth, begin, stop, rates, late)
            follows = last is None or worth < last.worth or (worth == last.worth and (late or last.high <= begin))
            if not follows or stop <= begin:
                raise UnevenError
            yield stretch
            last = stretch


def _lowers(part: Plan, course: Course, start: tuple[Fraction, Fraction], end: tuple[Fraction, Fraction]) -> bool:
    """Whether a coverage falls that is no higher than the lowest one that rises.

    Args:
        part: the lines.
        course: what they get.
        start: an amount of the part's money, in the plan's unit, and the lowest coverage that rises there.
        end: the same where the stretch ends.

    Raises:
        UnevenError: if one does for a part of the way.
    """
    falling = _moving(part, course, -1)
    if not falling:
        return False
    below = [min(there + rate * money for there, rate in falling) <= level for money, level in (start, end)]
    if below[1] and not below[0]:
        raise UnevenError
    return below[0]


def _moving(part: Plan, course: Course, sign: int) -> list[tuple[Fraction, Fraction]]:
    """The coverages that rise (or fall) with a part's money, each as what it is without money and its rate."""
    found = []
    for line in part.lines:
        rate = course.rates[line.id]
        if line.proposed and rate * sign > 0:
            there = course.amounts[line.id] - course.place * rate
            found.append((there / line.proposed, rate / line.proposed))
    return found


def _rising(part: Plan, course: Course) -> list[tuple[Fraction, Fraction]]:
    """The coverages that rise with a part's money, as in `_moving`.

    Raises:
        UnevenError: if none does.
    """
    found = _moving(part, course, 1)
    if not found:
        raise UnevenError
    return found


def _level(part: Plan, course: Course, money: Fraction) -> Fraction:
    """The lowest coverage that rises at an amount of a part's money, a pure number."""
    return min(there + rate * money for there, rate in _rising(part, course))


def _turns(part: Plan, course: Course, start: Fraction, end: Fraction) -> list[Fraction]:
    """Both ends of a piece, and between them the money at which another coverage becomes the lowest that rises."""
    rising = sorted(set(_rising(part, course)))
    found, money = [start], start
    while True:
        there, rate = min(rising, key=lambda each: (each[0] + each[1] * money, each[1]))
        meets = [(other - there) / (rate - slower) for other, slower in rising if slower < rate]
        later = [each for each in meets if money < each < end]
        if not later:
            return [*found, end]
        money = min(later)
        found.append(money)


def _in_turn(stretches: Sequence[Stretch]) -> Iterator[tuple[Fraction, dict[str, Fraction]]]:
    """Stretches of equal worth in the order in which they get money: what raises the lowest first, what lowers it last.

    Raises:
        UnevenError: if several parts have stretches that come late.
    """
    yield from _climb([stretch for stretch in stretches if not stretch.late])
    late = [stretch for stretch in stretches if stretch.late]
    if len({stretch.part for stretch in late}) > 1:
        raise UnevenError
    for stretch in late:
        yield stretch.end - stretch.start, dict(stretch.rates)


def _climb(stretches: Sequence[Stretch]) -> Iterator[tuple[Fraction, dict[str, Fraction]]]:
    """Stretches of equal worth, from the lowest level up: how much goes to those on one level, and at which rates.

    Yields:
        The length of each piece, in the plan's unit, and line id → its part of one more unit of ceiling.
    """
    if not stretches:
        return
    waiting = sorted(stretches, key=lambda stretch: stretch.low, reverse=True)
    moving: dict[int, Stretch] = {}
    ends: list[tuple[Fraction, int]] = []
    level = waiting[-1].low
    while waiting or moving:
        while ends and ends[0][0] <= level:
            del moving[heappop(ends)[1]]
        if not moving and waiting:
            level = max(level, waiting[-1].low)
        while waiting and waiting[-1].low <= level:
            stretch = waiting.pop()
            moving[stretch.part] = stretch
            heappush(ends, (stretch.high, stretch.part))
        if not moving:
            return
        upper = min([ends[0][0], *([waiting[-1].low] if waiting else [])])
        takes = total(stretch.money for stretch in moving.values())
        rates = {
            line: rate * stretch.money / takes for stretch in moving.values() for line, rate in stretch.rates.items()
        }
        yield takes * (upper - level), rates
        level = upper
