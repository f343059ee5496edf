"""One year of a figure changed: its series is written out first, and that year alone gets another figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.data.fields.known import YEAR, years_of
from flessenhals.data.plans.shape import SERIES_KEYS
from flessenhals.data.source.errors import refused
from flessenhals.data.source.tree import Mapping, Text
from flessenhals.solver.plan.message import told

if TYPE_CHECKING:
    from flessenhals.data.source.errors import Place
    from flessenhals.data.source.tree import Node

LEFT_OUT = {"minimum": "0", "maximum": "100%", "weight": "1", "existing": "0"}


class OfYears(Mapping):
    """Another figure in some years, by year; the other years keep theirs."""

    __slots__ = ()


def of_years(keys: list[str], value: Node, place: Place) -> tuple[list[str], Node]:
    """A path and its value, where a path that ends in a year becomes one of that year's figure.

    Args:
        keys: the parts of a path, `["proposed", "2024"]`.
        value: what is set.
        place: where that is said.
    """
    if len(keys) > 1 and YEAR.fullmatch(keys[-1]) and keys[-2] in SERIES_KEYS:
        changed = OfYears(place)
        changed.with_entry(keys[-1], value, place)
        return keys[:-1], changed
    return keys, value


def with_years(owner: Mapping, field: str, changed: OfYears, root: Mapping) -> Mapping:
    """The series of a field with other figures in some years.

    Args:
        owner: the line, or the fields of a rule's kind.
        field: which of its figures.
        changed: the figures by year.
        root: the plan's tree, for its years.

    Raises:
        InputError: for a year that is none of the plan's, and a figure that is not there.
    """
    span = years_of(root.get("years"))
    if span is None:
        raise refused(changed.place, "needs years, and the plan has none", "leave the year out")
    first, last = span
    outside = [year for year in changed if not first <= int(year) <= last]
    if outside:
        wrong = told("{year} is outside the plan's years {first} to {last}", year=outside[0], first=first, last=last)
        raise refused(changed.place, wrong, told("write a year from {first} to {last}", first=first, last=last))
    series = _written_out(owner, field, first, last, changed.place)
    for year, value in changed.items():
        series.with_entry(year, value, changed.key_place(year))
    return series


def _written_out(owner: Mapping, field: str, first: int, last: int, place: Place) -> Mapping:
    """A figure for every year in which it says something."""
    given = owner.get(field)
    if given is None:
        if field not in LEFT_OUT:
            raise refused(place, told("{field} does not stand in the plan", field=field), "set it for all years")
        given = Text(LEFT_OUT[field], place)
    years = range(max(first, _end(owner, "from", first)), min(last, _end(owner, "until", last)) + 1)
    series = Mapping(given.place)
    if not isinstance(given, Mapping):
        asked = owner.get("proposed")
        once = owner.get("money") == "one-off" and field != "weight" and isinstance(asked, Mapping)
        for year in years:
            if not once or (isinstance(asked, Mapping) and str(year) in asked):
                series.with_entry(str(year), given, given.place)
        return series
    if owner.get("money") == "one-off" and field != "weight":
        return given.copied()
    named = sorted((int(year), year) for year in given if YEAR.fullmatch(year))
    for year in years:
        before = [key for each, key in named if each <= year]
        if before:
            series.with_entry(str(year), given[before[-1]], given.key_place(before[-1]))
    return series


def _end(owner: Mapping, name: str, otherwise: int) -> int:
    given = owner.get(name)
    return int(given) if isinstance(given, Text) and YEAR.fullmatch(given) else otherwise
