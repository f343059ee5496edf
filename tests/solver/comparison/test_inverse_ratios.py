"""The ratios under which a proposal is right: it keeps them, nothing is worth more, and no smaller change does."""

from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest
from drawn.random_proposals import random_proposals

import flessenhals.solver.comparison.inverse.ratio_search
from flessenhals.constraints import Level, Proportional
from flessenhals.constraints.selector import lines, partner
from flessenhals.data.plans.reader import load
from flessenhals.solver.comparison.inverse.inverse import inverse
from flessenhals.solver.comparison.inverse.ratio_search import MovedRatio, with_ratios
from flessenhals.solver.comparison.inverse.ratios import InverseRatios, inverse_ratios
from flessenhals.solver.plan.plan import Line, Plan
from flessenhals.solver.plan.problem import InvalidPlanError
from flessenhals.solver.program.linear_program import splits
from flessenhals.solver.program.prove import prove

F = Fraction
POLICE = Line(id="police", partner="police", proposed=F(100), weight=F(2))
OM = Line(id="om", partner="om", proposed=F(20))
COURTS = Line(id="courts", partner="courts", proposed=F(20))
OM_FOLLOWS = Proportional(id="om-follows", upstream=lines("police"), downstream=lines("om"), at_least=F(1, 10))
COURTS_FOLLOW = Proportional(id="courts-follow", upstream=lines("om"), downstream=lines("courts"), at_least=F(1, 2))
PLAN = Plan(id="chain", lines=(POLICE, OM, COURTS), constraints=(OM_FOLLOWS, COURTS_FOLLOW))


def nearest(plan: Plan, ceiling: int, *amounts: int) -> InverseRatios:
    return inverse_ratios(plan, F(ceiling), dict(zip(("police", "om", "courts"), map(F, amounts), strict=True)))


def moves(found: InverseRatios) -> dict[str, Fraction]:
    assert found.ratios is not None
    return {str(ratio.id): ratio.then for ratio in found.ratios}


def is_right(plan: Plan, ceiling: Fraction, proposal: dict[str, Fraction], ratios: tuple[MovedRatio, ...]) -> bool:
    """Whether the proposal keeps every rule under these ratios and no split that does is worth more: a fresh solve."""
    rows = [row for rule in with_ratios(plan, ratios) for row in rule.rows(plan.lines)]
    space = splits(replace(plan, constraints=()), ceiling).keeping(rows)
    weights = {line.id: line.weight for line in plan.lines}
    reached = sum((line.weight * proposal[line.id] for line in plan.lines), start=F(0))
    kept = all(row.holds(proposal) for row in space.rows)
    return kept and prove(space.asking("value", weights)).optimum == reached


def test_ratios_that_hold_every_better_split_back_already_need_not_change() -> None:
    found = nearest(PLAN, 115, 100, 10, 5)
    assert (found.ratios, found.is_smallest, found.is_least) == ((), True, True)


def test_a_broken_ratio_comes_down_to_what_the_proposal_fills() -> None:
    found = nearest(PLAN, 112, 100, 8, 4)
    assert moves(found) == {"om-follows": F(2, 25)}
    assert found.is_answer


def test_money_downstream_that_no_ratio_asks_is_right_if_the_ratio_is_as_high_as_what_it_fills() -> None:
    found = nearest(PLAN, 75, 60, 10, 5)
    assert moves(found) == {"om-follows": F(1, 6)}
    assert found.is_smallest
    assert found.is_least


def test_of_two_ratios_that_could_explain_it_only_what_is_needed_moves() -> None:
    found = nearest(PLAN, 75, 60, 8, 7)
    assert moves(found) == {"om-follows": F(2, 15), "courts-follow": F(7, 8)}
    second = Proportional(id="also", upstream=lines("police"), downstream=lines("om"), at_least=F(1, 20))
    assert moves(nearest(replace(PLAN, constraints=(*PLAN.constraints, second)), 75, 60, 10, 5)) == {
        "om-follows": F(1, 6)
    }


def test_an_upper_ratio_comes_down_as_a_lower_one_goes_up() -> None:
    capped = Proportional(id="cap", upstream=lines("om"), downstream=lines("police"), at_most=F(20))
    found = nearest(replace(PLAN, constraints=(capped,)), 85, 80, 5, 0)
    assert moves(found) == {"cap": 16}
    assert found.ratios is not None
    assert found.ratios[0].field == "at_most"


def test_both_sides_of_one_rule_can_move() -> None:
    band = replace(OM_FOLLOWS, at_most=F(1, 8))
    found = nearest(replace(PLAN, constraints=(band, COURTS_FOLLOW)), 75, 60, 10, 5)
    assert moves(found) == {"om-follows.at_most": F(1, 6), "om-follows.at_least": F(1, 6)}


def test_a_better_split_that_keeps_all_the_proposal_keeps_proves_that_no_ratios_will_do() -> None:
    found = nearest(PLAN, 100, 60, 10, 5)
    assert (found.ratios, found.open_for) == (None, ())
    assert found.better is not None
    assert sum(found.better.values()) > 75
    assert found.record()["possible"] is False


def test_what_no_ratio_mends_is_named() -> None:
    floor = Level(id="floor", of=partner("courts"), at_least=F(6))
    found = nearest(replace(PLAN, constraints=(*PLAN.constraints, floor)), 113, 100, 8, 5)
    assert [row.label for row in found.broken] == ["floor"]
    assert found.ratios is None


def test_a_cap_on_nothing_upstream_is_broken_whatever_its_ratio() -> None:
    capped = Proportional(id="cap", upstream=lines("om"), downstream=lines("police"), at_most=F(20))
    found = nearest(replace(PLAN, constraints=(capped,)), 90, 80, 0, 5)
    assert [row.label for row in found.broken] == ["cap"]


def test_a_rule_without_money_on_either_side_is_left_open() -> None:
    plan = replace(PLAN, lines=(POLICE, replace(OM, weight=F(0)), COURTS))
    found = nearest(plan, 10, 0, 0, 10)
    assert (found.ratios, found.better, [*map(str, found.open_for)]) == (None, None, ["om-follows"])
    assert found.record()["possible"] is None


NORTH, SOUTH = (
    tuple(replace(line, id=f"{line.id}-{region}", programme=region) for line in (POLICE, OM))
    for region in ("north", "south")
)
EVERYWHERE = Proportional(
    id="om-follows", upstream=partner("police"), downstream=partner("om"), at_least=F(1, 10), per="programme"
)
REGIONS = Plan(id="regions", lines=(*NORTH, *SOUTH), constraints=(EVERYWHERE,))


def in_regions(ceiling: int, *amounts: int) -> InverseRatios:
    return inverse_ratios(
        REGIONS, F(ceiling), {line.id: F(each) for line, each in zip(REGIONS.lines, amounts, strict=True)}
    )


def test_a_rule_that_holds_in_every_group_comes_down_to_the_group_that_is_shortest() -> None:
    assert moves(in_regions(208, 100, 6, 100, 2)) == {"om-follows": F(1, 50)}


def test_a_ratio_that_only_one_group_fills_cannot_explain_money_in_another() -> None:
    found = in_regions(70, 40, 10, 10, 10)
    assert (found.ratios, found.open_for) == (None, ())
    assert found.better is not None
    assert moves(in_regions(50, 20, 5, 20, 5)) == {"om-follows": F(1, 4)}


def test_where_an_unfilled_rule_could_take_the_place_of_another_a_smaller_total_is_not_ruled_out() -> None:
    side = Line(id="side", partner="side", proposed=F(10))
    follows = Proportional(id="om-follows-side", upstream=lines("side"), downstream=lines("courts"), at_least=F(1, 10))
    plan = replace(PLAN, lines=(*PLAN.lines, side), constraints=(OM_FOLLOWS, follows))
    found = inverse_ratios(plan, F(70), {"police": F(60), "om": F(10), "courts": F(0), "side": F(0)})
    assert moves(found) == {"om-follows": F(1, 6)}
    assert (found.is_smallest, found.is_least, found.open_for) == (True, False, ())


def test_the_strict_reading_of_the_pact_is_kept_by_a_ratio_of_eleven_to_twenty_four() -> None:
    found = inverse(load(scenario="strict"), F(400), {line.id: line.proposed for line in load().lines}).ratios
    assert found is not None
    assert moves(found) == {"courts-follow-om": F(11, 24)}
    assert found.is_answer


def other_ratios(random: Random, plan: Plan) -> Plan | None:
    """The plan with chain rules that ask more or less, so that proposals for one break those of the other."""
    rules = [
        replace(rule, at_least=rule.at_least * random.choice([F(1, 2), F(1), F(3, 2), F(2)]))
        if isinstance(rule, Proportional) and rule.at_least is not None
        else rule
        for rule in plan.constraints
    ]
    try:
        return replace(plan, constraints=tuple(rules))
    except InvalidPlanError:
        return None


def test_on_two_hundred_random_proposals_the_ratios_make_them_right_and_smaller_changes_do_not() -> None:
    random, kinds = Random(2026), set()
    for plan, ceiling, proposal in random_proposals(random, 200):
        asked = other_ratios(random, plan) or plan
        found = inverse_ratios(asked, ceiling, proposal)
        assert not found.faults()
        kinds.add((None if found.ratios is None else len(found.ratios), found.better is None, bool(found.broken)))
        if found.ratios is None:
            continue
        assert is_right(asked, ceiling, proposal, found.ratios)
        if found.ratios and found.is_smallest:
            shrunk = tuple(each._replace(then=(each.then * 99 + each.now) / 100) for each in found.ratios)
            assert not is_right(asked, ceiling, proposal, shrunk)
    assert len(kinds) >= 5


def test_of_many_ratios_the_least_total_is_tried_out_as_far_as_there_is_time(monkeypatch: pytest.MonkeyPatch) -> None:
    extra = tuple(
        Proportional(id=f"also{n}", upstream=lines("police"), downstream=lines("om"), at_least=F(1, 10 + n))
        for n in range(1, 4)
    )
    plan = replace(PLAN, constraints=(*extra, *PLAN.constraints))
    assert moves(nearest(plan, 75, 60, 10, 5)) == {"om-follows": F(1, 6)}
    monkeypatch.setattr(flessenhals.solver.comparison.inverse.ratio_search, "MOST_SETS", 0)
    found = nearest(plan, 75, 60, 10, 5)
    assert moves(found) == {"om-follows": F(1, 6)}
    assert (found.is_smallest, found.is_least) == (True, False)
