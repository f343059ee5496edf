"""Changes the page's checker (`briefing/page/js/checker.js`) in every small way there is: do its tests notice?

    python bench/trials/page_mutants.py

Each mutant has one operator, constant, name or line of the checker changed. It is held against the claims of
`tests/support/proofs.py` in the node that drives the tests' browser. A mutant that answers every claim as the checker
does has to stand in `EQUIVALENT`, with the reason why it changes nothing; any other one stops the run with 1. Takes
half a minute.
"""

from __future__ import annotations

import re
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from subprocess import TimeoutExpired

sys.path.insert(0, str(Path(__file__).parents[2] / "tests" / "support"))

from proofs import CLAIMS
from scripts import verdicts

from flessenhals.briefing.page.script import plain

CHANGES = (
    (r"(?<![=\"<>])<=(?!\")", ("<", ">=", "===")),
    (r"(?<![=\"<>])>=(?!\")", (">", "<=", "===")),
    (r"(?<![=<>\"]) < ", (" <= ", " > ")),
    (r"(?<![=<>\"]) > ", (" >= ", " < ")),
    ("===", ("!==",)),
    ("!==", ("===",)),
    ("&&", ("||",)),
    (r"\|\|", ("&&",)),
    ('"<="', ('">="', '"=="')),
    ('">="', ('"<="', '"=="')),
    (r"\b0n", ("1n", "-1n")),
    (r"(?<!import )\bZERO\b", ("[1n, 1n]",)),
    (r"\badd\(", ("minus(", "times(")),
    (r"\bminus\(", ("add(", "times(")),
    (r"\btimes\(", ("add(",)),
    (r"\bevery\b", ("some",)),
    (r"\bupper\b", ("lower",)),
    (r"\blower\b", ("upper",)),
    (r"return null", ("return [0n, 1n]",)),
    (r"return false", ("return true",)),
    (r"continue;", ("",)),
    (r"\[0\]", ("[1]",)),
    (r"!(?=[a-z])", ("",)),
    (r"objective: \[\]", ("objective: program.objective",)),
    (r"^ *if .*\n", ("",)),
    (r"^ *(costs|found) ?(\[\w+\])? ?=.*\n", ("",)),
)
PASSED_OVER = "if (!multipliers[row][0]) return;"
NOTHING_LESS = "a row without a multiplier adds nothing, passed over or not"
EQUIVALENT = {
    (PASSED_OVER, "if (!multipliers[row][1]) return;"): NOTHING_LESS,
    (PASSED_OVER, ""): NOTHING_LESS,
}


def mutants(text: str) -> dict[str, tuple[str, str]]:
    """Every mutant of a text, with the line that was changed and what it became."""
    found = {}
    for pattern, others in CHANGES:
        for match in re.finditer(pattern, text, re.MULTILINE):
            for other in others:
                changed = text[: match.start()] + other + text[match.end() :]
                start = text.rfind("\n", 0, match.start()) + 1
                end = text.find("\n", match.start())
                after = text[start : match.start()] + other + text[match.end() : max(end, match.end())]
                found[changed] = (text[start:end], after)
    return found


def main() -> int:
    """Run every mutant and tell which ones lived."""
    text = plain("checker")
    expected = [claim.holds for claim in CLAIMS]
    tried = mutants(text)

    def lives(mutant: str) -> bool:
        with tempfile.TemporaryDirectory() as folder:
            try:
                return verdicts(Path(folder), list(CLAIMS), mutant) == expected
            except (AssertionError, TimeoutExpired):  # not even a script
                return False

    with ThreadPoolExecutor(2) as pool:
        lived = [lines for lines, alive in zip(tried.values(), pool.map(lives, tried), strict=True) if alive]
    reasons = [EQUIVALENT.get((before.strip(), after.strip())) for before, after in lived]
    unexplained = reasons.count(None)
    for (before, after), reason in zip(lived, reasons, strict=True):
        print(f"- {before}\n+ {after}\n  {reason or 'NOT EXPLAINED'}\n")
    print(f"{len(tried)} mutants, {len(tried) - len(lived)} noticed, {len(lived) - unexplained} equivalent,")
    print(f"{unexplained} alive without a reason")
    return int(unexplained > 0 or not tried)


if __name__ == "__main__":
    sys.exit(main())
