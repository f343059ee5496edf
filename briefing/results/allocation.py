"""A split as a table and in words."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.briefing.results.cofunded import others_pay
from flessenhals.briefing.text.naming import (
    amounts_in,
    constraint_names,
    cut_short,
    group_name,
    heading,
    line_name,
    rule_names,
    yearly,
)
from flessenhals.briefing.text.numbers import decimals_for, given, least_share, lower_limit, money, places_given
from flessenhals.briefing.text.table import Column, Row, Table
from flessenhals.briefing.text.told import run_on, tell
from flessenhals.briefing.text.words import listed, say
from flessenhals.constraints.constraint import maximum_of, minimum_of
from flessenhals.solver.claims.split import (
    AllAsked,
    AtBound,
    IsWorth,
    LowestCoverage,
    NoRoom,
    Optimal,
    Spends,
    WithoutMoney,
)
from flessenhals.solver.claims.use import (
    CanBePutToWork,
    CeilingsHoldBack,
    HoldsBack,
    NoMoreAtAnyCeiling,
    NoneAlone,
    WouldHoldBack,
)
from flessenhals.solver.optimum.objective.goals import is_decided

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from flessenhals.briefing.text.language import Language
    from flessenhals.briefing.text.table import Role
    from flessenhals.briefing.text.told import Told
    from flessenhals.constraints.constraint import Constraint
    from flessenhals.solver.claims.claim import Claim
    from flessenhals.solver.optimum.allocation import Allocation
    from flessenhals.solver.plan.plan import Line

ONE = Fraction(1)
ZERO = Fraction(0)
LISTED = 12


def allocation_tables(allocation: Allocation, language: Language) -> list[Table]:
    """The lines grouped by programme with subtotals, and below them what is unspent, what binds and what it means."""
    plan = allocation.plan
    if plan.years is not None:
        from flessenhals.briefing.results.allocation_by_year import by_year_tables  # noqa: PLC0415 - few plans have years

        return by_year_tables(allocation, language)
    rows: list[Row] = []
    groups = plan.grouped("programme")
    for group, lines in groups.items():
        rows += [_row(line_name(plan, line, language), [line], allocation, "line") for line in lines]
        if len(groups) > 1:
            rows.append(_row(group_name(plan, "programme", group, language), lines, allocation, "subtotal"))
    rows.append(_row(say("total", language), plan.lines, allocation, "total"))
    return [
        Table(
            title=heading(
                plan, say("allocation", language, ceiling=yearly(allocation.available, plan.unit, language)), language
            ),
            columns=(
                Column(say("line", language), "text"),
                Column(say("proposed", language), "amount"),
                Column(say("allocated", language), "amount"),
                *([Column(say("cofunded", language), "amount")] if plan.is_cofunded else []),
                Column(say("coverage", language), "share"),
                Column("", "bar"),
            ),
            rows=tuple(rows),
            language=language,
            decimals=decimals_for(plan.proposed),
            notes=tuple(_notes(allocation, language)),
        )
    ]


def sentence(allocation: Allocation, language: Language) -> Told:
    """What the split comes to: what is put to work, who gets least, and what holds the rest back."""
    return run_on([*reached(allocation, language), *holding(allocation, language)])


def reached(allocation: Allocation, language: Language, printed: Fraction | None = None) -> list[Told]:
    """How far the ceiling goes, and what the line gets that gets least.

    Args:
        allocation: the optimal split.
        language: the reader's.
        printed: the total in print, in the plan's unit; None for the exact one.
    """
    plan, unit = allocation.plan, allocation.plan.unit
    if plan.whole and not (plan.proposed and _all_asked(allocation)):
        from flessenhals.briefing.results.units import reached_in_units  # noqa: PLC0415 - few plans have units

        covered = [_least(allocation, allocation.lowest_coverage or ZERO, language)] if plan.proposed else []
        return [*reached_in_units(allocation, language), *covered]
    spends = Spends(allocation.total, allocation.unspent)
    total = allocation.total if printed is None else printed
    amounts = {"ceiling": allocation.available, "total": total, "unspent": allocation.available - total}
    places = max(map(places_given, amounts.values()))
    said = {name: money(amount, unit, language, most=places) for name, amount in amounts.items()}
    least = LowestCoverage(allocation.lowest_coverage)
    if least.coverage is None:
        return [tell("nothing asked", language, [spends, least], **said)]
    if _all_asked(allocation):
        return [tell("everything fits", language, [AllAsked()], **said)]
    can = CanBePutToWork(allocation.possible)
    told = []
    if not allocation.unspent:
        told.append(tell("all of it is used", language, [spends], **said))
    elif allocation.total == can.total:
        told.append(tell("part of it is used", language, [spends, can], **said))
    else:
        unequal = plan.is_cofunded or any(line.weight != ONE for line in plan.lines)
        key = "less than could be" if unequal else "less than could be, evenly"
        possible = money(can.total, unit, language)
        told.append(tell(key, language, [spends, can, Optimal()], possible=possible, **said))
    told.append(_least(allocation, least.coverage, language))
    return told


def _least(allocation: Allocation, coverage: Fraction, language: Language) -> Told:
    plan = allocation.plan
    if coverage:
        return tell("lowest", language, [LowestCoverage(coverage)], lowest=least_share(coverage, language))
    empty = WithoutMoney(tuple(line.id for line in plan.lines if line.proposed and not allocation.amounts[line.id]))
    names = cut_short([line_name(plan, plan.line_by_id[line], language) for line in empty.lines], LISTED, language)
    key = "gets nothing" if len(empty.lines) == 1 else "get nothing"
    return tell(key, language, [LowestCoverage(coverage), empty], names=listed(names, language))


def holding(allocation: Allocation, language: Language) -> list[Told]:
    """What holds the rest of what is asked back, in one sentence; none where nothing is held back, or by weights."""
    plan = allocation.plan
    if plan.whole or all(allocation.amounts[line.id] >= line.proposed for line in plan.lines):
        return []  # in whole amounts `reached` says whether more money would help
    if allocation.held_by_ceiling:
        held: list[Claim] = [HoldsBack(row) for row in allocation.holding_back]
        return [tell("held by ceiling", language, held if plan.years is None else [CeilingsHoldBack()])]
    if allocation.total < allocation.possible:
        return []
    if plan.years is not None and allocation.unspent:
        from flessenhals.briefing.results.allocation_by_year import stays  # noqa: PLC0415 - most plans have no years

        return list(stays(allocation, language))  # each year has a ceiling of its own, and its own reasons
    limits = allocation.reach.limits
    names = constraint_names(plan, [row.id for row in limits], language)
    if allocation.unspent:
        claims: list[Claim] = [HoldsBack(row) for row in limits]
    else:
        claims = [NoMoreAtAnyCeiling(allocation.available), *(WouldHoldBack(row) for row in limits)]
    key = "held by these" if allocation.unspent else "would be held by these"
    if not limits:
        claims.append(NoneAlone())
        key = "held together" if allocation.unspent else "would be held together"
    return [tell(key, language, claims, names=names)]


def _notes(allocation: Allocation, language: Language) -> Iterable[str]:
    plan = allocation.plan
    yield sentence(allocation, language)
    yield from others_pay(plan, allocation.amounts, "others pay", language)
    unspent = given(allocation.unspent, plan.unit, language) if allocation.unspent else say("nothing", language)
    yield tell("unspent", language, [Spends(allocation.total, allocation.unspent)], amount=unspent)
    if any(line.weight != ONE for line in plan.lines):
        value = money(allocation.value, plan.unit, language)
        yield tell("value", language, [IsWorth(allocation.value)], value=value)
    if plan.whole:
        from flessenhals.briefing.results.units import standing_units  # noqa: PLC0415 - few plans have units

        yield standing_units(allocation, language)
        if not _all_asked(allocation):
            yield say("coverage may fall", language)
    yield from _binding(allocation, language)
    if not is_decided(plan) and not plan.whole:
        yield say("not the only one", language)
    yield from amounts_in(plan.unit, language)
    yield tell("proved", language, [Optimal()])


def _binding(allocation: Allocation, language: Language) -> Iterable[str]:
    plan = allocation.plan
    tight = [each.row for each in allocation.constraints if each.binding]
    rules = tuple(row for row in tight if not row.id.is_bound)
    names = "; ".join(rule_names(plan, [row.id for row in rules], language))
    yield tell("binding" if rules else "nothing binds", language, [NoRoom(rules)], names=names)
    at = {row.id for row in tight}

    def standing(bound: Callable[[str], Constraint]) -> dict[str, str]:
        return {line.id: line_name(plan, line, language) for line in plan.lines if bound(line.id) in at}

    lowest, highest = standing(minimum_of), standing(maximum_of)
    given = {line for line, amount in allocation.amounts.items() if amount}
    below = [line_name(plan, line, language) for line in plan.lines if line.id not in highest]
    if not below:
        yield tell("all at maximum", language, [AtBound("maximum", tuple(highest))])
        return
    fixed = {line: name for line, name in lowest.items() if line in highest and line in given}
    at_minimum = {line: name for line, name in lowest.items() if line not in highest and line in given}
    at_maximum = {line: name for line, name in highest.items() if line not in lowest}
    empty = WithoutMoney(tuple(line.id for line in plan.lines if line.proposed and line.id not in given))
    most = len(below) < len(at_maximum)
    claimed: list[tuple[str, Claim, list[str]]] = [
        ("fixed", AtBound("both", tuple(fixed)), [] if most else list(fixed.values())),
        ("at minimum", AtBound("minimum", tuple(at_minimum)), list(at_minimum.values())),
        ("most at maximum", AtBound("maximum", tuple(highest)), below if most else []),
        ("at maximum", AtBound("maximum", tuple(at_maximum)), [] if most else list(at_maximum.values())),
        ("at nothing", empty, [line_name(plan, plan.line_by_id[line], language) for line in empty.lines]),
    ]
    for key, claim, found in claimed:
        if found:
            yield tell(key, language, [claim], names="; ".join(cut_short(found, LISTED, language)))
    unasked = sum(1 for line in plan.lines if not (line.proposed or line.dropped or line.id in given))
    if unasked:
        yield say("nothing asked there" if unasked == 1 else "nothing asked at", language, count=unasked)


def _row(name: str, lines: Iterable[Line], allocation: Allocation, role: Role) -> Row:
    chosen = list(lines)
    proposed = sum((line.proposed for line in chosen), start=Fraction(0))
    allocated = sum((allocation.amounts[line.id] for line in chosen), start=Fraction(0))
    coverage = allocated / proposed if proposed else None
    plan = allocation.plan
    others = [plan.cofunding_of(chosen, allocation.amounts)] if plan.is_cofunded else []
    return Row(
        (name, proposed, allocated, *others, None if coverage is None else lower_limit(coverage), coverage), role
    )


def _all_asked(allocation: Allocation) -> bool:
    return all(allocation.amounts[line.id] >= line.proposed for line in allocation.plan.lines)
