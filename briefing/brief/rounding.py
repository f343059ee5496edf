"""What rounding cost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.briefing.document.document import Bullets
from flessenhals.briefing.text.naming import line_name
from flessenhals.briefing.text.numbers import least_share, money
from flessenhals.briefing.text.told import tell
from flessenhals.solver.claims.printed import InWholeSteps, NoneInSteps, NoneNearer, RoundingCost

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flessenhals.briefing.brief.run import Run
    from flessenhals.briefing.document.document import Block
    from flessenhals.briefing.text.language import Language
    from flessenhals.briefing.text.told import Told


def rounding(run: Run, language: Language) -> tuple[Block, ...]:
    """How printed amounts were chosen, and how far they are from the exact ones."""
    return (Bullets(tuple(_told(run, language))),)


def _told(run: Run, language: Language) -> Iterator[Told]:
    done, unit, printed = run.rounded, run.plan.unit, tuple(run.rounded.amounts.items())
    whole = InWholeSteps(done.step, printed)
    yield tell("rounding told", language, [whole], step=money(done.step, unit, language))
    if done.passed:
        passed = [NoneInSteps(each.step) for each in done.passed]
        yield tell("rounding finer", language, passed, asked=money(done.passed[0].step, unit, language))
    line, size = done.largest_shift
    total = run.allocation.total
    cost = RoundingCost(printed, abs(size), done.total - total, done.coverage_lost)
    if not size:
        yield tell("rounding free", language, [cost])
        return
    within = money(done.reach * done.step, unit, language)
    if done.nearest:
        yield tell("rounding nearest", language, [NoneNearer(done.step, printed, done.reach)], within=within)
    else:
        yield tell("rounding near", language, [whole], within=within)
    name = next(line_name(run.plan, each, language) for each in run.plan.lines if each.id == line)
    yield tell("rounding cost", language, [cost], size=money(abs(size), unit, language), name=name)
    if done.total != total:
        told = {"total": money(done.total, unit, language), "exact": money(total, unit, language)}
        yield tell("rounding total", language, [cost], **told)
    before, lost = run.allocation.lowest_coverage, done.coverage_lost
    if before is not None and lost:
        shown = {"after": least_share(before - lost, language), "before": least_share(before, language)}
        yield tell("rounding coverage", language, [cost], **shown)
