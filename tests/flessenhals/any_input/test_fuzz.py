"""Whatever is read or typed: a code that is agreed, no traceback, and nothing on stdout but an answer.

`python -m pytest -m long tests/flessenhals/any_input/test_fuzz.py` tries far more.
"""

import json
import os
from pathlib import Path

import pytest
from drawn.mutants import GOOD, LINE_TABLES, PLANS, command_lines
from hypothesis import HealthCheck, given, settings
from judge import Answer, asked, refused_well
from trials.damage import KINDS, tried

short = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
thorough = settings(short, max_examples=20_000, derandomize=False)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fuzz")


def agreed(answer: Answer) -> None:
    if answer.code in {0, 3}:
        assert answer.out
        assert " -> " not in answer.err  # what a table was read as may be said, nothing has to be mended
    else:
        assert answer.code == 2
        assert refused_well(answer) == []


def read(plan: bytes, folder: Path) -> None:
    (folder / "plan.yaml").write_bytes(plan)
    agreed(asked(["check", "--plan", str(folder / "plan.yaml")]))
    divided = asked(["allocate", "80", "--plan", str(folder / "plan.yaml"), "-f", "json"])
    agreed(divided)
    if divided.code == 0:
        assert json.loads(divided.out)["certificate"]["verified"] is True


def read_table(table: bytes, folder: Path) -> None:
    (folder / "lines.csv").write_bytes(table)
    read(b"schema: 1\nplan: large\nlines: lines.csv\n", folder)


def typed(arguments: list[str], folder: Path) -> None:
    (folder / "plan.yaml").write_bytes(GOOD)
    before = set(folder.iterdir())
    os.environ["FLESSENHALS_PLAN"] = str(folder / "plan.yaml")
    try:
        agreed(asked(arguments))
    finally:
        del os.environ["FLESSENHALS_PLAN"]
    assert set(folder.iterdir()) == before


@given(plan=PLANS)
@short
def test_a_plan_that_went_wrong(plan: bytes, folder: Path) -> None:
    read(plan, folder)


@given(table=LINE_TABLES)
@short
def test_a_table_that_went_wrong(table: bytes, folder: Path) -> None:
    read_table(table, folder)


@given(arguments=command_lines())
@short
def test_a_command_line_that_went_wrong(arguments: list[str], folder: Path) -> None:
    typed(arguments, folder)


@pytest.mark.parametrize("kind", KINDS)
def test_damaged_files_are_met_with_agreed_codes_and_no_traceback(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    codes, failed = tried(kind, 12, seed=7)
    assert failed == 0
    assert codes.keys() <= {0, 2, 3, 4}


@pytest.mark.long
@given(plan=PLANS)
@thorough
def test_many_plans_that_went_wrong(plan: bytes, folder: Path) -> None:
    read(plan, folder)


@pytest.mark.long
@given(table=LINE_TABLES)
@thorough
def test_many_tables_that_went_wrong(table: bytes, folder: Path) -> None:
    read_table(table, folder)


@pytest.mark.long
@given(arguments=command_lines())
@thorough
def test_many_command_lines_that_went_wrong(arguments: list[str], folder: Path) -> None:
    typed(arguments, folder)
