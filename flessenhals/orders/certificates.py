"""The proof of a split in whole amounts, as a file of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.briefing.results.records import to_json
from flessenhals.data.source.errors import Place, refused
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.optimum.whole_allocation import WholeAllocation
from flessenhals.solver.units.export import as_data
from flessenhals.terminal.output import free, write

if TYPE_CHECKING:
    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.solver.optimum.allocation import Allocation
    from flessenhals.solver.plan.plan import Plan


def with_certificate(plan: Plan, ceiling: Ceiling, target: str, *, force: bool) -> Allocation:
    """Divide a ceiling and write the tree that proves the split.

    Args:
        plan: with amounts that cannot be split.
        ceiling: in the plan's unit, or a path by year.
        target: the file.
        force: whether a file that is there may be replaced.

    Raises:
        InputError: if every amount can be split.
        OutputError: if it cannot be written.
        InfeasibleError, NotProvedError: as `allocate`.
    """
    if not plan.whole:
        raise refused(
            Place("--certificate"),
            "is for plans with amounts that cannot be split",
            "leave it out: the amounts of the certificate stand in -f json",
        )
    free(target, force=force)
    found = allocate(plan, ceiling)
    if isinstance(found, WholeAllocation):
        write(to_json(as_data(found.tree)), target, force=force)
    return found
