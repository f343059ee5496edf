"""What could not be proved of an answer whose split is proved: told as missing, with the rest beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeVar

from flessenhals.solver.program.errors import NoOptimumError, NotProvedError
from flessenhals.solver.program.vertex import SingularError

if TYPE_CHECKING:
    from collections.abc import Callable

    from flessenhals.constraints.constraint import Constraint

Found = TypeVar("Found")
Finding = Literal["bottleneck", "ratio", "chain_prices", "weights", "ladder"]


class Missing(NamedTuple):
    """A finding that could not be proved.

    Attributes:
        finding: what kind it is of.
        id: of the constraint that it is about; None where it is about them all.
        why: what stood in the way.
    """

    finding: Finding
    id: Constraint | None
    why: str

    def record(self) -> dict[str, str | None]:
        """The finding as plain data."""
        return {"finding": self.finding, "id": None if self.id is None else str(self.id), "why": str(self.why)}


def unless_missing(
    find: Callable[[], Found], finding: Finding, about: Constraint | None, missing: list[Missing]
) -> Found | None:
    """A finding; None where it cannot be proved, and then it is among the missing.

    Args:
        find: works it out.
        finding: what kind it is of.
        about: the constraint that it is about.
        missing: grows by it where it cannot be proved.
    """
    try:
        return find()
    except (NotProvedError, NoOptimumError, SingularError) as error:
        missing.append(Missing(finding, about, error.args[0]))
        return None
