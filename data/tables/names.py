"""Lines and partners called by what people call them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from flessenhals.data.source.errors import Fault
from flessenhals.data.source.names import LONGEST, MOST_COMPARED, alternatives
from flessenhals.data.tables.headings import plain
from flessenhals.solver.plan.message import told

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flessenhals.data.source.tree import Text

Words = str | Mapping[str, str] | None


class Names:
    """The ids that people may mean by a text.

    Args:
        ids: each id with what it is called: one text, or one per language.
    """

    def __init__(self, ids: Iterable[tuple[str, Words]]) -> None:
        self._ids: dict[str, None] = {}
        self._by_name: dict[str, dict[str, None]] = {}
        for name, words in ids:
            self._ids[name] = None
            said = words.values() if isinstance(words, Mapping) else [words] if words else []
            for text in (name, *said):
                self._by_name.setdefault(plain(text), {})[name] = None

    def meant(self, text: str) -> list[str]:
        """The ids that a text may stand for: the id that it is, or all that are called so."""
        return [text] if text in self._ids else list(self._by_name.get(plain(text), ()))

    def resembles(self, text: str) -> bool:
        """Whether a text looks like one of the names, and may be one that was misspelt."""
        if len(self._by_name) > MOST_COMPARED:
            return False
        from difflib import get_close_matches  # noqa: PLC0415 - only a name that is not known needs it

        return bool(get_close_matches(plain(text)[:LONGEST], self._by_name, n=1))


def doubtful(cell: Text, meant: Iterable[str], what: str) -> Fault:
    """What is said of a name that several have."""
    ids = list(meant)
    shown = alternatives(ids)
    return Fault(
        cell.place,
        None,
        cell,
        told("is the name of {count} {kinds}", count=len(ids), kinds=told(what + "s")),
        told("write its id: {ids}", ids=shown),
    )
