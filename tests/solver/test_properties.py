"""What holds for every plan, in exact arithmetic."""

from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest
from drawn.plans import in_another_unit, random_ceiling, random_plan
from hypothesis import assume, given, reject, settings
from hypothesis import strategies as st

from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.infeasible.irreducible import lowest_feasible_ceiling
from flessenhals.solver.optimum.allocation import Allocation
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.optimum.objective.goals import VALUE
from flessenhals.solver.plan.plan import Plan
from flessenhals.solver.program.errors import NoOptimumError
from flessenhals.solver.program.linear_program import LinearProgram, splits
from flessenhals.solver.program.prove import prove

ZERO = Fraction(0)
randoms = st.integers(0, 2**32).map(Random)
thorough = settings(max_examples=120, deadline=None)


def allocated(plan: Plan, ceiling: Fraction) -> Allocation:
    try:
        return allocate(plan, ceiling)
    except InfeasibleError:
        reject()


def best_value(plan: Plan, ceiling: Fraction) -> Fraction:
    try:
        (stage,), _ = VALUE.narrow(plan, splits(plan, ceiling), prove)
    except NoOptimumError:
        reject()
    return stage.certificate.optimum


@given(randoms)
@thorough
def test_no_split_of_the_same_rules_is_worth_more_than_the_duals_say(random: Random) -> None:
    plan = random_plan(random)
    found = allocated(plan, random_ceiling(random, plan))
    (first, *_) = found.stages
    other = prove(
        splits(plan, found.ceiling).asking("other", {line.id: Fraction(random.randint(-3, 3)) for line in plan.lines})
    )
    worth = sum((line.weight * other.point[line.id] for line in plan.lines), start=ZERO)
    duals = zip(first.certificate.dual, first.program.rows, strict=True)
    ends = ((cost, first.program.variables[label]) for label, cost in first.certificate.reduced_cost.items())
    bound = sum((dual * row.right_hand_side for dual, row in duals), start=ZERO)
    bound += sum((cost * ((each.upper or ZERO) if cost > 0 else each.lower) for cost, each in ends), start=ZERO)
    assert worth <= bound == found.value


@given(randoms, st.fractions(0, 1))
@thorough
def test_the_value_rises_with_the_ceiling_and_ever_more_slowly(random: Random, part: Fraction) -> None:
    plan = random_plan(random)
    low = random_ceiling(random, plan)
    high = low + random.choice([Fraction(1), Fraction(1, 3), Fraction(40)])
    between = low + part * (high - low)
    at_low, at_between, at_high = (best_value(plan, ceiling) for ceiling in (low, between, high))
    assert at_low <= at_between <= at_high
    assert at_between >= (1 - part) * at_low + part * at_high


@given(randoms)
@thorough
def test_the_order_of_lines_and_rules_changes_nothing(random: Random) -> None:
    plan = random_plan(random)
    found = allocated(plan, random_ceiling(random, plan))
    shuffled = replace(
        plan,
        lines=tuple(random.sample(plan.lines, len(plan.lines))),
        constraints=tuple(random.sample(plan.constraints, len(plan.constraints))),
    )
    assert allocate(shuffled, found.ceiling).amounts == found.amounts


@given(randoms, st.sampled_from([Fraction(10**6), Fraction(10**9), Fraction(1, 1000), Fraction(7, 3)]))
@thorough
def test_the_unit_of_money_changes_nothing(random: Random, factor: Fraction) -> None:
    plan = random_plan(random)
    found = allocated(plan, random_ceiling(random, plan))
    converted = allocate(in_another_unit(plan, factor), found.ceiling * factor)
    assert converted.amounts == {line: amount * factor for line, amount in found.amounts.items()}


def kept_as_low(space: LinearProgram, found: Allocation, line: str) -> LinearProgram:
    """The splits in which no line that is covered as badly as this one, or worse, gets less."""
    covered = {each.id: found.coverage(each) for each in found.plan.lines}
    level = covered[line]
    assert level is not None
    held = {
        name: space.variables[name]._replace(lower=max(space.variables[name].lower, found.amounts[name]))
        for name, coverage in covered.items()
        if coverage is not None and coverage <= level
    }
    return replace(space, variables={**space.variables, **held})


@given(randoms)
@settings(max_examples=60, deadline=None)
def test_no_line_can_get_more_unless_one_that_is_covered_no_better_gets_less(random: Random) -> None:
    plan = random_plan(random, most_lines=8)
    found = allocated(plan, random_ceiling(random, plan))
    _, space = VALUE.narrow(plan, splits(plan, found.ceiling), prove)
    for line in plan.lines:
        if line.proposed:
            most = prove(kept_as_low(space, found, line.id).asking("more", {line.id: Fraction(1)}))
            assert most.optimum == found.amounts[line.id]


@given(randoms)
@thorough
def test_lines_that_ask_nothing_get_the_least_that_the_rest_allows(random: Random) -> None:
    plan = random_plan(random)
    found = allocated(plan, random_ceiling(random, plan))
    unasked = [line.id for line in plan.lines if not line.proposed]
    asked = {line: amount for line, amount in found.amounts.items() if line not in unasked}
    _, space = VALUE.narrow(plan, splits(plan, found.ceiling), prove)
    least = prove(space.fixing(asked).asking("least", {line: Fraction(-1) for line in unasked}))
    assert -least.optimum == sum((found.amounts[line] for line in unasked), start=ZERO)


@given(randoms)
@thorough
def test_nothing_fits_exactly_below_the_lowest_feasible_ceiling(random: Random) -> None:
    plan = random_plan(random)
    lowest = lowest_feasible_ceiling(plan)
    assume(lowest is not None)
    assert lowest is not None
    assert allocate(plan, lowest).total == lowest
    assume(lowest > 0)
    with pytest.raises(InfeasibleError) as refused:
        allocate(plan, lowest - Fraction(1, 10**12))
    assert refused.value.lowest_feasible_ceiling == lowest
