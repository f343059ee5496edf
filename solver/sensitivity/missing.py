"""What could not be proved of an answer whose split is proved: told as missing, with the rest beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeVar

from flessenhals.solver.plan.message import told
from flessenhals.solver.program.elimination import SingularError
from flessenhals.solver.program.errors import NoOptimumError, NotProvedError

if TYPE_CHECKING:
    from collections.abc import Callable
    from fractions import Fraction

    from flessenhals.constraints.constraint import Constraint
    from flessenhals.solver.program.exact_size import ExactSize

Found = TypeVar("Found")
Finding = Literal[
    "bottleneck",
    "ratio",
    "chain_prices",
    "weights",
    "ladder",
    "ceiling",
    "reading",
    "room",
    "next units",
    "another unit",
    "comparison",
]


class Missing(NamedTuple):
    """A finding that could not be proved.

    Attributes:
        finding: what kind it is of.
        id: of the constraint or line that it is about, the name of a scenario or of a proposal, or a ceiling in the
            plan's unit; None where it is about them all, or about the plan as it stands.
        why: what stood in the way.
    """

    finding: Finding
    id: Constraint | str | Fraction | None
    why: str

    def record(self) -> dict[str, str | None]:
        """The finding as plain data."""
        return {"finding": self.finding, "id": None if self.id is None else str(self.id), "why": str(self.why)}


class Allowance:
    """How many findings are worked out besides a split: the plan decides on it, and no clock.

    Those that come after it are missing.

    Args:
        size: of the plan's exact arithmetic.
        counts: whether findings are worked out at all: where none is, its own reason is told of each.
    """

    def __init__(self, size: ExactSize, *, counts: bool = True) -> None:
        self._size = size
        self._counts = counts
        self._left = size.findings

    def unless_missing(
        self,
        find: Callable[[], Found],
        finding: Finding,
        about: Constraint | str | Fraction | None,
        missing: list[Missing],
        counts: int = 1,
    ) -> Found | None:
        """A finding; None where it cannot be proved or is one too many, and then it is among the missing.

        Args:
            find: works it out.
            finding: what kind it is of.
            about: the constraint, scenario, proposal or ceiling that it is about.
            missing: grows by it where it is not given.
            counts: how many findings it counts for.
        """
        if not self._counts or counts <= self._left:
            self._left -= counts
            return unless_missing(find, finding, about, missing)
        why = told(
            "{rows} rules hang together, with exact amounts of up to {digits} digits, and then the number of "
            "findings that are worked out is {count} at most",
            rows=self._size.rows,
            digits=self._size.digits,
            count=self._size.findings,
        )
        missing.append(Missing(finding, about, why))
        return None


def unless_missing(
    find: Callable[[], Found], finding: Finding, about: Constraint | str | Fraction | None, missing: list[Missing]
) -> Found | None:
    """A finding; None where it cannot be proved, and then it is among the missing.

    Args:
        find: works it out.
        finding: what kind it is of.
        about: the constraint, scenario, proposal or ceiling that it is about.
        missing: grows by it where it cannot be proved.
    """
    try:
        return find()
    except (NotProvedError, NoOptimumError, SingularError) as error:
        missing.append(Missing(finding, about, error.args[0]))
        return None
