"""Changes `solver/program/certificate.py` in every small way there is, and sees whether its tests notice.

    pip install --editable '.[dev,mutation]'
    python bench/trials/mutation.py

Cosmic Ray makes the mutants, one at a time, in a copy of the project, and runs the tests of the certificate against
each. A mutant that no test notices has to stand in `EQUIVALENT`, with the reason why it changes nothing; any other one
stops the run with 1. Takes about five minutes.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
MODULE = "solver/program/certificate.py"
TESTS = "tests/solver/program/test_certificate_figures.py"
CONFIGURATION = f"""\
[cosmic-ray]
module-path = "{MODULE}"
timeout = 60.0
excluded-modules = []
test-command = "{sys.executable} -m pytest -x -q -p no:cacheprovider {TESTS}"

[cosmic-ray.distributor]
name = "local"
"""
LENGTHS = "the lengths have been compared before, so strict= finds nothing more"
EQUIVALENT = {
    ("ReplaceComparisonOperator_Eq_LtE", 'row.sense <= "<="'): "of the three senses, only <= sorts no later than <=",
    ("ReplaceComparisonOperator_Eq_GtE", 'row.sense >= ">="'): "of the three senses, only >= sorts no earlier than >=",
    ("ReplaceComparisonOperator_Gt_GtE", "if cost >= 0"): "a cost of 0 has been passed over",
    ("AddNot", "if not TYPE_CHECKING"): "what is imported for the type checker is used by annotations alone",
    ("ReplaceTrueWithFalse", "zip(program.rows, certificate.activity, strict=False)"): LENGTHS,
    ("ReplaceTrueWithFalse", "zip(program.rows, certificate.dual, strict=False)"): LENGTHS,
    ("ReplaceTrueWithFalse", "zip(certificate.dual, program.rows, strict=False)"): LENGTHS,
}


def main() -> int:
    """Run every mutant and tell which ones lived."""
    with tempfile.TemporaryDirectory() as above:
        folder = str(Path(above) / "copy")
        shutil.copytree(ROOT, folder, symlinks=True, ignore=shutil.ignore_patterns(".*", "__pycache__", "build"))
        (Path(folder) / "mutation.toml").write_text(CONFIGURATION, encoding="utf-8")
        for command in (["init"], ["exec"]):
            _cosmic_ray([*command, "mutation.toml", "session.sqlite"], folder)
        found = [json.loads(line) for line in _cosmic_ray(["dump", "session.sqlite"], folder).splitlines()]
    lived = [(job["mutations"][0]["operator_name"], result["diff"]) for job, result in found if _lived(result)]
    unexplained = [(name, diff) for name, diff in lived if _reason(name, diff) is None]
    for name, diff in lived:
        print(f"{name}: {_reason(name, diff) or 'NOT EXPLAINED'}\n{diff}\n")
    print(f"{len(found)} mutants, {len(found) - len(lived)} noticed, {len(lived) - len(unexplained)} equivalent,")
    print(f"{len(unexplained)} alive without a reason")
    return int(bool(unexplained) or len(found) == len(lived))


def _cosmic_ray(arguments: list[str], folder: str) -> str:
    command = [str(Path(sys.executable).with_name("cosmic-ray")), *arguments]
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout


def _lived(result: dict[str, str] | None) -> bool:
    return result is None or result["test_outcome"] != "killed"


def _reason(name: str, diff: str) -> str | None:
    changed = [line for line in diff.splitlines() if line.startswith("+") and not line.startswith("+++")]
    return next(
        (why for (kind, text), why in EQUIVALENT.items() if name.endswith(kind) and any(text in it for it in changed)),
        None,
    )


if __name__ == "__main__":
    sys.exit(main())
