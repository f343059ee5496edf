"""Which of many constraints that cannot hold together are needed, told by one basis for many of them at once."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.constraints.exact import dot, total
from flessenhals.solver.program.elimination import SingularError, inverse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from flessenhals.constraints.row import Row

ZERO = Fraction(0)
MOST_EACH = 200  # numbers of the inverse per constraint


def needed_at_once(rows: Sequence[Row], basic: Sequence[str]) -> set[int]:
    """The places of constraints without which the others hold together; of those left out nothing is known.

    Where all take part in a contradiction and a basis has one line less than there are constraints, each of these left
    out leaves equations that decide these lines. What they get then keeps all constraints but that one, if none of it
    is below 0. One inverse tells it of all of them, because two such answers differ by a multiple of one column.

    Args:
        rows: inequalities over lines that cannot hold together.
        basic: the lines of a basis at which all of them fall short by as much.
    """
    if len(basic) + 1 != len(rows):
        return set()
    last = max(range(len(rows)), key=lambda place: len(rows[place].coefficients))
    kept = [place for place in range(len(rows)) if place != last]
    lines = set(basic)
    equations = [{line: value for line, value in rows[place].coefficients.items() if line in lines} for place in kept]
    try:
        found = inverse(equations, MOST_EACH * len(rows))
    except SingularError:
        return set()
    return set() if found is None else set(_Answers(rows, kept, last, found).witnessed())


class _Answers:
    """What lines get where one constraint or another is left out.

    Args:
        rows: the constraints.
        kept: the places of those that decide the lines.
        last: the place of the other one.
        found: line → what it takes of each of their right-hand sides.
    """

    def __init__(
        self, rows: Sequence[Row], kept: Sequence[int], last: int, found: Mapping[str, Mapping[int, Fraction]]
    ) -> None:
        self.rows, self.last = rows, last
        self.columns: dict[int, dict[str, Fraction]] = defaultdict(dict)
        self.point: dict[str, Fraction] = {}
        sides = {place: rows[each].right_hand_side for place, each in enumerate(kept)}
        for line, takes in found.items():
            self.point[line] = total(value * sides[place] for place, value in takes.items())
            for place, value in takes.items():
                self.columns[kept[place]][line] = value
        self.of_line: dict[str, list[tuple[int, Fraction]]] = defaultdict(list)
        for place, row in enumerate(rows):
            for line in row.coefficients.keys() & found.keys():
                self.of_line[line].append((place, row.coefficients[line]))
        self.reached = [_reached(row, self.point) for row in rows]
        self.below = {line for line, amount in self.point.items() if amount < 0}
        self.short = {place for place, row in enumerate(rows) if not self._keeps(place, ZERO)}

    def _keeps(self, place: int, more: Fraction) -> bool:
        row, reached = self.rows[place], self.reached[place] + more
        return reached >= row.right_hand_side if row.sense == ">=" else reached <= row.right_hand_side

    def witnessed(self) -> Iterator[int]:
        """The places of those without which all others are kept by amounts none of which is below 0."""
        last = self.rows[self.last]
        gap = last.right_hand_side - self.reached[self.last]
        for place in range(len(self.rows)):
            column = self.columns.get(place, {})
            along = _reached(last, column)
            by = gap / along if along else ZERO
            if self._holds_without(place, {line: by * value for line, value in column.items()}):
                yield place

    def _holds_without(self, place: int, changes: Mapping[str, Fraction]) -> bool:
        """Whether all constraints but one are kept, and no amount is below 0, once some amounts change."""
        if self.below - changes.keys() or any(self.point[line] + more < 0 for line, more in changes.items()):
            return False
        moved: dict[int, Fraction] = defaultdict(Fraction)
        for line, more in changes.items():
            for each, value in self.of_line[line]:
                moved[each] += value * more
        return all(each == place or self._keeps(each, moved.get(each, ZERO)) for each in self.short | moved.keys())


def _reached(row: Row, amounts: Mapping[str, Fraction]) -> Fraction:
    """What a row comes to where all other lines have nothing."""
    return dot({line: value for line, value in row.coefficients.items() if line in amounts}, amounts)
