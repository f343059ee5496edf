"""What all sheets of a workbook share: formats, names of cells, widths, how a sheet is printed."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, Any

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_rowcol_to_cell

from flessenhals.briefing.brief.table.measures import decimals_of
from flessenhals.briefing.charts.roles import colour
from flessenhals.briefing.text.numbers import amount
from flessenhals.briefing.text.table import NOTHING
from flessenhals.briefing.text.units import known_unit
from flessenhals.briefing.text.words import say

if TYPE_CHECKING:
    import io
    from fractions import Fraction

    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from flessenhals.briefing.document.document import Document
    from flessenhals.briefing.text.language import Language

INK, MUTED, LINE, HAIR = (colour(role) for role in ("ink", "muted", "line", "hair"))
A4, FONT, SIZE = 9, "Calibri", 10
WIDEST, NARROWEST, SPARE, LONGEST_TAB = 60, 8, 2, 31
SIGNS_PER_WIDTH, LINE_HEIGHT = 1.15, 13.5  # of a letter of 10 points in a column, whose width is told in larger ones
LOOKS: dict[str, dict[str, Any]] = {
    "line": {"bottom": 1, "bottom_color": HAIR},
    "subtotal": {"bold": True, "bottom": 1, "bottom_color": LINE},
    "total": {"bold": True, "top": 2, "top_color": INK, "bottom": 1, "bottom_color": LINE},
    "header": {"bold": True, "bottom": 2, "bottom_color": INK, "valign": "bottom"},
    "title": {"bold": True, "font_size": 20},
    "subtitle": {"font_color": MUTED},
    "heading": {"bold": True, "font_size": 13},
    "strong": {"bold": True},
    "note": {"font_color": MUTED, "font_size": 8},
    "label": {"font_color": MUTED},
    "figure": {"bold": True},
    "code": {"font_name": "Consolas"},
    "plain": {},
}


HATCH = {
    "pattern": {
        "pattern": "wide_upward_diagonal",
        "fg_color": colour("stuck"),
        "bg_color": colour("stuck-paper"),
    }
}


class Book:
    """A workbook in the making.

    Text is always written as text: nothing that a plan says becomes a formula, a number or a link.
    """

    def __init__(self, target: io.BytesIO, document: Document) -> None:
        self.document = document
        self.language: Language = document.language
        self.file = Workbook(
            target,
            {
                "in_memory": True,
                "strings_to_formulas": False,
                "strings_to_numbers": False,
                "strings_to_urls": False,
            },
        )
        said = document.properties
        self.file.set_properties(
            {
                "title": document.title,
                "subject": said.subject,
                "author": said.creator,
                "keywords": ", ".join(said.keywords),
                "created": said.created.replace(tzinfo=None),
            }
        )
        self.file.set_calc_mode("auto")
        self.file.calc_on_load = False  # each formula has its value beside it, for whoever reads the file again
        self._formats: dict[tuple[str, str, bool, bool, bool], Format] = {}

    def format(
        self, role: str, number: str = "", *, right: bool = False, wraps: bool = True, apart: bool = False
    ) -> Format:
        """How a cell looks: by what it is, the form of its number, its side, and whether it wraps.

        `apart` keeps a text away from a number at its left.
        """
        key = (role, number, right, wraps, apart)
        if key not in self._formats:
            look = {"font_name": FONT, "font_size": SIZE, "font_color": INK, "valign": "top", "text_wrap": wraps}
            look |= LOOKS[role]
            if number:
                look |= {"num_format": number, "text_wrap": False}
            if right or number:
                look["align"] = "right"
            elif apart:
                look["indent"] = 1
            self._formats[key] = self.file.add_format(look)
        return self._formats[key]

    def sheet(self, name: str, *, frozen: int = 0, columns: int = 0) -> Worksheet:
        """A sheet that prints on A4 across, as wide as a page, with its head on each page and its number below.

        Args:
            name: as it stands on the tab; what a tab cannot show is left out.
            frozen: so many rows stay at the top, on the screen and on every page.
            columns: so many stay at the left.
        """
        sheet = self.file.add_worksheet(self._tab(name))
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        page = say("page of", self.language, page="&P", pages="&N")
        sheet.set_footer(f"&L&A&R{page}")
        if frozen or columns:
            sheet.freeze_panes(frozen, columns)
        if frozen:
            sheet.repeat_rows(0, frozen - 1)
        return sheet

    def _tab(self, name: str) -> str:
        shown = "".join(sign for sign in name if sign not in "[]:*?/\\").strip(" '")
        if len(shown) > LONGEST_TAB:
            shown = shown.partition(". ")[0][:LONGEST_TAB].strip(" '")
        taken = {sheet.get_name().lower() for sheet in self.file.worksheets()}
        tab, count = shown, 1
        while tab.lower() in taken:
            count += 1
            tab = f"{shown[: LONGEST_TAB - 4]} {count}"
        return tab


def decimals_form(decimals: int, *, signed: bool = False) -> str:
    """The form of an amount with so many decimals; a reader's own system decides on the signs in it."""
    form = "#,##0" + ("." + "0" * decimals if decimals else "")
    return f"+{form};−{form};{form}" if signed else form


def nothing_dashed(decimals: int) -> str:
    """The form of what a proposal gives: a dash for nothing."""
    form = decimals_form(decimals)
    return f'{form};-{form};"{NOTHING}"'


def money_form(unit: str, language: Language, decimals: int) -> str:
    """The form of an amount with its unit, `€ 300.0 million`."""
    known = known_unit(unit)
    number = decimals_form(decimals)
    if known is None:
        return number
    before, after = known.amount("{}", language).split("{}")
    return (f'"{before}"' if before else "") + number + (f'"{after}"' if after else "")


def number_form(kind: str, decimals: int) -> str:
    """The form of a cell by the kind of its column; empty for text."""
    return {
        "amount": decimals_form(decimals),
        "proposal": nothing_dashed(decimals),
        "change": decimals_form(decimals, signed=True),
        "share": "0.0%",
        "count": "0",
    }.get(kind, "")


def cell(row: int, column: int, *, fixed: bool = False, sheet: Worksheet | None = None) -> str:
    """The address of a cell, `B7`, `$B$7` or `'Measures'!$B$7`."""
    address: str = xl_rowcol_to_cell(row, column, row_abs=fixed, col_abs=fixed)
    return address if sheet is None else f"{quoted(sheet)}!{address}"


def area(first: tuple[int, int], last: tuple[int, int], *, fixed: bool = False) -> str:
    """The address of a block of cells, `B7:C9`."""
    return f"{cell(*first, fixed=fixed)}:{cell(*last, fixed=fixed)}"


def quoted(sheet: Worksheet) -> str:
    """The name of a sheet as formulas write it."""
    name: str = sheet.get_name()
    return "'" + name.replace("'", "''") + "'"


def as_data(sheet: Worksheet, columns: list[str], rows: int, language: Language) -> None:
    """Make a sheet of figures in long form the table that other sheets and people know by its name."""
    sheet.add_table(
        0,
        0,
        max(1, rows),
        len(columns) - 1,
        {
            "name": say("name of data", language),
            "columns": [{"header": head} for head in columns],
            "style": "Table Style Light 1",
            "banded_rows": False,
        },
    )


def as_text(value: Fraction, language: Language) -> str:
    """An exact number in full: as a decimal where it ends soon, else as a fraction, `1047/23`."""
    places = decimals_of([value])
    if (value * 10**places).denominator == 1:
        return amount(value, language, decimals=places)
    return f"{value.numerator}/{value.denominator}"


def width_for(texts: list[str], *, most: float = WIDEST) -> float:
    """How wide a column must be to show these texts, which may wrap in one that is as wide as it may be."""
    return max(NARROWEST, min(max(map(len, texts), default=0) + SPARE, most))


def size_of(role: str) -> float:
    """How large the letters of a look are, against those of an ordinary cell."""
    return float(LOOKS[role].get("font_size", SIZE)) / SIZE


def height_for(texts: list[str], widths: list[float]) -> float | None:
    """How high a row must be to show these texts in columns so wide; None where one line is enough."""
    lines = max((_lines(text, width) for text, width in zip(texts, widths, strict=True)), default=1)
    return lines * LINE_HEIGHT + 2 if lines > 1 else None


def _lines(text: str, width: float) -> int:
    return len(wrap(text, max(1, int(width * SIGNS_PER_WIDTH)))) or 1
