"""Asks the solver everything that a briefing on a path tells: whoever tells it asks nothing more."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.briefing.brief.by_year.run import RunByYear, ShareOfPath
from flessenhals.solver.comparison.comparison import compare
from flessenhals.solver.optimum.allocation import Allocation
from flessenhals.solver.optimum.dated.unspendable import unspendable
from flessenhals.solver.optimum.divide import allocate, attempt
from flessenhals.solver.program.errors import refuse_units
from flessenhals.solver.program.highs import highs_in_a_row
from flessenhals.solver.rounding.by_year import rounded_series
from flessenhals.solver.sensitivity.by_year import head_starts, priced_rules, shift_gains

if TYPE_CHECKING:
    from collections.abc import Callable

    from flessenhals.briefing.brief.run import Provenance
    from flessenhals.constraints.ceiling import Path
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.sensitivity.missing import Missing
    from flessenhals.study import Wishes

STEPS = tuple(Fraction(share, 100) for share in range(50, 155, 5))
MOST_FOR_STEPS = 1_000
SHARES = tuple(Fraction(share, 100) for share in (80, 90, 100, 110, 120))


def work_out_by_year(
    plan: Plan,
    path: Path,
    provenance: Provenance,
    wishes: Wishes,
    watch: Callable[[float], object] | None = None,
) -> RunByYear:
    """Everything that a briefing on a path tells, each figure proved.

    Args:
        plan: with years.
        path: its ceilings by year.
        provenance: where the plan comes from.
        wishes: what it tells besides: proposals, the step of printed amounts, other readings with the same path, and
            whether a reader can move the share of the path in it.
        watch: called with the part that is done, from 0 to 1.

    Raises:
        InfeasibleError: if nothing fits within the path.
        NotProvedError: if an answer could not be proved.
    """

    def done(part: float) -> None:
        if watch is not None:
            watch(part)

    step, scenarios, page = wishes.step, wishes.scenarios, wishes.page
    refuse_units(
        plan.whole,
        "brief",
        "by year it tells what each rule costs per euro, and where the split jumps no rule has such a price",
        "leave step, parts and smallest out to brief on amounts that can be split, or ask bottlenecks",
    )
    split = _known(allocate(plan, path, highs_in_a_row))
    done(0.2)
    missing: list[Missing] = []
    rules = priced_rules(split, missing, watch=lambda part: done(0.2 + 0.3 * part))
    wanted = STEPS if page and len(plan.lines) <= MOST_FOR_STEPS else SHARES
    shares = []
    for place, share in enumerate(wanted, start=1):
        found = split if share == 1 else attempt(plan, path.scaled(share * path.share), highs_in_a_row)
        printed = rounded_series(found, step) if isinstance(found, Allocation) else None
        shares.append(ShareOfPath(share, found, printed))
        done(0.5 + 0.2 * place / len(wanted))
    readings = []
    for place, each in enumerate(scenarios, start=1):
        other = attempt(each, path, highs_in_a_row)
        readings.append(_known(other) if isinstance(other, Allocation) else other)
        done(0.7 + 0.3 * place / len(scenarios))
    return RunByYear(
        allocation=split,
        printed=next(each.printed for each in shares if each.printed is not None and each.share == 1),
        unspendable=unspendable(split),
        priced=rules,
        head_starts=head_starts(split, rules),
        shift_gains=shift_gains(split),
        shares=tuple(each for each in shares if each.share in SHARES),
        steps=tuple(shares) if page else (),
        readings=tuple(readings),
        provenance=provenance,
        comparisons=tuple(compare(plan, each, path) for each in wishes.proposals),
        missing=tuple(missing),
    )


def _known(split: Allocation) -> Allocation:
    """A split of which everything is known that else is worked out when it is first asked."""
    _ = split.possible, split.how_soon
    return split
