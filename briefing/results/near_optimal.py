"""How far each line can move while the answer stays nearly as good, as a table and in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.briefing.text.naming import amounts_in, heading, line_name, yearly
from flessenhals.briefing.text.numbers import amount, decimals_for, money
from flessenhals.briefing.text.table import Column, Row, Table
from flessenhals.briefing.text.words import listed, say

if TYPE_CHECKING:
    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.sensitivity.near_optimal import Room

NAMED = 8


def room_tables(found: Room, language: Language) -> list[Table]:
    """The room of every line."""
    return [room_table(found, language)]


def room_table(found: Room, language: Language) -> Table:
    """The smallest, optimal and largest amount of every line, and what of the ceiling is fixed."""
    split = found.allocation
    plan = split.plan
    title = say(
        "room",
        language,
        ceiling=yearly(split.available, plan.unit, language),
        share=f"{amount(100 * found.within, language)}%",
    )
    rows = [
        Row(
            (
                line_name(line, language),
                found.smallest[line.id],
                split.amounts[line.id],
                found.largest[line.id],
                found.largest[line.id] - found.smallest[line.id],
            )
        )
        for line in plan.lines
    ]
    return Table(
        title=heading(plan, title, language),
        columns=(
            Column(say("line", language), "text"),
            Column(say("smallest", language), "amount"),
            Column(say("allocated", language), "amount"),
            Column(say("largest", language), "amount"),
            Column(say("leeway", language), "amount"),
        ),
        rows=tuple(rows),
        language=language,
        decimals=decimals_for(plan.proposed),
        notes=(
            *room_findings(found, language),
            say("one at a time", language),
            *amounts_in(plan.unit, language),
        ),
    )


def room_findings(found: Room, language: Language) -> list[str]:
    """What is fixed and what is free, where there is most room and where there is none, a sentence each."""
    split = found.allocation
    plan, unit = split.plan, split.plan.unit
    told = [
        say(
            "core",
            language,
            ceiling=money(split.available, unit, language),
            core=money(found.core, unit, language),
            free=money(found.free, unit, language),
        )
    ]
    width = {line.id: found.largest[line.id] - found.smallest[line.id] for line in plan.lines}
    widest = max(plan.lines, key=lambda line: width[line.id])
    if width[widest.id]:
        low, high = (money(end[widest.id], unit, language) for end in (found.smallest, found.largest))
        told.append(say("widest", language, name=line_name(widest, language), low=low, high=high))
    fixed = [line_name(line, language) for line in plan.lines if not width[line.id]]
    if len(fixed) > NAMED + 1:
        fixed = [*fixed[:NAMED], say("more lines", language, count=len(fixed) - NAMED)]
    if fixed:
        told.append(say("no room", language, names=listed(fixed, language)))
    return told
