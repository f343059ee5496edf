"""What rounding cost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.briefing.document.document import Bullets
from flessenhals.briefing.text.naming import line_name
from flessenhals.briefing.text.numbers import least_share, money
from flessenhals.briefing.text.told import tell
from flessenhals.solver.claims.printed import InWholeSteps, NextToExact, NoneInSteps, NoneNearer, RoundingCost
from flessenhals.solver.claims.proposal import Keeps

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flessenhals.briefing.brief.run import Answer, Run
    from flessenhals.briefing.document.document import Block
    from flessenhals.briefing.text.language import Language
    from flessenhals.briefing.text.told import Told
    from flessenhals.solver.claims.claim import Claim
    from flessenhals.solver.rounding.rounding import Rounded


def rounding(run: Run, language: Language) -> tuple[Block, ...]:
    """How printed amounts were chosen, and how far they are from the exact ones."""
    return (Bullets(tuple(_told(run, language))),)


def kept_in_print(done: Rounded) -> Claim:
    """What amounts of a split claim as they are printed: that they keep everything, or are next to the exact ones."""
    printed = tuple(done.amounts.items())
    if done.keeps_all:
        return Keeps(done.ceiling, printed)
    return NextToExact(done.ceiling, done.step, tuple(done.exact.items()), printed)


def under_the_table(run: Answer, language: Language) -> Told:
    """How the amounts of a table stand to the rules, as they are printed."""
    done = run.rounded
    step = money(done.step, run.plan.unit, language)
    if not done.keeps_all:
        return tell("printed amounts apart", language, [kept_in_print(done)], step=step)
    return tell("printed amounts", language, [InWholeSteps(done.step, tuple(done.amounts.items()))], step=step)


def _told(run: Run, language: Language) -> Iterator[Told]:
    done, unit, printed = run.rounded, run.plan.unit, tuple(run.rounded.amounts.items())
    whole = InWholeSteps(done.step, printed) if done.keeps_all else kept_in_print(done)
    key = "rounding told" if done.keeps_all else "rounding told apart"
    yield tell(key, language, [whole], step=money(done.step, unit, language))
    if done.passed and not done.searched:
        yield tell("rounding finer found", language, [whole], asked=money(done.passed[0].step, unit, language))
    elif done.passed:
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
    elif done.searched:
        yield tell("rounding near", language, [whole], within=within)
    elif done.keeps_all:
        yield tell("rounding not searched", language, [whole], within=within)
    name = next(line_name(run.plan, each, language) for each in run.plan.lines if each.id == line)
    yield tell("rounding cost", language, [cost], size=money(abs(size), unit, language), name=name)
    if done.total != total:
        told = {"total": money(done.total, unit, language), "exact": money(total, unit, language)}
        yield tell("rounding total", language, [cost], **told)
    before, lost = run.allocation.lowest_coverage, done.coverage_lost
    if before is not None and lost:
        shown = {"after": least_share(before - lost, language), "before": least_share(before, language)}
        yield tell("rounding coverage", language, [cost], **shown)
