"""Netlib's problems out of the arrays that come with scipy's source distribution, as MPS files for `bench/netlib.py`.

    uv run bench/netlib_arrays.py FOLDER -o MPS

FOLDER is `benchmarks/benchmarks/linprog_benchmark_files` of an unpacked source distribution of scipy, which leaves out
problems with ranges. Its arrays are floating point: each number is written as the shortest decimal that stands for it,
which is the one in Netlib's own file. The optimum that stands beside each goes into MPS/values.txt, for `--values`.
"""

from __future__ import annotations

import argparse
import math
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

DIGITS = 10


def number(value: float) -> str:
    """A float as the shortest decimal that stands for it."""
    return repr(float(value))


def bounds(arrays: Mapping[str, Any], variables: int) -> list[tuple[float, float]]:
    """The lower and the upper end of each variable, infinite where there is none."""
    given = arrays["bounds"]
    if given.size == 0:
        return [(0.0, math.inf)] * variables
    ends = np.broadcast_to(given.reshape(-1, 2), (variables, 2)).tolist()
    return [(-math.inf if low is None else low, math.inf if high is None else high) for low, high in ends]


def lines(name: str, arrays: Mapping[str, Any]) -> Iterator[str]:
    """The lines of the MPS file: rows of at most, then rows that are equal."""
    cost = arrays["c"].ravel()
    sides = {"L": "ub", "E": "eq"}
    blocks = [(sign, arrays[f"A_{key}"], arrays[f"b_{key}"].ravel()) for sign, key in sides.items()]
    blocks = [block for block in blocks if block[1].size]
    yield f"NAME          {name}"
    yield "ROWS"
    yield " N  COST"
    yield from (f" {sign}  {sign}{row}" for sign, _, side in blocks for row in range(len(side)))
    yield "COLUMNS"
    for column in range(len(cost)):
        yield f" X{column} COST {number(cost[column])}"
        for sign, matrix, _ in blocks:
            used = np.flatnonzero(matrix[:, column])
            yield from (f" X{column} {sign}{row} {number(matrix[row, column])}" for row in used)
    yield "RHS"
    yield from (f" RHS {sign}{row} {number(side[row])}" for sign, _, side in blocks for row in np.flatnonzero(side))
    yield "BOUNDS"
    for column, (low, high) in enumerate(bounds(arrays, len(cost))):
        if math.isinf(low):
            yield f" MI BND X{column}"
        elif low:
            yield f" LO BND X{column} {number(low)}"
        if not math.isinf(high):
            yield f" UP BND X{column} {number(high)}"
    yield "ENDATA"


def main() -> None:
    """Write a file a problem, and the list of their optima."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    asked = parser.parse_args()
    asked.output.mkdir(parents=True, exist_ok=True)
    warnings.filterwarnings("ignore", message="Reading `.npy`")
    optima = []
    for path in sorted(asked.folder.glob("*.npz")):
        with np.load(path, allow_pickle=True) as arrays:
            if "obj" not in arrays:
                continue
            (asked.output / f"{path.stem}.mps").write_text("\n".join(lines(path.stem, arrays)) + "\n", encoding="ascii")
            optima.append(f"{path.stem} {float(arrays['obj']):.{DIGITS}e}\n")
    (asked.output / "values.txt").write_text("".join(optima), encoding="ascii")
    print(f"{len(optima)} problems in {asked.output}")


if __name__ == "__main__":
    main()
