"""The only file that speaks to PuLP and HiGHS: a linear program goes out, a basis comes back."""

from __future__ import annotations

import os
from fractions import Fraction
from typing import TYPE_CHECKING

# NumPy comes in with HiGHS and starts a thread per core for matrix work that is never asked of it here.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import highspy
import pulp

from solver.basis import Basis, Status

if TYPE_CHECKING:
    from collections.abc import Collection

    from solver.program import LinearProgram

SIZE = 1000
OPTIONS = {
    "presolve": "off",
    "solver": "simplex",
    "parallel": "off",
    "primal_feasibility_tolerance": 1e-9,
    "dual_feasibility_tolerance": 1e-9,
}
WHOLE_OPTIONS = {
    "parallel": "off",
    "mip_rel_gap": 0,
    "mip_abs_gap": 1e-9,
    "mip_feasibility_tolerance": 1e-9,
    "mip_max_nodes": 10_000,
}
SENSES = {">=": pulp.LpConstraintGE, "<=": pulp.LpConstraintLE, "==": pulp.LpConstraintEQ}


def pulp_model(program: LinearProgram, whole: Collection[str] = ()) -> pulp.LpProblem:
    """The program as a PuLP model, to solve, export or hand to another solver.

    Variables and rows are named x0000000, x0000001, … and r0, r1, … in the program's order, because PuLP alters names
    that it does not like and hands variables over in the order of their names. All bounds and right-hand sides are
    divided by one number so that the largest is 1,000: absolute tolerances then mean the same in euros and in millions.
    PuLP minimises the negated objective: the signs that it reports for a maximum differ between its solvers.

    Args:
        program: coefficients of ordinary size (a reader refuses ratios outside 1e-6 … 1e6).
        whole: variables that must be whole numbers. With any of them nothing is divided: a unit is one of them then.

    Returns:
        A model whose solution, times `unit_of(program)`, is that of the program to floating-point precision.
    """
    unit = Fraction(1) if whole else unit_of(program)
    model = pulp.LpProblem("plan", pulp.LpMinimize)
    variables = {
        label: model.add_variable(
            f"x{position:07}",
            float(each.lower / unit),
            None if each.upper is None else float(each.upper / unit),
            pulp.LpInteger if label in whole else pulp.LpContinuous,
        )
        for position, (label, each) in enumerate(program.variables.items())
    }
    # A variable that no row names is part of the program all the same, so the objective names each of them.
    model.setObjective(
        pulp.LpAffineExpression(
            [(variable, -float(program.objective.get(label, 0))) for label, variable in variables.items()]
        )
    )
    for position, row in enumerate(program.rows):
        left = pulp.LpAffineExpression([(variables[label], float(value)) for label, value in row.coefficients.items()])
        right = float(row.right_hand_side / unit)
        model.addConstraint(pulp.LpConstraint(left, SENSES[row.sense], f"r{position}", right))
    return model


def unit_of(program: LinearProgram) -> Fraction:
    """The amount, in the plan's unit, that counts as one in the model that a solver sees."""
    sizes = [abs(row.right_hand_side) for row in program.rows]
    sizes += [end for each in program.variables.values() for end in (abs(each.lower), each.upper) if end is not None]
    return max(sizes, default=Fraction(0)) / SIZE or Fraction(1)


def highs(program: LinearProgram) -> Basis | None:
    """The basis at which HiGHS says the optimum lies; None where it gives none.

    Its word for a status is not taken for more than that: a time limit or an infeasible plan are told apart by proof,
    elsewhere.
    """
    model = pulp_model(program)
    try:
        model.solve(pulp.HiGHS(msg=False, threads=1, **OPTIONS))
    except pulp.PulpSolverError:
        return None
    solver = model.solverModel
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    basis = solver.getBasis()
    if not basis.valid:
        return None
    statuses: dict[highspy.HighsBasisStatus, Status] = {
        highspy.HighsBasisStatus.kBasic: "basic",
        highspy.HighsBasisStatus.kUpper: "upper",
    }
    return Basis(
        variables={
            label: statuses.get(status, "lower")
            for label, status in zip(program.variables, basis.col_status, strict=True)
        },
        tight=frozenset(
            position for position, status in enumerate(basis.row_status) if status != highspy.HighsBasisStatus.kBasic
        ),
    )


def highs_whole(program: LinearProgram, whole: Collection[str]) -> dict[str, Fraction] | None:
    """The whole numbers that HiGHS gives to the variables that must be whole; None where it finds no answer.

    Whether they keep every row, and whether others would be better, is for the caller to prove.
    """
    model = pulp_model(program, whole)
    try:
        model.solve(pulp.HiGHS(msg=False, threads=1, **WHOLE_OPTIONS))
    except pulp.PulpSolverError:
        return None
    found = model.solverModel.getSolution()
    if not found.value_valid:
        return None
    values = zip(program.variables, found.col_value, strict=True)
    return {label: Fraction(round(value)) for label, value in values if label in whole}
