"""Asking as people ask: keep, drop, add a rule, change a selection, read under several scenarios, from anywhere."""

import json
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import pytest
from judge import asked

from flessenhals.data.plans.reader import load
from flessenhals.data.source.errors import InputError
from flessenhals.solver.plan.plan import Plan


def of(plan: Plan, line: str) -> tuple[Fraction, Fraction, Fraction]:
    """What a line asks and its bounds."""
    found = plan.line_by_id[line]
    return found.proposed, found.minimum, found.upper


def amounts(*arguments: str) -> dict[str, float]:
    answer = asked(["allocate", *arguments, "-f", "json"])
    assert answer.code == 0, answer.err
    return {line["id"]: line["allocated"] for line in json.loads(answer.out)["lines"]}


def refusal(**how: Sequence[str]) -> str:
    with pytest.raises(InputError) as refused:
        load("plan.yaml", **how)  # type: ignore[arg-type]
    return str(refused.value)


@pytest.mark.parametrize(
    ("change", "minimums"),
    [
        ("partner:police.minimum=50%", {"street": 30, "desk": 10, "om": 0, "care": 0}),
        ("all.minimum=10%", {"street": 6, "desk": 2, "om": 1, "care": 1}),
        ("programme:law.minimum=1", {"street": 1, "desk": 1, "om": 1, "care": 0}),
        ("tags:visible.minimum=2", {"street": 2, "desk": 0, "om": 0, "care": 0}),
        ("partner:om,care.minimum=3", {"street": 10, "desk": 0, "om": 3, "care": 3}),
        ("desk,partner:care.minimum=3", {"street": 10, "desk": 3, "om": 0, "care": 3}),
        ("desk.minimum=4", {"street": 10, "desk": 4, "om": 0, "care": 0}),
        ("{partner: police, tags: visible}.minimum=5", {"street": 5, "desk": 0, "om": 0, "care": 0}),
        ("[om, {partner: care}].minimum=5", {"street": 10, "desk": 0, "om": 5, "care": 5}),
    ],
)
def test_a_figure_of_a_selection_of_lines_is_set(change: str, minimums: dict[str, int]) -> None:
    plan = load("plan.yaml", changes=[change])

    assert {line.id: line.minimum for line in plan.lines} == minimums


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("partner:polic.minimum=1", "'polic' is not a partner of this plan -> did you mean police?"),
        ("partner:police.minimun=1", "'minimun' is not a field here -> did you mean minimum?"),
        ("partner:police=1", "'partner:police' is not a whole path -> write partner:police.FIELD"),
        ("colour:red.minimum=1", "'colour' is not a field to select by"),
        ("{partner: police, programme: help}.minimum=1", "selects no line"),
        ("police.minimum=1", "'police' is not a line of this plan -> write partner:police"),
        ("partner:desk.minimum=1", "'desk' is not a partner of this plan -> write line:desk"),
    ],
)
def test_a_selection_that_comes_to_nothing_is_refused(change: str, said: str) -> None:
    assert said in refusal(changes=[change])


def test_a_rule_is_added() -> None:
    plan = load("plan.yaml", rules=["{id: cap, level: {of: {partner: police}, at_most: 50}}"])

    assert [rule.id for rule in plan.constraints] == ["om-follows", "cap"]


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("{id: om-follows, level: {of: om, at_most: 5}}", "id 'om-follows' is the id of a rule that is there -> write"),
        ("{id: cap, level: {of: omm, at_most: 5}}", "'omm' is not a line of this plan -> did you mean om?"),
        ("{level: {of: om, at_most: 5}}", "id is missing in a constraint"),
        ("om at most 5", "is not a rule -> write"),
        ("{id: cap", "--rule {id: cap"),
    ],
)
def test_a_rule_that_is_none_is_refused(rule: str, said: str) -> None:
    assert said in refusal(rules=[rule])


@pytest.mark.parametrize("option", ["keeps", "drops"])
def test_a_partner_that_is_named_as_a_line_is_told_how_it_is_selected(option: str) -> None:
    assert "'police' is not a line of this plan -> write partner:police" in refusal(**{option: ["police"]})


def test_kept_lines_have_what_they_ask_whatever_their_bounds_say() -> None:
    plan = load("plan.yaml", keeps=["partner:police"])

    assert of(plan, "street") == (60, 60, 60)
    assert of(plan, "desk") == (20, 20, 20)
    assert [line.kept for line in plan.lines] == [True, True, False, False]


def test_lines_are_kept_at_an_amount() -> None:
    plan = load("plan.yaml", keeps=["partner:police=12.5", "care=0"])

    assert of(plan, "street") == (60, Fraction("12.5"), Fraction("12.5"))
    assert of(plan, "care") == (10, 0, 0)


def test_a_line_is_kept_at_the_ask_that_was_set_before() -> None:
    assert of(load("plan.yaml", changes=["desk.proposed=30"], keeps=["desk"]), "desk") == (30, 30, 30)


def test_a_dropped_line_stands_at_nothing_and_rules_still_see_it() -> None:
    plan = load("plan.yaml", drops=["om"])

    assert of(plan, "om") == (0, 0, 0)
    answer = asked(["allocate", "50", "--drop", "om"])
    assert answer.code == 3  # of the 10 that the street gets at least, the OM asks a tenth
    assert amounts("50", "--drop", "om", "--set", "street.minimum=0") == {"street": 0, "desk": 0, "om": 0, "care": 12}


def test_a_dropped_line_has_no_minimum_and_counts_in_no_coverage() -> None:
    found = json.loads(asked(["allocate", "22", "--drop", "street", "-f", "json"]).out)

    assert found["lowest_coverage"] == pytest.approx(0.55)
    assert [line["allocated"] for line in found["lines"]] == [0, 11, 5.5, 5.5]


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ({"keeps": ["om"], "drops": ["om"]}, "--drop om: 'om' is dropped here and kept at --keep om -> choose one"),
        ({"keeps": ["om=3", "all"]}, "--keep all: 'om' is kept at another amount at --keep om=3 -> choose one of them"),
        (
            {"changes": ["lines.om.minimum=3"], "drops": ["om"]},
            "sets a line that is dropped -> leave one of the two out",
        ),
        ({"changes": ["partner:om.minimum=3"], "drops": ["om"]}, "sets a line that is dropped"),
        ({"keeps": ["omm"]}, "'omm' is not a line of this plan -> did you mean om?"),
        ({"keeps": ["om=many"]}, "is not a number"),
        ({"keeps": [""]}, "selects nothing"),
        ({"drops": ["partner:"]}, "is not a partner of this plan"),
    ],
)
def test_what_contradicts_itself_is_refused(how: dict[str, Sequence[str]], said: str) -> None:
    assert said in refusal(**how)


def test_a_change_of_more_than_what_is_dropped_counts_for_the_rest() -> None:
    plan = load("plan.yaml", changes=["all.minimum=10%"], drops=["om"])

    assert [line.minimum for line in plan.lines] == [6, 2, 0, 1]


def test_a_scenario_may_keep_and_drop() -> None:
    plan = load("plan.yaml", scenario="whole", changes=["street.minimum=0"])

    assert of(plan, "care") == (10, 10, 10)
    assert of(plan, "desk") == (20, 5, 5)
    assert of(plan, "om") == (0, 0, 0)


def test_scenarios_are_stacked_from_left_to_right() -> None:
    plan = load("plan.yaml", scenario="strict+heavy")

    assert plan.scenario == "strict+heavy"
    assert plan.line_by_id["care"].weight == 2
    assert plan.rule_rows[0].coefficients["street"] == Fraction(-12, 100)
    assert "Scenario: Strict + Heavy" in asked(["allocate", "50", "--scenario", "strict+heavy"]).out
    assert "Scenario: Streng + Zwaar" in asked(["allocate", "50", "--scenario", "strict+heavy", "--lang", "nl"]).out


def test_stacked_scenarios_in_every_command_that_knows_scenarios(tmp_path: Path) -> None:
    brief = asked(["brief", "50", "--scenario", "strict+heavy", "-o", str(tmp_path / "b.md")])
    assert brief.code == 0, brief.err
    assert "Strict + Heavy" in (tmp_path / "b.md").read_text(encoding="utf-8")
    for command in (["whatif", "50"], ["bottlenecks", "50"], ["check"], ["ladder"], ["diff", "50"]):
        assert asked([*command, "--scenario", "strict+heavy"]).code == 0


@pytest.mark.parametrize(
    ("scenario", "said"),
    [
        ("strict+hevy", "'hevy' is no scenario of plan.yaml -> did you mean heavy?"),
        ("strict+strict", "names a scenario twice -> name each once"),
    ],
)
def test_a_stack_with_a_scenario_that_is_not_there_is_refused(scenario: str, said: str) -> None:
    with pytest.raises(InputError) as refused:
        load("plan.yaml", scenario=scenario)
    assert said in str(refused.value)


@pytest.mark.parametrize(
    "command",
    [
        ["allocate", "50"],
        ["whatif", "50"],
        ["ladder"],
        ["bottlenecks", "50"],
        ["compare", "street=1"],
        ["simulate", "50"],
        ["check"],
        ["diff", "50"],
        ["brief", "50", "-o", "-", "-f", "md"],
    ],
    ids=lambda command: command[0],
)
@pytest.mark.parametrize("option", [("--keep", "omm"), ("--drop", "omm"), ("--rule", "x"), ("--set", "omm.weight=2")])
def test_every_command_takes_them(command: list[str], option: tuple[str, str]) -> None:
    answer = asked([*command, *option])

    assert answer.code == 2
    assert option[0] in answer.err


@pytest.mark.parametrize(
    "twice",
    [
        ["--plan", "plan.yaml", "--plan", "other.yaml"],
        ["--lang", "nl", "--lang=en"],
        ["-o", "a.json", "--output", "b.json"],
        ["-fjson", "-f", "csv"],
        ["--scenario", "strict", "--scenario", "heavy"],
    ],
)
def test_an_option_given_twice_that_takes_one_value_is_refused(twice: list[str]) -> None:
    answer = asked(["allocate", "50", *twice])

    assert answer.code == 2
    assert "is given 2 times and takes one value -> keep one" in answer.err


def test_a_flag_may_be_given_twice_and_so_may_what_is_repeatable() -> None:
    given = [
        "--force",
        "--force",
        "--set",
        "desk.minimum=1",
        "--set",
        "care.minimum=1",
        "--keep",
        "om=4",
        "--keep",
        "care",
    ]
    assert asked(["allocate", "50", *given]).code == 0


@pytest.mark.parametrize(
    "command",
    [["diff", "flat", "build-up"], ["compare", "--slice", "8%", "--ceiling", "flat"], ["whatif", "flat"]],
    ids=lambda command: command[0],
)
def test_a_path_goes_by_its_name(command: list[str]) -> None:
    assert asked([*command, "--plan", "pact-2021-build-up"]).code == 0


def test_what_is_not_made_of_years_is_refused_for_that(tmp_path: Path) -> None:
    answer = asked(["ladder", "flat", "--plan", "pact-2021-build-up", "-o", str(tmp_path / "ladder.svg")])

    assert answer.code == 2
    assert answer.err == ("--plan: this is not made of a plan with years -> leave it out, or take a plan of one year\n")
