"""Divides a budget ceiling over partners that depend on each other, optimally and with proof.

>>> import flessenhals as fh
>>> split = fh.allocate(fh.load(), ceiling=300)
>>> split.unspent
Fraction(0, 1)
"""

from __future__ import annotations

import os.path
from typing import TYPE_CHECKING, Any

__version__ = "0.2.0"

# The rooms lie here by links; git without leave to make links writes a file with the link's text in place of each.
if not os.path.isdir(os.path.join(__path__[0], "solver")):  # noqa: PTH112, PTH118 - pathlib is slow to import
    raise ImportError(
        "flessenhals/solver is no folder: git checked this project out without symbolic links -> "
        "git config core.symlinks true, and check out again (CONTRIBUTING.md), or install the wheel"
    )

if TYPE_CHECKING:
    from flessenhals.api import allocate, bottlenecks, brief, diff, ladder, load, reconcile, whatif
    from flessenhals.briefing.briefing import Briefing
    from flessenhals.constraints import BuildUp, Level, Proportional, Weighted
    from flessenhals.constraints.rule import Share
    from flessenhals.constraints.selector import EVERYTHING, Condition, Selector
    from flessenhals.constraints.weighted import Term
    from flessenhals.data.source.errors import InputError
    from flessenhals.proposals import compare
    from flessenhals.simulations import robust_split, simulate, simulate_split
    from flessenhals.solver.comparison.comparison import Comparison
    from flessenhals.solver.comparison.difference.difference import Difference
    from flessenhals.solver.comparison.reconciliation.reconciliation import Reconciliation
    from flessenhals.solver.comparison.side_by_side import SideBySide
    from flessenhals.solver.infeasible.error import InfeasibleError
    from flessenhals.solver.optimum.allocation import Allocation
    from flessenhals.solver.optimum.whatif import WhatIf
    from flessenhals.solver.plan.plan import Line, Plan, Uncertain
    from flessenhals.solver.plan.problem import InvalidPlanError
    from flessenhals.solver.plan.proposal import Proposal
    from flessenhals.solver.program.errors import NotProvedError, SimulationError
    from flessenhals.solver.sensitivity.bottlenecks import Bottlenecks
    from flessenhals.solver.sensitivity.ladder.ladder import Ladder
    from flessenhals.solver.sensitivity.ladder.steps import Step
    from flessenhals.solver.simulation.fixed import SplitSimulation
    from flessenhals.solver.simulation.robust import Robustness
    from flessenhals.solver.simulation.simulation import Simulation
    from flessenhals.terminal.reading import ReadingWarning

# Where each name comes from. They are fetched when first used: the command line asks for one at a time, and starting
# up is most of what a command costs.
_HOMES = {
    "Allocation": "flessenhals.solver.optimum.allocation",
    "Bottlenecks": "flessenhals.solver.sensitivity.bottlenecks",
    "Briefing": "flessenhals.briefing.briefing",
    "BuildUp": "flessenhals.constraints",
    "Comparison": "flessenhals.solver.comparison.comparison",
    "Condition": "flessenhals.constraints.selector",
    "Difference": "flessenhals.solver.comparison.difference.difference",
    "EVERYTHING": "flessenhals.constraints.selector",
    "InfeasibleError": "flessenhals.solver.infeasible.error",
    "InputError": "flessenhals.data.source.errors",
    "InvalidPlanError": "flessenhals.solver.plan.problem",
    "Ladder": "flessenhals.solver.sensitivity.ladder.ladder",
    "Level": "flessenhals.constraints",
    "Line": "flessenhals.solver.plan.plan",
    "NotProvedError": "flessenhals.solver.program.errors",
    "Plan": "flessenhals.plans",
    "Proportional": "flessenhals.constraints",
    "Proposal": "flessenhals.solver.plan.proposal",
    "ReadingWarning": "flessenhals.terminal.reading",
    "Reconciliation": "flessenhals.solver.comparison.reconciliation.reconciliation",
    "Robustness": "flessenhals.solver.simulation.robust",
    "Selector": "flessenhals.constraints.selector",
    "Share": "flessenhals.constraints.rule",
    "Simulation": "flessenhals.solver.simulation.simulation",
    "SimulationError": "flessenhals.solver.program.errors",
    "SideBySide": "flessenhals.solver.comparison.side_by_side",
    "SplitSimulation": "flessenhals.solver.simulation.fixed",
    "Step": "flessenhals.solver.sensitivity.ladder.steps",
    "Term": "flessenhals.constraints.weighted",
    "Uncertain": "flessenhals.solver.plan.plan",
    "Weighted": "flessenhals.constraints",
    "WhatIf": "flessenhals.solver.optimum.whatif",
    "allocate": "flessenhals.api",
    "bottlenecks": "flessenhals.api",
    "brief": "flessenhals.api",
    "compare": "flessenhals.proposals",
    "diff": "flessenhals.api",
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
    "BuildUp",
    "Comparison",
    "Condition",
    "Difference",
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
    "ReadingWarning",
    "Reconciliation",
    "Robustness",
    "Selector",
    "Share",
    "SideBySide",
    "Simulation",
    "SimulationError",
    "SplitSimulation",
    "Step",
    "Term",
    "Uncertain",
    "Weighted",
    "WhatIf",
    "allocate",
    "bottlenecks",
    "brief",
    "compare",
    "diff",
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
