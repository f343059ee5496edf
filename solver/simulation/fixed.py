"""How a fixed split fares: what of it is stranded, and which rules it breaks, in every draw of what is uncertain."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from flessenhals.solver.comparison.usable import chain_rows, usable
from flessenhals.solver.plan.finding import Finding, under
from flessenhals.solver.plan.message import told
from flessenhals.solver.program.errors import NotProvedError
from flessenhals.solver.simulation.batch import batch
from flessenhals.solver.simulation.chunk import AGREES, chosen, may_hold, proved_share
from flessenhals.solver.simulation.drawn import drawn
from flessenhals.solver.simulation.drivers import Driver, drivers, name_of
from flessenhals.solver.simulation.kernel.compiled import solve_all
from flessenhals.solver.simulation.kernel.run import UNSURE
from flessenhals.solver.simulation.sampling import CHUNK, SAMPLES, SEED, draws
from flessenhals.solver.simulation.spread import Spread, rounded, spread
from flessenhals.solver.simulation.workers import ALONE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from numpy.typing import NDArray
    from pandas import DataFrame

    from flessenhals.constraints.constraint import Constraint
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.plan.proposal import Proposal
    from flessenhals.solver.simulation.batch import Batch, Floats
    from flessenhals.solver.simulation.workers import Workers


class Held(NamedTuple):
    """What a run of draws does to a fixed split.

    Attributes:
        stranded: a row a draw, a column a line: what of its amount cannot be used, in the plan's unit.
        rules: how many constraints each draw breaks.
        broken: per constraint in the order of `may_hold`, how many draws break it.
        short: per constraint, by how much in all of them together, in the plan's unit.
        proved: how many draws were proved exactly.
    """

    stranded: Floats
    rules: NDArray[np.int64]
    broken: NDArray[np.int64]
    short: Floats
    proved: int


@dataclass(frozen=True)
class Task:
    """What a worker has to know to hold a split against any run of draws.

    Attributes:
        batch: the programs of all draws of the plan.
        amounts: what each line is given, exactly, in the plan's unit; every line of the plan, in its order.
        seed: which draws.
        share: the part of the draws that is proved exactly, from 0 to 1.
    """

    batch: Batch
    amounts: Mapping[str, Fraction]
    seed: int
    share: float

    @cached_property
    def given(self) -> Floats:
        """The amounts as numbers."""
        return np.array([float(amount) for amount in self.amounts.values()])

    def solve(self, start: int, stop: int) -> Held:
        """The draws from `start` up to `stop`.

        Raises:
            NotProvedError: if a draw could not be proved, or its proof says something else than the kernel.
        """
        made = self.batch
        inputs = draws(made.plan.uncertain, self.seed, start, stop)
        places, values = made.changes(inputs)
        used, unsure = self._used(places, values, made.of_lines("maximum", inputs))
        proofs = np.union1d(np.flatnonzero(chosen(self.seed, start, stop, self.share)), unsure)
        for place in proofs:
            exact = usable(drawn(made.plan, [Fraction(float(each)) for each in inputs[place]]), self.amounts).amounts
            found = np.array([float(each) for each in exact.values()])
            if place in unsure:
                used[place] = found
            elif np.abs(found - used[place]).max() > AGREES * max(1.0, float(self.given.max())):
                raise NotProvedError(
                    told("draw {start} of seed {seed} does not hold up", start=start + int(place), seed=self.seed)
                )
        left = self.given - used
        left[left < AGREES * max(1.0, float(self.given.max()))] = 0.0
        short = self.shortfalls(places, values)
        broken = short > 0
        return Held(left, broken.sum(axis=1), broken.sum(axis=0), short.sum(axis=0), len(proofs))

    def _used(self, places: NDArray[np.int64], values: Floats, maximums: Floats) -> tuple[Floats, NDArray[np.int64]]:
        """What can be used of the split in each draw, and of which draws the kernel is not sure.

        The program of `usable`: the chain rules that ask for money downstream, every line between 0 and its amount,
        or its maximum in the draw where that is less.
        """
        made, n = self.batch, len(self.given)
        chains = {row.id for row in chain_rows(made.plan)}
        rows = [place for place, each in enumerate(made.rows) if each in chains]
        m = len(made.rows)
        kept = [*(row * n + line for row in rows for line in range(n)), *(m * n + row for row in rows)]
        where = {old: new for new, old in enumerate(kept)}
        moved = [column for column, place in enumerate(places) if int(place) in where]
        nothing, ones = np.zeros(n), np.ones(n)
        most = np.minimum(self.given, maximums)
        below = np.flatnonzero((most < self.given).any(axis=0))
        used, _, status = solve_all(
            len(rows),
            n,
            np.concatenate([made.data[kept], nothing, self.given, ones, self.given]),
            made.equal[rows],
            np.array([*(where[int(places[column])] for column in moved), *(len(kept) + n + below)], np.int64),
            np.ascontiguousarray(np.hstack([values[:, moved], most[:, below]])),
            weighed=True,
            covered=True,
        )
        if not made.straight:
            status[:] = UNSURE
        return used, np.flatnonzero(status == UNSURE)

    def shortfalls(self, places: NDArray[np.int64], values: Floats) -> Floats:
        """By how much each constraint is broken in each draw: 0 where it is kept.

        Args:
            places: in the batch's data, as `Batch.changes` gives them.
            values: a row a draw, a column a place.

        Returns:
            A row a draw, a column a constraint in the order of `may_hold`, in the plan's unit.
        """
        made, given = self.batch, self.given
        m, n = made.sizes
        numbers = made.data[: m * n + m + 2 * n]
        activity = numbers[: m * n].reshape(m, n) @ given
        above = np.tile(np.concatenate([activity, -given, given]), (len(values), 1))
        limit = np.tile(
            np.concatenate([numbers[m * n : m * n + m], -numbers[-2 * n : -n], numbers[-n:]]), (len(values), 1)
        )
        for place, column in zip(places, values.T, strict=True):
            if place < m * n:
                above[:, place // n] += (column - made.data[place]) * given[place % n]
            elif place < m * n + m + 2 * n:
                at = place - m * n
                limit[:, at] = -column if m <= at < m + n else column
        short: Floats = above - limit
        short[short < AGREES * max(1.0, float(given.max()))] = 0.0
        return short


@dataclass(frozen=True, repr=False)
class SplitSimulation(Finding):
    """How a fixed split fares when what is uncertain is drawn.

    Attributes:
        plan: what it is a split of.
        proposal: the split.
        ceiling: the total that may be spent, in the plan's unit.
        samples: how many draws were made.
        seed: which draws.
        stranded: what the chain rules leave unusable, in the plan's unit.
        strands: in which share of the draws something is stranded.
        lines: of what is stranded of each line.
        broken_rules: how many constraints are broken.
        keeps_all: in which share of the draws none is.
        broken: constraint → in which share of the draws it is broken, and by how much on average where it is.
        drivers: input → what it does to the stranded amount; the strongest first.
        proved: how many draws were proved in exact arithmetic.
        partial: whether the work was stopped before all that was asked was done.
    """

    plan: Plan
    proposal: Proposal
    ceiling: Fraction
    samples: int
    seed: int
    stranded: Spread
    strands: float
    lines: Mapping[str, Spread]
    broken_rules: Spread
    keeps_all: float
    broken: Mapping[Constraint, tuple[float, float]]
    drivers: Mapping[str, Driver]
    proved: int
    partial: bool = False

    def headline(self) -> str:
        """What it is about and comes to, on one line."""
        return f"{self.proposal.name} of {self.plan.id}{under(self.plan)}, {self.samples} draws"

    def to_dict(self) -> dict[str, Any]:
        """All of it as plain data; amounts in the plan's unit."""
        return {
            "plan": self.plan.id,
            "scenario": self.plan.scenario,
            "proposal": self.proposal.name,
            "ceiling": float(self.ceiling),
            "unit": self.plan.unit,
            "total": float(self.proposal.total),
            "samples": self.samples,
            "seed": self.seed,
            **({"partial": True} if self.partial else {}),
            "stranded": self.stranded._asdict(),
            "strands": self.strands,
            "broken_rules": self.broken_rules._asdict(),
            "keeps_all": self.keeps_all,
            "broken": [
                {"id": str(each), "share": share, "shortfall": short} for each, (share, short) in self.broken.items()
            ],
            "lines": self.records(),
            "drivers": [{"path": path, **driver._asdict()} for path, driver in self.drivers.items()],
            "certificate": {"proved": self.proved},
        }

    def records(self) -> list[dict[str, Any]]:
        """The lines as plain data: the amount, and how much of it is stranded."""
        return [
            {"id": line.id, "proposal": float(self.proposal.amounts[line.id]), **self.lines[line.id]._asdict()}
            for line in self.plan.lines
        ]

    def _frame(self) -> DataFrame:
        """The lines as a pandas frame, a line a row with its id as index; amounts in the plan's unit."""
        import pandas as pd  # noqa: PLC0415 - it takes longer to import than everything else together

        return pd.DataFrame(self.records()).set_index("id")


def simulate_split(
    plan: Plan,
    proposal: Proposal,
    ceiling: Fraction,
    samples: int = SAMPLES,
    seed: int = SEED,
    workers: Workers = ALONE,
    watch: Callable[[float], object] | None = None,
) -> SplitSimulation:
    """Hold a fixed split against every draw of what the plan calls uncertain.

    Args:
        plan: with at least one uncertain input.
        proposal: the split; an amount for every line.
        ceiling: the total that may be spent, in the plan's unit, ≥ 0.
        samples: how many draws, ≥ 1.
        seed: which draws.
        workers: who does the work.
        watch: called with the part that is done, from 0 to 1.

    Raises:
        SimulationError: if the plan calls nothing uncertain, or no such cluster is there.
        NotProvedError: if a draw could not be proved, or its proof says something else.
        KeyboardInterrupt: if it is interrupted before any draw is done.
    """
    task = Task(batch(plan, ceiling), dict(proposal.amounts), seed, proved_share(samples))
    found: list[Held] = []
    done = workers.collect(task.solve, samples, CHUNK, found, watch)
    total = np.concatenate([each.stranded.sum(axis=1) for each in found])
    rules = np.concatenate([each.rules for each in found])
    counts = sum((each.broken for each in found), start=np.zeros(len(may_hold(task.batch)), np.int64))
    short = sum((each.short for each in found), start=np.zeros(len(counts)))
    known = {
        each: (int(count) / done, rounded(float(missing) / int(count)))
        for each, count, missing in zip(may_hold(task.batch), counts, short, strict=True)
        if count
    }
    driven = drivers(draws(plan.uncertain, seed, 0, done), total)
    named = {
        name_of(each): Driver(rounded(driver.effect), rounded(driver.correlation))
        for each, driver in zip(plan.uncertain, driven, strict=True)
    }
    return SplitSimulation(
        plan=plan,
        proposal=proposal,
        ceiling=ceiling,
        samples=done,
        seed=seed,
        stranded=_sure(total),
        strands=float((total > 0).mean()),
        lines={
            line.id: _sure(np.concatenate([each.stranded[:, rank] for each in found]))
            for rank, line in enumerate(plan.lines)
        },
        broken_rules=_sure(rules.astype(np.float64)),
        keeps_all=float((rules == 0).mean()),
        broken=dict(sorted(known.items(), key=lambda each: -each[1][0])),
        drivers=dict(sorted(named.items(), key=lambda each: -each[1].effect)),
        proved=sum(each.proved for each in found),
        partial=done < samples,
    )


def _sure(values: Floats) -> Spread:
    """The spread of a number that every draw has."""
    return spread(values) or Spread(0.0, 0.0, 0.0, 0.0)
