"""What people call a change that made a difference: `NFI: minimum 0 → 4`."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from flessenhals.briefing.results.rules import selection_name, terms_in_words
from flessenhals.briefing.text.language import text
from flessenhals.briefing.text.naming import group_name, line_name
from flessenhals.briefing.text.numbers import amount, money
from flessenhals.briefing.text.words import WORDS, listed, say
from flessenhals.constraints import Weighted
from flessenhals.constraints.ceiling import size
from flessenhals.constraints.rule import Share
from flessenhals.constraints.selector import Selector
from flessenhals.solver.comparison.changes import HELD

if TYPE_CHECKING:
    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.comparison.causes import Cause
    from flessenhals.solver.comparison.changes import Change
    from flessenhals.solver.comparison.difference import Difference
    from flessenhals.solver.plan.plan import Plan

HUNDRED = 100


def cause_name(found: Difference, cause: Cause, language: Language) -> str:
    """A cause by what changed, from what to what; by what its changes have in common where they are many."""
    if len(cause.changes) == 1 or (cause.id.startswith("lines.") and len({each.owner for each in cause.changes}) == 1):
        return "; ".join(_change(found, change, language) for change in cause.changes)
    if " + " in cause.id:
        return " + ".join(_change(found, change, language) for change in cause.changes)
    first = cause.changes[0]
    what = _together(found.after.plan, cause, first, language)
    return say("cause together", language, what=what, count=len(cause.changes))


def short_name(found: Difference, cause: Cause, language: Language) -> str:
    """A cause by whose figures changed, without from what to what: `NFI`."""
    if len(cause.changes) > 1:
        return cause_name(found, cause, language)
    change = cause.changes[0]
    if change.section in {"ceiling", "objective"}:
        return say(f"the {change.section}", language)
    return _owner(found, change, language)[1]


def _together(plan: Plan, cause: Cause, first: Change, language: Language) -> str:
    if len({change.section for change in cause.changes}) > 1:
        return say("together all", language)
    fields = {change.field for change in cause.changes}
    key = f"together {first.field}" if len(fields) == 1 else f"together {first.section}"
    what = say(key if key in WORDS else f"together {first.section}", language)
    kind_of_id = cause.id.removeprefix(f"{cause.category}: ")
    if kind_of_id.startswith("programme:"):
        return say("together in", language, what=what, name=group_name(plan, "programme", first.group, language))
    kind = first.group if kind_of_id == f"constraints.{first.group}" else None
    return say(kind, language) if kind in WORDS else what


def _change(found: Difference, change: Change, language: Language) -> str:
    old, new = found.before, found.after
    if change.section == "ceiling":
        ends = (money(size(each.ceiling), each.plan.unit, language) for each in (old, new))
        return say("cause ceiling", language, **dict(zip(("before", "after"), ends, strict=True)))
    if change.section == "objective":
        order = (listed([str(stage) for stage in each.plan.objective], language) for each in (old, new))
        return say("cause objective", language, **dict(zip(("before", "after"), order, strict=True)))
    owners, name = _owner(found, change, language)
    if change.field is None:
        return say("cause gone" if owners[1] is None else "cause added", language, name=name)
    if change.field in HELD:
        held = getattr(owners[1], change.field)
        key = change.field if held else {"dropped": "restored", "kept": "released"}[change.field]
        ends = (
            money(each.minimum, plan.unit, language) for each, plan in zip(owners, (old.plan, new.plan), strict=True)
        )
        return say(f"cause {key}", language, name=name, **dict(zip(("before", "after"), ends, strict=True)))
    plans = (old.plan, new.plan)
    before, after = (
        _written(plan, change, getattr(owner, change.field), language)
        for plan, owner in zip(plans, owners, strict=True)
    )
    key = f"cause {'selects' if change.field == 'of' else change.field}"
    if key not in WORDS:
        return say("cause field", language, name=name, field=change.field)
    return say(key, language, name=name, before=before, after=after)


def _owner(found: Difference, change: Change, language: Language) -> tuple[list[Any], str]:
    """The line or rule before and after, and what people call it."""
    owners = [
        (each.plan.line_by_id if change.section == "lines" else each.plan.rule_by_id).get(change.owner)
        for each in (found.before, found.after)
    ]
    there: Any = owners[1] if owners[1] is not None else owners[0]
    if change.section == "lines":
        known = (found.before if owners[1] is None else found.after).plan
        return owners, line_name(known, there, language)
    return owners, say("rule", language, name=text(there.name, language, there.id))


def _written(plan: Plan, change: Change, value: object, language: Language) -> str:
    """A value of a field as people read it."""
    if isinstance(value, Selector):
        return selection_name(plan, value, language)
    if isinstance(value, Share):
        return f"{amount(value.fraction * HUNDRED, language)}%"
    if change.field == "terms":
        return terms_in_words(plan, value, language)  # type: ignore[arg-type]  # the field of a weighted rule
    if isinstance(value, Fraction):
        return _figure(plan, change, value, language)
    return say("no such limit", language) if value is None else str(value)


def _figure(plan: Plan, change: Change, value: Fraction, language: Language) -> str:
    """A number of a line or rule in what it is measured in: a percentage, a weight, a quantity or money."""
    if change.group == "proportional" and change.field in {"at_least", "at_most"}:
        return f"{amount(value * HUNDRED, language)}%"
    if change.field == "weight":
        return amount(value, language)
    rule = plan.rule_by_id.get(change.owner) if change.section == "constraints" else None
    return money(value, rule.unit if isinstance(rule, Weighted) else plan.unit, language)
