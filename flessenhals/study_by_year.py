"""Asks the solver everything that a briefing on a path tells: whoever tells it asks nothing more."""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING

from flessenhals.briefing.brief.by_year.run import AnswerByYear, ReadingByYear, RunByYear, ShareOfPath
from flessenhals.briefing.page.program import is_solvable
from flessenhals.solver.comparison.comparison import compare
from flessenhals.solver.infeasible.irreducible import lowest_feasible_share
from flessenhals.solver.optimum.allocation import Allocation
from flessenhals.solver.optimum.dated.unspendable import unspendable
from flessenhals.solver.optimum.divide import allocate, attempt
from flessenhals.solver.optimum.whole_allocation import WholeAllocation
from flessenhals.solver.program.highs import highs_in_a_row
from flessenhals.solver.rounding.by_year import rounded_series
from flessenhals.solver.sensitivity.by_year import head_starts, priced_rules, shift_gains
from flessenhals.solver.sensitivity.missing import unless_missing
from flessenhals.study import changed_since, simulated

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from flessenhals.briefing.brief.run import Provenance
    from flessenhals.constraints.ceiling import Path
    from flessenhals.solver.infeasible.error import InfeasibleError
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.rounding.by_year import PrintedSeries
    from flessenhals.solver.sensitivity.by_year import PricedRule
    from flessenhals.solver.sensitivity.missing import Missing
    from flessenhals.solver.sensitivity.whole.found import WholeBottlenecks
    from flessenhals.study import Wishes

STEPS = tuple(Fraction(share, 100) for share in range(50, 155, 5))
MOST_FOR_STEPS = 1_000
SHARES = tuple(Fraction(share, 100) for share in (80, 90, 100, 110, 120))


def work_out_by_year(
    plans: Sequence[Plan],
    path: Path,
    provenance: Provenance,
    wishes: Wishes,
    watch: Callable[[float], object] | None = None,
) -> RunByYear:
    """Everything that a briefing on a path tells, each figure proved.

    Args:
        plans: with years: the reading that the briefing is about, and those that were asked beside it.
        path: its ceilings by year.
        provenance: where the plan comes from.
        wishes: what it tells besides: proposals, the step of printed amounts, other readings with the same path,
            draws, what changed since, and whether a reader can move the share of the path in it.
        watch: called with the part that is done, from 0 to 1.

    Raises:
        InfeasibleError: if nothing fits within the path.
        NotProvedError: if an answer could not be proved.
        SimulationError: if draws are asked of a plan that calls nothing uncertain, or whose amounts cannot be split.
    """

    def done(part: float) -> None:
        if watch is not None:
            watch(part)

    plan, step, scenarios, page = plans[0], wishes.step, wishes.scenarios, wishes.page
    split = _known(allocate(plan, path, highs_in_a_row))
    done(0.2)
    missing: list[Missing] = []
    rules: tuple[PricedRule, ...] = ()
    if not plan.whole:
        rules = priced_rules(split, missing, watch=lambda part: done(0.2 + 0.3 * part))
    by_steps = page and not is_solvable(plan)
    wanted = STEPS if by_steps and len(plan.lines) <= MOST_FOR_STEPS else SHARES
    shares = []
    for place, share in enumerate(wanted, start=1):
        found = split if share == 1 else attempt(plan, path.scaled(share * path.share), highs_in_a_row)
        printed = rounded_series(found, step) if isinstance(found, Allocation) else None
        shares.append(ShareOfPath(share, found, printed))
        done(0.5 + 0.2 * place / len(wanted))
    readings = []
    for place, each in enumerate(scenarios, start=1):
        other = unless_missing(partial(attempt, each, path, highs_in_a_row), "reading", each.scenario, missing)
        readings += [] if other is None else [_known(other) if isinstance(other, Allocation) else other]
        done(0.7 + 0.3 * place / len(scenarios))
    held = [
        unless_missing(partial(compare, plan, each, path), "comparison", each.name, missing)
        for each in wishes.proposals
    ]
    printed_path = next(each.printed for each in shares if each.printed is not None and each.share == 1)
    return RunByYear(
        allocation=split,
        printed=printed_path,
        unspendable=unspendable(split),
        priced=rules,
        head_starts=head_starts(split, rules),
        shift_gains=shift_gains(split),
        shares=tuple(each for each in shares if each.share in SHARES),
        steps=tuple(shares) if by_steps else (),
        lowest_share=lowest_feasible_share(plan, path) if page and not by_steps else None,
        readings=tuple(readings),
        beside_readings=_beside(plans, printed_path, readings),
        provenance=provenance,
        comparisons=tuple(each for each in held if each is not None),
        units=_next_units(split, missing),
        simulation=simulated(plan, path, wishes.samples) if wishes.samples else None,
        difference=None if wishes.since is None else changed_since(wishes.since, (plan, path)),
        missing=tuple(missing),
    )


def _beside(
    plans: Sequence[Plan], printed: PrintedSeries, readings: Sequence[Allocation | InfeasibleError]
) -> tuple[ReadingByYear, ...]:
    """The series under each reading that was asked, of those with one; none where one reading was asked."""
    asked = {each.scenario for each in plans[1:]}
    found = [each for each in readings if isinstance(each, Allocation) and each.plan.scenario in asked]
    if not found:
        return ()
    others = (ReadingByYear(each.plan.scenario, rounded_series(each, printed.step)) for each in found)
    return (ReadingByYear(plans[0].scenario, printed), *others)


def _next_units(split: Allocation, missing: list[Missing]) -> WholeBottlenecks | None:
    """What the next euros buy where amounts cannot be split; None where they can, or it is missing."""
    if not isinstance(split, WholeAllocation):
        return None
    from flessenhals.solver.sensitivity.whole.bottlenecks import next_units  # noqa: PLC0415 - few plans

    return unless_missing(partial(next_units, split), "next units", None, missing)


def answer_by_year(plan: Plan, path: Path, provenance: Provenance, step: Fraction) -> AnswerByYear:
    """What a page with no briefing around it tells of a path.

    Args:
        plan: with years.
        path: its ceilings by year.
        provenance: where the plan comes from.
        step: what printed amounts are rounded to, in the plan's unit.

    Raises:
        InfeasibleError: if nothing fits within the path.
        NotProvedError: if an answer could not be proved.
    """
    split = allocate(plan, path, highs_in_a_row)
    printed = rounded_series(split, step)
    if is_solvable(plan):
        lowest = lowest_feasible_share(plan, path)
        return AnswerByYear(allocation=split, printed=printed, lowest_share=lowest, provenance=provenance)
    steps = []
    for share in STEPS if len(plan.lines) <= MOST_FOR_STEPS else SHARES:
        found = split if share == 1 else attempt(plan, path.scaled(share * path.share), highs_in_a_row)
        steps.append(ShareOfPath(share, found, rounded_series(found, step) if isinstance(found, Allocation) else None))
    return AnswerByYear(allocation=split, printed=printed, steps=tuple(steps), provenance=provenance)


def _known(split: Allocation) -> Allocation:
    """A split of which everything is known that else is worked out when it is first asked."""
    _ = split.possible, split.how_soon, split.held_by_ceiling
    return split
