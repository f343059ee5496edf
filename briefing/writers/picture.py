"""Pictures for paper: a chart as an image, and the bars of a row of a table."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

from flessenhals.briefing.charts.drawing import as_png, as_svg, drawn_png
from flessenhals.briefing.charts.roles import colour
from flessenhals.briefing.charts.sketch_svg import sketch_svg

if TYPE_CHECKING:
    from flessenhals.briefing.document.document import Bars, Chart
    from flessenhals.briefing.text.language import Language

# Sizes are in dots, four to a pixel on a screen.
BARS_WIDE, BARS_TALL = 440, 56
THICK, EDGE, MARK, AROUND = 24, 6, 8, 8
PALETTE = ("paper", "brand", "line", "ink")
PAPER, OPTIMUM, PROPOSAL, ASKED = range(len(PALETTE))


def chart_svg(chart: Chart, language: Language) -> str:
    """A chart as an SVG image, with its alternative text.

    Raises:
        MissingExtraError: if what draws charts is not installed.
        DrawingError: if it broke off.
    """
    return as_svg(chart.spec, language) if chart.sketch is None and chart.spec else _sketched(chart, language)


def chart_png(chart: Chart, language: Language) -> bytes:
    """A chart as a PNG image, sharp enough for print.

    Raises:
        MissingExtraError: if what draws charts is not installed.
        DrawingError: if it broke off.
    """
    if chart.sketch is None and chart.spec:
        return as_png(chart.spec, language)
    return drawn_png(_sketched(chart, language))


def _sketched(chart: Chart, language: Language) -> str:
    if chart.sketch is None:
        raise ValueError(f"chart {chart.id} has neither a specification nor shapes")
    return sketch_svg(chart.sketch, language)


def bars_png(bars: Bars) -> bytes:
    """A row's bars as a small PNG image: the optimum filled, the proposal hollow, a mark where what is asked ends."""
    rows = [[PAPER] * BARS_WIDE for _ in range(BARS_TALL)]
    room = BARS_WIDE - MARK

    def fill(left: int, right: int, top: int, bottom: int, ink: int) -> None:
        for row in rows[top:bottom]:
            row[left:right] = [ink] * (right - left)

    proposal, optimum, asked = (round(min(float(each), 1.0) * room) for each in bars)
    middle = BARS_TALL // 2
    if proposal:
        wide = max(proposal, 2 * EDGE)
        fill(0, wide, AROUND, BARS_TALL - AROUND, PROPOSAL)
        fill(EDGE, wide - EDGE, AROUND + EDGE, BARS_TALL - AROUND - EDGE, PAPER)
    fill(0, optimum, middle - THICK // 2, middle + THICK // 2, OPTIMUM)
    fill(asked, asked + MARK, 0, BARS_TALL, ASKED)
    return _png(rows)


def _png(rows: list[list[int]]) -> bytes:
    """Rows of places in the palette as a PNG image."""
    palette = b"".join(bytes.fromhex(colour(role)[1:]) for role in PALETTE)
    lines = b"".join(b"\0" + bytes(row) for row in rows)
    header = struct.pack(">IIBBBBB", len(rows[0]), len(rows), 8, 3, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"PLTE", palette), (b"IDAT", zlib.compress(lines, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )
