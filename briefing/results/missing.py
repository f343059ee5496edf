"""What could not be proved, and so is not told, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.briefing.text.naming import constraint_name
from flessenhals.briefing.text.words import say
from flessenhals.briefing.text.words.errors import DUTCH
from flessenhals.solver.plan.message import in_english, spoken

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.sensitivity.missing import Missing


def missing_findings(plan: Plan, missing: Iterable[Missing], language: Language) -> list[str]:
    """A sentence per finding that is missing, with the reason."""
    return [
        say(
            f"missing {each.finding}",
            language,
            name="" if each.id is None else constraint_name(plan, each.id, language),
            why=reason_in(each.why, language),
        )
        for each in missing
    ]


def reason_in(why: str, language: Language) -> str:
    """What stood in the way of a proof, in the reader's language."""

    def dutch(template: str) -> str:
        return DUTCH.get(template, template)

    return spoken(why, dutch if language == "nl" else in_english)
