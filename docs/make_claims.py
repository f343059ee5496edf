"""Writes docs/claims.md from the kinds of claim themselves: `python docs/make_claims.py`."""

from __future__ import annotations

import inspect
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "tests" / "support")]

from claimed import kinds  # noqa: E402 - it stands beside the tests

INTRODUCTION = """\
# What is claimed of an answer

Every sentence that states something about an answer is rendered from claims: what, about which line or constraint, and
between which bounds. A claim is data (`solver/claims/`), and `claim.holds(plan, answer)` says whether it is true, by
solves of its own. `tests/solver/test_claims.py` checks every claim that `allocate`, `bottlenecks`, `compare`, `check`,
`ladder`, `whatif` and `brief` print of random plans, in both languages, by solves of another method;
`bench/trials/claims.py` does so for 500 plans and counts the claims of each kind. The plans are of every kind: with
chain rules, levels and quantities, objectives over groups, lines that are kept or dropped, other readings, amounts
that cannot be split, and years. A table carries what its figures claim as a sentence does.

"Can be put to work" is about what rules and limits allow; "worth" is about weights. A split can be worth more and put
less to work: then both are said.

This page is written from the code by `python docs/make_claims.py`.
"""


def written() -> str:
    """The page: a heading per topic, and per kind what it means."""
    parts = [INTRODUCTION]
    topics: dict[str, list[type]] = {}
    for kind in kinds().values():
        topics.setdefault(kind.__module__, []).append(kind)
    for module in sorted(topics):
        about = inspect.getdoc(sys.modules[module]) or ""
        parts.append(f"## {about.partition(':')[0].removesuffix('.')}\n")
        for_kind = sorted(topics[module], key=lambda each: each.__name__)
        parts += [f"### {kind.kind}\n\n{_meaning(kind)}\n" for kind in for_kind]
    return "\n".join(parts)


def _meaning(kind: type) -> str:
    text, _, attributes = (inspect.getdoc(kind) or "").partition("Attributes:\n")
    lines = [line.strip() for line in attributes.splitlines()]
    listed: list[str] = []
    for line in lines:
        name, colon, rest = line.partition(": ")
        if colon and all(part.strip().isidentifier() for part in name.split(",")):
            listed.append(f"* `{name}`: {rest}")
        elif line:
            listed[-1] += f" {line}"
    return "\n\n".join(part for part in (text.strip(), "\n".join(listed)) if part)


if __name__ == "__main__":
    (ROOT / "docs" / "claims.md").write_text(written(), encoding="utf-8")
