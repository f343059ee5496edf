"""Parts of a program that hang together by nothing but the ceiling, and their proofs, many at a time."""

from __future__ import annotations

from collections import defaultdict
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from flessenhals.constraints.exact import dot, total
from flessenhals.solver.program.basis import Basis
from flessenhals.solver.program.certificate import Certificate
from flessenhals.solver.program.elimination import SingularError
from flessenhals.solver.program.linear_program import Interval, LinearProgram
from flessenhals.solver.program.prove import proof, prove
from flessenhals.solver.program.vertex import vertex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flessenhals.constraints.row import Row
    from flessenhals.solver.program.prove import Engine


def blocks(program: LinearProgram) -> list[LinearProgram]:
    """A program without the ceiling as programs that share no row: the connected components of its variables.

    Args:
        program: without an objective; its rows are passed on, except those over no variable.
    """
    leader = {label: label for label in program.variables}

    def find(label: str) -> str:
        while leader[label] != label:
            leader[label] = label = leader[leader[label]]
        return label

    for row in program.rows:
        labels = iter(row.coefficients)
        first = find(next(labels, "")) if row.coefficients else ""
        for label in labels:
            leader[find(label)] = first
    variables: dict[str, dict[str, Interval]] = defaultdict(dict)
    rows: dict[str, list[Row]] = defaultdict(list)
    for label, interval in program.variables.items():
        variables[find(label)][label] = interval
    for row in program.rows:
        if row.coefficients:
            rows[find(next(iter(row.coefficients)))].append(row)
    return [LinearProgram("block", members, tuple(rows[name]), {}) for name, members in variables.items()]


def union(name: str, programs: Sequence[LinearProgram]) -> LinearProgram:
    """Programs that share no variable as one, whose optimum is the sum of theirs."""
    return LinearProgram(
        name,
        {label: each for program in programs for label, each in program.variables.items()},
        tuple(row for program in programs for row in program.rows),
        {label: each for program in programs for label, each in program.objective.items()},
    )


def together(certificates: Sequence[Certificate]) -> Certificate:
    """The certificate of a union, from those of its programs."""
    return Certificate(
        point={label: each for found in certificates for label, each in found.point.items()},
        activity=tuple(each for found in certificates for each in found.activity),
        dual=tuple(each for found in certificates for each in found.dual),
        reduced_cost={label: each for found in certificates for label, each in found.reduced_cost.items()},
        optimum=total(found.optimum for found in certificates),
    )


def apart(whole: Certificate, programs: Sequence[LinearProgram]) -> list[Certificate]:
    """The certificates of programs that share no variable, from that of their union."""
    found = []
    first = 0
    for program in programs:
        last = first + len(program.rows)
        point = {label: whole.point[label] for label in program.variables}
        found.append(
            Certificate(
                point=point,
                activity=whole.activity[first:last],
                dual=whole.dual[first:last],
                reduced_cost={label: whole.reduced_cost[label] for label in program.variables},
                optimum=dot(program.objective, point),
            )
        )
        first = last
    return found


def prove_each(programs: Sequence[LinearProgram], engine: Engine) -> list[Certificate]:
    """The proved optimum of each of many programs that share no variable.

    The engine is asked once, for all of them together; a program for which its basis is no proof is asked by itself.

    Args:
        programs: what is asked.
        engine: who is asked for bases.

    Raises:
        NoOptimumError: if one of them has no optimum.
        NotProvedError: if an answer does not hold up.
    """
    asked = _together(programs, engine)
    if asked is not None and asked.program.integers is not None:
        found = proof(*asked)
        if found is not None:
            return apart(found, programs)
    bases = _bases(programs, asked)
    return [
        (proof(program, basis) if basis else None) or prove(program, engine)
        for program, basis in zip(programs, bases, strict=True)
    ]


def claim_each(programs: Sequence[LinearProgram], engine: Engine) -> list[Certificate]:
    """The exact vertices of the engine's bases, unchecked: the caller checks the whole that is made of them.

    Raises:
        NoOptimumError, NotProvedError: as in `prove_each`, of a program whose basis is none.
    """
    asked = _together(programs, engine)
    if asked is not None and asked.program.integers is not None:
        with suppress(SingularError):
            return apart(vertex(*asked), programs)
    found = []
    for program, basis in zip(programs, _bases(programs, asked), strict=True):
        try:
            found.append(vertex(program, basis) if basis else prove(program, engine))
        except SingularError:
            found.append(prove(program, engine))
    return found


class Asked(NamedTuple):
    """A question and the basis of the engine's answer."""

    program: LinearProgram
    basis: Basis


def _together(programs: Sequence[LinearProgram], engine: Engine) -> Asked | None:
    """One question for all programs; None for a single one, and where the engine finds no answer."""
    program = union("together", programs)
    basis = engine(program) if len(programs) > 1 else None
    return None if basis is None else Asked(program, basis)


def _bases(programs: Sequence[LinearProgram], asked: Asked | None) -> list[Basis | None]:
    """The basis of each program, from one question; None for each where that has no answer."""
    if asked is None:
        return [None] * len(programs)
    bases: list[Basis | None] = []
    place = 0
    for program in programs:
        tight = (row - place for row in range(place, place + len(program.rows)) if row in asked.basis.tight)
        bases.append(Basis({label: asked.basis.variables[label] for label in program.variables}, frozenset(tight)))
        place += len(program.rows)
    return bases
