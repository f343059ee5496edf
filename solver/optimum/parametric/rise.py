"""The best split of a whole plan over the ceiling, merged from the pieces of its blocks by worth and by level.

One more euro of ceiling goes where it is worth most; among those, where the coverage that it raises first is lowest,
and to several blocks side by side where these are equal. Where a euro has to be spent for its worth and lowers a
coverage, it does so last, and where that is highest.

That this is the best split of the whole follows from the proofs of the blocks. Below the common level no block's steps
speak of money; at it, those of all blocks that move add up to one inequality over the ceiling, in which each block's
money counts once; a block that rests is between two pieces, and the proof of either holds there with its money where it
is. So what every block has is settled, and its later steps hold with that. docs/architecture.md has it in full.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from flessenhals.solver.optimum.parametric.block import least_money
from flessenhals.solver.optimum.parametric.check import faults as faults_of_piece
from flessenhals.solver.program.certificate import faults as faults_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from flessenhals.solver.optimum.parametric.block import Block
    from flessenhals.solver.optimum.parametric.piece import Piece
    from flessenhals.solver.program.certificate import Certificate

ZERO = Fraction(0)


class UnevenError(Exception):
    """A block whose pieces do not follow each other by worth and level, so that nothing can be merged by them."""


class Place(NamedTuple):
    """A piece of a block.

    Attributes:
        block, piece: the first is a place among the blocks, the second among the pieces of that block.
    """

    block: int
    piece: int


class Rung(NamedTuple):
    """A stretch of ceilings along which the same pieces move.

    Attributes:
        start: of the ceiling, in the plan's unit.
        worth: of one more unit of ceiling, a pure number.
        level: that moves first, at the start; a coverage.
        money: how much of the ceiling one unit of that level takes, in the plan's unit; below 0 where the level falls,
            and 0 where nothing moves any more.
        enters, leaves: which pieces begin to move here, and which have come to their end.
    """

    start: Fraction
    worth: Fraction
    level: Fraction
    money: Fraction
    enters: tuple[Place, ...]
    leaves: tuple[Place, ...]


@dataclass(frozen=True)
class Rise:
    """The best split at every ceiling: the pieces of each block, and which of them move along which ceilings.

    Its size grows with the number of pieces; a split at one ceiling is put together when it is asked.

    Attributes:
        blocks: of the plan, over all lines that have a choice.
        pieces: per block, in rising amounts of money.
        fixed: line → amount, of the lines that can have one amount only, in the plan's unit.
        lowest: per block, the proof that it can do with no less money than its first piece begins at.
        rungs: in rising ceilings; above the last nothing changes.
    """

    blocks: Sequence[Block]
    pieces: Sequence[Sequence[Piece]]
    fixed: Mapping[str, Fraction]
    lowest: Sequence[Certificate]
    rungs: Sequence[Rung]

    @cached_property
    def starts(self) -> list[Fraction]:
        """Where the rungs begin, in the plan's unit."""
        return [rung.start for rung in self.rungs]

    @cached_property
    def _spans(self) -> list[list[tuple[Fraction, Fraction]]]:
        """Per block and piece that moves, the ceilings at which it begins and ends."""
        begun: dict[Place, Fraction] = {}
        found: list[list[tuple[Fraction, Fraction]]] = [[] for _ in self.blocks]
        for rung in self.rungs:
            for place in rung.leaves:
                found[place.block].append((begun[place], rung.start))
            begun.update(dict.fromkeys(rung.enters, rung.start))
        return found

    def faults(self) -> list[str]:
        """Everything that keeps this from being proved: each piece at both of its ends, and that they fit together."""
        return list(self._faults)

    @cached_property
    def _faults(self) -> list[str]:
        found = []
        for number, (block, own) in enumerate(zip(self.blocks, self.pieces, strict=True)):
            found += [f"block {number}: {fault}" for piece in own for fault in faults_of_piece(block, piece)]
            if any(before.end != after.start for before, after in pairwise(own)) or own[-1].end is not None:
                found.append(f"block {number}: its pieces do not lie end to end")
            least = self.lowest[number]
            if -least.optimum != own[0].start or faults_of(least_money(block), least):
                found.append(f"block {number}: it could do with less money")
        return found

    @property
    def least(self) -> Fraction:
        """The smallest ceiling at which something fits, in the plan's unit."""
        return self.rungs[0].start

    def rung(self, ceiling: Fraction) -> Rung:
        """The rung on which a ceiling lies: from its start up to the next one's."""
        return self.rungs[bisect_right(self.starts, ceiling) - 1]

    def level(self, ceiling: Fraction) -> Fraction:
        """The coverage that moves first at a ceiling, a pure number."""
        rung = self.rung(ceiling)
        return rung.level + (ceiling - rung.start) / rung.money if rung.money else rung.level

    def at(self, ceiling: Fraction) -> dict[str, Fraction]:
        """The best split at a ceiling that is enough, line → amount; all in the plan's unit."""
        level = self.level(ceiling)
        amounts = dict(self.fixed)
        for number, block in enumerate(self.blocks):
            piece, money = self.money(number, ceiling, level)
            amounts.update(zip(block.lines, piece.at(block, money), strict=True))
        return amounts

    def money(self, number: int, ceiling: Fraction, level: Fraction | None = None) -> tuple[Piece, Fraction]:
        """The piece on which a block is at a ceiling, and how much money it has, in the plan's unit.

        Args:
            number: of the block.
            ceiling: in the plan's unit.
            level: that moves first there, where it is known.
        """
        block, pieces, spans = self.blocks[number], self.pieces[number], self._spans[number]
        place = bisect_right(spans, ceiling, key=lambda span: span[0]) - 1
        if place < 0:
            return pieces[0], pieces[0].start
        piece = pieces[place]
        if ceiling >= spans[place][1]:
            return pieces[place + 1], pieces[place + 1].start
        return piece, piece.money(block, self.level(ceiling) if level is None else level)

    def moving(self, number: int, ceiling: Fraction) -> Piece | None:
        """The piece along which a block moves from a ceiling on; None where it rests."""
        spans = self._spans[number]
        place = bisect_right(spans, ceiling, key=lambda span: span[0]) - 1
        return self.pieces[number][place] if place >= 0 and ceiling < spans[place][1] else None

    def turns(self, number: int, low: Fraction, high: Fraction) -> list[Fraction]:
        """Two ceilings, and between them those at which a block begins or ceases to move along one of its pieces."""
        between = {end for span in self._spans[number] for end in span if low < end < high}
        return [low, *sorted(between), high]

    def coverages(self, number: int, ceiling: Fraction) -> list[Fraction]:
        """The coverages of a block at a ceiling, of its lines that ask anything in their order; pure numbers."""
        block, (piece, money) = self.blocks[number], self.money(number, ceiling)
        amounts = piece.at(block, money)
        return [amount * block.unit / asked for amount, asked in zip(amounts, block.asked, strict=True) if asked]

    def rates_at(self, ceiling: Fraction) -> dict[str, Fraction]:
        """Line → how much of the next unit of ceiling it gets, a pure number; of those that get any, or give any."""
        rung = self.rung(ceiling)
        found: dict[str, Fraction] = {}
        for number in range(len(self.blocks)):
            piece = self.moving(number, ceiling)
            if piece is not None:
                found |= {line: rate / rung.money for line, rate in self._rates(number, piece).items()}
        return found

    def rates(self, place: Place) -> dict[str, Fraction]:
        """Line → what it gains per unit of the level, of the lines of one piece that move; in the plan's unit."""
        return self._rates(place.block, self.pieces[place.block][place.piece])

    def _rates(self, number: int, piece: Piece) -> dict[str, Fraction]:
        block = self.blocks[number]
        under = piece.levels[piece.moving][1] * block.unit
        return {line: Fraction(rate, under) for line, rate in zip(block.lines, piece.rate, strict=True) if rate}


def rise(
    blocks: Sequence[Block],
    pieces: Sequence[Sequence[Piece]],
    fixed: Mapping[str, Fraction],
    lowest: Sequence[Certificate],
    spent: Fraction,
) -> Rise:
    """Merge the pieces of all blocks by worth and by level.

    Args:
        blocks: all of a plan's.
        pieces: of each, from its least money on and end to end.
        fixed: line → amount of the lines in no block, in the plan's unit.
        lowest: per block, the proof of its least money.
        spent: what those lines take of the ceiling, in the plan's unit.

    Raises:
        UnevenError: if the pieces of a block do not follow each other so.
    """
    classes: dict[tuple[Fraction, bool], list[_Move]] = defaultdict(list)
    least = spent
    for number, (block, own) in enumerate(zip(blocks, pieces, strict=True)):
        least += own[0].start
        moves = [_move(Place(number, place), block, each) for place, each in enumerate(own[:-1])]
        if own[-1].moving >= 0 or any(not before.comes_before(after) for before, after in pairwise(moves)):
            raise UnevenError
        for move in moves:
            classes[-move.worth, move.falls].append(move)
    return Rise(blocks, pieces, fixed, lowest, tuple(_rungs(classes, least)))


class _Move(NamedTuple):
    """A piece on its way from one level to another.

    Attributes:
        place: which piece it is.
        worth: of its money.
        falls: whether money lowers the level.
        start, end: the levels; the end is the lower one where it falls.
        money: how much one unit of the level takes, in the plan's unit; below 0 where it falls.
    """

    place: Place
    worth: Fraction
    falls: bool
    start: Fraction
    end: Fraction
    money: Fraction

    def comes_before(self, other: _Move) -> bool:
        """Whether money goes to this one first, whatever else it could go to."""
        if (self.worth, self.falls) != (other.worth, other.falls):
            return self.worth > other.worth or (self.worth == other.worth and other.falls)
        return self.end >= other.start if self.falls else self.end <= other.start


def _move(place: Place, block: Block, piece: Piece) -> _Move:
    if piece.end is None or piece.moving < 0:
        raise UnevenError
    money = piece.per_level(block)
    if piece.falling != (money < 0):
        raise UnevenError
    ends = piece.level(block, piece.start), piece.level(block, piece.end)
    return _Move(place, piece.worth, piece.falling, *ends, money)


def _rungs(classes: Mapping[tuple[Fraction, bool], Sequence[_Move]], least: Fraction) -> Iterator[Rung]:
    """The rungs of moves by what they are worth (negated) and whether they fall, from the least ceiling on."""
    ceiling, level, moving = least, ZERO, 0
    left: list[Place] = []
    for (negated, falls), moves in sorted(classes.items()):
        sign = -1 if falls else 1
        turns: dict[Fraction, tuple[list[_Move], list[_Move]]] = defaultdict(lambda: ([], []))
        for move in moves:
            turns[sign * move.start][0].append(move)
            turns[sign * move.end][1].append(move)
        money, before = ZERO, ZERO
        for turn, (begin, end) in sorted(turns.items()):
            ceiling += money * (turn - before)
            money += sign * (sum((move.money for move in begin), ZERO) - sum((move.money for move in end), ZERO))
            moving += len(begin) - len(end)
            before, level = turn, sign * turn
            left += [move.place for move in end]
            if moving:
                yield Rung(ceiling, -negated, level, sign * money, tuple(move.place for move in begin), tuple(left))
                left = []
    yield Rung(ceiling, ZERO, level, ZERO, (), tuple(left))
