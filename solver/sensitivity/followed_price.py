"""What a constraint costs where coverage comes before value: the optimal split itself is followed."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from flessenhals.constraints.constraint import LineYear
from flessenhals.constraints.exact import dot, simplest_between
from flessenhals.constraints.level import Level
from flessenhals.constraints.selector import Condition, Selector, lines
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.plan.message import told
from flessenhals.solver.plan.relaxed import relaxed
from flessenhals.solver.program.errors import NotProvedError
from flessenhals.solver.sensitivity.ladder.ceiling_course import course
from flessenhals.solver.sensitivity.price import Price, Side

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.constraints.row import Row
    from flessenhals.solver.optimum.allocation import Allocation
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.program.prove import Engine
    from flessenhals.solver.sensitivity.ladder.ceiling_course import Course

ZERO, ONE = Fraction(0), Fraction(1)
MOST_PROBES = 200
NEAR = 64


def followed_price(plan: Plan, ceiling: Ceiling, row: Row, room: Fraction, engine: Engine) -> Price:
    """The change of the value of the optimal split, Σ weight · amount, when a constraint moves, on both sides, exactly.

    Where coverage comes first the value is whatever the fairest split happens to be worth: no longer concave in what a
    constraint asks, and it may fall where one is relaxed. But the split still follows straight lines, each proved from
    the split anywhere on it (`course`). They are followed for as long as the value keeps its slope.

    Args:
        plan: with coverage as the first stage of its objective and a split at this ceiling.
        ceiling: the total that may be spent, in the plan's unit.
        row: the constraint, as in `Allocation.constraints`.
        room: how far it can be tightened, in the plan's unit.
        engine: who is asked first.

    Raises:
        NotProvedError: if an answer could not be proved.
    """
    path = _Path(plan, ceiling, row, engine)
    most = row.right_hand_side if row.id.is_minimum else None
    relax = path.side(1, most)
    if room == 0:
        return Price(relax, None)
    tighten = path.side(-1, room)
    return Price(relax, Side(-tighten.price, tighten.until))


class Division(NamedTuple):
    """Where the money goes as a constraint is relaxed.

    Attributes:
        rates: line id → the change of its amount per unit of money, a pure number; without zeros.
        until: how far the constraint can be relaxed with these, in the plan's unit; None for without end.
    """

    rates: Mapping[str, Fraction]
    until: Fraction | None


def division(
    plan: Plan,
    ceiling: Ceiling,
    row: Row,
    engine: Engine,
    split: Allocation | None = None,
    far: Fraction | None = None,
) -> Division:
    """Where the money goes as a constraint without room is relaxed, exactly and with its own end.

    Args:
        plan: with coverage among its stages and a split at this ceiling.
        ceiling: the total that may be spent, in the plan's unit.
        row: the constraint, as in `Allocation.constraints`.
        engine: who is asked first.
        split: the optimal one, of which every stage is over all lines; None where it is not known. A line on from it is
            the answer, where there is one.
        far: beyond this nobody asks whether it goes on, in the plan's unit; None for no such end.

    Raises:
        NotProvedError: if an answer could not be proved.
    """
    most = row.right_hand_side if row.id.is_minimum else None
    piece = None if split is None or row.id.is_bound else course(split, row.id, ZERO)
    if piece is None or (piece.high is not None and piece.high <= 0):
        piece = _Path(plan, ceiling, row, engine).beginning(most)
    rates = {line.id: rate for line in plan.lines if (rate := piece.rates[line.id])}
    asked = [end for end in (far, most) if end is not None]
    end = piece.high
    if end is not None and (not asked or end < min(asked)):
        end = _Path(plan, ceiling, row, engine).goes_on(rates, end, min(asked, default=None))
    ends = [each for each in (end, most) if each is not None]
    return Division(rates, min(ends, default=None))


class _Path:
    """The optimal split while one constraint moves."""

    def __init__(self, plan: Plan, ceiling: Ceiling, row: Row, engine: Engine) -> None:
        self.ceiling, self.engine = ceiling, engine
        self.weights = {line.id: line.weight for line in plan.lines}
        self.plan, self.row = _with_a_row(plan, ceiling, row)

    def side(self, direction: int, end: Fraction | None) -> Side:
        """The slope of the value in one direction, and how far it stays the same.

        Args:
            direction: 1 for relaxing, -1 for tightening.
            end: how far the constraint can be moved at all, in the plan's unit; None for without end.
        """
        start, slope = ZERO, None
        while end is None or start < end:
            piece = self._beginning(start, end, direction)
            rate = direction * dot(self.weights, piece.rates)
            if slope is not None and rate != slope:
                break
            slope = rate
            far = piece.high if direction > 0 else piece.low
            if far is None:
                return Side(slope, None)
            start = direction * far
        return Side(slope or ZERO, start if end is None else min(start, end))

    def beginning(self, end: Fraction | None) -> Course:
        """The straight line that the split follows as the constraint is relaxed from where it stands."""
        return self._beginning(ZERO, end, 1)

    def goes_on(self, rates: Mapping[str, Fraction], start: Fraction, end: Fraction | None) -> Fraction | None:
        """Up to where the split keeps these rates, beyond a place up to which it does; None for without end.

        Args:
            rates: line id → the change of its amount per unit of money, without zeros.
            start: that place, in the plan's unit.
            end: where nobody asks any more, in the plan's unit; None for nowhere.
        """
        while end is None or start < end:
            piece = self._beginning(start, end, 1)
            if {line.id: rate for line in self.plan.lines if (rate := piece.rates[line.id])} != rates:
                break
            if piece.high is None:
                return None
            start = piece.high
        return start

    def _beginning(self, start: Fraction, end: Fraction | None, direction: int) -> Course:
        """The straight line that the split follows from a place on: the one around a probe, or around a nearer one.

        The first probe is near: further off more turns lie before it, and each probe costs a proved split.
        """
        beyond = start + (ONE if end is None else (end - start) / NEAR)
        for _ in range(MOST_PROBES):
            probe = simplest_between(start, beyond)
            found = self._around(direction * probe)
            near, far = found.low, found.high
            if direction < 0:
                near, far = (None if each is None else -each for each in (found.high, found.low))
            if (near is None or near <= start) and (far is None or far > start):
                return found
            beyond = probe if near is None or near >= probe else near
        raise NotProvedError(
            told("the course of {label} at {start:.6g} was not found", label=self.row.label, start=float(start))
        )

    def _around(self, by: Fraction) -> Course:
        plan, ceiling = relaxed(self.plan, self.ceiling, self.row, by)
        return course(allocate(plan, ceiling, self.engine, apart=False), self.row.id, by)


def _with_a_row(plan: Plan, ceiling: Ceiling, row: Row) -> tuple[Plan, Row]:
    """The plan with a rule in the place of a line's bound, because only a row can be followed; and that row."""
    if not row.id.is_bound:
        return plan, row
    (owner,) = row.coefficients
    low, high = (row.right_hand_side, None) if row.id.is_minimum else (None, row.right_hand_side)
    of = Selector((Condition((owner.line,), year=(str(owner.year),)),)) if isinstance(owner, LineYear) else lines(owner)
    rule = Level(id=f"{row.label} moved", of=of, at_least=low, at_most=high)  # no id of a plan has a space
    free, _ = relaxed(plan, ceiling, row, None)
    plan = replace(free, constraints=(*free.constraints, rule))
    return plan, next(each for each in plan.rule_rows if each.id.rule == rule.id)
