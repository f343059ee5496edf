"""The level to which one ceiling lets many blocks rise together, as water finds one level in joined vessels."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING, Literal, NamedTuple

from flessenhals.constraints.constraint import CEILING, own
from flessenhals.constraints.exact import dot, total
from flessenhals.constraints.row import Row
from flessenhals.solver.optimum.objective.level import LOWEST, levelled
from flessenhals.solver.optimum.objective.objectives import Stage
from flessenhals.solver.plan.message import told
from flessenhals.solver.program.certificate import Certificate, faults
from flessenhals.solver.program.components import claim_each, prove_each, together, union
from flessenhals.solver.program.errors import NotProvedError
from flessenhals.solver.program.highs import estimate
from flessenhals.solver.program.linear_program import LinearProgram

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from flessenhals.constraints.row import Sense
    from flessenhals.solver.optimum.by_block.blocks import Block
    from flessenhals.solver.program.prove import Engine

    Answer = Callable[[Sequence[LinearProgram]], list[Certificate]]

ZERO = Fraction(0)
PATIENCE, NEAR = 4, 1e-12
MOST_STEPS = 60
FINE = 10**9

Direction = Literal[-1, 1]


class Meeting(NamedTuple):
    """Where the ceiling stops all blocks at once.

    Attributes:
        before: the blocks as they were below that level.
        stage: the proof that no level above it can be paid for, with the lines that it settles.
        after: the blocks with those lines settled and with what each of them spends as a row of its own.
    """

    before: list[Block]
    stage: Stage
    after: list[Block]


class Spending(NamedTuple):
    """What blocks spend at least (at most) together while no rising line of theirs is below a level.

    Attributes:
        spent: minus the least, or the most, in the plan's unit.
        rate: its change per unit of level, never above 0.
    """

    spent: float
    rate: float


def meet(some: Sequence[Block], room: Fraction, direction: Direction, highest: Fraction, engine: Engine) -> Meeting:
    """Find the highest level at which the blocks can spend exactly what there is.

    What a block must spend while no rising line is below a level is a convex, piecewise linear function of that level
    between the levels at which its lines settle, and so is the sum. First those levels are searched in floating point
    for the two that the answer lies between; from there Newton's method in exact arithmetic ends on it after a few
    steps, because each step solves one linear piece. Its proof for the program over all blocks is put together from
    those of the blocks: they have the ceiling's dual in common.

    Args:
        some: blocks that rose by themselves, at least to the level that is looked for.
        room: what is left for the lines that are not settled and those that settled on the way, in the plan's unit.
        direction: -1 where the least that the blocks need meets the ceiling, 1 where the most that they can use does.
        highest: a level at or above the one that is looked for, in the plan's unit.
        engine: who is asked for bases.

    Raises:
        NotProvedError: if the level could not be proved.
    """
    levels = sorted({each.level for block in some for each in block.rounds if each.level < highest})
    place = _search(some, room, direction, levels, highest)
    while place >= 0:
        top = levels[place] if place < len(levels) else highest
        before = [block.back_to(top) for block in some]
        for answer in (claim_each, prove_each):  # the whole is proved in any case, and the parts seldom need to be
            level, certificates = _settle_on(before, room, direction, top, partial(answer, engine=engine))
            if any(each.level > level for block in before for each in block.rounds):
                break
            met = _meeting(before, room, direction, level, certificates)
            if met is not None:
                return met
        place -= 1
    raise NotProvedError("no common level was found")


def _search(
    some: Sequence[Block], room: Fraction, direction: Direction, levels: Sequence[Fraction], highest: Fraction
) -> int:
    """The place of the first of the levels that cannot be paid for; their number where only the highest cannot."""
    low, high = -1, len(levels)
    guess = _guess([block.back_to(highest) for block in some], room, direction, highest)[1] if levels else highest
    tries = 0
    while high - low > 1:
        tries += 1
        near = bisect_left(levels, guess) if tries <= PATIENCE else (low + high) // 2
        place = min(max(near, low + 1), high - 1)
        level = levels[place]
        crossed, guess = _guess([block.back_to(level) for block in some], room, direction, level)
        low, high = (low, place) if crossed else (place, high)
    return high


def _guess(some: Sequence[Block], room: Fraction, direction: Direction, level: Fraction) -> tuple[bool, Fraction]:
    """Whether a level cannot be paid for, in floating point, and where Newton's method would look next."""
    reach = _reach(some, level, direction)
    if reach is None:
        return True, level
    gap = reach.spent - direction * float(_left(some, room))
    step = 0.0 if reach.rate == 0 else -gap / reach.rate
    return gap < 0, level + Fraction(step).limit_denominator(FINE)


def _reach(some: Sequence[Block], level: Fraction, direction: Direction) -> Spending | None:
    programs = [_at(block, level, direction) for block in some if block.program.variables]
    found = estimate(union("spent", programs))
    if found is None:
        return None
    rate = sum(
        float(block.shares[line]) * min(0.0, found.reduced_cost[line])
        for block in some
        for line in block.rising
        if block.shares[line] * level >= block.program.variables[line].lower
    )
    spent = sum(float(block.charges[line]) * found.point[line] for block in some for line in block.program.variables)
    return Spending(direction * spent, rate)


def _left(some: Sequence[Block], room: Fraction) -> Fraction:
    return room - total(block.paid for block in some)


def _at(block: Block, level: Fraction, direction: Direction) -> LinearProgram:
    """The least (the most) that a block spends while no rising line is below a level."""
    variables = {
        line: interval._replace(lower=max(interval.lower, block.shares[line] * level))
        if line in block.shares
        else interval
        for line, interval in block.program.variables.items()
    }
    spent = {line: direction * block.charges[line] for line in variables if block.charges[line]}
    return LinearProgram("spent", variables, block.program.rows, spent)


def _settle_on(
    before: Sequence[Block], room: Fraction, direction: Direction, top: Fraction, answer: Answer
) -> tuple[Fraction, list[Certificate]]:
    """The highest level at which the blocks spend what there is, exactly, with what each of them is given there.

    What they spend may be the same all along below that level, so that its slope there says nothing: at the lowest
    ceiling of all it is. So the level is met from above, and the duals are those of the last step towards it. As their
    straight line is a bound everywhere and meets the optimum at that level, they are optimal there too.
    """
    target = direction * _left(before, room)
    for start in (_near(before, room, direction, top), top):
        level, duals = start, list[Certificate]()
        for _ in range(MOST_STEPS):
            found = answer([_at(block, level, direction) for block in before])
            spent = total(each.optimum for each in found)
            rate = total(_rate(block, level, each) for block, each in zip(before, found, strict=True))
            if spent == target and (duals or rate):
                return level, [_with_duals_of(*each) for each in zip(found, duals or found, strict=True)]
            if not rate:
                break
            duals = found if spent < target else []
            level = min(top, level + (target - spent) / rate)
    raise NotProvedError(told("no common level was found in {most_steps} steps", most_steps=MOST_STEPS))


def _near(before: Sequence[Block], room: Fraction, direction: Direction, top: Fraction) -> Fraction:
    """A level just above the one that is looked for, by Newton's method in floating point."""
    level = top
    for _ in range(MOST_STEPS):
        _, guess = _guess(before, room, direction, level)
        guess = max(ZERO, min(guess, top))
        if abs(guess - level) <= NEAR * top:
            break
        level = guess
    return min(top, level + top / FINE)


def _with_duals_of(point: Certificate, duals: Certificate) -> Certificate:
    """The point of one certificate with the duals of another; they prove it where both are optimal."""
    return point._replace(dual=duals.dual, reduced_cost=duals.reduced_cost)


def _rate(block: Block, level: Fraction, certificate: Certificate) -> Fraction:
    """How fast the optimum of a block changes with the level: its duals say so."""
    return total(
        block.shares[line] * certificate.reduced_cost[line]
        for line in block.rising
        if certificate.reduced_cost[line] < 0 and block.shares[line] * level >= block.program.variables[line].lower
    )


def _meeting(
    before: list[Block], room: Fraction, direction: Direction, level: Fraction, certificates: Sequence[Certificate]
) -> Meeting | None:
    """The stage over all blocks, with a certificate put together from theirs; None where that is no proof."""
    rate = total(_rate(block, level, each) for block, each in zip(before, certificates, strict=True))
    if not rate:
        return None
    scale = -1 / rate
    rising = [(line, block) for block in before for line in block.rising]
    parts = union("coverage", [block.program for block in before])
    found = together(certificates)
    held = {
        line: scale * found.reduced_cost[line]
        for line, block in rising
        if found.reduced_cost[line] < 0 and block.shares[line] * level >= block.program.variables[line].lower
    }
    sense: Sense = "<=" if direction < 0 else "=="
    left = _left(before, room)
    charged = {line: charge for block in before for line in block.program.variables if (charge := block.charges[line])}
    spending = Row(CEILING, "ceiling", charged, sense, left)
    program = levelled(parts, {line: block.shares[line] for line, block in rising}, "coverage").keeping([spending])
    certificate = Certificate(
        point={**found.point, LOWEST: level},
        activity=(
            *found.activity,
            *(found.point[line] - block.shares[line] * level for line, block in rising),
            left,
        ),
        dual=(
            *(scale * each for each in found.dual),
            *(held.get(line, ZERO) for line, _ in rising),
            -direction * scale,
        ),
        reduced_cost={
            **{line: ZERO if line in held else scale * cost for line, cost in found.reduced_cost.items()},
            LOWEST: ZERO,
        },
        optimum=level,
    )
    if faults(program, certificate):
        return None
    settled = {line: found.point[line] for line in found.point if line in held or certificate.reduced_cost[line]}
    after = [_apart(block, certificate, settled) for block in before]
    return Meeting(before, Stage("coverage", program, certificate, settled), after)


def _apart(block: Block, certificate: Certificate, settled: dict[str, Fraction]) -> Block:
    """A block that spends what every best split gives it (complementary slackness), and no longer needs the ceiling."""
    free = [line for line in block.program.variables if line not in settled]
    ends = {line: settled[line] for line in block.program.variables if line in settled}
    charged = {line: block.charges[line] for line in free if block.charges[line]}
    spends = dot(charged, certificate.point)
    row = Row(own(f"share {block.number}"), "stage", charged, "==", spends)
    program = block.program.without(ends)
    return replace(
        block, program=program.keeping([row]) if charged else program, settled={**block.settled, **ends}, rounds=[]
    )
