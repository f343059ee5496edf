"""In whole amounts too, one finding that cannot be proved does not take the rest of an answer with it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import country
import pytest
from judge import asked

import flessenhals.solver.sensitivity.whole.bottlenecks as whole
from flessenhals.solver.plan.message import told
from flessenhals.solver.program.errors import NotProvedError
from flessenhals.solver.units.errors import StoppedError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LOST = told("no common level was found in {most_steps} steps", most_steps=60)


def lost(*_: object, **__: object) -> object:
    raise NotProvedError(LOST)


def losing(monkeypatch: pytest.MonkeyPatch, name: str, these: Callable[..., bool]) -> None:
    """Of these parts of the answer nothing can be proved."""
    proved = getattr(whole, name)

    def some(*given: object, **more: object) -> object:
        return lost() if these(*given, **more) else proved(*given, **more)

    monkeypatch.setattr(whole, name, some)


@pytest.mark.parametrize(
    ("part", "these", "missing"),
    [
        ("_onward", lambda *_: True, [("next units", None), ("bottleneck", "ceiling")]),
        ("_relaxed", lambda _, row, __: str(row.id) == "ceiling", [("bottleneck", "ceiling")]),
        ("_other", lambda _, line, *, up: line.id == "court" and up, [("another unit", "court")]),
        ("_other", lambda _, line, *, up: line.id == "court" and not up, [("another unit", "court")]),
    ],
)
def test_a_part_that_cannot_be_proved_is_missing_and_the_rest_is_as_it_was(
    plan: str, monkeypatch: pytest.MonkeyPatch, part: str, these: Callable[..., bool], missing: list[tuple[str, str]]
) -> None:
    asking = ["bottlenecks", "17", "--plan", plan, "-f", "json"]
    before = json.loads(asked(asking).out)
    losing(monkeypatch, part, these)
    answer = asked(asking)
    found = json.loads(answer.out)
    assert answer.code == 0
    assert before["missing"] == []
    assert found["missing"] == [{"finding": each, "id": about, "why": str(LOST)} for each, about in missing]
    about = {id_ for _, id_ in missing}
    for key in ("bottlenecks", "units"):
        assert found[key] == [each for each in before[key] if each in found[key]]
        assert {each["id"] for each in before[key] if each not in found[key]} <= about
    assert found["next"] == (None if ("next units", None) in missing else before["next"])


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            [
                "Missing: what the next euros buy. It could not be proved: no common level was found in 60 steps.",
                "Missing: the cost of the ceiling, and what relief would give.",
                "Missing: what one unit more or less of court would do.",
            ],
        ),
        (
            "nl",
            [
                "Ontbreekt: wat de volgende euro's opleveren. Het kon niet worden bewezen: in 60 stappen is geen "
                "gemeenschappelijk niveau gevonden.",
                "Ontbreekt: de prijs van het plafond, en wat verruiming oplevert.",
                "Ontbreekt: wat één eenheid meer of minder van court zou doen.",
            ],
        ),
    ],
)
def test_it_is_said_in_words_too_and_nothing_is_said_of_what_is_missing(
    plan: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, said: list[str]
) -> None:
    losing(monkeypatch, "_onward", lambda *_: True)
    losing(monkeypatch, "_other", lambda _, line, *, up: line.id == "court")  # noqa: ARG005 - as it is called
    page = tmp_path / "brief.md"
    answer = asked(["bottlenecks", "17", "--plan", plan, "--lang", language])
    assert answer.code == 0
    assert asked(["brief", "17", "--plan", plan, "-o", str(page), "--lang", language]).code == 0
    for text in (answer.out, page.read_text(encoding="utf-8")):
        whole_text = " ".join(text.split())
        assert [each for each in said if each not in whole_text.replace("*", "")] == []
        assert not any(each in whole_text for each in ("However much more", "Hoeveel geld er ook"))


def test_a_search_that_was_stopped_is_a_reason_in_the_readers_language(
    plan: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object) -> object:
        raise StoppedError("value", None, None, None, 5)

    monkeypatch.setattr(whole, "next_change", stopped)
    for language, said in (
        ("en", "stopped before the end: no split was found, no bound was proved"),
        ("nl", "voor het einde gestopt: er is geen verdeling gevonden, er is geen grens bewezen"),
    ):
        answer = asked(["bottlenecks", "17", "--plan", plan, "--lang", language])
        assert (answer.code, said in " ".join(answer.out.split())) == (0, True)


def test_a_tree_that_does_not_prove_its_answer_is_no_finding(plan: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(whole, "faults", lambda _: ["a part is not closed"])
    found = json.loads(asked(["bottlenecks", "17", "--plan", plan, "-f", "json"]).out)
    assert found["bottlenecks"] == []
    assert {(each["finding"], each["why"]) for each in found["missing"]} == {("bottleneck", "a part is not closed")}


@pytest.mark.parametrize(
    ("language", "ladder", "why"),
    [
        (
            "en",
            "how the answer changes with the ceiling",
            "of 525 lines some cannot be split, and each answer takes several searches",
        ),
        (
            "nl",
            "hoe het antwoord met het plafond verandert",
            "van 525 posten zijn sommige niet deelbaar, en elk antwoord vraagt",
        ),
    ],
)
def test_of_very_many_lines_the_split_is_told_and_what_would_take_too_many_searches_is_missing(
    tmp_path: Path, language: str, ladder: str, why: str
) -> None:
    plan, brief = country.write(tmp_path, 21), tmp_path / "brief.md"
    lines = tmp_path / "lines.csv"
    first, *rest = lines.read_text(encoding="utf-8").splitlines()
    whole_lines = [f"{row},{'4' if place in {3, 40} else ''}" for place, row in enumerate(rest)]
    lines.write_text("\n".join([f"{first},parts", *whole_lines]) + "\n", encoding="utf-8")
    told_by = asked(["bottlenecks", "300", "--plan", str(plan), "--lang", language])
    assert told_by.code == 0, told_by.err
    assert why in " ".join(told_by.out.split())
    briefed = asked(["brief", "300", "--plan", str(plan), "-o", str(brief), "--lang", language])
    assert briefed.code == 0, briefed.err
    written = brief.read_text(encoding="utf-8")
    assert (ladder in written, written.count(why)) == (True, 4)
