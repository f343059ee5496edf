"""What the Dutch page on a plan with years shows is what is answered, and its plan reads."""

import re
import shlex
from pathlib import Path

import pytest

from flessenhals.amounts import ceiling_of
from flessenhals.cli import run
from flessenhals.data.plans.reader import loads
from flessenhals.solver.optimum.divide import allocate

PAGE = (Path(__file__).parents[2] / "docs" / "plan-met-jaren.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"```console\n\$ flessenhals (.*)\n((?:.*\n)*?)```", PAGE)


@pytest.mark.parametrize(("command", "shown"), SHOWN, ids=[command.split()[0] for command, _ in SHOWN])
def test_what_the_page_shows_is_the_answer(command: str, shown: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(shlex.split(command)) == 0
    said = capsys.readouterr().out.splitlines()
    assert [line for line in shown.splitlines() if line != "…" and line not in said] == []


def test_the_plan_on_the_page_is_one() -> None:
    (inside,) = re.findall(r"```yaml\n((?:.*\n)*?)```", PAGE)
    plan = loads("schema: 1\nplan: voorbeeld\n" + inside)
    for name in ("pad", "soorten"):
        assert not allocate(plan, ceiling_of(plan, name)).faults()


def test_the_picture_on_the_page_is_what_the_command_draws(tmp_path: Path) -> None:
    (command,) = re.findall(r"^flessenhals (allocate .*--chart years .*) -o reeks.svg$", PAGE, re.MULTILINE)
    assert run([*shlex.split(command), "-o", str(tmp_path / "reeks.svg")]) == 0
    drawn, shown = (tmp_path / "reeks.svg", Path(__file__).parents[2] / "docs" / "images" / "plan-met-jaren.svg")
    told = [re.findall(r">([^<>]+)</text>", each.read_text(encoding="utf-8")) for each in (drawn, shown)]
    assert told[0] == told[1]
    assert told[0]
