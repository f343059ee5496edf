"""Large plans whose parts hang together by nothing but the ceiling: divided part by part, and proved as a whole."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.constraints.constraint import own
from flessenhals.constraints.exact import dot, total
from flessenhals.constraints.row import Row
from flessenhals.solver.optimum.by_block.blocks import Block, climb, stages_of
from flessenhals.solver.optimum.by_block.water_level import meet
from flessenhals.solver.optimum.objective.objectives import Stage, best, level
from flessenhals.solver.program.components import blocks, union
from flessenhals.solver.program.highs import estimate
from flessenhals.solver.program.linear_program import LinearProgram, splits
from flessenhals.solver.program.prove import prove

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.program.prove import Engine

ZERO, ONE = Fraction(0), Fraction(1)
CLOSE = 1e-7
ORDERS = (("value", "coverage"), ("coverage",))


def parts_of(plan: Plan) -> list[LinearProgram]:
    """The blocks of a plan: lines that share no rule, directly or through others, are in different ones."""
    space = splits(plan, None)
    fixed = {label: each.lower for label, each in space.variables.items() if each.lower == each.upper}
    return blocks(space.without(fixed))


def divide(
    plan: Plan, ceiling: Fraction, parts: Sequence[LinearProgram], engine: Engine
) -> tuple[dict[str, Fraction], list[Stage]] | None:
    """The best split of a plan that falls apart into blocks, with its stages; None where they are not independent.

    1. The value is made as large as it can be, over the whole plan. Its duals divide that demand over the blocks: in
       every best split, each block is worth the same at the ceiling's price (complementary slackness).
    2. Each block then raises its lowest coverage, and the next lowest, by itself, as if money were no object.
    3. One level stops all of them: there the least that they need adds up to the ceiling. From then on every block has
       an amount of money of its own, and goes on by itself until all of its lines are settled.

    Raising all blocks at once or each by itself settles the same lines on the same levels, because a block's lines
    depend on no other block below the common level, nor above it. Every stage has a certificate over all blocks.

    Args:
        plan: with the objective [value, coverage] or [coverage].
        ceiling: the total that may be spent, in the plan's unit.
        parts: `parts_of(plan)`.
        engine: who is asked for bases.

    Raises:
        NoOptimumError: if nothing fits, or the engine finds nothing.
        NotProvedError: if an answer does not hold up.
    """
    stages: list[Stage] = []
    sense = "<="
    if "value" in plan.objective:
        stages, parts, sense = _value(plan, ceiling, parts, engine)
    else:
        prove(splits(plan, ceiling), engine)  # so that something fits
    largest = max((line.proposed for line in plan.lines), default=ZERO)
    shares = {line.id: line.proposed / largest for line in plan.lines if line.proposed}
    fixed = total(line.charge * line.lower for line in plan.lines if line.lower == line.upper)
    room = ceiling - fixed
    some = [Block(number, program, shares, plan.charges) for number, program in enumerate(parts)]
    highest = _rise(some, room, engine)
    spent = total(block.paid for block in some)
    unasked = any(line not in shares for block in some for line in block.program.variables)
    if highest is None and sense == "==" and spent < room and unasked:
        return None  # lines that ask nothing have to take the rest, and which of them is for all blocks together
    if highest is not None or spent > room or (sense == "==" and spent < room):
        top = highest or max((each.level for block in some for each in block.rounds), default=ZERO)
        some, stage, after = meet(some, room, -1 if highest is not None or spent > room else 1, top, engine)
        stages += [*stages_of(some), stage]
        some = after
        while rising := [block for block in some if block.rising]:
            climb(rising, engine)
    stages += stages_of(some)
    settled = {line: amount for block in some for line, amount in block.settled.items()}
    for block in some:
        if block.program.variables:
            stages += _unasked(block.program, engine)
            settled.update(stages[-1].certificate.point)
    return {line.id: settled.get(line.id, line.lower) for line in plan.lines}, stages


def _value(
    plan: Plan, ceiling: Fraction, parts: Sequence[LinearProgram], engine: Engine
) -> tuple[list[Stage], list[LinearProgram], str]:
    """The stage of the value, the blocks with what it leaves of them, and how the ceiling binds them from then on."""
    weights = {line.id: line.weight for line in plan.lines if line.weight}
    program = splits(plan, ceiling).asking("value", weights)
    certificate = prove(program, engine)
    price = next(dual for row, dual in zip(program.rows, certificate.dual, strict=True) if row.id.is_ceiling)
    left = []
    for number, part in enumerate(parts):
        worth = {line: weights.get(line, ZERO) - price * plan.charges[line] for line in part.variables}
        worth = {line: each for line, each in worth.items() if each}
        reached = dot(worth, certificate.point)
        left.append(part.keeping([Row(own(f"value {number}"), "stage", worth, ">=", reached)]) if worth else part)
    return [Stage("value", program, certificate)], left, "==" if price else "<="


def _rise(some: Sequence[Block], room: Fraction, engine: Engine) -> Fraction | None:
    """Raise the blocks by themselves, as far as the ceiling can matter.

    Returns:
        A level above which money runs out, in the plan's unit; None where every line that asks something is settled.
    """
    tops: dict[int, float] = {}
    moved = [block for block in some if block.rising]
    while True:
        tops |= _tops(moved)
        bound = _bound(some, tops, float(room))
        low = [block for block in some if block.rising and (bound is None or tops[block.number] <= bound * (1 + CLOSE))]
        if not low:
            return None if bound is None else Fraction(bound)
        climb(low, engine)
        moved = [block for block in low if block.rising]


def _tops(asked: Sequence[Block]) -> dict[int, float]:
    """How high each block can rise next, in floating point; without end where that is not found."""
    if not asked:
        return {}
    found = estimate(union("tops", [block.question() for block in asked]))
    return {block.number: found.point[block.level] if found else 0.0 for block in asked}


def _bound(some: Sequence[Block], tops: Mapping[int, float], room: float) -> float | None:
    """A level at which the lines by themselves, without their rules, already spend all there is; None if never.

    Each line needs its share of the level, up to the level at which it settled or its block stops for a while.
    """
    spent = 0.0
    turns: list[tuple[float, float]] = []
    for block in some:
        stops = {line: float(each.level) for each in block.rounds for line in each.settled}
        for line, interval in block.begun.variables.items():
            lower = float(interval.lower)
            charge = float(block.charges[line])
            spent += charge * lower
            if line in block.shares:
                share = float(block.shares[line])
                start, stop = lower / share, stops.get(line, tops[block.number])
                if stop > start:
                    turns += [(start, charge * share), (stop, -charge * share)]
    turns.sort()
    level, rate = 0.0, 0.0
    for turn, change in turns:
        if spent + rate * (turn - level) >= room * (1 + CLOSE) and rate > 0:
            return level + (room * (1 + CLOSE) - spent) / rate
        spent, level, rate = spent + rate * (turn - level), turn, rate + change
    return None


def _unasked(program: LinearProgram, engine: Engine) -> list[Stage]:
    """Lines of a block that ask nothing get no more, together and then each, than the rules need."""
    lines = dict.fromkeys(program.variables, ONE)
    least, space = best(program.asking("unasked", dict.fromkeys(lines, -ONE)), lambda asked: prove(asked, engine))
    levels, _ = level("unasked", space, lines, lambda asked: prove(asked, engine), lowest=False)
    return least + levels
