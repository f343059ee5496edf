"""A table for people: what it says, apart from how it is drawn."""

from __future__ import annotations

import re
from collections import Counter
from fractions import Fraction
from itertools import zip_longest
from textwrap import wrap
from typing import TYPE_CHECKING, Literal, NamedTuple

from flessenhals.briefing.text.numbers import amount, change, share

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.claims.claim import Claim

Kind = Literal["text", "figure", "amount", "proposal", "change", "share", "bar", "count"]
NUMBERS = frozenset({"figure", "amount", "proposal", "change", "share", "count"})
NOTHING = "–"
REPEATED, LONG, SIGNS, SENTENCE = 10, 12, ("†", "‡", "◊"), re.compile(r"(?<=\.) (?=[A-Z])")
Role = Literal["line", "subtotal", "total"]
ITEM = "  - "  # what a note begins with that is one of several under the note before it
BAR, GAP, NARROWEST, WIDEST_WORD, WIDE = 10, "   ", 18, 26, 72
NARROWEST_DRAWING, DRAWN_IN_MARKDOWN, FEWEST = 30, 80, 2


class Column(NamedTuple):
    """One column: its heading and what its cells are.

    Attributes:
        heading: in the reader's language.
        kind: `text`, `figure` (a text that lines up like a number), `amount` (in the plan's unit), `proposal` (the
            same, with a dash for nothing), `change` (the same, with its sign), `share` (a pure number, shown in per
            cent), `bar` or `count`.
    """

    heading: str
    kind: Kind


class Row(NamedTuple):
    """One row: a cell per column, and what it is among the others."""

    cells: tuple[str | Fraction | int | None, ...]
    role: Role = "line"


class Table(NamedTuple):
    """A table with what stands above and below it.

    Attributes:
        title: what it is about.
        columns, rows: its content.
        language: of every text in it, and of its numbers.
        decimals: how many an amount is shown with.
        notes: sentences below it.
        drawing: below those, a chart of letters that fits into so many columns.
        claims: what its figures claim of an answer.
    """

    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    language: Language
    decimals: int = 2
    notes: tuple[str, ...] = ()
    drawing: Callable[[int], str] | None = None
    claims: tuple[Claim, ...] = ()

    def shown(self, column: Column, cell: str | Fraction | int | None) -> str:
        """A cell as a person reads it; empty where there is nothing to say."""
        if cell is None or isinstance(cell, str):
            return cell or ""
        if column.kind in {"amount", "proposal"}:
            said = amount(Fraction(cell), self.language, decimals=self.decimals)
            return said if cell or column.kind == "amount" else NOTHING
        if column.kind == "change":
            return change(Fraction(cell), self.language, decimals=self.decimals)
        if column.kind == "share":
            return share(Fraction(cell), self.language)
        if column.kind == "bar":
            return bar(Fraction(cell))
        return str(cell)


def told_once(table: Table) -> Table:
    """The same table in which a sentence that stands in ten cells of a column or more is a sign, explained below it."""
    left, notes, rows = list(SIGNS), list(table.notes), [list(row.cells) for row in table.rows]
    for place, column in enumerate(table.columns):
        if column.kind != "text":
            continue
        counted = Counter(each for cells in rows for each in dict.fromkeys(_sentences(cells[place])))
        for sentence, count in counted.items():
            if count < REPEATED or len(sentence) < LONG or not left:
                continue
            sign = left.pop(0)
            notes.append(f"{sign} {column.heading}: {sentence}")
            for cells in rows:
                told = _sentences(cells[place])
                cells[place] = " ".join(sign if each == sentence else each for each in told) or cells[place]
    kept = tuple(Row(tuple(cells), row.role) for cells, row in zip(rows, table.rows, strict=True))
    return table._replace(rows=kept, notes=tuple(notes))


def _sentences(cell: object) -> list[str]:
    return SENTENCE.split(cell) if isinstance(cell, str) else []


def bar(part: Fraction) -> str:
    """A share as a bar of ten blocks; never full below 100 %, nor empty above 0 %."""
    blocks = max(0, min(BAR, round(part * BAR)))
    if 0 < part < 1:
        blocks = max(1, min(BAR - 1, blocks))
    return "█" * blocks + "░" * (BAR - blocks)


def markdown(tables: Sequence[Table]) -> str:
    """Tables as Markdown: a heading, the table, and its notes."""
    parts = []
    for table in tables:
        shown = [[escaped(table.shown(column, cell)) for column, cell in _cells(table, row)] for row in table.rows]
        title, *under = table.title.split("\n")
        lines = [f"## {escaped(title)}", ""] if title else []
        lines += [part for each in under for part in (escaped(each), "")]
        if table.columns:
            heads = " | ".join(escaped(column.heading) for column in table.columns)
            rules = " | ".join("---:" if column.kind in NUMBERS else "---" for column in table.columns)
            lines += [f"| {heads} |", f"| {rules} |"]
        for row, cells in zip(table.rows, shown, strict=True):
            strong = row.role != "line"
            lines.append("| " + " | ".join(f"**{cell}**" if strong and cell else cell for cell in cells) + " |")
        if table.rows and table.notes:
            lines.append("")
        for note in table.notes:
            item = note.startswith(ITEM)
            lines.append(f"{ITEM if item else '- '}{escaped(note.removeprefix(ITEM))}")
        if table.drawing is not None:
            lines += ["", "```text", table.drawing(DRAWN_IN_MARKDOWN).rstrip("\n"), "```"]
        parts.append("\n".join(lines))
    return "\n\n".join(parts) + "\n"


def plain(tables: Sequence[Table], width: int) -> str:
    """Tables as text for a screen of so many columns: names wrap, numbers never do."""
    parts = []
    for table in tables:
        drawn = [line for title in table.title.split("\n") if title for line in _wrapped(title, width)]
        if table.columns:
            drawn += [*_drawn(table, width), ""]
        drawn += [line for note in table.notes for line in _wrapped(note, width)]
        if table.drawing is not None:
            drawn += ["", table.drawing(max(width, NARROWEST_DRAWING))]
        parts.append("\n".join(drawn).rstrip("\n"))
    return "\n\n".join(parts) + "\n"


def _drawn(table: Table, width: int) -> list[str]:
    """The table as lines of text; where its figures do not fit beside each other, in parts below each other."""
    if width < WIDE:
        table = _without_bars(table)
    shown = [[table.shown(column, cell) for column, cell in _cells(table, row)] for row in table.rows]
    if any(row.role == "subtotal" for row in table.rows):
        for row, cells in zip(table.rows, shown, strict=True):
            cells[0] = f"  {cells[0]}" if row.role == "line" else cells[0]
    heads = [column.heading for column in table.columns]
    widths = [max(map(len, cells)) for cells in zip(heads, *shown, strict=True)]
    texts = [place for place, column in enumerate(table.columns) if column.kind == "text"]
    others = sum(widths[place] for place in range(len(widths)) if place not in texts) + len(GAP) * (len(widths) - 1)
    # Figures never wrap, names do down to a readable width.
    longest = {place: _longest_word([heads[place], *(cells[place] for cells in shown)]) for place in texts}
    if len(table.columns) > FEWEST and others + sum(longest.values()) > width:
        half = len(table.columns) // 2
        left, right = list(range(half + 1)), [0, *range(half + 1, len(table.columns))]
        return [*_drawn(only(table, left), width), "", *_drawn(only(table, right), width)]
    room = width - others
    for done, place in enumerate(sorted(texts, key=lambda each: widths[each])):
        widths[place] = min(widths[place], max(longest[place], room // (len(texts) - done)))
        room -= widths[place]
    rule = "─" * (sum(widths) + len(GAP) * (len(widths) - 1))
    drawn = [*_lines(table, heads, widths), rule]
    for row, cells in zip(table.rows, shown, strict=True):
        drawn += _lines(table, cells, widths)
        if row.role == "subtotal":
            drawn.append(rule)
    return drawn


def _longest_word(texts: Sequence[str]) -> int:
    """The width under which a column of names does not go: its longest word, within what is readable."""
    needed = max(len(word) for text in texts for word in text.split() or [""])
    return min(max(map(len, texts)), max(NARROWEST, min(needed, WIDEST_WORD)))


def _without_bars(table: Table) -> Table:
    """The same table for a narrow screen, where names need the room more."""
    return only(table, [place for place, column in enumerate(table.columns) if column.kind != "bar"])


def only(table: Table, kept: Sequence[int]) -> Table:
    """The same table with only these columns."""
    return table._replace(
        columns=tuple(table.columns[place] for place in kept),
        rows=tuple(Row(tuple(row.cells[place] for place in kept), row.role) for row in table.rows),
    )


def _lines(table: Table, cells: list[str], widths: list[int]) -> list[str]:
    """A row as lines of text: as many as its longest name needs."""
    stacks = [_wrapped(cell, width) for cell, width in zip(cells, widths, strict=True)]
    return [
        GAP.join(
            part.rjust(width) if column.kind in NUMBERS else part.ljust(width)
            for part, width, column in zip(parts, widths, table.columns, strict=True)
        ).rstrip()
        for parts in zip_longest(*stacks, fillvalue="")
    ]


def _wrapped(note: str, width: int) -> list[str]:
    if len(note) <= width:
        return [note]
    words = note.lstrip()
    indent = note[: len(note) - len(words)]
    together = words.replace("€ ", "€\N{NO-BREAK SPACE}")  # a sign at the end of a line looks for its amount
    lines = wrap(together, max(width, NARROWEST), initial_indent=indent, subsequent_indent=indent)
    return [line.replace("€\N{NO-BREAK SPACE}", "€ ") for line in lines]


def is_number(column: Column) -> bool:
    """Whether its cells line up at the right."""
    return column.kind in NUMBERS


def _cells(table: Table, row: Row) -> list[tuple[Column, str | Fraction | int | None]]:
    return list(zip(table.columns, row.cells, strict=True))


def escaped(written: str) -> str:
    """A text in which Markdown sees no signs of its own."""
    for sign in "\\|*_`<>[]#":
        written = written.replace(sign, "\\" + sign)
    return written
