"""The page as a document: offline, accessible, printable, and readable without its script."""

import io
from collections.abc import Callable
from fractions import Fraction

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from flessenhals.data.plans.reader import loads
from flessenhals.solver.plan.plan import Plan

Opens = Callable[..., Page]
MOVED = "#c=380&r=strict"


@pytest.mark.parametrize(
    ("language", "scheme", "moved"),
    [("nl", "light", ""), ("nl", "dark", MOVED), ("en", "dark", ""), ("en", "light", MOVED)],
)
def test_axe_finds_no_violation(
    open_page: Opens, pages: dict[str, str], language: str, scheme: str, moved: str
) -> None:
    page = open_page(pages[language] + moved, color_scheme=scheme)
    found = Axe().run(page, options={"resultTypes": ["violations"]})
    assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in found.response["violations"]] == []
    assert page.locator("html").get_attribute("lang") == language


def test_nothing_is_asked_from_anywhere(open_page: Opens, pages: dict[str, str]) -> None:
    page = open_page("about:blank")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(pages["nl"])
    page.locator("#slider").press("ArrowRight")
    page.locator("#reading").select_option("1")
    page.wait_for_load_state("networkidle")
    assert asked == [pages["nl"]]
    policy = page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content") or ""
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy


def test_the_policy_stops_what_is_not_the_pages_own(browser: Browser, pages: dict[str, str]) -> None:
    page = browser.new_page()
    page.goto(pages["nl"])
    blocked = page.evaluate(
        """() => new Promise((resolve) => {
            addEventListener("securitypolicyviolation", (event) => resolve(event.effectiveDirective));
            const script = document.createElement("script");
            script.textContent = "window.foreign = true";
            document.body.append(script);
        })"""
    )
    assert blocked == "script-src-elem"
    assert page.evaluate("window.foreign") is None
    page.close()


@pytest.mark.parametrize(("language", "moved"), [("nl", ""), ("nl", MOVED), ("en", "")])
def test_it_prints_to_two_to_four_pages_without_its_controls(
    open_page: Opens, pages: dict[str, str], language: str, moved: str
) -> None:
    page = open_page(pages[language] + moved)
    assert 2 <= len(PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages) <= 4
    page.emulate_media(media="print")
    assert not page.locator("#live").is_visible()
    assert page.locator("#annex-rounding").is_visible()


def test_without_its_script_it_is_the_briefing_on_the_ceiling_that_was_asked(
    open_page: Opens, pages: dict[str, str]
) -> None:
    page = open_page(pages["nl"], java_script_enabled=False)
    assert not page.locator("#live").is_visible()
    assert page.locator("#message li").first.inner_text().startswith("De volle €\u00a0300 mln wordt ingezet")
    assert page.locator("#measures-table tr.total").inner_text().split() == ["Totaal", "400,0", "300,0", "−100,0"]
    assert page.locator("svg.split").first.is_visible()
    assert page.locator("section h2").all_inner_texts()[-1] == "Bijlage B. Wat het afronden kostte"


LONG = """
schema: 1
plan: long
unit: EUR million
lines:
  - {id: a, name: NAME, partner: p, proposed: 10}
""".replace("NAME", "n" * 200)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_screen_as_narrow_as_at_four_times_its_size_shows_all_without_scrolling_sideways(
    open_page: Opens, pages: dict[str, str], language: str
) -> None:
    page = open_page(pages[language], viewport={"width": 320, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_name_longer_than_the_screen_is_broken(open_page: Opens, page_of: Callable[[Plan, Fraction], str]) -> None:
    page = open_page(page_of(loads(LONG), Fraction(5)), viewport={"width": 320, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_script_leaves_nothing_behind_in_the_window(open_page: Opens, pages: dict[str, str]) -> None:
    page = open_page(pages["nl"])
    assert page.evaluate("['home', 'written', 'show', 'compare'].map((name) => eval(`typeof ${name}`))") == [
        "undefined",
        "undefined",
        "undefined",
        "undefined",
    ]


def test_whoever_wants_less_motion_gets_none(open_page: Opens, pages: dict[str, str]) -> None:
    page = open_page(pages["nl"], reduced_motion="reduce")
    assert page.locator("#shift rect.optimum").first.evaluate("bar => getComputedStyle(bar).transitionDuration") == "0s"
