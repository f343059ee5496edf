"""The lines of a plan with years as a pandas frame, and back: a line a row, a column for each year of a series."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from flessenhals.amounts import exactly
from flessenhals.constraints.rule import Share
from flessenhals.constraints.series import Series
from flessenhals.data.fields.known import YEAR
from flessenhals.data.plans.shape import LINE, LINE_SERIES
from flessenhals.data.source.decimals import plain_decimal
from flessenhals.data.source.errors import Fault, InputError, Place, refused
from flessenhals.data.source.names import instead
from flessenhals.solver.plan.dated.plan import reduced
from flessenhals.solver.plan.dated.years import DatedLine, DatedRule, Years
from flessenhals.solver.plan.line import Line
from flessenhals.solver.plan.message import told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pandas import DataFrame

    from flessenhals.solver.plan.plan import Plan

ID, FROM, UNTIL = "id", "from", "until"
ENDS = {FROM: "first", UNTIL: "last"}
FIGURES = (*LINE_SERIES, "smallest")


def dated_frame(years: Years) -> DataFrame:
    """The lines as they were written: amounts as floats, shares as texts such as `10%`, in the plan's unit.

    A figure that differs by year has a column a year, `proposed.2026`; one that does not stands under its own name.
    """
    import pandas as pd  # noqa: PLC0415 - it takes longer to import than everything else together

    rows = [_row(dated.written_out(), years) for dated in years.lines]
    known = dict.fromkeys(name for row in rows for name in row)
    columns = [each for name in LINE if name != ID for each in known if _parted(each)[0] == name]
    index = pd.Index([dated.line.id for dated in years.lines], name=ID)
    return pd.DataFrame([[row.get(name) for name in columns] for row in rows], index=index, columns=columns)


def _row(dated: DatedLine, years: Years) -> dict[str, object]:
    found: dict[str, object] = {}
    for name in LINE:
        if name in dated.figures:
            figure = dated.figures[name]
            if isinstance(figure, Series):
                found |= {f"{name}.{year}": _cell(each) for year, each in figure.named.items()}
            else:
                found[name] = _cell(figure)
        elif name in ENDS:
            if getattr(dated, ENDS[name]) != getattr(years, ENDS[name]):
                found[name] = getattr(dated, ENDS[name])
        elif name not in {*FIGURES, ID} and (value := getattr(dated.line, name, None)) not in (None, ()):
            found[name] = float(value) if isinstance(value, Fraction) else value
    return found


def _cell(figure: object) -> object:
    if isinstance(figure, Share):
        return f"{plain_decimal(100 * figure.fraction)}%"
    return float(figure) if isinstance(figure, Fraction) else figure


def from_dated_frame(frame: DataFrame, described: Mapping[str, Any]) -> Plan:
    """The plan with years whose lines stand in a frame.

    Args:
        frame: with the fields of a line as columns; a year alone, or one behind a field as in `proposed.2026`.
        described: the plan's other fields; `years` as a `Years`, whose rules, ceilings and shift are kept, or as first
            and last; `constraints` as they are written once.

    Raises:
        InputError: for a column that is no field of a line, or a number that is none.
        InvalidPlanError: where no sensible split could exist.
    """
    given = dict(described)
    years = _years(given.pop("years"))
    rules = given.pop("constraints", None)
    whole = frame.reset_index() if frame.index.name == ID else frame
    _check(whole, years)
    written = replace(years, lines=tuple(_lines(whole, years)))
    if rules is not None:
        held = (each if isinstance(each, DatedRule) else DatedRule(rule=each) for each in rules)
        written = replace(written, rules=tuple(held))
    return reduced(written, given.pop("objective", None), **given)


def _years(given: object) -> Years:
    if isinstance(given, Years):
        return given
    if isinstance(given, Mapping) and {"first", "last"} <= given.keys() <= {"first", "last", "columns"}:
        return Years(first=int(given["first"]), last=int(given["last"]), columns=tuple(given.get("columns", ())))
    raise refused(Place("years"), "says not which years", "write years={'first': 2026, 'last': 2030}")


def _check(frame: DataFrame, years: Years) -> None:
    """See to it that every column is a field of a line, or one year of one."""
    faults = []
    for column in map(str, frame.columns):
        name, year = _parted(column)
        if name not in LINE or (year is not None and name not in FIGURES):
            faults.append(Fault(Place("frame"), None, column, "is not a field of a line", instead(column, LINE)))
        elif year is not None and year not in years.all:
            wrong = told("is outside the plan's years {first} to {last}", first=years.first, last=years.last)
            faults.append(Fault(Place("frame"), None, column, wrong, "leave it out"))
    names = {_parted(str(column))[0] for column in frame.columns}
    faults += [
        Fault(Place("frame"), None, None, "lacks a column that every line needs", told("add {name}", name=name))
        for name, field in LINE.items()
        if field.required and name not in names
    ]
    if faults:
        raise InputError(faults)


def _parted(column: str) -> tuple[str, int | None]:
    """The field of a column, and the year where it is of one."""
    if YEAR.fullmatch(column):
        return "proposed", int(column)
    name, _, year = column.partition(".")
    return (name, int(year)) if YEAR.fullmatch(year) else (column, None)


def _lines(frame: DataFrame, years: Years) -> Iterator[DatedLine]:
    for number, row in enumerate(frame.to_dict("records")):
        given: dict[str, Any] = {}
        figures: dict[str, Any] = {}
        for column, value in row.items():
            if value is None or value != value:  # noqa: PLR0124 - that is how to tell NaN
                continue
            name, year = _parted(str(column))
            where = f"frame[{number}].{column}"
            if name not in FIGURES:
                given[name] = _plain(name, value, where)
            elif year is None:
                figures[name] = _figure(value, where)
            else:
                figures.setdefault(name, {})[year] = _figure(value, where)
        start, end = int(given.pop(FROM, years.first)), int(given.pop(UNTIL, years.last))
        figures = {
            name: _series(each, years, start, f"frame[{number}].{name}", given) for name, each in figures.items()
        }
        dated = DatedLine(line=Line(proposed=Fraction(0), **given), figures=figures, first=start, last=end)
        yield replace(dated, line=replace(dated.line, proposed=dated.proposed(years.last)))


def _series(figure: Any, years: Years, start: int, where: str, given: Mapping[str, Any]) -> Any:  # noqa: ANN401 - a figure or a series
    """A series that says what it is from the beginning; of money that comes once it says what it says."""
    if not isinstance(figure, dict):
        return figure
    found = Series(dict(sorted(figure.items())))
    first = max(years.first, start)
    if found.first > first and (given.get("money") != "one-off" or where.endswith("weight")):
        wrong = told("says nothing of {wanted} up to {until}", wanted=first, until=found.first - 1)
        raise refused(Place(where), wrong, told("name {wanted} too", wanted=first))
    return found


def _figure(value: Any, where: str) -> Fraction | Share:  # noqa: ANN401 - a number of any kind, or a text
    if isinstance(value, str) and value.endswith("%"):
        return Share(exactly(value[:-1], where) / 100)
    return exactly(value, where)


def _plain(name: str, value: Any, where: str) -> Any:  # noqa: ANN401 - a field of any kind
    if name == "tags":
        return tuple(value.split()) if isinstance(value, str) else tuple(value)
    if name in {"step", "cofunded"}:
        return exactly(value, where)
    return int(value) if name == "parts" else value
