"""Claims about small programs, each with whether it is proved, for the page's checker: worked out by hand.

A claim is a program and what is said of it: a point with duals (it is a best answer), or multipliers (nothing keeps
it). Numbers are texts. Of nearly right ones each breaks one thing, and by as little as shows.
"""

from __future__ import annotations

from typing import Any, NamedTuple


class Claim(NamedTuple):
    """What is said of a program.

    Attributes:
        said: what it is about, for whoever reads that it went wrong.
        program: variables as (lower, upper), rows as (terms, sense, side), and the objective.
        point: the claimed best answer; None for the claim that nothing keeps the program.
        multipliers: the duals of the rows, or what proves that nothing fits.
        holds: whether that is a proof.
    """

    said: str
    program: dict[str, Any]
    point: list[str] | None
    multipliers: list[str]
    holds: bool


def _program(variables: list[tuple[str, str | None]], rows: list[Any], objective: list[Any]) -> dict[str, Any]:
    return {
        "variables": [{"lower": low, "upper": high} for low, high in variables],
        "rows": [{"terms": terms, "sense": sense, "side": side} for terms, sense, side in rows],
        "objective": objective,
    }


def _right(said: str, program: dict[str, Any], point: list[str] | None, multipliers: list[str]) -> Claim:
    return Claim(said, program, point, multipliers, holds=True)


def _wrong(said: str, program: dict[str, Any], point: list[str] | None, multipliers: list[str]) -> Claim:
    return Claim(said, program, point, multipliers, holds=False)


# maximise 2x + y with x <= 3, 1 <= y, x + y <= 4, x - y >= -1: best at x = 3, y = 1, worth 7
BASE = _program(
    [("0", "3"), ("1", None)],
    [([[0, "1"], [1, "1"]], "<=", "4"), ([[0, "1"], [1, "-1"]], ">=", "-1")],
    [[0, "2"], [1, "1"]],
)
# maximise x + 2y with x + y == 4, y <= 1 + x/2 as a row with a fraction, x <= 10: best at x = 2, y = 2, worth 6
EVEN = _program(
    [("0", "10"), ("0", None)],
    [([[0, "1"], [1, "1"]], "==", "4"), ([[1, "1"], [0, "-1/2"]], "<=", "1")],
    [[0, "1"], [1, "2"]],
)
# minimise x (maximise -x) with x + y >= 5, y <= 2, x <= 9: best at x = 3, y = 2
LESS = _program([("0", "9"), ("0", "2")], [([[0, "1"], [1, "1"]], ">=", "5")], [[0, "-1"]])
# x + y <= 3 with x >= 2 and y >= 2: nothing
TIGHT = _program([("2", None), ("2", "8")], [([[0, "1"], [1, "1"]], "<=", "3")], [[0, "5"]])
# x + y >= 7 with x <= 2 and y <= 4, and a row that plays no part: nothing
SHORT = _program([("0", "2"), ("0", "4")], [([[0, "1"], [1, "1"]], ">=", "7"), ([[0, "1"]], "<=", "1")], [[1, "1"]])
# x == 3 and x == 4 in two rows over a variable without limit: nothing
APART = _program([("0", None)], [([[0, "1"]], "==", "3"), ([[0, "1"]], "==", "4")], [])
EDGE = _program([("2", None), ("2", None)], [([[0, "1"], [1, "1"]], "<=", "4")], [])

ROOM = _program([("0", "5")], [([[0, "1"]], ">=", "2"), ([[0, "1"]], "<=", "6")], [[0, "1"]])
CAPPED = _program([("0", "3")], [([[0, "1"]], "<=", "6")], [[0, "1"]])
FREE = _program([("0", None)], [([[0, "1"]], ">=", "0")], [[0, "1"]])

CLAIMS = (
    _wrong("a floor taken for a cap, by a dual of 1", ROOM, ["2"], ["1", "0"]),
    _right("the upper bound, beside two idle rows", ROOM, ["5"], ["0", "0"]),
    _wrong("a cap taken for a floor, by a dual of -1", ROOM, ["0"], ["0", "-1"]),
    _wrong("worth nothing, with no duals at all", CAPPED, ["0"], []),
    _wrong("worth nothing, with a dual of the wrong sign", CAPPED, ["0"], ["-1"]),
    _wrong("worth nothing, where more is without limit", FREE, ["0"], ["0"]),
    _right("the best answer, by the first row and x's upper bound", BASE, ["3", "1"], ["1", "0"]),
    _wrong("a point within, with the same duals", BASE, ["2", "2"], ["1", "0"]),
    _wrong("x above its upper bound", BASE, ["4", "0"], ["1", "0"]),
    _wrong("x above its upper bound, worth as much", BASE, ["7/2", "0"], ["1", "0"]),
    _wrong("the first row broken, worth as much", BASE, ["2", "3"], ["1", "0"]),
    _wrong("duals that leave a gap", BASE, ["3", "1"], ["3", "0"]),
    _right("other duals without a gap", BASE, ["3", "1"], ["2", "0"]),
    _wrong("a dual of the wrong sign at <=", BASE, ["3", "1"], ["-1", "0"]),
    _wrong("a dual of the wrong sign at >=", BASE, ["3", "1"], ["1", "1"]),
    _wrong("no dual holds the variable without limit", BASE, ["3", "1"], ["0", "0"]),
    _wrong("a dual of the right sign that leaves a gap", BASE, ["3", "1"], ["1", "-1"]),
    _wrong("too few duals", BASE, ["3", "1"], ["1"]),
    _wrong("too many duals", BASE, ["3", "1"], ["1", "0", "0"]),
    _wrong("too short a point", BASE, ["3"], ["1", "0"]),
    _wrong("too long a point", BASE, ["3", "1", "0"], ["1", "0"]),
    _right("the best answer of an equality", EVEN, ["2", "2"], ["4/3", "2/3"]),
    _wrong("the equality broken upwards, worth as much", EVEN, ["3", "3/2"], ["4/3", "2/3"]),
    _wrong("the equality broken downwards, worth as much", EVEN, ["6/5", "12/5"], ["4/3", "2/3"]),
    _wrong("nearly the duals", EVEN, ["2", "2"], ["4/3", "2000001/3000000"]),
    _wrong("nearly the point", EVEN, ["2000001/1000000", "1999999/1000000"], ["4/3", "2/3"]),
    _right("the best answer where less is better", LESS, ["3", "2"], ["-1"]),
    _wrong("no best answer", LESS, ["4", "2"], ["-1"]),
    _wrong("the row >= broken", LESS, ["5/2", "2"], ["-1"]),
    _wrong("the row >= broken, with duals that bound just that", LESS, ["0", "2"], ["0"]),
    _wrong("y above its upper bound, with duals that bound just that", LESS, ["0", "5"], ["0"]),
    _wrong("x below its lower bound", LESS, ["-1", "6"], ["0"]),
    _right("an answer at lower bounds alone", _program([("2", "3")], [], [[0, "-1"]]), ["2"], []),
    _wrong("an answer below its lower bound", _program([("2", "3")], [], [[0, "-1"]]), ["1"], []),
    _right("an answer at upper bounds alone", _program([("2", "3")], [], [[0, "1"]]), ["3"], []),
    _wrong("an answer above its upper bound", _program([("2", "3")], [], [[0, "1"]]), ["4"], []),
    _right("one variable twice in an objective", _program([("0", "3")], [], [[0, "2"], [0, "1"]]), ["3"], []),
    _wrong(
        "one variable twice in an objective, half of it held",
        _program([("0", None)], [([[0, "1"]], "<=", "3")], [[0, "2"], [0, "1"]]),
        ["3"],
        ["1"],
    ),
    _right(
        "one variable twice in a row",
        _program([("0", None)], [([[0, "1"], [0, "1"]], "<=", "6")], [[0, "2"]]),
        ["3"],
        ["1"],
    ),
    _right("a row >= kept with room", _program([("0", "3")], [([[0, "1"]], ">=", "1")], [[0, "1"]]), ["3"], ["0"]),
    _right("a row <= kept with room", _program([("0", "3")], [([[0, "1"]], "<=", "5")], [[0, "1"]]), ["3"], ["0"]),
    _right(
        "an equality with a dual below zero",
        _program([("0", None)], [([[0, "1"]], "==", "3")], [[0, "-2"]]),
        ["3"],
        ["-2"],
    ),
    _wrong(
        "a second row broken",
        _program([("0", "3")], [([[0, "1"]], "<=", "5"), ([[0, "1"]], "<=", "2")], [[0, "1"]]),
        ["3"],
        ["0", "0"],
    ),
    _right("two lower bounds above a cap", TIGHT, None, ["1"]),
    _wrong("the wrong sign", TIGHT, None, ["-1"]),
    _wrong("nothing said", TIGHT, None, ["0"]),
    _wrong("two lower bounds that just fit a cap", EDGE, None, ["1"]),
    _right("two upper bounds below a floor", SHORT, None, ["-1", "0"]),
    _right("two upper bounds below a floor, with the idle row", SHORT, None, ["-1", "1/2"]),
    _wrong("two upper bounds below a floor, with too much of the idle row", SHORT, None, ["-1", "-1/2"]),
    _right("two equalities apart", APART, None, ["1", "-1"]),
    _wrong("two equalities apart, the wrong way round", APART, None, ["-1", "1"]),
    _wrong("two equalities apart, with something left over", APART, None, ["1", "-2"]),
    _wrong("too few multipliers", APART, None, ["1"]),
)
