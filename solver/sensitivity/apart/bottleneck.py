"""What a constraint without room costs and what relief it would give, asked of its own block."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.constraints.constraint import CEILING
from flessenhals.constraints.exact import dot, total
from flessenhals.solver.plan.line import lowest_coverage
from flessenhals.solver.plan.message import told
from flessenhals.solver.program.errors import NotProvedError
from flessenhals.solver.sensitivity.bottleneck import Bottleneck, Relief
from flessenhals.solver.sensitivity.curve import Tangent, first_stretch
from flessenhals.solver.sensitivity.gains import Gains
from flessenhals.solver.sensitivity.price import Price, Side

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from flessenhals.constraints.row import Row
    from flessenhals.solver.sensitivity.apart.moving import Moving, Split
    from flessenhals.solver.sensitivity.apart.others import Landscape

ZERO, ONE = Fraction(0), Fraction(1)
NOTHING = Relief(ZERO, ZERO, {})
MOST_PIECES = 100


def without_effect(here: Landscape, row: Row) -> Bottleneck:
    """A constraint over lines that can have one amount only: nothing moves with it, and it cannot be tightened."""
    return Bottleneck(row, here.plan.natures.get(row.id), Price(Side(ZERO, None), None), NOTHING, NOTHING, {}, None)


class Asked:
    """A constraint without room, asked about.

    Args:
        here: the plan at its ceiling.
        moving: the constraint.
        room: how far it can be tightened, in its unit.
    """

    def __init__(self, here: Landscape, moving: Moving, room: Fraction) -> None:
        self.here, self.moving, self.room = here, moving, room
        self.row = moving.row
        self.lines = moving.own.program.variables
        self.now = {line: here.amounts[line] for line in self.lines}
        self.weights = {line.id: line.weight for line in moving.lines}
        self.free = moving.at(moving.most)

    def bottleneck(self) -> Bottleneck:
        """All that is told of it; each figure proved.

        Raises:
            NotProvedError: if an answer could not be proved.
        """
        without = self._relief(self.free)
        by_one = self.free if self.breaks <= 1 else self.moving.at(ONE)
        release: Mapping[str, Fraction] = {}
        until: Fraction | None = None
        if without.gains:
            release, until = self._release()
        return Bottleneck(
            row=self.row,
            nature=self.here.plan.natures.get(self.row.id),
            price=self._price(),
            relief=without if by_one is self.free else self._relief(by_one),
            without=without,
            release=release,
            release_until=until,
        )

    @property
    def breaks(self) -> Fraction:
        """By how much the best split without the constraint breaks it, in its unit; never below 0."""
        block = self.row.coefficients
        known = {line: self.free.amounts.get(line, self.here.amounts[line]) for line in block}
        return max(ZERO, -self.row.slack(known))

    def _relief(self, then: Split) -> Relief:
        own = {line: then.amounts[line] - amount for line, amount in self.now.items()}
        gains = Gains(
            {line: gain for line, gain in own.items() if gain},
            elsewhere=lambda: self._elsewhere(gains, then.others),
            others=lambda: dict(self._others(then.at)),
            moved=bool(then.others),
        )
        low = self._lowest(then.amounts, then.at)
        was = self._lowest(self.now, self.here.ceiling)
        return Relief(self._value(own, then, gains), (low or ZERO) - (was or ZERO), gains)

    def _elsewhere(self, gains: Gains, money: Fraction) -> Fraction:
        """What the others gain together: what they take of the ceiling, and what others pay along with it."""
        if not self.here.plan.is_cofunded:
            return money
        return total(gain for line, gain in gains.items() if line not in gains.own)

    def _others(self, at: Fraction) -> Iterator[tuple[str, Fraction]]:
        then = self.here.rise.at(at)
        for line, amount in self.here.amounts.items():
            if line not in self.lines and then[line] != amount:
                yield line, then[line] - amount

    def _value(self, own: Mapping[str, Fraction], then: Split, gains: Gains) -> Fraction:
        """The change of the weighted total, in the plan's unit."""
        if self.moving.valued:
            return dot(self.weights, own) + then.worth_of_others
        if self.here.worth is not None:
            return dot(self.weights, own) + self.here.worth * then.others
        return total(self.here.plan.line_by_id[line].weight * gain for line, gain in gains.items())

    def _lowest(self, amounts: Mapping[str, Fraction], at: Fraction) -> Fraction | None:
        own = lowest_coverage(self.moving.lines, amounts)
        others = self.here.lowest_of_others(at, self.moving.own.blocks, self.moving.own.fixed)
        return min((each for each in (own, others) if each is not None), default=None)

    def _release(self) -> tuple[Mapping[str, Fraction], Fraction | None]:
        """Where each unit goes that it asks less, and how far that is so."""
        moving, most = self.moving, self.moving.most
        first = moving.beginning(ZERO, most)
        rates = moving.rates(first)
        end = moving.end(first)
        for _ in range(MOST_PIECES):
            if end is None or end >= most:
                break
            further = moving.beginning(end, most)
            if not moving.rates(further).goes_as(rates, self.here):
                break
            end = moving.end(further)
        else:
            raise NotProvedError(told("the course of {label} has very many pieces", label=self.row.label))
        if self.row.id.is_minimum:
            end = most if end is None else min(end, most)
        gains = Gains(
            rates.own,
            elsewhere=lambda: self._elsewhere(gains, rates.others),
            others=lambda: dict(rates.of_others(self.here)),
            moved=rates.segment is not None,
        )
        return gains, end

    def _price(self) -> Price:
        if not self.moving.valued:
            relax = self._followed(1, self.row.right_hand_side if self.row.id.is_minimum else None)
            if not self.room:
                return Price(relax, None)
            tighten = self._followed(-1, self.room)
            return Price(relax, Side(-tighten.price, tighten.until))
        if self._is_level:
            return Price(Side(ZERO, None), Side(ZERO, self.room) if self.room else None)
        return Price(self._relaxed(), self._tightened())

    @property
    def _is_level(self) -> bool:
        """Whether every split within the ceiling can be made one that spends all of it, and that is worth the same."""
        here = self.here
        return here.worth is not None and here.ceiling <= here.top and self.moving.others.most >= here.ceiling

    def _tangent(self, by: Fraction) -> Tangent:
        found = self.moving.at(by)
        own = {line: found.amounts[line] - amount for line, amount in self.now.items()}
        return Tangent(by, dot(self.weights, own) + found.worth_of_others, found.worth)

    def _relaxed(self) -> Side:
        limit = self.breaks
        if self.row.id.is_minimum:
            limit = min(limit, self.row.right_hand_side)
        if not limit or not self._tangent(self.moving.most).value:
            return Side(ZERO, None)
        slope, end = first_stretch(self._tangent, ZERO, limit)
        return Side(slope, end)

    def _tightened(self) -> Side | None:
        if not self.room:
            return None

        def backwards(by: Fraction) -> Tangent:
            found = self._tangent(-by)
            return Tangent(by, found.value, -found.slope)

        slope, end = first_stretch(backwards, ZERO, self.room)
        return Side(-slope, end)

    def _followed(self, direction: int, end: Fraction | None) -> Side:
        """The slope of the value of the best split in one direction, and how far it stays the same."""
        moving, start, slope = self.moving, ZERO, None
        last = moving.most if end is None else end
        for _ in range(MOST_PIECES):
            found = moving.beginning(start, last, direction)
            rate = direction * self._slope(found)
            if slope is not None and rate != slope:
                return Side(slope, start)
            slope = rate
            far = moving.end(found, direction)
            if far is None or far > last:
                return Side(slope, None)
            start = far
            if end is not None and start >= end:
                return Side(slope, end)
        raise NotProvedError(told("the course of {label} has very many pieces", label=self.row.label))

    def _slope(self, found: Split) -> Fraction:
        rates = self.moving.rates(found)
        by_id = self.here.plan.line_by_id
        own = total(by_id[line].weight * rate for line, rate in rates.own.items())
        if self.here.worth is not None:
            return own + self.here.worth * rates.others
        return own + total(by_id[line].weight * rate for line, rate in rates.of_others(self.here))


def of_ceiling(here: Landscape, row: Row) -> Bottleneck:
    """What the ceiling itself costs and what more of it would bring, read off the plan's ladder.

    Args:
        here: the plan at its ceiling.
        row: the ceiling.
    """
    rise, now = here.rise, here.amounts

    def relief(ceiling: Fraction) -> Relief:
        then = rise.at(ceiling)
        gains = {line: then[line] - amount for line, amount in now.items() if then[line] != amount}
        weights = {line.id: line.weight for line in here.plan.lines}
        value = total(weights[line] * gain for line, gain in gains.items())
        low, was = (lowest_coverage(here.plan.lines, of) or ZERO for of in (then, now))
        return Relief(value, low - was, gains)

    without = relief(max(here.top, here.ceiling))
    release, until = _next_euro(here) if without.gains else ({}, None)
    return Bottleneck(
        row=row,
        nature=here.plan.natures.get(CEILING),
        price=_price_of_ceiling(here),
        relief=relief(here.ceiling + ONE),
        without=without,
        release=release,
        release_until=until,
    )


def _next_euro(here: Landscape) -> tuple[Mapping[str, Fraction], Fraction | None]:
    """Where the next euro goes, and how far that is so; above the last step nothing changes any more."""
    rise, rates = here.rise, here.rise.rates_at(here.ceiling)
    for rung in rise.rungs:
        if rung.start > here.ceiling and rise.rates_at(rung.start) != rates:
            return rates, rung.start - here.ceiling
    return rates, None


def _price_of_ceiling(here: Landscape) -> Price:
    """The worth of one unit more and one less, from the stretches of the ladder above and below."""
    rise, ceiling = here.rise, here.ceiling
    slopes = _slopes(here)
    above = [(start, end, slope) for start, end, slope in slopes if end is None or end > ceiling]
    below = [(start, end, slope) for start, end, slope in slopes if start < ceiling]
    relax = above[0][2]
    end: Fraction | None = None
    for _, here_ends, slope in above:
        if slope != relax:
            break
        end = here_ends
    relaxed = Side(relax, None if end is None else end - ceiling)
    if not relax and "value" in here.plan.objective[:1]:
        relaxed = Side(ZERO, None)
    if ceiling == rise.least:
        return Price(relaxed, None)
    tighten, start = below[-1][2], ceiling
    for begins, _, slope in reversed(below):
        if slope != tighten:
            break
        start = begins
    return Price(relaxed, Side(tighten, ceiling - start))


def _slopes(here: Landscape) -> list[tuple[Fraction, Fraction | None, Fraction]]:
    """The stretches of the ladder, each with where it begins and ends and what a unit of ceiling there is worth."""
    rise = here.rise
    ends = [*(rung.start for rung in rise.rungs[1:]), None]
    weights = {line.id: line.weight for line in here.plan.lines}

    def slope(place: int) -> Fraction:
        rung = rise.rungs[place]
        if "value" in here.plan.objective:
            return rung.worth
        return total(weights[line] * rate for line, rate in rise.rates_at(rung.start).items())

    return [(rung.start, ends[place], slope(place)) for place, rung in enumerate(rise.rungs)]
