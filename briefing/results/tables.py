"""Every result as tables for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.briefing.results.allocation import allocation_table
from flessenhals.solver.optimum.allocation import Allocation
from flessenhals.solver.program.errors import InfeasibleError

if TYPE_CHECKING:
    from flessenhals.briefing.text.language import Language
    from flessenhals.briefing.text.table import Table
    from flessenhals.solver.comparison.comparison import Comparison
    from flessenhals.solver.comparison.reconciliation import Reconciliation
    from flessenhals.solver.comparison.side_by_side import SideBySide
    from flessenhals.solver.optimum.whatif import WhatIf
    from flessenhals.solver.plan.plan import Grouping
    from flessenhals.solver.sensitivity.bottlenecks import Bottlenecks
    from flessenhals.solver.sensitivity.ladder import Ladder
    from flessenhals.solver.simulation.fixed import SplitSimulation
    from flessenhals.solver.simulation.robust import Robustness
    from flessenhals.solver.simulation.simulation import Simulation

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
        from flessenhals.briefing.results.infeasible import infeasible_tables  # noqa: PLC0415 - a split that fits does not wait for it

        return infeasible_tables(found, language)
    return _rarer(found, language, by)


def _rarer(found: Rarer, language: Language, by: Grouping | None) -> list[Table]:
    """Tables that a split by itself needs none of, so that it does not wait for their rooms."""
    from flessenhals.briefing.results.bottlenecks import bottlenecks_tables  # noqa: PLC0415
    from flessenhals.briefing.results.ladder import ladder_table  # noqa: PLC0415
    from flessenhals.briefing.results.whatif import whatif_tables  # noqa: PLC0415
    from flessenhals.solver.comparison.comparison import Comparison  # noqa: PLC0415
    from flessenhals.solver.comparison.side_by_side import SideBySide  # noqa: PLC0415
    from flessenhals.solver.optimum.whatif import WhatIf  # noqa: PLC0415
    from flessenhals.solver.sensitivity.bottlenecks import Bottlenecks  # noqa: PLC0415
    from flessenhals.solver.sensitivity.ladder import Ladder  # noqa: PLC0415

    if isinstance(found, WhatIf):
        return whatif_tables(found, language, by)
    if isinstance(found, Bottlenecks):
        return bottlenecks_tables(found, language)
    if isinstance(found, Comparison):
        from flessenhals.briefing.results.comparison.comparison import comparison_tables  # noqa: PLC0415

        return comparison_tables(found, language, by)
    if isinstance(found, SideBySide):
        from flessenhals.briefing.results.comparison.side_by_side import side_by_side_tables  # noqa: PLC0415

        return side_by_side_tables(found, language, by)
    if isinstance(found, Ladder):
        return [ladder_table(found, language)]
    return _of_a_plan(found, language)


def _of_a_plan(found: Reconciliation | Draws, language: Language) -> list[Table]:
    """Tables about a plan rather than about one split of it."""
    from flessenhals.solver.comparison.reconciliation import Reconciliation  # noqa: PLC0415

    if isinstance(found, Reconciliation):
        from flessenhals.briefing.results.reconciliation import reconciliation_tables  # noqa: PLC0415

        return reconciliation_tables(found, language)
    return _of_draws(found, language)


def _of_draws(found: Draws, language: Language) -> list[Table]:
    """Tables about many draws, which take numpy along."""
    from flessenhals.briefing.results.simulation.robustness import robustness_table  # noqa: PLC0415
    from flessenhals.briefing.results.simulation.simulation import simulation_tables  # noqa: PLC0415
    from flessenhals.briefing.results.simulation.stranding import stranding_tables  # noqa: PLC0415
    from flessenhals.solver.simulation.fixed import SplitSimulation  # noqa: PLC0415
    from flessenhals.solver.simulation.simulation import Simulation  # noqa: PLC0415

    if isinstance(found, Simulation):
        return simulation_tables(found, language)
    if isinstance(found, SplitSimulation):
        return stranding_tables(found, language)
    return [robustness_table(found, language)]
