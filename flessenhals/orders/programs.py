"""The program of a split as a file for another solver."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.solver.program.export import as_lp, as_mps
from flessenhals.solver.program.linear_program import value_program
from flessenhals.solver.program.whole_numbers import with_whole_numbers
from flessenhals.terminal.output import write

if TYPE_CHECKING:
    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.terminal.settings import Settings


def write_program(asked: Settings, plan: Plan, ceiling: Ceiling) -> None:
    """Write the program of the first stage, exactly, in the LP or the MPS format.

    Raises:
        OutputError: if the file cannot be written.
    """
    program, whole = with_whole_numbers(value_program(plan, ceiling), plan.whole)
    written = as_lp(program, whole) if asked.format == "lp" else as_mps(program, whole)
    write(written, asked.output, force=asked.force)
