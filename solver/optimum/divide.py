"""Divides a ceiling over the lines of a plan, and proves that no split is better."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from flessenhals.constraints import ceiling as ceilings
from flessenhals.constraints.ceiling import Path
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.optimum.allocation import Allocation
from flessenhals.solver.optimum.stages import best_split
from flessenhals.solver.plan.message import told
from flessenhals.solver.program.errors import NoOptimumError, NotProvedError
from flessenhals.solver.program.highs import highs
from flessenhals.solver.program.linear_program import MOST_AT_ONCE
from flessenhals.solver.program.prove import MOST_FOR_EXACT

if TYPE_CHECKING:
    from fractions import Fraction

    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.program.prove import Engine


def allocate(plan: Plan, ceiling: Ceiling, engine: Engine = highs, *, apart: bool = True) -> Allocation:
    """Divide a ceiling over the lines of a plan: the optimal split, with its proof.

    The stages of the plan's objective are taken in order, each over the splits that reach the optimum of those before
    it. Every optimum is an exact vertex with a certificate checked in rational arithmetic.

    Args:
        plan: the lines, the rules and the objective.
        ceiling: the total that may be spent, in the plan's unit, ≥ 0; or a path by year, for a plan with years.
        engine: who is asked first; the exact simplex is asked after it.
        apart: whether a large plan may be divided part by part: the same split and as well proved, by stages that
            speak of many parts at once.

    Raises:
        InfeasibleError: if no split keeps every rule within the ceiling; proved too.
        NotProvedError: if neither could be proved.
        TooLargeError: if more than 30,000 lines hang together.
    """
    if plan.whole:
        from flessenhals.solver.optimum.whole_allocation import allocate_whole  # noqa: PLC0415 - few plans need it

        return allocate_whole(plan, ceiling)
    try:
        return _divide(plan, ceiling, engine, apart=apart)
    except NoOptimumError:
        pass
    # Only now: most splits need neither, and starting up is most of what a command costs.
    from flessenhals.solver.infeasible.diagnosis import refusal  # noqa: PLC0415
    from flessenhals.solver.program.exact.exact_simplex import exact  # noqa: PLC0415

    refused = refusal(plan, ceiling, engine)
    if refused is not None:
        raise refused
    if len(plan.lines) + len(plan.rule_rows) <= MOST_FOR_EXACT:
        try:
            return _divide(plan, ceiling, exact, apart=apart)
        except NoOptimumError:
            pass
    raise NotProvedError(
        told("no answer could be proved for {id} at {ceiling:,.6g}", id=plan.id, ceiling=float(ceilings.size(ceiling)))
    )


def attempt(plan: Plan, ceiling: Ceiling, engine: Engine = highs) -> Allocation | InfeasibleError:
    """The optimal split of a ceiling, or why there is none: both are answers, and both are proved.

    Raises:
        NotProvedError: if neither could be proved.
    """
    try:
        return allocate(plan, ceiling, engine)
    except InfeasibleError as refused:
        return refused


def _divide(plan: Plan, ceiling: Ceiling, engine: Engine, *, apart: bool) -> Allocation:
    if apart and not isinstance(ceiling, Path) and plan.years is None and len(plan.lines) > MOST_AT_ONCE:
        at_once = _at_once(plan, ceiling, engine)
        if at_once is not None:
            return at_once
    amounts, stages = best_split(plan, ceiling, engine, apart=apart)
    shifts = {label: stages[-1].certificate.point[label] for label in ceilings.shifts(ceiling)}
    allocation = Allocation(plan, ceiling, amounts, tuple(stages), shifts)
    wrong = allocation.shortcomings()  # the certificates themselves were checked when they were made
    if wrong:
        raise NotProvedError("; ".join(wrong))
    return allocation


def _at_once(plan: Plan, ceiling: Fraction, engine: Engine) -> Allocation | None:
    """The split of a large plan that hangs together, by the kernel and proved; None where another way is better."""
    from flessenhals.solver.optimum.later_stages import LaterStages  # noqa: PLC0415 - only large plans need these
    from flessenhals.solver.optimum.parametric.spot import spot  # noqa: PLC0415

    found = spot(plan, ceiling)
    if found is None:
        return None
    amounts = found.at(ceiling)
    ordered = {line.id: amounts[line.id] for line in plan.lines}
    stages = LaterStages(partial(allocate, plan, ceiling, engine, apart=False))
    return Allocation(plan, ceiling, ordered, stages, pieces=found)
