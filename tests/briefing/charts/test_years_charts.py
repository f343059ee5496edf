"""The charts of a plan with years: every thickness is an amount, what is left is hatched, and words say the same."""

from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest
from judge import asked

from flessenhals.amounts import ceiling_of
from flessenhals.briefing.charts.drawing import as_svg
from flessenhals.briefing.charts.partners_chart import panels_of, partners_chart, partners_sketch
from flessenhals.briefing.charts.sketch import Sketch, pushed_apart
from flessenhals.briefing.charts.years_chart import years_chart, years_sketch
from flessenhals.data.plans.reader import load, loads
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.rounding.by_year import PrintedSeries, rounded_series

PACT = "pact-2021-build-up"
SMALL = """
schema: 1
plan: small
unit: EUR million per year
years: {first: 2026, last: 2028}
lines:
  - {id: a, partner: p, programme: one, proposed: 10}
  - {id: b, partner: q, programme: two, proposed: {2026: 0, 2027: 8}}
  - {id: c, partner: r, programme: two, proposed: 2, from: 2027}
"""


def printed_of(scenario: str | None = None, ceiling: str = "build-up") -> PrintedSeries:
    plan = load(PACT, scenario=scenario)
    return rounded_series(allocate(plan, ceiling_of(plan, ceiling)), Fraction(1, 10))


@pytest.fixture(scope="module")
def recruitment() -> PrintedSeries:
    return printed_of("recruitment")


def heights(sketch: Sketch, role: str) -> list[float]:
    (area,) = (each for each in sketch.areas if each.role == role)
    return [point.bottom - point.top for point in area.band]


def test_every_thickness_is_an_amount_on_one_scale_from_nothing(recruitment: PrintedSeries) -> None:
    sketch = years_sketch(recruitment, "nl")
    scale = heights(sketch, "programme-3")[-1] / 100
    years = recruitment.exact.years.all
    for role, group in (("programme-1", "enforcement"), ("programme-2", "regional"), ("programme-3", "prevention")):
        exact = [scale * float(recruitment.groups[group][year]) for year in years]
        assert heights(sketch, role) == pytest.approx(exact)
    assert heights(sketch, "stuck-paper") == pytest.approx([scale * float(recruitment.left[year]) for year in years])


def test_areas_lie_upon_each_other_and_the_lowest_on_nothing(recruitment: PrintedSeries) -> None:
    areas = years_sketch(recruitment, "en").areas
    assert len({point.bottom for point in areas[0].band}) == 1
    for lower, upper in pairwise(areas):
        assert [point.top for point in lower.band] == pytest.approx([point.bottom for point in upper.band])


def test_what_is_left_is_hatched_and_said_and_only_where_something_is(recruitment: PrintedSeries) -> None:
    with_left, without = years_sketch(recruitment, "nl", "years cannot"), years_sketch(printed_of(), "nl")
    assert any(area.is_hatched for area in with_left.areas)
    assert "73 kan niet worden besteed" in [label.said for label in with_left.labels]
    assert not any("stuck" in each.role for each in (*without.areas, *without.strokes, *without.labels))


def test_the_title_is_the_message_and_the_words_say_every_year(recruitment: PrintedSeries) -> None:
    sketch = years_sketch(recruitment, "nl", "years cannot")
    assert sketch.title == "Van de € 400 mln in 2025 kan € 73 mln niet worden besteed"
    assert years_sketch(printed_of(), "en").title == (
        "What is spent goes from € 100 million in 2022 to € 400 million in 2028"
    )
    assert "2028: gevraagd € 400 mln, beschikbaar € 400 mln, besteed € 396 mln, over € 4 mln." in sketch.about
    assert len(sketch.title) <= 90


def test_most_that_is_left_under_a_rising_line_is_said_beside_the_chart() -> None:
    labels = years_sketch(printed_of(ceiling="two-kinds"), "nl").labels
    assert [label.said for label in labels if label.role == "stuck"] == ["2022: 20 blijft over"]


def test_partners_with_one_course_share_a_panel_and_the_one_that_gets_least_comes_first(
    recruitment: PrintedSeries,
) -> None:
    panels = panels_of(recruitment, "en")
    assert sum(len(panel.partners) for panel in panels) == 19
    assert panels[0].partners == ("National Police", "Financial Intelligence Unit (FIU)")
    assert panels[-1].partners == ("Strategic Knowledge Centre", "Regional partnerships")
    sketch = partners_sketch(recruitment, "en")
    assert sketch.title == "Judiciary lags furthest: 83.3% of what is asked in 2028"
    assert len(sketch.areas) == len(panels) <= 8
    assert partners_sketch(printed_of(), "nl").title == "Vanaf 2025 krijgt elke partner wat hij vraagt"


def test_a_year_in_which_a_partner_asks_nothing_is_left_open() -> None:
    plan = loads(SMALL)
    printed = rounded_series(allocate(plan, ceiling_of(plan, "12")), Fraction(1, 10))
    courses = {panel.partners: panel.course for panel in panels_of(printed, "en")}
    assert [course[0] is None for course in courses.values()] == [partners != ("p",) for partners in courses]
    sketch = partners_sketch(printed, "en")
    assert len(sketch.areas) == len(courses)
    assert sketch.title == "q and r lag furthest: 60.0% of what is asked in 2028"


def test_one_year_is_drawn_as_a_bar() -> None:
    plan = loads("""
schema: 1
plan: one
unit: EUR million per year
years: {first: 2026, last: 2026}
lines: [{id: a, partner: p, proposed: 10}]
""")
    split = allocate(plan, ceiling_of(plan, "4"))
    (area,) = years_sketch(rounded_series(split, Fraction(1, 10)), "en").areas
    assert len({point.top for point in area.band}) == 1
    assert area.band[1].x > area.band[0].x
    assert partners_chart(split, "en")["title"]["text"] == ["Every partner gets 40.0% of what it asks in 2026"]


def test_what_others_pay_is_part_of_what_there_is() -> None:
    plan = loads("""
schema: 1
plan: together
unit: EUR million per year
years: {first: 2026, last: 2027}
lines: [{id: a, partner: p, proposed: 10, cofunded: 50%}, {id: b, partner: q, proposed: 4}]
""")
    sketch = years_sketch(rounded_series(allocate(plan, ceiling_of(plan, "12")), Fraction(1, 10)), "en")
    assert "17" in [label.said for label in sketch.labels]
    (line,) = {stroke.y for stroke in sketch.strokes if stroke.role == "ink"}
    assert line == pytest.approx(min(point.top for area in sketch.areas for point in area.band))


def test_labels_are_pushed_apart_and_stay_within() -> None:
    placed = pushed_apart([10, 12, 14], [10, 10, 10], 0, 40)
    assert all(below - above >= 10 for above, below in pairwise(placed))
    assert placed[-1] + 5 <= 40


def test_both_are_drawn_with_their_words(recruitment: PrintedSeries) -> None:
    for chart in (years_chart, partners_chart):
        spec = chart(recruitment.exact.allocation, "nl")
        drawn = as_svg(spec, "nl")
        assert spec["description"] in drawn.partition(">")[0]
        assert "opbouw naar" in drawn


@pytest.mark.parametrize("chart", ["years", "partners"])
def test_allocate_draws_them(chart: str, tmp_path: Path) -> None:
    file = tmp_path / "chart.svg"
    answer = asked(["allocate", "build-up", "--plan", PACT, "--chart", chart, "-o", str(file), "--lang", "nl"])
    assert (answer.code, answer.err) == (0, "")
    assert file.read_text(encoding="utf-8").startswith("<svg")


def test_a_plan_without_years_has_none_of_them() -> None:
    answer = asked(["allocate", "300", "--chart", "years", "-f", "svg"])
    assert answer.code == 2
    assert "chart 'years' is of a plan with years" in answer.err
