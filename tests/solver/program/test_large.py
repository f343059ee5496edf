"""Proofs of large programs, in arrays: the very figures that Fractions give, and nothing that is off by a hair."""

from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction
from random import Random

import numpy as np
import pytest
from drawn.plans import random_ceiling, random_plan
from hypothesis import given
from hypothesis import strategies as st

import flessenhals.solver.program.linear_program
from flessenhals.constraints.constraint import own
from flessenhals.constraints.row import Row, Sense
from flessenhals.solver.program.basis import Basis
from flessenhals.solver.program.certificate import Certificate, faults
from flessenhals.solver.program.elimination import SingularError, solve
from flessenhals.solver.program.highs import highs
from flessenhals.solver.program.large.rationals import Rationals, lowest, sums, total
from flessenhals.solver.program.large.system import solve_whole
from flessenhals.solver.program.linear_program import Interval, LinearProgram, splits
from flessenhals.solver.program.prove import prove
from flessenhals.solver.program.vertex import vertex

F = Fraction
# Small numbers, numbers near the ends of 64 bits, and numbers far beyond them.
WHOLE = st.integers(-100, 100) | st.integers(-(2**63), 2**63) | st.integers(-(2**80), 2**80)
EXACT = st.builds(F, WHOLE, st.integers(1, 60) | st.integers(2**31, 2**64))
FACTORS = st.integers(-1000, 1000) | st.integers(-(2**62), 2**62)


@contextmanager
def in_arrays(*, every: bool) -> Iterator[None]:
    """Every program counts as large, or none does."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(flessenhals.solver.program.linear_program, "LARGE", -1 if every else 10**9)
        yield


def fresh(program: LinearProgram) -> LinearProgram:
    """The program without what it remembers."""
    return LinearProgram(program.name, program.variables, program.rows, program.objective)


def wherever_it_fits(found: Rationals, expected: list[Fraction]) -> bool:
    return all(
        under == 0 or F(over, under) == value
        for over, under, value in zip(found.over.tolist(), found.under.tolist(), expected, strict=True)
    )


@given(st.lists(st.tuples(EXACT, EXACT), max_size=8))
def test_products_and_differences_are_exact_or_said_not_to_fit(pairs: list[tuple[Fraction, Fraction]]) -> None:
    left, right = Rationals.of([a for a, _ in pairs]), Rationals.of([b for _, b in pairs])
    assert wherever_it_fits(left, [a for a, _ in pairs])
    assert wherever_it_fits(left.times(right), [a * b for a, b in pairs])
    assert wherever_it_fits(left.less(right), [a - b for a, b in pairs])


@given(st.lists(st.tuples(EXACT, EXACT), max_size=8))
def test_what_is_known_of_two_numbers_is_so(pairs: list[tuple[Fraction, Fraction]]) -> None:
    pairs += [(a, a) for a, _ in pairs] + [(a, a * (1 + F(1, 10**15))) for a, _ in pairs]
    left, right = Rationals.of([a for a, _ in pairs]), Rationals.of([b for _, b in pairs])
    assert not [(a, b) for known, (a, b) in zip(left.same(right), pairs, strict=True) if known and a != b]
    assert not [(a, b) for known, (a, b) in zip(left.reaches(right), pairs, strict=True) if known and a < b]


def test_what_is_plain_is_known() -> None:
    left, right = Rationals.of([F(1, 3), F(2), F(-1)]), Rationals.of([F(1, 3), F(1), F(1, 7)])
    assert left.same(right).tolist() == [True, False, False]
    assert left.reaches(right).tolist() == [True, True, False]


@given(st.lists(st.lists(st.tuples(FACTORS, EXACT), max_size=5), max_size=5))
def test_sums_are_exact_or_said_not_to_fit(stretches: list[list[tuple[int, Fraction]]]) -> None:
    terms = [term for stretch in stretches for term in stretch]
    starts = np.concatenate(([0], np.cumsum([len(stretch) for stretch in stretches], dtype=np.int64)))
    factors = np.array([factor for factor, _ in terms], np.int64)
    found = sums(starts, factors, Rationals.of([amount for _, amount in terms]))
    expected = [sum((factor * amount for factor, amount in stretch), F(0)) for stretch in stretches]
    assert wherever_it_fits(found, expected)
    assert found.fits[[not stretch for stretch in stretches]].all()


@given(st.lists(EXACT, max_size=20))
def test_totals_are_exact(amounts: list[Fraction]) -> None:
    found = Rationals.of(amounts)
    assert total(found.at(found.fits)) == sum(
        (F(each) for each, fits in zip(amounts, found.fits, strict=True) if fits), F(0)
    )


@given(st.lists(st.tuples(st.integers(-(2**62), 2**62), st.integers(1, 2**62)), max_size=8))
def test_lowest_terms_are_those_of_a_fraction(pairs: list[tuple[int, int]]) -> None:
    found = lowest(np.array([a for a, _ in pairs], np.int64), np.array([b for _, b in pairs], np.int64))
    assert list(zip(found.over.tolist(), found.under.tolist(), strict=True)) == [
        F(a, b).as_integer_ratio() for a, b in pairs
    ]


def random_system(random: Random, size: int, long: int) -> tuple[list[dict[int, int]], list[Fraction]]:
    """A sparse system, some equations of which are over nearly all unknowns."""
    equations = [
        {column: random.choice([-7, -1, 1, 2, 14]) for column in random.sample(range(size), min(2, size))} | {place: 5}
        for place in range(size)
    ]
    for place in range(long):
        equations[place] = {column: random.choice([1, 3]) for column in range(size) if random.random() < 0.95}
    return equations, [F(random.randrange(-99, 99), random.choice([1, 3, 100])) for _ in range(size)]


@pytest.mark.parametrize(("size", "long"), [(1, 0), (6, 0), (120, 1), (160, 3)])
def test_a_system_in_whole_numbers_has_the_solution_that_it_has_in_fractions(size: int, long: int) -> None:
    equations, constants = random_system(Random(size), size, long)
    fractions = [{column: F(value) for column, value in each.items()} for each in equations]
    assert solve_whole(equations, constants) == solve(fractions, constants)


@pytest.mark.parametrize(
    "equations",
    [
        [{0: 1, 1: 1}, {0: 2, 1: 2}],
        [{0: 1, 1: 1}, {}],
        [{0: 1}, {0: 1}],
        [{0: 1, 1: 2}],
        [
            dict.fromkeys(range(60), 1),
            *({each: 1, each + 1: 1} for each in range(0, 118, 2)),
            *({each: 1} for each in range(60)),
        ],
    ],
)
def test_a_system_without_one_solution_is_refused(equations: list[dict[int, int]]) -> None:
    with pytest.raises(SingularError):
        solve_whole(equations, [F(1)] * len(equations))


def random_programs(count: int) -> Iterator[tuple[LinearProgram, Basis]]:
    random, found = Random(19), 0
    while found < count:
        plan = random_plan(random)
        program = splits(plan, random_ceiling(random, plan)).asking(
            "value", {line.id: line.weight for line in plan.lines}
        )
        basis = highs(program)
        if basis is not None:
            found += 1
            yield program, basis


def times(program: LinearProgram, factor: Fraction) -> LinearProgram:
    """The program in another unit: every bound and right-hand side so many times as large."""
    return LinearProgram(
        program.name,
        {
            label: Interval(each.lower * factor, None if each.upper is None else each.upper * factor)
            for label, each in program.variables.items()
        },
        tuple(row._replace(right_hand_side=row.right_hand_side * factor) for row in program.rows),
        program.objective,
    )


def moved(certificate: Certificate, random: Random, by: Fraction) -> Iterator[Certificate]:
    """The certificate with one figure moved, once for each thing that it states."""
    label, row = random.choice(list(certificate.point)), random.randrange(len(certificate.dual))

    def at_row(figures: tuple[Fraction, ...]) -> tuple[Fraction, ...]:
        return tuple(figure + by * (place == row) for place, figure in enumerate(figures))

    yield certificate._replace(point={**certificate.point, label: certificate.point[label] + by})
    yield certificate._replace(activity=at_row(certificate.activity))
    yield certificate._replace(dual=at_row(certificate.dual))
    yield certificate._replace(reduced_cost={**certificate.reduced_cost, label: certificate.reduced_cost[label] + by})
    yield certificate._replace(optimum=certificate.optimum + by)


def test_arrays_and_fractions_find_the_same_vertex_and_refuse_the_same_certificates() -> None:
    random = Random(3)
    for count, (drawn, basis) in enumerate(random_programs(150)):
        program = times(drawn, F(10**19 + 1, 3)) if count % 5 == 0 else drawn
        with in_arrays(every=False):
            expected = vertex(fresh(program), basis)
            said = faults(fresh(program), expected)
        with in_arrays(every=True):
            large = fresh(program)
            assert large.integers is not None
            assert vertex(large, basis) == expected
            assert faults(large, expected) == said
            if not said:
                for by in (F(1, 10**12), -F(1, 10**25), F(10**30)):
                    assert all(faults(large, wrong) for wrong in moved(expected, random, by))


def test_a_worse_split_with_duals_of_its_own_is_refused() -> None:
    rows = (Row(own("line", "total"), "ceiling", {"a": F(1), "b": F(1)}, "<=", F(10)),)
    program = LinearProgram(
        "value", {"a": Interval(F(0), F(6)), "b": Interval(F(0), F(6))}, rows, {"a": F(2), "b": F(1)}
    )
    worse = Certificate({"a": F(5), "b": F(5)}, (F(10),), (F(1),), {"a": F(1), "b": F(0)}, F(15))
    wrong_sign = Certificate({"a": F(6), "b": F(4)}, (F(10),), (F(-1),), {"a": F(3), "b": F(2)}, F(16))
    with in_arrays(every=True):
        assert faults(fresh(program), worse) == ["the optimum is not what the duals bound"]
        assert f"the dual of {rows[0].label} has the wrong sign" in faults(fresh(program), wrong_sign)
        best = prove(fresh(program))
        unlimited = LinearProgram("value", {**program.variables, "a": Interval(F(0))}, rows, program.objective)
        assert best.optimum == 16
        assert faults(unlimited, best) == ["a has no upper bound, and the duals do not hold it"]


@pytest.mark.parametrize("sense", ["<=", ">=", "=="])
@pytest.mark.parametrize("beyond", [F(1, 3), F(1, 10**40), F(10**40) + F(1, 7)])
def test_numbers_of_any_length_are_told_apart(sense: Sense, beyond: Fraction) -> None:
    row = Row(own("a", "rule"), "level", {"a": F(3, 7), "b": -F(1)}, sense, beyond)
    program = LinearProgram("value", {"a": Interval(F(0), 7 * beyond), "b": Interval(F(0), F(0))}, (row,), {})
    amount = beyond * F(7, 3)
    found = Certificate({"a": amount, "b": F(0)}, (beyond,), (F(0),), {"a": F(0), "b": F(0)}, F(0))
    step = {"<=": F(1), ">=": F(-1), "==": F(1)}[sense] / 10**60
    broken = found._replace(point={"a": amount + step * F(7, 3), "b": F(0)}, activity=(beyond + step,))
    with in_arrays(every=True):
        assert faults(fresh(program), found) == []
        assert faults(fresh(program), broken) == [f"{row.label} is broken"]


def test_a_small_program_of_many_coefficients_is_proved_in_arrays_too() -> None:
    random, size = Random(4), 50
    labels = [f"line {place}" for place in range(size)]
    variables = {label: Interval(F(0), F(random.randint(50, 99))) for label in labels}
    rows = tuple(
        Row(own(f"rule {place}"), "level", {label: F(random.randint(1, 99), 100) for label in labels}, "<=", F(500))
        for place in range(size)
    )
    few = LinearProgram("value", variables, rows[:30], {label: F(random.randint(1, 9)) for label in labels})
    many = LinearProgram("value", variables, rows, few.objective)
    assert few.integers is None
    assert many.integers is not None
    with in_arrays(every=False):
        expected = prove(fresh(few)).optimum
    assert prove(few).optimum == expected
    basis = highs(many)
    assert basis is not None
    found = vertex(many, basis)
    assert faults(many, found) == []
    assert sum(many.objective[label] * amount for label, amount in found.point.items()) == found.optimum < expected


def test_a_program_whose_coefficients_are_too_long_for_arrays_is_proved_without() -> None:
    row = Row(own("a", "rule"), "level", {"a": F(1, 3**50), "b": F(1)}, "<=", F(1))
    program = LinearProgram("value", {"a": Interval(F(0), F(1)), "b": Interval(F(0), F(1))}, (row,), {"b": F(1)})
    with in_arrays(every=True):
        assert fresh(program).integers is None
        assert prove(fresh(program)).optimum == 1
