"""Files as they were saved: read once, within limits, as UTF-8."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.data.source.errors import Place, refused
from flessenhals.data.source.witness import saw
from flessenhals.solver.plan.message import told

if TYPE_CHECKING:
    from pathlib import Path


MOST_BYTES = 1_000_000


def read_text(path: Path, *, most_bytes: int = MOST_BYTES) -> str:
    """The text of a file in UTF-8.

    Raises:
        InputError: where there is no such file, it cannot be read, it is too large, or it is not UTF-8.
    """
    return decoded(read_bytes(path, most_bytes=most_bytes), str(path))


def read_bytes(path: Path, *, most_bytes: int) -> bytes:
    """What a file holds; no more of it is read than is allowed.

    Raises:
        InputError: where there is no such file, it cannot be read, or it is too large.
    """
    place = Place(str(path))
    try:
        with path.open("rb") as file:
            content = file.read(most_bytes + 1)
    except FileNotFoundError:
        raise refused(place, "there is no such file", "check the name and the folder") from None
    except IsADirectoryError:
        raise refused(place, "is a folder, not a file", "name a file in it") from None
    except PermissionError:
        raise refused(place, "may not be read", "ask for permission to read it") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else None
        raise refused(
            place, told("cannot be read ({reason})", reason=told(reason or "no file has such a name")), "check the name"
        ) from None
    if len(content) > most_bytes:
        raise refused(
            place,
            told("is larger than {most:g} MB", most=most_bytes / 1e6),
            "put the lines in a table beside the plan",
        )
    saw(path, content)
    return content


def decoded(content: bytes, file: str) -> str:
    """Bytes in UTF-8 as text, with or without a byte order mark.

    Raises:
        InputError: naming the first byte and line that are not UTF-8.
    """
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise refused(Place(file), "is UTF-16, not UTF-8", "save it as UTF-8")
    nul = content.find(b"\0")
    if nul >= 0:
        place = Place(file, content.count(b"\n", 0, nul) + 1)
        raise refused(place, "byte 0x00 stands in no text in UTF-8", "save it as UTF-8, and as text")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = error.object[: error.start]
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8-sig")) + 1
        place = Place(file, before.count(b"\n") + 1, column)
        raise refused(
            place, told("byte 0x{byte:02X} is not UTF-8", byte=error.object[error.start]), "save it as UTF-8"
        ) from None
