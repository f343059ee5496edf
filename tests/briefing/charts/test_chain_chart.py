"""The chart of a chain: what passes each rule of a proposal, and what is stuck."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from flessenhals.briefing.charts.comparison.chain_chart import chain_chart
from flessenhals.briefing.charts.drawing import as_svg
from flessenhals.briefing.charts.roles import PAPER
from flessenhals.constraints import Proportional
from flessenhals.constraints.selector import lines
from flessenhals.data.plans.reader import load
from flessenhals.solver.comparison.comparison import Comparison, compare
from flessenhals.solver.plan.plan import Line, Plan
from flessenhals.solver.plan.proposal import Proposal

F = Fraction
WHOLE = F(1)


def asked(plan: Plan, part: Fraction = WHOLE) -> Proposal:
    title = {"en": "As asked", "nl": "Zoals gevraagd"}
    return Proposal(name="asked", amounts={line.id: line.proposed * part for line in plan.lines}, title=title)


@pytest.fixture(scope="module")
def complex_cases() -> Comparison:
    """What the Pact plan asks, under heavier ratios: 46 2/3 is stranded, at the police and at FIOD and FIU."""
    plan = load(scenario="complex-cases")
    return compare(plan, asked(plan))


def values(spec: dict[str, Any], mark: str) -> list[dict[str, Any]]:
    layers = [layer for panel in spec.get("vconcat", [spec]) for layer in panel["layer"]]
    drawn = [layer for layer in layers if layer["mark"]["type"] == mark and layer["mark"].get("color") != PAPER]
    return [row for layer in drawn for row in layer["data"]["values"]]


def test_money_upstream_that_the_ratio_does_not_let_through_is_stuck_and_called_a_bottleneck(
    complex_cases: Comparison,
) -> None:
    spec = chain_chart(complex_cases, "nl")
    bars = {(row["rule"], row["part"]): row["amount"] for row in values(spec, "bar")}
    assert bars["Het OM volgt de politie", "Vooraan, bruikbaar"] == float(F(250, 3))
    assert bars["Het OM volgt de politie", "Vooraan, niet bruikbaar"] == float(F(125, 3))
    assert bars["Het OM volgt de politie", "Capaciteit erachter"] == float(F(250, 3))
    assert bars["De rechtspraak volgt het OM", "Vooraan, bruikbaar"] == 14
    assert ("De rechtspraak volgt het OM", "Vooraan, niet bruikbaar") not in bars
    said = {row["said"]: row["weight"] for row in values(spec, "text")}
    assert said["125 · Knelpunt: € 41,67 mln te veel"] == "bold"
    assert said["18,33"] == "normal"


POLICE, OM, COURTS = (Line(id=name, partner=name, proposed=F(60), name=name) for name in ("police", "om", "courts"))


CHAIN = (
    Proportional(id="om-follows", upstream=lines("police"), downstream=lines("om"), at_least=F(1, 2)),
    Proportional(id="courts-follow", upstream=lines("om"), downstream=lines("courts"), at_least=F(1, 2), existing=F(1)),
)


def chained(*amounts: int) -> Comparison:
    plan = Plan(id="chain", lines=(POLICE, OM, COURTS), constraints=CHAIN, unit="EUR million")
    return compare(
        plan, Proposal(name="p", amounts=dict(zip(("police", "om", "courts"), map(F, amounts), strict=True)))
    )


def test_what_passes_a_rule_and_is_stuck_behind_another_is_said_to_be_held_there() -> None:
    said = [row["said"] for row in values(chain_chart(chained(40, 20, 4), "en"), "text")]
    assert said == [
        "40 · € 20 million held further on: courts-follow",
        "40",
        "20 · Bottleneck: € 10 million too much",
        "10",
    ]


def test_without_a_bottleneck_the_alternative_text_says_so() -> None:
    assert chain_chart(chained(10, 10, 10), "nl")["description"].endswith("Geen regel is een knelpunt.")


def test_a_plan_without_chain_rules_says_so_in_its_chart() -> None:
    found = compare(Plan(id="bare", lines=(POLICE,)), Proposal(name="p", amounts={"police": F(5)}))
    assert chain_chart(found, "nl")["title"]["text"][0].startswith("Dit plan heeft geen ketenregel")
    assert as_svg(chain_chart(found, "nl"), "nl").endswith("</svg>")


def test_of_many_rules_those_in_trouble_are_drawn_first_and_the_rest_is_counted() -> None:
    wide = tuple(replace(OM, id=f"om{n}") for n in range(30))
    rules = tuple(
        Proportional(id=f"r{n}", upstream=lines("police"), downstream=lines(f"om{n}"), at_least=F(1, 10))
        for n in range(30)
    )
    amounts = {"police": F(60), **{f"om{n}": F(5 if n == 29 else 6) for n in range(30)}}
    plan = Plan(id="wide", lines=(POLICE, *wide), constraints=rules)
    spec = chain_chart(compare(plan, Proposal(name="p", amounts=amounts)), "en")
    order = spec["layer"][0]["encoding"]["y"]["sort"]
    assert (order[0], len(order)) == ("r29", 20)
    assert "not shown: 10." in " ".join(spec["title"]["subtitle"])
