"""The page's solver asked outside its page: in a browser, or in node where many answers are wanted."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import playwright

from flessenhals.briefing.page.script import SOLVER, WORKER, joined

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from proofs import Claim

ANSWERS = "const answers = (cases, quickly) => cases.map((each) => answer(read(each.program), each.changes, quickly));"
NODE = Path(playwright.__file__).parent / "driver" / "node"  # what drives the browser brings one along


def in_browser(page: Page, cases: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What the page's solver answers to programs under changes, in a browser."""
    script = f"(cases) => {{ {joined(*SOLVER)} {ANSWERS} return answers(cases); }}"
    found: list[dict[str, Any]] = page.evaluate(script, cases)
    return found


def in_node(folder: Path, cases: list[dict[str, Any]], *, quickly: bool = True) -> list[dict[str, Any]]:
    """The same in node; not quickly by the exact simplex alone."""
    script = folder / "answers.js"
    script.write_text(
        f"{joined(*SOLVER)}\n{ANSWERS}\n"
        'const cases = JSON.parse(require("fs").readFileSync(0, "utf8"));\n'
        f"process.stdout.write(JSON.stringify(answers(cases, {json.dumps(quickly)})));\n",
        encoding="utf-8",
    )
    found: list[dict[str, Any]] = json.loads(_run(script, json.dumps(cases)))
    return found


def bottles_in_node(
    folder: Path, chain: dict[str, Any] | None, program: dict[str, Any], rules: dict[str, Any], amounts: list[str]
) -> dict[str, Any]:
    """What the page's picture of a chain makes of a split, in node."""
    script = folder / "bottle.js"
    script.write_text(
        f"{joined(*WORKER[:-1])}\n"
        'const { chain, program, rules, amounts } = JSON.parse(require("fs").readFileSync(0, "utf8"));\n'
        "process.stdout.write(JSON.stringify(filled(chain, read(program), rules, amounts.map(fraction))));\n",
        encoding="utf-8",
    )
    given = {"chain": chain, "program": program, "rules": rules, "amounts": amounts}
    found: dict[str, Any] = json.loads(_run(script, json.dumps(given)))
    return found


def verdicts(folder: Path, claims: list[Claim], checker: str | None = None) -> list[bool | str]:
    """Whether the page's checker takes each claim for proved, or the error with which it stops there.

    Args:
        folder: for the script.
        claims: what is judged.
        checker: another text in the checker's place.
    """
    script = folder / "verdicts.js"
    text = joined("fraction", "checker") if checker is None else joined("fraction") + checker
    script.write_text(f"{text}\n{JUDGE}", encoding="utf-8")
    found: list[bool | str] = json.loads(_run(script, json.dumps([claim._asdict() for claim in claims])))
    return found


JUDGE = """
const parts = (terms) => terms.map(([place, by]) => [place, fraction(by)]);
const end = (text) => (text === null ? null : fraction(text));
const judge = ({ program: { variables, rows, objective }, point, multipliers }) => {
  const program = {
    variables: variables.map(({ lower, upper }) => ({ lower: fraction(lower), upper: end(upper) })),
    rows: rows.map(({ terms, sense, side }) => ({ terms: parts(terms), sense, side: fraction(side) })),
    objective: parts(objective),
  };
  const duals = multipliers.map(fraction);
  try {
    return point === null ? refuted(program, duals) : certified(program, point.map(fraction), duals);
  } catch (error) {
    return String(error);
  }
};
const claims = JSON.parse(require("fs").readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(claims.map(judge)));
"""


def _run(script: Path, given: str) -> str:
    run = subprocess.run(
        [str(NODE), str(script)], input=given, capture_output=True, text=True, check=False, encoding="utf-8"
    )
    assert run.returncode == 0, run.stderr
    return run.stdout
