"""A selection may name a year wherever a plan is asked something: --keep, --drop, --set, scenarios, the objective."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from judge import asked, refused_well

from flessenhals.amounts import ceiling_of
from flessenhals.data.plans.reader import load, loads
from flessenhals.data.plans.writer import as_yaml
from flessenhals.solver.optimum.divide import allocate

if TYPE_CHECKING:
    from pathlib import Path

    from flessenhals.solver.optimum.allocation import Allocation

PLAN = """
schema: 1
plan: small
unit: EUR million per year
years: {first: 2026, last: 2028}
ceilings: {path: {2026: 6, 2027: 9, 2028: 12}}
lines:
  - {id: a, partner: p, proposed: 8}
  - {id: b, partner: q, proposed: 4, minimum: 1}
constraints:
  - {id: grow, build_up: {of: a, at_most: 50%, start: 50%}}
"""
YEARS = ("2026", "2027", "2028")


def given(folder: Path, *more: str, plan: str = PLAN) -> dict[str, list[float]]:
    (folder / "plan.yaml").write_text(plan)
    answer = asked(["allocate", "path", "--plan", str(folder / "plan.yaml"), "-f", "json", *more])
    assert answer.code == 0, answer.err
    return {line["id"]: [line["allocated"][year] for year in YEARS] for line in json.loads(answer.out)["lines"]}


def split(plan: str) -> Allocation:
    read = loads(plan)
    return allocate(read, ceiling_of(read, "path"))


def test_a_line_is_kept_in_one_year(tmp_path: Path) -> None:
    assert given(tmp_path, "--keep", "{line: b, year: 2026}") == {"a": [2, 6, 8], "b": [4, 3, 4]}
    assert given(tmp_path, "--keep", "{line: b, year: [2026, 2027]}=2") == {"a": [4, 7, 8], "b": [2, 2, 4]}


def test_a_line_is_dropped_in_one_year(tmp_path: Path) -> None:
    assert given(tmp_path, "--drop", "{partner: q, year: 2027}")["b"] == [2, 0, 4]
    assert given(tmp_path, "--drop", "b") == {"a": [6, 8, 8], "b": [0, 0, 0]}


def test_a_figure_is_set_in_one_year(tmp_path: Path) -> None:
    assert given(tmp_path, "--set", "{line: b, year: 2026}.minimum=3")["b"] == [3, 3, 4]
    assert given(tmp_path, "--set", "partner:q.minimum=3")["b"] == [3, 3, 4]
    assert given(tmp_path, "--set", "[{line: b, year: 2026}, {line: a, year: 2027}].minimum=3")["b"] == [3, 3, 4]


def test_a_scenario_keeps_and_sets_in_one_year(tmp_path: Path) -> None:
    heavy, kept = "{of: {line: b, year: 2027}, weight: 2}", "{of: {line: b, year: 2026}, at: 3}"
    plan = PLAN + f"scenarios: {{s: {{lines: [{heavy}], keep: [{kept}]}}}}\n"
    assert given(tmp_path, "--scenario", "s", plan=plan) == {"a": [3, 5, 8], "b": [3, 4, 4]}


def test_an_objective_puts_one_year_first() -> None:
    """All that 2026 asks, with money of the years after it; these have what is left of 27."""
    plan = PLAN + "shift: {earlier: any}\nobjective: [{value: {year: 2026}}, value, shift, coverage]\n"
    found = split(plan)
    assert found.amounts["a@2026"] + found.amounts["b@2026"] == 12
    assert sum(found.amounts.values()) == 27


def test_coverage_by_year_raises_the_lowest_year() -> None:
    found = split(PLAN + "shift: {earlier: any, later: any}\nobjective: [{coverage: year}, value, coverage]\n")
    by_year = [found.amounts[f"a@{year}"] + found.amounts[f"b@{year}"] for year in YEARS]
    assert by_year == [9, 9, 9]


@pytest.mark.parametrize(
    "option", [["--keep", "b"], ["--drop", "b"], ["--keep", "b=2"], ["--keep", "{line: b, year: 2027}"]]
)
def test_how_soon_knows_what_is_kept_and_dropped(tmp_path: Path, option: list[str]) -> None:
    (tmp_path / "plan.yaml").write_text(PLAN)
    command = ["allocate", "path", "--plan", str(tmp_path / "plan.yaml"), "-f", "json"]
    soon = json.loads(asked([*command, *option]).out)["how_soon"]
    if option == ["--keep", "b=2"]:
        assert soon == {"year": None, "forbidden_by": ["b.maximum"]}
    else:
        assert soon == {"year": 2027 if option[0] == "--drop" else 2028, "impossible_before": True}


def test_a_dropped_line_takes_no_part_in_shares_of_what_is_asked(tmp_path: Path) -> None:
    plan = PLAN.replace("of: a, at_most: 50%, start: 50%", "of: {partner: [p, q]}, at_most: 50%, start: 0")
    assert given(tmp_path, "--drop", "b", plan=plan)["a"] == [4, 8, 8]  # half of 8, and not of 12


def test_what_is_kept_and_dropped_is_saved_by_its_figures() -> None:
    fiod, nfi = "{partner: fiod, year: 2023}", "{line: nfi, year: 2024}"
    for keeps, drops in ((["nfi=3"], []), ([], [nfi]), ([fiod], [])):
        plan = load("pact-2021-build-up", keeps=keeps, drops=drops)
        again = loads(as_yaml(plan), plan.id)
        for one, other in zip(plan.lines, again.lines, strict=True):
            assert (one.id, one.proposed, one.lower, one.upper) == (other.id, other.proposed, other.lower, other.upper)


@pytest.mark.parametrize(
    "option",
    [
        ["--keep", "{line: b, year: 2040}"],
        ["--drop", "{line: b, year: soon}"],
        ["--set", "{line: b, year: 2026}.partner=p"],
        ["--set", "{line: b, year: 2026}.minimum.2027=1"],
        ["--keep", "{line: b, year: 2026}=9", "--keep", "{line: b, year: 2026}=8"],
        ["--keep", "b", "--drop", "{line: b, year: 2028}"],
        ["--set", "lines.b.minimum=2", "--drop", "b"],
    ],
)
@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_year_that_is_none_is_refused_in_one_line(tmp_path: Path, option: list[str], language: str) -> None:
    (tmp_path / "plan.yaml").write_text(PLAN)
    answer = asked(["allocate", "path", "--plan", str(tmp_path / "plan.yaml"), "--lang", language, *option])
    assert answer.code == 2
    assert not refused_well(answer)
    assert answer.err.count("\n") == 1
