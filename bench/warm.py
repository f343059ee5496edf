"""The honest peer of a country: pandas and HiGHS's own arrays, one model that is kept warm from round to round.

In floating point, without proof and without checks of the input. The model of the coverage rounds is built once; a
round fixes the lines that it settles and goes on from the basis of the one before. `bench/large.py` measures with it.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import highspy
import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd
    from scipy.sparse import csr_matrix

NEAR = 1e-7


def matrix(rules: list[dict], lines: pd.DataFrame) -> tuple[csr_matrix, np.ndarray, np.ndarray]:
    """The rows of the rules, the ceiling's last, with their lower and upper sides; the ceiling's is still open."""
    from scipy.sparse import coo_matrix  # noqa: PLC0415 - each process imports what it measures

    count = len(lines)
    tags = lines.tags

    def chosen(selector: dict) -> np.ndarray:
        wanted = selector["tags"]
        wanted = set(wanted) if isinstance(wanted, list) else {wanted}
        return np.fromiter((bool(wanted & set(each)) for each in tags), bool, count)

    rows, columns, values = [], [], []
    lower: list[float] = []
    upper: list[float] = []
    for rule in rules:
        group = (
            lines[rule["per"]].astype("category").cat.codes.to_numpy().astype(int)
            if "per" in rule
            else np.zeros(count, int)
        )
        if "proportional" in rule:
            asked = rule["proportional"]
            ratio = asked.get("at_least", asked.get("at_most"))
            value = chosen(asked["downstream"]) - ratio * chosen(asked["upstream"])
            side = -float(asked.get("existing", 0))
        else:
            asked = rule["level"]
            share = float(asked.get("at_least", asked.get("at_most")).rstrip("%")) / 100
            value, side = chosen(asked["of"]) - share, 0.0
        used = np.flatnonzero(value)
        rows.append(len(lower) + group[used])
        columns.append(used)
        values.append(value[used])
        groups = int(group.max()) + 1
        lower += [side if "at_least" in asked else -np.inf] * groups
        upper += [np.inf if "at_least" in asked else side] * groups
    rows.append(np.full(count, len(lower)))
    columns.append(np.arange(count))
    values.append(np.ones(count))
    shape = (len(lower) + 1, count)
    made = coo_matrix((np.concatenate(values), (np.concatenate(rows), np.concatenate(columns))), shape=shape).tocsr()
    return made, np.array([*lower, -np.inf]), np.array([*upper, np.inf])


def model(
    rows: csr_matrix, sides: tuple[np.ndarray, np.ndarray], cost: np.ndarray, bounds: tuple[np.ndarray, np.ndarray]
) -> highspy.Highs:
    """A model of HiGHS from arrays, on one thread."""
    solver = highspy.Highs()
    for name, value in (("output_flag", False), ("threads", 1), ("parallel", "off")):
        solver.setOptionValue(name, value)
    program = highspy.HighsLp()
    program.num_col_, program.num_row_ = rows.shape[1], rows.shape[0]
    program.col_cost_ = cost
    program.col_lower_, program.col_upper_ = bounds
    program.row_lower_, program.row_upper_ = sides
    program.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    program.a_matrix_.start_, program.a_matrix_.index_, program.a_matrix_.value_ = rows.indptr, rows.indices, rows.data
    solver.passModel(program)
    return solver


def divide(
    rules: list[dict],
    lines: pd.DataFrame,
    ceiling: float,
    timed: Callable[[str, Callable[[], object]], object],
    *,
    both: bool,
) -> np.ndarray:
    """The split, after the value stage or after both; each stage timed by its name, and of the first `solve` alone."""
    found: dict[str, np.ndarray] = {}
    timed("value", lambda: found.update(split=_value(rules, lines, ceiling, timed)))
    if both:
        timed("both", lambda: found.update(split=_coverage(rules, lines, ceiling)))
    return found["split"]


def _value(
    rules: list[dict],
    lines: pd.DataFrame,
    ceiling: float,
    timed: Callable[[str, Callable[[], object]], object] = lambda _, work: work(),
) -> np.ndarray:
    rows, lower, upper = matrix(rules, lines)
    upper[-1] = ceiling
    bounds = lines.minimum.to_numpy(), lines.maximum.to_numpy()
    solver = model(rows, (lower, upper), -lines.weight.to_numpy(), bounds)
    timed("solve", solver.run)
    return np.array(solver.getSolution().col_value)


def _coverage(rules: list[dict], lines: pd.DataFrame, ceiling: float) -> np.ndarray:
    """Both stages; the coverage rounds go on from each other's basis."""
    from scipy.sparse import csr_matrix, eye, hstack, vstack  # noqa: PLC0415 - each process imports what it measures

    split = _value(rules, lines, ceiling)
    rows, lower, upper = matrix(rules, lines)
    upper[-1] = ceiling
    weight, asked = lines.weight.to_numpy(), lines.proposed.to_numpy()
    low, high = lines.minimum.to_numpy(), lines.maximum.to_numpy()
    count, size = len(lines), asked.max()
    levels = hstack([eye(count), csr_matrix(-asked.reshape(-1, 1) / size)])
    worth = csr_matrix(np.append(weight, 0.0).reshape(1, -1))
    whole = vstack([hstack([rows, csr_matrix((rows.shape[0], 1))]), worth, levels]).tocsr()
    sides = (
        np.concatenate([lower, [weight @ split - NEAR], np.zeros(count)]),
        np.concatenate([upper, [np.inf], np.full(count, np.inf)]),
    )
    cost = np.append(np.zeros(count), -1.0)
    solver = model(whole, sides, cost, (np.append(low, 0.0), np.append(high, 10 * size)))
    first, unsettled = rows.shape[0] + 1, np.ones(count, bool)
    while unsettled.any():
        solver.run()
        found = solver.getSolution()
        level = found.col_value[count] / size
        duals = np.array(found.row_dual)[first:]
        settled = unsettled & ((np.abs(duals) > NEAR) | (level * asked > high - NEAR))
        if not settled.any():  # what floating point leaves undecided
            settled = unsettled.copy()
        places = np.flatnonzero(settled).astype(np.int32)
        amounts = np.clip(level * asked[places], low[places], high[places])
        split[places] = amounts
        solver.changeColsBounds(len(places), places, amounts - NEAR / 100, amounts + NEAR / 100)
        free = np.full(len(places), np.inf)
        solver.changeRowsBounds(len(places), (places + first).astype(np.int32), -free, free)
        unsettled &= ~settled
    return split


def read(path: str) -> tuple[list[dict], pd.DataFrame]:
    """The rules and the lines, with bounds as numbers."""
    import pandas as pd  # noqa: PLC0415 - each process imports what it measures
    import yaml  # noqa: PLC0415

    rules = yaml.load(Path(path).read_text(encoding="utf-8"), yaml.CSafeLoader)["constraints"]
    lines = pd.read_csv(Path(path).parent / "lines.csv", dtype={"minimum": str, "maximum": str}).set_index("id")
    for bound, default in (("minimum", 0.0), ("maximum", 100.0)):
        lines[bound] = lines[bound].str.rstrip("%").astype(float).fillna(default) / 100 * lines.proposed
    lines["weight"] = lines.weight.fillna(1.0)
    lines["tags"] = lines.tags.fillna("").str.split()
    return rules, lines
