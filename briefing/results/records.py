"""Results for other programs: JSON and CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

RUN_BY_SPREADSHEETS = ("=", "+", "-", "@", "\t", "\r")


def to_json(found: Mapping[str, Any]) -> str:
    """A result as JSON, readable and with its own signs."""
    return json.dumps(found, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def json_pieces(found: Mapping[str, Any]) -> Iterator[str]:
    """The same, piece by piece: what is an iterator in it is read, and written, an item at a time."""
    sign = "{"
    for key, value in found.items():
        yield f"{sign}\n  {json.dumps(key, ensure_ascii=False)}: "
        sign = ","
        if not isinstance(value, Iterator):
            yield _indented(value, "  ")
            continue
        before = "["
        for item in value:
            yield f"{before}\n    {_indented(item, '    ')}"
            before = ","
        yield "[]" if before == "[" else "\n  ]"
    yield "\n}\n" if sign == "," else "{}\n"


def _indented(value: object, margin: str) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False).replace("\n", f"\n{margin}")


def to_csv(records: Iterable[Mapping[str, Any]]) -> str:
    """Records as CSV with a header: commas, decimal points, empty where there is nothing.

    A text that a spreadsheet would run as a formula gets an apostrophe in front of it.
    """
    return "".join(csv_pieces(records))


def csv_pieces(records: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """The same, a record at a time."""
    out = io.StringIO()
    writer: csv.DictWriter[str] | None = None
    for record in records:
        if writer is None:
            writer = csv.DictWriter(out, list(record), lineterminator="\n")
            writer.writeheader()
        writer.writerow({key: _harmless(value) for key, value in record.items()})
        yield out.getvalue()
        out.seek(0)
        out.truncate()


def _harmless(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(RUN_BY_SPREADSHEETS) else value
