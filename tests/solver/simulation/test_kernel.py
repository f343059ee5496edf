"""The batch kernel: what it calls optimal or infeasible is what the exact solver finds, compiled or not."""

import sys
from fractions import Fraction
from random import Random

import numpy as np
import pytest
from drawn.plans import random_ceiling, random_plan

from flessenhals.constraints import Proportional
from flessenhals.constraints.selector import lines
from flessenhals.data.plans.reader import load
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.plan.plan import Line, Plan
from flessenhals.solver.program.kernel import compiled as machine
from flessenhals.solver.program.kernel.compiled import FEW, MANY, compiled, compiles, solve_all
from flessenhals.solver.program.kernel.run import INFEASIBLE, OPTIMAL, UNSURE
from flessenhals.solver.simulation.batch import numbers

NOWHERE = np.zeros(0, np.int64)


def solved(plan: Plan, ceiling: Fraction | int) -> tuple[int, dict[str, float], set[str]]:
    """Status, split and what holds it back, by the kernel as plain Python."""
    found = numbers(plan, Fraction(ceiling))
    n = len(plan.lines)
    m = len(found.rows)
    data = np.array([float(each) for each in found.data])
    amounts, held, status = solve_all(
        m, n, data, np.array(found.equal), NOWHERE, np.zeros((1, 0)), weighed=True, covered=True
    )
    ids = [line.id for line in plan.lines]
    labels = [*map(str, found.rows), *(f"{line}.minimum" for line in ids), *(f"{line}.maximum" for line in ids)]
    marked = {label for label, mark in zip(labels, held[0], strict=True) if mark}
    return int(status[0]), dict(zip(ids, amounts[0].tolist(), strict=True)), marked


@pytest.mark.parametrize("seed", range(5))
def test_it_finds_the_split_of_the_exact_solver_or_says_that_it_is_not_sure(seed: int) -> None:
    random = Random(seed)
    statuses = []
    for _ in range(40):
        plan = random_plan(random)
        ceiling = random_ceiling(random, plan)
        status, amounts, _ = solved(plan, ceiling)
        statuses.append(status)
        try:
            exact = allocate(plan, ceiling).amounts
        except InfeasibleError:
            assert status == INFEASIBLE
            continue
        assert status in {OPTIMAL, UNSURE}
        if status == OPTIMAL:
            assert amounts == pytest.approx({line: float(amount) for line, amount in exact.items()}, abs=1e-9)
    assert statuses.count(UNSURE) <= 2
    assert {OPTIMAL, INFEASIBLE} <= set(statuses)


@pytest.mark.parametrize("scenario", [None, "strict", "by-partner", "prevention-first", "complex-cases"])
@pytest.mark.parametrize("ceiling", [40, 300, 390, 400])
def test_it_divides_the_pact_plan_as_the_exact_solver_does(scenario: str | None, ceiling: int) -> None:
    plan = load(scenario=scenario)
    status, amounts, _ = solved(plan, ceiling)
    exact = allocate(plan, Fraction(ceiling)).amounts
    assert status == OPTIMAL
    assert amounts == pytest.approx({line: float(amount) for line, amount in exact.items()}, abs=1e-9)


def test_compiled_and_plain_give_the_same_bits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "MANY", FEW)
    assert compiled() is not None
    plan = load(scenario="strict")
    found = numbers(plan, Fraction(370))
    m, n = len(found.rows), len(plan.lines)
    data = np.array([float(each) for each in found.data])
    places = np.arange(m * n + m + n, m * n + m + 2 * n)  # every maximum
    changes = data[places] * np.random.default_rng(5).uniform(0.2, 1.4, (FEW, n))
    fast = solve_all(m, n, data, np.array(found.equal), places, changes, weighed=True, covered=True)
    plain = solve_all(m, n, data, np.array(found.equal), places, changes, weighed=True, covered=True, plain=True)
    assert compiled().signatures
    for one, other in zip(fast, plain, strict=True):
        assert one.tobytes() == other.tobytes()
    assert {OPTIMAL, INFEASIBLE} <= set(fast[2])


def test_without_numba_nothing_is_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled.cache_clear()
    with monkeypatch.context() as without:
        without.setitem(sys.modules, "numba", None)
        assert compiled() is None
    compiled.cache_clear()
    assert compiled() is not None


def test_few_programs_do_not_wait_for_a_compiler_and_many_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "_lies_ready", lambda _: False)
    assert not compiles(4, 27, MANY - 1000)
    assert compiles(4, 27, MANY)
    assert compiles(40, 270, FEW)  # large programs, each of which takes plain Python long
    assert not compiles(40, 270, FEW - 1)


def test_nothing_is_compiled_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "_lies_ready", lambda _: True)
    assert not compiles(4, 27, MANY)


def test_what_holds_back_is_the_ceiling_where_nothing_else_does() -> None:
    plan = Plan(id="two", lines=tuple(Line(id=name, partner=name, proposed=Fraction(10)) for name in ("a", "b")))
    assert solved(plan, 10)[2] == {"ceiling"}
    assert solved(plan, 20)[2] == set()


def test_a_full_line_that_keeps_others_waiting_holds_back_and_one_that_does_not_does_not() -> None:
    chain = Proportional(id="follows", upstream=lines("a"), downstream=lines("b"), at_least=Fraction(1, 2))
    plan = Plan(
        id="chain",
        lines=(
            Line(id="a", partner="a", proposed=Fraction(100)),
            Line(id="b", partner="b", proposed=Fraction(10)),
            Line(id="c", partner="c", proposed=Fraction(5)),
        ),
        constraints=(chain,),
    )
    status, amounts, held = solved(plan, 100)
    assert status == OPTIMAL
    assert amounts == {"a": 20.0, "b": 10.0, "c": 5.0}
    assert held == {"follows", "b.maximum"}


def test_a_minimum_that_keeps_the_lowest_coverage_down_holds_back() -> None:
    plan = Plan(
        id="floor",
        lines=(
            Line(id="a", partner="a", proposed=Fraction(10), minimum=Fraction(9)),
            Line(id="b", partner="b", proposed=Fraction(10)),
        ),
    )
    status, amounts, held = solved(plan, 10)
    assert status == OPTIMAL
    assert amounts == {"a": 9.0, "b": 1.0}
    assert held == {"ceiling", "a.minimum"}


def test_a_choice_between_lines_that_ask_nothing_is_left_to_the_exact_solver() -> None:
    chain = Proportional(id="follows", upstream=lines("a"), downstream=lines("b", "c"), at_least=Fraction(1, 2))
    plan = Plan(
        id="unasked",
        lines=(
            Line(id="a", partner="a", proposed=Fraction(10), minimum=Fraction(10)),
            Line(id="b", partner="b", proposed=Fraction(0), maximum=Fraction(9)),
            Line(id="c", partner="c", proposed=Fraction(0), maximum=Fraction(9)),
        ),
        constraints=(chain,),
    )
    assert solved(plan, 15)[0] == UNSURE
