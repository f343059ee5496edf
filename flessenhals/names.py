"""Names of a plan that are given in Python or on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.data.source.errors import Fault, InputError, Place
from flessenhals.data.source.names import instead
from flessenhals.solver.plan.message import told

if TYPE_CHECKING:
    from flessenhals.solver.plan.plan import Plan


def known_line(plan: Plan, line: str) -> str:
    """The id of one of a plan's lines.

    Raises:
        InputError: if it is none, with the one that comes nearest.
    """
    ids = [each.id for each in plan.lines]
    if line in ids:
        return line
    raise InputError([Fault(Place(told("line")), None, line, "is none of the plan's lines", instead(line, ids))])
