"""What was asked did to the others: the first sentence of an answer, proved by the run without it."""

import json
from pathlib import Path
from random import Random

import pytest
from drawn.plans import random_ceiling, random_plan
from judge import asked

from flessenhals.briefing.results.effect import effect_sentence
from flessenhals.constraints.selector import Condition, Selector
from flessenhals.solver.claims.effect import Effect
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.plan.held import with_dropped, with_kept

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


def first(*arguments: str) -> str:
    """What stands above the table, without the title and what is divided."""
    said = asked(["allocate", "70", *arguments]).out
    return " ".join(said.partition("\nLine ")[0].partition("\nPost ")[0].splitlines()[2:])


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (
            ["--keep", "partner:police"],
            "Keeping The police whole costs every other line 20.0 points: from 70.0% to 50.0%.",
        ),
        (
            ["--keep", "partner:police", "--lang", "nl"],
            "De politie ontzien kost elke andere post 20,0 procentpunt: van 70,0% naar 50,0%.",
        ),
        (
            ["--drop", "om"],
            "Leaving out Prosecution gives every other line 17.5 points: from 70.0% to 87.5%.",
        ),
        (
            ["--keep", "care=10", "--drop", "desk", "--lang", "nl"],
            "Zorg vasthouden op € 10 mln en desk weglaten levert elke andere post 30,0 procentpunt op: van 70,0% naar"
            " 100,0%.",
        ),
        (
            ["--rule", "{id: cap, name: A cap for care, level: {of: care, at_most: 20}}"],
            'Adding the rule "A cap for care" gives three of the four lines 13.3 points: from 70.0% to 83.3%; Care gets'
            " € 8 million less.",
        ),
        (
            ["--set", "care.weight=2"],
            "The change (care.weight=2) costs three of the four lines 20.0 points: from 70.0% to 50.0%; Care gets"
            " € 12 million more.",
        ),
        (
            ["--keep", "om=14"],
            "Keeping Prosecution at € 14 million costs the other lines nothing: none of them gets less, and none more.",
        ),
        (
            ["--set", "desk.minimum=1", "--lang", "nl"],
            "De wijziging (desk.minimum=1) verandert niets: geen post krijgt minder, en geen meer.",
        ),
        ([], ""),
    ],
)
def test_the_first_sentence_says_what_a_wish_does_to_the_others(arguments: list[str], sentence: str) -> None:
    assert first(*arguments) == sentence


def test_what_is_asked_on_top_of_a_scenario_is_held_against_that_scenario() -> None:
    assert first("--scenario", "dear") == "Scenario: dear"
    assert first("--scenario", "whole", "--drop", "om") == (
        "Scenario: whole Leaving out Prosecution gives Care 25.0 points: from 50.0% to 75.0%; the rest keep what they"
        " had."
    )


def test_it_is_in_the_json_too_and_only_where_something_was_asked() -> None:
    assert json.loads(asked(["allocate", "70", "--drop", "om", "-f", "json"]).out)["effect"].startswith("Leaving out")
    assert "effect" not in json.loads(asked(["allocate", "70", "-f", "json"]).out)


def test_several_ceilings_have_a_sentence_each() -> None:
    out = asked(["whatif", "70", "100", "--drop", "om"]).out.splitlines()
    assert out[1].startswith("At € 70 million: Leaving out Prosecution gives")
    assert any(line.startswith("At € 100 million: Leaving out Prosecution") for line in out)
    told = json.loads(asked(["whatif", "70", "--drop", "om", "--lang", "nl", "-f", "json"]).out)["effect"]
    assert told.startswith("Bij € 70 mln: ")
    assert "effect" not in json.loads(asked(["whatif", "70", "-f", "json"]).out)


def test_where_nothing_fits_without_it_there_is_nothing_to_hold_it_against() -> None:
    Path("plan.yaml").write_text(PLAN.replace("proposed: 40", "proposed: 40, minimum: 40"), encoding="utf-8")

    assert asked(["allocate", "30", "--drop", "care"]).out.splitlines()[2] == (
        "Without that nothing fits within € 30 million, so there is nothing to hold it against."
    )


@pytest.mark.parametrize("seed", range(40))
def test_every_sentence_is_true(seed: int) -> None:
    random = Random(seed)
    plan = random_plan(random, most_lines=6)
    ceiling = random_ceiling(random, plan)
    line = random.choice(plan.lines).id
    selector = Selector((Condition(line=(line,)),))
    after = with_kept(plan, selector) if random.random() < 0.5 else with_dropped(plan, selector)
    try:
        effect = Effect(allocate(plan, ceiling), allocate(after, ceiling), {line})
    except InfeasibleError:
        return
    said = effect_sentence(effect, "en")

    assert said.endswith(".")
    assert all(claim.holds(after, effect.with_it) for claim in said.claims)
    moved = any(effect.without.amounts[name] != effect.with_it.amounts[name] for name in effect.others)
    assert said.claims
    assert moved or "nothing" in said or "coverage of every line" in said


@pytest.mark.parametrize(
    ("ceiling", "arguments", "sentence"),
    [
        (
            "100",
            ["--set", "desk.maximum=6.6666"],
            "The change (desk.maximum=6.6666) costs desk 33.3 points: from 100.0% to 66.6%;",
        ),
        ("70", ["--keep", "desk"], "Keeping desk whole costs every other line 3.3 points: from 70.0% to 66.6%."),
        (
            "70",
            ["--keep", "desk=7.2"],
            "Keeping desk at € 7.2 million costs every other line 0.2 points: from 70.0% to 69.7%.",
        ),
        (
            "70",
            ["--keep", "desk=7.00009"],
            "costs every other line 0.0001 points: from 70.0000% to 69.9999%.",
        ),
    ],
)
def test_coverages_are_rounded_down_and_told_apart(ceiling: str, arguments: list[str], sentence: str) -> None:
    assert sentence in " ".join(asked(["allocate", ceiling, *arguments]).out.split())


def test_a_coverage_is_printed_as_the_lowest_is_below_it() -> None:
    said = " ".join(asked(["allocate", "70", "--keep", "desk"]).out.split())
    assert "to 66.6%." in said
    assert "No line gets less than 66.6%" in said


RANKED = PLAN + "objective: [{value: care}, value, coverage]\n"


def test_a_ranking_in_the_plan_itself_is_held_against_the_plan_without_it() -> None:
    Path("plan.yaml").write_text(RANKED, encoding="utf-8")

    assert first() == (
        "Putting Care first costs three of the four lines 20.0 points: from 70.0% to 50.0%; Care gets"
        " € 12 million more."
    )
    assert first("--lang", "nl").startswith(
        "Voorrang voor Zorg kost drie van de vier posten 20,0 procentpunt: van 70,0%"
    )
    assert first("--keep", "desk").startswith("Keeping desk whole costs")  # what was asked on top is held against it


def test_a_scenario_that_keeps_lines_is_held_against_the_plan_as_it_stands() -> None:
    assert first("--scenario", "whole") == (
        'Scenario: whole The scenario "whole" costs every other line 20.0 points: from 70.0% to 50.0%.'
    )
    assert (
        asked(["whatif", "70", "--scenario", "whole", "--lang", "nl"])
        .out.splitlines()[1]
        .startswith('Bij € 70 mln: Het scenario "whole" kost elke andere post 20,0 procentpunt')
    )


@pytest.mark.parametrize("command", [["bottlenecks", "70"], ["compare", "own.csv", "--ceiling", "70"]])
def test_other_answers_at_a_ceiling_begin_with_it_too(command: list[str]) -> None:
    asked(["allocate", "70", "-o", "own.csv", "--force"])
    said = " ".join(asked([*command, "--drop", "om", "--set", "care.weight=1"]).out.split())
    assert "Leaving out Prosecution and the change (care.weight=1) gives every other line 17.5 points" in said


def test_a_slice_is_held_against_the_optimal_split_of_what_it_leaves() -> None:
    Path("plan.yaml").write_text(PLAN.replace("id: desk,", "id: desk, minimum: 8,"), encoding="utf-8")
    said = json.loads(asked(["compare", "--slice", "30%", "-f", "json"]).out)["effect"]
    assert said == (
        "Against the optimal split of € 70 million: taking 30% off every line gives three of the four lines 1.1 points:"
        " from 68.8% to 70.0%; desk gets € 1 million less."
    )


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (
            ["--slice", "25%", "--except", "partner:police"],
            "Sparing The police costs every other line 10.0 points: 75.0% in place of the 85.0% that every line would"
            " get if € 85 million were spread evenly.",
        ),
        (
            ["--slice", "25%", "--except", "desk", "--except", "om", "--lang", "nl"],
            "desk en Het OM ontzien kost elke andere post 7,5 procentpunt: 75,0% in plaats van de 82,5% die elke post"
            " zou krijgen als € 82,5 mln gelijk werd verdeeld.",
        ),
    ],
)
def test_sparing_lines_is_held_against_the_same_total_spread_evenly(arguments: list[str], sentence: str) -> None:
    said = json.loads(asked(["compare", *arguments, "-f", "json"]).out)["effect"]
    assert said == sentence
