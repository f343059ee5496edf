"""What people call a change that made a difference: `NFI: minimum 0 → 4`."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from flessenhals.briefing.results.rules import selection_name, terms_in_words
from flessenhals.briefing.text.language import text
from flessenhals.briefing.text.naming import group_name, line_name, years_in_words
from flessenhals.briefing.text.numbers import amount, money, percentage
from flessenhals.briefing.text.words import WORDS, listed, say
from flessenhals.constraints import Weighted
from flessenhals.constraints.ceiling import Path, size
from flessenhals.constraints.rule import Share
from flessenhals.constraints.selector import Selector
from flessenhals.solver.comparison.difference.changes import HELD

if TYPE_CHECKING:
    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.comparison.difference.causes import Cause
    from flessenhals.solver.comparison.difference.changes import Change
    from flessenhals.solver.comparison.difference.difference import Difference
    from flessenhals.solver.plan.plan import Plan

HUNDRED = 100
WHEN = ("lag", "years", "together", "from", "until")


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
    return what if kind is None or kind not in WORDS else say(kind, language)


def _change(found: Difference, change: Change, language: Language) -> str:
    old, new = found.before, found.after
    if change.section in {"ceiling", "objective"}:
        return _of_plan(found, change, language)
    owners, name = _owner(found, change, language)
    if change.field is None or change.field in WHEN:
        key = "when" if change.field else "gone" if owners[1] is None else "added"
        field = say(f"when {change.field}", language) if change.field else ""
        return say(f"cause {key}", language, name=name, field=field)
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


def _of_plan(found: Difference, change: Change, language: Language) -> str:
    """A change of the ceiling or of the order of the stages."""
    old, new = found.before, found.after
    if change.section == "ceiling":
        paths = [each.ceiling for each in (old, new) if isinstance(each.ceiling, Path)]
        if paths and size(old.ceiling) == size(new.ceiling):
            return say("cause shift" if paths[0].total == paths[-1].total else "cause course", language)
        ends = (money(size(each.ceiling), each.plan.unit, language) for each in (old, new))
        return say("cause ceiling", language, **dict(zip(("before", "after"), ends, strict=True)))
    order = (listed([str(stage) for stage in each.plan.objective], language) for each in (old, new))
    return say("cause objective", language, **dict(zip(("before", "after"), order, strict=True)))


def _owner(found: Difference, change: Change, language: Language) -> tuple[list[Any], str]:
    """The line or rule before and after, and what people call it; with years in the first year in which it differs."""
    if found.plan.years is not None:
        return _owner_by_year(found, change, language)
    owners = [
        (each.plan.line_by_id if change.section == "lines" else each.plan.rule_by_id).get(change.owner)
        for each in (found.before, found.after)
    ]
    there: Any = owners[1] if owners[1] is not None else owners[0]
    if change.section == "lines":
        known = (found.before if owners[1] is None else found.after).plan
        return owners, line_name(known, there, language)
    return owners, say("rule", language, name=text(there.name, language, there.id))


def _owner_by_year(found: Difference, change: Change, language: Language) -> tuple[list[Any], str]:
    """The line or rule in the first year in which it differs, before and after; and its name, with its years if few."""
    sides: list[dict[object, Any]] = []
    for each in (found.before.plan, found.after.plan):
        if change.section == "lines":
            sides.append({line.year: line for line in each.lines if line.line == change.owner})
        else:
            sides.append({rule.when: rule for rule in each.constraints if rule.id == change.owner})
    keys = list(dict.fromkeys([*sides[1], *sides[0]]))
    pairs = {key: [side.get(key) for side in sides] for key in keys}
    field = change.field
    differing = [
        key
        for key, (old, new) in pairs.items()
        if old is not None and new is not None and getattr(old, field or "", None) != getattr(new, field or "", None)
    ]
    owners: list[Any] = pairs[differing[0]] if differing else [next(iter(side.values()), None) for side in sides]
    there: Any = owners[1] if owners[1] is not None else owners[0]
    if change.section == "lines":
        name = group_name(found.after.plan if sides[1] else found.before.plan, "line", change.owner, language)
    else:
        name = say("rule", language, name=text(there.name, language, there.id))
    if differing and len(differing) < len(keys):
        years = [key if isinstance(key, int) else getattr(key, "year", None) for key in differing]
        told = years_in_words([year for year in years if year is not None], language)
        name = say("in year", language, name=name, years=told) if told else name
    return owners, name


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
    if change.field == "cofunded":
        return percentage(value, language)
    if change.field == "weight":
        return amount(value, language)
    rule = plan.rule_by_id.get(change.owner) if change.section == "constraints" else None
    return money(value, rule.unit if isinstance(rule, Weighted) else plan.unit, language)
