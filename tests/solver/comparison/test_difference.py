"""Why an answer changed: effects that add up to the difference."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from random import Random
from typing import TYPE_CHECKING

import pytest
from drawn.plans import random_plan

from flessenhals.constraints import Level, Proportional
from flessenhals.constraints.selector import lines
from flessenhals.solver.comparison.difference.difference import difference
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.plan.plan import Line, Plan
from flessenhals.solver.plan.problem import InvalidPlanError
from flessenhals.solver.plan.tagged import TaggedChanges, category_of

if TYPE_CHECKING:
    from flessenhals.solver.comparison.difference.difference import Difference
    from flessenhals.solver.plan.tagged import Category

F = Fraction
FOLLOWS = Proportional(id="om-follows", upstream=lines("police"), downstream=lines("om"), at_least=F(1, 10))
CHAIN = Plan(
    id="chain",
    lines=(Line(id="police", partner="police", proposed=F(125)), Line(id="om", partner="om", proposed=F(25, 2))),
    constraints=(FOLLOWS,),
)


def totals(found: Difference) -> dict[str, F]:
    return {cause.id: cause.total for cause in found.causes}


def asking(plan: Plan, **asked: int) -> Plan:
    changed = (replace(line, proposed=F(asked[line.id])) if line.id in asked else line for line in plan.lines)
    return replace(plan, lines=tuple(changed))


def test_a_higher_ceiling_and_a_heavier_ratio_each_have_their_part() -> None:
    heavier = replace(CHAIN, constraints=(replace(FOLLOWS, at_least=F(15, 100)),))
    found = difference((CHAIN, F(100)), (heavier, F(140)))
    assert (found.before.total, found.after.total) == (100, F(575, 6))
    assert totals(found) == {"ceiling": F(75, 4), "constraints.om-follows.proportional.at_least": F(-275, 12)}


def test_two_changes_that_cancel_each_other_are_both_told() -> None:
    before, after = asking(CHAIN, police=100, om=12), asking(CHAIN, police=120, om=10)
    found = difference((before, F(1000)), (after, F(1000)))
    assert found.lines["police"] == 0
    effects = {cause.id: cause.lines["police"] for cause in found.causes}
    assert effects == {"lines.police.proposed": 10, "lines.om.proposed": -10}


def test_a_change_that_does_nothing_has_no_effect() -> None:
    idle = Level(id="idle", of=lines("om"), at_most=F(1000))
    found = difference((CHAIN, F(100)), (replace(CHAIN, constraints=(FOLLOWS, idle)), F(120)))
    assert totals(found) == {"ceiling": 20, "constraints.idle": 0}
    assert set(found.causes[1].lines.values()) == {F(0)}


def test_a_line_that_is_new_got_nothing_before() -> None:
    more = replace(CHAIN, lines=(*CHAIN.lines, Line(id="courts", partner="courts", proposed=F(10))))
    found = difference((CHAIN, F(200)), (more, F(200)))
    assert totals(found) == {"lines.courts": 10}
    assert found.lines["courts"] == 10


def test_a_line_that_is_gone_gets_nothing_after() -> None:
    fewer = replace(CHAIN, lines=CHAIN.lines[:1], constraints=())
    found = difference((CHAIN, F(200)), (fewer, F(200)))
    assert found.lines == {"police": 0, "om": F(-25, 2)}
    assert sum(totals(found).values()) == F(-25, 2)


def test_a_new_rule_about_a_new_line_can_be_held_against_the_plan_without_that_line() -> None:
    courts = Line(id="courts", partner="courts", proposed=F(5))
    half = Proportional(id="half", upstream=lines("om"), downstream=lines("courts"), at_least=F(1, 2))
    after = replace(CHAIN, lines=(*CHAIN.lines, courts), constraints=(FOLLOWS, half))
    found = difference((CHAIN, F(200)), (after, F(200)))
    assert found.method == "shapley"
    assert sum(totals(found).values()) == found.total


def test_a_minimum_that_moves_with_what_is_asked_is_one_change_with_it() -> None:
    def plan(asked: int) -> Plan:
        police = replace(CHAIN.lines[0], proposed=F(asked), minimum=F(asked, 2))
        return replace(CHAIN, lines=(police, CHAIN.lines[1]))

    assert totals(difference((plan(100), F(200)), (plan(60), F(200)))) == {"lines.police": -40}


def test_where_a_mixture_fits_nowhere_the_changes_are_made_in_order_and_it_is_named() -> None:
    floor = replace(CHAIN, constraints=(FOLLOWS, Level(id="floor", of=lines("police"), at_least=F(110))))
    found = difference((CHAIN, F(100)), (floor, F(137)))
    assert found.method == "order"
    assert found.unfit == (("constraints.floor",),)
    assert sum(totals(found).values()) == found.total == 37


def test_a_first_change_under_which_nothing_fits_is_joined_with_the_next() -> None:
    floor = Level(id="floor", of=lines("police"), at_least=F(50))
    before = (replace(CHAIN, constraints=(FOLLOWS, floor)), F(100))
    found = difference(before, (CHAIN, F(40)))
    assert totals(found) == {"ceiling + constraints.floor": -60}


def test_more_than_eight_changes_are_taken_together() -> None:
    many = Plan(
        id="many",
        lines=tuple(Line(id=f"line{n}", partner="a", programme="one", proposed=F(10)) for n in range(10)),
    )
    twice = replace(many, lines=tuple(replace(line, weight=F(n + 2)) for n, line in enumerate(many.lines)))
    found = difference((many, F(50)), (twice, F(60)))
    assert found.together
    assert totals(found) == {"ceiling": 10, "programme:one.weight": 0}


def test_nothing_before_is_an_answer_of_its_own() -> None:
    tied = replace(CHAIN, lines=tuple(replace(line, minimum=line.proposed) for line in CHAIN.lines))
    with pytest.raises(InfeasibleError):
        difference((tied, F(10)), (CHAIN, F(100)))


def changed(random: Random, plan: Plan) -> Plan:
    """The plan with some of its figures changed at random."""
    drawn = tuple(
        replace(line, proposed=line.proposed + random.randint(1, 5), weight=random.choice([line.weight, F(3, 2)]))
        if random.random() < 0.3
        else line
        for line in plan.lines
    )
    return replace(plan, lines=drawn, constraints=plan.constraints[random.randint(0, 1) :])


@pytest.mark.parametrize("seed", [*range(10), *(pytest.param(seed, marks=pytest.mark.long) for seed in range(10, 100))])
def test_the_effects_add_up_to_the_difference_exactly(seed: int) -> None:
    random = Random(seed)
    plan = random_plan(random, most_lines=6)
    try:
        found = difference((plan, plan.proposed / 2), (changed(random, plan), plan.proposed * F(2, 3)))
    except (InfeasibleError, InvalidPlanError):
        return
    assert sum(totals(found).values()) == found.total
    for line, amount in found.lines.items():
        assert sum(cause.lines[line] for cause in found.causes) == amount
    if found.lowest_coverage is not None and all(cause.lowest_coverage is not None for cause in found.causes):
        assert sum(cause.lowest_coverage or F(0) for cause in found.causes) == found.lowest_coverage


@pytest.mark.parametrize("seed", range(4))
def test_the_way_back_is_the_way_there_with_the_other_sign(seed: int) -> None:
    random = Random(seed)
    plan = random_plan(random, most_lines=5)
    try:
        after = changed(random, plan)
        there = difference((plan, plan.proposed / 2), (after, plan.proposed * F(2, 3)))
        back = difference((after, plan.proposed * F(2, 3)), (plan, plan.proposed / 2))
    except (InfeasibleError, InvalidPlanError):
        return
    if there.method == back.method == "shapley":
        assert totals(there) == {id_: -effect for id_, effect in totals(back).items()}


def tagged(plan: Plan, **paths: Category) -> Plan:
    by_path = {path.replace("__", ".").replace("_", "-"): category for path, category in paths.items()}
    changes = tuple(TaggedChanges(paths=(path,), category=category) for path, category in by_path.items())
    return replace(plan, changes=changes)


def test_what_each_category_of_change_did_adds_up_to_the_difference() -> None:
    after = tagged(asking(CHAIN, police=120, om=10), lines__police="price", lines__om__proposed="decision")
    found = difference((asking(CHAIN, police=100, om=12), F(1000)), (after, F(900)))
    assert {cause.id: cause.category for cause in found.causes} == {
        "ceiling": None,
        "lines.police.proposed": "price",
        "lines.om.proposed": "decision",
    }
    assert [each.category for each in found.categories] == [None, "price", "decision"]
    assert sum(each.total for each in found.categories) == found.total
    for line, amount in found.lines.items():
        assert sum(each.lines[line] for each in found.categories) == amount


def test_the_longest_path_decides_what_category_a_change_is_of() -> None:
    tags = tagged(CHAIN, lines="technical", lines__police="price", lines__police__minimum="decision").changes
    told = [
        category_of(path, tags) for path in ("lines.police.minimum", "lines.police.proposed", "lines.om", "ceiling")
    ]
    assert told == ["decision", "price", "technical", None]
    assert category_of("lines.police-chain", tags) == "technical"


def test_many_changes_are_taken_together_within_their_category() -> None:
    many = Plan(
        id="many",
        lines=tuple(
            Line(id=f"line-{n}", partner="p", programme="x" if n % 2 else "y", proposed=F(10)) for n in range(12)
        ),
    )
    after = replace(
        many,
        lines=tuple(replace(line, proposed=F(11)) for line in many.lines),
        changes=(TaggedChanges(paths=tuple(f"lines.line-{n}" for n in range(6)), category="price"),),
    )
    found = difference((many, F(1000)), (after, F(1000)))
    assert {cause.id: (cause.category, cause.total) for cause in found.causes} == {
        "price: programme:y.proposed": ("price", 3),
        "price: programme:x.proposed": ("price", 3),
        "programme:y.proposed": (None, 3),
        "programme:x.proposed": (None, 3),
    }


def test_a_difference_of_plans_without_tags_has_no_categories() -> None:
    found = difference((CHAIN, F(100)), (CHAIN, F(110)))
    assert found.categories == ()
    assert "categories" not in found.to_dict()


@pytest.mark.parametrize(
    ("paths", "said"),
    [
        (("lines.police", "lines.police"), "lines.police is tagged twice"),
        (("partner.police",), "partner.police is no path of a change"),
        ((), "there is no path"),
    ],
)
def test_paths_that_can_be_of_no_change_are_refused(paths: tuple[str, ...], said: str) -> None:
    with pytest.raises(InvalidPlanError, match=said):
        replace(CHAIN, changes=(TaggedChanges(paths=paths, category="price"),))
