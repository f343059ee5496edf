"""The best split of a large plan that hangs together, at one ceiling: as the piece of its ladder that lies there."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.solver.optimum.by_block.by_block import parts_of
from flessenhals.solver.optimum.parametric.block import one_block, paid_by
from flessenhals.solver.optimum.parametric.check import faults
from flessenhals.solver.optimum.parametric.settling import piece
from flessenhals.solver.optimum.parametric.traced import Tracer
from flessenhals.solver.program.kernel.compiled import compiled, compiles

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from flessenhals.solver.optimum.parametric.block import Block
    from flessenhals.solver.optimum.parametric.piece import Piece
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.program.linear_program import LinearProgram

ZERO = Fraction(0)
ORDERS = (("value", "coverage"), ("coverage",))
# From so many lines on the kernel is faster than a solve a round; the most coefficients and steps that it is asked for.
FEWEST, MOST_WORK = 600, 40_000_000_000
WORTH_COMPILING = 1_500  # lines; fewer are divided sooner by a solve a round than the kernel is compiled
AMONG = 1_000_000  # one such question is worth machine code as much as so many small ones


@dataclass(frozen=True)
class Spot:
    """The best split around one ceiling.

    Attributes:
        block: all lines that have a choice, with all rules.
        piece: what they get, with its proof.
        fixed: line → amount, of the lines that can have one amount only, in the plan's unit.
        spent: what those take of the ceiling, in the plan's unit.
    """

    block: Block
    piece: Piece
    fixed: Mapping[str, Fraction]
    spent: Fraction

    def at(self, ceiling: Fraction) -> dict[str, Fraction]:
        """The best split at a ceiling that lies on the piece, line → amount; all in the plan's unit."""
        amounts = self.piece.at(self.block, ceiling - self.spent)
        return {**self.fixed, **dict(zip(self.block.lines, amounts, strict=True))}

    def faults(self) -> list[str]:
        """Everything that keeps this from being proved; empty exactly for a proof."""
        return faults(self.block, self.piece)


def spot(plan: Plan, ceiling: Fraction) -> Spot | None:
    """The best split of a plan around a ceiling, proved; None where the kernel cannot tell or another way is faster.

    The kernel raises all lines from one basis and settles many at a step; what it says is proved in whole numbers.

    Args:
        plan: of one year, in amounts that can be split.
        ceiling: in the plan's unit.
    """
    rows = len(plan.rule_rows) + 1
    lines = len(plan.lines)
    if plan.objective not in ORDERS or lines < FEWEST or rows * lines * (rows + lines) > MOST_WORK or not compiled():
        return None
    if lines < WORTH_COMPILING and compiles(rows, lines, AMONG):
        return None
    parts = parts_of(plan)
    if max((len(part.variables) for part in parts), default=0) < FEWEST:
        return None
    return around(plan, ceiling, AMONG, parts)


def around(
    plan: Plan, ceiling: Fraction, among: int, parts: Sequence[LinearProgram] | None = None, *, merged: bool = True
) -> Spot | None:
    """The best split around a ceiling of a plan of any size, proved; None where the kernel cannot tell.

    Args:
        plan: of one year, in amounts that can be split, with the stages that pieces have.
        ceiling: in the plan's unit.
        among: how many such questions there are in all.
        parts: of the plan, where they are known.
        merged: whether its level has to move with the money.
    """
    fixed = {line.id: line.lower for line in plan.lines if line.lower == line.upper}
    if any(not row.holds(fixed) for row in plan.rule_rows if row.coefficients.keys() <= fixed.keys()):
        return None
    block, paid = one_block(plan, parts_of(plan) if parts is None else parts), paid_by(plan)
    spent = sum((amount * paid.get(line, ZERO) for line, amount in fixed.items()), ZERO)
    proof = Tracer(block, valued="value" in plan.objective, among=among)(ceiling - spent)
    found = None if proof is None else piece(block, proof, ceiling - spent, merged=merged)
    if found is None:
        return None
    made = Spot(block, found, fixed, spent)
    return None if made.faults() else made
