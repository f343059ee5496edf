"""Conflict sets cannot hold together, and every member is needed."""

from fractions import Fraction
from random import Random

from drawn.plans import random_plan

from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.infeasible.irreducible import shortage
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.program.linear_program import constraints_of

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


def test_that_amounts_are_not_negative_is_no_constraint_to_give_up() -> None:
    plan = random_plan(Random(3))
    labels = {row.label for row in constraints_of(plan, Fraction(1))}
    assert not {f"{line.id}.minimum" for line in plan.lines if line.minimum == 0} & labels
