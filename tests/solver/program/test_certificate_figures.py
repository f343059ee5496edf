"""Every figure of a certificate counts: a proof worked out by hand, and all the ways in which it stops being one.

maximise   3 a + 2 b - c - 5 e
subject to limit:  a + 2 b + e  <= 12 1/2
           floor:  c + d - b/2  >= 6
           total:  a + d        == 9
           loose:  a            <= 7
           slack:  b            >= 1
           1 <= a <= 6,  0 <= b,  2 <= c <= 9,  0 <= d <= 4,  1/2 <= e <= 3
"""

from dataclasses import replace
from fractions import Fraction

import pytest

from flessenhals.constraints.constraint import own
from flessenhals.constraints.row import Row
from flessenhals.solver.program.certificate import Certificate, faults
from flessenhals.solver.program.linear_program import Interval, LinearProgram

F = Fraction
TINY = F(1, 10**12)
BOUND = "the optimum is not what the duals bound"
UNLIMITED = "b has no upper bound, and the duals do not hold it"
REACHED = "the optimum is not what the point reaches"

PROGRAM = LinearProgram(
    name="by hand",
    variables={
        "a": Interval(F(1), F(6)),
        "b": Interval(),
        "c": Interval(F(2), F(9)),
        "d": Interval(F(0), F(4)),
        "e": Interval(F(1, 2), F(3)),
    },
    rows=(
        Row(own("limit"), "level", {"a": F(1), "b": F(2), "e": F(1)}, "<=", F(25, 2)),
        Row(own("floor"), "level", {"b": F(-1, 2), "c": F(1), "d": F(1)}, ">=", F(6)),
        Row(own("total"), "level", {"a": F(1), "d": F(1)}, "==", F(9)),
        Row(own("loose"), "level", {"a": F(1)}, "<=", F(7)),
        Row(own("slack"), "level", {"b": F(1)}, ">=", F(1)),
    ),
    objective={"a": F(3), "b": F(2), "c": F(-1), "e": F(-5)},
)
PROOF = Certificate(
    point={"a": F(6), "b": F(3), "c": F(9, 2), "d": F(3), "e": F(1, 2)},
    activity=(F(25, 2), F(6), F(9), F(6), F(3)),
    dual=(F(3, 4), F(-1), F(1), F(0), F(0)),
    reduced_cost={"a": F(5, 4), "b": F(0), "c": F(0), "d": F(0), "e": F(-23, 4)},
    optimum=F(17),
)


def at(**amounts: Fraction) -> Certificate:
    """The same claim about another point, which is told truly."""
    point = PROOF.point | amounts
    return PROOF._replace(point=point, activity=tuple(row.activity(point) for row in PROGRAM.rows))


def priced(row: str, dual: Fraction) -> Certificate:
    """The same claim with another dual on a row, and the reduced costs that it leaves."""
    duals = tuple(dual if each.label == row else old for each, old in zip(PROGRAM.rows, PROOF.dual, strict=True))
    left = {
        label: PROGRAM.objective.get(label, F(0))
        - sum((y * each.coefficients.get(label, 0) for y, each in zip(duals, PROGRAM.rows, strict=True)), F(0))
        for label in PROGRAM.variables
    }
    return PROOF._replace(dual=duals, reduced_cost=left)


def test_the_proof_by_hand_holds() -> None:
    assert faults(PROGRAM, PROOF) == []


@pytest.mark.parametrize("step", [TINY, -TINY])
@pytest.mark.parametrize("place", range(5))
def test_an_activity_that_is_not_the_points_is_told(place: int, step: Fraction) -> None:
    moved = tuple(each + step * (number == place) for number, each in enumerate(PROOF.activity))
    assert faults(PROGRAM, PROOF._replace(activity=moved)) == [
        f"the activity of {PROGRAM.rows[place].label} is not that of the point"
    ]


@pytest.mark.parametrize("step", [TINY, -TINY])
@pytest.mark.parametrize("label", "abcde")
def test_a_reduced_cost_that_the_duals_do_not_leave_is_told(label: str, step: Fraction) -> None:
    moved = PROOF.reduced_cost | {label: PROOF.reduced_cost[label] + step}
    told = faults(PROGRAM, PROOF._replace(reduced_cost=moved))
    assert told[0] == f"the reduced cost of {label} is not what the duals leave"
    assert told[1:] == ([UNLIMITED] if label == "b" and step > 0 else [] if label in "bd" and step < 0 else [BOUND])


@pytest.mark.parametrize("step", [TINY, -TINY])
def test_an_optimum_that_neither_end_reaches_is_told_twice(step: Fraction) -> None:
    assert faults(PROGRAM, PROOF._replace(optimum=PROOF.optimum + step)) == [REACHED, BOUND]


@pytest.mark.parametrize(
    ("point", "told"),
    [
        ({"a": F(6) + TINY, "d": F(3) - TINY}, ["a is outside its bounds", "limit is broken", "floor is broken"]),
        ({"a": F(6) - TINY, "d": F(3) + TINY}, []),
        ({"b": F(3) + TINY}, ["limit is broken", "floor is broken"]),
        ({"b": F(3) - TINY}, []),
        ({"b": F(1) - TINY, "c": F(9)}, ["slack is broken"]),
        ({"b": -TINY, "c": F(9)}, ["b is outside its bounds", "slack is broken"]),
        ({"c": F(9) + TINY}, ["c is outside its bounds"]),
        ({"c": F(9, 2) - TINY}, ["floor is broken"]),
        ({"c": F(2) - TINY, "b": F(1), "a": F(5), "d": F(4)}, ["c is outside its bounds", "floor is broken"]),
        ({"a": F(5) - TINY, "d": F(4) + TINY}, ["d is outside its bounds"]),
        ({"d": F(3) + TINY}, ["total is broken"]),
        ({"d": F(3) - TINY, "c": F(5)}, ["total is broken"]),
        ({"e": F(1, 2) - TINY}, ["e is outside its bounds"]),
        ({"e": F(1, 2) + TINY}, ["limit is broken"]),
    ],
)
def test_a_point_that_breaks_something_or_does_worse_is_told(point: dict[str, Fraction], told: list[str]) -> None:
    moved = at(**point)
    reached = sum((value * moved.point[label] for label, value in PROGRAM.objective.items()), F(0))
    assert faults(PROGRAM, moved) == [*told, *([REACHED] if reached != PROOF.optimum else [])]
    assert faults(PROGRAM, moved._replace(optimum=reached)) == [*told, *([BOUND] if reached != PROOF.optimum else [])]


@pytest.mark.parametrize(
    ("row", "dual", "told"),
    [
        ("limit", F(3, 4) + TINY, [BOUND]),
        ("limit", F(3, 4) - TINY, [UNLIMITED]),
        (
            "limit",
            F(-1),
            ["the dual of limit has the wrong sign", UNLIMITED],
        ),
        ("floor", F(-1) + TINY, [UNLIMITED]),
        ("floor", F(-1) - TINY, [BOUND]),
        ("floor", F(1), ["the dual of floor has the wrong sign", UNLIMITED]),
        ("total", F(1) + TINY, [BOUND]),
        ("total", F(1) - TINY, [BOUND]),
        ("loose", TINY, [BOUND]),
        ("loose", -TINY, ["the dual of loose has the wrong sign", BOUND]),
        ("slack", TINY, ["the dual of slack has the wrong sign", BOUND]),
        ("slack", -TINY, [UNLIMITED]),
    ],
)
def test_other_duals_prove_nothing(row: str, dual: Fraction, told: list[str]) -> None:
    assert faults(PROGRAM, priced(row, dual)) == told


def test_the_dual_of_an_equality_may_have_either_sign() -> None:
    rows = (Row(own("total"), "level", {"a": F(2)}, "==", F(6)),)
    program = replace(PROGRAM, variables={"a": Interval(F(1), F(6))}, rows=rows, objective={"a": F(3)})
    for objective in (F(3), F(-3)):
        proof = Certificate({"a": F(3)}, (F(6),), (objective / 2,), {"a": F(0)}, 3 * objective)
        assert faults(program.asking("either", {"a": objective}), proof) == []


def test_a_sense_counts_by_what_it_says() -> None:
    rows = tuple(row._replace(sense="".join(list(row.sense))) for row in PROGRAM.rows)  # type: ignore[arg-type]  # equal
    assert faults(replace(PROGRAM, rows=rows), PROOF) == []
    wrong = priced("slack", TINY)
    assert faults(replace(PROGRAM, rows=rows), wrong)[0] == "the dual of slack has the wrong sign"
    wrong = priced("loose", -TINY)
    assert faults(replace(PROGRAM, rows=rows), wrong)[0] == "the dual of loose has the wrong sign"


VARIABLES = "the point does not have the program's variables"
COSTS = "the reduced costs do not have the program's variables"
ROWS = "the activities or duals do not have the program's rows"


def without(figures: dict[str, Fraction]) -> dict[str, Fraction]:
    return {label: figure for label, figure in figures.items() if label != "c"}


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        (PROOF._replace(point=without(dict(PROOF.point))), [VARIABLES]),
        (PROOF._replace(point=PROOF.point | {"f": F(0)}), [VARIABLES]),
        (PROOF._replace(point=without(dict(PROOF.point)) | {"f": F(0)}), [VARIABLES]),
        (PROOF._replace(reduced_cost=without(dict(PROOF.reduced_cost))), [COSTS]),
        (PROOF._replace(reduced_cost=PROOF.reduced_cost | {"f": F(0)}), [COSTS]),
        (PROOF._replace(reduced_cost=without(dict(PROOF.reduced_cost)) | {"f": F(0)}), [COSTS]),
        (PROOF._replace(activity=PROOF.activity[:-1]), [ROWS]),
        (PROOF._replace(activity=(*PROOF.activity, F(0))), [ROWS]),
        (PROOF._replace(dual=PROOF.dual[:-1]), [ROWS]),
        (PROOF._replace(dual=(*PROOF.dual, F(0))), [ROWS]),
        (PROOF._replace(activity=PROOF.activity[:-1], dual=PROOF.dual[:-1]), [ROWS]),
        (PROOF._replace(activity=(*PROOF.activity, F(0)), dual=(*PROOF.dual, F(0))), [ROWS]),
        (PROOF._replace(point={}, reduced_cost={}, dual=()), [VARIABLES, COSTS, ROWS]),
    ],
)
def test_a_claim_of_another_shape_is_looked_at_no_further(claim: Certificate, told: list[str]) -> None:
    assert faults(PROGRAM, claim) == told


def test_a_proof_may_have_hundreds_of_rows() -> None:
    rows = (*PROGRAM.rows, *(Row(own(f"more{number}"), "level", {"b": F(1)}, "<=", F(9)) for number in range(300)))
    proof = PROOF._replace(activity=(*PROOF.activity, *[F(3)] * 300), dual=(*PROOF.dual, *[F(0)] * 300))
    assert faults(replace(PROGRAM, rows=rows), proof) == []
