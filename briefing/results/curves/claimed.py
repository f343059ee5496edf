"""What the figures of tables claim: the steps of a ladder, and answers side by side."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from flessenhals.solver.claims.course import EachFurtherEuro, SameAbove, TurnsAt
from flessenhals.solver.claims.fit import LowestCeiling, NothingFits
from flessenhals.solver.claims.proposal import BestOf
from flessenhals.solver.claims.reading import UnderReading
from flessenhals.solver.optimum.allocation import Allocation
from flessenhals.solver.optimum.whatif import Unproved

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from flessenhals.solver.claims.claim import Claim
    from flessenhals.solver.infeasible.error import InfeasibleError
    from flessenhals.solver.sensitivity.ladder.ladder import Ladder

    Result = Allocation | InfeasibleError | Unproved


def step_claims(ladder: Ladder) -> Iterator[Claim]:
    """What the rows of the steps claim: the split at each, and what starts and stops binding there."""
    places = [step.ceiling for step in ladder.steps]
    middles = [None, *((low + high) / 2 for low, high in pairwise(places)), places[-1] + Fraction(1, 2)]
    for (below, above), step in zip(pairwise(middles), ladder.steps, strict=True):
        ceiling = step.ceiling if ladder.path is None else ladder.path.scaled(step.ceiling)
        yield BestOf(ceiling, tuple((line.id, step.amounts[line.id]) for line in ladder.plan.lines))
        if above is not None:
            yield TurnsAt(below, above, ladder.path, step.starts, step.stops)


def course_claims(ladder: Ladder) -> Iterator[Claim]:
    """That every amount is a straight line between two steps, and the same above the last."""
    for step, following in pairwise(ladder.steps):
        yield EachFurtherEuro(step.ceiling, following.ceiling, tuple(step.next_euro.items()))
    yield SameAbove(ladder.steps[-1].ceiling)


def results_claims(results: Iterable[Result]) -> tuple[Claim, ...]:
    """What answers side by side claim: each is the best of its reading and ceiling, or nothing fits there."""
    return tuple(UnderReading(each.plan, each.plan.scenario, claim) for each in results for claim in _claimed(each))


def _claimed(result: Result) -> Iterator[Claim]:
    if isinstance(result, Allocation):
        yield BestOf(result.ceiling, tuple(result.amounts.items()))
    elif not isinstance(result, Unproved):
        yield NothingFits(result.ceiling)
        if result.lowest_feasible_ceiling is not None and isinstance(result.ceiling, Fraction):
            yield LowestCeiling(result.lowest_feasible_ceiling)
