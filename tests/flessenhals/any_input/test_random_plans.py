"""Random plans of every temper through the command line's own entry; `bench/trials/random_plans.py` tries 10,000."""

import json
from collections import Counter
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any

import judge
import pytest
from drawn.wild_plans import Case, wild_case
from judge import Answer, asked, judged
from opinions.exact_dictionary import largest

PLANS = 120
SOME = Case(
    "schema: 1\nplan: some\nlines:\n"
    "  - {id: police, partner: police, proposed: 100, maximum: 120%}\n"
    "  - {id: om, partner: om, proposed: 10, minimum: 10%}\n"
    "  - {id: care, partner: care, proposed: 30, weight: 1/3}\n"
    "constraints: [{id: om-follows, proportional: {upstream: police, downstream: om, at_least: 0.10}}]\n",
    "90",
    None,
    (),
)


def test_every_answer_is_one_that_somebody_else_confirms(tmp_path: Path) -> None:
    random = Random(8)
    codes: Counter[int] = Counter()
    for _ in range(PLANS):
        case = wild_case(random)
        code, wrong = judged(case, tmp_path)
        assert wrong == [], f"{case.plan}{case.arguments('plan.yaml')}"
        codes[code] += 1
    assert codes.keys() == {0, 2, 3}
    assert min(codes.values()) > PLANS // 20


Tampering = Callable[[dict[str, Any]], None]


def more_than_there_is(told: dict[str, Any]) -> None:
    told["certificate"]["amounts"]["care"] = "50"


def less_than_possible(told: dict[str, Any]) -> None:
    told["certificate"]["amounts"]["police"] = "1"


def unfair(told: dict[str, Any]) -> None:
    amounts = told["certificate"]["amounts"]
    amounts |= {"police": str(Fraction(amounts["police"]) + 1), "om": str(Fraction(amounts["om"]) - 1)}


def otherwise_printed(told: dict[str, Any]) -> None:
    told["lines"][0]["allocated"] += 1


def unproved(told: dict[str, Any]) -> None:
    told["certificate"]["verified"] = False


@pytest.mark.parametrize(
    ("tampering", "complaint"),
    [
        (more_than_there_is, "breaks bounds of care"),
        (less_than_possible, "more value is possible"),
        (unfair, "more for om is possible"),
        (otherwise_printed, "prints other amounts than it proves"),
        (unproved, "does not say that it is proved"),
    ],
)
def test_a_wrong_answer_is_not_confirmed(
    tampering: Tampering, complaint: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def tampered(arguments: list[str]) -> Answer:
        told = json.loads(asked(arguments).out)
        tampering(told)
        return Answer(0, json.dumps(told), "")

    assert judged(SOME, tmp_path) == (0, [])
    monkeypatch.setattr(judge, "asked", tampered)
    assert complaint in judged(SOME, tmp_path)[1]


@pytest.mark.parametrize(
    ("ceiling", "lowest", "conflict", "complaints"),
    [
        ("0.5", 1.0, ["ceiling", "om.minimum"], []),
        ("0.5", 1.5, ["ceiling", "om.minimum"], ["the lowest feasible ceiling is 1"]),
        ("0.5", None, ["ceiling", "om.minimum"], ["the lowest feasible ceiling is 1"]),
        (
            "0.5",
            1.0,
            ["ceiling", "om.minimum", "om-follows"],
            ["om-follows can be left out of the conflict"],
        ),
        ("0.5", 1.0, ["ceiling"], ["the conflict can hold together"]),
        (
            "90",
            1.0,
            ["ceiling", "om.minimum"],
            ["that nothing fits is not confirmed", "the conflict can hold together"],
        ),
    ],
)
def test_a_wrong_no_is_not_confirmed(
    ceiling: str,
    lowest: float | None,
    conflict: list[str],
    complaints: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told = {"status": "infeasible", "conflict": conflict, "lowest_feasible_ceiling": lowest}
    monkeypatch.setattr(judge, "asked", lambda _: Answer(3, json.dumps(told), ""))
    assert judged(SOME._replace(ceiling=ceiling), tmp_path) == (3, complaints)


UNSOUND = SOME._replace(plan=SOME.plan.replace("minimum: 10%", "minimum: 11"))


@pytest.mark.parametrize(
    ("case", "answer", "complaint"),
    [
        (SOME, Answer(2, "", "plan.yaml:1:1: no -> yes\n"), "a sound plan is refused"),
        (UNSOUND, Answer(2, "", "plan.yaml:1:1: line police: no -> yes\n"), "om is not named"),
        (UNSOUND, Answer(0, "{}", ""), "not refused, though om has to get more than it may"),
    ],
)
def test_a_wrong_refusal_is_not_confirmed(
    case: Case, answer: Answer, complaint: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert UNSOUND.plan != SOME.plan
    monkeypatch.setattr(judge, "asked", lambda _: answer)
    assert judged(case, tmp_path) == (answer.code, [complaint])


@pytest.mark.parametrize(
    ("limits", "best"),
    [
        ([({"x": 1, "y": 1}, 4), ({"x": 1, "y": 3}, 6)], 12),
        ([({"x": -1}, -2), ({"x": 1, "y": 1}, 3)], 9),
        ([({"x": -1}, -9)], None),
        ([({"x": 1, "y": 1}, 0)], 0),
        ([({"x": -1, "y": -1}, -8), ({"x": 1, "y": -1}, 0)], 20),
    ],
)
def test_the_exact_simplex_of_the_second_opinion(limits: list[tuple[dict[str, int], int]], best: int | None) -> None:
    exact = [({name: Fraction(f) for name, f in row.items()}, Fraction(limit)) for row, limit in limits]
    bounds = dict.fromkeys("xy", (Fraction(0), Fraction(4)))
    found = largest({"x": Fraction(3), "y": Fraction(2)}, exact, bounds)
    assert found == best
