"""Each kind of rule: a split that keeps it, a split that breaks it, and by how much."""

from dataclasses import replace
from fractions import Fraction

import pytest

from flessenhals.constraints import BuildUp, Level, Proportional, Weighted
from flessenhals.constraints.ceiling import ceiling
from flessenhals.constraints.rule import Share, When
from flessenhals.constraints.selector import EVERYTHING, Condition, Selector, lines, partner
from flessenhals.constraints.weighted import Term
from flessenhals.solver.plan.plan import Line, Plan

POLICE = Line(id="patrol", partner="police", programme="streets", proposed=Fraction(60), tags=("visible",))
DETECTIVES = Line(id="detectives", partner="police", proposed=Fraction(40))
OM = Line(id="prosecution", partner="om", proposed=Fraction(10), department="justice")
LINES = (POLICE, DETECTIVES, OM)


def split(patrol: int, detectives: int, prosecution: int) -> dict[str, Fraction]:
    return {"patrol": Fraction(patrol), "detectives": Fraction(detectives), "prosecution": Fraction(prosecution)}


CHAIN = Proportional(
    id="om-follows", upstream=partner("police"), downstream=lines("prosecution"), at_least=Fraction(1, 10)
)


def test_a_chain_rule_keeps_a_split_with_enough_downstream() -> None:
    (row,) = CHAIN.rows(LINES)
    assert row.holds(split(60, 40, 10))
    assert row.slack(split(60, 30, 10)) == 1


def test_a_chain_rule_breaks_on_a_split_with_too_little_downstream() -> None:
    (row,) = CHAIN.rows(LINES)
    assert not row.holds(split(60, 40, 9))
    assert row.slack(split(60, 40, 9)) == -1


def test_money_that_is_already_downstream_counts() -> None:
    rule = Proportional(
        id="om-follows",
        upstream=partner("police"),
        downstream=lines("prosecution"),
        at_least=Fraction(1, 10),
        existing=Fraction(4),
    )
    (row,) = rule.rows(LINES)
    assert row.slack(split(60, 40, 6)) == 0
    assert row.slack(split(60, 40, 5)) == -1


def test_a_chain_rule_with_at_most_keeps_downstream_from_running_ahead() -> None:
    rule = Proportional(
        id="not-more", upstream=partner("police"), downstream=lines("prosecution"), at_most=Fraction(1, 5)
    )
    (row,) = rule.rows(LINES)
    assert row.slack(split(40, 0, 7)) == 1
    assert row.slack(split(40, 0, 9)) == -1


def test_a_chain_rule_with_both_sides_is_two_rows_with_the_side_in_their_labels() -> None:
    rule = Proportional(
        id="band",
        upstream=lines("patrol"),
        downstream=lines("prosecution"),
        at_least=Fraction(1, 10),
        at_most=Fraction(1, 5),
    )
    assert [row.label for row in rule.rows(LINES)] == ["band.at_least", "band.at_most"]


def test_a_line_on_both_sides_counts_on_both() -> None:
    rule = Proportional(id="both", upstream=EVERYTHING, downstream=lines("prosecution"), at_least=Fraction(1, 4))
    (row,) = rule.rows(LINES)
    assert row.coefficients == {"patrol": Fraction(-1, 4), "detectives": Fraction(-1, 4), "prosecution": Fraction(3, 4)}


def test_a_floor_in_money_keeps_and_breaks() -> None:
    (row,) = Level(id="floor", of=partner("police"), at_least=Fraction(50)).rows(LINES)
    assert row.slack(split(30, 25, 0)) == 5
    assert row.slack(split(30, 15, 0)) == -5


def test_a_cap_as_a_share_is_of_everything_that_is_allocated() -> None:
    (row,) = Level(id="cap", of=partner("police"), at_most=Share(Fraction(3, 4))).rows(LINES)
    assert row.holds(split(30, 0, 10))
    assert row.slack(split(30, 0, 10)) == 0
    assert not row.holds(split(31, 0, 10))


RECRUITS = Weighted(
    id="recruits",
    terms=(Term(partner("police"), Fraction(25, 2)), Term(lines("prosecution"), Fraction(8))),
    unit="fte",
    at_most=Fraction(900),
)


def test_a_quantity_is_held_in_its_own_unit() -> None:
    (row,) = RECRUITS.rows(LINES)
    assert row.unit == "fte"
    assert row.slack(split(50, 10, 10)) == 70
    assert row.slack(split(60, 10, 10)) == -55


def test_a_line_that_two_terms_select_counts_in_both() -> None:
    rule = replace(RECRUITS, terms=(*RECRUITS.terms, Term(lines("patrol"), Fraction(1, 2))))
    assert rule.rows(LINES)[0].coefficients == {"patrol": 13, "detectives": Fraction(25, 2), "prosecution": 8}


def test_with_per_a_group_does_without_the_terms_that_have_no_line_in_it() -> None:
    rows = replace(RECRUITS, per="partner").rows(LINES)
    assert [(row.label, dict(row.coefficients)) for row in rows] == [
        ("recruits.police", {"patrol": Fraction(25, 2), "detectives": Fraction(25, 2)}),
        ("recruits.om", {"prosecution": 8}),
    ]


def test_a_build_up_holds_the_change_from_the_year_before() -> None:
    before, now = (replace(POLICE, id=f"patrol-{year}", year=year) for year in (2026, 2027))
    rule = BuildUp(id="recruitment", of=partner("police"), at_most=Fraction(10), when=When(2027, 2026))
    (row,) = rule.rows([before, now])
    assert row.slack({"patrol-2026": Fraction(40), "patrol-2027": Fraction(50)}) == 0
    assert row.slack({"patrol-2026": Fraction(40), "patrol-2027": Fraction(51)}) == -1


def test_the_numbers_of_a_rule_are_found_and_replaced_by_their_path() -> None:
    assert RECRUITS.number(("terms", "1", "times")) == 8
    assert RECRUITS.with_number(("terms", "1", "times"), Fraction(9)).terms[1].times == 9
    assert RECRUITS.with_number(("at_most",), Fraction(9)).at_most == 9
    assert [RECRUITS.number(path) for path in (("terms", "2", "times"), ("unit",), ("id",), ())] == [None] * 4


def test_the_ceiling_holds_the_total() -> None:
    row = ceiling(dict.fromkeys((line.id for line in LINES), Fraction(1)), Fraction(100))
    assert row.slack(split(50, 40, 5)) == 5
    assert row.slack(split(60, 40, 5)) == -5


def test_the_ceiling_counts_what_it_pays_of_a_line() -> None:
    row = ceiling({"patrol": Fraction(1, 2), "om": Fraction(1)}, Fraction(100))
    assert row.slack({"patrol": Fraction(60), "om": Fraction(40)}) == 30


def test_a_minimum_and_a_maximum_hold_one_line() -> None:
    low, high = Plan(id="one", lines=(replace(POLICE, minimum=Fraction(10)),)).bound_rows
    assert low.slack(split(12, 0, 0)) == 2
    assert low.slack(split(9, 0, 0)) == -1
    assert high.slack(split(12, 0, 0)) == 48
    assert high.slack(split(61, 0, 0)) == -1


def test_an_equality_has_no_room_on_either_side() -> None:
    row = ceiling({"patrol": Fraction(1)}, Fraction(10))
    equality = type(row)("exactly", "stage", row.coefficients, "==", row.right_hand_side)
    assert equality.holds(split(10, 0, 0))
    assert equality.slack(split(11, 0, 0)) == equality.slack(split(9, 0, 0)) == -1


@pytest.mark.parametrize(
    ("selector", "selected"),
    [
        (EVERYTHING, ["patrol", "detectives", "prosecution"]),
        (lines("prosecution", "patrol"), ["patrol", "prosecution"]),
        (Selector((Condition(partner=("police",), programme=("streets",)),)), ["patrol"]),
        (
            Selector((Condition(tags=("visible", "other")), Condition(department=("justice",)))),
            ["patrol", "prosecution"],
        ),
        (Selector((Condition(partner=("police",), department=("justice",)),)), []),
    ],
    ids=["all", "by id in the plan's order", "fields are and-ed", "conditions are or-ed", "nothing"],
)
def test_a_selector_chooses_lines(selector: Selector, selected: list[str]) -> None:
    assert [line.id for line in selector.select(LINES)] == selected
