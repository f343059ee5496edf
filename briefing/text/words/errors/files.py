"""Messages about files as such."""

from __future__ import annotations

DUTCH: dict[str, str] = {}
