"""The plan that people start their own from."""

from __future__ import annotations

from pathlib import Path

STARTER = Path(__file__).parent.parent / "starter.yaml"


def starter() -> str:
    """A small made-up plan, with comments that say how to make it one's own."""
    return STARTER.read_text(encoding="utf-8")
