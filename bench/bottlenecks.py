"""All of `bottlenecks` for the Pact plan against the same questions asked by finite differences, in one run.

    uv run --extra dev bench/bottlenecks.py [--ceiling 400] [--repeat 3]

Ours: what binds with prices on both sides and their exact ranges, relief and the split without each, every ratio with
its exact thresholds, what a euro drags along, one line's reason and the room within 1 %, each proved; the median of a
few runs. The peers ask PuLP with its bundled CBC and PuLP with HiGHS, in floating point and without proof: the value a
thousandth to either side of every binding constraint and the splits with one unit more and without it, every ratio a
point to either side and its value on a grid of 40 ratios (the thresholds are then known to a step of the grid), one
more for the line, and the smallest and largest amount of every line. They run once.
"""

from __future__ import annotations

import argparse
import statistics
import time
import warnings
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

import flessenhals as fh

# PuLP 3 announces what goes in PuLP 4; the peers are measured as people have them now.
warnings.simplefilter("ignore", DeprecationWarning)

import pulp  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

    from flessenhals.constraints.row import Row

SCENARIOS = (None, "strict", "complex-cases")
PEERS = {"PuLP + CBC": lambda: pulp.PULP_CBC_CMD(msg=False), "PuLP + HiGHS": lambda: pulp.HiGHS(msg=False)}
LINE, GRID, NEAR = "om-prevention", 40, 1e-6
Rows = list[tuple[dict[str, float], str, float]]


class Budget(NamedTuple):
    """The plan as plain numbers: bounds, weights, proposals and rows by name."""

    bounds: dict[str, tuple[float, float]]
    weights: dict[str, float]
    proposed: dict[str, float]
    rows: dict[str, tuple[dict[str, float], str, float]]


def budget(plan: fh.Plan, ceiling: float) -> Budget:
    """The same plan for the peers."""

    def plain(row: Row) -> tuple[dict[str, float], str, float]:
        return {line: float(value) for line, value in row.coefficients.items()}, row.sense, float(row.right_hand_side)

    total = (dict.fromkeys((line.id for line in plan.lines), 1.0), "<=", ceiling)
    return Budget(
        {line.id: (float(line.minimum), float(line.upper)) for line in plan.lines},
        {line.id: float(line.weight) for line in plan.lines},
        {line.id: float(line.proposed) for line in plan.lines},
        {"ceiling": total, **{row.label: plain(row) for row in plan.rule_rows}},
    )


class Peer:
    """Asks a budget's questions one program at a time."""

    def __init__(self, solver: Callable[[], pulp.LpSolver]) -> None:
        self.solver = solver
        self.solves = 0

    def model(self, asked: Budget, sense: int) -> tuple[pulp.LpProblem, dict[str, pulp.LpVariable]]:
        """The splits that keep every row."""
        problem = pulp.LpProblem("budget", sense)
        x = {line: pulp.LpVariable(f"x_{line}", *ends) for line, ends in asked.bounds.items()}
        for coefficients, side, right in asked.rows.values():
            left = pulp.lpSum(value * x[line] for line, value in coefficients.items())
            problem += left <= right if side == "<=" else left >= right
        return problem, x

    def value(self, asked: Budget) -> float:
        """The largest weighted total."""
        problem, x = self.model(asked, pulp.LpMaximize)
        problem.setObjective(pulp.lpSum(weight * x[line] for line, weight in asked.weights.items()))
        self.solves += 1
        problem.solve(self.solver())
        return pulp.value(problem.objective)

    def split(self, asked: Budget) -> dict[str, float]:
        """Value first, then coverage from the bottom up, a program a round."""
        best = self.value(asked)
        settled: dict[str, float] = {}
        while len(settled) < len(asked.bounds):
            problem, x = self.model(asked, pulp.LpMaximize)
            lowest = pulp.LpVariable("lowest", 0)
            problem.setObjective(lowest)
            problem += pulp.lpSum(weight * x[line] for line, weight in asked.weights.items()) >= best - NEAR
            for line in asked.bounds:
                if line in settled:
                    problem += x[line] >= settled[line] - NEAR
                else:
                    problem += x[line] >= lowest * asked.proposed[line], f"level_{line}"
            self.solves += 1
            problem.solve(self.solver())
            level = lowest.value() or 0.0
            before = len(settled)
            for line, (_, upper) in asked.bounds.items():
                if line in settled:
                    continue
                row = problem.constraints[f"level_{line}".replace("-", "_")]
                if level * asked.proposed[line] >= upper - NEAR or abs(row.pi or 0.0) > NEAR:
                    settled[line] = level * asked.proposed[line]
            if len(settled) == before:  # a solver that names no dual leaves the rest where it is
                settled |= {line: x[line].value() for line in asked.bounds if line not in settled}
        return settled

    def everything(self, plan: fh.Plan, found: fh.Bottlenecks, ceiling: float) -> None:
        """The questions that `bottlenecks` answers, by finite differences."""
        asked = budget(plan, ceiling)
        now = self.split(asked)
        for each in found.found:
            for by in (1e-3, -1e-3):
                self.value(relaxed(asked, each.row, by))
            self.split(relaxed(asked, each.row, 1.0))
            self.split(relaxed(asked, each.row, 1e4))
        for ratio in plan.ratios:
            for step in (Fraction(-1, 100), Fraction(1, 100)):
                self.split(at_ratio(asked, ratio.at(ratio.value + step).row))
            for place in range(GRID):
                self.value(at_ratio(asked, ratio.at(ratio.value * 2 * place / GRID).row))
        lower = asked.bounds | {LINE: (now[LINE] + 1 if now[LINE] + 1 <= asked.bounds[LINE][1] else now[LINE], 1e4)}
        self.split(asked._replace(bounds=lower))
        self.room(asked, now)

    def room(self, asked: Budget, now: dict[str, float]) -> None:
        """The smallest and the largest amount of every line within a hundredth of the best."""
        best = sum(asked.weights[line] * amount for line, amount in now.items())
        lowest = min(amount / asked.proposed[line] for line, amount in now.items())
        near = {
            line: (max(low, 0.99 * lowest * asked.proposed[line]), high) for line, (low, high) in asked.bounds.items()
        }
        rows = asked.rows | {"value": (asked.weights, ">=", 0.99 * best)}
        for line in asked.bounds:
            for sense in (pulp.LpMinimize, pulp.LpMaximize):
                problem, x = self.model(asked._replace(bounds=near, rows=rows), sense)
                problem.setObjective(x[line] + 0)
                self.solves += 1
                problem.solve(self.solver())


def relaxed(asked: Budget, row: Row, by: float) -> Budget:
    """The budget with one constraint relaxed."""
    if row.label in asked.rows:
        coefficients, sense, right = asked.rows[row.label]
        changed = (coefficients, sense, right + by if sense == "<=" else right - by)
        return asked._replace(rows=asked.rows | {row.label: changed})
    (line,) = row.coefficients
    low, high = asked.bounds[line]
    ends = (min(high, max(0.0, low - by)), high) if row.kind == "minimum" else (min(low, high + by), high + by)
    return asked._replace(bounds=asked.bounds | {line: ends})


def at_ratio(asked: Budget, row: Row) -> Budget:
    """The budget with another ratio in one rule."""
    coefficients = {line: float(value) for line, value in row.coefficients.items()}
    return asked._replace(rows=asked.rows | {row.label: (coefficients, row.sense, float(row.right_hand_side))})


def timed(work: Callable[[], object]) -> float:
    """Seconds that something takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> None:
    """Measure, and print times and ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ceiling", type=int, default=400)
    parser.add_argument("--repeat", type=int, default=3)
    given = parser.parse_args()
    slowest = 0.0
    for scenario in SCENARIOS:
        plan = fh.load(scenario=scenario)

        def ours(plan: fh.Plan = plan) -> fh.Bottlenecks:
            return fh.bottlenecks(plan, given.ceiling, line=LINE, within="1%")

        found = ours()
        spent = statistics.median(timed(ours) for _ in range(given.repeat))
        slowest = max(slowest, spent)
        print(f"{scenario or 'as it stands'} at {given.ceiling}")
        print(f"  {'ours, proved':14} {spent * 1e3:8.0f} ms   ({len(found.found)} binding constraints)")
        for name, solver in PEERS.items():
            peer = Peer(solver)
            taken = timed(lambda peer=peer, plan=plan, found=found: peer.everything(plan, found, float(given.ceiling)))
            print(f"  {name:14} {taken * 1e3:8.0f} ms   {taken / spent:5.1f} x   ({peer.solves} programs)")
    print(f"\naim: all of it within two seconds; slowest here {slowest:.2f} s")


if __name__ == "__main__":
    main()
