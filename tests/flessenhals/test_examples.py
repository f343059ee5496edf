"""The briefings in docs/examples say what the program says today: `python docs/examples/make.py` makes them again."""

import re
from pathlib import Path

import pytest

from flessenhals.cli import run

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
DATE = re.compile(r'^DATE = "(\d+)"', re.MULTILINE)
SOLVER = re.compile(r"HiGHS [\d.]+, PuLP [\d.]+")


@pytest.mark.parametrize(("name", "language"), [("voorbeeld", "nl"), ("example", "en")])
@pytest.mark.parametrize("ending", ["md", "html"])
def test_an_example_is_what_its_command_makes_today(
    name: str, language: str, ending: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = DATE.search((EXAMPLES / "make.py").read_text(encoding="utf-8"))
    assert made is not None
    monkeypatch.setenv("SOURCE_DATE_EPOCH", made[1])
    monkeypatch.chdir(tmp_path)
    file = f"{name}.{ending}"
    asked = ["--proposal", "across-the-board", "--scenario", "all", "--lang", language]
    assert run(["brief", "300", "-o", file, *asked]) == 0
    today, kept = ((folder / file).read_text(encoding="utf-8") for folder in (tmp_path, EXAMPLES))
    assert len(SOLVER.findall(kept)) == 1
    assert SOLVER.sub("", today) == SOLVER.sub("", kept), "python docs/examples/make.py makes the examples again"
