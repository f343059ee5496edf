"""The answer to one ceiling as a heading, and below it why, what is possible and what would help."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from flessenhals.briefing.brief.opening.message import holder, reached_key
from flessenhals.briefing.brief.opening.proposal_headline import reasons_of, title_of
from flessenhals.briefing.results.units import reached_in_units
from flessenhals.briefing.text.language import LANGUAGES
from flessenhals.briefing.text.numbers import given, least_share, money
from flessenhals.briefing.text.told import run_on, tell
from flessenhals.solver.claims.proposal import NearestSplit
from flessenhals.solver.claims.split import AllAsked, Asks, LowestCoverage, Spends
from flessenhals.solver.claims.use import CanBePutToWork

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from flessenhals.briefing.brief.run import Run
    from flessenhals.briefing.text.language import Language
    from flessenhals.briefing.text.told import Told

MOST_WORDS = 40


def title(run: Run, language: Language) -> Told:
    """The answer in a sentence: the first of these that holds.

    A proposal cannot be carried out; money cannot be put to work; the ceiling holds back what is asked; all that is
    asked is met.
    """
    return title_of(run.compared, language) or _of_the_split(run, language)


def standfirst(run: Run, language: Language) -> Told:
    """Why, what is possible, and what would help, in forty words."""
    refused = title_of(run.compared, language) is not None
    return short(partial(_of_proposals if refused else _below, run), language)


def short(said: Callable[[Language], Sequence[Sequence[Told]]], language: Language) -> Told:
    """The first way to say something that has forty words at most in every language; the last if none has.

    Args:
        said: the ways in a language, each a number of sentences; the fullest first, as many in every language.
        language: the reader's.
    """
    ways = {each: [run_on(way) for way in said(each)] for each in LANGUAGES}
    fitting = (
        place
        for place in range(len(ways[language]))
        if all(len(of[place].split()) <= MOST_WORDS for of in ways.values())
    )
    return ways[language][next(fitting, -1)]


def _of_the_split(run: Run, language: Language) -> Told:
    split, unit = run.allocation, run.plan.unit
    left = split.available - run.rounded.total
    key, claims = reached_key(split), [LowestCoverage(split.lowest_coverage)]
    said = {"ceiling": given(split.available, unit, language), "left": money(left, unit, language)}
    if key == "advice fits":
        return tell("title fits", language, [AllAsked()], **said)
    if key == "advice nothing asked":
        return tell("title nothing asked", language, claims)
    if split.unspent and left:
        spent = Spends(split.total, split.unspent)
        if split.total == split.possible:
            return tell("title cannot", language, [spent, CanBePutToWork(split.possible)], **said)
        return tell("title left", language, [spent], **said)
    if split.lowest_coverage:
        return tell("title least", language, claims, least=least_share(split.lowest_coverage, language), **said)
    empty = sum(1 for line in run.plan.lines if line.proposed and not split.amounts[line.id])
    return tell("title nothing" if empty == 1 else "title nothings", language, claims, count=empty, **said)


def _of_proposals(run: Run, language: Language) -> list[list[Told]]:
    """Below the heading of proposals that cannot be carried out: why, what is possible, and what would mend one."""
    found = run.comparison
    possible = _possible(run, language)
    told = [*reasons_of(run.compared, language), possible]
    if found is not None and run.proposals is None and found.nearest is not None and found.moved:
        near = tuple(found.nearest.amounts.items())
        claim = NearestSplit(found.ceiling, tuple(found.proposal.amounts.items()), near)
        moved = tell("standfirst moved", language, [claim], moved=money(found.moved, run.plan.unit, language))
        return [[*told, moved], told, [possible]]
    return [told, [possible]]


def _possible(run: Run, language: Language) -> Told:
    """What the ceiling allows."""
    split, unit = run.allocation, run.plan.unit
    said = {"ceiling": given(split.available, unit, language), "total": money(run.rounded.total, unit, language)}
    if reached_key(split) == "advice fits":
        return tell("standfirst fits", language, [AllAsked()], **said)
    if not split.lowest_coverage:
        return tell("standfirst spends", language, [Spends(split.total, split.unspent)], **said)
    claims = [LowestCoverage(split.lowest_coverage)]
    return tell("standfirst least", language, claims, least=least_share(split.lowest_coverage, language), **said)


def _below(run: Run, language: Language) -> list[list[Told]]:
    """Below the heading of what the ceiling allows: what is held back by what, and what would help."""
    split, unit = run.allocation, run.plan.unit
    left = split.available - run.rounded.total
    if reached_key(split) == "advice fits":
        spent = Spends(split.total, split.unspent)
        rest = [tell("standfirst left", language, [spent], left=money(left, unit, language))] if left else []
        return [[tell("standfirst all", language, [AllAsked()]), *rest]]
    holds = run_on(reached_in_units(split, language)[1:]) if run.plan.whole else holder(split, language)
    counted = tell("hold many", language, holds.claims, count=len(split.reach.limits))
    first = _put(run, language) if left else _short(run, language) or [run_on([])]
    return [[each, why] for why in (holds, counted) for each in first]


def _put(run: Run, language: Language) -> list[Told]:
    """What is put to work, where that is not all of the ceiling, and who gets least; and shorter, without the last."""
    split = run.allocation
    spent, put = Spends(split.total, split.unspent), money(run.rounded.total, run.plan.unit, language)
    alone = tell("standfirst put alone", language, [spent], total=put)
    if not split.lowest_coverage:
        return [alone]
    claims = [spent, LowestCoverage(split.lowest_coverage)]
    least = least_share(split.lowest_coverage, language)
    return [tell("standfirst put", language, claims, total=put, least=least), alone]


def _short(run: Run, language: Language) -> list[Told]:
    """How much less there is than is asked."""
    split, asks = run.allocation, {line.id: line.proposed for line in run.plan.lines}
    claim = Asks(run.plan.proposed, run.plan.charged(asks))
    short = claim.charged - split.available
    claims = [claim, Spends(split.total, split.unspent)]
    said = money(short, run.plan.unit, language)
    return [tell("standfirst short", language, claims, short=said)] if short > 0 else []
