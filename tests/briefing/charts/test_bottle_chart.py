"""The chain drawn as a bottle."""

from __future__ import annotations

from fractions import Fraction
from html import unescape
from typing import TYPE_CHECKING

import pytest

from flessenhals.briefing.charts.comparison.bottle_chart import bottle_chart, has_chain
from flessenhals.briefing.charts.comparison.bottle_shapes import shapes
from flessenhals.briefing.charts.drawing import as_svg
from flessenhals.briefing.charts.shapes import Point, hatching
from flessenhals.data.plans.reader import load
from flessenhals.data.proposals.reader import read_proposal
from flessenhals.solver.comparison.bottle import bottles
from flessenhals.solver.comparison.comparison import Comparison, compare

if TYPE_CHECKING:
    from flessenhals.briefing.text.language import Language


@pytest.fixture(scope="module")
def police_only() -> Comparison:
    plan = load()
    return compare(plan, read_proposal("police-only", plan), Fraction(300))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "None of the € 125 million that enters gets through the chain"),
        ("nl", "Van de € 125 mln die binnenkomt, komt niets door de keten"),
    ],
)
def test_its_message_is_what_becomes_of_the_money(police_only: Comparison, language: Language, said: str) -> None:
    spec = bottle_chart(police_only, language)
    assert said in " ".join(spec["title"]["text"])
    assert said in spec["description"]


def test_both_splits_are_drawn_with_what_each_link_can_serve(police_only: Comparison) -> None:
    drawn = unescape(as_svg(bottle_chart(police_only, "nl"), "nl"))
    for text in ("Voorstel", "Optimale verdeling", "genoeg voor € 160,22 mln", "krijgt niets: de", "hals zit dicht"):
        assert f">{text}<" in drawn


def test_a_flow_is_as_thick_as_what_gets_through_and_its_room_as_what_could(police_only: Comparison) -> None:
    amounts = police_only.optimum.amounts  # type: ignore[union-attr]  # something fits
    (bottle,) = bottles(police_only.plan, amounts, amounts)
    drawn = shapes(bottle, 1.0, 1000.0)
    for flow, inlet in zip(drawn.flows, bottle.inlets, strict=True):
        assert {round(point.bottom - point.top, 9) for point in flow} == {round(float(inlet.passes), 9)}
    assert [round(box.bottom - box.top, 9) for box in drawn.rooms] == [round(float(bottle.necks[-1].capacity), 9)]
    assert drawn.stuck == []


def test_what_is_stuck_narrows_to_what_its_neck_lets_through() -> None:
    plan = load(scenario="complex-cases")
    found = compare(plan, read_proposal("source-split", plan))
    (bottle,) = bottles(plan, found.proposal.amounts, found.usable.amounts)
    police = shapes(bottle, 1.0, 1000.0).stuck[0]
    assert (round(police[0].bottom - police[0].top, 6), round(police[-1].bottom - police[-1].top, 6)) == (
        125,
        83.333333,
    )


def test_hatching_stays_within_its_band() -> None:
    band = [Point(0, 10, 50), Point(40, 10, 50), Point(80, 28, 32)]
    lines = list(hatching(band))
    assert len(lines) > 5
    assert all(0 <= x <= x2 <= 80 and 10 <= y2 <= y <= 50 for x, y, x2, y2 in lines)


def test_a_plan_without_a_chain_has_none_to_draw(police_only: Comparison) -> None:
    assert has_chain(police_only)
    plan = load(changes=[f"constraints.{rule.id}=null" for rule in police_only.plan.constraints])
    assert not has_chain(compare(plan, read_proposal("police-only", plan), Fraction(300)))
