"""What holds for every proposal of which it is asked under which weights and ratios it is right."""

from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest
from drawn.plans import in_another_unit, random_ceiling, random_plan
from drawn.random_proposals import random_proposals, random_split
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from flessenhals.constraints.constraint import own
from flessenhals.constraints.row import Row
from flessenhals.solver.comparison.inverse.inverse import Inverse, inverse
from flessenhals.solver.comparison.inverse.ratio_search import with_ratios
from flessenhals.solver.comparison.inverse.weights import inverse_weights, weighing
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.plan.plan import Plan
from flessenhals.solver.plan.problem import InvalidPlanError
from flessenhals.solver.program.errors import NoOptimumError
from flessenhals.solver.program.linear_program import Interval, LinearProgram, splits
from flessenhals.solver.program.prove import prove_solvable

ZERO, ONE = Fraction(0), Fraction(1)
randoms = st.integers(0, 2**32).map(Random)
modest = settings(max_examples=25, deadline=None)


def drawn(random: Random) -> Inverse:
    plan = random_plan(random)
    ceiling = random_ceiling(random, plan)
    try:
        return inverse(plan, ceiling, random_split(random, plan, ceiling))
    except NoOptimumError:
        reject()


@given(randoms)
@modest
def test_the_optimal_split_needs_no_other_weights_and_no_other_ratios(random: Random) -> None:
    plan = random_plan(random)
    try:
        split = allocate(plan, random_ceiling(random, plan))
    except InfeasibleError:
        reject()
    found = inverse(plan, split.ceiling, split.amounts)
    assert found.weights is not None
    assert found.ratios is not None
    if found.weights.weights is not None and not found.weights.worthless:
        assert (found.weights.times, found.weights.is_answer) == (1, True)
    assert all(line.weight == 0 for line in plan.lines if line.id in found.weights.worthless)
    assert (found.ratios.ratios, found.ratios.is_answer) == ((), True)


@given(randoms)
@modest
def test_asked_again_under_the_weights_and_ratios_that_were_found_nothing_has_to_change(random: Random) -> None:
    found = drawn(random)
    assert found.weights is not None
    assert found.ratios is not None
    if found.weights.weights is not None:
        again = inverse(weighing(found.plan, found.weights.weights), found.ceiling, found.amounts)
        assert again.weights is not None
        assert again.weights.times == 1
        assert again.weights.worthless == found.weights.worthless
    if found.ratios.ratios is not None:
        try:
            plan = replace(found.plan, constraints=with_ratios(found.plan, found.ratios.ratios))
        except InvalidPlanError:
            reject()
        again = inverse(plan, found.ceiling, found.amounts)
        assert again.ratios is not None
        assert again.ratios.ratios == ()


@given(randoms, st.sampled_from([Fraction(10**6), Fraction(1, 1000), Fraction(7, 3)]))
@modest
def test_neither_the_unit_of_money_nor_the_size_of_all_weights_changes_the_answer(
    random: Random, factor: Fraction
) -> None:
    found = drawn(random)
    assert found.weights is not None
    assert found.ratios is not None
    amounts = {line: amount * factor for line, amount in found.amounts.items()}
    plan = in_another_unit(found.plan, factor)
    heavier = weighing(plan, {line.id: line.weight * 3 for line in plan.lines})
    again = inverse(heavier, found.ceiling * factor, amounts)
    assert again.weights is not None
    assert again.ratios is not None
    assert (again.weights.times, again.weights.worthless) == (found.weights.times, found.weights.worthless)
    assert (again.weights.decisive is None) == (found.weights.decisive is None)
    assert (again.ratios.ratios is None) == (found.ratios.ratios is None)
    if again.ratios.ratios and found.ratios.ratios:
        assert max(ratio.change for ratio in again.ratios.ratios) == max(ratio.change for ratio in found.ratios.ratios)


def least_times_by_cuts(plan: Plan, ceiling: Fraction, proposal: dict[str, Fraction]) -> Fraction:
    """How many times as much one line has to count as another, found without duals of the plan's rules.

    Weights are chosen freely at first; whatever split is then worth more than the proposal is cut off, until none is.
    """
    space = splits(plan, ceiling)
    names = [f"{line.id} weight" for line in plan.lines]
    variables = {**dict.fromkeys(names, Interval()), "times": Interval(ONE)}
    rows = []
    for line, name in zip(plan.lines, names, strict=True):
        rows.append(Row(own(f"{name} least"), "cut", {name: ONE}, ">=", line.weight))
        rows.append(Row(own(f"{name} most"), "cut", {name: ONE, "times": -line.weight}, "<=", ZERO))
    while True:
        program = LinearProgram("times", variables, tuple(rows), {"times": -ONE})
        point = prove_solvable(program).point
        weights = {line.id: point[f"{line.id} weight"] for line in plan.lines}
        best = prove_solvable(space.asking("value", weights))
        if best.optimum == sum((weights[line] * amount for line, amount in proposal.items()), start=ZERO):
            return point["times"]
        gains = {f"{line} weight": best.point[line] - amount for line, amount in proposal.items()}
        cut = {name: gain for name, gain in gains.items() if gain}
        rows.append(Row(own(f"cut {len(rows)}"), "cut", cut, "<=", ZERO))


@pytest.mark.parametrize("seed", range(2))
def test_the_least_proportion_of_weights_is_that_which_cutting_off_better_splits_finds(seed: int) -> None:
    tried = 0
    for plan, ceiling, proposal in random_proposals(Random(seed), 60):
        found = inverse_weights(plan, ceiling, proposal)
        if found.times is None or found.worthless or not all(line.weight for line in plan.lines):
            continue
        tried += 1
        assert least_times_by_cuts(plan, ceiling, proposal) == found.times
    assert tried >= 3
