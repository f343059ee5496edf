"""A briefing that says what changed since an older plan, or at another ceiling, and which change did it."""

from pathlib import Path

import pytest
from judge import asked

OLD = """\
schema: 1
plan: chain
title: Chain
unit: EUR million
lines:
  - {id: police, partner: police, proposed: 125}
  - {id: om, partner: om, proposed: 12.5}
constraints:
  - {id: follows, proportional: {upstream: police, downstream: om, at_least: 10%}}
"""


def briefing(folder: Path, ceiling: str, *words: str) -> str:
    (folder / "old.yaml").write_text(OLD, encoding="utf-8")
    (folder / "new.yaml").write_text(OLD.replace("10%", "15%"), encoding="utf-8")
    out = folder / "briefing.md"
    told = asked(["brief", ceiling, "--plan", str(folder / "new.yaml"), "-o", str(out), "--force", *words])
    assert told.code == 0, told.err
    return out.read_text(encoding="utf-8")


def test_an_older_plan_and_a_lower_ceiling_each_have_their_part(tmp_path: Path) -> None:
    told = briefing(tmp_path, "140", "--since", str(tmp_path / "old.yaml"), "--since", "100")
    assert "## 3. What changed, and why" in told
    assert "| The ceiling: € 100 million → € 140 million | +18.75 | +13.64 |" in told
    assert "| «follows»: at least 10% → 15% | −22.92 | −19.70 |".replace("«follows»", '"follows"') in told
    assert "old.yaml" in told.partition("SHA-256")[2]


def test_a_ceiling_alone_is_held_against_the_same_plan(tmp_path: Path) -> None:
    told = briefing(tmp_path, "140", "--since", "100", "--lang", "nl")
    assert "## 3. Wat er is veranderd, en waardoor" in told
    assert "Er is één gegeven gewijzigd; daardoor komt het hele verschil." in told
    assert "--since 100" in told


def test_without_it_there_is_no_such_section(tmp_path: Path) -> None:
    assert "What changed" not in briefing(tmp_path, "140")


@pytest.mark.parametrize("ending", ["html", "docx", "odt", "xlsx"])
def test_every_format_has_it(tmp_path: Path, ending: str) -> None:
    (tmp_path / "old.yaml").write_text(OLD, encoding="utf-8")
    out = tmp_path / f"briefing.{ending}"
    told = asked(["brief", "140", "--plan", str(tmp_path / "old.yaml"), "--since", "100", "-o", str(out)])
    assert told.code == 0, told.err
    assert out.stat().st_size


def test_two_older_plans_are_one_too_many(tmp_path: Path) -> None:
    told = asked(["brief", "140", "--since", "a.yaml", "--since", "b.yaml", "-o", str(tmp_path / "x.md")])
    assert told.code == 2
    assert "--since stands for one plan and one ceiling at most" in told.err


def test_with_years_an_earlier_path_goes_by_its_name_or_by_year(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(
        "schema: 1\nplan: p\ntitle: P\nunit: EUR million\nyears: {first: 2026, last: 2027}\n"
        "ceilings: {now: {2026: 4, 2027: 6}, then: {2026: 3, 2027: 5}}\n"
        "lines:\n  - {id: a, partner: x, proposed: 8}\n"
    )
    command = ["brief", "now", "--plan", str(tmp_path / "plan.yaml"), "-o", "-", "--format", "md"]
    for earlier in ("then", "2026=3,2027=5"):
        told = asked([*command, "--since", earlier])
        assert told.code == 0, told.err
        assert "In all € 10 million is given instead of € 8 million: € 2 million more." in told.out
        assert "| The ceiling: € 8 million → € 10 million | +1.00 | +1.00 |" in told.out
