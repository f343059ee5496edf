"""A plan, from its text to the plan itself."""

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flessenhals.constraints.rule import Share
from flessenhals.constraints.selector import EVERYTHING, Condition, Selector
from flessenhals.data.plans.reader import load, loads
from flessenhals.data.plans.starter import starter
from flessenhals.data.source.errors import InputError
from flessenhals.solver.plan.plan import Line, Plan

SMALL = """
schema: 1
plan: small
title: {en: Small, nl: Klein}
unit: EUR million per year
partners: {police: {en: National Police, nl: Nationale Politie}, om: Prosecution}
lines:
  - {id: streets, partner: police, programme: enforcement, proposed: 60, minimum: 50%, tags: [visible]}
  - {id: digital, partner: police, proposed: 40, maximum: 120%, weight: 1/3}
  - {id: cases, name: Cases, partner: om, proposed: 12.5, minimum: 2}
constraints:
  - id: om-follows-police
    nature: norm
    source: "§1.3"
    proportional: {upstream: {partner: police}, downstream: cases, at_least: 0.10}
  - id: visible-share
    level: {of: {tags: [visible]}, at_least: 25%}
scenarios:
  strict:
    title: A stricter reading
    lines:
      - {of: {partner: police}, weight: 2}
      - {of: streets, weight: 3, minimum: 5}
    constraints:
      om-follows-police: {proportional: {upstream: all, at_least: 0.2}}
      visible-share: null
      cap: {level: {of: all, at_most: 100}}
uncertain:
  - {path: constraints.visible-share.level.at_least, low: 20%, high: 30%}
  - {of: {partner: police}, field: proposed, low: 90%, mode: 1, high: 120%}
"""


def line(plan: Plan, name: str) -> Line:
    return next(line for line in plan.lines if line.id == name)


def rule(plan: Plan, name: str) -> Any:  # noqa: ANN401 - a rule of whichever kind
    return next(rule for rule in plan.constraints if rule.id == name)


def refusal(text: str, scenario: str | None = None) -> str:
    with pytest.raises(InputError) as refused:
        loads(text, scenario=scenario)
    return str(refused.value)


def test_numbers_are_exact() -> None:
    plan = loads(SMALL)

    assert line(plan, "cases").proposed == Fraction(25, 2)
    assert line(plan, "digital").weight == Fraction(1, 3)
    assert rule(plan, "om-follows-police").at_least == Fraction(1, 10)


def test_a_bound_may_be_a_share_of_what_is_proposed() -> None:
    plan = loads(SMALL)

    assert line(plan, "streets").minimum == 30
    assert line(plan, "digital").maximum == 48


def test_what_is_left_out_has_its_default() -> None:
    cases = line(loads(SMALL), "cases")

    assert (cases.maximum, cases.weight, cases.tags, cases.note) == (None, 1, (), None)
    assert loads(SMALL).objective == ("value", "coverage")


def test_texts_are_plain_or_one_per_language() -> None:
    plan = loads(SMALL)

    assert plan.title == {"en": "Small", "nl": "Klein"}
    assert plan.partners["om"] == "Prosecution"


def test_scenarios_are_offered_by_name_with_their_titles() -> None:
    assert loads(SMALL).scenarios == {"strict": "A stricter reading"}


@pytest.mark.parametrize(
    ("written", "selector"),
    [
        ("all", EVERYTHING),
        ("cases", Selector((Condition(line=("cases",)),))),
        ("{partner: police, tags: visible}", Selector((Condition(partner=("police",), tags=("visible",)),))),
        ("{partner: [police, om]}", Selector((Condition(partner=("police", "om")),))),
        ("[cases, {tags: visible}]", Selector((Condition(line=("cases",)), Condition(tags=("visible",))))),
    ],
)
def test_a_selection(written: str, selector: Selector) -> None:
    plan = loads(SMALL.replace("of: {tags: [visible]}", f"of: {written}"))

    assert rule(plan, "visible-share").of == selector


def test_a_level_may_be_a_share_of_everything() -> None:
    assert rule(loads(SMALL), "visible-share").at_least == Share(Fraction(1, 4))


def test_uncertainty_in_the_unit_of_what_it_is_about_or_as_a_factor() -> None:
    share, factor = loads(SMALL).uncertain

    assert (share.low, share.mode, share.high) == (Fraction(1, 5), None, Fraction(3, 10))
    assert (factor.low, factor.mode, factor.high) == (Fraction(9, 10), 1, Fraction(6, 5))


def test_a_stated_total_that_holds() -> None:
    plan = loads(SMALL + "totals:\n  - {of: {partner: police}, proposed: 100}\n")

    assert plan.totals[0].proposed == 100


def test_faults_of_form_and_of_one_line_are_told_together() -> None:
    text = SMALL.replace("minimum: 2}", "minimum: 20}").replace("unit:", "units:")

    assert refusal(text).splitlines() == [
        "plan.yaml:5:1: 'units' is not a field of a plan -> did you mean unit?",
        "plan.yaml:10:68: line cases: minimum 20 is above its proposed amount, which is its maximum: 12.5 "
        "-> write 12.5 or less, or a proposed amount or a maximum of 20 or more",
    ]


def test_what_is_wrong_with_the_plan_is_not_said_again_for_every_scenario() -> None:
    assert refusal(SMALL.replace("minimum: 2}", "minimum: 20}")).count("minimum 20") == 1


def test_a_scenario_is_checked_when_nobody_asks_for_it() -> None:
    assert refusal(SMALL.replace("minimum: 5}", "minimum: 70}")) == (
        "plan.yaml:23:43: under scenario strict, line streets: minimum 70 is above its proposed amount, "
        "which is its maximum: 60 -> write 60 or less, or a proposed amount or a maximum of 70 or more"
    )


def test_an_unknown_scenario() -> None:
    assert refusal(SMALL, scenario="strikt") == (
        "--scenario strikt: plan.yaml has no such scenario -> did you mean strict?"
    )


def test_a_plan_in_a_file_is_named_as_it_was_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.yaml").write_text("colour: red", encoding="utf-8")

    with pytest.raises(InputError, match=r"^mine.yaml:1:1: "):
        load("mine.yaml")


def test_the_plan_that_ships_is_read_and_so_are_its_scenarios() -> None:
    plan = load()

    assert plan.id == "pact-2021"
    assert {load(scenario=name).scenario for name in plan.scenarios} == set(plan.scenarios)


def test_the_starter_is_a_plan() -> None:
    plan = loads(starter())

    assert len(plan.lines) == 6
    assert loads(starter(), scenario="more-appeals").scenario == "more-appeals"


Tree = str | list[Any] | dict[str, Any]
PARTS = ("lines", "constraints", "scenarios", "uncertain", "totals")
FIELDS = ["id", "partner", "proposed", "minimum", "proportional", "level", "of", "upstream", "downstream", "at_least"]
OTHERS = [
    "path",
    "low",
    "high",
    "field",
    "title",
    "table",
    "all",
    "nfi",
    "om",
    "1",
    "5",
    "10%",
    "1,5",
    "null",
    "~",
    "en",
]
WORDS = st.sampled_from([*PARTS, *FIELDS, *OTHERS])
TREES = st.recursive(
    WORDS,
    lambda inside: st.one_of(st.lists(inside, max_size=3), st.dictionaries(WORDS, inside, max_size=4)),
    max_leaves=20,
)


def as_flow(tree: Tree) -> str:
    if isinstance(tree, dict):
        return "{" + ", ".join(f"{key}: {as_flow(value)}" for key, value in tree.items()) + "}"
    return "[" + ", ".join(map(as_flow, tree)) + "]" if isinstance(tree, list) else tree


@given(st.one_of(st.text(), st.text("abc:-[]{}#&*!|>'\"%@`\n\t 019.,", max_size=40)))
@settings(max_examples=300, deadline=None)
def test_any_text_is_a_plan_or_is_refused(text: str) -> None:
    read_or_refused(text)


@given(st.dictionaries(st.sampled_from(PARTS), TREES))
@settings(max_examples=300, deadline=None)
def test_any_tree_is_a_plan_or_is_refused(parts: dict[str, Tree]) -> None:
    read_or_refused("schema: 1\nplan: p\n" + "".join(f"{key}: {as_flow(tree)}\n" for key, tree in parts.items()))


@given(TREES, st.sampled_from([*PARTS, "objective", "partners"]))
@settings(max_examples=300, deadline=None)
def test_any_part_of_a_plan_may_be_something_else(tree: Tree, part: str) -> None:
    kept = [it for it in SMALL.split("\n") if not it.startswith(f"{part}:")]
    read_or_refused("\n".join([*kept, f"{part}: {as_flow(tree)}"]))


@given(st.one_of(st.text(), st.builds("{}={}".format, st.text("lines.constraints.streets", max_size=30), st.text())))
@settings(deadline=None)
def test_any_change_is_made_or_refused(change: str) -> None:
    read_or_refused(SMALL, changes=[change])


def read_or_refused(text: str, changes: Sequence[str] = ()) -> None:
    try:
        plan = loads(text, changes=changes)
    except InputError as error:
        plan = None
        said = str(error)
    assert isinstance(plan, Plan) or " -> " in said


def test_a_stated_total_is_held_against_the_plan_as_it_stands_and_not_against_what_if() -> None:
    stated = SMALL + "totals:\n  - {of: all, proposed: 112.5}\n"
    assert loads(stated).totals[0].proposed == Fraction("112.5")
    assert loads(stated, changes=["lines.cases.proposed=13"]).totals == ()
    with pytest.raises(InputError, match=r"stated total 112 is 0.5 less than its lines, which add up to 112.5"):
        loads(stated.replace("proposed: 112.5}", "proposed: 112}"))


def test_what_follows_from_a_misspelt_key_or_id_alone_is_not_told() -> None:
    plan = """\
schema: 1
plan: p
lines:
- {id: Field Work, partner: p, proposed: 10}
- {id: b, partner: p, proposed: 10}
constraint:
- {id: chain, proportional: {upstream: field-work, downstream: b, at_least: 0.1}}
scenarios: {strict: {constraints: {chain: {proportional: {at_least: 0.2}}}}}
uncertain:
- {path: constraints.chain.proportional.at_least, low: 0.1, high: 0.2}
"""
    with pytest.raises(InputError) as refused:
        loads(plan)
    assert str(refused.value).splitlines() == [
        "plan.yaml:4:8: id 'Field Work' is not an id -> write field-work",
        "plan.yaml:6:1: 'constraint' is not a field of a plan -> did you mean constraints?",
    ]
