"""What a ratio does: pieces of hyperbolas whose ends are exact, each held against fresh solves on both sides."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import islice, pairwise
from random import Random

import pytest
from drawn.plans import random_ceiling, random_plan
from named import rule

from flessenhals.constraints import Level, Proportional
from flessenhals.constraints.constraint import Constraint
from flessenhals.constraints.ratio import Ratio
from flessenhals.constraints.rule import Share
from flessenhals.constraints.selector import lines
from flessenhals.data.plans.reader import load
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.infeasible.irreducible import shortage
from flessenhals.solver.optimum.allocation import Allocation
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.plan.group_goal import GroupGoal
from flessenhals.solver.plan.line import Line
from flessenhals.solver.plan.plan import Goal, Plan
from flessenhals.solver.plan.relaxed import altered
from flessenhals.solver.program.errors import NoOptimumError
from flessenhals.solver.program.highs import highs
from flessenhals.solver.program.linear_program import constraints_of, splits
from flessenhals.solver.program.prove import prove, prove_solvable
from flessenhals.solver.sensitivity.ratios.effect import RatioSide
from flessenhals.solver.sensitivity.ratios.ratio_course import RatioCourse, RatioPiece
from flessenhals.solver.sensitivity.ratios.ratios import ratios

F = Fraction
PLANS = 40
TINY = F(1, 10**9)


def plans(random: Random) -> Iterator[tuple[Plan, Fraction, Allocation]]:
    while True:
        plan = random_plan(random, most_lines=6)
        ceiling = random_ceiling(random, plan)
        if not plan.ratios:
            continue
        try:
            yield plan, ceiling, allocate(plan, ceiling)
        except InfeasibleError:
            continue


def fresh(plan: Plan, ceiling: Fraction, ratio: Ratio, value: Fraction) -> tuple[Fraction, Fraction | None]:
    then = allocate(altered(plan, ratio.id, ratio.at(value).row), ceiling)
    return then.value, then.lowest_coverage


def told(piece: RatioPiece, value: Fraction) -> tuple[Fraction, ...]:
    return tuple(part.at(value) for part in piece.course)


def holding(plan: Plan, ceiling: Fraction, ratio: Ratio, value: Fraction) -> set[Constraint]:
    """The ceiling and rules without one of which the weighted total would be larger, each asked by itself."""
    program = splits(altered(plan, ratio.id, ratio.at(value).row), ceiling)
    program = program.asking("value", {line.id: line.weight for line in plan.lines})
    best = prove_solvable(program).optimum
    return {row.id for row in program.rows if prove_solvable(program.leaving_out(row)).optimum > best}


def inside(piece: RatioPiece, part: Fraction) -> Fraction:
    return piece.low + part * ((piece.low + 1 if piece.high is None else piece.high) - piece.low)


def test_on_random_plans_each_piece_is_what_fresh_solves_say_and_its_neighbour_is_another() -> None:
    turns = moves = 0
    for plan, ceiling, split in islice(plans(Random(21)), PLANS // 2):
        for effect in ratios(plan, ceiling, split, chosen=plan.ratios[:2]):
            ratio, course = effect.ratio, RatioCourse(plan, ceiling, effect.ratio, highs)
            up = list(islice(course.upwards(ratio.value, effect.up.ends), 4))
            down = list(islice(course.downwards(ratio.value, effect.down.ends or F(0)), 4))
            for piece in (*up, *down):
                for part in (F(1, 7), F(9, 10)):
                    value = inside(piece, part)
                    assert told(piece, value) == fresh(plan, ceiling, ratio, value)
                assert set(piece.holding) == holding(plan, ceiling, ratio, inside(piece, F(2, 5)))
            for before, after in (*pairwise(up), *pairwise(down[::-1])):
                assert before.high == after.low
                turns += before.course != after.course
                moves += before.holding != after.holding
    assert turns > 20
    assert moves > 10


def test_on_random_plans_a_threshold_is_where_fresh_solves_on_its_two_sides_part_ways() -> None:
    seen = 0
    for plan, ceiling, split in islice(plans(Random(22)), PLANS):
        for effect in ratios(plan, ceiling, split, chosen=plan.ratios[:2]):
            now = (split.value, split.lowest_coverage)
            for side, direction in ((effect.up, 1), (effect.down, -1)):
                ratio = effect.ratio
                if side.same_until is not None:
                    end = side.same_until
                    assert end == ratio.value or fresh(plan, ceiling, ratio, (ratio.value + end) / 2) == now
                    assert fresh(plan, ceiling, ratio, end + direction * TINY) != now
                if side.moves_at is not None:
                    beyond = side.moves_at + direction * TINY
                    rules = {each for each in side.moves_to if not each.is_bound}
                    assert holding(plan, ceiling, ratio, beyond) == rules != set(effect.holding)
                    if side.moves_at != ratio.value:
                        short = side.moves_at - direction * TINY
                        assert holding(plan, ceiling, ratio, short) == set(effect.holding)
                    seen += 1
                elif side.searched is None:
                    far = side.ends if side.ends is not None else F(0) if direction < 0 else 3 * ratio.value
                    assert holding(plan, ceiling, ratio, (ratio.value + far) / 2) == set(effect.holding)
    assert seen > 10


def test_on_random_plans_nothing_fits_beyond_the_last_ratio_and_something_does_at_it() -> None:
    seen = 0
    for plan, ceiling, split in islice(plans(Random(23)), PLANS):
        for effect in ratios(plan, ceiling, split, chosen=plan.ratios[:2]):
            ratio = effect.ratio
            stricter, direction = (effect.up, 1) if ratio.sense == ">=" else (effect.down, -1)
            if stricter.ends is None or (direction < 0 and stricter.ends == 0):
                continue
            seen += 1
            others = [row for row in constraints_of(plan, ceiling) if row.label != ratio.label]
            assert shortage([*others, ratio.at(stricter.ends).row]).optimum == 0
            assert shortage([*others, ratio.at(stricter.ends + direction * TINY).row]).optimum < 0
    assert seen > 10


def test_the_effect_of_a_percentage_point_is_that_of_a_plan_that_says_so() -> None:
    plan = load(scenario="strict")
    effects = {each.ratio.label: each for each in ratios(plan, F(400))}
    point = effects["courts-follow-om"].up.point
    assert point is not None
    (rule,) = (rule for rule in plan.constraints if rule.id == "courts-follow-om")
    heavier = replace(rule, at_least=F(51, 100))  # type: ignore[call-arg]
    other = replace(plan, constraints=tuple(heavier if each is rule else each for each in plan.constraints))
    then, now = allocate(other, F(400)), allocate(plan, F(400))
    assert (point.ratio, point.value) == (F(51, 100), then.value - now.value)
    assert then.lowest_coverage is not None
    assert now.lowest_coverage is not None
    assert (point.lowest_coverage, point.unspent) == (
        then.lowest_coverage - now.lowest_coverage,
        then.unspent - now.unspent,
    )
    assert point.value == F(11 * 100, 51) - 22


def test_where_nothing_would_fit_a_percentage_point_has_no_effect_to_tell() -> None:
    plan = load(changes=["lines.police-neighbourhood.minimum=62", "lines.om-chain-police.maximum=6.5"])
    effect = next(each for each in ratios(plan, F(400)) if each.ratio.label == "om-follows-police")
    assert effect.up.ends == F("6.5") / 62
    assert effect.up.point is None
    with pytest.raises(NoOptimumError):
        prove(splits(altered(plan, effect.ratio.id, effect.ratio.at(F(11, 100)).row), F(400)))


def test_strict_at_400_the_courts_rule_holds_back_down_to_eleven_in_twenty_four() -> None:
    effects = {each.ratio.label: each for each in ratios(load(scenario="strict"), F(400))}
    courts = effects["courts-follow-om"]
    assert courts.holding == (rule("courts-follow-om"),)
    assert (courts.down.moves_at, courts.down.moves_to) == (F(11, 24), ())
    assert (courts.up.moves_at, courts.up.moves_to) == (
        F(11, 14),
        (rule("om-follows-police"), rule("om-follows-laundering"), rule("courts-follow-om")),
    )
    police = effects["om-follows-police"]
    assert (police.up.same_until, police.up.moves_at) == (F(1, 10), F(1, 10))
    assert police.up.moves_to == (rule("om-follows-police"), rule("courts-follow-om"))


def test_complex_cases_at_400_each_ratio_hands_the_bottleneck_over_at_ten_per_cent() -> None:
    effects = {each.ratio.label: each for each in ratios(load(scenario="complex-cases"), F(400))}
    police = effects["om-follows-police"]
    assert police.holding == (rule("om-follows-police"), rule("om-follows-laundering"))
    assert (police.down.moves_at, police.down.moves_to) == (F(1, 10), (rule("om-follows-laundering"),))
    assert police.down.point is not None
    assert police.down.point.value == F("12.5") / F("0.14") - F("12.5") / F("0.15")
    courts = effects["courts-follow-om"]
    assert (courts.up.same_until, courts.down.same_until) == (F(11, 14), None)


def test_where_everything_fits_a_heavier_ratio_bites_at_once_and_a_lighter_one_never() -> None:
    effect = ratios(load(), F(400))[0]
    assert effect.holding == ()
    assert (effect.down.same_until, effect.down.moves_at) == (None, None)
    assert (effect.up.same_until, effect.up.moves_at, effect.up.moves_to) == (
        F(1, 10),
        F(1, 10),
        (rule("om-follows-police"),),
    )


def test_a_probe_on_a_ratio_where_a_basis_ends_does_not_lead_to_the_far_side_of_where_it_began() -> None:
    plan = Plan(
        id="ends",
        lines=(
            Line(id="a", partner="x", proposed=F(2), minimum=F(1)),
            Line(id="b", partner="y", proposed=F(5), weight=F(2)),
            Line(id="c", partner="y", proposed=F(1)),
            Line(id="d", partner="x", proposed=F(2), minimum=F(2), weight=F(2)),
        ),
        constraints=(Level(id="share", of=lines("a", "c"), at_least=Share(F(1, 4))),),
    )
    (effect,) = ratios(plan, F(7))
    assert effect.up.course_until == F(15, 56)  # all of a, b and c then get 5/8 of what they ask; beyond it b gets less
    assert (effect.up.moves_at, effect.up.moves_to) == (
        F(3, 7),
        (rule("share"),),
    )  # a and c are full: 3 of the ceiling's 7
    assert effect.up.ends == F(3, 5)  # b gets nothing any more: 3 of 3 + 2


def test_a_piece_that_begins_at_the_probe_and_not_before_it_does_not_stop_the_search() -> None:
    plan = load(scenario="by-partner")
    for ceiling in (F(375), F(380)):
        (followed,) = [ratio for ratio in plan.ratios if ratio.label == "om-follows-police"]
        course = RatioCourse(plan, ceiling, followed, highs)
        pieces = list(course.upwards(F(24, 125), F(1, 4)))
        assert pieces[0].low == F(24, 125)
        assert all(before.high == after.low for before, after in pairwise(pieces))


@pytest.mark.long
def test_in_plans_of_80_lines_every_course_is_found() -> None:
    random = Random(80)
    for _ in range(100):
        plan = random_plan(random, most_lines=80)
        ceiling = random_ceiling(random, plan)
        try:
            split = allocate(plan, ceiling)
        except InfeasibleError:
            continue
        assert len(ratios(plan, ceiling, split)) == len(plan.ratios)


def later(side: RatioSide, ratio: Ratio, until: Fraction | None, *, up: bool) -> tuple[Fraction, Fraction | None]:
    """A ratio up to where something stays, and one just beyond it; None where that cannot be."""
    far = side.ends if side.ends is not None else ratio.value * 3 + 1 if up else F(0)
    end = far if until is None else min(until, far) if up else max(until, far)
    if until is None:
        return end, None
    if end == far:
        return (ratio.value + end) / 2, None
    return (ratio.value + end) / 2, end + min(TINY, (far - end) / 2) if up else end - min(TINY, (end - far) / 2)


@pytest.mark.parametrize("objective", [("value", "coverage"), ("coverage", "value"), ("coverage",)])
def test_up_to_where_nothing_moves_and_nothing_is_worth_another_amount(objective: tuple[Goal, ...]) -> None:
    stays = moves = 0
    for random_one, ceiling, _ in islice(plans(Random(31)), PLANS // 2):
        plan = replace(random_one, objective=objective)
        split = allocate(plan, ceiling)
        for effect in ratios(plan, ceiling, split, chosen=plan.ratios[:2]):
            ratio = effect.ratio
            for side, up in ((effect.up, True), (effect.down, False)):
                before, beyond = later(side, ratio, side.split_until, up=up)
                then = altered(plan, ratio.id, ratio.at(before).row)
                assert allocate(then, ceiling).amounts == split.amounts
                stays += before != ratio.value
                if beyond is not None:
                    then = altered(plan, ratio.id, ratio.at(beyond).row)
                    assert allocate(then, ceiling).amounts != split.amounts
                    moves += 1
                before, beyond = later(side, ratio, side.same_until, up=up)
                now = split.value, split.lowest_coverage
                assert fresh(plan, ceiling, ratio, before) == now
                assert beyond is None or fresh(plan, ceiling, ratio, beyond) != now
    assert stays > PLANS / 4
    assert moves > PLANS / 4


def test_where_coverage_goes_first_a_value_that_changes_is_a_change_too() -> None:
    plan = Plan(
        id="chain",
        lines=(
            Line(id="police", partner="p", proposed=F(20)),
            Line(id="om", partner="q", proposed=F(2)),
            Line(id="care", partner="r", proposed=F(30), maximum=F(3)),
        ),
        constraints=(Proportional(id="follows", upstream=lines("police"), downstream=lines("om"), at_least=F(1, 5)),),
        objective=("coverage", "value"),
    )
    (effect,) = ratios(plan, F(40))
    assert (effect.down.same_until, effect.up.same_until) == (F(1, 5), F(1, 5))


def test_a_line_that_gets_nothing_moves_where_its_rule_first_lets_it() -> None:
    # The rule takes two of the OM, which weighs nothing, for one of the police, which weighs half as much as care.
    plan = Plan(
        id="nothing-yet",
        lines=(
            Line(id="police", partner="p", proposed=F(10)),
            Line(id="om", partner="q", proposed=F(20), weight=F(0)),
            Line(id="care", partner="r", proposed=F(10), weight=F(1, 2)),
        ),
        constraints=(Proportional(id="follows", upstream=lines("police"), downstream=lines("om"), at_least=F(2)),),
    )
    (effect,) = ratios(plan, F(10))
    assert allocate(plan, F(10)).amounts == {"police": 0, "om": 0, "care": 10}
    assert (effect.down.split_until, effect.up.split_until) == (F(1), None)


def test_a_ratio_below_one_point_is_probed_down_to_nothing() -> None:
    plan = Plan(
        id="small",
        lines=(Line(id="police", partner="p", proposed=F(2000)), Line(id="lab", partner="q", proposed=F(5))),
        constraints=(
            Proportional(id="follows", upstream=lines("police"), downstream=lines("lab"), at_least=F(1, 250)),
        ),
    )
    (effect,) = ratios(plan, F(2000))
    assert effect.down.point is not None
    assert effect.down.point.ratio == 0
    assert effect.up.point is not None
    assert (effect.up.point.ratio, effect.up.point.value) == (F(7, 500), F(5) / F(7, 500) - 1250)


@pytest.mark.parametrize("ceiling", [0, 4, 12, 40])
def test_a_ratio_is_followed_where_the_stages_before_leave_groups_nothing_to_choose(ceiling: int) -> None:
    plan = Plan(
        id="groups",
        lines=(
            Line(id="police", partner="p", proposed=F(10)),
            Line(id="om", partner="q", proposed=F(4), weight=F(2)),
            Line(id="care", partner="r", proposed=F(6), weight=F(3)),
        ),
        constraints=(Proportional(id="follows", upstream=lines("police"), downstream=lines("om"), at_least=F(1, 5)),),
        objective=("value", GroupGoal(by="partner"), "coverage"),
    )
    (effect,) = ratios(plan, F(ceiling))
    for side in (effect.down, effect.up):
        if side.point is not None:
            then = altered(plan, effect.ratio.id, effect.ratio.at(side.point.ratio).row)
            assert side.point.value == allocate(then, F(ceiling)).value - allocate(plan, F(ceiling)).value
