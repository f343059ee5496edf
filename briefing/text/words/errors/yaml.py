"""Messages about a text that is not the YAML that a plan needs."""

from __future__ import annotations

DUTCH: dict[str, str] = {}
