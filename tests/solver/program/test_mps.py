"""Linear programs in MPS files are read to the digit, whatever form their bounds and ranges take."""

from __future__ import annotations

import sys
from fractions import Fraction
from pathlib import Path

import pytest

from flessenhals.solver.program.prove import prove

sys.path.insert(0, str(Path(__file__).parents[3] / "bench"))

from mps import MpsError, program, read
from netlib import agrees

F = Fraction


def optimum(path: Path, text: str) -> Fraction:
    """The least cost of a file, proved."""
    path.write_text(text, encoding="ascii")
    asked, constant = program(read(path))
    return constant - prove(asked).optimum


def test_rows_of_every_kind_with_costs_and_a_constant(tmp_path: Path) -> None:
    text = """NAME          FOUR
ROWS
 N  COST
 L  MOST
 G  LEAST
 E  EXACT
COLUMNS
    X         COST               1.5   MOST               1
    X         LEAST              1.0
    Y         COST               2.0   MOST               1
    Y         EXACT              1
RHS
    RHS       COST              -10.   MOST               4
    RHS       LEAST              1.5   EXACT              0.25
ENDATA
"""
    assert optimum(tmp_path / "four.mps", text) == F(3, 2) * F(3, 2) + 2 * F(1, 4) + 10


@pytest.mark.parametrize(
    ("bounds", "expected"),
    [
        (" LO BND       X                  2\n", 2),
        (" UP BND       X                 -3\n MI BND       X\n", -5),
        (" FX BND       X               2.75\n", F(11, 4)),
        (" FR BND       X\n", -5),
        (" MI BND       X\n UP BND       X                  7\n", -5),
        (" UP BND       X                  7\n", 0),
        (" BV BND       X\n", 0),
    ],
)
def test_bounds_of_every_kind(tmp_path: Path, bounds: str, expected: Fraction) -> None:
    text = f"""NAME          BOUNDS
ROWS
 N  COST
 G  LEAST
COLUMNS
    X         COST               1.0   LEAST              1.0
RHS
    RHS       LEAST             -5
BOUNDS
{bounds}ENDATA
"""
    assert optimum(tmp_path / "bounds.mps", text) == expected


@pytest.mark.parametrize(
    ("kind", "side", "width", "expected"),
    [("L", 6, 4, 2), ("G", 3, 4, 3), ("E", 5, -2, 3), ("E", 5, 2, 5), ("L", 6, 6, 0)],
)
def test_ranges_of_every_kind(tmp_path: Path, kind: str, side: int, width: int, expected: int) -> None:
    text = f"""NAME          RANGES
ROWS
 N  COST
 {kind}  BOTH
COLUMNS
    X         COST               1.0   BOTH               1.0
RHS
    BOTH      {side}
RANGES
    RNG       BOTH      {width}
ENDATA
"""
    assert optimum(tmp_path / "ranges.mps", text) == expected


def test_numbers_are_read_as_they_are_written(tmp_path: Path) -> None:
    path = tmp_path / "exact.mps"
    path.write_text("NAME X\nROWS\n N C\n L R\nCOLUMNS\n A C -1E-1 R 0.3\nRHS\n S R 1.D+1\nENDATA\n", encoding="ascii")
    asked, constant = program(read(path))
    assert prove(asked).optimum == F(10, 3)
    assert constant == 0


def test_a_line_that_is_none_is_told_with_its_number(tmp_path: Path) -> None:
    path = tmp_path / "broken.mps"
    path.write_text("NAME X\nROWS\n N C\n Q R\n", encoding="ascii")
    with pytest.raises(MpsError, match=r"broken.mps:4: 'Q R' is no line of ROWS"):
        read(path)


def test_a_published_decimal_agrees_to_its_last_digit() -> None:
    assert agrees(F(-4647531428571429, 10**13), "-464.75314286")
    assert not agrees(F(-4647532, 10**4), "-464.75314286")
    assert agrees(F(1, 3), "1/3")
