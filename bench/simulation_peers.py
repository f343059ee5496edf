"""The peers of the batch kernel: the same draws by PuLP with CBC and HiGHS, and by a HiGHS that is kept warm.

Each takes the numbers of a draw as the kernel has them (rows Σ a·x ≤ b) and gives the split after the value stage, or
after both stages.
"""

from __future__ import annotations

import os
import warnings

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
# PuLP 3 announces what goes in PuLP 4; the peers are measured as people have them now.
warnings.simplefilter("ignore", DeprecationWarning)

from typing import NamedTuple  # noqa: E402

import highspy  # noqa: E402
import numpy as np  # noqa: E402
import pulp  # noqa: E402

NEAR, ROUNDED = 1e-7, 1e-4  # CBC hands over eight digits


class Numbers(NamedTuple):
    """One draw: rows a ≤ b, and per line its minimum, maximum, weight and proposal."""

    a: np.ndarray
    b: np.ndarray
    low: np.ndarray
    high: np.ndarray
    weight: np.ndarray
    asked: np.ndarray


def of(data: np.ndarray, m: int, n: int) -> Numbers:
    """The parts of the kernel's sequence."""
    rest = data[m * n + m :].reshape(4, n)
    return Numbers(data[: m * n].reshape(m, n), data[m * n : m * n + m], *rest)


def by_pulp(draw: Numbers, solver: pulp.LpSolver, *, both: bool) -> list[float]:
    """Build the model anew and solve it, as one would write it."""
    near = ROUNDED if isinstance(solver, pulp.PULP_CBC_CMD) else NEAR
    lines = range(len(draw.low))
    problem, x = _model(draw, "value")
    problem += pulp.lpSum(draw.weight[j] * x[j] for j in lines)
    problem.solve(solver)
    if not both:
        return [each.value() for each in x]
    best = pulp.value(problem.objective)
    settled: dict[int, float] = {j: draw.low[j] for j in lines if draw.low[j] == draw.high[j]}
    while len(settled) < len(lines):
        problem, x = _model(draw, "coverage")
        lowest = pulp.LpVariable("lowest", 0)
        problem += lowest
        problem += pulp.lpSum(draw.weight[j] * x[j] for j in lines) >= best - near
        rows = {}
        for j in lines:
            if j in settled:
                problem += x[j] == settled[j]
            else:
                rows[j] = x[j] - draw.asked[j] * lowest >= 0
                problem += rows[j], f"level{j}"
        problem.solve(solver)
        level = lowest.value()
        held = [j for j, row in rows.items() if abs(row.pi or 0) > NEAR or draw.asked[j] * level > draw.high[j] - near]
        settled |= {j: min(draw.high[j], draw.asked[j] * level) for j in held or list(rows)}
    return [settled[j] for j in lines]


def _model(draw: Numbers, name: str) -> tuple[pulp.LpProblem, list[pulp.LpVariable]]:
    problem = pulp.LpProblem(name, pulp.LpMaximize)
    x = [pulp.LpVariable(f"x{j}", low, high) for j, (low, high) in enumerate(zip(draw.low, draw.high, strict=True))]
    for row, side in zip(draw.a, draw.b, strict=True):
        problem += pulp.lpSum(row[j] * x[j] for j in np.flatnonzero(row)) <= side
    return problem, x


class Warm:
    """One HiGHS for each stage that is kept, with the basis of the draw before it."""

    def __init__(self, draw: Numbers) -> None:
        self.m, self.n = draw.a.shape
        self.value = _highs(draw, self.n)
        self.level = _highs(draw, self.n, levels=True)

    def solve(self, draw: Numbers, *, both: bool) -> list[float]:
        """Change what differs and go on from the basis that is there."""
        self._change(self.value, draw)
        self.value.run()
        x = list(self.value.getSolution().col_value)
        if not both:
            return x
        best = float(np.dot(draw.weight, x))
        self._change(self.level, draw)
        self.level.changeRowBounds(self.m, best - NEAR, highspy.kHighsInf)
        open_ = [j for j in range(self.n) if draw.low[j] < draw.high[j]]
        for j in range(self.n):
            self.level.changeRowBounds(self.m + 1 + j, 0.0 if j in open_ else -highspy.kHighsInf, highspy.kHighsInf)
            self.level.changeCoeff(self.m + 1 + j, self.n, -draw.asked[j])
        while open_:
            self.level.run()
            found = self.level.getSolution()
            level, duals = found.col_value[self.n], found.row_dual
            held = [
                j for j in open_ if abs(duals[self.m + 1 + j]) > NEAR or draw.asked[j] * level > draw.high[j] - NEAR
            ] or list(open_)
            for j in held:
                given = min(draw.high[j], draw.asked[j] * level)
                self.level.changeColBounds(j, given, given)
                self.level.changeRowBounds(self.m + 1 + j, -highspy.kHighsInf, highspy.kHighsInf)
                x[j] = given
            open_ = [j for j in open_ if j not in held]
        return x

    def _change(self, solver: highspy.Highs, draw: Numbers) -> None:
        for j in range(self.n):
            solver.changeColBounds(j, draw.low[j], draw.high[j])
        for i in range(1, self.m):
            solver.changeRowBounds(i, -highspy.kHighsInf, draw.b[i])
            for j in np.flatnonzero(draw.a[i]):
                solver.changeCoeff(i, int(j), draw.a[i, j])


def _highs(draw: Numbers, n: int, *, levels: bool = False) -> highspy.Highs:
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)  # noqa: FBT003 - the form of HiGHS's own interface
    solver.setOptionValue("presolve", "off")
    for j in range(n):
        solver.addCol(0.0 if levels else -draw.weight[j], draw.low[j], draw.high[j], 0, [], [])
    if levels:
        solver.addCol(-1.0, 0.0, highspy.kHighsInf, 0, [], [])
    for row, side in zip(draw.a, draw.b, strict=True):
        at = np.flatnonzero(row)
        solver.addRow(-highspy.kHighsInf, side, len(at), at, row[at])
    if levels:
        solver.addRow(-highspy.kHighsInf, highspy.kHighsInf, n, np.arange(n), draw.weight)
        for j in range(n):
            solver.addRow(0.0, highspy.kHighsInf, 2, np.array([j, n]), np.array([1.0, -draw.asked[j]]))
    return solver
