"""A document as a Word file, in the user's own template if wanted."""

from __future__ import annotations

import io
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from flessenhals.briefing.charts.drawing import LOCALES, MissingExtraError
from flessenhals.briefing.document.document import Bullets, Chart, DataTable, KeyFigures, Paragraph
from flessenhals.briefing.text.table import is_number
from flessenhals.briefing.text.words import say
from flessenhals.briefing.writers.docx.trial import TRIAL
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
from flessenhals.briefing.writers.template_error import TemplateError

try:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm, Pt

    from flessenhals.briefing.writers.docx import parts
    from flessenhals.briefing.writers.docx import template as templates
    from flessenhals.briefing.writers.docx.archive import DAMAGED
    from flessenhals.briefing.writers.docx.styles import TABLE_STYLE
except ImportError as missing:
    raise MissingExtraError("Word files need python-docx -> pip install 'flessenhals[briefing]'") from missing

if TYPE_CHECKING:
    from docx.document import Document as File
    from docx.table import Table as FileTable

    from flessenhals.briefing.document.document import Document, Section
    from flessenhals.briefing.writers.layout import Caption, Placed

WIDEST_PICTURE, WIDEST_SKETCH, SLIGHT, NARROWEST = 0.72, 1.0, Pt(4), Mm(30)
BAR_MARGINS = 0.92


def docx(document: Document, template: bytes | None = None) -> bytes:
    """A document as a Word file: real headings and lists, captions, header rows that repeat, language and properties.

    Args:
        document: what it says.
        template: a Word file or template of the user's own, whose styles, headers, footers and page are kept. The text
            comes in the place of a paragraph that says `{{briefing}}`, or else after what stands in it.

    Raises:
        MissingExtraError: if what draws charts is not installed.
        TemplateError: if the template cannot be used.
    """
    if template is not None:
        tried(template)
    return _written(document, template)


def _written(document: Document, template: bytes | None) -> bytes:
    file = templates.opened(template)
    if template is None:
        parts.number_pages(file, say("page of", document.language, page="\0", pages="\1"))
    place = templates.Place(file)
    _Writer(file, document, own_colours=template is None).write()
    place.fill()
    templates.describe(file, document, LOCALES[document.language])
    written = io.BytesIO()
    file.save(written)
    return repacked(written.getvalue(), document.properties.created)


def lacking(template: bytes) -> tuple[str, ...]:
    """The styles that a template lacks and a briefing uses: a plain one of ours takes the place of each.

    Raises:
        TemplateError: if it cannot be used.
    """
    return tried(template)


@lru_cache(maxsize=1)
def tried(template: bytes) -> tuple[str, ...]:
    """The styles that a template lacks, after a page with a block of every kind was written into it.

    Raises:
        TemplateError: if it cannot be used.
    """
    try:
        missing = templates.missing_styles(template)
        _written(TRIAL, template)
    except TemplateError:
        raise
    except Exception as error:  # damage has as many forms as there are parts of a Word file
        raise TemplateError(*DAMAGED) from error
    return missing


class _Writer:
    """Puts a document's blocks at the end of a Word file, one after another."""

    def __init__(self, file: File, document: Document, *, own_colours: bool) -> None:
        self.file = file
        self.document = document
        self.own_colours = own_colours
        self.width = parts.text_width(file)
        if self.width < NARROWEST:
            raise TemplateError("leaves no room for a text on its page", "mend its paper size and margins")

    def write(self) -> None:
        self.file.add_paragraph(self.document.eyebrow, style="Subtitle")
        self.file.add_paragraph(self.document.title, style="Title")
        if self.document.standfirst:
            self.file.add_paragraph(self.document.standfirst)
        annex = False
        for section, blocks in laid_out(self.document):
            self.heading(section, new_page=section.annex and not annex)
            annex = annex or section.annex
            for placed in blocks:
                self.block(placed)

    def heading(self, section: Section, *, new_page: bool) -> None:
        heading = self.file.add_paragraph(section.heading, style="Heading 1")
        heading.paragraph_format.page_break_before = True if new_page else None

    def block(self, placed: Placed) -> None:
        block, caption = placed
        if isinstance(block, Paragraph):
            self.file.add_paragraph().add_run(block.text).bold = block.strong or None
        elif isinstance(block, Bullets):
            self.bullets(block)
        elif isinstance(block, KeyFigures):
            self.file.add_paragraph(key_figures(block))
        elif isinstance(block, DataTable):
            self.caption(caption)
            self.table(block)
            for note in notes(block):
                self.file.add_paragraph(note, style="Table Note")
        elif isinstance(block, Chart):
            self.caption(caption)
            self.chart(block)
        else:
            self.file.add_paragraph(block.text, style="Verbatim")

    def bullets(self, block: Bullets) -> None:
        style = "List Number" if block.ordered else "List Bullet"
        items = [self.file.add_paragraph(item, style=style) for item in block.items]
        if block.ordered:
            parts.start_numbering_anew(self.file, items)

    def caption(self, caption: Caption | None) -> None:
        if caption is not None:
            paragraph = self.file.add_paragraph(caption.before, style="Caption")
            parts.add_field(paragraph, f"SEQ {caption.before.strip()} \\* ARABIC", str(caption.number))
            paragraph.add_run(caption.after)
            paragraph.paragraph_format.keep_with_next = True

    def chart(self, block: Chart) -> None:
        image = io.BytesIO(chart_png(block, self.document.language))
        part = WIDEST_SKETCH if block.sketch else WIDEST_PICTURE
        picture = self.file.add_picture(image, width=int(self.width * part))
        parts.describe_picture(picture, block.caption, block.alternative)
        if block.sketch:
            self.file.paragraphs[-1].paragraph_format.keep_with_next = True
            self.file.add_paragraph(block.sketch.under, style="Table Note")

    def table(self, block: DataTable) -> None:
        content, place = block.table, place_of_bars(block)
        heads = _with([column.heading for column in content.columns], place, "")
        table = self.file.add_table(rows=1 + len(content.rows), cols=len(heads))
        table.style = TABLE_STYLE
        table.autofit = False
        parts.describe_table(table, content.title)
        parts.narrow_margins(table)
        sizes = [int(self.width * part) for part in with_bars(widths(block), place)]
        parts.size_columns(table, sizes)
        right = _with([is_number(column) for column in content.columns], place, False)  # noqa: FBT003 - a cell's
        self.row(table, 0, heads, right, "header", together=True)
        following = [row.role for row in content.rows[1:]] + ["line"]
        for at, (row, cells) in enumerate(zip(content.rows, shown(block), strict=True), start=1):
            # A total is not left alone at the top of a page, nor a group's at the bottom.
            together = following[at - 1] == "total" or row.role == "subtotal"
            self.row(table, at, _with(cells, place, ""), right, row.role, together=together)
        if place is not None:
            self.bars(table, block, place, int(sizes[place] * BAR_MARGINS))
        if crowded(block):
            parts.make_small(table)
        parts.repeat_header(table)
        if not notes(block):
            # Word needs a paragraph between two tables, or it makes them one.
            self.file.add_paragraph(style="Table Note").paragraph_format.line_spacing = SLIGHT

    def bars(self, table: FileTable, block: DataTable, place: int, wide: int) -> None:
        """The bars of each row as a small picture, and above them what is what."""
        key = table.rows[0].cells[place].paragraphs[0]
        for sign, said in key_of_bars(block, self.document.language):
            key.add_run(f"{sign}\u00a0{said}  ")
        for row, bars in zip(list(table.rows)[1:], block.bars, strict=True):
            if bars is not None:
                run = row.cells[place].paragraphs[0].add_run()
                picture = run.add_picture(io.BytesIO(bars_png(bars)), width=wide, height=wide * BARS_TALL // BARS_WIDE)
                parts.decorate(picture)

    def row(
        self, table: FileTable, place: int, texts: list[str], right: list[bool], role: str, *, together: bool
    ) -> None:
        row = table.rows[place]
        parts.keep_in_one_piece(row)
        for cell, text, number in zip(row.cells, texts, right, strict=True):
            paragraph = cell.paragraphs[0]
            paragraph.style = "Table Text"
            if text:
                paragraph.add_run(text).bold = True if role != "line" else None
            if number:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            paragraph.paragraph_format.keep_with_next = together or None
            if self.own_colours:
                parts.rule(cell, role)


def _with(cells: list[Any], place: int | None, extra: object) -> list[Any]:
    """A row's cells with one more for its bars."""
    return cells if place is None else [*cells[:place], extra, *cells[place:]]
