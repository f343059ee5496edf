"""The plan that ships: its figures are those of the source."""

from collections import Counter
from fractions import Fraction

import pytest

from flessenhals.data.plans.reader import load

PACT = load()


def test_it_has_27_lines_of_400_together() -> None:
    assert len(PACT.lines) == 27
    assert PACT.proposed == 400


@pytest.mark.parametrize(
    ("field", "totals"),
    [
        ("programme", {"enforcement": 200, "regional": 100, "prevention": 100}),
        ("partner", {"police": 125, "om": 24, "courts": 24, "fiod": 15, "municipalities": 60}),
        ("department", {"jenv": 280, "fin": 40, "def": 10, "bzk": 60, "vws": 10}),
    ],
)
def test_its_totals_are_those_of_the_source(field: str, totals: dict[str, int]) -> None:
    found: Counter[str] = Counter()
    for line in PACT.lines:
        found[getattr(line, field)] += line.proposed  # type: ignore[assignment]  # a Counter adds up Fractions too
    assert {name: found[name] for name in totals} == totals


def test_only_the_knowledge_centre_and_the_regional_plans_have_a_minimum() -> None:
    assert {line.id: line.minimum for line in PACT.lines if line.minimum} == {
        "knowledge-centre": 2,
        "regional-plans": 30,
    }


def test_every_line_and_rule_says_where_it_stands_in_both_languages() -> None:
    for line in PACT.lines:
        assert line.source is not None
        assert line.source.startswith("§")
        assert set(line.name or ()) == {"en", "nl"}
    for rule in PACT.constraints:
        assert rule.source is not None
        assert "§1.3" in rule.source
        assert rule.nature == "norm"
        assert set(rule.name or ()) == {"en", "nl"}


def test_it_ships_five_scenarios_whose_titles_say_that_they_are_illustrations() -> None:
    assert set(PACT.scenarios) == {
        "strict",
        "by-partner",
        "prevention-first",
        "complex-cases",
        "whole-units",
    }
    for title in PACT.scenarios.values():
        assert isinstance(title, dict)
        assert "illustration" in title["en"].lower()
        assert "illustratie" in title["nl"].lower()


def test_its_scenarios_change_what_they_say() -> None:
    ratios = [getattr(rule, "at_least", None) for rule in load(scenario="complex-cases").constraints]
    assert ratios == [Fraction("0.15"), Fraction("0.15"), Fraction("0.60")]
    weights = {line.programme: line.weight for line in load(scenario="prevention-first").lines}
    assert weights == {"enforcement": 1, "regional": 1, "prevention": 2}
    assert [rule.id for rule in load(scenario="by-partner").constraints] == ["om-follows-police", "courts-follow-om"]


def test_everything_uncertain_says_in_both_languages_that_its_range_is_an_assumption() -> None:
    assert len(PACT.uncertain) == 6
    for each in PACT.uncertain:
        assert isinstance(each.note, dict)
        assert each.note["en"].startswith("Assumption")
        assert each.note["nl"].startswith("Aanname")
        assert each.low < (each.mode or (each.low + each.high) / 2) < each.high


def test_a_scenario_without_a_rule_is_not_uncertain_about_it() -> None:
    paths = [each.path for each in load(scenario="by-partner").uncertain]
    assert "constraints.om-follows-laundering.proportional.at_least" not in paths
    assert len(paths) == 5
