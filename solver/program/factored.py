"""A square matrix as HiGHS factors it, in floating point: what it gives is a guess, to be worked on exactly."""

from __future__ import annotations

from typing import TYPE_CHECKING

import highspy
import numpy as np

from flessenhals.solver.program.highs import Silent

if TYPE_CHECKING:
    from numpy.typing import NDArray

OPTIONS: dict[str, str | float] = {"presolve": "off", "solver": "simplex", "simplex_scale_strategy": 0}
ROUNDS = 8


class Factored:
    """The matrix of a square system, each row and column divided by a power of two so that its entries are about 1.

    Attributes:
        known: whether HiGHS could factor it as it stands.
    """

    def __init__(self, starts: NDArray[np.int64], columns: NDArray[np.int64], values: NDArray[np.float64]) -> None:
        size = len(starts) - 1
        self.of_row, self.of_column = _scales(np.repeat(np.arange(size), np.diff(starts)), columns, values)
        model = highspy.HighsLp()
        model.num_col_ = model.num_row_ = size
        model.col_cost_ = model.row_lower_ = model.row_upper_ = np.zeros(size)
        model.col_lower_, model.col_upper_ = np.full(size, -highspy.kHighsInf), np.full(size, highspy.kHighsInf)
        model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        model.a_matrix_.start_, model.a_matrix_.index_ = starts, columns
        model.a_matrix_.value_ = values / (np.repeat(self.of_row, np.diff(starts)) * self.of_column[columns])
        basis = highspy.HighsBasis()
        basis.col_status = [highspy.HighsBasisStatus.kBasic] * size
        basis.row_status = [highspy.HighsBasisStatus.kLower] * size
        basis.valid = True
        self.solver = Silent(OPTIONS)
        self.solver.passModel(model)
        self.solver.setBasis(basis)
        self.solver.run()  # which has nothing to do but factor the matrix
        self.order = np.asarray(self.solver.getBasicVariables()[1])  # type: ignore[attr-defined]  # typed in part
        self.known = np.array_equal(np.sort(self.order), np.arange(size))

    def solve(self, right: NDArray[np.float64]) -> NDArray[np.float64]:
        """The unknowns for a right-hand side, within rounding."""
        found = np.empty(len(right))
        found[self.order] = self.solver.getBasisSolve(right / self.of_row)[1]  # type: ignore[attr-defined]
        return found / self.of_column


def _scales(
    rows: NDArray[np.int64], columns: NDArray[np.int64], values: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Powers of two, a row and a column each, that entries are about the products of (Curtis and Reid, 1972)."""
    sizes = np.log2(np.abs(values))
    in_row, in_column = np.bincount(rows), np.bincount(columns)
    of_column = np.zeros(len(in_column))
    for _ in range(ROUNDS):
        of_row = np.bincount(rows, sizes - of_column[columns]) / in_row
        of_column = np.bincount(columns, sizes - of_row[rows]) / in_column
    return np.exp2(np.round(of_row)), np.exp2(np.round(of_column))
