"""Every result as tables for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.allocation import allocation_table
from solver.allocation import Allocation
from solver.errors import InfeasibleError

if TYPE_CHECKING:
    from briefing.language import Language
    from briefing.table import Table
    from solver.bottlenecks import Bottlenecks
    from solver.comparison import Comparison
    from solver.ladder import Ladder
    from solver.plan import Grouping
    from solver.reconciliation import Reconciliation
    from solver.side_by_side import SideBySide
    from solver.simulation.fixed import SplitSimulation
    from solver.simulation.robust import Robustness
    from solver.simulation.simulation import Simulation
    from solver.whatif import WhatIf

    Draws = Simulation | SplitSimulation | Robustness
    Rarer = WhatIf | Ladder | Bottlenecks | Comparison | SideBySide | Reconciliation | Draws
    Finding = Allocation | InfeasibleError | Rarer


def tables(found: Finding, language: Language, by: Grouping | None = None) -> list[Table]:
    """A result as the tables that people read, with the sentences that go with them.

    Args:
        found: what a command found.
        language: the reader's.
        by: what ceilings side by side are added up by; None for a row per line.
    """
    if isinstance(found, Allocation):
        return [allocation_table(found, language)]
    if isinstance(found, InfeasibleError):
        from briefing.infeasible import infeasible_tables  # noqa: PLC0415 - a split that fits does not wait for it

        return infeasible_tables(found, language)
    return _rarer(found, language, by)


def _rarer(found: Rarer, language: Language, by: Grouping | None) -> list[Table]:
    """Tables that a split by itself needs none of, so that it does not wait for their rooms."""
    from briefing.bottlenecks import bottlenecks_tables  # noqa: PLC0415
    from briefing.ladder import ladder_table  # noqa: PLC0415
    from briefing.whatif import whatif_tables  # noqa: PLC0415
    from solver.bottlenecks import Bottlenecks  # noqa: PLC0415
    from solver.comparison import Comparison  # noqa: PLC0415
    from solver.ladder import Ladder  # noqa: PLC0415
    from solver.side_by_side import SideBySide  # noqa: PLC0415
    from solver.whatif import WhatIf  # noqa: PLC0415

    if isinstance(found, WhatIf):
        return whatif_tables(found, language, by)
    if isinstance(found, Bottlenecks):
        return bottlenecks_tables(found, language)
    if isinstance(found, Comparison):
        from briefing.comparison import comparison_tables  # noqa: PLC0415

        return comparison_tables(found, language, by)
    if isinstance(found, SideBySide):
        from briefing.side_by_side import side_by_side_tables  # noqa: PLC0415

        return side_by_side_tables(found, language, by)
    if isinstance(found, Ladder):
        return [ladder_table(found, language)]
    return _of_a_plan(found, language)


def _of_a_plan(found: Reconciliation | Draws, language: Language) -> list[Table]:
    """Tables about a plan rather than about one split of it."""
    from solver.reconciliation import Reconciliation  # noqa: PLC0415

    if isinstance(found, Reconciliation):
        from briefing.reconciliation import reconciliation_tables  # noqa: PLC0415

        return reconciliation_tables(found, language)
    return _of_draws(found, language)


def _of_draws(found: Draws, language: Language) -> list[Table]:
    """Tables about many draws, which take numpy along."""
    from briefing.robustness import robustness_table  # noqa: PLC0415
    from briefing.simulation import simulation_tables  # noqa: PLC0415
    from briefing.stranding import stranding_tables  # noqa: PLC0415
    from solver.simulation.fixed import SplitSimulation  # noqa: PLC0415
    from solver.simulation.simulation import Simulation  # noqa: PLC0415

    if isinstance(found, Simulation):
        return simulation_tables(found, language)
    if isinstance(found, SplitSimulation):
        return stranding_tables(found, language)
    return [robustness_table(found, language)]
