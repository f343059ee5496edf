"""From a result to the tables and charts that people read: one place that knows which function tells which result."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Mapping, Sequence

    from flessenhals.briefing.charts.frame import Spec
    from flessenhals.briefing.text.language import Language
    from flessenhals.briefing.text.table import Table
    from flessenhals.solver.comparison.comparison import Comparison
    from flessenhals.solver.comparison.difference.difference import Difference
    from flessenhals.solver.comparison.reconciliation.reconciliation import Reconciliation
    from flessenhals.solver.comparison.side_by_side import SideBySide
    from flessenhals.solver.infeasible.error import InfeasibleError
    from flessenhals.solver.optimum.allocation import Allocation
    from flessenhals.solver.optimum.whatif import WhatIf
    from flessenhals.solver.plan.listing import LineListing, ScenarioListing
    from flessenhals.solver.plan.plan import Grouping
    from flessenhals.solver.sensitivity.bottlenecks import Bottlenecks
    from flessenhals.solver.sensitivity.ladder.ladder import Ladder
    from flessenhals.solver.sensitivity.line_reason import LineReason
    from flessenhals.solver.sensitivity.near_optimal import Room
    from flessenhals.solver.sensitivity.whole.found import WholeBottlenecks
    from flessenhals.solver.sensitivity.whole.ladder import WholeLadder
    from flessenhals.solver.simulation.fixed import SplitSimulation
    from flessenhals.solver.simulation.robust import Robustness
    from flessenhals.solver.simulation.simulation import Simulation
    from flessenhals.solver.units.errors import StoppedError

    Draws = Simulation | SplitSimulation | Robustness
    Finding = (
        Allocation
        | StoppedError
        | WholeBottlenecks
        | WholeLadder
        | InfeasibleError
        | WhatIf
        | Ladder
        | Bottlenecks
        | Comparison
        | SideBySide
        | Difference
        | Reconciliation
        | LineListing
        | ScenarioListing
        | LineReason
        | Room
        | Draws
    )
    Tables = Callable[..., list[Table]]
    Chart = Callable[[Language], Spec]
    Told = Finding

# A result's type, the module in `results` that tells it, and the function there. A command imports the one that it
# needs: starting up is most of what it costs.
TELLING: Mapping[str, tuple[str, str]] = {
    "Allocation": ("allocation", "allocation_tables"),
    "WholeBottlenecks": ("whole.bottlenecks", "whole_bottlenecks_tables"),
    "WholeLadder": ("whole.ladder", "whole_ladder_tables"),
    "StoppedError": ("units", "stopped_tables"),
    "InfeasibleError": ("infeasible.infeasible", "infeasible_tables"),
    "WhatIf": ("curves.whatif", "whatif_tables"),
    "Ladder": ("curves.ladder", "ladder_tables"),
    "Bottlenecks": ("bottlenecks.bottlenecks", "bottlenecks_tables"),
    "Comparison": ("comparison.comparison", "comparison_tables"),
    "SideBySide": ("comparison.side_by_side", "side_by_side_tables"),
    "LineListing": ("listing", "line_listing_tables"),
    "ScenarioListing": ("listing", "scenario_listing_tables"),
    "Reconciliation": ("reconciliation", "reconciliation_tables"),
    "Difference": ("comparison.difference", "difference_tables"),
    "Simulation": ("simulation.simulation", "simulation_tables"),
    "SplitSimulation": ("simulation.stranding", "stranding_tables"),
    "Robustness": ("simulation.robustness", "robustness_tables"),
    "LineReason": ("bottlenecks.line_reason", "line_tables"),
    "Room": ("bottlenecks.near_optimal", "room_tables"),
}
# A result's type, and the charts that it has, by the names that `--chart` knows them under; the first is the usual one.
# What has none of its own is drawn as the bars of its first table.
DRAWING: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "Allocation": {"years": ("years_chart", "years_chart"), "partners": ("partners_chart", "partners_chart")},
    "Difference": {"effects": ("comparison.difference_chart", "difference_chart")},
    "Ladder": {"split": ("split_chart", "split_chart"), "coverage": ("coverage_chart", "coverage_chart")},
    "WholeLadder": {"split": ("jumps", "whole_split_chart"), "coverage": ("jumps", "whole_coverage_chart")},
    "Comparison": {
        "dumbbell": ("comparison.dumbbell_chart", "dumbbell_chart"),
        "waterfall": ("comparison.waterfall_chart", "waterfall_chart"),
        "chain": ("bottle.bottle_chart", "bottle_or_rules"),
        "rules": ("comparison.chain_chart", "chain_chart"),
    },
    "SideBySide": {"dumbbell": ("comparison.dumbbell_chart", "dumbbell_chart")},
    "Simulation": {
        "lines": ("simulation_chart", "spread_chart"),
        "bottlenecks": ("simulation_chart", "shares_chart"),
        "drivers": ("simulation_chart", "drivers_chart"),
    },
}
# A result's type, and the writer of its own workbook; the others are written as their records.
BOOKS: Mapping[str, tuple[str, str]] = {"Difference": ("difference", "difference_workbook")}
DRAWN_BY_GROUP = {"dumbbell_chart", "waterfall_chart"}
BY_GROUP = {"WhatIf", "Comparison", "SideBySide", "Difference"}


def tables(found: Finding, language: Language, by: Grouping | None = None) -> list[Table]:
    """A result as the tables that people read, with the sentences that go with them.

    Args:
        found: what a command found.
        language: the reader's.
        by: what ceilings side by side are added up by; None for a row per line.
    """
    kind = _kind(found, TELLING)
    module, function = TELLING[kind]
    telling: Tables = getattr(import_module(f"flessenhals.briefing.results.{module}"), function)
    told = telling(found, language, by) if kind in BY_GROUP else telling(found, language)
    drawn = kind == "Ladder" and found.path is None  # type: ignore[union-attr]  # told by its kind
    return [_drawn(found, told[0], language)] if drawn else told  # type: ignore[arg-type]  # told by its kind


def workbook(found: Finding, language: Language) -> bytes:
    """A result as an Excel workbook: one of its own where it has one, else its records.

    Args:
        found: what a command found.
        language: the reader's.
    """
    kind = _kind(found, BOOKS)
    if kind:
        module, function = BOOKS[kind]
        of_its_own: Callable[[Finding, Language], bytes] = getattr(
            import_module(f"flessenhals.briefing.writers.xlsx.{module}"), function
        )
        return of_its_own(found, language)
    from flessenhals.briefing.writers.xlsx.table import records_as_xlsx  # noqa: PLC0415 - for workbooks alone

    return records_as_xlsx(found.records(), type(found).__name__)


def of_lines(told: Sequence[Table]) -> Table:
    """The first of a result's tables that has rows of its own; others hold sentences or totals alone."""
    return next((table for table in told if any(row.role == "line" for row in table.rows)), told[0])


def charts(found: Finding, by: Grouping | None = None) -> dict[str, Chart]:
    """The charts of a result, by name, the usual one first; each a function of the language.

    Args:
        found: the result.
        by: what a chart that adds lines up adds them up by; None for what is usual there.
    """
    kind = _kind(found, DRAWING)
    if not kind or (kind == "Allocation" and found.plan.years is None):  # type: ignore[union-attr]  # told by its kind
        return {"table": partial(_bars, found)}
    return {name: partial(_chart, found, by, *place) for name, place in DRAWING[kind].items()}


def _kind(found: object, known: Container[str]) -> str:
    """The name of a result's type, or of what it is a special case of; empty where none is known."""
    return next((each.__name__ for each in type(found).__mro__ if each.__name__ in known), "")


def _chart(found: Finding, by: Grouping | None, module: str, function: str, language: Language) -> Spec:
    drawing = getattr(import_module(f"flessenhals.briefing.charts.{module}"), function)
    spec: Spec = drawing(found, language, by=by) if function in DRAWN_BY_GROUP else drawing(found, language)
    return spec


def _bars(found: Finding, language: Language) -> Spec:
    from flessenhals.briefing.charts.table_chart import table_chart  # noqa: PLC0415 - for charts alone

    return table_chart(of_lines(tables(found, language)))


def _drawn(ladder: Ladder, table: Table, language: Language) -> Table:
    """The ladder's table with its chart of letters, for a terminal; of a large plan the table alone."""
    if ladder.is_large:
        return table
    from flessenhals.briefing.charts.chart_text import terminal_chart  # noqa: PLC0415 - a ladder alone has one

    return table._replace(drawing=lambda width: terminal_chart(ladder, language, width))
