"""How large the numbers of an exact answer can become, before anything is solved."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from flessenhals.solver.program.components import blocks
from flessenhals.solver.program.linear_program import splits

if TYPE_CHECKING:
    from flessenhals.constraints.row import Row
    from flessenhals.solver.plan.plan import Plan

# Measured in docs/reliability.md: beyond these, what follows the rules' courses, or every answer, takes minutes.
FOLLOWED, ANSWERED = 300_000, 2_000_000_000
BESIDE_DIGITS = 20  # what a number costs whatever its length, in digits


class ExactSize(NamedTuple):
    """The part of a plan whose exact arithmetic is the heaviest.

    Attributes:
        rows: how many rules hang together in it.
        digits: a bound on the digits of its exact amounts, by Hadamard's inequality: a vertex is a quotient of
            determinants, and a determinant is at most the product of the lengths of its rows.
    """

    rows: int
    digits: int

    @property
    def work(self) -> int:
        """What an exact answer takes, in steps of one digit, roughly: rows² · digits."""
        return self.rows**2 * (self.digits + BESIDE_DIGITS)

    @property
    def slow(self) -> str | None:
        """Which answers may take minutes: `every` one, or those that are `followed`; None where none does."""
        if self.work > ANSWERED:
            return "every"
        return "followed" if self.work > FOLLOWED else None


def exact_size(plan: Plan) -> ExactSize:
    """The heaviest part of a plan."""
    sizes = [ExactSize(len(part.rows), math.ceil(sum(map(_digits, part.rows)))) for part in blocks(splits(plan, None))]
    return max(sizes, key=lambda size: size.work)


def _digits(row: Row) -> float:
    """The decimal logarithm of a bound on the length of a row, in whole numbers."""
    values = list(row.coefficients.values())
    shared = math.lcm(*(value.denominator for value in values))
    return 0.5 * math.log10(sum((value.numerator * (shared // value.denominator)) ** 2 for value in values))
