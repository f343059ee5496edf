"""The ladder is the exact curve: it agrees with a fresh solve everywhere, and has no step too many or too few."""

from fractions import Fraction
from itertools import pairwise
from random import Random

import pytest
from drawn.plans import random_plan
from hypothesis import given
from hypothesis import strategies as st
from named import CEILING, maximum_of, rule

from flessenhals.constraints import Level, Proportional
from flessenhals.constraints.exact import simplest_between
from flessenhals.constraints.selector import lines
from flessenhals.data.plans.reader import load
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.plan.plan import Line, Plan
from flessenhals.solver.program.errors import NoCurveError
from flessenhals.solver.sensitivity.ladder.ladder import Ladder, ladder

F = Fraction
READINGS = [None, "strict", "by-partner", "prevention-first", "complex-cases"]


def line(name: str, proposed: int, **fields: object) -> Line:
    return Line(id=name, partner=name, proposed=F(proposed), **fields)  # type: ignore[arg-type]  # figures by name


def random_ladders(count: int) -> list[Ladder]:
    random = Random(34)
    found: list[Ladder] = []
    while len(found) < count:
        try:
            found.append(ladder(random_plan(random)))
        except InfeasibleError:
            continue
    return found


def agrees_with_fresh_solves(found: Ladder, ceilings: int) -> None:
    random = Random(ceilings)
    lowest = found.lowest_feasible_ceiling
    width = found.steps[-1].ceiling * F(6, 5) + 1 - lowest
    for _ in range(ceilings):
        ceiling = lowest + F(random.randint(0, 9973), 9973) * width
        assert found.at(ceiling) == allocate(found.plan, ceiling).amounts


def has_no_step_too_many(found: Ladder) -> None:
    for step, following in pairwise(found.steps):
        assert step.ceiling < following.ceiling
        assert step.next_euro == following.last_euro
        assert following.last_euro != following.next_euro


@pytest.mark.parametrize("scenario", READINGS)
def test_on_the_pact_plan_it_equals_a_fresh_solve_at_40_random_ceilings(scenario: str | None) -> None:
    found = ladder(load(scenario=scenario))
    has_no_step_too_many(found)
    agrees_with_fresh_solves(found, 40)


def test_on_50_random_plans_it_equals_a_fresh_solve_at_10_random_ceilings_and_at_every_step() -> None:
    for found in random_ladders(50):
        has_no_step_too_many(found)
        agrees_with_fresh_solves(found, 10)
        for step in found.steps:
            assert allocate(found.plan, step.ceiling).amounts == step.amounts


@pytest.mark.long
@pytest.mark.parametrize("scenario", READINGS)
def test_on_the_pact_plan_it_equals_a_fresh_solve_at_200_random_ceilings(scenario: str | None) -> None:
    agrees_with_fresh_solves(ladder(load(scenario=scenario)), 200)


@pytest.mark.long
def test_on_50_random_plans_it_equals_a_fresh_solve_at_200_random_ceilings() -> None:
    for found in random_ladders(50):
        agrees_with_fresh_solves(found, 200)


@pytest.mark.parametrize(
    ("scenario", "ceilings"),
    [
        (None, [32, 400]),
        ("strict", [32, F(1481, 4), F(1159, 3), 398]),
        ("by-partner", [32, 400]),
        ("prevention-first", [32, 132, 400]),
        ("complex-cases", [32, F(4246, 15), F(49954, 165), F(1060, 3)]),
    ],
)
def test_the_steps_of_the_pact_plan(scenario: str | None, ceilings: list[Fraction]) -> None:
    assert [step.ceiling for step in ladder(load(scenario=scenario)).steps] == ceilings


def test_a_step_says_what_the_last_and_the_next_euro_buy_and_what_starts_and_stops_binding() -> None:
    plan = Plan(
        id="bottleneck",
        lines=(line("police", 100), line("om", 5), line("care", 20)),
        constraints=(
            Proportional(id="om-follows", upstream=lines("police"), downstream=lines("om"), at_least=F(1, 10)),
        ),
    )
    first, bend, last = ladder(plan).steps
    assert (first.ceiling, bend.ceiling, last.ceiling) == (0, 65, 75)
    assert first.last_euro == {}
    assert first.next_euro == {"police": F(10, 13), "om": F(1, 13), "care": F(2, 13)}
    assert bend.amounts == {"police": 50, "om": 5, "care": 10}
    assert bend.next_euro == {"care": 1}
    assert (bend.starts, bend.stops) == ((maximum_of("om"),), ())
    assert last.amounts == {"police": 50, "om": 5, "care": 20}
    assert last.next_euro == {}
    assert (last.starts, last.stops) == ((maximum_of("care"),), (CEILING,))
    assert last.binding == (CEILING, rule("om-follows"), maximum_of("om"), maximum_of("care"))


def test_a_step_is_told_apart_by_hand() -> None:
    plan = Plan(id="capped", lines=(line("small", 10, maximum=F(2)), line("large", 10)))
    found = ladder(plan)
    assert [step.ceiling for step in found.steps] == [0, 4, 12]
    first, bend, last = found.steps
    assert first.next_euro == bend.last_euro == {"small": F(1, 2), "large": F(1, 2)}
    assert bend.next_euro == last.last_euro == {"large": 1}
    assert bend.starts == (maximum_of("small"),)
    assert bend.stops == ()
    assert (last.starts, last.stops) == ((maximum_of("large"),), (CEILING,))
    assert found.at(F(8)) == {"small": 2, "large": 6}
    assert found.at(F(1000)) == {"small": 2, "large": 10}


def test_below_the_lowest_feasible_ceiling_it_says_why_nothing_fits() -> None:
    found = ladder(Plan(id="low", lines=(line("a", 10, minimum=F(4)), line("b", 10))))
    with pytest.raises(InfeasibleError) as refused:
        found.at(F(3))
    assert refused.value.lowest_feasible_ceiling == found.lowest_feasible_ceiling == 4
    assert [row.label for row in refused.value.conflict] == ["ceiling", "a.minimum"]


def test_a_plan_of_fixed_amounts_has_one_step() -> None:
    found = ladder(Plan(id="fixed", lines=(line("a", 10, minimum=F(10)),)))
    assert [(step.ceiling, step.next_euro) for step in found.steps] == [(10, {})]


def test_a_plan_without_any_split_has_no_ladder() -> None:
    contradiction = Level(id="small", of=lines("a"), at_most=F(3))
    with pytest.raises(InfeasibleError) as refused:
        ladder(Plan(id="never", lines=(line("a", 10, minimum=F(4)),), constraints=(contradiction,)))
    assert refused.value.lowest_feasible_ceiling is None


def test_without_coverage_there_is_no_one_curve_to_follow() -> None:
    with pytest.raises(NoCurveError, match="without coverage a ceiling has more than one best split"):
        ladder(Plan(id="value", lines=(line("a", 10), line("b", 10)), objective=("value",)))


def test_it_turns_into_plain_data_and_a_frame() -> None:
    found = ladder(Plan(id="capped", lines=(line("small", 10, maximum=F(2)), line("large", 10)), unit="EUR"))
    data = found.to_dict()
    assert data["lowest_feasible_ceiling"] == 0.0
    assert data["steps"][1]["ceiling"] == 4.0
    assert data["steps"][1]["allocated"] == {"small": 2.0, "large": 2.0}
    assert data["steps"][1]["binding"] == ["ceiling", "small.maximum"]
    assert found.frame().loc[12.0, "large"] == 10.0
    assert str(found) == "capped: the split changes course at 0, 4, 12 EUR"


@given(st.fractions(0, 100), st.fractions(0, 100))
def test_the_simplest_number_between_two_others(one: Fraction, other: Fraction) -> None:
    low, high = sorted([one, other])
    if low < high:
        between = simplest_between(low, high)
        assert low < between < high
        smaller = range(1, min(between.denominator, 60))
        assert all(int(low * size) + 1 >= high * size for size in smaller)
