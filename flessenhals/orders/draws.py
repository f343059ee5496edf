"""An order for draws, from what was typed to their result."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from flessenhals.amounts import ceiling_of
from flessenhals.briefing.text.words import say
from flessenhals.crew import compiles_first, crew, measure
from flessenhals.data.proposals.reader import read_proposal
from flessenhals.data.source.errors import Place, refused
from flessenhals.provenance import require_moment
from flessenhals.solver.simulation.fixed import simulate_split
from flessenhals.solver.simulation.robust import robust
from flessenhals.solver.simulation.simulation import simulate
from flessenhals.terminal.progress import progress, remark

if TYPE_CHECKING:
    from flessenhals.briefing.registry import Draws
    from flessenhals.terminal.settings import Settings


class Draw(NamedTuple):
    """What was typed behind `simulate`.

    Attributes:
        ceiling: as it was typed.
        samples, seed: how many draws, and which.
        engine, threads, scheduler: who does the work.
        split: the proposal that is held against the draws instead; None for the optimal split of each.
        robust: by which measure the split strands least that is chosen instead; None for none.
    """

    ceiling: str
    samples: int
    seed: int
    engine: str
    threads: int | None
    scheduler: str | None
    split: str | None
    robust: str | None

    def found(self, asked: Settings) -> Draws:
        """What the draws come to.

        Raises:
            InputError: with everything that is wrong with the plan, the ceiling or the proposal, or with the date.
        """
        require_moment()
        plan = asked.load(years=True)
        ceiling, workers = ceiling_of(plan, self.ceiling), crew(self.engine, self.threads, self.scheduler)
        total = ceiling if isinstance(ceiling, Fraction) else None
        if total is None and (self.split or self.robust):
            wrong = "holds a split of one year against the draws, and the plan has years"
            raise refused(Place("--split" if self.split else "--robust"), wrong, "leave it out")
        if workers.engine == "threads" and compiles_first(plan, self.samples):
            remark(say("compiles first", asked.language))

        def work() -> Draws:
            how = self.samples, self.seed, workers
            with progress("simulate") as watch:
                if self.split is not None and total is not None:
                    return simulate_split(plan, read_proposal(self.split, plan), total, *how, watch)
                if self.robust is not None and total is not None:
                    return robust(plan, total, measure(self.robust), *how, watch)
                return simulate(plan, ceiling, *how, watch)

        return asked.answered(work)
