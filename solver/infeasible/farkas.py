"""Why constraints cannot hold together, as a sum that anybody can add up."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from flessenhals.solver.infeasible.irreducible import shortage
from flessenhals.solver.program.highs import highs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from flessenhals.constraints.constraint import Constraint
    from flessenhals.constraints.row import Row
    from flessenhals.solver.program.prove import Engine

ZERO = Fraction(0)
MOST_TOLD = 200


class Summand(NamedTuple):
    """One constraint's part in the sum.

    Attributes:
        row: the constraint.
        times: how often it counts, a pure number above 0.
        amount: what it adds, in the sum's unit: above 0 what is needed, below 0 what there is.
        left: the sum up to here as a linear form, line → coefficient, which every split makes at least … (not kept in a
            sum of more than 200 constraints, which nobody follows step by step)
        right: … this large, in the sum's unit.
    """

    row: Row
    times: Fraction
    amount: Fraction
    left: Mapping[str, Fraction]
    right: Fraction


@dataclass(frozen=True)
class Contradiction:
    """Constraints added up until more is needed than there is (Farkas' lemma).

        Σ times · row, each written as ≥:   Σ left · x ≥ right,   with no left above 0, and right = short above 0

    No split can make that true, because no amount is below 0.

    Attributes:
        parts: the constraints, first what is needed, then the rules that pass it on, then what there is.
    """

    parts: tuple[Summand, ...]

    @property
    def needed(self) -> Fraction:
        """What the constraints ask together, in the sum's unit."""
        return sum((part.amount for part in self.parts if part.amount > 0), start=ZERO)

    @property
    def available(self) -> Fraction:
        """What they leave, in the sum's unit."""
        return -sum((part.amount for part in self.parts if part.amount < 0), start=ZERO)

    @property
    def short(self) -> Fraction:
        """How much more is needed than there is, in the sum's unit; above 0."""
        return self.needed - self.available

    @property
    def unit(self) -> str | None:
        """The sum's unit: that of the constraint by which the others are counted; None for the plan's own."""
        return _counted_once([part.row for part in self.parts]).unit


def contradiction(rows: Sequence[Row], engine: Engine = highs) -> Contradiction:
    """Add up constraints that cannot hold together, so that the sum shows why.

    Args:
        rows: an irreducible set, so that each takes part.
        engine: who is asked first.

    Raises:
        NotProvedError: if no sum could be proved.

    Source: Farkas' lemma (Chvátal, Linear Programming, ch. 9); the factors are the duals of the least shortage.
    """
    certificate = shortage(rows, engine)
    factors = {row.id: abs(dual) for row, dual in zip(rows, certificate.dual, strict=True) if dual}
    return Contradiction(tuple(_added_up([row for row in rows if row.id in factors], _scaled(rows, factors))))


def _scaled(rows: Sequence[Row], factors: Mapping[Constraint, Fraction]) -> dict[Constraint, Fraction]:
    """The factors of which the ceiling, else the first maximum, else the first cap, else the first row counts once."""
    first = _counted_once([row for row in rows if row.id in factors])
    return {each: factor / factors[first.id] for each, factor in factors.items()}


def _counted_once(rows: Sequence[Row]) -> Row:
    """The constraint that counts once in a sum, so that the sum is in its unit: what says how much there is."""
    return min(rows, key=lambda row: (not _is_limit(row), row.sense != "<="))


def _added_up(rows: list[Row], factors: Mapping[Constraint, Fraction]) -> list[Summand]:
    """The rows in an order in which the sum tells a story: what is needed, passed on, and more than there is.

    What a row takes from the sum should be in it already, at least in part; of the rows for which that is so, those
    that bring something in come first, then those that pass it on, then limits.
    """
    if len(rows) > MOST_TOLD:
        return _in_order(sorted(rows, key=_is_limit), factors)
    parts: list[Summand] = []
    left: dict[str, Fraction] = {}
    right = ZERO
    waiting = list(rows)
    while waiting:
        row = min(waiting, key=lambda each: _turn(each, factors[each.id], left))
        waiting.remove(row)
        times = factors[row.id]
        sign = 1 if row.sense == ">=" else -1
        for line, coefficient in row.coefficients.items():
            left[line] = left.get(line, ZERO) + sign * times * coefficient
        amount = sign * times * row.right_hand_side
        right += amount
        parts.append(Summand(row, times, amount, {line: value for line, value in left.items() if value}, right))
    return parts


def _in_order(rows: list[Row], factors: Mapping[Constraint, Fraction]) -> list[Summand]:
    parts: list[Summand] = []
    right = ZERO
    for row in rows:
        amount = (factors[row.id] if row.sense == ">=" else -factors[row.id]) * row.right_hand_side
        right += amount
        parts.append(Summand(row, factors[row.id], amount, {}, right))
    return parts


def _turn(row: Row, times: Fraction, left: Mapping[str, Fraction]) -> tuple[bool, int]:
    sign = 1 if row.sense == ">=" else -1
    taken = {line: -sign * times * value for line, value in row.coefficients.items() if sign * value < 0}
    brings = len(taken) < len(row.coefficients)
    covered = not taken or any(left.get(line, ZERO) >= value for line, value in taken.items())
    return not covered, 0 if not taken else 1 if brings else 2


def _is_limit(row: Row) -> bool:
    """Whether it says how much there is: the ceiling, or what a line may be given."""
    return row.id.is_ceiling or row.id.is_maximum
