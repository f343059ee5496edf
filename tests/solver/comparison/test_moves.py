"""Moves from a proposal to the nearest split and on to the optimum: few, and each with what asks for it."""

from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest
from drawn.plans import random_ceiling, random_plan
from named import CEILING, maximum_of, minimum_of, rule
from proposals import OM_FOLLOWS, held, plan

from flessenhals.briefing.results.comparison.comparison import comparison_tables
from flessenhals.data.plans.reader import loads
from flessenhals.solver.claims.move import AskedBy
from flessenhals.solver.comparison.comparison import compare
from flessenhals.solver.comparison.moves import Move
from flessenhals.solver.plan.plan import Goal, Line, Plan
from flessenhals.solver.plan.proposal import Proposal

F = Fraction


def test_each_move_says_what_asks_it() -> None:
    found = held(
        plan((OM_FOLLOWS,), police=100, om=10, care=(8, 20, 20), labs=5), 130, police=100, om=6, care=3, labs=10
    )

    assert set(found.to_nearest) == {
        Move(None, "om", F(4), rule("om-follows")),
        Move("labs", "care", F(5), minimum_of("care")),
    }


def test_what_is_over_the_ceiling_or_a_maximum_goes_to_nobody() -> None:
    over = held(plan(a=10, b=10), 15, a=10, b=10)
    above = held(plan(a=10, b=10), 30, a=12, b=10)

    assert over.to_nearest == (Move("a", None, F(5, 2), CEILING), Move("b", None, F(5, 2), CEILING))
    assert above.to_nearest == (Move("a", None, F(2), maximum_of("a")),)


def test_the_way_to_the_optimum_says_whether_more_is_put_to_work_or_the_lowest_is_raised() -> None:
    found = held(plan(a=10, b=10, c=10), 20, a=10, b=6, c=0)

    assert found.to_nearest == ()
    assert found.to_optimum == (
        Move("a", "c", F(10, 3), "coverage"),
        Move(None, "c", F(10, 3), "value"),
        Move(None, "b", F(2, 3), "value"),
    )


def test_a_chain_rule_asks_for_moves_on_the_way_to_the_optimum_too() -> None:
    found = held(plan((OM_FOLLOWS,), police=400, om=30), 1000, police=0, om=0)

    assert found.to_optimum == (Move(None, "police", F(300), "value"), Move(None, "om", F(30), rule("om-follows")))


def test_a_line_with_a_higher_weight_takes_because_it_is_worth_more_there() -> None:
    small = Plan(
        id="small",
        lines=(
            Line(id="a", partner="a", proposed=F(10)),
            Line(id="b", partner="b", proposed=F(10), weight=F(2)),
        ),
    )

    assert held(small, 10, a=10, b=0).to_optimum == (Move("a", "b", F(10), "value"),)


def test_where_the_objective_leaves_more_than_one_best_split_a_move_between_them_says_so() -> None:
    tied = replace(plan(a=10, b=10, c=10), objective=("value",))
    found = held(tied, 12, a=3, b=3, c=3)

    assert {move.because for move in found.to_optimum if move.giver is None} == {"value"}
    assert {move.because for move in found.to_optimum if move.giver is not None} <= {"tie"}


@pytest.mark.parametrize("objective", [("coverage",), ("coverage", "value")])
def test_where_coverage_goes_first_it_asks_for_the_moves(objective: tuple[Goal, ...]) -> None:
    found = held(replace(plan(a=10, b=10), objective=objective), 10, a=10, b=0)

    assert found.to_optimum == (Move("a", "b", F(5), "coverage"),)


def test_equal_amounts_meet_first_so_that_moves_are_few() -> None:
    found = held(plan(a=(0, 9, 4), b=(0, 9, 7), c=(5, 9, 9), d=(2, 9, 9), e=(3, 9, 9)), 21, a=9, b=9, c=0, d=0, e=1)

    assert [(move.giver, move.taker, move.amount) for move in found.to_nearest] == [
        ("a", "c", 5),
        ("b", "d", 2),
        (None, "e", 2),
    ]


def test_money_that_frees_room_of_a_rule_elsewhere_moves_because_of_that_rule() -> None:
    """A euro less for the police lets more than a euro go to the courts; the courts have no minimum to ask it."""
    plan = loads(
        "schema: 1\nplan: p\npartners: {p: P}\nlines:\n"
        "  - {id: police, partner: p, proposed: 60}\n  - {id: courts, partner: p, proposed: 20}\n"
        "constraints:\n  - id: recruits\n    weighted:\n"
        "      {terms: [{of: police, times: 12.5}, {of: courts, times: 8}], unit: fte, at_most: 700}\n"
    )
    found = compare(plan, Proposal(name="mine", amounts={"police": F(57), "courts": F(19)}))
    assert [(move.giver, move.taker, str(move.because)) for move in found.to_optimum if move.giver] == [
        ("police", "courts", "recruits")
    ]


@pytest.mark.parametrize("seed", range(30))
def test_without_a_move_what_it_is_said_to_be_for_would_be_broken_or_worse(seed: int) -> None:
    rng = Random(seed)
    random = random_plan(rng, most_lines=5)
    asked = {line.id: line.proposed * F(rng.randint(0, 6), 4) for line in random.lines}
    found = compare(random, Proposal(name="mine", amounts=asked), random_ceiling(rng, random))
    claims = [claim for table in comparison_tables(found, "en") for claim in table.claims if isinstance(claim, AskedBy)]
    assert len(claims) == len(found.to_nearest) + len(found.to_optimum)
    assert all(claim.holds(random, None) for claim in claims)


def test_the_claim_of_a_move_is_false_of_another_reason() -> None:
    found = held(plan((OM_FOLLOWS,), police=100, om=10), 110, police=100, om=6)
    (move,) = found.to_nearest
    there = tuple(found.at_nearest.items())
    assert AskedBy(F(110), there, None, "om", move.amount, rule("om-follows")).holds(found.plan, None)
    for other in ("coverage", "tie", CEILING, maximum_of("om")):
        assert not AskedBy(F(110), there, None, "om", move.amount, other).holds(found.plan, None)
