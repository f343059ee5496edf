"""Thousands of random plan files through the command line's own entry, every answer judged by somebody else.

    python bench/trials/random_plans.py [--plans 10000] [--seed 1]

Each plan is written as YAML, divided by `flessenhals allocate --format json`, and has to end with 0 (an optimum), 2
(refused, in the agreed form) or 3 (nothing fits). Every optimum is held against the plan's text in exact fractions:
that it keeps every rule, that no split has more value, and that no line can get more unless one that is covered no
better gets less. Every infeasibility is confirmed exactly as well: the lowest feasible ceiling, and a conflict of which
nothing can be left out. A refused plan has to be unsound, and an unsound plan refused. Stops with 1 if anything is
wrong, and prints it.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[2] / "tests" / "support"))

from drawn.wild_plans import wild_case
from judge import judged

EVERY = 1_000


def main() -> int:
    """Judge as many plans as were asked, and say what came of them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--plans", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    random, codes, start = Random(asked.seed), Counter[int](), time.monotonic()
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        for number in range(1, asked.plans + 1):
            case = wild_case(random)
            code, found = judged(case, Path(folder))
            codes[code] += 1
            if found:
                wrong += 1
                print(f"plan {number}: {'; '.join(found)}\n{case.plan}{case.arguments('plan.yaml')}\n")
            if number % EVERY == 0 or number == asked.plans:
                took = time.monotonic() - start
                print(f"{number} plans in {took:.0f} s: {dict(sorted(codes.items()))}, {wrong} wrong", flush=True)
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
