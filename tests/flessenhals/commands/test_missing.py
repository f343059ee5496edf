"""A finding that cannot be proved does not take the rest of an answer with it: what is missing is said, and why."""

import json
from fractions import Fraction
from pathlib import Path

import pytest
from judge import asked

import flessenhals.solver.optimum.several
import flessenhals.solver.program.exact_size
import flessenhals.solver.sensitivity.asking
import flessenhals.solver.sensitivity.bottlenecks
import flessenhals.study
import flessenhals.study_by_year
from flessenhals.solver.optimum.divide import attempt
from flessenhals.solver.plan.message import told
from flessenhals.solver.plan.plan import Plan
from flessenhals.solver.program.errors import NotProvedError
from flessenhals.solver.rounding.rounding import NotRoundedError, rounded

LOST = told("no common level was found in {most_steps} steps", most_steps=60)
PROVED = {
    "bottleneck": flessenhals.solver.sensitivity.asking.bottleneck,
    "ratios": flessenhals.solver.sensitivity.asking.ratios,
}


def lost(*_: object, **__: object) -> object:
    raise NotProvedError(LOST)


@pytest.fixture
def without_some(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the ceiling and of the courts' ratio nothing can be proved, nor any chain-inclusive price."""

    def bottleneck(split: object, row: object, engine: object) -> object:
        return lost() if str(row.id) == "ceiling" else PROVED["bottleneck"](split, row, engine)  # type: ignore[attr-defined,operator]

    def ratios(*given: object) -> object:
        (ratio,) = given[-1]  # type: ignore[misc]
        return lost() if str(ratio.id) == "courts-follow-om" else PROVED["ratios"](*given)  # type: ignore[attr-defined,operator]

    for name, stand_in in {"bottleneck": bottleneck, "ratios": ratios}.items():
        monkeypatch.setattr(flessenhals.solver.sensitivity.asking, name, stand_in)
    monkeypatch.setattr(flessenhals.solver.sensitivity.bottlenecks, "chain_prices", lost)


@pytest.mark.usefixtures("without_some")
def test_the_rest_is_given_and_what_is_missing_has_its_reason() -> None:
    answer = asked(["bottlenecks", "300", "-f", "json"])
    said = json.loads(answer.out)
    assert answer.code == 0
    assert said["missing"] == [
        {"finding": "bottleneck", "id": "ceiling", "why": str(LOST)},
        {"finding": "ratio", "id": "courts-follow-om", "why": str(LOST)},
        {"finding": "chain_prices", "id": None, "why": str(LOST)},
    ]
    assert {each["id"] for each in said["ratios"]} == {"om-follows-police", "om-follows-laundering"}
    assert said["chain_prices"] == []
    assert said["weights"]


@pytest.mark.usefixtures("without_some")
@pytest.mark.parametrize(("language", "sign"), [("en", "Missing: "), ("nl", "Ontbreekt: ")])
def test_it_is_said_in_words_too(language: str, sign: str, tmp_path: Path) -> None:
    answer = asked(["bottlenecks", "300", "--lang", language])
    assert (answer.code, answer.out.count(sign)) == (0, 3)
    page = tmp_path / "brief.md"
    assert asked(["brief", "300", "-o", str(page), "--lang", language]).code == 0
    assert page.read_text(encoding="utf-8").count(sign) == 3


def test_a_briefing_goes_without_a_ladder_that_cannot_be_proved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(flessenhals.study, "ladder", lost)
    page = tmp_path / "brief.md"
    assert asked(["brief", "300", "-o", str(page)]).code == 0
    assert "Missing: how the answer changes with the ceiling. It could not be proved: no common" in page.read_text(
        encoding="utf-8"
    )


def test_where_everything_is_proved_nothing_is_missing() -> None:
    assert json.loads(asked(["bottlenecks", "300", "-f", "json"]).out)["missing"] == []


def test_one_ceiling_that_cannot_be_proved_does_not_take_the_others_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def some(plan: Plan, ceiling: Fraction, *more: object) -> object:
        return lost() if ceiling == 310 else attempt(plan, ceiling, *more)  # type: ignore[arg-type]  # as it came

    monkeypatch.setattr(flessenhals.solver.optimum.several, "attempt", some)
    answer = asked(["whatif", "300", "310", "20", "-f", "json"])
    results = json.loads(answer.out)["results"]
    assert (answer.code, [each["status"] for each in results]) == (0, ["optimal", "unproved", "infeasible"])
    assert results[1]["why"] == str(LOST)
    for language, said in (("en", "No answer could be proved at"), ("nl", "kon geen antwoord worden bewezen")):
        assert said in asked(["whatif", "300", "310", "--lang", language]).out
    assert asked(["whatif", "310"]).code == 4


SMALL = """schema: 1
plan: small
lines: [{id: a, partner: x, proposed: 60}, {id: b, partner: y, proposed: 40}]
scenarios: {other: {title: Other, lines: [{of: a, weight: 2}]}}
"""


@pytest.mark.parametrize(
    ("language", "absent"),
    [
        ("en", ["the split at a ceiling of 55", 'the split in the reading "Other"', "how far each line can move"]),
        ("nl", ["de verdeling bij een plafond van 55", 'de verdeling in de lezing "Other"', "hoe ver elke post kan"]),
    ],
)
def test_a_briefing_goes_without_a_neighbour_a_reading_and_room_that_cannot_be_proved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, absent: list[str]
) -> None:
    def some(plan: Plan, ceiling: Fraction, *more: object) -> object:
        unlucky = ceiling == 55 or plan.scenario == "other"
        return lost() if unlucky else attempt(plan, ceiling, *more)  # type: ignore[arg-type]  # as it came

    monkeypatch.setattr(flessenhals.study, "attempt", some)
    monkeypatch.setattr(flessenhals.solver.optimum.several, "attempt", some)
    monkeypatch.setattr(flessenhals.study, "room_of", lost)
    plan, page = tmp_path / "plan.yaml", tmp_path / "brief.md"
    plan.write_text(SMALL, encoding="utf-8")

    assert asked(["brief", "50", "--plan", str(plan), "-o", str(page), "--lang", language]).code == 0

    said = page.read_text(encoding="utf-8")
    assert all(each in said for each in absent)
    assert said.count("Missing: " if language == "en" else "Ontbreekt: ") == 3
    assert "| 60" in said


def test_a_neighbour_that_cannot_be_printed_in_whole_steps_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def some(plan: Plan, ceiling: Fraction, *more: object, **named: object) -> object:
        if ceiling == 55:
            raise NotRoundedError(told("no split in whole steps was found"))
        return rounded(plan, ceiling, *more, **named)  # type: ignore[arg-type]  # as it came

    monkeypatch.setattr(flessenhals.study, "rounded", some)
    plan, page = tmp_path / "plan.yaml", tmp_path / "brief.md"
    plan.write_text(SMALL, encoding="utf-8")
    assert asked(["brief", "50", "--plan", str(plan), "-o", str(page)]).code == 0
    assert "Missing: the split at a ceiling of 55." in page.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["en", "nl"])
def test_what_is_too_much_for_one_answer_is_missing_and_said_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setattr(flessenhals.solver.program.exact_size.ExactSize, "findings", 0)
    plan = tmp_path / "plan.yaml"
    plan.write_text(SMALL, encoding="utf-8")
    answer = asked(["bottlenecks", "50", "--plan", str(plan), "--lang", language])
    assert answer.code == 0
    late = {
        "en": "exact amounts of up to 0 digits, and then the number of findings that are worked out is 0",
        "nl": "exacte bedragen van hoogstens 0 cijfers, en dan is het aantal bevindingen dat wordt uitgerekend",
    }[language]
    words = " ".join(answer.out.split())
    assert words.count(late) == 3  # what binds, weights and what is dragged along: once each
    found = json.loads(asked(["bottlenecks", "50", "--plan", str(plan), "-f", "json"]).out)
    assert {each["finding"] for each in found["missing"]} == {"bottleneck", "weights", "chain_prices"}
    assert found["bottlenecks"] == []


@pytest.mark.parametrize(
    ("language", "absent"),
    [("en", 'how the proposal "ours" holds up. It could not'), ("nl", 'hoe het voorstel "ours" zich houdt. Dat kon')],
)
def test_a_briefing_goes_without_a_proposal_of_which_something_cannot_be_proved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, absent: str
) -> None:
    monkeypatch.setattr(flessenhals.study, "side_by_side", lost)
    plan, page, ours = tmp_path / "plan.yaml", tmp_path / "brief.md", tmp_path / "ours.csv"
    plan.write_text(SMALL, encoding="utf-8")
    ours.write_text("line,amount\na,10\nb,30\n", encoding="utf-8")
    words = ["brief", "50", "--plan", str(plan), "--proposal", str(ours), "-o", str(page), "--lang", language]
    assert asked(words).code == 0
    said = page.read_text(encoding="utf-8")
    assert absent in said.partition("## 2")[0]
    assert "| 1 | a – x | 60" in said  # beside the optimum stands what the lines themselves ask


def test_so_does_a_briefing_over_years(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(flessenhals.study_by_year, "compare", lost)
    monkeypatch.setattr(flessenhals.study_by_year, "attempt", lost_elsewhere)
    plan, page, ours = tmp_path / "plan.yaml", tmp_path / "brief.md", tmp_path / "ours.csv"
    plan.write_text(SMALL + "years: {first: 2022, last: 2023}\n", encoding="utf-8")
    ours.write_text("line,2022,2023\na,10,10\nb,30,30\n", encoding="utf-8")
    assert asked(["brief", "50", "--plan", str(plan), "--proposal", str(ours), "-o", str(page)]).code == 0
    said = page.read_text(encoding="utf-8")
    assert 'Missing: how the proposal "ours" holds up.' in said
    assert 'Missing: the split in the reading "Other".' in said


def lost_elsewhere(plan: Plan, ceiling: Fraction, *more: object) -> object:
    return lost() if plan.scenario else attempt(plan, ceiling, *more)  # type: ignore[arg-type]  # as it came
