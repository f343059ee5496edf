"""What a cold command costs, against its peers in the same run.

    uv run bench/startup.py [--rounds 15] [--against FOLDER]

Whole processes in turn, A B C …, so that a machine that slows down slows all of them. Prints medians and their ratios,
on the clock and in processor time, which a busy machine moves less, and the modules that must not be imported on the
way to a split. With `--against` the same two commands of another checkout run beside them.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
COMMAND = [sys.executable, "-m", "flessenhals"]
HELP, SPLIT = "flessenhals --help", "flessenhals allocate 300"
PROCESSES = {
    "import typer": [sys.executable, "-c", "import typer"],
    HELP: [*COMMAND, "--help"],
    "import typer, pulp": [sys.executable, "-c", "import typer, pulp"],
    SPLIT: [*COMMAND, "allocate", "300"],
    "plain script (typer, pandas, PuLP, CBC)": [sys.executable, "-W", "ignore", str(HERE / "plain.py"), "300"],
}
# An installed command has its bytecode beside it; where the environment forbids writing it, an editable one has not.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
AIMS: list[tuple[str, str, float]] = [
    (HELP, "import typer", 1.15),
    (SPLIT, "import typer, pulp", 1.25),
    (SPLIT, "plain script (typer, pandas, PuLP, CBC)", 0.5),
]
UNWANTED = ("pandas", "pydantic", "scipy", "rich", "vl_convert", "jinja2", "docx", "typst")


class Took(NamedTuple):
    """What a process cost, in seconds."""

    clock: float
    processor: float


def measure(rounds: int, against: Path | None) -> dict[str, list[Took]]:
    """What each process cost, round by round, after one that does not count."""
    here = HERE.parent
    commands = {name: (command, here) for name, command in PROCESSES.items()}
    if against is not None:
        commands |= {f"{name}, {against.name}": (PROCESSES[name], against) for name in (HELP, SPLIT)}
    took: dict[str, list[Took]] = {name: [] for name in commands}
    for turn in range(rounds + 1):
        for name, (command, folder) in commands.items():
            before, start = _processor(), time.perf_counter()
            environment = {**ENVIRONMENT, "PYTHONPATH": str(folder)}
            subprocess.run(command, check=True, capture_output=True, env=environment, cwd=HERE)
            clock, processor = time.perf_counter() - start, _processor() - before
            if turn:
                took[name].append(Took(clock, processor))
    return took


def _processor() -> float:
    """What all processes of this one that have ended cost the processor, in seconds."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


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
    parser.add_argument("--against", type=Path)
    asked = parser.parse_args()
    took = measure(asked.rounds, asked.against and asked.against.resolve())
    print(f"{'milliseconds':42} {'median':>8} {'min':>8} {'max':>8}   of the processor, median and min")
    for name, found in took.items():
        clock, processor = ([each * 1e3 for each in column] for column in zip(*found, strict=True))
        print(f"{name:42} {statistics.median(clock):8.0f} {min(clock):8.0f} {max(clock):8.0f}", end="   ")
        print(f"{statistics.median(processor):8.0f} {min(processor):8.0f}")
    print()
    before = (
        []
        if asked.against is None
        else [(each, f"{each}, {asked.against.resolve().name}", 1.0) for each in (HELP, SPLIT)]
    )
    for name, peer, aim in (*AIMS, *before):
        clock, processor = (
            statistics.median(mine[by] / theirs[by] for mine, theirs in zip(took[name], took[peer], strict=True))
            for by in (0, 1)
        )
        print(f"{clock:5.2f} x, {processor:5.2f} x of the processor  {name} / {peer}   (aim: at most {aim})")
    print(f"\nunwanted modules on the way to a split: {', '.join(imported()) or 'none'}")


if __name__ == "__main__":
    main()
