"""A made-up document with a block of every kind, and texts that formats like to trip over."""

from __future__ import annotations

from datetime import UTC, datetime
from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.briefing.document.document import (
    Bullets,
    Chart,
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

if TYPE_CHECKING:
    from flessenhals.briefing.text.language import Language

WHEN = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
HOSTILE = (
    "[+ EUR 1,0]",
    "#import",
    "<script>alert(1)</script>",
    "$x^2$ *strong* _em_ `code` @ref \\ // /* */",
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "{=CMD}",
    "שלום עולם",
    "مرحبا",
    "a & b; &amp; \"quoted\" 'single'",
    "a  b   c",
    "🙂",
    "Heel lange naam van een partner die nooit op één regel past " * 4,
)


def sample(language: Language = "nl", names: tuple[str, ...] = HOSTILE) -> Document:
    """The document, in a language; its lines carry the names given."""
    columns = (
        Column("Nr", "count"),
        Column("Maatregel", "text"),
        Column("Voorstel", "amount"),
        Column("Optimum", "amount"),
        Column("Verschil", "change"),
        Column("Dekking", "share"),
    )
    rows = [
        Row((place, name, Fraction(10), Fraction(10 - place, 2), Fraction(-10 - place, 2), Fraction(10 - place, 20)))
        for place, name in enumerate(names, start=1)
    ]
    total = Row((None, "Totaal", Fraction(10 * len(names)), Fraction(1234567, 10), Fraction(0), None), "total")
    measures = Table(
        "Maatregelen (€ mln per jaar)", columns, (*rows, total), language, decimals=1, notes=("Een noot.",)
    )
    data = Table(
        "Verdeling", (Column("Jaar", "text"), Column("Bedrag", "amount")), (Row(("a", Fraction(1))),), language
    )
    spec = {
        "description": "Een staaf",
        "data": {"values": [{"a": name[:20], "b": 1} for name in names[:3]]},
        "mark": "bar",
        "encoding": {"y": {"field": "a", "type": "nominal"}, "x": {"field": "b", "type": "quantitative"}},
    }
    return Document(
        title="Verzonnen plan",
        standfirst="Eén zin eronder.",
        eyebrow="Plafond € 300 mln per jaar",
        language=language,
        properties=Properties("Een verdeling", ("plafond", "begroting"), "Flessenhals 0.1.0", WHEN),
        sections=(
            Section(
                "message",
                "1 De boodschap",
                (
                    KeyFigures(
                        (KeyFigure("ceiling", "Plafond", "€ 300 mln"), KeyFigure("coverage", "Dekking", "72,8%"))
                    ),
                    Paragraph("De kern in één zin.", strong=True),
                    Paragraph(" ".join(names)),
                    Bullets(("Eerste punt.", names[0])),
                    Bullets(("Een.", "Twee."), ordered=True),
                    Bullets(("Weer een.",), ordered=True),
                ),
            ),
            Section(
                "measures",
                "2 De maatregelen",
                (
                    DataTable("measures", measures),
                    Chart("split", "Wie krijgt wat", spec, "Een staaf per maatregel, in woorden.", data),
                ),
            ),
            Section("annex", "Bijlage A", (Verbatim("flessenhals brief 300 -o nota.docx  # [x]"),), annex=True),
        ),
    )
