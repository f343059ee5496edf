"""Why the split is as it is: five findings at most in a briefing, none twice, and everything else in its annex."""

import re
from pathlib import Path

import pytest
from judge import asked

READINGS = (None, "strict", "by-partner", "prevention-first", "complex-cases")
SHORT, LONG = (150, 300, 380), (40, 60, 100, 120, 200, 220, 250, 280, 340, 360, 390)


def briefing(folder: Path, *words: str) -> str:
    out = folder / "briefing.md"
    told = asked(["brief", *words, "-o", str(out), "--force"])
    assert told.code == 0, told.err
    return out.read_text(encoding="utf-8")


def bullets(text: str, heading: str) -> list[str]:
    section = text.partition(f"\n## {heading}")[2].partition("\n## ")[0]
    return [line for line in section.splitlines() if line.startswith("- ")]


@pytest.mark.parametrize("ceiling", [*SHORT, *(pytest.param(each, marks=pytest.mark.long) for each in LONG)])
@pytest.mark.parametrize("reading", READINGS)
def test_at_most_five_bottlenecks_of_which_none_repeats_another(
    tmp_path: Path, reading: str | None, ceiling: int
) -> None:
    told = briefing(tmp_path, str(ceiling), *(["--scenario", reading] if reading else []))
    (*found, explained, elsewhere) = bullets(told, "3. Why")
    assert explained.startswith("- Every effect is proved, up to the amount")
    assert elsewhere == "- Further limits and what other ratios would do: annex C."
    assert 1 <= len(found) <= 5
    assert len({re.sub(r'"[^"]*"|\d[\d.,]*', "", each) for each in found}) == len(found)
    assert not re.search(r"worth 1\.00|puts? 1\.00 (more|less)", "".join(found))


@pytest.mark.parametrize("ceiling", [300, *(pytest.param(each, marks=pytest.mark.long) for each in (150, 380, *LONG))])
def test_in_whole_amounts_too_there_are_at_most_five(tmp_path: Path, ceiling: int) -> None:
    told = bullets(briefing(tmp_path, str(ceiling), "--scenario", "whole-units"), "3. Why")
    explaining = ("There are no prices", "With more money a line's coverage can fall", "What one unit more or less")
    found = [each for each in told if not each.removeprefix("- ").startswith(explaining)]
    assert 1 <= len(found) <= 5
    assert len({re.sub(r"\d[\d.,]*", "", each) for each in found}) == len(found)


def test_limits_that_do_the_same_are_told_together(tmp_path: Path) -> None:
    found = bullets(briefing(tmp_path, "300", "--lang", "nl"), "3. Waarom")
    assert (
        "- Bij een lager minimum voor Ondermijningsfonds en versterkingsplannen en Strategisch Kenniscentrum verschuift"
        " geld naar andere posten; het totaal blijft gelijk." in found
    )


def test_parts_of_a_euro_have_two_decimals_also_where_a_line_that_is_not_named_gets_less(tmp_path: Path) -> None:
    (ceiling, *_) = bullets(briefing(tmp_path, "300", "--lang", "nl"), "3. Waarom")
    assert re.findall(r"\d,\d+", ceiling) == ["0,17", "0,14", "0,13", "0,10", "0,47"]


def test_minimums_with_one_price_are_told_together_with_how_far_each_holds(tmp_path: Path) -> None:
    told = briefing(tmp_path, "100", "--scenario", "prevention-first")
    assert (
        "- Strategic Knowledge Centre and Subversive-crime fund and regional plans are at their minimums: each euro"
        " less at one of them raises the weighted total by 1.00, for the first € 2 million and € 30 million"
        " respectively." in bullets(told, "3. Why")
    )


def test_the_line_whose_minimum_is_lowered_is_not_said_to_pay_besides(tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_text(
        "schema: 1\nplan: p\nunit: EUR million\n"
        "lines:\n- {id: a, partner: a, proposed: 10, minimum: 4}\n- {id: b, partner: b, proposed: 10, weight: 2}\n",
        encoding="utf-8",
    )
    (found, *_) = [
        each for each in bullets(briefing(tmp_path, "8", "--plan", str(plan)), "3. Why") if "minimum" in each
    ]
    assert found == (
        "- a is at its minimum: each euro less there raises the weighted total by 1.00, for the first € 4 million."
        " Of each such euro 1.00 goes to b."
    )


def test_what_nobody_asked_for_and_every_ratio_stand_in_the_annex(tmp_path: Path) -> None:
    annex = briefing(tmp_path, "300", "--scenario", "prevention-first").partition("## Annex C")[2]
    assert "- Seven lines at their maximum have all that they ask; each would get more if more were asked." in annex
    assert '"The courts follow the OM" asks 50% now' in annex
    assert "| Area programmes, 15 or more municipalities (maximum) |" in annex


def test_where_nothing_is_held_back_there_is_nothing_to_explain(tmp_path: Path) -> None:
    found = bullets(briefing(tmp_path, "420"), "3. Why")
    assert found == ["- Further limits and what other ratios would do: annex C."]
