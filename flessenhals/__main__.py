"""The start of a process: `flessenhals` and `python -m flessenhals`."""

import gc
import sys
from typing import NoReturn

ALLOCATIONS = 200_000


def main() -> NoReturn:
    """Run the command that was typed and stop with its exit code."""
    # A short process makes much and drops little: at Python's own 700 the collector runs all through start-up.
    gc.set_threshold(ALLOCATIONS)
    from flessenhals.cli import run  # noqa: PLC0415 - only now, so that it starts under that threshold

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
