"""Whether an error comes from a machine that gives no more."""

from __future__ import annotations

EXHAUSTED = ("cannot allocate memory", "failed to map segment", "can't start new thread", "too many open files")


def is_exhausted(error: BaseException) -> bool:
    """Whether an error, or one of those that it came from, says that there is no more memory, or no more files."""
    seen: BaseException | None = error
    while seen is not None:
        said = str(seen).lower()
        if isinstance(seen, MemoryError) or any(words in said for words in EXHAUSTED):
            return True
        seen = seen.__cause__ or seen.__context__
    return False
