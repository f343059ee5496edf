"""A floor or a cap on a selection of lines."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

from flessenhals.constraints.ratio import Ratio
from flessenhals.constraints.row import Row
from flessenhals.constraints.rule import Rule, Share, declared, sides

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flessenhals.constraints.constraint import Constraint
    from flessenhals.constraints.row import Sense
    from flessenhals.constraints.selector import Selectable, Selector


@dataclass(frozen=True, kw_only=True)
class Level(Rule):
    """What a selection gets together is held above a floor or below a cap.

        Σ selected ≥ at_least,  Σ selected ≤ at_most           for an amount
        Σ selected ≥ s · Σ all, Σ selected ≤ s · Σ all         for a share s of everything that is allocated; with
                                                               `per`, of everything that the group is allocated

    In a plan with years it holds in each of them; with `together` for the sum over its years.

    | symbol     | is        | unit                             |
    | ---------- | --------- | -------------------------------- |
    | Σ selected | variable  | the plan's unit                  |
    | Σ all      | variable  | the plan's unit                  |
    | at_least   | parameter | the plan's unit, or a pure share |
    | at_most    | parameter | the plan's unit, or a pure share |
    """

    kind: ClassVar[str] = "level"

    of: Selector = declared("selector")
    at_least: Fraction | Share | None = declared("amount or share", default=None)
    at_most: Fraction | Share | None = declared("amount or share", default=None)
    together: bool = declared("flag", default=False)

    def ratios_over(self, scope: Constraint, lines: Sequence[Selectable]) -> tuple[Ratio, ...]:
        """The shares: so much for the selection of every euro that is allocated, a ratio a side."""
        selected = tuple(line.id for line in self.of.select(lines))
        everything = tuple(line.id for line in lines)
        return tuple(
            Ratio(side, self.kind, field, sense, level.fraction, selected, everything)
            for side, field, sense, level in self._sides(scope)
            if isinstance(level, Share)
        )

    def rows_over(self, scope: Constraint, lines: Sequence[Selectable]) -> tuple[Row, ...]:
        """Σ selected against the amount, or Σ selected - share · Σ all against 0; a row a side."""
        shares = {ratio.id: ratio.row for ratio in self.ratios_over(scope, lines)}
        selected = dict.fromkeys((line.id for line in self.of.select(lines)), Fraction(1))
        return tuple(
            shares[side] if isinstance(level, Share) else Row(side, self.kind, selected, sense, level)
            for side, _, sense, level in self._sides(scope)
        )

    def _sides(self, scope: Constraint) -> Iterator[tuple[Constraint, str, Sense, Fraction | Share]]:
        return sides(scope, self.at_least, self.at_most)
