"""The start of a process: `flessenhals` and `python -m flessenhals`."""

import gc
import os
import signal
import sys
from contextlib import suppress
from itertools import pairwise
from typing import NoReturn

NOT_PROVED, INTERRUPTED, SIGNALLED = 4, 130, 128
ENDINGS = ("SIGTERM", "SIGHUP")  # SIGHUP is not on Windows
BUSY = ("HiGHS", "typst")  # threads that nothing in Python can end
LEAST_MEMORY = 160_000_000  # bytes of address space, without which libraries end the process in words of their own
SELDOM = (50_000, 20, 50)  # garbage collections while modules are imported walk through all of them, and find nothing
TOO_LITTLE = "flessenhals: there is too little memory, or too few files or threads are allowed -> raise the limits"
# As among all other words, and here too: where there is too little, those may not be had any more.
TOO_LITTLE_IN_DUTCH = (
    "flessenhals: er is te weinig geheugen, of te weinig bestanden of threads zijn toegestaan -> verruim de grenzen"
)
EXHAUSTED = ("cannot allocate memory", "failed to map segment", "can't start new thread", "too many open files")


class _EndedError(BaseException):
    """Somebody asked the process to end."""


def main() -> NoReturn:
    """Run the command that was typed and stop with its exit code."""
    gc.set_threshold(*SELDOM)
    for name in ENDINGS:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) == signal.SIG_DFL:
            signal.signal(number, _end)
    try:
        _require_memory()
        # Here, because most of the time that somebody can interrupt is spent on importing.
        from flessenhals.cli import run  # noqa: PLC0415

        code = run(sys.argv[1:], exhausted=is_exhausted)
    except KeyboardInterrupt:
        code = INTERRUPTED
    except _EndedError as ended:
        code = SIGNALLED + int(ended.args[0])
    except (MemoryError, OSError, ImportError, RuntimeError) as error:
        if not is_exhausted(error):
            raise
        _tell_too_little()
        code = NOT_PROVED
    if code > SIGNALLED:
        _leave_behind(code)
    gc.freeze()  # the process ends: what it made need not be walked through to be given back
    sys.exit(code)


def _end(number: int, _: object) -> NoReturn:
    """Unwind, so that nothing half is left; the same signal once more changes nothing about that."""
    signal.signal(number, signal.SIG_IGN)
    raise _EndedError(number)


def _require_memory() -> None:
    """Stop where the process may not have the memory that its libraries need to start.

    Raises:
        MemoryError: if so.
    """
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ModuleNotFoundError:
        return
    limit = resource.getrlimit(resource.RLIMIT_AS)[0]
    if limit != resource.RLIM_INFINITY and limit < LEAST_MEMORY:
        raise MemoryError


def is_exhausted(error: BaseException) -> bool:
    """Whether an error, or one of those that it came from, says that there is no more memory, or no more files."""
    seen: BaseException | None = error
    while seen is not None:
        said = str(seen).lower()
        if isinstance(seen, MemoryError) or any(words in said for words in EXHAUSTED):
            return True
        seen = seen.__cause__ if seen.__suppress_context__ else seen.__context__
    return False


def _tell_too_little() -> None:
    """Say it on stderr, in the language that was asked, without anything that would have to be read for that."""
    given = [os.environ.get("FLESSENHALS_LANG", "")]
    given += [then for option, then in pairwise(sys.argv) if option == "--lang"]
    given += [argument.removeprefix("--lang=") for argument in sys.argv if argument.startswith("--lang=")]
    with suppress(OSError, AttributeError):
        sys.stderr.write(f"{TOO_LITTLE_IN_DUTCH if given[-1] == 'nl' else TOO_LITTLE}\n")


def _leave_behind(code: int) -> None:
    """End at once where a library is still at work: it would go on while Python takes itself down around it."""
    from threading import enumerate as threads  # noqa: PLC0415 - only where somebody interrupts

    if any(thread.name in BUSY for thread in threads()):
        os._exit(code)


if __name__ == "__main__":
    main()
