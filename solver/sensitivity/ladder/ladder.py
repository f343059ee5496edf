"""Every ceiling at which the answer changes course, exactly."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Any

from flessenhals.constraints.ceiling import by_year
from flessenhals.solver.infeasible.diagnosis import refusal
from flessenhals.solver.optimum.objective.goals import is_decided
from flessenhals.solver.optimum.parametric.changes import RateChange, changes, named_rates
from flessenhals.solver.optimum.parametric.of_plan import rise_of
from flessenhals.solver.optimum.parametric.rise import UnevenError
from flessenhals.solver.plan.finding import Finding, frame_of, plain, plain_rows, under
from flessenhals.solver.plan.message import told
from flessenhals.solver.program.errors import NoCurveError, NoOptimumError, NotProvedError, TooLargeError, refuse_units
from flessenhals.solver.program.highs import highs_in_a_row
from flessenhals.solver.sensitivity.ladder.changing_rates import changing_rows, changing_steps
from flessenhals.solver.sensitivity.ladder.probing import probed_lines
from flessenhals.solver.sensitivity.ladder.steps import (
    MOST_LINES,
    Step,
    asked_at,
    ceilings_of,
    in_order,
    steps_between,
    steps_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from pandas import DataFrame

    from flessenhals.constraints.ceiling import Path
    from flessenhals.solver.optimum.parametric.rise import Rise
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.program.prove import Engine

ZERO, ONE = Fraction(0), Fraction(1)


@dataclass(frozen=True, repr=False)
class Ladder(Finding):
    """The optimal split at every ceiling: straight lines between steps, and no change above the last.

    Attributes:
        plan: what is divided, under which scenario.
        steps: in rising ceilings, the lowest feasible one first; no two neighbours could be one.
        path: of a plan with years, the ceilings by year of which the steps are shares; None for totals.
        rise: the same as proved pieces of the plan's parts, whose size grows with the plan only; None where the ladder
            was put together from splits of the whole plan.
        sparse: whether JSON and CSV tell the first split and what changes, also where the plan is not large.
    """

    plan: Plan
    steps: Sequence[Step]
    path: Path | None = None
    rise: Rise | None = field(default=None, compare=False)
    sparse: bool = False

    @property
    def lowest_feasible_ceiling(self) -> Fraction:
        """The smallest total at which a split keeps every rule, in the plan's unit."""
        return self.steps[0].ceiling if self.rise is None else self.rise.least

    def changes(self) -> Iterator[RateChange]:
        """What changes at each step, and nothing else: for plans whose splits at every step would fill a disk.

        Raises:
            TooLargeError: if it was put together from splits of the whole plan.
        """
        if self.rise is None:
            raise TooLargeError("ladder: only the steps of this plan are known, not what changes at each of them")
        return changes(self.rise)

    @cached_property
    def ceilings(self) -> list[Fraction]:
        """The ceiling of each step, in the plan's unit, in rising order."""
        return ceilings_of(self.steps)

    def next_euro(self, ceiling: Fraction) -> dict[str, Fraction]:
        """Line id → how much of the next unit of ceiling it gets, a pure number; without zeros, in the plan's order.

        Args:
            ceiling: the lowest feasible one or higher, in the plan's unit.
        """
        if self.rise is None:
            return dict(self.steps[bisect_right(self.ceilings, ceiling) - 1].next_euro)
        rates = self.rise.rates_at(ceiling)
        return {line.id: rates[line.id] for line in self.plan.lines if line.id in rates}

    def at(self, ceiling: Fraction) -> dict[str, Fraction]:
        """The optimal split at any ceiling, exactly and without a solver: line id → amount, in the plan's unit.

        Raises:
            InfeasibleError: below the lowest feasible ceiling.
        """
        if ceiling < self.lowest_feasible_ceiling:
            raise refusal(self.plan, asked_at(ceiling, self.path)) or NotProvedError(
                "the ladder begins above a ceiling that is enough"
            )
        if self.rise is not None:
            return in_order(self.plan, self.rise.at(ceiling))
        step = self.steps[bisect_right(self.ceilings, ceiling) - 1]
        above = ceiling - step.ceiling
        return {line: amount + above * step.next_euro.get(line, ZERO) for line, amount in step.amounts.items()}

    def headline(self) -> str:
        """What it is about and comes to, on one line."""
        return f"{self.plan.id}{under(self.plan)}, {len(self.steps)} steps"

    def record(self) -> dict[str, Any]:
        """The ladder as plain data with the keys of the JSON output; amounts as floats, in the plan's unit."""
        if self.tells_changes:
            return {**self._head(), "steps": list(self._changing_steps())}
        if self.path is not None:
            return {**self._head(), "steps": self._by_share(self.path)}
        return {
            **self._head(),
            "steps": [
                {
                    "ceiling": step.ceiling,
                    "allocated": step.amounts,
                    "binding": step.binding,
                    "last_euro": step.last_euro,
                    "next_euro": step.next_euro,
                    "starts": step.starts,
                    "stops": step.stops,
                }
                for step in self.steps
            ],
        }

    def to_dict_as_read(self) -> dict[str, Any]:
        """The keys of the JSON output, with changing steps made one at a time: those of a country fill gigabytes."""
        if not self.tells_changes:
            return self.to_dict()
        told = {key: plain(value) for key, value in self._head().items()}
        return {**told, "steps": (plain(step) for step in self._changing_steps())}

    def records_as_read(self) -> Iterator[dict[str, Any]]:
        """The records of the CSV output, made one at a time."""
        rows = changing_rows(self._first, self.changed_rates()) if self.tells_changes else iter(self.rows())
        return (each for row in rows for each in plain_rows([row]))

    @property
    def tells_changes(self) -> bool:
        """Whether JSON and CSV tell the first split, and then only the rates that change at each step."""
        return self.sparse or self.is_large

    @property
    def is_large(self) -> bool:
        """Whether its splits at every step would fill a disk, so that only what changes is told."""
        return self.rise is not None and len(self.plan.lines) > MOST_LINES

    def changed_rates(self) -> Iterator[tuple[RateChange, dict[str, Fraction]]]:
        """Each step with the lines whose rate changes there, and what it is from there on: a pure number, maybe 0.

        A line that is not named keeps its rate; before the first step every rate is 0.
        """
        if self.rise is not None:
            yield from named_rates(self.changes())
            return
        before: Mapping[str, Fraction] = {}
        for step in self.steps:
            now = step.next_euro
            rates = {line: now.get(line, ZERO) for line in {**before, **now} if now.get(line) != before.get(line)}
            yield RateChange(step.ceiling, ONE, rates, step.starts, step.stops), rates
            before = now

    def _head(self) -> dict[str, Any]:
        """All but the steps."""
        lowest = "ceiling" if self.path is None else "share"
        return {
            "plan": self.plan.id,
            "scenario": self.plan.scenario,
            "unit": self.plan.unit,
            **({"ceiling": by_year(self.path.total)} if self.path is not None else {}),
            f"lowest_feasible_{lowest}": self.lowest_feasible_ceiling,
        }

    @property
    def _first(self) -> dict[str, Fraction]:
        return self.at(self.lowest_feasible_ceiling)

    def _changing_steps(self) -> Iterator[dict[str, Any]]:
        return changing_steps(self._first, self.changed_rates(), "ceiling" if self.path is None else "share")

    def _by_share(self, path: Path) -> list[dict[str, Any]]:
        """The steps of a path: shares for ceilings, and figures by line and year."""
        years = self.plan.years

        def told(amounts: Mapping[str, Fraction]) -> dict[str, Any]:
            found = {} if years is None else years.in_years(amounts, ZERO)
            return {line: by_year(figures) for line, figures in found.items()}

        return [
            {
                "share": step.ceiling,
                "allocated": told(step.amounts),
                "binding": step.binding,
                "shift": by_year(path.shifted(step.amounts)),
                "rates": told(step.next_euro),
                "starts": step.starts,
                "stops": step.stops,
            }
            for step in self.steps
        ]

    def rows(self) -> list[dict[str, Any]]:
        """A record per step and line: ceiling, amount, coverage and the line's part of the next and the last unit.

        Of a large plan, or a sparse ladder, the first split and one per step and line whose rate changes there.
        """
        if self.tells_changes:
            return list(changing_rows(self._first, self.changed_rates()))
        return [
            {
                "ceiling": step.ceiling,
                "id": line.id,
                "allocated": step.amounts[line.id],
                "coverage": step.amounts[line.id] / line.proposed if line.proposed else None,
                "last_euro": step.last_euro.get(line.id, ZERO),
                "next_euro": step.next_euro.get(line.id, ZERO),
            }
            for step in self.steps
            for line in self.plan.lines
        ]

    def _frame(self) -> DataFrame:
        """The steps as a pandas frame: the ceiling as index, a column a line; floats, in the plan's unit."""
        ceilings = [float(ceiling) for ceiling in self.ceilings]
        return frame_of([step.amounts for step in self.steps], index=ceilings).rename_axis("ceiling")

    def __str__(self) -> str:
        steps = ", ".join(f"{float(ceiling):,.6g}" for ceiling in self.ceilings)
        return f"{self.plan.id}: the split changes course at {steps} {self.plan.unit}".rstrip()


def ladder(
    plan: Plan,
    engine: Engine = highs_in_a_row,
    watch: Callable[[Fraction], object] | None = None,
    path: Path | None = None,
) -> Ladder:
    """Find every ceiling at which the optimal split changes course, exactly.

    Each solve, at a ceiling nobody has looked at yet, gives the straight line that the split follows there and the two
    ceilings between which it does (`course`). What lies outside is looked at next, until the lines cover everything
    from the lowest feasible ceiling to where nothing changes any more.

    Args:
        plan: with coverage among its stages; without it a split is one of many, and there is no curve to follow.
        engine: who is asked first.
        watch: called with the part of the way that is done, from 0 to 1, after every solve.
        path: of a plan with years the ceilings by year, whose share takes the place of the ceiling.

    Raises:
        NoCurveError: if coverage is not among the plan's stages.
        TooLargeError: if the plan has more than 500 lines and other stages than value and coverage, or years, or is
            tied together by lines that ask nothing: each step then takes a solve of the whole plan.
        InfeasibleError: if no ceiling is enough.
        NotProvedError: if an answer on the way could not be proved.
    """
    refuse_units(plan.whole, "a ladder of straight lines", "the split jumps from one whole amount to another")
    if not is_decided(plan):
        raise NoCurveError(
            "objective: without coverage a ceiling has more than one best split -> write objective: [value, coverage]"
        )
    rise = _risen(plan, engine, watch) if path is None and plan.years is None else None
    if rise is not None:
        return Ladder(plan, steps_of(plan, rise), rise=rise)
    if len(plan.lines) > MOST_LINES:
        raise TooLargeError(
            told(
                "ladder: {lines} lines are more than {most}, and the answer changes course at thousands "
                "of ceilings -> ask whatif for the ceilings that matter, such as 100:400:25",
                lines=len(plan.lines),
                most=MOST_LINES,
            )
        )
    return Ladder(plan, tuple(steps_between(plan, probed_lines(plan, engine, watch, path), path)), path)


def _risen(plan: Plan, engine: Engine, watch: Callable[[Fraction], object] | None) -> Rise | None:
    """The ladder from proved pieces of the plan's parts; None where it cannot be put together from them.

    Raises:
        InfeasibleError: if no ceiling is enough.
    """
    try:
        return rise_of(plan, engine, watch)
    except NoOptimumError:
        raise refusal(plan, None, engine) or NotProvedError("a part of the plan fits nowhere") from None
    except (NotProvedError, UnevenError):
        return None
