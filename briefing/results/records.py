"""Results for other programs: JSON and CSV."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

RUN_BY_SPREADSHEETS = ("=", "+", "-", "@", "\t", "\r")


def to_json(found: Mapping[str, Any]) -> str:
    """A result as JSON, readable and with its own signs."""
    return json.dumps(found, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def to_csv(records: Iterable[Mapping[str, Any]]) -> str:
    """Records as CSV with a header: commas, decimal points, empty where there is nothing.

    A text that a spreadsheet would run as a formula gets an apostrophe in front of it.
    """
    out = io.StringIO()
    writer: csv.DictWriter[str] | None = None
    for record in records:
        if writer is None:
            writer = csv.DictWriter(out, list(record), lineterminator="\n")
            writer.writeheader()
        writer.writerow({key: _harmless(value) for key, value in record.items()})
    return out.getvalue()


def _harmless(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(RUN_BY_SPREADSHEETS) else value
