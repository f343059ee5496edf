"""What the README shows is what happens."""

import re
from pathlib import Path
from typing import Any

import pytest
import typer.main

from flessenhals.cli import COMMANDS, app, run

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")


def test_its_first_output_is_the_real_one(capsys: pytest.CaptureFixture[str]) -> None:
    shown = re.search(r"```console\n\$ flessenhals allocate 300\n(.*?)```", README, re.DOTALL)
    assert shown is not None
    assert run(["allocate", "300"]) == 0
    assert capsys.readouterr().out == shown[1]


@pytest.mark.parametrize(
    "command", ["compare police-only --ceiling 300", "brief 320 --since 300 --profile minister -f md -o -"]
)
def test_the_parts_of_an_output_that_it_shows_are_real_and_stand_in_this_order(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = re.search(rf"```console\n\$ flessenhals {re.escape(command)}\n(.*?)```", README, re.DOTALL)
    assert shown is not None
    assert run(command.split()) == 0
    told = capsys.readouterr().out
    for part in filter(None, (each.strip("\n") for each in shown[1].split("…\n"))):
        assert part in told
        told = told.partition(part)[2]


def test_what_it_shows_first_is_a_chain_that_bites() -> None:
    assert re.findall(r"\$ flessenhals (.+)", README)[0] == "compare police-only --ceiling 300"


def test_its_output_where_nothing_fits_is_the_real_one(capsys: pytest.CaptureFixture[str]) -> None:
    shown = re.search(r"```console\n\$ flessenhals allocate 30\n(.*?)```", README, re.DOTALL)
    assert shown is not None
    assert run(["allocate", "30"]) == 3
    assert capsys.readouterr().out == shown[1]


def test_its_output_of_a_proposal_is_the_real_one(capsys: pytest.CaptureFixture[str]) -> None:
    command = "compare source-split --scenario strict --by programme"
    shown = re.search(rf"```console\n\$ flessenhals {command}\n(.*?)```", README, re.DOTALL)
    assert shown is not None
    assert run(command.split()) == 0
    assert capsys.readouterr().out == shown[1]


def test_every_command_and_every_option_is_described() -> None:
    for command in COMMANDS:
        assert f"`{command}" in README
    for option in (
        "--plan",
        "--scenario",
        "--set",
        "--format",
        "--output",
        "--force",
        "--lang",
        "--pact",
        "--by",
        "--chart",
        "--line",
        "--within",
        "--samples",
        "--seed",
        "--threads",
        "--engine",
        "--scheduler",
        "--split",
        "--robust",
        "--ceiling",
        "--missing",
        "--sheet",
    ):
        assert option in README


def test_its_errors_are_the_real_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["init", "mine.yaml"]) == 0
    plan = Path("mine.yaml")
    written = plan.read_text(encoding="utf-8")
    wrong = written.replace("partner: legal-team", "partner: legal-teem", 1).replace("proposed: 12.5", "proposed: 12,5")
    plan.write_text(wrong, encoding="utf-8")
    assert run(["check", "--plan", "mine.yaml"]) == 2
    assert f"```text\n{capsys.readouterr().err}```" in README


def test_every_option_of_every_command_is_told_of() -> None:
    group: Any = typer.main.get_command(app(COMMANDS))
    options = {max(each.opts, key=len) for name in COMMANDS for each in group.commands[name].params}
    told = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", README))
    assert sorted(each for each in options - told if each.startswith("--")) == []
