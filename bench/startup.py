"""What a cold command costs, against its peers in the same run.

    uv run bench/startup.py [--rounds 15]

Whole processes in turn, A B C …, so that a machine that slows down slows all of them. Prints medians and their ratios,
and the modules that must not be imported on the way to a split.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).parent
COMMAND = [str(Path(sys.executable).with_name("flessenhals"))]
PROCESSES = {
    "import typer": [sys.executable, "-c", "import typer"],
    "flessenhals --help": [*COMMAND, "--help"],
    "import typer, pulp": [sys.executable, "-c", "import typer, pulp"],
    "flessenhals allocate 300": [*COMMAND, "allocate", "300"],
    "plain script (typer, pandas, PuLP, CBC)": [sys.executable, "-W", "ignore", str(HERE / "plain.py"), "300"],
}
# An installed command has its bytecode beside it; where the environment forbids writing it, an editable one has not.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
AIMS = [
    ("flessenhals --help", "import typer", 1.15),
    ("flessenhals allocate 300", "import typer, pulp", 1.25),
    ("flessenhals allocate 300", "plain script (typer, pandas, PuLP, CBC)", 0.5),
]
UNWANTED = ("pandas", "pydantic", "scipy", "rich", "vl_convert", "jinja2", "docx", "typst")


def measure(rounds: int) -> dict[str, list[float]]:
    """Seconds per process, after one round that does not count."""
    seconds: dict[str, list[float]] = {name: [] for name in PROCESSES}
    for turn in range(rounds + 1):
        for name, command in PROCESSES.items():
            start = time.perf_counter()
            subprocess.run(command, check=True, capture_output=True, env=ENVIRONMENT)
            if turn:
                seconds[name].append(time.perf_counter() - start)
    return seconds


def imported() -> list[str]:
    """The unwanted modules that `allocate` imports all the same."""
    command = [sys.executable, "-X", "importtime", "-m", "flessenhals", "allocate", "300"]
    log = subprocess.run(command, check=True, capture_output=True, text=True).stderr
    names = {line.rpartition("|")[2].strip().partition(".")[0] for line in log.splitlines()}
    return [name for name in UNWANTED if name in names]


def main() -> None:
    """Measure, and print medians, ratios and aims."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    seconds = measure(parser.parse_args().rounds)
    print(f"{'process':42} {'min':>8} {'median':>8} {'max':>8}   milliseconds")
    for name, found in seconds.items():
        print(f"{name:42} {min(found) * 1e3:8.0f} {statistics.median(found) * 1e3:8.0f} {max(found) * 1e3:8.0f}")
    print()
    for name, peer, aim in AIMS:
        ratio = statistics.median(mine / theirs for mine, theirs in zip(seconds[name], seconds[peer], strict=True))
        print(f"{ratio:5.2f} x  {name} / {peer}   (aim: at most {aim})")
    print(f"\nunwanted modules on the way to a split: {', '.join(imported()) or 'none'}")


if __name__ == "__main__":
    main()
