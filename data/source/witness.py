"""Which files a reading took in, with their checksums, for whoever has to show where figures come from."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class FileRead(NamedTuple):
    """A file that was read.

    Attributes:
        name: its name, without its folder.
        sha256: the checksum of its bytes as they were read, in hexadecimal.
    """

    name: str
    sha256: str


_listening: ContextVar[list[FileRead] | None] = ContextVar("listening", default=None)


@contextmanager
def witnessed() -> Iterator[list[FileRead]]:
    """Every file that is read meanwhile, once each, in the order in which they were first read."""
    found: list[FileRead] = []
    token = _listening.set(found)
    try:
        yield found
    finally:
        _listening.reset(token)


def saw(path: Path, content: bytes) -> None:
    """Remember what was read, if somebody wants to know."""
    found = _listening.get()
    if found is None:
        return
    from hashlib import sha256  # noqa: PLC0415 - it brings in a whole library, for documents alone

    read = FileRead(path.name, sha256(content).hexdigest())
    if read not in found:
        found.append(read)
