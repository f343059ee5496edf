"""What scenarios and `--set` change about a plan."""

from fractions import Fraction
from typing import Any

import pytest

from flessenhals.constraints.level import Level
from flessenhals.constraints.rule import Share
from flessenhals.constraints.selector import EVERYTHING, lines, partner
from flessenhals.data.plans.reader import loads
from flessenhals.data.source.errors import InputError
from flessenhals.solver.plan.plan import Line, Plan

PLAN = """
schema: 1
plan: small
lines:
  - {id: streets, name: {en: Streets, nl: Straten}, partner: police, proposed: 60}
  - {id: digital, partner: police, proposed: 40}
  - {id: cases, partner: om, proposed: 12.5}
constraints:
  - id: om-follows-police
    name: The OM follows
    nature: norm
    proportional: {upstream: {partner: police}, downstream: cases, at_least: 0.10}
  - id: floor
    level: {of: cases, at_least: 25%}
uncertain:
  - {path: constraints.floor.level.at_least, low: 20%, high: 30%}
scenarios:
  other:
"""


def under(scenario: str) -> Plan:
    return loads(f"{PLAN}{scenario}", scenario="other")


def changed(*changes: str) -> Plan:
    return loads(PLAN + "    title: Other", changes=changes)


def line(plan: Plan, name: str) -> Line:
    return next(line for line in plan.lines if line.id == name)


def rule(plan: Plan, name: str) -> Any:  # noqa: ANN401 - a rule of whichever kind
    return next(rule for rule in plan.constraints if rule.id == name)


def refusal(*changes: str) -> str:
    with pytest.raises(InputError) as refused:
        changed(*changes)
    return str(refused.value)


def test_fields_are_set_on_everything_selected_in_order() -> None:
    plan = under("    lines:\n      - {of: {partner: police}, weight: 2}\n      - {of: digital, weight: 3}\n")

    assert [line.weight for line in plan.lines] == [2, 3, 1]
    assert plan.scenario == "other"


def test_a_share_is_of_what_is_proposed_under_the_scenario() -> None:
    plan = under("    lines:\n      - {of: cases, proposed: 20, minimum: 50%}\n")

    assert line(plan, "cases").minimum == 10


def test_one_language_can_be_changed() -> None:
    plan = under("    lines:\n      - {of: streets, name: {nl: Wijken}}\n")

    assert line(plan, "streets").name == {"en": "Streets", "nl": "Wijken"}


def test_a_rule_is_merged_key_by_key() -> None:
    followed = rule(
        under("    constraints:\n      om-follows-police: {proportional: {at_least: 0.2}}\n"), "om-follows-police"
    )

    assert followed.at_least == Fraction(1, 5)
    assert followed.upstream == partner("police")
    assert followed.name == "The OM follows"


def test_a_selector_is_replaced_whole() -> None:
    followed = rule(
        under("    constraints:\n      om-follows-police: {proportional: {upstream: {line: streets}}}\n"),
        "om-follows-police",
    )

    assert followed.upstream == lines("streets")


def test_null_removes_a_key() -> None:
    plan = under(
        "    constraints:\n      om-follows-police: {nature: null, proportional: {at_least: null, at_most: 1}}\n"
    )

    assert rule(plan, "om-follows-police").nature is None
    assert rule(plan, "om-follows-police").at_least is None


def test_null_removes_a_rule_and_what_is_uncertain_about_it() -> None:
    plan = under("    constraints:\n      floor: null\n")

    assert [rule.id for rule in plan.constraints] == ["om-follows-police"]
    assert plan.uncertain == ()


def test_a_new_id_adds_a_rule() -> None:
    plan = under("    constraints:\n      cap: {level: {of: all, at_most: 100}}\n")

    assert plan.constraints[-1] == Level(id="cap", of=EVERYTHING, at_most=Fraction(100))


def test_the_plan_as_it_stands_is_not_touched() -> None:
    plan = loads(f"{PLAN}    constraints:\n      floor: null\n")

    assert len(plan.constraints) == 2
    assert plan.scenario is None


def test_a_field_of_a_line_is_set() -> None:
    assert line(changed("lines.cases.minimum=4"), "cases").minimum == 4


def test_changes_come_after_the_scenario_and_in_order() -> None:
    plan = loads(
        PLAN + "    lines:\n      - {of: all, weight: 5}\n",
        scenario="other",
        changes=["lines.cases.weight=2", "lines.cases.weight=3"],
    )

    assert [line.weight for line in plan.lines] == [5, 5, 3]


def test_a_number_of_a_rule_is_set() -> None:
    assert rule(
        changed("constraints.om-follows-police.proportional.at_least=0.12"), "om-follows-police"
    ).at_least == Fraction(3, 25)


def test_a_value_is_yaml() -> None:
    plan = changed(
        "constraints.floor.level.of={partner: om}", "constraints.floor.level.at_least=30%", "objective=[coverage]"
    )

    assert rule(plan, "floor").of == partner("om")
    assert rule(plan, "floor").at_least == Share(Fraction(3, 10))
    assert plan.objective == ("coverage",)


def test_null_takes_a_rule_out() -> None:
    assert [rule.id for rule in changed("constraints.floor=null").constraints] == ["om-follows-police"]


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ("lines.case.minimum=4", "'case' is not a line of this plan -> did you mean cases?"),
        ("lines.cases.minimun=4", "'minimun' is not a field here -> did you mean minimum?"),
        ("lines.cases.minimum.en=4", "'en' is not a part of minimum -> leave it out: there are none"),
        ("lines.cases=4", "'lines.cases' is not a whole path -> write lines.ID.FIELD"),
        ("line.cases.minimum=4", "'line' is not something that can be set -> did you mean lines?"),
        ("constraints.flor.level.at_least=4", "'flor' is not a constraint of this plan -> did you mean floor?"),
        ("constraints.floor.level.at_lest=4", "'at_lest' is not a part of level -> did you mean at_least?"),
        ("constraints.floor.at_least=4", "'at_least' is not a field here -> write constraints.floor.level.at_least"),
        (
            "constraints.floor.proportional.at_least=4",
            "'proportional' is not the kind of floor -> write constraints.floor.level.at_least",
        ),
        ("constraints.floor.weighted=4", "'weighted' is not the kind of floor -> write constraints.floor.level.FIELD"),
        ("lines.cases.minimum=400,5", "minimum '400,5' is not a number -> write 400.5"),
        ("lines.cases.minimum=", "minimum is missing -> write an amount or a share"),
        (
            "lines.cases.minimum=[1",
            "the '[' that opens here is not closed as it should be -> check the commas and close it with ']'",
        ),
        ("lines.cases.minimum", "has no '=' -> write PATH=VALUE"),
        ("objective=coverage", "objective 'coverage' is not a list -> write [coverage]"),
    ],
)
def test_a_change_that_cannot_be_made(change: str, wrong: str) -> None:
    assert refusal(change) == f"--set {change}: {wrong}"


def test_every_change_that_cannot_be_made_is_told() -> None:
    assert len(refusal("lines.case.minimum=4", "x=1").splitlines()) == 2


def test_a_rule_can_be_made_to_hold_in_every_group_and_together_again() -> None:
    once = changed("constraints.floor.per=partner")
    assert [row.label for row in once.rule_rows] == ["om-follows-police", "floor.om"]
    assert changed("constraints.floor.per=partner", "constraints.floor.per=").rule_rows == changed().rule_rows


STACK = f"""{PLAN.replace("  other:", "")}
  bare: {{constraints: {{floor: null}}}}
  bald: {{constraints: {{floor: null}}}}
  higher: {{constraints: {{floor: {{level: {{at_least: 30%}}}}}}}}
  anew: {{constraints: {{floor: {{level: {{of: cases, at_least: 30%}}}}}}}}
"""


def test_a_rule_that_an_earlier_scenario_of_the_stack_leaves_out_is_no_half_rule() -> None:
    with pytest.raises(InputError) as refused:
        loads(STACK, scenario="bare+higher")
    (fault,) = refused.value.faults
    assert str(fault).endswith("'floor' is left out by a scenario that is read before -> leave one of the two out")


@pytest.mark.parametrize("change", ["level.at_least=30%", "per=partner", "level.at_most=3"])
def test_a_rule_that_the_scenario_leaves_out_cannot_be_set_and_no_other_is_named_for_it(change: str) -> None:
    with pytest.raises(InputError) as refused:
        loads(STACK, scenario="bare", changes=[f"constraints.floor.{change}"])
    (fault,) = refused.value.faults
    assert str(fault).endswith("'floor' is left out by a scenario that is read before -> leave one of the two out")


@pytest.mark.parametrize(
    ("stack", "rules"),
    [
        ("higher+bare", ["om-follows-police"]),
        ("bare+bald", ["om-follows-police"]),
        ("bare+anew", ["om-follows-police", "floor"]),
    ],
)
def test_a_rule_that_is_left_out_can_be_left_out_again_or_written_anew(stack: str, rules: list[str]) -> None:
    assert [rule.id for rule in loads(STACK, scenario=stack).constraints] == rules
