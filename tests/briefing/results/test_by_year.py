"""A split over years as people read it: columns that add up, and why money stays."""

from fractions import Fraction

import pytest

from flessenhals.amounts import ceiling_of
from flessenhals.briefing.results.allocation_by_year import by_year_tables
from flessenhals.briefing.results.curves.paths import path_ladder_tables, paths_tables
from flessenhals.briefing.text.language import Language
from flessenhals.briefing.text.table import Table
from flessenhals.constraints.ceiling import Path
from flessenhals.data.plans.reader import load, loads
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.optimum.whatif import whatif
from flessenhals.solver.sensitivity.ladder.ladder import ladder

PLAN = "pact-2021-build-up"


def table(language: Language = "en", scenario: str | None = None, ceiling: str = "build-up", *changes: str) -> Table:
    plan = load(PLAN, scenario=scenario, changes=changes)
    (found,) = by_year_tables(allocate(plan, ceiling_of(plan, ceiling)), language)
    return found


@pytest.mark.parametrize("scenario", [None, "recruitment"])
def test_lines_add_up_to_programmes_and_those_to_what_is_spent(scenario: str | None) -> None:
    found = table(scenario=scenario)
    by_name = {str(row.cells[0]): row for row in found.rows}
    for place in range(1, len(found.columns)):

        def added(role: str, place: int = place) -> Fraction:
            return sum((Fraction(row.cells[place] or 0) for row in found.rows if row.role == role), start=Fraction(0))

        spent = by_name["Spent"].cells[place]
        assert added("line") == added("subtotal") == spent
        assert Fraction(by_name["Available"].cells[place] or 0) - Fraction(spent or 0) == by_name["Left"].cells[place]


def test_the_last_column_is_structural_where_nothing_changes_after_it() -> None:
    assert [column.heading for column in table().columns][-2:] == ["2025", "struc."]


def test_a_structural_column_is_added_where_later_years_differ() -> None:
    assert [column.heading for column in table(scenario="recruitment").columns][-2:] == ["2026", "struc."]


def test_a_plan_that_names_no_columns_has_every_year() -> None:
    found = table("en", None, "build-up", "years.columns=")
    assert [column.heading for column in found.columns][1:] == [str(year) for year in range(2022, 2029)]


def test_why_money_stays_is_said_by_the_names_of_the_rules() -> None:
    said = " ".join(table("nl", "recruitment").notes)
    assert "In 2028 kan niet al het geld worden besteed." in said
    assert '"Rechters worden geworven" knelt nog in 2028, het laatste jaar' in said


def test_money_that_comes_once_is_said_to_stay_for_that() -> None:
    assert "part of it comes once" in " ".join(table(ceiling="two-kinds").notes)


def test_paths_side_by_side_have_a_structural_column_only_where_it_is_so_for_all() -> None:
    """The second still changes after 2026, and nothing fits within the third."""
    plan = load(PLAN)
    ceilings = [ceiling_of(plan, each) for each in ("build-up", "2022=100,2027=200", "10")]
    (found,) = paths_tables(whatif([plan], ceilings), "en")
    assert [column.heading for column in found.columns] == ["Path", "2022", "2023", "2024", "2025", "2026", "struc."]
    assert all(len(row.cells) == 7 for row in found.rows)
    for place in range(1, 7):
        available, spent, left = (Fraction(row.cells[place] or 0) for row in found.rows[:3])
        assert available - spent == left


def test_the_lowest_coverage_of_a_part_of_a_path_is_rounded_down() -> None:
    plan = load(PLAN)
    path = ceiling_of(plan, "build-up")
    assert isinstance(path, Path)
    (found,) = path_ladder_tables(ladder(plan, path=path), path, "en")
    shares = [row.cells[1] for row in found.rows]
    assert all(isinstance(share, Fraction) and (1000 * share).denominator == 1 for share in shares)


THREE = """schema: 1
plan: three
years: {first: 2026, last: 2027}
lines:
  - {id: a, partner: x, proposed: 5}
  - {id: b, partner: y, proposed: 5}
  - {id: c, partner: z, proposed: {2026: 5, 2027: 6}}
"""


@pytest.mark.parametrize(("ceiling", "marked"), [("15", []), ("10", ["a", "b"])])
def test_equal_claims_that_are_printed_differently_carry_a_mark(ceiling: str, marked: list[str]) -> None:
    plan = loads(THREE)
    (found,) = by_year_tables(allocate(plan, ceiling_of(plan, ceiling)), "en")
    names = [str(row.cells[0]) for row in found.rows if row.role == "line"]
    assert [name.removesuffix(" *") for name in names if name.endswith(" *")] == marked
    assert any(note.startswith("* Asks and gets") for note in found.notes) == bool(marked)
