"""The solver in the page: the answers of Python to the fraction, each program certified before anything leaves it."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from drawn.edits import Edit, random_dated_edit, random_edit
from scripts import in_browser, in_node

from flessenhals.briefing.page.program import program
from flessenhals.data.plans.reader import load, loads

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

    from flessenhals.solver.plan.plan import Plan

Solve = Callable[..., list[dict[str, Any]]]
CHAIN = """
schema: 1
plan: chain
lines:
  - {id: police, partner: police, proposed: 100}
  - {id: om, partner: om, proposed: 10}
  - {id: care, partner: care, proposed: 20, minimum: 5}
constraints:
  - {id: om-follows, proportional: {upstream: police, downstream: om, at_least: 0.2}}
"""


def asked(plan: Plan, ceiling: int, **changes: object) -> dict[str, Any]:
    return {"program": program(plan), "changes": {"ceiling": str(ceiling), **changes}}


def matches(found: dict[str, Any], expected: dict[str, Any]) -> bool:
    return found["amounts"] == expected["amounts"] and found.get("lowest") == expected.get("lowest")


@pytest.fixture
def solve(tmp_path: Path) -> Solve:
    return lambda *cases: in_node(tmp_path, list(cases))


def test_sixty_random_edits_in_a_browser_are_answered_as_python_does(browser: Browser) -> None:
    random = Random(18)
    edits = [random_edit(random) for _ in range(60)]
    page = browser.new_page()
    found = in_browser(page, [edit.asked for edit in edits])
    page.close()
    assert [matches(each, edit.answer()) for each, edit in zip(found, edits, strict=True)] == [True] * 60


def test_a_hundred_random_edits_in_node(tmp_path: Path) -> None:
    _compare(tmp_path, Random(1), 100)


def test_a_hundred_random_edits_of_plans_with_years_in_node(tmp_path: Path) -> None:
    _compare(tmp_path, Random(2), 100, random_dated_edit)


def test_the_exact_simplex_alone_gives_the_same(tmp_path: Path) -> None:
    random = Random(3)
    edits = [*(random_edit(random, most_lines=12) for _ in range(15)), *(random_dated_edit(random) for _ in range(15))]
    asked = [edit.asked for edit in edits]
    told = ("amounts", "moves", "lowest", "total", "most", "possible", "by_ceiling", "limits")
    exactly, quickly = (
        [{key: each.get(key) for key in told} for each in in_node(tmp_path, asked, quickly=quickly)]
        for quickly in (False, True)
    )
    assert exactly == quickly


@pytest.mark.long
@pytest.mark.parametrize("seed", range(5))
def test_five_hundred_random_edits_of_plans_with_years_in_node(tmp_path: Path, seed: int) -> None:
    _compare(tmp_path, Random(2000 + seed), 100, random_dated_edit)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(20))
def test_two_thousand_random_edits_in_node(tmp_path: Path, seed: int) -> None:
    _compare(tmp_path, Random(1000 + seed), 100)


def _compare(folder: Path, random: Random, count: int, drawn: Callable[[Random], Edit] = random_edit) -> None:
    edits = [drawn(random) for _ in range(count)]
    found = in_node(folder, [edit.asked for edit in edits])
    wrong = [
        edit for each, edit in zip(found, edits, strict=True) if "failed" in each or not matches(each, edit.answer())
    ]
    assert wrong == []
    assert {each["amounts"] is None for each in found} == {True, False}


def test_the_pact_plan_under_the_heavy_reading_of_its_ratios(solve: Solve) -> None:
    ratios = {
        "om-follows-police": {"at_least": "3/20"},
        "om-follows-laundering": {"at_least": "3/20"},
        "courts-follow-om": {"at_least": "3/5"},
    }
    (found,) = solve(asked(load(), 400, rules=ratios))
    assert (found["total"], found["most"], found["by_ceiling"]) == ("1060/3", "1060/3", False)
    rules = [each["rule"] for each in found["limits"] if "rule" in each]
    assert rules == ["om-follows-police", "om-follows-laundering"]


def test_what_holds_the_rest_back_is_the_ceiling_or_what_lets_more_be_used_once_it_is_gone(solve: Solve) -> None:
    plan = loads(CHAIN)
    low, high = solve(asked(plan, 50), asked(plan, 130))
    assert (low["by_ceiling"], low["limits"], low["most"]) == (True, [], "80")
    assert (high["by_ceiling"], high["limits"], high["total"]) == (False, [{"rule": "om-follows"}], "80")
    (gone,) = solve(asked(plan, 130, rules={"om-follows": {"off": True}}))
    assert (gone["amounts"], gone["limits"]) == (["100", "10", "20"], [])


def test_where_nothing_fits_it_says_why_from_which_ceiling_on_and_at_which_amount(solve: Solve) -> None:
    plan = loads(CHAIN)
    (tight,) = solve(asked(plan, 30, lines={"0": {"keep": "40"}}))
    assert tight["amounts"] is None
    assert tight["lowest"] == "53"
    assert tight["conflict"] == [{"rule": "ceiling"}, {"line": 0, "end": "minimum"}]
    assert tight["repairs"] == [{"line": 0, "from": "0", "at": str(Fraction(125, 6))}]
    (never,) = solve(asked(plan, 300, lines={"0": {"keep": "60"}}))
    assert (never["lowest"], never["repairs"]) == (None, [{"line": 0, "from": "0", "at": "50"}])
    assert never["conflict"] == [{"rule": "om-follows"}, {"line": 0, "end": "minimum"}, {"line": 1, "end": "maximum"}]


def test_lines_that_ask_nothing_get_no_more_than_rules_need(solve: Solve) -> None:
    plan = loads(
        """
schema: 1
plan: unasked
lines:
  - {id: a, partner: a, proposed: 10}
  - {id: b, partner: b, proposed: 0, maximum: 6}
  - {id: c, partner: b, proposed: 0, maximum: 1}
constraints:
  - {id: follow, proportional: {upstream: a, downstream: {partner: b}, at_least: 0.5}}
"""
    )
    (found,) = solve(asked(plan, 12))
    assert found["amounts"] == ["8", "3", "1"]


PATH = """
schema: 1
plan: path
years: {first: 2026, last: 2028}
ceilings: {path: {2026: 10, 2027: 20}}
shift: {later: any}
lines:
  - {id: a, partner: p, proposed: {2026: 8, 2027: 16}}
  - {id: b, partner: q, proposed: 5}
constraints:
  - {id: chain, proportional: {upstream: a, downstream: b, at_least: {2026: 0.2, 2027: 0.3}}}
  - {id: grow, build_up: {of: {partner: q}, at_most: 2, start: 1}}
"""


def on_path(share: str, **changes: object) -> dict[str, Any]:
    plan = loads(PATH)
    assert plan.years is not None
    path = plan.years.path(plan.years.ceilings["path"], "path")
    return {"program": program(plan, path), "changes": {"ceiling": share, **changes}}


def test_over_years_what_holds_the_rest_back_is_told_by_rule_and_year(solve: Solve) -> None:
    (low, high) = solve(on_path("1/2"), on_path("2"))
    assert (low["by_ceiling"], low["limits"], low["total"]) == (True, [], "25")
    assert [each for each in high["limits"] if "rule" in each] == [{"rule": "grow", "row": "grow@2026"}]
    (tight,) = solve(on_path("1/10", lines={"1": {"minimum": "9"}}))
    assert (tight["amounts"], tight["lowest"]) == (None, "31/75")
    (mended,) = solve(on_path("31/75", lines={"1": {"minimum": "9"}}))
    assert mended["amounts"] is not None


def test_a_ratio_can_be_changed_in_one_year(solve: Solve) -> None:
    before, after = solve(on_path("1"), on_path("1", rules={"chain": {"at_least.2027": "2/5"}}))
    assert (before["amounts"], after["amounts"]) != (after["amounts"], before["amounts"])
    assert after["amounts"][1] == "25/2"
