"""By how much a split breaks what it has to keep."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from flessenhals.constraints import ceiling as ceilings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from fractions import Fraction

    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.constraints.row import Row
    from flessenhals.solver.plan.plan import Plan


class Shortfall(NamedTuple):
    """A constraint that a split breaks.

    Attributes:
        row: the constraint.
        shortfall: by how much, in the plan's unit, above 0.
    """

    row: Row
    shortfall: Fraction


def shortfalls(rows: Iterable[Row], amounts: Mapping[str, Fraction]) -> tuple[Shortfall, ...]:
    """The constraints that a split breaks, in their order.

    Args:
        rows: what it has to keep.
        amounts: line id → amount, in the plan's unit.
    """
    slacks = ((row, row.slack(amounts)) for row in rows)
    return tuple(Shortfall(row, -slack) for row, slack in slacks if slack < 0)


def violations(plan: Plan, ceiling: Ceiling, amounts: Mapping[str, Fraction]) -> tuple[Shortfall, ...]:
    """What a split breaks of the ceiling, the rules and the lines' bounds, in this order.

    Args:
        plan: the lines and rules.
        ceiling: the total that may be spent, in the plan's unit.
        amounts: line id → amount, in the plan's unit.
    """
    return shortfalls((*ceilings.rows(plan.lines, ceiling), *plan.rule_rows, *plan.bound_rows), amounts)
