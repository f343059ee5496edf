"""Tables as text, as spreadsheets save and send them: UTF-16, Windows-1252, tabs, a first line with the separator."""

import tracemalloc
from fractions import Fraction
from pathlib import Path

import pytest
from judge import asked

from flessenhals.data.plans.reader import load, loads
from flessenhals.data.proposals.reader import read_proposal
from flessenhals.data.sheets.csv_table import csv_tables
from flessenhals.data.source.errors import InputError
from flessenhals.data.source.remarks import heard

PLAN = """\
schema: 1
plan: small
unit: EUR million per year
partners: {police: {en: National Police, nl: Nationale Politie}, om: Prosecution, cafe: {en: Cafés, nl: Cafés}}
lines:
  - {id: police, partner: police, proposed: 40}
  - {id: om, partner: om, proposed: 6}
  - {id: cafe, name: {en: Cafés, nl: Cafés}, partner: cafe, proposed: 4}
"""
WANTED = {"police": Fraction("27.45"), "om": Fraction("5.1"), "cafe": Fraction(3)}
SEMICOLONS = "Post;Bedrag\r\npolice;27,45\r\nom;5,1\r\nCafés;3\r\n"
TABS = SEMICOLONS.replace(";", "\t")
WORDS = ["één", "coördinatie", "patiënten", "zoötechniek", "ruïne", "Curaçao", "privé", "café"]


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def read(content: bytes, file: str = "s.csv") -> tuple[dict[str, Fraction], set[str]]:
    """What a file comes to, and the kinds of what is said of it."""
    Path(file).write_bytes(content)
    with heard() as remarks:
        amounts = read_proposal(file, loads(PLAN)).amounts
    return dict(amounts), {remark.kind for remark in remarks}


def refusal(content: bytes, file: str = "s.csv") -> str:
    with pytest.raises(InputError) as refused:
        read(content, file)
    return str(refused.value)


USUAL = {"column", "named"}


@pytest.mark.parametrize(
    ("file", "content", "told"),
    [
        ("s.csv", SEMICOLONS.encode("utf-8"), USUAL),
        ("s.csv", SEMICOLONS.encode("utf-8-sig"), USUAL),
        ("s.csv", f"sep=;\r\n{SEMICOLONS}".encode(), USUAL | {"separator"}),
        ("s.csv", f"sep=;\r\n{SEMICOLONS}".encode("utf-8-sig"), USUAL | {"separator"}),
        ("s.csv", f'"sep=;"\r\n{SEMICOLONS}'.encode(), USUAL | {"separator"}),
        ("s.csv", f"sep=\t\r\n{TABS}".encode(), USUAL | {"separator"}),
        ("s.tsv", TABS.encode(), USUAL),
        ("s.txt", TABS.encode(), USUAL),
        ("s.txt", TABS.encode("utf-16"), USUAL | {"utf-16"}),  # what Excel calls Unicode text
        ("s.txt", b"\xfe\xff" + TABS.encode("utf-16-be"), USUAL | {"utf-16"}),
        ("s.csv", SEMICOLONS.encode("utf-16"), USUAL | {"utf-16"}),
        ("s.csv", SEMICOLONS.encode("utf-16-le"), USUAL | {"utf-16 without mark"}),
        ("s.csv", SEMICOLONS.encode("utf-16-be"), USUAL | {"utf-16 without mark"}),
        ("s.csv", SEMICOLONS.encode("cp1252"), USUAL | {"windows"}),  # what Excel calls CSV, without more
        ("s.csv", f"sep=;\r\n{SEMICOLONS}".encode("cp1252"), USUAL | {"separator", "windows"}),
        *(
            ("s.csv", f"sep={sign}\r\n{SEMICOLONS.replace(';', sign)}".encode(), USUAL | {"separator"})
            for sign in ("|", "^", "\\", "]", "*", ":", "¦")
        ),
        ("s.csv", SEMICOLONS.replace("27,45", "€ 27,45").encode("cp1252"), USUAL | {"windows"}),
        (
            "s.csv",
            f"“Voorstel” – programma\u2019s • §3;\r\n{SEMICOLONS}".encode("cp1252"),
            USUAL | {"windows", "title", "header"},
        ),
    ],
)
def test_a_table_as_a_spreadsheet_saves_it_as_text(file: str, content: bytes, told: set[str]) -> None:
    assert read(content, file) == (WANTED, told)


def test_what_was_made_of_its_first_bytes_and_first_line_is_said_in_both_languages() -> None:
    Path("plan.yaml").write_text(PLAN, encoding="utf-8")
    Path("s.csv").write_bytes(f"sep=;\r\n{SEMICOLONS}".encode("utf-16"))
    english = asked(["compare", "s.csv", "--plan", "plan.yaml"]).err.splitlines()
    dutch = asked(["compare", "s.csv", "--plan", "plan.yaml", "--lang", "nl"]).err.splitlines()

    assert english[:2] == [
        "s.csv: is read as UTF-16, as its first bytes say",
        "s.csv:1: 'sep=;' names what separates the columns: ;",
    ]
    assert dutch[:2] == [
        "s.csv: is gelezen als UTF-16, zoals de eerste bytes zeggen",
        "s.csv:1: 'sep=;' zegt wat de kolommen scheidt: ;",
    ]


def test_the_alphabet_of_windows_is_said_in_both_languages() -> None:
    Path("plan.yaml").write_text(PLAN, encoding="utf-8")
    Path("s.csv").write_bytes(SEMICOLONS.encode("cp1252"))
    english, dutch = (asked(["compare", "s.csv", "--plan", "plan.yaml", "--lang", each]) for each in ("en", "nl"))

    assert english.err.splitlines()[0] == (
        "s.csv: is not UTF-8, and is read as Windows-1252, as Excel saves a CSV: check the names that have accents"
    )
    assert dutch.err.splitlines()[0] == (
        "s.csv: is geen UTF-8, en gelezen als Windows-1252, zoals Excel een CSV opslaat: kijk namen met accenten even "
        "na"
    )


@pytest.mark.parametrize(
    "word", ["één", "coördinatie", "patiënten", "zoötechniek", "ruïne", "Curaçao", "privé", "à la"]
)
def test_the_names_in_windows_alphabet_come_out_as_they_were_typed(word: str) -> None:
    text = f"id;naam;partner;gevraagd\r\npolice;{word};police;12,5\r\n"
    Path("lines.csv").write_bytes(text.encode("cp1252"))
    Path("plan.yaml").write_text("schema: 1\nplan: p\nlines: lines.csv\n", encoding="utf-8")
    assert [line.name for line in load("plan.yaml").lines] == [word]


@pytest.mark.parametrize(
    "word", ["één", "coördinatie", "patiënten", "zoötechniek", "ruïne", "Curaçao", "privé", "café"]
)
@pytest.mark.parametrize("alphabet", ["cp437", "cp850", "mac-roman"])
def test_no_word_of_another_alphabet_is_taken_for_windows(word: str, alphabet: str) -> None:
    advice = "is not UTF-8 -> save it as UTF-8 (in Excel: CSV UTF-8)"
    assert advice in refusal(f"line;amount\n{word};3\n".encode(alphabet))


def test_a_quote_within_columns_that_another_sign_separates_is_found_in_its_place() -> None:
    said = refusal(b'sep=|\nline|note|amount\npolice|"a|b"|x\nom||5\ncafe||3\n')
    assert said.startswith("s.csv:3:14: police 'x' is not a number")


def test_places_below_a_line_that_names_the_separator_are_those_of_the_file() -> None:
    said = refusal(b"sep=;\nline;amount\npolice;27,45\nom;5;1\ncafe;3\n")
    assert said.startswith("s.csv:4: has 3 cells where the header has 2")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        # The bytes of another alphabet can mean several letters: é in the alphabets of DOS and of the Macintosh
        (SEMICOLONS.encode("cp850"), "s.csv:4:4: byte 0x82 is not UTF-8 -> save it as UTF-8 (in Excel: CSV UTF-8)"),
        (SEMICOLONS.encode("mac-roman"), "s.csv:4:4: byte 0x8E is not UTF-8 -> save it as UTF-8"),
        ("line;amount\ncoördinatie;3\n".encode("cp850"), "s.csv:2:3: byte 0x94 is not UTF-8 -> save it as UTF-8"),
        ("line;amount\npatiënten;3\n".encode("mac-roman"), "s.csv:2:5: byte 0x91 is not UTF-8 -> save it as UTF-8"),
        ("Café;é\n".encode() + "Cafés;3\n".encode("cp1252"), "s.csv:2:4: byte 0xE9 is not UTF-8 -> save it as UTF-8"),
        (b"line;amount\npolice\0;3\n", "byte 0x00 stands in no text in UTF-8 -> save it as UTF-8, and as text"),
        (TABS.encode("utf-16-le")[:-1], "s.csv: is not whole: it ends within a letter -> save it again"),
        (TABS.encode("utf-16")[:-1], "s.csv: is not whole: it ends within a letter -> save it again"),
        ("line;amount\0\n".encode("utf-16"), "s.csv:1: is no text -> save it again as CSV"),
        # A sign of words and amounts does not separate them
        (b"sep=.\nline.amount\n", "s.csv:1: '.' is no separator that is read -> separate the columns by commas"),
        (b"sep=e\nlineeamount\n", "s.csv:1: 'e' is no separator that is read -> separate the columns by commas"),
        (b"sep=|\nline\n", "'sep=|' names a separator that does not separate the columns -> separate the columns by"),
        (
            b"sep=,\nline;amount\npolice;27\nom;5\ncafe;3\n",
            "s.csv:1: 'sep=,' names a separator that does not separate the columns -> write sep=;",
        ),
    ],
)
def test_what_can_mean_two_things_in_its_bytes_is_refused(content: bytes, said: str) -> None:
    assert said in refusal(content)


def test_between_tabs_a_point_can_mean_two_things_also_in_a_file_called_txt() -> None:
    said = refusal(b"line\tamount\npolice\t27.450\nom\t5\ncafe\t3\n", "s.txt")
    assert "'27.450' is ambiguous: its point may stand for thousands -> write 27.4500 or 27450" in said


def test_a_text_has_no_sheets() -> None:
    Path("s.tsv").write_text(TABS, encoding="utf-8")
    with pytest.raises(InputError, match=r"a \.tsv file has no sheets -> leave --sheet out"):
        read_proposal("s.tsv", loads(PLAN), sheet="Blad1")


@pytest.mark.parametrize(
    ("file", "encoding"), [("lines.txt", "utf-16"), ("lines.tsv", "utf-8"), ("lines.csv", "utf-16")]
)
def test_the_lines_of_a_plan_are_read_so_too(file: str, encoding: str) -> None:
    Path(file).write_bytes("id\tpartner\tgevraagd\r\npolice\tpolice\t12,5\r\n".encode(encoding))
    Path("plan.yaml").write_text(f"schema: 1\nplan: p\nlines: {file}\n", encoding="utf-8")
    assert [line.proposed for line in load("plan.yaml").lines] == [Fraction("12.5")]


def test_unicode_text_comes_in_through_stdin_too(monkeypatch: pytest.MonkeyPatch) -> None:
    from io import BytesIO, TextIOWrapper  # noqa: PLC0415 - for stdin alone

    Path("plan.yaml").write_text(PLAN, encoding="utf-8")
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(TABS.encode("utf-16"))))
    assert asked(["compare", "-", "--plan", "plan.yaml"]).code == 0


@pytest.mark.parametrize(
    "text",
    [
        "x" * 40_000_000,
        '"' * 40_000_000,
        '"' + "x" * 40_000_000,
        " " * 40_000_000,
        "line,amount\na," + "9" * 40_000_000,
        "\n" * 10_000_000,
        "," * 40_000_000,
        ",;\t" * 2_900_000,
    ],
    ids=range(8),
)
def test_a_text_of_many_megabytes_is_refused_before_it_grows(text: str, tmp_path: Path) -> None:
    file = tmp_path / "large.csv"
    file.write_text(text, encoding="utf-8")
    tracemalloc.start()
    with pytest.raises(InputError) as refused:
        csv_tables(file)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert str(refused.value).count("\n") == 0
    assert most < 170_000_000


def test_more_rows_than_can_be_dealt_with(tmp_path: Path) -> None:
    file = tmp_path / "large.csv"
    file.write_text("line,amount\n" + "a,5\n" * 260_000, encoding="utf-8")
    with pytest.raises(InputError, match="has more than 250000 rows -> "):
        csv_tables(file)
