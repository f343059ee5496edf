"""All straight pieces of a block, from the least money that it can do with to where more changes nothing."""

from __future__ import annotations

from fractions import Fraction
from operator import attrgetter
from typing import TYPE_CHECKING

from flessenhals.constraints.exact import simplest_between
from flessenhals.solver.optimum.parametric.settling import piece
from flessenhals.solver.plan.message import told
from flessenhals.solver.program.errors import NotProvedError

if TYPE_CHECKING:
    from collections.abc import Callable

    from flessenhals.solver.optimum.parametric.block import Block
    from flessenhals.solver.optimum.parametric.piece import Piece, Proof

    Ask = Callable[[Fraction], Proof | None]

ZERO, ONE = Fraction(0), Fraction(1)
PLACES = tuple(Fraction(each, 100) for each in (50, 31, 77, 13, 91))
NEAR = Fraction(1, 50)
MOST_TRIES = 10_000


def climb(
    block: Block, least: Fraction, ask: Ask, otherwise: Ask, watch: Callable[[Fraction], object] | None = None
) -> list[Piece]:
    """The pieces of a block, end to end and in rising amounts of money; each of them proved.

    Every answer, at an amount of money that nobody has looked at yet, gives a piece with both of its ends, exactly.
    What lies outside is looked at next, until the pieces cover everything.

    Args:
        block: the lines and rules.
        least: what it can do with, in the plan's unit.
        ask: finds proofs, fast and not always.
        otherwise: finds them too, slowly; asked where the first finds none.
        watch: called with the part of the way that is done, from 0 to 1.

    Raises:
        NotProvedError: if neither finds a proof somewhere.
    """
    top = _around(block, block.most + ONE, ask, otherwise)
    found = [top]
    waiting = [(least, top.start)] if top.start > least else []
    for _ in range(MOST_TRIES):
        if watch is not None:
            left = sum((high - low for low, high in waiting), ZERO)
            watch(1 - left / (top.start - least) if left else ONE)
        if not waiting:
            return sorted(found, key=attrgetter("start"))
        low, high = waiting.pop()
        made = _between(block, low, high, ask, otherwise)
        if made.end is None:
            raise NotProvedError("a piece of the ladder has no end")
        start, end = max(low, made.start), min(high, made.end)
        if start < end:
            found.append(made._replace(start=start, end=end))
            waiting += [gap for gap in ((low, start), (end, high)) if gap[0] < gap[1]]
        else:  # it holds at one amount alone
            waiting += [(low, start), (start, high)]
    raise NotProvedError(told("the ladder is not whole after {most_solves} solves", most_solves=MOST_TRIES))


def _between(block: Block, low: Fraction, high: Fraction, ask: Ask, otherwise: Ask) -> Piece:
    """A piece that holds somewhere between two amounts of money."""
    width = high - low
    for place in PLACES:
        money = simplest_between(low + (place - NEAR) * width, low + (place + NEAR) * width)
        proof = ask(money)
        made = None if proof is None else piece(block, proof, money)
        if made is not None:
            return made
    return _around(block, simplest_between(low, high), otherwise, otherwise)


def _around(block: Block, money: Fraction, *asked: Ask) -> Piece:
    for ask in asked:
        proof = ask(money)
        made = None if proof is None else piece(block, proof, money)
        if made is not None:
            return made
    raise NotProvedError("a piece of the ladder could not be proved")
