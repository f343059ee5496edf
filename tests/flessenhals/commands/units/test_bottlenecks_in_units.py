"""What holds whole amounts back, and what is said when more cannot be had."""

from __future__ import annotations

import json
import re
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

import flessenhals as fh
from flessenhals.briefing.results.whole.bottlenecks import onward
from flessenhals.cli import run
from flessenhals.solver.sensitivity.whole.bottlenecks import whole_bottlenecks

if TYPE_CHECKING:
    from pathlib import Path


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
        ("30", "No constraint that leaves no room changes the lowest coverage, or the number of units anywhere, if it"),
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


def test_bottlenecks_say_what_the_next_euros_buy(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["bottlenecks", "17", "--plan", plan, "-f", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {each["why"] for each in found["bottlenecks"]} == {"units"}
    assert {each["price"] for each in found["bottlenecks"]} == {None}
    assert found["next"]["ceiling"] >= 17
    assert isinstance(found["next"]["attained"], bool)


def test_what_more_of_a_path_buys(years: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["bottlenecks", "up", "--plan", years]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "At 125.00% of the path: 2 of 2 at court in 2024 (now 1)." in said
    assert run(["bottlenecks", "up", "--plan", years, "-f", "json"]) == 0
    onward = json.loads(capsys.readouterr().out)["next"]
    assert (onward["share"], onward["attained"], onward["changes"]) == (1.25, True, {"court@2024": 10})


def test_what_forbids_a_unit_is_named_and_not_the_unit_itself(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    held = ["--set", "lines.centre.minimum=6"]
    assert run(["bottlenecks", "7", "--plan", plan, *held]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "1 of 5 at court does not fit as long as all of these hold: the ceiling and the minimum of centre." in said
    assert run(["bottlenecks", "7", "--plan", plan, *held, "-f", "json"]) == 0
    (unit,) = json.loads(capsys.readouterr().out)["units"]
    assert (unit["id"], unit["conflict"]) == ("court", ["ceiling", "centre.minimum"])


def test_one_line_is_asked_about(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["bottlenecks", "16", "--plan", plan, "--line", "police", "-f", "json"]) == 0
    units = json.loads(capsys.readouterr().out)["units"]
    assert [(each["id"], each["change"], each["amount"]) for each in units] == [
        ("police", "more", 5),
        ("police", "less", 3),
    ] or {each["id"] for each in units} == {"police"}


def test_a_ceiling_that_rises_can_lower_the_lowest_coverage(tmp_path: Path) -> None:
    file = tmp_path / "falls.yaml"
    file.write_text("""
schema: 1
plan: falls
lines:
  - {id: court, partner: courts, proposed: 4, step: 4, weight: 2}
  - {id: police, partner: police, proposed: 4}
""")
    found = whole_bottlenecks(fh.load(str(file)), Fraction(3))
    said = " ".join(onward(found, "en"))
    assert "At 4, which is 1 more: 1 of 1 at court (now 0)." in said
    assert "police helps to pay for it: that line gets less than just before." in said
