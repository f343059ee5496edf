"""What a run of draws does to a fixed split: what of it is stranded, and which rules it breaks."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from flessenhals.solver.comparison.usable import chain_rows, usable, uses
from flessenhals.solver.optimum.parametric.block import block_of
from flessenhals.solver.optimum.parametric.check import faults
from flessenhals.solver.optimum.parametric.settling import piece
from flessenhals.solver.optimum.parametric.traced import Tracer
from flessenhals.solver.plan.message import told
from flessenhals.solver.program.errors import NotProvedError
from flessenhals.solver.program.kernel.compiled import solve_all
from flessenhals.solver.program.kernel.run import UNSURE
from flessenhals.solver.simulation.chunk import AGREES, chosen
from flessenhals.solver.simulation.drawn import drawn
from flessenhals.solver.simulation.sampling import draws

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.simulation.batch import Batch, Floats

ONE = Fraction(1)


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
            plan = drawn(made.plan, [Fraction(float(each)) for each in inputs[place]])
            exact = self._exactly(plan, stop - start)
            found = np.array([float(exact[line]) for line in self.amounts])
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

    def _exactly(self, plan: Plan, among: int) -> Mapping[str, Fraction]:
        """What can be used in one of so many draws, proved: from the kernel's bases where they do, else by stages."""
        program = uses(plan, self.amounts)
        ones = dict.fromkeys(program.variables, ONE)
        block = block_of(program, self.amounts, ones, ones)
        enough = block.most + ONE
        proof = Tracer(block, valued=True, among=among)(enough)
        found = None if proof is None else piece(block, proof, enough, merged=False)
        if found is None or faults(block, found):
            return usable(plan, self.amounts).amounts
        return dict(zip(block.lines, found.at(block, enough), strict=True))

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
