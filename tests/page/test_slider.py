"""Where a page cannot work a plan out itself it has the steps of its ladder: the slider alone, every position exact."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from itertools import islice
from typing import TYPE_CHECKING

import pytest
from briefs import briefed
from desks import at, exact_split, fill, settled, slide
from playwright.sync_api import Page

from flessenhals.briefing.briefing import Briefing
from flessenhals.briefing.page import program
from flessenhals.data.plans.reader import load
from flessenhals.solver.optimum.divide import allocate

if TYPE_CHECKING:
    from pathlib import Path

    from flessenhals.solver.plan.plan import Plan

Opens = Callable[..., Page]


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The Pact plan at 300 with two readings, as if it were too large to be worked out in a page."""
    plan = load()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(program, "MOST_LINES", 5)
        run = briefed(plan, Fraction(300), others=[load(scenario="strict")]).run
        path: Path = tmp_path_factory.mktemp("large") / "large.html"
        path.write_bytes(Briefing(run, "nl").written("html"))
    return path.as_uri()


def fresh(plan: Plan, ceiling: Fraction | int) -> dict[str, str]:
    amounts = allocate(plan, Fraction(ceiling)).amounts
    return {str(number): str(amounts[line.id]) for number, line in enumerate(plan.lines, start=1)}


def test_it_says_that_the_slider_stands_alone(open_page: Opens, large: str) -> None:
    page = open_page(large)
    settled(page)
    assert "Met 27 posten is dit plan te groot" in page.locator("#desk").inner_text()
    assert page.locator(".lock, #rules, #copy, #solver").count() == 0
    assert page.locator("#proof").inner_text() == "✓ vooraf exact uitgerekend"


@pytest.mark.parametrize(("place", "scenario"), [(0, None), (1, "strict")])
def test_at_ten_positions_the_page_shows_what_a_fresh_solve_proves(
    open_page: Opens, large: str, place: int, scenario: str | None
) -> None:
    plan, page = load(scenario=scenario), open_page(large)
    settled(page)
    page.locator("#more summary").click()
    page.locator("#reading").select_option(str(place))
    low, high = (int(page.locator("#slider").get_attribute(end) or 0) for end in ("min", "max"))
    for value in islice(range(low, high + 1, (high - low) // 9), 10):
        slide(page, value)
        settled(page)
        assert exact_split(page) == fresh(plan, value)


def test_where_a_rule_is_the_bottleneck_the_page_names_it(open_page: Opens, large: str) -> None:
    page = open_page(f"{large}#c=399&r=strict")
    settled(page)
    assert page.locator("#variant-answer").inner_text() == "Van €\u00a0399 mln blijft €\u00a01 mln liggen"
    assert (
        page.locator("#variant-why")
        .inner_text()
        .startswith('Het knelpunt is niet het plafond, maar "De rechtspraak volgt het OM": ')
    )
    assert page.locator("#result-neck").inner_text() == '"De rechtspraak volgt het OM"'


def test_what_lies_beyond_the_slider_is_said(open_page: Opens, large: str) -> None:
    page = open_page(large)
    fill(page, page.locator("#typed"), "312,5")
    assert exact_split(page) == fresh(load(), Fraction("312.5"))
    for written, said in (
        ("31,9", "Onder €\u00a032 mln voldoet geen verdeling aan alle regels."),
        ("5000", "Boven €\u00a0420 mln verandert er niets; de schuif eindigt daar."),
    ):
        page.locator("#typed").fill(written)
        page.locator("#typed").press("Enter")
        assert page.locator("#fault").inner_text() == said
        assert at(page, "#c=312.5")
