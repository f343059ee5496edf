"""The dictionary of a basis, in floating point: the moves that both stages make, and the check of a proof.

Plain functions over flat sequences: lists where they run as they stand, arrays where `compiled` has compiled them. Both
give the same bits. A program has n lines and m rows of the form Σ a·x + slack = b with a slack of 0 or more (exactly 0
for an equality), and its numbers stand in one sequence, `data`:

    a (m rows of n), b (m), lower (n), upper (n), weight (n), asked (n)

The dictionary has basic variable i as c - Σ table[i, j] · nonbasic variable j; lines are the variables 0 … n-1, slacks
n … n+m-1. Amounts are in the plan's unit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    Numbers = Any  # a list, or an array of numpy: whatever is indexed the same way

INFINITE = float("inf")
# Of amounts, relative to the largest one: what counts as nothing, and what a check allows.
NOTHING, ALLOWED = 1e-11, 1e-9
# Of coefficients, duals and reduced costs: up to the first it is rounding, from the second on it is not.
NOISE, SIGNAL = 1e-12, 1e-9


class State(NamedTuple):
    """The dictionary and what goes with it; every field is overwritten by the next program.

    Attributes:
        table: m rows of n coefficients.
        cost: per nonbasic variable, its reduced cost.
        value, low, high: per variable, what it is and between which bounds.
        rate: per row, what its basic variable gains per unit of the level.
        duals: per row of the program, its multiplier in a proof.
        left: per line, its coefficient in a proof.
        head: per row, its basic variable.
        tail: per column, its nonbasic variable.
        unsettled: per line, whether the level still holds it up.
        flipped: per column, whether it goes to its other bound in this step, or rises with the level.
    """

    table: Numbers
    cost: Numbers
    value: Numbers
    low: Numbers
    high: Numbers
    rate: Numbers
    duals: Numbers
    left: Numbers
    head: Numbers
    tail: Numbers
    unsettled: Numbers
    flipped: Numbers


def start(m: int, n: int, data: Numbers, equal: Numbers, state: State, weighed: bool) -> float:
    """Lay out the basis of slacks, each line on the bound that its weight prefers; gives the largest amount."""
    lows, highs, weights = m * n + m, m * n + m + n, m * n + m + 2 * n
    largest = 0.0
    for k in range(m * n):
        state.table[k] = data[k]
    for j in range(n):
        state.tail[j] = j
        state.cost[j] = data[weights + j] if weighed else 0.0
        state.low[j], state.high[j] = data[lows + j], data[highs + j]
        state.value[j] = data[highs + j] if state.cost[j] > 0.0 else data[lows + j]
        largest = max(largest, data[highs + j], data[lows + j])
    for i in range(m):
        total = data[m * n + i]
        largest = max(largest, abs(total))
        for j in range(n):
            total -= data[i * n + j] * state.value[j]
        state.head[i] = n + i
        state.value[n + i] = total
        state.low[n + i], state.high[n + i] = 0.0, 0.0 if equal[i] != 0 else INFINITE
    return largest


def shift(m: int, n: int, j: int, step: float, state: State) -> None:
    """Move nonbasic variable j by a step, and the basic ones with it."""
    state.value[state.tail[j]] += step
    for i in range(m):
        state.value[state.head[i]] -= state.table[i * n + j] * step


def pivot(m: int, n: int, i: int, j: int, state: State) -> None:
    """Swap basic variable i and nonbasic variable j."""
    table, cost = state.table, state.cost
    at = table[i * n + j]
    for k in range(n):
        table[i * n + k] /= at
    table[i * n + j] = 1.0 / at
    for other in range(m):
        share = table[other * n + j]
        if other != i and share != 0.0:
            for k in range(n):
                table[other * n + k] -= share * table[i * n + k]
            table[other * n + j] = -share / at
    share = cost[j]
    if share != 0.0:
        for k in range(n):
            cost[k] -= share * table[i * n + k]
        cost[j] = -share / at
    basic = state.head[i]
    state.head[i] = state.tail[j]
    state.tail[j] = basic


def multipliers(m: int, n: int, row: int, state: State) -> None:
    """Which combination of the program's own rows a row of the dictionary is; into `duals`."""
    for i in range(m):
        state.duals[i] = 0.0
    if state.head[row] >= n:
        state.duals[state.head[row] - n] = 1.0
    for j in range(n):
        if state.tail[j] >= n:
            state.duals[state.tail[j] - n] = state.table[row * n + j]


def overrun(m: int, n: int, sign: float, level: float, data: Numbers, state: State) -> float:
    """How far a combination of rows lies above what it has to be, at the least; above 0 nothing fits (Farkas).

    The lines' coefficients in it are worked out anew from the program, into `left`.
    """
    total = 0.0
    for i in range(m):
        if sign * state.duals[i] < -SIGNAL and state.high[n + i] > 0.0:
            return -INFINITE
        total -= sign * state.duals[i] * data[m * n + i]
    for j in range(n):
        at = 0.0
        for i in range(m):
            at += sign * state.duals[i] * data[i * n + j]
        state.left[j] = at
        floor = state.low[j]
        if state.unsettled[j] != 0:
            floor = max(floor, data[m * n + m + 3 * n + j] * level)
        total += at * (floor if at > 0.0 else state.high[j])
    return total


def is_kept(m: int, n: int, size: float, least: float, data: Numbers, equal: Numbers, state: State) -> bool:
    """Whether the split keeps every bound and row and reaches a value, against the program's own numbers."""
    lows, highs, weights = m * n + m, m * n + m + n, m * n + m + 2 * n
    reached = 0.0
    for j in range(n):
        given = state.value[j]
        if given < data[lows + j] - ALLOWED * size or given > data[highs + j] + ALLOWED * size:
            return False
        reached += data[weights + j] * given
    if reached < least - ALLOWED * max(size, abs(least)):
        return False
    for i in range(m):
        above = -data[m * n + i]
        for j in range(n):
            above += data[i * n + j] * state.value[j]
        if above > ALLOWED * size or (equal[i] != 0 and above < -ALLOWED * size):
            return False
    return True
