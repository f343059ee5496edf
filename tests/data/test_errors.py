"""How a fault is told."""

import pytest

from flessenhals.data.plans.reader import loads
from flessenhals.data.source.errors import Fault, InputError, Place


@pytest.fixture(autouse=True)
def _every_fault_that_is_said_has_its_dutch() -> None:
    """The faults here are made up, and need none."""


def fault(line: int, column: int = 1, file: str = "plan.yaml") -> Fault:
    return Fault(Place(file, line, column), "minimum", "400,5", "is not a number", "write 400.5")


def test_a_fault_says_where_what_and_what_instead() -> None:
    assert str(fault(12, 9)) == "plan.yaml:12:9: minimum '400,5' is not a number -> write 400.5"


def test_field_and_text_may_be_left_out() -> None:
    assert str(Fault(Place("plan.yaml"), None, None, "is empty", "begin")) == "plan.yaml: is empty -> begin"


def test_a_cell_is_named_by_its_address() -> None:
    assert str(Place("lines.xlsx", 4, 3, "Lines!C4")) == "lines.xlsx:Lines!C4"


def test_an_option_has_no_numbers() -> None:
    assert str(Place("--set lines.nfi.minimum=4")) == "--set lines.nfi.minimum=4"


def test_faults_stand_in_the_order_of_the_file_and_once_each() -> None:
    error = InputError([fault(3), fault(1, 5), fault(1, 2), fault(3)])

    assert [(it.place.line, it.place.column) for it in error.faults] == [(1, 2), (1, 5), (3, 1)]


def test_at_most_twenty_are_shown() -> None:
    lines = str(InputError(fault(line) for line in range(1, 28))).splitlines()

    assert len(lines) == 21
    assert lines[-1] == "... and 7 more"


def test_what_was_typed_is_cut_and_made_visible() -> None:
    shown = str(Fault(Place("plan.yaml"), None, "\x1b[31m" + "x" * 100, "is not an id", "write x"))

    assert "'\\x1b[31mxxx" in shown
    assert "x...'" in shown


def test_names_by_the_thousand_do_not_keep_anybody_waiting() -> None:
    long = "x" * 55
    lines = "".join(f"  - {{id: {long}-{number:05}, partner: p, proposed: 1}}\n" for number in range(1_990))
    rules = "".join(f"  - {{id: r{n}, level: {{of: {long}y{n:05}, at_least: 1}}}}\n" for n in range(300))
    with pytest.raises(InputError, match="is not a line of this plan -> write one of: xxx"):
        loads(f"schema: 1\nplan: p\nlines:\n{lines}constraints:\n{rules}")
