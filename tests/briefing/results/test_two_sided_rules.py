"""A rule that asks something both ways: wherever one of the two is spoken of, it says which."""

from pathlib import Path

import pytest
from judge import asked

PLAN = """schema: 1
plan: band
lines:
  - {id: police, name: Police, partner: p, proposed: 40}
  - {id: om, name: OM, partner: q, proposed: 4}
  - {id: labs, name: Labs, partner: q, proposed: 20}
constraints:
  - {id: band, name: Band, proportional: {upstream: police, downstream: om, at_least: 0.1, at_most: 0.2}}
  - {id: share, name: Share, per: partner, level: {of: all, at_least: 1, at_most: 29}}
"""


@pytest.mark.parametrize(
    ("language", "least", "most", "allows"),
    [
        ("en", '"Band" (at least)', '"Band" (at most)', '"Band" (at most) allows 20% now'),
        ("nl", '"Band" (minstens)', '"Band" (hoogstens)', '"Band" (hoogstens) staat nu 20% toe'),
    ],
)
def test_each_side_has_a_name_of_its_own(tmp_path: Path, language: str, least: str, most: str, allows: str) -> None:
    plan, page = tmp_path / "plan.yaml", tmp_path / "brief.md"
    plan.write_text(PLAN, encoding="utf-8")
    assert asked(["brief", "40", "--plan", str(plan), "-o", str(page), "--lang", language]).code == 0
    said = page.read_text(encoding="utf-8")
    assert least in said
    assert most in said
    assert allows in said
    told = " ".join(asked(["bottlenecks", "40", "--plan", str(plan), "--lang", language]).out.split())
    assert f"{least} 9%" not in told
    assert told.count(f"{least} at 9%" if language == "en" else f"{least} op 9%") == 1


def test_groups_stand_before_the_side(tmp_path: Path) -> None:
    plan, ours = tmp_path / "plan.yaml", tmp_path / "ours.csv"
    plan.write_text(PLAN, encoding="utf-8")
    ours.write_text("line,amount\npolice,30\nom,1\nlabs,0\n", encoding="utf-8")
    told = asked(["compare", str(ours), "--plan", str(plan)]).out
    assert '"Share" (p, at most)' in told
    assert '"Band" (at least)' in told
