"""Messages about tables: CSV files and workbooks."""

from __future__ import annotations

DUTCH: dict[str, str] = {}
