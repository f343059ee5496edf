"""One budget line, and what its source says that lines add up to."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flessenhals.constraints.rule import Origin
    from flessenhals.constraints.selector import Selector

Money = Literal["structural", "one-off"]
MONEY: tuple[Money, ...] = ("structural", "one-off")


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
        name: what people call it; one text, or one per language.
        programme, department: ids of what it belongs to, where the plan says so.
        tags: free labels that selectors can ask for.
        source: where the figures stand.
        origin: how the amount proposed is known, where the plan says so: it stands in the source, was derived from it,
            or assumed.
        note: what a reader should know; one text, or one per language.
        kept: whether it was asked to be held at an amount, whatever its own bounds say.
        dropped: whether it was asked to be left out: it stands at 0 and asks nothing.
        money: `structural`, or `one-off` for money that comes once; told apart in plans with years.
        year: of a line in one year of a plan with years, which; its id is `LINE@YEAR` then.
    """

    id: str
    partner: str
    proposed: Fraction
    minimum: Fraction = Fraction(0)
    maximum: Fraction | None = None
    weight: Fraction = Fraction(1)
    name: str | Mapping[str, str] | None = None
    programme: str | None = None
    department: str | None = None
    tags: tuple[str, ...] = ()
    source: str | None = None
    origin: Origin | None = None
    note: str | Mapping[str, str] | None = None
    kept: bool = False
    dropped: bool = False
    money: Money = "structural"
    year: int | None = None

    @property
    def line(self) -> str:
        """The id by which the plan speaks of it, of a line in one year the line's."""
        return self.id if self.year is None else self.id.partition("@")[0]

    @property
    def upper(self) -> Fraction:
        """The maximum that holds, in the plan's unit: the line's own, or else what was proposed."""
        return self.proposed if self.maximum is None else self.maximum


@dataclass(frozen=True, kw_only=True)
class StatedTotal:
    """A total that the plan's source prints, to reconcile the lines with.

    Attributes:
        of: the lines that it adds up.
        proposed: their total, in the plan's unit.
    """

    of: Selector
    proposed: Fraction
