"""Messages about a plan: its form, its scenarios and changes, and whether it is sound."""

from __future__ import annotations

DUTCH: dict[str, str] = {}
