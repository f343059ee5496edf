"""Work in compiled code, done in a thread of its own, so that Ctrl-C ends the program while it lasts."""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    Result = TypeVar("Result")

HEARD = 0.2  # seconds


def apart(work: Callable[[], Result], name: str) -> Result:
    """The result of some work, done in a thread.

    Args:
        work: what lets other threads work beside it.
        name: of its thread; the process ends at once where one of this name is still at work when it is interrupted.

    Raises:
        Exception: what the work raises.
    """
    found: list[Result] = []
    failed: list[BaseException] = []

    def run() -> None:
        try:
            found.append(work())
        except BaseException as error:  # noqa: BLE001 - raised again where it is waited for
            failed.append(error)

    thread = Thread(target=run, name=name, daemon=True)
    thread.start()
    while thread.is_alive():
        thread.join(HEARD)  # without an end to it, Windows would hear no interrupt before Python 3.14
    if failed:
        raise failed[0]
    return found[0]
