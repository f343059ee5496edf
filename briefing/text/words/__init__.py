"""Every word and sentence that people read, in both languages side by side: a topic a file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from flessenhals.briefing.text.words import (
    allocation,
    bottlenecks,
    common,
    effect,
    infeasible,
    ladder,
    ratios,
    reading,
    reconciliation,
    robustness,
    room,
    rules,
    simulation,
    units,
    weighted,
    years,
)
from flessenhals.briefing.text.words.paper import brief, by_year, grounds, page, workbook
from flessenhals.briefing.text.words.paper import layout as paper
from flessenhals.briefing.text.words.proposals import charts as comparison_charts
from flessenhals.briefing.text.words.proposals import comparison, difference, inverse, stranding

if TYPE_CHECKING:
    from flessenhals.briefing.text.language import Language

WORDS: dict[str, dict[Language, str]] = {
    **common.WORDS,
    **allocation.WORDS,
    **units.WORDS,
    **infeasible.WORDS,
    **ladder.WORDS,
    **bottlenecks.WORDS,
    **ratios.WORDS,
    **reading.WORDS,
    **room.WORDS,
    **comparison.WORDS,
    **reconciliation.WORDS,
    **difference.WORDS,
    **effect.WORDS,
    **robustness.WORDS,
    **simulation.WORDS,
    **stranding.WORDS,
    **paper.WORDS,
    **inverse.WORDS,
    **brief.WORDS,
    **by_year.WORDS,
    **grounds.WORDS,
    **rules.WORDS,
    **weighted.WORDS,
    **comparison_charts.WORDS,
    **workbook.WORDS,
    **years.WORDS,
    **page.WORDS,
}


def say(key: str, language: Language, **values: object) -> str:
    """A text in the reader's language with its places filled in."""
    return WORDS[key][language].format(**values)


_ENCLOSED = re.compile(r'"[^"]*"|\([^()]*\)')


def listed(names: list[str], language: Language) -> str:
    """Names in a row as one says them: `a, b and c`; with semicolons where a name has an open comma itself."""
    if len(names) < 2:  # noqa: PLR2004 - nothing to join
        return "".join(names)
    comma = ";" if any(", " in _ENCLOSED.sub("", name) for name in names) else ","
    return f"{f'{comma} '.join(names[:-1])}{comma if comma == ';' else ''} {say('and', language)} {names[-1]}"
