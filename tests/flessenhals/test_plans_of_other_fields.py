"""The plans in examples/: each says that it is made up and answers the question that it opens with."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from pathlib import Path

import pytest

from flessenhals.cli import run

EXAMPLES = Path(__file__).parents[2] / "examples"
PLANS = sorted(path.stem for path in EXAMPLES.glob("*.yaml") if not path.stem.endswith("-proposal"))
README = (EXAMPLES / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^\$ flessenhals (.*)$", README, re.MULTILINE)
OWN = re.compile(r"^#   flessenhals (.*)$", re.MULTILINE)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of examples/ to run commands in."""
    shutil.copytree(EXAMPLES, tmp_path / "examples")
    monkeypatch.chdir(tmp_path / "examples")
    return tmp_path / "examples"


def test_there_are_six_and_the_page_about_them_names_each() -> None:
    assert len(PLANS) >= 6
    assert sorted(re.findall(r"\[([a-z-]+)\]\(\1\.yaml\)", README)) == PLANS


@pytest.mark.parametrize("plan", PLANS)
def test_a_plan_says_that_it_is_made_up_and_nothing_is_wrong_with_it(
    plan: str, folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert (folder / f"{plan}.yaml").read_text(encoding="utf-8").startswith("# Made up")
    assert run(["check", "--plan", f"{plan}.yaml", "-f", "json"]) == 0
    told = json.loads(capfd.readouterr().out)
    assert (told["idle"], told["shared"], told["unsourced"], told["asking_nothing"]) == ([], [], [], [])


@pytest.mark.parametrize("plan", PLANS)
@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.usefixtures("folder")
def test_a_plan_answers_the_question_that_it_opens_with(
    plan: str, language: str, capfd: pytest.CaptureFixture[str]
) -> None:
    (question,) = OWN.findall(Path(f"{plan}.yaml").read_text(encoding="utf-8"))
    assert run([*shlex.split(question), "--lang", language]) == 0
    assert capfd.readouterr().out or "-o" in question


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.usefixtures("folder")
def test_the_commands_on_the_page_run(command: str) -> None:
    assert run(shlex.split(command)) == 0
