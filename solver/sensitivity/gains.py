"""What lines gain where a constraint of one block moves: its own lines by name, all others along the plan's ladder."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from functools import cached_property

ZERO = Fraction(0)


class Gains(Mapping[str, Fraction]):
    """Line → what it gains, without zeros: of one block they are known, those of others worked out when they are asked.

    Args:
        own: line → gain, of the block's own lines, in the plan's unit; or of each unit, a pure number.
        elsewhere: what all other lines gain together, in the same.
        others: line → gain, of all others; asked where any of them gains or loses.
        moved: whether any of them does.
    """

    def __init__(
        self,
        own: Mapping[str, Fraction],
        *,
        elsewhere: Callable[[], Fraction],
        others: Callable[[], Mapping[str, Fraction]],
        moved: bool,
    ) -> None:
        self.own, self._elsewhere, self._others, self.moved = own, elsewhere, others, moved

    @cached_property
    def elsewhere(self) -> Fraction:
        """What all other lines gain together; below 0 where they lose."""
        return self._elsewhere() if self.moved else ZERO

    @cached_property
    def _all(self) -> Mapping[str, Fraction]:
        return {**self.own, **self._others()} if self.moved else self.own

    def __getitem__(self, line: str) -> Fraction:
        return self.own[line] if line in self.own else self._all[line]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    def __bool__(self) -> bool:
        return bool(self.own) or self.moved


def gains_record(name: str, gains: Mapping[str, Fraction]) -> dict[str, Mapping[str, Fraction] | Fraction]:
    """Gains as entries of a record: every line; of a country the block's own lines, and the others together."""
    if isinstance(gains, Gains):
        return {name: gains.own, f"{name}_elsewhere": gains.elsewhere}
    return {name: gains}
