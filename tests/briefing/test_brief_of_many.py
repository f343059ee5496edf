"""A briefing of very many lines tells of programmes and partners, and says where each line stands."""

import re
from fractions import Fraction
from pathlib import Path

import country
import pytest
from judge import asked

import flessenhals as fh
from flessenhals.briefing.text.language import Language
from flessenhals.solver.plan.plan import Line, Plan


def test_lines_are_folded_to_programmes_and_partners(tmp_path: Path) -> None:
    plan = country.write(tmp_path, 21)
    answer = asked(["brief", "300", "--plan", str(plan), "-o", str(tmp_path / "brief.md"), "--lang", "en"])
    assert answer.code == 0, answer.err
    written = (tmp_path / "brief.md").read_text(encoding="utf-8")
    assert "| safety |" in written
    assert "Each of the 525 lines stands in the workbook" in written
    assert "**The partners whose total moves furthest, in € million a year**" in written
    assert "| m0021 |" in written
    assert "is firm: what each line then gets at the least, added up." in written
    assert "Missing:" not in written
    assert "annex A" not in written, "it has none"
    more = re.search(r"^.*Lower and upper limits of \d+ more lines.*$", written, re.MULTILINE)
    assert more is not None
    assert "assumed" in more[0], "no line of it has a source"
    assert len(written.splitlines()) < 300


@pytest.mark.parametrize(
    ("language", "under", "annex", "not_said"),
    [
        (
            "en",
            "Its amounts are rounded one by one",
            "each at most one step from its exact amount",
            "adds up and keeps every",
        ),
        ("nl", "De bedragen zijn één voor één afgerond", "elk hoogstens één stap van", "voldoet het aan elke regel"),
    ],
)
def test_where_no_steps_keep_every_rule_it_is_given_all_the_same_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, under: str, annex: str, not_said: str
) -> None:
    monkeypatch.setattr("flessenhals.solver.rounding.rounding.near", lambda *_: None)
    plan, brief = country.write(tmp_path, 21), tmp_path / "brief.md"
    answer = asked(["brief", "300", "--plan", str(plan), "-o", str(brief), "--lang", language])
    assert answer.code == 0, answer.err
    written = brief.read_text(encoding="utf-8")
    assert under in written
    assert annex in written
    assert not_said not in written


@pytest.mark.parametrize(("language", "said"), [("en", "of more than 200 lines"), ("nl", "bij meer dan 200 posten")])
@pytest.mark.parametrize(("count", "stands"), [(200, False), (201, True)])
def test_a_page_of_hundreds_of_lines_stands_still_and_says_why(
    count: int,
    stands: bool,  # noqa: FBT001 - a parameter of a test
    language: Language,
    said: str,
) -> None:
    lines = tuple(Line(id=f"l{place}", partner="p", proposed=Fraction(2)) for place in range(count))
    page = fh.brief(Plan(id="many", lines=lines), count, language=language).written("html").decode()
    assert (said in page) == stands


@pytest.mark.parametrize(
    ("language", "said"), [("en", "of more than 500 lines a briefing"), ("nl", "bij meer dan 500 posten laat")]
)
def test_a_briefing_of_thousands_of_lines_says_that_it_leaves_their_room_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: Language, said: str
) -> None:
    monkeypatch.setattr("flessenhals.study.MOST_WITH_ROOM", 500)
    plan = fh.load(str(country.write(tmp_path, 21)))
    assert said in fh.brief(plan, 300, language=language).written("md").decode()
