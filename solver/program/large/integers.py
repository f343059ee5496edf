"""A linear program as whole numbers in arrays: each row multiplied by what makes its coefficients whole."""

from __future__ import annotations

from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from flessenhals.solver.program.large.rationals import Rationals, stretches

if TYPE_CHECKING:
    from flessenhals.solver.program.large.rationals import Mask, Whole
    from flessenhals.solver.program.linear_program import LinearProgram

ZERO = Fraction(0)


class Sparse(NamedTuple):
    """A matrix by rows: row r has `columns[starts[r]:starts[r + 1]]` with these whole numbers."""

    starts: Whole
    columns: Whole
    values: Whole

    @property
    def rows(self) -> Whole:
        """The row of each entry."""
        return np.repeat(np.arange(len(self.starts) - 1), np.diff(self.starts))

    def only(self, entries: Mask) -> Sparse:
        """The matrix with some of its entries, as many rows as before."""
        kept = np.concatenate(([0], np.cumsum(entries)))[self.starts]
        return Sparse(kept, self.columns[entries], self.values[entries])

    def transposed(self, columns: int) -> Sparse:
        """The matrix by columns, of which there are so many."""
        order = np.argsort(self.columns, kind="stable")
        starts = np.searchsorted(self.columns[order], np.arange(columns + 1))
        return Sparse(starts, self.rows[order], self.values[order])


class Integers:
    """A program in arrays, in its own order of variables and rows.

    Attributes:
        matrix: the rows' coefficients, each row times its scale.
        scale, scales: per row, a positive whole number; and as fractions.
        side, lower, upper, gain: the right-hand sides as they are, the ends of the intervals and the objective.
        limited: which variables have an upper end; that of the others is their lower one here.
        senses: per row.
        fits: whether the coefficients do; the program is of no use in arrays otherwise.
        narrow: whether the right-hand sides, ends and objective do as well.
    """

    def __init__(self, program: LinearProgram) -> None:
        column = {label: place for place, label in enumerate(program.variables)}
        coefficients = [row.coefficients for row in program.rows]
        lengths = list(map(len, coefficients))
        labels = [label for each in coefficients for label in each]
        starts = np.concatenate(([0], np.cumsum(lengths, dtype=np.int64)))
        columns = np.fromiter(map(column.__getitem__, labels), np.int64, len(labels))
        factors = Rationals.of([factor for each in coefficients for factor in each.values()])
        self.scale = stretches(np.lcm, factors.under, starts, 1)
        self.scales = Rationals(self.scale, np.ones_like(self.scale))
        whole = self.scales.at(np.repeat(np.arange(len(lengths)), lengths)).times(factors)
        self.fits = bool((self.scale > 0).all() and whole.fits.all() and (whole.under == 1).all())
        self.matrix = Sparse(starts, columns, whole.over)
        self.intervals = list(program.variables.values())
        self.limited = np.array([each.upper is not None for each in self.intervals], bool)
        self.lower = Rationals.of([each.lower for each in self.intervals])
        self.upper = Rationals.of([each.lower if each.upper is None else each.upper for each in self.intervals])
        self.gain = Rationals.of([program.objective.get(label, ZERO) for label in program.variables])
        self.side = Rationals.of([row.right_hand_side for row in program.rows])
        self.senses = np.array([row.sense for row in program.rows])
        self.narrow = all(each.fits.all() for each in (self.lower, self.upper, self.gain, self.side))

    @cached_property
    def by_column(self) -> Sparse:
        """The matrix by columns."""
        return self.matrix.transposed(len(self.intervals))
