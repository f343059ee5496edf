"""HiGHS begun at a basis, for the small differences that are left to a better vertex."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import highspy

from flessenhals.solver.program.basis import Basis, Status
from flessenhals.solver.program.highs import OPTIONS, Silent, in_thread

if TYPE_CHECKING:
    from flessenhals.solver.program.linear_program import LinearProgram

FURTHEST = 1e19


class Magnified(NamedTuple):
    """Differences to a point of a program, so large that a solver's tolerance is small beside them.

    Attributes:
        program: for its rows.
        gain: per variable, what a unit more adds to the objective.
        gain_of_row: per row, what a unit more on its left-hand side adds to it.
        lower, upper: per variable; None where there is no end.
        row_lower, row_upper: per row, for its left-hand side.
    """

    program: LinearProgram
    gain: list[float]
    gain_of_row: list[float]
    lower: list[float | None]
    upper: list[float | None]
    row_lower: list[float | None]
    row_upper: list[float | None]


def highs_from(asked: Magnified, start: Basis) -> Basis | None:
    """The basis at which HiGHS says that the best differences lie, beginning at another one; None where it gives none.

    The left-hand side of each row is a variable of its own, so that it can have a part in the objective.
    """
    rows = asked.program.rows
    columns, model = len(asked.gain), highspy.HighsLp()
    column = {label: place for place, label in enumerate(asked.program.variables)}
    model.num_col_, model.num_row_ = columns + len(rows), len(rows)
    model.col_cost_ = [-each for each in (*asked.gain, *asked.gain_of_row)]
    model.col_lower_ = [_end(each, -highspy.kHighsInf) for each in (*asked.lower, *asked.row_lower)]
    model.col_upper_ = [_end(each, highspy.kHighsInf) for each in (*asked.upper, *asked.row_upper)]
    model.row_lower_ = model.row_upper_ = [0.0] * len(rows)
    starts, places, values = [0], list[int](), list[float]()
    for position, row in enumerate(rows):
        places += [*(column[label] for label in row.coefficients), columns + position]
        values += [*map(float, row.coefficients.values()), -1.0]
        starts.append(len(places))
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_, model.a_matrix_.index_, model.a_matrix_.value_ = starts, places, values
    solver = Silent(OPTIONS)
    solver.passModel(model)
    statuses = highspy.HighsBasisStatus
    of = {"basic": statuses.kBasic, "lower": statuses.kLower, "upper": statuses.kUpper}
    basis = highspy.HighsBasis()
    basis.col_status = [
        *(of[start.variables[label]] for label in column),
        *(
            statuses.kBasic if position not in start.tight else of["upper" if row.sense == "<=" else "lower"]
            for position, row in enumerate(rows)
        ),
    ]
    basis.row_status = [statuses.kLower] * len(rows)
    basis.valid = True
    solver.setBasis(basis)
    in_thread(solver)
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    found = solver.getBasis()
    names: dict[highspy.HighsBasisStatus, Status] = {statuses.kBasic: "basic", statuses.kUpper: "upper"}
    free = zip(found.col_status[columns:], found.row_status, strict=True)
    return Basis(
        variables={label: names.get(status, "lower") for label, status in zip(column, found.col_status, strict=False)},
        tight=frozenset(position for position, both in enumerate(free) if statuses.kBasic not in both),
    )


def _end(bound: float | None, otherwise: float) -> float:
    return otherwise if bound is None else max(-FURTHEST, min(FURTHEST, bound))
