"""How far each line can move while the answer stays nearly as good, as a table and in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.briefing.text.naming import amounts_in, ceiling_name, cut_short, heading, line_name
from flessenhals.briefing.text.numbers import MOST_DECIMALS, amount, at_most, decimals_for, enough, money, to_places
from flessenhals.briefing.text.table import Column, Row, Table
from flessenhals.briefing.text.told import tell
from flessenhals.briefing.text.words import listed, say
from flessenhals.constraints.ceiling import size
from flessenhals.solver.claims.near import Between, Firm

if TYPE_CHECKING:
    from fractions import Fraction

    from flessenhals.briefing.text.language import Language
    from flessenhals.briefing.text.told import Told
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
        ceiling=ceiling_name(split.ceiling, plan.unit, language),
        share=f"{amount(100 * found.within, language)}%",
    )
    rows = [
        Row(
            (
                line_name(plan, line, language),
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
            tell(
                "one at a time",
                language,
                [
                    Between(line.id, found.smallest[line.id], found.largest[line.id], found.within)
                    for line in plan.lines
                ],
            ),
            *amounts_in(plan.unit, language),
        ),
    )


def room_findings(found: Room, language: Language, decimals: int = MOST_DECIMALS) -> list[Told]:
    """What is firm and what is free, where there is most room and where there is none, a sentence each.

    Args:
        found: the room of every line.
        language: of the texts.
        decimals: of the amounts, at most.
    """
    split = found.allocation
    plan, unit = split.plan, split.plan.unit
    firm = Firm(found.core, found.within, covered=True)
    alone = Firm(found.by_value, found.within, covered=False)
    told = [
        tell(
            "core",
            language,
            [firm, alone],
            ceiling=money(size(split.ceiling), unit, language),
            core=at_most(_printed(found.core, decimals), unit, language),
            share=f"{amount(100 * found.within, language)}%",
            alone=at_most(_printed(found.by_value, decimals), unit, language)
            if found.by_value
            else say("nothing", language),
        )
    ]
    between = {
        line.id: Between(line.id, found.smallest[line.id], found.largest[line.id], found.within) for line in plan.lines
    }
    width = {line: each.high - each.low for line, each in between.items()}
    widest = max(plan.lines, key=lambda line: width[line.id])
    if width[widest.id]:
        low, high = (
            money(to_places(end[widest.id], decimals), unit, language) for end in (found.smallest, found.largest)
        )
        told.append(
            tell("widest", language, between.values(), name=line_name(plan, widest, language), low=low, high=high)
        )
    fixed = [line for line in plan.lines if not width[line.id]]
    if fixed:
        names = cut_short([line_name(plan, line, language) for line in fixed], NAMED, language)
        told.append(tell("no room", language, [between[line.id] for line in fixed], names=listed(names, language)))
    return told


def _printed(fixed: Fraction, decimals: int) -> Fraction:
    """What is firm as it is printed: rounded down, and as it is where that would leave nothing."""
    return enough(fixed, up=False, decimals=decimals) or fixed
