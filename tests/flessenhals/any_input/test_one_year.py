"""A plan of one year answers every command with the amounts of the same plan without years."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from judge import asked

if TYPE_CHECKING:
    from pathlib import Path

PLAN = """
schema: 1
plan: one
unit: EUR million per year
lines:
  - {id: police, partner: police, programme: a, proposed: 62, minimum: 5%, weight: 2}
  - {id: om, partner: om, programme: a, proposed: 7}
  - {id: courts, partner: courts, programme: b, proposed: 3.1, maximum: 120%}
  - {id: care, partner: care, programme: b, proposed: 20}
constraints:
  - {id: follow, proportional: {upstream: {partner: police}, downstream: om, at_least: 0.15, existing: 0.3}}
  - {id: then, proportional: {upstream: {partner: om}, downstream: courts, at_least: 0.5}}
  - {id: share, level: {of: {programme: b}, at_least: 15%}}
scenarios:
  heavy: {constraints: {follow: {proportional: {at_least: 0.2}}}}
uncertain:
  - {path: constraints.follow.proportional.at_least, low: 0.1, high: 0.2}
  - {of: {partner: police}, field: proposed, low: 90%, high: 120%}
"""
PROPOSAL = "police: 40\nom: 5\ncourts: 3\ncare: 12\n"


@pytest.fixture
def both(tmp_path: Path) -> tuple[str, str]:
    plain, dated = tmp_path / "plain.yaml", tmp_path / "dated.yaml"
    plain.write_text(PLAN)
    dated.write_text(PLAN + "years: {first: 2026, last: 2026}\n")
    (tmp_path / "proposal.yaml").write_text(PROPOSAL)
    each_year = {line: {2026: amount} for line, amount in yaml.safe_load(PROPOSAL).items()}
    (tmp_path / "by-year.yaml").write_text(yaml.safe_dump(each_year))
    return str(plain), str(dated)


def told(plan: str, *arguments: str) -> Any:  # noqa: ANN401 - JSON
    answer = asked([*arguments, "--plan", plan, "-f", "json"])
    assert answer.code in {0, 3}, answer.err
    return flattened(json.loads(answer.out))


def flattened(value: Any) -> Any:  # noqa: ANN401 - JSON
    """The same without the year: an object of one year is its figure, and no id has one."""
    if isinstance(value, dict):
        if list(value) == ["2026"]:
            return value["2026"]
        return {flattened(key): flattened(each) for key, each in value.items()}
    if isinstance(value, list):
        return [flattened(each) for each in value]
    return value.replace("@2026", "") if isinstance(value, str) else value


@pytest.mark.parametrize("ceiling", ["3", "20", "47.3", "92"])
@pytest.mark.parametrize("scenario", [[], ["--scenario", "heavy"]])
def test_allocate(both: tuple[str, str], ceiling: str, scenario: list[str]) -> None:
    plain, dated = (told(plan, "allocate", ceiling, *scenario) for plan in both)
    if plain["status"] != "optimal":
        assert dated["status"] == plain["status"]
        assert dated["conflict"] == plain["conflict"]
        assert dated["lowest_feasible_share"] == pytest.approx(plain["lowest_feasible_ceiling"] / float(ceiling))
        return
    for key in ("total", "unspent", "value", "lowest_coverage", "constraints"):
        assert dated[key] == plain[key]
    for one, other in zip(plain["lines"], dated["lines"], strict=True):
        assert {key: other[key] for key in one} == one


def test_compare(both: tuple[str, str], tmp_path: Path) -> None:
    names = (str(tmp_path / "proposal.yaml"), str(tmp_path / "by-year.yaml"))
    plain, dated = (told(plan, "compare", name, "--ceiling", "50") for plan, name in zip(both, names, strict=True))
    for key in ("total", "usable", "stranded", "violations", "lines", "distance", "moves"):
        assert dated[key] == plain[key], key
    assert dated["inverse"]["weights"] == plain["inverse"]["weights"]


def test_simulate(both: tuple[str, str]) -> None:
    plain, dated = (told(plan, "simulate", "50", "--samples", "300") for plan in both)
    for key in ("total", "lowest_coverage", "lines", "bottlenecks", "drivers", "certificate"):
        assert dated[key] == plain[key], key


def test_bottlenecks(both: tuple[str, str]) -> None:
    plain = told(both[0], "bottlenecks", "50")
    dated = told(both[1], "bottlenecks", "50", "--all")
    for key in ("bottlenecks", "ratios", "chain_prices", "weights"):
        assert dated[key] == plain[key], key


def test_diff_and_whatif(both: tuple[str, str]) -> None:
    plain, dated = (told(plan, "diff", "40", "50", "--scenario", "heavy") for plan in both)
    for key in ("total", "lowest_coverage", "lines", "causes"):
        assert dated[key] == plain[key], key
    plain, dated = (told(plan, "whatif", "40", "50", "--against", "heavy") for plan in both)
    for one, other in zip(plain["results"], dated["results"], strict=True):
        assert [line["difference"] for line in one["lines"]] == [line["difference"] for line in other["lines"]]


def test_ladder_and_check(both: tuple[str, str]) -> None:
    plain, dated = told(both[0], "ladder"), told(both[1], "ladder", "100")
    assert [step["share"] for step in dated["steps"]] == pytest.approx(
        [step["ceiling"] / 100 for step in plain["steps"]]
    )
    assert [step["allocated"] for step in dated["steps"]] == [step["allocated"] for step in plain["steps"]]
    plain, dated = (told(plan, "check") for plan in both)
    for key in ("lines", "proposed", "totals", "broken", "idle", "shared", "unsourced"):
        assert dated[key] == plain[key], key
