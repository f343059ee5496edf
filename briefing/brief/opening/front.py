"""What stands at the front of every document about a run: the line above its title, and what its file tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.briefing.document.document import Properties
from flessenhals.briefing.text.naming import scenario_name, short_title
from flessenhals.briefing.text.words import say

if TYPE_CHECKING:
    from flessenhals.briefing.brief.run import Provenance
    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.plan.plan import Plan


def eyebrow(plan: Plan, ceiling: str, made: Provenance, language: Language) -> str:
    """The line above the title: the plan's short name, the ceiling, the reading where there is one, and the date.

    Args:
        plan: under its scenario.
        ceiling: as it is said there, `plafond € 300 mln per jaar` or `pad build-up`.
        made: when the document was made.
        language: of the line.
    """
    month = say("months", language).split()[made.created.month - 1]
    reading = [] if plan.scenario is None else [scenario_name(plan, plan.scenario, language)]
    return " · ".join(
        [short_title(plan, language), ceiling, *reading, f"{made.created.day} {month} {made.created.year}"]
    )


def properties(subject: str, made: Provenance, language: Language) -> Properties:
    """What the file tells about itself, besides its subject in one sentence."""
    return Properties(
        subject=subject,
        keywords=tuple(say("brief keyword", language).split(", ")),
        creator=f"Flessenhals {made.version}",
        created=made.created,
    )
