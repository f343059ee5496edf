"""The start of a process: `flessenhals` and `python -m flessenhals`."""

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
    sys.exit(code)


if __name__ == "__main__":
    main()
