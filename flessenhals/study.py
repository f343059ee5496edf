"""Asks the solver everything that a briefing on one ceiling tells: whoever tells it asks nothing more."""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from flessenhals.briefing.brief.run import Answer, InUnits, Other, Run, UnderReading
from flessenhals.constraints.ceiling import Path
from flessenhals.curves import curve, fully_known
from flessenhals.solver.comparison.side_by_side import side_by_side
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.optimum.allocation import Allocation
from flessenhals.solver.optimum.divide import allocate, attempt
from flessenhals.solver.optimum.several import Reader, neighbours
from flessenhals.solver.plan.message import told
from flessenhals.solver.program.errors import IndivisibleError, NoCurveError, NotProvedError
from flessenhals.solver.program.highs import highs
from flessenhals.solver.program.linear_program import MOST_AT_ONCE
from flessenhals.solver.rounding.in_print import in_print
from flessenhals.solver.rounding.rounding import TENTH, rounded
from flessenhals.solver.sensitivity.asking import MOST_LINES
from flessenhals.solver.sensitivity.bottlenecks import bottlenecks, room_of
from flessenhals.solver.sensitivity.ladder.ladder import ladder
from flessenhals.solver.sensitivity.missing import Missing, unless_missing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from flessenhals.briefing.brief.by_year.run import RunByYear
    from flessenhals.briefing.brief.run import Provenance
    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.solver.comparison.difference.difference import Difference
    from flessenhals.solver.comparison.side_by_side import SideBySide
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.plan.proposal import Proposal
    from flessenhals.solver.rounding.rounding import Rounded
    from flessenhals.solver.sensitivity.ladder.ladder import Ladder
    from flessenhals.solver.sensitivity.near_optimal import Room
    from flessenhals.solver.simulation.simulation import Simulation

NEARLY = Fraction(1, 100)
MOST_WITH_ROOM = 2_000  # lines of which a briefing tells how far each can move
MOST_IN_UNITS = 40  # whole amounts in all: up to there the ladder takes seconds


class Wishes(NamedTuple):
    """What a briefing tells besides the split itself.

    Attributes:
        proposals: what to hold the split against, the first of them in the table of measures; none for what lines ask.
        step: what printed amounts are rounded to, in the plan's unit, above 0.
        scenarios: other readings of the plan, to set beside the answer at the same ceiling.
        samples: how many draws to make of what the plan calls uncertain; none for 0.
        page: whether a reader can move the ceiling in it.
        since: an older plan and its ceiling, to say what changed and why; None for nothing to hold against.
    """

    proposals: Sequence[Proposal] = ()
    step: Fraction = TENTH
    scenarios: Sequence[Plan] = ()
    samples: int = 0
    page: bool = True
    since: tuple[Plan, Ceiling] | None = None


PLAIN = Wishes()


def study(
    plans: Sequence[Plan],
    ceiling: Ceiling,
    provenance: Provenance,
    wishes: Wishes = PLAIN,
    watch: Callable[[float], object] | None = None,
) -> Run | RunByYear:
    """Everything that a briefing tells, of one ceiling (`work_out`) or of a path of them (`work_out_by_year`)."""
    if not isinstance(ceiling, Path):
        return work_out(plans, ceiling, provenance, wishes, watch)
    from flessenhals.study_by_year import work_out_by_year  # noqa: PLC0415 - few plans have years

    return work_out_by_year(plans, ceiling, provenance, wishes, watch)


def work_out(
    plans: Sequence[Plan],
    ceiling: Fraction,
    provenance: Provenance,
    wishes: Wishes = PLAIN,
    watch: Callable[[float], object] | None = None,
) -> Run:
    """Everything that a briefing tells, each figure proved.

    Args:
        plans: the reading that the briefing is about, and those that a reader of the page can switch to.
        ceiling: the total that may be spent, in the plan's unit.
        provenance: where the plan comes from.
        wishes: what it tells besides.
        watch: called with the part that is done, from 0 to 1.

    Raises:
        InfeasibleError: if nothing fits within the ceiling.
        NotProvedError: if an answer could not be proved.
        NotRoundedError: if no split in whole steps keeps every rule.
        SimulationError: if draws are asked of a plan that calls nothing uncertain.
    """
    proposals, step, scenarios, samples, page, since = wishes
    plan = plans[0]

    def done(part: float) -> None:
        if watch is not None:
            watch(part)

    missing: list[Missing] = []
    is_large = len(plan.lines) > MOST_LINES
    ladders = [
        unless_missing(partial(_ladder, each, lambda part: done(0.5 * float(part))), "ladder", None, missing)
        for each in (plans[:1] if is_large else plans)
    ]
    rise = ladders[0].rise if ladders[0] is not None else None
    reader = Reader(plan, neighbours(ceiling), highs, rise=rise if is_large else None)
    first = reader.at(ceiling)
    if isinstance(first, InfeasibleError):
        raise first
    split = fully_known(first)
    printed = rounded(plan, ceiling, split.amounts, step)
    done(0.6)
    around = [
        unless_missing(partial(_other, reader, each, step, split, printed), "ceiling", each, missing)
        for each in neighbours(ceiling)
    ]
    others = [unless_missing(partial(_attempt, each, ceiling), "reading", each.scenario, missing) for each in scenarios]
    done(0.7)
    found = (
        _in_units(split, missing, lambda part: done(0.7 + 0.2 * part))
        if plan.whole
        else bottlenecks(plan, ceiling, watch=lambda part: done(0.7 + 0.2 * part), rise=rise)
    )
    done(0.9)
    moves = page and ladders[0] is not None and len(plan.lines) <= MOST_AT_ONCE
    moving = [each for each in ladders if each is not None] if moves else []
    curves = unless_missing(lambda: tuple(map(curve, moving)), "ladder", None, missing) or ()
    asked = in_print(plan, {line.id: line.proposed for line in plan.lines}, printed.step)
    beside = _beside(plan, proposals, ceiling, missing) if proposals else None
    given = tuple(in_print(plan, each.amounts, printed.step) for each in proposals) if beside else ()
    return Run(
        allocation=split,
        rounded=printed,
        asked=asked,
        proposal=given[0] if given else asked,
        beside=given if len(given) > 1 else (),
        beside_readings=_under_readings(plans, split, printed, others),
        comparison=beside.results[0] if beside else None,
        proposals=beside if beside and len(beside.results) > 1 else None,
        bottlenecks=found,
        room=None if plan.whole else unless_missing(partial(_room, plan, ceiling, split), "room", None, missing),
        ladder=ladders[0],
        around=tuple(each for each in around if each is not None),
        readings=tuple(each for each in others if each is not None),
        curves=curves,
        provenance=provenance,
        simulation=simulated(plan, ceiling, samples) if samples else None,
        missing=tuple(missing),
        difference=None if since is None else changed_since(since, (plan, ceiling)),
    )


def _beside(plan: Plan, proposals: Sequence[Proposal], ceiling: Fraction, missing: list[Missing]) -> SideBySide | None:
    """The proposals held against the plan and each other; without any where what is said of one cannot be proved."""
    names = " + ".join(each.name for each in proposals)
    return unless_missing(partial(side_by_side, plan, proposals, ceiling), "comparison", names, missing)


def _under_readings(
    plans: Sequence[Plan], split: Allocation, printed: Rounded, others: Sequence[Allocation | InfeasibleError | None]
) -> tuple[UnderReading, ...]:
    """The split under each reading that was asked, of those with one; none where one reading was asked."""
    asked = {each.scenario for each in plans[1:]}
    found = [each for each in others if isinstance(each, Allocation) and each.plan.scenario in asked]
    if not found:
        return ()
    return (
        UnderReading(plans[0].scenario, split, printed.amounts),
        *(UnderReading(each.plan.scenario, each, in_print(each.plan, each.amounts, printed.step)) for each in found),
    )


def answer(
    plans: Sequence[Plan],
    ceiling: Fraction,
    provenance: Provenance,
    step: Fraction,
    watch: Callable[[float], object] | None = None,
) -> Answer:
    """What a page with no briefing around it tells, each figure proved.

    Args:
        plans: the reading that the page begins with, and those that its reader can switch to.
        ceiling: the total to begin at, in the plan's unit.
        provenance: where the plan comes from.
        step: what printed amounts are rounded to, in the plan's unit.
        watch: called with the part that is done, from 0 to 1.

    Raises:
        InfeasibleError: if nothing fits within the ceiling.
        NotProvedError: if an answer could not be proved.
        NotRoundedError: if no split in whole steps keeps every rule.
    """
    plan = plans[0]
    split = allocate(plan, ceiling)
    printed = rounded(plan, ceiling, split.amounts, step)
    ladders = [_ladder(each, lambda part: watch(float(part)) if watch else None) for each in plans]
    asked = in_print(plan, {line.id: line.proposed for line in plan.lines}, printed.step)
    return Answer(
        allocation=split,
        rounded=printed,
        asked=asked,
        proposal=asked,
        ladder=ladders[0],
        curves=tuple(curve(each) for each in ladders if each is not None) if ladders[0] else (),
        provenance=provenance,
    )


def _in_units(split: Allocation, missing: list[Missing], watch: Callable[[float], object]) -> InUnits:
    """What is asked where amounts cannot be split: what the next euros buy in place of prices, and the jumps."""
    from flessenhals.solver.sensitivity.whole.bottlenecks import too_many_lines, whole_bottlenecks  # noqa: PLC0415 - few plans
    from flessenhals.solver.sensitivity.whole.ladder import amounts_in, whole_ladder  # noqa: PLC0415 - few plans

    plan = split.plan
    climbed = None
    if len(plan.lines) > MOST_LINES:
        missing.append(Missing("ladder", None, too_many_lines(plan)))
    elif amounts_in(plan) <= MOST_IN_UNITS:
        climbed = unless_missing(
            lambda: whole_ladder(plan, lambda part: watch(float(part) / 2)), "ladder", None, missing
        )
    return InUnits(whole_bottlenecks(plan, split.ceiling, lambda part: watch((1 + part) / 2)), climbed)


def _ladder(plan: Plan, watch: Callable[[Fraction], object]) -> Ladder | None:
    """The split at every ceiling; None where the objective leaves more than one, it jumps, or no ceiling is enough."""
    try:
        return ladder(plan, watch=watch)
    except (IndivisibleError, NoCurveError, InfeasibleError):
        return None


def _room(plan: Plan, ceiling: Fraction, split: Allocation) -> Room:
    """How far each line can move near the optimum; of thousands of lines that takes as long as much of a briefing."""
    if len(plan.lines) > MOST_WITH_ROOM:
        raise NotProvedError(
            told(
                "of more than {most} lines a briefing leaves it out; bottlenecks --within tells it", most=MOST_WITH_ROOM
            )
        )
    return room_of(plan, ceiling, NEARLY, split)


def changed_since(before: tuple[Plan, Ceiling], after: tuple[Plan, Ceiling]) -> Difference:
    """What changed and why; what that needs is taken in only where it is asked."""
    from flessenhals.solver.comparison.difference.difference import difference  # noqa: PLC0415

    return difference(before, after)


def simulated(plan: Plan, ceiling: Ceiling, samples: int) -> Simulation:
    """The draws; what they need is taken in only where they are asked."""
    from flessenhals.solver.simulation.simulation import simulate  # noqa: PLC0415

    return simulate(plan, ceiling, samples)


def _other(reader: Reader, ceiling: Fraction, step: Fraction, split: Allocation, printed: Rounded) -> Other:
    if ceiling == split.ceiling:
        return Other(ceiling, split, printed)
    found = reader.at(ceiling)
    if isinstance(found, InfeasibleError):
        return Other(ceiling, found, None)
    found.__dict__["reach"] = split.reach  # what rules and limits let be put to work at any ceiling is the same
    is_large = len(split.plan.lines) > MOST_LINES  # of which nothing more is told
    known = found if is_large else fully_known(found)
    return Other(ceiling, known, rounded(split.plan, ceiling, found.amounts, step, nearby=True))


def _attempt(plan: Plan, ceiling: Fraction) -> Allocation | InfeasibleError:
    found = attempt(plan, ceiling)
    return fully_known(found) if isinstance(found, Allocation) else found
