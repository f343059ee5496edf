"""Every unusable plan in `tests/cases` through the command line: the words, the code, and nothing else anywhere."""

from pathlib import Path

import pytest

from flessenhals.cli import run

CASES = Path(__file__).parents[2] / "cases"
PLANS = sorted(path.name for path in CASES.glob("*.yaml"))
COMMANDS = {"check": [], "allocate": ["10"]}


@pytest.mark.parametrize("plan", PLANS)
def test_commands_refuse_an_unusable_plan_in_its_words_with_code_2_and_writes_nothing(
    plan: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(CASES)
    expected = Path(plan).with_suffix(".expected").read_text(encoding="utf-8")
    for command, arguments in COMMANDS.items():
        target = tmp_path / f"{command}.json"
        assert run([command, *arguments, "--plan", plan, "-o", str(target)]) == 2
        assert capsys.readouterr() == ("", expected)
    assert list(tmp_path.iterdir()) == []


def test_every_refusal_names_its_place_and_what_to_write() -> None:
    for path in CASES.glob("*.expected"):
        lines = path.read_text(encoding="utf-8").splitlines()
        assert 1 <= len(lines) <= 21
        for line in lines:
            assert line.startswith((path.stem, "... and ")), path
            assert " -> " in line or line.startswith("... and "), path
