"""The numbers of a plan's lines in many draws at once, filled in one input after another as a single draw is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.solver.simulation.drawn import BOUNDS, share_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from flessenhals.solver.plan.plan import Plan

    Floats = NDArray[np.float64]
    Column = Floats | float


class InDraws:
    """Every number of a line that is not the plan's own in some draw.

    Args:
        plan: for its lines.
        as_they_stand: field → the plan's own number of each line.
    """

    def __init__(self, plan: Plan, as_they_stand: Mapping[str, Floats]) -> None:
        self._own = as_they_stand
        self._now: dict[tuple[str, int], Column] = {}
        self._open = {rank for rank, line in enumerate(plan.lines) if line.maximum is None}
        self._shares: dict[tuple[str, int], Column] = {
            (bound, rank): float(share)
            for rank, line in enumerate(plan.lines)
            for bound in BOUNDS
            if (share := getattr(line, share_of(bound))) is not None
        }

    def multiply(self, field: str, ranks: Sequence[int], factor: Floats) -> None:
        """Multiply a field of some lines; a bound that is a share of the proposal becomes another share."""
        for rank, value in [(rank, self._before(field, rank) * factor) for rank in ranks]:
            if (field, rank) in self._shares:
                self._shares[field, rank] = self._shares[field, rank] * factor
            self._put(field, rank, value)

    def replace(self, field: str, rank: int, values: Floats) -> None:
        """Put other numbers in the place of a field; a bound is no share of the proposal then."""
        self._shares.pop((field, rank), None)
        self._put(field, rank, values)

    def changed(self) -> dict[tuple[str, int], Column]:
        """The numbers by field and rank of the line, a value per draw."""
        follow = {
            ("maximum", rank): self._now["proposed", rank] for rank in self._open if ("proposed", rank) in self._now
        }
        return self._now | follow

    def _before(self, field: str, rank: int) -> Column:
        if field == "maximum" and rank in self._open:
            field = "proposed"
        return self._now.get((field, rank), float(self._own[field][rank]))

    def _put(self, field: str, rank: int, value: Column) -> None:
        self._now[field, rank] = value
        if field == "maximum":
            self._open.discard(rank)
        if field == "proposed":
            for bound in BOUNDS:
                if (bound, rank) in self._shares:
                    self._now[bound, rank] = self._shares[bound, rank] * value
