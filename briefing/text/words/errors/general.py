"""Words and phrases that stand in many messages, and those of options and outputs."""

from __future__ import annotations

DUTCH: dict[str, str] = {}
