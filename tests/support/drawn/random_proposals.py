"""Random proposals for random plans. Every figure in them is made up."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from drawn.plans import random_ceiling, random_plan

from flessenhals.solver.program.errors import NoOptimumError
from flessenhals.solver.program.linear_program import splits
from flessenhals.solver.program.prove import prove

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from flessenhals.solver.plan.plan import Plan

ZERO = Fraction(0)


def random_split(random: Random, plan: Plan, ceiling: Fraction) -> dict[str, Fraction]:
    """A split that keeps every constraint: a corner of what is possible, or the middle of two or three.

    Most corners are worth much to somebody, so that a part of these splits can be right and a part cannot.

    Raises:
        NoOptimumError: if nothing fits.
    """
    space = splits(plan, ceiling)
    least = random.choice([-3, 0, 0])
    corners = []
    for _ in range(random.randint(1, 3)):
        worth = {line.id: Fraction(random.randint(least, 4)) for line in plan.lines}
        corners.append(prove(space.asking("corner", worth)).point)
    return {line.id: sum((corner[line.id] for corner in corners), start=ZERO) / len(corners) for line in plan.lines}


def random_proposals(random: Random, count: int) -> Iterator[tuple[Plan, Fraction, dict[str, Fraction]]]:
    """So many plans, each with a ceiling and a split of it that keeps every constraint."""
    while count:
        plan = random_plan(random)
        ceiling = random_ceiling(random, plan)
        try:
            found = random_split(random, plan, ceiling)
        except NoOptimumError:
            continue
        count -= 1
        yield plan, ceiling, found
