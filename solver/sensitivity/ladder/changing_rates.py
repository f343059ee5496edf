"""A ladder as its first split and the rates that change at each step: what JSON and CSV tell of a large one."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from flessenhals.constraints.constraint import LineYear
from flessenhals.solver.plan.dated.years import nested

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from flessenhals.solver.optimum.parametric.changes import RateChange

    Changed = Iterable[tuple[RateChange, dict[str, Fraction]]]


def changing_steps(first: Mapping[str, Fraction], changed: Changed, place: str) -> Iterator[dict[str, Any]]:
    """The steps as plain data: the first split and, at each, the rates that change there.

    A line that is not named keeps its rate. What is shifted between years is left out.

    Args:
        first: the split at the lowest feasible ceiling, line id → amount, in the plan's unit.
        changed: each step with the rates that change there.
        place: what a step's ceiling is called: `ceiling`, or of a path `share`.
    """
    begins = {"allocated": first}
    for change, rates in changed:
        told = {name: _lines_of(each, place) for name, each in {**begins, "rates": rates}.items()}
        yield {
            place: change.ceiling,
            **{name: nested(each) for name, each in told.items()},
            "starts": change.starts,
            "stops": change.stops,
            "exact": {
                place: str(change.ceiling),
                **{name: nested({line: str(figure) for line, figure in each.items()}) for name, each in told.items()},
            },
        }
        begins = {}


def changing_rows(first: Mapping[str, Fraction], changed: Changed) -> Iterator[dict[str, Any]]:
    """A record per line at the first step, and after it one per step and line whose rate changes."""
    begun = False
    for change, rates in changed:
        for line in rates if begun else first:
            rate = rates.get(line, Fraction(0))
            yield {
                "ceiling": change.ceiling,
                "id": line,
                "allocated": None if begun else first[line],
                "rate": rate,
                "exact": str(rate),
            }
        begun = True


def _lines_of(figures: Mapping[str, Fraction], place: str) -> Mapping[str, Fraction]:
    if place == "ceiling":
        return figures
    return {line: figure for line, figure in figures.items() if isinstance(line, LineYear)}
