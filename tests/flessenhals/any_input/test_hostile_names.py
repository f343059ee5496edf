"""Names and notes that a spreadsheet, a browser or a reader of Markdown would run stay text, wherever they come out."""

import csv
import io
import re
import zipfile
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from flessenhals.cli import run

PLAN = r"""
schema: 1
plan: hostile
title: "=HYPERLINK(\"http://x\",\"y\")"
partners: {a: "=cmd|'/C calc'!A0", b: "<script>alert(1)</script>"}
lines:
  - {id: one, name: "=1+1", partner: a, proposed: 10, source: "@SUM(A1)", note: "+1"}
  - {id: two, name: "<img src=x onerror=alert(1)>", partner: b, proposed: 5, note: "[x](javascript:alert(1))"}
constraints:
  - {id: rule, name: "=2+2", source: "<b>bold</b>", proportional: {upstream: one, downstream: two, at_least: 0.1}}
"""
TAGS, LINK = ("<img src=x", "<script>alert", "<b>bold"), "](javascript"


@pytest.fixture
def hostile(tmp_path: Path) -> str:
    path = tmp_path / "hostile.yaml"
    path.write_text(PLAN, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("command", ["brief 12 -o x.html", "brief 12 -o x.md", "ladder -o x.html", "ladder -o x.svg"])
def test_nothing_in_a_page_image_or_document_is_live(
    command: str, hostile: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run([*command.split(), "--plan", hostile]) == 0
    written = Path(command.rpartition(" ")[2]).read_text(encoding="utf-8")
    live = (*TAGS, LINK) if command.endswith(".md") else TAGS
    assert not [each for each in live if re.search(rf"(?<!\\){re.escape(each)}", written)]
    if command.endswith(".html"):
        assert "Content-Security-Policy" in written


def test_no_name_becomes_a_formula_in_a_workbook(hostile: str, tmp_path: Path) -> None:
    target = tmp_path / "x.xlsx"
    assert run(["brief", "12", "-o", str(target), "--plan", hostile]) == 0
    with zipfile.ZipFile(target) as archive:
        sheets = [archive.read(name).decode() for name in archive.namelist() if name.startswith("xl/worksheets/")]
        texts = archive.read("xl/sharedStrings.xml").decode()
    formulas = re.findall(r"<f>(.*?)</f>", "".join(sheets))
    assert formulas
    assert not [each for each in formulas if re.search(r"1\+1|2\+2|cmd|HYPERLINK|SUM\(A1\)", each)]
    assert "=1+1" in texts


def test_names_are_text_in_a_pdf(hostile: str, tmp_path: Path) -> None:
    target = tmp_path / "x.pdf"
    assert run(["brief", "12", "-o", str(target), "--plan", hostile]) == 0
    document = PdfReader(target)
    text = " ".join(" ".join(page.extract_text() for page in document.pages).split())
    assert [each for each in ("=1+1", "<img src=x", "<b>bold</b>", "=cmd|") if each not in text] == []
    root = document.trailer["/Root"]
    assert isinstance(root, DictionaryObject)
    assert {"/OpenAction", "/AA", "/AcroForm"}.isdisjoint(root)
    assert not [page for page in document.pages if "/Annots" in page]


@pytest.mark.parametrize(("ending", "part"), [("docx", "word/document.xml"), ("odt", "content.xml")])
def test_names_are_text_in_a_document(ending: str, part: str, hostile: str, tmp_path: Path) -> None:
    target = tmp_path / f"x.{ending}"
    assert run(["brief", "12", "-o", str(target), "--plan", hostile]) == 0
    with zipfile.ZipFile(target) as archive:
        content = archive.read(part).decode()
        links = [name for name in archive.namelist() if b"javascript:" in archive.read(name) and name != part]
    assert links == []
    assert not [each for each in TAGS if each in content]
    assert "&lt;b&gt;bold&lt;/b&gt;" in content
    assert 'href="javascript' not in content


@pytest.mark.parametrize("command", ["allocate 12", "whatif 5 12", "bottlenecks 12", "ladder"])
def test_no_cell_of_a_csv_begins_like_a_formula(command: str, hostile: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*command.split(), "--plan", hostile, "-f", "csv"]) == 0
    cells = [cell for row in csv.reader(io.StringIO(capsys.readouterr().out)) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@", "\t", "\r"))]
    assert not [cell for cell in cells if cell.startswith("-") and not re.fullmatch(r"-[0-9.]+(e-?[0-9]+)?", cell)]
