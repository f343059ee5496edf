"""Which lines a rule speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from flessenhals.constraints.catalogue import Catalogue

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Protocol, TypeVar

    class Selectable(Protocol):
        """What a selector looks at in a line."""

        @property
        def id(self) -> str:
            """The line's own id; of a line in one year `LINE@YEAR`."""

        @property
        def line(self) -> str:
            """The id by which a plan speaks of it: of a line in one year the line's."""

        @property
        def year(self) -> int | None:
            """The year that it is money of, where there are years."""

        @property
        def money(self) -> str:
            """`structural`, or `one-off` for money that comes once."""

        @property
        def partner(self) -> str:
            """Who gets the money."""

        @property
        def programme(self) -> str | None:
            """What it belongs to, if anything."""

        @property
        def department(self) -> str | None:
            """Who pays, where the plan says so."""

        @property
        def tags(self) -> tuple[str, ...]:
            """Free labels."""

    SelectableLine = TypeVar("SelectableLine", bound=Selectable)

FIELDS = ("line", "partner", "programme", "department", "tags")
DATED_FIELDS = (*FIELDS, "year")


class Condition(NamedTuple):
    """One set of demands on a line: every field that is given must match one of its values.

    Attributes:
        line, partner, programme, department, tags, year: the values that match; empty for a field that may be anything.
    """

    line: tuple[str, ...] = ()
    partner: tuple[str, ...] = ()
    programme: tuple[str, ...] = ()
    department: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    year: tuple[str, ...] = ()

    def matches(self, line: Selectable) -> bool:
        """Whether the line meets every demand."""
        return (
            (not self.line or line.line in self.line)
            and (not self.partner or line.partner in self.partner)
            and (not self.programme or line.programme in self.programme)
            and (not self.department or line.department in self.department)
            and (not self.tags or not set(self.tags).isdisjoint(line.tags))
            and (not self.year or str(line.year) in self.year)
        )


class Selector(NamedTuple):
    """A choice of lines: those that meet at least one of the conditions.

    Attributes:
        conditions: or-ed; one without demands selects every line.
    """

    conditions: tuple[Condition, ...]

    def select(self, lines: Iterable[SelectableLine]) -> list[SelectableLine]:
        """The selected lines, in the plan's order. A catalogue remembers them: nobody changes the list."""
        if isinstance(lines, Catalogue):
            found = lines.selected.get(self)
            if found is None:
                found = lines.selected[self] = self._among(lines.candidates(self.conditions))
            return found
        return self._among(lines)

    def _among(self, lines: Iterable[SelectableLine]) -> list[SelectableLine]:
        if len(self.conditions) == 1:
            matches = self.conditions[0].matches
            return [line for line in lines if matches(line)]
        return [line for line in lines if any(condition.matches(line) for condition in self.conditions)]


EVERYTHING = Selector((Condition(),))


def lines(*ids: str) -> Selector:
    """The selector of these lines by their ids."""
    return Selector((Condition(line=ids),))


def partner(*ids: str) -> Selector:
    """The selector of all lines of these partners."""
    return Selector((Condition(partner=ids),))


def programme(*ids: str) -> Selector:
    """The selector of all lines of these programmes."""
    return Selector((Condition(programme=ids),))
