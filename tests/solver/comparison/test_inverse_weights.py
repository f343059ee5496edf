"""The weights under which a proposal is right: put into the plan they make it so, and no smaller change does."""

from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest
from drawn.random_proposals import random_proposals

from flessenhals.constraints import Proportional
from flessenhals.constraints.selector import lines
from flessenhals.data.plans.reader import load
from flessenhals.solver.comparison.inverse.inverse import inverse
from flessenhals.solver.comparison.inverse.weights import InverseWeights, inverse_weights, weighing
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.optimum.objective.goals import VALUE
from flessenhals.solver.plan.plan import Line, Plan
from flessenhals.solver.program.linear_program import constraints_of, splits
from flessenhals.solver.program.prove import prove

F = Fraction
A, B, C = (Line(id=name, partner=name, proposed=F(10)) for name in "abc")
PLAN = Plan(id="three", lines=(A, B, C))


def split(*amounts: int) -> dict[str, Fraction]:
    return dict(zip("abc", map(F, amounts), strict=True))


def nearest(plan: Plan, ceiling: int, *amounts: int) -> InverseWeights:
    return inverse_weights(plan, F(ceiling), split(*amounts))


def worth(weights: dict[str, Fraction], amounts: dict[str, Fraction]) -> Fraction:
    return sum((weights[line] * amount for line, amount in amounts.items()), start=F(0))


def best_value(plan: Plan, ceiling: Fraction) -> Fraction:
    (stage,), _ = VALUE.narrow(plan, splits(plan, ceiling), prove)
    return stage.certificate.optimum


def test_a_proposal_worth_as_much_as_any_needs_no_other_weights_and_is_the_answer_with_a_shade_of_difference() -> None:
    found = nearest(PLAN, 10, 10, 0, 0)
    assert found.weights == {"a": 1, "b": 1, "c": 1}
    assert found.times == 1
    assert not found.is_answer
    assert found.decisive is not None
    assert found.decisive["a"] > max(found.decisive["b"], found.decisive["c"])


def test_the_answer_itself_needs_nothing() -> None:
    found = inverse_weights(load(), F(300), allocate(load(), F(300)).amounts)
    assert (found.times, found.is_answer, found.worthless) == (1, True, ())
    assert found.decisive == found.weights


def test_money_for_a_line_that_counts_half_asks_that_it_counts_twice_as_much() -> None:
    plan = replace(PLAN, lines=(A, B, replace(C, weight=F(1, 2))))
    found = nearest(plan, 10, 0, 0, 10)
    assert found.times == 2
    assert found.weights == {"a": 1, "b": 1, "c": 1}


def test_where_one_line_is_passed_over_it_counts_less_and_the_others_keep_their_weights() -> None:
    plan = replace(PLAN, lines=(replace(A, weight=F(3)), B, C))
    found = nearest(plan, 20, 0, 10, 10)
    assert found.times == 3
    assert found.weights == {"a": 1, "b": 1, "c": 1}


def test_of_one_line_up_and_one_line_down_it_is_the_one_up() -> None:
    plan = replace(PLAN, lines=(A, replace(B, weight=F(1, 4))))
    found = inverse_weights(plan, F(10), {"a": F(0), "b": F(10)})
    assert (found.times, found.weights) == (4, {"a": 1, "b": 1})


def test_a_line_that_counts_for_nothing_is_measured_against_the_smallest_weight() -> None:
    plan = replace(PLAN, lines=(A, B, replace(C, weight=F(0))))
    found = nearest(plan, 10, 0, 0, 10)
    assert found.times == 2
    assert found.weights == {"a": 1, "b": 1, "c": 1}


def test_upstream_money_for_a_follower_counts_what_both_cost_together() -> None:
    rule = Proportional(id="c-follows-a", upstream=lines("a"), downstream=lines("c"), at_least=F(1, 2))
    plan = replace(PLAN, lines=(A, B, replace(C, weight=F(0))), constraints=(rule,))
    found = nearest(plan, 9, 6, 0, 3)
    assert found.times == F(4, 3)
    assert found.weights == {"a": 1, "b": F(3, 4), "c": F(1, 4)}


def test_lines_that_can_get_more_at_nobodys_expense_would_have_to_count_for_nothing() -> None:
    found = nearest(PLAN, 30, 10, 10, 4)
    assert found.worthless == ("c",)
    assert found.weights == {"a": 1, "b": 1, "c": 0}
    assert found.better == split(10, 10, 10)
    assert found.decisive is None


def test_where_every_line_can_get_more_no_weights_will_do() -> None:
    found = nearest(PLAN, 30, 4, 4, 4)
    assert (found.weights, found.times, found.worthless) == (None, None, ("a", "b", "c"))
    assert found.better is not None
    assert sum(found.better.values()) > 12


def test_lines_without_room_and_plans_without_choice_keep_their_weights() -> None:
    fixed = replace(PLAN, lines=tuple(replace(line, minimum=F(10)) for line in PLAN.lines))
    found = nearest(fixed, 40, 10, 10, 10)
    assert (found.weights, found.is_answer) == ({"a": 1, "b": 1, "c": 1}, True)
    free = replace(fixed, lines=(*fixed.lines[:2], replace(C, weight=F(0))))
    assert nearest(free, 40, 10, 10, 3).times == 1


def test_without_coverage_a_plan_has_no_answer_of_its_own_to_be() -> None:
    found = nearest(replace(PLAN, objective=("value",)), 10, 10, 0, 0)
    assert (found.times, found.is_answer, found.decisive) == (1, False, None)


def test_on_two_hundred_random_proposals_the_weights_make_them_worth_most_and_every_figure_is_proved() -> None:
    kinds = set()
    for plan, ceiling, proposal in random_proposals(Random(20260), 200):
        found = inverse_weights(plan, ceiling, proposal)
        assert not found.faults()
        kinds.add((found.weights is None, bool(found.worthless), found.times == 1, found.decisive is not None))
        if found.weights is not None:
            assert best_value(weighing(plan, found.weights), ceiling) == worth(dict(found.weights), proposal)
        if found.decisive is not None:
            assert allocate(weighing(plan, found.decisive), ceiling).amounts == proposal
        if found.better is not None:
            assert all(row.holds(found.better) for row in constraints_of(plan, ceiling))
            assert all(found.better[line] >= amount for line, amount in proposal.items())
            assert all(found.better[line] > proposal[line] for line in found.worthless)
    assert len(kinds) >= 6


def test_weights_that_differ_less_make_another_split_worth_more() -> None:
    random, tried = Random(52), 0
    for plan, ceiling, proposal in random_proposals(random, 120):
        found = inverse_weights(plan, ceiling, proposal)
        if found.times is None or found.times == 1 or any(line.weight == 0 for line in plan.lines):
            continue
        tried += 1
        for _ in range(5):
            factors = [1 + (found.times - 1) * F(random.randint(0, 99), 100) for _ in plan.lines]
            weights = {line.id: line.weight * factor for line, factor in zip(plan.lines, factors, strict=True)}
            weights |= dict.fromkeys(found.worthless, F(0))
            assert best_value(weighing(plan, weights), ceiling) > worth(weights, proposal)
    assert tried >= 10


def test_what_no_weights_near_the_found_ones_can_do_no_weights_at_all_can() -> None:
    random, tried = Random(53), 0
    for plan, ceiling, proposal in random_proposals(random, 120):
        found = inverse_weights(plan, ceiling, proposal)
        if found.decisive is not None or found.worthless:
            continue
        tried += 1
        for _ in range(5):
            weights = {line.id: F(random.choice([1, 1, 2, 3])) for line in plan.lines}
            assert allocate(weighing(plan, weights), ceiling).amounts != proposal
    assert tried >= 5


def test_a_broken_constraint_is_named_and_no_weights_are_given() -> None:
    found = inverse(load(scenario="strict"), F(400), {line.id: line.proposed for line in load().lines})
    assert [row.label for row in found.broken] == ["courts-follow-om"]
    assert found.weights is None
    assert found.ratios is not None
    assert found.record()["weights"] is None


def test_an_amount_below_zero_breaks_its_line() -> None:
    assert [row.label for row in inverse(PLAN, F(10), split(-1, 5, 5)).broken] == ["a.minimum"]


@pytest.mark.parametrize("objective", [("coverage",), ("coverage", "value")])
def test_where_coverage_goes_first_weights_and_ratios_decide_nothing(objective: tuple[str, ...]) -> None:
    found = inverse(replace(PLAN, objective=objective), F(10), split(10, 0, 0))  # type: ignore[arg-type]  # both are goals
    assert not found.by_value
    assert (found.weights, found.ratios) == (None, None)
