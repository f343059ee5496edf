"""Splits in whole amounts against plain enumeration: the same split, exactly, ties included."""

from fractions import Fraction
from random import Random

import pytest
from drawn.whole_plans import best_by_trying, whole_plan

from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.optimum.allocation import Allocation
from flessenhals.solver.optimum.divide import attempt


def hold_against_trying(seed: int) -> None:
    random = Random(seed)
    plan = whole_plan(random)
    asked = sum((line.proposed for line in plan.lines), start=Fraction(0))
    for part in ("1/3", "1/2", "7/10", "9/10", "11/10"):
        ceiling = Fraction(round(asked * Fraction(part) * 2), 2)
        best, found = best_by_trying(plan, ceiling), attempt(plan, ceiling)
        if best is None:
            assert isinstance(found, InfeasibleError)
        else:
            assert isinstance(found, Allocation)
            assert dict(found.amounts) == best
            assert found.faults() == []


@pytest.mark.parametrize("seed", range(16))
def test_the_split_is_the_one_that_trying_all_finds(seed: int) -> None:
    hold_against_trying(seed)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(300))
def test_three_hundred_plans_are_divided_as_trying_all_does(seed: int) -> None:
    hold_against_trying(seed)
