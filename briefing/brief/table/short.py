"""What lines ask and do not get: a line a row, the largest shortage first, with the totals of them."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.briefing.document.document import DataTable
from flessenhals.briefing.text.table import Column, Row, Table
from flessenhals.briefing.text.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flessenhals.briefing.document.document import Block
    from flessenhals.briefing.text.language import Language


def short_of(
    lines: Iterable[tuple[str, Fraction, Fraction]], title: str, decimals: int, language: Language
) -> tuple[Block, ...]:
    """The lines that get less than they ask; nothing where every line gets what it asks.

    Args:
        lines: the name of each, what it asks and what it gets, as printed, in the plan's unit and order.
        title: of the table.
        decimals: of the amounts.
        language: of the texts.
    """
    short = sorted((each for each in lines if each[2] < each[1]), key=lambda each: each[2] - each[1])
    if not short:
        return ()
    asked = sum((asks for _, asks, _ in short), start=Fraction(0))
    given = sum((gets for _, _, gets in short), start=Fraction(0))
    rows = [Row((name, asks, gets, asks - gets)) for name, asks, gets in short]
    rows.append(Row((say("short together", language, count=len(short)), asked, given, asked - given), "total"))
    table = Table(
        title,
        (
            Column(say("measure", language), "text"),
            Column(say("asked", language), "amount"),
            Column(say("short given", language), "amount"),
            Column(say("short", language), "amount"),
        ),
        tuple(rows),
        language,
        decimals,
    )
    return (DataTable("short", table),)
