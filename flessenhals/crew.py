"""Who does the work of a simulation, as it is asked on the command line and in Python."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from flessenhals.solver.plan.message import told
from flessenhals.solver.program.errors import SimulationError
from flessenhals.solver.program.kernel.compiled import compiles
from flessenhals.solver.simulation.robust import MEASURES, Measure
from flessenhals.solver.simulation.sampling import CHUNK
from flessenhals.solver.simulation.workers import ENGINES, Workers

if TYPE_CHECKING:
    from flessenhals.solver.plan.plan import Plan


def crew(engine: str, threads: int | None, scheduler: str | None) -> Workers:
    """Threads of this machine, one per core unless a number is given, or the workers of a dask scheduler.

    Raises:
        SimulationError: for an engine that there is not, or a scheduler that nobody would use.
    """
    if engine not in ENGINES:
        raise SimulationError(
            told(
                "engine '{engine}' is none of {engines} -> write one of those",
                engine=engine,
                engines=", ".join(ENGINES),
            )
        )
    if engine == "dask" and scheduler is None:
        raise SimulationError("dask needs a scheduler -> add --scheduler tcp://HOST:8786")
    if engine != "dask" and scheduler is not None:
        raise SimulationError("--scheduler is for --engine dask -> add that, or leave the scheduler out")
    return Workers(threads or os.cpu_count() or 1, engine, scheduler)


def compiles_first(plan: Plan, samples: int) -> bool:
    """Whether this machine has to compile the kernel before so many draws are solved, which takes some seconds."""
    return compiles(len(plan.rule_rows) + 1, len(plan.lines), min(samples, CHUNK))


def measure(robust: str) -> Measure:
    """What of the stranded amounts a robust split makes small.

    Raises:
        SimulationError: for a measure that there is not.
    """
    if robust not in MEASURES:
        raise SimulationError(
            told(
                "robust '{robust}' is none of {measures} -> write one of those",
                robust=robust,
                measures=", ".join(MEASURES),
            )
        )
    return robust
