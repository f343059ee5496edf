"""A table's amounts as bars: the chart of a result that has none of its own."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.briefing.charts.frame import SCHEMA, TICKS, config
from flessenhals.briefing.charts.roles import BRAND, EDGE, INK, MUTED, PAPER, ROOM

if TYPE_CHECKING:
    from flessenhals.briefing.charts.frame import Spec
    from flessenhals.briefing.text.table import Table

WIDE, STEP = 460, 16
DRAWN = {"amount", "change", "share"}


def table_chart(table: Table) -> Spec:
    """A row a line of the table, and in it a bar for every column of amounts (or else of shares).

    Args:
        table: with names in its first column; totals, and rows without a figure, are left out.

    Returns:
        A Vega-Lite specification.
    """
    title, *under = table.title.split("\n")
    kinds = {column.kind for column in table.columns} & DRAWN
    kind = next((each for each in ("amount", "change", "share") if each in kinds), "amount")
    places = [place for place, column in enumerate(table.columns) if column.kind == kind]
    bars = [
        {"name": str(row.cells[0]), "column": table.columns[place].heading, "amount": float(Fraction(cell))}
        for row in table.rows
        if row.role == "line"
        for place in places
        if isinstance(cell := row.cells[place], Fraction | int)
    ]
    names = list(dict.fromkeys(each["name"] for each in bars))
    headings = [table.columns[place].heading for place in places]
    axis = {"format": "%" if kind == "share" else ",~f", "title": None, "tickCount": TICKS}
    return {
        "$schema": SCHEMA,
        "background": PAPER,
        "padding": 12,
        "config": config(),
        "title": {
            "text": title,
            "subtitle": under,
            "anchor": "start",
            "frame": "bounds",
            "color": INK,
            "subtitleColor": MUTED,
            "fontSize": 18,
            "subtitleFontSize": 13,
            "offset": 16,
        },
        "description": " ".join(f"{each}." for each in (title, *under)),
        "width": WIDE,
        "height": {"step": STEP, "for": "offset"},
        "data": {"values": bars},
        "mark": {"type": "bar", "stroke": EDGE, "strokeWidth": 1},
        "encoding": {
            "y": {"field": "name", "type": "nominal", "sort": names, "title": None, "axis": {"labelLimit": 320}},
            "yOffset": {"field": "column", "type": "nominal", "sort": headings},
            "x": {"field": "amount", "type": "quantitative", "axis": axis},
            "color": {
                "field": "column",
                "type": "nominal",
                "sort": headings,
                "title": None,
                "scale": {"domain": headings, "range": _looks(len(headings))},
                "legend": {"orient": "top"} if len(headings) > 1 else None,
            },
        },
    }


def _looks(count: int) -> list[str]:
    """What is asked or was is hollow, the last column is what is given, and between them is light."""
    return [BRAND] if count <= 1 else [PAPER, *[ROOM] * (count - 2), BRAND]
