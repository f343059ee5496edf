"""A proposal held against a small plan: what is stranded and why, and what is nearest."""

from dataclasses import replace
from fractions import Fraction

import pytest
from named import rule
from proposals import CHAIN, COURTS_FOLLOW, OM_FOLLOWS, broken, held, plan

from flessenhals.constraints import Level, Proportional, Rule
from flessenhals.constraints.selector import lines
from flessenhals.solver.comparison.side_by_side import side_by_side
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.optimum.allocation import Allocation
from flessenhals.solver.plan.plan import Line, Plan
from flessenhals.solver.plan.proposal import NoProportionError, Proposal, spread

F = Fraction


def test_what_the_chain_cannot_carry_is_stranded_and_traced_to_its_root() -> None:
    found = held(CHAIN, police=300, om=29, courts=F(27, 2))

    assert found.stranded == {"police": 30, "om": 2}
    police, om = found.traces
    assert (police.held_by, police.amount, police.roots) == ((rule("om-follows"),), 30, ("courts",))
    first, second = police.links
    assert (first.asked, first.supported, first.downstream, first.used_up) == (300, 270, ("om",), ())
    assert first.next == (rule("courts-follow"),)
    assert (second.upstream, second.asked, second.supported, second.used_up) == (("om",), 29, 27, ("courts",))
    assert (om.held_by, om.roots, len(om.links)) == ((rule("courts-follow"),), ("courts",), 1)


def test_a_line_that_is_used_to_the_last_euro_is_the_root_itself() -> None:
    found = held(CHAIN, police=300, om=27, courts=20)

    (trace,) = found.traces
    assert (found.stranded, trace.roots, len(trace.links)) == ({"police": 30}, ("om",), 1)


def test_where_the_next_link_has_no_room_either_both_are_roots() -> None:
    found = held(CHAIN, police=300, om=27, courts=F(27, 2))

    (trace,) = found.traces
    assert trace.roots == ("om", "courts")
    assert [link.row.label for link in trace.links] == ["om-follows", "courts-follow"]
    assert trace.links[1].supported == trace.links[1].asked


def test_a_rule_is_named_only_where_no_best_use_leaves_it_room() -> None:
    # Both chains end at 10; one of them could end higher if the other ended lower, and the tie is split evenly.
    shared = Proportional(id="shared", upstream=lines("a", "b"), downstream=lines("courts"), at_least=F(1))
    single = Proportional(id="single", upstream=lines("a"), downstream=lines("lab"), at_least=F(1))
    found = held(plan((shared, single), a=20, b=20, courts=20, lab=10), a=20, b=20, courts=20, lab=10)

    assert found.usable.amounts == {"a": 10, "b": 10, "courts": 20, "lab": 10}
    (trace,) = found.traces
    assert (trace.held_by, trace.roots) == ((rule("shared"),), ("courts",))


def test_two_rules_that_hold_the_same_line_are_both_named() -> None:
    labs = Proportional(id="labs-follow", upstream=lines("police"), downstream=lines("labs"), at_least=F(1, 10))
    found = held(plan((OM_FOLLOWS, labs), police=100, om=10, labs=10), police=100, om=5, labs=5)

    (trace,) = found.traces
    assert (trace.held_by, trace.roots) == ((rule("om-follows"), rule("labs-follow")), ("om", "labs"))


def test_money_that_is_there_already_carries_its_part() -> None:
    there = Proportional(
        id="there", upstream=lines("police"), downstream=lines("om"), at_least=F(1, 10), existing=F(20)
    )
    found = held(plan((there,), police=300, om=10), police=300, om=0)

    assert (found.stranded, found.traces[0].links[0].supported) == ({"police": 100}, 200)


def test_ties_strand_an_equal_part_of_each_line() -> None:
    both = Proportional(id="both", upstream=lines("a", "b"), downstream=lines("om"), at_least=F(1, 10))
    found = held(plan((both,), a=60, b=20, om=10), a=60, b=20, om=4)

    assert found.stranded == {"a": 30, "b": 10}


def test_minimums_levels_caps_and_the_ceiling_strand_nothing_and_a_maximum_what_lies_above_it() -> None:
    cap = Proportional(id="cap", upstream=lines("a"), downstream=lines("b"), at_most=F(1, 10))
    floor = Level(id="floor", of=lines("a"), at_least=F(50))
    found = held(plan((cap, floor), a=(5, 60, 60), b=8), 30, a=4, b=70)

    assert (found.stranded, found.above_maximum, found.traces) == ({"b": 62}, {"b": 62}, ())
    assert broken(found) == {
        "ceiling": 44,
        "cap": F(696, 10),
        "floor": 46,
        "a.minimum": 1,
        "b.maximum": 62,
    }


def test_the_nearest_split_moves_the_least_money() -> None:
    found = held(CHAIN, 313, police=270, om=20, courts=20)

    assert found.nearest is not None
    # The room of 3 goes to the OM; each further euro from the police asks a tenth less there. If the courts gave, then
    # they would lose 4 and the OM would get 7: 11 in all.
    assert found.nearest.amounts == {"police": F(2930, 11), "om": F(293, 11), "courts": 20}
    assert found.distance(found.nearest.amounts) == F(113, 11)


def test_the_nearest_split_of_many_takes_the_smallest_largest_part_of_each_line() -> None:
    found = held(plan(a=60, b=20, c=10), 72, a=60, b=20, c=10)

    assert found.nearest is not None
    assert found.nearest.amounts == {"a": 48, "b": 16, "c": 8}


def test_parts_are_settled_one_after_another() -> None:
    # c is at its minimum and cannot give; d has to give half in any case, so that a and b share the 25 that are left.
    found = held(plan(a=60, b=20, c=(10, 10, 10), d=5), 70, a=60, b=20, c=10, d=10)

    assert found.nearest is not None
    assert found.nearest.amounts == {"a": F(165, 4), "b": F(55, 4), "c": 10, "d": 5}


def test_lines_to_which_the_proposal_gives_nothing_come_last_and_share_evenly() -> None:
    floor = Level(id="floor", of=lines("b", "c"), at_least=F(6))
    found = held(plan((floor,), a=10, b=10, c=10), 16, a=10, b=0, c=0)

    assert found.nearest is not None
    assert found.nearest.amounts == {"a": 10, "b": 3, "c": 3}


def test_a_proposal_that_is_optimal_comes_back_unchanged() -> None:
    found = held(CHAIN, police=200, om=20, courts=10)

    assert found.is_optimal
    assert found.nearest is not None
    assert (found.violations, found.stranded, found.nearest.amounts) == ((), {}, found.proposal.amounts)
    assert (found.to_nearest, found.to_optimum, found.moved) == ((), (), 0)


def test_where_nothing_fits_what_is_broken_and_stranded_is_said_all_the_same() -> None:
    found = held(plan((OM_FOLLOWS,), police=(50, 100, 100), om=10), 40, police=50, om=4)

    assert isinstance(found.optimum, InfeasibleError)
    assert (found.fits, found.nearest, found.to_nearest, found.to_optimum) == (False, None, (), ())
    assert (broken(found), found.stranded) == ({"ceiling": 14, "om-follows": 1}, {"police": 10})


def test_the_ceiling_is_the_proposals_own_total_where_none_is_given() -> None:
    assert held(plan(a=10, b=10), a=3, b=4).ceiling == 7


def test_an_amount_per_partner_is_spread_by_what_its_lines_ask() -> None:
    two = Plan(
        id="two",
        lines=(
            Line(id="a", partner="p", proposed=F(30)),
            Line(id="b", partner="p", proposed=F(10)),
            Line(id="c", partner="q", proposed=F(0)),
            Line(id="d", partner="r", proposed=F(0)),
            Line(id="e", partner="r", proposed=F(0)),
        ),
    )

    assert spread(two, {"p": F(20), "q": F(1), "r": F(0)}) == {"a": 15, "b": 5, "c": 1, "d": 0, "e": 0}
    with pytest.raises(NoProportionError, match="the lines of r ask nothing"):
        spread(two, {"r": F(1)})


def test_proposals_side_by_side_share_a_ceiling_and_an_optimum() -> None:
    small = plan(a=10, b=10)
    first, second = (Proposal(name="mine", amounts={"a": F(a), "b": F(b)}) for a, b in ((5, 5), (10, 2)))

    found = side_by_side(small, [first, second])
    assert (found.ceiling, found.ceiling_from, found.names) == (12, "largest", ["mine (1)", "mine (2)"])
    assert found.results[0].optimum is found.results[1].optimum
    assert isinstance(found.results[0].optimum, Allocation)
    assert [result.distance(found.results[0].optimum.amounts) for result in found.results] == [2, 8]
    assert side_by_side(small, [first, first]).ceiling_from == "equal"
    assert side_by_side(small, [first, second], F(15)).ceiling_from == "given"


def test_a_large_plan_is_held_against_the_same_rules() -> None:
    chains = 80
    asked = {f"{name}{chain}": 0 for chain in range(chains) for name in ("police", "om", "courts")}
    rules: list[Rule] = []
    for chain in range(chains):
        asked |= {f"police{chain}": 100 + chain, f"om{chain}": 12, f"courts{chain}": 6}
        om, courts = lines(f"om{chain}"), lines(f"courts{chain}")
        rules += [
            replace(OM_FOLLOWS, id=f"om-follows{chain}", upstream=lines(f"police{chain}"), downstream=om),
            replace(COURTS_FOLLOW, id=f"courts-follow{chain}", upstream=om, downstream=courts),
        ]
    large = plan(tuple(rules), **asked)
    given = {line: F(amount) * F(9, 10) for line, amount in asked.items()}
    found = held(large, 9000, **given)

    assert len(large.lines) > 200
    # The OM's 10.8 carries 108; the courts' 5.4 carries the OM's 10.8.
    assert found.stranded == {f"police{chain}": F(9 * (100 + chain), 10) - 108 for chain in range(21, chains)}
    assert {trace.roots for trace in found.traces} == {(f"om{chain}", f"courts{chain}") for chain in range(21, chains)}
    assert found.nearest is not None
    assert found.nearest.total == 9000
    assert {move.because for move in found.to_optimum} <= {"coverage", "value", *(rule(each.id) for each in rules)}
