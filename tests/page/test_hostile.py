"""What others wrote stays text: in a plan, and in the address of a page that somebody sends."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from random import Random
from typing import TYPE_CHECKING
from urllib.parse import quote

from desks import settled
from playwright.sync_api import Page

from flessenhals.data.plans.reader import loads

if TYPE_CHECKING:
    from flessenhals.solver.plan.plan import Plan

Opens = Callable[..., Page]
PLAN = """
schema: 1
plan: hostile
title: "</title><script>document.title = 'run'</script>"
unit: "<b>EUR</b> million"
partners: {p: "<img src=y onerror=alert(2)> (p)", q: "{name} $& $1"}
lines:
  - {id: constructor, name: "</script><img src=x onerror=alert(1)>", partner: p, programme: one, proposed: 10}
  - {id: b, name: "=HYPERLINK(\\"x\\")", partner: q, programme: two, proposed: 20, weight: 2, minimum: 1}
constraints:
  - {id: r, name: "<!--<script>", proportional: {upstream: constructor, downstream: b, at_least: 0.5}}
  - {id: valueof, name: "`${alert(3)}`", level: {of: b, at_most: 15}}
"""
PARTS = (
    *("c", "r", "p", "l", "q", "__proto__", "constructor", "C", "cc", ""),
    *("300", "1/0", "0/0", "-5", "1e9", "9" * 40, "NaN", "Infinity", "0x10", "1_0", "٣٠٠", " 300", "300 "),
    *("nfi:keep:4", "nfi:keep", "nfi", "nfi:keep:-1", "nfi:__proto__:1", "__proto__:keep:1", "constructor:keep:1"),
    *("nfi:minimum:9:maximum:1", "om-follows-police:at_least:99", "om-follows-police:off", "x:off", "off:off"),
    *("<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "javascript:alert(1)", "';alert(1)//", "%00", "%"),
    *("${alert(1)}", "\u2028", "\ud83d\ude00", "../../etc/passwd", "http://127.0.0.1:9/", "//x", "data:text/html,x"),
    *("strict", "nobody", "given", "asked", "toString", "hasOwnProperty", "a" * 3000),
)


def states(random: Random) -> list[str]:
    """A hundred addresses as nobody's page makes them."""
    found = []
    for _ in range(100):
        pairs = [
            f"{random.choice(PARTS)}{random.choice(['=', '=', '=', ':', ''])}{random.choice(PARTS)}"
            + "".join(random.choice([",", ":", "&"]) + random.choice(PARTS) for _ in range(random.randrange(3)))
            for _ in range(random.randint(1, 4))
        ]
        text = "&".join(pairs)
        found.append(text if random.random() < 0.5 and "\u2028" not in text else quote(text, errors="replace"))
    return found


def test_nothing_runs_and_nothing_leaves_at_a_hundred_hostile_addresses(
    open_page: Opens, pages: dict[str, str]
) -> None:
    page = open_page(pages["nl"])
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: asked.append(dialog.message))
    elements = page.evaluate("document.querySelectorAll('script, img, iframe, object, embed, link, a').length")
    for state in states(Random(18)):
        page.evaluate("(state) => { location.hash = state; }", state)
        page.evaluate("() => new Promise(requestAnimationFrame)")
        settled(page)
        assert page.locator("#proof:not(.stuck)").inner_text() != ""
    assert [each for each in asked if not each.startswith("blob:null/")] == []  # the page's own worker
    assert page.evaluate("document.querySelectorAll('script, img, iframe, object, embed, link, a').length") == elements
    assert page.evaluate("({}).keep ?? ({}).off ?? ({}).at_least ?? null") is None


def test_what_an_address_does_not_say_well_is_left_as_in_the_briefing(open_page: Opens, pages: dict[str, str]) -> None:
    for broken in ("#c=x&r=nobody", "#c=1/0", "#%%%", "#c=", "#l=nfi:keep:x,nobody:keep:4", "#q=om-follows-police:on"):
        page = open_page(pages["en"] + broken)
        settled(page)
        assert page.locator("#variant").is_hidden()
        assert page.locator("#typed").input_value() == "300"


def test_a_plans_text_stays_text_everywhere(open_page: Opens, page_of: Callable[[Plan, Fraction], str]) -> None:
    page = open_page(page_of(loads(PLAN), Fraction(20)) + "#c=21&l=constructor:keep:4,b:weight:3&q=valueof:at_most:17")
    settled(page)
    assert page.locator(".subtitle").inner_text().startswith("</title><script>document.title = 'run'</script>")
    assert page.title() != "run"
    assert page.locator("img, b b, header script").count() == 0
    told = page.locator("#variant-what").inner_text()
    assert "</script><img src=x onerror=alert(1)> = 4" in told
    assert "`${alert(3)}`: at most: 17" in told
    assert "{name} $& $1, per 100 at p" in page.locator("#rules-list").inner_text()
    page.locator("#more summary").click()
    for button, written in (("#csv", '"\'=HYPERLINK(""x"")"'), ("#save", "constructor,4,4")):
        with page.expect_download() as download:
            page.locator(button).click()
        assert written in download.value.path().read_text(encoding="utf-8-sig")
