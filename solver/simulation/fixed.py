"""How a fixed split fares: what of it is stranded, and which rules it breaks, in every draw of what is uncertain."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from flessenhals.solver.plan.finding import Finding, under
from flessenhals.solver.simulation.batch import batch
from flessenhals.solver.simulation.chunk import may_hold, proved_share
from flessenhals.solver.simulation.drivers import Driver, drivers, name_of
from flessenhals.solver.simulation.fixed_draws import Task
from flessenhals.solver.simulation.sampling import CHUNK, SAMPLES, SEED, each_input
from flessenhals.solver.simulation.spread import Spread, rounded, spread
from flessenhals.solver.simulation.spreads import Spreads
from flessenhals.solver.simulation.workers import ALONE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from fractions import Fraction

    from flessenhals.constraints.constraint import Constraint
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.plan.proposal import Proposal
    from flessenhals.solver.simulation.batch import Floats
    from flessenhals.solver.simulation.fixed_draws import Held
    from flessenhals.solver.simulation.workers import Workers


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

    def record(self) -> dict[str, Any]:
        """The result as plain data; amounts in the plan's unit."""
        return {
            "plan": self.plan.id,
            "scenario": self.plan.scenario,
            "proposal": self.proposal.name,
            "ceiling": self.ceiling,
            "unit": self.plan.unit,
            "total": self.plan.charged(self.proposal.amounts),
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
            "lines": self.rows(),
            "drivers": [{"path": path, **driver._asdict()} for path, driver in self.drivers.items()],
            "certificate": {"proved": self.proved},
        }

    def rows(self) -> list[dict[str, Any]]:
        """The lines as plain data: the amount, and how much of it is stranded."""
        return [
            {"id": line.id, "proposal": self.proposal.amounts[line.id], **self.lines[line.id]._asdict()}
            for line in self.plan.lines
        ]


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
    totals: list[Floats] = []
    spreads = Spreads(len(plan.lines) + 1)
    counts = np.zeros(len(may_hold(task.batch)), np.int64)
    short = np.zeros(len(counts))
    kept = proved = 0

    def numbers(held: Held) -> Floats:
        return np.column_stack([held.stranded, held.rules.astype(np.float64)])

    def take(held: Held) -> None:
        nonlocal counts, short, kept, proved
        totals.append(held.stranded.sum(axis=1))
        spreads.add(numbers(held))
        counts, short = counts + held.broken, short + held.short
        kept, proved = kept + int((held.rules == 0).sum()), proved + held.proved

    done = workers.collect(task.solve, samples, CHUNK, take, watch)
    if spreads.escaped():
        again = replace(task, share=0)
        workers.collect(again.solve, done, CHUNK, lambda held: spreads.add_again(numbers(held)), None)
    *lines, rules = map(_sure, spreads.found())
    total = np.concatenate(totals)
    known = {
        each: (int(count) / done, rounded(float(missing) / int(count)))
        for each, count, missing in zip(may_hold(task.batch), counts, short, strict=True)
        if count
    }
    (driven,) = drivers(each_input(plan.uncertain, seed, done), [total])
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
        stranded=_sure(spread(total)),
        strands=float((total > 0).mean()),
        lines={line.id: each for line, each in zip(plan.lines, lines, strict=True)},
        broken_rules=rules,
        keeps_all=kept / done,
        broken=dict(sorted(known.items(), key=lambda each: -each[1][0])),
        drivers=dict(sorted(named.items(), key=lambda each: -each[1].effect)),
        proved=proved,
        partial=done < samples,
    )


def _sure(found: Spread | None) -> Spread:
    """The spread of a number that every draw has."""
    return found or Spread(0.0, 0.0, 0.0, 0.0)
