"""Where what was wished of a line does not fit, the reason speaks of the wish, and not of a bound that nobody set."""

from pathlib import Path

import pytest
from judge import asked

PLAN = """schema: 1
plan: small
unit: EUR million per year
lines:
  - {id: police, name: Police, partner: police, proposed: 40}
  - {id: om, name: OM, partner: om, proposed: 10}
  - {id: nfi, name: NFI, partner: nfi, proposed: 20, minimum: 12}
constraints:
  - {id: follows, name: The OM follows, proportional: {upstream: police, downstream: om, at_least: 0.25}}
scenarios:
  untouched: {title: Untouched, keep: police}
"""


def said(tmp_path: Path, *words: str) -> str:
    plan = tmp_path / "plan.yaml"
    plan.write_text(PLAN, encoding="utf-8")
    answer = asked(["allocate", *words, "--plan", str(plan)])
    assert answer.code == 3
    return " ".join(answer.out.split())


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["30", "--keep", "police"], "Police is kept at € 40 million by --keep police; the ceiling is € 30 million"),
        (
            ["30", "--keep", "police", "--lang", "nl"],
            "Police wordt vastgehouden op € 40 mln door --keep police; het plafond is € 30 mln",
        ),
        (["30", "--keep", "police=35"], "Police is kept at € 35 million by --keep police=35"),
        (["30", "--scenario", "untouched"], 'Police is kept at € 40 million by scenario "Untouched"'),
        (
            ["45", "--keep", "police,om", "--set", "lines.nfi.minimum=0"],
            "Kept are Police (€ 40 million) and OM (€ 10 million): € 50 million together; the ceiling is € 45 million",
        ),
        (
            ["45", "--keep", "police"],
            "The minimums of Police (€ 40 million, kept) and NFI (€ 12 million) are € 52 million together",
        ),
        (["90", "--keep", "police", "--drop", "om"], "OM is left out by --drop om"),
        (["90", "--keep", "police", "--drop", "om", "--lang", "nl"], "OM is weggelaten door --drop om"),
        (["5"], "The minimum of NFI is € 12 million; the ceiling is € 5 million"),
    ],
)
def test_the_reason_says_what_was_wished_and_where(tmp_path: Path, words: list[str], sentence: str) -> None:
    assert sentence in said(tmp_path, *words)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        (["30", "--keep", "police"], "kept (--keep police)"),
        (["90", "--keep", "police", "--drop", "om"], "left out (--drop om)"),
        (["30", "--keep", "police", "--lang", "nl"], "vastgehouden (--keep police)"),
        (["5"], "minimum"),
    ],
)
def test_so_do_the_changes_that_would_repair_it(tmp_path: Path, words: list[str], kind: str) -> None:
    assert kind in said(tmp_path, *words)


def test_a_bottleneck_that_was_wished_is_said_to_be_kept(tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_text(PLAN, encoding="utf-8")
    out = " ".join(asked(["bottlenecks", "65", "--keep", "police", "--plan", str(plan)]).out.split())
    assert "With Police kept at less money moves to other lines" in out
    assert "Police (kept)" in out
    assert "minimum for Police" not in out
