"""Amounts that cannot be split, from the command line."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

import highspy
import pytest

import flessenhals as fh
from flessenhals.cli import run
from flessenhals.solver.program.errors import IndivisibleError
from flessenhals.solver.rounding.rounding import rounded
from flessenhals.solver.sensitivity.whole.found import WholeBottlenecks
from flessenhals.solver.sensitivity.whole.ladder import WholeLadder

if TYPE_CHECKING:
    from pathlib import Path


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


def test_the_whole_proof_goes_to_a_file_that_checks_by_itself(plan: str, tmp_path: Path) -> None:
    target = tmp_path / "proof.json"
    assert run(["allocate", "17", "--plan", plan, "--certificate", str(target)]) == 0
    command = [sys.executable, "-m", "flessenhals.solver.units", str(target)]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    assert told.returncode == 0
    assert "proved" in told.stdout


def test_stages_over_groups_come_first_in_whole_amounts_too(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    objective = "objective=[{value: {partner: centres}}, {coverage: partner}, coverage]"
    assert run(["allocate", "11", "--plan", plan, "--set", objective, "-f", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {line["id"]: line["allocated"] for line in found["lines"]} == {"court": 2, "centre": 6, "police": 3}
    assert found["certificate"]["verified"] is True


def test_parts_and_smallest_amounts_are_those_of_each_year(years: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["allocate", "17", "--plan", years, "-f", "json"]) == 0
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


@pytest.mark.parametrize("ending", ["lp", "mps"])
@pytest.mark.parametrize("ceiling", ["7", "16", "23"])
def test_the_exported_program_has_whole_numbers_and_the_same_value(
    plan: str, ending: str, ceiling: str, tmp_path: Path
) -> None:
    file = tmp_path / f"plan.{ending}"
    assert run(["allocate", ceiling, "--plan", plan, "-o", str(file)]) == 0
    solver = highspy.Highs()
    solver.silent()
    solver.readModel(str(file))
    solver.run()
    value = fh.allocate(fh.load(plan), ceiling).value
    assert abs(solver.getObjectiveValue()) == pytest.approx(float(value))
    assert list(solver.getLp().integrality_).count(highspy.HighsVarType.kInteger) == 2


@pytest.mark.parametrize(
    ("ending", "language"),
    [("md", "en"), ("md", "nl"), ("html", "en"), ("html", "nl"), ("docx", "en"), ("odt", "nl"), ("xlsx", "en")],
)
def test_a_briefing_counts_the_units(plan: str, ending: str, language: str, tmp_path: Path) -> None:
    file = tmp_path / f"brief.{ending}"
    assert run(["brief", "16", "--plan", plan, "-o", str(file), "--lang", language]) == 0
    if ending in {"md", "html"}:
        said = " ".join(file.read_text(encoding="utf-8").split())
        assert {"en": "2 of 5", "nl": "2 van 5"}[language] in said
        assert {"en": "3 of 5 at court (now 2)", "nl": "3 van 5 bij court (nu 2)"}[language] in said or "20" in said
        slider = {"en": "follows straight lines, is left out", "nl": "die rechte lijnen volgt, is weggelaten"}[language]
        assert (slider in said) == (ending == "html")
    else:
        assert zipfile.is_zipfile(file)


def test_printed_amounts_keep_the_number_of_units(plan: str) -> None:
    loaded = fh.load(plan)
    thirds = replace(loaded.line_by_id["court"], step=None, parts=3)
    loaded = replace(loaded, lines=tuple(thirds if line.id == "court" else line for line in loaded.lines))
    split = fh.allocate(loaded, "17")
    printed = rounded(loaded, Fraction(17), split.amounts)
    unit = Fraction(10, 3)
    assert round(printed.amounts["court"] / unit) * unit == split.amounts["court"]
    assert abs(printed.amounts["court"] - split.amounts["court"]) < Fraction(1, 10)
    assert printed.faults() == []
