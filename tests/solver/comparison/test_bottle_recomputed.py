"""The picture of the chain on eleven plans: every thickness of it is worked out again from the answer, exactly."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from flessenhals.data.plans.reader import load, loads
from flessenhals.data.proposals.reader import read_proposal
from flessenhals.solver.comparison.bottle import bottles
from flessenhals.solver.comparison.comparison import compare
from flessenhals.solver.optimum.allocation import Allocation
from flessenhals.solver.plan.proposal import Proposal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flessenhals.solver.comparison.bottle import Bottle
    from flessenhals.solver.comparison.comparison import Comparison
    from flessenhals.solver.plan.plan import Plan

OM = "{id: om-follows, proportional: {upstream: police, downstream: om, at_least: 0.1}}"
COURTS = "{id: courts-follow, proportional: {upstream: om, downstream: courts, at_least: 0.5}}"
CHAINS = {
    "no chain": ([], {"police": 60, "om": 1}),
    "one link": ([OM], {"police": 60, "om": 4}),
    "two links, the second the tightest": ([OM, COURTS], {"police": 60, "om": 6, "courts": 2}),
    "two links, the first the tightest": ([OM, COURTS], {"police": 60, "om": 3, "courts": 5}),
    "two chains that meet": (
        [
            OM,
            "{id: om2-follows, proportional: {upstream: fiod, downstream: om2, at_least: 0.1}}",
            "{id: courts-follow, proportional: {upstream: [om, om2], downstream: courts, at_least: 0.5}}",
        ],
        {"police": 60, "om": 6, "fiod": 20, "om2": 1, "courts": 2},
    ),
    "a circle": (
        [OM, "{id: back, proportional: {upstream: om, downstream: police, at_least: 0.01}}"],
        {"police": 60, "om": 4},
    ),
    "a rule with at_most": (
        [OM, "{id: cap, proportional: {upstream: om, downstream: courts, at_most: 0.5}}"],
        {"police": 60, "om": 4, "courts": 9},
    ),
    "a link with nothing": ([OM, COURTS], {"police": 60, "om": 0, "courts": 0}),
    "money that is there already": (
        ["{id: om-follows, proportional: {upstream: police, downstream: om, at_least: 0.1, existing: 1}}"],
        {"police": 60, "om": 4},
    ),
}
YEARS = """
schema: 1
plan: years
years: {first: 2026, last: 2028}
ceilings: {flat: 70}
lines:
  - {id: police, partner: police, proposed: 60}
  - {id: om, partner: om, proposed: {2026: 2, 2027: 4, 2028: 6}}
constraints:
  - {id: om-follows, proportional: {upstream: police, downstream: om, at_least: 0.1}}
"""


def held_against(rules: list[str], amounts: Mapping[str, int]) -> Comparison:
    """A plan of these lines, which ask a hundred each, and a proposal for them."""
    lines = "".join(f"  - {{id: {name}, partner: {name}, proposed: 100}}\n" for name in amounts)
    written = "".join(f"  - {rule}\n" for rule in rules)
    constraints = f"constraints:\n{written}" if rules else ""
    plan = loads(f"schema: 1\nplan: chain\nlines:\n{lines}{constraints}")
    return compare(plan, Proposal(name="p", amounts={name: Fraction(each) for name, each in amounts.items()}))


def years() -> Comparison:
    plan = loads(YEARS)
    return compare(plan, Proposal(name="asked", amounts={line.id: line.proposed for line in plan.lines}))


def pact() -> Comparison:
    plan = load(scenario="complex-cases")
    return compare(plan, read_proposal("source-split", plan))


CASES = {**{name: (lambda case=case: held_against(*case)) for name, case in CHAINS.items()}, "years": years, "P": pact}


def split_of(found: Comparison, which: str) -> tuple[Mapping[str, Fraction], Mapping[str, Fraction]]:
    """The amounts of a split, and what of them the chain lets be used."""
    if which == "proposal":
        return found.proposal.amounts, found.usable.amounts
    assert isinstance(found.optimum, Allocation)
    return found.optimum.amounts, found.optimum.amounts


def wrong_with(plan: Plan, bottle: Bottle, amounts: Mapping[str, Fraction], used: Mapping[str, Fraction]) -> list[str]:
    """What of a bottle does not follow from the split: each thickness by a property of its own, none by its formula."""
    found = []
    rules = {each.id: each for each in plan.ratios}
    for inlet in bottle.inlets:
        sums = tuple(sum(of[line] for line in inlet.lines) for of in (amounts, used))
        if (inlet.money, inlet.passes) != sums or inlet.asked != sum(
            plan.line_by_id[at].proposed for at in inlet.lines
        ):
            found.append(f"inlet {inlet.lines}")
    for neck in bottle.necks:
        rule = rules[neck.id]
        passing = sum(bottle.inlets[place].passes for place in neck.inlets)
        own = sum(amounts[line] for line in rule.part) + rule.existing
        through = sum(used[line] for line in rule.whole)
        if neck.money != own or set(neck.downstream) != set(rule.part):
            found.append(f"money of {neck.id}")
        # If so much more came in as the neck could serve, its rule would hold with no room to spare.
        if through and through * neck.capacity * rule.value != own * passing:
            found.append(f"capacity of {neck.id}")
        if not passing <= neck.leaves <= neck.arrives or (neck.stuck and neck.leaves > max(passing, neck.capacity)):
            found.append(f"flow through {neck.id}")
    if bottle.stuck != sum(neck.stuck for neck in bottle.necks) + bottle.elsewhere:
        found.append("what is stuck does not add up")
    return found


@pytest.mark.parametrize("which", ["proposal", "optimum"])
@pytest.mark.parametrize("case", CASES)
def test_every_thickness_follows_from_the_split(case: str, which: str) -> None:
    found = CASES[case]()
    amounts, used = split_of(found, which)
    drawn = bottles(found.plan, amounts, used)
    assert bool(drawn) == (case not in {"no chain", "a circle"})
    assert [wrong_with(found.plan, bottle, amounts, used) for bottle in drawn] == [[] for _ in drawn]
    assert [bottle.tightness for bottle in drawn] == sorted(bottle.tightness for bottle in drawn)


def test_a_rule_with_at_most_is_no_link() -> None:
    found = CASES["a rule with at_most"]()
    (bottle,) = bottles(found.plan, *split_of(found, "proposal"))
    assert [str(neck.id) for neck in bottle.necks] == ["om-follows"]


def test_with_years_each_year_has_its_bottle_and_the_tightest_is_the_first() -> None:
    found = years()
    drawn = bottles(found.plan, *split_of(found, "proposal"))
    assert [(bottle.money, bottle.passes) for bottle in drawn] == [(60, 20), (60, 40), (60, 60)]


def test_on_the_source_split_with_heavier_ratios_two_thirds_get_through() -> None:
    found = pact()
    (bottle,) = bottles(found.plan, *split_of(found, "proposal"))
    assert (bottle.money, bottle.passes, bottle.stuck) == (140, Fraction(280, 3), Fraction(140, 3))
