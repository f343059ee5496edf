"""Years, and figures that may differ by year, as a plan writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flessenhals.constraints.series import Series
from flessenhals.data.fields.forms import (
    AMOUNT,
    BOUND,
    CHANGE,
    FLAG,
    LAG,
    LEVEL,
    QUANTITY,
    RATIO,
    SELECTOR,
    START,
    TERMS,
    UNIT,
    WEIGHT,
)
from flessenhals.data.fields.known import YEAR
from flessenhals.data.fields.shape import Form, fault, misfit, read_items, read_text
from flessenhals.data.source.errors import Fault, InputError
from flessenhals.data.source.tree import Items, Mapping, Text
from flessenhals.solver.plan.message import told

if TYPE_CHECKING:
    from flessenhals.data.fields.known import Known
    from flessenhals.data.fields.shape import Read
    from flessenhals.data.source.tree import Node

YEAR_SCHEMA = {"type": "integer", "minimum": 1000, "maximum": 9999}
ENDS = ("from", "until")
WITHOUT_YEARS = "add years: {first: ..., last: ...} to the plan, or leave it out"


def by_year(form: Form) -> Form:
    """The form of a figure that may differ by year: one figure, or a figure by year."""
    series = {
        "type": "object",
        "patternProperties": {f"^{YEAR.pattern}$": form.schema},
        "additionalProperties": False,
        "minProperties": 1,
    }
    return Form(form.about, _series(form), {"anyOf": [form.schema, series]}, form)


def _series(form: Form) -> Read:
    def read(node: Node, field: str, known: Known) -> Any:  # noqa: ANN401 - what its form reads
        if not isinstance(node, Mapping) or not (known.dated or _has_years(node)):
            return form.read(node, field, known)
        if not known.dated:
            raise fault(node, field, None, "differs by year, and the plan has no years", WITHOUT_YEARS)
        return read_series(node, field, form, known)

    return read


def _has_years(node: Mapping) -> bool:
    return bool(node) and all(YEAR.fullmatch(key) for key in node)


def read_series(node: Mapping, field: str, form: Form, known: Known) -> Series[Any]:
    """A figure by year.

    Raises:
        InputError: with every year that is none of the plan's, and every figure that is none.
    """
    if not node:
        raise fault(
            node,
            field,
            None,
            "is empty",
            told("write {about}, or one by year: {{{known}: ...}}", about=told(form.about), known=_first(known)),
        )
    faults: list[Fault] = []
    named: dict[int, Any] = {}
    for key, value in node.items():
        try:
            year = known_year(Text(key, node.key_place(key)), field, known)
            named[year] = form.read(value, f"{field}.{key}", known)
        except InputError as error:
            faults.extend(error.faults)
    if faults:
        raise InputError(faults)
    return Series(dict(sorted(named.items())))


def known_year(text: Text, field: str, known: Known) -> int:
    """A year of the plan.

    Raises:
        InputError: where it is no year, or outside the plan.
    """
    year = read_year(text, field, known)
    if known.years and not known.years[0] <= year <= known.years[1]:
        first, last = known.years
        raise fault(
            text,
            field,
            text,
            told("is outside the plan's years {first} to {last}", first=first, last=last),
            told("write a year from {first} to {last}", first=first, last=last),
        )
    return year


def read_year(node: Node, field: str, _: Known) -> int:
    """A year, in four digits.

    Raises:
        InputError: where it is none.
    """
    text = read_text(node, field, "a year")
    if not YEAR.fullmatch(text):
        raise fault(text, field, text, "is not a year", "write it in four digits, such as 2026")
    return int(text)


def _plan_year(node: Node, field: str, known: Known) -> int:
    if not known.dated:
        raise fault(node, field, None, "needs years, and the plan has none", WITHOUT_YEARS)
    return known_year(read_text(node, field, "a year"), field, known)


def _years_held(node: Node, field: str, known: Known) -> tuple[int, ...]:
    """The years in which a rule holds: a year, a list of years, or from and until."""
    if not known.dated:
        raise fault(node, field, None, "needs years, and the plan has none", WITHOUT_YEARS)
    if isinstance(node, Text):
        return (known_year(node, field, known),)
    if isinstance(node, Items) and node:
        return tuple(sorted(set(read_items(node, field, _plan_year, known))))
    if isinstance(node, Mapping) and node:
        return _between(node, field, known)
    if isinstance(node, Items | Mapping):
        raise fault(node, field, None, "is empty", "write a year, a list of years, or {from: ..., until: ...}")
    raise misfit(node, field, "years", "write a year, a list of years, or {from: ..., until: ...}")


def _between(node: Mapping, field: str, known: Known) -> tuple[int, ...]:
    faults: list[Fault] = []
    ends: dict[str, int] = {}
    for key, value in node.items():
        if key not in ENDS:
            faults.append(
                Fault(
                    node.key_place(key),
                    None,
                    key,
                    told("is not a part of {field}", field=field),
                    "write from and until",
                )
            )
            continue
        try:
            ends[key] = _plan_year(value, key, known)
        except InputError as error:
            faults.extend(error.faults)
    if faults:
        raise InputError(faults)
    first, last = known.years or (0, 0)
    start, end = ends.get("from", first), ends.get("until", last)
    if start > end:
        raise fault(
            node,
            field,
            None,
            told("runs from {start} until {end}", start=start, end=end),
            told("write {{from: {end}, until: {start}}}", end=end, start=start),
        )
    return tuple(range(start, end + 1))


def _first(known: Known) -> int | str:
    return known.years[0] if known.years else "YEAR"


PLAN_YEAR = Form("a year of the plan", _plan_year, YEAR_SCHEMA)
YEARS_HELD = Form(
    "a year, a list of years, or {from: ..., until: ...}",
    _years_held,
    {
        "anyOf": [
            YEAR_SCHEMA,
            {"type": "array", "items": YEAR_SCHEMA, "minItems": 1},
            {
                "type": "object",
                "properties": dict.fromkeys(ENDS, YEAR_SCHEMA),
                "additionalProperties": False,
                "minProperties": 1,
            },
        ]
    },
)
ANY_YEAR = Form("a year in four digits, such as 2026", read_year, YEAR_SCHEMA)

AMOUNTS, BOUNDS, RATIOS, LEVELS = (by_year(form) for form in (AMOUNT, BOUND, RATIO, LEVEL))
WEIGHTS, QUANTITIES = by_year(WEIGHT), by_year(QUANTITY)

READ_AS = {
    "selector": SELECTOR,
    "ratio": RATIOS,
    "amount": AMOUNTS,
    "amount or share": LEVELS,
    "change": CHANGE,
    "start": START,
    "lag": LAG,
    "flag": FLAG,
    "terms": TERMS,
    "quantity": QUANTITIES,
    "unit": UNIT,
}
