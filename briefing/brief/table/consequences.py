"""What a split means beside its amounts: for each department, for those who get less, and against what it is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.briefing.brief.table.amounts import amount_columns, amounts_of
from flessenhals.briefing.document.document import Bullets, DataTable, Paragraph
from flessenhals.briefing.text.language import text
from flessenhals.briefing.text.naming import group_name, line_name, yearly
from flessenhals.briefing.text.numbers import at_least, enough, money, share
from flessenhals.briefing.text.table import Column, Row, Table
from flessenhals.briefing.text.told import tell
from flessenhals.briefing.text.words import say
from flessenhals.solver.claims.near import Gets
from flessenhals.solver.claims.split import BreaksEven

if TYPE_CHECKING:
    from flessenhals.briefing.brief.run import Run
    from flessenhals.briefing.document.document import Block
    from flessenhals.briefing.text.language import Language


def break_even(run: Run, language: Language) -> tuple[Block, ...]:
    """What part of the problem's cost makes good what is spent, where the plan says what it costs."""
    benefit, spent = run.plan.benefit, run.allocation.total
    if benefit is None or not spent:
        return ()
    least, most = (enough(part, up=True, decimals=3) for part in benefit.break_even(spent))
    unit = run.plan.unit
    source = text(benefit.source, language)
    said = tell(
        "break even" if least < most else "break even at",
        language,
        [BreaksEven(spent, benefit.low, benefit.high, least, most)],
        spent=at_least(spent, unit, language),
        least=share(least, language).removesuffix("%"),
        most=share(most, language),
        low=money(benefit.low, unit, language),
        high=yearly(benefit.high, unit, language),
        source=say("break even source", language, source=source) if source else "",
    )
    return (Paragraph(said),)


def departments(run: Run, language: Language, decimals: int, unit: str) -> tuple[Block, ...]:
    """What each department's lines ask and get together, where there are several departments.

    Args:
        run: everything that was worked out.
        language: of every text and number.
        decimals: of printed amounts.
        unit: as a heading says it.
    """
    groups = run.plan.grouped("department")
    if len(groups) <= 1:
        return ()
    rows = [
        Row((group_name(run.plan, "department", group, language), *amounts_of(run, lines)))
        for group, lines in groups.items()
    ]
    rows.append(Row((say("grand total", language), *amounts_of(run, run.plan.lines)), "total"))
    table = Table(
        say("departments caption", language, unit=unit),
        (
            Column(say("department", language), "text"),
            *amount_columns(run, language),
        ),
        tuple(rows),
        language,
        decimals,
    )
    return (DataTable("departments", table),)


def cuts(run: Run, language: Language) -> tuple[Block, ...]:
    """What it means for each line that gets less than it asks, where the plan says what that does."""
    plan, amounts = run.plan, run.allocation.amounts
    told = tuple(
        tell(
            "cut means",
            language,
            [Gets(line.id, line.proposed, amounts[line.id])],
            name=line_name(plan, line, language),
            given=money(run.rounded.amounts[line.id], plan.unit, language),
            asked=money(line.proposed, plan.unit, language),
            effect=text(line.effect, language),
        )
        for line in plan.lines
        if line.effect and amounts[line.id] < line.proposed
    )
    return (Paragraph(say("cuts mean", language)), Bullets(told)) if told else ()
