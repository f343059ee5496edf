"""What leaves the page: the command that gives the same, a proposal and a table as files."""

from __future__ import annotations

import json
from collections.abc import Callable
from shlex import split as words_of
from typing import TYPE_CHECKING

import pytest
from desks import exact_split, settled
from judge import asked
from playwright.sync_api import Page

if TYPE_CHECKING:
    from pathlib import Path

Opens = Callable[..., Page]
HEAVY = "#c=400&q=om-follows-police:at_least:0.15,om-follows-laundering:at_least:0.15,courts-follow-om:at_least:0.6"
COMMANDS = [
    "#c=330",
    "#c=400.125&r=strict",
    HEAVY,
    "#c=320&l=nfi:keep:4,police-neighbourhood:minimum:50:maximum:60,probation:weight:2.5,fiu:maximum:2",
    "#c=400&q=om-follows-police:off,courts-follow-om:at_least:0.775&l=om-chain-police:keep:3",
]


@pytest.mark.parametrize("address", COMMANDS)
def test_the_command_gives_the_same_on_the_command_line(
    open_page: Opens, pages: dict[str, str], tmp_path: Path, address: str
) -> None:
    page = open_page(pages["nl"] + address)
    settled(page)
    page.locator("#copy").click()
    command = words_of(page.locator("#command").inner_text())
    assert command[:2] == ["flessenhals", "allocate"]
    out = tmp_path / "answer.json"
    assert asked([*command[1:], "-o", str(out)]).code == 0
    told = json.loads(out.read_text(encoding="utf-8"))
    given = told["certificate"]["amounts"]
    assert exact_split(page) == {str(at): given[line["id"]] for at, line in enumerate(told["lines"], start=1)}


def test_what_is_saved_as_a_proposal_is_read_by_compare_exactly(
    open_page: Opens, pages: dict[str, str], tmp_path: Path
) -> None:
    page = open_page(pages["nl"] + "#c=310&l=nfi:keep:4")
    settled(page)
    page.locator("#more summary").click()
    with page.expect_download() as download:
        page.locator("#save").click()
    assert download.value.suggested_filename == "flessenhals-voorstel-310.csv"
    saved = tmp_path / "variant.csv"
    download.value.save_as(saved)
    compared = asked(["compare", str(saved), "--keep", "nfi=4", "-f", "json"])
    told = json.loads(compared.out)
    assert (compared.code, told["total"], told["violations"], told["stranded"]) == (0, 310.0, [], {})
    assert all(line["proposal"] == line["optimal"] for line in told["lines"])


def test_the_table_is_saved_as_it_is_shown(open_page: Opens, pages: dict[str, str]) -> None:
    page = open_page(f"{pages['nl']}#c=250")
    settled(page)
    page.locator("#more summary").click()
    with page.expect_download() as download:
        page.locator("#csv").click()
    assert download.value.suggested_filename == "flessenhals-250.csv"
    rows = download.value.path().read_text(encoding="utf-8-sig").splitlines()
    assert rows[0] == '"Post";"Partner";"Gevraagd";"Optimum";"Verschil"'
    assert rows[2] == '"(Digitale) wijkagenten";"Nationale Politie";62;36,728261;-25,271739'
    assert len(rows) == 28
