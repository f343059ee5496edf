"""Leaves out, one at a time, what CONTRIBUTING.md lists for a rule, a stage, a question or a format; does a test tell?

    python bench/trials/recipe.py [HEADING…]

In a copy of the project, with what is there already: `weighted` for a kind of rule, `shift` for a stage, `diff` for a
question and `odt` for a format. The test that CONTRIBUTING names has to fail and to name the file. A row there that is
not left out here, a test that passes and one that names another file stop the trial with 1. Some two minutes of work.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from shutil import copytree, ignore_patterns, rmtree
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[2]
KIND = "tests/flessenhals/test_every_kind.py"
COMPLETE = "tests/flessenhals/test_complete.py"
WORDS = "briefing/text/words"


class Left(NamedTuple):
    """Something that is left out.

    Attributes:
        file: where it stands, in the project.
        test: the test that has to tell, as pytest takes it: the file, and words that select in it.
        entry: what is taken out of the file, as a regular expression; None for the whole file.
        instead: what stands in its place.
        told: what the failing test has to name where it is not the file.
    """

    file: str
    test: tuple[str, str]
    entry: str | None = None
    instead: str = ""
    told: str | None = None


LEFT_OUT: dict[str, tuple[Left, ...]] = {
    "A kind of rule": (
        Left("constraints/weighted.py", (KIND, "class_of_rule"), told="constraints.weighted"),
        Left("tests/constraints/test_rules.py", (KIND, "its_rows and weighted"), r" Weighted\("),
        Left("constraints/__init__.py", (KIND, "class_of_rule"), r'    "weighted": Weighted,\n'),
        Left("docs/plan_format_dutch.py", (KIND, "in_words and weighted"), r'"weighted": """', '"other": """'),
        Left(
            "data/plan.schema.json", (KIND, "its_fields and weighted"), r'"weighted": \{\s+"type"', '"other": {"type"'
        ),
        Left("docs/plan-format.md", (KIND, "in_words and weighted"), "### `weighted:`"),
        Left("docs/planformaat.md", (KIND, "in_words and weighted"), "### `weighted:`"),
        Left(
            "tests/solver/test_golden.py",
            ("tests/solver/test_golden.py", "every_kind"),
            r'    "weighted": \(',
            '"o": (',
        ),
        Left("tests/golden/weighted.lp", (KIND, "golden and weighted")),
        Left("tests/kinds/weighted.yaml", (KIND, "its_plan and weighted")),
        Left(f"{WORDS}/weighted.py", (KIND, "its_name and weighted"), r'    "weighted": .*\n', told=f"{WORDS}/"),
        Left(
            f"{WORDS}/weighted.py",
            (KIND, "sentence and weighted"),
            r'    "rule weighted at_most": .*\n',
            told="at_most",
        ),
        Left(f"{WORDS}/__init__.py", ("tests/briefing/test_words.py", "taken_in"), '"weighted", '),
        Left("briefing/results/rules.py", (KIND, "sentence and weighted"), r"    Weighted: .*\n"),
        Left("flessenhals/__init__.py", (KIND, "from_python and weighted"), r'    "Weighted": .*\n'),
        Left("flessenhals/__init__.py", (KIND, "from_python and weighted"), r'    "Weighted",\n'),
        *(
            Left(page, (KIND, "documentation and weighted"), "`weighted`", "`other`")
            for page in ("docs/mathematics.md", "docs/glossary.md", "README.md")
        ),
    ),
    "A stage of the objective": (
        Left("solver/optimum/objective/goals.py", (COMPLETE, "class_of_stage"), r", Shift\(\)\)\}", ")}"),
        Left(
            "solver/optimum/objective/goals.py",
            (COMPLETE, "which_is_better and shift"),
            r"def outcomes(?=.*see obj)",
            "def n",
        ),
        Left("solver/plan/plan.py", (COMPLETE, "can_name_it and shift"), '"coverage", "shift"]', '"coverage"]'),
        Left("solver/plan/plan.py", (COMPLETE, "can_name_it and shift"), '"value", "shift", ', '"value", '),
        Left("solver/units/question.py", (COMPLETE, "whole_amounts and shift"), r'        "shift": shifts,\n'),
        *(
            Left(
                f"{WORDS}/{file}.py", ("tests/solver/optimum/test_goals.py", "words and shift"), f'"{key} shift"', '"o"'
            )
            for key, file in (("goal", "paper/workbook"), ("for", "proposals/moves"))
        ),
        Left(f"{WORDS}/paper/grounds.py", (COMPLETE, "its_proof and shift"), '"stage shift"', '"o"'),
        *(
            Left(page, (COMPLETE, "documented and shift"), "`shift`", "`other`")
            for page in ("docs/mathematics.md", "docs/glossary.md")
        ),
    ),
    "A question (a command)": (
        Left("briefing/results/comparison/difference.py", (COMPLETE, "file_that_is_there")),
        Left("briefing/registry.py", ("tests/briefing/test_registry.py", "known_to"), r'    "Difference": \("comp.*\n'),
        Left(f"{WORDS}/__init__.py", ("tests/briefing/test_words.py", "taken_in"), '(, )?"proposals.difference"'),
        Left("flessenhals/commands/diff.py", (COMPLETE, "its_file and diff")),
        Left("flessenhals/cli.py", (COMPLETE, "has_a_file"), r'    "diff": .*\n'),
        Left("flessenhals/api.py", (COMPLETE, "python and diff"), r"def diff\(", "def other("),
        Left("flessenhals/__init__.py", (COMPLETE, "python and diff"), r'    "diff",\n'),
        Left("tests/flessenhals/test_every_kind.py", (KIND, "asked_here"), r'    "diff": \[.*\n'),
        Left("README.md", (COMPLETE, "readme and diff"), r"\| `diff ", "| `other "),
    ),
    "A format of the briefing": (
        Left("briefing/writers/odt", (KIND, "briefing and odt and weighted"), told="briefing.writers.odt"),
        Left(
            "briefing/formats.py", (COMPLETE, "every_writer"), r"from flessenhals.briefing.writers.odt.*\n", "odt = 0\n"
        ),
        Left("flessenhals/commands/brief.py", (COMPLETE, "help_names and odt"), r" \.odt or"),
        Left(
            f"{WORDS}/command_help.py", ("tests/flessenhals/test_dutch.py", "help_in_dutch"), r" \.odt or", told=".odt"
        ),
        Left("flessenhals/terminal/output.py", (COMPLETE, "other_command and odt"), r' "\.odt",'),
        Left("docs/examples/example.odt", (COMPLETE, "example and odt")),
        Left("docs/examples/voorbeeld.odt", (COMPLETE, "example and odt")),
        Left("docs/examples/make.py", (COMPLETE, "made_again and odt"), r'"odt", '),
        Left("tests/briefing/test_reread.py", (COMPLETE, "read_again and odt"), r'"odt", '),
        Left("README.md", (COMPLETE, "readme and odt"), r"\.odt", ".other"),
    ),
}


def main() -> int:
    """Leave out everything that was asked, and tell what nobody missed."""
    asked = sys.argv[1:] or list(LEFT_OUT)
    silent = [
        f"{heading}: {file} is listed and not left out here" for heading in asked for file in not_left_out(heading)
    ]
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        whole = copy / "whole"
        copytree(ROOT, whole, symlinks=True, ignore=ignore_patterns(".*", "__pycache__", "build"))
        for heading in asked:
            for left in LEFT_OUT[heading]:
                said = _without(copytree(whole, copy / "less", symlinks=True), left)
                rmtree(copy / "less")
                print(f"{'told' if said is None else said}: {left.file} {left.entry or ''}", flush=True)
                silent += [] if said is None else [f"{heading}: {left.file}: {said}"]
    print(*silent, sep="\n")
    return int(bool(silent))


def not_left_out(heading: str) -> list[str]:
    """The files in the first column of a recipe of which nothing is left out here."""
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    _, _, recipe = page.partition(f"\n### {heading}\n")
    rows = [line.split("|")[1] for line in recipe.partition("\n### ")[0].splitlines() if line.startswith("| `")]
    files = [file for row in rows for file in re.findall(r"`([^`…]+)`", row)]
    patterns = [re.escape(file).replace("NAME", "[a-z_]+(/[a-z_]+)?") for file in files]
    left = [each.file for each in LEFT_OUT[heading]]
    return [
        file
        for file, pattern in zip(files, patterns, strict=True)
        if not any(re.match(pattern.removesuffix(r"\.py"), each) for each in left)
    ]


def not_there(heading: str) -> list[str]:
    """The files and entries that a recipe leaves out and are not in the project: moved, or written anew."""
    there = {left: ROOT / left.file for left in LEFT_OUT[heading]}
    return [
        f"{left.file} {left.entry or ''}"
        for left, place in there.items()
        if not place.exists() or (left.entry and not re.search(left.entry, place.read_text(encoding="utf-8")))
    ]


def _without(copy: Path, left: Left) -> str | None:
    """What is wrong with what the test says when something is left out; None where it fails and names it."""
    place = copy / left.file
    if left.entry is None:
        rmtree(place) if place.is_dir() else place.unlink()
    else:
        kept, count = re.subn(left.entry, left.instead, place.read_text(encoding="utf-8"))
        if not count:
            return "NOT THERE"
        place.write_text(kept, encoding="utf-8")
    test, words = left.test
    command = [sys.executable, "-B", "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", test, "-k", words]
    done = subprocess.run(
        command, cwd=copy, check=False, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": str(copy)}
    )
    if done.returncode == 0:
        return "PASSES"
    if done.returncode == pytest.ExitCode.NO_TESTS_COLLECTED:
        return "NO SUCH TEST"
    return None if (left.told or left.file) in done.stdout + done.stderr else "NAMES ANOTHER FILE"


if __name__ == "__main__":
    sys.exit(main())
