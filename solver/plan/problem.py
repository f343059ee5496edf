"""Something in a plan that has to be mended, and the error that tells all of it."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from flessenhals.constraints.rule import Share


class Problem(NamedTuple):
    """Something in a plan that has to be mended.

    Attributes:
        path: where it stands: `("lines", "nfi", "minimum")`, `("constraints", "om-follows-police")`, `("objective",)`.
        wrong: what is wrong, in words.
        write: what to write instead.
    """

    path: tuple[str, ...]
    wrong: str
    write: str

    def __str__(self) -> str:
        return f"{'.'.join(self.path)}: {self.wrong} -> {self.write}"


class InvalidPlanError(ValueError):
    """A plan that no sensible split could exist for.

    Attributes:
        problems: everything that is wrong with it.
    """

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


def shown(number: Fraction | Share) -> str:
    """A number as one would write it in a plan: as a decimal where that is exact, else as a fraction."""
    if isinstance(number, Share):
        return str(number)
    decimal = (Decimal(number.numerator) / Decimal(number.denominator)).normalize()
    return f"{decimal:f}" if Fraction(decimal) == number else str(number)
