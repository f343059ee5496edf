"""Lines of one name are told apart wherever they are named, by what people call that in which they differ."""

from fractions import Fraction

import pytest

from flessenhals.briefing.registry import tables
from flessenhals.briefing.results.allocation import allocation_tables
from flessenhals.briefing.results.comparison.comparison import comparison_tables
from flessenhals.briefing.text.naming import group_name, line_name
from flessenhals.data.plans.reader import loads
from flessenhals.solver.comparison.comparison import compare
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.plan.proposal import Proposal
from flessenhals.solver.sensitivity.bottlenecks import bottlenecks
from flessenhals.solver.sensitivity.ladder.ladder import ladder

OVERHEAD = """schema: 1
plan: overhead
partners: {north: North, south: South}
programmes: {roads: Roads, rail: Rail}
lines:
  - {id: a, name: Overhead, partner: north, programme: roads, proposed: 10, minimum: 4}
  - {id: b, name: Overhead, PARTNER, programme: PROGRAMME, proposed: 20, minimum: 12}
  - {id: c, name: Works, partner: south, programme: rail, proposed: 8}
constraints: [{id: follows, proportional: {upstream: c, downstream: a, at_least: 1}}]
"""


def overhead(partner: str = "south", programme: str = "rail") -> str:
    return OVERHEAD.replace("PARTNER", f"partner: {partner}").replace("PROGRAMME", programme)


@pytest.mark.parametrize(
    ("partner", "programme", "names"),
    [
        ("south", "rail", ["Overhead (North)", "Overhead (South)", "Works"]),
        ("north", "rail", ["Overhead (Roads)", "Overhead (Rail)", "Works"]),
        ("north", "roads", ["Overhead (a)", "Overhead (b)", "Works"]),
    ],
)
def test_what_differs_stands_behind_the_name(partner: str, programme: str, names: list[str]) -> None:
    plan = loads(overhead(partner, programme))
    assert [line_name(plan, line, "en") for line in plan.lines] == names
    assert [group_name(plan, "line", line.id, "en") for line in plan.lines] == names


def test_of_three_lines_two_with_one_partner_all_are_told_apart_by_id() -> None:
    plan = loads(overhead().replace("Works", "Overhead"))
    assert [line_name(plan, line, "en") for line in plan.lines] == ["Overhead (a)", "Overhead (b)", "Overhead (c)"]


def test_a_name_that_is_shared_in_one_language_stays_as_it_is_in_the_other() -> None:
    plan = loads(overhead().replace("id: b, name: Overhead", "id: b, name: {en: Costs, nl: Overhead}"))
    assert [line_name(plan, line, "en") for line in plan.lines] == ["Overhead", "Costs", "Works"]
    assert [line_name(plan, line, "nl") for line in plan.lines] == ["Overhead (North)", "Overhead (South)", "Works"]


def test_no_table_and_no_sentence_has_a_name_that_could_be_either_line() -> None:
    plan, ceiling = loads(overhead()), Fraction(30)
    proposal = Proposal(name="ours", amounts={"a": Fraction(4), "b": Fraction(18), "c": Fraction(8)})
    split = allocate(plan, ceiling)
    told = [
        *allocation_tables(split, "en"),
        *comparison_tables(compare(plan, proposal, ceiling), "en"),
        *tables(bottlenecks(plan, ceiling), "en"),
        *tables(ladder(plan), "en"),
    ]
    texts = [text for table in told for text in table.notes]
    texts += [cell for table in told for row in table.rows for cell in row.cells if isinstance(cell, str)]
    named = [text for text in texts if "Overhead" in text]
    assert len(named) > 6
    assert all(text.count("Overhead") == text.count("Overhead (") for text in named)
