"""The command `diff`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from flessenhals.cli import run

if TYPE_CHECKING:
    from pathlib import Path


def test_a_scenario_alone_is_what_comes_after(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", "400", "--scenario", "strict", "-f", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["before"]["total"], found["after"]["total"], found["method"]) == (400.0, 398.0, "shapley")
    (cause,) = found["causes"]
    assert (cause["id"], cause["total"]) == ("constraints.courts-follow-om.proportional.upstream", -2.0)
    assert cause["lines"]["om-prevention"] == -2.0


def test_two_ceilings_are_before_and_after(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", "300", "400", "--lang", "nl"]) == 0
    told = capsys.readouterr().out
    assert "In totaal wordt € 400 mln verdeeld in plaats van € 300 mln: € 100 mln meer." in told
    assert "De laagste dekking gaat van 72,8% naar 100,0%." in told


def test_a_change_of_a_figure_is_told_from_what_to_what(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", "300", "--set", "lines.nfi.minimum=5", "--set", "lines.tax.weight=2"]) == 0
    told = capsys.readouterr().out
    assert "Netherlands Forensic Institute (NFI): minimum € 0 million → € 5 million" in told
    assert "Tax Administration, EOS teams: weight 1 → 2" in told


def test_a_chart_and_a_table_by_partner_are_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    chart = tmp_path / "why.svg"
    assert run(["diff", "300", "400", "--scenario", "complex-cases", "-o", str(chart)]) == 0
    assert chart.read_text(encoding="utf-8").startswith("<svg")
    assert run(["diff", "300", "400", "--by", "partner", "-f", "csv"]) == 0
    assert capsys.readouterr().out.startswith("cause,line,change")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["300"], "nothing differs -> give a second CEILING"),
        (["1", "2", "3"], "CEILING stands 3 times"),
        (["300", "--scenario", "strict", "--scenario", "strict", "--scenario", "strict"], "--scenario stands 3 times"),
    ],
)
def test_what_cannot_be_compared_is_refused(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["diff", *arguments]) == 2
    assert said in capsys.readouterr().err


def test_where_nothing_fits_before_the_reason_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", "30", "300"]) == 3
    assert "Nothing fits within € 30 million a year" in capsys.readouterr().out
