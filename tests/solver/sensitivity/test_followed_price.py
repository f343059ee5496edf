"""Where coverage comes before value, a price is still the change of the value of the split that is given."""

from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest
from drawn.plans import random_ceiling, random_plan

from flessenhals.constraints import Proportional
from flessenhals.constraints.row import Row
from flessenhals.constraints.selector import lines
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.plan.line import Line
from flessenhals.solver.plan.plan import Goal, Plan
from flessenhals.solver.plan.problem import InvalidPlanError
from flessenhals.solver.plan.relaxed import relaxed
from flessenhals.solver.sensitivity.bottlenecks import bottlenecks
from flessenhals.solver.sensitivity.price import Price, Side
from flessenhals.solver.sensitivity.prices import price

F = Fraction
PLANS = 30
TINY = F(1, 10**9)
A = Line(id="a", partner="x", proposed=F(10))
B = Line(id="b", partner="y", proposed=F(10), weight=F(3))
FAIR = Plan(id="fair", lines=(A, B), objective=("coverage", "value"))


def price_of(plan: Plan, ceiling: Fraction, label: str) -> Price:
    row = next(each.row for each in allocate(plan, ceiling).constraints if each.row.label == label)
    return price(plan, ceiling, row)


def value(plan: Plan, ceiling: Fraction, row: Row, by: Fraction) -> Fraction | None:
    try:
        return allocate(*relaxed(plan, ceiling, row, by)).value
    except (InfeasibleError, InvalidPlanError):  # the latter where a minimum would be above its maximum
        return None


def test_the_next_euro_is_shared_fairly_and_worth_what_the_lines_that_get_it_are_worth() -> None:
    assert price_of(FAIR, F(10), "ceiling") == Price(relax=Side(F(2), F(10)), tighten=Side(F(2), F(10)))
    assert price_of(replace(FAIR, objective=("value", "coverage")), F(10), "ceiling").relax.price == 1


def test_what_bottlenecks_says_of_a_unit_agrees_with_the_price_of_one() -> None:
    (ceiling,) = bottlenecks(FAIR, F(10)).found
    assert ceiling.relief.value == ceiling.price.relax.price == 2


def test_relaxing_a_rule_may_cost_value_where_coverage_comes_first() -> None:
    rule = Proportional(id="follow", upstream=lines("a"), downstream=lines("b"), at_least=F(3, 2))
    plan = replace(FAIR, constraints=(rule,))
    assert allocate(plan, F(10)).amounts == {"a": 4, "b": 6}
    assert price_of(plan, F(10), "follow") == Price(
        relax=Side(F(-4, 5), F(5, 2)),  # a euro less for the rule is 2/5 less for b and 2/5 more for a
        tighten=Side(F(-4, 5), F(10)),
    )


def test_a_constraint_that_cannot_be_tightened_says_so() -> None:
    full = replace(FAIR, lines=(replace(A, minimum=F(5)), replace(B, minimum=F(5))))
    assert price_of(full, F(10), "ceiling").tighten is None


@pytest.mark.parametrize("objective", [("coverage",), ("coverage", "value")])
def test_each_price_on_random_plans_equals_a_fresh_solve_at_the_ends_of_its_range_and_no_further(
    objective: tuple[Goal, ...],
) -> None:
    random = Random(46)
    plans = kinks = falls = 0
    while plans < PLANS:
        plan = replace(random_plan(random, most_lines=6), objective=objective)
        if any(line.proposed == 0 and line.weight for line in plan.lines):
            continue
        ceiling = random_ceiling(random, plan)
        try:
            split = allocate(plan, ceiling)
        except InfeasibleError:
            continue
        plans += 1
        binding = [each.row for each in split.constraints if each.binding]
        for row in random.sample(binding, min(2, len(binding))):
            found = price(plan, ceiling, row)
            kinks += found.tighten is not None and found.tighten.price != found.relax.price
            falls += found.relax.price < 0
            for side, sign in ((found.relax, 1), (found.tighten, -1)):
                if side is None:
                    assert value(plan, ceiling, row, -TINY) is None
                    continue
                far = F(10) if side.until is None else side.until
                most = row.right_hand_side if row.kind == "minimum" and sign > 0 else None
                for part in (F(1, 3), F(1)):
                    if most is None or part * far <= most:
                        moved = value(plan, ceiling, row, sign * part * far)
                        assert moved == split.value + sign * side.price * part * far
                if side.until is not None and far != most:
                    beyond = value(plan, ceiling, row, sign * (far + TINY))
                    assert beyond is None or beyond != split.value + sign * side.price * (far + TINY)
    assert kinks > 0
    assert falls > 0


def test_where_the_money_goes_is_told_as_far_as_it_goes_there() -> None:
    # Once c has more than the others can have, coverage has another order; its money still goes the same way.
    others = (replace(A, maximum=F(5)), replace(B, maximum=F(5)))
    plan = Plan(
        id="on", lines=(*others, Line(id="c", partner="z", proposed=F(10), maximum=F(1))), objective=FAIR.objective
    )
    found = next(each for each in bottlenecks(plan, F(20)).found if each.row.label == "c.maximum")
    assert (found.release, found.release_until, found.price.relax.until) == ({"c": 1}, 9, 9)
