"""The slider: every position is the exact optimum, without a solver in the browser."""

from collections.abc import Callable
from fractions import Fraction
from itertools import islice

import pytest
from playwright.sync_api import Page

from flessenhals.briefing.text.numbers import amount, change
from flessenhals.data.plans.reader import load, loads
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.plan.plan import Plan
from flessenhals.solver.plan.proposal import Proposal

Opens = Callable[..., Page]
HOSTILE = """
schema: 1
plan: hostile
title: "</title><script>document.title = 'run'</script>"
unit: "<b>EUR</b> million"
lines:
  - {id: a, name: "</script><img src=x onerror=alert(1)>", partner: p, programme: one, proposed: 10}
  - {id: b, name: "=HYPERLINK(\\"x\\")", partner: "q", programme: two, proposed: 20, weight: 2}
constraints:
  - {id: r, name: "<!--<script>", proportional: {upstream: a, downstream: b, at_least: 0.5}}
"""


def slide(page: Page, value: int) -> None:
    page.locator("#slider").evaluate(
        "(slider, value) => { slider.value = value; slider.dispatchEvent(new Event('input')); }", value
    )


def split(page: Page) -> dict[str, str]:
    """The exact optimum that the page shows, per row of the table of measures."""
    shown: dict[str, str] = page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll("#measures-table tbody tr.line")].map(
            (row) => [row.cells[0].textContent, row.querySelector("[data-exact]").dataset.exact]))"""
    )
    return shown


def fresh(plan: Plan, ceiling: Fraction) -> dict[str, str]:
    amounts = allocate(plan, ceiling).amounts
    return {str(number): str(amounts[line.id]) for number, line in enumerate(plan.lines, start=1)}


@pytest.mark.parametrize(("place", "scenario"), [(0, None), (1, "strict"), (4, "complex-cases")])
def test_at_twenty_positions_the_page_shows_what_a_fresh_solve_proves(
    open_page: Opens, pages: dict[str, str], place: int, scenario: str | None
) -> None:
    plan, page = load(scenario=scenario), open_page(pages["nl"])
    if place:
        page.locator("#reading").select_option(str(place))
    low, high = (int(page.locator("#slider").get_attribute(end) or 0) for end in ("min", "max"))
    for value in islice(range(low, high + 1, (high - low) // 19), 20):
        slide(page, value)
        ceiling = Fraction(page.locator("#figure-ceiling").get_attribute("data-exact") or "")
        assert split(page) == fresh(plan, ceiling)
        assert page.locator("#figure-ceiling").inner_text() == f"€\u00a0{amount(ceiling, 'nl')} mln"


def test_a_ceiling_in_the_address_may_be_a_fraction_and_is_exact(open_page: Opens, pages: dict[str, str]) -> None:
    plan, ceiling = load(scenario="strict"), Fraction(1159, 3)
    page = open_page(f"{pages['nl']}#c=1159/3&r=strict")
    assert split(page) == fresh(plan, ceiling)
    amounts = allocate(plan, ceiling).amounts
    assert page.locator("#measures-table tr.line .n:nth-child(n+4)").all_inner_texts() == [
        text
        for line in plan.lines
        for text in (
            amount(amounts[line.id], "nl", decimals=2),
            change(amounts[line.id] - line.proposed, "nl", decimals=2),
        )
    ]


def test_totals_message_figures_charts_and_bottlenecks_follow(open_page: Opens, pages: dict[str, str]) -> None:
    page = open_page(pages["en"])
    before = {name: page.locator(name).inner_text() for name in ("#message ul", "#why ul")}
    bars = page.locator("#shift").inner_html()
    marker = page.locator("svg.split:not([hidden]) .marker").get_attribute("x1")
    slide(page, 200)
    assert page.locator("#measures-table tr.total .n").all_inner_texts()[1:] == ["400.00", "200.00", "−200.00"]
    assert page.locator("#message li").all_inner_texts() == [
        "All of €\u00a0200 million is put to work, and no line gets less than 45.6% of what it asks (before rounding).",
        "The largest shift against what is asked is at Neighbourhood officers, street and online: "
        "from €\u00a062 million to €\u00a028.3 million, €\u00a033.7 million less.",
        "Only the ceiling limits what is put to work: up to €\u00a0400 million every further euro can be.",
    ]
    assert page.locator("#figure-coverage").inner_text() == "45.6%"
    assert page.locator("#why ul").inner_text() != before["#why ul"]
    assert page.locator("#shift").inner_html() != bars
    assert page.locator("svg.split:not([hidden]) .marker").get_attribute("x1") != marker
    assert page.locator("#state").inner_text().startswith("This page now shows a ceiling of €\u00a0200 million")
    page.locator("#back").click()
    assert {name: page.locator(name).inner_text() for name in before} == before
    assert page.locator("#shift").inner_html() == bars


def test_where_a_rule_is_the_bottleneck_the_page_names_it(open_page: Opens, pages: dict[str, str]) -> None:
    page = open_page(f"{pages['nl']}#c=399&r=strict")
    assert page.locator("#message li").all_inner_texts()[::2] == [
        "Van €\u00a0399 mln kan €\u00a0398 mln worden ingezet en blijft €\u00a01 mln over; geen post krijgt minder dan "
        "80,0% van wat hij vraagt (vóór afronding).",
        'Het knelpunt is niet het plafond, maar "De rechtspraak volgt het OM": '
        "meer geld alleen zou niet worden ingezet.",
    ]
    assert "knelt: elke euro die de regel ruimer is, is" in page.locator("#why ul").inner_text()


def test_a_typed_amount_moves_the_slider_and_what_is_no_ceiling_is_said(
    open_page: Opens, pages: dict[str, str]
) -> None:
    page = open_page(pages["nl"])
    typed, fault = page.locator("#typed"), page.locator("#typed-fault")
    typed.fill("312,5")
    typed.press("Enter")
    assert split(page) == fresh(load(), Fraction("312.5"))
    assert "c=312.5" in page.url
    for written, said in (
        ("veel", "Dit is geen bedrag: schrijf 312,5."),
        ("-5", "Dit is geen bedrag: schrijf 312,5."),
        ("1e3", "Dit is geen bedrag: schrijf 312,5."),
        ("400.000", "Dit kan op twee manieren worden gelezen: schrijf 400 of 400000."),
        ("312,500", "Dit kan op twee manieren worden gelezen: schrijf 312,5 of 312500."),
        ("1.234", "Dit kan op twee manieren worden gelezen: schrijf 1,2340 of 1234."),
        ("31,9", "Onder €\u00a032 mln voldoet geen verdeling aan alle regels."),
        ("5000", "Boven €\u00a0420 mln verandert er niets; de schuif eindigt daar."),
    ):
        typed.fill(written)
        typed.press("Enter")
        assert fault.inner_text() == said
        assert typed.get_attribute("aria-invalid") == "true"
        assert split(page) == fresh(load(), Fraction("312.5"))
    typed.fill("300")
    typed.press("Enter")
    assert (fault.inner_text(), typed.get_attribute("aria-invalid")) == ("", "false")


def test_the_keyboard_alone_is_enough(open_page: Opens, pages: dict[str, str]) -> None:
    page = open_page(pages["nl"])
    for wanted in ("slider", "typed"):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.id") == wanted
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("ArrowRight")
    assert page.locator("#figure-ceiling").inner_text() == "€\u00a0301 mln"
    assert page.locator("#slider").get_attribute("aria-valuetext") == "€\u00a0301 mln"
    page.keyboard.press("Home")
    assert page.locator("#figure-ceiling").inner_text() == "€\u00a032 mln"
    page.keyboard.press("Tab")
    page.keyboard.type("310")
    page.keyboard.press("Tab")
    assert page.locator("#figure-ceiling").inner_text() == "€\u00a0310 mln"
    assert page.evaluate("document.activeElement.id") == "back"
    page.keyboard.press("Enter")
    assert page.locator("#figure-ceiling").inner_text() == "€\u00a0300 mln"
    while page.evaluate("document.activeElement.id") != "reading":
        page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    assert "r=strict" in page.url


def test_the_address_keeps_the_state_and_a_broken_one_shows_the_briefing(
    open_page: Opens, pages: dict[str, str]
) -> None:
    page = open_page(pages["en"])
    assert "#" not in page.url
    slide(page, 250)
    kept = page.url
    again = open_page(kept)
    assert again.locator("#figure-ceiling").inner_text() == "€\u00a0250 million"
    for broken in ("#c=x&r=nobody", "#c=1/0", "#%%%", "#c="):
        page = open_page(pages["en"] + broken)
        assert page.locator("#figure-ceiling").inner_text() == "€\u00a0300 million"


def test_the_csv_holds_what_the_page_shows(open_page: Opens, pages: dict[str, str]) -> None:
    page = open_page(f"{pages['nl']}#c=250")
    with page.expect_download() as download:
        page.locator("#csv").click()
    assert download.value.suggested_filename == "flessenhals-250.csv"
    rows = download.value.path().read_text(encoding="utf-8-sig").splitlines()
    assert rows[0] == '"Post";"Partner";"Voorstel";"Optimum";"Verschil"'
    assert rows[2] == '"(Digitale) wijkagenten";"Nationale Politie";62;36,728261;-25,271739'
    assert len(rows) == 28


def test_what_is_wrong_with_the_proposal_is_said_at_the_ceiling_that_it_was_held_against(
    open_page: Opens, page_of: Callable[..., str]
) -> None:
    amounts = {line.id: line.proposed * 3 / 4 for line in load().lines}
    page = open_page(page_of(load(), Fraction(300), Proposal(name="quarter.csv", amounts=amounts)))
    said = page.locator("#message p")
    assert "2 lines get less than their minimum (Strategic Knowledge Centre" in said.inner_text()
    slide(page, 200)
    assert not said.is_visible()
    page.locator("#back").click()
    assert said.is_visible()


def test_a_plans_text_stays_text_everywhere(open_page: Opens, page_of: Callable[[Plan, Fraction], str]) -> None:
    page = open_page(page_of(loads(HOSTILE), Fraction(20)))
    slide(page, int(page.locator("#slider").get_attribute("max") or 0) // 2)
    assert page.title() == "</title><script>document.title = 'run'</script>"
    assert page.locator("img").count() == 0
    assert "</script><img src=x onerror=alert(1)>" in page.locator("#measures-table").inner_text()
    with page.expect_download() as download:
        page.locator("#csv").click()
    assert '"\'=HYPERLINK(""x"")"' in download.value.path().read_text(encoding="utf-8-sig")
