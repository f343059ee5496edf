"""What one more euro on a line asks in all through the chain rules."""

from fractions import Fraction
from itertools import islice
from random import Random

import pytest
from drawn.plans import random_plan

from flessenhals.constraints import Level, Proportional
from flessenhals.constraints.selector import EVERYTHING, lines
from flessenhals.data.plans.reader import load
from flessenhals.solver.plan.line import Line
from flessenhals.solver.plan.plan import Plan
from flessenhals.solver.sensitivity.chain_price import ChainPrice, chain_prices

F = Fraction


def plan_of(*rules: Proportional | Level) -> Plan:
    ids = ("a", "b", "c", "d")
    return Plan(id="p", lines=tuple(Line(id=each, partner=each, proposed=F(10)) for each in ids), constraints=rules)


def chain(name: str, upstream: tuple[str, ...], downstream: tuple[str, ...], at_least: Fraction) -> Proportional:
    return Proportional(id=name, upstream=lines(*upstream), downstream=lines(*downstream), at_least=at_least)


def price(plan: Plan, line: str) -> ChainPrice:
    return next(each for each in chain_prices(plan) if each.line == line)


def test_one_euro_at_the_police_is_one_and_fifteen_cents() -> None:
    found = {each.line: each for each in chain_prices(load())}
    police = found["police-neighbourhood"]
    assert police.total == F("1.15")
    assert police.parts == {"police-neighbourhood": 1, "om-chain-police": F("0.1"), "courts-chain": F("0.05")}
    assert found["fiod"].parts == {"fiod": 1, "om-chain-laundering": F("0.1"), "courts-chain": F("0.05")}
    assert (found["om-chain-police"].total, found["courts-chain"].total, found["nfi"].total) == (F("1.5"), 1, 1)


def test_heavier_ratios_drag_more_along() -> None:
    assert price(load(scenario="complex-cases"), "police-prevention").total == 1 + F("0.15") + F("0.15") * F("0.6")


def test_of_several_lines_downstream_the_cheapest_is_enough() -> None:
    plan = plan_of(chain("one", ("a",), ("b", "c"), F(1, 2)), chain("two", ("b",), ("d",), F(1, 2)))
    assert price(plan, "a") == ChainPrice("a", F(3, 2), {"a": 1, "c": F(1, 2)})


def test_of_ways_that_cost_the_same_the_plans_earlier_lines_are_used() -> None:
    plan = plan_of(chain("one", ("a",), ("c", "d"), F(1, 2)))
    assert price(plan, "a").parts == {"a": 1, "c": F(1, 2)}


def test_a_line_can_drag_more_of_itself_along() -> None:
    plan = plan_of(chain("there", ("a",), ("b",), F(1, 2)), chain("back", ("b",), ("a",), F(3, 2)))
    assert price(plan, "a").total == F(3, 2)
    assert price(plan, "b") == ChainPrice("b", F(5, 2), {"a": F(3, 2), "b": 1})


def test_rules_that_ask_more_for_each_euro_than_it_brings_have_no_price() -> None:
    plan = plan_of(
        chain("to-b", ("a",), ("b",), F(3, 5)),
        chain("to-c", ("a",), ("c",), F(3, 5)),
        chain("back", ("b", "c"), ("a",), F(9, 10)),
    )
    assert price(plan, "a") == ChainPrice("a", None, {})
    assert price(plan, "d").total == 1


def test_caps_and_levels_drag_nothing_along() -> None:
    cap = Proportional(id="cap", upstream=lines("a"), downstream=lines("b"), at_most=F(1, 2))
    assert price(plan_of(cap, Level(id="level", of=EVERYTHING, at_least=F(1))), "b").total == 1


@pytest.mark.parametrize("seed", [31, 32])
def test_on_random_plans_the_parts_keep_every_rule_and_add_up(seed: int) -> None:
    random = Random(seed)
    for plan in islice(iter(lambda: random_plan(random), None), 20):
        for found in chain_prices(plan):
            if found.total is None:
                continue
            assert sum(found.parts.values()) == found.total >= found.parts[found.line] >= 1
            bundle = {line.id: found.parts.get(line.id, F(0)) for line in plan.lines}
            for ratio in plan.ratios:
                if ratio.kind == "proportional" and ratio.sense == ">=":
                    assert ratio.row._replace(right_hand_side=F(0)).holds(bundle)
