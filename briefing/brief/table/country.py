"""What a briefing of very many lines tells of: programmes, and the partners that gain or lose most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.briefing.results.large import MOST, has_many_lines
from flessenhals.briefing.text.naming import group_name
from flessenhals.briefing.text.words import say
from flessenhals.constraints.exact import total

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from flessenhals.briefing.brief.run import Answer, Run
    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.plan.plan import Line


def is_large(run: Answer) -> bool:
    """Whether a plan has so many lines that a briefing tells of programmes and partners in their place."""
    return has_many_lines(run.plan)


def folded(run: Run, language: Language) -> list[tuple[str, Sequence[Line]]]:
    """The programmes, each with its lines; of a plan of one programme the whole."""
    groups = run.plan.grouped("programme")
    return [(group_name(run.plan, "programme", group, language), lines) for group, lines in groups.items()]


def furthest(run: Run, language: Language) -> list[tuple[str, Sequence[Line]]]:
    """The partners whose total moves furthest from what they propose, each with its lines; then all others together."""
    plan = run.plan
    groups = plan.grouped("partner")

    def moved(group: tuple[str | None, Sequence[Line]]) -> Fraction:
        return abs(total(run.shift(line) for line in group[1]))

    ordered = sorted(groups.items(), key=moved, reverse=True)
    shown = [(group_name(plan, "partner", group, language), lines) for group, lines in ordered[:MOST]]
    rest = [line for _, lines in ordered[MOST:] for line in lines]
    return [*shown, *([(say("other partners", language, count=len(ordered) - MOST), rest)] if rest else [])]
