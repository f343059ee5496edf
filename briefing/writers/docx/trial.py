"""A made-up page with a block of every kind, to try a Word template on before there is anything to say."""

from __future__ import annotations

from datetime import UTC, datetime
from fractions import Fraction

from flessenhals.briefing.document.document import (
    Bullets,
    DataTable,
    Document,
    KeyFigure,
    KeyFigures,
    Paragraph,
    Properties,
    Section,
    Verbatim,
)
from flessenhals.briefing.text.table import Column, Row, Table

_TABLE = Table(
    "-", (Column("-", "text"), Column("-", "amount")), (Row(("-", Fraction(1))), Row(("-", Fraction(1)), "total")), "en"
)
TRIAL = Document(
    title="-",
    eyebrow="-",
    standfirst="-",
    language="en",
    properties=Properties("-", ("-",), "-", datetime(2000, 1, 1, tzinfo=UTC)),
    sections=(
        Section("message", "-", (KeyFigures((KeyFigure("ceiling", "-", "-"),)), Paragraph("-", strong=True))),
        Section("why", "-", (Bullets(("-",)), Bullets(("-",), ordered=True), DataTable("measures", _TABLE))),
        Section("annex", "-", (Verbatim("-"),), annex=True),
    ),
)
