"""What a plan speaks of by id, as tables."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.briefing.text.language import text
from flessenhals.briefing.text.naming import amounts_in, group_name, heading
from flessenhals.briefing.text.numbers import decimals_for, percentage
from flessenhals.briefing.text.table import Column, Row, Table
from flessenhals.briefing.text.words import say

if TYPE_CHECKING:
    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.plan.line import Line
    from flessenhals.solver.plan.listing import LineListing, ScenarioListing
    from flessenhals.solver.plan.plan import Plan


def line_listing_tables(found: LineListing, language: Language) -> list[Table]:
    """The lines with their ids, names, and what a selection can call them by."""
    plan = found.plan
    lines = found.lines
    grouped = [field for field in ("programme", "department") if any(getattr(line, field) for line in lines)]
    tagged = any(line.tags for line in lines)
    columns = [Column("id", "text"), Column(say("line", language), "text"), Column(say("partner", language), "text")]
    columns += [Column(say(field, language), "text") for field in grouped]
    columns += [Column(say("tags", language), "text")] if tagged else []
    rows = [
        Row(
            (
                line.id,
                group_name(plan, "line", line.line, language),
                line.partner,
                *(getattr(line, field) or "" for field in grouped),
                *([" ".join(line.tags)] if tagged else []),
                *_asked(found, line),
                *([percentage(line.cofunded, language)] if plan.is_cofunded else []),
            )
        )
        for line in lines
    ]
    years = _shown(plan)
    columns += [Column(str(year), "amount") for year in years] or [Column(say("proposed", language), "amount")]
    columns += [Column(say("cofunded", language), "figure")] if plan.is_cofunded else []
    title = heading(plan, say("lines by id", language), language)
    notes = tuple(amounts_in(plan.unit, language))
    return [Table(title, tuple(columns), tuple(rows), language, decimals_for(plan.proposed), notes)]


def _asked(found: LineListing, line: Line) -> list[Fraction]:
    """What a line asks, with years in each of those that tables show."""
    proposed = found.proposed(line)
    if isinstance(proposed, Fraction):
        return [proposed]
    return [proposed[str(year)] for year in _shown(found.plan)]


def _shown(plan: Plan) -> tuple[int, ...]:
    return () if plan.years is None else plan.years.columns or plan.years.all


def scenario_listing_tables(found: ScenarioListing, language: Language) -> list[Table]:
    """The scenarios with their names and titles."""
    plan = found.plan
    rows = tuple(Row((name, text(title, language, ""))) for name, title in plan.scenarios.items())
    columns = (Column(say("scenario name", language), "text"), Column(say("scenario title", language), "text"))
    note = () if rows else (say("no scenarios", language),)
    return [Table(heading(plan, say("scenarios by name", language), language), columns, rows, language, notes=note)]
