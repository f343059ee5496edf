"""What Word knows and python-docx has no call for: fields, alternative texts, header rows, fills, numbering."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Pt

from flessenhals.briefing.charts.roles import colour

if TYPE_CHECKING:
    from docx.document import Document as File
    from docx.shape import InlineShape
    from docx.table import Table as FileTable
    from docx.table import _Cell, _Row
    from docx.text.paragraph import Paragraph

MARGIN = "72"  # twentieths of a point
SMALL = Pt(6)
# Below and above the cells of each kind of row: how thick, in eighths of a point, and the role of its colour.
RULES: dict[str, dict[str, tuple[str, str]]] = {
    "header": {"bottom": ("9", "ink")},
    "subtotal": {"bottom": ("6", "line")},
    "total": {"top": ("9", "ink"), "bottom": ("6", "line")},
    "line": {"bottom": ("4", "hair")},
}


def element(name: str, **attributes: str) -> Any:  # noqa: ANN401 - lxml's elements have no types
    """An element of a Word file with its attributes, all in Word's own namespace."""
    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def text_width(file: File) -> int:
    """How wide a page's text is, in Word's own units."""
    page = file.sections[-1]
    return int((page.page_width or 0) - (page.left_margin or 0) - (page.right_margin or 0))


def add_field(paragraph: Paragraph, instruction: str, shown: str) -> None:
    """A field that Word works out itself, with what it shows until then."""
    asked = element("instrText")
    asked.text = f" {instruction} "
    for part in (
        element("fldChar", fldCharType="begin"),
        asked,
        element("fldChar", fldCharType="separate"),
        shown,
        element("fldChar", fldCharType="end"),
    ):
        run = paragraph.add_run(part if isinstance(part, str) else None)
        if not isinstance(part, str):
            run._r.append(part)  # noqa: SLF001 - no call for it


def number_pages(file: File, said: str) -> None:
    """A footer that says which page it is of how many, which Word fills in for the signs 0 and 1 of a text."""
    footer = file.sections[-1].footer
    paragraph = footer.paragraphs[0]
    paragraph.style = "Footer"
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    before, rest = said.split("\0")
    between, after = rest.split("\1")
    paragraph.add_run(before)
    add_field(paragraph, "PAGE", "1")
    paragraph.add_run(between)
    add_field(paragraph, "NUMPAGES", "1")
    paragraph.add_run(after)


def describe_picture(picture: InlineShape, title: str, alternative: str) -> None:
    """The alternative text of a picture."""
    properties = picture._inline.docPr  # noqa: SLF001 - the one place that Word reads it from
    properties.set("title", title)
    properties.set("descr", alternative)


def describe_table(table: FileTable, title: str) -> None:
    """The alternative text of a table, and that its first row heads it."""
    properties = table._tbl.tblPr  # noqa: SLF001 - the one place that Word reads it from
    for old in properties.findall(qn("w:tblLook")):
        properties.remove(old)
    properties.append(
        element(
            "tblLook", val="0420", firstRow="1", lastRow="0", firstColumn="0", lastColumn="0", noHBand="0", noVBand="1"
        )
    )
    properties.append(element("tblCaption", val=title))


def narrow_margins(table: FileTable) -> None:
    """Less white at the sides of cells than Word's own, so that figures stay on one line."""
    margins = element("tblCellMar")
    margins.extend([element(side, w=MARGIN, type="dxa") for side in ("left", "right")])
    properties = table._tbl.tblPr  # noqa: SLF001 - no call for it
    properties.find(qn("w:tblLook")).addprevious(margins)


def size_columns(table: FileTable, sizes: list[int]) -> None:
    """The width of every column; of every cell too, because Word and others read different ones."""
    for column, size in zip(table.columns, sizes, strict=True):
        column.width = size
    for row in table.rows:
        for cell, size in zip(row.cells, sizes, strict=True):
            cell.width = size


def make_small(table: FileTable) -> None:
    """Set a table in small letters, because there is too much in it for the page."""
    for row in table.rows:
        for cell in row.cells:
            for run in cell.paragraphs[0].runs:
                run.font.size = SMALL


def repeat_header(table: FileTable) -> None:
    """Show the first row again at the top of every page that the table runs on to."""
    table.rows[0]._tr.get_or_add_trPr().append(element("tblHeader"))  # noqa: SLF001 - no call for it


def keep_in_one_piece(row: _Row) -> None:
    """Let a row not be broken over two pages."""
    row._tr.get_or_add_trPr().append(element("cantSplit"))  # noqa: SLF001 - no call for it


def rule(cell: _Cell, role: str) -> None:
    """The lines below and above a cell: ink below a header and above a total, a line below a group, else a hair."""
    borders = element("tcBorders")
    for side, (size, name) in sorted(RULES[role].items(), key=lambda each: each[0] != "top"):
        borders.append(element(side, val="single", sz=size, space="0", color=colour(name)[1:]))
    cell._tc.get_or_add_tcPr().append(borders)  # noqa: SLF001 - no call for it


def decorate(picture: InlineShape) -> None:
    """Say of a picture that it tells nothing that is not in the text beside it, so that screen readers skip it."""
    properties = picture._inline.docPr  # noqa: SLF001 - the one place that Word reads it from
    uri, space = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}", "http://schemas.microsoft.com/office/drawing/2017/decorative"
    extension = parse_xml(
        f'<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:ext uri="{uri}">'
        f'<adec:decorative xmlns:adec="{space}" val="1"/></a:ext></a:extLst>'
    )
    properties.set("descr", "")
    properties.append(extension)


def start_numbering_anew(file: File, items: list[Paragraph]) -> None:
    """Let a list count from 1, whatever list of the same style stood before it."""
    style = items[0].style
    numbers = None if style is None else style.element.find(f".//{qn('w:numId')}")
    if numbers is None:
        return
    numbering = file.part.numbering_part.element
    number = next(each for each in numbering.num_lst if str(each.numId) == numbers.get(qn("w:val")))
    anew = numbering.add_num(number.abstractNumId.val)
    anew.add_lvlOverride(ilvl=0).add_startOverride(1)
    for item in items:
        properties = item._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001 - no call for it
        properties.get_or_add_ilvl().val = 0
        properties.get_or_add_numId().val = anew.numId
