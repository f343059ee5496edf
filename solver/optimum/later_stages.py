"""The stages of a split that was proved without them, for whoever asks."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, overload

from flessenhals.solver.optimum.objective.objectives import Stage

if TYPE_CHECKING:
    from collections.abc import Callable

    from flessenhals.solver.optimum.allocation import Allocation


class LaterStages(Sequence[Stage]):
    """The stages of a split, by a solve of its own when the first of them is asked.

    Args:
        solve: divides the same plan stage by stage.
    """

    def __init__(self, solve: Callable[[], Allocation]) -> None:
        self._solve = solve

    @cached_property
    def _stages(self) -> Sequence[Stage]:
        return self._solve().stages

    def __len__(self) -> int:
        return len(self._stages)

    @overload
    def __getitem__(self, place: int) -> Stage: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[Stage]: ...

    def __getitem__(self, place: int | slice) -> Stage | Sequence[Stage]:
        return self._stages[place]
