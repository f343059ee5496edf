"""Charts show the ladder exactly, in the reader's language, and need nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest

from flessenhals.briefing.charts.coverage_chart import coverage_chart
from flessenhals.briefing.charts.drawing import as_svg
from flessenhals.briefing.charts.frame import by_programme
from flessenhals.briefing.charts.split_chart import shades, split_chart
from flessenhals.briefing.text.language import LANGUAGES, Language, text
from flessenhals.data.plans.reader import load
from flessenhals.solver.plan.plan import Line, Plan
from flessenhals.solver.sensitivity.ladder.ladder import Ladder, ladder

F = Fraction
CHARTS = [split_chart, coverage_chart]
Chart = Callable[[Ladder, Language], dict[str, Any]]


@pytest.fixture(scope="module")
def strict() -> Ladder:
    """Four steps (32, 370.25, 386 1/3 and 398), three programmes, 27 lines."""
    return ladder(load(scenario="strict"))


def small(**fields: object) -> Plan:
    lines = (
        Line(id="a", partner="x", programme="one", proposed=F(10), minimum=F("2.5"), name="Same"),
        Line(id="b", partner="y", programme="two", proposed=F(10), maximum=F(12), name="Same"),
        Line(id="c", partner="z", programme="two", proposed=F(0), maximum=F(3), name="Asks nothing"),
    )
    return replace(Plan(id="small", lines=lines, unit="EUR million per year"), **fields)  # type: ignore[arg-type]  # by name


def values(layer: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = layer["data"]["values"]
    return found


def areas(spec: dict[str, Any]) -> dict[str, Any]:
    [found] = [layer for layer in spec["layer"] if layer["mark"]["type"] == "area"]
    return dict(found)


def labels(spec: dict[str, Any], field: str) -> list[Any]:
    [layer] = [
        layer
        for layer in spec["layer"]
        if layer["mark"]["type"] == "text" and layer["encoding"]["text"]["field"] == field
    ]
    return [row[field] for row in values(layer)]


# The split over the ceiling


def test_the_areas_have_the_exact_amounts_at_every_step_and_no_point_between(strict: Ladder) -> None:
    rows = values(areas(split_chart(strict, "en")))
    groups = by_programme(strict.plan, "en")
    for place, step in enumerate(strict.steps):
        at_step = rows[3 * place : 3 * place + 3]
        assert [row["ceiling"] for row in at_step] == [float(step.ceiling)] * 3
        assert [row["amount"] for row in at_step] == [float(group.gets(step.amounts)) for group in groups]
    assert len(rows) == 3 * (len(strict.steps) + 1)


def test_beyond_the_last_step_the_areas_run_on_unchanged(strict: Ladder) -> None:
    rows = values(areas(split_chart(strict, "en")))
    assert rows[-1]["ceiling"] > float(strict.steps[-1].ceiling)
    assert [row["amount"] for row in rows[-3:]] == [row["amount"] for row in rows[-6:-3]]


def test_programmes_read_from_top_to_bottom_in_the_plans_order(strict: Ladder) -> None:
    spec = split_chart(strict, "en")
    named = ["Integrated law enforcement", "Regional administrative approach and mainports"]
    named.append("Prevention and reducing drug use")
    assert areas(spec)["encoding"]["color"]["scale"]["domain"] == named
    assert areas(spec)["encoding"]["order"]["sort"] == "descending"
    assert [" ".join(lines) for lines in labels(spec, "name")] == ["Ceiling", *named]


def test_shades_grow_lighter_so_that_a_grey_copy_keeps_them_apart() -> None:
    for count in (2, 3):
        grey = [
            0.2126 * int(shade[1:3], 16) + 0.7152 * int(shade[3:5], 16) + 0.0722 * int(shade[5:], 16)
            for shade in shades(count)
        ]
        assert all(light - dark > 40 for dark, light in pairwise(grey))
    assert len(shades(1)) == 1


def test_of_four_programmes_or_more_one_stands_out_and_no_colour_means_a_second_thing() -> None:
    first, *others = shades(5)
    assert len(others) == 4
    assert first not in others
    assert len(set(others)) == 1


def test_steps_that_lie_close_together_are_labelled_where_there_is_room_with_the_first_and_the_last(
    strict: Ladder,
) -> None:
    assert labels(split_chart(strict, "nl"), "said") == ["32", "370,25", "398"]


def test_names_beside_thin_areas_are_pushed_apart() -> None:
    lines = tuple(Line(id=f"l{n}", partner="x", programme=f"p{n}", proposed=F(1 if n else 1000)) for n in range(20))
    spec = split_chart(ladder(Plan(id="thin", lines=lines)), "en")
    [layer] = [layer for layer in spec["layer"] if layer["encoding"].get("text", {}).get("field") == "name"]
    per_unit = spec["height"] / layer["encoding"]["y"]["scale"]["domain"][1]
    tops = [row["top"] * per_unit for row in values(layer)]
    assert all(upper - lower >= 13.99 for upper, lower in pairwise(tops))
    assert tops[-1] >= 13.99


def test_programmes_of_the_same_name_stay_apart() -> None:
    plan = small(programmes={"one": "Work", "two": "Work"})
    assert [group.name for group in by_programme(plan, "en")] == ["Work (one)", "Work (two)"]


def test_a_plan_without_programmes_is_one_area_of_everything() -> None:
    plan = Plan(id="bare", lines=(Line(id="a", partner="x", proposed=F(10)),))
    spec = split_chart(ladder(plan), "nl")
    assert labels(spec, "name") == [["Plafond"], ["Totaal"]]
    assert spec["title"]["subtitle"][0].startswith("Wat alle posten samen krijgen bij elk plafond.")


# Coverage


def courses(spec: dict[str, Any]) -> dict[str, list[tuple[float, float]]]:
    """The points of each panel, by its name without the place in front of it."""
    found: dict[str, list[tuple[float, float]]] = {}
    for point in values(spec):
        found.setdefault(point["course"][4:], []).append((point["ceiling"], point["coverage"]))
    return found


def test_coverage_has_its_points_at_the_steps_and_nowhere_else(strict: Ladder) -> None:
    spec = coverage_chart(strict, "en")
    drawn = courses(spec)["OM in the area programmes"]
    [om] = [line for line in strict.plan.lines if text(line.name, "en") == "OM in the area programmes"]
    assert drawn == [(float(step.ceiling), float(step.amounts[om.id] / om.proposed)) for step in strict.steps]
    assert {len(points) for points in courses(spec).values()} == {len(strict.steps)}


def test_nothing_is_drawn_below_the_lowest_feasible_ceiling(strict: Ladder) -> None:
    spec = coverage_chart(strict, "en")
    assert spec["encoding"]["x"]["scale"]["domain"] == [32, 398]
    assert min(point["ceiling"] for point in values(spec)) == 32


def test_lines_of_one_course_share_a_panel_that_says_how_many_they_are(strict: Ladder) -> None:
    drawn = courses(coverage_chart(strict, "en"))
    assert len({tuple(points) for points in drawn.values()}) == len(drawn) == 5
    [sixteen] = [name for name in drawn if name.startswith("16 lines: ")]
    assert sixteen.endswith("and 13 more")


def test_a_line_that_asks_nothing_is_left_out_and_equal_names_are_told_apart() -> None:
    assert courses(coverage_chart(ladder(small()), "en")).keys() == {"Same (x)", "Same (y)"}


@pytest.mark.parametrize(("language", "mark"), [("en", "."), ("nl", ",")])
def test_coverage_is_told_at_a_point_as_tables_tell_it_rounded_down(
    strict: Ladder, language: Language, mark: str
) -> None:
    points = coverage_chart(strict, language)["data"]["values"]
    told = [float(point["told"].removesuffix("%").replace(mark, ".")) for point in points]
    apart = [100 * point["coverage"] - each for point, each in zip(points, told, strict=True)]
    assert max(apart) > 0.05
    assert all(-1e-9 < each < 0.1 for each in apart)


def test_coverage_above_all_that_is_asked_is_drawn_to_its_height() -> None:
    y = coverage_chart(ladder(small()), "en")["encoding"]["y"]
    assert y["scale"]["domain"] == [0, 1.2]
    assert y["axis"]["values"] == [0, 0.5, 1, 1.2]


# Texts


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("chart", CHARTS)
def test_the_plan_and_its_scenario_stand_below_the_message(strict: Ladder, chart: Chart, language: Language) -> None:
    title = chart(strict, language)["title"]
    below = " ".join(title["subtitle"])
    assert text(strict.plan.title, language) in below
    assert {"en": "Scenario: Illustration", "nl": "Scenario: Illustratie"}[language] in below


def test_a_title_that_is_too_long_for_one_line_is_wrapped_and_kept_whole() -> None:
    title = "A plan " * 40
    lines = split_chart(ladder(small(title=title)), "en")["title"]["subtitle"]
    assert len(lines) > 2
    assert " ".join(lines).endswith(title.strip())


def test_axes_name_the_unit_in_words(strict: Ladder) -> None:
    drawn = as_svg(split_chart(strict, "nl"), "nl")
    assert "Plafond (€ mln per jaar)" in drawn
    assert "Toegekend (€ mln per jaar)" in drawn


def test_the_alternative_text_says_what_is_shown_from_where_to_where_and_what_is_largest(strict: Ladder) -> None:
    assert split_chart(strict, "nl")["description"] == (
        "Pact voor de Rechtsstaat: € 400 miljoen per jaar tegen georganiseerde drugscriminaliteit. "
        "Scenario: Illustratie, een strengere lezing: al het geld voor het OM belast de ketenpost van de rechtspraak. "
        "Gestapelde vlakken: wat elk programma krijgt bij elk plafond van € 32 mln tot € 398 mln. Programma's: 3. "
        "Plafonds waarbij de verdeling van koers verandert: 4. "
        "Het grootste programma bij het hoogste plafond: Integrale handhaving, met € 200 mln."
    )
    told = coverage_chart(strict, "en")["description"]
    assert "from € 32 million to € 398 million. Lines: 27." in told
    assert told.endswith("Different courses of coverage: 5.")


# Images and pages


@pytest.mark.parametrize(("language", "number"), [("nl", "1,5"), ("en", "1.5")])
def test_numbers_on_the_axis_are_written_the_readers_way(language: Language, number: str) -> None:
    plan = Plan(id="p", lines=(Line(id="a", partner="x", proposed=F(2), minimum=F(1)),))
    assert f">{number}<" in as_svg(split_chart(ladder(plan), language), language)


def test_thousands_are_grouped_the_dutch_way() -> None:
    plan = Plan(id="p", lines=(Line(id="a", partner="x", proposed=F(4_000_000)),), unit="EUR")
    assert ">1.000.000<" in as_svg(split_chart(ladder(plan), "nl"), "nl")


# On a terminal
