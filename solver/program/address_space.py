"""Room for a large library, in a process that may have only so much memory."""

from __future__ import annotations

import mmap

ENOUGH = 400_000_000  # bytes, for a compiler and for the linear algebra that comes with it


def require_address_space() -> None:
    """Stop where a library that is about to be loaded may not find the memory that it takes at its start.

    Some would end the process in words of their own, and some try again for ever.

    Raises:
        MemoryError: if so.
    """
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ModuleNotFoundError:
        return
    if resource.getrlimit(resource.RLIMIT_AS)[0] == resource.RLIM_INFINITY:
        return
    try:
        mmap.mmap(-1, ENOUGH).close()
    except OSError as error:
        raise MemoryError from error
