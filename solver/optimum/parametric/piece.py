"""A straight piece of a block's best split over the money that it has, and the proof that no split is better."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from flessenhals.solver.optimum.parametric.block import Block

    Multipliers = tuple[tuple[int, int], ...]

NO_LINE = -1


class Halt(NamedTuple):
    """Why some lines can get no more, once those of the steps before it stand where they do.

    Multipliers of the rows make an inequality Σ g · x ≤ h that every split keeps. No unsettled line is below the level
    in a split that is as good, so that the left-hand side is at least Σ g · max(lower, level · asked) over the lines
    with g above 0, and Σ g · upper over the others. Where that is h already, every line with a g other than 0 stands
    there: it is settled, and rows with a multiplier hold with equality from then on. A line whose maximum the level
    meets is settled by that maximum.

    Attributes:
        multipliers: row → how often it counts, a whole number; none where a maximum settles.
        line: the line that its maximum settles; -1 where rows settle.
    """

    multipliers: Multipliers
    line: int = NO_LINE


class Proof(NamedTuple):
    """What makes a split the best one: the duals of the value, and the steps of the coverage, lowest level first.

    Attributes:
        value: row → its dual, counted in 1/value_unit of the block's unit of weight: all lines with a reduced cost
            stand on a bound in every split of that value, and all rows with a dual hold with equality. None where the
            value plays no part.
        value_unit: above 0.
        steps: of the coverage, until every line that asks something is settled.
    """

    value: Multipliers | None
    value_unit: int
    steps: tuple[Halt, ...]


class Piece(NamedTuple):
    """The best split of a block for every amount of money between two.

    Amounts and levels are (base + rate · money) / under, all in the block's own whole units.

    Attributes:
        start, end: of the money, in the plan's unit; the end None where more changes nothing.
        worth: of one more unit of money, a pure number; 0 where the value plays no part.
        moving: the step that money moves first, as a place among the levels; -1 where it moves none.
        falling: whether money lowers that level: it has to be spent for its worth.
        base, rate: per line.
        levels: per step of the proof, base and rate of its coverage.
        under: above 0.
        proof: that no split is better.
    """

    start: Fraction
    end: Fraction | None
    worth: Fraction
    moving: int
    falling: bool
    base: tuple[int, ...]
    rate: tuple[int, ...]
    levels: tuple[tuple[int, int], ...]
    under: int
    proof: Proof

    def at(self, block: Block, money: Fraction) -> list[Fraction]:
        """The split for an amount of money between start and end, per line; all in the plan's unit."""
        over, parted = (money * block.scale).as_integer_ratio()
        under = self.under * parted * block.unit
        return [Fraction(base * parted + rate * over, under) for base, rate in zip(self.base, self.rate, strict=True)]

    def level(self, block: Block, money: Fraction) -> Fraction:
        """The coverage that money moves first, for an amount of money in the plan's unit; a pure number."""
        base, rate = self.levels[self.moving]
        return (base + rate * money * block.scale) / self.under

    def money(self, block: Block, level: Fraction) -> Fraction:
        """How much money brings it to a level, in the plan's unit."""
        base, rate = self.levels[self.moving]
        return (level * self.under - base) / (rate * block.scale)

    def per_level(self, block: Block) -> Fraction:
        """How much money a unit of that level takes, in the plan's unit; below 0 where it falls."""
        return Fraction(self.under, self.levels[self.moving][1] * block.scale)


def gathered(block: Block, multipliers: Multipliers) -> dict[int, int]:
    """The lines' coefficients in an inequality of rows, without zeros."""
    found: dict[int, int] = {}
    for row, times in multipliers:
        for line, value in block.forms[row]:
            found[line] = found.get(line, 0) + times * value
    return {line: value for line, value in found.items() if value}
