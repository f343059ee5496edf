"""Plans with years in which some amounts cannot be split: every command has its tables, or says what to ask instead."""

import json
from pathlib import Path

import pytest

from flessenhals.cli import run

PLAN = """
schema: 1
plan: classes
unit: EUR million
years: {first: 2022, last: 2024}
shift: {later: 2}
ceilings: {path: {2022: 7, 2024: 12}}
lines:
  - {id: classes, partner: school, proposed: 9, step: 3}
  - {id: police, partner: police, proposed: {2022: 4, 2024: 8}}
constraints:
  - {id: recruitment, build_up: {of: classes, at_most: 4}}
"""


@pytest.fixture
def plan(tmp_path: Path) -> str:
    path = tmp_path / "plan.yaml"
    path.write_text(PLAN, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("form", ["table", "markdown", "csv", "json"])
@pytest.mark.parametrize(
    "asked", [["allocate", "path"], ["whatif", "path", "9"], ["allocate", "1", "--keep", "police"]]
)
def test_a_split_in_whole_amounts_over_years_is_shown(
    asked: list[str], form: str, language: str, plan: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run([*asked, "--plan", plan, "-f", form, "--lang", language])
    assert code == (3 if "--keep" in asked else 0)
    shown = capsys.readouterr().out
    assert json.loads(shown) if form == "json" else shown


@pytest.mark.parametrize("form", ["table", "json"])
@pytest.mark.parametrize(
    "asked", [["ladder"], ["bottlenecks", "path"], ["bottlenecks", "path", "--line", "police@2022"]]
)
def test_a_path_in_whole_amounts_has_its_jumps_and_what_the_next_euros_buy(
    asked: list[str], form: str, plan: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*asked, "--plan", plan, "-f", form]) == 0
    shown = capsys.readouterr().out
    assert json.loads(shown) if form == "json" else "of 3 at classes in 2024" in shown or "police in 2022" in shown


@pytest.mark.parametrize(
    "asked",
    [
        ["simulate", "path"],
        ["ladder", "--sparse"],
        ["bottlenecks", "path", "--within", "1%"],
    ],
)
def test_what_is_not_answered_of_it_is_refused_with_what_to_ask(
    asked: list[str], plan: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*asked, "--plan", plan]) == 2
    refused = capsys.readouterr().err
    assert "does not work for a plan with amounts that cannot be split (classes@2022" in refused
    assert " -> leave " in refused
