"""From a plan to its best split at every ceiling."""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING

from flessenhals.solver.optimum.parametric.block import blocks_of, least_money, paid_by
from flessenhals.solver.optimum.parametric.climb import climb
from flessenhals.solver.optimum.parametric.rise import rise
from flessenhals.solver.optimum.parametric.staged import staged
from flessenhals.solver.optimum.parametric.traced import Tracer
from flessenhals.solver.program.components import prove_each
from flessenhals.solver.program.errors import NoOptimumError
from flessenhals.solver.program.highs import highs_in_a_row

if TYPE_CHECKING:
    from collections.abc import Callable

    from flessenhals.solver.optimum.parametric.rise import Rise
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.program.prove import Engine

ZERO = Fraction(0)
ORDERS = (("value", "coverage"), ("coverage",))
# So many coefficients, line by line, take as long as loading the kernel's machine code when one program is looked at.
AT_ONCE = 1650


def rise_of(
    plan: Plan, engine: Engine = highs_in_a_row, watch: Callable[[Fraction], object] | None = None
) -> Rise | None:
    """The best split at every ceiling, in proved pieces; None for stages whose pieces are not put together so.

    Args:
        plan: of one year, in amounts that can be split.
        engine: who is asked where the kernel is not sure.
        watch: called with the part of the way that is done, from 0 to 1.

    Raises:
        NoOptimumError: if nothing fits at any ceiling.
        NotProvedError: if a piece could not be proved.
        UnevenError: if the pieces of a block do not follow each other by worth and level.
    """
    if plan.objective not in ORDERS:
        return None
    fixed = {line.id: line.lower for line in plan.lines if line.lower == line.upper}
    if any(not row.holds(fixed) for row in plan.rule_rows if row.coefficients.keys() <= fixed.keys()):
        raise NoOptimumError("a rule over fixed amounts is broken")
    blocks = blocks_of(plan)
    valued = "value" in plan.objective
    least = prove_each([least_money(block) for block in blocks], engine)
    among = sum(len(block.lines) ** 2 * len(block.forms) for block in blocks) // AT_ONCE
    pieces = []
    for number, (block, proved) in enumerate(zip(blocks, least, strict=True)):
        tracer = Tracer(block, valued=valued, among=among)
        slow = partial(staged, block, engine=engine, valued=valued)
        part = None if watch is None else partial(_told, watch, number, len(blocks))
        pieces.append(climb(block, -proved.optimum, tracer, slow, part))
    paid = paid_by(plan)
    spent = sum((amount * paid.get(line, ZERO) for line, amount in fixed.items()), ZERO)
    return rise(blocks, pieces, fixed, least, spent)


def _told(watch: Callable[[Fraction], object], number: int, count: int, part: Fraction) -> None:
    watch((number + part) / count)
