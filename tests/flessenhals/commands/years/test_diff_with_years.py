"""Why the answer of a plan with years changed, and paths held against another."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from drawn.dated_plans import random_tree, read
from judge import asked, refused_well

import flessenhals as fh
from flessenhals.amounts import ceiling_of
from flessenhals.data.plans.reader import loads
from flessenhals.solver.comparison.difference.difference import difference
from flessenhals.solver.infeasible.error import InfeasibleError

if TYPE_CHECKING:
    from pathlib import Path

F = Fraction
PLAN = """
schema: 1
plan: chain
unit: EUR million per year
years: {first: 2026, last: 2027}
ceilings: {low: 100, high: 140, late: {2026: 100, 2027: 140}}
lines:
  - {id: police, partner: police, proposed: 125}
  - {id: om, partner: om, proposed: 12.5}
constraints:
  - {id: follow, proportional: {upstream: {partner: police}, downstream: om, at_least: 0.10}}
scenarios:
  heavy: {constraints: {follow: {proportional: {at_least: 0.15}}}}
"""


def told(folder: Path, *arguments: str) -> dict[str, object]:
    (folder / "plan.yaml").write_text(PLAN)
    answer = asked([*arguments, "--plan", str(folder / "plan.yaml"), "-f", "json"])
    assert answer.code == 0, answer.err
    return json.loads(answer.out)  # type: ignore[no-any-return]


def test_what_each_change_does_in_each_year() -> None:
    """In every year as in the plan of one year: 100 → 575/6, +75/4 by the ceiling and -275/12 by the ratio."""
    before, after = loads(PLAN), loads(PLAN, changes=["constraints.follow.proportional.at_least=0.15"])
    found = fh.diff((before, "low"), (after, "high"))
    assert [cause.id for cause in found.causes] == ["ceiling", "constraints.follow.proportional.at_least"]
    assert [found.by_year(cause.lines) for cause in found.causes] == [
        {"2026": F(75, 4), "2027": F(75, 4)},
        {"2026": F(-275, 12), "2027": F(-275, 12)},
    ]
    assert found.method == "shapley"


def test_a_change_of_one_year_does_nothing_in_another(tmp_path: Path) -> None:
    found = told(tmp_path, "diff", "low", "late")
    (cause,) = found["causes"]  # type: ignore[misc]
    assert cause["total"]["2026"] == 0
    assert cause["total"]["2027"] == 37.5
    assert cause["lines"]["police"]["2026"] == 0
    assert found["total"] == cause["total"]


@pytest.mark.parametrize(
    ("change", "cause"),
    [
        ("constraints.follow.proportional.lag=1", "constraints.follow.proportional.lag"),
        ("lines.police.until=2026", "lines.police.until"),
        ("lines.police.proposed.2027=60", "lines.police.proposed"),
        ("shift.later=any", "ceiling"),
        ("constraints.follow.years=[2027]", "constraints.follow.proportional.years"),
    ],
)
def test_what_is_written_is_one_cause_whatever_it_does_to_the_years(change: str, cause: str) -> None:
    found = fh.diff((loads(PLAN), "low"), (loads(PLAN, changes=[change]), "low"))
    assert [each.id for each in found.causes] == [cause]
    assert found.causes[0].lines == found.lines


def test_causes_add_up_in_every_line_and_year() -> None:
    for seed in range(6):
        tree = random_tree(seed, shift=seed % 2 == 1)
        lines = [{**line, "proposed": 15} if line["id"] == "l1" else line for line in tree["lines"]]  # type: ignore[attr-defined]
        other = {**tree, "lines": lines, "constraints": tree["constraints"][:-1]}  # type: ignore[index]
        one, two = read(tree), read(other)
        try:
            found = difference((one, ceiling_of(one, "path")), (two, ceiling_of(two, "30")))
        except InfeasibleError:
            continue
        for line, amount in found.lines.items():
            assert sum(cause.lines[line] for cause in found.causes) == amount
        assert sum(cause.total for cause in found.causes) == found.total


def test_plans_of_other_years_are_refused(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(PLAN)
    answer = asked(["diff", "low", "--plan", str(tmp_path / "plan.yaml"), "--set", "years.last=2028", "--lang", "nl"])
    assert answer.code == 2
    assert not refused_well(answer)
    assert "2026-2027" in answer.err


@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_difference_over_years_is_told(tmp_path: Path, language: str) -> None:
    (tmp_path / "plan.yaml").write_text(PLAN)
    command = ["diff", "low", "late", "--plan", str(tmp_path / "plan.yaml"), "--lang", language]
    for more in ([], ["-f", "csv"], ["-f", "markdown"], ["--by", "partner"], ["--set", "lines.om.proposed=20"]):
        assert asked([*command, *more]).code == 0


def test_paths_are_held_against_another_a_scenario_or_the_plan(tmp_path: Path) -> None:
    found = told(tmp_path, "whatif", "high", "--against", "late")["results"][0]  # type: ignore[index]
    police = next(line for line in found["lines"] if line["id"] == "police")
    assert police["difference"]["2027"] == 0
    assert police["difference"]["2026"] > 0
    assert found["against"]["total"] == {"2026": 100, "2027": 137.5}
    heavy = told(tmp_path, "whatif", "low", "--against", "heavy")["results"][0]  # type: ignore[index]
    assert heavy["against"]["scenario"] == "heavy"
    assert (
        asked(["whatif", "low", "--against", "late", "--plan", str(tmp_path / "plan.yaml"), "--lang", "nl"]).code == 0
    )
    refused = asked(["whatif", "low", "--against", "latte", "--plan", str(tmp_path / "plan.yaml")])
    assert refused.code == 2
    assert "late" in refused.err
