"""One budget line, and what its source says that lines add up to."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from flessenhals.constraints.constraint import whole_line
from flessenhals.constraints.exact import take_exactly
from flessenhals.solver.plan.soundness.lines import of_line
from flessenhals.solver.plan.soundness.texts import OF_LINE, holds_unseen
from flessenhals.solver.plan.whole import Whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from flessenhals.constraints.rule import Origin
    from flessenhals.constraints.selector import Selector
    from flessenhals.solver.plan.problem import Problem

Money = Literal["structural", "one-off"]
MONEY: tuple[Money, ...] = ("structural", "one-off")
ONE = Fraction(1)


@dataclass(frozen=True, kw_only=True)
class Line:
    """One budget line: what one partner asks for one purpose.

    Attributes:
        id: a-z, 0-9 and hyphens; unique in the plan.
        partner: the id of the organisation that gets the money.
        proposed: the amount asked, in the plan's unit, ≥ 0.
        minimum: the least that it must be given, in the plan's unit.
        maximum: the most that it may be given, in the plan's unit; None stands for what was proposed.
        weight: the value of one unit of money on this line, a pure number ≥ 0.
        step: what it is given is a whole multiple of this, counted from 0, in the plan's unit; None for any amount.
        parts: what it is given is a whole number of so many equal parts of the amount proposed; None for any amount.
        smallest: it is given nothing or at least this, in the plan's unit; None for any amount.
        cofunded: the part of what it is given that others pay, a pure number from 0 to 1; the ceiling pays the rest.
        name: what people call it; one text, or one per language.
        programme, department: ids of what it belongs to, where the plan says so.
        tags: free labels that selectors can ask for.
        source: where the figures stand.
        origin: how the amount proposed is known, where the plan says so: it stands in the source, was derived from it,
            or assumed.
        note: what a reader should know; one text, or one per language.
        effect: what it means where the line gets less than it asks; one text, or one per language.
        kept: whether it was asked to be held at an amount, whatever its own bounds say.
        dropped: whether it was asked to be left out: it stands at 0 and asks nothing.
        money: `structural`, or `one-off` for money that comes once; told apart in plans with years.
        year: of a line in one year of a plan with years, which; its id is `LINE@YEAR` then.
        minimum_share, maximum_share: the part of what is proposed that the bound was written as, a pure number, where
            it was: the bound follows when another proposal is drawn.
    """

    id: str
    partner: str
    proposed: Fraction
    minimum: Fraction = Fraction(0)
    maximum: Fraction | None = None
    weight: Fraction = Fraction(1)
    step: Fraction | None = None
    parts: int | None = None
    smallest: Fraction | None = None
    cofunded: Fraction = Fraction(0)
    name: str | Mapping[str, str] | None = None
    programme: str | None = None
    department: str | None = None
    tags: tuple[str, ...] = ()
    source: str | None = None
    origin: Origin | None = None
    note: str | Mapping[str, str] | None = None
    effect: str | Mapping[str, str] | None = None
    kept: bool = False
    dropped: bool = False
    money: Money = "structural"
    year: int | None = None
    minimum_share: Fraction | None = None
    maximum_share: Fraction | None = None

    def __post_init__(self) -> None:
        """Take every number exactly."""
        take_exactly(self, "proposed", "minimum", "maximum", "weight", "step", "smallest", "cofunded")

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with it by itself; a line that several readings of a plan share is looked at once."""
        return tuple(of_line(self))

    @cached_property
    def unseen(self) -> bool:
        """Whether one of its texts has a character that cannot be seen."""
        return holds_unseen(OF_LINE, self)

    @property
    def line(self) -> str:
        """The id by which the plan speaks of it, of a line in one year the line's."""
        return whole_line(self.id)

    @property
    def charge(self) -> Fraction:
        """What the ceiling pays of each unit of money that it is given, a pure number: the rest is paid by others."""
        return 1 - self.cofunded if self.cofunded else ONE

    @property
    def unit(self) -> Fraction | None:
        """What its amount is a whole multiple of, in the plan's unit: its step, or one of its parts."""
        return self.proposed / self.parts or None if self.parts else self.step

    @cached_property
    def whole(self) -> Whole | None:
        """The amounts that it can be given where it cannot be split; None where any amount will do."""
        if self.step is None and self.parts is None and self.smallest is None:
            return None
        return Whole.of(self.unit, self.smallest)

    @property
    def lower(self) -> Fraction:
        """The minimum that holds, in the plan's unit: the line's own, rounded up to what it can be given."""
        return self.minimum if self.whole is None else self.whole.at_least(self.minimum)

    @property
    def upper(self) -> Fraction:
        """The maximum that holds, in the plan's unit: the line's own, or else what was proposed, rounded down."""
        highest = self.proposed if self.maximum is None else self.maximum
        return highest if self.whole is None else self.whole.at_most(highest)

    @property
    def divided(self) -> bool:
        """Whether there are amounts between its minimum and its maximum that it cannot be given."""
        if self.whole is None or self.lower == self.upper:
            return False
        return self.whole.unit is not None or self.lower < self.whole.least


@dataclass(frozen=True, kw_only=True)
class StatedTotal:
    """A total that the plan's source prints, to reconcile the lines with.

    Attributes:
        of: the lines that it adds up.
        proposed: their total, in the plan's unit.
        printed_to: the step that the source rounds its figures to, in the plan's unit; None where the total is exact.
    """

    of: Selector
    proposed: Fraction
    printed_to: Fraction | None = None

    def __post_init__(self) -> None:
        """Take the numbers exactly."""
        take_exactly(self, "proposed", "printed_to")


def lowest_coverage(lines: Iterable[Line], amounts: Mapping[str, Fraction]) -> Fraction | None:
    """The smallest part of what any of these lines asks that it gets, a pure number; None where none asks anything."""
    return min((amounts[line.id] / line.proposed for line in lines if line.proposed), default=None)
