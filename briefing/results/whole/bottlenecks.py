"""What binds in whole amounts, what the next euros buy and what a unit costs the others, in words."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.briefing.results.allocation import sentence
from flessenhals.briefing.results.missing import missing_findings
from flessenhals.briefing.results.units import standing
from flessenhals.briefing.text.naming import (
    amounts_in,
    ceiling_name,
    constraint_name,
    constraint_names,
    heading,
    kind_name,
    line_name,
)
from flessenhals.briefing.text.numbers import amount, at_least, coverages, money
from flessenhals.briefing.text.numbers import change as difference
from flessenhals.briefing.text.table import Column, Row, Table
from flessenhals.briefing.text.told import Told, tell
from flessenhals.briefing.text.words import listed, say
from flessenhals.solver.claims.claim import lowest
from flessenhals.solver.claims.whole.further import (
    NextUnits,
    NoFurtherUnits,
    NoOtherUnit,
    OtherUnitsFrom,
    RoomEverywhere,
    WithAnotherUnit,
    WithOneMore,
)
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.sensitivity.whole.bottlenecks import FURTHEST
from flessenhals.solver.units.walk import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.plan.plan import Line
    from flessenhals.solver.sensitivity.whole.found import OtherUnit, RelaxedSplit, WholeBottlenecks
    from flessenhals.solver.units.walk import FirstChange

ZERO, ONE, EXACT, HUNDRED = Fraction(0), Fraction(1), 6, 100


def whole_bottlenecks_tables(found: WholeBottlenecks, language: Language) -> list[Table]:
    """What the next euros buy first, then every constraint that binds, then what one unit more or less would do."""
    split = found.allocation
    plan = split.plan
    title = say("bottlenecks", language, ceiling=ceiling_name(split.ceiling, plan.unit, language))
    binding = binding_in_units(found, language)
    message = (sentence(split, language), *onward(found, language))
    return [
        Table(heading(plan, title, language), (), (), language, notes=message),
        binding._replace(
            notes=(
                *said_of_relief(found, language, some=bool(binding.rows)),
                *other_units(found, language),
                *missing_findings(plan, found.missing, language),
                *amounts_in(plan.unit, language),
            )
        ),
    ]


def said_of_relief(found: WholeBottlenecks, language: Language, *, some: bool) -> Iterator[Told]:
    """What relief of one unit of money does: as the table says, or nothing anywhere where all of that is known."""
    unit = found.allocation.plan.unit
    claims = [WithOneMore(each.row, each.lowest, tuple(each.units.items())) for each in found.relaxed]
    one, far = money(ONE, unit, language), money(FURTHEST, unit, language)
    if some:
        courses = [
            OtherUnitsFrom(each.row, None if each.next is None else (each.next.distance, each.next.attained), FURTHEST)
            for each in found.relaxed
            if not each.row.id.is_bound
        ]
        yield tell("no prices", language, [*claims, *courses], one=one, far=far)
    elif any(each.finding == "bottleneck" for each in found.missing):
        return
    elif claims:
        yield tell("nothing eases", language, claims, one=one)
    else:
        yield tell("room everywhere", language, [RoomEverywhere()])


def binding_in_units(found: WholeBottlenecks, language: Language) -> Table:
    """The constraints that change the lowest coverage or a number of units where they are relieved of one."""
    plan, now = found.allocation.plan, found.allocation.lowest_coverage or ZERO
    rows = [
        Row(
            (
                constraint_name(plan, each.row.id, language),
                kind_name(each.row, language),
                difference(100 * ((each.lowest or ZERO) - now), language, decimals=2),
                _other_from(each, plan.unit, language),
            )
        )
        for each in found.relaxed
        if each.next is not None or each.units or (each.lowest or ZERO) != now
    ]
    columns = (
        Column(say("constraint", language), "text"),
        Column(say("kind", language), "text"),
        Column(say("lowest coverage with one more", language), "figure"),
        Column(say("changes a unit from", language), "figure"),
    )
    return Table(say("binding in units", language), columns if rows else (), tuple(rows), language)


def _other_from(each: RelaxedSplit, unit: str, language: Language) -> str:
    """How much relief gives some line another number of units; of a bound, which was not followed, at most how much."""
    if each.next is not None:
        return at_least(each.next.distance, unit, language, most=EXACT)
    return say("at most one", language, amount=money(ONE, unit, language)) if each.units else ""


def onward(found: WholeBottlenecks, language: Language) -> Iterator[Told]:
    """What the next euros buy, and what the others then pay for it."""
    split, change = found.allocation, found.next
    if not found.next_is_known:
        return
    if change is None:
        yield tell("no next unit", language, [NoFurtherUnits()])
        return
    plan, unit = split.plan, split.plan.unit
    before, after = pattern(plan.whole, split.amounts), pattern(plan.whole, change.split)
    lost = [line for line in plan.lines if change.split[line.id] < change.before[line.id]]
    was, then = (lowest(plan, each) for each in (change.before, change.split))
    claim = NextUnits(
        found.next_place,
        change.attained,
        tuple((line, change.split[line]) for line in before if before[line] != after[line]),
        len(lost),
        (was, then),
    )
    yield tell(
        f"next unit {'at' if change.attained else 'above'}{' share' * found.by_share}",
        language,
        [claim],
        ceiling=exact_share(claim.ceiling, language)
        if found.by_share
        else at_least(claim.ceiling, unit, language, most=EXACT),
        more=at_least(change.distance, unit, language, most=EXACT),
        names=listed(_changed(found, change, language), language),
    )
    if len(lost) == 1:
        yield tell("another pays", language, [claim], name=line_name(plan, lost[0], language))
    elif lost:
        yield tell("the others pay", language, [claim], count=len(lost))
    if was is not None and then is not None and then < was:
        shown, least, _ = coverages(was, then, language)
        yield tell("lowest falls", language, [claim], before=shown, lowest=least)


def exact_share(part: Fraction, language: Language) -> str:
    """A share of a path with as many decimals as tell it apart from others: `104.35%`."""
    return f"{amount(HUNDRED * part, language, decimals=2)}%"


def _changed(found: WholeBottlenecks, change: FirstChange, language: Language) -> list[str]:
    plan = found.allocation.plan
    before, after = pattern(plan.whole, found.allocation.amounts), pattern(plan.whole, change.split)
    return [
        say(
            "now otherwise",
            language,
            then=standing(plan, line, change.split[line.id], language),
            now=_now(line, found.allocation.amounts[line.id], language),
        )
        for line in plan.lines
        if line.id in plan.whole and before[line.id] != after[line.id]
    ]


def _now(line: Line, amount: Fraction, language: Language) -> str:
    """How many of a line's units an amount is, or whether it stands, without its name."""
    if line.unit is not None:
        return str(int(amount / line.unit))
    return say("now it stands" if amount else "now it falls", language)


def other_units(found: WholeBottlenecks, language: Language) -> Iterator[Told]:
    """What one unit more would ask of the others, and what one less would leave them, a sentence each."""
    for key, others in (("one unit more", found.more), ("one unit less", found.less)):
        for each in others:
            yield _other(found, each, key, language)


def _other(found: WholeBottlenecks, other: OtherUnit, key: str, language: Language) -> Told:
    split, plan = found.allocation, found.allocation.plan
    line = plan.line_by_id[other.line]
    then = standing(plan, line, other.amount, language)
    if isinstance(other.found, InfeasibleError):
        names = constraint_names(plan, [row.id for row in other.conflict], language)
        return tell("one unit impossible", language, [NoOtherUnit(line.id, other.amount)], then=then, names=names)
    gains = {name: gain for name, gain in found.gains(other.found.amounts).items() if name != line.id}
    moved = sum((abs(gain) for gain in gains.values() if (gain < 0) == (key == "one unit more")), start=ZERO)
    way = "give" if key == "one unit more" else "take"
    others = say(
        f"others {way}" if moved else f"others {way} nothing", language, moved=money(moved, plan.unit, language)
    )
    claim = WithAnotherUnit(line.id, other.amount, moved, other.found.lowest_coverage)
    before, after = split.lowest_coverage or ZERO, other.found.lowest_coverage or ZERO
    now, lowest, _ = coverages(before, after, language)
    coverage = say("lowest stays" if before == after else "lowest goes", language, now=now, lowest=lowest)
    return tell(key, language, [claim], then=then, others=others, coverage=coverage)
