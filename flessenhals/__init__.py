"""Divides a budget ceiling over partners that depend on each other, optimally and with proof.

>>> import flessenhals as fh
>>> split = fh.allocate(fh.load(), ceiling=300)
>>> split.unspent
Fraction(0, 1)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from briefing.brief.briefing import Briefing
    from constraints import Level, Proportional
    from constraints.rule import Share
    from constraints.selector import EVERYTHING, Condition, Selector
    from data.errors import InputError
    from flessenhals.api import allocate, bottlenecks, brief, ladder, load, reconcile, whatif
    from flessenhals.proposals import compare
    from flessenhals.simulations import robust_split, simulate, simulate_split
    from solver.allocation import Allocation
    from solver.bottlenecks import Bottlenecks
    from solver.comparison import Comparison
    from solver.errors import InfeasibleError, NotProvedError, SimulationError
    from solver.ladder import Ladder, Step
    from solver.plan import Line, Plan, Uncertain
    from solver.proposal import Proposal
    from solver.reconciliation import Reconciliation
    from solver.side_by_side import SideBySide
    from solver.simulation.fixed import SplitSimulation
    from solver.simulation.robust import Robustness
    from solver.simulation.simulation import Simulation
    from solver.soundness import InvalidPlanError
    from solver.whatif import WhatIf

# Where each name comes from. They are fetched when first used: the command line asks for one at a time, and starting
# up is most of what a command costs.
_HOMES = {
    "Allocation": "solver.allocation",
    "Bottlenecks": "solver.bottlenecks",
    "Briefing": "briefing.brief.briefing",
    "Comparison": "solver.comparison",
    "Condition": "constraints.selector",
    "EVERYTHING": "constraints.selector",
    "InfeasibleError": "solver.errors",
    "InputError": "data.errors",
    "InvalidPlanError": "solver.soundness",
    "Ladder": "solver.ladder",
    "Level": "constraints",
    "Line": "solver.plan",
    "NotProvedError": "solver.errors",
    "Plan": "solver.plan",
    "Proportional": "constraints",
    "Proposal": "solver.proposal",
    "Reconciliation": "solver.reconciliation",
    "Robustness": "solver.simulation.robust",
    "Selector": "constraints.selector",
    "Share": "constraints.rule",
    "Simulation": "solver.simulation.simulation",
    "SimulationError": "solver.errors",
    "SideBySide": "solver.side_by_side",
    "SplitSimulation": "solver.simulation.fixed",
    "Step": "solver.ladder",
    "Uncertain": "solver.plan",
    "WhatIf": "solver.whatif",
    "allocate": "flessenhals.api",
    "bottlenecks": "flessenhals.api",
    "brief": "flessenhals.api",
    "compare": "flessenhals.proposals",
    "ladder": "flessenhals.api",
    "load": "flessenhals.api",
    "reconcile": "flessenhals.api",
    "robust_split": "flessenhals.simulations",
    "simulate": "flessenhals.simulations",
    "simulate_split": "flessenhals.simulations",
    "whatif": "flessenhals.api",
}

__all__ = [
    "EVERYTHING",
    "Allocation",
    "Bottlenecks",
    "Briefing",
    "Comparison",
    "Condition",
    "InfeasibleError",
    "InputError",
    "InvalidPlanError",
    "Ladder",
    "Level",
    "Line",
    "NotProvedError",
    "Plan",
    "Proportional",
    "Proposal",
    "Reconciliation",
    "Robustness",
    "Selector",
    "Share",
    "SideBySide",
    "Simulation",
    "SimulationError",
    "SplitSimulation",
    "Step",
    "Uncertain",
    "WhatIf",
    "allocate",
    "bottlenecks",
    "brief",
    "compare",
    "ladder",
    "load",
    "reconcile",
    "robust_split",
    "simulate",
    "simulate_split",
    "whatif",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a module's names have types of their own, given above
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'flessenhals' has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415 - see _HOMES

    return getattr(import_module(home), name)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
