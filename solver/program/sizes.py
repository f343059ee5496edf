"""How much is asked of one program at a time."""

from __future__ import annotations

MOST_AT_ONCE = 200
