"""Damaged plans, proposals, tables and Word templates, so many of each: only agreed codes, and never a traceback.

    python bench/trials/damage.py --each 500 --seed 1

Everything goes through the command line's own entry, except that a template is tried on a made-up document: a briefing
for each would take hours. Stops with 1 where one of them is met with anything else than an answer or a refusal in one
line, and keeps that input in `damage-…`.
"""

from __future__ import annotations

import argparse
import io
import random
import re
import signal
import sys
import tempfile
import time
import zipfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[2] / "tests" / "support"))

import docx as python_docx
import xlsxwriter
from documents import sample
from drawn.mutants import GOOD, SEEDS, TABLE_SEEDS, WORDS
from judge import Answer, asked, refused_well

from flessenhals.briefing.writers.docx.document import docx
from flessenhals.briefing.writers.template_error import TemplateError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LONGEST = 60  # seconds of a processor: how busy the machine is plays no part
WAITING = 1_200  # seconds on the clock
ROWS = [
    ["id", "partner", "proposed", "minimum", "name"],
    ["police", "police", 100, 10, "Police"],
    ["om", "om", 12.5, 1, ""],
]
AMOUNTS = [["line", "amount"], ["police", 80], ["om", 10], ["care", 10]]
ROOT = Path(__file__).parents[2]
WHOLE = [GOOD, *(path.read_bytes() for path in sorted([*ROOT.glob("data/*.yaml"), *ROOT.glob("examples/*[a-z].yaml")]))]
ALSO = [
    *(["whatif", "10", "80"], ["bottlenecks", "80"], ["ladder"], ["simulate", "80", "--samples", "8"], ["lines"]),
    *(["scenarios"], ["diff", "80", "90"], ["compare", "--slice", "8%", "--ceiling", "80"]),
    ["allocate", "80", "-f", "markdown"],
]
MANIFEST = (
    '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<m:file-entry m:full-path="/" m:media-type="application/vnd.oasis.opendocument.spreadsheet"/></m:manifest>'
)
CHANGES = ["lines.om.minimum=4", "title=x", "constraints.floor=null", "objective=[coverage]", "lines.om.name={nl: x}"]


def damaged(text: bytes, dice: random.Random) -> bytes:
    """A text after one to six accidents, mostly one."""
    for _ in range(dice.choice([1, 1, 1, 2, 3, 6])):
        start = dice.randint(0, len(text))
        end = min(len(text), start + dice.randint(0, 20))
        other = dice.randint(0, len(text))
        put = dice.choice([b"", dice.choice(WORDS), text[start:end] * 2, text[other : other + 20], dice.randbytes(4)])
        text = text[:start] + put + text[end:]
    return text


def reworded(text: bytes, dice: random.Random) -> bytes:
    """A text in which one to three words or figures stand in another's place: mostly it can still be read."""
    words = [found.span() for found in re.finditer(rb"[\w.%-]+", text)]
    for _ in range(dice.choice([1, 1, 2, 3]) if words else 0):
        (start, end), (first, last) = dice.choice(words), dice.choice(words)
        text = text[:start] + text[first:last] + text[end:]
    return text


def archive(content: bytes, dice: random.Random) -> bytes:
    """A zip file of which the bytes, or one or two of its parts, met with accidents."""
    if dice.random() < 0.2:
        return damaged(content, dice)
    with zipfile.ZipFile(io.BytesIO(content)) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    for _ in range(dice.randint(1, 2)):
        name = dice.choice(list(parts))
        kind = dice.random()
        if kind < 0.1:
            del parts[name]
            break
        parts[name] = _element(parts[name], dice) if kind < 0.7 else damaged(parts[name], dice)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name, part in parts.items():
            new.writestr(name, part)
    return packed.getvalue()


def _element(part: bytes, dice: random.Random) -> bytes:
    """A part with one tag or value taken away, doubled, or put in another's place."""
    marks = [place for place in range(len(part)) if part[place : place + 1] in (b"<", b'"', b">")]
    if len(marks) < 4:
        return part
    start = dice.randrange(len(marks) - 1)
    first, last = marks[start], marks[min(len(marks) - 1, start + dice.choice([1, 1, 2, 4]))]
    other = marks[dice.randrange(len(marks) - 1)]
    put = dice.choice([b"", part[first:last] * 2, part[other : other + last - first], b'"-1', b'"1e9', b'"x', b"<x/>"])
    return part[:first] + put + part[last:]


def workbook(rows: list[list[object]]) -> bytes:
    """An XLSX workbook of these rows."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Lines")
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return made.getvalue()


def opendocument(rows: list[list[object]]) -> bytes:
    """An ODS workbook of these rows."""
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )

    def told(cell: object) -> str:
        kind = f'"float" office:value="{cell}"' if isinstance(cell, int | float) else '"string"'
        return f"<table:table-cell office:value-type={kind}><text:p>{cell}</text:p></table:table-cell>"

    cells = "".join(f"<table:table-row>{''.join(map(told, row))}</table:table-row>" for row in rows)
    content = (
        f"<office:document-content {spaces}><office:body><office:spreadsheet><table:table table:name='Lines'>{cells}"
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        packed.writestr("content.xml", content)
        packed.writestr("META-INF/manifest.xml", MANIFEST)  # without it no reader takes it for a workbook
    return made.getvalue()


def csv(rows: list[list[object]]) -> bytes:
    """A CSV file of these rows."""
    return "\n".join(",".join(map(str, row)) for row in rows).encode()


def plans(folder: Path, dice: random.Random) -> Iterator[Answer]:
    """A damaged plan, every second one sound before: checked, divided, asked something, and read under a scenario."""
    accident = dice.choice([damaged, reworded])
    (folder / "input.yaml").write_bytes(accident(dice.choice(WHOLE if dice.random() < 0.7 else SEEDS), dice))
    plan = ["--plan", str(folder / "input.yaml")]
    yield asked(["check", *plan])
    yield asked(["allocate", "80", *plan, "-f", "json", "--set", dice.choice(CHANGES)])
    yield asked([*dice.choice(ALSO), *plan, "--lang", "nl"])
    yield asked(["whatif", "10", "80", *plan, "--scenario", "other", "--lang", "nl"])


def proposals(folder: Path, dice: random.Random) -> Iterator[Answer]:
    """A damaged proposal, held against a good plan."""
    (folder / "plan.yaml").write_bytes(GOOD)
    made = {
        "csv": lambda: damaged(csv(AMOUNTS), dice),
        "yaml": lambda: damaged(b"title: x\nline:\n  police: 80\n  om: 10\n  care: 10\n", dice),
        "json": lambda: damaged(b'{"lines": [{"id": "police", "allocated": 80}, {"id": "om", "allocated": 10}]}', dice),
        "xlsx": lambda: archive(workbook(AMOUNTS), dice),
        "ods": lambda: archive(opendocument(AMOUNTS), dice),
    }
    ending = dice.choice(list(made))
    (folder / f"input.{ending}").write_bytes(made[ending]())
    missing = dice.choice(["error", "zero"])
    command = ["compare", str(folder / f"input.{ending}"), "--plan", str(folder / "plan.yaml"), "--missing", missing]
    yield asked([*command, "--ceiling", "80", "-f", "json"])


def tables(folder: Path, dice: random.Random) -> Iterator[Answer]:
    """A plan whose table of lines is damaged."""
    made = {
        "csv": lambda: damaged(dice.choice([csv(ROWS), *TABLE_SEEDS]), dice),
        "xlsx": lambda: archive(workbook(ROWS), dice),
        "ods": lambda: archive(opendocument(ROWS), dice),
    }
    ending = dice.choice(list(made))
    (folder / f"input.{ending}").write_bytes(made[ending]())
    (folder / "plan.yaml").write_text(f"schema: 1\nplan: p\nlines: input.{ending}\n", encoding="utf-8")
    yield asked(["check", "--plan", str(folder / "plan.yaml"), "--lang", dice.choice(["en", "nl"])])
    yield asked(["allocate", "80", "--plan", str(folder / "plan.yaml"), "-f", "json"])


def templates(folder: Path, dice: random.Random) -> Iterator[Answer]:
    """A damaged Word template, tried on a document."""
    whole = io.BytesIO()
    python_docx.Document().save(whole)
    content = archive(whole.getvalue(), dice)
    (folder / "input.docx").write_bytes(content)
    try:
        docx(DOCUMENT, content)
    except TemplateError as refused:
        yield Answer(2, "", f"--template: {refused}\n")
    else:
        yield Answer(0, "a Word file", "")


DOCUMENT = sample()
KINDS: dict[str, Callable[[Path, random.Random], Iterator[Answer]]] = {
    "plans": plans,
    "proposals": proposals,
    "tables": tables,
    "templates": templates,
}


def wrong_with(answer: Answer) -> list[str]:
    """What is wrong with an answer to something damaged."""
    if answer.code in {0, 3}:
        return [] if answer.out else ["no answer"]
    if answer.code == 4:
        return [] if answer.err.count("\n") == 1 else ["not one line"]
    return refused_well(answer) if answer.code == 2 else [f"code {answer.code}"]


def late(*_: object) -> None:
    """Stop what takes too long.

    Raises:
        TimeoutError: always.
    """
    raise TimeoutError(f"not done after {LONGEST} s of a processor")


def tried(kind: str, each: int, seed: int) -> tuple[Counter[int], int]:
    """The codes of so many damaged inputs of a kind, and how many of them were met in a way that was not agreed."""
    codes: Counter[int] = Counter()
    failed = 0
    for number in range(each):
        dice = random.Random(f"{kind} {seed} {number}")
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            signal.setitimer(signal.ITIMER_PROF, LONGEST)
            signal.alarm(WAITING)
            try:
                answers = list(KINDS[kind](folder, dice))
                found = [text for answer in answers for text in wrong_with(answer)]
                codes.update(answer.code for answer in answers)
            except Exception as error:  # noqa: BLE001 - that is what is looked for
                found = [f"{type(error).__name__}: {error}"]
            signal.setitimer(signal.ITIMER_PROF, 0)
            signal.alarm(0)
            if found:
                failed += 1
                (bad,) = folder.glob("input.*")
                kept = Path(f"damage-{kind}-{seed}-{number}{bad.suffix}")
                kept.write_bytes(bad.read_bytes())
                print(f"{kept}: {found[0][:200]}", flush=True)
    return codes, failed


def main() -> int:
    """Try them, and print how they were met."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--each", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kind", choices=list(KINDS), action="append")
    asked_for = parser.parse_args()
    for number in (signal.SIGALRM, signal.SIGPROF):
        signal.signal(number, late)
    failed = 0
    for kind in asked_for.kind or KINDS:
        start = time.monotonic()
        codes, bad = tried(kind, asked_for.each, asked_for.seed)
        failed += bad
        told = ", ".join(f"code {code}: {count}" for code, count in sorted(codes.items()))
        print(f"{asked_for.each} {kind} in {time.monotonic() - start:.0f} s: {told}; {bad} met wrongly", flush=True)
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
