"""The peer: what one would write in an afternoon with typer, pandas, PuLP and its bundled CBC.

The same plan and the same two stages as `flessenhals allocate`, without exact numbers, proof or checks of the input.
"""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pulp
import typer
import yaml

PLAN = Path(__file__).parent.parent / "data" / "pact-2021.yaml"
NEAR = 1e-6


def selected(lines: pd.DataFrame, selector: object) -> list[str]:
    """The ids that a selector of the embedded plan means."""
    if isinstance(selector, str):
        return [selector]
    if not isinstance(selector, dict):
        raise TypeError(selector)
    chosen = lines
    for field, value in selector.items():
        values = value if isinstance(value, list) else [value]
        column = chosen.index.to_series() if field == "line" else chosen[field]
        chosen = chosen[column.isin(values)]
    return list(chosen.index)


def build(
    name: str, plan: dict, lines: pd.DataFrame, ceiling: float
) -> tuple[pulp.LpProblem, dict[str, pulp.LpVariable]]:
    """The splits that keep the ceiling, the bounds and the chain rules."""
    problem = pulp.LpProblem(name, pulp.LpMaximize)
    x = {line: pulp.LpVariable(f"x_{line}", row.minimum, row.proposed) for line, row in lines.iterrows()}
    problem += pulp.lpSum(x.values()) <= ceiling
    for constraint in plan["constraints"]:
        rule = constraint["proportional"]
        upstream, downstream = (selected(lines, rule[side]) for side in ("upstream", "downstream"))
        problem += pulp.lpSum(x[line] for line in downstream) >= float(rule["at_least"]) * pulp.lpSum(
            x[line] for line in upstream
        )
    return problem, x


def solve(plan: dict, lines: pd.DataFrame, ceiling: float, solver: pulp.LpSolver) -> pd.Series:
    """Value first, then coverage from the bottom up, a linear program a round."""
    problem, x = build("value", plan, lines, ceiling)
    problem += pulp.lpSum(lines.weight[line] * x[line] for line in lines.index)
    problem.solve(solver)
    best = pulp.value(problem.objective)

    settled: dict[str, float] = {}
    while len(settled) < len(lines):
        problem, x = build("coverage", plan, lines, ceiling)
        lowest = pulp.LpVariable("lowest", 0)
        problem += lowest
        problem += pulp.lpSum(lines.weight[line] * x[line] for line in lines.index) >= best - NEAR
        for line in lines.index:
            if line in settled:
                problem += x[line] >= settled[line] - NEAR
            else:
                problem += x[line] >= lowest * lines.proposed[line], f"level_{line}"
        problem.solve(solver)
        level = lowest.value()
        for line in lines.index:
            full = level * lines.proposed[line] >= lines.proposed[line] - NEAR
            if line not in settled and (full or abs(problem.constraints[f"level_{line}".replace("-", "_")].pi) > NEAR):
                settled[line] = level * lines.proposed[line]
    return pd.Series(settled)


def read() -> tuple[dict, pd.DataFrame]:
    """The plan as it stands in its file, and its lines as a frame."""
    plan = yaml.safe_load(PLAN.read_text(encoding="utf-8"))
    lines = pd.DataFrame(plan["lines"]).set_index("id")
    for column, default in (("minimum", 0.0), ("weight", 1.0)):
        lines[column] = lines.get(column, pd.Series(default, index=lines.index)).fillna(default).astype(float)
    return plan, lines


def main(ceiling: float) -> None:
    """Print the split of one ceiling."""
    plan, lines = read()
    lines["allocated"] = solve(plan, lines, ceiling, pulp.PULP_CBC_CMD(msg=False))
    lines["coverage"] = lines.allocated / lines.proposed
    print(lines[["partner", "programme", "proposed", "allocated", "coverage"]].round(3).to_string())


if __name__ == "__main__":
    typer.run(main)
