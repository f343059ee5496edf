"""Asking as people ask: keep, drop, add a rule, change a selection, read under several scenarios, from anywhere."""

import io
import json
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import highspy
import pytest
from judge import Answer, asked

from flessenhals.data.plans.reader import load
from flessenhals.data.source.errors import InputError
from flessenhals.solver.plan.plan import Plan

PLAN = """\
schema: 1
plan: small
unit: EUR million per year
lines:
  - {id: street, partner: police, programme: law, proposed: 60, minimum: 10, tags: [visible]}
  - {id: desk, partner: police, programme: law, proposed: 20}
  - {id: om, partner: om, programme: law, proposed: 10}
  - {id: care, partner: care, programme: help, proposed: 10, maximum: 12}
constraints:
  - {id: om-follows, proportional: {upstream: {partner: police}, downstream: om, at_least: 0.1}}
scenarios:
  strict: {title: {en: Strict, nl: Streng}, constraints: {om-follows: {proportional: {at_least: 0.12}}}}
  heavy: {title: {en: Heavy, nl: Zwaar}, lines: [{of: care, weight: 2}]}
  whole: {keep: [{partner: care}, {of: desk, at: 5}], drop: om}
"""


@pytest.fixture(autouse=True)
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    Path("plan.yaml").write_text(PLAN, encoding="utf-8")
    monkeypatch.setenv("FLESSENHALS_PLAN", "plan.yaml")
    return "plan.yaml"


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
        ("strict+hevy", "'hevy' plan.yaml has no such scenario -> did you mean heavy?"),
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


def from_stdin(monkeypatch: pytest.MonkeyPatch, content: str | bytes, *arguments: str) -> Answer:
    raw = content.encode() if isinstance(content, str) else content
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8"))
    return asked(list(arguments))


def test_a_plan_from_stdin(monkeypatch: pytest.MonkeyPatch) -> None:
    answer = from_stdin(monkeypatch, PLAN, "whatif", "50", "--scenario", "all", "--plan", "-")

    assert answer.code == 0, answer.err
    assert "stdin:3:8" in from_stdin(monkeypatch, "schema: 1\nplan: p\nlines: 3.5\n", "check", "--plan", "-").err


CSV = "line;amount\nstreet;30,5\ndesk;10\nom;5\ncare;5\n"


@pytest.mark.parametrize(
    "content",
    [
        CSV,
        CSV.replace(",", ".").replace(";", ","),
        f"\n;\n{CSV}",
        "street: 30.5\ndesk: 10\nom: 5\ncare: 5\n",
        "# ours\nline:\n  street: 30.5\n  desk: 10\n  om: 5\n  care: 5\n",
        '{"street": 30.5, "desk": 10, "om": 5, "care": 5}',
        '{"line": {"street": 30.5, "desk": 10, "om": 5, "care": 5}}',
    ],
)
def test_a_proposal_from_stdin_whatever_its_form(content: str, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = from_stdin(monkeypatch, content, "compare", "-", "-f", "json")

    assert answer.code == 0, answer.err
    assert json.loads(answer.out)["total"] == 50.5


@pytest.mark.parametrize("ending", ["xlsx", "json", "csv"])
def test_what_allocate_writes_is_read_from_stdin(ending: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert asked(["allocate", "50", "-o", f"split.{ending}"]).code == 0

    answer = from_stdin(monkeypatch, Path(f"split.{ending}").read_bytes(), "compare", "-", "-f", "json")

    assert json.loads(answer.out)["is_optimal"]


def test_stdin_cannot_be_the_plan_and_the_proposal(monkeypatch: pytest.MonkeyPatch) -> None:
    answer = from_stdin(monkeypatch, PLAN, "compare", "-", "--plan", "-")

    assert (answer.code, answer.err) == (
        2,
        "a proposal -: stdin has been read as --plan -> give one of the two as a file\n",
    )


@pytest.mark.parametrize(
    ("command", "endings"),
    [
        (["allocate", "50"], ".txt, .json, .csv, .md, .svg, .png, .html, .xlsx, .lp, .mps"),
        (["whatif", "50"], ".txt, .json, .csv, .md, .xlsx"),
        (["ladder"], ".txt, .json, .csv, .md, .svg, .png, .html, .xlsx"),
        (["bottlenecks", "50"], ".txt, .json, .csv, .md"),
        (["check"], ".txt, .json, .csv, .md"),
        (["diff", "50", "60"], ".txt, .json, .csv, .md, .svg, .png, .html, .xlsx"),
    ],
    ids=lambda each: each[0] if isinstance(each, list) else "",
)
@pytest.mark.parametrize("given", [[], ["-f", "json"]])
def test_an_ending_that_a_command_does_not_write_is_refused_with_those_it_does(
    command: list[str], endings: str, given: list[str]
) -> None:
    answer = asked([*command, "-o", "r.pdf", *given])

    assert (answer.code, answer.err) == (2, f"r.pdf: .pdf is not written here -> end it in {endings}\n")
    assert not Path("r.pdf").exists()


@pytest.mark.parametrize(
    "command",
    [["allocate", "50"], ["whatif", "40", "50"], ["ladder"], ["compare", "s.csv"], ["diff", "40", "50"]],
    ids=lambda command: command[0],
)
def test_the_workbook_of_a_result_has_the_columns_of_its_csv(command: list[str]) -> None:
    from python_calamine import CalamineWorkbook  # noqa: PLC0415 - for this test alone

    Path("s.csv").write_text(CSV, encoding="utf-8")
    assert asked([*command, "-o", "r.xlsx"]).code == 0
    assert asked([*command, "-o", "r.csv"]).code == 0

    rows = CalamineWorkbook.from_path("r.xlsx").get_sheet_by_index(0).to_python()
    written = Path("r.csv").read_text(encoding="utf-8").splitlines()
    assert rows[0] == written[0].split(",")
    assert len(rows) == len(written)


@pytest.mark.parametrize("ending", ["lp", "mps"])
def test_another_solver_reads_the_value_stage_and_finds_its_value(ending: str) -> None:
    given = ["--set", "care.weight=2", "--rule", "{id: third, level: {of: desk, at_most: 25%}}"]
    given += ["--set", "constraints.om-follows.proportional.at_least=1/3"]
    value = json.loads(asked(["allocate", "50", "-f", "json", *given]).out)["value"]
    assert asked(["allocate", "50", "-o", f"p.{ending}", *given]).code == 0

    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)  # noqa: FBT003 - its own form
    solver.readModel(f"p.{ending}")
    solver.run()

    assert solver.getObjectiveValue() == pytest.approx(value)
    assert solver.getNumCol() == 4


def errors(*arguments: str) -> list[dict[str, Any]]:
    answer = asked([*arguments, "-f", "json"])
    assert answer.code == 2
    assert answer.err
    found = json.loads(answer.out)
    assert list(found) == ["errors"]
    return list(found["errors"])


def test_errors_are_json_where_json_was_asked() -> None:
    Path("bad.yaml").write_text(PLAN.replace("proposed: 60", "proposed: 60,5"), encoding="utf-8")

    assert errors("allocate", "50", "--plan", "bad.yaml")[0] == {
        "file": "bad.yaml",
        "line": 5,
        "column": 64,
        "field": None,
        "value": "5",
        "problem": "is not a field of a line",
        "advice": "write decimals with a point, not a comma",
    }
    assert errors("allocate", "x")[0]["problem"] == "is not a number"
    assert errors("allocate", "50", "--nonsense")[0]["problem"]
    assert errors("allocate", "50", "--lang", "xx")[0]["problem"].startswith("flessenhals allocate: ")


def test_without_json_nothing_but_stderr() -> None:
    assert asked(["allocate", "x"]).out == ""


def test_a_slice_off_every_line_spares_those_that_are_excepted() -> None:
    found = json.loads(asked(["compare", "--slice", "20%", "--except", "partner:police", "-f", "json"]).out)

    assert [line["proposal"] for line in found["lines"]] == [60, 20, 8, 8]
    assert (
        'The proposal "20% less for every line except police"'
        in asked(["compare", "--slice", "20%", "--except", "partner:police"]).out
    )


def test_a_slice_stands_beside_other_proposals() -> None:
    Path("s.csv").write_text(CSV, encoding="utf-8")
    answer = asked(["compare", "s.csv", "--slice", "8%", "-f", "json"])

    assert answer.code == 0, answer.err


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ([], "no proposal is given -> name a file, or take a slice off every line: --slice 8%"),
        (["--slice", "8"], "'8' is not a share -> write it with a percent sign"),
        (["--slice", "108%"], "is more than everything"),
        (["s.csv", "--except", "om"], "--except says what --slice spares -> give --slice too"),
        (["--slice", "8%", "--except", "omm"], "--except omm: 'omm' is not a line of this plan -> did you mean om?"),
    ],
)
def test_a_slice_that_is_none_is_refused(given: list[str], said: str) -> None:
    Path("s.csv").write_text(CSV, encoding="utf-8")
    answer = asked(["compare", *given])

    assert answer.code == 2
    assert said in answer.err


def differences(*arguments: str) -> list[dict[str, Any]]:
    answer = asked(["whatif", *arguments, "-f", "json"])
    assert answer.code == 0, answer.err
    return [
        {**result["against"], "by": {line["id"]: line["difference"] for line in result["lines"]}}
        for result in json.loads(answer.out)["results"]
    ]


def test_differences_with_another_ceiling() -> None:
    for found in differences("40", "50", "--against", "45"):
        assert (found["scenario"], found["ceiling"], found["total"]) == (None, 45, 45)
    assert sum(differences("50", "--against", "45")[0]["by"].values()) == pytest.approx(5)


def test_differences_with_a_scenario_and_with_the_plan_as_it_stands() -> None:
    (strict,) = differences("50", "--against", "strict")
    assert (strict["scenario"], strict["ceiling"]) == ("strict", 50)
    (plan,) = differences("50", "--scenario", "strict", "--keep", "care", "--against", "plan")
    assert (plan["scenario"], plan["ceiling"]) == (None, 50)
    assert plan["by"]["care"] > 0


def test_differences_stand_beside_amounts_in_the_table_and_in_csv() -> None:
    table = asked(["whatif", "40", "50", "--against", "45"]).out
    assert table.splitlines()[1].split() == ["Line", "Proposed", "40", "than", "45", "50", "than", "45"]
    assert (
        asked(["whatif", "50", "--against", "45", "-f", "csv"])
        .out.splitlines()[0]
        .endswith("against_scenario,against_ceiling,difference")
    )


def test_where_one_of_the_two_does_not_fit_there_is_no_difference() -> None:
    (found,) = differences("50", "--against", "5")
    assert found["total"] is None
    assert set(found["by"].values()) == {None}


def test_against_something_that_is_not_there() -> None:
    answer = asked(["whatif", "50", "--against", "strikt"])
    assert answer.err == "--against strikt: is no ceiling and no scenario -> did you mean strict?\n"


@pytest.mark.parametrize(
    ("given", "meant"), [("10", "10%"), ("0.1", "10%"), ("2.5", "2.5%"), ("ten", "1%"), ("800", "1%")]
)
def test_the_share_to_write_is_the_one_that_was_meant(given: str, meant: str) -> None:
    answer = asked(["compare", "--slice", given])

    assert f"write it with a percent sign, such as {meant}\n" in answer.err


def test_whatif_of_a_plan_without_programmes_has_no_row_that_repeats_the_total() -> None:
    answer = asked(["whatif", "80", "90", "-f", "csv"])
    shown = asked(["whatif", "80", "90"])

    assert answer.code == 0, answer.err
    assert "(none named)" not in shown.out
    assert shown.out.count("Total") == 1


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
