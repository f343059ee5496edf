"""The lines that a constraint of a plan with blocks can move: those of its block."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from flessenhals.solver.program.components import union
from flessenhals.solver.program.linear_program import Interval, LinearProgram

if TYPE_CHECKING:
    from flessenhals.constraints.row import Row
    from flessenhals.solver.sensitivity.apart.others import Landscape


@dataclass(frozen=True)
class Own:
    """The lines that a constraint can move beside the ceiling's: those of its block.

    Attributes:
        program: these lines with their rules.
        blocks: the places of the blocks that they are of.
        fixed: the lines among them that can have one amount only as the plan stands.
    """

    program: LinearProgram
    blocks: frozenset[int]
    fixed: frozenset[str]


def own_of(here: Landscape, row: Row) -> Own | None:
    """The lines that a constraint can move; None where all of its lines can have one amount only, whatever it asks.

    Args:
        here: the plan and its blocks.
        row: a rule's, or a line's bound.
    """
    rise = here.rise
    if not row.id.is_bound:
        number = here.rows.get(row.id)
        return None if number is None else Own(rise.blocks[number].program, frozenset({number}), frozenset())
    (line,) = row.coefficients
    if line in here.block_of:
        number = here.block_of[line]
        return Own(rise.blocks[number].program, frozenset({number}), frozenset())
    rows = [each for each in here.plan.rule_rows if line in each.coefficients]
    blocks = {here.block_of[each] for rule in rows for each in rule.coefficients if each in here.block_of}
    others = {each: amount for each, amount in rise.fixed.items() if each != line}
    joined = union("splits", [rise.blocks[number].program for number in sorted(blocks)])
    amount = rise.fixed[line]
    known = {each.id for each in rows}
    bare = LinearProgram("splits", {each: Interval() for rule in rows for each in rule.coefficients}, tuple(rows), {})
    program = replace(
        joined,
        variables={**joined.variables, line: Interval(amount, amount)},
        rows=(*(each for each in joined.rows if each.id not in known), *bare.without(others).rows),
    )
    return Own(program, frozenset(blocks), frozenset({line}))
