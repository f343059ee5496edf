"""What a briefing says a split means: for departments, for those that get less, and against what the problem costs."""

from pathlib import Path

import pytest
from judge import asked

# Made up: the organisations, the amounts, the effect and the costs.
PLAN = """\
schema: 1
plan: chain
title: Chain
unit: EUR million per year
departments: {jenv: {en: Justice, nl: Justitie}, fin: {en: Finance, nl: Financiën}}
BENEFIT
lines:
  - {id: police, partner: police, department: jenv, proposed: 125, effect: {en: no night shift, nl: geen nachtdienst}}
  - {id: om, partner: om, department: jenv, proposed: 12.5}
  - {id: tax, partner: tax, department: fin, proposed: 262.5}
"""
COSTS = "benefit: {baseline: {low: 3200, high: 4100}, source: {en: 'made up, page 1', nl: 'verzonnen, blz. 1'}}"


def briefing(folder: Path, ceiling: str, language: str, benefit: str = COSTS) -> str:
    plan, out = folder / "plan.yaml", folder / "briefing.md"
    plan.write_text(PLAN.replace("BENEFIT\n", f"{benefit}\n" if benefit else ""), encoding="utf-8")
    told = asked(["brief", ceiling, "--plan", str(plan), "--lang", language, "-o", str(out), "--force"])
    assert told.code == 0, told.err
    return out.read_text(encoding="utf-8")


def test_what_is_spent_is_held_against_what_the_problem_costs(tmp_path: Path) -> None:
    assert (
        "The € 400 million pays for itself if it prevents 9.8 to 12.5% of the € 3,200 million to € 4,100 million a year"
        " that the problem costs (made up, page 1). That is arithmetic, not a promise."
        in briefing(tmp_path, "400", "en")
    )
    assert "De € 300 mln verdient zichzelf terug als daarmee 7,4 tot 9,4% wordt voorkomen" in briefing(
        tmp_path, "300", "nl"
    )


def test_costs_between_equal_ends_give_one_part(tmp_path: Path) -> None:
    told = briefing(tmp_path, "400", "en", "benefit: {baseline: {low: 4000, high: 4000}}")
    assert "The € 400 million pays for itself if it prevents 10.0% of the € 4,000 million a year that" in told


def test_a_plan_that_says_nothing_of_costs_gets_no_such_sentence(tmp_path: Path) -> None:
    assert "pays for itself" not in briefing(tmp_path, "400", "en", "")


def test_what_a_cut_means_is_said_where_there_is_one(tmp_path: Path) -> None:
    assert "- police (€ 93,7 mln van de gevraagde € 125 mln): geen nachtdienst" in briefing(tmp_path, "300", "nl")
    assert "nachtdienst" not in briefing(tmp_path, "400", "nl")


def test_departments_get_a_total_each(tmp_path: Path) -> None:
    told = briefing(tmp_path, "300", "en")
    assert "| Justice | 137.5 | 103.1 | −34.4 |" in told
    assert "| Finance | 262.5 | 196.9 | −65.6 |" in told


@pytest.mark.parametrize(
    ("benefit", "said"),
    [
        ("benefit: {baseline: {low: 0, high: 5}}", "nothing can be saved on a cost of 0"),
        ("benefit: {baseline: {low: 6, high: 5}}", "low is above high"),
        ("benefit: {baseline: 5}", "baseline"),
        ("benefit: {source: x}", "baseline"),
    ],
)
def test_costs_that_are_none_are_refused(tmp_path: Path, benefit: str, said: str) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_text(PLAN.replace("BENEFIT", benefit), encoding="utf-8")
    told = asked(["check", "--plan", str(plan)])
    assert told.code == 2
    assert f"{plan.name}:6:" in told.err
    assert said in told.err
