"""How a number is spread over the draws."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

PARTS = (0.05, 0.5, 0.95)
DIGITS = 12


class Spread(NamedTuple):
    """The mean of a number over the draws, and the low, the middle and the high of them.

    Each of the three is the number in one of the draws. At most 5 of every 100 draws lie below the low one, and at most
    5 above the high one; half of them or more are the middle one or higher.

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
    return Spread(*(rounded(each) for each in (there.mean(), *np.quantile(there, PARTS, method="inverted_cdf"))))


def rounded(value: float) -> float:
    """A number without the noise of its last digits."""
    return float(f"{value:.{DIGITS}g}") + 0.0
