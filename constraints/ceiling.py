"""What may be spent: one total, or a path by year with kinds of money and what may move between years."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

from flessenhals.constraints.constraint import CEILING, Constraint
from flessenhals.constraints.row import Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Protocol

    from flessenhals.constraints.selector import Selectable

    class Chargeable(Selectable, Protocol):
        """What a ceiling looks at in a line."""

        @property
        def charge(self) -> Fraction:
            """What the ceiling pays of each unit of money on it, a pure number."""


LATER, EARLIER = "later ", "earlier "
ZERO, ONE = Fraction(0), Fraction(1)


class Limit(NamedTuple):
    """A right-hand side that may grow with the path.

        fixed + share · rate

    Attributes:
        fixed: what does not depend on the path, in the plan's unit.
        rate: its part of the whole path, in the plan's unit.
    """

    fixed: Fraction
    rate: Fraction


@dataclass(frozen=True, kw_only=True)
class Path:
    """A ceiling for every year.

        Σ (1 - c(l)) · x(l, t) + e(t) ≤ C(t) + e(t - 1),   - earlier(t + 1) ≤ e(t) ≤ later(t)

    e(t) is what is shifted from year t to the next; below 0 it is money of the next year that is used in t. Nothing
    comes in from before the first year and nothing leaves the last. With kinds of money C = structural + one-off, and
    besides, in each year, Σ over lines that are not one-off ≤ structural. c is the part of a line that others pay.

    Attributes:
        name: what the plan calls it, or as it was written.
        total: year → C, in the plan's unit; rising years, the last one stands for all that come after.
        structural: year → the part of it that comes back every year; None where kinds of money are not told apart.
        later: year → how much of its money may be used in the next; None as much as one likes. Years of which nothing
            may are missing.
        earlier: year → how much of its money may be used in the one before, in the same way.
        share: how much of the path this is, kinds scaled together, a pure number; 1 for the path itself.
        relaxed: row → by how much it asks less than the path, in the plan's unit.
        dropped: rows that are left out.
    """

    name: str
    total: Mapping[int, Fraction]
    structural: Mapping[int, Fraction] | None = None
    later: Mapping[int, Limit | None] = field(default_factory=dict)
    earlier: Mapping[int, Limit | None] = field(default_factory=dict)
    share: Fraction = ONE
    relaxed: Mapping[Constraint, Fraction] = field(default_factory=dict)
    dropped: frozenset[Constraint] = frozenset()

    @property
    def years(self) -> tuple[int, ...]:
        """The years, in order."""
        return tuple(self.total)

    @property
    def one_off(self) -> dict[int, Fraction] | None:
        """Year → the part that comes once, in the plan's unit; None where kinds of money are not told apart."""
        if self.structural is None:
            return None
        return {year: amount - self.structural[year] for year, amount in self.total.items()}

    @property
    def shiftable(self) -> tuple[int, ...]:
        """The years from which money can move to the next, or to which it can be drawn from it."""
        return tuple(year for year in self.years[:-1] if year in self.later or year + 1 in self.earlier)

    @property
    def variables(self) -> tuple[str, ...]:
        """The amounts that are shifted, `later YEAR` and `earlier YEAR` by the year whose money it is; each ≥ 0."""
        names = ((LATER, self.later), (EARLIER, self.earlier))
        return tuple(f"{name}{year}" for year in self.years for name, limits in names if year in limits)

    def scaled(self, share: Fraction) -> Path:
        """So much of the path."""
        return replace(self, share=share)

    def freely_shifted(self) -> Path:
        """The path where all money may be used in any year."""
        return replace(self, later=dict.fromkeys(self.years[:-1]), earlier=dict.fromkeys(self.years[1:]))

    def freely_kept(self) -> Path:
        """The path where all money of a year may be used in the next."""
        return replace(self, later=dict.fromkeys(self.years[:-1]))

    def at(self, year: int) -> Fraction:
        """C of a year at this share, in the plan's unit."""
        return self.share * self.total[year]

    def rates(self) -> dict[Constraint, Fraction]:
        """The change of every row's right-hand side per unit of share, in the plan's unit."""
        return {which: limit.rate for which, _, _, limit in self._limits(())}

    def rows(self, lines: Iterable[Chargeable]) -> tuple[Row, ...]:
        """The rows over the lines of each year and what is shifted.

        Labelled `ceiling@YEAR`, `ceiling.structural@YEAR`, and `shift.later@YEAR` and `shift.earlier@YEAR` by the year
        whose money it is.
        """
        return tuple(
            Row(which, kind, terms, "<=", limit.fixed + self.share * limit.rate + self.relaxed.get(which, ZERO))
            for which, kind, terms, limit in self._limits(lines)
            if which not in self.dropped
        )

    def share_rows(self, lines: Iterable[Chargeable], share: str) -> tuple[Row, ...]:
        """The ceilings of the path as rows in which the share of it is a variable."""
        return tuple(
            Row(which, kind, {**terms, share: -limit.rate} if limit.rate else terms, "<=", limit.fixed)
            for which, kind, terms, limit in self._limits(lines)
        )

    def shifted(self, point: Mapping[str, Fraction]) -> dict[int, Fraction]:
        """Year → what is shifted from it to the next, in the plan's unit; below 0 where the next year's money is used.

        Args:
            point: the amounts of `variables` at least; a missing one is 0.
        """
        return {
            year: point.get(f"{LATER}{year}", ZERO) - point.get(f"{EARLIER}{year + 1}", ZERO)
            for year in self.years[:-1]
        }

    def _limits(self, lines: Iterable[Chargeable]) -> Iterator[tuple[Constraint, str, dict[str, Fraction], Limit]]:
        of_year: dict[int, list[Chargeable]] = {year: [] for year in self.years}
        for line in lines:
            if line.year is not None:
                of_year[line.year].append(line)
        for year in self.years:
            terms = charges(of_year[year])
            moves = (LATER, year, ONE), (EARLIER, year, ONE), (LATER, year - 1, -ONE), (EARLIER, year + 1, -ONE)
            for name, whose, sign in moves:
                if whose in (self.later if name == LATER else self.earlier):
                    terms[f"{name}{whose}"] = sign
            yield Constraint("ceiling", year=year), "ceiling", terms, Limit(ZERO, self.total[year])
            if self.structural is not None:
                lasting = charges(line for line in of_year[year] if line.money != "one-off")
                which = Constraint("ceiling", side="structural", year=year)
                yield which, "structural", lasting, Limit(ZERO, self.structural[year])
            for word, name, limits in (("later", LATER, self.later), ("earlier", EARLIER, self.earlier)):
                limit = limits.get(year)
                if limit is not None:
                    yield Constraint("shift", side=word, year=year), "shift", {f"{name}{year}": ONE}, limit


Ceiling = Fraction | Path


def charges(lines: Iterable[Chargeable]) -> dict[str, Fraction]:
    """Line id → what the ceiling pays of each unit of money there; without the lines that others pay in whole."""
    return {line.id: charge for line in lines if (charge := line.charge)}


def ceiling(charged: Mapping[str, Fraction], amount: Fraction) -> Row:
    """What the ceiling pays stays within it: Σ (1 - c) · x ≤ C, in the plan's unit; labelled `ceiling`."""
    return Row(CEILING, "ceiling", dict(charged), "<=", amount)


def rows(lines: Iterable[Chargeable], within: Ceiling) -> tuple[Row, ...]:
    """What keeps a split within a ceiling: one row for a total, those of every year for a path; in the plan's unit."""
    if isinstance(within, Path):
        return within.rows(lines)
    return (ceiling(charges(lines), within),)


def shifts(ceiling: Ceiling | None) -> tuple[str, ...]:
    """The variables of a ceiling: what is shifted between the years of a path; none for a total."""
    return ceiling.variables if isinstance(ceiling, Path) else ()


def size(ceiling: Ceiling) -> Fraction:
    """All that may be spent, over all years together, in the plan's unit."""
    return sum((ceiling.at(year) for year in ceiling.years), start=ZERO) if isinstance(ceiling, Path) else ceiling


def raised(ceiling: Ceiling) -> Ceiling:
    """The ceiling with one unit of money more, in every year and of every kind."""
    if not isinstance(ceiling, Path):
        return ceiling + 1
    kinds = [Constraint("ceiling", side=side, year=year) for side in (None, "structural") for year in ceiling.years]
    return replace(ceiling, relaxed={which: ceiling.relaxed.get(which, ZERO) + 1 for which in kinds})


def relaxed(ceiling: Ceiling, which: Constraint, by: Fraction | None, enough: Fraction) -> Ceiling:
    """The ceiling with one of its rows asking less, or left out.

    Args:
        ceiling: as it stands.
        which: one of its rows.
        by: in the plan's unit; None leaves the row out.
        enough: the total beyond which more money buys nothing, in the plan's unit.
    """
    if isinstance(ceiling, Path):
        if by is None:
            return replace(ceiling, dropped=ceiling.dropped | {which})
        return replace(ceiling, relaxed={**ceiling.relaxed, which: ceiling.relaxed.get(which, ZERO) + by})
    return max(ceiling, enough) if by is None else ceiling + by


def by_year(figures: Mapping[int, Fraction | None]) -> dict[str, float | None]:
    """Figures by year as JSON has them."""
    return {str(year): None if figure is None else float(figure) for year, figure in figures.items()}


def ceiling_record(ceiling: Ceiling | None) -> Any:  # noqa: ANN401 - a number, an object or null
    """A ceiling as JSON has it: a number, or amounts by year."""
    if isinstance(ceiling, Path):
        return by_year({year: ceiling.at(year) for year in ceiling.years})
    return None if ceiling is None else float(ceiling)
