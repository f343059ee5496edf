"""A page without a briefing around it: the plan's title, its table, and the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.briefing.brief.by_year.run import AnswerByYear
from flessenhals.briefing.brief.by_year.series import series_block
from flessenhals.briefing.brief.opening.front import eyebrow, properties
from flessenhals.briefing.brief.table.amounts import widths
from flessenhals.briefing.brief.table.measures import bars, measures_table
from flessenhals.briefing.document.document import DataTable, Document, Section
from flessenhals.briefing.text.language import text
from flessenhals.briefing.text.naming import ceiling_name
from flessenhals.briefing.text.words import say

if TYPE_CHECKING:
    from flessenhals.briefing.brief.run import Answer
    from flessenhals.briefing.text.language import Language


def desk_document(run: Answer | AnswerByYear, language: Language) -> Document:
    """The plan at one ceiling, or on a path, as a document of one table.

    Args:
        run: everything that was worked out.
        language: of every text and number.
    """
    plan, made = run.plan, run.provenance
    ceiling = ceiling_name(run.allocation.ceiling, plan.unit, language)
    if isinstance(run, AnswerByYear):
        table = series_block(run, language)
    else:
        measured = measures_table(run, language)
        table = DataTable("measures", measured, widths(run), bars=bars(run, measured)).without_empty_texts()
    return Document(
        title=text(plan.title, language, plan.id),
        eyebrow=eyebrow(plan, say("eyebrow ceiling", language, ceiling=ceiling), made, language),
        language=language,
        properties=properties(say("desk subject", language, ceiling=ceiling), made, language),
        sections=(Section(table.id, say("desk who gets what", language), (table,)),),
    )
