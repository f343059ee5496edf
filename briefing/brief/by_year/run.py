"""What a briefing on a path is made from: one run over years with everything that was worked out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from flessenhals.solver.optimum.dated.series import Series

if TYPE_CHECKING:
    from fractions import Fraction

    from flessenhals.briefing.brief.run import Provenance
    from flessenhals.solver.claims.effect import Effect, Unheld
    from flessenhals.solver.comparison.comparison import Comparison
    from flessenhals.solver.comparison.difference.difference import Difference
    from flessenhals.solver.infeasible.error import InfeasibleError
    from flessenhals.solver.optimum.allocation import Allocation
    from flessenhals.solver.optimum.dated.unspendable import Unspendable
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.rounding.by_year import PrintedSeries
    from flessenhals.solver.sensitivity.by_year import HeadStart, PricedRule, ShiftGains
    from flessenhals.solver.sensitivity.missing import Missing
    from flessenhals.solver.sensitivity.whole.found import WholeBottlenecks
    from flessenhals.solver.simulation.simulation import Simulation


class ShareOfPath(NamedTuple):
    """More or less than the path.

    Attributes:
        share: of every year's money, kinds scaled together, a pure number.
        found: the optimal split, or why there is none.
        printed: its series in whole steps; None where there is none.
    """

    share: Fraction
    found: Allocation | InfeasibleError
    printed: PrintedSeries | None


class ReadingByYear(NamedTuple):
    """The same path under one of the readings that were asked.

    Attributes:
        scenario: its name; None for the plan as it stands.
        printed: its series in whole steps.
    """

    scenario: str | None
    printed: PrintedSeries


@dataclass(frozen=True, kw_only=True)
class AnswerByYear:
    """One path of ceilings, worked out for a page with no briefing around it.

    Attributes:
        allocation: the optimal split with its proof; its amounts are exact.
        printed: its series in whole steps, as it is printed.
        steps: the same at other shares of the path, for a page that cannot work them out itself; none where no page was
            asked.
        lowest_share: the smallest share of the path at which something fits, where a page is told it; a pure number.
        provenance: where the figures come from.
    """

    allocation: Allocation
    printed: PrintedSeries
    steps: tuple[ShareOfPath, ...] = ()
    lowest_share: Fraction | None = None
    provenance: Provenance

    @property
    def plan(self) -> Plan:
        """What was divided, under which scenario."""
        return self.allocation.plan

    @cached_property
    def series(self) -> Series:
        """The split by line and year, exactly."""
        return Series(self.allocation)


@dataclass(frozen=True, kw_only=True)
class RunByYear(AnswerByYear):
    """One path of ceilings, worked out for a briefing.

    Attributes:
        unspendable: the years in which money stays, each with the rules that hold it back.
        priced: the ceilings, rules and bounds that hold money back, by year; what brings most first.
        head_starts: the build-ups of which a head start would bring something.
        shift_gains: what the value would rise by if money could be used in other years as one likes.
        shares: the split at more and less than the path, and at the path itself, in rising order.
        readings: the plan under its other scenarios, with the same path.
        beside_readings: the series under every reading that was asked, this one first; empty where one was asked.
        comparisons: proposals held against the rules and the optimum, in the order in which they were asked.
        units: what the next euros buy where amounts cannot be split, in place of prices; None where they can, or it is
            missing.
        simulation: the series under what the plan calls uncertain, where that was asked.
        difference: what changed since an older plan or another path, and why, where that was asked.
        missing: what could not be proved of the rest, and so is not in it.
        effect: what was kept, dropped, added, changed or ranked did to the other lines; None where nothing was.
    """

    unspendable: tuple[Unspendable, ...]
    priced: tuple[PricedRule, ...]
    head_starts: tuple[HeadStart, ...]
    shift_gains: ShiftGains
    shares: tuple[ShareOfPath, ...]
    readings: tuple[Allocation | InfeasibleError, ...]
    beside_readings: tuple[ReadingByYear, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    units: WholeBottlenecks | None = None
    simulation: Simulation | None = None
    difference: Difference | None = None
    missing: tuple[Missing, ...] = ()
    effect: Effect | Unheld | None = None
