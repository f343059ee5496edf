"""A document as Markdown: headings, lists and tables that read as they stand, and turn into a page anywhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from flessenhals.briefing.document.document import Bullets, Chart, DataTable, KeyFigures, Paragraph
from flessenhals.briefing.text.table import escaped
from flessenhals.briefing.text.table import markdown as tables_as_markdown

if TYPE_CHECKING:
    from flessenhals.briefing.document.document import Block, Document
    from flessenhals.briefing.text.table import Table

BEGINS_SOMETHING = re.compile(r"^(\d*)([-+=.)])")


def markdown(document: Document) -> str:
    """A document as Markdown; a chart is its caption, its alternative text and the figures behind it.

    A text from a plan stays text: what Markdown would take for its own signs is escaped.
    """
    parts = [_text(document.eyebrow), f"# {escaped(document.title)}"]
    parts += [_text(document.standfirst)] if document.standfirst else []
    for section in document.sections:
        parts.append(f"## {escaped(section.heading)}")
        parts += [_block(block) for block in section.blocks]
    return "\n\n".join(parts) + "\n"


def _block(block: Block) -> str:
    if isinstance(block, Paragraph):
        return f"**{_text(block.text)}**" if block.strong else _text(block.text)
    if isinstance(block, Bullets):
        return "\n".join(
            f"{f'{place}.' if block.ordered else '-'} {_text(item)}" for place, item in enumerate(block.items, start=1)
        )
    if isinstance(block, KeyFigures):
        heads = " | ".join(escaped(each.label) for each in block.figures)
        rules = " | ".join("---:" for _ in block.figures)
        cells = " | ".join(f"**{escaped(each.figure)}**" for each in block.figures)
        return f"| {heads} |\n| {rules} |\n| {cells} |"
    if isinstance(block, DataTable):
        return _table(block.table)
    if isinstance(block, Chart):
        said = f"**{_text(block.caption)}.** {_text(block.alternative)}".rstrip()
        return said if block.shown_in or not block.data.rows else f"{said}\n\n{_table(block.data)}"
    ticks = "`" * (1 + max((len(run) for run in re.findall("`+", block.text)), default=2))
    return f"{ticks}text\n{block.text}\n{ticks}"


def _table(table: Table) -> str:
    """A table under its caption, which is no heading of its own here."""
    told = tables_as_markdown([table._replace(title="")]).strip("\n")
    return f"**{_text(table.title)}**\n\n{told}" if table.title else told


def _text(written: str) -> str:
    """A paragraph as text, whatever it begins with."""
    return BEGINS_SOMETHING.sub(r"\1\\\2", escaped(" ".join(written.split())))
