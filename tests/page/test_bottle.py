"""The bottle moves along: the picture of a variant's chain has the figures that Python has for the same split."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from briefs import briefed
from desks import settled
from playwright.sync_api import Page
from scripts import bottles_in_node

from flessenhals.briefing.charts.bottle.panels import chains_of_optimum
from flessenhals.briefing.page.chain import chain
from flessenhals.briefing.page.program import program
from flessenhals.data.plans.reader import load
from flessenhals.solver.optimum.divide import allocate

if TYPE_CHECKING:
    from pathlib import Path

Opens = Callable[..., Page]
HEAVY = "#c=400&q=om-follows-police:at_least:0.15,om-follows-laundering:at_least:0.15,courts-follow-om:at_least:0.6"
RULES = {
    "om-follows-police": {"at_least": "3/20"},
    "om-follows-laundering": {"at_least": "3/20"},
    "courts-follow-om": {"at_least": "3/5"},
}


@pytest.mark.parametrize(("ceiling", "scenario"), [(300, None), (120, None), (400, "complex-cases")])
def test_every_link_can_serve_what_python_says(tmp_path: Path, ceiling: int, scenario: str | None) -> None:
    plan, read = load(), load(scenario=scenario)
    split = allocate(read, Fraction(ceiling))
    rules = RULES if scenario == "complex-cases" else {}
    told = chain(briefed(plan, Fraction(300)).run, "nl")  # type: ignore[arg-type]
    amounts = [str(split.amounts[line.id]) for line in plan.lines]
    found = bottles_in_node(tmp_path, told, program(plan), rules, amounts)
    (panel,) = chains_of_optimum(split, "nl").panels
    assert [each["money"] for each in found["inlets"]] == pytest.approx(
        [float(each.money) for each in panel.bottle.inlets]
    )
    assert [each["capacity"] for each in found["necks"]] == pytest.approx(
        [float(each.capacity) for each in panel.bottle.necks]
    )


def test_the_picture_follows_the_variant_and_is_gone_with_it(open_page: Opens, pages: dict[str, str]) -> None:
    page = open_page(pages["nl"] + HEAVY)
    settled(page)
    assert (
        page.locator("#chain-title").inner_text()
        == "Van de gevraagde €\u00a0140\u00a0mln past €\u00a093,3\u00a0mln door de keten"
    )
    texts = page.locator("#chain-wide text").all_text_contents()
    assert "genoeg voor €\u00a0122,2\u00a0mln" in texts
    assert page.locator("#chain-wide .hatched").count() == 2
    page.locator("#rules-list input.turn").nth(2).click()
    settled(page)
    assert "regel uit" in page.locator("#chain-wide text").all_text_contents()
    page.locator("#back").click()
    settled(page)
    assert page.locator("#chain").is_hidden()


def test_on_a_phone_it_stands_upright(open_page: Opens, pages: dict[str, str]) -> None:
    page = open_page(pages["nl"] + HEAVY, viewport={"width": 375, "height": 812})
    settled(page)
    assert (page.locator("#chain-tall").is_visible(), page.locator("#chain-wide").is_visible()) == (True, False)
    assert page.evaluate("document.documentElement.scrollWidth") <= 375
