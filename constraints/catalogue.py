"""Lines that can be looked up by what selectors ask for, so that many rules over many lines stay cheap."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from flessenhals.constraints.selector import Condition, Selector

FEW = 16

Line = TypeVar("Line")


class Catalogue(tuple[Line, ...]):  # noqa: SLOT001 - a tuple that remembers its index
    """Lines in the plan's order, with an index by id, partner, programme, department and tag.

    The index is made when it is first asked for; of a few lines there is none, because looking at each is as fast.
    """

    _places: dict[str, dict[str | None, list[int]]]
    _years: dict[int | None, Catalogue[Line]]
    _groups: dict[str, dict[str | None, Catalogue[Line]]]

    @cached_property
    def selected(self) -> dict[Selector, list[Line]]:
        """What selectors have selected among these lines so far."""
        return {}

    def candidates(self, conditions: Sequence[Condition]) -> Iterable[Line]:
        """Lines among which are all that meet one of the conditions; in the plan's order."""
        if len(self) <= FEW:
            return self
        found: set[int] = set()
        for condition in conditions:
            field, values = _rarest(condition)
            if field is None:
                return self
            places = self._by(field)
            for value in values:
                found.update(places.get(value, ()))
        return [self[place] for place in sorted(found)]

    def grouped(self, by: str) -> dict[str | None, Catalogue[Line]]:
        """The lines by line, programme, partner or department, in the plan's order; under None those that name none."""
        groups = self.__dict__.setdefault("_groups", {})
        if by not in groups:
            lines: dict[str | None, list[Line]] = {}
            for line in self:
                lines.setdefault(getattr(line, by), []).append(line)
            groups[by] = {group: Catalogue(members) for group, members in lines.items()}
        found: dict[str | None, Catalogue[Line]] = groups[by]
        return found

    def of_year(self, year: int) -> Catalogue[Line]:
        """The lines of one year, in the plan's order."""
        if "_years" not in self.__dict__:
            years: dict[int | None, list[Line]] = {}
            for line in self:
                years.setdefault(line.year, []).append(line)  # type: ignore[attr-defined]  # asked of lines that have one
            self.__dict__["_years"] = {each: Catalogue(lines) for each, lines in years.items()}
        found: dict[int | None, Catalogue[Line]] = self.__dict__["_years"]
        return found.get(year) or Catalogue()

    def _by(self, field: str) -> dict[str | None, list[int]]:
        fields = self.__dict__.setdefault("_places", {})
        if field not in fields:
            places: dict[str | None, list[int]] = {}
            for place, line in enumerate(self):
                for value in _values(line, field):
                    places.setdefault(value, []).append(place)
            fields[field] = places
        found: dict[str | None, list[int]] = fields[field]
        return found


def catalogue(lines: Iterable[Line]) -> Catalogue[Line]:
    """These lines as a catalogue; the same one where they are one already, so that its index is kept."""
    return lines if isinstance(lines, Catalogue) else Catalogue(lines)


def _rarest(condition: Condition) -> tuple[str | None, tuple[str, ...]]:
    """The demand that leaves fewest lines, as a rule: an id, then a partner, and so on."""
    for field, values in zip(condition._fields, condition, strict=True):
        if values:
            return field, values
    return None, ()


def _values(line: Any, field: str) -> Iterable[str | None]:  # noqa: ANN401 - any line that a selector can look at
    if field == "tags":
        return dict.fromkeys(line.tags)
    return (str(line.year),) if field == "year" else (getattr(line, field),)
