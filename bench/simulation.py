"""Draws per second: the batch kernel on the Pact plan against PuLP + CBC, PuLP + HiGHS and a warm HiGHS, in one run.

The peers do fewer draws and are scaled up; every draw that they do is held against the kernel's split.
"""

from __future__ import annotations

import argparse
import resource
import time
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np
import simulation_peers as peers

import flessenhals as fh
from flessenhals.solver.simulation import chunk, simulation
from flessenhals.solver.simulation.batch import batch
from flessenhals.solver.simulation.chunk import Task
from flessenhals.solver.simulation.sampling import CHUNK, draws
from flessenhals.solver.simulation.workers import Workers

if TYPE_CHECKING:
    from collections.abc import Callable

    from flessenhals.solver.plan.plan import Plan

AIMS = {False: 1000, True: 200}


def timed(work: Callable[[], object]) -> float:
    """Seconds that something takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def stage(plan: Plan, ceiling: int, count: int, *, both: bool) -> None:
    """Measure one or both stages, on one core."""
    made = batch(plan, Fraction(ceiling))
    m, n = made.sizes
    task = Task(made, 1, 0)
    task.solve(0, 512)  # compiled, or loaded
    ours = min(timed(lambda: task.solve(0, CHUNK)) for _ in range(3)) / CHUNK
    print(f"\n{'both stages' if both else 'value stage'} at {ceiling}")
    print(f"  {'batch kernel, drawn and checked':34} {1 / ours:12,.0f} a second {ours * 1e6:10.1f} µs")
    places, values = made.changes(draws(plan.uncertain, 1, 0, count))
    found = task.solve(0, count).amounts
    numbers = []
    for changed in values:
        data = made.data.copy()
        data[places] = changed
        numbers.append(peers.of(data, m, n))
    warm = peers.Warm(numbers[0])
    others = {
        "PuLP + CBC": (40, lambda draw: peers.by_pulp(draw, peers.pulp.PULP_CBC_CMD(msg=False), both=both)),
        "PuLP + HiGHS": (100, lambda draw: peers.by_pulp(draw, peers.pulp.HiGHS(msg=False), both=both)),
        "warm highspy": (count, lambda draw: warm.solve(draw, both=both)),
    }
    for name, (many, solve) in others.items():
        splits: list[list[float]] = []
        taken = timed(lambda some=numbers[:many], solve=solve, splits=splits: splits.extend(map(solve, some))) / many
        off = np.array(splits) - found[:many]
        worst = np.abs(off).max() if both else np.abs(off @ numbers[0].weight).max()
        aim = f" (aim {AIMS[both]} x)" if "CBC" in name else ""
        print(
            f"  {name:34} {1 / taken:12,.0f} a second {taken * 1e6:10.1f} µs   {taken / ours:8,.0f} x{aim}"
            f"   {many} draws, {'split' if both else 'value'} off by {worst:.0e} at most"
        )


def whole(plan: Plan, ceiling: int, samples: int, threads: int, what: str) -> None:
    """Measure a whole simulation, from the plan to its summary."""
    workers = Workers(threads=threads)
    taken = timed(lambda: simulation.simulate(plan, Fraction(ceiling), samples, 1, workers))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"  {what:30} {samples:>9,} draws {taken:8.2f} s {taken / samples * 1e6:8.1f} µs a draw"
        f"   {memory:6.0f} MB at most"
    )


def main() -> None:
    """Measure, and print draws per second and ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--draws", type=int, default=300, help="how many draws the warm HiGHS does")
    parser.add_argument("--threads", type=int, default=2)
    asked = parser.parse_args()
    plan = fh.load()
    value = replace(plan, objective=("value",))
    for ceiling in (300, 400):
        stage(value, ceiling, asked.draws, both=False)
        stage(plan, ceiling, asked.draws, both=True)
    print(f"\nwhole simulations at 300 on {asked.threads} threads: drawn, solved, checked, proved and summed up")
    for proofs in (False, True):
        chunk.PROVED = 0.01 if proofs else 0.0
        said = "1% proved, 1,000 at most" if proofs else "checked, none proved"
        for samples in (10_000, 100_000, 1_000_000):
            whole(value, 300, samples, asked.threads, f"value, {said}")
    chunk.PROVED = 0.0
    for samples in (10_000, 100_000, 1_000_000):
        whole(plan, 300, samples, asked.threads, "both, checked, none proved")
    print("\naims: a million draws of the value stage in under ten seconds; the cost per draw flat up to there")


if __name__ == "__main__":
    main()
