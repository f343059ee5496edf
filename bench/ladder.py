"""The ladder against a sweep of what-ifs, in one run.

    uv run --extra dev bench/ladder.py [--ceilings 1000] [--sweep 1000]

The whole ladder of the Pact plan (every ceiling at once, proved) against a separate solve for each of 1,000 ceilings
by PuLP with its bundled CBC and by PuLP with HiGHS: the same two stages, value and coverage from the bottom up, in
floating point and without proof. Best of three for the ladder; the sweeps run once. With `--sweep N` only N ceilings
are solved and the time is scaled up, which is said.
"""

from __future__ import annotations

import argparse
import time
import warnings
from fractions import Fraction
from typing import TYPE_CHECKING

import flessenhals as fh

# PuLP 3 announces what goes in PuLP 4; the peers are measured as people have them now.
warnings.simplefilter("ignore", DeprecationWarning)

import pulp  # noqa: E402
from plain import read, solve  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

LOW, HIGH = 32, 400
PEERS = {"PuLP + CBC": lambda: pulp.PULP_CBC_CMD(msg=False), "PuLP + HiGHS": lambda: pulp.HiGHS(msg=False)}


def timed(work: Callable[[], object]) -> float:
    """Seconds that something takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> None:
    """Measure, and print times and ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ceilings", type=int, default=1000)
    parser.add_argument("--sweep", type=int, default=0, help="solve only so many of the ceilings; 0 for all")
    asked = parser.parse_args()
    count = asked.sweep or asked.ceilings
    ceilings = [LOW + (HIGH - LOW) * place / (count - 1) for place in range(count)]

    plan = fh.load()
    climbed = min(timed(lambda: fh.ladder(plan)) for _ in range(3))
    found = fh.ladder(plan)
    evaluated = timed(lambda: [found.at(Fraction(ceiling)) for ceiling in ceilings])
    print(f"{'the whole ladder':34} {climbed * 1e3:10.0f} ms   ({len(found.steps)} steps)")
    print(f"{f'... and {count} ceilings read off it':34} {evaluated * 1e3:10.0f} ms")
    document, lines = read()
    for name, solver in PEERS.items():
        swept = timed(lambda solver=solver: [solve(document, lines, ceiling, solver()) for ceiling in ceilings])
        whole = swept * asked.ceilings / count
        scaled = "" if count == asked.ceilings else f", {count} measured and scaled up"
        print(f"{name + f', {asked.ceilings} what-ifs':34} {whole * 1e3:10.0f} ms   {whole / climbed:7.0f} x{scaled}")
    print("\naim: the ladder in less than a hundredth of the CBC sweep")


if __name__ == "__main__":
    main()
