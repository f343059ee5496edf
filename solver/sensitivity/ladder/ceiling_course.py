"""Where a proved split goes when the ceiling, or another constraint, moves."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.constraints.ceiling import Path
from flessenhals.constraints.constraint import CEILING, own
from flessenhals.solver.optimum.objective.goals import SHIFT_OF
from flessenhals.solver.optimum.objective.group_goals import group_row

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.constraints.constraint import Constraint
    from flessenhals.constraints.row import Row
    from flessenhals.solver.optimum.allocation import Allocation
    from flessenhals.solver.optimum.objective.objectives import Stage

ZERO, ONE = Fraction(0), Fraction(1)


@dataclass(frozen=True)
class Course:
    """The straight line that the optimal split follows around a ceiling, or around what another constraint asks.

    Attributes:
        place: where it was found: the ceiling, the share of a path, or by how much the other constraint was relaxed;
            in the plan's unit.
        amounts: line id → what it is given there, in the plan's unit.
        rates: line id → how much of one more unit of it the line gets, a pure number.
        low, high: the places between which this is the optimal split, in the plan's unit; None where there is no end.
    """

    place: Fraction
    amounts: Mapping[str, Fraction]
    rates: Mapping[str, Fraction]
    low: Fraction | None
    high: Fraction | None

    def at(self, place: Fraction) -> dict[str, Fraction]:
        """The split at a place on this line, in the plan's unit."""
        step = place - self.place
        return {line: amount + step * self.rates[line] for line, amount in self.amounts.items()}


def course(allocation: Allocation, moving: Constraint | None = None, by: Fraction | None = None) -> Course:
    """The straight line that a split follows when the ceiling moves, and how far that holds.

    The duals of a stage stay valid at every ceiling: only right-hand sides and ends of intervals move, the ceiling's
    own at rate 1, those of earlier stages at the rate of their optimum. So the duals say at which rate each optimum
    moves, and with it every line that was settled on it. The split on that line is optimal for as long as it keeps
    every stage's program, because it reaches every stage's bound. A line that was settled because it met its maximum
    stays settled only while its level does not move. Any other row may move in the ceiling's stead. A path moves as a
    whole: its place is the share of it, and each of its rows moves at a rate of its own.

    Args:
        allocation: proved, of a plan with coverage among its stages, so that every line was settled.
        moving: which row is relaxed, at rate 1: a row of one of the plan's rules; None for the ceiling.
        by: how much that rule is relaxed already, in the plan's unit; None for the ceiling, which is its own place.

    Returns:
        The line, with low = high = the place itself where there is no room to move at all.

    Source: parametric right-hand sides (Gal, Postoptimal Analyses, Parametric Programming and Related Topics, 1979),
    stage after stage.
    """
    settled: dict[str, Fraction] = {}
    reached: dict[Constraint, Fraction] = {}
    optima: list[Fraction] = []
    place = _place(allocation.ceiling) if by is None else by
    rates_of = _moving(allocation.ceiling) if moving is None else {moving: ONE}
    limits = _Limits(place)
    for stage in allocation.stages:
        rate = _rate_of_optimum(stage, _side_rates(stage, reached, rates_of), settled)
        optima.append(rate)
        if not stage.settled:
            reached[own(stage.program.name)] = rate
        level = rate * sum(stage.program.objective.values(), start=ZERO)
        for group, share in stage.groups.items():
            reached[group_row(group)] = share * level
            if group in stage.at_end and level:
                limits.close()
        for line, share in _shares(stage).items():
            settled[line] = share * level
            if line in stage.at_end and level:
                limits.close()
    rates = {line: settled.get(line, ZERO) for line in allocation.amounts}
    rates |= _shift_rates(allocation, reached, limits)
    known: dict[tuple[str, int], object] = {}
    for stage, rate in zip(allocation.stages, optima, strict=True):
        _keep(stage, rates, rate, _side_rates(stage, reached, rates_of), allocation.point, limits, known)
    return Course(place, allocation.point, rates, limits.low, limits.high)


def _place(ceiling: Ceiling) -> Fraction:
    return ceiling.share if isinstance(ceiling, Path) else ceiling


def _moving(ceiling: Ceiling) -> Mapping[Constraint, Fraction]:
    """The rates at which the rows of a ceiling move."""
    return ceiling.rates() if isinstance(ceiling, Path) else {CEILING: ONE}


def _shift_rates(
    allocation: Allocation, reached: Mapping[Constraint, Fraction], limits: _Limits
) -> dict[str, Fraction]:
    """The rate at which what is shifted moves: the stage of each year says so of its size.

    Where nothing is shifted here and something is next to here, nobody can say which way: the line ends here.
    """
    rates = dict.fromkeys(allocation.shifts, ZERO)
    for stage in allocation.stages:
        if stage.goal.startswith(SHIFT_OF):
            rate = -reached[own(stage.goal)]
            moved = [label for label in stage.program.objective if stage.certificate.point[label]]
            if moved:
                rates[moved[0]] = rate
            elif rate:
                limits.close()
    return rates


class _Limits:
    """How far what moves may move before some room is used up."""

    def __init__(self, place: Fraction) -> None:
        self.place = place
        self.low: Fraction | None = None
        self.high: Fraction | None = None

    def keep(self, room: Fraction, rate: Fraction) -> None:
        """Stop where a room that changes at this rate is used up."""
        if rate == 0:
            return
        end = self.place - room / rate
        if rate > 0:
            self.low = end if self.low is None else max(self.low, end)
        else:
            self.high = end if self.high is None else min(self.high, end)

    def close(self) -> None:
        """Stop here."""
        self.keep(ZERO, ONE)
        self.keep(ZERO, -ONE)


def _side_rates(
    stage: Stage, reached: Mapping[Constraint, Fraction], moving: Mapping[Constraint, Fraction]
) -> list[Fraction]:
    """The rate at which each row's right-hand side moves."""

    def rate(row: Row) -> Fraction:
        if row.id in moving:
            return moving[row.id] if row.sense == "<=" else -moving[row.id]
        return reached.get(row.id, ZERO)

    return [rate(row) for row in stage.program.rows]


def _rate_of_optimum(stage: Stage, sides: list[Fraction], settled: Mapping[str, Fraction]) -> Fraction:
    """The rate at which the duals' bound on a stage's optimum moves: Σ dual · side + Σ reduced cost · end."""
    certificate = stage.certificate
    rows = sum((dual * side for dual, side in zip(certificate.dual, sides, strict=True) if dual), start=ZERO)
    return rows + sum((certificate.reduced_cost[line] * rate for line, rate in settled.items() if rate), start=ZERO)


def _shares(stage: Stage) -> dict[str, Fraction]:
    """For each line that a stage settled, how much of it one unit of level is."""
    (label, *_) = stage.program.objective if stage.settled else ("",)
    return {
        line: -row.coefficients[label]
        for row in stage.program.rows
        if row.id.is_own and label in row.coefficients
        for line in row.coefficients
        if line in stage.settled
    }


def _keep(
    stage: Stage,
    rates: Mapping[str, Fraction],
    rate: Fraction,
    sides: list[Fraction],
    amounts: Mapping[str, Fraction],
    limits: _Limits,
    known: dict[tuple[str, int], object],
) -> None:
    """Stop where the split, with the stage's optimum, would leave the stage's program.

    What earlier stages have too, the very same rows and intervals of lines, was looked at there and is in `known`.
    """
    program = stage.program
    point, moving = dict(amounts), dict(rates)
    for label, sign in program.objective.items() if stage.settled or stage.groups else ():
        point[label], moving[label] = stage.certificate.point[label], sign * rate
    own = point.keys() - amounts.keys()
    for label, interval in program.variables.items():
        if (label, id(interval)) in known or interval.lower == interval.upper:
            continue  # a settled line's ends move along with it
        if label not in own:
            known[label, id(interval)] = interval
        limits.keep(point[label] - interval.lower, moving[label])
        if interval.upper is not None:
            limits.keep(interval.upper - point[label], -moving[label])
    for row, side in zip(program.rows, sides, strict=True):
        if ("", id(row)) in known:
            continue
        if own.isdisjoint(row.coefficients):
            known["", id(row)] = row
        room, opening = row.activity(point) - row.right_hand_side, row.activity(moving) - side
        sign = ONE if row.sense == ">=" else -ONE
        limits.keep(sign * room, sign * opening)
