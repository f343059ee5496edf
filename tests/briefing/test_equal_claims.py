"""Lines that ask the same and are printed differently: a mark on each, and a note that says why."""

from fractions import Fraction

import pytest
from briefs import briefed, table_of

from flessenhals.data.plans.reader import loads
from flessenhals.solver.plan.proposal import Proposal

THREE = """
schema: 1
plan: three
unit: EUR million per year
lines:
  - {id: a, name: A, partner: p, proposed: 10}
  - {id: b, name: B, partner: p, proposed: 10}
  - {id: c, name: C, partner: p, proposed: 10}
  - {id: d, name: D, partner: p, proposed: 6}
"""


def test_equal_claims_that_are_printed_differently_carry_a_mark_and_a_note_says_why() -> None:
    table = table_of(briefed(loads(THREE), Fraction(11), "en"), "measures")
    marked = {str(row.cells[1]): row.cells[3] for row in table.rows if row.role == "line"}
    assert [name.endswith(" *") for name in marked] == [True, True, True, False]
    assert len(set(list(marked.values())[:3])) == 2
    assert [note for note in table.notes if note.startswith("* Asks as much as another line and gets exactly as much.")]


def test_equal_claims_that_a_proposal_prints_differently_carry_a_mark_too() -> None:
    third = Fraction(10, 3)
    proposal = Proposal(name="p", amounts={"a": third, "b": third, "c": third, "d": Fraction(0)})
    table = table_of(briefed(loads(THREE), Fraction(18), "en", proposal=proposal), "measures")
    assert [str(row.cells[1]).endswith(" *") for row in table.rows if row.role == "line"] == [True, True, True, False]


@pytest.mark.parametrize("ceiling", [18, 36])
def test_equal_claims_that_are_printed_alike_carry_no_mark(ceiling: int) -> None:
    table = table_of(briefed(loads(THREE), Fraction(ceiling), "en"), "measures")
    assert not [row for row in table.rows if "*" in str(row.cells[1])]
    assert not [note for note in table.notes if "*" in note]
