"""The slider of a path where no page works it out: at every step the series that was worked out for it, as texts."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

import pytest
from briefs import worked_out
from playwright.sync_api import Page

from flessenhals.briefing.brief.by_year.run import RunByYear
from flessenhals.briefing.briefing import Briefing
from flessenhals.data.plans.reader import loads
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.rounding.by_year import rounded_series
from flessenhals.study import Wishes
from flessenhals.study_by_year import STEPS

Opens = Callable[..., Page]
PLAN = """
schema: 1
plan: small
title: "</title><script>document.title = 'run'</script>"
unit: EUR million per year
years: {first: 2026, last: 2028, columns: [2026, 2027]}
ceilings: {path: {2026: 10, 2027: 20}}
objective: [value]
lines:
  - {id: a, name: "<b>A</b>", partner: p, proposed: {2026: 8, 2027: 16}, minimum: 6}
  - {id: b, partner: q, proposed: 5}
"""


@pytest.fixture(scope="module")
def run() -> RunByYear:
    plan = loads(PLAN)
    return worked_out(plan, "path", Wishes(page=True))


@pytest.fixture(scope="module")
def address(run: RunByYear, tmp_path_factory: pytest.TempPathFactory) -> str:
    file = tmp_path_factory.mktemp("page") / "path.html"
    file.write_bytes(Briefing(run, "en").written("html"))
    return file.as_uri()


def slide(page: Page, step: int) -> None:
    page.locator("#share").evaluate(
        "(slider, step) => { slider.value = step; slider.dispatchEvent(new Event('input')); }", step
    )


def row_of(page: Page, name: str) -> list[str]:
    return page.locator(f"#series-table tbody tr:has(th:text-is('{name}')) td").all_text_contents()


def test_every_step_shows_the_series_of_its_share(run: RunByYear, address: str, open_page: Opens) -> None:
    page, path = open_page(address), run.series.path
    for share in (Fraction(3, 4), Fraction(5, 4), Fraction(1)):
        slide(page, STEPS.index(share))
        printed = rounded_series(allocate(run.plan, path.scaled(share)), Fraction(1, 10))
        spent = [f"{float(printed.total[year]):.1f}" for year in (2026, 2027)]
        assert row_of(page, "Spent") == spent
        assert page.locator("#share-said").text_content() == f"{int(100 * share)}%"
    assert page.locator("#share-state").text_content() == "This is the briefing itself."
    assert page.locator("#share-back").is_disabled()


def test_a_step_at_which_nothing_fits_says_so(address: str, open_page: Opens) -> None:
    page = open_page(address)
    slide(page, STEPS.index(Fraction(1, 2)))
    assert set(row_of(page, "Spent")) == {"–"}
    assert "no split keeps every rule" in (page.locator("#share-state").text_content() or "")
    page.locator("#share-back").click()
    assert row_of(page, "Spent") == ["10.0", "20.0"]


def test_the_step_stands_in_the_address_and_nothing_of_a_plan_runs(address: str, open_page: Opens) -> None:
    page = open_page(f"{address}#share=120")
    assert page.locator("#share-said").text_content() == "120%"
    assert page.title() != "run"
    page.locator("#share").press("ArrowLeft")
    assert page.evaluate("location.hash") == "#share=115"


def test_without_a_page_there_are_no_steps(run: RunByYear) -> None:
    page = Briefing(replace(run, steps=()), "en").written("html").decode()
    assert 'id="shares"' not in page
