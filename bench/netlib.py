"""Linear programs in MPS files, each solved and proved exactly: Netlib's, or any others, by their paths.

    uv run bench/netlib.py FILES... [--values FILE]

Netlib's problems are not part of this project: they are decompressed MPS files of one's own. With `--values` every
optimum is held against a table of published ones, a line a problem: its name and the value, as a fraction or a decimal;
a decimal has to agree to its last digit. Ends with 1 where a problem is not proved, or its value is another one.
"""

from __future__ import annotations

import argparse
import sys
import time
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from mps import program, read

from flessenhals.solver.program.errors import NoOptimumError, NotProvedError
from flessenhals.solver.program.prove import prove


def published(path: Path) -> dict[str, str]:
    """Problem → value, as it is written."""
    lines = [line.split() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return {name.lower(): value for name, value in lines}


def agrees(found: Fraction, value: str) -> bool:
    """Whether an optimum is a published value: a fraction exactly, a decimal to its last digit."""
    if "/" in value or "." not in value:
        return found == Fraction(value)
    unit = Fraction(10) ** int(Decimal(value).as_tuple().exponent)
    return abs(found - Fraction(value)) <= unit


def main() -> int:
    """Prove each, and print its size, its optimum and how long it took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--values", type=Path)
    asked = parser.parse_args()
    values = published(asked.values) if asked.values else {}
    wrong = 0
    for path in asked.files:
        asked_for, constant = program(read(path))
        start = time.process_time()
        try:
            optimum = constant - prove(asked_for).optimum
        except (NotProvedError, NoOptimumError) as error:
            wrong += 1
            print(f"{path.stem:12} NOT PROVED: {error}", flush=True)
            continue
        took = time.process_time() - start
        said = values.get(path.stem.lower())
        held = "" if said is None else "as published" if agrees(optimum, said) else f"NOT {said}"
        wrong += held.startswith("NOT")
        size = f"{len(asked_for.rows)} x {len(asked_for.variables)}"
        print(f"{path.stem:12} {size:>14} {float(optimum):22.12g} {took:8.2f} s  {held}", flush=True)
    print(f"{len(asked.files) - wrong} of {len(asked.files)} proved")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
