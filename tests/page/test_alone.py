"""`page`: the desk without a briefing around it."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest
from desks import exact_split, settled
from judge import asked
from playwright.sync_api import Page

from flessenhals.data.plans.reader import load
from flessenhals.solver.optimum.divide import allocate

Opens = Callable[..., Page]
CHAIN = """
schema: 1
plan: chain
title: {en: The chain, nl: De keten}
unit: EUR million per year
lines:
  - {id: police, partner: police, proposed: 100}
  - {id: om, partner: om, proposed: 10}
constraints:
  - {id: om-follows, proportional: {upstream: police, downstream: om, at_least: 0.1}}
"""


def test_a_page_of_a_plan_begins_at_all_that_is_asked_and_answers(
    open_page: Opens, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("chain.yaml").write_text(CHAIN, encoding="utf-8")
    assert asked(["page", "chain.yaml", "-o", "chain.html", "--lang", "nl"]).code == 0
    page = open_page(Path("chain.html").resolve().as_uri() + "#q=om-follows:at_least:0.2")
    settled(page)
    assert exact_split(page) == {"1": "50", "2": "10"}
    assert page.locator("section h2").all_inner_texts() == ["Wie krijgt wat"]
    assert page.locator(".banner b").inner_text() == "U bekijkt een variant, niet het plan zelf (€\u00a0110 mln)."
    page.locator("#copy").click()
    command = page.locator("#command").inner_text()
    assert command == (
        "flessenhals allocate 110 --plan chain.yaml --set constraints.om-follows.proportional.at_least=0.2 --lang nl"
    )


def test_a_ceiling_may_stand_alone_and_readings_can_be_switched_to(open_page: Opens, tmp_path: Path) -> None:
    target = tmp_path / "pact.html"
    assert asked(["page", "300", "-o", str(target), "--scenario", "all"]).code == 0
    page = open_page(target.as_uri() + "#r=strict")
    settled(page)
    amounts = allocate(load(scenario="strict"), Fraction(300)).amounts
    assert list(exact_split(page).values()) == [str(each) for each in amounts.values()]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["a.yaml", "b.yaml", "-o", "x.html"], "a page is about one plan and one ceiling"),
        (["300", "200", "-o", "x.html"], "a page is about one plan and one ceiling"),
        (["300", "-o", "x.pdf"], "a page is a .html file"),
        (["300"], "a page needs a place"),
    ],
)
def test_what_a_page_cannot_be_is_refused(given: list[str], said: str) -> None:
    answer = asked(["page", *given])
    assert (answer.code, said in answer.err) == (2, True)
