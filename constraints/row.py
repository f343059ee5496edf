"""The one form in which every rule ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from flessenhals.constraints.exact import dot

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from flessenhals.constraints.constraint import Constraint

Sense = Literal[">=", "<=", "=="]


class Row(NamedTuple):
    """What a split must keep, as one linear inequality over the lines.

        Σ coefficient · amount  (≥, ≤ or =)  right-hand side

    Attributes:
        id: which constraint it is.
        kind: what people call such a constraint: `ceiling`, `minimum`, `maximum`, a kind of rule, or a name of the
            solver's own.
        coefficients: per line, without zeros: a pure number, a weight, or in the row's unit per the plan's unit.
        sense: `>=`, `<=` or `==`.
        right_hand_side: in the row's unit.
        unit: in which the row is measured; None for the plan's own, money.
    """

    id: Constraint
    kind: str
    coefficients: Mapping[str, Fraction]
    sense: Sense
    right_hand_side: Fraction
    unit: str | None = None

    @property
    def label(self) -> str:
        """By which people know it: `om-follows-police`, `nfi.minimum`, `ceiling`."""
        return str(self.id)

    @property
    def in_unit(self) -> dict[str, str]:
        """The unit as an entry of a record; none where it is the plan's own."""
        return {"unit": self.unit} if self.unit else {}

    @property
    def is_build_up(self) -> bool:
        """Whether it limits by how much lines may rise, or have to, from one year to the next."""
        return self.kind == "build_up"

    @property
    def is_given(self) -> bool:
        """Whether it could be given up. That an amount is not negative could not: a minimum of 0 asks no more."""
        return bool(self.right_hand_side) or not self.id.is_minimum

    def activity(self, split: Mapping[str, Fraction]) -> Fraction:
        """The left-hand side at a split, Σ coefficient · amount, in the row's unit."""
        return dot(self.coefficients, split)

    def slack(self, split: Mapping[str, Fraction]) -> Fraction:
        """How much room is left at a split, in the row's unit; negative where the row is broken.

        An equality has no room: its slack is minus the distance.
        """
        return self.room(self.activity(split))

    def room(self, activity: Fraction) -> Fraction:
        """The slack where the left-hand side has this value, in the row's unit."""
        above = activity - self.right_hand_side
        if self.sense == "==":
            return -abs(above)
        return above if self.sense == ">=" else -above

    def holds(self, split: Mapping[str, Fraction]) -> bool:
        """Whether the split keeps this row, exactly."""
        return self.slack(split) >= 0

    def relaxed(self, by: Fraction) -> Row:
        """The row asking less by an amount in its unit; more where it is below zero."""
        return self._replace(right_hand_side=self.right_hand_side + (by if self.sense == "<=" else -by))

    def __str__(self) -> str:
        return f"{self.label}: {linear(self.coefficients)} {self.sense} {self.right_hand_side}"


def linear(coefficients: Mapping[str, Fraction]) -> str:
    """A linear form as text, `police - 1/10 om`, in the order of its terms."""
    terms = []
    for name, value in coefficients.items():
        size = "" if abs(value) == 1 else f"{abs(value)} "
        terms.append(f"{'-' if value < 0 else '+'} {size}{name}")
    return " ".join(terms).removeprefix("+ ") or "0"
