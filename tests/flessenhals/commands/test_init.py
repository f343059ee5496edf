"""Init: a plan to start from, in either language, or an example of another field."""

from pathlib import Path

import pytest
import yaml
from judge import asked

import flessenhals as fh
from flessenhals.data.plans.starter import examples, starter
from flessenhals.data.proposals.reader import read_proposal
from flessenhals.data.sheets.csv_table import csv_tables
from flessenhals.data.sheets.workbook import workbook_sheet
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


YEARS = """\
schema: 1
plan: years
years: {first: 2024, last: 2026}
lines:
  - {id: street, name: {en: Street, nl: Straat}, partner: police, proposed: 30}
  - {id: team, name: Team, partner: police, proposed: 5, until: 2024}
"""


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_a_form_for_a_plan_with_years_has_a_column_a_year_and_is_read_back(
    ending: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("plan.yaml").write_text(YEARS, encoding="utf-8")
    assert asked(["init", f"form.{ending}", "--proposal", "--plan", "plan.yaml", "--lang", "nl"]).code == 0
    rows = workbook_sheet(Path("form.xlsx"), None).rows if ending == "xlsx" else csv_tables(Path("form.csv"))[0].rows
    asks = ["gevraagd 2024", "gevraagd 2025", "gevraagd 2026"]
    assert [*rows[0].cells] == ["post", "naam", "partner", *asks, "2024", "2025", "2026", "opmerking"]
    assert asked(["compare", f"form.{ending}", "--plan", "plan.yaml"]).err.count("has no amount") == 4
    said = asked(["compare", f"form.{ending}", "--plan", "plan.yaml", "--missing", "zero", "-f", "json"])
    assert said.code == 0


def test_a_form_that_was_filled_in_is_the_proposal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("plan.yaml").write_text(YEARS, encoding="utf-8")
    asked(["init", "form.csv", "--proposal", "--plan", "plan.yaml"])
    head, street, team = Path("form.csv").read_text(encoding="utf-8").splitlines()
    filled = [head, street.replace(",,,,", ",10,20,30.5,"), team.replace(",,0,0,", ",5,0,0,")]
    Path("form.csv").write_text("\n".join(filled), encoding="utf-8")
    amounts = read_proposal("form.csv", fh.load("plan.yaml")).amounts
    assert {str(line): float(amount) for line, amount in amounts.items()} == {
        "street@2024": 10,
        "street@2025": 20,
        "street@2026": 30.5,
        "team@2024": 5,
    }


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["form.md", "--proposal"], "form.md: a form is a table -> end it in .xlsx or .csv"),
        (["-", "--proposal"], "-: a form is a table -> end it in .xlsx or .csv"),
        (["plan.xlsx"], "plan.xlsx: a plan is YAML -> end it in .yaml, or write a form with --proposal"),
        (["plan.yaml", "--pact", "--proposal"], "--pact: stands beside --proposal -> keep one of them"),
    ],
)
def test_what_cannot_be_written_is_refused_before_anything_is(
    arguments: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    answer = asked(["init", *arguments])
    assert (answer.code, answer.out, answer.err) == (2, "", f"{said}\n")
    assert not list(tmp_path.iterdir())
