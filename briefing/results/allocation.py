"""A split as a table and in words."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.briefing.text.language import text
from flessenhals.briefing.text.numbers import decimals_for, lower_limit, money, share, unit_in_words
from flessenhals.briefing.text.table import Column, Row, Table
from flessenhals.briefing.text.words import listed, say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flessenhals.briefing.text.language import Language
    from flessenhals.briefing.text.table import Role
    from flessenhals.solver.optimum.allocation import Allocation
    from flessenhals.solver.plan.plan import Grouping, Line, Plan

ONE = Fraction(1)
NAMED, RULES_NAMED, LISTED = 4, 8, 12
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
        return line_name(plan.line_by_id[owner], language)
    rule = plan.rule_by_id.get(owner)
    if rule is None:
        return say("the ceiling", language)
    name = say("rule", language, name=text(rule.name, language, rule.id))
    group = side.partition(".")[0]
    return f"{name} ({group_name(plan, rule.per, group, language)})" if rule.per and group else name


def rule_names(plan: Plan, labels: Iterable[str], language: Language) -> list[str]:
    """The ceiling and rules by name, one for each; the groups that a rule per group speaks of stand behind it."""
    groups: dict[str, list[str]] = {}
    for label in labels:
        owner, _, side = label.partition(".")
        rule = plan.rule_by_id.get(owner)
        grouped = rule is not None and rule.per is not None
        groups.setdefault(owner if grouped else label, []).append(side.partition(".")[0] if grouped else "")
    named = []
    for label, found in groups.items():
        rule = plan.rule_by_id.get(label)
        if rule is None or rule.per is None:
            named.append(constraint_name(plan, label, language))
            continue
        names = [group_name(plan, rule.per, group, language) for group in dict.fromkeys(found)]
        named.append(f"{constraint_name(plan, label, language)} ({', '.join(cut_short(names, NAMED, language))})")
    return named


def cut_short(names: list[str], most: int, language: Language) -> list[str]:
    """The first names, and how many there are more where they are many."""
    more = len(names) - most
    return [*names[:most], say("more lines", language, count=more)] if more > 1 else names


def constraint_names(plan: Plan, labels: Iterable[str], language: Language) -> str:
    """Constraints as one says them: the rules first, then the minimums and maximums, counted where they are many."""
    rules = [label for label in labels if label.rpartition(".")[2] not in {"minimum", "maximum"}]
    named = rule_names(plan, rules, language)
    for bound in ("minimum", "maximum"):
        lines = [constraint_name(plan, label, language) for label in labels if label.rpartition(".")[2] == bound]
        if lines:
            key = f"{bound} of" if len(lines) == 1 else f"{bound}s of"
            named.append(say(key, language, names=listed(cut_short(lines, NAMED, language), language)))
    return listed(named, language)


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
        others = _BOUNDS | {"ceiling"}
        rules = [each.row for each in allocation.constraints if each.binding and each.row.kind not in others]
    names = rule_names(plan, [row.label for row in rules], language)
    key = "money stays" if allocation.unspent else "all of it fits"
    return say(key, language, **said, binding=listed(names, language) or say("the limits", language))


def amounts_in(unit: str, language: Language) -> tuple[str, ...]:
    """The sentence below a table that says the unit of its amounts; none where a plan names no unit."""
    return (say("amounts in", language, unit=unit_in_words(unit, language)),) if unit else ()


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
    rules = rule_names(plan, [row.label for row in tight if row.kind not in _BOUNDS], language)
    yield say("binding", language, names="; ".join(rules)) if rules else say("nothing binds", language)
    at = {(row.label.rpartition(".")[0], row.kind) for row in tight if row.kind in _BOUNDS}

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
