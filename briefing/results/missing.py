"""What could not be proved, and so is not told, in words."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.briefing.text.naming import (
    NAMED,
    constraint_names,
    cut_short,
    line_name,
    rule_names,
    scenario_name,
)
from flessenhals.briefing.text.numbers import money
from flessenhals.briefing.text.words import listed, say
from flessenhals.briefing.text.words.errors import DUTCH
from flessenhals.constraints.constraint import Constraint
from flessenhals.solver.plan.message import in_english, spoken

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.sensitivity.missing import Missing


def missing_findings(plan: Plan, missing: Iterable[Missing], language: Language) -> list[str]:
    """What is missing, with the reason: findings of one kind with one reason together, in the order of the first."""
    alike: dict[tuple[str, str], list[Missing]] = {}
    for each in missing:
        alike.setdefault((each.finding, each.why), []).append(each)
    return [
        say(
            f"missing {finding}",
            language,
            name=_all_named(plan, found, language),
            why=reason_in(why, language),
        )
        for (finding, why), found in alike.items()
    ]


def _all_named(plan: Plan, missing: Sequence[Missing], language: Language) -> str:
    """What some findings are about: of a line's bounds which of them it is, not the line alone."""
    bounds = [
        [each.id for each in missing if isinstance(each.id, Constraint) and each.id.is_bound and each.id.side == side]
        for side in ("minimum", "maximum")
    ]
    rules = [each.id for each in missing if isinstance(each.id, Constraint) and not each.id.is_bound]
    others = [_named(plan, each, language) for each in missing if not isinstance(each.id, Constraint)]
    names = cut_short([*rule_names(plan, rules, language), *dict.fromkeys(others)], NAMED, language)
    return listed([*names, *(constraint_names(plan, found, language) for found in bounds if found)], language)


def _named(plan: Plan, missing: Missing, language: Language) -> str:
    about = missing.id
    if isinstance(about, Fraction):
        return money(about, plan.unit, language)
    if missing.finding == "comparison":
        return str(about)
    if missing.finding == "another unit":
        return line_name(plan, plan.line_by_id[str(about)], language)
    if isinstance(about, str):
        return scenario_name(plan, about, language)
    return say("asked reading", language)


def reason_in(why: str, language: Language) -> str:
    """What stood in the way of a proof, in the reader's language."""

    def dutch(template: str) -> str:
        return DUTCH.get(template, template)

    return spoken(why, dutch if language == "nl" else in_english)
