"""Every claim that is printed about random plans, checked by solves of another method; a kind that no plan had fails.

    python bench/trials/claims.py [PLANS] [FIRST]      500 plans by default, some three seconds each

Prints how many claims of each kind were checked, and every one that does not hold.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[2] / "tests" / "support")]

from claimed import judged, kinds  # noqa: E402 - it stands beside the tests
from drawn.claim_plans import drawn  # noqa: E402 - it stands beside the tests

PLANS = 500
NOT_DRAWN: set[str] = set()


def main(plans: int, first: int) -> int:
    """The number of things that are wrong."""
    counted: Counter[str] = Counter(dict.fromkeys(kinds(), 0))
    wrong = 0
    for seed in range(first, first + plans):
        rng = random.Random(seed)
        try:
            verdict = judged(drawn(rng), rng)
        except Exception as fault:  # noqa: BLE001 - whatever it is, it is a fault, and the other plans go on
            wrong += 1
            print(f"plan {seed}: {type(fault).__name__}: {fault}")
            continue
        counted += verdict.kinds
        for text in verdict.wrong:
            wrong += 1
            print(f"plan {seed}: {text}")
    for kind in sorted(kinds()):
        print(f"{counted[kind]:8}  {kind}")
    never = [kind for kind in kinds() if not counted[kind] and kind not in NOT_DRAWN]
    if never:
        print(f"no plan had: {', '.join(never)}")
    print(f"{plans} plans, {counted.total()} claims, {wrong} wrong")
    return wrong + len(never)


if __name__ == "__main__":
    asked = [int(word) for word in sys.argv[1:]]
    sys.exit(bool(main(*[*asked, *(PLANS, 0)[len(asked) :]])))
