"""What could not be proved of an answer whose split is proved: told as missing, with the rest beside it."""

from __future__ import annotations

from time import process_time
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeVar

from flessenhals.solver.plan.message import told
from flessenhals.solver.program.errors import NoOptimumError, NotProvedError
from flessenhals.solver.program.vertex import SingularError

if TYPE_CHECKING:
    from collections.abc import Callable
    from fractions import Fraction

    from flessenhals.constraints.constraint import Constraint

Found = TypeVar("Found")
Finding = Literal[
    "bottleneck", "ratio", "chain_prices", "weights", "ladder", "ceiling", "reading", "room", "next units"
]


class Missing(NamedTuple):
    """A finding that could not be proved.

    Attributes:
        finding: what kind it is of.
        id: of the constraint that it is about, the name of a scenario, or a ceiling in the plan's unit; None where it
            is about them all, or about the plan as it stands.
        why: what stood in the way.
    """

    finding: Finding
    id: Constraint | str | Fraction | None
    why: str

    def record(self) -> dict[str, str | None]:
        """The finding as plain data."""
        return {"finding": self.finding, "id": None if self.id is None else str(self.id), "why": str(self.why)}


class Patience:
    """The processor's time that there is for what is found besides a split: what it is too late for is missing."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._end = process_time() + seconds

    def unless_missing(
        self,
        find: Callable[[], Found],
        finding: Finding,
        about: Constraint | str | Fraction | None,
        missing: list[Missing],
    ) -> Found | None:
        """A finding; None where it cannot be proved or it is too late to begin, and then it is among the missing."""
        if process_time() < self._end:
            return unless_missing(find, finding, about, missing)
        seconds = f"{self._seconds:g}"
        why = told("there was no time left for it: {seconds} seconds of a processor are over", seconds=seconds)
        missing.append(Missing(finding, about, why))
        return None


def unless_missing(
    find: Callable[[], Found], finding: Finding, about: Constraint | str | Fraction | None, missing: list[Missing]
) -> Found | None:
    """A finding; None where it cannot be proved, and then it is among the missing.

    Args:
        find: works it out.
        finding: what kind it is of.
        about: the constraint, scenario or ceiling that it is about.
        missing: grows by it where it cannot be proved.
    """
    try:
        return find()
    except (NotProvedError, NoOptimumError, SingularError) as error:
        missing.append(Missing(finding, about, error.args[0]))
        return None
