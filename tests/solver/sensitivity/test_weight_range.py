"""How far one weight can move while the split stays as it is."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from random import Random
from typing import TYPE_CHECKING

import pytest
from drawn.plans import random_ceiling, random_plan

from flessenhals.constraints.selector import lines as selected
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.plan.group_goal import GroupGoal
from flessenhals.solver.plan.plan import Line, Plan
from flessenhals.solver.plan.problem import InvalidPlanError
from flessenhals.solver.program.highs import highs
from flessenhals.solver.sensitivity.weight_range import WeightRange, weight_ranges

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flessenhals.solver.plan.plan import Goal

F = Fraction

WORTH = Plan(
    id="worth",
    lines=(
        Line(id="most", partner="a", proposed=F(4), weight=F(3)),
        Line(id="middle", partner="b", proposed=F(4), weight=F(2)),
        Line(id="least", partner="c", proposed=F(4), weight=F(1)),
    ),
)


def ranges(plan: Plan, ceiling: F) -> dict[str, tuple[F | None, F | None]]:
    return {each.line: (each.down, each.up) for each in weight_ranges(allocate(plan, ceiling), highs)}


def test_a_line_keeps_its_place_between_the_weights_of_those_that_get_more_and_less() -> None:
    assert ranges(WORTH, F(6)) == {"most": (F(2), None), "middle": (F(1), F(3)), "least": (None, F(2))}


def test_a_line_that_shares_what_others_could_have_has_no_room_at_all() -> None:
    equal = replace(WORTH, lines=tuple(replace(line, weight=F(1)) for line in WORTH.lines))
    assert ranges(equal, F(6)) == dict.fromkeys(("most", "middle", "least"), (F(1), F(1)))


def test_where_all_is_given_any_weight_will_do() -> None:
    assert ranges(WORTH, F(12)) == dict.fromkeys(("most", "middle", "least"), (None, None))


def test_where_coverage_comes_first_weights_change_nothing() -> None:
    fair = replace(WORTH, objective=("coverage", "value"))
    assert ranges(fair, F(6)) == dict.fromkeys(("most", "middle", "least"), (None, None))


def amounts_at(plan: Plan, ceiling: F, line: str, weight: F) -> Mapping[str, F] | None:
    lines = tuple(replace(each, weight=weight) if each.id == line else each for each in plan.lines)
    try:
        return allocate(replace(plan, lines=lines), ceiling).amounts
    except InvalidPlanError:  # all weights are nothing
        return None


def moved(plan: Plan, ceiling: F, split: Mapping[str, F], found: WeightRange) -> bool:
    """Whether the split moves within the range, or stays just outside it."""
    low = F(0) if found.down is None else found.down
    high = found.weight + 50 if found.up is None else found.up
    inside = [weight for weight in ((low + found.weight) / 2, (high + found.weight) / 2) if low < weight < high]
    inside += [F(0)] if found.down is None else []
    outside = [] if found.up is None else [high + F(1, 1000)]
    outside += [] if found.down is None or 0 < low <= F(1, 1000) else [max(F(0), low - F(1, 1000))]
    return any(amounts_at(plan, ceiling, found.line, weight) not in (split, None) for weight in inside) or any(
        amounts_at(plan, ceiling, found.line, weight) == split for weight in outside
    )


def test_a_weight_of_nothing_is_an_end_where_the_split_is_another_there() -> None:
    tied = Plan(
        id="tied",
        lines=(
            Line(id="weighed", partner="a", proposed=F(4), weight=F(1)),
            Line(id="worthless", partner="b", proposed=F(4), weight=F(0)),
            Line(id="held", partner="c", proposed=F(1), minimum=F(1), weight=F(3)),
        ),
    )
    assert ranges(tied, F(6)) == {"weighed": (F(0), None), "worthless": (None, F(1)), "held": (None, None)}
    without = replace(tied, lines=tuple(replace(line, weight=F(line.id == "held")) for line in tied.lines))
    assert allocate(without, F(6)).amounts["weighed"] == F("2.5")


@pytest.mark.parametrize("seed", range(40))
def test_with_many_weights_of_nothing_the_ends_are_exact_at_nothing_too(seed: int) -> None:
    random = Random(seed)
    plan = random_plan(random, most_lines=6)
    weights = [random.choice([F(0), F(0), F(1), F(2)]) for _ in plan.lines]
    if not any(weights):
        return
    lines = tuple(replace(line, weight=weight) for line, weight in zip(plan.lines, weights, strict=True))
    plan, ceiling = replace(plan, lines=lines), random_ceiling(random, plan)
    try:
        split = allocate(plan, ceiling)
    except InfeasibleError:
        return
    assert [found for found in weight_ranges(split, highs) if moved(plan, ceiling, split.amounts, found)] == []


@pytest.mark.parametrize("seed", range(12))
def test_within_the_range_the_split_stays_and_outside_it_moves(seed: int) -> None:
    random = Random(seed)
    plan = random_plan(random, most_lines=8)
    ceiling = random_ceiling(random, plan)
    try:
        split = allocate(plan, ceiling)
    except InfeasibleError:
        return
    assert [found for found in weight_ranges(split, highs) if moved(plan, ceiling, split.amounts, found)] == []


FIRST, BOTH = GroupGoal(of=selected("line0")), GroupGoal(of=selected("line0", "line1"))


@pytest.mark.parametrize("seed", range(30))
def test_where_some_lines_are_weighed_first_or_last_the_ends_are_exact_too(seed: int) -> None:
    random = Random(seed)
    some = random_plan(random, most_lines=5)
    lines = tuple(replace(line, weight=random.choice([F(0), F(1), F(2)])) for line in some.lines)
    if len(lines) < 2 or not any(line.weight for line in lines):
        return
    objective: list[tuple[Goal, ...]] = [
        (BOTH, "value", "coverage"),
        ("value", BOTH, "coverage"),
        (FIRST, BOTH, "coverage"),
        (FIRST, "coverage"),
    ]
    plan = replace(some, lines=lines, objective=random.choice(objective))
    ceiling = random_ceiling(random, plan)
    try:
        split = allocate(plan, ceiling)
    except InfeasibleError:
        return
    assert [found for found in weight_ranges(split, highs) if moved(plan, ceiling, split.amounts, found)] == []


def test_a_weight_of_nothing_in_the_goal_that_comes_first_is_an_end() -> None:
    first = replace(WORTH, objective=(GroupGoal(of=selected("least")), "value", "coverage"))
    assert ranges(first, F(6)) == {"most": (F(2), None), "middle": (None, F(3)), "least": (F(0), None)}
