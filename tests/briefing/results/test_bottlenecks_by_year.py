"""What holds back in a plan with years: the year is named, and money that moves between years is no line."""

from fractions import Fraction

import pytest

from flessenhals.amounts import ceiling_of
from flessenhals.briefing.results.bottlenecks.bottlenecks import bottlenecks_tables
from flessenhals.briefing.results.bottlenecks.findings import findings, with_effect
from flessenhals.briefing.results.bottlenecks.line_reason import line_tables
from flessenhals.briefing.results.bottlenecks.near_optimal import room_table
from flessenhals.briefing.results.infeasible.infeasible import infeasible_tables
from flessenhals.briefing.text.table import plain
from flessenhals.data.plans.reader import loads
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.sensitivity.bottlenecks import Bottlenecks, bottlenecks
from flessenhals.solver.sensitivity.line_reason import why
from flessenhals.solver.sensitivity.near_optimal import room

PLAN = """
schema: 1
plan: two-years
unit: EUR million per year
years: {first: 2026, last: 2027}
partners: {p: P}
ceilings:
  path: {2026: 100, 2027: 10}
  short: {2026: 8, 2027: 10}
  kinds: {structural: {2026: 10, 2027: 12}, one-off: {2026: 20}}
lines:
  - {id: a, name: Alfa, partner: p, proposed: 20}
  - {id: b, name: Beta, partner: p, proposed: {2026: 5}, money: one-off}
"""
CAP = "constraints: [{id: cap, name: Cap, level: {of: a, at_most: 15}}]\n"
SHIFT = "shift: {later: 1}\n"


def held(text: str, name: str) -> Bottlenecks:
    plan = loads(text)
    return bottlenecks(plan, ceiling_of(plan, name))


def test_the_sum_over_the_years_is_not_called_an_amount_a_year() -> None:
    found = held(PLAN, "short")
    assert bottlenecks_tables(found, "nl")[0].title.endswith("Wat knelt bij short (€ 18 mln over 2026 en 2027 samen)")
    plan, ceiling = found.allocation.plan, found.allocation.ceiling
    titles = [
        room_table(room(plan, ceiling, Fraction(1, 100)), "en").title,
        line_tables(why(plan, ceiling, "a@2027"), "en")[0].title,
    ]
    assert all("short (€ 18 million over 2026 and 2027 together)" in title for title in titles)


def test_more_money_is_said_of_the_year_whose_ceiling_it_is() -> None:
    found = held(PLAN, "short")
    first, second = findings(found, with_effect(found), "nl")
    assert first.startswith("Met elke euro meer voor het plafond in 2026 wordt 1,00 meer ingezet, voor de eerste ")
    assert second.startswith("Met elke euro meer voor het plafond in 2027 wordt 1,00 meer ingezet, voor de eerste ")


def test_a_rule_holds_money_back_in_the_years_that_have_money_left() -> None:
    """In 2027 the ceiling of 10 holds Alfa back, not the cap of 15."""
    said = " ".join(bottlenecks_tables(held(PLAN + CAP, "path"), "en")[0].notes)
    assert 'In 2026 not all of the money can be spent. Without "Cap" more could be.' in said
    assert "What holds the rest back" not in said


def test_structural_money_has_a_price_in_words() -> None:
    said = " ".join(bottlenecks_tables(held(PLAN, "kinds"), "nl")[0].notes)
    assert "Met elke euro meer voor het structurele plafond in 2026 wordt 1,00 meer ingezet" in said
    assert "houdt de rest op zichzelf tegen" not in said


@pytest.mark.parametrize("name", ["path", "short", "kinds"])
@pytest.mark.parametrize("weights", ["", "scenarios: {heavy: {lines: [{of: b, weight: 2}]}}\n"])
def test_money_that_may_move_between_years_is_no_line(name: str, weights: str) -> None:
    plan = loads(PLAN + SHIFT + weights, scenario="heavy" if weights else None)
    found = bottlenecks(plan, ceiling_of(plan, name))
    lines = {line.id for line in plan.lines}
    assert all(set(each.release) <= lines for each in found.found)
    for language in ("nl", "en"):
        assert "later 2026" not in plain(bottlenecks_tables(found, language), 200)


def test_why_a_line_gets_no_more_where_money_may_move_between_years() -> None:
    plan = loads(PLAN + SHIFT)
    found = why(plan, ceiling_of(plan, "short"), "a@2027")
    assert found.allocation.amounts["a@2027"] == 10
    assert "ceiling@2027" in {row.label for row in found.stops}


def test_a_ceiling_that_is_too_low_is_named_with_its_year_and_kind() -> None:
    plan = loads(PLAN.replace("proposed: 20", "proposed: 20, minimum: 11"))
    with pytest.raises(InfeasibleError) as refused:
        allocate(plan, ceiling_of(plan, "kinds"))
    said = plain(infeasible_tables(refused.value, "nl"), 200)
    assert "Binnen kinds (€ 42 mln over 2026 en 2027 samen) past niets" in said
    assert "het structurele plafond in 2026 is € 10 mln" in said
