"""What was found about line-years, told by line and year: the way back from the plan of line-years."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from flessenhals.constraints.ceiling import Path, by_year
from flessenhals.constraints.constraint import in_year

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flessenhals.solver.optimum.allocation import Allocation
    from flessenhals.solver.plan.line import Line
    from flessenhals.solver.plan.plan import Plan

ZERO = Fraction(0)
ByYear = dict[int, Fraction]


class Series:
    """An allocation of a plan with years, by line and year.

    Attributes:
        allocation: over line-years.
        years: of its plan.
        path: its ceiling.
    """

    def __init__(self, allocation: Allocation) -> None:
        years, path = allocation.plan.years, allocation.ceiling
        if years is None or not isinstance(path, Path):
            raise TypeError("an allocation without years has no series")
        self.allocation, self.years, self.path = allocation, years, path

    @property
    def ceiling(self) -> ByYear:
        """Year → the ceiling, in the plan's unit."""
        return {year: self.path.at(year) for year in self.years.all}

    @property
    def allocated(self) -> dict[str, ByYear]:
        """Line → year → what it is given, in the plan's unit; 0 where it does not run."""
        return self.years.in_years(self.allocation.amounts, ZERO)

    @property
    def proposed(self) -> dict[str, ByYear]:
        """Line → year → what it asks, in the plan's unit."""
        return self.years.in_years({line.id: line.proposed for line in self.allocation.plan.lines}, ZERO)

    @property
    def total(self) -> ByYear:
        """Year → everything that the ceiling pays, in the plan's unit."""
        return self._in_years({line.id: line.charge for line in self.allocation.plan.lines})

    @property
    def cofunded(self) -> ByYear:
        """Year → what others pay of what is given, in the plan's unit."""
        return self._in_years({line.id: line.cofunded for line in self.allocation.plan.lines})

    def _in_years(self, parts: Mapping[str, Fraction]) -> ByYear:
        """Year → Σ part · amount over its lines, in the plan's unit."""
        found = dict.fromkeys(self.years.all, ZERO)
        for line in self.allocation.plan.lines:
            if line.year is not None:
                found[line.year] += parts[line.id] * self.allocation.amounts[line.id]
        return found

    @property
    def shift(self) -> ByYear:
        """Year → what is shifted to the next, in the plan's unit; below 0 where money of the next is used."""
        return self.path.shifted(self.allocation.shifts)

    @property
    def unspent(self) -> ByYear:
        """Year → what is left of the ceiling with what comes in and goes out, in the plan's unit."""
        left, total, coming = self.ceiling, self.total, ZERO
        shift = self.shift
        found = {}
        for year in self.years.all:
            going = shift.get(year, ZERO)
            found[year] = left[year] + coming - going - total[year]
            coming = going
        return found

    @property
    def lowest_coverage(self) -> dict[int, Fraction | None]:
        """Year → the smallest coverage of any line in it, a pure number; None where no line asks anything."""
        found: dict[int, list[Fraction]] = {year: [] for year in self.years.all}
        for line in self.allocation.plan.lines:
            coverage = self.allocation.coverage(line)
            if coverage is not None and line.year is not None:
                found[line.year].append(coverage)
        return {year: min(each, default=None) for year, each in found.items()}

    def _how_soon(self) -> dict[str, Any]:
        found = self.allocation.how_soon
        return {} if found is None else {"how_soon": found.record()}

    def to_dict(self) -> dict[str, Any]:
        """The keys of the JSON output that are by year."""
        one_off = self.path.one_off
        structural = self.path.structural
        kinds = (
            {}
            if structural is None or one_off is None
            else {"ceilings": {"structural": by_year(structural), "one-off": by_year(one_off)}}
        )
        return {
            "years": list(self.years.all),
            "ceiling": by_year(self.ceiling),
            **kinds,
            "total": by_year(self.total),
            "unspent": by_year(self.unspent),
            **({"cofunded": by_year(self.cofunded)} if self.allocation.plan.is_cofunded else {}),
            "lowest_coverage_by_year": by_year(self.lowest_coverage),
            "shift": by_year(self.shift) if self.path.shiftable or self.years.shift is not None else {},
            **self._how_soon(),
            "lines": line_records(self.allocation.plan, self.allocation.amounts),
        }


def _cofunded(plan: Plan, line: Line, given: ByYear) -> dict[str, Any]:
    """What others pay of a line by year, where they pay for any."""
    if not plan.is_cofunded:
        return {}
    return {"cofunded": by_year({year: line.cofunded * amount for year, amount in given.items()})}


def amounts_record(plan: Plan, amounts: Mapping[str, Fraction]) -> dict[str, Any]:
    """What the lines of a plan are given as plain data: line → amount, of a plan with years an object by year."""
    if plan.years is None:
        return {line.id: float(amounts[line.id]) for line in plan.lines}
    return {line: by_year(figures) for line, figures in plan.years.in_years(amounts, ZERO).items()}


def line_records(plan: Plan, amounts: Mapping[str, Fraction]) -> list[dict[str, Any]]:
    """The lines of a plan with years as plain data, a line a record; its figures are objects by year."""
    years = plan.years
    if years is None:
        raise TypeError("a plan without years has no figures by year")
    found = []
    for dated in years.lines:
        lines: dict[int, Line] = {
            year: plan.line_by_id[in_year(dated.line.id, year)] for year in years.all if dated.runs(year)
        }
        given = {year: amounts.get(in_year(dated.line.id, year), ZERO) for year in years.all}
        asked = {year: lines[year].proposed if year in lines else ZERO for year in years.all}
        found.append(
            {
                "id": dated.line.id,
                "partner": dated.line.partner,
                "programme": dated.line.programme,
                "department": dated.line.department,
                "money": dated.line.money,
                "proposed": by_year(asked),
                "minimum": by_year({year: lines[year].minimum if year in lines else ZERO for year in years.all}),
                "maximum": by_year({year: lines[year].upper if year in lines else ZERO for year in years.all}),
                "allocated": by_year(given),
                **_cofunded(plan, dated.line, given),
                "coverage": by_year({year: given[year] / asked[year] if asked[year] else None for year in years.all}),
                "exact": {str(year): str(given[year]) for year in years.all},
            }
        )
    return found
