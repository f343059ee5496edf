"""CBC through PuLP, as a second opinion: PuLP 3 carries it, PuLP 4 has it as an extra under another name."""

from __future__ import annotations

import pulp

CBC: type[pulp.LpSolver] = getattr(pulp, "PULP_CBC_CMD", pulp.COIN_CMD)
OPTIMAL = 1


def solved_by(solver: pulp.LpSolver, model: pulp.LpProblem) -> bool:
    """Whether the solver says that it found the optimum of the model, which then has its values."""
    answer = model.solve(solver)
    return getattr(answer, "status", answer) == OPTIMAL
