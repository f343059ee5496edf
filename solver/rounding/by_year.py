"""The series of a plan with years in whole steps: rows add up over the years, columns over the lines."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from flessenhals.constraints.constraint import in_year
from flessenhals.solver.optimum.dated.series import Series
from flessenhals.solver.rounding.controlled import Figure, controlled

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    from flessenhals.constraints.row import Row
    from flessenhals.solver.optimum.allocation import Allocation
    from flessenhals.solver.optimum.dated.series import ByYear

    Key = tuple[Hashable, ...]

ZERO = Fraction(0)
TRIES, DATED = 12, 3
ALL_YEARS, YEAR, GROUP, LINE = range(4)  # what is rounded nearest first


@dataclass(frozen=True)
class PrintedSeries:
    """A series in whole steps that adds up in both directions, next to the exact one.

        lines of a programme = programme,   programmes = spent + what others pay,   available - spent = left,
                                                                                    in every year and over all
        ceiling + shifted in = available,   structural + one-off = ceiling,   Σ over years of shifted in = 0

    Every figure is the exact one rounded down or up. Bounds and rules hold for the exact amounts; the printed ones keep
    the rules where a rounding was found that does, and else some can be missed (`missed`).

    Attributes:
        exact: by line and year, before rounding.
        step: what figures are rounded to, in the plan's unit.
        lines: line → year → amount.
        groups: programme → year → what its lines get together.
        kinds: `structural` and `one-off` → year → the ceiling's part; empty where kinds are not told apart.
        ceiling: year → what there is before anything is shifted.
        shifted: year → what comes in from other years less what goes there.
        available, total, left: year → what may be spent, is, and is left.
        cofunded: year → what others pay of what lines get; 0 where nobody does.
    """

    exact: Series
    step: Fraction
    lines: Mapping[str, ByYear]
    groups: Mapping[str | None, ByYear]
    kinds: Mapping[str, ByYear]
    ceiling: ByYear
    shifted: ByYear
    available: ByYear
    total: ByYear
    left: ByYear
    cofunded: ByYear

    @property
    def given(self) -> ByYear:
        """Year → what lines get: what the ceiling and what others pay of it."""
        return {year: amount + self.cofunded[year] for year, amount in self.total.items()}

    @property
    def largest_shift(self) -> Fraction:
        """How far rounding moved the amount of a line in a year at most, in the plan's unit."""
        exact = self.exact.allocated
        moved = [abs(printed[year] - exact[line][year]) for line, printed in self.lines.items() for year in printed]
        return max(moved, default=ZERO)

    @cached_property
    def missed(self) -> tuple[Row, ...]:
        """The rules, each in its year, that the printed amounts do not keep; the exact ones keep them all."""
        return _missed(self.exact.allocation, self.lines)

    def apart_from(self, year: int) -> bool:
        """Whether a line is printed with other amounts in this year and the years after it."""
        return any(len({each for at, each in line.items() if at >= year}) > 1 for line in self.lines.values())

    def faults(self) -> list[str]:
        """Every sum that does not hold in print; empty for figures that add up."""
        found = []
        for year in self.exact.years.all:
            for group, members in lines_by_group(self.exact).items():
                if sum((self.lines[line][year] for line in members), start=ZERO) != self.groups[group][year]:
                    found.append(f"{group} in {year}")
            kinds = sum((each[year] for each in self.kinds.values()), start=ZERO) if self.kinds else self.ceiling[year]
            sums = {
                "spent": (sum((each[year] for each in self.groups.values()), start=ZERO), self.given[year]),
                "left": (self.available[year] - self.total[year], self.left[year]),
                "available": (self.ceiling[year] + self.shifted[year], self.available[year]),
                "kinds": (kinds, self.ceiling[year]),
            }
            found += [f"{name} in {year}" for name, (one, other) in sums.items() if one != other]
        return [*found, *(["shifted"] if over_years(self.shifted) else [])]


def over_years(figures: ByYear) -> Fraction:
    """A figure of all years together, in the plan's unit."""
    return sum(figures.values(), start=ZERO)


def lines_by_group(series: Series) -> dict[str | None, list[str]]:
    """Programme → the ids of its lines, both in the plan's order."""
    groups: dict[str | None, list[str]] = {}
    for dated in series.years.lines:
        groups.setdefault(dated.line.programme, []).append(dated.line.id)
    return groups


def rounded_series(allocation: Allocation, step: Fraction) -> PrintedSeries:
    """The series of a split over years, rounded so that printed rows and columns both add up.

    Args:
        allocation: of a plan with years.
        step: what figures are rounded to, in the plan's unit, above 0.
    """
    series = Series(allocation)
    table = _Figures(series)
    rounded = _kept(allocation, table.figures, step)

    def by_year(*key: Hashable) -> ByYear:
        return {year: rounded[*key, year] for year in series.years.all}

    return PrintedSeries(
        exact=series,
        step=step,
        lines={line: by_year("line", line) for line in series.allocated},
        groups={group: by_year("group", group) for group in lines_by_group(series)},
        kinds={kind: by_year(kind) for kind in table.kinds if len(table.kinds) > 1},
        ceiling=by_year("ceiling"),
        shifted=by_year("shifted"),
        available=by_year("available"),
        total=by_year("total"),
        left=by_year("left"),
        cofunded=by_year("cofunded") if allocation.plan.is_cofunded else dict.fromkeys(series.years.all, ZERO),
    )


def _kept(allocation: Allocation, figures: Mapping[Key, Figure], step: Fraction) -> dict[Key, Fraction]:
    """The nearest rounding; where it misses rules, one with totals as near that misses fewer, if that is found.

    Lines in a rule that is missed lean to the side that keeps it, more each time it is missed again.
    """
    leaning = dict(figures)
    best: dict[Key, Fraction] = {}
    fewest: int | None = None
    for _ in range(TRIES):
        rounded = dict(zip(figures, controlled(list(leaning.values()), step), strict=True))
        lines: dict[str, dict[int, Fraction]] = {}
        for key, amount in rounded.items():
            if key[0] == "line" and len(key) == DATED:
                lines.setdefault(str(key[1]), {})[int(str(key[2]))] = amount
        missed = _missed(allocation, lines)
        if fewest is None or len(missed) < fewest:
            best, fewest = rounded, len(missed)
        if not missed:
            break
        for row in missed:
            for label, factor in row.coefficients.items():
                line = allocation.plan.line_by_id.get(label)
                if line is not None and factor:
                    key = ("line", line.line, line.year)
                    up = 1 if (factor > 0) == (row.sense == ">=") else -1
                    leaning[key] = leaning[key]._replace(lean=leaning[key].lean + up)
    return best


def _missed(allocation: Allocation, lines: Mapping[str, Mapping[int, Fraction]]) -> tuple[Row, ...]:
    printed = {str(in_year(line, year)): amount for line, by_year in lines.items() for year, amount in by_year.items()}
    at: dict[str, Fraction] = {**allocation.amounts, **printed}
    rows = (each.row for each in allocation.constraints)
    return tuple(row for row in rows if row.id.is_rule and not row.holds(at))


class _Figures:
    """All figures of a series as a network that money flows through: from its kinds to the years, and to the lines."""

    def __init__(self, series: Series) -> None:
        self.series = series
        self.figures: dict[tuple[Hashable, ...], Figure] = {}
        path, allocated, groups = series.path, series.allocated, lines_by_group(series)
        share = path.share
        self.kinds = {"ceiling kind": series.ceiling}
        if path.structural is not None and path.one_off is not None:
            self.kinds = {
                "structural": {year: share * each for year, each in path.structural.items()},
                "one-off": {year: share * each for year, each in path.one_off.items()},
            }
        total, left, shift = series.total, series.unspent, series.shift
        for kind, amounts in self.kinds.items():
            self._put(("of kind", kind), "all", ("kind", kind), over_years(amounts), ALL_YEARS)
            for year, amount in amounts.items():
                self._put((kind, year), ("kind", kind), ("ceiling", year), amount, YEAR)
        for year in series.years.all:
            coming = shift.get(year - 1, ZERO) - shift.get(year, ZERO)
            self._put(("ceiling", year), ("ceiling", year), ("in", year), series.ceiling[year], YEAR)
            self._put(("shifted", year), "other years", ("in", year), coming, YEAR)
            self._put(("available", year), ("in", year), ("out", year), series.ceiling[year] + coming, YEAR)
            self._put(("left", year), ("out", year), "left", left[year], YEAR)
            self._put(("total", year), ("out", year), ("spent", year), total[year], YEAR)
        self._others()
        self._put(("left",), "left", "all", over_years(left), ALL_YEARS)
        self._put(("total",), "spent", "all", over_years(total), ALL_YEARS)
        for group, members in groups.items():
            sums = {year: sum((allocated[line][year] for line in members), start=ZERO) for year in series.years.all}
            for year, amount in sums.items():
                self._put(("group", group, year), ("spent", year), ("group", group, year), amount, GROUP)
            self._put(("group", group), ("programme", group), "spent", over_years(sums), ALL_YEARS)
            for line in members:
                for year, amount in allocated[line].items():
                    self._put(("line", line, year), ("group", group, year), ("of line", line), amount, LINE)
                whole = over_years(allocated[line])
                self._put(("line", line), ("of line", line), ("programme", group), whole, LINE)

    def _others(self) -> None:
        """What others pay of the lines comes in where it is spent; nothing where they pay for none."""
        if self.series.allocation.plan.is_cofunded:
            cofunded = self.series.cofunded
            for year, amount in cofunded.items():
                self._put(("cofunded", year), "others", ("spent", year), amount, YEAR)
            self._put(("cofunded",), "spent", "others", over_years(cofunded), ALL_YEARS)

    def _put(self, key: tuple[Hashable, ...], tail: Hashable, head: Hashable, amount: Fraction, level: int) -> None:
        self.figures[key] = Figure(tail, head, amount, level)
