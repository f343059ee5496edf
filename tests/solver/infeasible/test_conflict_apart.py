"""Why nothing fits in a large plan: the same lowest ceiling as of the whole, and nothing in the conflict is idle."""

from dataclasses import replace
from fractions import Fraction
from random import Random

import country
import pytest
from drawn.plans import random_country

import flessenhals.solver.infeasible.diagnosis
import flessenhals.solver.optimum.stages
from flessenhals.constraints import Level
from flessenhals.constraints.selector import lines
from flessenhals.data.plans.reader import load
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.infeasible.irreducible import lowest_feasible_ceiling, shortage
from flessenhals.solver.infeasible.irreducible_by_part import conflict_apart
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.plan.plan import Line, Plan
from flessenhals.solver.program.errors import TooLargeError
from flessenhals.solver.program.highs import highs
from flessenhals.solver.sensitivity.ladder.ladder import ladder

F = Fraction
TOWNS = Plan(
    id="towns",
    lines=tuple(
        Line(id=name, partner=name, proposed=F(10), minimum=F(least))
        for name, least in zip("abc", (2, 5, 3), strict=True)
    ),
)


def test_minimums_that_are_not_needed_for_the_conflict_are_left_out() -> None:
    found = conflict_apart(TOWNS, F(6), highs)
    assert found is not None
    assert found.lowest == 10
    # 5 + 3 is more than 6; without the 2 of line a there is still too little, without another there is enough.
    assert [row.label for row in found.rows] == ["ceiling", "b.minimum", "c.minimum"]


def test_a_part_that_contradicts_itself_is_a_conflict_without_the_ceiling() -> None:
    floor = Level(id="floor", of=lines("b"), at_least=F(11))
    found = conflict_apart(replace(TOWNS, constraints=(floor,)), F(100), highs)
    assert found is not None
    assert found.lowest is None
    assert {row.label for row in found.rows} == {"floor", "b.maximum"}


def test_where_something_fits_there_is_no_conflict() -> None:
    assert conflict_apart(TOWNS, F(10), highs) == (F(10), [])


def test_random_plans_have_an_irreducible_conflict_and_the_lowest_ceiling_of_the_whole() -> None:
    random = Random(5)
    conflicts = 0
    while conflicts < 25:
        plan = random_country(random)
        lowest = lowest_feasible_ceiling(plan)
        ceiling = (lowest or F(100)) * F(random.randint(1, 20), 20)
        found = conflict_apart(plan, ceiling, highs)
        if found is None:
            continue
        assert found.lowest == lowest
        assert bool(found.rows) == (lowest is None or lowest > ceiling)
        if found.rows:
            conflicts += 1
            assert shortage(found.rows).optimum < 0
            for row in found.rows:
                assert shortage([other for other in found.rows if other != row]).optimum == 0


def test_a_large_plan_says_why_nothing_fits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(flessenhals.solver.infeasible.diagnosis, "MOST_AT_ONCE", 2)
    with pytest.raises(InfeasibleError) as refused:
        allocate(TOWNS, F(6))
    assert refused.value.lowest_feasible_ceiling == 10
    assert refused.value.contradiction.short == 2
    assert [(each.row.label, each.change) for each in refused.value.repairs] == [("ceiling", 4)]


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    return load(country.write(tmp_path_factory.mktemp("country"), 21))


def test_a_ladder_with_a_solve_of_the_whole_for_every_step_is_refused_with_what_to_ask_instead(
    large: Plan,
) -> None:
    with pytest.raises(TooLargeError, match=r"525 lines are more than 500.* -> ask whatif"):
        ladder(replace(large, objective=("coverage", "value")))


def test_lines_that_all_hang_together_are_refused_beyond_a_limit_and_parts_are_not(
    large: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(flessenhals.solver.optimum.stages, "MOST_TIED", 25)
    ceiling = large.proposed * F(7, 10)
    assert allocate(large, ceiling).total == ceiling
    monkeypatch.setattr(flessenhals.solver.optimum.stages, "MOST_TIED", 24)
    with pytest.raises(TooLargeError, match=r"25 lines hang together.*more than 24.* -> .*per: partner"):
        allocate(large, ceiling)


def test_a_plan_that_is_not_divided_by_parts_counts_as_one(large: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(flessenhals.solver.optimum.stages, "MOST_TIED", 500)
    with pytest.raises(TooLargeError, match="525 lines hang together"):
        allocate(replace(large, objective=("coverage", "value")), F(300))
