"""What the other blocks of a plan make of money: what it is worth there, and what it does to their lowest coverage."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from fractions import Fraction
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

from flessenhals.solver.plan.message import told
from flessenhals.solver.program.errors import NotProvedError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flessenhals.solver.optimum.parametric.rise import Rise
    from flessenhals.solver.sensitivity.apart.others import Landscape, Others

ZERO, ONE = Fraction(0), Fraction(1)


class Stretch(NamedTuple):
    """Money of which every unit does the same.

    Attributes:
        money: how much, in the plan's unit.
        worth: of one more unit, a pure number.
        raises: by how much one more unit raises the lowest coverage; below 0 where it lowers it.
    """

    money: Fraction
    worth: Fraction
    raises: Fraction


def stretches_of(
    here: Landscape, others: Others, least: Fraction, most: Fraction
) -> tuple[Fraction | None, list[Stretch]]:
    """Their lowest coverage with the least money, and the stretches from there on, those of most worth first.

    Money is best spent in the order of the plan's ladder, stretch after stretch; of those of one worth first comes what
    raises the lowest coverage most.

    Args:
        here: the plan at its ceiling.
        others: the blocks that are meant.
        least: the amount of their money from which on this is asked, in the plan's unit.
        most: the amount up to which it is; beyond it only what the next units are worth is told.

    Returns:
        None for the coverage where they ask nothing.

    Raises:
        NotProvedError: if money of one worth raises their lowest coverage less first, and then more.
    """
    lows = _lows(here, others, least, most)
    found: list[Stretch] = []
    for worth, start, end in worths_of(here.rise, others):
        if end <= least or start > most:
            continue
        cuts = [max(start, least), *(money for money, _ in lows if max(start, least) < money < end), end]
        own: list[Stretch] = []
        for low, high in pairwise(cuts):
            raises = _slope(lows, low)
            if own and own[-1].raises == raises:
                own[-1] = own[-1]._replace(money=own[-1].money + high - low)
            elif own and own[-1].raises < raises:
                raise NotProvedError(told("the lowest coverage of the other parts bends the wrong way"))
            else:
                own.append(Stretch(high - low, worth, raises))
        found += own
    return (lows[0][1] if lows else None), found


def worths_of(rise: Rise, others: Others) -> Iterator[tuple[Fraction, Fraction, Fraction]]:
    """What a unit of the others' money is worth, and the amounts between which it is that; most worth first."""
    rungs = rise.rungs
    starts = [(worth, next(same).start) for worth, same in groupby(rungs, key=lambda rung: rung.worth)]
    spent = [*(others.spent(start) for _, start in starts), others.most]
    for (worth, _), (start, end) in zip(starts, pairwise(spent), strict=True):
        yield worth, start, end


def _slope(lows: list[tuple[Fraction, Fraction]], money: Fraction) -> Fraction:
    """By how much the next unit raises the lowest coverage at an amount of money; 0 where that is not asked."""
    place = bisect_right(lows, money, key=lambda each: each[0])
    if not 0 < place < len(lows):
        return ZERO
    (start, low), (end, high) = lows[place - 1], lows[place]
    return (high - low) / (end - start)


def _lows(here: Landscape, others: Others, least: Fraction, most: Fraction) -> list[tuple[Fraction, Fraction]]:
    """Amounts of money from the least to the most, with the lowest coverage at each: straight lines between them.

    Empty where they ask nothing; one amount alone where the lowest coverage stays as it is.
    """
    rungs = here.rise.rungs
    first = max(bisect_right(rungs, least, key=lambda rung: others.spent(rung.start)) - 1, 0)
    last = min(bisect_left(rungs, most, key=lambda rung: others.spent(rung.start)), len(rungs) - 1)
    low = here.lowest_of_others(here.ceiling, others.own, frozenset())
    if low is None:
        return []
    if _stands(here, others, low, rungs[first].start, rungs[last].start):
        return [(least, low)]
    found: list[tuple[Fraction, Fraction]] = []
    for before, after in pairwise(rungs[first : last + 1]):
        start, end = others.spent(before.start), others.spent(after.start)
        if end > start:
            for part, low in _envelope(_sides(here, others, before.start, after.start)):
                money = start + part * (end - start)
                if not found or money > found[-1][0]:
                    found.append((money, low))
    if not found:
        return [(least, low)]
    place = max(bisect_right(found, least, key=lambda each: each[0]) - 1, 0)
    money, low = found[place]
    return [(least, low + _slope(found, least) * (least - money)), *found[place + 1 :]]


def _stands(here: Landscape, others: Others, low: Fraction, start: Fraction, end: Fraction) -> bool:
    """Whether a coverage is the lowest of others from a ceiling to another: a line stands on it, and none is below."""
    lines = here.plan.line_by_id
    fixed = ((lines[line], amount) for line, amount in here.rise.fixed.items())
    stands = any(line.proposed and amount == low * line.proposed for line, amount in fixed)
    for number in others.numbers:
        if stands and not low:  # none is lower than nothing
            return True
        ceilings = here.rise.turns(number, start, end)
        coverages = [here.rise.coverages(number, ceiling) for ceiling in ceilings]
        if low and any(min(each, default=low) < low for each in coverages):
            return False
        stands = stands or any(set(line) == {low} for line in zip(*coverages, strict=True))
    return stands


def _sides(here: Landscape, others: Others, start: Fraction, end: Fraction) -> set[tuple[Fraction, Fraction]]:
    """The coverages of their lines at both ends of a stretch of the ladder, of those that may be the lowest."""
    moving = [number for number in others.numbers if here.rise.moving(number, start) is not None]
    still = here.lowest_of_others(start, others.own | frozenset(moving), frozenset())
    found = set() if still is None else {(still, still)}
    for number in moving:
        found |= set(zip(here.rise.coverages(number, start), here.rise.coverages(number, end), strict=True))
    return found


def _envelope(sides: set[tuple[Fraction, Fraction]]) -> Iterator[tuple[Fraction, Fraction]]:
    """The lowest of straight lines, each with its ends at 0 and 1: where it bends, both ends, and its height there."""
    now = min(sides)
    at = ZERO
    yield at, now[0]
    while True:
        slope = now[1] - now[0]
        meets = [
            ((each[0] - now[0]) / (slope - (each[1] - each[0])), each[1] - each[0], each)
            for each in sides
            if each[1] - each[0] < slope
        ]
        ahead = [each for each in meets if each[0] < ONE]
        if not ahead:
            yield ONE, now[1]
            return
        at, _, now = min(ahead, key=lambda each: each[:2])
        yield at, now[0] + at * (now[1] - now[0])
