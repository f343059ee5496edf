"""Why nothing fits within ceilings over years: build-ups told as growth, shifts as money of another year."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from judge import asked

if TYPE_CHECKING:
    from pathlib import Path

PLAN = """
schema: 1
plan: small
unit: EUR million per year
years: {{first: 2026, last: 2028}}
ceilings: {{path: {{2026: 6, 2027: 9, 2028: 12}}}}
lines:
  - {{id: a, partner: p, proposed: 8, minimum: {minimum}}}
constraints:
  - {{id: grow, build_up: {{of: a, {growth}}}}}
"""


def said(folder: Path, minimum: str, growth: str, language: str = "en", more: str = "") -> str:
    (folder / "plan.yaml").write_text(PLAN.format(minimum=minimum, growth=growth) + more)
    answer = asked(["allocate", "path", "--plan", str(folder / "plan.yaml"), "--lang", language])
    assert answer.code == 3, answer.err
    return " ".join(answer.out.split())


def test_what_a_build_up_allows_is_told_as_growth(tmp_path: Path) -> None:
    told = said(tmp_path, "{2026: 1, 2027: 6}", "at_most: 2, start: 1")
    assert '"grow" in 2027 allows at most € 2 million more than the year before' in told
    assert (
        '"grow" in 2026 allows at most € 3 million: € 2 million more than the € 1 million that it starts from' in told
    )
    assert "That is € 1 million short." in told


def test_what_would_repair_it_is_the_figure_that_the_plan_has(tmp_path: Path) -> None:
    """Both rows say at most 2, also the first one, which stands against a start of 1."""
    told = said(tmp_path, "{2026: 1, 2027: 6}", "at_most: 2, start: 1")
    for year in (2026, 2027):
        assert f'"grow" in {year} limit on change € 2 million € 3 million € 1 million more' in told


@pytest.mark.parametrize(
    ("minimum", "growth", "words"),
    [
        ("{2026: 4, 2027: 5}", "at_most: 0, start: 4", "allows no more than the year before"),
        ("{2026: 0, 2027: 5}", "at_most: 1", "it starts from nothing"),
        ("{2026: 1, 2027: 5}", "at_most: -1, start: 5", "allows no more than the year before less € 1 million"),
    ],
)
def test_growth_of_nothing_and_less(tmp_path: Path, minimum: str, growth: str, words: str) -> None:
    assert words in said(tmp_path, minimum, growth)


def test_what_may_fall_is_told(tmp_path: Path) -> None:
    plan = "0, maximum: {2026: 6, 2027: 2}"
    assert "asks no less than the year before" in said(tmp_path, plan, "at_least: 0, start: 6")
    assert "allows at most € 1 million less than the year before" in said(tmp_path, plan, "at_least: -1, start: 6")
    assert "asks at least € 1 million more than the year before" in said(tmp_path, plan, "at_least: 1, start: 2")


def test_what_may_be_shifted_is_told_with_its_year(tmp_path: Path) -> None:
    told = said(tmp_path, "{2026: 7, 2027: 1}", "at_most: 20", more="shift: {earlier: 5%}\n")
    assert "what may be used a year earlier in 2027 is € 0.45 million" in told
    assert "That is € 0.55 million short." in told
    dutch = said(tmp_path, "{2026: 7, 2027: 1}", "at_most: 20", "nl", more="shift: {earlier: 5%}\n")
    assert "wat een jaar eerder mag worden besteed in 2027 is € 0,45 mln" in dutch


def test_a_cap_that_counts_on_lines_of_which_none_runs_is_told(tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_text(
        "schema: 1\nplan: cap\nunit: EUR million\nyears: {first: 2026, last: 2027}\nceilings: {path: 10}\n"
        "lines:\n  - {id: a, partner: p, proposed: 4, minimum: 2}\n"
        "  - {id: b, partner: q, proposed: 8, from: 2027}\n"
        "constraints:\n  - {id: few, proportional: {upstream: b, downstream: a, at_most: 0.5}}\n",
        encoding="utf-8",
    )
    told = asked(["allocate", "path", "--plan", str(plan)])
    assert told.code == 3
    assert "at most 0.5 at a in 2026 for every euro at lines of which none is there" in " ".join(told.out.split())
    assert "Needed: 1 × 2 = € 2 million. There is: 0 = € 0 million." in told.out
