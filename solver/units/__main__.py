"""Checks the certificate files that it is given: `python -m flessenhals.solver.units FILE…`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from flessenhals.solver.units.checker import faults
from flessenhals.solver.units.export import from_data, once


def main() -> int:
    """Say of every file whether it proves its answer; 0 where all do."""
    wrong = 0
    if not sys.argv[1:]:
        sys.stderr.write("python -m flessenhals.solver.units FILE… checks certificates; no file is given\n")
        return 2
    for name in sys.argv[1:]:
        try:
            tree = from_data(json.loads(Path(name).read_text(encoding="utf-8"), object_pairs_hook=once))
            found = faults(tree)
        except (OSError, ValueError, RecursionError) as error:
            found = [str(error)]
        said = f"proved, in {len(tree.parts)} parts" if not found else "; ".join(found)
        sys.stdout.write(f"{name}: {said}\n")
        wrong += bool(found)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
