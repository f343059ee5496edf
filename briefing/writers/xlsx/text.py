"""The sheets of a workbook that are read: a section of the document each, its figures as numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from flessenhals.briefing.document.document import Bullets, Chart, DataTable, KeyFigures, Paragraph, Verbatim
from flessenhals.briefing.text.table import is_number
from flessenhals.briefing.writers.layout import key_figures, notes, shown
from flessenhals.briefing.writers.xlsx.book import LINE_HEIGHT, height_for, number_form, size_of, width_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from fractions import Fraction

    from xlsxwriter.worksheet import Worksheet

    from flessenhals.briefing.document.document import Section
    from flessenhals.briefing.writers.layout import Placed
    from flessenhals.briefing.writers.xlsx.book import Book

READABLE, NEARLY, MOST_FOR_HEADING = 100.0, 0.9, 14.0


def text_sheet(book: Book, section: Section, placed: list[Placed], above: Sequence[str] = ()) -> Worksheet:
    """A section as a sheet of its own: sentences across the page, tables below each other.

    Args:
        book: what to add it to.
        section: for its heading.
        placed: its blocks, with their captions.
        above: the line above the title of the whole, that title and what stands below it, for the first sheet.
    """
    sheet = book.sheet(section.heading, frozen=0 if above else 1)
    page = _Page(book, sheet, _grid(_tables(placed)))
    for said, role in zip(above, ("subtitle", "title", "plain"), strict=False):
        if said:
            page.say(said, role)
    page.say(section.heading, "heading")
    for each in placed:
        if not isinstance(each.block, Chart):
            page.put(each)
            page.row += 1
    return sheet


def _tables(placed: list[Placed]) -> Iterable[DataTable]:
    for block, _ in placed:
        if isinstance(block, DataTable):
            yield block


def _grid(blocks: Iterable[DataTable]) -> list[float]:
    """The width of each column of a sheet: those of the table that has most of them, and a readable page together."""
    widths = max((needed(block) for block in blocks), key=len, default=[])
    spare = READABLE - sum(widths)
    return [*widths, spare] if spare > 0 else widths


def needed(block: DataTable) -> list[float]:
    """How wide a table's columns must be to show everything; headings and texts may wrap."""
    stacks = zip(*shown(block), strict=True) if block.table.rows else [()] * len(block.table.columns)
    return [
        max(width_for(list(stack)), width_for([column.heading], most=MOST_FOR_HEADING))
        for column, stack in zip(block.table.columns, stacks, strict=True)
    ]


class _Page:
    """A sheet that is filled from top to bottom."""

    def __init__(self, book: Book, sheet: Worksheet, widths: list[float]) -> None:
        self.book = book
        self.sheet = sheet
        self.widths = widths
        self.row = 0
        for place, width in enumerate(widths):
            sheet.set_column(place, place, width)

    def put(self, placed: Placed) -> None:
        """A block of the document."""
        block, caption = placed
        if isinstance(block, Paragraph):
            self.say(block.text, "strong" if block.strong else "plain")
        elif isinstance(block, Bullets):
            for number, item in enumerate(block.items, start=1):
                self.say(f"{number}. {item}" if block.ordered else f"• {item}", "plain")
        elif isinstance(block, Verbatim):
            for line in block.text.splitlines():
                self.say(line, "code")
        elif isinstance(block, KeyFigures):
            self.say(key_figures(block), "plain")
        elif isinstance(block, DataTable):
            self.say(str(caption), "strong")
            self.table(block)
            for note in notes(block):
                self.say(note, "note")

    def say(self, text: str, role: str) -> None:
        """A text across the page, in a row as high as it takes: a row of merged cells does not grow by itself."""
        look = self.book.format(role)
        if len(self.widths) > 1:
            self.sheet.merge_range(self.row, 0, self.row, len(self.widths) - 1, "", look)
        self.sheet.write_string(self.row, 0, text, look)
        size = size_of(role)
        lines = height_for([text], [sum(self.widths) / size])
        if lines is not None or size > 1:
            self.sheet.set_row(self.row, size * (lines or LINE_HEIGHT))
        self.row += 1

    def table(self, block: DataTable) -> None:
        wanted = needed(block)
        spans = self.spans(wanted)
        put_table(self.book, self.sheet, block, Spot(self.row, spans, self.widths))
        self.row += 1 + len(block.table.rows)

    def spans(self, wanted: list[float]) -> list[tuple[int, int]]:
        """Which columns of the sheet each column of a table takes, the first and the last: as wide as it needs.

        Tables below each other share the columns of the sheet. What the last column lacks becomes another column.
        """
        spans: list[tuple[int, int]] = []
        first = 0
        for place, width in enumerate(wanted):
            last, after = first, len(wanted) - place - 1
            while sum(self.widths[first : last + 1]) < NEARLY * width and last + 1 + after < len(self.widths):
                last += 1
            spans.append((first, last))
            first = last + 1
        first, last = spans[-1]
        lacking = wanted[-1] - sum(self.widths[first : last + 1])
        if lacking > wanted[-1] * (1 - NEARLY):
            self.widths.append(lacking)
            self.sheet.set_column(last + 1, last + 1, lacking)
            spans[-1] = (first, last + 1)
        return spans


class Spot(NamedTuple):
    """Where on a sheet a table stands.

    Attributes:
        row: of its headings.
        spans: the first and last column of the sheet that each of its columns takes.
        widths: of the columns of the sheet.
    """

    row: int
    spans: list[tuple[int, int]]
    widths: list[float]


def put_table(book: Book, sheet: Worksheet, block: DataTable, spot: Spot) -> None:
    """A table with its row of headings: amounts and shares as numbers, the rest as text.

    Args:
        book: for its formats.
        sheet: where it is put.
        block: the table.
        spot: where on the sheet.
    """
    head, spans, widths = spot
    table = block.table
    wide = [sum(widths[first : last + 1]) for first, last in spans]

    def put(row: int, place: int, value: str | Fraction | int | None, role: str, form: str) -> None:
        number = [is_number(column) for column in table.columns[: place + 1]]
        look = book.format(role, form, right=number[place], apart=place > 0 and number[place - 1])
        first, last = spans[place]
        if last > first:
            sheet.merge_range(row, first, row, last, "", look)
        if value is None:
            sheet.write_blank(row, first, None, look)
        elif isinstance(value, str):
            sheet.write_string(row, first, value, look)
        else:
            sheet.write_number(row, first, float(value), look)

    heads = [column.heading for column in table.columns]
    for place, heading in enumerate(heads):
        put(head, place, heading, "header", "")
    sheet.set_row(head, height_for(heads, wide))
    for below, (each, texts) in enumerate(zip(table.rows, shown(block), strict=True), start=head + 1):
        for place, (column, value) in enumerate(zip(table.columns, each.cells, strict=True)):
            form = "" if value is None or isinstance(value, str) else number_form(column.kind, table.decimals)
            shown_as = value if form or value is None else texts[place]
            put(below, place, shown_as, each.role, form)
        height = height_for(texts, wide)
        if height is not None:
            sheet.set_row(below, height)
