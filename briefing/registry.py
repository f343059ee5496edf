"""From a result to the tables that people read: one place that knows which function tells which result."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from flessenhals.briefing.text.language import Language
    from flessenhals.briefing.text.table import Table
    from flessenhals.solver.comparison.comparison import Comparison
    from flessenhals.solver.comparison.difference import Difference
    from flessenhals.solver.comparison.reconciliation import Reconciliation
    from flessenhals.solver.comparison.side_by_side import SideBySide
    from flessenhals.solver.infeasible.error import InfeasibleError
    from flessenhals.solver.optimum.allocation import Allocation
    from flessenhals.solver.optimum.whatif import WhatIf
    from flessenhals.solver.plan.listing import LineListing, ScenarioListing
    from flessenhals.solver.plan.plan import Grouping
    from flessenhals.solver.sensitivity.bottlenecks import Bottlenecks
    from flessenhals.solver.sensitivity.ladder import Ladder
    from flessenhals.solver.sensitivity.whole_bottlenecks import WholeBottlenecks
    from flessenhals.solver.sensitivity.whole_ladder import WholeLadder
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
        | Draws
    )
    Tables = Callable[..., list[Table]]

# A result's type, the module in `results` that tells it, and the function there. A command imports the one that it
# needs: starting up is most of what it costs.
TELLING: Mapping[str, tuple[str, str]] = {
    "Allocation": ("allocation", "allocation_tables"),
    "WholeAllocation": ("allocation", "allocation_tables"),
    "WholeBottlenecks": ("whole_bottlenecks", "whole_bottlenecks_tables"),
    "WholeLadder": ("whole_ladder", "whole_ladder_tables"),
    "StoppedError": ("units", "stopped_tables"),
    "InfeasibleError": ("infeasible", "infeasible_tables"),
    "WhatIf": ("whatif", "whatif_tables"),
    "Ladder": ("ladder", "ladder_tables"),
    "Bottlenecks": ("bottlenecks", "bottlenecks_tables"),
    "Comparison": ("comparison.comparison", "comparison_tables"),
    "SideBySide": ("comparison.side_by_side", "side_by_side_tables"),
    "LineListing": ("listing", "line_listing_tables"),
    "ScenarioListing": ("listing", "scenario_listing_tables"),
    "Reconciliation": ("reconciliation", "reconciliation_tables"),
    "Difference": ("comparison.difference", "difference_tables"),
    "Simulation": ("simulation.simulation", "simulation_tables"),
    "SplitSimulation": ("simulation.stranding", "stranding_tables"),
    "Robustness": ("simulation.robustness", "robustness_tables"),
}
BY_GROUP = {"WhatIf", "Comparison", "SideBySide", "Difference"}


def tables(found: Finding, language: Language, by: Grouping | None = None) -> list[Table]:
    """A result as the tables that people read, with the sentences that go with them.

    Args:
        found: what a command found.
        language: the reader's.
        by: what ceilings side by side are added up by; None for a row per line.
    """
    kind = type(found).__name__
    module, function = TELLING[kind]
    telling: Tables = getattr(import_module(f"flessenhals.briefing.results.{module}"), function)
    told = telling(found, language, by) if kind in BY_GROUP else telling(found, language)
    drawn = kind == "Ladder" and found.path is None  # type: ignore[union-attr]  # told by its kind
    return [_drawn(found, told[0], language)] if drawn else told  # type: ignore[arg-type]  # told by its kind


def _drawn(ladder: Ladder, table: Table, language: Language) -> Table:
    """The ladder's table with its chart of letters, for a terminal."""
    from flessenhals.briefing.charts.chart_text import terminal_chart  # noqa: PLC0415 - a ladder alone has one

    return table._replace(drawing=lambda width: terminal_chart(ladder, language, width))
