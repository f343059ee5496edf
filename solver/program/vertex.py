"""From a basis to the exact vertex that it stands for, with its duals."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.constraints.exact import combined, dot
from flessenhals.solver.program.certificate import Certificate
from flessenhals.solver.program.elimination import solve

if TYPE_CHECKING:
    from flessenhals.solver.program.basis import Basis
    from flessenhals.solver.program.linear_program import LinearProgram

ZERO = Fraction(0)


def vertex(program: LinearProgram, basis: Basis) -> Certificate:
    """The point and duals of a basis in exact arithmetic: a certificate still to be checked.

    The nonbasic variables stand on their bounds; the tight rows then decide the basic ones (B x = b - N x). The duals
    make the reduced cost of every basic variable zero (B' y = c).

    Args:
        program: of any size; the work grows with the number of tight rows.
        basis: of this program, from any solver.

    Raises:
        SingularError: if the basis decides nothing.
    """
    if program.integers is not None:
        from flessenhals.solver.program.factored import Factored  # noqa: PLC0415 - only large ones need it
        from flessenhals.solver.program.large.vertex import vertex_in_arrays  # noqa: PLC0415

        return Certificate._make(vertex_in_arrays(program, basis, program.integers, Factored))
    point: dict[str, Fraction] = {}
    for label, interval in program.variables.items():
        if basis.variables[label] != "basic":
            upper = interval.upper if basis.variables[label] == "upper" else None
            point[label] = interval.lower if upper is None else upper

    equations, constants = [], []
    columns: dict[str, dict[int, Fraction]] = {label: {} for label in program.variables if label not in point}
    for position in sorted(basis.tight):
        row = program.rows[position]
        equation, constant = {}, row.right_hand_side
        for label, coefficient in row.coefficients.items():
            if label in columns:
                equation[label] = coefficient
                columns[label][position] = coefficient
            else:
                constant -= coefficient * point[label]
        equations.append(equation)
        constants.append(constant)
    point |= solve(equations, constants)

    multipliers = solve(list(columns.values()), [program.objective.get(label, ZERO) for label in columns])
    counted = combined((each, program.rows[position].coefficients) for position, each in multipliers.items() if each)
    reduced_cost = {label: program.objective.get(label, ZERO) - counted.get(label, ZERO) for label in program.variables}
    return Certificate(
        point=point,
        activity=tuple(row.activity(point) for row in program.rows),
        dual=tuple(multipliers.get(position, ZERO) for position in range(len(program.rows))),
        reduced_cost=reduced_cost,
        optimum=dot(program.objective, point),
    )
