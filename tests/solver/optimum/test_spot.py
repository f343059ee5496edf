"""A large plan that hangs together is divided by the kernel at once, and proved: the same split as stage by stage."""

from __future__ import annotations

import sys
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from random import Random

import pytest
from drawn.plans import random_ceiling, random_plan

from flessenhals.data.plans.reader import load
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.optimum import divide
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.optimum.parametric import spot as spots
from flessenhals.solver.optimum.parametric.spot import spot

sys.path.insert(0, str(Path(__file__).parents[3] / "bench"))

from country import write

F = Fraction


@pytest.fixture(autouse=True)
def small_plans_count_as_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spots, "FEWEST", 2)
    monkeypatch.setattr(spots, "AMONG", 0)  # as plain Python: compiling takes longer than all of these
    monkeypatch.setattr(spots, "compiled", lambda: True)
    monkeypatch.setattr(spots, "compiles", lambda *_: False)
    monkeypatch.setattr(divide, "MOST_AT_ONCE", 2)


def test_on_random_plans_it_is_the_split_of_the_stages() -> None:
    random, found = Random(7), 0
    while found < 25:
        plan = random_plan(random)
        ceiling = random_ceiling(random, plan)
        at_once = spot(plan, ceiling)
        if at_once is None:
            continue
        found += 1
        assert at_once.faults() == []
        assert at_once.at(ceiling) == allocate(plan, ceiling, apart=False).amounts


def test_a_tied_country_is_divided_at_once_and_its_stages_are_there_for_whoever_asks(tmp_path: Path) -> None:
    plan = load(write(tmp_path, 2, weights=True, tied=True))
    ceiling = plan.proposed * F(7, 10)
    found = allocate(plan, ceiling)
    assert found.pieces is not None
    assert found.faults() == []
    slowly = allocate(plan, ceiling, apart=False)
    assert found.amounts == slowly.amounts
    assert [stage.goal for stage in found.stages] == [stage.goal for stage in slowly.stages]


def test_where_nothing_fits_the_reason_is_said_as_ever(tmp_path: Path) -> None:
    plan = load(write(tmp_path, 2, tied=True))
    with pytest.raises(InfeasibleError):
        allocate(plan, F(1, 100))


def test_other_stages_are_taken_one_by_one(tmp_path: Path) -> None:
    plan = load(write(tmp_path, 2, tied=True))
    assert spot(replace(plan, objective=("coverage", "value")), plan.proposed) is None
