"""How an OpenDocument briefing looks, in ODF's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from odfdo import Element

from flessenhals.briefing.charts.roles import colour

if TYPE_CHECKING:
    from odfdo import Document as File
    from odfdo import XmlPart

FONT, FIXED = "Liberation Sans", "Liberation Mono"
INK, MUTED, LINE, HAIR = (colour(role) for role in ("ink", "muted", "line", "hair"))
# Below and above the cells of each kind of row.
RULES = {
    "header": f'fo:border-bottom="1.1pt solid {INK}"',
    "subtotal": f'fo:border-bottom="0.75pt solid {LINE}"',
    "total": f'fo:border-top="1.1pt solid {INK}" fo:border-bottom="0.75pt solid {LINE}"',
    "line": f'fo:border-bottom="0.5pt solid {HAIR}"',
}
MARGINS, TEXT_WIDTH = {"top": "18mm", "bottom": "18mm", "left": "20mm", "right": "20mm"}, 17.0


def _paragraph(name: str, paragraph: str, text: str, parent: str = "Standard") -> str:
    return (
        f'<style:style style:name="{name.replace(" ", "_20_")}" style:display-name="{name}" style:family="paragraph" '
        f'style:parent-style-name="{parent}"><style:paragraph-properties {paragraph}/>'
        f"<style:text-properties {text}/></style:style>"
    )


_BOLD = 'fo:font-weight="bold"'
_TIGHT = 'fo:margin-top="0mm" fo:margin-bottom="0mm" fo:line-height="100%"'
_NEXT = 'fo:keep-with-next="always"'
PARAGRAPHS = (
    _paragraph("Title", 'fo:margin-bottom="1mm"', f'fo:font-size="20pt" {_BOLD} fo:color="{INK}"'),
    _paragraph("Subtitle", 'fo:margin-bottom="4mm"', f'fo:font-size="10.5pt" fo:color="{MUTED}"'),
    _paragraph(
        "Heading 1",
        f'fo:margin-top="4mm" fo:margin-bottom="1.2mm" {_NEXT}',
        f'fo:font-size="13pt" {_BOLD} fo:color="{INK}"',
    ),
    _paragraph("Annex Heading", 'fo:break-before="page"', "", "Heading_20_1"),
    _paragraph("Strong Text", "", _BOLD),
    _paragraph("List Text", 'fo:margin-bottom="0.7mm"', ""),
    _paragraph(
        "Caption", 'fo:margin-top="2mm" fo:margin-bottom="1mm"', f'fo:font-size="10.5pt" {_BOLD} fo:color="{INK}"'
    ),
    _paragraph("Table Caption", _NEXT, "", "Caption"),
    _paragraph("Picture", _NEXT, ""),
    _paragraph("Table Text", _TIGHT, 'fo:font-size="8.5pt"'),
    _paragraph("Table Number", 'fo:text-align="end"', "", "Table_20_Text"),
    _paragraph("Table Head", _NEXT, _BOLD, "Table_20_Text"),
    _paragraph("Table Number Head", f'fo:text-align="end" {_NEXT}', _BOLD, "Table_20_Text"),
    _paragraph("Table Total", "", _BOLD, "Table_20_Text"),
    _paragraph("Table Number Total", 'fo:text-align="end"', _BOLD, "Table_20_Text"),
    _paragraph("Table Group", _NEXT, _BOLD, "Table_20_Text"),
    _paragraph("Table Number Group", f'fo:text-align="end" {_NEXT}', _BOLD, "Table_20_Text"),
    _paragraph(
        "Table Note",
        'fo:margin-top="0.5mm" fo:margin-bottom="1mm" fo:line-height="100%"',
        f'fo:font-size="8pt" fo:color="{MUTED}"',
    ),
    _paragraph("Verbatim", "", f'fo:font-size="9pt" fo:font-family="{FIXED}" style:font-pitch="fixed"'),
    _paragraph("Footer", 'fo:text-align="end"', f'fo:font-size="8pt" fo:color="{MUTED}"'),
)
SMALL = '<style:style style:name="Small" style:family="text"><style:text-properties fo:font-size="6pt"/></style:style>'
LISTS = (
    '<text:list-style style:name="Bullets"><text:list-level-style-bullet text:level="1" text:bullet-char="•">'
    '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">'
    '<style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-5mm" fo:margin-left="5mm"/>'
    "</style:list-level-properties></text:list-level-style-bullet></text:list-style>",
    '<text:list-style style:name="Numbers"><text:list-level-style-number text:level="1" style:num-format="1" '
    'style:num-suffix="."><style:list-level-properties text:list-level-position-and-space-mode="label-alignment">'
    '<style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-5mm" fo:margin-left="5mm"/>'
    "</style:list-level-properties></text:list-level-style-number></text:list-style>",
)


def element_in(part: XmlPart, path: str) -> Element:
    """The first element at a path in a part of a file; every text document has those that are asked for."""
    found = part.root.get_element(path)
    if found is None:
        raise LookupError(path)
    return found


def dress(file: File, locale: str) -> None:
    """Give a file the styles of a briefing, and the language of its texts.

    Args:
        file: a new text document.
        locale: `nl-NL`.
    """
    language, country = locale.split("-")
    styles = file.styles
    for properties in styles.root.get_elements("//style:default-style/style:text-properties"):
        properties.set_attribute("fo:language", language)
        properties.set_attribute("fo:country", country)
        properties.set_attribute("style:font-name", FONT)
    for level in styles.root.get_elements("//text:outline-level-style"):  # a heading has its number in its text
        level.set_attribute("style:num-format", "")
        for part in ("style:num-suffix", "loext:num-list-format"):
            level.del_attribute(part)
    standard = element_in(styles, '//style:style[@style:name="Standard"]')
    standard.append(Element.from_tag('<style:paragraph-properties fo:margin-bottom="2mm" fo:line-height="112%"/>'))
    standard.append(Element.from_tag(f'<style:text-properties fo:font-size="10pt" fo:color="{INK}"/>'))
    common = element_in(styles, "//office:styles")
    for written in (*PARAGRAPHS, SMALL, *LISTS):
        made = Element.from_tag(written)
        name = made.get_attribute("style:name")
        for old in common.get_elements(f'style:style[@style:name="{name}"]'):
            common.delete(old)
        common.append(made)
    _keep_rows(file)
    page = element_in(styles, "//style:page-layout-properties")
    for side, margin in MARGINS.items():
        page.set_attribute(f"fo:margin-{side}", margin)
    page.set_attribute("fo:page-width", "21cm")
    page.set_attribute("fo:page-height", "29.7cm")
    cells = element_in(file.content, "//office:automatic-styles")
    for role, rules in RULES.items():
        paddings = 'fo:padding="0.9mm" fo:padding-left="1.2mm" fo:padding-right="1.2mm"'
        cells.append(
            Element.from_tag(
                f'<style:style style:name="cell-{role}" style:family="table-cell">'
                f"<style:table-cell-properties {paddings} {rules}/></style:style>"
            )
        )
    cells.append(
        Element.from_tag(
            '<style:style style:name="row" style:family="table-row">'
            '<style:table-row-properties fo:keep-together="always"/></style:style>'
        )
    )


def _keep_rows(file: File) -> None:
    """Let a row whose paragraphs stay with the next stay on that row's page: LibreOffice wants a setting for it."""
    settings = cast("XmlPart", file.get_part("settings.xml"))
    sets = '//config:config-item-set[@config:name="ooo:configuration-settings"]'
    items = element_in(settings, sets)
    for old in items.get_elements('config:config-item[@config:name="TableRowKeep"]'):
        items.delete(old)
    kept = Element.from_tag('<config:config-item config:name="TableRowKeep" config:type="boolean"/>')
    kept.text = "true"
    items.append(kept)
