"""Files as they were saved: read once, within limits, as UTF-8."""

from __future__ import annotations

import sys
from pathlib import Path

from flessenhals.data.source.errors import Place, refused
from flessenhals.data.source.names import begin_anew
from flessenhals.data.source.witness import saw
from flessenhals.solver.plan.message import told

MOST_BYTES = 1_000_000
MOST_BYTES_OF_STDIN = 20_000_000
STDIN = "-"

_stdin: dict[str, bytes] = {}


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
    begin_anew()
    saw(path, content)
    return content


def read_stdin(wanted: str) -> bytes:
    """What stands on stdin, which is read once and kept.

    Args:
        wanted: what it is read as, such as `--plan`; it cannot be two things.

    Raises:
        InputError: where it has been read as something else, is closed, or is too large.
    """
    place = Place(f"{wanted} {STDIN}")
    if wanted in _stdin:
        return _stdin[wanted]
    if _stdin:
        raise refused(
            place, told("stdin has been read as {value}", value=next(iter(_stdin))), "give one of the two as a file"
        )
    if sys.stdin is None:
        raise refused(place, "stdin is closed", "give a file")
    content = sys.stdin.buffer.read(MOST_BYTES_OF_STDIN + 1)
    if len(content) > MOST_BYTES_OF_STDIN:
        raise refused(place, told("stdin is larger than {value:g} MB", value=MOST_BYTES_OF_STDIN / 1e6), "give a file")
    _stdin[wanted] = content
    saw(Path("stdin"), content)
    return content


def forget_stdin() -> None:
    """Let stdin be read anew, by another command."""
    _stdin.clear()


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
