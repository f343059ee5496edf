"""What a cold command takes in: no more than it needs. How long that takes is for `bench/startup.py`."""

import subprocess
import sys

import pytest

ASKED = """\
import sys
from flessenhals.cli import run
code = run(sys.argv[1:])
print(code, *sys.modules, file=sys.stderr)
"""
# PuLP 4 brings pydantic along, PuLP 3 does not: it is no choice of ours.
HEAVY = {"pandas", "scipy", "numba", "rich", "vl_convert", "jinja2", "docx", "odfdo", "typst", "xlsxwriter"}
SOLVERS = {"pulp", "highspy", "numpy", "yaml"}
# The rooms, and the words, of which an ordinary split needs nothing.
ELSEWHERE = tuple(
    f"flessenhals.{room}"
    for room in (
        *("api", "notebook", "study", "orders", "data.tables", "data.sheets", "data.proposals"),
        *("solver.sensitivity", "solver.comparison", "solver.rounding", "solver.simulation", "solver.units"),
        *("briefing.charts", "briefing.document", "briefing.brief", "briefing.page", "briefing.writers"),
        *("briefing.text.words.errors", "briefing.text.words.paper", "briefing.text.words.proposals"),
    )
)
# Modules of ours on the way to a split; whoever needs more says here why: large programs ask `elimination` too, and
# `progress` shows a bar after a second.
MOST = 119


def imported(*arguments: str) -> set[str]:
    done = subprocess.run([sys.executable, "-c", ASKED, *arguments], capture_output=True, text=True, check=True)
    code, *modules = done.stderr.split()
    assert code == "0"
    return set(modules)


@pytest.fixture(scope="module")
def on_the_way_to_a_split() -> set[str]:
    return imported("allocate", "300")


def test_a_split_imports_nothing_heavy(on_the_way_to_a_split: set[str]) -> None:
    assert on_the_way_to_a_split & HEAVY == set()
    assert on_the_way_to_a_split >= SOLVERS


def test_a_split_imports_no_room_that_it_needs_nothing_of(on_the_way_to_a_split: set[str]) -> None:
    assert [name for name in sorted(on_the_way_to_a_split) if name.startswith(ELSEWHERE)] == []


def test_a_split_imports_few_modules_of_ours(on_the_way_to_a_split: set[str]) -> None:
    assert len([name for name in on_the_way_to_a_split if name.startswith("flessenhals.")]) <= MOST


def test_help_imports_no_solver_and_reads_no_plan() -> None:
    modules = imported("--help")
    assert modules & (HEAVY | SOLVERS) == set()
    assert not any(
        name.startswith(("flessenhals.constraints", "flessenhals.data.plans", "flessenhals.solver.optimum"))
        for name in modules
    )
