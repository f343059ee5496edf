"""What is shown of a country: the first rows of each table, and how many more there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.briefing.text.words import say

if TYPE_CHECKING:
    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.sensitivity.bottlenecks import Bottlenecks

MOST_LINES = 500
MOST = 25  # rows of a table that somebody reads


def has_many_lines(plan: Plan) -> bool:
    """Whether a plan has so many lines that they are not all told: of a briefing each, of a table beyond its first."""
    return len(plan.lines) > MOST_LINES


def is_large(found: Bottlenecks) -> bool:
    """Whether a plan has so many lines that its tables show their first rows only."""
    return has_many_lines(found.allocation.plan)


def rows_left_out(count: int, language: Language) -> list[str]:
    """How many rows are not shown, and where they are; nothing where all are."""
    return [say("rows left out", language, count=count)] if count > 0 else []
