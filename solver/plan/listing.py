"""What a plan speaks of by id: its lines, and its scenarios."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flessenhals.solver.plan.finding import Finding, under

if TYPE_CHECKING:
    from fractions import Fraction

    from flessenhals.solver.plan.plan import Line, Plan

PROPOSED = "proposed"


@dataclass(frozen=True, repr=False)
class LineListing(Finding):
    """The lines of a plan with what a selection can call them by.

    Attributes:
        plan: whose lines they are.
    """

    plan: Plan

    def headline(self) -> str:
        """What it is about, on one line."""
        return f"{self.plan.id}{under(self.plan)}, {len(self.lines)} lines"

    @property
    def lines(self) -> list[Line]:
        """The lines; of a plan with years each once, by the id that it goes by in all of them."""
        years = self.plan.years
        return list(self.plan.lines) if years is None else [dated.line for dated in years.lines]

    def proposed(self, line: Line) -> Fraction | dict[str, Fraction]:
        """What a line asks, with years in each of them; in the plan's unit."""
        years = self.plan.years
        if years is None:
            return line.proposed
        dated = next(each for each in years.lines if each.line.id == line.id)
        return {str(year): dated.proposed(year) for year in years.all}

    def record(self) -> dict[str, Any]:
        """The lines, amounts in the plan's unit."""
        lines = [
            {
                **{key: value for key, value in record.items() if not key.startswith(PROPOSED)},
                "tags": list(line.tags),
                "name": _in_languages(line.name),
                "proposed": self.proposed(line),
            }
            for record, line in zip(self.rows(), self.lines, strict=True)
        ]
        return {"plan": self.plan.id, "scenario": self.plan.scenario, "unit": self.plan.unit, "lines": lines}

    def rows(self) -> list[dict[str, Any]]:
        """A record per line, its name in the first language that it has."""
        return [
            {
                "id": line.id,
                "name": next(iter(_in_languages(line.name).values()), None),
                "partner": line.partner,
                "programme": line.programme,
                "department": line.department,
                "tags": " ".join(line.tags),
                **_columns(self.proposed(line)),
                **({"cofunded": line.cofunded} if self.plan.is_cofunded else {}),
            }
            for line in self.lines
        ]


@dataclass(frozen=True, repr=False)
class ScenarioListing(Finding):
    """The scenarios of a plan, by name.

    Attributes:
        plan: whose scenarios they are.
    """

    plan: Plan

    def headline(self) -> str:
        """What it is about, on one line."""
        return f"{self.plan.id}, {len(self.plan.scenarios)} scenarios"

    def record(self) -> dict[str, Any]:
        """The scenarios as plain data."""
        scenarios = [{"name": name, "title": _in_languages(title)} for name, title in self.plan.scenarios.items()]
        return {"plan": self.plan.id, "scenarios": scenarios}

    def rows(self) -> list[dict[str, Any]]:
        """A record per scenario, its title in the first language that it has."""
        return [
            {"name": name, "title": next(iter(_in_languages(title).values()), None)}
            for name, title in self.plan.scenarios.items()
        ]


def _columns(proposed: Fraction | Mapping[str, Fraction]) -> dict[str, Fraction]:
    """What a line asks as columns of a table, with years one for each."""
    if isinstance(proposed, Mapping):
        return {f"{PROPOSED}.{year}": amount for year, amount in proposed.items()}
    return {PROPOSED: proposed}


def form_of(plan: Plan, language: str) -> list[dict[str, Any]]:
    """The rows of a form in which an amount per line is filled in, with what each line is called and asks.

    With years a line has a row, and what it asks and is given a column a year; where it does not run, 0 stands already.

    Args:
        plan: whose lines they are.
        language: of their names.
    """
    if plan.years is None:
        return [
            {**_called(line, language), "asked": float(line.proposed), "amount": None, "note": None}
            for line in plan.lines
        ]
    years = plan.years
    return [
        {
            **_called(dated.line, language),
            **{f"asked {year}": float(dated.proposed(year)) for year in years.all},
            **{str(year): None if dated.runs(year) else 0 for year in years.all},
            "note": None,
        }
        for dated in years.lines
    ]


def _called(line: Line, language: str) -> dict[str, Any]:
    names = _in_languages(line.name)
    name = names.get(language, next(iter(names.values()), None))
    return {"line": line.line, "name": name, "partner": line.partner}


def _in_languages(words: str | Mapping[str, str] | None) -> dict[str, str]:
    """A text by language; under `text` where it is the same in all of them."""
    return dict(words) if isinstance(words, Mapping) else {"text": words} if words else {}
