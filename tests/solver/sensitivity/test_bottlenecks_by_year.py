"""What binds in a plan with years: each figure is that of a fresh exact solve."""

import json
from fractions import Fraction

import pytest
from drawn.dated_plans import random_tree, read

from flessenhals.amounts import ceiling_of
from flessenhals.data.plans.reader import loads
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.plan.relaxed import relaxed
from flessenhals.solver.sensitivity.bottlenecks import bottlenecks

F = Fraction

ONE_YEAR_SHORT = """
schema: 1
plan: one-year-short
years: {first: 2022, last: 2023}
shift: {later: 5}
ceilings: {path: 7}
lines:
  - {id: training, partner: police, money: one-off, proposed: {2022: 11}}
  - {id: courts, partner: courts, proposed: 5}
"""

FAIR_FIRST = """
schema: 1
plan: fair-first
years: {first: 2022, last: 2023}
shift: {later: 5, earlier: any}
ceilings: {path: 20}
objective: [coverage, shift]
lines:
  - {id: training, partner: police, weight: 2, proposed: 3}
  - {id: courts, partner: courts, proposed: 6}
constraints:
  - {id: period, level: {of: all, at_most: 2, together: true}}
"""


@pytest.mark.parametrize("text", [ONE_YEAR_SHORT, FAIR_FIRST])
def test_a_plan_with_shift_has_bottlenecks(text: str) -> None:
    plan = loads(text)
    found = bottlenecks(plan, ceiling_of(plan, "path"))
    (only,) = found.found
    assert only.row.label in {"ceiling@2022", "period"}
    assert set(only.release) <= {line.id for line in plan.lines}
    json.dumps(found.to_dict())


@pytest.mark.parametrize("order", [["value", "shift", "coverage"], ["value", "coverage", "shift"]])
@pytest.mark.parametrize("seed", range(4))
def test_relief_is_the_difference_of_two_splits(seed: int, order: list[str]) -> None:
    plan = read(random_tree(seed, shift=True) | {"objective": order})
    found = bottlenecks(plan, ceiling_of(plan, "path"))
    now = found.allocation
    for each in found.found:
        more = allocate(*relaxed(plan, now.ceiling, each.row, F(1)))
        free = allocate(*relaxed(plan, now.ceiling, each.row, None))
        assert each.relief.value == more.value - now.value
        assert each.without.value == free.value - now.value
        assert each.relief.gains == {
            line: more.amounts[line] - amount for line, amount in now.amounts.items() if more.amounts[line] != amount
        }


def test_a_bound_that_the_plan_states_is_a_bottleneck_in_its_year() -> None:
    plan = loads("""
schema: 1
plan: bounds
years: {first: 2022, last: 2023}
ceilings: {path: {2022: 7, 2023: 60}}
lines:
  - {id: police, partner: police, proposed: 6, minimum: 2}
  - {id: courts, partner: courts, proposed: 20, maximum: 10, weight: 3}
""")
    found = {each.row.label: each for each in bottlenecks(plan, ceiling_of(plan, "path")).found}
    assert set(found) == {"ceiling@2022", "police.minimum@2022", "courts.maximum@2023"}
    assert found["police.minimum@2022"].price.relax.price == 2
    assert found["police.minimum@2022"].release == {"courts@2022": 1, "police@2022": -1}
    assert found["courts.maximum@2023"].price.relax.price == 3
    assert found["courts.maximum@2023"].relief.gains == {"courts@2023": 1}
