"""What is asked and not given has a table of its own, for analysts and auditors."""

from pathlib import Path

import pytest
from judge import asked

PLAN = """
schema: 1
plan: small
unit: EUR million per year
lines:
  - {id: police, name: Police, partner: p, proposed: 60, minimum: 50}
  - {id: courts, name: Courts, partner: c, proposed: 30}
  - {id: desk, name: Desk, partner: d, proposed: 10, minimum: 10}
"""
YEARS = PLAN.replace("lines:", "years: {first: 2026, last: 2027}\nceilings: {path: {2026: 70, 2027: 100}}\nlines:")


def briefing(folder: Path, plan: str, *words: str) -> str:
    written, out = folder / "plan.yaml", folder / "briefing.md"
    written.write_text(plan, encoding="utf-8")
    told = asked(["brief", *words, "--plan", str(written), "-o", str(out), "--force"])
    assert told.code == 0, told.err
    return out.read_text(encoding="utf-8")


def table(text: str, title: str) -> list[str]:
    """The rows of a table below its headings."""
    below = text.partition(f"**{title}**\n\n")[2].partition("\n\n")[0].splitlines()
    return below[2:]


def test_what_each_line_lacks_stands_from_large_to_small_with_its_totals(tmp_path: Path) -> None:
    told = briefing(tmp_path, PLAN, "75")
    assert table(told, "What is asked and not given, amounts in € million a year") == [
        "| Courts | 30.0 | 15.0 | 15.0 |",
        "| Police | 60.0 | 50.0 | 10.0 |",
        "| **Two lines together** | **90.0** | **65.0** | **25.0** |",
    ]


def test_over_years_they_are_added_up(tmp_path: Path) -> None:
    told = briefing(tmp_path, YEARS, "path", "--lang", "nl")
    assert table(told, "Wat over 2026 en 2027 is gevraagd en niet wordt gegeven, bedragen in € mln") == [
        "| Courts | 60,0 | 40,0 | 20,0 |",
        "| Police | 120,0 | 110,0 | 10,0 |",
        "| **Twee posten samen** | **180,0** | **150,0** | **30,0** |",
    ]


@pytest.mark.parametrize(("profile", "there"), [("minister", False), ("analyst", True), ("audit", True)])
def test_it_is_for_analysts_and_auditors(tmp_path: Path, profile: str, there: bool) -> None:  # noqa: FBT001 - a case
    assert ("asked and not given" in briefing(tmp_path, PLAN, "75", "--profile", profile)) == there


def test_where_all_that_is_asked_is_given_there_is_none(tmp_path: Path) -> None:
    assert "not given" not in briefing(tmp_path, PLAN, "100")
