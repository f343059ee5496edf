"""A proposal in JSON: what `allocate` and `compare` write, or amounts by line or partner."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from flessenhals.data.fields.known import YEAR
from flessenhals.data.proposals.entries import Entries, Entry, plainly
from flessenhals.data.proposals.exact import exactly_given
from flessenhals.data.source.decimals import as_decimal
from flessenhals.data.source.errors import Fault, InputError, Place, refused
from flessenhals.data.source.remarks import remark
from flessenhals.data.source.tree import Blank, Text
from flessenhals.solver.plan.message import told

if TYPE_CHECKING:
    from collections.abc import Mapping

KEYS = ("line", "partner")
AMOUNTS = ("allocated", "proposal", "amount")
LINES, RESULTS = "lines", "results"
WRITE = "write a line, a ':' and its amount, or take the JSON of allocate or compare"
MOST_SIGNIFICANT = 15


class _Number(str):
    """A number as it was written."""

    __slots__ = ()


def json_entries(text: str, file: str) -> Entries:
    """The amounts in a JSON text: those of `lines` in an answer of the tool, or a mapping of line to amount.

    Raises:
        InputError: with everything that is wrong with it.
    """
    root = _parsed(text, file)
    if not isinstance(root, dict):
        raise refused(Place(file), "holds no amounts by line", WRITE)
    if isinstance(root.get(RESULTS), list):
        wrong = told("holds {count} answers", count=len(root[RESULTS]))
        raise refused(Place(file), wrong, "keep one of them, as allocate writes it")
    if isinstance(root.get(LINES), list):
        return _of_answer(root[LINES], file)
    parts = [key for key in KEYS if isinstance(root.get(key), dict)]
    if len(parts) > 1:
        raise refused(Place(file), "has amounts by line and by partner", "keep one of them")
    by = parts[0] if parts else "line"
    amounts: Mapping[str, Any] = root[by] if parts else root
    return _entries(by, [(key, value, None) for key, value in amounts.items()], file)


def _of_answer(lines: list[Any], file: str) -> Entries:
    records = [each for each in lines if isinstance(each, dict)]
    if len(records) < len(lines) or not records:
        raise refused(Place(file, cell=LINES), "is not a list of lines", WRITE)
    field = next((name for name in AMOUNTS if name in records[0]), None)
    if field is None or not all(isinstance(each.get("id"), str) for each in records):
        raise refused(Place(file, cell=LINES), "has lines without an id or an amount", WRITE)
    if field != AMOUNTS[-1]:
        remark(Place(file, cell=LINES), "column", field, "amount")
    return _entries("line", [(each["id"], each.get(field), each.get("exact")) for each in records], file)


def _entries(by: str, amounts: list[tuple[str, Any, Any]], file: str) -> Entries:
    entries: list[Entry] = []
    faults: list[Fault] = []
    for key, value, exact, year in (each for amount in amounts for each in _by_year(*amount)):
        place = Place(file, cell=key if year is None else f"{key}@{year}")
        if value is None:
            entries.append(Entry(key, place, Blank(place), year))
        elif isinstance(value, _Number | str):
            beside = Text(exact, place) if isinstance(exact, str) and not isinstance(exact, _Number) else None
            entries.append(Entry(key, place, exactly_given(_number(value, place), beside), year))
        else:
            faults.append(Fault(place, None, None, "is not an amount", "write a number, such as 12.5"))
    if faults:
        raise InputError(faults)
    return Entries(by, tuple(entries), Place(file), plainly)


def _by_year(key: str, value: object, exact: object) -> list[tuple[str, object, object, int | None]]:
    """An amount and its exact text, or those of each year where they are objects by year."""
    if not isinstance(value, dict) or not value or not all(YEAR.fullmatch(year) for year in value):
        return [(key, value, exact, None)]
    beside = exact if isinstance(exact, dict) else {}
    return [(key, amount, beside.get(year), int(year)) for year, amount in value.items()]


def _number(value: str, place: Place) -> Text:
    """The number to its 15 digits where a computer wrote more; as it was written where people did."""
    if not isinstance(value, _Number):
        return Text(value, place)
    digits = value.replace(".", "").lstrip("0")
    written = repr(float(value)) == value and len(digits) > MOST_SIGNIFICANT
    return Text(as_decimal(float(value)) if written else value, place, typed=False)


def _parsed(text: str, file: str) -> object:
    def once(pairs: list[tuple[str, object]]) -> dict[str, object]:
        found: dict[str, object] = {}
        for key, value in pairs:
            if key in found:
                raise refused(Place(file, cell=key), told("'{key}' stands twice", key=key), "keep one of them")
            found[key] = value
        return found

    try:
        return json.loads(text, parse_float=_Number, parse_int=_Number, parse_constant=str, object_pairs_hook=once)
    except json.JSONDecodeError as error:
        wrong = "is not JSON from here on"
        raise refused(Place(file, error.lineno, error.colno), wrong, "save it again, or take a .csv") from None
    except RecursionError:
        raise refused(Place(file), "is nested too deeply", WRITE) from None
