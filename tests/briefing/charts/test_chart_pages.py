"""Charts as pictures and pages: with their alternative text and language, asking nothing from anywhere."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from html import unescape
from html.parser import HTMLParser
from typing import Any

import pytest

from flessenhals.briefing.charts.coverage_chart import coverage_chart
from flessenhals.briefing.charts.drawing import MissingExtraError, as_html, as_png, as_svg
from flessenhals.briefing.charts.split_chart import split_chart
from flessenhals.briefing.text.language import LANGUAGES, Language
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


def courses(spec: dict[str, Any]) -> dict[str, list[tuple[float, float]]]:
    """The points of each panel, by its name without the place in front of it."""
    found: dict[str, list[tuple[float, float]]] = {}
    for point in spec["data"]["values"]:
        found.setdefault(point["course"][4:], []).append((point["ceiling"], point["coverage"]))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_image_has_every_panels_name_in_full(strict: Ladder, language: Language) -> None:
    spec = coverage_chart(strict, language)
    drawn = unescape(as_svg(spec, language))
    assert all(f">{name}<" in drawn for name in courses(spec))
    assert ">100%<" in drawn


@pytest.mark.parametrize("chart", CHARTS)
def test_an_image_carries_its_alternative_text_and_language(strict: Ladder, chart: Chart) -> None:
    spec = chart(strict, "nl")
    drawn = as_svg(spec, "nl")
    assert drawn.startswith('<svg role="img" lang="nl" aria-label="')
    assert spec["description"] in unescape(drawn.split(">", 1)[0])


@pytest.mark.parametrize("chart", CHARTS)
def test_a_png_is_a_png(strict: Ladder, chart: Chart) -> None:
    assert as_png(chart(strict, "en"), "en").startswith(b"\x89PNG\r\n")


@pytest.mark.parametrize("chart", CHARTS)
@pytest.mark.parametrize(
    "plan",
    [
        Plan(id="fixed", lines=(Line(id="a", partner="x", proposed=F(10), minimum=F(10)),)),
        Plan(id="nothing", lines=(Line(id="a", partner="x", proposed=F(0)),)),
    ],
    ids=lambda plan: plan.id,
)
def test_a_ladder_of_one_step_can_be_drawn(plan: Plan, chart: Chart) -> None:
    assert as_svg(chart(ladder(plan), "en"), "en").endswith("</svg>")


class Page(HTMLParser):
    """What a browser would see of a page: its tags with their attributes, and the texts of some."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, str] = {}
        self.inside = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.inside = tag

    def handle_data(self, data: str) -> None:
        self.texts[self.inside] = self.texts.get(self.inside, "") + data

    def of(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for each, attributes in self.tags if each == tag]


def test_a_page_asks_nothing_from_anywhere_and_forbids_itself_to(strict: Ladder) -> None:
    page = Page(as_html([split_chart(strict, "nl"), coverage_chart(strict, "nl")], "nl", "Ladder"))
    loading = {"src", "href", "xlink:href", "srcset", "data", "action", "poster"}
    assert not [(tag, attributes) for tag, attributes in page.tags if loading & attributes.keys()]
    assert not {"link", "iframe", "object", "embed", "base"} & {tag for tag, _ in page.tags}
    assert "@import" not in page.texts["style"]
    assert "url(" not in page.texts["style"]
    [policy] = [each["content"] for each in page.of("meta") if each.get("http-equiv") == "Content-Security-Policy"]
    assert policy is not None
    assert policy.startswith("default-src 'none';")
    assert "http" not in policy


def test_a_page_has_its_language_and_every_chart_with_its_alternative_text(strict: Ladder) -> None:
    specs = [split_chart(strict, "nl"), coverage_chart(strict, "nl")]
    made = as_html(specs, "nl", "Trap & ladder")
    page = Page(made)
    assert page.of("html") == [{"lang": "nl"}]
    assert page.texts["title"].strip() == "Trap & ladder"
    assert [image["aria-label"] for image in page.of("svg")] == [spec["description"] for spec in specs]
    assert all(spec["description"] in page.texts["figcaption"] for spec in specs)
    assert '"decimal": ","' in made


def test_one_chart_makes_a_page_too(strict: Ladder) -> None:
    assert len(Page(as_html(split_chart(strict, "en"), "en", "Ladder")).of("figure")) == 1


def test_a_name_cannot_break_out_of_a_page() -> None:
    plan = small(title="</script><script>alert(1)</script>", programmes={"one": "<img src=x onerror=alert(1)>"})
    page = Page(as_html(split_chart(ladder(plan), "en"), "en", "<b>Ladder</b>"))
    assert len(page.of("script")) == 2
    assert not page.of("img")
    assert not page.of("b")


@pytest.mark.parametrize("draw", [as_svg, as_png, lambda spec, language: as_html(spec, language, "Ladder")])
def test_without_the_extra_one_line_says_what_to_install(
    strict: Ladder, draw: Callable[[dict[str, Any], Language], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    with pytest.raises(MissingExtraError) as missing:
        draw(split_chart(strict, "en"), "en")
    assert str(missing.value) == "charts need vl-convert-python -> pip install 'flessenhals[briefing]'"
