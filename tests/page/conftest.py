"""A real browser, and pages written to be opened in it from a file."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from briefs import briefed
from playwright.sync_api import Browser, Page, sync_playwright

from flessenhals.briefing.briefing import Briefing
from flessenhals.data.plans.reader import load

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from fractions import Fraction

    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.plan.proposal import Proposal

CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        reason = f"there is no browser at {CHROMIUM}: install Debian's chromium, or say where it is in CHROMIUM"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The Pact plan at 300 with all of its readings, in both languages, as addresses of files."""
    folder = tmp_path_factory.mktemp("pages")
    plan = load()
    run = briefed(plan, plan.proposed * 3 / 4, others=[load(scenario=name) for name in plan.scenarios]).run
    languages: tuple[Language, ...] = ("nl", "en")
    found = {}
    for language in languages:
        path = folder / f"{language}.html"
        path.write_bytes(Briefing(run, language).written("html"))
        found[language] = path.as_uri()
    return found


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens a page in a window of its own, and fails the test where its script complains."""
    complaints: list[str] = []
    contexts = []

    def opened(address: str, **options: object) -> Page:
        context = browser.new_context(**{"viewport": {"width": 1100, "height": 900}, **options})
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda said: complaints.append(said.text) if said.type in {"error", "warning"} else None)
        page.goto(address)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def page_of(tmp_path: Path) -> Callable[..., str]:
    """Writes the page of a plan and gives its address."""

    def written(plan: Plan, ceiling: Fraction, proposal: Proposal | None = None) -> str:
        path = tmp_path / "brief.html"
        path.write_bytes(briefed(plan, ceiling, "en", proposal=proposal).written("html"))
        return path.as_uri()

    return written
