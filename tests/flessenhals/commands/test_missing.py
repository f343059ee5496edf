"""A finding that cannot be proved does not take the rest of an answer with it: what is missing is said, and why."""

import json
from fractions import Fraction
from pathlib import Path

import pytest
from judge import asked

import flessenhals.solver.optimum.whatif
import flessenhals.solver.sensitivity.bottlenecks
import flessenhals.study
from flessenhals.solver.optimum.divide import attempt
from flessenhals.solver.plan.message import told
from flessenhals.solver.plan.plan import Plan
from flessenhals.solver.program.errors import NotProvedError

LOST = told("no common level was found in {most_steps} steps", most_steps=60)
PROVED = {
    "bottleneck": flessenhals.solver.sensitivity.bottlenecks.bottleneck,
    "ratios": flessenhals.solver.sensitivity.bottlenecks.ratios,
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

    for name, stand_in in {"bottleneck": bottleneck, "ratios": ratios, "chain_prices": lost}.items():
        monkeypatch.setattr(flessenhals.solver.sensitivity.bottlenecks, name, stand_in)


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

    monkeypatch.setattr(flessenhals.solver.optimum.whatif, "attempt", some)
    answer = asked(["whatif", "300", "310", "20", "-f", "json"])
    results = json.loads(answer.out)["results"]
    assert (answer.code, [each["status"] for each in results]) == (0, ["optimal", "unproved", "infeasible"])
    assert results[1]["why"] == str(LOST)
    for language, said in (("en", "No answer could be proved at"), ("nl", "kon geen antwoord worden bewezen")):
        assert said in asked(["whatif", "300", "310", "--lang", language]).out
    assert asked(["whatif", "310"]).code == 4
