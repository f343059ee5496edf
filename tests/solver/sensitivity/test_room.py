"""The room around the optimum: each end is reached by a split that is nearly as good, and no split goes further."""

from fractions import Fraction
from random import Random

from drawn.plans import random_ceiling, random_plan

from flessenhals.constraints.constraint import own
from flessenhals.constraints.row import Row
from flessenhals.data.plans.reader import load
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.infeasible.irreducible import shortage
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.plan.line import Line
from flessenhals.solver.plan.plan import Plan
from flessenhals.solver.program.linear_program import constraints_of
from flessenhals.solver.sensitivity.near_optimal import nearly_as_good, room

F = Fraction
TINY = F(1, 10**9)


def test_every_end_is_reached_and_none_can_be_passed_on_random_plans() -> None:
    random = Random(41)
    plans = 0
    while plans < 25:
        plan = random_plan(random, most_lines=6)
        ceiling = random_ceiling(random, plan)
        try:
            split = allocate(plan, ceiling)
        except InfeasibleError:
            continue
        plans += 1
        within = random.choice([F(0), F(1, 100), F(1, 10)])
        found = room(plan, ceiling, within, split)
        weights = {line.id: line.weight for line in plan.lines if line.weight}
        kept = [Row(own("value"), "stage", weights, ">=", (1 - within) * split.value)]
        lowest = (1 - within) * (split.lowest_coverage or 0)
        kept += [Row(own("low"), "stage", {line.id: F(1)}, ">=", lowest * line.proposed) for line in plan.lines]
        kept += constraints_of(plan, ceiling)
        for line in plan.lines:
            one, low, high = {line.id: F(1)}, found.smallest[line.id], found.largest[line.id]
            assert low <= split.amounts[line.id] <= high
            assert shortage([*kept, Row(own("at"), "stage", one, "<=", low)]).optimum == 0
            assert shortage([*kept, Row(own("at"), "stage", one, ">=", high)]).optimum == 0
            assert shortage([*kept, Row(own("past"), "stage", one, ">=", high + TINY)]).optimum < 0
            if low:
                assert shortage([*kept, Row(own("past"), "stage", one, "<=", low - TINY)]).optimum < 0


def test_the_core_and_the_free_room_make_up_the_ceiling() -> None:
    found = room(load(), F(300), F(1, 100))
    assert found.core + found.free == 300
    assert found.smallest["knowledge-centre"] == found.largest["knowledge-centre"] == 2
    lowest = F(99, 100) * F(268, 368)
    assert found.smallest["nfi"] == 5 * lowest
    assert found.largest["nfi"] == 5


def test_without_any_give_a_split_that_has_no_equal_has_no_room() -> None:
    lines = (Line(id="a", partner="a", proposed=F(10)), Line(id="b", partner="b", proposed=F(30)))
    found = room(Plan(id="two", lines=lines), F(20), F(0))
    assert found.smallest == found.largest == found.allocation.amounts
    assert found.free == 0


def test_nearly_as_good_is_a_share_of_the_best_total_and_of_the_lowest_coverage() -> None:
    split = allocate(load(), F(300))
    space = nearly_as_good(split, F(1, 100))
    assert space.rows[-1].right_hand_side == 297
    assert space.variables["nfi"].lower == F(99, 100) * split.amounts["nfi"]


def test_each_line_has_a_record_in_the_plans_order() -> None:
    found = room(load(), F(300), F(1, 100))
    assert [each["id"] for each in found.records()] == [line.id for line in load().lines]
    assert list(found.frame().columns) == ["smallest", "allocated", "largest", "proposed"]
