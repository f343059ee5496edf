"""The names that a plan uses, gathered before it is read, so that every mention of a name can be held against them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flessenhals.data.source.tree import Items, Mapping, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flessenhals.data.source.tree import Node

SECTIONS = {"partner": "partners", "programme": "programmes", "department": "departments"}


@dataclass(frozen=True, slots=True)
class Known:
    """What a plan speaks of.

    Attributes:
        names: by the field of a selector, such as `partner`: the values that lines have there, and that the plan lists.
        listed: by field, the ids of a section such as `partners:`; a field without a section is missing.
    """

    names: dict[str, dict[str, None]]
    listed: dict[str, dict[str, None]]


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
        if isinstance(tags, Items):
            names["tags"].update(dict.fromkeys(tag for tag in tags if isinstance(tag, Text)))
    return Known(names, listed)


def mappings(node: Node | None) -> Iterator[Mapping]:
    """The mappings in a list; none where it is no list."""
    if isinstance(node, Items):
        yield from (item for item in node if isinstance(item, Mapping))
