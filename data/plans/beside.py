"""The file beside a plan that holds its lines."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

from flessenhals.data.source.errors import refused

if TYPE_CHECKING:
    from flessenhals.data.source.tree import Text


def file_beside(folder: Path | None, node: Text) -> Path:
    """The path of a file that a plan names, which has to lie in the plan's own folder or below it.

    Raises:
        InputError: for a plan that is not in a file, and for a path that leads elsewhere.
    """
    inside = not (PurePosixPath(node).is_absolute() or PureWindowsPath(node).drive or "\\" in node or "\0" in node)
    if folder is None:
        raise refused(node.place, "a plan that is not in a file has no table beside it", "write the lines themselves")
    path = folder / node
    if not inside or ".." in PurePosixPath(node).parts or not _stands_in(folder, path):
        raise refused(
            node.place, "a table stands beside the plan, or in a folder below it", "write its name, such as lines.csv"
        )
    return path


def _stands_in(folder: Path, path: Path) -> bool:
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # a name that is too long, links that go round
        return False


def is_file(path: Path) -> bool:
    """Whether there is such a file; a name that no file can have is none."""
    try:
        return path.is_file()
    except OSError:  # a name that is too long
        return False
