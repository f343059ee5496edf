"""What a briefing is made from: one run with everything that was worked out, and how to do it again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from fractions import Fraction

    from flessenhals.constraints.row import Row
    from flessenhals.solver.claims.effect import Effect, Unheld
    from flessenhals.solver.comparison.comparison import Comparison
    from flessenhals.solver.comparison.difference.difference import Difference
    from flessenhals.solver.comparison.side_by_side import SideBySide
    from flessenhals.solver.infeasible.error import InfeasibleError
    from flessenhals.solver.optimum.allocation import Allocation
    from flessenhals.solver.plan.plan import Line, Plan
    from flessenhals.solver.rounding.rounding import Rounded
    from flessenhals.solver.sensitivity.bottlenecks import Bottlenecks
    from flessenhals.solver.sensitivity.ladder.ladder import Ladder
    from flessenhals.solver.sensitivity.missing import Missing
    from flessenhals.solver.sensitivity.near_optimal import Room
    from flessenhals.solver.sensitivity.whole.found import WholeBottlenecks
    from flessenhals.solver.sensitivity.whole.ladder import WholeLadder
    from flessenhals.solver.simulation.simulation import Simulation


class Reading(NamedTuple):
    """A file that went into a run.

    Attributes:
        name: of the file, without its folder.
        sha256: of the bytes that were read, in hexadecimal.
    """

    name: str
    sha256: str


@dataclass(frozen=True, kw_only=True)
class Provenance:
    """Where a run's figures come from, and how to make them again.

    Attributes:
        files: what was read: the plan first, then the table of its lines and the proposal, where there are any.
        version: of Flessenhals.
        solver: name and version of the solver that pointed at the answer.
        command: what one types to make the same document again.
        created: when the document was made, in UTC.
        changes: what `--set` changed, as it was typed.
        reading: the words of a command that read the plan in the same way, but for its scenario.
    """

    files: tuple[Reading, ...]
    version: str
    solver: str
    command: str
    created: datetime
    changes: tuple[str, ...] = ()
    reading: str = ""


class UnderReading(NamedTuple):
    """The optimal split at the same ceiling under a reading that was asked to stand beside others.

    Attributes:
        scenario: its name; None for the plan as it stands.
        found: the split, exact.
        printed: line id → amount, in the plan's unit, in whole steps that add up.
    """

    scenario: str | None
    found: Allocation
    printed: Mapping[str, Fraction]


class Other(NamedTuple):
    """Another ceiling.

    Attributes:
        ceiling: in the plan's unit.
        found: its optimal split, or why there is none.
        rounded: that split in printed amounts; None where there is none.
    """

    ceiling: Fraction
    found: Allocation | InfeasibleError
    rounded: Rounded | None


class Stretch(NamedTuple):
    """What is so at one ceiling, and all along the stretch of a ladder in which it lies.

    Attributes:
        split: the optimal one there.
        binding: the rules without room.
        worth: what relaxing each of them brings per unit, a pure number; of the first twelve.
    """

    split: Allocation
    binding: tuple[Row, ...]
    worth: tuple[Fraction, ...]


class Curve(NamedTuple):
    """A reading at every ceiling, for a page on which a reader moves the ceiling.

    Attributes:
        ladder: its steps.
        at: what is so at each of them; empty where the page works the split out itself.
        above: what is so between each of them and the next; empty too then.
    """

    ladder: Ladder
    at: tuple[Stretch, ...]
    above: tuple[Stretch, ...]


class InUnits(NamedTuple):
    """What is asked at a split in whole amounts, in place of prices and of what is near it.

    Attributes:
        bottlenecks: what binds, what the next euros buy and what a unit costs.
        ladder: the split at every ceiling, with its jumps; None where that would take too long, or is missing.
    """

    bottlenecks: WholeBottlenecks
    ladder: WholeLadder | None


@dataclass(frozen=True, kw_only=True)
class Answer:
    """One ceiling, worked out for a page with no briefing around it.

    Attributes:
        allocation: the optimal split with its proof; its amounts are exact.
        rounded: the same in whole steps, as it is printed.
        asked: line id → what it asks, in the plan's unit, as it is printed.
        proposal: line id → amount that the split is held against, in the plan's unit, as it is printed.
        comparison: a proposal held against the rules and the optimum; None where it is what the lines themselves ask.
        ladder: the split at every ceiling; None where the objective leaves more than one best split, or it is missing.
        curves: what a page says at every ceiling: of the reading itself, and of others to switch to. Empty where no
            page was asked, or the objective leaves more than one best split.
        provenance: where the figures come from.
    """

    allocation: Allocation
    rounded: Rounded
    asked: Mapping[str, Fraction]
    proposal: Mapping[str, Fraction]
    comparison: Comparison | None = None
    ladder: Ladder | None
    curves: tuple[Curve, ...]
    provenance: Provenance

    @property
    def units(self) -> InUnits | None:
        """What is asked in place of prices where amounts cannot be split; None where they can, or nobody asked."""
        return None

    @property
    def plan(self) -> Plan:
        """What was divided, under which scenario."""
        return self.allocation.plan

    @property
    def compared(self) -> Sequence[Comparison]:
        """The proposals that the split is held against, in the order in which they were asked."""
        return () if self.comparison is None else (self.comparison,)

    def shift(self, line: Line) -> Fraction:
        """How much more a line gets, as printed, than the proposal gives it; in the plan's unit."""
        return self.rounded.amounts[line.id] - self.proposal[line.id]


@dataclass(frozen=True, kw_only=True)
class Run(Answer):
    """One ceiling, worked out for a briefing.

    Attributes:
        proposals: that proposal and others, held against the same ceiling; None where there is one at most.
        beside_readings: the split under every reading that was asked, this one first; empty where one was asked.
        beside: what each of those proposals gives, line id → amount, in the plan's unit, as it is printed.
        bottlenecks: what binds at this ceiling, or what is asked instead where amounts cannot be split.
        room: how far each line can move while the answer stays nearly as good; None where amounts cannot be
            split, or it is missing.
        around: ceilings below and above the one asked, and that one, in rising order; without those that are missing.
        readings: the plan under its other scenarios, at the same ceiling; without those that are missing.
        simulation: the split under what the plan calls uncertain, where that was asked.
        missing: what could not be proved of the rest, and so is not in it.
        difference: what changed since an older plan or another ceiling, and why, where that was asked.
        effect: what was kept, dropped, added, changed or ranked did to the other lines; None where nothing was.
    """

    bottlenecks: Bottlenecks | InUnits
    room: Room | None
    around: tuple[Other, ...]
    readings: tuple[Allocation | InfeasibleError, ...]
    simulation: Simulation | None = None
    missing: tuple[Missing, ...] = ()
    difference: Difference | None = None
    proposals: SideBySide | None = None
    effect: Effect | Unheld | None = None
    beside: tuple[Mapping[str, Fraction], ...] = ()
    beside_readings: tuple[UnderReading, ...] = ()

    @property
    def units(self) -> InUnits | None:
        """What is asked in place of prices where amounts cannot be split; None where they can."""
        return self.bottlenecks if isinstance(self.bottlenecks, InUnits) else None

    @property
    def compared(self) -> Sequence[Comparison]:
        """The proposals that the split is held against, in the order in which they were asked."""
        return super().compared if self.proposals is None else self.proposals.results
