"""From a question to a proved answer: whoever finds the basis, only its exact certificate counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.solver.plan.message import told
from flessenhals.solver.program.certificate import faults
from flessenhals.solver.program.elimination import SingularError
from flessenhals.solver.program.errors import NoOptimumError, NotProvedError
from flessenhals.solver.program.highs import highs
from flessenhals.solver.program.vertex import vertex

if TYPE_CHECKING:
    from typing import Protocol

    from flessenhals.solver.program.basis import Basis
    from flessenhals.solver.program.certificate import Certificate
    from flessenhals.solver.program.linear_program import LinearProgram

    class Engine(Protocol):
        """Whatever answers a linear program with a basis, or with None where it finds no optimum."""

        def __call__(self, program: LinearProgram) -> Basis | None:
            """The basis of an optimum."""


MOST_FOR_EXACT = 2_000


def prove(program: LinearProgram, engine: Engine = highs) -> Certificate:
    """The optimum of a linear program, with a certificate that was checked in exact arithmetic.

    The vertex of the engine's basis is worked out exactly and checked. Where it is no proof, the basis is refined;
    where that does not end in a proof either, the exact simplex goes on from it. Every answer is checked the same way.

    Args:
        program: what is asked.
        engine: who is asked first.

    Raises:
        NoOptimumError: if the engine, or the exact simplex after it, finds no split that keeps every row.
        NotProvedError: if neither answer holds up.
    """
    return prove_basis(program, engine)[1]


def prove_basis(program: LinearProgram, engine: Engine = highs) -> tuple[Basis, Certificate]:
    """The optimum as in `prove`, with the basis that holds it in its place.

    Raises:
        NoOptimumError, NotProvedError: as in `prove`.
    """
    basis = engine(program)
    if basis is None:
        raise NoOptimumError(f"no optimum found for {program.name}")
    found = _vertex(program, basis)
    if found is not None and not faults(program, found):
        return basis, found
    return _nearly(program, basis, found)


def prove_solvable(program: LinearProgram, engine: Engine = highs) -> Certificate:
    """The proved optimum of a linear program that is known to have one.

    Args:
        program: one with a feasible point and a bounded objective.
        engine: who is asked first; the exact simplex answers where it finds nothing.

    Raises:
        NotProvedError: if no answer holds up.
    """
    return prove_solvable_basis(program, engine)[1]


def prove_solvable_basis(program: LinearProgram, engine: Engine = highs) -> tuple[Basis, Certificate]:
    """The optimum as in `prove_solvable`, with the basis that holds it in its place.

    Raises:
        NotProvedError: as in `prove_solvable`.
    """
    try:
        return prove_basis(program, engine)
    except NoOptimumError:
        return _exact_proof(program, None)


def proof(program: LinearProgram, basis: Basis) -> Certificate | None:
    """The certificate of a basis, checked; None where it proves nothing."""
    found = _vertex(program, basis)
    return None if found is None or faults(program, found) else found


def _vertex(program: LinearProgram, basis: Basis) -> Certificate | None:
    """The vertex of a basis, unchecked; None where it decides nothing."""
    try:
        return vertex(program, basis)
    except SingularError:
        return None


def _nearly(program: LinearProgram, basis: Basis, found: Certificate | None) -> tuple[Basis, Certificate]:
    """The proved optimum next to a basis that proves nothing, and its vertex."""
    from flessenhals.solver.program.exact.refine import refined  # noqa: PLC0415 - hardly ever needed

    small = len(program.variables) + len(program.rows) <= MOST_FOR_EXACT
    try:
        nearer = refined(program, basis, found)
    except NoOptimumError:
        if not small:
            raise
        nearer = None
    return nearer or _exact_proof(program, basis)


def _exact_proof(program: LinearProgram, start: Basis | None) -> tuple[Basis, Certificate]:
    from flessenhals.solver.program.exact.exact_simplex import exact  # noqa: PLC0415 - hardly ever needed

    if len(program.variables) + len(program.rows) > MOST_FOR_EXACT:
        raise NotProvedError(
            told("no proof was found for {name}, which is too large for the exact simplex", name=program.name)
        )
    try:
        basis = exact(program, start)
    except ArithmeticError as error:
        raise NotProvedError(told("{name}: {error}", name=program.name, error=error)) from error
    if basis is None:
        raise NoOptimumError(f"the exact simplex finds no optimum for {program.name}")
    certificate = proof(program, basis)
    if certificate is None:
        raise NotProvedError(told("the certificate for {name} does not hold", name=program.name))
    return basis, certificate
