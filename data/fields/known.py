"""The names that a plan uses, gathered before it is read, so that every mention of a name can be held against them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from flessenhals.data.source.names import is_identifier, slug
from flessenhals.data.source.tree import Items, Mapping, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flessenhals.data.source.tree import Node

YEAR = re.compile(r"[1-9][0-9]{3}")
MOST_YEARS = 100
BY_ID = ("lines", "constraints")
SECTIONS = {"partner": "partners", "programme": "programmes", "department": "departments"}


class Known(NamedTuple):
    """What a plan speaks of.

    Attributes:
        names: by the field of a selector, such as `partner`: the values that lines have there, and that the plan lists.
        listed: by field, the ids of a section such as `partners:`; a field without a section is missing.
        dated: whether the plan has years.
        years: the first and the last of them; None where there are none, or they cannot be read.
    """

    names: dict[str, dict[str, None]]
    listed: dict[str, dict[str, None]]
    dated: bool = False
    years: tuple[int, int] | None = None


def known_in(root: Mapping) -> Known:
    """The names in a plan's tree, whatever else may be wrong with it."""
    listed: dict[str, dict[str, None]] = {}
    for field, section in SECTIONS.items():
        given = root.get(section)
        if isinstance(given, Mapping):
            listed[field] = dict.fromkeys(given)
    names = {field: dict(listed.get(field, {})) for field in ("line", "partner", "programme", "department", "tags")}
    for line in mappings(root.get("lines")):
        for field in ("partner", "programme", "department"):
            value = line.get(field)
            if isinstance(value, Text):
                names[field][value] = None
        name, tags = line.get("id"), line.get("tags")
        if isinstance(name, Text):
            names["line"][name] = None
            if not is_identifier(name):  # what is told to write in its place is known too
                made = slug(name)
                names["line"] |= {} if made is None else {made: None}
        if isinstance(tags, Items):
            names["tags"].update(dict.fromkeys(tag for tag in tags if isinstance(tag, Text)))
    years = years_of(root.get("years"))
    if years:
        names["year"] = dict.fromkeys(map(str, range(years[0], years[1] + 1)))
    return Known(names, listed, dated="years" in root, years=years)


def years_of(node: Node | None) -> tuple[int, int] | None:
    """The first and the last year of a plan, where both are there and in this order."""
    if not isinstance(node, Mapping):
        return None
    ends = [node.get(key) for key in ("first", "last")]
    if not all(isinstance(end, Text) and YEAR.fullmatch(end) for end in ends):
        return None
    first, last = (int(str(end)) for end in ends)
    return (first, last) if 0 <= last - first < MOST_YEARS else None


def mappings(node: Node | None) -> Iterator[Mapping]:
    """The mappings in a list; none where it is no list."""
    if isinstance(node, Items):
        yield from (item for item in node if isinstance(item, Mapping))


def by_id(root: Mapping, section: str) -> dict[str, Mapping]:
    """The lines or constraints of a plan's tree by their ids; the first where an id stands twice."""
    found: dict[str, Mapping] = {}
    for item in mappings(root.get(section)):
        name = item.get("id")
        if isinstance(name, Text):
            found.setdefault(str(name), item)
    return found
