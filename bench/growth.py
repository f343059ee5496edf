"""How the ladder, its certificates, several ceilings, what binds and a briefing grow with the lines, in one run.

    uv run bench/growth.py [--municipalities 40 120 342 1200] [--weights]

Each size is a process of its own; times are processor seconds, best of two. The exponent is that of the growth from the
smallest size to the largest: 1 is in step with the number of lines.
"""

from __future__ import annotations

import argparse
import json
import math
import subprocess
import sys
import tempfile
import time
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from country import write

import flessenhals as fh

if TYPE_CHECKING:
    from collections.abc import Callable

CEILINGS = [Fraction(part, 100) for part in range(50, 100, 5)]


def timed(work: Callable[[], object]) -> float:
    """Processor seconds that something takes, the better of two."""
    found = []
    for _ in range(2):
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
    return min(found)


def child(path: str) -> dict[str, float]:
    """Measure one country."""
    plan = fh.load(path)
    fh.whatif(plan, [plan.proposed * CEILINGS[0]])
    climbed = fh.ladder(plan)
    if climbed.rise is None:
        raise SystemExit("the ladder is not put together from pieces")
    rise = climbed.rise
    found = {
        "lines": len(plan.lines),
        "steps": sum(1 for _ in climbed.changes()),
        "ladder": timed(lambda: fh.ladder(plan)),
        "certificates": timed(
            lambda: type(rise)(rise.blocks, rise.pieces, rise.fixed, rise.lowest, rise.rungs).faults()
        ),
        "allocate": timed(lambda: fh.allocate(plan, plan.proposed * Fraction(7, 10))),
        "whatif of ten": timed(lambda: fh.whatif(plan, [plan.proposed * part for part in CEILINGS])),
        "bottlenecks": timed(lambda: fh.bottlenecks(plan, plan.proposed * Fraction(7, 10))),
        "brief": timed(lambda: fh.brief(plan, plan.proposed * Fraction(7, 10)).written("md")),
    }
    if rise.faults():
        raise SystemExit("the ladder is not proved")
    return found


def main() -> None:
    """Measure every size, and print times and exponents."""
    if sys.argv[1:2] == ["--child"]:
        print(json.dumps(child(sys.argv[2])))
        return
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--municipalities", type=int, nargs="+", default=[40, 120, 342, 1200])
    parser.add_argument("--weights", action="store_true")
    asked = parser.parse_args()
    found: list[dict[str, float]] = []
    with tempfile.TemporaryDirectory() as folder:
        for count in asked.municipalities:
            plan = write(Path(folder) / str(count), count, weights=asked.weights)
            command = [sys.executable, __file__, "--child", str(plan)]
            done = subprocess.run(command, check=True, capture_output=True, text=True)
            found.append(json.loads(done.stdout.splitlines()[-1]))
            print("  ".join(f"{name} {value:.6g}" for name, value in found[-1].items()), flush=True)
    first, last = found[0], found[-1]
    width = math.log(last["lines"] / first["lines"])
    for name in ("ladder", "certificates", "allocate", "whatif of ten", "bottlenecks", "brief"):
        print(f"{name:14} grows with the lines to the power {math.log(last[name] / first[name]) / width:.2f}")
    for each in found:
        for name in ("whatif of ten", "bottlenecks", "brief"):
            print(f"{each['lines']:6.0f} lines: {name} takes {each[name] / each['allocate']:.2f} x allocate")


if __name__ == "__main__":
    main()
