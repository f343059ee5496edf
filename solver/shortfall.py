"""By how much a split breaks what it has to keep."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from fractions import Fraction

    from constraints.row import Row


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
