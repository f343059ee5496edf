"""Collect the notes in changelog.d into the section of a release.

    python docs/site/changelog.py 0.3.0 2026-12-01

Each note is a file of bullets, `changelog.d/TOPIC.md`, written with the change that it tells of. They are put together
in the order of their names, below the head of CHANGELOG.md, and removed.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
RELEASE = re.compile(r"\d+\.\d+\.\d+")
DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def collected(log: str, notes: list[str], version: str, date: str) -> str:
    """The changelog with one more release on top.

    Raises:
        ValueError: if there is nothing to tell, the version or the date is none, or the version is there already.
    """
    if not notes:
        raise ValueError("changelog.d holds no notes")
    if not RELEASE.fullmatch(version) or not DATE.fullmatch(date):
        raise ValueError(f"{version} {date} -> write a version and a date: 0.2.0 2026-12-01")
    if f"\n## {version} " in log:
        raise ValueError(f"CHANGELOG.md has {version} already")
    head, mark, rest = log.partition("\n## ")
    told = "\n".join(re.sub(r"^\* ", "- ", note.strip(), flags=re.MULTILINE) for note in notes)
    return f"{head}\n## {version} — {date}\n\n{told}\n{mark}{rest}"


def main(version: str, date: str) -> None:
    """Write the section and remove the notes."""
    log, notes = PROJECT / "CHANGELOG.md", sorted((PROJECT / "changelog.d").glob("*.md"))
    texts = [note.read_text(encoding="utf-8") for note in notes]
    log.write_text(collected(log.read_text(encoding="utf-8"), texts, version, date), encoding="utf-8")
    for note in notes:
        note.unlink()


if __name__ == "__main__":
    main(*sys.argv[1:])
