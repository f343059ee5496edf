"""A run over years as a document: its sections in order, in one language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.briefing.brief.by_year.firmness import firmness
from flessenhals.briefing.brief.by_year.grounds import comes_from, lines, rests_on
from flessenhals.briefing.brief.by_year.headline import standfirst, title
from flessenhals.briefing.brief.by_year.message import message
from flessenhals.briefing.brief.by_year.series import every_year, series
from flessenhals.briefing.brief.by_year.why import all_priced, why
from flessenhals.briefing.brief.firmness import draws_apart
from flessenhals.briefing.brief.opening.bottle import bottle_against
from flessenhals.briefing.brief.opening.front import eyebrow, properties
from flessenhals.briefing.brief.since import changed
from flessenhals.briefing.brief.table.measures import decimals_of
from flessenhals.briefing.document.document import Document, Section
from flessenhals.briefing.text.naming import years_in_words
from flessenhals.briefing.text.numbers import given
from flessenhals.briefing.text.words import say

if TYPE_CHECKING:
    from flessenhals.briefing.brief.by_year.run import RunByYear
    from flessenhals.briefing.document.document import Block
    from flessenhals.briefing.text.language import Language


def brief_by_year(run: RunByYear, language: Language) -> Document:
    """The briefing on a path: the message, the series, why, how firm, what it rests on, where it comes from.

    Args:
        run: everything that was worked out.
        language: of every text and number.
    """
    plan, made, path = run.plan, run.provenance, run.series.path
    sections = [(key, blocks) for key, build in NUMBERED.items() if (blocks := build(run, language))]
    annexes = [(key, blocks) for key, build in ANNEXES.items() if (blocks := build(run, language))]
    ceiling = given(run.allocation.available, plan.unit, language)
    return Document(
        title=title(run, language),
        eyebrow=eyebrow(plan, say("years path", language, name=path.name), made, language),
        language=language,
        properties=properties(
            say("years subject", language, ceiling=ceiling, years=years_in_words(run.series.years.all, language)),
            made,
            language,
        ),
        sections=(
            *(
                Section(key, f"{number}. {say(f'brief {key}', language)}", blocks)
                for number, (key, blocks) in enumerate(sections, start=1)
            ),
            *(
                Section(f"annex-{key.replace(' ', '-')}", say(f"annex {key}", language), blocks, annex=True)
                for key, blocks in annexes
            ),
        ),
        standfirst=standfirst(run, language),
    )


def since(run: RunByYear, language: Language) -> tuple[Block, ...]:
    """What changed since, where that was asked."""
    return changed(run.difference, run.plan, language)


def spread(run: RunByYear, language: Language) -> tuple[Block, ...]:
    """What each line is given in the draws, where draws were asked."""
    return draws_apart(run.simulation, run.plan, language)


def told(run: RunByYear, language: Language) -> tuple[Block, ...]:
    """The message, and the chain as a picture where there is a proposal."""
    decimals = decimals_of((run.printed.step,))
    chain = [bottle_against(each, decimals, language) for each in run.comparisons[:1]]
    return (*message(run, language), *(block for blocks in chain for block in blocks))


NUMBERED = {
    "message": told,
    "series": series,
    "since": since,
    "why": why,
    "firmness": firmness,
    "assumptions": rests_on,
}
ANNEXES = {
    "lines": lines,
    "every year": every_year,
    "prices": all_priced,
    "traceability": comes_from,
    "spread": spread,
}
