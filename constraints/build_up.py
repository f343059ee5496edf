"""How fast a selection of lines may grow or shrink from one year to the next."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

from flessenhals.constraints.row import Row
from flessenhals.constraints.rule import Rule, Share, declared, sides

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from flessenhals.constraints.constraint import Constraint
    from flessenhals.constraints.selector import Selectable, Selector

ZERO, ONE = Fraction(0), Fraction(1)


@dataclass(frozen=True, kw_only=True)
class BuildUp(Rule):
    """What a selection gets changes by no more, and no less, than so much from the year before.

        at_least ≤ Σ selected in t - Σ selected in t - 1 ≤ at_most

    Before the first year it is `start`. With `per: line` the rule holds for each line apart, in the years in which the
    line runs.

    | symbol     | is        | unit                                                        |
    | ---------- | --------- | ----------------------------------------------------------- |
    | Σ selected | variable  | the plan's unit                                             |
    | at_least   | parameter | the plan's unit, or a share of what is asked in the last year |
    | at_most    | parameter | the plan's unit, or a share of what is asked in the last year |
    | start      | parameter | the plan's unit, or a share of what is asked in the last year |

    Attributes:
        asked: what the selection asks in the last year, in the plan's unit, in each group of `per` (None without): what
            a share is a part of.
    """

    kind: ClassVar[str] = "build_up"

    of: Selector = declared("selector")
    at_least: Fraction | Share | None = declared("change", default=None)
    at_most: Fraction | Share | None = declared("change", default=None)
    start: Fraction | Share = declared("start", default=ZERO)
    asked: Mapping[str | None, Fraction] = field(default_factory=dict)

    @property
    def has_shares(self) -> bool:
        """Whether any of its figures is a share of what is asked in the last year."""
        return any(isinstance(each, Share) for each in (self.at_least, self.at_most, self.start))

    def scopes(self, lines: Sequence[Selectable]) -> Iterator[tuple[Constraint, Sequence[Selectable]]]:
        """What the rule holds over; with `per: line` only the lines that run in its year."""
        for scope, members in super().scopes(lines):
            if self.per != "line" or self.when is None or any(line.year == self.when.year for line in members):
                yield scope, members

    def rows_over(self, scope: Constraint, lines: Sequence[Selectable]) -> tuple[Row, ...]:
        """Σ selected in the year - Σ selected in the year before against the change; a row a side."""
        if self.when is None:
            raise TypeError(f"{self.id}: a build-up holds from year to year")
        selected = self.of.select(lines)
        terms = {line.id: ONE if line.year == self.when.year else -ONE for line in selected}
        before = self.amount(self.start, scope.group) if self.when.asked is None else ZERO
        least, most = (
            None if each is None else self.amount(each, scope.group) for each in (self.at_least, self.at_most)
        )
        given = sides(scope, least, most)
        return tuple(Row(side, self.kind, terms, sense, change + before) for side, _, sense, change in given)

    def amount(self, figure: Fraction | Share, group: str | None) -> Fraction:
        """A figure of the rule over one scope as an amount, in the plan's unit."""
        return figure.fraction * self.asked[group] if isinstance(figure, Share) else figure
