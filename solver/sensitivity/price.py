"""What a constraint costs, in either direction."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from fractions import Fraction


class Side(NamedTuple):
    """The price of a constraint in one direction.

    Attributes:
        price: the change of the value per unit of money, a pure number: what relaxing brings, or what tightening costs;
            below zero only where coverage comes before value.
        until: how far the constraint can be moved at this price, in the plan's unit; None for without end.
    """

    price: Fraction
    until: Fraction | None


class Price(NamedTuple):
    """What a constraint costs at one ceiling, on both sides: at a kink they differ.

    Attributes:
        relax: what relaxing it by one unit brings.
        tighten: what tightening it by one unit costs; None where it cannot be tightened at all.
    """

    relax: Side
    tighten: Side | None
