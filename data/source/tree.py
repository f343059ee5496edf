"""A plan's text as a tree in which every value knows where it was typed.

Nothing here is a number or a yes or no yet: a scalar stays the text that people wrote.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Self

from flessenhals.solver.plan.message import told

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

    def __reduce__(self) -> tuple[type[str], tuple[str]]:
        """On another machine it is the text alone: the file that it stood in is not there."""
        return str, (str(self),)


class ByComma(Text):
    """A text where a number should stand, in a table whose decimal sign is a comma."""

    __slots__ = ()


class Computed(Text):
    """A number in a spreadsheet's cell whose last digits are no more than what computing leaves behind.

    Attributes:
        held: all that the cell holds.
    """

    __slots__ = ("held",)
    held: str

    def __new__(cls, text: str, place: Place, held: str = "") -> Self:
        """The number to its 15 significant digits."""
        new = super().__new__(cls, text, place, typed=False)
        new.held = held
        return new


class Scaled(Text):
    """A number in a spreadsheet's cell that is shown as so many thousands or millions.

    Attributes:
        factor: what the cell holds for each 1 that it shows.
    """

    __slots__ = ("factor",)
    factor: int

    def __new__(cls, text: str, place: Place, factor: int = 1) -> Self:
        """The number that a cell holds."""
        new = super().__new__(cls, text, place, typed=False)
        new.factor = factor
        return new


class Unreadable(Text):
    """A spreadsheet's cell that cannot be read with certainty, which is told where somebody needs it.

    Attributes:
        wrong, write: what is wrong with it, and what to do instead.
    """

    __slots__ = ("write", "wrong")
    wrong: str
    write: str

    def __new__(cls, text: str, place: Place, wrong: str = "", write: str = "") -> Self:
        """A cell that shows a text."""
        new = super().__new__(cls, text, place, typed=False)
        new.wrong, new.write = wrong, write
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
        """A copy whose keys can be changed without changing this one; the values are shared."""
        new = Mapping(self.place, self)
        new.key_places = dict(self.key_places)
        return new

    def having(self, key: str, value: Node) -> Mapping:
        """A copy with another value for one of its keys."""
        new = self.copied()
        new[key] = value
        return new

    def key_place(self, key: str) -> Place:
        """Where a key stands, or else the mapping itself."""
        return self.key_places.get(key, self.place)


Node = Text | Blank | Items | Mapping


class Row(NamedTuple):
    """One row of a table.

    Attributes:
        place: where it begins.
        cells: as text, None where there is nothing.
        hidden: whether people who open the table do not see it.
    """

    place: Place
    cells: list[Text | None]
    hidden: bool = False


def kind_of(node: Node) -> str:
    """What stands there, in words."""
    if isinstance(node, Mapping):
        return told("a mapping")
    if isinstance(node, Items):
        return told("a list")
    return told("one value" if isinstance(node, Text) else "missing")
