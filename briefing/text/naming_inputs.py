"""What people call an uncertain input."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from flessenhals.briefing.text.naming import constraint_name, group_name, rule_name
from flessenhals.briefing.text.words import listed, say
from flessenhals.constraints import Weighted

if TYPE_CHECKING:
    from flessenhals.briefing.text.language import Language
    from flessenhals.constraints.constraint import Constraint
    from flessenhals.constraints.selector import Condition
    from flessenhals.solver.plan.plan import Plan, Uncertain


def bound_name(plan: Plan, constraint: Constraint, language: Language) -> str:
    """What people call a constraint, with which bound it is where it is one of a line."""
    name = constraint_name(plan, constraint, language)
    return say(f"{constraint.side} of", language, names=name) if constraint.is_bound else name


def input_name(plan: Plan, each: Uncertain, language: Language) -> str:
    """What people call an uncertain input: `how much "The OM follows the police" asks at least`."""
    if each.path is None:
        conditions = () if each.of is None else each.of.conditions
        names = [name for condition in conditions for name in _selected(plan, condition, language)]
        return say(f"input {each.field}", language, name=listed(names, language))
    section, owner, rest = each.place
    if plan.years is not None and len(rest) > 1 and rest[-1].isdecimal() and int(rest[-1]) in plan.years.all:
        whole = replace(each, path=".".join((section, owner, *rest[:-1])))
        return say("of that year", language, name=input_name(plan, whole, language), year=rest[-1])
    field = rest[-1]
    if section == "lines":
        name = group_name(plan, "line", owner, language)
    else:
        rule = plan.rule_by_id[owner]
        name = rule_name(rule, language)
        if isinstance(rule, Weighted) and field == "times":
            place = rest[-2]
            names = [
                each
                for condition in rule.terms[int(place)].of.conditions
                for each in _selected(plan, condition, language)
            ]
            return say("input times", language, name=name, of=listed(names, language))
    return say(f"input {field}", language, name=name)


def capital(name: str) -> str:
    """A name as it begins a row."""
    return name[:1].upper() + name[1:]


def _selected(plan: Plan, condition: Condition, language: Language) -> list[str]:
    """The names of what one condition asks of a line."""
    names = [group_name(plan, "line", each, language) for each in condition.line]
    names += [group_name(plan, "partner", each, language) for each in condition.partner]
    names += [group_name(plan, "programme", each, language) for each in condition.programme]
    names += [group_name(plan, "department", each, language) for each in condition.department]
    names = [*names, *condition.tags] or [say("every line", language)]
    if not condition.year:
        return names
    return [say("in year", language, name=name, years=listed(list(condition.year), language)) for name in names]
