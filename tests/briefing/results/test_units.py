"""A unit is understood as people write it, and its period is said once."""

import re
from fractions import Fraction
from pathlib import Path

import pytest
from judge import asked

from flessenhals.briefing.text.naming import yearly
from flessenhals.briefing.text.numbers import money, unit_in_words
from flessenhals.briefing.text.units import is_euro, known_unit, usual_step


@pytest.mark.parametrize(
    ("unit", "en", "nl"),
    [
        ("EUR million per year", "€ 30 million a year", "€ 30 mln per jaar"),
        ("EUR mln per jaar", "€ 30 million a year", "€ 30 mln per jaar"),
        ("€ mln", "€ 30 million", "€ 30 mln"),
        ("EUR 1.000", "€ 30 thousand", "€ 30 duizend"),
        ("EUR x 1,000 per year", "€ 30 thousand a year", "€ 30 duizend per jaar"),
        ("GBP million per year", "30 GBP million per year", "30 GBP mln per jaar"),
        ("tulip bulbs", "30 tulip bulbs", "30 tulip bulbs"),
        ("bulbs per year", "30 bulbs per year", "30 bulbs per year"),
        ("", "30", "30"),
    ],
)
def test_an_amount_with_its_period_names_the_unit_once(unit: str, en: str, nl: str) -> None:
    assert (yearly(Fraction(30), unit, "en"), yearly(Fraction(30), unit, "nl")) == (en, nl)


def test_an_amount_in_a_sentence_has_no_period_and_a_heading_has() -> None:
    assert money(Fraction(30), "GBP million per year", "en") == "30 GBP million"
    assert unit_in_words("GBP million per year", "en") == "GBP million per year"


@pytest.mark.parametrize("unit", ["tulip bulbs", "EUR zillion", "EUR million per fortnight", "thousand"])
def test_another_unit_is_not_known(unit: str) -> None:
    assert known_unit(unit) is None


@pytest.mark.parametrize(
    "unit", ["", "EUR", "€ mln", "kEUR", "EURm", "EURmln", "duizend euro's", "mln euro, prijspeil 2026", "k€"]
)
def test_money_is_called_euros_in_whatever_words_the_unit_does(unit: str) -> None:
    assert is_euro(unit)


@pytest.mark.parametrize(
    "unit", ["GBP million", "uren", "inspecteurs", "fte directeuren", "Euregio-punten", "neuronen"]
)
def test_other_units_are_no_euros(unit: str) -> None:
    assert not is_euro(unit)


def test_no_tenths_of_a_euro_are_printed_unless_that_is_asked() -> None:
    assert [usual_step(unit) for unit in ("EUR", "EUR per year", "EUR thousand", "EUR million", "")] == [
        "1",
        "1",
        "0.1",
        "0.1",
        "0.1",
    ]


OTHER_MONEY = """
schema: 1
plan: other-money
unit: UNIT
lines:
  - {id: a, partner: p, proposed: 10, minimum: 2}
  - {id: b, partner: q, proposed: 10, weight: 2}
  - {id: c, partner: q, proposed: 5}
constraints:
  - {id: f, proportional: {upstream: b, downstream: c, at_least: 0.4}}
  - {id: g, proportional: {upstream: c, downstream: a, at_least: 0.5}}
"""
ASKED = ("bottlenecks 9", "allocate 1", "compare SPLIT", "ladder", "brief 9 -f md -o -", "bottlenecks 9 --line c")


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("asking", ASKED)
@pytest.mark.parametrize(
    ("unit", "euros"), [("GBP thousand per year", False), ("inspecteurs", False), ("EUR million", True)]
)
def test_other_money_than_euros_is_nowhere_called_a_euro(
    tmp_path: Path,
    unit: str,
    euros: bool,  # noqa: FBT001 - a parameter of a test
    asking: str,
    language: str,
) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_text(OTHER_MONEY.replace("UNIT", unit), encoding="utf-8")
    (tmp_path / "split.csv").write_text("line,amount\na,1\nb,9\nc,1\n", encoding="utf-8")
    asking = asking.replace("SPLIT", str(tmp_path / "split.csv"))
    said = asked([*asking.split(), "--plan", str(plan), "--lang", language]).out
    assert said
    assert not re.search(r"\{|\}", said)
    assert euros or not re.search(r"\beuro", said, re.IGNORECASE)
