"""A page without a briefing around it: the plan's title, its table, and the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.briefing.brief.amounts import widths
from flessenhals.briefing.brief.front import eyebrow, properties
from flessenhals.briefing.brief.measures import measures_table
from flessenhals.briefing.document.document import DataTable, Document, Section
from flessenhals.briefing.text.language import text
from flessenhals.briefing.text.naming import yearly
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
    table = DataTable("measures", measures_table(run, language), widths(run)).without_empty_texts()
    return Document(
        title=text(plan.title, language, plan.id),
        eyebrow=eyebrow(plan, say("eyebrow ceiling", language, ceiling=ceiling), made, language),
        language=language,
        properties=properties(say("desk subject", language, ceiling=ceiling), made, language),
        sections=(Section("measures", say("desk who gets what", language), (table,)),),
    )
