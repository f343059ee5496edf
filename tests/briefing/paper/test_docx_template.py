"""A briefing in the user's own Word template."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

import docx as python_docx
import pytest
from documents import sample
from docx.shared import Pt, RGBColor

from flessenhals.briefing.writers.docx.document import docx
from flessenhals.briefing.writers.docx.template import missing_styles
from flessenhals.briefing.writers.template_error import TemplateError

if TYPE_CHECKING:
    from collections.abc import Callable

RED = RGBColor(0xAA, 0, 0)


def template(*body: str, without: tuple[str, ...] = (), numbering: bool = True) -> bytes:
    """A house template: red headings, a header and a footer of its own, perhaps a text in it."""
    file = python_docx.Document()
    file.styles["Heading 1"].font.color.rgb = RED
    file.styles["Normal"].font.name = "Verdana"
    file.sections[0].header.paragraphs[0].text = "Gemeente Verzonnen"
    file.sections[0].footer.paragraphs[0].text = "Postbus 1"
    file.sections[0].left_margin = Pt(100)
    for text in body:
        file.add_paragraph(text)
    for name in without:
        file.styles[name].delete()
    if not numbering:
        part = file.part
        part.drop_rel(next(each.rId for each in part.rels.values() if each.reltype.endswith("/numbering")))
    return saved(file)


def saved(file: Any) -> bytes:  # noqa: ANN401 - a Word file
    written = io.BytesIO()
    file.save(written)
    return written.getvalue()


def renamed(content: bytes, old: bytes, new: bytes) -> bytes:
    """A Word file whose list of contents says something else."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(packed, "w") as out:
        for name in archive.namelist():
            held = archive.read(name)
            out.writestr(name, held.replace(old, new) if name == "[Content_Types].xml" else held)
    return packed.getvalue()


def opened(written: bytes) -> Any:  # noqa: ANN401 - a Word file
    return python_docx.Document(io.BytesIO(written))


def texts(written: bytes) -> list[str]:
    return [paragraph.text for paragraph in opened(written).paragraphs]


def test_styles_header_footer_and_page_stay_those_of_the_template() -> None:
    file = opened(docx(sample(), template()))
    page = file.sections[0]
    assert page.header.paragraphs[0].text == "Gemeente Verzonnen"
    assert [paragraph.text for paragraph in page.footer.paragraphs] == ["Postbus 1"]
    assert page.left_margin == Pt(100)
    assert file.styles["Heading 1"].font.color.rgb == RED
    assert file.styles["Normal"].font.name == "Verdana"
    headings = [each for each in file.paragraphs if each.text == "1 De boodschap"]
    assert [each.style.name for each in headings] == ["Heading 1"]


def test_the_text_comes_after_what_stands_in_the_template() -> None:
    said = texts(docx(sample(), template("Aan de minister", "")))
    assert said[:2] == ["Aan de minister", "Plafond € 300 mln per jaar"]


def test_the_text_comes_where_the_template_asks_for_it() -> None:
    said = texts(docx(sample(), template("Aan de minister", "{{briefing}}", "Hoogachtend")))
    assert said[0] == "Aan de minister"
    assert said[1:3] == ["Plafond € 300 mln per jaar", "Verzonnen plan"]
    assert said[-1] == "Hoogachtend"
    assert "{{briefing}}" not in said


@pytest.mark.parametrize("place", ["{{ briefing }}", " {{Briefing}} ", "{{  briefing}}"])
def test_the_place_may_have_spaces_and_capitals(place: str) -> None:
    said = texts(docx(sample(), template("Aan de minister", place, "Hoogachtend")))
    assert (said[0], said[1], said[-1]) == ("Aan de minister", "Plafond € 300 mln per jaar", "Hoogachtend")
    assert place not in said


def test_the_place_may_be_cut_into_pieces_as_word_does() -> None:
    file = opened(template("Kop", "", "Slot"))
    for piece in ("{{", "brief", "ing}}"):
        file.paragraphs[1].add_run(piece)
    assert texts(docx(sample(), saved(file)))[-1] == "Slot"


def in_a_cell(file: Any) -> None:  # noqa: ANN401 - a Word file
    file.add_table(1, 1).cell(0, 0).text = "{{briefing}}"


def in_a_header(file: Any) -> None:  # noqa: ANN401 - a Word file
    file.sections[0].header.paragraphs[0].text = "{{ briefing }}"


def in_a_sentence(file: Any) -> None:  # noqa: ANN401 - a Word file
    file.add_paragraph("Hier komt {{briefing}}.")


def beside_one_that_fits(file: Any) -> None:  # noqa: ANN401 - a Word file
    file.add_paragraph("{{briefing}}")
    in_a_cell(file)


@pytest.mark.parametrize("put", [in_a_cell, in_a_header, in_a_sentence, beside_one_that_fits])
def test_a_place_in_which_no_briefing_fits_is_refused_instead_of_left_standing(put: Callable[[Any], None]) -> None:
    file = opened(template("Kop"))
    put(file)
    with pytest.raises(TemplateError, match=r"says {{briefing}} where no briefing fits"):
        missing_styles(saved(file))


def test_two_places_are_refused() -> None:
    with pytest.raises(TemplateError, match=r"says {{briefing}} more than once"):
        missing_styles(template("{{briefing}}", "{{ briefing }}"))


def test_a_dotx_is_a_template_too_and_the_result_is_a_document() -> None:
    dotx = renamed(template("Kop"), b"document.main+xml", b"template.main+xml")
    written = docx(sample(), dotx)
    assert texts(written)[:2] == ["Kop", "Plafond € 300 mln per jaar"]


def test_the_styles_that_a_template_lacks_are_named_and_made_up_for() -> None:
    bare = template(without=("Caption", "List Bullet", "List Number", "Heading 1", "Table Grid"), numbering=False)
    assert missing_styles(bare) == ("Heading 1", "Caption", "List Bullet", "List Number", "Table Grid")
    file = opened(docx(sample(), bare))
    used = {paragraph.style.name for paragraph in file.paragraphs}
    assert {"Heading 1", "Caption", "List Bullet", "List Number"} <= used
    assert file.styles["Heading 1"].font.name is None  # in the template's own letters
    assert 'w:outlineLvl w:val="0"' in file.styles["Heading 1"].element.xml
    formats = file.part.numbering_part.element.xpath("//w:abstractNum//w:numFmt/@w:val")
    assert sorted(formats) == ["bullet", "decimal"]


def test_a_full_template_lacks_nothing() -> None:
    assert missing_styles(template()) == ()


@pytest.mark.parametrize("content", [b"", b"no archive", b"PK\x05\x06" + b"\0" * 18])
def test_what_is_no_word_file_is_refused(content: bytes) -> None:
    with pytest.raises(TemplateError, match=r"is no Word file -> give a \.docx or \.dotx file"):
        docx(sample(), content)


def test_a_spreadsheet_is_refused() -> None:
    sheet = renamed(template(), b"wordprocessingml.document.main+xml", b"spreadsheetml.sheet.main+xml")
    with pytest.raises(TemplateError, match="is no Word file"):
        docx(sample(), sheet)


def test_a_template_with_macros_is_refused() -> None:
    macros = renamed(
        template(),
        b"openxmlformats-officedocument.wordprocessingml.document.main",
        b"ms-word.document.macroEnabled.main",
    )
    with pytest.raises(TemplateError, match="holds macros -> save it without them"):
        docx(sample(), macros)


def test_the_language_of_the_texts_is_that_of_the_document() -> None:
    styles = opened(docx(sample("en"), template())).styles.element
    assert set(styles.xpath("//w:lang/@w:val")) == {"en-GB"}


def test_numbered_lists_begin_at_one_each() -> None:
    file = opened(docx(sample()))
    lists = [paragraph for paragraph in file.paragraphs if paragraph.style.name == "List Number"]
    numbers = [paragraph._p.pPr.numPr.numId.val for paragraph in lists]  # noqa: SLF001
    assert numbers[0] == numbers[1] != numbers[2]
