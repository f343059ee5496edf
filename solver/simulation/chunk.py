"""A run of draws: drawn, solved, checked, and some of them proved."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from flessenhals.constraints.constraint import maximum_of, minimum_of
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.infeasible.irreducible import shortage
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.optimum.objective.goals import VALUE, deciding, is_decided
from flessenhals.solver.optimum.parametric.spot import ORDERS, around
from flessenhals.solver.plan.message import told
from flessenhals.solver.program.errors import NotProvedError
from flessenhals.solver.program.kernel.compiled import solve_all
from flessenhals.solver.program.kernel.run import INFEASIBLE, OPTIMAL, UNSURE
from flessenhals.solver.program.linear_program import constraints_of
from flessenhals.solver.simulation.drawn import drawn
from flessenhals.solver.simulation.sampling import draws

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from flessenhals.constraints.constraint import Constraint
    from flessenhals.solver.optimum.allocation import Allocation
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.simulation.batch import Batch, Floats

AGREES = 1e-9
GOLDEN, OTHER = np.uint64(0x9E3779B97F4A7C15), 0xD1342543DE82EF95
PROVED, LEAST_PROVED, MOST_PROVED = 0.01, 10, 1_000


class Solved(NamedTuple):
    """What a run of draws comes to.

    Attributes:
        amounts: a row a draw, a column a line, in the plan's unit; not a number where nothing fits.
        value: what the split of each draw is worth, in the plan's unit; not a number where nothing fits.
        lowest: the lowest coverage of each draw, a pure number; not a number where nothing fits or is asked.
        years: with years, a row a draw: what the ceiling pays in each, in the plan's unit, and then the lowest coverage
            in each that has lines; no columns without.
        held: per row, minimum and maximum, in how many draws it holds back the value or the lowest coverage.
        unsure: how many draws the kernel left to the exact solver.
        proved: how many draws were proved exactly, those among them.
    """

    amounts: Floats
    value: Floats
    lowest: Floats
    years: Floats
    held: NDArray[np.int64]
    unsure: int
    proved: int


@dataclass(frozen=True)
class Task:
    """What a worker has to know to solve any run of draws, wherever it is.

    Attributes:
        batch: the programs of all draws.
        seed: which draws.
        share: the part of the draws that is proved exactly, from 0 to 1.
        plain: never compiled.
    """

    batch: Batch
    seed: int
    share: float
    plain: bool = False

    def solve(self, start: int, stop: int) -> Solved:
        """The draws from `start` up to `stop`.

        Raises:
            NotProvedError: if a draw could not be proved, or its proof says something else than the kernel.
        """
        made, plan = self.batch, self.batch.plan
        m, n = made.sizes
        inputs = draws(plan.uncertain, self.seed, start, stop)
        places, values = made.changes(inputs)
        known = [each.kernel for each in deciding(plan)]
        goals = [each.name for each in deciding(plan)]
        still = goals == ["value", "shift", "coverage"]  # money moves only where it buys something

        def answers(data: Floats, *, covered: bool) -> tuple[Floats, NDArray[np.int8], NDArray[np.int64]]:
            weighed = "weighed" in known
            return solve_all(m, n, data, made.equal, places, values, weighed=weighed, covered=covered, plain=self.plain)

        amounts, held, status = answers(made.data, covered="covered" in known and not still)
        if still:
            unmoved = made.data.copy()
            unmoved[made.shifted] = 0.0
            bought = amounts[:, : len(plan.lines)]
            amounts, held, at_rest = answers(unmoved, covered=True)
            same = _worth_the_same(bought, amounts[:, : len(plan.lines)], made.of_lines("weight", inputs))
            status[(status == OPTIMAL) & ~(same & (at_rest == OPTIMAL))] = UNSURE
        amounts, held = made.without_shifts(amounts, held)
        if not made.straight or (None in known and not still):
            status[:] = UNSURE
        unsure = np.flatnonzero(status == UNSURE)
        for place in unsure:
            self._solve_exactly(int(place), inputs[place], amounts, held, status)
        proofs = np.setdiff1d(np.flatnonzero(chosen(self.seed, start, stop, self.share)), unsure)
        for place in proofs:
            self._prove(start + int(place), inputs[place], amounts[place], int(status[place]), stop - start)
        nothing = status == INFEASIBLE
        amounts[nothing] = np.nan
        asked = made.of_lines("proposed", inputs)
        return Solved(
            amounts=amounts,
            value=(amounts * made.of_lines("weight", inputs)).sum(axis=1),
            lowest=lowest(amounts, asked),
            years=_by_year(plan, amounts, asked),
            held=held[~nothing].sum(axis=0, dtype=np.int64),
            unsure=len(unsure),
            proved=len(unsure) + len(proofs),
        )

    def plan_of(self, inputs: Floats) -> Plan:
        """One draw as a plan of its own, exactly as it was solved."""
        return drawn(self.batch.plan, [Fraction(float(each)) for each in inputs])

    def _solve_exactly(
        self, place: int, inputs: Floats, amounts: Floats, held: NDArray[np.int8], status: NDArray[np.int64]
    ) -> None:
        held[place] = 0
        try:
            split = allocate(self.plan_of(inputs), self.batch.ceiling)
        except InfeasibleError:
            status[place] = INFEASIBLE
            return
        status[place] = 0
        amounts[place] = [float(amount) for amount in split.amounts.values()]
        marked = holds_back(split)
        held[place] = [each in marked for each in may_hold(self.batch)]

    def _prove(self, draw: int, inputs: Floats, found: Floats, status: int, among: int) -> None:
        plan, ceiling = self.plan_of(inputs), self.batch.ceiling
        said = f"draw {draw} of seed {self.seed} does not hold up"
        if status == INFEASIBLE:
            if shortage(constraints_of(plan, ceiling)).optimum == 0:
                raise NotProvedError(told("{said}: something does fit", said=said))
            return
        try:
            amounts = self._best(plan, among)
        except InfeasibleError as error:
            raise NotProvedError(told("{said}: nothing fits", said=said)) from error
        exact = np.array([float(amounts[line.id]) for line in plan.lines])
        size = max(1.0, float(np.abs(exact).max()))
        if is_decided(plan):
            off = float(np.abs(exact - found).max())
        else:
            value = VALUE.reached(plan, amounts)
            off = abs(float(value) - float(np.dot([float(line.weight) for line in plan.lines], found)))
        if off > AGREES * size:
            raise NotProvedError(told("{said}: the exact split is another one", said=said))

    def _best(self, plan: Plan, among: int) -> Mapping[str, Fraction]:
        """The optimal split of one of so many draws, proved: from the kernel's bases where they do, else by stages."""
        ceiling = self.batch.ceiling
        if plan.objective in ORDERS and plan.years is None and isinstance(ceiling, Fraction):
            found = around(plan, ceiling, 0 if self.plain else among, merged=False)
            if found is not None:
                return found.at(ceiling)
        return allocate(plan, ceiling).amounts


def may_hold(made: Batch) -> tuple[Constraint, ...]:
    """What can hold back: the ceiling, the rules, and the bounds of lines; in the order of `Solved.held`."""
    lines = [line.id for line in made.plan.lines]
    return (*made.rows, *(bound(line) for bound in (minimum_of, maximum_of) for line in lines))


def holds_back(split: Allocation) -> set[Constraint]:
    """What holds back the value, and the lowest coverage, of a proved split.

    That is every constraint with a dual other than zero in the value stage or in the first level of coverage; a maximum
    in the value stage only where a euro more of it would be worth more than that euro itself, so that others gain.
    """
    found: set[Constraint] = set()
    first = [next((stage for stage in split.stages if stage.goal == goal), None) for goal in ("value", "coverage")]
    for stage in first:
        if stage is None:
            continue
        duals = zip(stage.program.rows, stage.certificate.dual, strict=True)
        found |= {row.id for row, dual in duals if dual and not row.id.is_own}
        for line in split.plan.lines:
            cost = stage.certificate.reduced_cost[line.id]
            worth = line.weight if stage.goal == "value" else Fraction(0)
            if cost > worth:
                found.add(maximum_of(line.id))
            if cost < 0 and line.minimum:
                found.add(minimum_of(line.id))
    return found


def _worth_the_same(bought: Floats, rested: Floats, weights: Floats) -> NDArray[np.bool_]:
    """In which draws what may be shifted adds nothing to the value."""
    best, found = ((split * weights).sum(axis=1) for split in (bought, rested))
    same: NDArray[np.bool_] = best - found <= AGREES * np.maximum(1.0, np.abs(best))
    return same


def ranks_by_year(plan: Plan) -> dict[int, list[int]]:
    """The places of the lines in each year of a plan; none without years."""
    years = () if plan.years is None else plan.years.all
    return {year: [rank for rank, line in enumerate(plan.lines) if line.year == year] for year in years}


def _by_year(plan: Plan, amounts: Floats, asked: Floats) -> Floats:
    here = ranks_by_year(plan).values()
    charges = np.array([float(line.charge) for line in plan.lines])
    totals = [amounts[:, ranks] @ charges[ranks] for ranks in here]
    coverages = [lowest(amounts[:, ranks], asked[:, ranks]) for ranks in here if ranks]
    return np.stack([*totals, *coverages], axis=1) if totals else np.empty((len(amounts), 0))


def lowest(amounts: Floats, asked: Floats) -> Floats:
    """The lowest coverage of each draw, a pure number; not a number where nothing is asked or given."""
    asking = asked > 0
    coverage = np.where(asking, amounts / np.where(asking, asked, 1.0), np.inf)
    found: Floats = coverage.min(axis=1)
    found[np.isinf(found)] = np.nan
    return found


def proved_share(samples: int) -> float:
    """The part of so many draws that is proved exactly: one in a hundred, some ten at least and a thousand at most."""
    return min(max(PROVED, LEAST_PROVED / samples), MOST_PROVED / samples, 1.0)


def chosen(seed: int, start: int, stop: int, share: float) -> NDArray[np.bool_]:
    """Which draws are proved: a hash of the seed and the draw decides, so that it is the same in every cut.

    Source: Steele, Lea and Flood, Fast splittable pseudorandom number generators, OOPSLA 2014 (splitmix64).
    """
    mixed = np.arange(start, stop, dtype=np.uint64) * GOLDEN + np.uint64(seed * OTHER % 2**64)
    for turn, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        mixed = (mixed ^ (mixed >> np.uint64(turn))) * np.uint64(factor)
    found: NDArray[np.bool_] = ((mixed ^ (mixed >> np.uint64(31))) >> np.uint64(11)) < np.uint64(share * 2**53)
    return found
