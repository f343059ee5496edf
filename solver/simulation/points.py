"""Sobol's points, scrambled: the very ones of scipy.stats.qmc, without the second and a half that it takes to load."""

from __future__ import annotations

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Integers = NDArray[np.uint32]

BITS = 30  # of a coordinate
TABLE = Path("stats") / "_sobol_direction_numbers.npz"
PLACES = np.arange(BITS - 1, -1, -1, dtype=np.uint32)  # of the bits, the largest first


def points(inputs: int, seed: int, start: int, count: int) -> NDArray[np.float64]:
    """The points from one on, each a row of so many numbers from 0 up to 1.

        point i = shift xor (the xor of the directions at whose place i xor i // 2 has a bit)

    A matrix of random bits scrambles the directions, and random bits the point that they start from.

    Args:
        inputs: the dimension.
        seed: which scrambling.
        start: the first point, a multiple of the smallest power of two that is not below the count.
        count: how many.

    Raises:
        FileNotFoundError: if scipy is not installed or keeps its table of direction numbers somewhere else.
        OSError: if the table cannot be read.

    Source: Joe and Kuo, Constructing Sobol sequences with better two-dimensional projections, SIAM Journal on
    Scientific Computing 30, 2008, for the table; Matousek, On the L2-discrepancy for anchored boxes, Journal of
    Complexity 14, 1998, for the scrambling.
    """
    directions, first = _scrambled(inputs, seed)
    found = first ^ _xor_of(directions, start ^ (start >> 1))
    found = found[np.newaxis, :]
    for place in range(max(count - 1, 0).bit_length()):  # Gray's code of a point turns that of the half below it round
        found = np.concatenate([found, found[::-1] ^ directions[:, place]])
    scaled: NDArray[np.float64] = found[:count] * (1.0 / 2**BITS)
    return scaled


def _xor_of(directions: Integers, chosen: int) -> Integers:
    places = [place for place in range(BITS) if chosen >> place & 1]
    found: Integers = np.bitwise_xor.reduce(directions[:, places], axis=1)
    return found


@lru_cache(maxsize=8)
def _scrambled(inputs: int, seed: int) -> tuple[Integers, Integers]:
    """The scrambled directions, a row an input and a column a bit of the point's number, and where they start from."""
    (random,) = np.random.default_rng(seed).spawn(1)
    drawn = random.integers(2, size=(inputs, BITS), dtype=np.uint32)
    first = (drawn << np.arange(BITS, dtype=np.uint32)).sum(axis=1, dtype=np.uint32)
    mixing = np.tril(random.integers(2, size=(inputs, BITS, BITS), dtype=np.uint32))
    mixing[:, np.arange(BITS), np.arange(BITS)] = 1
    bits = _directions(inputs)[:, :, np.newaxis] >> PLACES & 1
    mixed = np.einsum("ipk,idk->idp", mixing, bits) & 1
    return (mixed << PLACES).sum(axis=2, dtype=np.uint32), first


def _directions(inputs: int) -> Integers:
    """The direction numbers of each input, by the recurrence of its primitive polynomial."""
    polynomials, starts = _table()
    found = np.ones((inputs, BITS), np.uint32)
    for number in range(1, inputs):
        polynomial = int(polynomials[number])
        degree = polynomial.bit_length() - 1
        row = [int(each) for each in starts[number, :degree]]
        for place in range(degree, BITS):
            made = row[place - degree]
            for back in range(degree):
                if polynomial >> (degree - 1 - back) & 1:
                    made ^= row[place - back - 1] << (back + 1)
            row.append(made)
        found[number] = row[:BITS]
    return found << PLACES


def _table() -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """A primitive polynomial and the first direction numbers for each input, as scipy ships them."""
    scipy = find_spec("scipy")
    if scipy is None or scipy.origin is None:
        raise FileNotFoundError(TABLE)
    with np.load(Path(scipy.origin).parent / TABLE) as kept:
        return kept["poly"], kept["vinit"]
