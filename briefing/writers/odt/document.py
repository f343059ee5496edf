"""A document as an OpenDocument text, the open standard that Dutch public bodies use or explain why not."""

from __future__ import annotations

import io
import struct
from typing import TYPE_CHECKING

from flessenhals.briefing.charts.drawing import LOCALES, MissingExtraError
from flessenhals.briefing.document.document import Bullets, Chart, DataTable, KeyFigures, Paragraph
from flessenhals.briefing.text.table import is_number
from flessenhals.briefing.text.words import say
from flessenhals.briefing.writers.layout import (
    crowded,
    key_figures,
    key_of_bars,
    laid_out,
    notes,
    place_of_bars,
    shown,
    widths,
    with_bars,
)
from flessenhals.briefing.writers.package import repacked
from flessenhals.briefing.writers.picture import BARS_TALL, BARS_WIDE, bars_png, chart_png

try:
    import odfdo

    from flessenhals.briefing.writers.odt.styles import TEXT_WIDTH, dress, element_in
except ImportError as missing:
    raise MissingExtraError("OpenDocument needs odfdo -> pip install 'flessenhals[briefing]'") from missing

if TYPE_CHECKING:
    from flessenhals.briefing.document.document import Bars, Document
    from flessenhals.briefing.writers.layout import Caption, Placed

WIDEST_PICTURE, TALLEST_PICTURE = 0.72 * TEXT_WIDTH, 20.0
BAR_MARGINS = 0.86


def odt(document: Document) -> bytes:
    """A document as an OpenDocument text: real headings and lists, captions, header rows that repeat, language.

    Args:
        document: what it says.

    Raises:
        MissingExtraError: if what draws charts is not installed.
    """
    file = odfdo.Document("text")
    file.body.clear()
    file.del_part("Thumbnails/thumbnail.png")
    dress(file, LOCALES[document.language])
    _Writer(file, document).write()
    _number_pages(file, say("page of", document.language, page="\0", pages="\1"))
    _describe(file, document)
    written = io.BytesIO()
    file.save(written)
    return repacked(written.getvalue(), document.properties.created)


class _Writer:
    """Puts a document's blocks at the end of a text, one after another."""

    def __init__(self, file: odfdo.Document, document: Document) -> None:
        self.file = file
        self.document = document
        self.count = 0

    def write(self) -> None:
        self.add(paragraph("Subtitle", self.document.eyebrow))
        self.add(paragraph("Title", self.document.title))
        if self.document.standfirst:
            self.add(paragraph("Standard", self.document.standfirst))
        annex = False
        for section, blocks in laid_out(self.document):
            style = "Annex Heading" if section.annex and not annex else "Heading 1"
            annex = annex or section.annex
            heading = odfdo.Header(1, section.heading)
            heading.set_attribute("text:style-name", _name(style))
            self.add(heading)
            for placed in blocks:
                self.block(placed)

    def add(self, *elements: odfdo.Element) -> None:
        for each in elements:
            self.file.body.append(each)

    def block(self, placed: Placed) -> None:
        block, caption = placed
        if isinstance(block, Paragraph):
            self.add(paragraph("Strong Text" if block.strong else "Standard", block.text))
        elif isinstance(block, Bullets):
            self.add(bullets(block))
        elif isinstance(block, KeyFigures):
            self.add(paragraph("Standard", key_figures(block)))
        elif isinstance(block, DataTable):
            if caption is not None:
                self.add(numbered("Table Caption", caption, "Table"))
            self.add(self.table(block), *(paragraph("Table Note", note) for note in notes(block) or [""]))
        elif isinstance(block, Chart):
            if caption is not None:
                self.add(numbered("Table Caption", caption, "Figure"))
            self.add(self.picture(block))
            if block.sketch:
                self.add(paragraph("Table Note", block.sketch.under))
        else:
            self.add(paragraph("Verbatim", block.text))

    def table(self, block: DataTable) -> odfdo.Element:
        """A table with a row of headings that is shown again on every page."""
        self.count += 1
        content, bars_at = block.table, place_of_bars(block)
        right = [is_number(column) for column in content.columns]
        table = element("table:table", **{"table:name": f"table-{self.count}", "table:style-name": "table"})
        title = element("table:title")
        title.text = content.title
        table.append(title)
        sizes = with_bars(widths(block), bars_at)
        for place, part in enumerate(sizes):
            name = f"table-{self.count}.{place}"
            self.column_style(name, part)
            table.append(element("table:table-column", **{"table:style-name": name}))
        head = element("table:table-header-rows")
        small = crowded(block)
        heads = row([column.heading for column in content.columns], right, "header", "Head", small=small)
        if bars_at is not None:
            key = key_of_bars(block, self.document.language)
            told = paragraph("Table Note", "  ".join(f"{sign}\u00a0{said}" for sign, said in key))
            _insert(heads, bars_at, "header", told)
        head.append(heads)
        table.append(head)
        bars = block.bars or [None] * len(content.rows)
        for each, cells, drawn in zip(content.rows, shown(block), bars, strict=True):
            look = {"line": "", "subtotal": "Group"}.get(each.role, "Total")
            made = row(cells, right, each.role, look, small=small)
            if bars_at is not None:
                told = paragraph("Table Text", "")
                if drawn is not None:
                    told.append(self.bars(drawn, sizes[bars_at] * TEXT_WIDTH * BAR_MARGINS))
                _insert(made, bars_at, each.role, told)
            table.append(made)
        return table

    def bars(self, drawn: Bars, wide: float) -> odfdo.Element:
        """The bars of a row as a small picture, which says nothing that is not in the row."""
        where = self.file.add_file(io.BytesIO(bars_png(drawn)))
        frame: odfdo.Element = odfdo.Frame.image_frame(
            where, size=(f"{wide:.3f}cm", f"{wide * BARS_TALL / BARS_WIDE:.3f}cm"), anchor_type="as-char"
        )
        frame.set_attribute("loext:decorative", "true")
        return frame

    def column_style(self, name: str, part: float) -> None:
        styles = element_in(self.file.content, "//office:automatic-styles")
        style = element("style:style", **{"style:name": name, "style:family": "table-column"})
        style.append(element("style:table-column-properties", **{"style:column-width": f"{part * TEXT_WIDTH:.3f}cm"}))
        styles.append(style)

    def picture(self, block: Chart) -> odfdo.Element:
        """A chart as a picture, with its name and its alternative text."""
        image = chart_png(block, self.document.language)
        where = self.file.add_file(io.BytesIO(image))
        width, height = struct.unpack(">II", image[16:24])  # where every PNG file says so
        factor = min((TEXT_WIDTH if block.sketch else WIDEST_PICTURE) / width, TALLEST_PICTURE / height)
        frame = odfdo.Frame.image_frame(
            where, name=block.id, size=(f"{width * factor:.3f}cm", f"{height * factor:.3f}cm"), anchor_type="as-char"
        )
        for kind, text in (("svg:title", block.caption), ("svg:desc", block.alternative)):
            said = element(kind)
            said.text = text
            frame.append(said)
        holder = paragraph("Picture", "")
        holder.append(frame)
        return holder


def _name(style: str) -> str:
    return style.replace(" ", "_20_")


def element(kind: str, **attributes: str) -> odfdo.Element:
    """An element of an OpenDocument file with its attributes."""
    made = odfdo.Element.from_tag(kind)
    for name, value in attributes.items():
        made.set_attribute(name, value)
    return made


def paragraph(style: str, text: str) -> odfdo.Paragraph:
    """A paragraph that says a text as it stands, its spaces and signs too."""
    return odfdo.Paragraph(text, style=_name(style))


def bullets(block: Bullets) -> odfdo.Element:
    """A list; one that is numbered begins at 1."""
    made = element("text:list", **{"text:style-name": "Numbers" if block.ordered else "Bullets"})
    for item in block.items:
        entry = element("text:list-item")
        entry.append(paragraph("List Text", item))
        made.append(entry)
    return made


def numbered(style: str, caption: Caption, sequence: str) -> odfdo.Paragraph:
    """A caption of which the word processor keeps the number."""
    made = paragraph(style, caption.before)
    number = element(
        "text:sequence",
        **{
            "text:name": sequence,
            "text:formula": f"ooow:{sequence}+1",
            "style:num-format": "1",
            "text:ref-name": f"ref{sequence}{caption.number - 1}",
        },
    )
    number.text = str(caption.number)
    made.append(number)
    made.append(caption.after)
    return made


def row(texts: list[str], right: list[bool], role: str, style: str, *, small: bool) -> odfdo.Element:
    """A row of a table, in small letters where there is too much in it for the page."""
    made = element("table:table-row", **{"table:style-name": "row"})
    for text, number in zip(texts, right, strict=True):
        cell = element("table:table-cell", **{"table:style-name": f"cell-{role}", "office:value-type": "string"})
        kind = f"Table {'Number' if number else 'Text'} {style}".strip()
        kind = kind.replace("Text Head", "Head").replace("Text Total", "Total").replace("Text Group", "Group")
        written = paragraph(kind, "" if small else text)
        if small:
            written.append(odfdo.Span(text, style="Small"))
        cell.append(written)
        made.append(cell)
    return made


def _insert(made: odfdo.Element, place: int, role: str, told: odfdo.Element) -> None:
    """One more cell in a row, before the one at a place."""
    cell = element("table:table-cell", **{"table:style-name": f"cell-{role}", "office:value-type": "string"})
    cell.append(told)
    made.insert(cell, position=place)


def _number_pages(file: odfdo.Document, said: str) -> None:
    before, rest = said.split("\0")
    between, after = rest.split("\1")
    line = paragraph("Footer", before)
    for kind, text in (("text:page-number", between), ("text:page-count", after)):
        field = element(kind)
        field.text = "1"
        line.append(field)
        line.append(text)
    footer = element("style:footer")
    footer.append(line)
    element_in(file.styles, "//style:master-page").append(footer)


def _describe(file: odfdo.Document, document: Document) -> None:
    said, told = document.properties, file.meta
    told.set_title(document.title)
    told.set_subject(said.subject)
    told.set_keywords(", ".join(said.keywords))
    told.set_language(LOCALES[document.language])
    told.set_creator(said.creator)
    told.set_initial_creator(said.creator)
    told.set_generator(said.creator)
    when = said.created.replace(tzinfo=None)
    told.set_creation_date(when)
    told.set_modification_date(when)
