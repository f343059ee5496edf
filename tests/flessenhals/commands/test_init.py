"""Init: a plan to start from, in either language, or an example of another field."""

from pathlib import Path

import pytest
import yaml
from judge import asked

import flessenhals as fh
from flessenhals.data.plans.starter import examples, starter
from flessenhals.terminal.completion import paths


def test_the_plan_to_start_from_has_its_comments_in_the_language_that_is_asked(tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    assert asked(["init", str(file), "--lang", "nl"]).code == 0
    written = file.read_text(encoding="utf-8")
    assert written.startswith("# Een plan om mee te beginnen. Alles erin is verzonnen")
    assert yaml.safe_load(written) == yaml.safe_load(starter("en"))
    assert asked(["check", "--plan", str(file), "--lang", "nl"]).code == 0


def test_six_examples_ship() -> None:
    assert list(examples()) == [
        "hospital-chain",
        "humanitarian-response",
        "maintenance",
        "research-grants",
        "school-programme",
        "water-boards",
    ]


@pytest.mark.parametrize("name", examples())
def test_an_example_is_written_as_it_ships_and_is_a_plan(name: str, tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    assert asked(["init", str(file), "--example", name]).code == 0
    assert file.read_text(encoding="utf-8") == examples()[name].read_text(encoding="utf-8")
    assert fh.load(str(file)).lines


def test_an_example_that_does_not_ship_is_refused_with_those_that_do(tmp_path: Path) -> None:
    answer = asked(["init", str(tmp_path / "mine.yaml"), "--example", "hospitals"])
    assert answer.code == 2
    assert "'--example hospitals'" in answer.err or "--example hospitals: is not an example that ships" in answer.err
    assert "hospital-chain" in answer.err
    assert asked(["init", str(tmp_path / "mine.yaml"), "--example", "maintenance", "--pact"]).code == 2


class Typed:
    """What a shell has been given so far."""

    def __init__(self, plan: str) -> None:
        self.params = {"plan": plan, "lang": "en"}


def test_paths_are_completed_a_step_at_a_time(tmp_path: Path) -> None:
    file = tmp_path / "plan.yaml"
    file.write_text(starter(), encoding="utf-8")

    def found(incomplete: str) -> list[str]:
        return paths(Typed(str(file)), incomplete)  # type: ignore[arg-type]  # what it looks at

    assert found("li") == ["lines."]
    assert found("partner:ins") == ["partner:inspectorate."]
    assert found("lines.field") == ["lines.field-work."]
    assert found("lines.field-work.m") == ["lines.field-work.minimum=", "lines.field-work.maximum="]
    assert found("partner:inspectorate.w") == ["partner:inspectorate.weight="]
    assert found("constraints.prev") == ["constraints.prevention-share.level.at_least="]
    assert found("lines.field-work.minimum=") == []
