"""How far a long command is, for whoever waits at a terminal."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from fractions import Fraction

PATIENCE = 1.0


@contextmanager
def progress(what: str) -> Iterator[Callable[[float | Fraction], None]]:
    """A bar on stderr, once it takes more than a second; nothing where stderr is no terminal.

    Args:
        what: the name that stands before the bar.

    Yields:
        A function to call with the part that is done, from 0 to 1.
    """
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    start = time.monotonic()
    shown: list[Callable[[float], None]] = []
    with _later() as begin:

        def watch(done: float | Fraction) -> None:
            if not shown and time.monotonic() - start > PATIENCE:
                shown.append(begin(what))
            for bar in shown:
                bar(float(done))

        yield watch


@contextmanager
def _later() -> Iterator[Callable[[str], Callable[[float], None]]]:
    """A way to begin a bar that is taken away at the end, if it was begun at all."""
    from contextlib import ExitStack  # noqa: PLC0415

    with ExitStack() as bars:

        def begin(what: str) -> Callable[[float], None]:
            from rich.console import Console  # noqa: PLC0415 - most commands are done before a bar is due
            from rich.progress import Progress  # noqa: PLC0415

            bar = bars.enter_context(Progress(console=Console(stderr=True), transient=True))
            task = bar.add_task(what, total=1.0)
            return lambda done: bar.update(task, completed=done)

        yield begin
