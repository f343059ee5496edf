"""A plan whose blocks hang together by nothing but the ceiling, as one constraint of one of them moves."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from flessenhals.constraints.constraint import CEILING
from flessenhals.constraints.exact import simplest_between, total
from flessenhals.constraints.row import Row
from flessenhals.solver.optimum.parametric.block import block_of
from flessenhals.solver.plan.message import told
from flessenhals.solver.program.errors import NoOptimumError, NotProvedError
from flessenhals.solver.program.linear_program import Interval, LinearProgram
from flessenhals.solver.sensitivity.apart.one_block import OneBlock
from flessenhals.solver.sensitivity.apart.others import Others, Rates

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flessenhals.solver.optimum.parametric.piece import Piece
    from flessenhals.solver.program.prove import Engine
    from flessenhals.solver.sensitivity.apart.others import Landscape
    from flessenhals.solver.sensitivity.apart.own import Own

ZERO, ONE = Fraction(0), Fraction(1)
NEAR = 3  # stretches of the ladder on either side that are looked at first
WIDER = 3
MOST_PROBES = 60


class Split(NamedTuple):
    """The best split with a constraint moved, as far as it differs from that of now.

    Attributes:
        by: how much less the constraint asks, in its unit.
        amounts: line → amount, of its own lines, in the plan's unit.
        at: where on the plan's ladder the others are, as a ceiling in the plan's unit.
        others: by how much more the others take of the ceiling, in the plan's unit.
        worth_of_others: what that is worth.
        worth: of one more unit that the constraint asks less, a pure number: a slope of the value.
        piece: the straight piece on which it lies.
    """

    by: Fraction
    amounts: Mapping[str, Fraction]
    at: Fraction
    others: Fraction
    worth_of_others: Fraction
    worth: Fraction
    piece: Piece


class Moving:
    """One constraint of a plan that moves while all others stay.

    Its own block is asked together with a few lines that stand for all others: one for each stretch of the plan's
    ladder around the ceiling. What a constraint asks is the side of one row, so that the best split is a straight line
    in it from piece to piece, each of them proved.

    Args:
        here: the plan at its ceiling.
        own: the lines that it can move.
        row: the constraint: a rule's, or a line's bound.
        engine: who is asked where the kernel is not sure.
    """

    def __init__(self, here: Landscape, own: Own, row: Row, engine: Engine) -> None:
        self.here, self.own, self.row, self.engine = here, own, row, engine
        lines = here.plan.line_by_id
        self.lines = [lines[line] for line in own.program.variables]
        apart = total(lines[line].charge * here.rise.fixed[line] for line in own.fixed)
        self.others = Others(here.rise, own.blocks, apart)
        self.valued = "value" in here.plan.objective
        middle = self.others.place(here.ceiling)
        self._near = max(middle - NEAR, 0), min(middle + NEAR + 1, self.others.count)
        self._made: dict[tuple[int, int], OneBlock] = {}
        self._known: dict[Fraction, tuple[Piece, OneBlock]] = {}

    @cached_property
    def _moved(self) -> tuple[LinearProgram, dict[str, Fraction], Fraction]:
        """Its own program without the constraint, the row that it is, and the side of that row now."""
        program, row = self.own.program, self.row
        if not row.id.is_bound:
            mine = next(each for each in program.rows if each.id == row.id)
            sign = -1 if mine.sense == ">=" else 1
            left = tuple(each for each in program.rows if each.id != row.id)
            form = {line: sign * value for line, value in mine.coefficients.items()}
            return replace(program, rows=left), form, sign * mine.right_hand_side
        (line,) = row.coefficients
        interval = program.variables[line]
        if row.id.is_minimum:
            return program.adding(line, interval._replace(lower=ZERO)), {line: -ONE}, -row.right_hand_side
        free = self.here.plan.line_by_id[line]
        most = self.here.ceiling / free.charge if free.charge else self.here.ceiling
        most = max(free.upper, free.proposed, most)
        return program.adding(line, interval._replace(upper=most)), {line: ONE}, row.right_hand_side

    @property
    def side(self) -> Fraction:
        """The side of the constraint as a row, in its unit."""
        return self._moved[2]

    @cached_property
    def most(self) -> Fraction:
        """By how much it can ask less until it asks nothing, in its unit."""
        program, form, side = self._moved
        if self.row.id.is_minimum:
            return -side
        ends = program.variables
        if self.row.id.is_bound:
            (line,) = form
            return (ends[line].upper or ZERO) - side
        highest = total(
            value * ((ends[line].upper or ZERO) if value > 0 else ends[line].lower) for line, value in form.items()
        )
        return highest - side + ONE

    def room_program(self) -> LinearProgram:
        """How far it can be tightened, as a program: as far as some split leaves room under it."""
        _, form, _ = self._moved
        paid = {line.id: line.charge for line in self.lines if line.charge}
        ceiling = Row(CEILING, "ceiling", paid, "<=", self.here.ceiling - self.others.least)
        kept = self.own.program.keeping([ceiling]) if paid else self.own.program
        return kept.asking("room", {line: -value for line, value in form.items()})

    def room(self, optimum: Fraction) -> Fraction:
        """How far it can be tightened, in its unit, from the optimum of that program."""
        return self.side + optimum

    def at(self, by: Fraction) -> Split:
        """The best split with the constraint asking so much less, proved.

        Args:
            by: in the constraint's unit; below 0 where it asks more.

        Raises:
            NotProvedError: if it could not be proved.
        """
        found, asking = self._around(by)
        amounts = found.at(asking.block, self.side + by)
        own = dict(zip((line.id for line in self.lines), amounts, strict=False))
        shared = amounts[len(self.lines) :]
        difference = worth = ZERO
        at, furthest = asking.start, None
        for segment, now, begins, amount in zip(asking.segments, asking.now, asking.begins, shared, strict=True):
            if amount != now:
                more = segment.charge * (amount - now)
                difference += more
                worth += segment.worth * more
            if amount != begins:
                furthest = segment, amount
        if not difference:
            at = self.here.ceiling
        elif furthest is not None:
            at = furthest[0].ceiling(furthest[1])
        return Split(by, own, at, difference, worth, found.worth, found)

    def rates(self, found: Split) -> Rates:
        """How fast everything moves along the piece on which a split lies."""
        known, asking = self._around(found.by)
        block = asking.block
        under = Fraction(block.scale, known.under * block.unit)
        rates = [rate * under for rate in known.rate]
        own = {line.id: rate for line, rate in zip(self.lines, rates, strict=False) if rate}
        moving = [
            (segment, segment.charge * rate)
            for segment, rate in zip(asking.segments, rates[len(self.lines) :], strict=True)
            if rate
        ]
        if len(moving) > 1:
            raise NotProvedError(told("several stretches of the ladder move at the same time"))
        return Rates(self.own.program.variables.keys(), own, *(moving[0] if moving else (None, ZERO)))

    def beginning(self, start: Fraction, end: Fraction, direction: int = 1) -> Split:
        """A split on the piece that begins where the constraint asks so much less, in one direction.

        Args:
            start: how far it has been moved in that direction, in its unit.
            end: how far it can be at most.
            direction: 1 where it is relaxed, -1 where it is tightened.

        Raises:
            NotProvedError: if that piece was not found.
        """
        beyond = end
        probe = start
        for _ in range(MOST_PROBES):
            found = self.at(direction * probe)
            near, far = self._ends(found.piece, direction)
            if near <= start and (far is None or far > start):
                return found
            if probe != start:
                beyond = min(probe, near)
            probe = simplest_between(start, beyond)
        raise NotProvedError(
            told("the course of {label} at {start:.6g} was not found", label=self.row.label, start=float(start))
        )

    def _ends(self, found: Piece, direction: int) -> tuple[Fraction, Fraction | None]:
        """Where a piece begins and ends, as how far the constraint is moved in a direction, in its unit."""
        low, high = found.start - self.side, None if found.end is None else found.end - self.side
        if direction > 0:
            return low, high
        return (-self.most if high is None else -high), -low

    def end(self, found: Split, direction: int = 1) -> Fraction | None:
        """How far the piece reaches on which a split lies, in the constraint's unit; None for without end."""
        return self._ends(found.piece, direction)[1]

    def _around(self, by: Fraction) -> tuple[Piece, OneBlock]:
        if by not in self._known:
            self._known[by] = self._found(by)
        return self._known[by]

    def _found(self, by: Fraction) -> tuple[Piece, OneBlock]:
        """The piece around there, with as many stretches of the ladder as it takes.

        However far the others went for another side, those next to the ceiling are asked first: most answers lie there.
        """
        first, last = self._near
        while True:
            asking = self._of(first, last)
            try:
                found = asking.piece(self.side + by)
            except NoOptimumError as error:
                below, above = first > 0, False  # it takes more than the others leave it there
                if not below:
                    raise NotProvedError(told("a piece of the ladder could not be proved")) from error
            else:
                amounts = found.at(asking.block, self.side + by)[len(self.lines) :]
                below = first > 0 and amounts == asking.begins
                above = last < self.others.count and amounts == asking.ends
                if not (below or above):
                    return found, asking
            wider = (last - first) * WIDER
            first = max(first - wider, 0) if below else first
            last = min(last + wider, self.others.count) if above else last

    def _of(self, first: int, last: int) -> OneBlock:
        if (first, last) not in self._made:
            self._made[first, last] = self._together(first, last)
        return self._made[first, last]

    def _together(self, first: int, last: int) -> OneBlock:
        """Its own lines together with the stretches of the ladder from one place up to another."""
        program, form, _ = self._moved
        segments = self.others.segments(first, last)
        start = self.here.rise.rungs[first].start
        labels = [f"others {number}" for number in range(len(segments))]
        of = dict(zip(labels, segments, strict=True))
        shared = {label: Interval(*sorted((each.begins, each.ends))) for label, each in of.items()}
        paid = {line.id: line.charge for line in self.lines if line.charge}
        paid |= {label: each.charge for label, each in of.items()}
        left = self.here.ceiling - self.others.spent(start) + total(each.charge * each.begins for each in segments)
        asked = replace(
            program,
            variables={**program.variables, **shared},
            rows=(*program.rows, *([Row(CEILING, "ceiling", paid, "<=", left)] if paid else [])),
        )
        block = block_of(
            asked,
            asked={
                **{line.id: line.proposed for line in self.lines},
                **{label: each.asked for label, each in of.items()},
            },
            weight={
                **{line.id: line.weight if self.valued else ZERO for line in self.lines},
                **{label: each.charge * each.worth for label, each in of.items()},
            },
            last=form,
        )
        return OneBlock(block, segments, start, self.here.ceiling, self.engine, valued=self.valued)
