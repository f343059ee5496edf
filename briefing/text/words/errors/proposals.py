"""Messages about proposals."""

from __future__ import annotations

DUTCH: dict[str, str] = {}
