"""What draws charts, in a process of its own: it holds Python while it is at work, and would hear no interrupt."""

from __future__ import annotations

import atexit
import pickle
import subprocess
import sys
from contextlib import suppress
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

LIBRARY = "vl_convert"
LOST = "oneshot canceled"  # in the words of the library: the thread of it that was at work is gone
FEW_FILES = 64
FONTS = Path(__file__).parent.parent / "fonts"
# Takes calls in and gives answers back until nobody asks any more. What the library prints goes nowhere.
LOOP = f"""
import os, pickle, signal, sys
signal.signal(signal.SIGINT, signal.SIG_IGN)
asked, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
os.dup2(2, 1)
sys.path[:] = pickle.load(asked)
import {LIBRARY} as library
library.register_font_directory(pickle.load(asked))
while True:
    try:
        name, given = pickle.load(asked)
    except EOFError:
        break
    try:
        answer = True, getattr(library, name)(**given)
    except Exception as error:
        answer = False, str(error)
    pickle.dump(answer, answers)
    answers.flush()
"""


class DrawingError(Exception):
    """A chart could not be drawn."""


class MissingExtraError(DrawingError):
    """What draws charts is not installed."""


def draw(function: str, /, **given: object) -> Any:  # noqa: ANN401 - what the library gives back
    """What a function of the library gives back.

    Raises:
        MissingExtraError: if it is not installed.
        MemoryError: if it broke off where a process may have only so much memory, or few files.
        DrawingError: if it broke off otherwise.
        ValueError: if it refuses what it was given.
    """
    if find_spec(LIBRARY) is None:
        raise MissingExtraError("charts need vl-convert-python -> pip install 'flessenhals[briefing]'")
    process = _process()
    done = False
    try:
        done, answer = _answered(process, function, given)
    except (OSError, EOFError, pickle.UnpicklingError) as error:
        if _is_held_short():
            raise MemoryError from error
        raise DrawingError("charts: what draws them broke off -> leave other work aside, or ask for a table") from error
    finally:
        if not done:  # an interrupt as well: the answer would still come, and be taken for the next
            _end()
    return answer


def _is_held_short() -> bool:
    """Whether a process may only have so much memory here, or few files."""
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ModuleNotFoundError:
        return False
    memory, files = (resource.getrlimit(kind)[0] for kind in (resource.RLIMIT_AS, resource.RLIMIT_NOFILE))
    return memory != resource.RLIM_INFINITY or 0 <= files < FEW_FILES


def _answered(process: subprocess.Popen[bytes], name: str, given: dict[str, object]) -> tuple[bool, Any]:
    if process.stdin is None or process.stdout is None:
        raise EOFError
    pickle.dump((name, given), process.stdin)
    process.stdin.flush()
    well, answer = pickle.load(process.stdout)  # noqa: S301 - from a process of our own
    if not well and LOST in answer:
        raise EOFError(answer)
    if not well:
        raise ValueError(answer)
    return True, answer


@cache
def _process() -> subprocess.Popen[bytes]:
    command = [sys.executable, "-I", "-S", "-c", LOOP]
    # In a session of its own, because an interrupt at the keyboard goes to all processes of one.
    process = subprocess.Popen(  # noqa: S603 - our own words
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # its last words, where it breaks off, are the library's own
        start_new_session=True,
    )
    if process.stdin is not None:
        pickle.dump(sys.path, process.stdin)
        pickle.dump(str(FONTS), process.stdin)
    return process


@atexit.register
def _end() -> None:
    """End what draws, if it is there."""
    if not _process.cache_info().currsize:
        return
    process = _process()
    _process.cache_clear()
    process.kill()
    with suppress(OSError), process:  # what it was being told has nobody to go to
        pass
