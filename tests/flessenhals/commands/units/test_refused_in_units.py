"""What is refused or stops where amounts cannot be split."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from flessenhals.cli import run
from flessenhals.solver.units import search

if TYPE_CHECKING:
    from pathlib import Path


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


@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_range_near_the_best_split_is_refused_with_the_reason(
    plan: str, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["bottlenecks", "16", "--plan", plan, "--within", "1%", "--lang", language]) == 2
    said = " ".join(capsys.readouterr().err.split())
    assert {"en": "lie apart from each other", "nl": "liggen los van elkaar"}[language] in said
    assert "court, centre" in said


@pytest.mark.parametrize("language", ["en", "nl"])
def test_draws_are_refused_with_the_reason(plan: str, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["simulate", "16", "--plan", plan, "--lang", language]) == 2
    said = " ".join(capsys.readouterr().err.split())
    assert {"en": "would need a search of its own", "nl": "zou een eigen zoektocht vragen"}[language] in said
