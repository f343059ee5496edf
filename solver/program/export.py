"""A linear program as a file that other solvers read: LP and MPS."""

from __future__ import annotations

import re
from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from flessenhals.constraints.row import Row
    from flessenhals.solver.program.linear_program import LinearProgram

LARGEST_FACTOR = 10**9
COMPARED = {"<=": "<=", ">=": ">=", "==": "="}
SENSES = {"<=": "L", ">=": "G", "==": "E"}
TERMS_PER_LINE = 6


def as_lp(program: LinearProgram, whole: Collection[str] = ()) -> str:
    """The program in the LP format, which CPLEX, Gurobi, HiGHS and CBC read.

    A line `om-chain` is called `x_om_chain`, because a hyphen is a minus there, and a rule `r_` in the same way. A row
    with a third in it is multiplied by three, so that its figures stay exact.

    Args:
        program: what is asked.
        whole: the variables that must be whole numbers.
    """
    rows = _names((row.label for row in program.rows), "r_")
    columns = _names(program.variables, "x_")
    lines = [
        f"\\ {program.name}",
        "Maximize",
        f" {_name(program.name)}: {_sum(program.objective, columns)}",
        "Subject To",
    ]
    lines += [
        f" {rows[row.label]}: {_sum(row.coefficients, columns)} {COMPARED[row.sense]} {_number(row.right_hand_side)}"
        for row in map(_whole, program.rows)
    ]
    lines.append("Bounds")
    for label, interval in program.variables.items():
        upper = "+inf" if interval.upper is None else _number(interval.upper)
        lines.append(f" {_number(interval.lower)} <= {columns[label]} <= {upper}")
    if whole:
        lines += ["General", *(f" {columns[label]}" for label in whole)]
    return "\n".join([*lines, "End", ""])


def as_mps(program: LinearProgram, whole: Collection[str] = ()) -> str:
    """The program in the free MPS format, with names and figures as `as_lp` has them.

    Args:
        program: what is asked.
        whole: the variables that must be whole numbers; they stand behind the others.
    """
    rows = _names((row.label for row in program.rows), "r_")
    columns = _names(program.variables, "x_")
    exact = [_whole(row) for row in program.rows]
    goal = _name(program.name)
    lines = [f"NAME {goal}", "OBJSENSE", "    MAX", "ROWS", f" N {goal}"]
    lines += [f" {SENSES[row.sense]} {rows[row.label]}" for row in exact]
    lines.append("COLUMNS")
    entries: dict[str, list[str]] = {label: [] for label in program.variables}
    for label, value in program.objective.items():
        entries[label].append(f"{goal} {_number(value)}")
    for row in exact:
        for label, value in row.coefficients.items():
            entries[label].append(f"{rows[row.label]} {_number(value)}")
    for label in (label for label in entries if label not in whole):
        lines += [f" {columns[label]} {entry}" for entry in entries[label] or [f"{goal} 0"]]
    if whole:
        lines.append(" MARKER 'MARKER' 'INTORG'")
        lines += [f" {columns[label]} {entry}" for label in whole for entry in entries[label]]
        lines.append(" MARKER 'MARKER' 'INTEND'")
    lines.append("RHS")
    lines += [f" RHS {rows[row.label]} {_number(row.right_hand_side)}" for row in exact if row.right_hand_side]
    lines.append("BOUNDS")
    for label, interval in program.variables.items():
        lines.append(f" LO BND {columns[label]} {_number(interval.lower)}")
        if interval.upper is not None:
            lines.append(f" UP BND {columns[label]} {_number(interval.upper)}")
    return "\n".join([*lines, "ENDATA", ""])


def _whole(row: Row) -> Row:
    """The row multiplied by a whole number, so that every figure is a finite decimal."""
    figures = [*row.coefficients.values(), row.right_hand_side]
    if all(_has_end(figure) for figure in figures):
        return row
    factor = lcm(*(figure.denominator for figure in figures))
    if factor > LARGEST_FACTOR:
        return row
    return row._replace(
        coefficients={label: value * factor for label, value in row.coefficients.items()},
        right_hand_side=row.right_hand_side * factor,
    )


def _has_end(figure: Fraction) -> bool:
    return Fraction(repr(float(figure))) == figure


def _number(figure: Fraction) -> str:
    return str(figure.numerator) if figure.denominator == 1 else repr(float(figure))


def _sum(coefficients: Mapping[str, Fraction], columns: Mapping[str, str]) -> str:
    terms = []
    for label, value in coefficients.items():
        terms.append(f"{'+' if value >= 0 else '-'} {_number(abs(value))} {columns[label]}")
    broken = [" ".join(terms[at : at + TERMS_PER_LINE]) for at in range(0, len(terms), TERMS_PER_LINE)]
    return "\n   ".join(broken) or f"0 {next(iter(columns.values()))}"


def _names(labels: Iterable[str], prefix: str) -> dict[str, str]:
    """A name of letters, digits and underscores for each label, none of them twice."""
    found: dict[str, str] = {}
    used: set[str] = set()
    for label in labels:
        found[label] = next(name for name in _tried(prefix + _name(label)) if name not in used)
        used.add(found[label])
    return found


def _tried(name: str) -> Iterator[str]:
    yield name
    number = 2
    while True:
        yield f"{name}_{number}"
        number += 1


def _name(label: str) -> str:
    return re.sub(r"[^A-Za-z0-9]", "_", label)
