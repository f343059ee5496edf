"""Draws of what is not known well: the same for a seed and a place in the row, however the row is cut up."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np

from flessenhals.solver.plan.message import told
from flessenhals.solver.program.address_space import require_address_space
from flessenhals.solver.program.errors import SimulationError
from flessenhals.solver.simulation.points import BITS, points

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import TracebackType

    from numpy.typing import NDArray

    from flessenhals.solver.plan.plan import Uncertain

# The draws that are made, solved and proved together; a power of two, as the points ask (see `draws`).
CHUNK = 8192
AT_ONCE = 1_000_000  # numbers of inputs that are in memory at a time
# What is asked where nothing else is said.
SAMPLES, SEED = 10_000, 1
_HOOKS = Lock()


def draws(uncertain: Sequence[Uncertain], seed: int, start: int, stop: int) -> NDArray[np.float64]:
    """The draws from `start` up to `stop`, a row a draw and a column an input, in the input's own unit.

    The points are Sobol's, scrambled with the seed, and each input is the inverse of its distribution at its place.
    Latin hypercubes fill the space about as well, but only as a whole: a sample of another size is another sample.
    Draw i of Sobol's points is the same in every sample, so that any machine can begin anywhere and 10,000 draws are
    the first of a million.

    The double that comes out is the input, exactly: a draw can be proved as it was solved.

    Args:
        uncertain: triangular where it has a mode, else uniform.
        seed: which scrambling.
        start: the first draw, a multiple of the chunk.
        stop: the first draw that is left out.

    Raises:
        SimulationError: if what draws is not installed, or for more than a billion draws.
        OSError: if the table that the points are made from cannot be opened.

    Source: Owen, Scrambled Sobol' and Niederreiter-Xing points, Journal of Complexity 14, 1998.
    """
    if stop > 1 << BITS:
        raise SimulationError(told("{samples} draws are more than there are points -> ask for fewer", samples=stop))
    drawn = np.empty((stop - start, len(uncertain)))
    try:
        parts = points(len(uncertain), seed, start, stop - start)
    except FileNotFoundError:
        parts = _by_scipy(len(uncertain), seed, start, stop - start)
    for place, each in enumerate(uncertain):
        drawn[:, place] = _inverse(each, parts[:, place])
    return drawn


def each_input(uncertain: Sequence[Uncertain], seed: int, samples: int) -> Iterator[NDArray[np.float64]]:
    """The draws of each input in turn, from the first up to so many; a few inputs are in memory at a time.

    Args:
        uncertain: as in `draws`.
        seed: as in `draws`.
        samples: how many draws.
    """
    few = max(1, AT_ONCE // samples)
    for first in range(0, len(uncertain), few):
        some = slice(first, min(first + few, len(uncertain)))
        columns = np.empty((some.stop - first, samples))
        for start in range(0, samples, CHUNK):
            stop = min(start + CHUNK, samples)
            columns[:, start:stop] = draws(uncertain, seed, start, stop)[:, some].T
        yield from columns


def _by_scipy(inputs: int, seed: int, start: int, count: int) -> NDArray[np.float64]:
    """The same points, made by a scipy that keeps its table where nobody else finds it.

    Raises:
        SimulationError: if it is not installed.
        MemoryError: if the process may not have the memory for it.
    """
    require_address_space()
    try:
        from scipy.stats import qmc  # noqa: PLC0415 - an extra, and most of a second
    except ImportError as missing:
        raise SimulationError("draws need scipy -> pip install 'flessenhals[simulation]'") from missing

    with _nothing_ignored():
        found = qmc.Sobol(inputs, scramble=True, rng=np.random.default_rng(seed))
    if start:
        found.fast_forward(start)
    # Sobol's points balance in powers of two, and scipy warns of any other first number.
    parts: NDArray[np.float64] = found.random(1 << max(count - 1, 0).bit_length())[:count]
    return parts


@contextmanager
def _nothing_ignored() -> Iterator[None]:
    """Raise the first exception that compiled code prints and goes on from.

    The first points of a process read a table from disk. Where that fails, scipy prints the exception and makes its
    points from nothing.
    """
    ignored: list[BaseException] = []

    def told(_: type[BaseException], error: BaseException, __: TracebackType | None) -> None:
        ignored.append(error)

    def untold(what: sys.UnraisableHookArgs) -> None:
        if what.exc_value is not None:
            ignored.append(what.exc_value)

    with _HOOKS:
        hooks = sys.excepthook, sys.unraisablehook
        sys.excepthook, sys.unraisablehook = told, untold
        try:
            yield
        finally:
            sys.excepthook, sys.unraisablehook = hooks
    if ignored:
        raise ignored[0]


def _inverse(each: Uncertain, part: NDArray[np.float64]) -> NDArray[np.float64]:
    """The inverse of the cumulative distribution."""
    low, high = float(each.low), float(each.high)
    if each.mode is None or low == high:
        return np.clip(low + part * (high - low), low, high)
    mode, width = float(each.mode), high - low
    below = low + np.sqrt(part * (width * (mode - low)))
    above = high - np.sqrt((1 - part) * (width * (high - mode)))
    found: NDArray[np.float64] = np.clip(np.where(part * width < mode - low, below, above), low, high)
    return found
