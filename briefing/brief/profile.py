"""How deep a briefing goes: a page for a minister, what an analyst needs, or everything for an audit."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Literal, NamedTuple

from flessenhals.briefing.document.document import Bullets, Chart, DataTable, Paragraph
from flessenhals.briefing.text.table import Row, only
from flessenhals.briefing.text.told import Told
from flessenhals.briefing.text.words import WORDS, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from flessenhals.briefing.document.document import Block, Document
    from flessenhals.briefing.text.language import Language
    from flessenhals.briefing.text.table import Table

Profile = Literal["minister", "analyst", "audit"]


class Depth(NamedTuple):
    """What a profile shows.

    Attributes:
        sections: the ids of its sections; they are the first ones of the document, so that their numbers stand.
        totals: whether of the measures only totals are shown, and of the charts the chain alone.
    """

    sections: frozenset[str]
    totals: bool


FIRST = frozenset({"message", "measures", "series", "since", "why"})
DEPTHS: dict[Profile, Depth | None] = {
    "minister": Depth(FIRST, totals=True),
    "analyst": Depth(FIRST | {"firmness", "assumptions"}, totals=False),
    "audit": None,
}
LONG = {"departments", "short", "side-by-side", "units"}  # tables for which a minister's page has no room
PAIR, OTHER_COLUMNS = 2, 3  # beside proposals: the measure, what is asked and the optimum
BESIDE_LINES = 2  # rows that end a series: the check against the frame, and the lowest coverage
# Sentences that point at an annex, by what is said where there is none; None for nothing.
POINTING = {
    "printed amounts": "printed amounts alone",
    "printed amounts apart": "printed amounts apart alone",
    "simulated": "simulated alone",
    "limits elsewhere": None,
    "priced rest": None,
}


def in_depth(document: Document, profile: Profile, *, full: bool) -> Document:
    """A document as deep as a profile goes: its sections, none of its annexes, and no sentence that points at one.

    Args:
        document: with everything.
        profile: `audit` is all of it.
        full: whether its message judges proposals and draws them, or tells of units that cannot be split: then a page
            has no room for why besides.
    """
    depth = DEPTHS[profile]
    if depth is None:
        return document
    left_out = {"why"} if full and depth.totals else set()
    pair = depth.totals and any(_has_several(section.blocks, PAIR) for section in document.sections)
    sections = tuple(
        replace(section, blocks=tuple(_shown(_judged_once(section.blocks, pair), document.language, depth)))
        for section in document.sections
        if section.id in depth.sections - left_out
    )
    return replace(document, sections=sections)


def _shown(blocks: Sequence[Block], language: Language, depth: Depth) -> Iterator[Block]:
    left_out = _left_out(blocks)
    for block in blocks:
        if isinstance(block, Bullets):
            items = tuple(_standing(block.items, language))
            if items:
                yield replace(block, items=items)
        elif isinstance(block, Paragraph):
            yield from (replace(block, text=said) for said in _standing([block.text], language))
        elif isinstance(block, DataTable):
            shown = replace(block, table=_without_annex(block.table, language))
            if not depth.totals:
                yield shown
            elif block.id not in left_out:
                yield _totals(shown)
        elif isinstance(block, Chart) and depth.totals:
            if block.id == "bottle":
                yield replace(block, data=block.data._replace(rows=()))
        else:
            yield block


def _left_out(blocks: Iterable[Block]) -> frozenset[str]:
    """The tables for which a minister's page has no room: of several proposals the totals stand in one table alone."""
    return frozenset(LONG - {"side-by-side"} | {"measures", "proposals"} if _has_several(blocks) else LONG)


def _has_several(blocks: Iterable[Block], most: int | None = None) -> bool:
    """Whether several proposals stand beside each other here, up to so many."""
    tables = [each.table for each in blocks if isinstance(each, DataTable) and each.id == "side-by-side"]
    return any(most is None or len(table.columns) <= most + OTHER_COLUMNS for table in tables)


def _judged_once(blocks: Sequence[Block], pair: bool) -> Sequence[Block]:  # noqa: FBT001 - said of the document
    """The same without the verdict on each of two proposals: below the heading each has one already."""
    if not pair:
        return blocks
    message = next((place for place, each in enumerate(blocks) if isinstance(each, Bullets)), len(blocks))
    return [
        each
        for place, each in enumerate(blocks)
        if place < message or not (isinstance(each, Paragraph) and each.strong)
    ]


def _without_annex(table: Table, language: Language) -> Table:
    """A table whose notes and cells point at no annex; the plan itself has what the annex of sources would name."""
    annex, plan = say("annex of sources", language), say("the plan", language)
    rows = tuple(Row(tuple(plan if cell == annex else cell for cell in row.cells), row.role) for row in table.rows)
    return table._replace(rows=rows, notes=tuple(_standing(table.notes, language)))


def _totals(block: DataTable) -> DataTable:
    """A table of measures, or a series, with its subtotals and total alone, without the columns of measures."""
    rows = tuple(row for row in block.table.rows if row.role != "line")
    if block.id == "series":
        every = block.table.rows
        return replace(block, table=block.table._replace(rows=(every[0], *rows, *every[-BESIDE_LINES:])))
    if block.id not in {"measures", "side-by-side"} or len(rows) <= 1:
        return block
    table = block.table._replace(rows=rows, notes=())
    kept = [place for place in range(len(table.columns)) if any(row.cells[place] is not None for row in rows)]
    return DataTable(block.id, only(table, kept))


def _standing(sentences: Iterable[str], language: Language) -> Iterator[str]:
    """The sentences that stand by themselves; those that point at an annex as they are said without one."""
    for sentence in sentences:
        key, given = _pointing(sentence, language)
        short = POINTING[key] if key else None
        if key is None:
            yield sentence
        elif short is not None:
            said = say(short, language, **given)
            yield Told(said, sentence.claims) if isinstance(sentence, Told) else said


def _pointing(sentence: str, language: Language) -> tuple[str | None, dict[str, str]]:
    for key in POINTING:
        parts = re.split(r"\{(\w+)[^}]*\}", WORDS[key][language])
        pattern = "".join(f"(?P<{part}>.+)" if place % 2 else re.escape(part) for place, part in enumerate(parts))
        found = re.fullmatch(pattern, sentence)
        if found:
            return key, found.groupdict()
    return None, {}
