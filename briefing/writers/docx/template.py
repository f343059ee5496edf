"""The Word file that a briefing is written into: an empty one, or a template of the user's."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Any

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn

from flessenhals.briefing.writers.docx.archive import clean
from flessenhals.briefing.writers.docx.parts import element
from flessenhals.briefing.writers.docx.styles import ALL_STYLES, HOUSE_STYLES, TABLE_STYLE, complete, dress
from flessenhals.briefing.writers.template_error import TemplateError
from flessenhals.solver.plan.message import told

if TYPE_CHECKING:
    from docx.document import Document as File
    from docx.text.paragraph import Paragraph

    from flessenhals.briefing.document.document import Document

PLACE = re.compile(r"\{\{\s*briefing\s*\}\}", re.IGNORECASE)
_DOCUMENT = b"wordprocessingml.document.main+xml"
_TEMPLATE = b"wordprocessingml.template.main+xml"


def opened(template: bytes | None) -> File:
    """The file to write into: the user's, or an empty one.

    Whatever styles it lacks are added. A template (.dotx) says of itself in one place that it is one, and is made a
    document (.docx) there.

    Raises:
        TemplateError: if it cannot be used.
    """
    file = docx.Document() if template is None else _read(template)
    complete(file)
    if template is None:
        dress(file)
    return file


def _read(template: bytes) -> File:
    template = clean(template)
    try:
        with zipfile.ZipFile(io.BytesIO(template)) as archive:
            kinds = archive.read("[Content_Types].xml")
            if _TEMPLATE in kinds:
                template = _replaced(archive, "[Content_Types].xml", kinds.replace(_TEMPLATE, _DOCUMENT))
        file = docx.Document(io.BytesIO(template))
    except (KeyError, ValueError, SyntaxError) as error:
        raise TemplateError("is no Word file", "give a .docx or .dotx file") from error
    _refuse_other_styles(file)
    _refuse_other_places(file)
    return file


def _refuse_other_styles(file: File) -> None:
    """A style of the briefing's names that is for something else than whole paragraphs, or tables, cannot be used."""
    kinds = {TABLE_STYLE: WD_STYLE_TYPE.TABLE}
    for style in file.styles:
        if style.name in ALL_STYLES and style.type != kinds.get(style.name, WD_STYLE_TYPE.PARAGRAPH):
            raise TemplateError(
                told("has a style '{name}' for something else", name=style.name), "give that style another name"
            )


def _refuse_other_places(file: File) -> None:
    """A briefing takes the place of one paragraph; a mark in a table, text box or header would be left there."""
    bodies = [part.element for part in file.part.package.iter_parts() if hasattr(part, "element")]
    said = [PLACE.findall(_whole(each)) for body in bodies for each in body.iter(qn("w:p"))]
    if sum(map(len, said)) == 0:
        return
    fitting = [each for each in file.paragraphs if PLACE.fullmatch(each.text.strip())]
    if not fitting or sum(map(len, said)) > len(fitting):
        raise TemplateError(
            "says {{briefing}} where no briefing fits",
            "give {{briefing}} a paragraph of its own, outside tables, text boxes, headers and footers",
        )
    if len(fitting) > 1:
        raise TemplateError("says {{briefing}} more than once", "keep one of them")


def _whole(paragraph: Any) -> str:  # noqa: ANN401 - lxml gives no type
    """What stands in a paragraph, also where Word cut it into pieces."""
    return "".join(each.text or "" for each in paragraph.iter(qn("w:t")))


def _replaced(archive: zipfile.ZipFile, name: str, content: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as new:
        for entry in archive.namelist():
            new.writestr(entry, content if entry == name else archive.read(entry))
    return packed.getvalue()


def missing_styles(template: bytes) -> tuple[str, ...]:
    """The styles that a template lacks and a briefing uses: a plain one of ours takes the place of each.

    Raises:
        TemplateError: if it is no Word file, or one with macros.
    """
    styles = _read(template).styles
    return tuple(name for name in HOUSE_STYLES if name not in styles)


class Place:
    """Where in a file the text goes: in the place of a paragraph that says so, or else at the end."""

    def __init__(self, file: File) -> None:
        paragraphs = file.paragraphs
        self.asked = next((each for each in paragraphs if PLACE.fullmatch(each.text.strip())), None)
        if self.asked is None:
            for paragraph in reversed(paragraphs):
                if paragraph.text or not _is_bare(paragraph) or paragraph._p.getnext() is None:  # noqa: SLF001
                    break
                _remove(paragraph)
        body = file.element.body
        self.body = body
        self.before = {id(each) for each in body}
        self.kept = list(body)  # so that no id is used again

    def fill(self) -> None:
        """Move what was added since to the paragraph that asked for it, and take that away."""
        if self.asked is None:
            return
        for each in [each for each in self.body if id(each) not in self.before]:
            self.asked._p.addprevious(each)  # noqa: SLF001 - python-docx gives no other way to move a block
        _remove(self.asked)


def _is_bare(paragraph: Paragraph) -> bool:
    """Whether a paragraph holds nothing at all: no picture, no break, no end of a section."""
    return all(child.tag == qn("w:pPr") and child.find(qn("w:sectPr")) is None for child in paragraph._p)  # noqa: SLF001


def _remove(paragraph: Paragraph) -> None:
    paragraph._p.getparent().remove(paragraph._p)  # noqa: SLF001 - python-docx has no call for it


def describe(file: File, document: Document, locale: str) -> None:
    """What the file tells about itself: title, subject, keywords, maker, date and language."""
    said, told = document.properties, file.core_properties
    told.title = document.title
    told.subject = said.subject
    told.keywords = ", ".join(said.keywords)
    told.author = told.last_modified_by = said.creator
    told.created = told.modified = said.created
    told.comments = ""
    told.revision = 1
    told.language = locale
    _speak(file, locale)


def _speak(file: File, locale: str) -> None:
    """The language that spelling is checked in and that screen readers speak."""
    styles: Any = file.styles.element
    defaults = styles.find(qn("w:docDefaults"))
    if defaults is None:
        defaults = element("docDefaults")
        styles.insert(0, defaults)
    for name in ("w:rPrDefault", "w:rPr"):
        found = defaults.find(qn(name))
        if found is None:
            found = element(name.removeprefix("w:"))
            defaults.insert(0, found)
        defaults = found
    spoken = [*styles.iter(qn("w:lang"))]
    if not any(each.getparent() is defaults for each in spoken):
        spoken.append(element("lang"))
        defaults.append(spoken[-1])
    for each in spoken:
        each.set(qn("w:val"), locale)
