"""What stands at the front of every document about a run: the line under its title, and what its file tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.briefing.document.document import Properties
from flessenhals.briefing.text.naming import scenario_name
from flessenhals.briefing.text.words import say

if TYPE_CHECKING:
    from flessenhals.briefing.brief.run import Provenance
    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.plan.plan import Plan


def under_title(key: str, plan: Plan, made: Provenance, language: Language, /, **told: str) -> str:
    """The line under the title: what the document is about, its date, and the scenario that the plan is read under.

    Args:
        key: of the sentence, which has a place for the date.
        plan: under its scenario.
        made: when the document was made.
        language: of the line.
        told: what else the sentence has a place for.
    """
    month = say("months", language).split()[made.created.month - 1]
    under = say(key, language, date=f"{made.created.day} {month} {made.created.year}", **told)
    return under if plan.scenario is None else f"{under} · {scenario_name(plan, plan.scenario, language)}"


def properties(subject: str, made: Provenance, language: Language) -> Properties:
    """What the file tells about itself, besides its subject in one sentence."""
    return Properties(
        subject=subject,
        keywords=tuple(say("brief keyword", language).split(", ")),
        creator=f"Flessenhals {made.version}",
        created=made.created,
    )
