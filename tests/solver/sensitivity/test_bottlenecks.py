"""What binds, what it costs and what relief it gives: each figure is that of a fresh exact solve."""

from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest
from drawn.plans import random_ceiling, random_plan

from flessenhals.constraints import Level, Proportional
from flessenhals.constraints.row import Row
from flessenhals.constraints.selector import lines
from flessenhals.data.plans.reader import load
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.plan.line import Line
from flessenhals.solver.plan.plan import Plan
from flessenhals.solver.plan.relaxed import Altered, relaxed
from flessenhals.solver.sensitivity.bottleneck import Bottleneck
from flessenhals.solver.sensitivity.bottlenecks import bottlenecks

F = Fraction


def found_at(plan: Plan, ceiling: int) -> dict[str, Bottleneck]:
    return {each.row.label: each for each in bottlenecks(plan, F(ceiling)).found}


def test_strict_at_400_the_courts_are_the_bottleneck() -> None:
    first, second, *_ = bottlenecks(load(scenario="strict"), F(400)).found
    assert first.row.label == "courts-chain.maximum"
    assert (first.price.relax.price, first.price.relax.until) == (3, F(2, 3))
    assert second.row.label == "courts-follow-om"
    assert second.nature == "norm"
    assert second.relief.gains == {"om-prevention": 2}
    assert second.relief.lowest_coverage == F(1, 5)
    assert second.without.value == 2


def test_complex_cases_at_400_the_maximums_of_the_oms_chain_lines_help_most() -> None:
    first, second, *_ = bottlenecks(load(scenario="complex-cases"), F(400)).found
    assert [first.row.label, second.row.label] == ["om-chain-police.maximum", "om-chain-laundering.maximum"]
    assert first.price.relax.price == second.price.relax.price == F(23, 3)
    assert first.relief.value == F(23, 3)


def test_what_binds_without_effect_is_said_so_and_comes_last() -> None:
    found = bottlenecks(load(), F(300)).found
    effects = [each.has_effect for each in found]
    assert found[0].row.label == "ceiling"
    assert effects == sorted(effects, reverse=True)
    assert not found_at(load(), 300)["om-follows-police"].has_effect


def test_a_minimum_of_zero_is_no_bottleneck() -> None:
    plan = Plan(id="zero", lines=(Line(id="a", partner="a", proposed=F(4)), Line(id="b", partner="b", proposed=F(4))))
    assert set(found_at(plan, 0)) == {"ceiling"}


def test_relief_and_absence_are_those_of_fresh_solves_on_random_plans() -> None:
    random = Random(45)
    plans = 0
    while plans < 25:
        plan = random_plan(random, most_lines=6)
        ceiling = random_ceiling(random, plan)
        try:
            found = bottlenecks(plan, ceiling)
        except InfeasibleError:
            continue
        plans += 1
        for each in found.found:
            then = allocate(*relaxed(plan, ceiling, each.row, F(1)))
            assert then.value - found.allocation.value == each.relief.value
            assert each.relief.value <= each.price.relax.price
            assert each.without.value >= each.relief.value


def test_nothing_fits_is_said_before_anything_binds() -> None:
    with pytest.raises(InfeasibleError):
        bottlenecks(load(), F(30))


POLICE, OM = Line(id="police", partner="p", proposed=F(60), minimum=F(1, 2)), Line(id="om", partner="o", proposed=F(5))
RULE = Proportional(id="band", upstream=lines("police"), downstream=lines("om"), at_least=F(1, 10), at_most=F(1, 5))
PLAN = Plan(id="small", lines=(POLICE, OM), constraints=(RULE, Level(id="floor", of=lines("om"), at_least=F(1))))


def row(label: str) -> Row:
    return next(each for each in (*PLAN.rule_rows, *PLAN.bound_rows) if each.label == label)


def test_a_relaxed_rule_moves_one_side_by_money_and_keeps_the_other() -> None:
    plan, _ = relaxed(PLAN, F(50), row("band.at_least"), F(2))
    assert [(each.label, each.right_hand_side) for each in plan.rule_rows] == [
        ("band.at_least", -2),
        ("band.at_most", 0),
        ("floor", 1),
    ]


def test_a_side_that_is_left_out_is_gone_and_the_other_stays() -> None:
    plan, _ = relaxed(PLAN, F(50), row("band.at_most"), None)
    assert [each.label for each in plan.rule_rows] == ["band.at_least", "floor"]


def test_a_minimum_is_eased_to_zero_at_most_and_a_maximum_as_far_as_asked() -> None:
    lower, _ = relaxed(PLAN, F(50), row("police.minimum"), F(1))
    higher, _ = relaxed(PLAN, F(50), row("om.maximum"), F(1))
    free, _ = relaxed(PLAN, F(50), row("om.maximum"), None)
    assert lower.lines[0].minimum == 0
    assert (higher.lines[1].upper, free.lines[1].upper) == (6, 50)


def test_easing_changes_nothing_else_about_a_plan() -> None:
    plan, ceiling = relaxed(PLAN, F(50), row("floor"), F(1))
    assert ceiling == 50
    assert isinstance(plan.constraints[1], Altered)
    assert replace(plan, constraints=PLAN.constraints) == PLAN
