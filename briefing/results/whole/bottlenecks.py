"""What binds in whole amounts, what the next euros buy and what a unit costs the others, in words."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.briefing.results.allocation import sentence
from flessenhals.briefing.results.whole.units import standing
from flessenhals.briefing.text.naming import (
    amounts_in,
    constraint_name,
    constraint_names,
    heading,
    kind_name,
    yearly,
)
from flessenhals.briefing.text.numbers import change as difference
from flessenhals.briefing.text.numbers import coverages, least_share, money
from flessenhals.briefing.text.table import Column, Row, Table
from flessenhals.briefing.text.words import listed, say
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.units.walk import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.sensitivity.whole.bottlenecks import OtherUnit, WholeBottlenecks
    from flessenhals.solver.units.walk import Change

ZERO, ONE, EXACT = Fraction(0), Fraction(1), 6


def whole_bottlenecks_tables(found: WholeBottlenecks, language: Language) -> list[Table]:
    """What the next euros buy first, then every constraint that binds, then what one unit more or less would do."""
    split = found.allocation
    plan, now = split.plan, split.lowest_coverage or ZERO
    rows = [
        Row(
            (
                constraint_name(plan, each.row.id, language),
                kind_name(each.row, language),
                difference(100 * ((each.lowest or ZERO) - now), language, decimals=2),
                "" if each.next is None else money(each.next.distance, plan.unit, language, most=EXACT),
            )
        )
        for each in found.eased
        if each.next is not None or (each.lowest or ZERO) != now
    ]
    one = money(ONE, plan.unit, language)
    title = say("bottlenecks", language, ceiling=yearly(split.available, plan.unit, language))
    message = (sentence(split, language), *_onward(found, language))
    return [
        Table(heading(plan, title, language), (), (), language, notes=message),
        Table(
            title=say("binding in units", language),
            columns=(
                Column(say("constraint", language), "text"),
                Column(say("kind", language), "text"),
                Column(say("lowest coverage with one more", language), "figure"),
                Column(say("changes a unit from", language), "figure"),
            )
            if rows
            else (),
            rows=tuple(rows),
            language=language,
            notes=(
                say("no prices" if rows else "nothing eases", language, one=one),
                *_units(found, language),
                *amounts_in(plan.unit, language),
            ),
        ),
    ]


def _onward(found: WholeBottlenecks, language: Language) -> Iterator[str]:
    if found.next is None:
        yield say("no next unit", language)
        return
    split, change = found.allocation, found.next
    unit = split.plan.unit
    yield say(
        "next unit at" if change.attained else "next unit above",
        language,
        ceiling=money(split.available + change.distance, unit, language, most=EXACT),
        more=money(change.distance, unit, language, most=EXACT),
        names=listed(_changed(found, change, language), language),
    )
    after = min((change.split[line.id] / line.proposed for line in split.plan.lines if line.proposed), default=ZERO)
    lost = [line for line in split.plan.lines if change.split[line.id] < split.amounts[line.id]]
    if lost:
        yield say("the others pay", language, count=len(lost), lowest=least_share(after, language))


def _changed(found: WholeBottlenecks, change: Change, language: Language) -> list[str]:
    plan = found.allocation.plan
    before, after = pattern(plan.whole, found.allocation.amounts), pattern(plan.whole, change.split)
    return [
        say(
            "now otherwise",
            language,
            then=standing(plan, line, change.split[line.id], language),
            now=standing(plan, line, found.allocation.amounts[line.id], language),
        )
        for line in plan.lines
        if line.id in plan.whole and before[line.id] != after[line.id]
    ]


def _units(found: WholeBottlenecks, language: Language) -> Iterator[str]:
    for key, others in (("one unit more", found.more), ("one unit less", found.less)):
        for each in others:
            yield _other(found, each, key, language)


def _other(found: WholeBottlenecks, other: OtherUnit, key: str, language: Language) -> str:
    split, plan = found.allocation, found.allocation.plan
    line = plan.line_by_id[other.line]
    then = standing(plan, line, other.amount, language)
    if isinstance(other.found, InfeasibleError):
        names = constraint_names(plan, [row.id for row in other.found.conflict], language)
        return say("one unit impossible", language, then=then, names=names)
    gains = {name: gain for name, gain in found.gains(other.found.amounts).items() if name != line.id}
    moved = sum((abs(gain) for gain in gains.values() if (gain < 0) == (key == "one unit more")), start=ZERO)
    way = "give" if key == "one unit more" else "take"
    others = say(
        f"others {way}" if moved else f"others {way} nothing", language, moved=money(moved, plan.unit, language)
    )
    before, after = split.lowest_coverage or ZERO, other.found.lowest_coverage or ZERO
    now, lowest, _ = coverages(before, after, language)
    coverage = say("lowest stays" if before == after else "lowest goes", language, now=now, lowest=lowest)
    return say(key, language, then=then, others=others, coverage=coverage)
