"""What people call a plan, its lines, its groups and its constraints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.briefing.text.language import text
from flessenhals.briefing.text.numbers import money, unit_in_words
from flessenhals.briefing.text.words import listed, say

if TYPE_CHECKING:
    from collections.abc import Iterable
    from fractions import Fraction

    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.plan.plan import Grouping, Line, Plan


NAMED = 4
BOUNDS = {"minimum", "maximum"}


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
    if side in BOUNDS:
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


def amounts_in(unit: str, language: Language) -> tuple[str, ...]:
    """The sentence below a table that says the unit of its amounts; none where a plan names no unit."""
    return (say("amounts in", language, unit=unit_in_words(unit, language)),) if unit else ()
