"""The start of a process: `flessenhals` and `python -m flessenhals`."""

import os
import sys
from typing import NoReturn

INTERRUPTED = 130


def main() -> NoReturn:
    """Run the command that was typed and stop with its exit code."""
    try:
        # Here, because most of the time that somebody can interrupt is spent on importing.
        from flessenhals.cli import run  # noqa: PLC0415

        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        code = INTERRUPTED
    if code == INTERRUPTED:
        _leave_solver_behind()
    sys.exit(code)


def _leave_solver_behind() -> None:
    """End at once where HiGHS is still at work: it would go on while Python takes itself down around it."""
    from threading import enumerate as threads  # noqa: PLC0415 - only where somebody interrupts

    if any(thread.name == "HiGHS" for thread in threads()):
        os._exit(INTERRUPTED)


if __name__ == "__main__":
    main()
