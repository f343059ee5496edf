"""The exact simplex on programs that are known to be awkward."""

from fractions import Fraction

import pytest

from flessenhals.constraints.constraint import own
from flessenhals.constraints.row import Row
from flessenhals.solver.program.basis import Basis
from flessenhals.solver.program.certificate import faults
from flessenhals.solver.program.elimination import SingularError
from flessenhals.solver.program.exact.exact_simplex import exact
from flessenhals.solver.program.linear_program import Interval, LinearProgram
from flessenhals.solver.program.vertex import vertex

F = Fraction
OPEN = Interval()


def row(label: str, sense: str, right: int | str, **coefficients: int | str) -> Row:
    return Row(own(label), "test", {name: F(value) for name, value in coefficients.items()}, sense, F(right))  # type: ignore[arg-type]  # the three senses


def test_beales_example_does_not_cycle() -> None:
    program = LinearProgram(
        "beale",
        dict.fromkeys(["a", "b", "c", "d"], OPEN),
        (
            row("first", "<=", 0, a="1/4", b=-60, c="-1/25", d=9),
            row("second", "<=", 0, a="1/2", b=-90, c="-1/50", d=3),
            row("third", "<=", 1, c=1),
        ),
        {"a": F(3, 4), "b": F(-150), "c": F(1, 50), "d": F(-6)},
    )
    basis = exact(program)
    assert basis is not None
    certificate = vertex(program, basis)
    assert faults(program, certificate) == []
    assert certificate.optimum == F(1, 20)


def test_an_equality_that_no_bound_allows_has_no_basis() -> None:
    box = {"a": Interval(F(0), F(1)), "b": Interval(F(0), F(1))}
    assert exact(LinearProgram("none", box, (row("sum", "==", 3, a=1, b=1),), {})) is None


def test_an_objective_without_limit_is_said_so() -> None:
    with pytest.raises(ArithmeticError, match="without limit"):
        exact(LinearProgram("open", {"a": OPEN}, (), {"a": F(1)}))


def test_it_goes_on_from_a_basis_that_is_not_feasible() -> None:
    program = LinearProgram(
        "box",
        {"a": Interval(F(0), F(4)), "b": Interval(F(1), F(4))},
        (row("sum", "<=", 6, a=1, b=1),),
        {"a": F(2), "b": F(1)},
    )
    start = Basis({"a": "upper", "b": "upper"}, frozenset())
    basis = exact(program, start)
    assert basis is not None
    assert vertex(program, basis).point == {"a": 4, "b": 2}


@pytest.mark.parametrize(
    "basis",
    [
        Basis({"a": "basic", "b": "lower"}, frozenset({0, 1})),
        Basis({"a": "basic", "b": "basic"}, frozenset({0, 1})),
    ],
    ids=["too many rows", "rows that depend on each other"],
)
def test_a_basis_that_decides_nothing_is_singular(basis: Basis) -> None:
    rows = (row("once", "<=", 1, a=1, b=1), row("twice", "<=", 2, a=2, b=2))
    program = LinearProgram("same", {"a": OPEN, "b": OPEN}, rows, {"a": F(1)})
    with pytest.raises(SingularError):
        vertex(program, basis)
