"""A part held against a whole: what a chain rule and a share of everything have in common."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from flessenhals.constraints.row import Row

if TYPE_CHECKING:
    from flessenhals.constraints.constraint import Constraint
    from flessenhals.constraints.row import Sense


ONE = Fraction(1)


class Ratio(NamedTuple):
    """One side of a rule that asks a part for every euro of a whole.

        Σ part + existing ≥ (≤) value · Σ whole

    Attributes:
        id: of its row.
        kind: the kind of rule.
        field: where the value stands in the rule, `at_least` or `at_most`.
        sense: `>=` or `<=`.
        value: so much for every euro of the whole, a pure number.
        part, whole: the ids of the lines on either side, each once; a line on both counts on both.
        existing: money that the part has already, in the plan's unit.
    """

    id: Constraint
    kind: str
    field: str
    sense: Sense
    value: Fraction
    part: tuple[str, ...]
    whole: tuple[str, ...]
    existing: Fraction = Fraction(0)

    @property
    def label(self) -> str:
        """By which people know its row."""
        return str(self.id)

    @property
    def is_chain(self) -> bool:
        """Whether it is a chain rule's: so much downstream for every euro upstream."""
        return self.kind == "proportional"

    @property
    def row(self) -> Row:
        """Σ part - value · Σ whole against -existing, in the plan's unit."""
        terms = dict.fromkeys(self.part, ONE)
        of_the_whole, of_both = -self.value, ONE - self.value
        for line in self.whole:
            terms[line] = of_both if line in terms else of_the_whole
        if not (of_the_whole and of_both):
            terms = {line: coefficient for line, coefficient in terms.items() if coefficient}
        return Row(self.id, self.kind, terms, self.sense, -self.existing)

    def at(self, value: Fraction) -> Ratio:
        """This side of the rule with another value for its ratio."""
        return self._replace(value=value)
