"""A page without a briefing around it: the plan's title, its table, and the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.briefing.brief.measures import WIDTHS, measures_table
from flessenhals.briefing.document.document import DataTable, Document, Properties, Section
from flessenhals.briefing.text.language import text
from flessenhals.briefing.text.naming import scenario_name, yearly
from flessenhals.briefing.text.words import say

if TYPE_CHECKING:
    from flessenhals.briefing.brief.run import Run
    from flessenhals.briefing.text.language import Language


def desk_document(run: Run, language: Language) -> Document:
    """The plan at one ceiling as a document of one table.

    Args:
        run: everything that was worked out.
        language: of every text and number.
    """
    plan, made = run.plan, run.provenance
    ceiling = yearly(run.allocation.available, plan.unit, language)
    date = f"{made.created.day} {say('months', language).split()[made.created.month - 1]} {made.created.year}"
    subtitle = say("desk subtitle", language, ceiling=ceiling, date=date)
    if plan.scenario is not None:
        subtitle += " · " + scenario_name(plan, plan.scenario, language)
    table = DataTable("measures", measures_table(run, language), WIDTHS).without_empty_texts()
    return Document(
        title=text(plan.title, language, plan.id),
        subtitle=subtitle,
        language=language,
        properties=Properties(
            subject=say("desk subject", language, ceiling=ceiling),
            keywords=tuple(say("brief keyword", language).split(", ")),
            creator=f"Flessenhals {made.version}",
            created=made.created,
        ),
        sections=(Section("measures", say("desk who gets what", language), (table,)),),
    )
