"""The straight piece that a proof stands for around an amount of money: its lines are settled step by step."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from math import gcd
from typing import TYPE_CHECKING

from flessenhals.solver.optimum.parametric.piece import Piece, Proof, gathered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flessenhals.solver.optimum.parametric.block import Block

    Multipliers = tuple[tuple[int, int], ...]


def piece(block: Block, proof: Proof, money: Fraction, *, merged: bool = True) -> Piece | None:
    """The straight piece around an amount of money that a proof stands for, as far as it holds.

    The proof alone decides: every step says where the lines that it settles stand, as a straight line in the money. The
    split is the best one wherever it keeps the rules and bounds, and no line is below the level of its step.

    Args:
        block: the lines and rules.
        proof: of the best split for this amount of money, whoever says so.
        money: in the plan's unit.
        merged: whether it will be merged with others by its level, which the money then has to move.

    Returns:
        The piece, with start = end = the money where it holds there alone; None where the proof does not hold there.
    """
    made = _Settling(block, money * block.scale)
    if not (proof.value is None or made.value(proof.value, proof.value_unit)):
        return None
    for step in proof.steps:
        if not (made.by_maximum(step.line) if step.line >= 0 else made.by_rows(step.multipliers)):
            return None
    if merged and made.stands_still:
        return None
    return made.piece(proof, merged=merged)


class _Settling:
    """Lines settled step by step, over one denominator."""

    def __init__(self, block: Block, money: Fraction) -> None:
        self.block, self.money = block, money.as_integer_ratio()
        self.under = 1
        self.base: list[int | None] = [None] * len(block.lines)
        self.rate = [0] * len(block.lines)
        self.levels: list[tuple[int, int]] = []
        self.own: dict[int, int] = {}  # line → its step, as a place among the levels
        self.equal = set[int]()
        self.signed = [not equal for equal in block.equal]  # per row, whether its multiplier has to be 0 or more
        self.worth = Fraction(0)
        self.moving, self.falling = -1, False

    def value(self, duals: Multipliers, unit: int) -> bool:
        """Settle what has a reduced cost; False where a dual has the wrong sign."""
        block = self.block
        if any(dual < 0 and self.signed[row] for row, dual in duals):
            return False
        counted = gathered(block, duals)
        for line, weight in enumerate(block.weight):
            cost = weight * unit - counted.get(line, 0)
            if cost:
                self.base[line] = block.upper[line] if cost > 0 else block.lower[line]
        money = dict(duals).get(block.money, 0)
        self.worth = Fraction(money * block.scale, block.unit * unit * block.weight_unit)
        self._hold(duals)
        return True

    def by_maximum(self, line: int) -> bool:
        """Settle a line by its maximum; False where it cannot be."""
        asked, upper = self.block.asked[line], self.block.upper[line]
        if self.base[line] is not None or not asked:
            return False
        level = self._level(upper, 0, asked)
        self._settle(line, upper * self.under, 0)
        self.levels.append(level)
        return True

    def by_rows(self, multipliers: Multipliers) -> bool:
        """Settle the lines in an inequality of rows; False where it is none, or says nothing of a level."""
        block = self.block
        if any(value < 0 and self.signed[row] for row, value in multipliers):
            return False
        paid = dict(multipliers).get(block.money, 0)
        over = sum(value * block.sides[row] for row, value in multipliers if row != block.money) * self.under
        rate = paid * self.under
        rising: dict[int, int] = {}
        ends: dict[int, int] = {}
        for line, value in gathered(block, multipliers).items():
            known = self.base[line]
            if known is not None:
                over -= value * known
                rate -= value * self.rate[line]
            elif value > 0 and block.asked[line]:
                rising[line] = value
            else:
                ends[line] = block.lower[line] if value > 0 else block.upper[line]
                over -= value * ends[line] * self.under
        over, takes = self._above_minimums(rising, ends, over, rate)
        if not takes:
            return False
        level = self._level(over, rate, takes * self.under)
        for line, end in ends.items():
            self._settle(line, end * self.under, 0)
        for line in rising:
            self._settle(line, level[0] * block.asked[line], level[1] * block.asked[line])
        if paid and self.moving < 0:
            self.moving, self.falling = len(self.levels), paid < 0
        self.levels.append(level)
        self._hold(multipliers)
        return True

    def _above_minimums(self, rising: dict[int, int], ends: dict[int, int], over: int, rate: int) -> tuple[int, int]:
        """Lines that their minimum keeps above the level go from `rising` to `ends`: what is left, and what it takes.

        The level is what is left, with the rate times the money, over what it takes; 0 where no line is left to rise.
        """
        lower, asked = self.block.lower, self.block.asked
        money, parted = self.money
        takes = sum(value * asked[line] for line, value in rising.items())
        while rising:
            now, under = over * parted + rate * money, parted * self.under * takes
            held = [line for line in rising if lower[line] * under > now * asked[line]]
            if not held:
                break
            for line in held:
                value = rising.pop(line)
                ends[line] = lower[line]
                over -= value * lower[line] * self.under
                takes -= value * asked[line]
        return over, takes if rising else 0

    def _level(self, over: int, rate: int, under: int) -> tuple[int, int]:
        """A level as numerators over the one denominator, which grows until they are whole."""
        shared = gcd(over, rate, under)
        over, rate, under = over // shared, rate // shared, under // shared
        times = under // gcd(under, self.under)
        if times > 1:
            self.under *= times
            self.base = [None if each is None else each * times for each in self.base]
            self.rate = [each * times for each in self.rate]
            self.levels = [(base * times, slope * times) for base, slope in self.levels]
        factor = self.under // under
        return over * factor, rate * factor

    def _settle(self, line: int, base: int, rate: int) -> None:
        """Let a line stand there; its step is the next."""
        self.base[line], self.rate[line] = base, rate
        self.own[line] = len(self.levels)

    def _hold(self, multipliers: Multipliers) -> None:
        """From now on these rows hold with equality, in every split that is as good."""
        for row, _ in multipliers:
            self.equal.add(row)
            self.signed[row] = False

    @property
    def stands_still(self) -> bool:
        """Whether the level that money counts in first does not move with it."""
        return self.moving >= 0 and not self.levels[self.moving][1]

    def piece(self, proof: Proof, *, merged: bool) -> Piece | None:
        """The piece that the steps have settled; None where something keeps it from being a proved one.

        A row that counts and is full for this amount of money alone ends the piece there on both sides.
        """
        block = self.block
        base: list[int] = []
        for line, known in enumerate(self.base):
            if known is None and block.asked[line]:
                return None
            base.append(block.lower[line] * self.under if known is None else known)
        full = [self._room(row, base) for row in self.equal]
        if merged and any(room != (0, 0) for room in full):
            return None
        reach = _Reach(*self.money)
        if not all(reach.keep(room, rate) and reach.keep(-room, -rate) for room, rate in full):
            return None
        if not all(reach.keep(*room) for room in self._rooms(base)):
            return None
        start, end = reach.ends(block.scale)
        return Piece(
            start=start,
            end=end,
            worth=self.worth,
            moving=self.moving,
            falling=self.falling,
            base=tuple(base),
            rate=tuple(self.rate),
            levels=tuple(self.levels),
            under=self.under,
            proof=proof,
        )

    def _rooms(self, base: list[int]) -> Iterator[tuple[int, int]]:
        """Everything that has to be 0 or more for the split to be the best one, and its rate."""
        block, under = self.block, self.under
        for line, (amount, rate) in enumerate(zip(base, self.rate, strict=True)):
            yield amount - block.lower[line] * under, rate
            yield block.upper[line] * under - amount, -rate
            if line in self.own:
                over, slope = self.levels[self.own[line]]
                yield amount - over * block.asked[line], rate - slope * block.asked[line]
        for row in range(len(block.forms)):
            if row not in self.equal:
                room, rate = self._room(row, base)
                yield room, rate
                if block.equal[row]:
                    yield -room, -rate
        for (low, slow), (high, fast) in pairwise(((0, 0), *self.levels)):
            yield high - low, fast - slow

    def _room(self, row: int, base: list[int]) -> tuple[int, int]:
        """What a row leaves, and its rate."""
        block = self.block
        room, rate = (0, self.under) if row == block.money else (block.sides[row] * self.under, 0)
        for line, value in block.forms[row]:
            room -= value * base[line]
            rate -= value * self.rate[line]
        return room, rate


class _Reach:
    """How far the money may move before some room is used up.

    Args:
        over, under: the money, as a fraction.
    """

    def __init__(self, over: int, under: int) -> None:
        self.over, self.under = over, under
        self.low: tuple[int, int] | None = None
        self.high: tuple[int, int] | None = None

    def keep(self, room: int, rate: int) -> bool:
        """Stop where a room becomes less than nothing; False where it is already."""
        if room * self.under + rate * self.over < 0:
            return False
        if rate > 0 and (self.low is None or -room * self.low[1] > self.low[0] * rate):
            self.low = -room, rate
        elif rate < 0 and (self.high is None or room * self.high[1] < self.high[0] * -rate):
            self.high = room, -rate
        return True

    def ends(self, scale: int) -> tuple[Fraction, Fraction | None]:
        """Where it stops on both sides, with so many units of money in one of the plan's."""
        low = self.low or (self.over, self.under)
        return Fraction(low[0], low[1] * scale), None if self.high is None else Fraction(
            self.high[0], self.high[1] * scale
        )
