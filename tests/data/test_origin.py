"""How figures are known, and of which year prices are: what a plan may say about its own figures."""

from flessenhals.constraints.rule import known_from
from flessenhals.data.plans.reader import load, loads

PLAN = """
schema: 1
plan: small
unit: EUR million per year
price_level: {en: prices of 2021, nl: prijspeil 2021}
lines:
  - {id: read, partner: a, proposed: 4, source: "§1"}
  - {id: worked-out, partner: a, proposed: 5, source: "§1", origin: derived}
  - {id: guessed, partner: a, proposed: 6}
constraints:
  - {id: floor, origin: assumed, source: a talk, level: {of: guessed, at_least: 1}}
"""


def test_a_figure_is_known_as_the_plan_says_or_else_from_its_source_or_assumed() -> None:
    plan = loads(PLAN)
    known = [known_from(line.origin, line.source) for line in plan.lines]
    assert known == ["source", "derived", "assumed"]
    assert [known_from(rule.origin, rule.source) for rule in plan.constraints] == ["assumed"]


def test_a_plan_says_of_which_year_its_prices_are_and_an_option_may_change_that() -> None:
    assert loads(PLAN).price_level == {"en": "prices of 2021", "nl": "prijspeil 2021"}
    assert loads(PLAN, changes=["price_level=2024"]).price_level == "2024"
    assert load().price_level is None


def test_the_pact_plan_marks_what_its_source_does_not_print() -> None:
    plan = load()
    assert [line.id for line in plan.lines if line.origin] == ["mainports-other"]
    assert [(rule.id, rule.origin) for rule in plan.constraints if rule.origin] == [
        ("om-follows-laundering", "derived")
    ]
