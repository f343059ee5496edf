"""The numbers in rules that a reader of the page can change: what they are called, and how they are shown and set."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from flessenhals.briefing.page.program import field_in
from flessenhals.briefing.text.naming import rule_name, short_group_name
from flessenhals.briefing.text.words import listed, say
from flessenhals.constraints.proportional import Proportional
from flessenhals.constraints.rule import Share

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flessenhals.briefing.text.language import Language
    from flessenhals.constraints import Rule
    from flessenhals.solver.plan.plan import Plan

FIELDS = ("at_least", "at_most")
HUNDRED = Fraction(100)
MOST_NAMED = 2


def sides(plan: Plan, language: Language) -> list[dict[str, Any]]:
    """Each side of each rule that has a number, in the plan's order; with years one for each year that has its own."""
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for rule in plan.constraints:
        for side in FIELDS:
            value = rule.number([side])
            field = field_in(rule, side, plan)
            if value is None or (rule.id, field) in found:
                continue
            year = field.removeprefix(side).removeprefix(".")
            label = _label(rule, side, plan, language)
            found[rule.id, field] = {
                "rule": rule.id,
                "field": field,
                "name": rule_name(rule, language).strip('"'),
                "label": f"{label}, {year}" if year else label,
                "path": f"constraints.{rule.id}.{rule.kind}.{field}",
                "value": str(value.fraction if isinstance(value, Share) else value),
                "share": isinstance(value, Share),
                "scale": str(HUNDRED if isinstance(value, Share) or isinstance(rule, Proportional) else Fraction(1)),
            }
    return list(found.values())


def _label(rule: Rule, field: str, plan: Plan, language: Language) -> str:
    """What a number is about: of a chain rule who stands behind whom, where that is soon said; else the rule's name."""
    name = rule_name(rule, language).strip('"')
    ratio = next((each for each in rule.ratios(plan.lines) if each.field == field), None)
    if ratio is not None and ratio.is_chain:
        part, whole = _partners(plan, ratio.part, language), _partners(plan, ratio.whole, language)
        if part and whole:
            return say("desk per" if field == "at_least" else "desk per at most", language, part=part, whole=whole)
    if isinstance(rule.number([field]), Share):
        return say(f"desk {field} share", language, name=name)
    return say(f"desk {field}", language, name=name)


def _partners(plan: Plan, lines: Iterable[str], language: Language) -> str | None:
    """The partners of lines by name; None where they are more than two."""
    partners = dict.fromkeys(plan.line_by_id[line].partner for line in lines)
    names = [short_group_name(plan, "partner", each, language) for each in partners]
    return listed(names, language) if len(names) <= MOST_NAMED else None
