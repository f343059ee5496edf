"""The course that the optimum follows when one ratio of a plan moves."""

from __future__ import annotations

from copy import copy
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from flessenhals.constraints.constraint import maximum_of, minimum_of
from flessenhals.constraints.exact import simplest_between
from flessenhals.solver.optimum.objective.goals import VALUE, deciding
from flessenhals.solver.plan.message import told
from flessenhals.solver.program.certificate import faults
from flessenhals.solver.program.errors import NotProvedError
from flessenhals.solver.program.linear_program import LinearProgram, splits
from flessenhals.solver.program.prove import prove_solvable, prove_solvable_basis
from flessenhals.solver.program.vertex import vertex
from flessenhals.solver.sensitivity.ratios.basis_range import at_ratio, validity

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.constraints.constraint import Constraint
    from flessenhals.constraints.ratio import Ratio
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.program.basis import Basis
    from flessenhals.solver.program.certificate import Certificate
    from flessenhals.solver.program.prove import Engine
    from flessenhals.solver.sensitivity.ratios.basis_range import Hyperbola

ZERO, ONE = Fraction(0), Fraction(1)
MOST_PROBES = 200


class RatioPiece(NamedTuple):
    """A range of ratios over which the optimum follows one formula.

    Attributes:
        low, high: its ends, pure numbers; high None where there is no end.
        course: per stage of the objective that is followed, its optimum as a function of the ratio: the weighted total
            in the plan's unit, the lowest coverage as a pure number.
        holding: the ceiling and rules that hold the weighted total back: without one of them it would be larger. Empty
            where that is not asked.
    """

    low: Fraction
    high: Fraction | None
    course: tuple[Hyperbola, ...]
    holding: tuple[Constraint, ...]


class RatioCourse:
    """The optimum of a plan at a ceiling as a function of one ratio of its rules.

    Followed are the weighted total and the lowest coverage among the splits that reach it, in the order of the plan's
    objective. Where coverage comes first it settles every line, so every round of it is followed, and then what the
    split is worth, whether the objective asks that or not. Where no line asks anything there is no coverage to follow.

    Args:
        plan: the lines and rules.
        ceiling: the total that may be spent, in the plan's unit.
        ratio: the one that moves.
        engine: who is asked first.
        space: the splits of the plan within the ceiling, where its rules are not those of the plan.
        held: whether each piece says what holds the first stage back.
    """

    def __init__(
        self,
        plan: Plan,
        ceiling: Ceiling,
        ratio: Ratio,
        engine: Engine,
        space: LinearProgram | None = None,
        *,
        held: bool = True,
    ) -> None:
        self.plan = plan
        self.ratio = ratio
        self.engine = engine
        self.held = held
        self.space = splits(plan, ceiling) if space is None else space
        self.seen: list[RatioPiece] = []
        stages = deciding(plan) if any(line.proposed for line in plan.lines) else ()
        self.stages = stages if VALUE in stages else (*stages, VALUE)

    def first_stage(self) -> RatioCourse:
        """The course of the first stage alone, which has fewer pieces, with what holds it back."""
        found = copy(self)
        found.stages, found.seen, found.held = self.stages[:1], [], True
        return found

    def upwards(self, start: Fraction, end: Fraction | None) -> Iterator[RatioPiece]:
        """The pieces from a ratio up to the end of the domain, one after another.

        Args:
            start: where a split exists.
            end: up to where one does; None where there is no end.
        """
        while end is None or start < end:
            piece = self._next(start, end)
            yield piece
            if piece.high is None:
                return
            start = piece.high

    def downwards(self, start: Fraction, end: Fraction) -> Iterator[RatioPiece]:
        """The pieces from a ratio down to the end of the domain, one after another."""
        while start > end:
            piece = self._next(start, end)
            yield piece
            start = piece.low

    def _next(self, start: Fraction, end: Fraction | None) -> RatioPiece:
        """The piece that begins at a ratio, towards the end of the domain.

        A probe somewhere finds the piece that it lies in, or one that ends there. Where that one does not begin at the
        start, the next probe lies nearer, in the first half of what is left before it. So the distance halves at least,
        and never is the same place asked twice. Pieces are finite in number, so one of them begins at the start.
        """
        upwards = end is None or end > start
        probe = start + ONE / 16 if upwards else start - start / 16
        if end is not None and not min(start, end) < probe < max(start, end):
            probe = (start + end) / 2
        for _ in range(MOST_PROBES):
            piece = next((each for each in self.seen if _begins(each, start, upwards=upwards)), None)
            if piece is not None:
                return piece._replace(low=start) if upwards else piece._replace(high=start)
            piece = self._around(probe, start, end)
            before = probe
            if piece is not None:
                self.seen.append(piece)
                near = piece.low if upwards else piece.high
                if near is not None and near != start:
                    before = min(probe, near) if upwards else max(probe, near)
            halfway = (start + before) / 2
            probe = simplest_between(min(start, halfway), max(start, halfway))
        raise NotProvedError(
            told("the course of {label} at {start:.6g} was not found", label=self.ratio.label, start=float(start))
        )

    def _around(self, probe: Fraction, start: Fraction, end: Fraction | None) -> RatioPiece | None:
        """The piece around a ratio, or around a nearer one where a basis ends there; None where none is found.

        A basis may hold up to the probe and no further, or from it on. What is looked at next is then inside its range,
        and never on the far side of the start: that piece is another one.
        """
        low, high = (ZERO, end) if end is None or end > start else (end, None)
        course: list[Hyperbola] = []
        here = probe
        holding: tuple[Constraint, ...] = ()
        asked = self._asked()
        answer: LinearProgram | None = None
        while True:
            try:
                counts, program = next(asked) if answer is None else asked.send(answer)
            except StopIteration:
                return RatioPiece(low, high, tuple(course), holding)
            basis, _ = prove_solvable_basis(at_ratio(program, self.ratio, here), self.engine)
            found = validity(program, self.ratio, basis, here)
            low = low if found.low is None else max(low, found.low)
            high = high if found.high is None else found.high if high is None else min(high, found.high)
            least, most = (max(low, start), high) if end is None or end > start else (low, min(high or start, start))
            if most is not None and least >= most:
                return None
            here = here if least < here and (most is None or here < most) else _inside(least, most)
            certificate = self._checked(program, basis, here)
            if self.held and not course:
                holding = self._holding(at_ratio(program, self.ratio, here), certificate)
            if counts:
                course.append(found.optimum)
            answer = _face(program, certificate)

    def _asked(self) -> Generator[tuple[bool, LinearProgram], LinearProgram, None]:
        """What the stages ask, one after another, each answered with the splits that are left of its program.

        With it comes whether its optimum is told: the first of each stage is. Of the last stage there is no more.
        """
        space = self.space
        for stage in self.stages:
            rounds = stage.rounds(self.plan, space)
            space = yield True, next(rounds)
            while stage is not self.stages[-1]:
                try:
                    program = rounds.send(space)
                except StopIteration:
                    break
                space = yield False, program

    def holding_at(self, value: Fraction) -> tuple[Constraint, ...]:
        """The ceiling and rules that hold the first stage back at a ratio."""
        program = at_ratio(self.stages[0].first(self.plan, self.space), self.ratio, value)
        return self._holding(program, prove_solvable(program, self.engine))

    def held_at(self, value: Fraction) -> tuple[Constraint, ...]:
        """The ceiling, rules and bounds of lines that hold the first stage back at a ratio.

        A maximum counts where it lies below what the line asks, and is then left out as far as that.
        """
        program = at_ratio(self.stages[0].first(self.plan, self.space), self.ratio, value)
        found = prove_solvable(program, self.engine)
        bounds = [
            bound
            for bound, freer in _without_bounds(self.plan, program, found)
            if prove_solvable(freer, self.engine).optimum > found.optimum
        ]
        return (*self._holding(program, found), *bounds)

    def _checked(self, program: LinearProgram, basis: Basis, value: Fraction) -> Certificate:
        """The certificate of the basis at a ratio inside its range, where what vanishes vanishes everywhere."""
        asked = at_ratio(program, self.ratio, value)
        certificate = vertex(asked, basis)
        wrong = faults(asked, certificate)
        if wrong:
            raise NotProvedError(
                told(
                    "{label} at {value:.6g}: {wrong}",
                    label=self.ratio.label,
                    value=float(value),
                    wrong="; ".join(wrong),
                )
            )
        return certificate

    def _holding(self, program: LinearProgram, found: Certificate) -> tuple[Constraint, ...]:
        """The ceiling and rules without one of which the optimum would be larger; one with a dual of zero is none."""
        candidates = [row for row, dual in zip(program.rows, found.dual, strict=True) if dual and not row.id.is_own]
        return tuple(
            row.id
            for row in candidates
            if prove_solvable(program.leaving_out(row), self.engine).optimum > found.optimum
        )


def _without_bounds(
    plan: Plan, program: LinearProgram, found: Certificate
) -> Iterator[tuple[Constraint, LinearProgram]]:
    """The bounds of lines that may hold the optimum back, each with the program without it."""
    for line in plan.lines:
        cost, interval = found.reduced_cost.get(line.id, ZERO), program.variables[line.id]
        if cost < 0 < interval.lower:
            yield minimum_of(line.id), program.adding(line.id, interval._replace(lower=ZERO))
        elif cost > 0 and interval.upper is not None and interval.upper < line.proposed:
            yield maximum_of(line.id), program.adding(line.id, interval._replace(upper=line.proposed))


def _begins(piece: RatioPiece, start: Fraction, *, upwards: bool) -> bool:
    """Whether a piece holds from a ratio on, in one direction."""
    if upwards:
        return piece.low <= start and (piece.high is None or start < piece.high)
    return piece.low < start and (piece.high is None or start <= piece.high)


def _face(program: LinearProgram, found: Certificate) -> LinearProgram:
    """The best splits of a stage, as equalities (complementary slackness) and so without its optimum as a number."""
    rows = tuple(row._replace(sense="==") if dual else row for row, dual in zip(program.rows, found.dual, strict=True))
    fixed = {label: found.point[label] for label, cost in found.reduced_cost.items() if cost}
    return replace(program, rows=rows).fixing(fixed)


def _inside(low: Fraction, high: Fraction | None) -> Fraction:
    return low + 1 if high is None else simplest_between(low, high)
