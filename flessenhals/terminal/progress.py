"""How far a long command is, for whoever waits at a terminal."""

from __future__ import annotations

import sys
import time
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from fractions import Fraction

    Watch = Callable[[float | Fraction], None]

PATIENCE = 1.0


@contextmanager
def progress(what: str) -> Iterator[Watch]:
    """A bar on stderr, once it takes more than a second; nothing where stderr is no terminal.

    Args:
        what: the name that stands before the bar.

    Yields:
        A function to call with the part that is done, from 0 to 1.
    """
    if sys.stderr is None or not sys.stderr.isatty():
        yield lambda _: None
        return
    start = time.monotonic()
    bar: Watch | None = None
    with ExitStack() as shown:

        def watch(done: float | Fraction) -> None:
            nonlocal bar
            if bar is None and time.monotonic() - start > PATIENCE:
                bar = _bar(what, shown)
            if bar is not None:
                bar(done)

        yield watch


@contextmanager
def waiting(what: str) -> Iterator[None]:
    """The same for work that cannot say how far it is: a bar that moves to and fro once a second is over.

    Args:
        what: the name that stands before the bar.
    """
    if sys.stderr is None or not sys.stderr.isatty():
        yield
        return
    from threading import Timer  # noqa: PLC0415 - only where somebody looks on

    with ExitStack() as shown:
        late = Timer(PATIENCE, _bar, (what, shown, None))
        late.daemon = True
        late.start()
        try:
            yield
        finally:
            late.cancel()
            late.join()


def remark(text: str) -> None:
    """A line on stderr for whoever waits; nothing where stderr is no terminal."""
    if sys.stderr is not None and sys.stderr.isatty():
        sys.stderr.write(text + "\n")


def _bar(what: str, shown: ExitStack) -> Watch:
    """A bar that is taken away when what shows it ends."""
    from rich.console import Console  # noqa: PLC0415 - most commands are done before a bar is due
    from rich.progress import Progress  # noqa: PLC0415

    bar = shown.enter_context(Progress(console=Console(stderr=True), transient=True))
    task = bar.add_task(what, total=1.0)
    return lambda done: bar.update(task, completed=float(done))
