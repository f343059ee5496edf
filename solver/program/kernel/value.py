"""The value stage of one small program: the bounded dual simplex, and its check.

Source: Maros, Computational Techniques of the Simplex Method, ch. 10 (bound flipping). Every line is boxed, so the
basis of slacks is dual feasible and there is no phase one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.solver.program.kernel.dictionary import ALLOWED, INFINITE, NOISE, SIGNAL, pivot, shift

if TYPE_CHECKING:
    from flessenhals.solver.program.kernel.dictionary import Numbers, State

FOUND, STUCK = -1, -2
MOST_STEPS = 40


def raise_value(m: int, n: int, tiny: float, state: State) -> int:
    """Make the value as large as it can be: `FOUND`, `STUCK`, or the row that shows that nothing fits."""
    for _ in range(MOST_STEPS * (m + n)):
        row, sign, short = violated(m, tiny, state)
        if row < 0:
            return FOUND
        for j in range(n):
            state.flipped[j] = 0
        entering = -1
        while entering < 0:
            entering = first_to_turn(n, row, sign, state)
            if entering < 0:
                return row
            v = state.tail[entering]
            width = abs(state.table[row * n + entering]) * (state.high[v] - state.low[v])
            if short - width > tiny:
                short -= width
                state.flipped[entering] = 1
                entering = -1
        for j in range(n):
            if state.flipped[j] != 0:
                v = state.tail[j]
                low, high = state.low[v], state.high[v]
                other = high if state.value[v] == low else low
                shift(m, n, j, other - state.value[v], state)
                state.value[v] = other
        v = state.head[row]
        end = state.low[v] if sign > 0.0 else state.high[v]
        shift(m, n, entering, (state.value[v] - end) / state.table[row * n + entering], state)
        state.value[v] = end
        pivot(m, n, row, entering, state)
    return STUCK


def violated(m: int, tiny: float, state: State) -> tuple[int, float, float]:
    """The basic variable furthest outside its bounds, on which side (1 below, -1 above) and how far; -1 for none."""
    row, sign, short = -1, 1.0, tiny
    for i in range(m):
        v = state.head[i]
        if state.low[v] - state.value[v] > short:
            row, sign, short = i, 1.0, state.low[v] - state.value[v]
        if state.value[v] - state.high[v] > short:
            row, sign, short = i, -1.0, state.value[v] - state.high[v]
    return row, sign, short


def first_to_turn(n: int, row: int, sign: float, state: State) -> int:
    """The nonbasic variable that helps and whose reduced cost meets 0 first; the one that helps most among equals."""
    found, best, most = -1, INFINITE, 0.0
    for j in range(n):
        v = state.tail[j]
        if state.flipped[j] == 0 and state.high[v] > state.low[v]:
            help_ = -sign * state.table[row * n + j]
            if state.value[v] > state.low[v]:
                help_ = -help_
            if help_ > SIGNAL:
                ratio = abs(state.cost[j]) / help_
                if ratio < best or (ratio == best and help_ > most):
                    found, best, most = j, ratio, help_
    return found


def is_optimal(m: int, n: int, size: float, data: Numbers, state: State, held: Numbers, at: int) -> bool:
    """Whether the value is proved the largest: feasible on both sides and complementary, in the program's own numbers.

    Marks in `held`, from `at`, the rows that have a dual (m), the minimums that cost something (n), and the maximums of
    which a euro more would be worth more than that euro itself (n).
    """
    weights = m * n + m + 2 * n
    off = ALLOWED * size
    heaviest = 0.0
    for i in range(m):
        state.duals[i] = 0.0
    for j in range(n):
        heaviest = max(heaviest, data[weights + j])
        if state.tail[j] >= n:
            state.duals[state.tail[j] - n] = -state.cost[j]
    small = SIGNAL * heaviest
    for j in range(n):
        if NOISE * heaviest < abs(state.cost[j]) < small:
            return False
    for i in range(m):
        dual, slack = state.duals[i], state.value[n + i]
        total = slack - data[m * n + i]
        for j in range(n):
            total += data[i * n + j] * state.value[j]
        if abs(total) > off or slack < -off or slack > state.high[n + i] + off:
            return False
        if state.high[n + i] > 0.0 and (dual < -small or (dual > small and slack > off)):
            return False
        if abs(dual) > small:
            held[at + i] = 1
    for j in range(n):
        weight = data[weights + j]
        rest = weight
        for i in range(m):
            rest -= state.duals[i] * data[i * n + j]
        given, low, high = state.value[j], state.low[j], state.high[j]
        if given < low - off or given > high + off:
            return False
        if (rest > small and given < high - off) or (rest < -small and given > low + off):
            return False
        if rest < -small and low > 0.0:
            held[at + m + j] = 1
        if rest > weight + small:
            held[at + m + n + j] = 1
    return True


def keep_value(m: int, n: int, data: Numbers, state: State) -> None:
    """Leave only the splits that reach the value: what has a reduced cost stays on its bound (complementarity)."""
    heaviest = 0.0
    for j in range(n):
        heaviest = max(heaviest, data[m * n + m + 2 * n + j])
    for j in range(n):
        v = state.tail[j]
        if heaviest > 0.0 and abs(state.cost[j]) >= SIGNAL * heaviest:
            state.low[v] = state.value[v]
            state.high[v] = state.value[v]
        state.cost[j] = 0.0
