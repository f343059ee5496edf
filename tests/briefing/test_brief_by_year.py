"""A briefing on a path: what it says first, its series, what holds money back, and that all of it is true."""

from collections.abc import Sequence
from fractions import Fraction

import pytest
from briefs import worked_out

from flessenhals.amounts import ceiling_of
from flessenhals.briefing.brief.by_year.run import RunByYear
from flessenhals.briefing.briefing import Briefing
from flessenhals.briefing.document.document import Bullets, DataTable, Document, Paragraph
from flessenhals.briefing.text.language import Language, text
from flessenhals.briefing.text.table import Table
from flessenhals.briefing.text.told import Told, claims_of
from flessenhals.constraints.constraint import in_year
from flessenhals.data.plans.reader import load, loads
from flessenhals.solver.claims.dated.building_up import AllAskedFirstIn, SameFrom
from flessenhals.solver.claims.dated.shifting import FreeShiftBrings
from flessenhals.solver.claims.dated.spending import MoreInYearWithout
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.plan.proposal import Proposal
from flessenhals.study import Wishes

PACT = "pact-2021-build-up"
PLAN = """
schema: 1
plan: small
title: {en: A small plan, nl: Een klein plan}
unit: EUR million per year
years: {first: 2026, last: 2029, columns: [2026, 2027]}
partners: {p: {en: Police, nl: Politie}, c: {en: Courts, nl: Rechtspraak}}
ceilings:
  path: {2026: 10, 2027: 20}
  kinds: {structural: {2026: 5, 2027: 12}, one-off: {2026: 6}}
  nothing: 0
lines:
  - {id: police, name: {en: Police, nl: Politie}, partner: p, proposed: 16}
  - {id: courts, name: {en: Courts, nl: Rechters}, partner: c, proposed: 4}
  - {id: ict, name: ICT, partner: p, proposed: {2026: 3}, money: one-off}
constraints:
  - {id: follows, name: {en: Courts follow, nl: Rechters volgen},
     proportional: {upstream: police, downstream: courts, at_least: 0.25}}
scenarios:
  grow:
    title: Groei
    constraints: {recruit: {name: {en: Recruitment, nl: Werving}, build_up: {of: courts, at_most: 1}}}
  floor: {title: Vloer, lines: [{of: police, minimum: 12}]}
"""


def run_of(
    text: str, ceiling: str, scenario: str | None = None, *changes: str, proposals: Sequence[Proposal] = ()
) -> RunByYear:
    plan = loads(text, scenario=scenario, changes=changes)
    others = [loads(text, scenario=name) for name in plan.scenarios if name != scenario]
    return worked_out(plan, ceiling, Wishes(proposals, scenarios=others, page=False))


def document(run: RunByYear, language: Language = "nl") -> Document:
    return Briefing(run, language).document


def tables(found: Document) -> dict[str, Table]:
    blocks = (block for section in found.sections for block in section.blocks)
    return {block.id: block.table for block in blocks if isinstance(block, DataTable)}


def sentences(found: Document) -> list[str]:
    blocks = [block for section in found.sections for block in section.blocks]
    notes = [note for table in tables(found).values() for note in table.notes]
    return [
        found.title,
        found.standfirst,
        *(item for block in blocks if isinstance(block, Bullets) for item in block.items),
        *notes,
    ]


@pytest.fixture(scope="module")
def pact() -> RunByYear:
    plan = load(PACT, scenario="recruitment")
    return worked_out(plan, "build-up")


def test_the_answer_is_the_heading(pact: RunByYear) -> None:
    assert document(pact).title == "Van € 2.200 mln kan € 154 mln niet worden besteed in 2025 tot en met 2028"
    assert document(pact, "en").title == "Of € 2,200 million, € 154 million cannot be spent in 2025 to 2028"


def test_below_it_stands_what_holds_the_rest_back_and_what_would_help(pact: RunByYear) -> None:
    held = document(pact).standfirst
    assert held.startswith('Wat overblijft, wordt tegengehouden door "Rechters worden geworven" (Rechtspraak)')
    assert held.endswith(
        "Met elke euro voorsprong vóór 2022 kan over 2022 tot en met 2028 samen € 70 meer worden besteed."
    )


def test_the_message_says_what_is_asked_what_is_advised_and_who_gets_least(pact: RunByYear) -> None:
    message = document(pact).sections[0].blocks[0]
    assert isinstance(message, Bullets)
    asked, advised, least = message.items
    assert asked.startswith("Gevraagd wordt € 2.800 mln over 2022 tot en met 2028")
    assert advised.endswith("€ 2.046 mln wordt besteed en in 2025 tot en met 2028 blijft € 154 mln over.")
    assert least == "In 2022 krijgt geen post minder dan 9,0% van wat hij vraagt, in 2028 niet minder dan 63,6%."


def test_a_head_start_is_worth_what_the_plan_says_of_it() -> None:
    """The published answer: over 2022 to 2026 a head start of 0.1 is worth 4.6."""
    plan = load(PACT, scenario="recruitment", changes=("years.last=2026",))
    run = worked_out(plan, "build-up")
    (start,) = run.head_starts
    assert (start.worth.price, str(start.row.id)) == (46, "judges@2022")


def test_the_series_has_the_years_that_the_plan_asks_for_and_the_structural_one_last(pact: RunByYear) -> None:
    table = tables(document(pact))["series"]
    assert [column.heading for column in table.columns][1:] == ["2022", "2023", "2024", "2025", "2026", "struc."]
    rows = {str(row.cells[0]): row.cells[1:] for row in table.rows}
    assert rows["Kan niet worden besteed"] == (0, 0, 0, 73, 50, 4)
    assert rows["Besteed"] == (100, 200, 300, 327, 350, 396)
    assert set(rows["Past in het kader"]) == {"ja"}


def test_every_year_adds_up_over_lines_and_over_years(pact: RunByYear) -> None:
    table = tables(document(pact))["every-year"]
    for row in table.rows:
        *years, together = row.cells[1:]
        if isinstance(together, Fraction):
            assert sum((Fraction(each or 0) for each in years), start=Fraction(0)) == together
    for place in range(1, len(table.columns)):
        role = {
            each: sum((Fraction(row.cells[place] or 0) for row in table.rows if row.role == each), start=Fraction(0))
            for each in ("subtotal",)
        }
        (spent,) = (row.cells[place] for row in table.rows if row.cells[0] == "Besteed")
        assert role["subtotal"] == spent


def test_at_most_five_bottlenecks_are_told_and_none_of_them_twice(pact: RunByYear) -> None:
    table = tables(document(pact))["priced"]
    names = [row.cells[0] for row in table.rows]
    assert len(names) <= 5
    assert len(set(names)) == len(names)
    assert table.rows[0].cells == ('"Rechters worden geworven"', "Rechtspraak", "70", "70", "70", "70", "47", "1")


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(
    ("ceiling", "scenario", "changes"),
    [
        ("path", None, ()),
        ("path", "grow", ()),
        ("kinds", None, ()),
        ("path", "grow", ("shift.later=any",)),
        ("100", None, ()),
    ],
)
def test_every_claim_of_a_briefing_on_a_path_is_true(
    ceiling: str, scenario: str | None, changes: tuple[str, ...], language: Language
) -> None:
    run = run_of(PLAN, ceiling, scenario, *changes)
    told = sentences(document(run, language))
    claims = claims_of(told)
    assert claims
    assert [claim for claim in claims if not claim.holds(run.plan, run.allocation)] == []


def test_one_year_is_told_as_one_year() -> None:
    text = PLAN.replace("last: 2029, columns: [2026, 2027]", "last: 2026")
    text = text.replace(", 2027: 20", "").replace(", 2027: 12", "").replace(", one-off: {2026: 6}", "")
    text = text.replace("  - {id: ict, name: ICT, partner: p, proposed: {2026: 3}, money: one-off}\n", "")
    found = document(run_of(text, "path"))
    assert found.title == "De volle € 10 mln wordt besteed; elke post krijgt ten minste 50,0%"
    assert "Gevraagd wordt € 20 mln in 2026; beschikbaar is € 10 mln." in sentences(found)
    assert "every-year" not in tables(found)


def test_claims_that_are_not_true_are_found_out(pact: RunByYear) -> None:
    plan, split = pact.plan, pact.allocation
    false = [
        AllAskedFirstIn(2031),
        FreeShiftBrings(Fraction(1), later=True),
        MoreInYearWithout("prosecutors", 2028, Fraction(396)),
        SameFrom(2027),
    ]
    assert [claim.kind for claim in false if claim.holds(plan, split)] == []


def test_it_says_that_the_plan_is_too_short_where_a_build_up_still_binds(pact: RunByYear) -> None:
    told = " ".join(sentences(document(pact)))
    assert '"Rechters worden geworven" knelt nog in 2028, het laatste jaar: het plan is te kort' in told
    assert "Alles wat wordt gevraagd, kan op zijn vroegst in 2032 worden gegeven." in told


def test_it_says_whether_any_shift_helps() -> None:
    told = " ".join(sentences(document(run_of(PLAN, "10"))))
    assert "Geld verschuiven tussen jaren levert niet meer besteding op: alles wordt al besteed." in told
    told = " ".join(sentences(document(run_of(PLAN, "kinds", "grow"))))
    assert "Geld verschuiven tussen jaren helpt niet" in told
    told = " ".join(
        sentences(document(run_of(PLAN.replace("{2026: 10, 2027: 20}", "{2026: 5, 2027: 20}"), "path", "grow")))
    )
    assert "Alleen als geld van latere jaren ook eerder mag worden gebruikt" in told


def test_from_when_on_it_is_structural() -> None:
    told = sentences(document(run_of(PLAN, "path")))
    assert told[0] == "Vanaf 2027 krijgt elke post wat hij vraagt"
    assert any(each.startswith("Vanaf 2027 structureel: € 20 mln per jaar.") for each in told)


def test_kinds_of_money_have_rows_of_their_own_and_what_comes_once_is_said_to_stay_for_that() -> None:
    found = document(run_of(PLAN, "kinds"), "en")
    rows = {str(row.cells[0]): row.cells[1:] for row in tables(found)["series"].rows}
    assert rows["Structural"] == (5, 12)
    assert rows["One-off"] == (6, 0)
    assert "What is left comes once" in " ".join(sentences(found))


def test_a_proposal_is_judged_first_and_stands_beside_what_is_possible_year_by_year() -> None:
    amounts = {in_year(line, year): Fraction(8) for line in ("police", "courts", "ict") for year in range(2026, 2030)}
    amounts = {line: amounts.get(line, Fraction(0)) for line in (each.id for each in loads(PLAN).lines)}
    ours = Proposal(name="ours", amounts=amounts)
    found = document(run_of(PLAN, "path", "grow", proposals=[ours]), "en")
    paragraph = next(block for block in found.sections[0].blocks if isinstance(block, Paragraph))
    assert paragraph.text.startswith("This proposal cannot be carried out")
    table = tables(found)["proposal-1"]
    rows = {str(row.cells[0]): row.cells[1:] for row in table.rows}
    assert rows["Ceiling"] == (10, 20, 20)
    assert "Proposal" in rows
    two = document(run_of(PLAN, "path", "grow", proposals=[ours, ours]), "en")
    told = [block.text for block in two.sections[0].blocks if isinstance(block, Paragraph)]
    assert [each.startswith('"ours": This proposal') for each in told] == [True, True]


def test_a_minister_sees_totals_of_the_series_alone(pact: RunByYear) -> None:
    found = Briefing(pact, "nl", "minister").document
    names = [str(row.cells[0]) for row in tables(found)["series"].rows]
    assert names[:2] == ["Gevraagd door alle posten", "Beschikbaar"]
    assert names[2:5] == [text(name, "nl") for name in pact.plan.programmes.values()]
    assert names[5:] == ["Besteed", "Kan niet worden besteed", "Past in het kader", "Laagste dekking"]
    assert [section.id for section in found.sections] == ["message", "series", "why"]


def test_where_nothing_fits_there_is_no_briefing() -> None:
    with pytest.raises(InfeasibleError):
        run_of(PLAN, "path", "floor", "constraints.follows.proportional.at_least=0.5")


def test_a_reading_under_which_nothing_fits_is_told_beside_the_others() -> None:
    readings = tables(document(run_of(PLAN, "kinds")))["readings"]
    assert "Vloer: geen verdeling voldoet aan alle regels." in readings.notes


def test_no_sentence_about_the_answer_claims_nothing(pact: RunByYear) -> None:
    """Those that say how to read something, and what is asked, claim nothing."""
    silent = ("Gevraagd wordt", "Bedragen zijn afgerond", "Leeg:", "† ", '"Rechters worden geworven" knelt nog')
    bare = [each for each in sentences(document(pact)) if not (isinstance(each, Told) and each.claims)]
    assert [each for each in bare if not each.startswith(silent)] == []


def test_it_says_what_changed_since_another_path_year_by_year() -> None:
    plan = loads(PLAN)
    run = worked_out(plan, "path", Wishes(since=(plan, ceiling_of(plan, "2026=8,2027=16")), page=False))
    found = tables(document(run, "en"))
    assert found["causes"].rows[0].cells == ("The ceiling: € 56 million → € 70 million", Fraction(14), "+8.70")
    assert found["since-by-year"].rows[0].cells[1:] == (2, 4, 4, 4)
    assert found["difference"].rows[-1].cells[1:4] == (56, 70, 14)


def test_draws_are_told_by_year() -> None:
    text = PLAN + "uncertain:\n  - {of: {line: police}, field: proposed, low: 90%, mode: 100%, high: 110%}\n"
    found = document(worked_out(loads(text), "path", Wishes(samples=20, page=False)), "en")
    assert any("every 100 draws the lowest coverage is from" in each for each in sentences(found))
    spread = tables(found)["spread"]
    assert [column.heading for column in spread.columns] == ["Line", "2026", "2027", "2029"]


IN_UNITS = """
schema: 1
plan: units
title: Units
unit: EUR million per year
years: {first: 2026, last: 2027}
shift: {later: 1}
lines:
  - {id: courts, partner: c, proposed: 9, step: 3}
  - {id: centre, partner: k, proposed: 4, smallest: 100%}
constraints:
  - {id: recruit, build_up: {of: courts, at_most: 3, start: 3}}
ceilings:
  steep: {2026: 7, 2027: 11}
  ample: {2026: 10, 2027: 14}
"""


def test_amounts_that_cannot_be_split_are_counted_in_each_year_and_have_no_prices() -> None:
    found = document(run_of(IN_UNITS, "steep"), "en")
    rows = [row.cells for row in tables(found)["units"].rows]
    assert rows == [
        ("courts", "whole multiples of € 3 million", "1 of 3", "2 of 3"),
        ("centre", "nothing, or at least € 4 million", "stands", "stands"),
    ]
    assert "priced" not in tables(found)
    told = sentences(found)
    assert "What is left is too little for a further whole amount." in told
    assert "In 2027 not all of the money is spent: no split in whole amounts spends more of it." in told
    assert any(each.startswith("At 109.09% of the path: 2 of 3 at courts in 2026 (now 1)") for each in told)
    assert "So the lowest coverage falls from 33.3% to 0.0%, although the ceiling rises." in told


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("ceiling", ["steep", "ample", "2026=7,2027=14", "2026=6,2027=9"])
def test_every_claim_of_a_briefing_in_whole_amounts_on_a_path_is_true(ceiling: str, language: Language) -> None:
    run = run_of(IN_UNITS, ceiling)
    claims = claims_of(sentences(document(run, language)))
    assert claims
    assert [claim for claim in claims if not claim.holds(run.plan, run.allocation)] == []
