"""Amounts of a proposal, which keep no rule, as they are printed."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flessenhals.solver.plan.plan import Plan

Key = TypeVar("Key")


def in_print(plan: Plan, amounts: Mapping[str, Fraction], step: Fraction) -> dict[str, Fraction]:
    """Amounts of a proposal as they are printed: in whole steps that add up.

    The total is rounded first, then divided over the programmes and each programme's over its lines: all are rounded
    down, and what is left goes to those that lost most, the first of them first.

    Args:
        plan: for its programmes.
        amounts: line id → amount, in the plan's unit.
        step: what they are rounded to, in the plan's unit.
    """
    groups = plan.grouped("programme")
    totals = {group: sum((amounts[line.id] for line in lines), start=Fraction(0)) for group, lines in groups.items()}
    steps: dict[str, int] = {}
    for group, count in _divided(totals, round(sum(totals.values(), start=Fraction(0)) / step), step).items():
        steps |= _divided({line.id: amounts[line.id] for line in groups[group]}, count, step)
    return {line.id: steps[line.id] * step for line in plan.lines}


def _divided(amounts: Mapping[Key, Fraction], count: int, step: Fraction) -> dict[Key, int]:
    """So many steps over amounts, each as near to its own as it goes."""
    steps = {key: int(amount // step) for key, amount in amounts.items()}
    left = count - sum(steps.values())
    for key in sorted(amounts, key=lambda each: steps[each] - amounts[each] / step)[: max(0, left)]:
        steps[key] += 1
    return steps
