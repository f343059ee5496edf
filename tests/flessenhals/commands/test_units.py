"""Amounts that cannot be split, from the command line."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

import flessenhals as fh
from flessenhals.cli import run
from flessenhals.solver.program.errors import IndivisibleError
from flessenhals.solver.sensitivity.whole.bottlenecks import WholeBottlenecks
from flessenhals.solver.sensitivity.whole.ladder import WholeLadder
from flessenhals.solver.units import search

if TYPE_CHECKING:
    from pathlib import Path

PLAN = """
schema: 1
plan: courts
lines:
  - {id: court, partner: courts, proposed: 10, step: 2}
  - {id: centre, partner: centres, proposed: 6, smallest: 100%}
  - {id: police, partner: police, proposed: 10}
constraints:
  - {id: follow, proportional: {upstream: {partner: police}, downstream: {line: court}, at_least: 0.5}}
"""


@pytest.fixture
def plan(tmp_path: Path) -> str:
    file = tmp_path / "courts.yaml"
    file.write_text(PLAN)
    return str(file)


def test_json_says_the_step_or_the_smallest_amount_at_the_line(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["allocate", "17", "--plan", plan, "-f", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    lines = {line["id"]: line for line in found["lines"]}
    assert lines["court"]["step"] == 2
    assert lines["centre"]["smallest"] == 6
    assert not {"step", "smallest"} & lines["police"].keys()
    assert found["certificate"]["verified"] is True
    assert found["certificate"]["parts"] >= 1


def test_csv_has_the_same_columns_for_every_line(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["allocate", "17", "--plan", plan, "-f", "csv"]) == 0
    header, *rows = capsys.readouterr().out.splitlines()
    assert header.endswith("step,smallest")
    assert {row.count(",") for row in rows} == {header.count(",")}


@pytest.mark.parametrize("ceiling", ["0", "3", "14", "17", "25", "26", "30"])
def test_what_binds_is_found_also_where_one_more_reaches_no_whole_amount(
    plan: str, ceiling: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["bottlenecks", ceiling, "--plan", plan]) == 0
    assert "What binds at" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("ceiling", "said"),
    [
        ("26", "Everything that is asked fits within 26"),
        ("30", "Everything that is asked fits within 30"),
        ("26", "no other line gets more, and the lowest coverage goes from 100.0% to 80.0%."),
        ("16", "other lines get 2 more, and the lowest coverage stays 40.0%."),
        ("30", "No constraint changes the lowest coverage, or the number of units anywhere, if it is relieved of 1."),
    ],
)
def test_what_does_not_change_is_not_said_to_go_from_one_figure_to_the_same(
    plan: str, ceiling: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["bottlenecks", ceiling, "--plan", plan]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert said in out
    assert not re.search(r"goes from ([0-9.]+%) to \1", out)
    assert " 0 more" not in out
    assert "up 0," not in out


def test_coverage_cannot_fall_where_all_get_what_they_ask(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["allocate", "30", "--plan", plan]) == 0
    assert "can fall" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "In whole amounts: 2 of 5 at court; centre stands."),
        ("nl", "In hele bedragen: 2 van 5 bij court; centre gaat door."),
    ],
)
def test_it_is_said_which_units_stand(plan: str, language: str, told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["allocate", "14", "--plan", plan, "--lang", language]) == 0
    assert told in capsys.readouterr().out


def test_set_takes_the_new_fields(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    changes = ["--set", "lines.police.parts=4", "--set", "lines.centre.smallest=0"]
    assert run(["allocate", "17", "--plan", plan, "-f", "json", *changes]) == 0
    lines = {line["id"]: line for line in json.loads(capsys.readouterr().out)["lines"]}
    assert lines["police"]["step"] == 2.5
    assert lines["police"]["allocated"] % 2.5 == 0
    assert "smallest" not in lines["centre"]


def test_a_minimum_is_rounded_up_and_a_maximum_down(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    changes = ["--set", "lines.court.minimum=3", "--set", "lines.court.maximum=9"]
    assert run(["allocate", "17", "--plan", plan, "-f", "json", *changes]) == 0
    lines = {line["id"]: line for line in json.loads(capsys.readouterr().out)["lines"]}
    assert (lines["court"]["minimum"], lines["court"]["maximum"]) == (4, 8)


def test_ceilings_side_by_side_are_in_whole_amounts(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["whatif", "5", "10", "15", "--plan", plan, "-f", "json"]) == 0
    results = json.loads(capsys.readouterr().out)["results"]
    assert all(line["allocated"] % 2 == 0 for result in results for line in result["lines"] if line["id"] == "court")


def test_where_nothing_fits_the_lowest_ceiling_is_in_whole_amounts(
    plan: str, capsys: pytest.CaptureFixture[str]
) -> None:
    changes = ["--set", "lines.police.minimum=5"]
    assert run(["allocate", "8", "--plan", plan, "-f", "json", *changes]) == 3
    found = json.loads(capsys.readouterr().out)
    assert found["lowest_feasible_ceiling"] == 9  # 5 asks 2.5 of the courts, and half a court does not exist
    assert found["conflict"] == ["ceiling", "follow", "police.minimum"]
    assert found["parts"] >= 1


@pytest.mark.parametrize("language", ["en", "nl"])
def test_what_only_whole_amounts_rule_out_is_told_so(
    plan: str, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    changes = ["--set", "lines.police.minimum=5", "--lang", language]
    assert run(["allocate", "8", "--plan", plan, *changes]) == 3
    assert {"en": "could hold together", "nl": "kunnen samen gelden"}[language] in capsys.readouterr().out


def test_the_whole_proof_goes_to_a_file_that_checks_by_itself(plan: str, tmp_path: Path) -> None:
    target = tmp_path / "proof.json"
    assert run(["allocate", "17", "--plan", plan, "--certificate", str(target)]) == 0
    command = [sys.executable, "-m", "flessenhals.solver.units", str(target)]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    assert told.returncode == 0
    assert "proved" in told.stdout


def test_a_plan_that_can_be_split_has_no_such_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["allocate", "300", "--certificate", str(tmp_path / "proof.json")]) == 2
    assert "cannot be split" in capsys.readouterr().err


def test_a_search_that_takes_too_long_stops_with_what_is_proved(
    plan: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(search, "MOST_PROGRAMS", 1)
    assert run(["allocate", "13", "--plan", plan, "-f", "json"]) == 4
    found = json.loads(capsys.readouterr().out)
    assert found["status"] == "stopped"
    assert found["gap"] == found["bound"] - found["reached"] >= 0
    assert [line["id"] for line in found["lines"]] == ["court", "centre", "police"]


@pytest.mark.parametrize(
    ("change", "odd", "told"),
    [
        ("lines.court.step=3", "less than asked", "gets € 9 million at most"),
        ("lines.court.step=20", "nothing fits", "always gets nothing"),
        ("lines.centre.minimum=1", "never nothing", "at least, never nothing"),
        ("lines.court.minimum=3", "minimum rises", "rounded up"),
    ],
)
def test_check_says_what_is_odd_about_whole_amounts(
    plan: str, change: str, odd: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    unit = ["--set", "unit=EUR million"]
    assert run(["check", "--plan", plan, "--set", change, "-f", "json"]) == 0
    assert odd in {each["odd"] for each in json.loads(capsys.readouterr().out)["units"]}
    assert run(["check", "--plan", plan, "--set", change, *unit]) == 0
    assert told in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize(
    "command",
    [
        ["bottlenecks", "17", "--within", "1%"],
        ["bottlenecks", "17", "--line", "court"],
        ["ladder", "-f", "svg"],
        ["allocate", "17", "-o", "plan.lp"],
        ["brief", "17", "-o", "brief.md"],
    ],
)
def test_what_is_not_answered_in_whole_amounts_is_refused_with_the_reason(
    plan: str, command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run([*command, "--plan", plan]) == 2
    assert "where amounts cannot be split (court, centre)" in capsys.readouterr().err


def test_bottlenecks_say_what_the_next_euros_buy(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["bottlenecks", "17", "--plan", plan, "-f", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {each["why"] for each in found["bottlenecks"]} == {"units"}
    assert {each["price"] for each in found["bottlenecks"]} == {None}
    assert found["next"]["ceiling"] >= 17
    assert isinstance(found["next"]["attained"], bool)


def test_stages_over_groups_come_first_in_whole_amounts_too(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    objective = "objective=[{value: {partner: centres}}, {coverage: partner}, coverage]"
    assert run(["allocate", "11", "--plan", plan, "--set", objective, "-f", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {line["id"]: line["allocated"] for line in found["lines"]} == {"court": 2, "centre": 6, "police": 3}
    assert found["certificate"]["verified"] is True


YEARS = """
schema: 1
plan: years
years: {first: 2022, last: 2024}
lines:
  - {id: court, partner: courts, proposed: {2022: 4, 2023: 8, 2024: 10}, parts: 2}
  - {id: centre, partner: centres, proposed: 5, smallest: 100%, from: 2023}
  - {id: police, partner: police, proposed: 20}
"""


def test_parts_and_smallest_amounts_are_those_of_each_year(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "years.yaml"
    file.write_text(YEARS)
    assert run(["allocate", "17", "--plan", str(file), "-f", "json"]) == 0
    lines = {line["id"]: line["allocated"] for line in json.loads(capsys.readouterr().out)["lines"]}
    assert {year: amount % half for (year, amount), half in zip(lines["court"].items(), (2, 4, 5), strict=True)} == {
        "2022": 0,
        "2023": 0,
        "2024": 0,
    }
    assert set(lines["centre"].values()) <= {0, 5}


def test_from_python_the_same_questions_are_asked(plan: str) -> None:
    loaded = fh.load(plan)
    found = fh.bottlenecks(loaded, 17)
    assert isinstance(found, WholeBottlenecks)
    assert found.to_dict()["bottlenecks"][0]["why"] == "units"
    ladder = fh.ladder(loaded)
    assert isinstance(ladder, WholeLadder)
    assert ladder.steps[-1].amounts == {"court": 10, "centre": 6, "police": 10}
    with pytest.raises(IndivisibleError):
        fh.bottlenecks(loaded, 17, within="1%")
