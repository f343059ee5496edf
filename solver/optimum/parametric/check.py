"""Holds the pieces of a plan's blocks against the rules, at both of their ends, whoever found them."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from flessenhals.solver.optimum.parametric.piece import gathered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flessenhals.solver.optimum.parametric.block import Block
    from flessenhals.solver.optimum.parametric.piece import Halt, Multipliers, Piece

    Line = tuple[int, int]  # base and rate over the piece's denominator


def faults(block: Block, piece: Piece) -> list[str]:
    """Everything that keeps a piece from being proved the best split all along; empty exactly for a proof.

    What the split and the levels are is a straight line in the money, and so is every row. So whatever holds at both
    ends holds in between, and what has to be equal is so in base and rate.
    """
    return list(_Check(block, piece).faults())


class _Check:
    """One piece, held against its block."""

    def __init__(self, block: Block, piece: Piece) -> None:
        self.block, self.piece = block, piece
        self.ends = [(end * block.scale).as_integer_ratio() for end in (piece.start, piece.end) if end is not None]

    def faults(self) -> Iterator[str]:
        block, piece = self.block, self.piece
        sizes = {len(piece.base), len(piece.rate), len(block.lines)}
        steps = len(piece.proof.steps)
        if piece.under <= 0 or len(sizes) > 1 or len(piece.levels) != steps or not -1 <= piece.moving < steps:
            yield "the piece does not have the block's lines, or a level for every step"
            return
        if piece.end is None and any(piece.rate):
            yield "the piece has no end, and money still changes something"
        if piece.end is not None and piece.end < piece.start:
            yield "the piece ends before it begins"
        yield from self._broken()
        yield from self._value()
        yield from self._coverage()
        moved = self._moved()
        if piece.falling != (moved < 0) or (piece.moving >= 0) != bool(moved):
            yield "money moves the level the other way"
        if any(self._money(step) for step in piece.proof.steps[: max(piece.moving, 0)]):
            yield "money moves a lower level"

    def _room(self, base: int, rate: int) -> bool:
        """Whether something is 0 or more at both ends."""
        return all(base * parted + rate * money >= 0 for money, parted in self.ends)

    def _broken(self) -> Iterator[str]:
        """The bounds and rules that the split does not keep."""
        block, piece, under = self.block, self.piece, self.piece.under
        for line, (base, rate) in enumerate(zip(piece.base, piece.rate, strict=True)):
            above = self._room(base - block.lower[line] * under, rate)
            below = self._room(block.upper[line] * under - base, -rate)
            if not (above and below):
                yield f"{block.lines[line]} is outside its bounds"
        for row in range(len(block.forms)):
            base, rate = self._left(row)
            if not self._room(base, rate) or (block.equal[row] and (base or rate)):
                yield f"row {row} is broken"

    def _left(self, row: int) -> Line:
        """What a row leaves."""
        block, piece = self.block, self.piece
        form = block.forms[row]
        base, rate = (0, piece.under) if row == block.money else (block.sides[row] * piece.under, 0)
        return (
            base - sum(value * piece.base[line] for line, value in form),
            rate - sum(value * piece.rate[line] for line, value in form),
        )

    def _value(self) -> Iterator[str]:
        """What keeps the duals from proving that no split has more value: signs and complementary slackness."""
        block, piece = self.block, self.piece
        if piece.proof.value is None:
            if piece.worth or any(block.weight):
                yield "nothing is proved of the value"
            return
        duals, unit = piece.proof.value, piece.proof.value_unit
        counted = gathered(block, duals)
        for line, weight in enumerate(block.weight):
            cost = weight * unit - counted.get(line, 0)
            end = block.upper[line] if cost > 0 else block.lower[line]
            if cost and not self._stands(line, end):
                yield f"{block.lines[line]} is worth more elsewhere"
        yield from self._signs(duals, set())
        worth = Fraction(dict(duals).get(block.money, 0) * block.scale, block.unit * unit * block.weight_unit)
        if unit <= 0 or worth != piece.worth:
            yield "the money is worth something else"

    def _stands(self, line: int, end: int) -> bool:
        return self.piece.base[line] == end * self.piece.under and not self.piece.rate[line]

    def _signs(self, multipliers: Multipliers, free: set[int]) -> Iterator[str]:
        """Multipliers with the wrong sign, and of rows that do not hold with equality."""
        for row, value in multipliers:
            if value < 0 and row not in free and not self.block.equal[row]:
                yield f"row {row} is counted the wrong way"
            if not self._is_full(row):
                yield f"row {row} is counted and has room"

    def _is_full(self, row: int) -> bool:
        """Whether a row has no room all along the piece."""
        base, rate = self._left(row)
        if self.piece.end is None:
            return not (base or rate)
        return all(base * parted + rate * money == 0 for money, parted in self.ends)

    def _coverage(self) -> Iterator[str]:
        """What keeps the steps from proving that no split has a better coverage."""
        block, piece = self.block, self.piece
        duals = piece.proof.value or ()
        counted = gathered(block, duals)
        settled = {
            line
            for line, weight in enumerate(block.weight)
            if piece.proof.value is not None and weight * piece.proof.value_unit != counted.get(line, 0)
        }
        free = {row for row, _ in duals}
        for before, after in pairwise(((0, 0), *piece.levels)):
            if not self._room(after[0] - before[0], after[1] - before[1]):
                yield "a step's level is below that of the step before it"
        for step, level in zip(piece.proof.steps, piece.levels, strict=True):
            found = {step.line: 1} if step.line >= 0 else gathered(block, step.multipliers)
            yield from self._signs(step.multipliers, free)
            for line, value in found.items():
                if line not in settled:
                    yield from self._settled(line, value, level, step)
            settled |= found.keys()
            free |= {row for row, _ in step.multipliers}
        for line in range(len(block.lines)):
            if line not in settled and (block.asked[line] or not self._stands(line, block.lower[line])):
                yield f"{block.lines[line]} is not settled"

    def _settled(self, line: int, value: int, level: Line, step: Halt) -> Iterator[str]:
        """What keeps a step from settling a line: it stands on no bound and not on the level, or is below it."""
        block, piece = self.block, self.piece
        asked = block.asked[line]
        on_level = (piece.base[line], piece.rate[line]) == (level[0] * asked, level[1] * asked)
        above = self._room(piece.base[line] - level[0] * asked, piece.rate[line] - level[1] * asked)
        end = block.lower[line] if value > 0 else block.upper[line]
        if step.line >= 0:
            held = bool(asked) and on_level and self._stands(line, block.upper[line])
        else:
            held = self._stands(line, end) or (value > 0 and bool(asked) and on_level)
        if not (held and above):
            yield f"{block.lines[line]} is settled without a reason"

    def _moved(self) -> int:
        """How often money counts in the step that it moves first; 0 where it moves none."""
        steps, moving = self.piece.proof.steps, self.piece.moving
        return next(filter(None, map(self._money, steps)), 0) if moving < 0 else self._money(steps[moving])

    def _money(self, step: Halt) -> int:
        return dict(step.multipliers).get(self.block.money, 0)
