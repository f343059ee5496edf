"""On the plan that ships, in every reading and at every whole ceiling, `bottlenecks` and `brief` have an answer."""

import json
from pathlib import Path
from random import Random

import pytest
from judge import asked

import flessenhals.study
from flessenhals.solver.plan.plan import Plan
from flessenhals.solver.sensitivity.ladder.ladder import Ladder, ladder

READINGS = (None, "strict", "by-partner", "prevention-first", "complex-cases")
EVERY = [(reading, ceiling) for ceiling in range(30, 421) for reading in READINGS]
SOME = [
    *sorted(Random(12).sample(EVERY, 16), key=str),
    *(("by-partner", 375), ("by-partner", 380), (None, 31), (None, 32)),
]


@pytest.fixture
def one_ladder_a_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    """The ladder is the same at every ceiling, and takes longest."""
    known: dict[str | None, Ladder] = {}

    def once(plan: Plan, **watched: object) -> Ladder:
        if plan.scenario not in known:
            known[plan.scenario] = ladder(plan, **watched)  # type: ignore[arg-type]  # as it came
        return known[plan.scenario]

    monkeypatch.setattr(flessenhals.study, "ladder", once)


def fails(reading: str | None, ceiling: int, folder: Path) -> str:
    """What is wrong with the two answers; empty where nothing is."""
    under = ["--scenario", reading] if reading else []
    told = asked(["bottlenecks", str(ceiling), *under, "-f", "json"])
    briefed = asked(["brief", str(ceiling), *under, "-o", str(folder / "brief.md"), "--force"])
    if told.code == briefed.code == 3:
        return "" if ceiling < 32 else "nothing fits"
    if told.code or briefed.code:
        return f"codes {told.code} and {briefed.code}: {told.err}{briefed.err}"
    return "; ".join(each["why"] for each in json.loads(told.out)["missing"])


@pytest.mark.usefixtures("one_ladder_a_reading")
def test_at_some_ceilings_of_every_reading_all_is_proved(tmp_path: Path) -> None:
    wrong = {case: fails(*case, tmp_path) for case in SOME}
    assert {case: told for case, told in wrong.items() if told} == {}


@pytest.mark.long
@pytest.mark.usefixtures("one_ladder_a_reading")
def test_at_every_whole_ceiling_of_every_reading_all_is_proved(tmp_path: Path) -> None:
    wrong = {case: fails(*case, tmp_path) for case in EVERY}
    assert {case: told for case, told in wrong.items() if told} == {}
