"""What the Dutch handbook tells to type works as it stands, and what it shows is there."""

import re
import shlex
from pathlib import Path

import pytest

from flessenhals.cli import run

DOCS = Path(__file__).parents[2] / "docs"
HANDBOOK = (DOCS / "handleiding.md").read_text(encoding="utf-8")


QUESTIONS = re.findall(r"   ```console\n   \$ flessenhals (.*)\n((?:   .*\n|\n)*?)   ```", HANDBOOK)


def test_every_command_works_one_after_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    commands = re.findall(r"^\$ flessenhals (.*)$", HANDBOOK, re.MULTILINE)
    assert [shlex.split(command)[0] for command in commands] == ["allocate", "init", "check", *("brief",) * 3]
    for command in commands:
        assert run(shlex.split(command)) == 0
        assert capsys.readouterr().err == ""
    assert sorted(path.name for path in tmp_path.iterdir()) == ["briefing.docx", "briefing.html", "mijn-plan.yaml"]


def test_the_parts_of_a_briefing_that_it_shows_are_real_and_stand_in_this_order(
    capsys: pytest.CaptureFixture[str],
) -> None:
    pattern = r"^```console\n\$ flessenhals (brief [^\n]*--since[^\n]*)\n(.*?)```"
    [(command, shown)] = re.findall(pattern, HANDBOOK, re.MULTILINE | re.DOTALL)
    assert run(shlex.split(command)) == 0
    told = capsys.readouterr().out
    for part in filter(None, (each.strip("\n") for each in shown.split("…\n"))):
        assert part in told
        told = told.partition(part)[2]


def test_there_are_ten_questions() -> None:
    assert len(QUESTIONS) == 10


@pytest.mark.parametrize(("command", "shown"), QUESTIONS, ids=[command for command, _ in QUESTIONS])
def test_what_it_shows_of_the_answer_to_a_question_is_the_real_one(
    command: str, shown: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(shlex.split(command)) == 0
    said = capsys.readouterr().out
    lines = [line.removeprefix("   ") for line in shown.splitlines()]
    assert "\n".join(lines) in said
    assert said.index(lines[0]) < 300  # it stands on top


def test_every_picture_is_there_and_described() -> None:
    pictures = re.findall(r"!\[(.+?)\]\((.+?)\)", HANDBOOK)
    assert len(pictures) == 3
    assert all((DOCS / path).is_file() and len(said) > 20 for said, path in pictures)


def test_it_is_about_two_pages_besides_what_it_shows() -> None:
    assert 500 < len(re.sub(r"```.*?```", "", HANDBOOK, flags=re.DOTALL).split()) < 1000


def test_the_words_that_it_quotes_are_the_words_of_the_page(tmp_path: Path) -> None:
    target = tmp_path / "page.html"
    assert run(["brief", "300", "--lang", "nl", "-o", str(target)]) == 0
    page = target.read_text(encoding="utf-8")
    assert "*Opslaan als CSV*" in HANDBOOK
    assert ">Opslaan als CSV</button>" in page


def test_there_is_an_example_in_every_format_and_both_languages_and_it_says_that_it_is_made_up() -> None:
    for name in ("voorbeeld", "example"):
        found = sorted(path.suffix for path in (DOCS / "examples").glob(f"{name}.*"))
        assert found == [".docx", ".html", ".md", ".odt", ".pdf", ".xlsx"]
    assert "Illustratie, fictief" in (DOCS / "examples" / "voorbeeld.md").read_text(encoding="utf-8")
    assert "Illustration, made up" in (DOCS / "examples" / "example.md").read_text(encoding="utf-8")
