"""Whole amounts over years: when all that is asked can be had, and why money of a year stays."""

from flessenhals.amounts import ceiling_of
from flessenhals.data.plans.reader import loads
from flessenhals.solver.optimum.dated.unspendable import Unspendable, unspendable
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.sensitivity.by_year import shift_gains

PLAN = """
schema: 1
plan: units
title: Units
unit: EUR million
years: {first: 2026, last: 2027}
lines:
  - {id: a, partner: p, proposed: 9, step: 3}
  - {id: b, partner: q, proposed: 4, smallest: 100%}
constraints:
  - {id: recruit, build_up: {of: {line: a}, at_most: 5}}
ceilings:
  path: {2026: 7, 2027: 13}
  tight: {2026: 7, 2027: 11}
"""


def test_all_that_is_asked_is_had_when_whole_amounts_reach_it() -> None:
    plan = loads(PLAN)
    # a rises by 3 a year, not by 5: 3, 6, 9; amounts that could be split would be there in 2027.
    soon = allocate(plan, ceiling_of(plan, "path")).how_soon
    assert soon is not None
    assert soon.year == 2028
    divisible = loads(PLAN.replace(", step: 3", ""))
    split = allocate(divisible, ceiling_of(divisible, "path"))
    assert split.how_soon is not None
    assert split.how_soon.year == 2027


def test_what_is_asked_in_no_whole_amount_is_never_had() -> None:
    plan = loads(PLAN.replace("proposed: 9", "proposed: 10"))
    soon = allocate(plan, ceiling_of(plan, "path")).how_soon
    assert soon is not None
    assert soon.year is None
    assert soon.forbidden_by == ("a.maximum",)


def test_money_stays_where_no_split_in_whole_amounts_spends_more_of_it() -> None:
    plan = loads(PLAN)
    split = allocate(plan, ceiling_of(plan, "path"))
    assert dict(split.amounts) == {"a@2026": 3, "a@2027": 6, "b@2026": 4, "b@2027": 4}
    assert unspendable(split) == (Unspendable(2027, 3, 10, ("recruit",), structural=False, held=True),)
    tight = unspendable(allocate(plan, ceiling_of(plan, "tight")))
    assert tight == (Unspendable(2027, 1, 10, (), structural=False, held=True, whole=True),)


def test_a_shift_is_worth_what_it_brings_in_whole_amounts() -> None:
    plan = loads(PLAN)
    gains = shift_gains(allocate(plan, ceiling_of(plan, "path")))
    assert (gains.later, gains.any) == (0, 0)
