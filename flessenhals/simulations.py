"""The Python face of what is uncertain."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flessenhals.notebook  # noqa: F401 - so that results show themselves
from flessenhals.amounts import ceiling_of, exactly
from flessenhals.crew import crew, measure
from flessenhals.proposals import as_proposal
from flessenhals.solver.simulation import fixed, robust, simulation

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flessenhals.amounts import Number
    from flessenhals.proposals import Given
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.simulation.fixed import SplitSimulation
    from flessenhals.solver.simulation.robust import Robustness
    from flessenhals.solver.simulation.simulation import Simulation


def simulate(
    plan: Plan,
    ceiling: Number | Mapping[int, Number],
    samples: int = 10_000,
    seed: int = 1,
    *,
    threads: int | None = None,
    engine: str = "threads",
    scheduler: str | None = None,
) -> Simulation:
    """Divide a ceiling under every draw of what the plan calls uncertain.

    Args:
        plan: from `load`, with a section `uncertain`; or put together with `Uncertain`.
        ceiling: the total that may be spent, in the plan's unit, ≥ 0; with years also a path by its name or by year.
        samples: how many draws; the first of a larger sample are the same.
        seed: which draws; the same seed gives the same answer, bit for bit, on any number of threads and machines.
        threads: how many threads of this machine; None for one per core.
        engine: `threads`, or `dask` for the machines of a scheduler.
        scheduler: its address, tcp://host:port.

    Returns:
        A Simulation: `total`, `lowest_coverage` and `lines` (each a mean with p05, p50 and p95), `bottlenecks`,
        `drivers`, `infeasible`, `frame()`, `to_dict()`.

    Raises:
        SimulationError: a ValueError: nothing is uncertain, or no cluster or library is there.
        NotProvedError: one of the draws that are proved does not hold up in exact arithmetic.
        InputError: the ceiling is not a number of 0 or more.

    Source: Owen (1998) for the draws; docs/architecture.md for the batch kernel and what is proved.
    """
    return simulation.simulate(plan, ceiling_of(plan, ceiling), samples, seed, crew(engine, threads, scheduler))


def simulate_split(
    plan: Plan,
    split: Given,
    ceiling: Number | None = None,
    samples: int = 10_000,
    seed: int = 1,
    *,
    threads: int | None = None,
) -> SplitSimulation:
    """Hold a fixed split against every draw of what the plan calls uncertain.

    Args:
        plan: from `load`, with a section `uncertain`.
        split: as the proposal of `compare`: a file, a mapping, a frame or a Proposal.
        ceiling: the total that may be spent, in the plan's unit, ≥ 0; None for the split's own total.
        samples: how many draws.
        seed: which draws.
        threads: how many threads of this machine; None for one per core.

    Returns:
        A SplitSimulation: `stranded` (mean, p05, p50, p95), `broken` (constraint → share of the draws and by how much),
        `keeps_all`, `lines`, `drivers`, `frame()`, `to_dict()`.

    Raises:
        SimulationError: a ValueError: nothing is uncertain, or a library is not there.
        NotProvedError: one of the draws that are proved does not hold up in exact arithmetic.
        InputError: with everything that is wrong with the split.
    """
    proposal = as_proposal(plan, split)
    amount = plan.charged(proposal.amounts) if ceiling is None else exactly(ceiling)
    return fixed.simulate_split(plan, proposal, amount, samples, seed, crew("threads", threads, None))


def robust_split(
    plan: Plan,
    ceiling: Number,
    by: str = "mean",
    samples: int = 10_000,
    seed: int = 1,
    *,
    threads: int | None = None,
) -> Robustness:
    """Choose the split that strands least when what is uncertain is drawn, beside the optimal one.

    Args:
        plan: from `load`, with a section `uncertain`.
        ceiling: the total that may be spent, in the plan's unit, ≥ 0.
        by: what of the stranded amounts is made small: `mean`, `p90` (the mean of the worst tenth) or `worst`.
        samples: over how many draws both splits are compared.
        seed: which draws.
        threads: how many threads of this machine; None for one per core.

    Returns:
        A Robustness: `amounts` (line id → Fraction), `nominal` (an Allocation), `before` and `after` (how each fares),
        `lowest_coverage`, `frame()`, `to_dict()`.

    Raises:
        InfeasibleError: proved: nothing fits within the ceiling.
        SimulationError: a ValueError: nothing is uncertain, there is no such measure, or a library is not there.
        NotProvedError: an answer does not hold up in exact arithmetic.
        InputError: the ceiling is not a number of 0 or more.
    """
    crewed = crew("threads", threads, None)
    return robust.robust(plan, exactly(ceiling), measure(by), samples, seed, crewed)
