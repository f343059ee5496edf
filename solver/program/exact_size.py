"""How large the numbers of an exact answer can become, before anything is solved."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from flessenhals.solver.program.components import blocks
from flessenhals.solver.program.linear_program import splits

if TYPE_CHECKING:
    from flessenhals.constraints.row import Row
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.program.linear_program import LinearProgram

# Measured in docs/reliability.md: beyond these, what follows the rules' courses, or every answer, takes long.
FOLLOWED, ANSWERED = 300_000, 2_000_000_000
MOST_WORK = 30_000_000  # what is done for one answer besides its split
BESIDE_DIGITS = 20  # what a number costs whatever its length, in digits


class ExactSize(NamedTuple):
    """The part of a plan whose exact arithmetic is the heaviest.

    Attributes:
        rows: how many rules hang together in it.
        digits: a bound on the digits of its exact amounts, by Hadamard's inequality: a vertex is a quotient of
            determinants, and a determinant is at most the product of the lengths of its rows.
        tight: how many rules can be met exactly at once: no more than there are lines.
    """

    rows: int
    digits: int
    tight: int

    @property
    def work(self) -> int:
        """What an exact answer takes, in steps of one digit, roughly: rows · rules met exactly · digits."""
        return self.rows * self.tight * (self.digits + BESIDE_DIGITS)

    @property
    def findings(self) -> int:
        """How many findings are worked out for one answer besides its split: one at least."""
        return max(1, MOST_WORK // max(1, self.work))

    @property
    def course(self) -> int:
        """How many findings the course of a ratio counts for: every further rule on the same lines can bend it."""
        return -(-self.rows // max(1, self.tight)) or 1

    @property
    def slow(self) -> str | None:
        """Which answers may take minutes: `every` one, or those that are `followed`; None where none does."""
        if self.work > ANSWERED:
            return "every"
        return "followed" if self.work > FOLLOWED else None


def exact_size(plan: Plan) -> ExactSize:
    """The heaviest part of a plan."""
    return max(map(_size, blocks(splits(plan, None))), key=lambda size: size.work)


def _size(part: LinearProgram) -> ExactSize:
    tight = min(len(part.rows), len(part.variables))
    longest = sorted(map(_digits, part.rows), reverse=True)[:tight]
    return ExactSize(len(part.rows), math.ceil(sum(longest)), tight)


def _digits(row: Row) -> float:
    """The decimal logarithm of a bound on the length of a row, in whole numbers."""
    values = list(row.coefficients.values())
    shared = math.lcm(*(value.denominator for value in values))
    return 0.5 * math.log10(sum((value.numerator * (shared // value.denominator)) ** 2 for value in values))
