"""What check says of a plan with years: its lines, the share of each path that is needed, where it is too short."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from judge import asked

from flessenhals.data.plans.reader import loads
from flessenhals.solver.claims.fit import LowestShare
from flessenhals.solver.comparison.reconciliation.reconciliation import reconcile

if TYPE_CHECKING:
    from pathlib import Path

PLAN = """
schema: 1
plan: small
unit: EUR million per year
years: {first: 2026, last: 2028}
ceilings: {low: 10, rising: {2026: 5, 2027: 20, 2028: 40}}
lines:
  - {id: police, partner: police, proposed: {2026: 10, 2028: 12}, minimum: 2}
  - {id: judges, partner: courts, proposed: 8}
  - {id: team, partner: care, proposed: {2026: 1, 2027: 2, 2028: 3}, from: 2027, until: 2027}
constraints:
  - {id: recruit, build_up: {of: judges, at_most: 1, start: 1}}
scenarios:
  never: {lines: [{of: judges, minimum: 8}]}
"""


def told(folder: Path, *more: str) -> dict[str, object]:
    (folder / "plan.yaml").write_text(PLAN)
    answer = asked(["check", "--plan", str(folder / "plan.yaml"), "-f", "json", *more])
    assert answer.code == 0, answer.err
    return json.loads(answer.out)  # type: ignore[no-any-return]


def test_lines_are_counted_and_not_their_years(tmp_path: Path) -> None:
    found = told(tmp_path)
    assert found["lines"] == 3
    assert found["proposed"] == {"2026": 18, "2027": 20, "2028": 20}
    assert [each["lines"] for each in found["totals"]["partner"]] == [1, 1, 1]  # type: ignore[index]
    assert found["unsourced"] == ["police", "judges", "team"]


def test_the_share_of_each_path_at_which_everything_can_be_kept(tmp_path: Path) -> None:
    found = told(tmp_path)
    assert found["lowest_feasible_share"] == {"low": 0.2, "rising": 0.4}
    assert "lowest_feasible_ceiling" not in found
    years = reconcile(loads(PLAN)).years
    assert years is not None
    for name, path in years.paths.items():
        share = years.shares[name]
        assert share is not None
        assert LowestShare(path, share).holds(loads(PLAN), None)
        assert not LowestShare(path, share * 2).holds(loads(PLAN), None)


def test_figures_that_no_year_takes_are_named(tmp_path: Path) -> None:
    """The figure of 2026 is not repeated in 2027, which has its own; that of 2028 comes after the line has ended."""
    assert told(tmp_path)["without_effect"] == ["lines.team.proposed.2026", "lines.team.proposed.2028"]
    plan = PLAN.replace("{2026: 1, 2027: 2, 2028: 3}", "{2026: 1}")
    found = reconcile(loads(plan)).years
    assert found is not None
    assert found.without_effect == ()  # it is repeated in the year in which the line runs


def test_ratios_of_years_in_which_a_rule_does_not_hold_are_named() -> None:
    rule = """
  - id: follow
    years: [2027]
    proportional: {upstream: {partner: police}, downstream: judges, at_least: {2026: 0.1, 2027: 0.2, 2028: 0.3}, lag: 1}
"""
    found = reconcile(loads(PLAN.replace("scenarios:", rule + "scenarios:"))).years
    assert found is not None
    assert found.without_effect[2:] == tuple(
        f"constraints.follow.proportional.at_least.{each}" for each in (2027, 2028)
    )


def test_a_build_up_that_still_binds_in_the_last_year_makes_a_plan_too_short(tmp_path: Path) -> None:
    assert told(tmp_path)["too_short"] == {"rising": ["recruit"]}
    assert told(tmp_path, "--set", "years.last=2034")["too_short"] == {}


def test_a_plan_without_paths_has_what_it_asks() -> None:
    found = reconcile(loads(PLAN.replace("ceilings: {low: 10, rising: {2026: 5, 2027: 20, 2028: 40}}\n", "")))
    assert found.years is not None
    assert found.years.shares == {"asked": Fraction(2, 18)}  # the least of police in 2026, in which all ask 18


@pytest.mark.parametrize("language", ["en", "nl"])
def test_it_is_told_in_words(tmp_path: Path, language: str) -> None:
    (tmp_path / "plan.yaml").write_text(PLAN)
    said = " ".join(asked(["check", "--plan", str(tmp_path / "plan.yaml"), "--lang", language]).out.split())
    assert ("Lines: 3, over 3 years" if language == "en" else "Posten: 3, over 3 jaren") in said
    assert "lines.team.proposed.2028" in said
    assert ("too short" if language == "en" else "te kort") in said


def test_a_scenario_that_no_path_fits_is_named(tmp_path: Path) -> None:
    never = told(tmp_path)["never_fit"]
    assert [each["scenario"] for each in never] == ["never"]  # type: ignore[attr-defined,union-attr]
    assert told(tmp_path, "--scenario", "never")["lowest_feasible_share"] is None


def test_the_plan_that_ships_is_checked_with_its_scenarios() -> None:
    answer = asked(["check", "--plan", "pact-2021-build-up"])
    assert answer.code == 0
    assert "Lines: 27, over 7 years" in answer.out
