"""What a ratio does: the effect of a percentage point, and the ratios at which the answer or the bottleneck changes."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Literal

from flessenhals.solver.infeasible.repair import nearest_ratio
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.plan.relaxed import altered
from flessenhals.solver.program.highs import highs
from flessenhals.solver.program.prove import prove_solvable
from flessenhals.solver.sensitivity.ratios.ratio_course import RatioCourse
from flessenhals.solver.sensitivity.ratios.unmoved import unmoved_until

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.constraints.constraint import Constraint
    from flessenhals.constraints.ratio import Ratio
    from flessenhals.constraints.rule import Nature
    from flessenhals.solver.optimum.allocation import Allocation
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.program.linear_program import LinearProgram
    from flessenhals.solver.program.prove import Engine
    from flessenhals.solver.sensitivity.ratios.ratio_course import RatioPiece

    Direction = Literal["down", "up"]

ZERO = Fraction(0)
POINT = Fraction(1, 100)
LITTLE = Fraction(1, 10**9)
MOST_PIECES = 60


@dataclass(frozen=True)
class RatioPoint:
    """What another ratio does to the optimal split.

    Attributes:
        ratio: the other one, a pure number.
        value, unspent: their changes, in the plan's unit.
        lowest_coverage: its change, a pure number.
        moves: whether any amount changes.
    """

    ratio: Fraction
    value: Fraction
    lowest_coverage: Fraction
    unspent: Fraction
    moves: bool


@dataclass(frozen=True)
class RatioSide:
    """What happens when a ratio moves one way.

    Attributes:
        point: the effect of one percentage point, or down to zero where it is lower than that; None where nothing fits
            then, or the ratio cannot move so.
        same_until: up to where weighted total and lowest coverage stay exactly what they are now; the ratio itself
            where they change at once; None where they always do.
        split_until: up to where every line keeps what it gets; told in the same way. Where the objective leaves more
            than one split, up to where this one is among the best.
        course_until: up to where they follow one formula; None where they do all the way.
        moves_at: the ratio beyond which other constraints hold the weighted total back; None where no such was found.
        moves_to: those that do so just beyond it, bounds of lines among them; empty where none does.
        ends: the last ratio at which anything fits; None where there is no end.
        searched: how far was looked for such a move; None for all the way.
    """

    point: RatioPoint | None
    same_until: Fraction | None
    split_until: Fraction | None
    course_until: Fraction | None
    moves_at: Fraction | None
    moves_to: tuple[Constraint, ...]
    ends: Fraction | None
    searched: Fraction | None


@dataclass(frozen=True)
class RatioEffect:
    """What one ratio of a rule does to the answer.

    Attributes:
        ratio: as the plan has it, with the lines on either side.
        nature: of the rule, where the plan says so.
        holding: the ceiling and rules that hold the weighted total back now.
        down, up: what a lower and a higher ratio does.
    """

    ratio: Ratio
    nature: Nature | None
    holding: tuple[Constraint, ...]
    down: RatioSide
    up: RatioSide

    def record(self) -> dict[str, Any]:
        """The result as plain data; ratios as pure numbers, amounts in the plan's unit."""
        return {
            "id": self.ratio.label,
            "ratio": self.ratio.value,
            "nature": self.nature,
            "holding": self.holding,
            "down": _plain(self.down),
            "up": _plain(self.up),
        }

    def flat(self) -> dict[str, Any]:
        """The record as one row of a table: `down_` and `up_` before the keys of either side."""
        found: dict[str, Any] = {"id": self.ratio.label, "ratio": self.ratio.value}
        for name in ("down", "up"):
            side = _plain(getattr(self, name))
            point = side.pop("point") or dict.fromkeys(("ratio", "value", "lowest_coverage", "unspent"))
            point["point"] = point.pop("ratio")
            side["moves_to"] = " ".join(map(str, side["moves_to"]))
            found |= {f"{name}_{key}": value for key, value in (point | side).items()}
        return found


def ratios(
    plan: Plan,
    ceiling: Ceiling,
    split: Allocation | None = None,
    engine: Engine = highs,
    chosen: Iterable[Ratio] | None = None,
) -> tuple[RatioEffect, ...]:
    """For every ratio of the plan's rules what moving it does, exactly and proved.

    The weighted total and the lowest coverage are pieces of hyperbolas in one ratio, because it stands in one row. Each
    piece is proved by a basis whose every condition is a straight line over a determinant that is a straight line, so
    its ends are exact.

    Args:
        plan: the lines and rules.
        ceiling: the total that may be spent, in the plan's unit.
        split: the optimal split at that ceiling, where it is known already.
        engine: who is asked first.
        chosen: which ratios; all of the plan's by default.

    Raises:
        InfeasibleError: if nothing fits within the ceiling.
        NotProvedError: if an answer could not be proved.
    """
    now = allocate(plan, ceiling, engine) if split is None else split
    return tuple(_effect(now, ratio, engine) for ratio in (plan.ratios if chosen is None else chosen))


def _effect(now: Allocation, ratio: Ratio, engine: Engine) -> RatioEffect:
    course = RatioCourse(now.plan, now.ceiling, ratio, engine)
    end = last_of(course.space, ratio, engine)
    strict = stricter(ratio)
    ends: dict[Direction, Fraction | None] = {"down": ZERO, "up": None}
    ends[strict] = end
    holding = course.holding_at(ratio.value)
    return RatioEffect(
        ratio=ratio,
        nature=now.plan.natures.get(ratio.id),
        holding=holding,
        down=_side(now, course, holding, "down", ends["down"], end if strict == "down" else None, engine),
        up=_side(now, course, holding, "up", ends["up"], end if strict == "up" else None, engine),
    )


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


def _side(
    now: Allocation,
    course: RatioCourse,
    holding: tuple[Constraint, ...],
    direction: Direction,
    end: Fraction | None,
    fits_until: Fraction | None,
    engine: Engine,
) -> RatioSide:
    def pieces(of: RatioCourse) -> Iterator[RatioPiece]:
        start = course.ratio.value
        return of.upwards(start, end) if direction == "up" else of.downwards(start, end or ZERO)

    def near(piece: RatioPiece) -> Fraction | None:
        return piece.low if direction == "up" else piece.high

    first, course_until = None, None
    for piece in pieces(course):
        first = first or piece
        if piece.course != first.course:
            course_until = near(piece)
            break
    moves_at = searched = None
    little = LITTLE if direction == "up" else -LITTLE
    moves_to: tuple[Constraint, ...] = ()
    first_stage = course.first_stage()
    for count, piece in enumerate(pieces(first_stage)):
        start = near(piece)
        if start is not None and piece.holding != holding:
            # What holds back may change within a piece, where the optimum does not.
            moves_at, moves_to = start, first_stage.held_at(start + little)
            break
        if count == MOST_PIECES:
            searched = start
            break
    same_until = _same_until(now, course, first, course_until)
    split_until = unmoved_until(now, course.ratio, stricter=direction == stricter(course.ratio), engine=engine)
    if same_until is None and split_until is not None and split_until == end:
        same_until = _jump(now, course.ratio.at(split_until), engine)
    return RatioSide(
        point=_point(now, course.ratio, direction, fits_until, engine),
        same_until=same_until,
        split_until=split_until,
        course_until=course_until,
        moves_at=moves_at,
        moves_to=moves_to,
        ends=fits_until,
        searched=searched,
    )


def _same_until(
    now: Allocation, course: RatioCourse, first: RatioPiece | None, course_until: Fraction | None
) -> Fraction | None:
    """Up to where nothing changes: the end of the first course, if that course is what there is now."""
    today = [stage.reached(now.plan, now.amounts) for stage in course.stages]
    still = first is None or all(
        part.b == part.d == 0 and part.a == value for part, value in zip(first.course, today, strict=True)
    )
    return course_until if still else course.ratio.value


def _jump(now: Allocation, at_end: Ratio, engine: Engine) -> Fraction | None:
    """The last ratio, where the answer is another one there alone: a rule of which nothing is left lets money in."""
    then = allocate(altered(now.plan, at_end.id, at_end.row), now.ceiling, engine)
    same = (then.value, then.lowest_coverage) == (now.value, now.lowest_coverage)
    return None if same else at_end.value


def _point(
    now: Allocation, ratio: Ratio, direction: Direction, fits_until: Fraction | None, engine: Engine
) -> RatioPoint | None:
    """The effect of one percentage point; downwards of as much as there is, where that is less."""
    value = ratio.value + POINT if direction == "up" else max(ZERO, ratio.value - POINT)
    beyond = fits_until is not None and (value > fits_until if direction == "up" else value < fits_until)
    if value == ratio.value or beyond:
        return None
    then = allocate(altered(now.plan, ratio.id, ratio.at(value).row), now.ceiling, engine)
    return RatioPoint(
        ratio=value,
        value=then.value - now.value,
        lowest_coverage=(then.lowest_coverage or ZERO) - (now.lowest_coverage or ZERO),
        unspent=then.unspent - now.unspent,
        moves=dict(then.amounts) != dict(now.amounts),
    )


def _plain(side: RatioSide) -> dict[str, Any]:
    point = None if side.point is None else {key: value for key, value in vars(side.point).items() if key != "moves"}
    return {**vars(side), "point": point}
