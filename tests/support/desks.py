"""The desk of a page in a browser, as a reader has it in hand."""

from __future__ import annotations

import base64
import json
import re
import zlib
from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page


def settled(page: Page) -> None:
    """Wait until what is shown is the answer to what is asked."""
    page.evaluate(
        """() => new Promise((resolve) => {
            const { dataset } = document.body;
            const there = () => "shown" in dataset && dataset.shown === dataset.asked;
            const look = () => (there() ? resolve() : requestAnimationFrame(look));
            look();
        })"""
    )


def slide(page: Page, value: int) -> None:
    """Move the slider as a drag does."""
    page.locator("#slider").evaluate(
        "(slider, value) => { slider.value = value; slider.dispatchEvent(new Event('input')); }", value
    )


def fill(page: Page, field: Locator, text: str) -> None:
    """Type an amount, and wait for its answer."""
    field.fill(text)
    field.press("Enter")
    settled(page)


def unpacked(text: str) -> dict[str, Any]:
    """The data that a page carries."""
    found: dict[str, Any] = json.loads(zlib.decompress(base64.b64decode(text)))
    return found


def row(page: Page, line: str) -> Locator:
    """The row of a line in the table of measures."""
    place = [each["id"] for each in unpacked(page.locator("#data").text_content() or "")["lines"]].index(line)
    return page.locator("#measures-table tbody tr.line").nth(place)


def exact_split(page: Page) -> dict[str, str]:
    """The exact optimum that the page shows, by the number of each measure."""
    shown: dict[str, str] = page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll("#measures-table tbody tr.line")].map((row) =>
            [row.querySelector(".count").textContent, row.querySelector("[data-is=optimum]").dataset.exact]))"""
    )
    return shown


def answer(page: Page, said: str) -> bool:
    """Whether a screen reader is told an answer that begins so."""
    expect(page.locator("#said")).to_contain_text(said)
    return True


def at(page: Page, fragment: str) -> bool:
    """Whether the address comes to this fragment."""
    expect(page).to_have_url(re.compile(f"html{re.escape(fragment)}$"))
    return True


def locked(page: Page, line: str) -> Locator:
    """The row of a line that is held at what it gets, with the answer there."""
    settled(page)
    found = row(page, line)
    found.locator("button.lock").click()
    settled(page)
    return found
