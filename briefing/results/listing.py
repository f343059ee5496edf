"""What a plan speaks of by id, as tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.briefing.text.language import text
from flessenhals.briefing.text.naming import amounts_in, heading, line_name
from flessenhals.briefing.text.numbers import decimals_for, percentage
from flessenhals.briefing.text.table import Column, Row, Table
from flessenhals.briefing.text.words import say

if TYPE_CHECKING:
    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.plan.listing import LineListing, ScenarioListing


def line_listing_tables(found: LineListing, language: Language) -> list[Table]:
    """The lines with their ids, names, and what a selection can call them by."""
    plan = found.plan
    grouped = [field for field in ("programme", "department") if any(getattr(line, field) for line in plan.lines)]
    tagged = any(line.tags for line in plan.lines)
    columns = [Column("id", "text"), Column(say("line", language), "text"), Column(say("partner", language), "text")]
    columns += [Column(say(field, language), "text") for field in grouped]
    columns += [Column("tags", "text")] if tagged else []
    rows = [
        Row(
            (
                line.id,
                line_name(plan, line, language),
                line.partner,
                *(getattr(line, field) or "" for field in grouped),
                *([" ".join(line.tags)] if tagged else []),
                line.proposed,
                *([percentage(line.cofunded, language)] if plan.is_cofunded else []),
            )
        )
        for line in plan.lines
    ]
    columns.append(Column(say("proposed", language), "amount"))
    columns += [Column(say("cofunded", language), "figure")] if plan.is_cofunded else []
    title = heading(plan, say("lines by id", language), language)
    notes = tuple(amounts_in(plan.unit, language))
    return [Table(title, tuple(columns), tuple(rows), language, decimals_for(plan.proposed), notes)]


def scenario_listing_tables(found: ScenarioListing, language: Language) -> list[Table]:
    """The scenarios with their names and titles."""
    plan = found.plan
    rows = tuple(Row((name, text(title, language, ""))) for name, title in plan.scenarios.items())
    columns = (Column(say("scenario name", language), "text"), Column(say("scenario title", language), "text"))
    note = () if rows else (say("no scenarios", language),)
    return [Table(heading(plan, say("scenarios by name", language), language), columns, rows, language, notes=note)]
