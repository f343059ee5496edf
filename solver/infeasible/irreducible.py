"""Why nothing fits: constraints that cannot hold together, and the ceiling from which they can."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.solver.infeasible.witnesses import needed_at_once
from flessenhals.solver.program.errors import NoOptimumError, NotProvedError
from flessenhals.solver.program.highs import highs
from flessenhals.solver.program.linear_program import Interval, LinearProgram, constraints_of, splits
from flessenhals.solver.program.prove import prove, prove_solvable, prove_solvable_basis

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from flessenhals.constraints.ceiling import Path
    from flessenhals.constraints.constraint import Constraint
    from flessenhals.constraints.row import Row
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.program.basis import Basis
    from flessenhals.solver.program.certificate import Certificate
    from flessenhals.solver.program.prove import Engine


ONE = Fraction(1)
SHARE = "share of the path"
SHORTAGE = "largest shortage"
FEW = 12  # constraints that are left out in turn at once


def shortage(rows: Sequence[Row], engine: Engine = highs) -> Certificate:
    """The least that every constraint must be short at once for a split to exist, with its proof.

        minimise s   subject to   Σ a·x + s ≥ b   (Σ a·x - s ≤ b),   x ≥ 0,   s ≥ 0

    Above 0, no split keeps them all, and the rows with a dual other than zero are the reason (Farkas). At 0, the point
    is a split that keeps them all.

    Args:
        rows: inequalities over lines.
        engine: who is asked first.

    Returns:
        A certificate whose optimum is minus the shortage, in the plan's unit.

    Raises:
        NotProvedError: if no answer holds up.
    """
    return prove_solvable(shortage_of(rows), engine)


def shortage_of(rows: Sequence[Row]) -> LinearProgram:
    """That question as a program."""
    lines = dict.fromkeys(line for row in rows for line in row.coefficients)
    relaxed = tuple(short_by(row, SHORTAGE) for row in rows)
    variables = {**dict.fromkeys(lines, Interval()), SHORTAGE: Interval()}
    return LinearProgram("shortage", variables, relaxed, {SHORTAGE: -ONE})


def short_by(row: Row, variable: str) -> Row:
    """The inequality asking less by a variable, in the plan's unit."""
    return row._replace(coefficients={**row.coefficients, variable: ONE if row.sense == ">=" else -ONE})


def conflict(rows: Iterable[Row], engine: Engine = highs) -> list[Row]:
    """A set of constraints that cannot hold together, none of which can be left out; empty where all of them can.

    A first proof names the constraints that take part. Each is then left out in turn: where the rest still cannot hold
    together it was not needed, and where a split appears it stays (the deletion filter of Chinneck and Dravnieks, ORSA
    Journal on Computing 3, 1991). Both answers are proved. Of many constraints one basis gives such splits for most.

    Args:
        rows: the constraints to look in; kept in their order.
        engine: who is asked first.

    Raises:
        NotProvedError: if one of these answers could not be proved.
    """
    candidates = _taking_part(list(rows), engine)
    needed: list[Row] = []
    witnessed: set[Constraint] = set()  # and whatever else is left out later
    is_new = True  # fewer constraints than were asked about at once
    while candidates:
        if is_new and len(candidates) > FEW:
            witnessed |= _needed_at_once([*needed, *candidates], engine)
        tried, is_new = candidates.pop(0), False
        while tried.id not in witnessed and (smaller := _taking_part([*needed, *candidates], engine)):
            candidates = [row for row in candidates if row in smaller]
            if not candidates:
                return needed
            tried, is_new = candidates.pop(0), True
        needed.append(tried)
    return needed


def _needed_at_once(rows: list[Row], engine: Engine) -> set[Constraint]:
    """Those of many constraints without which the others hold together, as far as one basis tells."""
    basis, _ = prove_solvable_basis(shortage_of(rows), engine)
    return {rows[place].id for place in needed_at_once(rows, basic_lines(basis))}


def basic_lines(basis: Basis) -> list[str]:
    """The lines of a basis of that question."""
    return [label for label, status in basis.variables.items() if status == "basic" and label != SHORTAGE]


def _taking_part(rows: list[Row], engine: Engine) -> list[Row]:
    certificate = shortage(rows, engine)
    if certificate.optimum == 0:
        return []
    return [row for row, dual in zip(rows, certificate.dual, strict=True) if dual]


def lowest_feasible_share(plan: Plan, path: Path, engine: Engine = highs) -> Fraction | None:
    """How much of a path is needed for a split to exist, years and kinds scaled together; None where none is enough.

    Args:
        plan: the lines and rules.
        path: the ceilings by year; amounts that may shift whatever the path is stay as they are.
        engine: who is asked first.

    Returns:
        A pure number; 1 for the path itself.

    Raises:
        NotProvedError: if it could not be proved.
    """
    question = share_question(plan, path)
    try:
        return -prove(question, engine).optimum
    except NoOptimumError as error:
        if shortage([*question.rows, *constraints_of(plan, None)], engine).optimum == 0:
            raise NotProvedError("the lowest feasible share could not be proved") from error
        return None


def share_question(plan: Plan, path: Path) -> LinearProgram:
    """As small a share of a path as a split needs, as a program: minimise the share."""
    space = splits(plan, None)
    variables = {**space.variables, **dict.fromkeys(path.variables, Interval()), SHARE: Interval()}
    return LinearProgram("lowest share", variables, (*path.share_rows(plan.lines, SHARE), *space.rows), {SHARE: -ONE})


def lowest_feasible_ceiling(plan: Plan, engine: Engine = highs) -> Fraction | None:
    """The smallest total at which a split keeps every rule, in the plan's unit; None where no total is enough.

    Raises:
        NotProvedError: if neither the amount nor that there is none could be proved.
    """
    total = {line: -charge for line, charge in plan.charges.items()}
    try:
        return -prove(splits(plan, None).asking("lowest total", total), engine).optimum
    except NoOptimumError as error:
        if shortage(constraints_of(plan, None), engine).optimum == 0:
            raise NotProvedError("the lowest feasible ceiling could not be proved") from error
        return None
