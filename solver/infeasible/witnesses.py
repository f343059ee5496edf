"""Splits that keep all of many constraints in a contradiction but one, told for one after another by one basis."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from flessenhals.constraints.exact import dot, total
from flessenhals.solver.program.elimination import SingularError, inverse

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from flessenhals.constraints.row import Row

ZERO = Fraction(0)
MOST_EACH = 200  # numbers of the inverse per constraint


class Witnesses(NamedTuple):
    """What lines get where one constraint of a contradiction or another is left out.

    Where all take part in it and a basis has one line less than there are constraints, each of these left out leaves
    equations that decide these lines. Two such answers differ by a multiple of one column of one inverse.

    Attributes:
        rows: the constraints.
        last: the place of the one of which the others decide the lines of the point.
        point: line → what it gets without that one, in the plan's unit; of the lines of the basis.
        columns: place of a constraint → line → what it gets of each unit that the constraint asks more; without zeros.
    """

    rows: Sequence[Row]
    last: int
    point: Mapping[str, Fraction]
    columns: Mapping[int, Mapping[str, Fraction]]

    @classmethod
    def of(cls, rows: Sequence[Row], basic: Sequence[str]) -> Witnesses | None:
        """None where the basis is no such one, or has too many numbers.

        Args:
            rows: inequalities over lines that cannot hold together.
            basic: the lines of a basis at which all of them fall short by as much.
        """
        if len(basic) + 1 != len(rows):
            return None
        last = max(range(len(rows)), key=lambda place: len(rows[place].coefficients))
        kept = [place for place in range(len(rows)) if place != last]
        lines = set(basic)
        equations = [
            {line: value for line, value in rows[place].coefficients.items() if line in lines} for place in kept
        ]
        try:
            found = inverse(equations, MOST_EACH * len(rows))
        except SingularError:
            return None
        if found is None:
            return None
        columns: dict[int, dict[str, Fraction]] = defaultdict(dict)
        for line, takes in found.items():
            for place, value in takes.items():
                columns[kept[place]][line] = value
        sides = [rows[place].right_hand_side for place in kept]
        point = {line: total(value * sides[place] for place, value in takes.items()) for line, takes in found.items()}
        return cls(rows, last, point, columns)

    def changes(self, place: int, short: Fraction) -> dict[str, Fraction]:
        """What lines get more where a constraint is left out in place of the last one.

        Args:
            place: of the constraint.
            short: how much more the last one has to come to, in its unit.
        """
        column = self.columns.get(place, {})
        along = reached(self.rows[self.last], column)
        return {line: short / along * value for line, value in column.items()} if along else {}


class Standing:
    """A split, held against constraints as some of its amounts change.

    Args:
        rows: the constraints.
        point: line → amount, in the plan's unit; 0 for all others.
    """

    def __init__(self, rows: Sequence[Row], point: Mapping[str, Fraction]) -> None:
        self.rows, self.point = rows, point
        self.place = {row.id: place for place, row in enumerate(rows)}
        self.reached = [reached(row, point) for row in rows]
        self._of_line: dict[str, list[tuple[int, Fraction]]] = defaultdict(list)
        for place, row in enumerate(rows):
            for line, value in row.coefficients.items():
                self._of_line[line].append((place, value))
        self._below = {line for line, amount in point.items() if amount < 0}
        self._broken = {place for place in range(len(rows)) if not self._keeps(place, ZERO)}

    def _keeps(self, place: int, more: Fraction) -> bool:
        row, now = self.rows[place], self.reached[place] + more
        return now >= row.right_hand_side if row.sense == ">=" else now <= row.right_hand_side

    def keeps_all_but(self, row: Row, changes: Mapping[str, Fraction]) -> bool:
        """Whether all constraints but one are kept, and no amount is below 0, once some amounts change."""
        if self._below - changes.keys() or any(self.point.get(line, ZERO) + more < 0 for line, more in changes.items()):
            return False
        moved: dict[int, Fraction] = defaultdict(Fraction)
        for line, more in changes.items():
            for place, value in self._of_line[line]:
                moved[place] += value * more
        return all(
            place == self.place[row.id] or self._keeps(place, moved.get(place, ZERO))
            for place in self._broken | moved.keys()
        )


def needed_at_once(rows: Sequence[Row], basic: Sequence[str]) -> set[int]:
    """The places of constraints without which the others hold together; of those left out nothing is known.

    Args:
        rows: inequalities over lines that cannot hold together.
        basic: the lines of a basis at which all of them fall short by as much.
    """
    found = Witnesses.of(rows, basic)
    if found is None:
        return set()
    now = Standing(rows, found.point)
    short = rows[found.last].right_hand_side - now.reached[found.last]
    return {place for place, row in enumerate(rows) if now.keeps_all_but(row, found.changes(place, short))}


def reached(row: Row, amounts: Mapping[str, Fraction]) -> Fraction:
    """What a row comes to where all other lines have nothing."""
    return dot({line: value for line, value in row.coefficients.items() if line in amounts}, amounts)
