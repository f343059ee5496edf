"""What rounding cost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.briefing.document.document import Bullets
from flessenhals.briefing.text.naming import line_name
from flessenhals.briefing.text.numbers import money, share
from flessenhals.briefing.text.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flessenhals.briefing.brief.run import Run
    from flessenhals.briefing.document.document import Block
    from flessenhals.briefing.text.language import Language


def rounding(run: Run, language: Language) -> tuple[Block, ...]:
    """How printed amounts were chosen, and how far they are from the exact ones."""
    return (Bullets(tuple(_told(run, language))),)


def _told(run: Run, language: Language) -> Iterator[str]:
    done, unit = run.rounded, run.plan.unit
    yield say("rounding told", language, step=money(done.step, unit, language))
    if done.passed:
        yield say("rounding finer", language, asked=money(done.passed[0].step, unit, language))
    line, size = done.largest_shift
    if not size:
        yield say("rounding free", language)
        return
    within = money(done.reach * done.step, unit, language)
    yield say("rounding nearest" if done.nearest else "rounding near", language, within=within)
    name = next(line_name(each, language) for each in run.plan.lines if each.id == line)
    yield say("rounding cost", language, size=money(abs(size), unit, language), name=name)
    total = run.allocation.total
    if done.total != total:
        told = {"total": money(done.total, unit, language), "exact": money(total, unit, language)}
        yield say("rounding total", language, **told)
    before, lost = run.allocation.lowest_coverage, done.coverage_lost
    if before is not None and lost:
        yield say("rounding coverage", language, after=share(before - lost, language), before=share(before, language))
