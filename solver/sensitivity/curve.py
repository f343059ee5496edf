"""The first stretch of a concave, piecewise linear function that is known only by asking."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable
    from fractions import Fraction


class Tangent(NamedTuple):
    """A function's value at a point, and a line through it that the function nowhere exceeds.

    Attributes:
        at, value: the point.
        slope: of the line.
    """

    at: Fraction
    value: Fraction
    slope: Fraction

    def over(self, at: Fraction) -> Fraction:
        """The height of the line at a point."""
        return self.value + self.slope * (at - self.at)

    def meets(self, other: Tangent) -> Fraction:
        """Where two lines with different slopes cross."""
        return (other.over(self.at) - self.value) / (self.slope - other.slope) + self.at


class Stretch(NamedTuple):
    """A piece on which a function is a straight line, from zero to its end.

    Attributes:
        slope: of the function there.
        end: where the slope becomes another one, or the end of the domain.
    """

    slope: Fraction
    end: Fraction


def first_stretch(ask: Callable[[Fraction], Tangent], start: Fraction, end: Fraction) -> Stretch:
    """The slope with which a concave piecewise linear function leaves a point, and how far that slope holds.

    Two tangents cross at or above the function. Where they cross on it there is a kink and nothing else between them;
    where they do not, the tangent at the crossing shows another piece. Each question finds a kink or a piece, so there
    are at most twice as many questions as pieces (Eisner and Severance, Journal of the ACM 23, 1976).

    Args:
        ask: the value at a point with the slope of any line that touches the function there from above.
        start: where to begin.
        end: the end of the domain, above the start.
    """
    here, far = ask(start), ask(end)
    near = far
    while near.over(start) != here.value:
        crossing = near.meets(here) if near.slope != here.slope else (start + near.at) / 2
        if crossing in {start, near.at}:
            crossing = (start + near.at) / 2
        near = ask(crossing)
    slope = near.slope
    line = Tangent(start, here.value, slope)
    while far.value != line.over(far.at):
        crossing = far.meets(line)
        met = ask(crossing)
        if met.value == line.over(crossing):
            return Stretch(slope, crossing)
        far = met
    return Stretch(slope, far.at)
