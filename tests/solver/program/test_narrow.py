"""A program without what can take one value only: smaller, and with the same splits."""

from fractions import Fraction
from random import Random

import pytest
from drawn.plans import random_ceiling, random_plan

from flessenhals.constraints.constraint import own
from flessenhals.constraints.row import Row
from flessenhals.solver.program.errors import NoOptimumError
from flessenhals.solver.program.linear_program import Interval, LinearProgram, splits
from flessenhals.solver.program.presolve import narrowed
from flessenhals.solver.program.prove import prove

F = Fraction


def program(rows: list[Row], **intervals: tuple[int, int | None]) -> LinearProgram:
    variables = {
        label: Interval(F(lower), None if upper is None else F(upper)) for label, (lower, upper) in intervals.items()
    }
    return LinearProgram("small", variables, tuple(rows), {})


def test_what_is_settled_moves_to_the_right_hand_sides() -> None:
    row = Row(own("sum"), "level", {"a": F(1), "b": F(2), "c": F(1)}, "<=", F(10))

    found = narrowed(program([row], a=(4, 4), b=(0, 5), c=(0, None)))

    assert list(found.variables) == ["b", "c"]
    assert found.rows == (Row(own("sum"), "level", {"b": F(2), "c": F(1)}, "<=", F(6)),)


@pytest.mark.parametrize(
    ("sense", "coefficient", "interval"),
    [
        (">=", F(2), Interval(F(3), F(9))),
        ("<=", F(2), Interval(F(0), F(3))),
        (">=", F(-2), Interval(F(0), F(3))),
        ("<=", F(-2), Interval(F(3), F(9))),
    ],
)
def test_a_row_over_one_variable_becomes_an_end_of_its_interval(
    sense: str, coefficient: Fraction, interval: Interval
) -> None:
    side = 4 + 3 * coefficient
    row = Row(own("row"), "level", {"a": F(1), "b": coefficient}, sense, side)  # type: ignore[arg-type]

    found = narrowed(program([row], a=(4, 4), b=(0, 9)))

    assert (found.variables, found.rows) == ({"b": interval}, ())


def test_an_end_that_leaves_one_value_settles_the_next() -> None:
    equal = Row(own("equal"), "level", {"a": F(1), "b": F(1)}, "==", F(6))
    chain = Row(own("chain"), "level", {"b": F(1), "c": F(1), "d": F(1)}, ">=", F(5))

    found = narrowed(program([equal, chain], a=(4, 4), b=(0, 9), c=(0, 9), d=(0, 9)))

    assert found.rows == (Row(own("chain"), "level", {"c": F(1), "d": F(1)}, ">=", F(3)),)


@pytest.mark.parametrize("seed", range(60))
def test_every_question_keeps_its_answer(seed: int) -> None:
    random = Random(seed)
    plan = random_plan(random)
    space = splits(plan, random_ceiling(random, plan))
    try:
        inside = prove(space.asking("inside", {line.id: F(random.randint(-2, 2)) for line in plan.lines})).point
    except NoOptimumError:
        return
    settled = {line: amount for line, amount in inside.items() if random.random() < 0.5}
    space = space.fixing(settled)
    small = narrowed(space)
    wanted = {label: F(random.randint(-3, 3)) for label in small.variables}

    assert settled.keys().isdisjoint(small.variables)
    if wanted:
        assert prove(small.asking("most", wanted)).optimum == prove(space.asking("most", wanted)).optimum
