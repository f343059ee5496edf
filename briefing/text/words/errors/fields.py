"""Messages about the value of one field: amounts, ratios, ids, texts, selections."""

from __future__ import annotations

DUTCH: dict[str, str] = {}
