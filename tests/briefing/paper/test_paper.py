"""What holds for every paper format: what the document says is what one reads, and it can be read by everybody."""

from __future__ import annotations

import io
import re
import sys
import zipfile
from dataclasses import replace
from importlib import import_module

import docx as python_docx
import odfdo
import pytest
from documents import HOSTILE, WHEN, sample
from pypdf import PdfReader

from flessenhals.briefing.charts.drawing import MissingExtraError
from flessenhals.briefing.document.document import Chart, DataTable, Section
from flessenhals.briefing.text.table import Column, Row, Table
from flessenhals.briefing.writers.docx.document import docx
from flessenhals.briefing.writers.layout import PADDING, PAGE, crowded, laid_out, shown, widths
from flessenhals.briefing.writers.odt.document import odt
from flessenhals.briefing.writers.pdf import pdf

WRITERS = {"docx": docx, "odt": odt, "pdf": pdf}


def paragraphs(written: bytes, form: str) -> str:
    """Everything that a file says, in one line of text."""
    if form == "docx":
        file = python_docx.Document(io.BytesIO(written))
        cells = [cell.text for table in file.tables for row in table.rows for cell in row.cells]
        return "\n".join([*(paragraph.text for paragraph in file.paragraphs), *cells])
    if form == "odt":
        body = odfdo.Document(io.BytesIO(written)).body
        return "\n".join(each.inner_text for each in body.get_elements("//text:p | //text:h"))
    return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(written)).pages)


def squeezed(text: str) -> str:
    """A text without white space: where lines are broken is the page's business."""
    return "".join(text.split())


@pytest.fixture(scope="module")
def written() -> dict[str, bytes]:
    return {form: write(sample()) for form, write in WRITERS.items()}


@pytest.mark.parametrize("name", [name for name in HOSTILE if name.isascii() or "partner" in name])
@pytest.mark.parametrize("form", WRITERS)
def test_a_name_that_looks_like_markup_or_a_formula_comes_through_as_text(
    form: str, name: str, written: dict[str, bytes]
) -> None:
    assert squeezed(name) in squeezed(paragraphs(written[form], form))


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_other_scripts_emoji_and_spaces_come_through_sign_by_sign(form: str, written: dict[str, bytes]) -> None:
    said = paragraphs(written[form], form)
    for name in ("שלום עולם", "مرحبا", "🙂", "a  b   c"):
        assert name in said


@pytest.mark.parametrize("form", WRITERS)
def test_every_figure_of_a_table_is_printed_in_the_language_of_the_document(
    form: str, written: dict[str, bytes]
) -> None:
    said = paragraphs(written[form], form)
    for _, placed in laid_out(sample()):
        for block, _ in placed:
            if isinstance(block, DataTable):
                for row in shown(block):
                    assert squeezed(row[-2]) in squeezed(said)
    assert "123.456,7" in said
    assert "123,456.7" in paragraphs(WRITERS[form](sample("en")), form)


@pytest.mark.parametrize("form", WRITERS)
def test_captions_are_numbered_and_the_numbers_behind_the_charts_stand_at_the_end(
    form: str, written: dict[str, bytes]
) -> None:
    said = squeezed(paragraphs(written[form], form))
    for caption in ("Tabel 1. Maatregelen (€ mln per jaar)", "Figuur 1. Wie krijgt wat", "Tabel 2. Verdeling"):
        assert squeezed(caption) in said
    assert squeezed("De cijfers achter de figuren") in said


@pytest.mark.parametrize("form", WRITERS)
def test_the_same_document_gives_the_same_bytes(form: str, written: dict[str, bytes]) -> None:
    assert WRITERS[form](sample()) == written[form]


@pytest.mark.parametrize("form", WRITERS)
def test_a_file_tells_what_it_is(form: str, written: dict[str, bytes]) -> None:
    told = properties(written[form], form)
    assert told == {
        "title": "Verzonnen plan",
        "subject": "Een verdeling",
        "keywords": "plafond, begroting",
        "creator": "Flessenhals 0.1.0",
        "language": "nl-NL",
        "created": WHEN.replace(tzinfo=None),
    }


def properties(written: bytes, form: str) -> dict[str, object]:
    file = io.BytesIO(written)
    if form == "docx":
        core = python_docx.Document(file).core_properties
        found = (core.title, core.subject, core.keywords, core.author, core.language, core.created)
    elif form == "odt":
        meta = odfdo.Document(file).meta
        found = (meta.title, meta.subject, meta.keywords, meta.creator, meta.language, meta.creation_date)
    else:
        reader = PdfReader(file)
        meta = reader.metadata
        assert meta is not None
        found = (meta.title, meta.subject, meta.keywords, meta.author, reader.root_object["/Lang"], meta.creation_date)
    *said, created = found
    assert created is not None
    names = ("title", "subject", "keywords", "creator", "language")
    return {**dict(zip(names, said, strict=True)), "created": created.replace(tzinfo=None)}


@pytest.mark.parametrize("form", WRITERS)
def test_a_picture_has_its_alternative_text(form: str, written: dict[str, bytes]) -> None:
    assert alternatives(written[form], form) == ["Een staaf per maatregel, in woorden."]


def alternatives(written: bytes, form: str) -> list[str]:
    file = io.BytesIO(written)
    if form == "docx":
        return [shape._inline.docPr.get("descr") for shape in python_docx.Document(file).inline_shapes]  # noqa: SLF001
    if form == "odt":
        return [each.text for each in odfdo.Document(file).body.get_elements("//draw:frame/svg:desc")]
    return [str(each["/Alt"]) for each in structure(file) if each["/S"] == "/Figure"]


def structure(file: io.BytesIO) -> list[dict[str, object]]:
    """The elements of a PDF's structure, in reading order."""
    found: list[dict[str, object]] = []

    def walk(node: object) -> None:
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            for each in node:
                walk(each)
        elif isinstance(node, dict):
            if "/S" in node:
                found.append(node)
            walk(node.get("/K", []))

    walk(PdfReader(file).root_object["/StructTreeRoot"])
    return found


@pytest.mark.parametrize("form", WRITERS)
def test_the_first_row_of_every_table_heads_it(form: str, written: dict[str, bytes]) -> None:
    file = io.BytesIO(written[form])
    if form == "docx":
        tables = python_docx.Document(file).tables
        heads = ["w:tblHeader" in table.rows[0]._tr.xml for table in tables]  # noqa: SLF001
        others = any("w:tblHeader" in row._tr.xml for table in tables for row in list(table.rows)[1:])  # noqa: SLF001
        assert heads == [True, True]
        assert not others
    elif form == "odt":
        body = odfdo.Document(file).body
        assert len(body.get_elements("//table:table/table:table-header-rows/table:table-row")) == 2
    else:
        assert [each["/S"] for each in structure(file)].count("/THead") == 2


def test_a_pdf_is_tagged_and_says_that_it_is_for_everybody_and_for_long(written: dict[str, bytes]) -> None:
    reader = PdfReader(io.BytesIO(written["pdf"]))
    root = reader.root_object
    about = root["/Metadata"].get_object().get_data().decode()
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert "<pdfuaid:part>1</pdfuaid:part>" in about
    assert "<pdfaid:part>2</pdfaid:part>" in about
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in about
    kinds = [str(each["/S"]) for each in structure(io.BytesIO(written["pdf"]))]
    assert kinds.count("/H1") + kinds.count("/H2") >= 4
    assert {"/Table", "/TH", "/TD", "/L", "/LI", "/Caption", "/P"} <= set(kinds)


def test_a_sign_that_no_typeface_has_is_written_by_its_name_in_a_pdf(written: dict[str, bytes]) -> None:
    assert squeezed("[SLIGHTLY SMILING FACE]") in squeezed(paragraphs(written["pdf"], "pdf"))
    names = ("漢字", "\U0001f1f3\U0001f1f1 flag", "\ue000 private", "\ufdd0 of none")
    said = squeezed(paragraphs(pdf(sample(names=names)), "pdf"))
    for name in ("[CJK UNIFIED IDEOGRAPH-6F22]", "[REGIONAL INDICATOR SYMBOL LETTER N]", "[U+E000]", "[U+FDD0]"):
        assert squeezed(name) in said


def table(*columns: tuple[Column, str], widths: tuple[float, ...] = ()) -> DataTable:
    row = Row(tuple(cell for _, cell in columns))
    return DataTable("t", Table("", tuple(column for column, _ in columns), (row,), "nl"), widths)


def test_columns_are_as_wide_as_what_stands_in_them_and_fill_the_page() -> None:
    block = next(block for _, placed in laid_out(sample()) for block, _ in placed if isinstance(block, DataTable))
    parts = widths(block)
    assert sum(parts) == pytest.approx(1)
    assert max(parts) == parts[1]


def test_columns_that_have_room_are_as_wide_as_the_document_asks() -> None:
    short = Column("a", "text"), "b"
    assert widths(table(short, short, widths=(3, 1))) == [pytest.approx(3 / 4), pytest.approx(1 / 4)]


def test_a_figure_is_never_broken_where_others_have_room() -> None:
    figure, text = (Column("Bedrag", "figure"), "1.234.567,8"), (Column("Noot", "text"), "wat er te weten is")
    narrow, wide = widths(table(figure, text, widths=(1, 99)))
    assert narrow == pytest.approx((len("1.234.567,8") + PADDING) / PAGE)
    assert narrow + wide == pytest.approx(1)


def test_a_table_wider_than_the_page_shares_it_by_need() -> None:
    figure = Column("Bedrag", "figure"), "1.234.567.890,12"
    assert widths(table(*[figure] * 12)) == [pytest.approx(1 / 12)] * 12


@pytest.mark.parametrize("form", WRITERS)
def test_a_document_without_charts_or_annex_is_a_document_too(form: str) -> None:
    whole = sample()
    bare = replace(
        whole,
        sections=tuple(
            replace(section, blocks=tuple(block for block in section.blocks if not isinstance(block, Chart)))
            for section in whole.sections[:2]
        ),
    )
    assert "achter de figuren" not in paragraphs(WRITERS[form](bare), form)


@pytest.mark.parametrize(
    ("form", "library", "said"),
    [
        ("docx.document", "docx", "Word files need python-docx -> pip install 'flessenhals[briefing]'"),
        ("odt.document", "odfdo", "OpenDocument needs odfdo -> pip install 'flessenhals[briefing]'"),
        ("pdf", "typst", "PDF needs typst -> pip install 'flessenhals[briefing]'"),
    ],
)
def test_a_missing_extra_is_one_line_that_says_what_to_install(
    form: str, library: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for loaded in [name for name in sys.modules if name.split(".")[0] == library]:
        monkeypatch.setitem(sys.modules, loaded, None)
    module = f"flessenhals.briefing.writers.{form}"
    monkeypatch.delitem(sys.modules, module)
    with pytest.raises(MissingExtraError) as refused:
        import_module(module)
    assert str(refused.value) == said


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_a_table_with_too_much_beside_each_other_is_set_small_so_that_no_figure_is_broken(form: str) -> None:
    figure = Column("Bedrag", "figure"), "1.234.567.890,12"
    assert crowded(table(*[figure] * 9))
    assert not crowded(table(*[figure] * 3))
    for count, small in ((9, True), (3, False)):
        block = table(*[figure] * count)
        document = replace(sample(), sections=(Section("measures", "Breed", (block,)),))
        written = zipfile.ZipFile(io.BytesIO(WRITERS[form](document)))
        body = written.read("word/document.xml" if form == "docx" else "content.xml").decode()
        assert (('<w:sz w:val="12"/>' if form == "docx" else 'text:style-name="Small"') in body) is small


def test_a_word_that_is_longer_than_its_column_is_broken_in_a_pdf() -> None:
    said = paragraphs(pdf(sample(names=("a" * 300,))), "pdf")
    assert squeezed(said).count("a" * 300) >= 2
    assert len(re.findall("^a+$", said, re.MULTILINE)) > 5
