"""The styles of a Word briefing: those that any Word file may have, and a few of our own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml.ns import qn
from docx.parts.numbering import NumberingPart
from docx.shared import Mm, Pt, RGBColor

from flessenhals.briefing.charts.roles import colour
from flessenhals.briefing.writers.docx.parts import element

if TYPE_CHECKING:
    from docx.document import Document as File

FONT, FIXED = "Calibri", "Consolas"
INK, MUTED = (RGBColor.from_string(colour(role)[1:]) for role in ("ink", "muted"))
SIDES, ENDS, A4 = Mm(20), Mm(18), (Mm(210), Mm(297))
TABLE_STYLE = "Table Grid"
_EMPTY = b'<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'


@dataclass(frozen=True)
class Look:
    """How a paragraph style looks where the user has no say in it: in points, but lines in their own height."""

    size: float
    before: float = 0
    after: float = 4
    bold: bool = False
    colour: RGBColor | None = None
    font: str | None = None
    with_next: bool = False
    lines: float = 1.1


# Word has these under the same name in every language; a template of the user's decides how they look.
HOUSE: dict[str, Look] = {
    "Title": Look(20, after=6, bold=True, colour=INK),
    "Subtitle": Look(10.5, after=4, colour=MUTED),
    "Heading 1": Look(13, before=16, after=6, bold=True, colour=INK, with_next=True),
    "Caption": Look(10.5, before=8, after=4, bold=True, colour=INK),
    "List Bullet": Look(10.5, after=3),
    "List Number": Look(10.5, after=3),
}
HOUSE_STYLES = (*HOUSE, TABLE_STYLE)
# And these are the briefing's own: a template may have them, and need not.
OWN: dict[str, Look] = {
    "Table Text": Look(9, before=1.5, after=1.5, lines=1),
    "Table Note": Look(8, before=2, after=3, colour=MUTED, lines=1),
    "Verbatim": Look(9, font=FIXED),
}
ALL_STYLES = frozenset((*HOUSE_STYLES, *OWN))


def dress(file: File) -> None:
    """Our own look: A4, one family of letters, quiet headings."""
    page = file.sections[0]
    page.page_width, page.page_height = A4
    page.left_margin = page.right_margin = SIDES
    page.top_margin = page.bottom_margin = ENDS
    for name, look in {
        "Normal": Look(10.5, after=5, colour=INK),
        "Footer": Look(8, colour=MUTED),
        **HOUSE,
        **OWN,
    }.items():
        _apply(file.styles[name], look, look.font or FONT)
    borders = file.styles[TABLE_STYLE].element.find(f".//{qn('w:tblBorders')}")
    borders.getparent().remove(borders)  # the rules stand at the cells of each kind of row


def complete(file: File) -> None:
    """Give a file those styles that it lacks, plainly and in its own letters."""
    present = {style.name for style in file.styles}
    if TABLE_STYLE not in present:
        _table_style(file)
    for name, look in {**HOUSE, **OWN}.items():
        if name not in present:
            style: Any = file.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=name in HOUSE)
            style.base_style = file.styles.default(WD_STYLE_TYPE.PARAGRAPH)
            _apply(style, look, look.font)
            if name == "Heading 1":
                style.element.get_or_add_pPr().append(element("outlineLvl", val="0"))
            if name in {"List Bullet", "List Number"}:
                _number(file, style, "bullet" if name == "List Bullet" else "decimal")


def _apply(style: Any, look: Look, font: str | None) -> None:  # noqa: ANN401 - a style of any kind, to python-docx
    style.font.size, style.font.bold, style.font.italic = Pt(look.size), look.bold, False
    properties = style.element.rPr
    if font is not None:
        style.font.name = font
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            properties.rFonts.attrib.pop(qn(f"w:{theme}"), None)
        properties.rFonts.set(qn("w:cs"), font)
    if look.colour is not None:
        for old in properties.findall(qn("w:color")):
            properties.remove(old)
        style.font.color.rgb = look.colour
    for old in style.element.get_or_add_pPr().findall(qn("w:pBdr")):
        style.element.pPr.remove(old)
    form = style.paragraph_format
    form.space_before, form.space_after, form.line_spacing = Pt(look.before), Pt(look.after), look.lines
    form.keep_with_next = look.with_next


def _table_style(file: File) -> None:
    style = file.styles.add_style(TABLE_STYLE, WD_STYLE_TYPE.TABLE, builtin=True)
    borders = element("tblBorders")
    for side in ("top", "bottom", "insideH"):
        borders.append(element(side, val="single", sz="4", space="0", color="auto"))
    properties = element("tblPr")
    properties.append(borders)
    style.element.append(properties)


def _number(file: File, style: Any, kind: str) -> None:  # noqa: ANN401 - as above
    """Let a list style carry bullets or numbers."""
    part = file.part
    try:
        numbering = part.part_related_by(RELATIONSHIP_TYPE.NUMBERING).element  # type: ignore[attr-defined]
    except KeyError:
        made = NumberingPart.load(PackURI("/word/numbering.xml"), CONTENT_TYPE.WML_NUMBERING, _EMPTY, part.package)
        part.relate_to(made, RELATIONSHIP_TYPE.NUMBERING)
        numbering = made.element
    taken = [int(each.get(qn("w:abstractNumId"))) for each in numbering.findall(qn("w:abstractNum"))]
    number = max(taken, default=-1) + 1
    level = element("lvl", ilvl="0")
    shown = element("pPr")
    shown.append(element("ind", left="360", hanging="360"))
    level.extend(
        [
            element("start", val="1"),
            element("numFmt", val=kind),
            element("lvlText", val="•" if kind == "bullet" else "%1."),
            element("lvlJc", val="left"),
            shown,
        ]
    )
    abstract = element("abstractNum", abstractNumId=str(number))
    abstract.append(level)
    numbering.insert(0, abstract)  # all of these stand before the first that refers to one
    style.element.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = numbering.add_num(number).numId
