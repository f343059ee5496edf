"""A plan's text as a tree in which every value knows where it was typed.

Nothing here is a number or a yes or no yet: a scalar stays the text that people wrote.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Self

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Mapping as Entries

    from flessenhals.data.source.errors import Place


class Text(str):
    """A piece of text, as it was written.

    Attributes:
        place: where it stands.
        typed: whether people wrote it as text; a number in a spreadsheet's cell has only one meaning.
    """

    __slots__ = ("place", "typed")
    place: Place
    typed: bool

    def __new__(cls, text: str, place: Place, *, typed: bool = True) -> Self:
        """A text that stands at a place."""
        new = str.__new__(cls, text)
        new.place = place
        new.typed = typed
        return new


class Blank:
    """A place where a value should stand and none does: nothing, `null` or `~`.

    Attributes:
        place: where it would have stood.
    """

    __slots__ = ("place",)

    def __init__(self, place: Place) -> None:
        self.place = place


class Items(list["Node"]):
    """A list.

    Attributes:
        place: where it begins.
    """

    __slots__ = ("place",)

    def __init__(self, place: Place, items: Iterable[Node] = ()) -> None:
        super().__init__(items)
        self.place = place


class Mapping(dict[str, "Node"]):
    """Values by their keys.

    Attributes:
        place: where it begins.
        key_places: where each key stands.
    """

    __slots__ = ("key_places", "place")

    def __init__(self, place: Place, entries: Entries[str, Node] | None = None) -> None:
        super().__init__(entries or {})
        self.place = place
        self.key_places: dict[str, Place] = {}

    def with_entry(self, key: str, value: Node, place: Place) -> None:
        """Set the value of a key that was typed at a place."""
        self[key] = value
        self.key_places[key] = place

    def copied(self) -> Mapping:
        """The same mapping to be changed without harm to this one; the values are shared."""
        new = Mapping(self.place, self)
        new.key_places = dict(self.key_places)
        return new

    def key_place(self, key: str) -> Place:
        """Where a key stands, or else the mapping itself."""
        return self.key_places.get(key, self.place)


Node = Text | Blank | Items | Mapping


class Row(NamedTuple):
    """One row of a table: its cells as text, None where there is nothing."""

    place: Place
    cells: list[Text | None]


def kind_of(node: Node) -> str:
    """What stands there, in words."""
    if isinstance(node, Mapping):
        return "a mapping"
    if isinstance(node, Items):
        return "a list"
    return "one value" if isinstance(node, Text) else "missing"
