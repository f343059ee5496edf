"""What was asked did to the others over years, and in a briefing, proved by the run without it."""

import json
from pathlib import Path
from random import Random

import pytest
from drawn.dated_plans import random_tree, read
from judge import asked

from flessenhals.amounts import ceiling_of
from flessenhals.briefing.results.effect import effect_sentence
from flessenhals.constraints.selector import Condition, Selector
from flessenhals.solver.claims.effect import Effect
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.plan.held import with_dropped, with_kept
from flessenhals.solver.plan.problem import InvalidPlanError

PLAN = """\
schema: 1
plan: small
title: A small plan
unit: EUR million per year
partners: {police: {en: The police, nl: De politie}, om: OM, care: Care}
lines:
  - {id: street, partner: police, proposed: 30}
  - {id: desk, partner: police, proposed: 10}
  - {id: om, name: {en: Prosecution, nl: Het OM}, partner: om, proposed: 20}
  - {id: care, name: {en: Care, nl: Zorg}, partner: care, proposed: 40}
scenarios: {whole: {keep: {partner: police}}, dear: {lines: [{of: om, proposed: 25}]}}
"""


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("plan.yaml").write_text(PLAN, encoding="utf-8")
    monkeypatch.setenv("FLESSENHALS_PLAN", "plan.yaml")


YEARS = """\
schema: 1
plan: years
unit: EUR million per year
years: {first: 2024, last: 2026}
ceilings: {growing: {2024: 30, 2025: 60, 2026: 90}}
partners: {police: {en: The police, nl: De politie}, om: OM, care: Care}
lines:
  - {id: street, partner: police, proposed: 30}
  - {id: desk, partner: police, proposed: 10}
  - {id: om, name: {en: Prosecution, nl: Het OM}, partner: om, proposed: 20}
  - {id: care, name: {en: Care, nl: Zorg}, partner: care, proposed: 40}
"""


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (
            ["--keep", "desk"],
            "Keeping desk whole costs all three other lines € 12 million together over 2024 to 2026. The lowest"
            " coverage of the other lines goes from 30.0% to 22.2% in 2024.",
        ),
        (
            ["--drop", "om", "--lang", "nl"],
            "Het OM weglaten levert alle drie andere posten samen € 26 mln op over 2024 tot en met 2026. De laagste"
            " dekking van de andere posten gaat in 2025 van 60,0% naar 75,0%.",
        ),
        (
            ["--set", "care.weight=2"],
            "The change (care.weight=2) costs three of the four lines € 38 million together over 2024 to 2026; Care"
            " gets € 38 million more.",
        ),
        (
            ["--set", "desk.minimum=1"],
            "The change (desk.minimum=1) changes nothing: no line gets less in any year, and none more.",
        ),
    ],
)
def test_with_years_it_speaks_of_the_years_together_and_of_the_lowest_coverage_in_one(
    arguments: list[str], sentence: str
) -> None:
    Path("plan.yaml").write_text(YEARS, encoding="utf-8")
    said = json.loads(asked(["allocate", "growing", *arguments, "-f", "json"]).out)["effect"]
    assert said.startswith(sentence)


def test_with_years_a_kept_year_is_named_as_such() -> None:
    Path("plan.yaml").write_text(YEARS, encoding="utf-8")
    said = json.loads(asked(["allocate", "growing", "--keep", "{line: desk, year: 2025}", "-f", "json"]).out)["effect"]
    assert said.startswith("Keeping desk in 2025 whole costs")


def test_a_briefing_begins_with_what_was_asked() -> None:
    asked(["brief", "70", "--keep", "partner:police", "-o", "b.md"])
    Path("years.yaml").write_text(YEARS, encoding="utf-8")
    asked(["brief", "growing", "--plan", "years.yaml", "--drop", "om", "-o", "y.md", "--lang", "nl"])

    def opening(file: str, heading: str) -> str:
        return Path(file).read_text(encoding="utf-8").partition(heading)[2].strip().splitlines()[0]

    assert opening("b.md", "## 1. The message") == (
        "**At € 70 million: Keeping The police whole costs every other line 20.0 points: from 70.0% to 50.0%.**"
    )
    assert opening("y.md", "## 1. De boodschap").startswith(
        "**Bij growing (€ 180 mln over 2024 tot en met 2026 samen):"
    )
    asked(["brief", "70", "-o", "plain.md"])
    assert opening("plain.md", "## 1. The message").startswith("- ")


@pytest.mark.parametrize("seed", range(30))
def test_every_sentence_over_years_is_true(seed: int) -> None:
    random = Random(seed)
    plan = read(random_tree(seed, shift=seed % 2 == 1))
    path = ceiling_of(plan, "path")
    line = random.choice(plan.lines)
    selector = Selector((Condition(line=(line.line,)),))
    try:
        after = with_kept(plan, selector) if random.random() < 0.5 else with_dropped(plan, selector)
        about = {each.id for each in plan.lines if each.line == line.line}
        effect = Effect(allocate(plan, path), allocate(after, path), about)
    except (InfeasibleError, InvalidPlanError):
        return
    said = effect_sentence(effect, "en")

    assert said.endswith(".")
    assert said.claims
    assert all(claim.holds(after, effect.with_it) for claim in said.claims)


def test_a_briefing_leaves_out_a_scenario_that_contradicts_what_was_asked_and_says_so() -> None:
    answer = asked(["brief", "60", "--drop", "desk", "-o", "b.md"])
    assert answer.code == 0
    assert answer.err.splitlines()[-1].startswith(
        "Scenario \"whole\" is left out: --drop desk: 'desk' is dropped here and kept at plan.yaml:11"
    )
    assert asked(["brief", "60", "--drop", "desk", "--scenario", "whole", "-o", "c.md"]).code == 2
    checked = asked(["check", "--drop", "desk", "--lang", "nl"])
    assert (checked.code, checked.err.partition(":")[0]) == (0, 'Scenario "whole" blijft buiten beschouwing')


@pytest.mark.parametrize(
    "typed",
    [["30", "--set", "years.last=2025"], ["growing", "--set", "shift.later=any"], ["30", "--scenario", "short"]],
)
def test_where_the_path_itself_was_changed_there_is_nothing_to_hold_the_answer_against(typed: list[str]) -> None:
    text = YEARS.replace("ceilings: {growing: {2024: 30, 2025: 60, 2026: 90}}", "ceilings: {growing: 60}")
    Path("plan.yaml").write_text(text + "scenarios: {short: {lines: [{of: om, proposed: 10}]}}\n", encoding="utf-8")
    answer = asked(["allocate", *typed, "-f", "json"])
    assert answer.code == 0
    assert "effect" not in json.loads(answer.out)


def test_readings_of_other_years_are_not_held_against_each_other() -> None:
    text = YEARS.replace("ceilings: {growing: {2024: 30, 2025: 60, 2026: 90}}", "ceilings: {growing: 60}")
    Path("plan.yaml").write_text(text, encoding="utf-8")
    answer = asked(["whatif", "30", "--against", "plan", "--set", "years.last=2025"])
    assert (answer.code, answer.err) == (
        2,
        "--against plan: has other years -> leave the change of years out, or ask diff\n",
    )
