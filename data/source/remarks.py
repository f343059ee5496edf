"""What a reading took for what, and what it passed over: nothing is guessed in silence."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flessenhals.data.source.errors import Place


class Remark(NamedTuple):
    """One thing that was read otherwise than letter by letter.

    Attributes:
        place: where it stands.
        kind: what was done with it, such as `total` or `column`.
        typed: the text as it stands there.
        meant: what it was taken for, or what it was checked against; may be left out.
    """

    place: Place
    kind: str
    typed: str
    meant: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """The remark as plain data."""
        place = {key: value for key, value in self.place._asdict().items() if value is not None}
        return {**place, "kind": self.kind, "typed": self.typed, "read_as": self.meant}


_listening: ContextVar[dict[Remark, None] | None] = ContextVar("remarks", default=None)


@contextmanager
def heard() -> Iterator[dict[Remark, None]]:
    """Every remark of the readings meanwhile, once each, in their order."""
    found: dict[Remark, None] = {}
    token = _listening.set(found)
    try:
        yield found
    finally:
        _listening.reset(token)


def so_far() -> tuple[Remark, ...]:
    """The remarks that were heard until now."""
    return tuple(_listening.get() or ())


def remark(place: Place, kind: str, typed: str, meant: str | None = None) -> None:
    """Say how something was read, if somebody listens."""
    found = _listening.get()
    if found is not None:
        found[Remark(place, kind, typed, meant)] = None
