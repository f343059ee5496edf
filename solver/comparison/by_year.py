"""The figures of a comparison by line and year: the way back from line-years."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from flessenhals.constraints.ceiling import Path
from flessenhals.constraints.constraint import in_year
from flessenhals.constraints.series import Series
from flessenhals.solver.plan.dated.years import Kinds

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.plan.proposal import Proposal

ZERO = Fraction(0)
OWN = ""
ABOUT = ("id", "partner", "programme", "department")
FIGURES = ("proposed", "proposal", "usable", "stranded", "nearest", "optimal")


def totals_by_year(
    plan: Plan, amounts: Mapping[str, Fraction], parts: Mapping[str, Fraction] | None = None
) -> dict[str, Fraction]:
    """Year → what a split comes to in it, in the plan's unit; empty without years.

    Args:
        plan: for its years.
        amounts: line id → amount, in the plan's unit.
        parts: line id → the part of it that is meant, a pure number; None for all of it.
    """
    found = dict.fromkeys(plan.years.all if plan.years else (), ZERO)
    for line in plan.lines if plan.years else ():
        if line.year is not None:
            found[line.year] += amounts[line.id] * (1 if parts is None else parts[line.id])
    return {str(year): amount for year, amount in found.items()}


def lines_by_year(plan: Plan, rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The records of line-years as one a line, whose figures are objects by year; none without years.

    Args:
        plan: for its years.
        rows: a record per line and year in which it runs; elsewhere every figure is 0.
    """
    if plan.years is None:
        return []
    by_id = {record["id"]: record for record in rows}
    found = []
    for dated in plan.years.lines:
        records = {year: by_id.get(in_year(dated.line.id, year)) for year in plan.years.all}
        about = {key: getattr(dated.line, key) for key in ABOUT}
        figures = {
            key: {str(year): ZERO if each is None else each[key] for year, each in records.items()} for key in FIGURES
        }
        exact = {str(year): "0" if each is None else each["exact"] for year, each in records.items()}
        found.append({**about, **figures, "exact": exact})
    return found


def shifted(ceiling: Ceiling, splits: Mapping[str, Mapping[str, Fraction]]) -> dict[str, dict[int, Fraction]]:
    """Per split, year → what is shifted from it to the next, in the plan's unit; empty where nothing may be.

    Args:
        ceiling: what may be spent.
        splits: name → the ceiling's own variables at least.
    """
    if not isinstance(ceiling, Path) or not ceiling.shiftable:
        return {}
    return {name: ceiling.shifted(amounts) for name, amounts in splits.items()}


def own_ceiling(plan: Plan, proposals: Sequence[Proposal]) -> Ceiling:
    """What the ceiling pays of proposals, the largest of several; with years in each year, kinds not told apart."""
    if plan.years is None:
        return max(plan.charged(proposal.amounts) for proposal in proposals)
    each = [totals_by_year(plan, proposal.amounts, plan.charges) for proposal in proposals]
    totals = {year: max(total[str(year)] for total in each) for year in plan.years.all}
    return plan.years.path(Kinds(structural=Series(totals)), OWN)
