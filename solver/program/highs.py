"""Speaks to PuLP and HiGHS: a linear program goes out, a basis comes back.

HiGHS from a basis: `warm_start`; what it makes of a matrix: `factored`.

PuLP 3 and 4 both do. They differ in one thing that is used here: how an expression is made of pairs.
"""

from __future__ import annotations

import operator
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

import highspy
import numpy as np
import pulp

from flessenhals.solver.program.basis import Basis, Status

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from flessenhals.solver.program.arrays import Arrays
    from flessenhals.solver.program.linear_program import LinearProgram

SIZE = 1000
LARGE = 1000
OPTIONS: dict[str, str | float] = {
    "presolve": "off",
    "solver": "simplex",
    "parallel": "off",
    "primal_feasibility_tolerance": 1e-9,
    "dual_feasibility_tolerance": 1e-9,
}
WHOLE_OPTIONS: dict[str, str | float] = {
    "parallel": "off",
    "mip_rel_gap": 0,
    "mip_abs_gap": 1e-9,
    "mip_feasibility_tolerance": 1e-9,
    "mip_max_nodes": 10_000,
}
BASIC = int(highspy.HighsBasisStatus.kBasic)
# A variable of which HiGHS says neither that it is basic nor that it is on its upper bound is taken to be on the lower.
STATUSES: dict[int, Status] = {
    **{int(status): "lower" for status in highspy.HighsBasisStatus.__members__.values()},
    BASIC: "basic",
    int(highspy.HighsBasisStatus.kUpper): "upper",
}
# A program whose coefficients are of one size needs no scaling of HiGHS's, and is solved in half the time without.
EVEN = 1e3
UNSCALED: dict[str, str | float] = {"simplex_scale_strategy": 0}
# Highly degenerate programs keep the simplex method walking for hours: those take more than 20 steps for each variable
# and row, all others of Netlib's at most 2. The interior point method finds a vertex near the optimum by crossover.
LONGEST = 3
INTERIOR: dict[str, str | float] = {
    "presolve": "on",
    "solver": "ipm",
    "simplex_iteration_limit": highspy.kHighsIInf,
}
SENSES = {">=": operator.ge, "<=": operator.le, "==": operator.eq}
# PuLP 4 makes an expression of pairs by a method of this name; PuLP 3 by calling the class.
EXPRESSION = getattr(pulp.LpAffineExpression, "from_list", pulp.LpAffineExpression)


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
        EXPRESSION([(variable, -float(program.objective.get(label, 0))) for label, variable in variables.items()])
    )
    for position, row in enumerate(program.rows):
        left = EXPRESSION([(variables[label], float(value)) for label, value in row.coefficients.items()])
        model.addConstraint(SENSES[row.sense](left, float(row.right_hand_side / unit)), f"r{position}")
    return model


def unit_of(program: LinearProgram) -> Fraction:
    """The amount, in the plan's unit, that counts as one in the model that a solver sees."""
    sizes = [abs(row.right_hand_side) for row in program.rows]
    sizes += [end for each in program.variables.values() for end in (abs(each.lower), each.upper) if end is not None]
    return max(sizes, default=Fraction(0)) / SIZE or Fraction(1)


def highs(program: LinearProgram) -> Basis | None:
    """The basis at which HiGHS says the optimum lies; None where it gives none.

    Its word for a status is not taken for more than that: a time limit or an infeasible plan are told apart by proof,
    elsewhere. A large program goes to HiGHS as arrays, because building its model would take longer than solving it.
    """
    return _basis(program, _through_arrays(program) if len(program.variables) > LARGE else _through_pulp(program))


def highs_in_a_row(program: LinearProgram) -> Basis | None:
    """The basis at which HiGHS says the optimum lies, as arrays whatever the size: faster for many small ones."""
    return _basis(program, _through_arrays(program))


def _basis(program: LinearProgram, solver: highspy.Highs | None) -> Basis | None:
    """The basis at which HiGHS stopped, where it says that it is an optimal one."""
    if solver is None or solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    basis = solver.getBasis()
    if not basis.valid:
        return None
    return Basis(
        variables={
            label: STATUSES[int(status)] for label, status in zip(program.variables, basis.col_status, strict=True)
        },
        tight=frozenset(position for position, status in enumerate(basis.row_status) if int(status) != BASIC),
    )


class Estimate(NamedTuple):
    """An optimum in floating point, to find the way by: nothing is proved by it.

    Attributes:
        point: variable → amount, in the plan's unit.
        reduced_cost: variable → the change of the optimum per unit that its bound rises by.
    """

    point: dict[str, float]
    reduced_cost: dict[str, float]


def estimate(program: LinearProgram) -> Estimate | None:
    """What HiGHS says the optimum is; None where it finds none."""
    solver = _through_arrays(program)
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    found, unit = solver.getSolution(), unit_of(program)
    return Estimate(
        point={label: value * float(unit) for label, value in zip(program.variables, found.col_value, strict=True)},
        reduced_cost={label: -value for label, value in zip(program.variables, found.col_dual, strict=True)},
    )


class Silent(highspy.Highs):
    """HiGHS that writes nothing, not even the greeting of version 1.16 when it is made: stdout is for results.

    Its output is switched off before the callbacks are, which is when the greeting is written. No file descriptor is
    moved aside for it, so what other threads write meanwhile arrives.
    """

    def __init__(self, options: Mapping[str, str | float]) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # highspy types its methods in part
        for name, value in {"threads": 1, **options}.items():
            self.setOptionValue(name, value)

    def enableCallbacks(self) -> None:  # noqa: N802 - the name that HiGHS calls
        """Switch output off, and then enable callbacks as HiGHS does."""
        self.setOptionValue("output_flag", False)  # noqa: FBT003 - the form of HiGHS's own interface
        super().enableCallbacks()  # type: ignore[no-untyped-call]


class _ThroughPulp(pulp.HiGHS):  # type: ignore[misc]  # PuLP publishes no types
    """PuLP's HiGHS, silent."""

    def __init__(self, options: Mapping[str, str | float]) -> None:
        super().__init__(msg=False)
        self.given = options

    def createAndConfigureSolver(self, lp: pulp.LpProblem) -> None:  # noqa: N802 - the name that PuLP calls
        """Make the HiGHS that PuLP hands its model to."""
        lp.solverModel = Silent(self.given)


def _through_pulp(program: LinearProgram) -> highspy.Highs | None:
    """HiGHS after it has solved a program as PuLP's model; None where PuLP gives up."""
    model = pulp_model(program)
    try:
        model.solve(_ThroughPulp(OPTIONS))
    except pulp.PulpSolverError:
        return None
    solver: highspy.Highs = model.solverModel
    return solver


def _through_arrays(program: LinearProgram) -> highspy.Highs:
    """HiGHS after it has solved a program as arrays, with the same options."""
    from flessenhals.solver.program.arrays import arrays  # noqa: PLC0415 - only large programs need it

    given = arrays(program, SIZE)
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = len(given.cost), len(given.row_lower)
    model.col_cost_, model.col_lower_, model.col_upper_ = given.cost, given.lower, given.upper
    model.row_lower_, model.row_upper_ = given.row_lower, given.row_upper
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_, model.a_matrix_.index_, model.a_matrix_.value_ = given.starts, given.columns, given.values
    large = len(given.cost) > LARGE
    solver = Silent(OPTIONS | UNSCALED if large and _even(given) else OPTIONS)
    solver.passModel(model)
    if large:
        _run_large(solver, LONGEST * (model.num_col_ + model.num_row_))
    else:
        solver.run()  # it takes less time than starting a thread
    return solver


def _run_large(solver: highspy.Highs, most: int) -> None:
    """Solve by the simplex method, and where that takes so many steps from the inside; either way at a vertex."""
    statuses = highspy.HighsModelStatus
    solver.setOptionValue("simplex_iteration_limit", most)
    in_thread(solver)
    if solver.getModelStatus() != statuses.kIterationLimit:
        return
    for options in (INTERIOR, OPTIONS):
        for name, value in options.items():
            solver.setOptionValue(name, value)
        solver.clearSolver()
        in_thread(solver)
        if solver.getModelStatus() in {statuses.kOptimal, statuses.kInfeasible}:
            return


def _even(given: Arrays) -> bool:
    """Whether no coefficient is far larger or far smaller than 1."""
    sizes = np.abs(np.asarray(given.values))
    return bool(((sizes * EVEN >= 1) & (sizes <= EVEN)).all())


def in_thread(solver: highspy.Highs) -> None:
    """Solve in a thread of its own, so that Ctrl-C ends the wait while HiGHS works."""
    from flessenhals.solver.program.apart import apart  # noqa: PLC0415 - only solves that may last need it

    apart(solver.run, "HiGHS")


class _InThread(_ThroughPulp):
    """PuLP's HiGHS, for solves that may last."""

    def callSolver(self, lp: pulp.LpProblem) -> None:  # noqa: N802 - the name that PuLP calls
        """Run HiGHS on the model that PuLP built."""
        in_thread(lp.solverModel)


def highs_whole(program: LinearProgram, whole: Collection[str]) -> dict[str, Fraction] | None:
    """The whole numbers that HiGHS gives to the variables that must be whole; None where it finds no answer.

    Whether they keep every row, and whether others would be better, is for the caller to prove.
    """
    model = pulp_model(program, whole)
    try:
        model.solve(_InThread(WHOLE_OPTIONS))
    except pulp.PulpSolverError:
        return None
    found = model.solverModel.getSolution()
    if not found.value_valid:
        return None
    values = zip(program.variables, found.col_value, strict=True)
    return {label: Fraction(round(value)) for label, value in values if label in whole}
