"""Program after program through both stages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.solver.program.kernel.coverage import raise_coverage
from flessenhals.solver.program.kernel.dictionary import NOTHING, State, is_kept, multipliers, overrun, start
from flessenhals.solver.program.kernel.value import FOUND, STUCK, is_optimal, keep_value, raise_value

if TYPE_CHECKING:
    from flessenhals.solver.program.kernel.dictionary import Numbers

OPTIMAL, INFEASIBLE, UNSURE = 0, 1, 2
# Relative to the largest amount: by how much a proof that nothing fits has to be clear.
CLEAR = 1e-7


def run(
    m: int,
    n: int,
    count: int,
    data: Numbers,
    equal: Numbers,
    changed: Numbers,
    changes: Numbers,
    weighed: bool,
    covered: bool,
    state: State,
    amounts: Numbers,
    held: Numbers,
    status: Numbers,
    trace: Numbers,
) -> None:
    """Solve `count` programs that differ from `data` in the places `changed`, and check every answer.

    Args:
        m: the number of rows.
        n: the number of lines.
        count: the number of programs.
        data: the program's numbers, see `dictionary`.
        equal: per row, whether it is an equality.
        changed: the places in `data` that differ.
        changes: their values, program after program.
        weighed: whether the value stage is taken.
        covered: whether the coverage stage is taken.
        state: room to work in.
        amounts: takes the splits, n amounts a program, in the plan's unit.
        held: takes, per program, which rows (m), minimums (n) and maximums (n) hold back the value or the lowest
            coverage of a line that the value leaves free.
        status: takes `OPTIMAL` or `INFEASIBLE`, each checked, or `UNSURE`.
        trace: takes the steps of the last program, as `solve` says; of length 0 where nobody asks for them.
    """
    many = len(changed)
    for draw in range(count):
        for k in range(many):
            data[changed[k]] = changes[draw * many + k]
        status[draw] = solve(m, n, data, equal, weighed, covered, state, held, draw * (m + 2 * n), trace)
        for j in range(n):
            amounts[draw * n + j] = state.value[j]


def solve(
    m: int,
    n: int,
    data: Numbers,
    equal: Numbers,
    weighed: bool,
    covered: bool,
    state: State,
    held: Numbers,
    at: int,
    trace: Numbers,
) -> int:
    """One program through its stages, with the check of each.

    Writes into `trace`, where it has room, how many steps settled lines; the basic variables of the value stage (m);
    and per step its kind (`coverage.AT_MAXIMUM`, `BELOW`, `ABOVE`), its variable and the basic variables then (m).
    """
    size = start(m, n, data, equal, state, weighed)
    for j in range(n):
        state.unsettled[j] = 0
        if state.low[j] > state.high[j]:
            return INFEASIBLE if state.low[j] - state.high[j] > CLEAR * size else UNSURE
    row = raise_value(m, n, NOTHING * size, state)
    if row == STUCK:
        return UNSURE
    if row != FOUND:
        multipliers(m, n, row, state)
        v = state.head[row]
        sign = 1.0 if state.value[v] < state.low[v] else -1.0
        return INFEASIBLE if overrun(m, n, sign, 0.0, data, state) > CLEAR * size else UNSURE
    reached = -1.0
    if weighed:
        if not is_optimal(m, n, size, data, state, held, at):
            return UNSURE
        reached = 0.0
        for j in range(n):
            reached += data[m * n + m + 2 * n + j] * state.value[j]
        keep_value(m, n, data, state)
    if len(trace) > 0:
        trace[0] = 0
        for i in range(m):
            trace[1 + i] = state.head[i]
    if covered and not raise_coverage(m, n, size, data, state, held, at, trace):
        return UNSURE
    return OPTIMAL if is_kept(m, n, size, reached, data, equal, state) else UNSURE
