"""Plans that no sensible split could exist for are refused, with everything that is wrong at once."""

import re
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

import pytest

from flessenhals.constraints import Level, Proportional, Rule
from flessenhals.constraints.rule import Share
from flessenhals.constraints.selector import EVERYTHING, lines, partner, programme
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.plan.plan import Goal, Line, Plan, StatedTotal
from flessenhals.solver.plan.problem import InvalidPlanError, shown

F = Fraction
A, B, C = (Line(id=name, partner=name, proposed=F(10)) for name in "abc")


def refused(**fields: object) -> list[str]:
    with pytest.raises(InvalidPlanError) as caught:
        Plan(**{"id": "unsound", "lines": (A, B, C), **fields})  # type: ignore[arg-type]  # fields by name
    return [str(problem) for problem in caught.value.problems]


def chain(name: str, upstream: str, downstream: str, ratio: str) -> Proportional:
    return Proportional(id=name, upstream=lines(upstream), downstream=lines(downstream), at_least=F(ratio))


def test_a_minimum_above_the_maximum() -> None:
    line = Line(id="nfi", partner="nfi", proposed=F(5), minimum=F(9, 2), maximum=F(4))
    assert refused(lines=(line,)) == [
        "lines.nfi.minimum: minimum 4.5 is above its maximum: 4 -> write 4 or less, or a maximum of 4.5 or more"
    ]


def test_a_minimum_above_the_proposal_that_is_the_maximum() -> None:
    line = Line(id="nfi", partner="nfi", proposed=F(5), minimum=F(6))
    assert refused(lines=(line,)) == [
        "lines.nfi.minimum: minimum 6 is above its proposed amount, which is its maximum: 5"
        " -> write 5 or less, or a proposed amount or a maximum of 6 or more"
    ]


@pytest.mark.parametrize("maximum", [None, F(0)])
def test_a_line_that_asks_nothing_is_never_told_to_have_a_minimum_below_0(maximum: Fraction | None) -> None:
    (told,) = refused(lines=(Line(id="nfi", partner="nfi", proposed=F(0), minimum=F(1), maximum=maximum),))
    assert "write 0, or" in told
    assert told.endswith("maximum of 1 or more")


@pytest.mark.parametrize("asked", ["0", "0.5", "5"])
@pytest.mark.parametrize("most", [None, "0", "0.25", "4"])
def test_whoever_follows_the_advice_on_a_minimum_has_a_sound_line(asked: str, most: str | None) -> None:
    line = Line(id="a", partner="a", proposed=F(asked), minimum=F("7.5"), maximum=None if most is None else F(most))
    (told,) = refused(lines=(line,))
    less, *more = re.findall(r"(?:write|of) ([0-9.]+)", told)
    followed = [replace(line, minimum=F(less))]
    if "maximum of" in told:
        followed.append(replace(line, maximum=F(more[0])))
    if "a proposed amount" in told:
        followed.append(replace(line, proposed=F(more[0])))
    for each in followed:
        Plan(id="sound", lines=(each,))


def test_a_minimum_that_is_in_another_unit_than_the_proposal() -> None:
    line = Line(id="nfi", partner="nfi", proposed=F(5), minimum=F(51), maximum=F(60))
    assert refused(lines=(line,)) == [
        "lines.nfi.minimum: minimum 51 is more than 10 times the proposed 5 -> check the unit of both amounts"
    ]


def test_a_selector_that_selects_nothing() -> None:
    rule = Proportional(id="follow", upstream=partner("army"), downstream=lines("navy"), at_least=F(1))
    assert [each.split(" -> ")[0] for each in refused(constraints=(rule,))] == [
        "constraints.follow.proportional.upstream: upstream selects no line",
        "constraints.follow.proportional.downstream: downstream selects no line",
    ]


def test_all_weights_zero() -> None:
    line = Line(id="a", partner="a", proposed=F(1), weight=F(0))
    assert refused(lines=(line,)) == [
        "lines: every weight is 0, so no split is worth more than another -> give at least one line a weight above 0, "
        "or leave value out of the objective"
    ]


@pytest.mark.parametrize("objective", [("coverage",), ("coverage", "value")])
def test_weights_play_no_part_where_coverage_comes_first(objective: tuple[Goal, ...]) -> None:
    asks = tuple(Line(id=name, partner=name, proposed=F(10), weight=F(0)) for name in "ab")
    plan = Plan(id="weightless", lines=asks, objective=objective)
    assert allocate(plan, F(5)).amounts == {"a": F(5, 2), "b": F(5, 2)}


def test_chain_rules_that_ask_for_more_of_themselves_are_named_with_their_product() -> None:
    rules = (chain("one", "a", "b", "2"), chain("two", "b", "c", "0.5"), chain("three", "c", "a", "1.1"))
    (problem,) = refused(constraints=rules)
    cycle = problem.split("chain rules ")[1].split(" feed")[0].split(" -> ")
    assert set(cycle) == {"one", "two", "three"}
    assert cycle[0] == cycle[-1]
    assert " = 1.1 of itself -> lower the ratios until their product is at most 1" in problem


@pytest.mark.parametrize(
    "rules",
    [
        (chain("one", "a", "b", "2"), chain("two", "b", "a", "0.5")),
        (chain("one", "a", "b", "2"), chain("two", "b", "c", "2")),
        (
            chain("one", "a", "b", "2"),
            Proportional(id="part", upstream=lines("c"), downstream=lines("a", "b"), at_least=F(2)),
        ),
    ],
    ids=["a cycle that keeps its size", "a chain without a cycle", "money that need not go round"],
)
def test_chain_rules_that_do_not_grow_are_sound(rules: tuple[Rule, ...]) -> None:
    assert Plan(id="sound", lines=(A, B, C), constraints=rules).constraints == rules


def test_a_rule_that_asks_nothing_or_contradicts_itself_or_follows_itself() -> None:
    rules = (
        Level(id="empty", of=EVERYTHING),
        Level(id="turned", of=lines("a"), at_least=Share(F(1, 2)), at_most=Share(F(1, 4))),
        chain("self", "a", "a", "0.5"),
    )
    assert refused(constraints=rules) == [
        "constraints.empty.level: asks nothing -> give it at_least, at_most or both",
        "constraints.turned.level.at_least: at_least 50% is above at_most 25% -> write 25% or less",
        "constraints.self.proportional.downstream: downstream is the same as upstream"
        " -> name the lines that the work arrives at",
    ]


def test_ids_that_stand_twice_and_the_ceilings_own_name() -> None:
    rules = (chain("ceiling", "a", "b", "1"), chain("twice", "a", "b", "1"), chain("twice", "a", "c", "1"))
    assert refused(lines=(A, A, B, C), constraints=rules) == [
        "lines.a: stands 2 times -> give each an id of its own",
        "constraints.twice: stands 2 times -> give each an id of its own",
        "constraints.ceiling: is the name of the ceiling itself -> give the rule another id",
    ]


def test_amounts_below_zero() -> None:
    line = Line(id="a", partner="a", proposed=F(-1), minimum=F(-2), weight=F(-1, 2))
    assert [each.split(" -> ")[0] for each in refused(lines=(line, B))] == [
        "lines.a.proposed: proposed -1 is below 0",
        "lines.a.minimum: minimum -2 is below 0",
        "lines.a.weight: weight -0.5 is below 0",
    ]


def test_no_lines_and_no_or_repeated_stages() -> None:
    assert refused(lines=()) == ["lines: there are no lines -> name at least one budget line"]
    assert refused(objective=()) == ["objective: there is no stage -> write [value, coverage]"]
    assert refused(objective=("value", "value")) == ["objective: a stage stands twice -> name each stage once"]


def test_a_stated_total_that_its_lines_do_not_add_up_to() -> None:
    totals = (StatedTotal(of=EVERYTHING, proposed=F("30.5")), StatedTotal(of=lines("a"), proposed=F(10)))
    assert refused(totals=totals) == [
        "totals.0.proposed: stated total 30.5 is 0.5 more than its lines, which add up to 30"
        " -> write 30, mend the lines, or say by printed_to what the source rounds to"
    ]


@pytest.mark.parametrize(
    ("number", "text"),
    [(F(1, 10), "0.1"), (F(400), "400"), (F(1, 3), "1/3"), (F("-2.50"), "-2.5"), (F(10**20), "1" + "0" * 20)],
)
def test_numbers_are_shown_as_one_would_write_them(number: Fraction, text: str) -> None:
    assert shown(number) == text


TOWNS = (
    Line(id="delft-police", partner="delft", programme="police", department="south", proposed=F(10)),
    Line(id="delft-om", partner="delft", programme="om", proposed=F(10)),
    Line(id="ede-police", partner="ede", programme="police", proposed=F(10)),
)
PER_TOWN = Proportional(
    id="om", per="partner", upstream=programme("police"), downstream=programme("om"), at_least=F(1, 10)
)


def test_a_rule_per_group_that_finds_only_one_of_its_sides_in_a_group() -> None:
    assert refused(lines=TOWNS, constraints=(PER_TOWN,)) == [
        "constraints.om.proportional.downstream: downstream selects no line in partner ede, where the rule selects "
        "others -> give it such a line, or leave its other lines out of the selection"
    ]


def test_a_rule_per_group_that_selects_lines_of_no_group() -> None:
    rule = Level(id="floor", per="department", of=programme("police"), at_least=F(1))
    assert refused(lines=TOWNS, constraints=(rule,)) == [
        "constraints.floor.per: ede-police names no department"
        " -> give each line that the rule selects a department, or select fewer lines"
    ]


def test_a_group_whose_rows_would_have_the_label_of_a_bound() -> None:
    line = Line(id="a", partner="minimum", proposed=F(1))
    rule = Level(id="a", per="partner", of=lines("a"), at_least=F(1))
    assert refused(lines=(line,), constraints=(rule,)) == [
        "constraints.a.per: partner minimum is the name of a bound -> give it another id"
    ]


def test_a_thousand_rules_that_feed_each_other_are_found_to_grow() -> None:
    names = [f"a{number}" for number in range(1_000)]
    (told,) = refused(
        lines=tuple(Line(id=name, partner=name, proposed=F(10)) for name in names),
        constraints=tuple(chain(f"r-{one}", one, other, "2") for one, other in pairwise([*names, names[0]])),
    )
    assert "-> r-a11 -> r-a12 -> 988 more -> r-a1 feed each other: one euro asks for more than 1 of itself" in told
