"""The start of a process: `flessenhals` and `python -m flessenhals`."""

import sys
from typing import NoReturn

from flessenhals.cli import run


def main() -> NoReturn:
    """Run the command that was typed and stop with its exit code."""
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
