"""How deep a briefing goes: a page for a minister, what an analyst needs, or everything."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from judge import asked
from pypdf import PdfReader

import flessenhals as fh

if TYPE_CHECKING:
    from pathlib import Path

    from flessenhals.briefing.brief.profile import Profile
    from flessenhals.briefing.briefing import Briefing
    from flessenhals.briefing.text.language import Language


def briefing(folder: Path, *words: str) -> str:
    out = folder / "briefing.md"
    told = asked(["brief", *words, "-o", str(out), "--force"])
    assert told.code == 0, told.err
    return out.read_text(encoding="utf-8")


def headings(text: str) -> list[str]:
    return re.findall(r"^## (.+)$", text, re.MULTILINE)


def test_a_minister_reads_the_message_the_totals_and_why(tmp_path: Path) -> None:
    told = briefing(tmp_path, "300", "--profile", "minister", "--lang", "nl")
    assert headings(told) == ["1. De boodschap", "2. Wie krijgt wat", "3. Waarom: de knelpunten"]
    assert "| **Integrale handhaving** | **200,0** | **146,2** | **−53,8** |" in told
    assert "wijkagenten – Nationale Politie" not in told


def test_a_minister_sees_the_chain_without_the_figures_behind_it(tmp_path: Path) -> None:
    told = briefing(tmp_path, "300", "--profile", "minister", "--proposal", "police-only", "--lang", "nl")
    assert "**Van de € 125 mln die binnenkomt, komt niets door de keten: het loopt vast bij OM:" in told
    assert "De keten schakel voor schakel" not in told


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize(
    "words",
    [
        "",
        "--proposal across-the-board",
        "--proposal across-the-board --scenario complex-cases",
        "--proposal across-the-board --scenario whole-units",
        "--proposal police-only --proposal across-the-board",
    ],
)
def test_a_minister_gets_one_page(tmp_path: Path, words: str, language: Language) -> None:
    out = tmp_path / "page.pdf"
    told = asked(["brief", "300", "--profile", "minister", "--lang", language, *words.split(), "-o", str(out)])
    assert told.code == 0, told.err
    assert len(PdfReader(io.BytesIO(out.read_bytes())).pages) == 1


def test_beside_a_proposal_that_is_drawn_a_page_has_no_room_for_why(tmp_path: Path) -> None:
    told = briefing(tmp_path, "300", "--profile", "minister", "--proposal", "across-the-board", "--lang", "nl")
    assert headings(told) == ["1. De boodschap", "2. Wie krijgt wat"]
    assert "**Dit voorstel is niet uitvoerbaar: twee posten krijgen minder dan hun minimum (" in told


def test_a_minister_sees_the_totals_of_several_proposals_beside_each_other(tmp_path: Path) -> None:
    several = ("--proposal", "police-only", "--proposal", "across-the-board")
    told = briefing(tmp_path, "300", "--profile", "minister", *several)
    assert "| Measure | Asked | police-only | across-the-board | Optimum |" in told
    assert "| **Total** | **400.0** | **125.0** | **300.0** | **300.0** |" in told
    assert "How the proposals compare" not in told


def test_an_analyst_reads_how_firm_it_is_and_what_it_rests_on_too(tmp_path: Path) -> None:
    told = briefing(tmp_path, "300", "--profile", "analyst", "--simulate", "20")
    assert len(headings(told)) == 5
    assert "Neighbourhood officers, street and online – National Police" in told
    assert "In 20 draws of what the plan calls uncertain:" in told


def test_an_audit_is_everything(tmp_path: Path) -> None:
    everything = briefing(tmp_path, "300")
    assert headings(briefing(tmp_path, "300", "--profile", "audit")) == headings(everything)
    assert len(headings(everything)) == 9


@pytest.fixture(scope="module", params=["one ceiling", "years"])
def worked_out(request: pytest.FixtureRequest) -> Briefing:
    if request.param == "one ceiling":
        return fh.brief(fh.load(), 300, samples=20)
    return fh.brief(fh.load("pact-2021-build-up", scenario="recruitment"), "build-up")


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("profile", ["minister", "analyst"])
def test_nothing_points_at_an_annex_that_is_not_there(
    worked_out: Briefing, profile: Profile, language: Language
) -> None:
    told = replace(worked_out, language=language, profile=profile).written("md").decode()
    assert not re.search(r"\b([Aa]nnex|[Bb]ijlage) [A-E]\b", told)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--profile", "king", "-o", "x.md"], "'king' is no profile -> write one of: minister, analyst, audit"),
        (["--profile", "minister", "-o", "x.xlsx"], "a .xlsx file has everything -> leave --profile out"),
    ],
)
def test_what_cannot_be_is_refused(words: list[str], said: str) -> None:
    told = asked(["brief", "300", *words])
    assert (told.code, said in told.err) == (2, True)
