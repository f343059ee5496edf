"""The coverage stage of one small program: the level rises, and what holds it back is settled, until every line is.

A line that is not settled has the level times what it asks for a lower bound. Along with the level, the values of a
basis move in straight lines; where a basic one meets a bound it is swapped for one that can give way. Where none can,
that row of the dictionary is the proof that the level cannot rise (Farkas), and all that has a coefficient in it stands
on its bound in every best split (complementary slackness): it is settled. So is a line whose maximum the level meets.

Source: parametric right-hand sides (Chvátal, Linear Programming, ch. 10) for the leximin of `solver.objectives`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.solver.program.kernel.dictionary import (
    ALLOWED,
    INFINITE,
    NOISE,
    NOTHING,
    SIGNAL,
    multipliers,
    overrun,
    pivot,
)

if TYPE_CHECKING:
    from flessenhals.solver.program.kernel.dictionary import Numbers, State

MOST_STEPS = 20
# What happens next as the level rises.
ALL_SETTLED, RISES, MEETS_MAXIMUM, MEETS_LOW, MEETS_LEVEL, MEETS_HIGH = range(6)
# What a step that settles lines rests on: a maximum, or a row of the dictionary that can fall, or rise, no further.
AT_MAXIMUM, BELOW, ABOVE = range(3)


def raise_coverage(
    m: int, n: int, size: float, data: Numbers, state: State, held: Numbers, at: int, trace: Numbers
) -> bool:
    """Settle every line at its leximin coverage; False where a step or a proof is not certain.

    Marks in `held`, from `at`, what holds back the first level: rows (m), minimums (n) and maximums (n). Writes every
    step that settles lines into `trace`, as `run.solve` says, where that has room.
    """
    asked = m * n + m + 3 * n
    tiny = NOTHING * size
    for j in range(n):
        open_ = data[asked + j] > 0.0 and state.high[j] > state.low[j]
        state.unsettled[j] = 1 if open_ else 0
    for j in range(n):  # `flipped`: whether a nonbasic line rises with the level
        v = state.tail[j]
        rising = v < n and state.unsettled[v] != 0 and state.value[v] <= state.low[v] and state.low[v] <= 0.0
        state.flipped[j] = 1 if rising else 0
    level, first = 0.0, True
    for _ in range(MOST_STEPS * (m + n)):
        event, place, step = next_event(m, n, level, asked, data, state)
        if event == ALL_SETTLED:
            return is_settled(n, tiny, asked, data, state)
        if step == INFINITE:
            return False
        level += step
        rise(m, n, level, step, asked, data, state)
        if event == RISES:
            state.flipped[place] = 1
            continue
        if event == MEETS_MAXIMUM:
            v = place
            if first and data[asked + v] > state.high[v] + tiny:
                held[at + m + n + v] = 1
            first = False
            write(m, AT_MAXIMUM, v, state, trace)
            settle(v, state.high[v], state)
            continue
        v = state.head[place]
        sign = -1.0 if event == MEETS_HIGH else 1.0
        end = (
            data[asked + v] * level if event == MEETS_LEVEL else state.high[v] if event == MEETS_HIGH else state.low[v]
        )
        state.value[v] = end
        entering = gives_way(n, place, sign, tiny, level, asked, data, state)
        if entering >= 0:
            pivot(m, n, place, entering, state)
            state.flipped[entering] = 1 if event == MEETS_LEVEL else 0
            continue
        if not is_stopped(m, n, place, sign, level, size, data, state):
            return False
        if first:
            mark(m, n, level, tiny, data, state, held, at)
        first = False
        write(m, ABOVE if sign < 0.0 else BELOW, v, state, trace)
        settle(v, end, state)
        for j in range(n):
            coefficient = abs(state.table[place * n + j])
            if NOISE < coefficient < SIGNAL and state.high[state.tail[j]] > state.low[state.tail[j]]:
                return False
            if coefficient >= SIGNAL:
                settle(state.tail[j], state.value[state.tail[j]], state)
                state.flipped[j] = 0
    return False


def write(m: int, kind: int, v: int, state: State, trace: Numbers) -> None:
    """Write down a step that settles lines: its kind, its variable, and the basis that proves it."""
    if len(trace) == 0:
        return
    at = 1 + m + trace[0] * (m + 2)
    trace[0] += 1
    trace[at] = kind
    trace[at + 1] = v
    for i in range(m):
        trace[at + 2 + i] = state.head[i]


def settle(v: int, amount: float, state: State) -> None:
    """Hold a variable where it is."""
    state.value[v] = amount
    state.low[v] = amount
    state.high[v] = amount
    if v < len(state.unsettled):
        state.unsettled[v] = 0


def next_event(m: int, n: int, level: float, asked: int, data: Numbers, state: State) -> tuple[int, int, float]:
    """What happens first as the level rises, to which row, column or line, and after how much."""
    for i in range(m):
        total = 0.0
        for j in range(n):
            v = state.tail[j]
            if v < n and state.unsettled[v] != 0 and state.flipped[j] != 0:
                total -= state.table[i * n + j] * data[asked + v]
        state.rate[i] = total
    event, place, step = ALL_SETTLED, -1, INFINITE
    for v in range(n):
        if state.unsettled[v] != 0:
            until = state.high[v] / data[asked + v] - level
            if event == ALL_SETTLED or until < step:
                event, place, step = MEETS_MAXIMUM, v, max(until, 0.0)
    if event == ALL_SETTLED:
        return event, place, step
    for j in range(n):
        v = state.tail[j]
        if v < n and state.unsettled[v] != 0 and state.flipped[j] == 0 and state.value[v] <= state.low[v]:
            until = state.low[v] / data[asked + v] - level
            if until < step:
                event, place, step = RISES, j, max(until, 0.0)
    for i in range(m):
        v, rate = state.head[i], state.rate[i]
        if rate < -SIGNAL:
            until = (state.value[v] - state.low[v]) / -rate
            if until < step:
                event, place, step = MEETS_LOW, i, max(until, 0.0)
        elif rate > SIGNAL:
            until = (state.high[v] - state.value[v]) / rate
            if until < step:
                event, place, step = MEETS_HIGH, i, max(until, 0.0)
        if v < n and state.unsettled[v] != 0 and data[asked + v] - rate > SIGNAL:
            until = (state.value[v] - data[asked + v] * level) / (data[asked + v] - rate)
            if until < step:
                event, place, step = MEETS_LEVEL, i, max(until, 0.0)
    return event, place, step


def rise(m: int, n: int, level: float, step: float, asked: int, data: Numbers, state: State) -> None:
    """Move every variable along with the level."""
    for i in range(m):
        state.value[state.head[i]] += state.rate[i] * step
    for j in range(n):
        v = state.tail[j]
        if v < n and state.unsettled[v] != 0 and state.flipped[j] != 0:
            state.value[v] = data[asked + v] * level


def gives_way(n: int, row: int, sign: float, tiny: float, level: float, asked: int, data: Numbers, state: State) -> int:
    """The nonbasic variable that can move so that the row's own stays within its bound; -1 where none can."""
    found, most = -1, SIGNAL
    for j in range(n):
        v = state.tail[j]
        floor = state.low[v]
        if v < n and state.unsettled[v] != 0:
            floor = max(floor, data[asked + v] * level)
        if state.high[v] - floor > tiny:
            help_ = -sign * state.table[row * n + j]
            if state.value[v] - floor > tiny:
                help_ = -help_
            if help_ > most:
                found, most = j, help_
    return found


def is_stopped(m: int, n: int, row: int, sign: float, level: float, size: float, data: Numbers, state: State) -> bool:
    """Whether a row of the dictionary proves, in the program's own numbers, that the level cannot rise."""
    multipliers(m, n, row, state)
    if abs(overrun(m, n, sign, level, data, state)) > ALLOWED * size:
        return False
    slope = 0.0
    for j in range(n):
        if state.unsettled[j] != 0 and state.left[j] > 0.0:
            asked = data[m * n + m + 3 * n + j]
            if asked * level >= state.low[j] - ALLOWED * size:
                slope += state.left[j] * asked
    return slope > 0.0


def mark(m: int, n: int, level: float, tiny: float, data: Numbers, state: State, held: Numbers, at: int) -> None:
    """Mark what the proof rests on: rows with a multiplier, and minimums and maximums that lines stand on."""
    lows, highs, asked = m * n + m, m * n + m + n, m * n + m + 3 * n
    for i in range(m):
        if abs(state.duals[i]) > SIGNAL:
            held[at + i] = 1
    for j in range(n):
        low, high = data[lows + j], data[highs + j]
        if (
            state.left[j] > SIGNAL
            and low > 0.0
            and state.value[j] <= low + tiny
            and data[asked + j] * level < low - tiny
        ):
            held[at + m + j] = 1
        if state.left[j] < -SIGNAL and state.value[j] >= high - tiny:
            held[at + m + n + j] = 1


def is_settled(n: int, tiny: float, asked: int, data: Numbers, state: State) -> bool:
    """Whether nothing is left to decide: lines that ask nothing stand where they can get no less.

    What asks less than nothing is no line, and may stand anywhere.
    """
    for v in range(n):
        if data[asked + v] == 0.0 and state.high[v] > state.low[v] and state.value[v] > state.low[v] + tiny:
            return False
    return True
