"""From a plan and a ceiling to the stages of its best split: as a whole, or for a large plan part by part."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING

from flessenhals.constraints.ceiling import Path
from flessenhals.solver.optimum.objective.goals import objectives_of
from flessenhals.solver.optimum.objective.objectives import Stage
from flessenhals.solver.plan.message import told
from flessenhals.solver.program.errors import TooLargeError
from flessenhals.solver.program.gc_paused import collector_at_rest
from flessenhals.solver.program.linear_program import MOST_AT_ONCE, splits
from flessenhals.solver.program.prove import prove

if TYPE_CHECKING:
    from fractions import Fraction

    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.program.prove import Engine

MOST_TIED = 30_000


def best_split(plan: Plan, ceiling: Ceiling, engine: Engine, *, apart: bool) -> tuple[dict[str, Fraction], list[Stage]]:
    """The best split, line id → amount in the plan's unit, with the stages that prove it.

    Args:
        plan: the lines, the rules and the objective.
        ceiling: the total that may be spent, in the plan's unit, or a path by year.
        engine: who is asked for bases.
        apart: whether a plan of more than 200 lines may be divided part by part, where its parts hang together by
            nothing but the ceiling.

    Raises:
        NoOptimumError: if nothing fits, or the engine finds nothing.
        NotProvedError: if an answer does not hold up.
        TooLargeError: if more than 30,000 lines hang together: every stage takes a solve over all of them.
    """
    large = apart and len(plan.lines) > MOST_AT_ONCE
    found = None if isinstance(ceiling, Path) or not large else _part_by_part(plan, ceiling, engine)
    if found is not None:
        return found
    _refuse_beyond(len(plan.lines))
    with collector_at_rest() if large else nullcontext():
        return as_a_whole(plan, ceiling, engine)


def as_a_whole(plan: Plan, ceiling: Ceiling, engine: Engine) -> tuple[dict[str, Fraction], list[Stage]]:
    """The best split and its stages, each of them one program over all lines."""
    stages: list[Stage] = []
    space = splits(plan, ceiling)
    for each in objectives_of(plan):
        found, space = each.narrow(plan, space, lambda program: prove(program, engine))
        stages += found
    if not stages:  # every line is fixed: nothing to choose, and still the question whether it fits
        stages.append(Stage("fixed", space, prove(space, engine)))
    return {line.id: stages[-1].certificate.point[line.id] for line in plan.lines}, stages


def _part_by_part(plan: Plan, ceiling: Fraction, engine: Engine) -> tuple[dict[str, Fraction], list[Stage]] | None:
    from flessenhals.solver.optimum.by_block.by_block import ORDERS, divide, parts_of  # noqa: PLC0415 - only large plans need it

    if plan.objective not in ORDERS:
        return None
    with collector_at_rest():
        parts = parts_of(plan)
        _refuse_beyond(max((len(part.variables) for part in parts), default=0))
        return divide(plan, ceiling, parts, engine) if len(parts) > 1 else None


def _refuse_beyond(lines: int) -> None:
    if lines > MOST_TIED:
        raise TooLargeError(
            told(
                "allocate: {lines} lines hang together by their rules, more than {most_tied}, and each step of "
                "dividing them takes a solve over them all -> take lines together, or write rules per group "
                "(per: partner), so that the plan falls apart into parts",
                lines=lines,
                most_tied=MOST_TIED,
            )
        )
