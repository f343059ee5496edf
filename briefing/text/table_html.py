"""Tables as HTML for a notebook: the same cells, notes and numbers as in any other format."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from flessenhals.briefing.text.table import ITEM, is_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flessenhals.briefing.text.table import Column, Row, Table


def html(tables: Sequence[Table]) -> str:
    """Tables as HTML: a heading, the table, and its notes. Every text is escaped, and nothing is styled but sides."""
    return "\n".join(part for table in tables for part in _parts(table))


def _parts(table: Table) -> Iterator[str]:
    title, *under = table.title.split("\n")
    if title:
        yield f"<h4>{escape(title)}</h4>"
    yield from (f"<p>{escape(each)}</p>" for each in under)
    if table.columns:
        yield "<table><thead><tr>"
        yield from (f"<th{_side(column)}>{escape(column.heading)}</th>" for column in table.columns)
        yield "</tr></thead><tbody>"
        yield from (f"<tr>{''.join(_cells(table, row))}</tr>" for row in table.rows)
        yield "</tbody></table>"
    if table.notes:
        yield "<ul>"
        yield from (f"<li>{escape(note.removeprefix(ITEM))}</li>" for note in table.notes)
        yield "</ul>"


def _cells(table: Table, row: Row) -> Iterator[str]:
    for column, cell in zip(table.columns, row.cells, strict=True):
        said = escape(table.shown(column, cell))
        yield f"<td{_side(column)}>{said if row.role == 'line' else f'<strong>{said}</strong>'}</td>"


def _side(column: Column) -> str:
    return f' style="text-align: {"right" if is_number(column) else "left"}"'
