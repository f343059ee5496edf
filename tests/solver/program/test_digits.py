"""Systems whose solutions have many digits: worked out from floating point, and exactly what elimination gives."""

from dataclasses import replace
from fractions import Fraction
from math import comb, lcm
from random import Random

import pytest
from drawn.plans import random_ceiling, random_plan
from hypothesis import given
from hypothesis import strategies as st

import flessenhals.solver.program.large.system
import flessenhals.solver.program.linear_program
from flessenhals.solver.program.elimination import SingularError, solve
from flessenhals.solver.program.factored import Factored
from flessenhals.solver.program.highs import highs
from flessenhals.solver.program.large.digits import by_digits
from flessenhals.solver.program.large.shared import simplest
from flessenhals.solver.program.large.system import solve_whole
from flessenhals.solver.program.linear_program import splits
from flessenhals.solver.program.vertex import vertex

F = Fraction
System = tuple[list[dict[int, int]], list[Fraction]]
SINGULAR = [{0: 3, 1: 10**17}, {0: 21, 1: 7 * 10**17}]


def in_fractions(system: System) -> dict[int, Fraction]:
    equations, constants = system
    return solve([{each: F(factor) for each, factor in equation.items()} for equation in equations], constants)


def dense(random: Random, size: int, most: int) -> System:
    """A system that fills up at once, so that its solution is a quotient of large determinants."""
    equations = [{each: random.randint(1, most) for each in range(size)} for _ in range(size)]
    return equations, [F(random.randint(-most, most), random.choice([1, 3, 100])) for _ in range(size)]


def hilbert(size: int) -> list[dict[int, int]]:
    """1 / (row + column + 1) in whole numbers: each determinant is nearly nothing beside its rows."""
    common = lcm(*range(1, 2 * size))
    return [{column: common // (row + column + 1) for column in range(size)} for row in range(size)]


@pytest.fixture
def no_elimination(monkeypatch: pytest.MonkeyPatch) -> None:
    """All elimination counts as too much work."""
    monkeypatch.setattr(flessenhals.solver.program.large.system, "SMALL_WORK", -1)
    monkeypatch.setattr(flessenhals.solver.program.large.system, "MOST_WORK", 0)


@pytest.mark.parametrize(
    ("equations", "constants", "solution"),
    [
        ([{0: 4}], [F(1)], {0: F(1, 4)}),
        ([{7: 2, 3: 1}, {7: 1, 3: -1}], [F(3), F(1, 2)], {7: F(7, 6), 3: F(2, 3)}),
        ([{0: 1, 1: 1}, {0: 1, 1: -1}], [F(10**40 + 1, 3), F(-(10**40), 7)], None),
        ([{0: 10**15, 1: 1}, {0: 1, 1: 3}], [F(0), F(1)], None),
        ([{0: 1}, {1: 5, 0: 2}], [F(0), F(0)], {0: F(0), 1: F(0)}),
    ],
)
def test_systems_written_out(
    equations: list[dict[int, int]], constants: list[Fraction], solution: dict[int, Fraction] | None
) -> None:
    assert by_digits(equations, constants, Factored) == (solution or in_fractions((equations, constants)))


@given(
    st.integers(1, 6).flatmap(
        lambda size: st.lists(
            st.tuples(
                st.dictionaries(
                    st.integers(0, size - 1), st.integers(-(10**6), 10**6).filter(bool), min_size=1, max_size=size
                ),
                st.fractions(),
            ),
            min_size=size,
            max_size=size,
        )
    )
)
def test_it_finds_what_elimination_finds_and_nothing_where_that_finds_nothing(
    given: list[tuple[dict[int, int], Fraction]],
) -> None:
    system = [equation for equation, _ in given], [constant for _, constant in given]
    found = by_digits(*system, Factored)
    try:
        assert found in (None, in_fractions(system))
    except SingularError:
        assert found is None


@pytest.mark.parametrize(("size", "most"), [(2, 9), (30, 9), (45, 10**9), (36, 2**40)])
def test_a_system_that_fills_up_has_the_solution_that_elimination_finds(size: int, most: int) -> None:
    system = dense(Random(size), size, most)
    assert by_digits(*system, Factored) == in_fractions(system)


def with_long_equations(random: Random, size: int, long: int) -> System:
    """A system that stays sparse, but for a few equations over most unknowns, of which each hangs by those."""
    equations = [
        {row - row % 4: random.choice([-7, 5, 11]), row - row % 4 + 1 + row % 3: random.choice([3, -9])}
        | {row * 17 % long: random.choice([1, -2])}
        | {row: random.choice([100, 93, 77])}
        for row in range(size)
    ]
    for row in range(long):
        equations[row] = {each: random.choice([1, 3]) for each in range(size) if random.random() < 0.3} | {row: 7}
    return equations, [F(random.randint(1, 10**6), 100) for _ in range(size)]


@pytest.mark.parametrize(
    "system",
    [dense(Random(2), 80, 1000), with_long_equations(Random(3), 1000, 20)],
    ids=["fills up", "long equations"],
)
def test_much_work_is_done_by_digits(system: System, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    monkeypatch.setattr(
        "flessenhals.solver.program.large.digits.by_digits", lambda *given: asked.append(1) or by_digits(*given)
    )
    found = solve_whole(*system, Factored)
    assert asked
    assert all(
        sum(factor * found[each] for each, factor in equation.items()) == constant
        for equation, constant in zip(*system, strict=True)
    )


def test_little_work_is_done_by_elimination(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("flessenhals.solver.program.large.digits.by_digits")
    random = Random(5)
    equations = [{row: 100, row - row % 4: random.choice([-7, 5])} for row in range(2000)]
    equations[0] = dict.fromkeys(range(2000), 1)
    system = equations, [F(random.randint(1, 10**6), 100) for _ in equations]
    assert solve_whole(*system, Factored) == in_fractions(system)


@pytest.mark.usefixtures("no_elimination")
def test_where_floating_point_is_of_no_use_elimination_goes_on() -> None:
    size = 18
    amounts = {column: F(comb(size, column), 7) for column in range(size)}
    equations = hilbert(size)
    constants = [sum((factor * amounts[each] for each, factor in equation.items()), F(0)) for equation in equations]
    assert by_digits(equations, constants, Factored) is None
    assert solve_whole(equations, constants, Factored) == amounts


@pytest.mark.parametrize("equations", [SINGULAR, [{0: 1, 1: 2}, {0: 2, 1: 4}], [{0: 1}, {0: 1}], [{0: 1}, {}]])
@pytest.mark.usefixtures("no_elimination")
def test_a_system_without_one_solution_has_none_by_digits_either(equations: list[dict[int, int]]) -> None:
    assert by_digits(equations, [F(1), F(5)], Factored) is None
    with pytest.raises(SingularError):
        solve_whole(equations, [F(1), F(5)], Factored)


@pytest.mark.usefixtures("no_elimination")
def test_coefficients_beyond_the_arrays_are_left_to_elimination() -> None:
    equations = [{0: 2**70, 1: 1}, {0: 1, 1: 1}]
    assert by_digits(equations, [F(1), F(2)], Factored) is None
    assert solve_whole(equations, [F(1), F(2)], Factored) == in_fractions((equations, [F(1), F(2)]))


@pytest.mark.usefixtures("no_elimination")
def test_programs_are_proved_by_digits_as_they_are_by_elimination(monkeypatch: pytest.MonkeyPatch) -> None:
    random, asked = Random(11), 0
    while asked < 40:
        plan = random_plan(random)
        weights = {line.id: line.weight for line in plan.lines}
        program = splits(plan, random_ceiling(random, plan)).asking("value", weights)
        basis = highs(program)
        if basis is not None:
            asked += 1
            monkeypatch.setattr(flessenhals.solver.program.linear_program, "LARGE", 10**9)
            expected = vertex(replace(program), basis)
            monkeypatch.setattr(flessenhals.solver.program.linear_program, "LARGE", -1)
            assert vertex(replace(program), basis) == expected


@given(st.lists(st.fractions(max_denominator=10**6), min_size=1, max_size=6), st.integers(-3, 3))
def test_fractions_are_read_from_their_digits(fractions: list[Fraction], off: int) -> None:
    bits = 400
    over, under = simplest([round(each * 2**bits) + off for each in fractions], bits, 4) or ([], 1)
    assert [F(each, under) for each in over] == fractions
    assert under == lcm(*(each.denominator for each in fractions))


def test_too_few_digits_tell_nothing() -> None:
    assert simplest([round(F(1, 10**9 + 7) * 2**80)], 80, 4) is None
