"""How the ceiling, every rule and every line's bounds stand at a split."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from flessenhals.constraints import ceiling as ceilings

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.constraints.row import Row
    from flessenhals.solver.plan.plan import Plan


class Standing(NamedTuple):
    """How a constraint stands at a split.

    Attributes:
        row: the constraint.
        slack: how much room is left, in the plan's unit, never negative.
    """

    row: Row
    slack: Fraction

    @property
    def binding(self) -> bool:
        """Whether no room is left; a row over no line at all asks nothing, and never binds."""
        return self.slack == 0 and bool(self.row.coefficients)


def standings(plan: Plan, ceiling: Ceiling, amounts: Mapping[str, Fraction]) -> tuple[Standing, ...]:
    """How the ceiling, every rule and every line's bounds stand at a split.

    Args:
        plan: the lines and rules.
        ceiling: the total that may be spent, in the plan's unit, or a path by year.
        amounts: line id → what it is given, in the plan's unit; a split that keeps every constraint. With what is
            shifted between years, where something is.
    """
    rows = [*ceilings.rows(plan.lines, ceiling), *plan.rule_rows, *plan.bound_rows]
    return tuple(Standing(row, row.slack(amounts)) for row in rows)
