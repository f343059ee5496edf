"""What a shell completes: the names that a plan, a proposal, a format or a language goes by."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import typer.main
from sheets import write_xlsx

from flessenhals.briefing.formats import FORMATS
from flessenhals.cli import COMMANDS, app, run
from flessenhals.terminal.output import OutputError
from flessenhals.terminal.shared import settings

GROUP: Any = typer.main.get_command(app(COMMANDS))
ANY_FILE = {"--output", "--template", "--certificate", "file"}
NAMING = {"NAME", "ID", "SELECTION", "FILE", "PROPOSAL"}

PLAN = """\
schema: 1
plan: made-up
years: {first: 2026, last: 2027}
lines:
  - {id: bridges, name: {en: Bridges, nl: Bruggen}, partner: works, proposed: 60}
  - {id: bicycles, partner: works, proposed: 10, tags: [green]}
scenarios: {lean: {drop: bicycles}, late: {drop: bridges}}
"""


def parameters() -> list[tuple[str, Any]]:
    return [(name, each) for name in COMMANDS for each in GROUP.commands[name].params]


def called(parameter: Any) -> str:  # noqa: ANN401 - typer's own kind, within it
    return max(parameter.opts, key=len)


def is_named(parameter: Any) -> bool:  # noqa: ANN401 - the same
    """Whether its help shows that it takes one of some words, or the name of something."""
    words = (parameter.metavar or "").strip("[].").split("|")
    return len(words) > 1 or words[0] in NAMING or called(parameter) in {"--format", "--lang"}


def completed(*words: str) -> list[str]:
    """What stands in the place of the last word."""
    command = GROUP.commands[words[0]]
    *before, incomplete = words[1:]
    option = before.pop() if before and before[-1].startswith("-") else None
    context = command.make_context(words[0], before, resilient_parsing=True)
    wanted = next(
        each for each in command.params if (option in each.opts if option else each.param_type_name == "argument")
    )
    return [item.value for item in wanted.shell_complete(context, incomplete)]


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    return "plan.yaml"


@pytest.mark.parametrize(
    ("command", "parameter"),
    [
        pytest.param(name, each, id=f"{name} {called(each)}")
        for name, each in parameters()
        if is_named(each) and called(each) not in ANY_FILE
    ],
)
def test_every_option_that_takes_a_name_or_one_of_some_words_completes_it(
    command: str,
    parameter: Any,  # noqa: ANN401
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    write_xlsx(Path("book.xlsx"), {"Amounts": [["line"]]})
    given = {"compare": ["book.xlsx"], "brief": ["--proposal", "book.xlsx"]}  # whose sheets --sheet completes
    context = GROUP.commands[command].make_context(command, given.get(command, []), resilient_parsing=True)
    assert parameter.shell_complete(context, ""), f"commands/{command}.py: {called(parameter)} has no autocompletion"


@pytest.mark.parametrize("option", ["--scenario", "--line", "--lang", "--format", "--plan", "proposals", "--proposal"])
def test_what_is_asked_of_completion_is_among_them(option: str) -> None:
    assert [each for _, each in parameters() if called(each) == option and is_named(each)]


def test_scenarios_are_those_of_the_plan_that_is_named(plan: str) -> None:
    assert completed("allocate", "40", "--plan", plan, "--scenario", "l") == ["lean", "late"]
    assert completed("diff", "40", "--plan", plan, "--scenario", "le") == ["lean"]


def test_scenarios_are_those_of_the_plan_that_the_environment_names(plan: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FLESSENHALS_PLAN", plan)
    assert completed("allocate", "40", "--scenario", "") == ["lean", "late"]


def test_a_scenario_behind_another_is_completed_and_not_named_twice(plan: str) -> None:
    assert completed("allocate", "40", "--plan", plan, "--scenario", "lean+") == ["lean+late"]


def test_several_readings_can_be_all_of_them(plan: str) -> None:
    assert completed("whatif", "40", "--plan", plan, "--scenario", "") == ["lean", "late", "all"]
    assert completed("whatif", "40", "--plan", plan, "--against", "") == ["lean", "late", "plan"]


def test_lines_are_completed_once_each_also_where_there_are_years(plan: str) -> None:
    assert completed("bottlenecks", "40", "--plan", plan, "--line", "b") == ["bridges", "bicycles"]


def test_lines_show_their_names_in_the_language_that_was_asked(plan: str) -> None:
    command = GROUP.commands["bottlenecks"]
    context = command.make_context("x", ["40", "--plan", plan, "--lang", "nl"], resilient_parsing=True)
    line = next(each for each in command.params if "--line" in each.opts)
    assert [item.help for item in line.shell_complete(context, "")] == ["Bruggen", "bicycles"]


def test_selections_are_lines_and_what_they_can_be_selected_by(plan: str) -> None:
    selections = ["bridges", "bicycles", "all", "partner:works", "tags:green"]
    assert completed("allocate", "40", "--plan", plan, "--keep", "") == selections
    for selection in selections:
        assert run(["lines", "--plan", plan, "--keep", selection, "-f", "csv"]) == 0


def test_plans_and_proposals_that_ship_stand_beside_the_files_here(plan: str) -> None:
    Path("police.csv").write_text("line,amount\n", encoding="utf-8")
    assert completed("allocate", "40", "--plan", "p") == ["pact-2021", "pact-2021-build-up", plan]
    assert completed("compare", "p") == ["police-only", plan, "police.csv"]


def test_the_sheets_are_those_of_the_workbook_that_is_named(plan: str) -> None:
    write_xlsx(Path("book.xlsx"), {"Toelichting": [["x"]], "Bedragen": [["line"]]})
    Path("torn.xlsx").write_bytes(b"PK")
    assert completed("compare", "book.xlsx", "--plan", plan, "--sheet", "") == ["Toelichting", "Bedragen"]
    assert completed("brief", "40", "--proposal", "book.xlsx", "--plan", plan, "--sheet", "B") == ["Bedragen"]
    assert completed("compare", "torn.xlsx", "--sheet", "") == []
    assert completed("compare", "nowhere.xlsx", "--sheet", "") == []


def test_a_path_is_left_to_the_shell(plan: str) -> None:
    assert completed("compare", f"./{plan}") == []
    assert completed("allocate", "40", "--plan", "../") == []


@pytest.mark.parametrize("source", ["-", "nowhere.yaml", "broken.yaml", "/dev/stdin", "."])
def test_a_plan_that_cannot_be_read_completes_nothing_and_says_nothing(
    source: str, plan: str, capfd: pytest.CaptureFixture[str]
) -> None:
    Path(plan).with_name("broken.yaml").write_text("schema: [", encoding="utf-8")
    assert completed("allocate", "40", "--plan", source, "--scenario", "") == []
    assert completed("allocate", "40", "--plan", source, "--drop", "") == []
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("command", ["allocate", "ladder", "brief"])
def test_formats_that_are_completed_are_formats_that_are_written(command: str) -> None:
    formats = completed(command, *(["40"] if command != "ladder" else []), "--format", "")
    if command == "brief":
        assert formats == list(FORMATS)
        return
    for format_ in formats:
        assert settings(format_=format_, charts=("any",)).format == format_
    with pytest.raises((typer.BadParameter, OutputError)):
        settings(format_="none-of-these")


def test_a_shell_is_answered(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_FLESSENHALS_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", "flessenhals\nallocate\n--lang\n")
    monkeypatch.setenv("COMP_CWORD", "3")
    with pytest.raises(SystemExit) as stopped:
        run([])
    assert stopped.value.code == 0
    assert capfd.readouterr().out.split() == ["en", "nl"]


def test_nothing_that_reads_plans_is_imported_for_it_at_a_start() -> None:
    reads = "flessenhals.data.plans.reader"
    code = f"import sys, flessenhals.terminal.completion; sys.exit({reads!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
