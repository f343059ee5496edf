"""What is wrong with a proposal is told at its place, as typed, with what to write: code 2, nothing on stdout."""

import datetime as dt
import zipfile
from pathlib import Path

import pytest
import xlsxwriter
from judge import asked, refused_well
from sheets import Special, write_xlsx

Sheet = xlsxwriter.worksheet.Worksheet
CSV = "line,amount\npolice,{}\nom,1\ncare,1\n"
YAML = "police: {}\nom: 1\ncare: 1\n"


def refusal(plan: str, proposal: Path) -> str:
    """What is said of a proposal, by `compare` and by `brief` alike."""
    answers = [
        asked(["compare", str(proposal), "--plan", plan]),
        asked(["brief", "80", "--proposal", str(proposal), "--plan", plan, "-o", "-", "-f", "md"]),
    ]
    for answer in answers:
        assert answer.code == 2
        assert refused_well(answer) == []
    assert answers[0].err == answers[1].err
    return answers[0].err.replace(f"{proposal.parent}/", "")


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        ("400.000", "is ambiguous"),
        ("1e3", "has an exponent -> write it out in full: 1000"),
        ("1_000", "is not a number -> write 1000"),
        ("0100", "is not a number -> write 100"),
        ("0x1F", "is not a decimal number"),
        (".nan", "is not a number that can be counted with"),
        (".inf", "is not a number that can be counted with"),
        ("-5", "is below 0"),
        ("5%", "is a share, not an amount"),
        ("1/3", "is a sum to work out -> write its outcome"),
        ("2*3", "is a sum to work out -> write its outcome"),
        ("2026-01-01", "is a date"),
        ("123456789012345678901234567890", "has more than 15 digits"),
        ("0.1000000000000000055", "has more than 12 decimals"),
        ("1e1000000000", "has an exponent -> write it out in full"),
        ("yes", "is a yes or no, not a number"),
        ("=1+1", "is a formula"),
        ("#REF!", "is an error in the spreadsheet"),
    ],
)
@pytest.mark.parametrize(("file", "text", "place"), [("s.csv", CSV, "s.csv:2:8"), ("s.yaml", YAML, "s.yaml:1:9")])
def test_an_amount_that_is_none(
    amount: str, said: str, file: str, text: str, place: str, plan: str, tmp_path: Path
) -> None:
    typed = f"'{amount}'" if file == "s.yaml" else amount
    (tmp_path / file).write_text(text.format(typed), encoding="utf-8")
    assert refusal(plan, tmp_path / file).startswith(f"{place}: police '{amount}' {said}")


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        ("€400", "has a currency in it"),
        ("EUR 400", "has a currency in it"),
        ("5 miljoen", "has a unit in it -> write 5 if"),
        ("1.234.567", "is not a number -> write 1234567"),
    ],
)
def test_what_a_sheet_may_say_a_yaml_may_not(amount: str, said: str, plan: str, tmp_path: Path) -> None:
    (tmp_path / "s.yaml").write_text(YAML.format(f"'{amount}'"), encoding="utf-8")
    assert refusal(plan, tmp_path / "s.yaml").startswith(f"s.yaml:1:9: police '{amount}' {said}")


@pytest.mark.parametrize(
    ("file", "content", "said"),
    [
        ("s.csv", b"line,amount\npolice,1,2\n", "s.csv:2"),
        ("s.csv", b"line,amount\npolice\n", "s.csv:2"),
        ("s.csv", b"line,amount,amount\npolice,1,2\n", "s.csv:1:13: 'amount' stands twice in the header"),
        ("s.csv", b"line;amount\npolice;1,5\nom,2\n", "s.csv:3"),
        ("s.csv", "line,amount\npolice,€\n".encode("cp1252"), "s.csv:2"),
        ("s.csv", "line,amount\n".encode("utf-16"), "s.csv: has no amount for police, om, care"),
        ("s.csv", "line,amount\n".encode("utf-16-le")[:-1], "s.csv: is not whole"),
        ("s.csv", b"line,amount\npol\x00ice,1\n", "s.csv:2"),
        ("s.csv", b'line,amount\n"police,1\n', "s.csv:2"),
        ("s.xlsx", b"line,amount\npolice,1\n", "s.xlsx: "),
        ("s.xlsx", b"PK\x03\x04cut off", "s.xlsx: "),
        ("s.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "s.xls: "),
        ("s.yaml", b"police: &a 1\nom: *a\n", "s.yaml:1:9"),
        ("s.yaml", b"police: !!python/object/apply:os.system [x]\n", "s.yaml:1:9"),
        ("s.yaml", b"police: 1\n---\nom: 1\n", "s.yaml:2:1"),
        ("s.yaml", b"police: {\n", "s.yaml:"),
        (
            "s.yaml",
            b"schema: 1\nplan: p\nlines: [{id: a, partner: x, proposed: 5}]\n",
            "is a plan, not a proposal -> give",
        ),
        ("s.yaml", b"\tpolice: 1\n", "s.yaml:1"),
        ("s.yaml", b"# nothing\n", "is empty"),
        ("s.yaml", b"400\n", "s.yaml:1:1"),
        ("s.yaml", b"x: " + b"[" * 20_000, "s.yaml:1"),
        ("s.yaml", b"# " + b"x" * 1_100_000, "s.yaml: "),
    ],
)
def test_a_file_that_is_no_proposal(file: str, content: bytes, said: str, plan: str, tmp_path: Path) -> None:
    (tmp_path / file).write_bytes(content)
    assert said in refusal(plan, tmp_path / file)


@pytest.mark.parametrize(
    ("special", "said"),
    [
        (lambda _, sheet: sheet.write_formula("B2", "=1+1"), "B2: has a formula that was never calculated"),
        (lambda _, sheet: sheet.write_formula("B2", "=1/0", None, "#REF!"), "B2: is an error in the spreadsheet"),
        (lambda _, sheet: sheet.merge_range("B2:B3", 1), "B2:B3 are merged"),
        (lambda _, sheet: sheet.write_boolean("B2", True), "B2: 'True' is a yes or no"),  # noqa: FBT003 - a cell
        (
            lambda book, sheet: sheet.write_datetime(
                "B2", dt.date(2026, 1, 1), book.add_format({"num_format": "yyyy-mm-dd"})
            ),
            "B2: '2026-01-01' is a date or time",
        ),
        (lambda _, sheet: sheet.write_string("B2", "400.000"), "B2: police '400.000' is ambiguous"),
        (
            lambda book, _: book.add_worksheet("Second").write_string("A1", "x"),
            "has 2 sheets: Split, Second -> name one: --sheet NAME",
        ),
    ],
    ids=["formula", "error", "merged", "boolean", "date", "ambiguous", "sheets"],
)
def test_a_cell_that_is_no_amount(special: Special, said: str, plan: str, tmp_path: Path) -> None:
    rows = [["line", "amount"], ["police", 5], ["om", 1], ["care", 1]]
    write_xlsx(tmp_path / "s.xlsx", {"Split": rows}, special)
    assert said in refusal(plan, tmp_path / "s.xlsx")


def test_a_workbook_that_unpacks_to_far_more(plan: str, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "s.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 30_000_000)
    assert "unpacks" in refusal(plan, tmp_path / "s.xlsx")
