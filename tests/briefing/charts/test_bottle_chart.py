"""The chain drawn as a bottle."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from html import unescape
from typing import TYPE_CHECKING

import pytest

from flessenhals.amounts import ceiling_of
from flessenhals.briefing.charts.bottle.bottle_chart import bottle_chart, has_chain
from flessenhals.briefing.charts.bottle.bottle_shapes import shapes
from flessenhals.briefing.charts.bottle.drawing import bottle_sketch
from flessenhals.briefing.charts.bottle.panels import chains_of
from flessenhals.briefing.charts.drawing import as_svg
from flessenhals.briefing.charts.roles import LIGHT
from flessenhals.briefing.charts.shapes import Point, hatching
from flessenhals.briefing.charts.sketch_svg import sketch_svg
from flessenhals.constraints import Proportional
from flessenhals.constraints.selector import lines as selected
from flessenhals.data.plans.reader import load, loads
from flessenhals.data.proposals.reader import read_proposal
from flessenhals.solver.comparison.bottle import bottles
from flessenhals.solver.comparison.comparison import Comparison, compare
from flessenhals.solver.plan.plan import Line, Plan
from flessenhals.solver.plan.proposal import Proposal

if TYPE_CHECKING:
    from flessenhals.briefing.charts.sketch import Area, Sketch
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
    for text in ("Voorstel", "Optimum", "genoeg voor € 160,22 mln", "krijgt niets: de", "hals zit dicht"):
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


def chain_of(*amounts: int, asked: int = 60) -> Comparison:
    """Police, prosecutors and courts, each of the last two half of what stands before it."""
    names = ("police", "om", "courts")
    lines = tuple(Line(id=name, partner=name, proposed=Fraction(asked), name=name) for name in names)
    rules = (
        Proportional(id="om", upstream=selected("police"), downstream=selected("om"), at_least=Fraction(1, 2)),
        Proportional(id="courts", upstream=selected("om"), downstream=selected("courts"), at_least=Fraction(1, 2)),
    )
    plan = Plan(id="chain", lines=lines, constraints=rules, unit="EUR million")
    return compare(plan, Proposal(name="p", amounts=dict(zip(names, map(Fraction, amounts), strict=True))))


def drawn_of(found: Comparison) -> Sketch:
    return bottle_sketch(chains_of(found, "en"), "en")


def test_every_thickness_is_an_exact_amount_on_one_scale_across_and_down() -> None:
    found = chain_of(40, 20, 4)
    across = drawn_of(found)
    assert across.tall is not None
    for sketch in (across, across.tall):
        (stuck, *_), (flow, best) = (
            [area for area in sketch.areas if area.is_hatched],
            [area for area in sketch.areas if area.role == "flow"],
        )
        scale = (stuck.band[0].bottom - stuck.band[0].top) / 40
        assert thickness(flow) == pytest.approx([16 * scale] * len(flow.band))
        optimum = found.optimum.amounts["police"]  # type: ignore[union-attr]  # something fits
        assert thickness(best) == pytest.approx([float(optimum) * scale] * len(best.band))


def thickness(area: Area) -> list[float]:
    return [point.bottom - point.top for point in area.band]


def test_a_link_that_gets_nothing_is_a_wall_and_what_is_stuck_lies_on_both_sides_of_the_link_before_it() -> None:
    sketch = drawn_of(chain_of(40, 20, 0))
    first, second = [area for area in sketch.areas if area.is_hatched and not area.pale]
    assert first.band[-1].x == second.band[0].x
    assert len([area for area in sketch.areas if area.role == "stuck"]) == 1
    said = [label.said for label in sketch.labels]
    assert "gets nothing:" in said
    assert "€ 40 million" in said


def test_what_is_asked_is_dashed_and_hatched_only_where_a_rule_of_the_chain_holds_it_back() -> None:
    held = chain_of(60, 30, 15)
    plan = replace(
        held.plan,
        lines=tuple(replace(each, maximum=Fraction(10)) if each.id == "om" else each for each in held.plan.lines),
    )
    by_chain = drawn_of(compare(plan, Proposal(name="p", amounts=held.proposal.amounts)))
    assert [area for area in by_chain.areas if area.is_hatched and area.pale]
    by_ceiling = drawn_of(compare(held.plan, held.proposal, Fraction(50)))
    assert not [area for area in by_ceiling.areas if area.pale]
    assert [area for area in by_ceiling.areas if area.dashed]


def test_links_near_each_other_have_their_names_above_and_below_by_turns() -> None:
    names = [f"link {place}" for place in range(6)]
    lines = tuple(
        Line(id=name.replace(" ", ""), partner=name.replace(" ", ""), proposed=Fraction(10)) for name in names
    )
    rules = tuple(
        Proportional(
            id=f"r{n}", upstream=selected(f"link{n}"), downstream=selected(f"link{n + 1}"), at_least=Fraction(1, 2)
        )
        for n in range(5)
    )
    plan = Plan(id="long", lines=lines, constraints=rules)
    sketch = drawn_of(compare(plan, Proposal(name="p", amounts={line.id: Fraction(6) for line in lines}), Fraction(40)))
    heads = {label.said.split()[0]: label.y for label in sketch.labels[:20] if label.align == "center" and label.bold}
    assert heads["link2"] > heads["link1"]
    assert heads["link3"] == heads["link1"]


def test_a_drawing_alone_has_its_colours_letters_and_words_in_it(police_only: Comparison) -> None:
    image = sketch_svg(drawn_of(police_only), "en")
    head = image.partition(">")[0]
    assert "None of the € 125 million" in head
    assert "Source Sans 3" in head
    colours = set(re.findall(r'"(#[0-9A-Fa-f]{6})"', image))
    assert colours <= set(LIGHT.values())
    assert 'fill="url(#hatch)"' in image


def test_a_year_is_named_where_the_chain_is_of_one() -> None:
    plan = load("pact-2021-build-up")
    given = compare(plan, read_proposal("police-only", plan, each_year=True), ceiling_of(plan, "build-up"))
    assert "Drawn for 2022." in drawn_of(given).under


WITHIN_ONE = """
schema: 1
plan: chain
unit: EUR million
partners: {justice: Ministry of Justice, courts: Courts}
lines:
  - {id: cops, name: Officers, partner: justice, proposed: 40}
  - {id: da, name: Prosecutors, partner: justice, proposed: 10}
  - {id: jud, name: Judges, partner: courts, proposed: 8}
  - {id: pris, name: Prisons, partner: courts, proposed: 20}
constraints:
  - {id: da-f, proportional: {upstream: cops, downstream: da, at_least: 0.2}}
  - {id: j-f, proportional: {upstream: da, downstream: jud, at_least: 0.5}}
  - {id: p-f, proportional: {upstream: jud, downstream: pris, at_least: 2}}
"""


def test_links_of_one_partner_are_called_by_their_lines_in_the_drawing_and_in_words() -> None:
    plan = loads(WITHIN_ONE)
    amounts = dict(zip(("cops", "da", "jud", "pris"), map(Fraction, (39, 3, 2, 4)), strict=True))
    spec = bottle_chart(compare(plan, Proposal(name="p", amounts=amounts), Fraction(48)), "en")
    assert "most of it at Prosecutors" in " ".join(spec["title"]["text"])
    assert "Prosecutors: € 3 million" in spec["description"]
    drawn = unescape(as_svg(spec, "en"))
    for link in ("Prosecutors", "Judges", "Prisons"):
        assert re.search(rf">{link}\b", drawn)
    assert not re.search(r">Courts\b", drawn)
