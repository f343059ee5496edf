"""A run as a document: its sections in order, in one language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.briefing.brief.assumptions import assumptions
from flessenhals.briefing.brief.firmness import draws_apart, firmness
from flessenhals.briefing.brief.in_units import units_table
from flessenhals.briefing.brief.limits import limits, why
from flessenhals.briefing.brief.opening.bottle import bottle
from flessenhals.briefing.brief.opening.front import eyebrow, properties
from flessenhals.briefing.brief.opening.headline import standfirst, title
from flessenhals.briefing.brief.opening.message import message
from flessenhals.briefing.brief.since import since
from flessenhals.briefing.brief.table.country import is_large
from flessenhals.briefing.brief.table.measures import measures
from flessenhals.briefing.brief.table.rounding import rounding
from flessenhals.briefing.brief.traceability import sources, traceability
from flessenhals.briefing.document.document import Document, Section
from flessenhals.briefing.text.naming import yearly
from flessenhals.briefing.text.words import say

if TYPE_CHECKING:
    from flessenhals.briefing.brief.run import Run
    from flessenhals.briefing.document.document import Block
    from flessenhals.briefing.text.language import Language


def brief_document(run: Run, language: Language) -> Document:
    """The briefing on one ceiling: the message, who gets what, why, how firm, what it rests on, and the annexes.

    Args:
        run: everything that was worked out.
        language: of every text and number.
    """
    plan, made = run.plan, run.provenance
    ceiling = yearly(run.allocation.available, plan.unit, language)
    told = [(key, blocks) for key, build in NUMBERED.items() if (blocks := build(run, language))]
    sections = [
        Section(key, f"{number}. {say(f'brief {key}', language)}", blocks)
        for number, (key, blocks) in enumerate(told, start=1)
    ]
    annexes = [
        Section(f"annex-{key}", say(f"annex {key}", language), blocks, annex=True)
        for key, build in ANNEXES.items()
        if (blocks := build(run, language))
    ]
    return Document(
        title=title(run, language),
        eyebrow=eyebrow(plan, say("eyebrow ceiling", language, ceiling=ceiling), made, language),
        language=language,
        properties=properties(say("brief subject", language, ceiling=ceiling), made, language),
        sections=(*sections, *annexes),
        standfirst=standfirst(run, language),
    )


def told(run: Run, language: Language) -> tuple[Block, ...]:
    """The message, and the chain as a picture."""
    return (*message(run, language), *(() if is_large(run) else bottle(run, language)))


def given(run: Run, language: Language) -> tuple[Block, ...]:
    """The measures, and which units of them stand where they cannot be split."""
    return (*measures(run, language), *([units_table(run, language)] if run.units else []))


def spread(run: Run, language: Language) -> tuple[Block, ...]:
    """How far the amounts of each line lie apart in the draws, where draws were asked."""
    return draws_apart(run.simulation, run.plan, language)


NUMBERED = {
    "message": told,
    "measures": given,
    "since": since,
    "why": why,
    "firmness": firmness,
    "assumptions": assumptions,
}
ANNEXES = {
    "sources": sources,
    "rounding": rounding,
    "limits": limits,
    "traceability": traceability,
    "spread": spread,
}
