"""How far a long command is, for whoever waits at a terminal."""

from __future__ import annotations

import sys
import time
from contextlib import ExitStack, contextmanager
from threading import Lock, Timer
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from fractions import Fraction

    Watch = Callable[[float | Fraction], None]

PATIENCE = 1.0


_SHOWN = Lock()  # one bar at a time: what is waited for inside something else shows none of its own


@contextmanager
def progress(what: str) -> Iterator[Watch]:
    """A bar on stderr, once it takes more than a second; nothing where stderr is no terminal.

    Until the work says how far it is the bar moves to and fro.

    Args:
        what: the name that stands before the bar.

    Yields:
        A function to call with the part that is done, from 0 to 1.
    """
    if sys.stderr is None or not sys.stderr.isatty() or not _SHOWN.acquire(blocking=False):
        yield lambda _: None
        return
    try:
        with _Waited(what) as waited:
            yield waited.watch
    finally:
        _SHOWN.release()


@contextmanager
def waiting(what: str) -> Iterator[None]:
    """The same for work that cannot say how far it is.

    Args:
        what: the name that stands before the bar.
    """
    with progress(what):
        yield


class _Waited:
    """Work that somebody waits for, with a bar from a second on, whether it says how far it is or not.

    Args:
        what: the name that stands before the bar.
    """

    def __init__(self, what: str) -> None:
        self._what, self._start = what, time.monotonic()
        self._shown = ExitStack()
        self._bar: Watch | None = None
        self._lock, self._late = Lock(), Timer(max(PATIENCE, 0.0), self._show)
        self._late.daemon = True

    def __enter__(self) -> Self:
        self._late.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._late.cancel()
        self._late.join()
        self._shown.close()

    def watch(self, done: float | Fraction) -> None:
        """Take in how far it is."""
        if self._bar is None and time.monotonic() - self._start > PATIENCE:
            self._show()
        if self._bar is not None:
            self._bar(done)

    def _show(self) -> None:
        with self._lock:
            if self._bar is None:
                self._bar = _bar(self._what, self._shown)


def remark(text: str) -> None:
    """A line on stderr for whoever waits; nothing where stderr is no terminal."""
    if sys.stderr is not None and sys.stderr.isatty():
        sys.stderr.write(text + "\n")


def _bar(what: str, shown: ExitStack) -> Watch:
    """A bar that is taken away when what shows it ends; it moves to and fro until it is told how far the work is."""
    from rich.console import Console  # noqa: PLC0415 - most commands are done before a bar is due
    from rich.progress import Progress  # noqa: PLC0415

    bar = shown.enter_context(Progress(console=Console(stderr=True), transient=True))
    task = bar.add_task(what, total=None)
    return lambda done: bar.update(task, total=1.0, completed=float(done))
