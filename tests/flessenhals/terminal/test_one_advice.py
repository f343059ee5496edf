"""What was typed wrong is told in one line that ends in one advice, in either language."""

from pathlib import Path

import pytest
from judge import asked

PLAN = "schema: 1\nplan: small\nlines: [{id: a, partner: x, proposed: 5}]\n"


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("plan.yaml").write_text(PLAN, encoding="utf-8")
    monkeypatch.setenv("FLESSENHALS_PLAN", "plan.yaml")


@pytest.mark.parametrize(
    ("typed", "advice", "raad"),
    [
        ("compare x.csv --except a", "give --slice too", "geef ook --slice"),
        ("compare", "name a file, or take a slice off every line: --slice 8%", "noem een bestand, of haal"),
        ("allocate 5 --scenario s --scenario s", "keep one", "laat er één staan"),
        ("brief 5 -o -", "say how it is written, such as --format md", "zeg hoe die wordt geschreven"),
        ("brief 5 -o x", "give it one of html, md", "geef een van html, md"),
        ("brief 5 -o x.txt", "take one of html, md", "neem een van html, md"),
        ("page", "add -o and a name that ends in .html", "geef -o en een naam die eindigt op .html"),
        ("whatif 5 --against zz", "write an amount, or plan", "schrijf een bedrag, of plan"),
        ("whatif 5 --against pla", "did you mean plan?", "bedoelde u plan?"),
        ("bottlenecks 5 --within -1%", "write a share from 0% to 100%", "schrijf een aandeel van 0% tot 100%"),
        ("allocate 5 --rule [", "write the value, and close every bracket", "schrijf de waarde, en sluit elk haakje"),
    ],
)
def test_the_advice(typed: str, advice: str, raad: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for language, wanted in (("en", advice), ("nl", raad)):
        monkeypatch.setenv("FLESSENHALS_LANG", language)
        given = asked(typed.split())
        assert given.code == 2
        assert given.err.count("\n") == 1
        assert given.err.count(" -> ") == 1
        assert given.err.partition(" -> ")[2].startswith(wanted)


def test_a_folder_that_is_not_there_is_to_be_made(tmp_path: Path) -> None:
    given = asked(["allocate", "5", "-o", str(tmp_path / "none" / "x.json")])
    assert given.code == 5
    assert given.err.endswith(" -> make that folder first, or choose another\n")


@pytest.mark.parametrize("command", ["init -", "init plan2.yaml", "init form.csv --proposal", "allocate 5", "lines"])
def test_a_language_that_is_none_of_ours_is_refused_by_every_command(command: str) -> None:
    given = asked([*command.split(), "--lang", "de"])
    assert given.code == 2
    assert "language 'de' is neither en nor nl" in given.err


def test_a_page_goes_to_stdout_too() -> None:
    given = asked(["page", "-o", "-"])
    assert given.code == 0
    assert "<!doctype html>" in given.out.lower()
