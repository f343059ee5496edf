"""How long a split in whole amounts takes: the Pact's 27 lines, 12 of them made indivisible, at 100 ceilings.

    python bench/units.py [SEED]

The units are made up: by the seed, 12 lines get a step, parts or a smallest amount. Aim: 3 seconds of processor time at
95 of them.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from fractions import Fraction
from random import Random
from time import process_time
from typing import TYPE_CHECKING

from flessenhals.data.plans.reader import load
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.optimum.whole_allocation import allocate_whole
from flessenhals.solver.program.errors import NotProvedError

if TYPE_CHECKING:
    from flessenhals.solver.plan.plan import Line, Plan

LIMIT, WANTED, CEILINGS, LINES = 3.0, 95, 100, 12
SIZES = (2, 3, 4, 5, 7, 10, 15)


def indivisible(line: Line, random: Random) -> Line:
    """A line with a step, parts or a smallest amount."""
    kind = random.choice(["step", "parts", "smallest"])
    if kind == "step":
        return replace(line, step=line.proposed / random.choice(SIZES))
    if kind == "parts":
        return replace(line, parts=random.choice(SIZES))
    return replace(line, smallest=line.proposed * Fraction(random.choice([30, 50, 100]), 100))


def in_units(seed: int) -> Plan:
    """The Pact plan with 12 lines that cannot be split."""
    plan, random = load(), Random(seed)
    chosen = random.sample([line.id for line in plan.lines if line.lower < line.upper], LINES)
    lines = tuple(indivisible(line, random) if line.id in chosen else line for line in plan.lines)
    return replace(plan, lines=lines)


def main() -> int:
    """Divide 100 ceilings and say how long each took."""
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    plan = in_units(seed)
    times: list[tuple[float, int, str]] = []
    for place in range(CEILINGS):
        ceiling = Fraction(40 + place * 360 // (CEILINGS - 1))
        start = process_time()
        try:
            parts = str(len(allocate_whole(plan, ceiling).tree.parts))
        except (InfeasibleError, NotProvedError) as stopped:
            parts = type(stopped).__name__
        times.append((process_time() - start, int(ceiling), parts))
    took_all = sorted(took for took, _, _ in times)
    print(f"median {took_all[CEILINGS // 2]:.2f} s, longest {took_all[-1]:.2f} s, of processor time")
    within = sum(1 for took, _, _ in times if took <= LIMIT)
    for took, ceiling, parts in sorted(times, reverse=True)[:10]:
        print(f"ceiling {ceiling}: {took:.2f} s, {parts} parts")
    print(f"{within} of {CEILINGS} within {LIMIT:g} s; aim {WANTED}")
    return 0 if within >= WANTED else 1


if __name__ == "__main__":
    sys.exit(main())
