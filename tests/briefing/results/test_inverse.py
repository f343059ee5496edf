"""What must be true for a proposal to be right, in sentences of both languages."""

from dataclasses import replace
from fractions import Fraction

import pytest

from flessenhals.briefing.results.comparison.inverse import inverse_notes
from flessenhals.briefing.text.language import LANGUAGES, Language
from flessenhals.constraints import Proportional
from flessenhals.constraints.selector import lines
from flessenhals.data.plans.reader import load
from flessenhals.solver.comparison.inverse.inverse import inverse
from flessenhals.solver.plan.plan import Line, Plan

F = Fraction
POLICE = Line(
    id="police", partner="p", programme="law", proposed=F(100), weight=F(2), name={"en": "Police", "nl": "Politie"}
)
OM = Line(id="om", partner="o", programme="law", proposed=F(20), name="OM")
CARE = Line(id="care", partner="c", programme="care", proposed=F(20), name={"en": "Care", "nl": "Zorg"})
RULE = Proportional(id="rule", name="Rule", upstream=lines("police"), downstream=lines("om"), at_least=F(1, 10))
PLAN = Plan(id="small", lines=(POLICE, OM, CARE), constraints=(RULE,), unit="EUR million per year")
NAMED = replace(PLAN, programmes={"law": {"en": "Law", "nl": "Recht"}, "care": {"en": "Welfare", "nl": "Welzijn"}})


def said(plan: Plan, ceiling: int, language: Language, *amounts: int) -> tuple[str, str]:
    proposal = dict(zip(("police", "om", "care"), map(F, amounts), strict=True))
    title, weights, ratios = inverse_notes(inverse(plan, F(ceiling), proposal), language)
    assert (
        title
        == {
            "en": "What must be true for this proposal to be right:",
            "nl": "Wat er zou moeten gelden om van dit voorstel de beste verdeling te maken:",
        }[language]
    )
    return weights.removeprefix("  - "), ratios.removeprefix("  - ")


def test_weights_that_differ_are_said_as_so_many_times_the_plans() -> None:
    assert said(PLAN, 20, "en", 0, 0, 20)[0] == (
        "Weights: no split is worth more than this proposal with 1.91 times the plan's weight for Care. "
        "Less difference is not enough: compared with the plan, one line has to count at least 1.91 times as much as "
        "another. By coverage another split still wins; with a shade more difference in weights the proposal is "
        "exactly the optimum."
    )
    assert said(PLAN, 20, "nl", 0, 0, 20)[0].startswith(
        "Gewichten: geen verdeling is meer waard dan dit voorstel bij 1,91 keer het gewicht uit het plan voor Zorg. "
        "Minder verschil is niet genoeg: vergeleken met het plan moet de ene post minstens 1,91 keer zo zwaar tellen "
        "als de andere."
    )


def test_a_least_difference_in_weights_is_rounded_up_to_what_is_enough() -> None:
    stricter = replace(PLAN, constraints=(replace(RULE, at_least=F(1, 5)),))
    weights = said(stricter, 20, "en", 0, 0, 20)[0]
    assert "with 1.84 times the plan's weight for Care. " in weights
    assert "at least 1.84 times as much" in weights


def test_lines_that_are_all_of_a_programme_go_by_its_name() -> None:
    plan = replace(NAMED, lines=(replace(POLICE, weight=F(1)), OM, replace(CARE, weight=F(3))), constraints=())
    assert "0,33 keer het gewicht" in said(plan, 120, "nl", 100, 20, 0)[0]
    both = replace(NAMED, lines=(POLICE, replace(OM, weight=F(2)), CARE, replace(CARE, id="help")), constraints=())
    proposal = {"police": F(0), "om": F(0), "care": F(10), "help": F(10)}
    assert "2 times the plan's weight for Welfare." in inverse_notes(inverse(both, F(20), proposal), "en")[1]


def test_lines_that_can_get_more_for_nothing_are_said_with_how_much() -> None:
    assert said(PLAN, 140, "nl", 100, 20, 5) == (
        "Gewichten: alleen met gewicht 0 voor Zorg is dit de beste verdeling, want daar kan € 15 mln bij zonder dat "
        "een post minder krijgt. De andere gewichten kunnen blijven zoals ze zijn; geen verdeling is dan meer waard "
        "dan dit voorstel. Op dekking wint een andere verdeling, welke gewichten men ook kiest.",
        "Verhoudingen: bij geen enkele verhouding is dit de beste verdeling. Er is een verdeling die zich houdt aan "
        "alle verhoudingen waaraan dit voorstel zich houdt, en die € 15 mln meer waard is.",
    )


def test_ratios_are_said_in_per_cent_with_what_they_are_now() -> None:
    weights, ratios = said(PLAN, 70, "en", 60, 10, 0)
    assert ratios == (
        'Ratios: no split is worth more if "Rule" says 16.67% instead of 10%. Smaller changes are not enough: proved. '
        "The proposal is then exactly the optimum."
    )
    assert weights.startswith(
        "Weights: no split is worth more than this proposal with 2 times the plan's weight for OM."
    )


def test_what_is_broken_is_named_where_no_weights_or_ratios_will_do() -> None:
    weights, ratios = said(PLAN, 100, "nl", 100, 5, 0)
    assert weights == (
        "Gewichten: bij geen enkele weging is dit de beste verdeling, want hieraan is niet voldaan: het plafond en "
        '"Rule".'
    )
    assert ratios == (
        "Verhoudingen: bij geen enkele verhouding is dit de beste verdeling, want hoe dan ook is hieraan niet voldaan: "
        "het plafond."
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_strict_reading_of_the_pact_would_be_right_with_a_lower_ratio_for_the_courts(language: Language) -> None:
    plan = load(scenario="strict")
    notes = inverse_notes(inverse(plan, F(400), {line.id: line.proposed for line in plan.lines}), language)
    assert {"en": "says 45.83% instead of 50%", "nl": "45,83% staat in plaats van 50%"}[language] in notes[2]


def test_where_coverage_goes_first_one_sentence_says_so() -> None:
    proposal = {"police": F(0), "om": F(0), "care": F(20)}
    assert inverse_notes(inverse(replace(PLAN, objective=("coverage",)), F(20), proposal), "en") == [
        "The weighted total does not come first in this plan, so no other weights or ratios make a split the best one "
        "by its value."
    ]
