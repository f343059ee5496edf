"""Conflict sets cannot hold together, and every member is needed."""

from fractions import Fraction
from random import Random

import pytest
from drawn.plans import random_plan

from flessenhals.solver.infeasible import irreducible
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.infeasible.irreducible import shortage
from flessenhals.solver.infeasible.witnesses import needed_at_once
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.program.linear_program import constraints_of
from flessenhals.solver.program.prove import prove_solvable_basis

PLANS = 200


def test_each_of_200_conflict_sets_is_irreducible() -> None:
    random = Random(7)
    found = 0
    while found < PLANS:
        plan = random_plan(random)
        try:
            allocate(plan, plan.proposed * Fraction(random.randint(0, 40), 100))
        except InfeasibleError as refused:
            found += 1
            rows = list(refused.conflict)
            assert shortage(rows).optimum < 0
            for row in rows:
                rest = [other for other in rows if other is not row]
                fits = shortage(rest)
                assert fits.optimum == 0
                assert all(
                    other.holds({**dict.fromkeys(row.coefficients, Fraction(0)), **fits.point}) for other in rest
                )


def test_what_one_basis_says_of_many_constraints_changes_no_conflict(monkeypatch: pytest.MonkeyPatch) -> None:
    random = Random(8)
    found = 0
    while found < 60:
        plan = random_plan(random)
        rows = constraints_of(plan, plan.proposed * Fraction(random.randint(0, 40), 100))
        monkeypatch.setattr(irreducible, "FEW", 1_000)
        one_by_one = irreducible.conflict(rows)
        if one_by_one:
            monkeypatch.setattr(irreducible, "FEW", 0)
            assert irreducible.conflict(rows) == one_by_one
            found += 1


def test_without_what_one_basis_calls_needed_the_others_hold_together() -> None:
    random = Random(9)
    plans = needed = 0
    while plans < 40:
        plan = random_plan(random)
        rows = constraints_of(plan, plan.proposed * Fraction(random.randint(0, 40), 100))
        basis, short = prove_solvable_basis(irreducible.shortage_of(rows))
        if not short.optimum:
            continue
        plans += 1
        taking = [row for row, dual in zip(rows, short.dual, strict=True) if dual]
        basis, _ = prove_solvable_basis(irreducible.shortage_of(taking))
        basic = [line for line, status in basis.variables.items() if status == "basic" and line != irreducible.SHORTAGE]
        for place in needed_at_once(taking, basic):
            assert shortage([*taking[:place], *taking[place + 1 :]]).optimum == 0
            needed += 1
    assert needed > 80


def test_that_amounts_are_not_negative_is_no_constraint_to_give_up() -> None:
    plan = random_plan(Random(3))
    labels = {row.label for row in constraints_of(plan, Fraction(1))}
    assert not {f"{line.id}.minimum" for line in plan.lines if line.minimum == 0} & labels
