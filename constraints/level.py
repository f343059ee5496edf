"""A floor or a cap on a selection of lines."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

from constraints.row import Row
from constraints.rule import Rule, Share, declared, sides

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from constraints.row import Sense
    from constraints.selector import Selectable, Selector


@dataclass(frozen=True, kw_only=True)
class Level(Rule):
    """What a selection gets together is held above a floor or below a cap.

        Σ selected ≥ at_least,  Σ selected ≤ at_most           for an amount
        Σ selected ≥ s · Σ all, Σ selected ≤ s · Σ all         for a share s of everything that is allocated; with
                                                               `per`, of everything that the group is allocated

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

    def rows_over(self, label: str, lines: Sequence[Selectable]) -> tuple[Row, ...]:
        """Σ selected against the amount, or Σ selected - share · Σ all against 0; a row a side."""
        selected = [line.id for line in self.of.select(lines)]

        def row(side: str, sense: Sense, level: Fraction | Share) -> Row:
            terms = dict.fromkeys(selected, Fraction(1))
            if not isinstance(level, Share):
                return Row(side, self.kind, terms, sense, level)
            for line in lines:
                terms[line.id] = terms.get(line.id, Fraction(0)) - level.fraction
            return Row(side, self.kind, {line: value for line, value in terms.items() if value}, sense, Fraction(0))

        given: Iterator[tuple[str, Sense, Fraction | Share]] = sides(label, self.at_least, self.at_most)
        return tuple(row(*side) for side in given)
