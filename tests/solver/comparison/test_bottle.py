"""A chain as a bottle: what enters, what each link can serve, what gets through and what is stuck before which neck."""

from __future__ import annotations

from fractions import Fraction

import pytest

from flessenhals.constraints import Level, Proportional, Rule
from flessenhals.constraints.selector import lines
from flessenhals.data.plans.reader import load
from flessenhals.solver.comparison.bottle import Bottle, bottles
from flessenhals.solver.comparison.comparison import compare
from flessenhals.solver.plan.plan import Line, Plan
from flessenhals.solver.plan.proposal import Proposal

F = Fraction


def chain(name: str, upstream: str, downstream: str, ratio: F, existing: int = 0) -> Proportional:
    return Proportional(
        id=name,
        upstream=lines(*upstream.split()),
        downstream=lines(downstream),
        at_least=ratio,
        existing=F(existing),
    )


def filled(rules: tuple[Rule, ...], amounts: dict[str, int]) -> tuple[Bottle, ...]:
    plan = Plan(
        id="chain",
        lines=tuple(Line(id=name, partner=name, proposed=F(100)) for name in amounts),
        constraints=rules,
    )
    found = compare(plan, Proposal(name="p", amounts={name: F(amount) for name, amount in amounts.items()}))
    return bottles(plan, found.proposal.amounts, found.usable.amounts)


POLICE = chain("om-follows", "police", "om", F(1, 10))
COURTS = chain("courts-follow", "om", "courts", F(1, 2))


def test_a_plan_without_chain_rules_has_no_bottle() -> None:
    assert filled((Level(id="floor", of=lines("police"), at_least=F(1)),), {"police": 10}) == ()


def test_a_link_serves_its_money_over_the_ratio() -> None:
    (bottle,) = filled((POLICE,), {"police": 60, "om": 4})
    (neck,) = bottle.necks
    assert (neck.money, neck.capacity, neck.arrives, neck.leaves, neck.stuck) == (4, 40, 60, 40, 20)
    assert (bottle.money, bottle.passes, bottle.stuck) == (60, 40, 20)


def test_what_is_there_already_counts() -> None:
    (bottle,) = filled((chain("om-follows", "police", "om", F(1, 10), existing=1),), {"police": 60, "om": 4})
    assert (bottle.necks[0].money, bottle.necks[0].capacity) == (5, 50)


def test_a_further_link_is_worked_back_to_what_enters() -> None:
    (bottle,) = filled((POLICE, COURTS), {"police": 60, "om": 6, "courts": 2})
    om, courts = bottle.necks
    assert (om.depth, om.capacity, om.stuck) == (1, 60, 0)
    assert (courts.depth, courts.capacity, courts.arrives, courts.leaves) == (2, 40, 60, 40)


def test_two_chains_that_meet_pass_their_last_link_together() -> None:
    laundering = chain("om-follows-fiod", "fiod", "om2", F(1, 10))
    together = chain("courts-follow", "om om2", "courts", F(1, 2))
    amounts = {"police": 60, "om": 6, "fiod": 20, "om2": 2, "courts": 4}
    (bottle,) = filled((POLICE, laundering, together), amounts)
    assert [inlet.lines for inlet in bottle.inlets] == [("police",), ("fiod",)]
    assert (bottle.necks[-1].inlets, bottle.necks[-1].capacity, bottle.passes) == ((0, 1), 80, 80)


def test_money_that_joins_further_on_is_an_inlet_of_its_own() -> None:
    together = chain("courts-follow", "om prevention", "courts", F(1, 2))
    (bottle,) = filled((POLICE, together), {"police": 60, "om": 6, "prevention": 4, "courts": 5})
    assert [inlet.lines for inlet in bottle.inlets] == [("police",), ("prevention",)]
    assert bottle.necks[-1].arrives == 64


def test_a_link_with_nothing_lets_nothing_through() -> None:
    (bottle,) = filled((POLICE, COURTS), {"police": 60, "om": 0, "courts": 0})
    assert [neck.capacity for neck in bottle.necks] == [0, 0]
    assert (bottle.passes, bottle.necks[0].stuck, bottle.necks[1].arrives) == (0, 60, 0)


def test_a_circle_has_no_inlet() -> None:
    back = chain("police-follow", "om", "police", F(1, 100))
    assert filled((POLICE, back), {"police": 60, "om": 6}) == ()


def test_a_rule_that_caps_is_no_neck() -> None:
    cap = Proportional(id="cap", upstream=lines("police"), downstream=lines("om"), at_most=F(1, 5))
    assert filled((cap,), {"police": 60, "om": 6}) == ()


def test_the_tightest_chain_comes_first() -> None:
    care = chain("after-care", "care", "after", F(1, 10))
    found = filled((POLICE, care), {"police": 60, "om": 6, "care": 50, "after": 1})
    assert [str(bottle.necks[-1].id) for bottle in found] == ["after-care", "om-follows"]


@pytest.mark.parametrize("scenario", [None, "strict", "by-partner", "complex-cases"])
@pytest.mark.parametrize("ceiling", [100, 300, 400])
def test_an_optimal_split_gets_through_whole(scenario: str | None, ceiling: int) -> None:
    plan = load(scenario=scenario)
    found = compare(plan, Proposal(name="asked", amounts={line.id: line.proposed for line in plan.lines}), F(ceiling))
    amounts = found.optimum.amounts  # type: ignore[union-attr]  # something fits
    for bottle in bottles(plan, amounts, amounts):
        assert (bottle.stuck, bottle.elsewhere) == (0, 0)
        assert all(neck.capacity >= neck.arrives for neck in bottle.necks)


@pytest.mark.parametrize("scenario", [None, "strict", "by-partner", "complex-cases"])
def test_what_is_stuck_before_the_necks_is_what_is_stranded_in_the_chain(scenario: str | None) -> None:
    plan = load(scenario=scenario)
    found = compare(plan, Proposal(name="asked", amounts={line.id: line.proposed for line in plan.lines}))
    (bottle,) = bottles(plan, found.proposal.amounts, found.usable.amounts)
    assert sum(neck.stuck for neck in bottle.necks) + bottle.elsewhere == bottle.stuck
    entering = {line for inlet in bottle.inlets for line in inlet.lines}
    assert bottle.stuck == sum(amount for line, amount in found.stranded.items() if line in entering)
