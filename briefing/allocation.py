"""A split as a table and in words."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from briefing.language import text
from briefing.numbers import decimals_for, money, share, unit_in_words
from briefing.table import Column, Row, Table
from briefing.words import listed, say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing.language import Language
    from briefing.table import Role
    from solver.allocation import Allocation
    from solver.plan import Grouping, Line, Plan

ONE = Fraction(1)
NAMED, LISTED = 4, 12
_BOUNDS = {"minimum", "maximum"}


def allocation_table(allocation: Allocation, language: Language) -> Table:
    """The lines grouped by programme with subtotals, and below them what is unspent, what binds and what it means."""
    plan = allocation.plan
    rows: list[Row] = []
    groups = plan.grouped("programme")
    for group, lines in groups.items():
        rows += [_row(line_name(line, language), [line], allocation, "line") for line in lines]
        if len(groups) > 1:
            rows.append(_row(group_name(plan, "programme", group, language), lines, allocation, "subtotal"))
    rows.append(_row(say("total", language), plan.lines, allocation, "total"))
    return Table(
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


def heading(plan: Plan, said: str, language: Language) -> str:
    """A title: the plan, what is said of it, and the scenario if there is one, each on a line of its own."""
    lines = [text(plan.title, language, plan.id), said]
    if plan.scenario is not None:
        title = text(plan.scenarios.get(plan.scenario), language, plan.scenario)
        lines.append(say("reading", language, title=title))
    return "\n".join(lines)


def yearly(amount: Fraction, unit: str, language: Language) -> str:
    """An amount with its unit and period, as it stands in a title: `€ 300 mln per jaar`."""
    period = unit_in_words(unit, language).removeprefix(unit_in_words(unit.partition(" per ")[0], language))
    return money(amount, unit, language) + period


def line_name(line: Line, language: Language) -> str:
    """What people call a line; its id where the plan gives no name."""
    return text(line.name, language, line.id)


def group_name(plan: Plan, grouping: Grouping, group: str | None, language: Language) -> str:
    """What people call a programme, partner or department; its id where the plan gives no name.

    Args:
        plan: for its names.
        grouping: which of the three it is.
        group: the id; None for lines that name none.
        language: the reader's.
    """
    names = {"programme": plan.programmes, "partner": plan.partners, "department": plan.departments}[grouping]
    return say("ungrouped", language) if group is None else text(names.get(group), language, group)


def constraint_name(plan: Plan, label: str, language: Language) -> str:
    """What people call a constraint: the ceiling, a rule by its name, a line's bound by the line's name.

    A rule that holds per group is named with the group: `"The OM follows the police" (Utrecht)`.
    """
    owner, _, side = label.partition(".")
    if side in _BOUNDS:
        return next(line_name(line, language) for line in plan.lines if line.id == owner)
    for rule in plan.constraints:
        if rule.id == owner:
            name = say("rule", language, name=text(rule.name, language, rule.id))
            group = side.partition(".")[0]
            return f"{name} ({group_name(plan, rule.per, group, language)})" if rule.per and group else name
    return say("the ceiling", language)


def constraint_names(plan: Plan, labels: Iterable[str], language: Language) -> str:
    """Constraints by name: the rules first, then the lines' bounds, counted where they are many."""
    rules = [label for label in labels if label.rpartition(".")[2] not in {"minimum", "maximum"}]
    named = [constraint_name(plan, label, language) for label in rules]
    for bound in ("minimum", "maximum"):
        lines = [constraint_name(plan, label, language) for label in labels if label.rpartition(".")[2] == bound]
        more = len(lines) - NAMED
        if more > 1:
            lines = [*lines[:NAMED], say("more lines", language, count=more)]
        if lines:
            named.append(f"{say(bound, language).lower()}: {listed(lines, language)}")
    return "; ".join(named)


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
    said["lowest"] = share(lowest, language)
    if allocation.held_by_ceiling:
        return say("ceiling is reached", language, **said)
    rules = [row for row in allocation.holding_back if row.kind != "ceiling"]
    if not rules:
        others = _BOUNDS | {"ceiling"}
        rules = [each.row for each in allocation.constraints if each.binding and each.row.kind not in others]
    names = [constraint_name(plan, row.label, language) for row in rules]
    key = "money stays" if allocation.unspent else "all of it fits"
    return say(key, language, **said, binding=listed(names, language) or say("the limits", language))


def _notes(allocation: Allocation, language: Language) -> Iterable[str]:
    plan = allocation.plan
    yield sentence(allocation, language)
    yield say("unspent", language, amount=money(allocation.unspent, plan.unit, language))
    if any(line.weight != ONE for line in plan.lines):
        yield say("value", language, value=money(allocation.value, plan.unit, language))
    yield from _binding(allocation, language)
    if "coverage" not in plan.objective:
        yield say("not the only one", language)
    if plan.unit:
        yield say("amounts in", language, unit=unit_in_words(plan.unit, language))
    yield say("proved", language)


def _binding(allocation: Allocation, language: Language) -> Iterable[str]:
    plan = allocation.plan
    tight = [each.row for each in allocation.constraints if each.binding]
    rules = [constraint_name(plan, row.label, language) for row in tight if row.kind not in _BOUNDS]
    yield say("binding", language, names="; ".join(rules)) if rules else say("nothing binds", language)
    at = {(row.label.rpartition(".")[0], row.kind) for row in tight if row.kind in _BOUNDS}

    def names(kind: str, *, something: bool) -> list[str]:
        found = [
            line for line in plan.lines if (line.id, kind) in at and bool(allocation.amounts[line.id]) == something
        ]
        return [line_name(line, language) for line in found]

    lowest, highest = names("minimum", something=True), names("maximum", something=True)
    fixed = [name for name in lowest if name in highest]
    at_minimum = [name for name in lowest if name not in fixed]
    at_maximum = [name for name in highest if name not in fixed]
    below = [name for name in (line_name(line, language) for line in plan.lines) if name not in highest]
    if not below:
        yield say("all at maximum", language)
        return
    most = len(below) < len(at_maximum)
    for key, found in (
        ("fixed", [] if most else fixed),
        ("at minimum", at_minimum),
        ("most at maximum", below if most else []),
        ("at maximum", [] if most else at_maximum),
        ("at nothing", names("minimum", something=False)),
    ):
        more = len(found) - LISTED
        shown = [*found[:LISTED], say("more lines", language, count=more)] if more > 1 else found
        if found:
            yield say(key, language, names="; ".join(shown))


def _row(name: str, lines: Iterable[Line], allocation: Allocation, role: Role) -> Row:
    chosen = list(lines)
    proposed = sum((line.proposed for line in chosen), start=Fraction(0))
    allocated = sum((allocation.amounts[line.id] for line in chosen), start=Fraction(0))
    coverage = allocated / proposed if proposed else None
    return Row((name, proposed, allocated, coverage, coverage), role)
