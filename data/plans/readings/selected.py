"""The lines that a change selects, in a plan's tree that has not been read yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from flessenhals.constraints.selector import Selector
from flessenhals.data.fields.known import BY_ID, mappings
from flessenhals.data.fields.selectors import ALL, read_dated_selector
from flessenhals.data.plans.readings.holding import selection
from flessenhals.data.plans.readings.paths import PathError, line_field, parted
from flessenhals.data.plans.shape import OF_YEARS, SETTABLE
from flessenhals.data.source.errors import refused
from flessenhals.data.source.tree import Items, Mapping, Text
from flessenhals.solver.plan.message import told

if TYPE_CHECKING:
    from flessenhals.data.fields.known import Known
    from flessenhals.data.source.errors import Place


class Selected(NamedTuple):
    """What a path with a selection in front of it leads to.

    Attributes:
        parts: per condition, the ids of the lines that are selected, and the years in which; all of them where it
            names none.
        keys: the field of each of them, and perhaps a part of it.
    """

    parts: list[tuple[set[str], tuple[str, ...]]]
    keys: list[str]


def selected_by(path: str, root: Mapping, place: Place, known: Known) -> Selected | None:
    """The lines and the field that `partner:police.minimum` leads to; None for a path without a selection.

    Raises:
        InputError: where it selects no line, or something that the plan does not know.
        PathError: where a line has no such field.
    """
    front, keys = parted(path)
    if front in {*BY_ID, *SETTABLE, *OF_YEARS} or not (
        front.startswith(("{", "[")) or ":" in front or _is_selection(front, known)
    ):
        return None
    if not keys:
        raise PathError(path, "is not a whole path", told("write {front}.FIELD", front=front))
    line_field(keys)
    selector = read_dated_selector(selection(front, place), "--set", known)
    seen = [as_selectable(line) for line in mappings(root.get("lines"))]
    parts: list[tuple[set[str], tuple[str, ...]]] = []
    for condition in selector.conditions:
        named = Selector((condition._replace(year=()),)).select(seen)
        parts.append(({line.id for line in named}, condition.year))
    if not any(lines for lines, _ in parts):
        raise refused(place, "selects no line", "name a line, partner, programme, department or tag of this plan")
    return Selected(parts, keys)


def _is_selection(front: str, known: Known) -> bool:
    """Whether these are lines, or a partner and the like, of which it is then told how they are selected."""
    names = [part.strip() for part in front.split(",")]
    return all(name == ALL or any(name in of_field for of_field in known.names.values()) for name in names)


class Selectable(NamedTuple):
    """A line as a selector sees it, before it has been read."""

    id: str
    line: str
    partner: str
    programme: str | None
    department: str | None
    tags: tuple[str, ...]
    year: int | None = None
    money: str = "structural"


def as_selectable(line: Mapping) -> Selectable:
    """A line of a plan's tree as selectors see it."""

    def text(field: str) -> str | None:
        value = line.get(field)
        return str(value) if isinstance(value, Text) else None

    tags = line.get("tags")
    labels = tuple(str(tag) for tag in tags if isinstance(tag, Text)) if isinstance(tags, Items) else ()
    name = text("id") or ""
    return Selectable(name, name, text("partner") or "", text("programme"), text("department"), labels)
