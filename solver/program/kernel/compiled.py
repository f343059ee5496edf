"""The kernel as machine code, where numba is installed; the same functions as they stand where it is not."""

from __future__ import annotations

import sys
from functools import cache
from hashlib import sha256
from inspect import getsource
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from flessenhals.solver.program.address_space import require_address_space
from flessenhals.solver.program.kernel import coverage, dictionary, value
from flessenhals.solver.program.kernel import run as runs
from flessenhals.solver.program.kernel.dictionary import State

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Integers = NDArray[np.int64]

# Loading compiled code takes about as long as so many programs do as plain Python.
FEW = 256
# Where there is none yet, so many programs, or so many coefficients in all of them, take about as long as compiling it.
MANY, MUCH = 4096, 400_000
MODULES = (dictionary, value, coverage, runs)
HELPERS: tuple[Callable[..., Any], ...] = (
    dictionary.start,
    dictionary.shift,
    dictionary.pivot,
    dictionary.multipliers,
    dictionary.overrun,
    dictionary.is_kept,
    value.raise_value,
    value.violated,
    value.first_to_turn,
    value.is_optimal,
    value.keep_value,
    coverage.raise_coverage,
    coverage.write,
    coverage.settle,
    coverage.next_event,
    coverage.rise,
    coverage.gives_way,
    coverage.is_stopped,
    coverage.mark,
    coverage.is_settled,
    runs.solve,
)

_LOST: list[Any] = []  # what could not be loaded or kept


def solve_all(
    m: int,
    n: int,
    data: Floats,
    equal: Integers,
    changed: Integers,
    changes: Floats,
    *,
    weighed: bool,
    covered: bool,
    plain: bool = False,
    among: int = 0,
    trace: Integers | None = None,
) -> tuple[Floats, NDArray[np.int8], Integers]:
    """Solve a program per row of `changes`, compiled or not: the answer is the same, bit for bit.

    Args:
        m: see `run.run`, as for everything up to `covered`.
        n: the number of lines.
        data: the numbers that the programs share.
        equal: per row, 1 for an equality.
        changed: the places in `data` that differ.
        changes: their values, a row a program, a column a place.
        weighed: whether the value stage is taken.
        covered: whether the coverage stage is taken.
        plain: never compiled.
        among: how many programs of this size are solved in all, where these are some of them.
        trace: takes the steps of the last program, see `run.solve`; None where nobody asks for them.

    Returns:
        The splits (a row a program), what holds them back (a row a program; rows, minimums, maximums) and the statuses.
    """
    count = len(changes)
    engine = None if plain else _engine(m, n, max(count, among))
    shapes = {
        "table": m * n,
        "cost": n,
        "value": n + m,
        "low": n + m,
        "high": n + m,
        "rate": m,
        "duals": m,
        "left": n,
    }
    marks = {"head": m, "tail": n, "unsettled": n, "flipped": n}
    steps = np.zeros(0, np.int64) if trace is None else trace
    amounts, held, status = np.zeros(count * n), np.zeros(count * (m + 2 * n), np.int8), np.zeros(count, np.int64)
    if engine is not None:
        state = State(
            **{name: np.zeros(size) for name, size in shapes.items()},
            **{name: np.zeros(size, np.int64) for name, size in marks.items()},
        )
        # Copies, because what comes from another machine cannot be written to, and would be compiled for anew.
        given = (data.copy(), equal.copy(), changed.copy(), changes.flatten())
        _called(engine, m, n, count, *given, weighed, covered, state, amounts, held, status, steps)
        return amounts.reshape(count, n), held.reshape(count, m + 2 * n), status
    state = State(
        **{name: [0.0] * size for name, size in shapes.items()}, **{name: [0] * size for name, size in marks.items()}
    )
    lists: list[Any] = [each.tolist() for each in (data, equal, changed, changes.ravel(), amounts, held, status)]
    told = steps.tolist()
    runs.run(
        m, n, count, lists[0], lists[1], lists[2], lists[3], weighed, covered, state, lists[4], lists[5], lists[6], told
    )
    steps[:] = told
    return (
        np.array(lists[4], np.float64).reshape(count, n),
        np.array(lists[5], np.int8).reshape(count, m + 2 * n),
        np.array(lists[6], np.int64),
    )


def _called(engine: Any, *given: Any) -> None:  # noqa: ANN401 - what numba makes of a function
    """Call machine code; where what is kept of it is damaged, or no more fits there, what is made in memory alone."""
    if engine not in _LOST:
        try:
            engine(*given)
        except Exception:  # noqa: BLE001 - a damaged file raises whatever stands in it
            _LOST.append(engine)
        else:
            return
    _in_memory()(*given)


@cache
def _in_memory() -> Any:  # noqa: ANN401 - what numba makes of a function
    from numba import njit  # noqa: PLC0415 - see `compiled`

    made: Callable[..., None] = njit(_entry(), nogil=True)
    return made


@cache
def compiled() -> Any:  # noqa: ANN401 - what numba makes of a function
    """`run.run` as machine code that lets other threads work beside it; None where numba cannot be had.

    It is kept on disk where that can be written, so that it is made once per installation.

    Raises:
        MemoryError: if the process may not have the memory for that.
    """
    require_address_space()
    try:
        from numba import njit  # noqa: PLC0415 - an extra, and half a second
        from numba.extending import register_jitable  # noqa: PLC0415 - the same
    except (ImportError, ValueError):  # the latter where its own settings make no sense to it
        return None
    for helper in HELPERS:
        register_jitable(helper)
    entry = _entry()
    try:
        made: Callable[..., None] = njit(entry, nogil=True, cache=True)
    except RuntimeError:  # nowhere to keep it
        made = njit(entry, nogil=True)
    return made if hasattr(made, "signatures") else None  # its settings can keep it from compiling anything


def _entry() -> Callable[..., None]:
    """`run.run` with the version of its sources in its name, by which numba names the files that it keeps."""
    from numba.extending import register_jitable  # noqa: PLC0415 - see `compiled`

    inner: Callable[..., None] = register_jitable(runs.run)

    def entry(*given: Any) -> None:  # noqa: ANN401 - numba takes the types from what it is called with
        inner(*given)

    entry.__qualname__ = f"run_{_version()}"
    return entry


@cache
def _version() -> str:
    return sha256("".join(map(getsource, MODULES)).encode()).hexdigest()[:32]


def compiles(m: int, n: int, count: int) -> bool:
    """Whether so many programs have the kernel compiled before they are solved, which takes some seconds.

    Args:
        m: the number of rows.
        n: the number of lines.
        count: the number of programs.
    """
    engine = _engine(m, n, count)
    return engine is not None and not _lies_ready(engine)


def _engine(m: int, n: int, count: int) -> Any:  # noqa: ANN401 - what numba makes of a function
    """The machine code, where that is faster for so many programs than plain Python is; else None."""
    if count < FEW or (engine := compiled()) is None:
        return None
    pays = count >= MANY or count * m * n >= MUCH
    return engine if pays or _lies_ready(engine) else None


def _lies_ready(engine: Any) -> bool:  # noqa: ANN401 - what numba makes of a function
    """Whether the machine code was made before: in this process, or by these sources and this Python on this disk."""
    if engine.signatures:
        return True
    kept = engine.stats.cache_path
    python = f"py{sys.version_info.major}{sys.version_info.minor}"
    return kept is not None and any(Path(kept).glob(f"*{_version()}*.{python}*.nbi"))
