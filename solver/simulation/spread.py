"""How a number is spread over the draws."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

PARTS = (0.05, 0.5, 0.95)
DIGITS = 12


class Spread(NamedTuple):
    """The mean of a number over the draws, and what 5, 50 and 95 of every 100 draws stay below.

    Attributes:
        mean, p05, p50, p95: in the number's own unit.
    """

    mean: float
    p05: float
    p50: float
    p95: float


def spread(values: NDArray[np.float64]) -> Spread | None:
    """The spread of a number over the draws in which it exists; None where it exists in none.

    Rounded to twelve digits, which is what the arithmetic behind it is good for.
    """
    there = values[~np.isnan(values)]
    if not len(there):
        return None
    return Spread(*(rounded(each) for each in (there.mean(), *np.quantile(there, PARTS))))


def rounded(value: float) -> float:
    """A number without the noise of its last digits."""
    return float(f"{value:.{DIGITS}g}") + 0.0
