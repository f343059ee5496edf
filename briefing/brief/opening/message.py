"""The message in three sentences: what is asked, what is advised, and what differs most from what is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.briefing.brief.table.consequences import break_even
from flessenhals.briefing.brief.table.measures import decimals_of
from flessenhals.briefing.document.document import Bullets, Paragraph
from flessenhals.briefing.results.comparison.comparison import verdict
from flessenhals.briefing.results.comparison.side_by_side import closest
from flessenhals.briefing.results.effect import at_ceiling
from flessenhals.briefing.results.missing import missing_findings
from flessenhals.briefing.results.units import standing_units
from flessenhals.briefing.text.naming import constraint_names, euros, line_name, yearly
from flessenhals.briefing.text.numbers import at_most, given, least_share, lower_limit, money
from flessenhals.briefing.text.told import tell
from flessenhals.briefing.text.words import say
from flessenhals.solver.claims.printed import LargestShift
from flessenhals.solver.claims.split import AllAsked, Asks, LowestCoverage, Optimal, Spends
from flessenhals.solver.claims.use import CanBePutToWork, HoldsBack, NoMoreAtAnyCeiling, NoneAlone, WouldHoldBack

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from flessenhals.briefing.brief.run import Run
    from flessenhals.briefing.document.document import Block
    from flessenhals.briefing.text.language import Language
    from flessenhals.briefing.text.told import Told
    from flessenhals.solver.claims.claim import Claim
    from flessenhals.solver.optimum.allocation import Allocation


def message(run: Run, language: Language) -> tuple[Block, ...]:
    """What was asked did to the others, the three sentences, what is said of each proposal, and the break-even."""
    units = () if run.units is None else (standing_units(run.allocation, language),)
    absent = missing_findings(run.plan, [each for each in run.missing if each.finding == "comparison"], language)
    return (
        *([Paragraph(at_ceiling(run.effect, run.allocation, language), strong=True)] if run.effect else []),
        Bullets((asked(run, language), advised(run, language), _nearest(run, language), *units, *absent)),
        *(Paragraph(each, strong=True) for each in _judged(run, language)),
        *break_even(run, language),
    )


def _judged(run: Run, language: Language) -> Iterator[Told]:
    """What is to be said of the proposal, or of each by its name."""
    if run.proposals is None:
        if run.comparison is not None:
            yield verdict(run.comparison, language)
        return
    for each in run.proposals.results:
        said = verdict(each, language)
        yield tell("judged proposal", language, said.claims, name=each.proposal.name, said=said)


def lowest(allocation: Allocation) -> Fraction | None:
    """The lowest coverage as it may be printed and called a lower limit."""
    part = allocation.lowest_coverage
    return None if part is None else lower_limit(part)


def reached_key(allocation: Allocation) -> str:
    """Which of the sentences on what is advised is true of a split."""
    if allocation.lowest_coverage is None:
        return "advice nothing asked"
    if all(allocation.amounts[line.id] >= line.proposed for line in allocation.plan.lines):
        return "advice fits"
    if not allocation.unspent:
        return "advice reached"
    return "advice stays" if allocation.total == allocation.possible else "advice less"


def asked(run: Run, language: Language) -> Told:
    """What is asked, what of it others would pay, and what there is."""
    plan, unit = run.plan, run.plan.unit
    asks = {line.id: line.proposed for line in plan.lines}
    claim = Asks(plan.proposed, plan.charged(asks))
    return tell(
        "brief asked cofunded" if plan.is_cofunded else "brief asked",
        language,
        [claim, Spends(run.allocation.total, run.allocation.unspent)],
        asked=yearly(claim.asked, unit, language),
        others=money(claim.asked - claim.charged, unit, language),
        ceiling=given(run.allocation.available, unit, language),
    )


def advised(run: Run, language: Language) -> Told:
    """How far the ceiling goes in the split that is advised."""
    split, unit = run.allocation, run.plan.unit
    key = reached_key(split)
    claims: list[Claim] = [Spends(split.total, split.unspent), LowestCoverage(split.lowest_coverage)]
    if key == "advice fits":
        claims.append(AllAsked())
    elif key == "advice stays":
        claims.append(CanBePutToWork(split.possible))
    return tell(
        key,
        language,
        claims,
        ceiling=given(split.available, unit, language),
        total=money(run.rounded.total, unit, language),
        unspent=given(split.available - run.rounded.total, unit, language),
        least=_least(split, language),
    )


def _least(allocation: Allocation, language: Language) -> str:
    if allocation.lowest_coverage:
        return say("least share", language, lowest=least_share(allocation.lowest_coverage, language))
    count = sum(1 for line in allocation.plan.lines if line.proposed and not allocation.amounts[line.id])
    return say("least nothing" if count == 1 else "least nothings", language, count=count)


def _nearest(run: Run, language: Language) -> Told:
    """Which measure differs most from the proposal; of several proposals which is closest to what is advised."""
    if run.proposals is None or not run.proposals.fits:
        return shifted(run, language)
    return closest(run.proposals, language, decimals_of((run.rounded.step,)))


def shifted(run: Run, language: Language) -> Told:
    """Which measure differs most from the proposal, as printed."""
    against = say("what is asked" if run.comparison is None else "the proposal", language)
    line = max(run.plan.lines, key=lambda each: abs(run.shift(each)))
    shift, unit = run.shift(line), run.plan.unit
    before, after = tuple(run.proposal.items()), tuple(run.rounded.amounts.items())
    claims = [LargestShift(before, after, line.id if shift else None)]
    if not shift:
        return tell("shift none", language, claims, proposal=against)
    return tell(
        "shift less" if shift < 0 else "shift more",
        language,
        claims,
        proposal=against,
        name=line_name(run.plan, line, language),
        before=money(run.proposal[line.id], unit, language),
        after=money(run.rounded.amounts[line.id], unit, language),
        size=money(abs(shift), unit, language),
    )


def holder(allocation: Allocation, language: Language) -> Told:
    """What keeps more money from being put to work, even where all that is asked is given."""
    plan, unit = allocation.plan, allocation.plan.unit
    if allocation.held_by_ceiling:
        most = allocation.reach.most
        claims = [NoMoreAtAnyCeiling(most), *(HoldsBack(row) for row in allocation.holding_back)]
        return tell("hold ceiling", language, claims, most=at_most(most, unit, language), **euros(unit, language))
    if allocation.total < allocation.possible:
        can = CanBePutToWork(allocation.possible)
        return tell("hold goals", language, [can, Optimal()], possible=at_most(can.total, unit, language))
    limits = allocation.reach.limits
    most_of_all = NoMoreAtAnyCeiling(allocation.total)
    if not limits:
        return tell("hold together", language, [most_of_all, NoneAlone()])
    names = constraint_names(plan, [row.id for row in limits], language)
    return tell("hold rules", language, [most_of_all, *(WouldHoldBack(row) for row in limits)], names=names)
