"""Messages about what could not be solved, proved or drawn."""

from __future__ import annotations

DUTCH: dict[str, str] = {}
