"""Every unusable plan in `tests/cases`, each with the words that it is refused in."""

from pathlib import Path

import pytest

from flessenhals.data.plans.reader import load
from flessenhals.data.source.errors import InputError

CASES = Path(__file__).parent.parent / "cases"
PLANS = sorted(path.name for path in CASES.glob("*.yaml"))


def test_there_are_cases() -> None:
    assert len(PLANS) > 150


@pytest.mark.parametrize("plan", PLANS)
def test_an_unusable_plan_is_refused_in_these_words(plan: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(CASES)

    with pytest.raises(InputError) as refused:
        load(plan)

    assert str(refused.value) == Path(plan).with_suffix(".expected").read_text(encoding="utf-8").rstrip("\n")
