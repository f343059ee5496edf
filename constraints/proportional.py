"""So much downstream for every euro upstream."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

from flessenhals.constraints.ratio import Ratio
from flessenhals.constraints.rule import Rule, declared, sides

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flessenhals.constraints.constraint import Constraint
    from flessenhals.constraints.row import Row
    from flessenhals.constraints.selector import Selectable, Selector


@dataclass(frozen=True, kw_only=True)
class Proportional(Rule):
    """A chain rule: what is given upstream brings work downstream, which needs money too.

        Σ downstream + existing ≥ at_least · Σ upstream
        Σ downstream + existing ≤ at_most  · Σ upstream

    In a plan with years, upstream in year t asks downstream in year t + lag.

    | symbol       | is        | unit            |
    | ------------ | --------- | --------------- |
    | Σ upstream   | variable  | the plan's unit |
    | Σ downstream | variable  | the plan's unit |
    | at_least     | parameter | a pure number   |
    | at_most      | parameter | a pure number   |
    | existing     | parameter | the plan's unit |
    | lag          | parameter | years           |

    Proportional funding of a chain ("congruente financiering") after §1.3 of the annex to the Pact voor de
    Rechtsstaat, February 2021.

    >>> from dataclasses import make_dataclass
    >>> from flessenhals.constraints.selector import lines
    >>> Line = make_dataclass("Line", ["id", "line", "partner", "programme", "department", "tags", "year"])
    >>> police, om = (Line(name, name, name, None, None, (), None) for name in ("police", "om"))
    >>> rule = Proportional(id="om-follows", upstream=lines("police"), downstream=lines("om"), at_least=Fraction(1, 10))
    >>> print(*rule.rows([police, om]))
    om-follows: om - 1/10 police >= 0
    """

    kind: ClassVar[str] = "proportional"

    upstream: Selector = declared("selector")
    downstream: Selector = declared("selector")
    at_least: Fraction | None = declared("ratio", default=None)
    at_most: Fraction | None = declared("ratio", default=None)
    existing: Fraction = declared("amount", default=Fraction(0))
    lag: int = declared("lag", default=0)

    def ratios_over(self, scope: Constraint, lines: Sequence[Selectable]) -> tuple[Ratio, ...]:
        """So much downstream for every euro upstream, a ratio a side; a line on both sides counts on both."""
        upstream, downstream = self.upstream.select(lines), self.downstream.select(lines)
        if self.when:
            upstream = [line for line in upstream if line.year == self.when.asked]
            downstream = [line for line in downstream if line.year == self.when.year]
        part, whole = tuple(line.id for line in downstream), tuple(line.id for line in upstream)
        return tuple(
            Ratio(side, self.kind, field, sense, ratio, part, whole, self.existing)
            for side, field, sense, ratio in sides(scope, self.at_least, self.at_most)
        )

    def rows_over(self, scope: Constraint, lines: Sequence[Selectable]) -> tuple[Row, ...]:
        """Σ downstream - ratio · Σ upstream against -existing, a row a side."""
        return tuple(ratio.row for ratio in self.ratios_over(scope, lines))
