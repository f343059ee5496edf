"""The desk over years: a share of the path, locks that hold a line in each year, rules and what holds back by year."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from shlex import split as words_of
from typing import TYPE_CHECKING

import pytest
from briefs import worked_out
from desks import answer, at, fill, settled
from judge import asked
from playwright.sync_api import Page

from flessenhals.briefing.brief.by_year.series import series_table
from flessenhals.briefing.briefing import Briefing
from flessenhals.briefing.results.allocation_by_year import Shown
from flessenhals.data.plans.reader import loads
from flessenhals.data.proposals.reader import read_proposal
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.rounding.by_year import rounded_series
from flessenhals.study import Wishes

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator

    from flessenhals.constraints.ceiling import Path as Ceilings
    from flessenhals.solver.plan.plan import Plan

Opens = Callable[..., Page]
PLAN = """
schema: 1
plan: small
title: Small
unit: EUR million per year
years: {first: 2026, last: 2029, columns: [2026, 2027, 2028]}
ceilings: {path: {2026: 12, 2027: 20, 2028: 30}}
shift: {later: any}
lines:
  - {id: police, name: Police, partner: police, programme: one, proposed: {2026: 8, 2027: 16}}
  - {id: om, name: Prosecutors, partner: om, programme: one, proposed: 6, minimum: 1}
  - {id: care, name: Care, partner: care, programme: two, proposed: {2026: 4, 2028: 10}}
constraints:
  - {id: om-follows, proportional: {upstream: {partner: police}, downstream: {partner: om}, at_least: 0.25}}
  - {id: recruitment, build_up: {of: {partner: om}, at_most: 2, start: 1}}
"""


@pytest.fixture(scope="module")
def plan() -> Plan:
    return loads(PLAN)


@pytest.fixture(scope="module")
def path(plan: Plan) -> Ceilings:
    assert plan.years is not None
    return plan.years.path(plan.years.ceilings["path"], "path")


@pytest.fixture(scope="module")
def address(plan: Plan, tmp_path_factory: pytest.TempPathFactory) -> str:
    file = tmp_path_factory.mktemp("page") / "path.html"
    file.write_bytes(Briefing(worked_out(plan, "path", Wishes()), "en").written("html"))
    return file.as_uri()


def row(page: Page, name: str) -> Locator:
    return page.locator(f"#series-table tbody tr:has(th:has-text('{name}'))").first


def texts(page: Page) -> list[list[str]]:
    """What the table shows, without what was."""
    return [
        row.locator("td:not(.lk) > span").all_text_contents() for row in page.locator("#series-table tbody tr").all()
    ]


def exact(page: Page) -> dict[str, str]:
    """The exact amounts of the years that are shown."""
    lines = (("police", "Police"), ("om", "Prosecutors"), ("care", "Care"))
    return {
        f"{line}@{year}": cell.get_attribute("data-exact") or ""
        for line, name in lines
        for year, cell in zip((2026, 2027, 2028), row(page, name).locator("td:not(.lk)").all(), strict=False)
    }


def shown(plan: Plan, path: Ceilings) -> dict[str, str]:
    amounts = allocate(plan, path).amounts
    return {line.id: str(amounts[line.id]) for line in plan.lines if line.year != 2029}


def test_at_every_share_it_shows_what_a_fresh_solve_prints(
    open_page: Opens, address: str, plan: Plan, path: Ceilings
) -> None:
    page = open_page(address)
    settled(page)
    for percent in (80, 55, 130):
        fill(page, page.locator("#typed"), str(percent))
        there = path.scaled(Fraction(percent, 100))
        assert exact(page) == shown(plan, there)
        table = series_table(
            rounded_series(allocate(plan, there), Fraction(1, 10**9)),
            Shown((2026, 2027, 2028), ("", "", "")),
            "en",
            shifted=True,
        )._replace(decimals=1)
        told = [
            [table.shown(column, cell) for column, cell in zip(table.columns, row.cells, strict=True)][1:]
            for row in table.rows
        ]
        assert texts(page) == told
    assert at(page, "#c=1.3")


def test_a_lock_holds_a_line_in_all_years_and_each_year_can_be_typed(
    open_page: Opens, address: str, plan: Plan, path: Ceilings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_page(address)
    settled(page)
    care = row(page, "Care")
    care.locator("button.lock").click()
    settled(page)
    assert care.locator("input.cell").count() == 3
    fill(page, care.locator("input.cell").nth(1), "3")
    held = page.locator("#chips .chip:not(.given)").inner_text()
    assert held.startswith("Care = ")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "small.yaml").write_text(PLAN, encoding="utf-8")
    page.locator("#copy").click()
    command = page.locator("#command").inner_text()
    assert "--keep '{line: care, year: 2027}=3'" in command
    answered = asked([*words_of(command)[1:], "--plan", "small.yaml", "-f", "csv"])
    given = {line.split(",")[0]: line.rsplit(",", 1)[1] for line in answered.out.splitlines()[1:]}
    assert {line: amount for line, amount in given.items() if not line.endswith("2029")} == exact(page)
    page.locator("#chips .chip:not(.given)").click()
    settled(page)
    assert at(page, "")
    assert exact(page) == shown(plan, path)


def test_rules_hold_in_every_year_and_the_answer_says_by_which_year(
    open_page: Opens, address: str, plan: Plan, path: Ceilings
) -> None:
    page = open_page(f"{address}#c=1.5")
    settled(page)
    assert page.locator("#variant-answer").inner_text().startswith("Of 150% of the path path, €\u00a0")
    recruit = page.locator("#rules-list .row").nth(1)
    fill(page, recruit.locator(".step input"), "1")
    changed = tuple(
        each.with_number(["at_most"], Fraction(1)) if each.id == "recruitment" else each for each in plan.constraints
    )
    assert exact(page) == shown(replace(plan, constraints=changed), path.scaled(Fraction(3, 2)))
    recruit.locator("input.turn").click()
    settled(page)
    without = tuple(each for each in plan.constraints if each.id != "recruitment")
    assert exact(page) == shown(replace(plan, constraints=without), path.scaled(Fraction(3, 2)))


def test_where_nothing_fits_it_says_from_which_share_on(open_page: Opens, address: str) -> None:
    page = open_page(f"{address}#c=0.1&l=police@2026:keep:4")
    settled(page)
    assert page.locator("#variant-answer").inner_text() == "This does not fit: that takes 41.7% of the path path"
    assert answer(page, "This does not fit")
    assert page.locator("#chips .chip.stuck").count() == 1
    assert {text for row in texts(page)[3:-2] for text in row} == {"–"}


def test_what_is_saved_as_a_proposal_is_read_back_exactly(
    open_page: Opens, address: str, plan: Plan, path: Ceilings, tmp_path: Path
) -> None:
    page = open_page(f"{address}#c=0.8")
    settled(page)
    page.locator("#more summary").click()
    with page.expect_download() as download:
        page.locator("#save").click()
    file = tmp_path / "saved.csv"
    download.value.save_as(file)
    assert dict(read_proposal(file, plan).amounts) == dict(allocate(plan, path.scaled(Fraction(4, 5))).amounts)


def test_the_build_up_of_the_pact_plan_is_worked_out_in_its_page(open_page: Opens, tmp_path: Path) -> None:
    target = tmp_path / "pact.html"
    assert asked(["page", "data/pact-2021-build-up.yaml", "flat", "-o", str(target), "--lang", "nl"]).code == 0
    page = open_page(target.as_uri())
    settled(page)
    assert page.locator("#proof").inner_text() == "✓ bewezen in deze pagina"
