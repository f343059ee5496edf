"""Lines that are kept at an amount, or dropped out of a plan."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flessenhals.constraints.selector import Selector
    from flessenhals.solver.plan.plan import Plan

ZERO = Fraction(0)


def with_kept(plan: Plan, selector: Selector, amount: Fraction | None = None) -> Plan:
    """The plan with the selected lines held at what they ask, or each at an amount; their old bounds do not count.

    Args:
        plan: whose lines they are.
        selector: which lines.
        amount: in the plan's unit; None for what each line asks.

    Raises:
        InvalidPlanError: where no sensible split could exist then.
    """
    ids = {line.id for line in selector.select(plan.lines)}

    def held(asked: Fraction) -> Fraction:
        return asked if amount is None else amount

    return replace(
        plan,
        lines=tuple(
            replace(line, minimum=held(line.proposed), maximum=held(line.proposed), kept=True)
            if line.id in ids
            else line
            for line in plan.lines
        ),
    )


def with_dropped(plan: Plan, selector: Selector) -> Plan:
    """The plan with the selected lines at 0 in every rule, without an ask, a minimum or a coverage.

    Raises:
        InvalidPlanError: where no sensible split could exist then.
    """
    ids = {line.id for line in selector.select(plan.lines)}
    return replace(
        plan,
        lines=tuple(
            replace(
                line,
                proposed=ZERO,
                minimum=ZERO,
                maximum=ZERO,
                step=None,
                parts=None,
                smallest=None,
                dropped=True,
            )
            if line.id in ids
            else line
            for line in plan.lines
        ),
    )
