"""Several ceilings of one plan: read off the best splits at every ceiling, where these take no longer than a few."""

from __future__ import annotations

from fractions import Fraction
from functools import cached_property, partial
from typing import TYPE_CHECKING

from flessenhals.constraints.ceiling import Path
from flessenhals.solver.optimum.allocation import Allocation
from flessenhals.solver.optimum.by_block.by_block import parts_of
from flessenhals.solver.optimum.divide import allocate, attempt
from flessenhals.solver.optimum.later_stages import LaterStages
from flessenhals.solver.program.errors import NoOptimumError, NotProvedError
from flessenhals.solver.program.linear_program import MOST_AT_ONCE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.solver.infeasible.error import InfeasibleError
    from flessenhals.solver.optimum.parametric.rise import Rise
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.program.prove import Engine

EITHER_SIDE, WHOLE, ROUND = 2, 10, (5, 2, 1)
SEVERAL = 4  # from so many ceilings on, all of them take no longer than these
PAIRS = 1000  # of lines of the largest block, for each of these ceilings: of more, all of them take longer


class Reader:
    """Divides several ceilings of one plan.

    Args:
        plan: what is divided.
        ceilings: all that will be asked.
        engine: who is asked first.
        watch: called with the part that is done of what comes before the first of them, from 0 to 1.
        rise: the best splits at every ceiling, where they are known already.
    """

    def __init__(
        self,
        plan: Plan,
        ceilings: Iterable[Ceiling],
        engine: Engine,
        watch: Callable[[Fraction], object] | None = None,
        rise: Rise | None = None,
    ) -> None:
        self._plan, self._engine, self._watch, self._known = plan, engine, watch, rise
        self._asked = sum(not isinstance(each, Path) for each in ceilings)
        self._pays = self._asked >= SEVERAL and len(plan.lines) > MOST_AT_ONCE and not plan.whole and not plan.years

    @cached_property
    def _rise(self) -> Rise | None:
        """The best splits at every ceiling, where the plan falls apart and they can be put together.

        Of many lines that hang together these change course at very many ceilings, of which few are asked.
        """
        from flessenhals.solver.optimum.parametric.of_plan import rise_of  # noqa: PLC0415 - only large plans need it
        from flessenhals.solver.optimum.parametric.rise import UnevenError  # noqa: PLC0415

        if self._known is None:
            largest = max((len(part.variables) for part in parts_of(self._plan)), default=0)
            if largest**2 > PAIRS * self._asked:
                return None
        try:
            found = self._known or rise_of(self._plan, self._engine, self._watch)
        except (NoOptimumError, NotProvedError, UnevenError):
            return None
        return found if found is not None and not found.faults() else None

    def at(self, ceiling: Ceiling) -> Allocation | InfeasibleError:
        """The optimal split of a ceiling, proved; or why nothing fits.

        Raises:
            NotProvedError: as `allocate`.
        """
        rise = self._rise if self._pays and not isinstance(ceiling, Path) else None
        if rise is None or isinstance(ceiling, Path) or ceiling < rise.least:
            return attempt(self._plan, ceiling, self._engine)
        amounts = rise.at(ceiling)
        ordered = {line.id: amounts[line.id] for line in self._plan.lines}
        stages = LaterStages(partial(allocate, self._plan, ceiling, self._engine))
        return Allocation(self._plan, ceiling, ordered, stages, pieces=rise)


def neighbours(ceiling: Fraction) -> list[Fraction]:
    """Ceilings around one, two on either side, in rising order.

    Their steps are 1, 2 or 5 times a power of ten and a tenth of the ceiling at most, so none lies below zero.
    """
    if not ceiling:
        return [ceiling]
    power = Fraction(1)
    while power * WHOLE > ceiling:
        power /= WHOLE
    while power * WHOLE * WHOLE <= ceiling:
        power *= WHOLE
    step = next(power * each for each in ROUND if power * each * WHOLE <= ceiling)
    return [ceiling + step * place for place in range(-EITHER_SIDE, EITHER_SIDE + 1)]
