"""A comparison drawn from the command line."""

import sys
from pathlib import Path

import pytest

from flessenhals.cli import run

PROPOSAL = {"police": 60, "om": 5, "care": 10}
CHARTS = ("dumbbell", "waterfall", "chain")


@pytest.fixture
def proposal(tmp_path: Path) -> str:
    path = tmp_path / "more-police.csv"
    path.write_text(
        "line,amount\n" + "".join(f"{line},{amount}\n" for line, amount in PROPOSAL.items()), encoding="utf-8"
    )
    return str(path)


@pytest.mark.parametrize(
    ("name", "start"),
    [("c.svg", b"<svg "), ("c.png", b"\x89PNG"), ("c.html", b'<!DOCTYPE html>\n<html lang="nl">')],
)
def test_the_ending_of_the_file_says_how_it_is_drawn(
    plan: str, proposal: str, tmp_path: Path, name: str, start: bytes
) -> None:
    assert run(["compare", proposal, "--plan", plan, "-o", str(tmp_path / name), "--lang", "nl"]) == 0
    assert (tmp_path / name).read_bytes().startswith(start)


def test_each_chart_can_be_asked_by_name(plan: str, proposal: str, capsys: pytest.CaptureFixture[str]) -> None:
    drawn = set()
    for chart in CHARTS:
        assert run(["compare", proposal, "--plan", plan, "-f", "svg", "--chart", chart]) == 0
        drawn.add(capsys.readouterr().out)
    assert len(drawn) == len(CHARTS)


def test_a_chart_that_there_is_not_is_refused(plan: str, proposal: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["compare", proposal, "--plan", plan, "-f", "svg", "--chart", "split"]) == 2
    assert "chart 'split' is none of dumbbell, waterfall, chain" in capsys.readouterr().err


def test_several_proposals_are_drawn_in_one_dumbbell_and_in_nothing_else(
    plan: str, proposal: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["compare", proposal, proposal, "--plan", plan, "-f", "svg"]) == 0
    assert capsys.readouterr().out.startswith("<svg ")
    assert run(["compare", proposal, proposal, "--plan", plan, "-f", "svg", "--chart", "chain"]) == 2
    assert "chart 'chain' is of one proposal; several have dumbbell" in capsys.readouterr().err


def test_where_nothing_fits_the_proposal_is_drawn_and_the_command_stops_with_3(
    plan: str, proposal: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["compare", proposal, "--plan", plan, "--ceiling", "0.5", "-f", "svg"]) == 3
    assert "Nothing fits within" in capsys.readouterr().out


def test_without_what_draws_charts_one_line_says_what_to_install(
    plan: str, proposal: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    assert run(["compare", proposal, "--plan", plan, "-f", "svg"]) == 5
    assert capsys.readouterr().err == "charts need vl-convert-python -> pip install 'flessenhals[briefing]'\n"
