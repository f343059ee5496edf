"""What changes from each stretch of ceilings to the next, and nothing else: so a country's ladder stays small."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from flessenhals.constraints.constraint import maximum_of, minimum_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from flessenhals.constraints.constraint import Constraint
    from flessenhals.solver.optimum.parametric.block import Block
    from flessenhals.solver.optimum.parametric.piece import Piece
    from flessenhals.solver.optimum.parametric.rise import Place, Rise, Rung

ZERO, ONE = Fraction(0), Fraction(1)


class RateChange(NamedTuple):
    """A ceiling at which the split changes course.

    Attributes:
        ceiling: in the plan's unit.
        times: by what the rates of all lines that are not named are multiplied from here on, a pure number: where one
            block begins or ceases to move, the others share the rest in the same proportions.
        rates: line → how much of the next unit of ceiling it gets, a pure number, where that is anything else.
        starts: the constraints that stay without room from here on, and had room below.
        stops: those that had no room below, and have it from here on.
    """

    ceiling: Fraction
    times: Fraction
    rates: Mapping[str, Fraction]
    starts: tuple[Constraint, ...]
    stops: tuple[Constraint, ...]


def changes(rise: Rise) -> Iterator[RateChange]:
    """Every ceiling at which a split changes course, from the lowest feasible one on; no two could be one."""
    climb = _Climb(rise)
    for rung in rise.rungs:
        change = climb.onto(rung)
        if change is not None:
            yield change


def named_rates(found: Iterator[RateChange]) -> Iterator[tuple[RateChange, dict[str, Fraction]]]:
    """Each change with every line whose rate changes there by its name, also those that share the rest from there on.

    Returns:
        The change, and line → money per further unit of ceiling from there on, a pure number, maybe 0.
    """
    moving: dict[str, Fraction] = {}
    for change in found:
        rates = {} if change.times == 1 else {line: rate * change.times for line, rate in moving.items()}
        rates |= change.rates
        rates = {line: rate for line, rate in rates.items() if rate != moving.get(line, ZERO)}
        moving |= rates
        for line in [line for line, rate in rates.items() if not rate]:
            del moving[line]
        yield change, rates


class _Climb:
    """Walks along the rungs, and knows what moves."""

    def __init__(self, rise: Rise) -> None:
        self.rise = rise
        self.money = ZERO
        self.moving: dict[int, Place] = {}
        self.rates: dict[str, Fraction] = {}  # per unit of the level
        self.resting = [0] * len(rise.blocks)  # per block, the piece that is next
        self.begun = False

    def onto(self, rung: Rung) -> RateChange | None:
        """What changes at a rung; None where nothing does."""
        rise = self.rise
        before: dict[str, Fraction] = {}
        touched = {place.block: None for place in (*rung.leaves, *rung.enters)}
        tight = {block: self._tight(block) for block in touched} if self.begun else {}
        for place in rung.leaves:
            for line in rise.rates(place):
                before[line] = self.rates.pop(line)
            del self.moving[place.block]
            self.resting[place.block] = place.piece + 1
        after: dict[str, Fraction] = {}
        for place in rung.enters:
            after |= rise.rates(place)
            self.moving[place.block] = place
        shared = bool(self.rates) and bool(self.money)  # lines that go on as they were
        times = self.money / rung.money if shared and rung.money else ONE
        found = {}
        for line in dict.fromkeys((*before, *after)):
            now = after[line] / rung.money if line in after else ZERO
            was = before[line] / self.money if line in before else ZERO
            if now != was * times or (not self.begun and now):
                found[line] = now
        self.rates |= after
        self.money = rung.money
        if self.begun and not found and times == 1:
            return None
        starts, stops = self._bound(tight)
        self.begun = True
        return RateChange(rung.start, times, found, starts, stops)

    def _bound(self, tight: Mapping[int, list[Constraint]]) -> tuple[tuple[Constraint, ...], tuple[Constraint, ...]]:
        starts: list[Constraint] = []
        stops: list[Constraint] = []
        for block, held in tight.items():
            now = self._tight(block)
            starts += [each for each in now if each not in held]
            stops += [each for each in held if each not in now]
        return tuple(starts), tuple(stops)

    def _tight(self, number: int) -> list[Constraint]:
        """The constraints of a block without room: all along the piece that moves, or where it rests."""
        block, place = self.rise.blocks[number], self.moving.get(number)
        if place is not None:
            return tight_along(block, self.rise.pieces[number][place.piece])
        rests = self.rise.pieces[number][self.resting[number]]
        return tight_at(block, rests, rests.start)


def tight_along(block: Block, piece: Piece) -> list[Constraint]:
    """The constraints of a block that have no room all along a piece."""
    return _tight(block, list(piece.base), list(piece.rate), piece.under)


def tight_at(block: Block, piece: Piece, money: Fraction) -> list[Constraint]:
    """The constraints of a block that have no room at an amount of money, in the plan's unit."""
    over, parted = (money * block.scale).as_integer_ratio()
    base = [each * parted + rate * over for each, rate in zip(piece.base, piece.rate, strict=True)]
    return _tight(block, base, [0] * len(base), piece.under * parted)


def _tight(block: Block, base: list[int], rate: list[int], under: int) -> list[Constraint]:
    found: list[Constraint] = []
    for number, row in enumerate(block.program.rows):
        form = block.forms[number]
        if all(
            total == 0
            for total in (
                block.sides[number] * under - sum(value * base[line] for line, value in form),
                sum(value * rate[line] for line, value in form),
            )
        ):
            found.append(row.id)
    for number, line in enumerate(block.lines):
        if not rate[number] and base[number] == block.lower[number] * under:
            found.append(minimum_of(line))
        if not rate[number] and base[number] == block.upper[number] * under:
            found.append(maximum_of(line))
    return found
