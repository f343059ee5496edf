"""Charts of a comparison show its exact figures, in the reader's language, and cut nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from fractions import Fraction
from html import unescape
from itertools import pairwise
from typing import Any

import pytest

from flessenhals.briefing.charts.comparison.chain_chart import chain_chart
from flessenhals.briefing.charts.comparison.dumbbell_chart import dumbbell_chart
from flessenhals.briefing.charts.comparison.waterfall_chart import waterfall_chart
from flessenhals.briefing.charts.drawing import as_png, as_svg
from flessenhals.briefing.charts.frame import in_lines
from flessenhals.briefing.charts.roles import PAPER
from flessenhals.briefing.pictures import page, png, svg
from flessenhals.briefing.registry import charts as charts_of
from flessenhals.briefing.text.language import LANGUAGES, Language, text
from flessenhals.briefing.text.naming import group_name
from flessenhals.constraints import Level
from flessenhals.constraints.selector import EVERYTHING
from flessenhals.data.plans.reader import load
from flessenhals.solver.comparison.comparison import Comparison, compare
from flessenhals.solver.comparison.side_by_side import side_by_side
from flessenhals.solver.optimum.allocation import Allocation
from flessenhals.solver.plan.plan import Grouping, Line, Plan
from flessenhals.solver.plan.proposal import Proposal

F = Fraction
CHARTS = [dumbbell_chart, waterfall_chart, chain_chart]


WHOLE = F(1)
Chart = Callable[[Comparison, Language], dict[str, Any]]


def asked(plan: Plan, part: Fraction = WHOLE) -> Proposal:
    title = {"en": "As asked", "nl": "Zoals gevraagd"}
    return Proposal(name="asked", amounts={line.id: line.proposed * part for line in plan.lines}, title=title)


@pytest.fixture(scope="module")
def complex_cases() -> Comparison:
    """What the Pact plan asks, under heavier ratios: 46 2/3 is stranded, at the police and at FIOD and FIU."""
    plan = load(scenario="complex-cases")
    return compare(plan, asked(plan))


@pytest.fixture(scope="module")
def strict() -> Comparison:
    """Three quarters of what is asked, read strictly, within 300: the minimums of two lines are broken."""
    plan = load(scenario="strict")
    return compare(plan, asked(plan, F(3, 4)), F(300))


def values(spec: dict[str, Any], mark: str) -> list[dict[str, Any]]:
    layers = [layer for panel in spec.get("vconcat", [spec]) for layer in panel["layer"]]
    drawn = [layer for layer in layers if layer["mark"]["type"] == mark and layer["mark"].get("color") != PAPER]
    return [row for layer in drawn for row in layer["data"]["values"]]


def optimum(found: Comparison) -> Allocation:
    assert isinstance(found.optimum, Allocation)
    return found.optimum


# Dumbbell


def sums(found: Comparison, amounts: Mapping[str, Fraction], by: Grouping) -> dict[str | None, Fraction]:
    """What each group gets together in a split."""
    return {group: sum((amounts[line.id] for line in lines), F(0)) for group, lines in found.plan.grouped(by).items()}


def test_of_many_lines_each_partner_has_its_exact_amounts_and_those_that_differ_least_are_added_up(
    strict: Comparison,
) -> None:
    assert strict.nearest is not None
    splits = {
        "Proposal": strict.proposal.amounts,
        "Optimum": optimum(strict).amounts,
        "Nearest split that works": strict.nearest.amounts,
    }
    drawn = {(row["split"], row["line"]): row["amount"] for row in values(dumbbell_chart(strict, "en"), "point")}
    proposed, best = (sums(strict, splits[name], "partner") for name in ("Proposal", "Optimum"))
    first = sorted(proposed, key=lambda each: -abs(best[each] - proposed[each]))[:8]
    assert {row for _, row in drawn} == {group_name(strict.plan, "partner", each, "en") for each in first} | {
        "Other partners (11)"
    }
    for name, amounts in splits.items():
        by_partner = sums(strict, amounts, "partner")
        assert all(
            drawn[name, group_name(strict.plan, "partner", each, "en")] == float(by_partner[each]) for each in first
        )
        rest = sum(by_partner.values(), F(0)) - sum((by_partner[each] for each in first), F(0))
        assert drawn[name, "Other partners (11)"] == pytest.approx(float(rest))


def test_the_departments_can_be_drawn_in_place_of_the_partners(strict: Comparison) -> None:
    spec = charts_of(strict, "department")["dumbbell"]("nl")
    best = sums(strict, optimum(strict).amounts, "department")
    drawn = {row["line"]: row["amount"] for row in values(spec, "point") if row["split"] == "Optimum"}
    assert drawn == {group_name(strict.plan, "department", each, "nl"): float(best[each]) for each in best}
    assert "Wat elk departement krijgt" in " ".join(spec["title"]["subtitle"])


def test_of_few_lines_each_has_its_exact_amount() -> None:
    plan = Plan(id="few", lines=(POLICE, OM))
    found = compare(plan, Proposal(name="p", amounts={"police": F(10), "om": F(1, 3)}))
    drawn = {(row["split"], row["line"]): row["amount"] for row in values(dumbbell_chart(found, "en"), "point")}
    assert (drawn["Proposal", "police"], drawn["Proposal", "om"]) == (10, float(F(1, 3)))


def test_no_line_of_a_title_ends_within_an_amount() -> None:
    for letters in range(14, 40):
        lines = in_lines("Van € 125 mln in het voorstel naar € 175,75 mln en naar € 300 mln", letters)
        assert " ".join(lines) == "Van € 125 mln in het voorstel naar € 175,75 mln en naar € 300 mln"
        assert all(line.count("€") == line.count("mln") and not line.endswith("€") for line in lines)


def test_lines_that_get_the_same_in_every_split_share_a_row_that_says_how_many_they_are() -> None:
    alike = tuple(Line(id=each, partner=each, proposed=F(10)) for each in "abcd")
    apart = Line(id="e", partner="e", proposed=F(20))
    found = compare(Plan(id="p", lines=(*alike, apart)), Proposal(name="p", amounts=dict.fromkeys("abcde", F(8))))
    names = [row["line"] for row in values(dumbbell_chart(found, "en"), "rule")]
    assert names == ["e", "Four lines: a and three more"]


def test_lines_stand_from_the_largest_gain_to_the_largest_loss_with_the_difference_beside_them(
    strict: Comparison,
) -> None:
    spec = dumbbell_chart(strict, "nl")
    ends = values(spec, "rule")
    best, proposed = (sums(strict, each, "partner") for each in (optimum(strict).amounts, strict.proposal.amounts))
    gaps = [best[each] - proposed[each] for each in best]
    given = [float(row["gap"].replace("−", "-").replace(",", ".")) for row in ends]
    assert given[:-1] == sorted(given[:-1], reverse=True)
    assert ends[-1]["line"] == "Andere partners (11)"
    assert set(given) >= {round(float(gap), 2) for gap in sorted(gaps, key=abs)[-8:]}
    assert spec["layer"][0]["encoding"]["y"]["sort"] == [row["line"] for row in ends]
    said = {row["line"]: row["gap"] for row in ends}
    assert (said["Regionale samenwerkingsverbanden"], said["Nationale Politie"]) == ("+7,50", "−2,96")


def test_the_three_splits_are_told_apart_by_form_as_well(strict: Comparison) -> None:
    [points] = [
        layer["encoding"] for layer in dumbbell_chart(strict, "en")["layer"] if layer["mark"]["type"] == "point"
    ]
    looks = zip(points["shape"]["scale"]["range"], points["fill"]["scale"]["range"], strict=True)
    assert len(set(looks)) == 3
    assert {points[channel]["field"] for channel in ("shape", "fill", "stroke", "size")} == {"split"}


def test_lines_of_the_same_name_stay_apart() -> None:
    two = tuple(Line(id=each, partner=each, proposed=F(10), name="Same") for each in "ab")
    found = compare(Plan(id="same", lines=two), Proposal(name="p", amounts={"a": F(4), "b": F(6)}))
    assert {row["line"] for row in values(dumbbell_chart(found, "en"), "rule")} == {"Same (a)", "Same (b)"}


def test_several_proposals_stand_in_forms_of_their_own_beside_one_optimum() -> None:
    plan = load()
    found = side_by_side(plan, [asked(plan), replace(asked(plan, F(3, 4)), name="less", title=None)], F(300))
    spec = dumbbell_chart(found, "nl")
    [points] = [layer["encoding"] for layer in spec["layer"] if layer["mark"]["type"] == "point"]
    assert points["shape"]["scale"]["domain"] == ["Zoals gevraagd", "less", "Optimum"]
    assert points["shape"]["scale"]["range"] == ["circle", "square", "circle"]
    assert points["fill"]["scale"]["range"][2] != points["fill"]["scale"]["range"][0]
    first = values(spec, "rule")[0]
    assert (first["line"], first["gap"]) == ("Nationale Politie", "31,25")
    best = sums(found.results[0], optimum(found.results[0]).amounts, "partner")
    assert (first["from"], first["to"]) == (float(best["police"]), 125)
    assert spec["description"].endswith("De voorstellen verschillen het meest bij Nationale Politie: € 31,25 mln.")
    assert list(charts_of(found)) == ["dumbbell"]


def test_several_proposals_can_be_drawn_where_nothing_fits_and_where_they_are_the_same() -> None:
    plan = load()
    for ceiling in (F(30), F(400)):
        spec = dumbbell_chart(side_by_side(plan, [asked(plan), asked(plan)], ceiling), "en")
        assert spec["description"].endswith("The proposals are the same for each partner.")
        assert as_svg(spec, "en").endswith("</svg>")


# Waterfall


def test_the_steps_lead_exactly_from_the_proposal_by_the_nearest_split_to_the_optimum(strict: Comparison) -> None:
    assert strict.nearest is not None
    rows = values(waterfall_chart(strict, "en"), "text")
    totals = [row for row in rows if row["start"] == row["end"]]
    expected = [strict.proposal.total, strict.nearest.total, strict.nearest.total, optimum(strict).total]
    assert [row["end"] for row in totals] == list(map(float, expected))
    nearest = "Nearest split that works"
    assert [row["row"][3:] for row in totals] == ["Proposal", nearest, nearest, "Optimum"]
    for before, after in pairwise(rows):
        assert after["start"] == pytest.approx(before["end"])


def test_a_partner_stands_once_in_each_panel_and_every_panel_begins_at_0(
    strict: Comparison, complex_cases: Comparison
) -> None:
    for found in (strict, complex_cases):
        panels = waterfall_chart(found, "en")["vconcat"]
        assert panels
        for panel in panels:
            names = [row["row"][3:] for row in values(panel, "text")]
            assert len(names) == len(set(names)) > 2
            axes = [layer["encoding"]["x"]["scale"]["domain"] for layer in panel["layer"]]
            assert {low for low, _ in axes} == {0}


def test_a_proposal_that_keeps_everything_has_one_panel() -> None:
    plan = Plan(id="kept", lines=tuple(Line(id=each, partner=each, proposed=F(10)) for each in "ab"))
    kept = compare(plan, Proposal(name="kept", amounts={"a": F(9), "b": F(3)}), F(12))
    [panel] = waterfall_chart(kept, "en")["vconcat"]
    assert [row["row"][3:] for row in values(panel, "text")] == ["Nearest split that works", "a", "b", "Optimum"]


def test_a_step_is_what_a_partner_gets_more_in_all_of_its_lines(strict: Comparison) -> None:
    assert strict.nearest is not None
    police = [line.id for line in strict.plan.lines if line.partner == "police"]
    change = sum((strict.nearest.amounts[line] - strict.proposal.amounts[line] for line in police), start=F(0))
    bars = values(waterfall_chart(strict, "nl")["vconcat"][0], "bar")
    [first] = [row for row in bars if row["row"].endswith("Nationale Politie")]
    assert first["end"] - first["start"] == pytest.approx(float(change))


def test_the_steps_can_be_programmes_instead(strict: Comparison) -> None:
    spec = waterfall_chart(strict, "nl", "programme")
    names = {row["row"][3:] for row in values(spec, "bar")}
    assert names <= {text(name, "nl") for name in strict.plan.programmes.values()}
    assert "Wat elk programma meer (donker) of minder (wit) krijgt" in " ".join(spec["title"]["subtitle"])
    assert "Stappen per programma van" in spec["description"]


def test_more_is_dark_and_less_is_white(strict: Comparison) -> None:
    for layer in (layer for panel in waterfall_chart(strict, "en")["vconcat"] for layer in panel["layer"]):
        if layer["mark"]["type"] == "bar":
            rises = {row["end"] > row["start"] for row in layer["data"]["values"]}
            assert rises <= {layer["mark"]["fill"] != PAPER}


def test_beyond_the_eight_largest_the_rest_is_added_up_and_counted() -> None:
    many = tuple(Line(id=f"l{n}", partner=f"p{n}", proposed=F(10)) for n in range(12))
    found = compare(Plan(id="many", lines=many), Proposal(name="p", amounts={f"l{n}": F(n) for n in range(12)}))
    rows = [row for mark in ("bar", "point") for row in values(waterfall_chart(found, "nl"), mark)]
    assert [row["row"][3:] for row in rows if "Andere" in row["row"]] == ["Andere partners (4)"]
    assert len(rows) == 10


# Chain


POLICE, OM, COURTS = (Line(id=name, partner=name, proposed=F(60), name=name) for name in ("police", "om", "courts"))


# All of them


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("chart", CHARTS)
def test_the_proposal_is_named_above_each_chart_and_what_it_shows_in_its_alternative_text(
    complex_cases: Comparison, chart: Chart, language: Language
) -> None:
    spec = chart(complex_cases, language)
    assert {"en": "Proposal: As asked.", "nl": "Voorstel: Zoals gevraagd."}[language] in spec["title"]["subtitle"]
    drawn = unescape(as_svg(spec, language))
    assert spec["description"] in drawn.split(">", 1)[0]
    assert "…" not in drawn


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_name_is_cut(strict: Comparison, complex_cases: Comparison, language: Language) -> None:
    spec = dumbbell_chart(strict, language)
    drawn = unescape(as_svg(spec, language))
    assert all(f">{row['line']}<" in drawn for row in values(spec, "rule"))
    chain = unescape(as_svg(chain_chart(complex_cases, language), language))
    assert all(f">{text(rule.name, language)}<" in chain for rule in complex_cases.plan.constraints)


@pytest.mark.parametrize("chart", CHARTS)
def test_where_nothing_fits_the_proposal_is_drawn_by_itself(chart: Chart) -> None:
    plan = Plan(id="tight", lines=(POLICE, OM), constraints=(Level(id="floor", of=EVERYTHING, at_least=F(200)),))
    found = compare(plan, Proposal(name="p", amounts={"police": F(10), "om": F(0)}))
    assert found.nearest is None
    assert as_png(chart(found, "nl"), "nl").startswith(b"\x89PNG\r\n")


@pytest.mark.parametrize("chart", CHARTS)
def test_a_proposal_that_is_the_optimum_or_gives_nothing_can_be_drawn(chart: Chart) -> None:
    for part in (F(1), F(0)):
        plan = Plan(id="same", lines=(POLICE, OM))
        assert as_svg(chart(compare(plan, asked(plan, part)), "en"), "en").endswith("</svg>")


def test_a_comparison_has_four_charts_and_a_page_has_all_of_them(complex_cases: Comparison) -> None:
    assert list(charts_of(complex_cases)) == ["dumbbell", "waterfall", "chain", "rules"]
    assert svg(complex_cases, "chain", "nl").startswith("<svg ")
    assert png(complex_cases, "waterfall", "nl").startswith(b"\x89PNG")
    assert page(complex_cases, "nl").count("<figure>") == 4
