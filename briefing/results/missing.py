"""What could not be proved, and so is not told, in words."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.briefing.text.naming import NAMED, constraint_name, cut_short, line_name, scenario_name
from flessenhals.briefing.text.numbers import money
from flessenhals.briefing.text.words import listed, say
from flessenhals.briefing.text.words.errors import DUTCH
from flessenhals.solver.plan.message import in_english, spoken

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.sensitivity.missing import Missing


def missing_findings(plan: Plan, missing: Iterable[Missing], language: Language) -> list[str]:
    """What is missing, with the reason: findings of one kind with one reason together, in the order of the first."""
    alike: dict[tuple[str, str], list[str]] = {}
    for each in missing:
        alike.setdefault((each.finding, each.why), []).append(_named(plan, each, language))
    return [
        say(
            f"missing {finding}",
            language,
            name=listed(cut_short(list(dict.fromkeys(names)), NAMED, language), language),
            why=reason_in(why, language),
        )
        for (finding, why), names in alike.items()
    ]


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
    return say("asked reading", language) if about is None else constraint_name(plan, about, language)


def reason_in(why: str, language: Language) -> str:
    """What stood in the way of a proof, in the reader's language."""

    def dutch(template: str) -> str:
        return DUTCH.get(template, template)

    return spoken(why, dutch if language == "nl" else in_english)
