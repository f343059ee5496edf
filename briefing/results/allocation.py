"""A split as a table and in words."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.briefing.text.naming import (
    BOUNDS,
    amounts_in,
    cut_short,
    group_name,
    heading,
    line_name,
    rule_names,
    yearly,
)
from flessenhals.briefing.text.numbers import decimals_for, lower_limit, money, share
from flessenhals.briefing.text.table import Column, Row, Table
from flessenhals.briefing.text.words import listed, say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flessenhals.briefing.text.language import Language
    from flessenhals.briefing.text.table import Role
    from flessenhals.solver.optimum.allocation import Allocation
    from flessenhals.solver.plan.plan import Line

ONE = Fraction(1)
LISTED = 12


def allocation_tables(allocation: Allocation, language: Language) -> list[Table]:
    """The lines grouped by programme with subtotals, and below them what is unspent, what binds and what it means."""
    plan = allocation.plan
    rows: list[Row] = []
    groups = plan.grouped("programme")
    for group, lines in groups.items():
        rows += [_row(line_name(line, language), [line], allocation, "line") for line in lines]
        if len(groups) > 1:
            rows.append(_row(group_name(plan, "programme", group, language), lines, allocation, "subtotal"))
    rows.append(_row(say("total", language), plan.lines, allocation, "total"))
    return [
        Table(
            title=heading(
                plan, say("allocation", language, ceiling=yearly(allocation.ceiling, plan.unit, language)), language
            ),
            columns=(
                Column(say("line", language), "text"),
                Column(say("proposed", language), "amount"),
                Column(say("allocated", language), "amount"),
                Column(say("coverage", language), "share"),
                Column("", "bar"),
            ),
            rows=tuple(rows),
            language=language,
            decimals=decimals_for(plan.proposed),
            notes=tuple(_notes(allocation, language)),
        )
    ]


def sentence(allocation: Allocation, language: Language) -> str:
    """What the split comes to, in one or two sentences."""
    plan = allocation.plan
    said = {
        "ceiling": money(allocation.ceiling, plan.unit, language),
        "total": money(allocation.total, plan.unit, language),
        "unspent": money(allocation.unspent, plan.unit, language),
    }
    lowest = allocation.lowest_coverage
    if lowest is None:
        return say("nothing asked", language, **said)
    if all(allocation.amounts[line.id] >= line.proposed for line in plan.lines):
        return say("everything fits", language, **said)
    said["lowest"] = share(lower_limit(lowest), language)
    if allocation.held_by_ceiling:
        return say("ceiling is reached", language, **said)
    rules = [row for row in allocation.holding_back if row.kind != "ceiling"]
    if not rules:
        others = BOUNDS | {"ceiling"}
        rules = [each.row for each in allocation.constraints if each.binding and each.row.kind not in others]
    names = rule_names(plan, [row.label for row in rules], language)
    key = "money stays" if allocation.unspent else "all of it fits"
    return say(key, language, **said, binding=listed(names, language) or say("the limits", language))


def _notes(allocation: Allocation, language: Language) -> Iterable[str]:
    plan = allocation.plan
    yield sentence(allocation, language)
    unspent = money(allocation.unspent, plan.unit, language) if allocation.unspent else say("nothing", language)
    yield say("unspent", language, amount=unspent)
    if any(line.weight != ONE for line in plan.lines):
        yield say("value", language, value=money(allocation.value, plan.unit, language))
    yield from _binding(allocation, language)
    if "coverage" not in plan.objective:
        yield say("not the only one", language)
    yield from amounts_in(plan.unit, language)
    yield say("proved", language)


def _binding(allocation: Allocation, language: Language) -> Iterable[str]:
    plan = allocation.plan
    tight = [each.row for each in allocation.constraints if each.binding]
    rules = rule_names(plan, [row.label for row in tight if row.kind not in BOUNDS], language)
    yield say("binding", language, names="; ".join(rules)) if rules else say("nothing binds", language)
    at = {(row.label.rpartition(".")[0], row.kind) for row in tight if row.kind in BOUNDS}

    def standing(kind: str, *, something: bool) -> dict[str, str]:
        return {
            line.id: line_name(line, language)
            for line in plan.lines
            if (line.id, kind) in at and bool(allocation.amounts[line.id]) == something
        }

    lowest, highest = standing("minimum", something=True), standing("maximum", something=True)
    fixed = [name for line, name in lowest.items() if line in highest]
    at_minimum = [name for line, name in lowest.items() if line not in highest]
    at_maximum = [name for line, name in highest.items() if line not in lowest]
    below = [line_name(line, language) for line in plan.lines if line.id not in highest]
    if not below:
        yield say("all at maximum", language)
        return
    most = len(below) < len(at_maximum)
    for key, found in (
        ("fixed", [] if most else fixed),
        ("at minimum", at_minimum),
        ("most at maximum", below if most else []),
        ("at maximum", [] if most else at_maximum),
        ("at nothing", list(standing("minimum", something=False).values())),
    ):
        if found:
            yield say(key, language, names="; ".join(cut_short(found, LISTED, language)))


def _row(name: str, lines: Iterable[Line], allocation: Allocation, role: Role) -> Row:
    chosen = list(lines)
    proposed = sum((line.proposed for line in chosen), start=Fraction(0))
    allocated = sum((allocation.amounts[line.id] for line in chosen), start=Fraction(0))
    coverage = allocated / proposed if proposed else None
    return Row((name, proposed, allocated, coverage, coverage), role)
