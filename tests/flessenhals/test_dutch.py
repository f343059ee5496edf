"""Everything that is refused, and all help, in Dutch where that is asked."""

import re
from pathlib import Path

import pytest
import typer
from messages import interpolated, messages

from flessenhals.briefing.text.words import command_help, errors
from flessenhals.cli import COMMANDS, app, run
from flessenhals.data.plans.reader import load
from flessenhals.data.source.errors import InputError
from flessenhals.terminal.language import translation

CASES = Path(__file__).parent.parent / "cases"
PLANS = sorted(f"{path.stem}.yaml" for path in CASES.glob("*.verwacht"))
DUTCH = translation("nl")
PLACE = re.compile(r"\{\w+(:[^{}\s]+)?\}")


def places(template: str) -> set[str]:
    return {found[0] for found in PLACE.finditer(template)}


def test_every_message_has_its_dutch() -> None:
    found = messages()
    assert len(found) > 400
    assert [f"{file}: {text}" for text, file in found.items() if text not in errors.DUTCH] == []


def test_no_message_is_put_together_where_nobody_could_translate_it() -> None:
    assert interpolated() == []


@pytest.mark.parametrize("catalogue", [errors.DUTCH, command_help.DUTCH], ids=["errors", "help"])
def test_both_languages_have_the_same_places(catalogue: dict[str, str]) -> None:
    assert [text for text in catalogue if places(text) != places(catalogue[text])] == []


@pytest.mark.parametrize("plan", PLANS)
def test_an_unusable_plan_is_refused_in_these_dutch_words(plan: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(CASES)
    with pytest.raises(InputError) as refused:
        load(plan)
    assert refused.value.said(DUTCH) == Path(plan).with_suffix(".verwacht").read_text(encoding="utf-8").rstrip("\n")


def test_every_dutch_refusal_is_another_than_the_english_one() -> None:
    assert len(PLANS) > 150
    for plan in PLANS:
        english, dutch = ((CASES / plan).with_suffix(end).read_text("utf-8") for end in (".expected", ".verwacht"))
        assert len(english.splitlines()) == len(dutch.splitlines())
        for one, other in zip(english.splitlines(), dutch.splitlines(), strict=True):
            assert one != other


@pytest.mark.parametrize("language", ["--lang=nl", "--lang nl", ""])
def test_the_language_is_that_of_the_option_or_the_environment(
    language: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FLESSENHALS_LANG", "" if language else "nl")
    assert run(["allocate", "x", *language.split()]) == 2
    assert capsys.readouterr().err == "plafond: 'x' is geen getal -> schrijf een gewoon getal, zoals 12.5\n"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("--nonsense", "flessenhals: Er is geen optie --nonsense -> zie flessenhals --help"),
        ("allocate", "flessenhals allocate: 'CEILING' ontbreekt. -> zie flessenhals allocate --help"),
        ("alocate 3", "flessenhals: Er is geen opdracht 'alocate'. Bedoelde u 'allocate'? -> zie flessenhals --help"),
        ("brief 3", "flessenhals brief: De optie '--output' / '-o' ontbreekt. -> zie flessenhals brief --help"),
        ("allocate 300 --plan", "flessenhals: De optie '--plan' vraagt een waarde. -> zie flessenhals --help"),
        ("allocate 300 --force=x", "flessenhals: De optie '--force' neemt geen waarde. -> zie flessenhals --help"),
        (
            "simulate 300 --samples x",
            "flessenhals simulate: Ongeldige waarde voor '--samples': 'x' is geen geheel getal. "
            "-> zie flessenhals simulate --help",
        ),
        (
            "compare police-only --by q",
            "flessenhals compare: Ongeldige waarde: 'q' is geen van line, programme, partner, department "
            "-> zie flessenhals compare --help",
        ),
    ],
)
def test_a_command_that_was_typed_wrong_is_told_in_dutch(
    typed: str, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FLESSENHALS_LANG", "nl")
    assert run(typed.split()) == 2
    assert capsys.readouterr().err == f"{said}\n"


def test_every_command_and_option_has_its_help_in_dutch() -> None:
    group = typer.main.get_command(app(COMMANDS))
    commands = [group, *group.commands.values()]  # type: ignore[attr-defined]
    texts = {text for each in commands for text in (each.help, each.short_help)}
    texts |= {getattr(each, "help", None) for command in commands for each in command.params}
    assert sorted(text for text in texts - {None} if text not in command_help.DUTCH) == []


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_has_no_english_in_it(
    command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FLESSENHALS_LANG", "nl")
    assert run([*command.split(), "--help"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("Gebruik: flessenhals")
    for word in ("Usage", "Options:", "Commands:", "[default", "required", " the ", "Show this"):
        assert word not in said
    monkeypatch.setenv("FLESSENHALS_LANG", "en")
    assert run([*command.split(), "--help"]) == 0
    assert capsys.readouterr().out.startswith("Usage: flessenhals")
