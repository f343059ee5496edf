"""The page in a real browser: accessible in every state, alone in its file, readable without its script, printable."""

from __future__ import annotations

import io
from collections.abc import Callable
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from desks import at, row, settled
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from flessenhals.data.plans.reader import loads

if TYPE_CHECKING:
    from flessenhals.solver.plan.plan import Plan

Opens = Callable[..., Page]
VARIANT = "#c=380&r=strict&l=nfi:keep:4,probation:minimum:1:maximum:4&q=om-follows-police:off"
NOTHING = "#c=60&l=police-neighbourhood:minimum:40"
PHONE = {"width": 375, "height": 812}


@pytest.mark.parametrize(
    ("language", "scheme", "state", "viewport"),
    [
        ("nl", "light", "", None),
        ("nl", "dark", VARIANT, None),
        ("en", "dark", "", None),
        ("en", "light", VARIANT, None),
        ("nl", "light", NOTHING, None),
        ("en", "dark", NOTHING, PHONE),
        ("nl", "light", VARIANT, PHONE),
        ("nl", "dark", "", PHONE),
    ],
)
def test_axe_finds_no_violation(
    open_page: Opens,
    pages: dict[str, str],
    language: str,
    scheme: str,
    state: str,
    viewport: dict[str, int] | None,
) -> None:
    page = open_page(
        pages[language] + state, color_scheme=scheme, **({} if viewport is None else {"viewport": viewport})
    )
    settled(page)
    if viewport:
        page.locator("#peek").click()
    for folded in ("#weights", "#more"):
        page.locator(f"{folded} summary").click()
    found = Axe().run(page, options={"resultTypes": ["violations"]})
    assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in found.response["violations"]] == []
    assert page.locator("html").get_attribute("lang") == language


def test_nothing_is_asked_from_anywhere(open_page: Opens, pages: dict[str, str]) -> None:
    page = open_page("about:blank")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(pages["nl"])
    settled(page)
    row(page, "nfi").locator("button.lock").click()
    page.locator("#slider").press("ArrowRight")
    settled(page)
    page.locator("#more summary").click()
    page.locator("#reading").select_option("1")
    settled(page)
    page.wait_for_load_state("networkidle")
    assert [each for each in asked if not each.startswith("blob:")] == [pages["nl"]]
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


@pytest.mark.parametrize(("language", "state"), [("nl", ""), ("nl", VARIANT), ("en", NOTHING)])
def test_it_prints_without_its_controls_and_says_what_is_a_variant(
    open_page: Opens, pages: dict[str, str], language: str, state: str
) -> None:
    page = open_page(pages[language] + state)
    settled(page)
    assert 2 <= len(PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages) <= 7
    page.emulate_media(media="print")
    assert not page.locator("#desk").is_visible()
    assert not page.locator("button:visible, input:visible").count()
    assert page.locator("#annex-rounding").is_visible()
    assert page.locator("#title").is_visible()
    assert page.locator("#message").is_visible()
    assert page.locator("#variant").is_visible() is bool(state)


def test_on_paper_a_variant_shows_its_amounts_beside_those_of_the_briefing(
    open_page: Opens, pages: dict[str, str]
) -> None:
    page = open_page(pages["nl"] + "#c=320&l=nfi:keep:4")
    settled(page)
    page.emulate_media(media="print")
    cells = page.locator("#measures-table tr.line td[data-is=optimum]")
    assert cells.nth(1).inner_text().split() == ["48,5", "was", "45,1"]
    assert cells.nth(12).inner_text().split() == ["4,0", "was", "3,6"]


def test_without_its_script_it_is_the_briefing_on_the_ceiling_that_was_asked(
    open_page: Opens, pages: dict[str, str]
) -> None:
    page = open_page(pages["nl"], java_script_enabled=False)
    assert not page.locator("#desk").is_visible()
    assert page.locator("#title").inner_text().startswith("Met €\u00a0300 mln krijgt elke post ten minste 72,8%")
    amounts = page.locator("#measures-table tr.total td[data-is]").all_inner_texts()
    assert amounts == ["400,0", "300,0", "−100,0"]
    assert page.locator("svg.split").first.is_visible()
    assert page.locator("rect.optimum").first.is_visible()
    assert "Bijlage B. Wat het afronden kostte" in page.locator("section h2").all_inner_texts()


LONG = """
schema: 1
plan: long
unit: EUR million
lines:
  - {id: a, name: NAME, partner: p, proposed: 10}
""".replace("NAME", "n" * 200)


@pytest.mark.parametrize(("language", "state"), [("nl", ""), ("en", ""), ("nl", VARIANT)])
def test_a_screen_as_narrow_as_at_four_times_its_size_shows_all_without_scrolling_sideways(
    open_page: Opens, pages: dict[str, str], language: str, state: str
) -> None:
    page = open_page(pages[language] + state, viewport={"width": 320, "height": 800})
    settled(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_name_longer_than_the_screen_is_broken(open_page: Opens, page_of: Callable[[Plan, Fraction], str]) -> None:
    page = open_page(page_of(loads(LONG), Fraction(5)), viewport={"width": 320, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_on_a_phone_a_bar_has_the_result_and_opens_a_sheet(open_page: Opens, pages: dict[str, str]) -> None:
    page = open_page(pages["nl"], viewport=PHONE)
    settled(page)
    peek, body = page.locator("#peek"), page.locator("#desk-body")
    assert page.locator("#peek span").inner_text().split("\n") == [
        "Plafond €\u00a0300 mln",
        "laagste dekking 72,8% · blijft liggen €\u00a00 mln",
    ]
    assert (body.is_visible(), peek.get_attribute("aria-expanded")) == (False, "false")
    peek.click()
    assert (body.is_visible(), peek.get_attribute("aria-expanded")) == (True, "true")
    for target in ("#typed", "#slider", ".step button", "#copy", ".lock", "#peek"):
        box = page.locator(target).first.bounding_box()
        assert box is not None
        assert box["height"] >= 44
    assert page.locator("#typed").evaluate("field => parseFloat(getComputedStyle(field).fontSize)") >= 16
    page.keyboard.press("Escape")
    assert not body.is_visible()


def test_the_keyboard_alone_is_enough(open_page: Opens, pages: dict[str, str]) -> None:
    page = open_page(pages["nl"])
    settled(page)

    def tab_to(wanted: str) -> None:
        for _ in range(120):
            page.keyboard.press("Tab")
            if page.evaluate("(wanted) => document.activeElement.matches(wanted)", wanted):
                return
        pytest.fail(f"{wanted} is not reached")

    tab_to("button.lock")
    page.keyboard.press("Enter")
    settled(page)
    tab_to("select.way")
    tab_to("input.cell")
    page.keyboard.type("1")
    page.keyboard.press("Tab")
    assert at(page, "#l=knowledge-centre:keep:1")
    settled(page)
    tab_to("#typed")
    page.keyboard.type("310")
    page.keyboard.press("Enter")
    settled(page)
    tab_to("#slider")
    page.keyboard.press("ArrowRight")
    assert at(page, "#c=311&l=knowledge-centre:keep:1")
    tab_to("input.turn")
    page.keyboard.press("Space")
    assert at(page, "#c=311&l=knowledge-centre:keep:1&q=om-follows-police:off")
    settled(page)
    page.locator(".step button:disabled").first.wait_for()
    tab_to(".step button:last-child:not(:disabled)")
    page.keyboard.press("Enter")
    assert at(
        page,
        "#c=311&l=knowledge-centre:keep:1&q=om-follows-police:off,om-follows-laundering:at_least:0.11",
    )
    tab_to("#back")
    page.keyboard.press("Enter")
    assert at(page, "")


def test_the_script_leaves_nothing_behind_in_the_window(open_page: Opens, pages: dict[str, str]) -> None:
    page = open_page(pages["nl"])
    settled(page)
    found = page.evaluate("['home', 'written', 'follow', 'compare', 'reader'].map((name) => eval(`typeof ${name}`))")
    assert found == ["undefined"] * 5
