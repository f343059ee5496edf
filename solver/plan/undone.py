"""The split that one move less would leave."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def undone(
    after: Mapping[str, Fraction], giver: str | None, taker: str | None, amount: Fraction
) -> dict[str, Fraction]:
    """The split without one of the moves that led to it, in the plan's unit; all else as it is."""
    back = {giver: amount, taker: -amount}
    return {line: now + back.get(line, Fraction(0)) for line, now in after.items()}
