"""Goes on breaking plan files by what they reach in the reader: coverage-guided, for as long as one lets it.

    pip install atheris
    python bench/trials/fuzz_atheris.py [-runs=100000] [-max_total_time=600] [FOLDER]

Starts from the plans in `tests/cases`. Anything but a plan or a refusal in the agreed form stops it with a traceback
and writes the input to `crash-…`. Atheris has wheels for Linux only and is therefore in no extra.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["data", "constraints", "solver"]):
    from flessenhals.data.plans.reader import loads
    from flessenhals.data.source.errors import InputError
    from flessenhals.data.source.files import decoded

CASES = Path(__file__).parents[2] / "tests" / "cases"
FORM = re.compile(r"(.+: .+ -> .+\n?|\.\.\. and \d+ more\n?)+")


def read(content: bytes) -> None:
    """Read these bytes as a plan.

    Raises:
        AssertionError: where they are refused in another form than was agreed.
    """
    try:
        loads(decoded(content, "plan.yaml"))
    except InputError as refused:
        if not FORM.fullmatch(str(refused)):
            raise AssertionError(str(refused)) from refused


if __name__ == "__main__":
    atheris.Setup([*sys.argv, str(CASES)], read)
    atheris.Fuzz()
