"""What moving one ratio of a rule does, as it is told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from fractions import Fraction

    from flessenhals.constraints.constraint import Constraint
    from flessenhals.constraints.ratio import Ratio
    from flessenhals.constraints.rule import Nature

    Direction = Literal["down", "up"]


@dataclass(frozen=True)
class RatioPoint:
    """What another ratio does to the optimal split.

    Attributes:
        ratio: the other one, a pure number.
        value, unspent: their changes, in the plan's unit.
        lowest_coverage: its change, a pure number.
        moves: whether any amount changes.
    """

    ratio: Fraction
    value: Fraction
    lowest_coverage: Fraction
    unspent: Fraction
    moves: bool


@dataclass(frozen=True)
class RatioSide:
    """What happens when a ratio moves one way.

    Attributes:
        point: the effect of one percentage point, or down to zero where it is lower than that; None where nothing fits
            then, or the ratio cannot move so.
        same_until: up to where weighted total and lowest coverage stay exactly what they are now; the ratio itself
            where they change at once; None where they always do.
        split_until: up to where every line keeps what it gets; told in the same way. Where the objective leaves more
            than one split, up to where this one is among the best.
        course_until: up to where they follow one formula; None where they do all the way.
        moves_at: the ratio beyond which other constraints hold the weighted total back; None where no such was found.
        moves_to: those that do so just beyond it, bounds of lines among them; empty where none does.
        ends: the last ratio at which anything fits; None where there is no end.
        searched: how far was looked for such a move: the ratio itself where it was not, None for all the way.
    """

    point: RatioPoint | None
    same_until: Fraction | None
    split_until: Fraction | None
    course_until: Fraction | None
    moves_at: Fraction | None
    moves_to: tuple[Constraint, ...]
    ends: Fraction | None
    searched: Fraction | None


@dataclass(frozen=True)
class RatioEffect:
    """What one ratio of a rule does to the answer.

    Attributes:
        ratio: as the plan has it, with the lines on either side.
        nature: of the rule, where the plan says so.
        holding: the ceiling and rules that hold the weighted total back now; of more than 500 lines those of the
            rule's own part alone.
        down, up: what a lower and a higher ratio does.
    """

    ratio: Ratio
    nature: Nature | None
    holding: tuple[Constraint, ...]
    down: RatioSide
    up: RatioSide

    def record(self) -> dict[str, Any]:
        """The result as plain data; ratios as pure numbers, amounts in the plan's unit."""
        return {
            "id": self.ratio.label,
            "ratio": self.ratio.value,
            "nature": self.nature,
            "holding": self.holding,
            "down": _plain(self.down),
            "up": _plain(self.up),
        }

    def flat(self) -> dict[str, Any]:
        """The record as one row of a table: `down_` and `up_` before the keys of either side."""
        found: dict[str, Any] = {"id": self.ratio.label, "ratio": self.ratio.value}
        for name in ("down", "up"):
            side = _plain(getattr(self, name))
            point = side.pop("point") or dict.fromkeys(("ratio", "value", "lowest_coverage", "unspent"))
            point["point"] = point.pop("ratio")
            side["moves_to"] = " ".join(map(str, side["moves_to"]))
            found |= {f"{name}_{key}": value for key, value in (point | side).items()}
        return found


def _plain(side: RatioSide) -> dict[str, Any]:
    point = None if side.point is None else {key: value for key, value in vars(side.point).items() if key != "moves"}
    return {**vars(side), "point": point}
