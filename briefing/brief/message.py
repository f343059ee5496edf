"""The message in three sentences: what the ceiling reaches, what shifts most, and what holds the rest back."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.briefing.document.document import Bullets, KeyFigure, KeyFigures, Paragraph
from flessenhals.briefing.results.comparison.comparison import verdict
from flessenhals.briefing.text.naming import constraint_name, line_name
from flessenhals.briefing.text.numbers import lower_limit, money, share
from flessenhals.briefing.text.words import listed, say

if TYPE_CHECKING:
    from flessenhals.briefing.brief.run import Run
    from flessenhals.briefing.document.document import Block
    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.optimum.allocation import Allocation


def message(run: Run, language: Language) -> tuple[Block, ...]:
    """The three sentences, what is wrong with the proposal where it breaks something, and the figures."""
    found = run.comparison
    wrong = found is not None and (found.violations or found.stranded)
    return (
        Bullets((reached(run, language), shifted(run, language), held_back(run.allocation, language))),
        *([Paragraph(verdict(found, language), strong=True)] if found is not None and wrong else []),
        _figures(run, language),
    )


def lowest(allocation: Allocation) -> Fraction | None:
    """The lowest coverage as it may be printed and called a lower limit."""
    part = allocation.lowest_coverage
    return None if part is None else lower_limit(part)


def reached_key(allocation: Allocation) -> str:
    """Which of the first sentences is true of a split."""
    if allocation.lowest_coverage is None:
        return "message nothing asked"
    if all(allocation.amounts[line.id] >= line.proposed for line in allocation.plan.lines):
        return "message fits"
    return "message stays" if allocation.unspent else "message reached"


def reached(run: Run, language: Language) -> str:
    """How far the ceiling goes."""
    split, unit = run.allocation, run.plan.unit
    return say(
        reached_key(split),
        language,
        ceiling=money(split.ceiling, unit, language),
        total=money(run.rounded.total, unit, language),
        unspent=money(split.ceiling - run.rounded.total, unit, language),
        lowest=share(lowest(split) or Fraction(0), language),
    )


def shifted(run: Run, language: Language) -> str:
    """Which measure differs most from the proposal, as printed."""
    against = say("what is asked" if run.comparison is None else "the proposal", language)
    line = max(run.plan.lines, key=lambda each: abs(run.shift(each)))
    shift, unit = run.shift(line), run.plan.unit
    if not shift:
        return say("shift none", language, proposal=against)
    return say(
        "shift less" if shift < 0 else "shift more",
        language,
        proposal=against,
        name=line_name(line, language),
        before=money(run.proposal[line.id], unit, language),
        after=money(run.rounded.amounts[line.id], unit, language),
        size=money(abs(shift), unit, language),
    )


def held_back(allocation: Allocation, language: Language) -> str:
    """What keeps the rest of the money, or of what is asked, from being put to work."""
    if all(allocation.amounts[line.id] >= line.proposed for line in allocation.plan.lines):
        return say("hold nothing", language)
    return holder(allocation, language)


def holder(allocation: Allocation, language: Language) -> str:
    """What keeps more money from being put to work, even where all that is asked is given."""
    if allocation.held_by_ceiling:
        return say("hold ceiling", language)
    plan = allocation.plan
    names = [constraint_name(plan, row.label, language) for row in allocation.holding_back if row.kind != "ceiling"]
    return say("hold rules", language, names=listed(names, language)) if names else say("hold limits", language)


def _figures(run: Run, language: Language) -> KeyFigures:
    split, unit = run.allocation, run.plan.unit
    shown = {
        "ceiling": money(split.ceiling, unit, language),
        "allocated": money(run.rounded.total, unit, language),
        "unspent": money(split.ceiling - run.rounded.total, unit, language),
        "coverage": "–" if (covered := lowest(split)) is None else share(covered, language),
    }
    return KeyFigures(tuple(KeyFigure(key, say(f"figure {key}", language), said) for key, said in shown.items()))
