"""Why nothing fits, as people read it."""

from dataclasses import replace
from fractions import Fraction

import pytest

from flessenhals.briefing.results.infeasible.infeasible import infeasible_tables
from flessenhals.briefing.results.infeasible.reason import reason
from flessenhals.briefing.text.language import Language
from flessenhals.briefing.text.table import plain
from flessenhals.constraints import Level, Proportional, Rule
from flessenhals.constraints.rule import Share
from flessenhals.constraints.selector import EVERYTHING, lines
from flessenhals.data.plans.reader import load
from flessenhals.solver.infeasible.diagnosis import refusal
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.plan.line import Line
from flessenhals.solver.plan.plan import Plan

F = Fraction
POLICE = Line(id="police", name={"en": "Police", "nl": "Politie"}, partner="p", proposed=F(100), minimum=F(60))
OM = Line(id="om", name="OM", partner="o", proposed=F(20))
COURTS = Line(id="courts", name={"en": "Courts", "nl": "Rechtbanken"}, partner="c", proposed=F(20))
OM_FOLLOWS = Proportional(
    id="om-follows", name="OM follows", upstream=lines("police"), downstream=lines("om"), at_least=F(1, 10)
)
COURTS_FOLLOW = Proportional(
    id="courts-follow",
    name="Courts follow",
    nature="law",
    upstream=lines("om"),
    downstream=lines("courts"),
    at_least=F(1, 2),
    existing=F(1, 2),
)


def refused(ceiling: int, *given: Line, rules: tuple[Rule, ...] = (OM_FOLLOWS, COURTS_FOLLOW)) -> InfeasibleError:
    plan = Plan(id="chain", unit="EUR million per year", lines=given, constraints=rules)
    found = refusal(plan, F(ceiling))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            "The minimums of Strategic Knowledge Centre (€ 2 million) and Subversive-crime fund and regional plans "
            "(€ 30 million) are € 32 million together; the ceiling is € 30 million: € 2 million short.",
        ),
        (
            "nl",
            "De minima van Strategisch Kenniscentrum (€ 2 mln) en Ondermijningsfonds en versterkingsplannen (€ 30 mln) "
            "zijn samen € 32 mln; het plafond is € 30 mln: € 2 mln tekort.",
        ),
    ],
)
def test_minimums_above_the_ceiling_are_added_up(language: Language, said: str) -> None:
    found = refusal(load(), F(30))
    assert found is not None
    assert reason(found, language) == [said]


def test_a_chain_is_reckoned_step_by_step_up_to_the_limit_that_it_exceeds() -> None:
    assert reason(refused(200, POLICE, OM, replace(COURTS, maximum=F(2))), "en") == [
        "These cannot hold together, and none of them can be left out of the reason:",
        "  - the minimum of Police is € 60 million",
        '  - for € 60 million at Police, "OM follows" asks 0.1 × € 60 million = € 6 million at OM',
        '  - for € 6 million at OM, "Courts follow" asks 0.5 × € 6 million − € 0.5 million that is there already'
        " = € 2.5 million at Courts",
        "  - the maximum of Courts is € 2 million",
        "That is € 0.5 million short: € 2.5 million is needed.",
    ]


def test_what_a_chain_needs_together_is_held_against_the_ceiling() -> None:
    assert reason(refused(67, POLICE, OM, COURTS), "nl")[-2:] == [
        "  - het plafond is € 67 mln",
        "Samen is 60 + 6 + 2,5 = € 68,5 mln nodig: € 1,5 mln tekort.",
    ]


def test_maximums_together_can_be_the_limit() -> None:
    floor = Level(id="floor", name="Floor", of=lines("om", "courts"), at_least=F(12))
    given = (POLICE, replace(OM, maximum=F(7)), replace(COURTS, maximum=F("4.5")))
    assert reason(refused(200, *given, rules=(floor,)), "en")[1:] == [
        '  - "Floor" asks at least € 12 million for OM and Courts',
        "  - OM and Courts can take at most 4.5 + 7 = € 11.5 million together",
        "That is € 0.5 million short: € 12 million is needed.",
    ]


def test_caps_and_shares_are_told_in_the_direction_in_which_they_ask() -> None:
    band = Proportional(id="band", name="Not ahead", upstream=lines("police"), downstream=lines("om"), at_most=F(1, 5))
    given = (replace(POLICE, minimum=F(0)), replace(OM, minimum=F(10)), COURTS)
    assert reason(refused(45, *given, rules=(band,)), "en")[2] == (
        '  - "Not ahead" allows € 10 million at OM only with € 10 million : 0.2 = € 50 million at Police'
    )
    share = Level(id="share", name="A quarter", of=lines("courts"), at_least=Share(F(1, 4)))
    found = refused(200, POLICE, OM, replace(COURTS, maximum=F(5)), rules=(share,))
    assert reason(found, "en")[2] == (
        '  - of € 60 million in total, "A quarter" asks 0.25 × € 60 million = € 15 million for Courts'
    )
    cap = Level(id="cap", name="Half", of=lines("police"), at_most=Share(F(1, 2)))
    given = (POLICE, replace(OM, proposed=F(99)), replace(COURTS, proposed=F(99)))
    assert reason(refused(100, *given, rules=(cap,)), "en")[2] == (
        '  - "Half" allows € 60 million for Police only with € 60 million : 0.5 = € 120 million in total'
    )


def test_what_has_no_story_is_a_weighed_sum() -> None:
    half = Level(id="half", name="Half", of=lines("om"), at_least=Share(F(1, 2)))
    sixty = Level(id="sixty", name="Sixty", of=lines("courts"), at_least=Share(F(3, 5)))
    floor = Level(id="floor", name="Floor", of=EVERYTHING, at_least=F(10))
    given = (replace(POLICE, minimum=F(0)), OM, COURTS)
    assert reason(refused(200, *given, rules=(half, sixty, floor)), "en") == [
        "These cannot hold together, and none can be left out. Each counted as often as it says, they ask more than "
        "there is:",
        '  - 0.1 × "Floor" asks at least € 10 million for Police, OM and Courts',
        '  - 1 × "Half": at least 0.5 at OM for every euro at Police, OM and Courts',
        '  - 1 × "Sixty": at least 0.6 at Courts for every euro at Police, OM and Courts',
        "Needed: 0.1 × 10 = € 1 million. There is: 0 = € 0 million. That is € 1 million short.",
    ]


def test_each_repair_stands_in_its_own_unit_with_the_money_beside_it() -> None:
    _, repairs = infeasible_tables(refused(200, POLICE, OM, replace(COURTS, maximum=F(2))), "en")
    cells = [row.cells for row in repairs.rows]
    assert cells == [
        ('"OM follows"', "chain rule", "", "10%", "8.33%", "€ 1 million less"),
        ("Police", "minimum", "", "€ 60 million", "€ 50 million", "€ 10 million less"),
        ("Courts", "maximum", "", "€ 2 million", "€ 2.5 million", "€ 0.5 million more"),
        ('"Courts follow"', "chain rule", "law", "50%", "41.66%", "€ 0.5 million less"),
    ]


def test_figures_are_rounded_to_the_side_that_is_enough() -> None:
    found = refused(65, replace(POLICE, minimum=F(200, 3)), OM, COURTS, rules=(OM_FOLLOWS,))
    text = plain(infeasible_tables(found, "en"), 200)
    assert "€ 73.34 million" in text
    assert "8.33 million more" not in text
    assert found.lowest_feasible_ceiling == F(220, 3)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            "50 more constraints are not shown here, because changing one alone is not enough: -f json has them all.",
        ),
        ("nl", "Nog 50 eisen staan hier niet, omdat één ervan wijzigen niet genoeg is: -f json bevat alles."),
    ],
)
def test_of_very_many_changes_those_that_are_not_enough_are_counted(language: Language, said: str) -> None:
    towns = [Line(id=f"town-{number}", partner=f"t{number}", proposed=F(1), maximum=F(1)) for number in range(50)]
    floor = Level(id="floor", name="Floor", of=lines(*(town.id for town in towns)), at_least=F(80))
    caps = [Level(id=f"cap-{town.id}", of=lines(town.id), at_most=F(2)) for town in towns]
    found = refused(1000, *towns, rules=(floor, *caps))
    _, repairs = infeasible_tables(found, language)
    assert [row.cells[0] for row in repairs.rows] == ['"Floor"']
    assert said in repairs.notes
    assert len(found.repairs) == 51
