"""A floor or a cap on what money buys: staff, places, tonnes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from flessenhals.constraints.row import Row
from flessenhals.constraints.rule import Rule, declared, sides

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Self

    from flessenhals.constraints.constraint import Constraint
    from flessenhals.constraints.rule import Share
    from flessenhals.constraints.selector import Selectable, Selector


class Term(NamedTuple):
    """So much of something for every unit of money.

    Attributes:
        of: the lines on which the money is spent.
        times: how much a unit of money on them brings, in the rule's unit per the plan's unit.
    """

    of: Selector
    times: Fraction


@dataclass(frozen=True, kw_only=True)
class Weighted(Rule):
    """What the money of several selections buys together is held above a floor or below a cap, in a unit of its own.

        Σ over terms (times · Σ selected) ≥ at_least,  ≤ at_most

    | symbol     | is        | unit                               |
    | ---------- | --------- | ---------------------------------- |
    | Σ selected | variable  | the plan's unit                    |
    | times      | parameter | the rule's unit per the plan's unit |
    | at_least   | parameter | the rule's unit                    |
    | at_most    | parameter | the rule's unit                    |

    A line that several terms select counts in each. With `per`, a group without lines of a term does without it.

    >>> from dataclasses import make_dataclass
    >>> from flessenhals.constraints.selector import lines
    >>> Line = make_dataclass("Line", ["id", "line", "partner", "programme", "department", "tags", "year"])
    >>> police, om = (Line(name, name, name, None, None, (), None) for name in ("police", "om"))
    >>> terms = Term(lines("police"), Fraction("12.5")), Term(lines("om"), Fraction(8))
    >>> print(*Weighted(id="staff", terms=terms, unit="fte", at_most=Fraction(900)).rows([police, om]))
    staff: 25/2 police + 8 om <= 900
    """

    kind: ClassVar[str] = "weighted"
    part_by_part: ClassVar[bool] = False

    terms: tuple[Term, ...] = declared("terms")
    unit: str = declared("unit")
    at_least: Fraction | None = declared("quantity", default=None)
    at_most: Fraction | None = declared("quantity", default=None)

    def rows_over(self, scope: Constraint, lines: Sequence[Selectable]) -> tuple[Row, ...]:
        """Σ times · selected against the limit, in the rule's unit; a row a side."""
        times: dict[str, Fraction] = {}
        for term in self.terms:
            for line in term.of.select(lines):
                times[line.id] = times.get(line.id, Fraction(0)) + term.times
        bought = {line: coefficient for line, coefficient in times.items() if coefficient}
        return tuple(
            Row(side, self.kind, bought, sense, limit, self.unit)
            for side, _, sense, limit in sides(scope, self.at_least, self.at_most)
        )

    def selectors(self) -> list[tuple[str, Selector]]:
        """The selector of each term."""
        return [(f"terms.{place}.of", term.of) for place, term in enumerate(self.terms)]

    def number(self, path: Sequence[str]) -> Fraction | Share | None:
        """The number at a path within the rule; None where there is none."""
        match path:
            case ("terms", place, "times") if place.isdecimal() and int(place) < len(self.terms):
                return self.terms[int(place)].times
        return super().number(path)

    def with_number(self, path: Sequence[str], value: Fraction) -> Self:
        """The rule with the number at a path within it replaced."""
        match path:
            case ("terms", place, "times"):
                terms = list(self.terms)
                terms[int(place)] = terms[int(place)]._replace(times=value)
                return replace(self, terms=tuple(terms))
        return super().with_number(path, value)
