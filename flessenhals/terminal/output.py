"""Where a result goes: the screen, a pipe or a file."""

from __future__ import annotations

import errno
import os
import shutil
import stat
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Literal, TextIO

from flessenhals.data.source.errors import LONGEST_TYPED, cut
from flessenhals.solver.plan.message import told

Format = Literal["table", "json", "csv", "markdown", "svg", "png", "html", "xlsx", "lp", "mps"]
ENDINGS: dict[str, Format] = {".txt": "table", ".json": "json", ".csv": "csv", ".md": "markdown"}
PICTURES: dict[str, Format] = {".svg": "svg", ".png": "png", ".html": "html"}
SHEETS: dict[str, Format] = {".xlsx": "xlsx"}
PROGRAMS: dict[str, Format] = {".lp": "lp", ".mps": "mps"}
OF_DOCUMENTS = frozenset({".docx", ".odt", ".pdf", ".ods", ".xls", ".jpg", ".yaml", ".yml"})
PIPED_WIDTH = 120
AT_ONCE = 1_000_000  # letters
LOST = frozenset({errno.EIO, errno.ENOSPC, errno.EDQUOT})
SEPARATORS = ("/", os.sep)
PLAIN = str.maketrans(
    {"€": "EUR", "█": "#", "─": "-", "┴": "^", "░": ".", "…": "...", "§": "par. "}
    | {"−": "-", "–": "-", "—": "-", "×": "x", "·": "-", "→": "->", "≥": ">=", "≤": "<="}
    | dict.fromkeys("▁▂▃", ".")
    | dict.fromkeys("▄▅▆▇", ":")
)


class OutputError(Exception):
    """The result could not be written."""


class TargetError(OutputError):
    """A name that no output can have, whatever the disk."""


class NobodyReadsError(Exception):
    """Whoever read along in a pipe has seen enough."""


def write(content: str | bytes | Iterator[str], target: str | None, *, force: bool = False) -> None:
    """Write a text or an image to a file, whole or not at all, or to stdout.

    Args:
        content: what to write; a long text piece by piece, in the order in which it is written.
        target: a path; None or `-` for stdout.
        force: whether a file that is there may be replaced.

    Raises:
        TargetError: if no output can have such a name.
        OutputError: if it cannot be written, or a file is there and `force` is not given.
        NobodyReadsError: if stdout is a pipe that was closed.
    """
    pieces: Iterable[str | bytes] = _gathered(content) if isinstance(content, Iterator) else [content]
    if target is None or target == "-":
        _to_stdout(pieces)
    else:
        _to_file((each.encode("utf-8") if isinstance(each, str) else each for each in pieces), target, force=force)


def _gathered(pieces: Iterator[str]) -> Iterator[str]:
    """Pieces of text put together until they are large enough to write; a short text is one piece."""
    kept: list[str] = []
    size = 0
    for piece in pieces:
        kept.append(piece)
        size += len(piece)
        if size >= AT_ONCE:
            yield "".join(kept)
            kept, size = [], 0
    yield "".join(kept)


def tell(text: str) -> None:
    """Say something on stderr; where nobody can hear it, the exit code speaks for itself."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(f"{text}\n")
        sys.stderr.flush()
    except OSError:
        _let_go(sys.stderr)


def at_terminal(target: str | None) -> bool:
    """Whether what is written goes to a terminal, and not to a pipe or a file."""
    return target in {None, "-"} and sys.stdout is not None and sys.stdout.isatty()


def width(target: str | None) -> int:
    """How many columns a table may take: the terminal's, or plenty in a pipe or a file."""
    return shutil.get_terminal_size().columns if at_terminal(target) else PIPED_WIDTH


def _to_stdout(pieces: Iterable[str | bytes]) -> None:
    if sys.stdout is None:
        raise OutputError("stdout: is closed")
    try:
        for piece in pieces:
            _write_whole(piece)
    except OSError as error:
        _let_go(sys.stdout)
        if isinstance(error, BrokenPipeError):
            raise NobodyReadsError from error
        raise OutputError(told("stdout: {reason}", reason=told(error.strerror or str(error)))) from error


def _write_whole(content: str | bytes) -> None:
    """Write until nothing is left: with PYTHONUNBUFFERED a stream takes what fits, and Python drops the rest."""
    if isinstance(content, str):
        encoding = sys.stdout.encoding or "utf-8"
        content = _in_letters_of(encoding, content)
        if not hasattr(sys.stdout, "buffer"):  # a text in memory
            sys.stdout.write(content)
            return
        content = content.encode(encoding, sys.stdout.errors or "strict")
    sys.stdout.flush()
    left = memoryview(content)
    while left:
        left = left[sys.stdout.buffer.write(left) or 0 :]
    sys.stdout.buffer.flush()


def _let_go(stream: TextIO) -> None:
    """Python would try to write the rest once more when it closes a stream at exit, and complain."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _in_letters_of(encoding: str, text: str) -> str:
    """A text as it stands, or without what a terminal of this encoding cannot show."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        bare = unicodedata.normalize("NFKD", text.translate(PLAIN))
        kept = "".join(sign for sign in bare if not unicodedata.combining(sign))
        return kept.encode(encoding, "replace").decode(encoding)
    return text


def free(target: str, *, force: bool) -> None:
    """See to it that a file may be written, before there is anything to write.

    Raises:
        TargetError: if no output can have such a name.
        OutputError: if it may not: a link, or a file that is there while `force` is not given.
    """
    if target == "-":
        return
    try:
        path = Path(target)
        if not target:
            raise TargetError("'': is no name of a file -> write one")
        if path.is_dir() or target.endswith(SEPARATORS):
            raise TargetError(told("{target}: is a folder -> name a file in it", target=target))
        if path.is_symlink():
            raise OutputError(told("{target}: is a link to another file -> name the file itself", target=target))
        if path.exists() and not path.is_file():
            raise OutputError(told("{target}: is no ordinary file -> name a file, or write to stdout", target=target))
        if path.exists() and not force:
            raise OutputError(
                told("{target}: is there already -> choose another name, or add --force to replace it", target=target)
            )
        if not path.parent.is_dir():
            raise OutputError(
                told(
                    "{target}: {reason} -> make that folder first, or choose another",
                    target=target,
                    reason=told(os.strerror(errno.ENOENT)),
                )
            )
    except (OSError, ValueError) as error:
        raise _unwritable(target, error) from error


def _to_file(pieces: Iterable[bytes], target: str, *, force: bool) -> None:
    free(target, force=force)
    path = Path(target)
    # Named before it is there, so that whatever ends the run from then on takes it away.
    temporary = path.with_name(f".{path.name[:32]}.{os.urandom(8).hex()}")
    try:
        with open(temporary, "xb", opener=_private) as file:
            file.writelines(pieces)
            file.flush()
            _settle(file.fileno())
        with suppress(OSError):  # some shares know no permissions
            temporary.chmod(_mode(path))
        _put(temporary, path, force=force)
    except (OSError, ValueError) as error:
        raise _unwritable(target, error) from error
    finally:
        _remove(temporary)


def _remove(temporary: Path) -> None:
    """Take a file away, also where the run is ended at that very moment."""
    with suppress(OSError, ValueError):
        try:
            temporary.unlink(missing_ok=True)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise


def _private(name: str, flags: int) -> int:
    """A file that nobody else may read until it is finished."""
    return os.open(name, flags | getattr(os, "O_NOFOLLOW", 0), 0o600)


def _settle(handle: int) -> None:
    """Wait until what was written is on the disk, where the file system can say so.

    Raises:
        OSError: if it cannot be kept there.
    """
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno in LOST:
            raise


def _put(temporary: Path, path: Path, *, force: bool) -> None:
    """Give the finished file its name in one step; without force only where the name is still free."""
    if force:
        temporary.replace(path)
        return
    try:
        _claim(temporary, path)
    except FileExistsError:
        raise OutputError(
            told("{path}: is there already -> choose another name, or add --force to replace it", path=path)
        ) from None


def _claim(temporary: Path, path: Path) -> None:
    try:
        path.hardlink_to(temporary)
    except FileExistsError:
        raise
    except OSError:
        # Some file systems have no links: claim the name with an empty file, which one process alone can make.
        path.open("xb").close()
        try:
            temporary.replace(path)
        except BaseException:
            path.unlink(missing_ok=True)
            raise


def _mode(path: Path) -> int:
    """The permissions of the file that is there, or those that a new file gets."""
    if path.exists():
        return stat.S_IMODE(path.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _unwritable(target: str, error: OSError | ValueError) -> OutputError:
    if isinstance(error, ValueError):
        return TargetError(told("{target}: {reason} -> choose another name", target=target, reason=told(str(error))))
    if error.errno == errno.ENAMETOOLONG:
        return TargetError(
            told(
                "{target}: {reason} -> choose a shorter name",
                target=cut(target, LONGEST_TYPED),
                reason=told(error.strerror or str(error)),
            )
        )
    return OutputError(told("{target}: {reason}", target=target, reason=told(error.strerror or str(error))))
