"""What every paper format shares: numbered captions, widths of columns, the numbers behind the charts at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from flessenhals.briefing.document.document import Chart, DataTable, Section
from flessenhals.briefing.text.table import ITEM, NUMBERS
from flessenhals.briefing.text.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from flessenhals.briefing.document.document import Block, Document, KeyFigures
    from flessenhals.briefing.text.language import Language

KEY_SIGNS = ("\u25ac", "\u25ad", "\u2503")  # a filled bar, a hollow one and a mark, in letters
# In signs of the letters that tables are set in: of the longest word that is kept whole, of a readable line in a
# column, of what stands between two columns, and of a page.
LONGEST_WORD, LONGEST_TEXT, PADDING, PAGE = 18, 40, 2.8, 100
BARS = 0.15  # of a table's width


class Caption(NamedTuple):
    """What stands above a table or below a chart, in three parts so that a word processor can number it itself."""

    before: str
    number: int
    after: str

    def __str__(self) -> str:
        return f"{self.before}{self.number}{self.after}"


class Placed(NamedTuple):
    """A block on paper, with its caption if it has one."""

    block: Block
    caption: Caption | None


def laid_out(document: Document) -> list[tuple[Section, list[Placed]]]:
    """A document's sections with their captions numbered, and after them the numbers behind its charts."""
    tables = figures = 0
    placed = []
    for section in (*document.sections, *_behind_the_charts(document)):
        blocks = []
        for block in section.blocks:
            caption = None
            if isinstance(block, DataTable):
                tables += 1
                caption = _caption("table caption", tables, block.table.title, document)
            elif isinstance(block, Chart):
                figures += 1
                caption = _caption("figure caption", figures, block.caption, document)
            blocks.append(Placed(block, caption))
        placed.append((section, blocks))
    return placed


def _caption(key: str, number: int, title: str, document: Document) -> Caption:
    mark = "\0"
    before, after = say(key, document.language, number=mark, title=title).split(mark)
    return Caption(before, number, after)


def _behind_the_charts(document: Document) -> Iterable[Section]:
    charts = [block for section in document.sections for block in section.blocks if isinstance(block, Chart)]
    unseen = [chart for chart in charts if chart.data.rows and not chart.shown_in]
    tables = tuple(DataTable(f"{chart.id}-data", chart.data) for chart in unseen)
    if tables:
        yield Section("annex-figures", say("behind the figures", document.language), tables, annex=True)


def key_figures(block: KeyFigures) -> str:
    """Key figures on one line: they are read, and repeat in no box what the heading says."""
    return " · ".join(f"{each.label}: {each.figure}" for each in block.figures)


def place_of_bars(block: DataTable) -> int | None:
    """Before which column a table's bars stand: behind its last change, else at its end; None where it has none."""
    if not block.bars:
        return None
    kinds = [column.kind for column in block.table.columns]
    return len(kinds) - kinds[::-1].index("change") if "change" in kinds else len(kinds)


def with_bars(parts: Sequence[float], place: int | None) -> list[float]:
    """The widths of a table's columns with room for its bars."""
    if place is None:
        return list(parts)
    left = [part * (1 - BARS) for part in parts]
    return [*left[:place], BARS, *left[place:]]


def key_of_bars(block: DataTable, language: Language) -> list[tuple[str, str]]:
    """What the bars are, each with what stands for it in letters: the filled one, the hollow one and the mark.

    The hollow one is left out where no row has it.
    """
    keys = ("optimum", "proposal", "desk tick asked")
    told = [(sign, say(key, language).lower()) for sign, key in zip(KEY_SIGNS, keys, strict=True)]
    return told if any(each.proposal for each in block.bars if each is not None) else [told[0], told[2]]


def shown(block: DataTable) -> list[list[str]]:
    """The cells of a table as a person reads them, a list a row."""
    table = block.table
    return [
        [table.shown(column, cell) for column, cell in zip(table.columns, row.cells, strict=True)] for row in table.rows
    ]


def notes(block: DataTable) -> list[str]:
    """The sentences below a table."""
    return [note.removeprefix(ITEM) for note in block.table.notes]


def widths(block: DataTable, letters: float = PAGE) -> list[float]:
    """The part of the page's width that each column gets; together 1.

    As the document asks, or else by how much stands in it. But no column is narrower than its longest figure or word,
    as far as the page goes: what one lacks is taken from those that have more than they need.
    """
    stacks, page = _stacks(block), _page(block, letters)
    least = _least(block)
    wanted = list(block.widths) or [
        max(need, min(LONGEST_TEXT, max(map(len, stack)) + PADDING)) for need, stack in zip(least, stacks, strict=True)
    ]
    given = _no_wider([page * each / sum(wanted) for each in wanted], stacks)
    spare = [max(0, has - need) for has, need in zip(given, least, strict=True)]
    lacking = sum(max(0, need - has) for has, need in zip(given, least, strict=True))
    if lacking >= sum(spare):
        return [need / sum(least) for need in least]
    kept = 1 - lacking / sum(spare) if lacking else 1
    return [
        (need + more * kept if more else max(need, has)) / page
        for has, need, more in zip(given, least, spare, strict=True)
    ]


def _no_wider(given: list[float], stacks: list[tuple[str, ...]]) -> list[float]:
    """Widths of which no column has more than all that stands in it; what one does not need goes to those that wrap."""
    full = [max(map(len, stack)) + PADDING for stack in stacks]
    over = [max(0.0, has - need) for has, need in zip(given, full, strict=True)]
    lacking = [max(0.0, need - has) for has, need in zip(given, full, strict=True)]
    moved = min(sum(over), sum(lacking))
    if not moved:
        return given
    more, less = moved / sum(lacking), moved / sum(over)
    return [has + more * lack - less * spare for has, lack, spare in zip(given, lacking, over, strict=True)]


def crowded(block: DataTable, letters: float = PAGE) -> bool:
    """Whether a table has too much beside each other for a page, so that it is set in small letters."""
    return sum(_least(block)) > _page(block, letters)


def _page(block: DataTable, letters: float) -> float:
    """How many signs there is room for beside each other, beside the bars if there are any."""
    return letters * (1 - BARS) if block.bars else letters


def _stacks(block: DataTable) -> list[tuple[str, ...]]:
    """The texts of each column from top to bottom, its heading first."""
    return list(zip(*([column.heading for column in block.table.columns], *shown(block)), strict=True))


def _least(block: DataTable) -> list[float]:
    """How many signs each column needs so that no figure and no word of ordinary length is broken."""
    return [
        _longest_piece(stack, figures=column.kind in NUMBERS) + PADDING
        for column, stack in zip(block.table.columns, _stacks(block), strict=True)
    ]


def _longest_piece(stack: Sequence[str], *, figures: bool) -> int:
    """How many signs of a column cannot be broken: those of a figure, or of a word in a heading or text."""
    heading, *cells = stack
    words = [word for each in ([heading] if figures else stack) for word in each.split()]
    longest = min(LONGEST_WORD, max(map(len, words), default=0))
    return max(longest, *map(len, cells)) if figures and cells else longest
