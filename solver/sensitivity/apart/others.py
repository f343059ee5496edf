"""What all other blocks do while one changes: they share the rest of the ceiling along the plan's own ladder."""

from __future__ import annotations

from bisect import bisect_right
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from flessenhals.constraints.exact import total

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from flessenhals.constraints.constraint import Constraint
    from flessenhals.solver.optimum.parametric.piece import Piece
    from flessenhals.solver.optimum.parametric.rise import Rise, Rung
    from flessenhals.solver.plan.plan import Plan

ZERO, ONE = Fraction(0), Fraction(1)


class Segment(NamedTuple):
    """A stretch of ceilings along which other blocks move one level together.

    It stands for all of them beside the one that changes: as a line whose coverage is that level. Where the level rises
    the line takes the money that they take, and is worth that. Where money has to be spent for its worth and lowers the
    level, each unit of the line leaves as much of the ceiling to others, and costs what it would be worth there.

    Attributes:
        start: the ceiling of the plan's ladder at which it begins, in the plan's unit.
        worth: of one more unit of their money, a pure number.
        first, last: the levels at its start and at its end.
        money: how much of the ceiling they take per unit of the level, in the plan's unit; below 0 where it falls.
        rung: how much all blocks take per unit of the level there, in the plan's unit.
    """

    start: Fraction
    worth: Fraction
    first: Fraction
    last: Fraction
    money: Fraction
    rung: Fraction

    @property
    def charge(self) -> Fraction:
        """What the ceiling pays for each unit of its line, a pure number: 1, or -1 where money lowers the level."""
        return ONE if self.money > 0 else -ONE

    @property
    def asked(self) -> Fraction:
        """What its line asks, in the plan's unit."""
        return abs(self.money)

    @property
    def begins(self) -> Fraction:
        """What its line has at the start, in the plan's unit."""
        return self.asked * self.first

    @property
    def ends(self) -> Fraction:
        """What its line has at the end, in the plan's unit."""
        return self.asked * self.last

    def ceiling(self, amount: Fraction) -> Fraction:
        """Where on the plan's ladder its line has so much, all in the plan's unit."""
        return self.start + (amount / self.asked - self.first) * self.rung

    def amount(self, ceiling: Fraction) -> Fraction:
        """What its line has where the plan's ladder has come to a ceiling, all in the plan's unit."""
        low, high = sorted((self.first, self.last))
        level = self.first + (ceiling - self.start) / self.rung
        return self.asked * min(max(level, low), high)


class Landscape:
    """A plan at a ceiling, with all that its blocks do around it.

    Args:
        plan: of one year, in amounts that can be split.
        rise: its best split at every ceiling.
        ceiling: in the plan's unit, enough for a split.
    """

    def __init__(self, plan: Plan, rise: Rise, ceiling: Fraction) -> None:
        self.plan, self.rise, self.ceiling = plan, rise, ceiling
        self.top = rise.rungs[-1].start
        self.block_of = {line: number for number, block in enumerate(rise.blocks) for line in block.lines}

    @cached_property
    def rows(self) -> dict[Constraint, int]:
        """The rows of the plan's rules that speak of lines with a choice, each with the place of its block."""
        return {row.id: number for number, block in enumerate(self.rise.blocks) for row in block.program.rows}

    @cached_property
    def amounts(self) -> dict[str, Fraction]:
        """The best split, line → amount in the plan's unit, in the plan's order."""
        found = self.rise.at(self.ceiling)
        return {line.id: found[line.id] for line in self.plan.lines}

    @cached_property
    def worth(self) -> Fraction | None:
        """What every unit of ceiling is worth, whoever gets it; None where that differs from line to line."""
        weights = {line.weight for line in self.plan.lines}
        return None if len(weights) > 1 or self.plan.is_cofunded else next(iter(weights), ZERO)

    @cached_property
    def _lowest(self) -> list[tuple[Fraction, int]]:
        """The lowest coverage of every block, lowest first."""
        found = []
        for number in range(len(self.rise.blocks)):
            low = lowest_of(self.rise, number, *self.rise.money(number, self.ceiling))
            if low is not None:
                found.append((low, number))
        return sorted(found)

    @cached_property
    def _lowest_fixed(self) -> list[tuple[Fraction, str]]:
        """The coverages of the lines that can have one amount only, lowest first."""
        lines = self.plan.line_by_id
        asked = ((amount, lines[line]) for line, amount in self.rise.fixed.items())
        return sorted((amount / line.proposed, line.id) for amount, line in asked if line.proposed)

    def lowest_of_others(self, ceiling: Fraction, own: frozenset[int], left: frozenset[str]) -> Fraction | None:
        """The lowest coverage of all lines but some where the plan's ladder has come to a ceiling; None without lines.

        As long as money is worth the same, lines below the level at which it is shared stand where they are, whatever
        more or less of it does to those above.

        Args:
            ceiling: in the plan's unit.
            own: the blocks that are left out.
            left: the lines with one amount that are left out.
        """
        found = [next((low for low, line in self._lowest_fixed if line not in left), None)]
        here = next((low for low, number in self._lowest if number not in own), None)
        if here is None or self._stays(here, ceiling):
            found.append(here)
        else:
            others = (number for number in range(len(self.rise.blocks)) if number not in own)
            found += [lowest_of(self.rise, number, *self.rise.money(number, ceiling)) for number in others]
        return min((each for each in found if each is not None), default=None)

    def _stays(self, low: Fraction, ceiling: Fraction) -> bool:
        """Whether a coverage stays the lowest of others as the plan's ladder comes to another ceiling."""
        now, then = self.rise.rung(self.ceiling), self.rise.rung(ceiling)
        if ceiling == self.ceiling:
            return True
        level = min(self.rise.level(self.ceiling), self.rise.level(ceiling))
        return now.worth == then.worth and now.money > 0 and then.money > 0 and low < level


class Others:
    """The blocks of a plan but for some, as segments of the plan's ladder.

    Args:
        rise: the best split of the whole plan at every ceiling.
        own: the places of the blocks that are left out.
        apart: what lines that can have one amount only, and are left out too, take of the ceiling, in the plan's unit.
    """

    def __init__(self, rise: Rise, own: frozenset[int], apart: Fraction = ZERO) -> None:
        self.rise, self.own, self.apart = rise, own, apart

    @property
    def numbers(self) -> list[int]:
        """The places of these blocks."""
        return [number for number in range(len(self.rise.blocks)) if number not in self.own]

    @property
    def count(self) -> int:
        """How many stretches the plan's ladder has."""
        return len(self.rise.rungs) - 1

    def place(self, ceiling: Fraction) -> int:
        """The stretch on which a ceiling lies; the last one where it is above all."""
        return min(max(bisect_right(self.rise.starts, ceiling) - 1, 0), max(self.count - 1, 0))

    def spent(self, ceiling: Fraction) -> Fraction:
        """What they take of the ceiling where the plan's ladder has come to it, in the plan's unit."""
        taken = total(self.rise.money(number, ceiling)[1] for number in self.own)
        return min(ceiling, self.rise.rungs[-1].start) - taken - self.apart

    @cached_property
    def least(self) -> Fraction:
        """The least that they can do with, in the plan's unit."""
        return self.spent(self.rise.least)

    @cached_property
    def most(self) -> Fraction:
        """The most that they can take, in the plan's unit."""
        return self.spent(self.rise.rungs[-1].start)

    def segments(self, first: int, last: int) -> list[Segment]:
        """Their segments on the stretches from one place up to another on which any moves, in rising ceilings."""
        rungs = self.rise.rungs
        found = []
        for place in range(first, last):
            rung, end = rungs[place], rungs[place + 1].start
            money = rung.money - total(self._moving(rung))
            if money and end > rung.start:
                level = rung.level + (end - rung.start) / rung.money
                found.append(Segment(rung.start, rung.worth, rung.level, level, money, rung.money))
        return found

    def _moving(self, rung: Rung) -> Iterator[Fraction]:
        """What each of the blocks that are left out takes per unit of the level on a stretch, where it moves."""
        for number in self.own:
            piece = self.rise.moving(number, rung.start)
            if piece is not None:
                yield piece.per_level(self.rise.blocks[number])


class Rates(NamedTuple):
    """How fast everything moves with a constraint.

    Attributes:
        lines: its own lines.
        own: line → change of its amount per unit, of those that move; without zeros.
        segment: the stretch of the ladder along which the others move; None where they stand still.
        others: how much more of the ceiling the others take per unit, a pure number.
    """

    lines: Collection[str]
    own: Mapping[str, Fraction]
    segment: Segment | None
    others: Fraction

    def goes_as(self, other: Rates, here: Landscape) -> bool:
        """Whether every line moves as fast as with other rates: stretches can differ in their levels alone."""
        if self.own != other.own or self.others != other.others:
            return False
        return self.segment == other.segment or dict(self.of_others(here)) == dict(other.of_others(here))

    def of_others(self, here: Landscape) -> Iterator[tuple[str, Fraction]]:
        """Line → change of its amount per unit, of the others; without zeros."""
        if self.segment is None:
            return
        level = self.others / self.segment.money
        for line, rate in here.rise.rates_at(self.segment.start).items():
            if line not in self.lines:
                yield line, rate * self.segment.rung * level


def lowest_of(rise: Rise, number: int, piece: Piece, money: Fraction) -> Fraction | None:
    """The lowest coverage of a block on one of its pieces, a pure number; None where its lines ask nothing."""
    block = rise.blocks[number]
    over, parted = (money * block.scale).as_integer_ratio()
    found: tuple[int, int] | None = None
    for base, rate, asked in zip(piece.base, piece.rate, block.asked, strict=True):
        if asked:
            amount = base * parted + rate * over
            if found is None or amount * found[1] < found[0] * asked:
                found = amount, asked
    return None if found is None else Fraction(found[0], found[1] * piece.under * parted)
