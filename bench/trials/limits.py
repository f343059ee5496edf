"""How long a refusal takes at each limit, and how much memory.

    python bench/trials/limits.py

Each input lies just beyond a limit, or far beyond it, and goes to `flessenhals check` in a process of its own. The aim
is a refusal (code 2) in under a second of a processor's time, which does not depend on what else the machine does, and
under 200 MB. Stops with 1 where a limit misses it. Best of three. Needs Linux, which tells a process its own peak.
"""

from __future__ import annotations

import io
import os
import random
import resource
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import xlsxwriter

if TYPE_CHECKING:
    from collections.abc import Callable

MOST_SECONDS, MOST_MEGABYTES, TRIES = 1.0, 200.0, 3
CHILD = """
import sys
from flessenhals.cli import run
code = run(sys.argv[1:])
print(next(line for line in open("/proc/self/status") if line.startswith("VmHWM")).split()[1])
sys.exit(code)
"""
HEAD = "schema: 1\nplan: large\n"
LINE = "  - {{id: l{0}, partner: p, proposed: 1}}\n"


def plan(text: str) -> Callable[[Path], None]:
    """A plan of this text."""
    return lambda folder: _write(folder, text)


def table(name: str, content: Callable[[], bytes]) -> Callable[[Path], None]:
    """A plan with a table of this content beside it."""

    def write(folder: Path) -> None:
        _write(folder, f"{HEAD}lines: {name}\n")
        (folder / name).write_bytes(content())

    return write


def bomb(size: int, padding: int = 0) -> Callable[[Path], None]:
    """A plan with a workbook of which one part unpacks to this size."""

    def write(folder: Path) -> None:
        _write(folder, f"{HEAD}lines: lines.xlsx\n")
        with zipfile.ZipFile(folder / "lines.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
            with archive.open("xl/worksheets/sheet1.xml", "w") as part:
                for _ in range(size // 1_000_000):
                    part.write(bytes(1_000_000))
            archive.writestr(zipfile.ZipInfo("padding.bin"), os.urandom(padding))

    return write


def workbook(part: str, before: bytes, text: bytes) -> Callable[[Path], None]:
    """A plan with an XLSX workbook that has a text of this kind in one of its parts."""

    def write(folder: Path) -> None:
        _write(folder, f"{HEAD}lines: lines.xlsx\n")
        made = io.BytesIO()
        with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
            book.add_worksheet("Lines").write_row(0, 0, ["id", "partner", "proposed"])
        with zipfile.ZipFile(made) as old, zipfile.ZipFile(folder / "lines.xlsx", "w", zipfile.ZIP_DEFLATED) as new:
            for name in old.namelist():
                content = old.read(name)
                new.writestr(name, content.replace(before, text + before) if name == part else content)
            new.writestr(zipfile.ZipInfo("padding.bin"), os.urandom(250_000))

    return write


def opendocument(sheets: str) -> Callable[[Path], None]:
    """A plan with an ODS workbook of these sheets."""
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table")
    )
    content = (
        f"<office:document-content {spaces}><office:body><office:spreadsheet>{sheets}"
        "</office:spreadsheet></office:body></office:document-content>"
    )

    def write(folder: Path) -> None:
        _write(folder, f"{HEAD}lines: lines.ods\n")
        with zipfile.ZipFile(folder / "lines.ods", "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
            archive.writestr("content.xml", content)
            archive.writestr(zipfile.ZipInfo("padding.bin"), os.urandom(200_000))

    return write


SHEET, BOOK, STYLES = "xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"
NESTED = "<table:table><table:table-row><table:table-cell>", "</table:table-cell></table:table-row></table:table>"
LIMITS = {
    "a plan of 1.1 MB": plan(f"{HEAD}lines:\n" + "".join(map(LINE.format, range(28_000)))),
    "a plan of 100 MB": plan(f"{HEAD}title: {'x' * 100_000_000}\n"),
    "21,000 values": plan(f"{HEAD}lines:\n" + "".join(map(LINE.format, range(3_000)))),
    "13 levels": plan(f"{HEAD}title: {'[' * 13}{']' * 13}\n"),
    "400,000 levels": plan(f"{HEAD}title: {'[' * 400_000}{']' * 400_000}\n"),
    "anchors within anchors": plan(HEAD + "".join(f"a{n}: &a{n} [{f'*a{n - 1},' * 9}]\n" for n in range(1, 20))),
    "an exponent of a billion": plan(f"{HEAD}lines:\n  - {{id: a, partner: p, proposed: 1e1000000000}}\n"),
    "a workbook of 21 MB unpacked": bomb(21_000_000, 400_000),
    "a workbook of 2 GB unpacked": bomb(2_000_000_000),
    "a workbook that unpacks 101 times": bomb(19_000_000),
    "a CSV of 50.1 MB": table("lines.csv", lambda: b"id,partner,proposed\n" + b"x" * 50_100_000),
    "a CSV of 2,000,000 rows": table("lines.csv", lambda: b"id,partner,proposed\n" + b"\n" * 2_000_000),
    "a CSV of 100,000 columns": table("lines.csv", lambda: b"id," * 100_000 + b"partner\n"),
    "a CSV header of 5,000,000 columns": table("lines.csv", lambda: b"id," * 5_000_000),
    "a CSV of 45,000,000 empty cells": table("lines.csv", lambda: (b"," * 900 + b"\n") * 50_000),
    "40,000 tables within tables": opendocument(NESTED[0] * 40_000 + NESTED[1] * 40_000),
    "400,000 sheets in OpenDocument": opendocument("<table:table/>" * 400_000),
    "900,000 empty cells in OpenDocument": opendocument(
        f"<table:table><table:table-row>{'<table:table-cell/>' * 900_000}</table:table-row></table:table>"
    ),
    "4,700,000 empty cells": workbook(SHEET, b"</sheetData>", b"<row>" + b"<c/>" * 4_700_000 + b"</row>"),
    "1,000,000 empty cells": workbook(SHEET, b"</sheetData>", (b"<row>" + b"<c/>" * 20 + b"</row>") * 50_000),
    "800,000 merged cells": workbook(SHEET, b"</worksheet>", b'<mergeCell ref="A1:B2"/>' * 800_000),
    "400,000 sheets": workbook(BOOK, b"</sheets>", b'<sheet name="a"/>' * 400_000),
    "4,800,000 styles": workbook(STYLES, b"</cellXfs>", b"<x/>" * 4_800_000),
    "400,000 elements within each other": workbook(STYLES, b"</cellXfs>", b"<a>" * 400_000 + b"</a>" * 400_000),
    "a CSV cell of 10 MB": table("lines.csv", lambda: b"id,partner,proposed\na,b," + b"9" * 10_000_000),
}


def chain(lines: int, digits: int) -> str:
    """A plan of lines that all hang together, each asking the next for a ratio of so many digits."""
    dice = random.Random(lines * digits)
    asked = "".join(
        f"  - {{id: l{number}, partner: p, proposed: {dice.randint(50, 150)}}}\n" for number in range(lines)
    )
    low, high = 10 ** (digits - 1), 10**digits - 1
    rules = "".join(
        f"  - {{id: r{number}, proportional: {{upstream: l{number}, downstream: l{number + 1}, "
        f"at_least: {'/'.join(map(str, sorted((dice.randint(low, high), dice.randint(low, high)))))}}}}}\n"
        for number in range(lines - 1)
    )
    return f"{HEAD}lines:\n{asked}constraints:\n{rules}"


ALLOWED = {
    "allocate": ((100, 3), (100, 15), (300, 3), (300, 15)),
    "bottlenecks": ((15, 15), (30, 3), (30, 15), (60, 15), (100, 15)),
}


def allowed() -> None:
    """What the largest exact arithmetic within the limits takes, as rows of a table."""
    print("| command | lines | digits of a ratio | seconds | MB |\n| --- | --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as folder:
        for command, sizes in ALLOWED.items():
            for lines, digits in sizes:
                _write(Path(folder), chain(lines, digits))
                output = ["-f", "json", "-o", f"{folder}/found.json", "--force"]
                given = [command, str(30 * lines), "--plan", "plan.yaml", *output]
                seconds, megabytes, code, said = _ran(Path(folder), given)
                well = f"{seconds:.0f} | {megabytes:.0f}" if code == 0 else f"code {code}: {said} | "
                print(f"| {command} | {lines} | {digits} | {well} |", flush=True)


def main() -> int:
    """Refuse each of them, and print what it took."""
    if "--allowed" in sys.argv[1:]:
        allowed()
        return 0
    missed = 0
    with tempfile.TemporaryDirectory() as folder:
        for name, write in LIMITS.items():
            write(Path(folder))
            seconds, megabytes, code, told = min(_refused(Path(folder)) for _ in range(TRIES))
            well = code == 2 and seconds < MOST_SECONDS and megabytes < MOST_MEGABYTES
            missed += not well
            print(f"{'' if well else 'MISSED '}{name}: {seconds:.2f} s, {megabytes:.0f} MB, code {code}: {told}")
    print(f"aim: code 2 in under {MOST_SECONDS:g} s and {MOST_MEGABYTES:g} MB")
    return int(missed > 0)


def _refused(folder: Path) -> tuple[float, float, int, str]:
    return _ran(folder, ["check", "--plan", "plan.yaml"])


def _ran(folder: Path, arguments: list[str]) -> tuple[float, float, int, str]:
    start = _used()
    command = [sys.executable, "-c", CHILD, *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False, text=True)
    return _used() - start, int(done.stdout) / 1024, done.returncode, done.stderr.partition("\n")[0][:90]


def _used() -> float:
    """The processor's time that processes started from here have taken so far, in seconds."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _write(folder: Path, text: str) -> None:
    (folder / "plan.yaml").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
