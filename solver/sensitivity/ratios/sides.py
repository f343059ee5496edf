"""Which ratios change an answer or what holds it back, in one direction, whoever is asked about the ratio."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from flessenhals.solver.infeasible.repair import nearest_ratio
from flessenhals.solver.program.prove import prove_solvable
from flessenhals.solver.sensitivity.ratios.effect import RatioPoint, RatioSide

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Protocol

    from flessenhals.constraints.constraint import Constraint
    from flessenhals.constraints.ratio import Ratio
    from flessenhals.solver.program.linear_program import LinearProgram
    from flessenhals.solver.program.prove import Engine
    from flessenhals.solver.sensitivity.ratios.effect import Direction
    from flessenhals.solver.sensitivity.ratios.ratio_course import RatioCourse, RatioPiece

    class Asked(Protocol):
        """A ratio at the split of now, and who is asked about it."""

        course: RatioCourse

        @property
        def today(self) -> tuple[Fraction | None, ...]:
            """What the stages that are followed come to now."""

        def split_until(self, direction: Direction) -> Fraction | None:
            """Up to where every line keeps what it gets."""

        def at(self, value: Fraction) -> RatioPoint:
            """What another ratio does."""


ZERO = Fraction(0)
POINT = Fraction(1, 100)
LITTLE = Fraction(1, 10**9)
MOST_PIECES = 60
DIRECTIONS: tuple[Direction, Direction] = ("down", "up")


class Ends(NamedTuple):
    """Between which ratios anything fits.

    Attributes:
        down: the lowest, 0 where there is no end; a pure number.
        up: the highest; None where there is no end.
        strict: the one of these beyond which nothing fits; None for none.
    """

    down: Fraction
    up: Fraction | None
    strict: Fraction | None

    def of(self, direction: Direction) -> Fraction | None:
        """Up to where is looked in a direction."""
        return self.down if direction == "down" else self.up


class Turn(NamedTuple):
    """Where other constraints become those that hold the weighted total back, in one direction.

    Attributes:
        at: the ratio beyond which they do; None where no such was found.
        to: those that do so just beyond it.
        searched: how far was looked; None for all the way.
    """

    at: Fraction | None
    to: tuple[Constraint, ...]
    searched: Fraction | None


def ends_of(course: RatioCourse) -> Ends:
    """Between which ratios anything fits, proved."""
    end = last_of(course.space, course.ratio, course.engine)
    return Ends(ZERO, end, end) if stricter(course.ratio) == "up" else Ends(end or ZERO, None, end)


def stricter(ratio: Ratio) -> Direction:
    """The way in which a ratio asks more of a split."""
    return "up" if ratio.sense == ">=" else "down"


def last_of(space: LinearProgram, ratio: Ratio, engine: Engine) -> Fraction | None:
    """The strictest ratio at which a split exists; None for as high, and zero for as low, as one likes."""
    free = space.leaving_out(ratio.row)
    deciding = ratio.whole if ratio.sense == ">=" else ratio.part
    least = prove_solvable(free.asking("least of it", dict.fromkeys(deciding, Fraction(-1))), engine)
    if least.optimum == 0 and (ratio.sense == ">=" or not ratio.existing):
        return None if ratio.sense == ">=" else ZERO
    return nearest_ratio(free, ratio, least.point, lambda asked: prove_solvable(asked, engine))


def side_of(asked: Asked, direction: Direction, ends: Ends, turns: Turn) -> RatioSide:
    """What happens when a ratio moves one way; each figure proved.

    Args:
        asked: about the ratio.
        direction: which way.
        ends: between which ratios anything fits.
        turns: where other constraints hold the weighted total back.
    """
    course, ratio = asked.course, asked.course.ratio
    fits_until = ends.strict if direction == stricter(ratio) else None
    first, course_until = None, None
    for piece in _pieces(course, direction, ends):
        first = first or piece
        if piece.course != first.course:
            course_until = _near(piece, direction)
            break
    same_until = _same_until(asked, first, course_until)
    split_until = asked.split_until(direction)
    if same_until is None and split_until is not None and split_until == ends.of(direction):
        there = asked.at(split_until)  # a rule of which nothing is left lets money in, there alone
        same_until = split_until if there.value or there.lowest_coverage else None
    return RatioSide(
        point=_point(asked, direction, fits_until),
        same_until=same_until,
        split_until=split_until,
        course_until=course_until,
        moves_at=turns.at,
        moves_to=turns.to,
        ends=fits_until,
        searched=turns.searched,
    )


def turn(course: RatioCourse, direction: Direction, ends: Ends, holding: tuple[Constraint, ...]) -> Turn:
    """Where other constraints become those that hold the weighted total back.

    Args:
        course: of the ratio.
        direction: which way it moves.
        ends: between which ratios anything fits.
        holding: what holds back now.
    """
    first_stage = course.first_stage()
    little = LITTLE if direction == "up" else -LITTLE
    for count, piece in enumerate(_pieces(first_stage, direction, ends)):
        start = _near(piece, direction)
        if start is not None and piece.holding != holding:
            # What holds back may change within a piece, where the optimum does not.
            return Turn(start, first_stage.held_at(start + little), None)
        if count == MOST_PIECES:
            return Turn(None, (), start)
    return Turn(None, (), None)


def _pieces(of: RatioCourse, direction: Direction, ends: Ends) -> Iterator[RatioPiece]:
    return of.upwards(of.ratio.value, ends.up) if direction == "up" else of.downwards(of.ratio.value, ends.down)


def _near(piece: RatioPiece, direction: Direction) -> Fraction | None:
    return piece.low if direction == "up" else piece.high


def _same_until(asked: Asked, first: RatioPiece | None, course_until: Fraction | None) -> Fraction | None:
    """Up to where nothing changes: the end of the first course, if that course is what there is now."""
    still = first is None or all(
        part.b == part.d == 0 and part.a == value for part, value in zip(first.course, asked.today, strict=True)
    )
    return course_until if still else asked.course.ratio.value


def _point(asked: Asked, direction: Direction, fits_until: Fraction | None) -> RatioPoint | None:
    """The effect of one percentage point; downwards of as much as there is, where that is less."""
    now = asked.course.ratio.value
    value = now + POINT if direction == "up" else max(ZERO, now - POINT)
    beyond = fits_until is not None and (value > fits_until if direction == "up" else value < fits_until)
    return None if value == now or beyond else asked.at(value)
