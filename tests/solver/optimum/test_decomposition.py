"""A plan whose parts hang together by nothing but the ceiling: divided part by part, with the same split and proof."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from random import Random

import country
import pytest
from drawn.plans import random_ceiling, random_country

import flessenhals.solver.optimum.stages
from flessenhals.constraints import Level, Proportional
from flessenhals.constraints.rule import Share
from flessenhals.constraints.selector import EVERYTHING, lines
from flessenhals.data.plans.reader import load
from flessenhals.solver.infeasible.irreducible import lowest_feasible_ceiling
from flessenhals.solver.optimum.by_block import by_block as decomposition
from flessenhals.solver.optimum.by_block.by_block import divide, parts_of
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.optimum.objective.objectives import faults_of, unreached
from flessenhals.solver.optimum.stages import as_a_whole
from flessenhals.solver.plan.plan import Line, Plan
from flessenhals.solver.program.basis import Basis, Status
from flessenhals.solver.program.errors import NoOptimumError
from flessenhals.solver.program.highs import highs
from flessenhals.solver.program.linear_program import LinearProgram

F = Fraction


def line(name: str, proposed: int, **fields: object) -> Line:
    return Line(id=name, partner=name[0], proposed=F(proposed), **fields)  # type: ignore[arg-type]  # fields by name


TOWNS = Plan(
    id="towns",
    lines=(line("a-police", 50), line("a-om", 4), line("b-police", 40), line("b-om", 4)),
    constraints=tuple(
        Proportional(id=f"{town}-follows", upstream=lines(f"{town}-police"), downstream=lines(f"{town}-om"),
                     at_least=F(1, 10)) for town in "ab"
    ),
)  # fmt: skip


def test_lines_that_share_a_rule_are_in_one_part() -> None:
    assert [set(part.variables) for part in parts_of(TOWNS)] == [{"a-police", "a-om"}, {"b-police", "b-om"}]


def test_a_line_that_is_fixed_ties_nothing_together() -> None:
    fixed = replace(TOWNS, lines=(*TOWNS.lines[:2], line("b-police", 40, minimum=F(40)), TOWNS.lines[3]))
    assert [set(part.variables) for part in parts_of(fixed)] == [{"a-police", "a-om"}, {"b-om"}]


def test_parts_stop_rising_at_one_level_and_a_part_that_cannot_follow_stops_before() -> None:
    split = divide(TOWNS, F(84), parts_of(TOWNS), highs)
    assert split is not None
    amounts, _ = split
    # Town a stops at 80 %: 40 for the police, 4 for the OM. The other 40 are 10/11 of the 44 that town b asks.
    assert amounts == {"a-police": 40, "a-om": 4, "b-police": F(400, 11), "b-om": F(40, 11)}


def test_random_plans_are_divided_exactly_as_they_are_as_a_whole() -> None:
    random = Random(3)
    same = 0
    while same < 60:
        plan = random_country(random)
        ceiling = random_ceiling(random, plan)
        try:
            amounts, _ = as_a_whole(plan, ceiling, highs)
        except NoOptimumError:
            with pytest.raises(NoOptimumError):
                divide(plan, ceiling, parts_of(plan), highs)
            continue
        apart = divide(plan, ceiling, parts_of(plan), highs)
        if apart is not None:
            assert apart[0] == amounts
            assert faults_of(apart[1]) + unreached(apart[1], apart[0]) == []
            same += 1


def test_at_the_lowest_ceiling_itself_the_lines_without_a_minimum_stay_where_they_are() -> None:
    asks = [line(f"l{number}", 10, minimum=F(1 if number < 3 else 0)) for number in range(201)]
    plan = Plan(id="lines", lines=tuple(asks))
    split = divide(plan, F(3), parts_of(plan), highs)
    assert split is not None
    assert split[0] == {each.id: each.minimum for each in asks}
    assert faults_of(split[1]) + unreached(split[1], split[0]) == []


def test_a_part_without_any_room_stops_at_the_level_at_which_the_money_runs_out_too() -> None:
    stuck = Level(id="nothing-there", of=lines("b-om"), at_most=F(0))
    plan = replace(TOWNS, constraints=(*TOWNS.constraints, stuck))
    split = divide(plan, F(0), parts_of(plan), highs)
    assert split is not None
    assert set(split[0].values()) == {0}
    assert faults_of(split[1]) == []


def test_random_plans_at_and_near_their_lowest_ceiling_are_divided_exactly_as_they_are_as_a_whole() -> None:
    random = Random(17)
    same = 0
    while same < 40:
        plan = random_country(random)
        if random.random() < 0.5:  # and some lines without any room
            some = tuple(replace(each, maximum=each.minimum) if random.random() < 0.2 else each for each in plan.lines)
            plan = replace(plan, lines=some)
        lowest = lowest_feasible_ceiling(plan)
        if lowest is None:
            continue
        for more in (F(0), F(1, 10**9), F(1, 7)):
            apart = divide(plan, lowest + more, parts_of(plan), highs)
            if apart is not None:
                assert apart[0] == as_a_whole(plan, lowest + more, highs)[0]
                assert faults_of(apart[1]) + unreached(apart[1], apart[0]) == []
                same += 1


@pytest.mark.parametrize("basis", [None, "lower"])
def test_an_engine_that_is_wrong_costs_time_and_not_the_split(basis: Status | None) -> None:
    def wrong(program: LinearProgram) -> Basis | None:
        # It is right about the value, where the whole plan is asked, and wrong about everything else.
        if program.name == "value":
            return highs(program)
        return Basis(dict.fromkeys(program.variables, basis), frozenset()) if basis else None

    right = divide(TOWNS, F(84), parts_of(TOWNS), highs)
    assert right is not None
    if basis is None:
        with pytest.raises(NoOptimumError):
            divide(TOWNS, F(84), parts_of(TOWNS), wrong)
    else:
        found = divide(TOWNS, F(84), parts_of(TOWNS), wrong)
        assert found is not None
        assert found[0] == right[0]
        assert faults_of(found[1]) == []


@pytest.mark.long
def test_many_random_plans_are_divided_exactly_as_they_are_as_a_whole() -> None:
    for seed in range(3000):
        random = Random(seed)
        plan = random_country(random, most_towns=9, most_lines=12)
        ceiling = random_ceiling(random, plan)
        try:
            amounts, _ = as_a_whole(plan, ceiling, highs)
        except NoOptimumError:
            continue
        apart = divide(plan, ceiling, parts_of(plan), highs)
        assert apart is None or apart[0] == amounts, seed


@pytest.fixture
def always_apart(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Every plan counts as large; the number of parts of each that was divided part by part."""
    seen: list[int] = []

    def spied(plan: Plan, ceiling: Fraction, parts: list[object], engine: object) -> object:
        seen.append(len(parts))
        return divide(plan, ceiling, parts, engine)  # type: ignore[arg-type]  # as it came

    monkeypatch.setattr(flessenhals.solver.optimum.stages, "MOST_AT_ONCE", 0)
    monkeypatch.setattr(decomposition, "divide", spied)
    return seen


def test_a_plan_whose_parts_are_tied_together_is_divided_as_a_whole(always_apart: list[int]) -> None:
    share = Level(id="share", of=lines("a-police"), at_most=Share(F(2, 5)))
    for rule in (share, Level(id="cap", of=EVERYTHING, at_most=F(80))):
        tied = replace(TOWNS, constraints=(*TOWNS.constraints, rule))
        assert allocate(tied, F(84)).faults() == []
    assert always_apart == []
    assert allocate(TOWNS, F(84)).faults() == []
    assert always_apart == [2]


def test_a_rule_per_town_ties_no_towns_together(always_apart: list[int]) -> None:
    rules = (Level(id="om-share", per="partner", of=lines("a-om", "b-om"), at_most=Share(F(1, 5))),)
    assert allocate(replace(TOWNS, constraints=rules), F(60)).faults() == []
    assert always_apart == [2]


def test_a_stage_that_settles_a_line_elsewhere_is_found_out() -> None:
    split = divide(TOWNS, F(70), parts_of(TOWNS), highs)
    assert split is not None
    amounts, stages = split
    place, stage = next((place, stage) for place, stage in enumerate(stages) if "b-om" in stage.settled)
    wrong = replace(stage, settled={**stage.settled, "b-om": amounts["b-om"] + 1})
    assert faults_of([*stages[:place], wrong]) == [
        f"stage {place + 1} (coverage): b-om was settled on another amount than the optimum gives it"
    ]
    assert unreached(stages, {**amounts, "b-om": amounts["b-om"] - 1})


def test_a_country_of_342_municipalities_is_divided_with_a_certificate_that_holds(tmp_path: Path) -> None:
    plan = load(country.write(tmp_path, 342))
    assert len(plan.lines) == 8550
    split = allocate(plan, plan.proposed * F(7, 10))
    assert split.faults() == []
    assert split.unspent == 0
    assert split.to_dict()["certificate"]["verified"] is True
