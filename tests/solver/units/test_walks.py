"""What the next euros buy and the ladder in whole amounts, held against fresh answers."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from random import Random

import pytest
from drawn.whole_plans import whole_plan

from flessenhals.constraints.constraint import CEILING
from flessenhals.data.plans.reader import load, loads
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.optimum.whole_allocation import allocate_whole
from flessenhals.solver.program.errors import TooLargeError
from flessenhals.solver.sensitivity.whole.bottlenecks import whole_bottlenecks
from flessenhals.solver.sensitivity.whole.ladder import WholeLadder, WholeStep, whole_ladder
from flessenhals.solver.units.follow import follow
from flessenhals.solver.units.walk import pattern

F = Fraction


def between(low: WholeStep, high: WholeStep, ceiling: Fraction) -> dict[str, Fraction]:
    part = (ceiling - low.ceiling) / (high.ceiling - low.ceiling)
    return {line: amount + part * (high.amounts[line] - amount) for line, amount in low.amounts.items()}


def holds(ladder: WholeLadder) -> None:
    for low, high in pairwise(ladder.steps):
        if high.ceiling > low.ceiling:
            for part in (F(1, 2), F(1, 97)):
                ceiling = low.ceiling + part * (high.ceiling - low.ceiling)
                assert allocate(ladder.plan, ceiling).amounts == between(low, high, ceiling)
    for step in ladder.steps:
        if step.side == "at":
            assert allocate(ladder.plan, step.ceiling).amounts == step.amounts


@pytest.mark.parametrize("seed", range(4))
def test_the_ladder_has_every_split_at_and_between_its_steps(seed: int) -> None:
    plan = whole_plan(Random(seed))
    try:
        ladder = whole_ladder(plan)
    except InfeasibleError:
        return
    holds(ladder)
    assert {step.side for step in ladder.steps} <= {"below", "at", "above"}
    last = ladder.steps[-1]
    assert allocate(plan, last.ceiling + 5).amounts == last.amounts


@pytest.mark.long
@pytest.mark.parametrize("seed", range(100, 140))
def test_forty_more_ladders(seed: int) -> None:
    try:
        holds(whole_ladder(whole_plan(Random(seed))))
    except InfeasibleError:
        return


def test_a_ladder_over_too_many_whole_amounts_is_refused_with_what_to_ask() -> None:
    plan = load(changes=["lines.police-neighbourhood.step=0.5"])
    with pytest.raises(TooLargeError, match="whatif"):
        whole_ladder(plan)


def test_at_300_the_twelfth_municipality_stands_above_306_11_30_and_not_yet_there() -> None:
    plan = load(scenario="whole-units")
    found = whole_bottlenecks(plan, F(300))

    assert found.next is not None
    assert (300 + found.next.distance, found.next.attained) == (F(9191, 30), False)
    assert found.next.split["municipal-prevention"] == 40
    at, above = (allocate(plan, ceiling).amounts for ceiling in (F(9191, 30), F(9191, 30) + F(1, 1000)))
    assert (at["municipal-prevention"], above["municipal-prevention"]) == (F(110, 3), 40)
    assert above["police-neighbourhood"] < at["police-neighbourhood"]  # more money, and a lower coverage
    assert found.to_dict()["bottlenecks"][0] | {"gains": {}, "next": {}} == {
        "id": "ceiling",
        "kind": "ceiling",
        "binding": True,
        "slack": 0.0,
        "price": None,
        "why": "units",
        "relief": float(F(1, 305)),
        "gains": {},
        "next": {},
    }


def test_at_300_one_municipality_more_takes_what_it_costs_from_the_others() -> None:
    found = whole_bottlenecks(load(scenario="whole-units"), F(300))
    more = next(each for each in found.more if each.line == "municipal-prevention")
    assert not isinstance(more.found, InfeasibleError)
    gains = found.gains(more.found.amounts)
    assert gains.pop("municipal-prevention") == F(10, 3)
    assert sum(gains.values()) == -F(10, 3)


def test_a_proof_is_followed_as_far_as_it_holds() -> None:
    plan = load(scenario="whole-units")
    line = follow(allocate_whole(plan, F(300)).tree, {CEILING: F(1)})
    assert line is not None
    assert line.end is not None
    for distance in (line.end / 7, line.end):
        assert allocate(plan, 300 + distance).amounts == line.moved(distance)
    assert pattern(plan.whole, line.at) == pattern(plan.whole, line.moved(line.end))


@pytest.mark.parametrize(("step", "count"), [(20, 2), (5, 8), (2, 20)])
def test_the_ladder_ends_where_every_line_cannot_be_split(step: int, count: int) -> None:
    lines = [f"{{id: {each}, partner: p, proposed: 20, step: {step}}}" for each in ("aa", "bb")]
    plan = loads(f"schema: 1\nplan: coarse\nlines: [{', '.join(lines)}]")
    ladder = whole_ladder(plan)
    assert [each.ceiling for each in ladder.steps if each.side == "at"] == [step * each for each in range(count + 1)]
    assert ladder.steps[-1].amounts == {"aa": 20, "bb": 20}
    holds(ladder)


@pytest.mark.parametrize("ceiling", [0, 20, 39, 40, 60])
def test_what_binds_is_said_from_nothing_to_more_than_is_asked(ceiling: int) -> None:
    lines = ", ".join(f"{{id: {each}, partner: p, proposed: 20, step: 20}}" for each in ("aa", "bb"))
    plan = loads(f"schema: 1\nplan: coarse\nlines: [{lines}]")
    found = whole_bottlenecks(plan, F(ceiling))
    full = {line for line, amount in found.allocation.amounts.items() if amount == 20}
    assert {f"{line}.maximum" for line in full} <= {each.row.label for each in found.relaxed}
    assert all(found.gains(each.amounts) == {} for each in found.relaxed if each.row.id.is_maximum)
    assert (found.next is None) == (ceiling >= 40)


def test_a_minimum_that_asks_less_gives_no_less_than_the_smallest_amount() -> None:
    # a gets 5 whatever of 5 and less its minimum asks, so relief of its minimum gives b nothing.
    plan = loads(
        """schema: 1
plan: smallest
lines:
  - {id: a, partner: p, proposed: 5, minimum: 1.25, smallest: 100%}
  - {id: b, partner: q, proposed: 10}
"""
    )
    found = whole_bottlenecks(plan, F(8))
    assert [(str(each.row.id), each.lowest) for each in found.relaxed if each.row.id.is_minimum] == [
        ("a.minimum", F(3, 10))
    ]
