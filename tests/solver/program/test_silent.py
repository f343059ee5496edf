"""Stdout is for results: HiGHS writes nothing to it, and takes nothing from it that others write meanwhile."""

import subprocess
import sys

SETTING = """
import os
from fractions import Fraction
from threading import Thread
from flessenhals.solver.program.highs import highs, highs_in_a_row, highs_whole
from flessenhals.solver.program.linear_program import Interval, LinearProgram

program = LinearProgram("one", {"x": Interval(Fraction(0), Fraction(3))}, (), {"x": Fraction(1)})
"""
BOTH_WAYS_AND_WHOLE = """
assert highs(program) and highs_in_a_row(program) and highs_whole(program, ["x"]) == {"x": 3}
"""
WHILE_OTHERS_WRITE = """
def write():
    for _ in range(2_000):
        os.write(1, b".")

writers = [Thread(target=write) for _ in range(3)]
for each in writers: each.start()
while any(each.is_alive() for each in writers):
    assert highs(program)
"""


def written(code: str) -> str:
    """What arrives at the file descriptor of stdout, whoever writes it."""
    done = subprocess.run([sys.executable, "-c", SETTING + code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return done.stdout


def test_no_way_to_the_solver_writes_anything() -> None:
    assert written(BOTH_WAYS_AND_WHOLE) == ""


def test_what_other_threads_write_while_it_solves_arrives() -> None:
    assert written(WHILE_OTHERS_WRITE) == "." * 6_000
