"""Where a proved split goes when the ceiling moves a little."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from solver.program import Interval
from solver.vertex import primal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from solver.allocation import Allocation
    from solver.basis import Basis
    from solver.objectives import Stage

ZERO, ONE = Fraction(0), Fraction(1)
STILL = Interval(ZERO, ZERO)


@dataclass(frozen=True)
class Course:
    """The straight line that the optimal split follows around a ceiling.

    Attributes:
        ceiling: where it was found, in the plan's unit.
        amounts: line id → what it is given there, in the plan's unit.
        rates: line id → how much of one more unit of ceiling it gets, a pure number.
        low, high: the ceilings between which this is the optimal split, in the plan's unit; None where there is no end.
    """

    ceiling: Fraction
    amounts: Mapping[str, Fraction]
    rates: Mapping[str, Fraction]
    low: Fraction | None
    high: Fraction | None

    def at(self, ceiling: Fraction) -> dict[str, Fraction]:
        """The split at a ceiling on this line, in the plan's unit."""
        step = ceiling - self.ceiling
        return {line: amount + step * self.rates[line] for line, amount in self.amounts.items()}


def course(allocation: Allocation) -> Course:
    """The straight line that a split follows when the ceiling moves, and how far that holds.

    As long as the basis of every stage keeps its vertex within all bounds and rows, it stays optimal there: the duals
    do not depend on the ceiling. The right-hand side of the ceiling moves at rate 1, that of a stage's row at the rate
    of the optimum it holds, and the bounds of a settled line at the rate at which it was settled. A line that was settled
    because it met its maximum stays so only while its level does not move.

    Args:
        allocation: proved, with the bases it was worked out from.

    Returns:
        The line, with low = high = the ceiling itself where some stage has no room to move at all.

    Source: parametric right-hand sides, Gass and Saaty, Naval Research Logistics Quarterly 2, 1955, stage after stage.
    """
    limits = _Limits(allocation.ceiling)
    ends: dict[str, Interval] = {}
    reached: dict[str, Fraction] = {}
    rates: dict[str, Fraction] = {}
    for stage in allocation.stages:
        basis = stage.certificate.basis
        if basis is None:
            raise ValueError("a course needs the bases that the split was worked out from")
        rates = _rates(stage, basis, ends, reached, limits)
        if stage.settled:
            ends |= {line: Interval(rates[line], rates[line]) for line in stage.settled}
            if any(rates[line] or _level_rate(stage, line, rates) for line in stage.at_end):
                limits.close()
        else:
            reached[stage.program.name] = sum(
                (factor * rates[label] for label, factor in stage.program.objective.items()), start=ZERO
            )
    lines = {line: rates[line] for line in allocation.amounts}
    return Course(allocation.ceiling, allocation.amounts, lines, limits.low, limits.high)


class _Limits:
    """How far the ceiling may move before something that must not be below zero is."""

    def __init__(self, ceiling: Fraction) -> None:
        self.ceiling = ceiling
        self.low: Fraction | None = None
        self.high: Fraction | None = None

    def keep(self, room: Fraction, rate: Fraction) -> None:
        """Stop where a room that changes at this rate is used up."""
        if rate == 0:
            return
        end = self.ceiling - room / rate
        if rate > 0:
            self.low = end if self.low is None else max(self.low, end)
        else:
            self.high = end if self.high is None else min(self.high, end)

    def close(self) -> None:
        """Stop here."""
        self.low = self.high = self.ceiling


def _rates(
    stage: Stage, basis: Basis, ends: Mapping[str, Interval], reached: Mapping[str, Fraction], limits: _Limits
) -> dict[str, Fraction]:
    """The rate at which a stage's vertex moves; the limits keep it within its bounds and rows."""
    program, point = stage.program, stage.certificate.point
    sides = {
        position: ONE if row.kind == "ceiling" else reached.get(row.label, ZERO) if row.kind == "stage" else ZERO
        for position, row in enumerate(program.rows)
    }
    moving = {label: ends.get(label, STILL) for label in program.variables}
    rates = primal(program, basis, moving, {position: sides[position] for position in basis.tight})
    for label, interval in program.variables.items():
        limits.keep(point[label] - interval.lower, rates[label] - moving[label].lower)
        if interval.upper is not None:
            limits.keep(interval.upper - point[label], (moving[label].upper or ZERO) - rates[label])
    for position, row in enumerate(program.rows):
        rate = row.activity(rates) - sides[position]
        for sign in _signs(row.sense):
            limits.keep(sign * (stage.certificate.activity[position] - row.right_hand_side), sign * rate)
    return rates


def _signs(sense: str) -> Iterator[int]:
    if sense in {">=", "=="}:
        yield 1
    if sense in {"<=", "=="}:
        yield -1


def _level_rate(stage: Stage, line: str, rates: Mapping[str, Fraction]) -> Fraction:
    """The rate of the level that a line was settled on: what its level row holds it against."""
    (row,) = (each for each in stage.program.rows if each.kind == "stage" and each.label == f"{line} level")
    return sum((-factor * rates[label] for label, factor in row.coefficients.items() if label != line), start=ZERO)
