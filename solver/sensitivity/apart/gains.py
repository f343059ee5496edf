"""What lines gain where a constraint of one block moves: its own lines by name, all others along the plan's ladder."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fractions import Fraction


class Gains(Mapping[str, "Fraction"]):
    """Line → what it gains, without zeros: those of one block are known, those of others worked out when they are asked.

    Args:
        own: line → gain, of the block's own lines, in the plan's unit.
        moved: whether any other line gains or loses.
        others: line → gain, of all others.
    """

    def __init__(
        self, own: Mapping[str, Fraction], *, moved: bool, others: Callable[[], Mapping[str, Fraction]]
    ) -> None:
        self.own, self._moved, self._others = own, moved, others

    @cached_property
    def _all(self) -> Mapping[str, Fraction]:
        return {**self.own, **self._others()} if self._moved else self.own

    def __getitem__(self, line: str) -> Fraction:
        return self.own[line] if line in self.own else self._all[line]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    def __bool__(self) -> bool:
        return bool(self.own) or self._moved
