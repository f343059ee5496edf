"""What a briefing says, section by section."""

from fractions import Fraction

import pytest
from briefs import briefed, table_of

from flessenhals.briefing.briefing import Briefing
from flessenhals.briefing.document.document import Bullets, Chart, Document, Paragraph, Verbatim
from flessenhals.data.plans.reader import load, loads
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.plan.proposal import Proposal

PACT = load()
SMALL = """
schema: 1
plan: small
title: {en: A small plan, nl: Een klein plan}
unit: EUR million per year
price_level: 2021
departments: {jv: {en: Justice (JV), nl: Justitie (JV)}, fin: Financiën}
lines:
  - {id: police, name: {en: Police, nl: Politie}, partner: p, programme: a, department: jv, proposed: 60, source: "§1"}
  - {id: om, name: OM, partner: om, programme: a, department: jv, proposed: 10, source: "§2", origin: derived}
  - {id: tax, name: {en: Tax, nl: Belasting}, partner: tax, programme: b, department: fin, proposed: 30, minimum: 3}
constraints:
  - {id: follows, name: {en: OM follows, nl: OM volgt}, nature: law, source: "§3",
     proportional: {upstream: police, downstream: om, at_least: 0.25}}
scenarios: {loose: {title: {en: Loose, nl: Los}, constraints: {follows: null}}}
"""


@pytest.fixture(scope="module")
def pact() -> Briefing:
    return briefed(PACT, Fraction(300), others=[load(scenario=name) for name in PACT.scenarios])


@pytest.fixture(scope="module")
def small() -> Briefing:
    return briefed(loads(SMALL), Fraction(85), "en", others=[loads(SMALL, scenario="loose")])


def said(document: Document, section: str) -> list[str]:
    blocks = next(each.blocks for each in document.sections if each.id == section)
    return [
        text
        for block in blocks
        for text in (
            block.items
            if isinstance(block, Bullets)
            else [block.text]
            if isinstance(block, Paragraph | Verbatim)
            else []
        )
    ]


def front(briefing: Briefing) -> tuple[str, str]:
    return briefing.document.title, briefing.document.standfirst


def test_the_answer_is_the_heading_and_below_it_stands_why(pact: Briefing) -> None:
    assert pact.document.eyebrow == "Pact voor de Rechtsstaat · plafond € 300 mln per jaar · 2 maart 2026"
    assert front(pact) == (
        "Met € 300 mln krijgt elke post ten minste 72,8% van wat hij vraagt",
        "Er is € 100 mln minder dan de posten vragen. Alleen het plafond beperkt de inzet: tot € 400 mln kan elke "
        "extra euro volledig worden ingezet.",
    )


def test_the_message_is_three_sentences_what_is_asked_what_is_advised_and_where_it_differs_most(pact: Briefing) -> None:
    assert said(pact.document, "message") == [
        "Gevraagd wordt € 400 mln per jaar; beschikbaar is € 300 mln.",
        "Het advies is de verdeling in onderdeel 2: de volle € 300 mln wordt ingezet, en geen post krijgt minder dan "
        "72,8% van wat hij vraagt (vóór afronding).",
        "Het grootste verschil met wat wordt gevraagd zit bij (Digitale) wijkagenten: van € 62 mln naar € 45,1 mln, "
        "€ 16,9 mln minder.",
    ]


def test_money_that_cannot_be_put_to_work_comes_before_all_else_and_the_rule_is_named(small: Briefing) -> None:
    assert front(small) == (
        "Of € 85 million, € 5 million cannot be put to work",
        "€ 80 million is put to work, and every line gets at least 66.6% of what it asks. The bottleneck is not the "
        'ceiling but "OM follows": more money by itself would not be put to work.',
    )
    assert said(small.document, "message") == [
        "The lines ask € 100 million a year; € 85 million is available.",
        "The advice is the split in section 2: of € 85 million, € 80 million can be put to work and € 5 million is "
        "left; no line gets less than 66.6% of what it asks (before rounding).",
        "The largest difference from what is asked is for Police: from € 60 million to € 40 million, € 20 million "
        "less.",
    ]


@pytest.mark.parametrize(
    ("ceiling", "standfirst"),
    [
        (100, "No rule and no limit holds back anything that is asked."),
        (110, "No rule and no limit holds back anything that is asked. € 10 million is left."),
    ],
)
def test_where_everything_fits_the_advice_is_to_give_it(ceiling: int, standfirst: str) -> None:
    found = briefed(loads(SMALL, scenario="loose"), Fraction(ceiling), "en")
    assert front(found) == (f"All that is asked fits within € {ceiling} million", standfirst)
    assert said(found.document, "message")[1:] == [
        "The advice is to give every line what it asks.",
        "There is no difference from what is asked.",
    ]


def test_a_proposal_that_cannot_be_carried_out_is_the_heading_whatever_else_is_so() -> None:
    amounts = {"police": Fraction(60), "om": Fraction(5), "tax": Fraction(20)}
    found = briefed(loads(SMALL), Fraction(85), "en", proposal=Proposal(name="ours.csv", amounts=amounts))
    assert front(found) == (
        'Proposal "ours.csv" cannot be carried out: € 40 million of its € 85 million cannot be used',
        "The money gets stuck because too little goes to om. With € 85 million every line can get at least 66.6% of "
        "what it asks. To make the proposal work, at least € 20 million has to move.",
    )


def test_a_proposal_with_a_long_name_goes_without_it_in_the_heading() -> None:
    amounts = {"police": Fraction(60), "om": Fraction(5), "tax": Fraction(20)}
    proposal = Proposal(name="what-we-would-do-if-we-had-our-way.csv", amounts=amounts)
    assert briefed(loads(SMALL), Fraction(85), "en", proposal=proposal).document.title == (
        "The proposal cannot be carried out: € 40 million of its € 85 million cannot be used"
    )


def test_a_proposal_that_works_leaves_the_heading_to_what_the_ceiling_allows() -> None:
    amounts = {"police": Fraction(20), "om": Fraction(5), "tax": Fraction(20)}
    found = briefed(loads(SMALL), Fraction(60), "en", proposal=Proposal(name="ours.csv", amounts=amounts))
    assert found.document.title == "With € 60 million every line gets at least 57.1% of what it asks"
    assert said(found.document, "message")[3].startswith("This proposal can be carried out")


def test_the_measures_stand_in_a_ministrys_layout_with_totals_that_add_up(small: Briefing) -> None:
    table = table_of(small, "measures")
    assert table.title == "Measures, amounts in € million a year, price level: 2021"
    assert [column.heading for column in table.columns] == [
        "No.",
        "Measure – partner",
        "Asked",
        "Optimum",
        "Difference",
        "Department",
        "Source",
    ]
    assert [(row.role, *row.cells) for row in table.rows] == [
        ("subtotal", None, "a", 70, 50, -20, None, None),
        ("line", 1, "Police – p", 60, 40, -20, "JV", "§1"),
        ("line", 2, "OM – om", 10, 10, 0, "JV", "§2"),
        ("subtotal", None, "b", 30, 30, 0, None, None),
        ("line", 3, "Tax – tax", 30, 30, 0, "Financiën", None),
        ("total", None, "Total", 100, 80, -20, None, None),
    ]


def test_other_ceilings_show_printed_amounts_that_add_up_and_why_some_have_none(pact: Briefing) -> None:
    table = table_of(pact, "around")
    assert [row.cells[0] for row in table.rows] == [260, 280, 300, 320, 340]
    for ceiling, *programmes, total, unspent, _ in (row.cells for row in table.rows):
        assert sum(programmes) == total
        assert total + unspent == ceiling
    low = table_of(briefed(PACT, Fraction(35)), "around")
    assert [row.cells[-1] for row in low.rows][:1] == [None]
    assert low.notes == ("Bij € 31 mln voldoet geen verdeling aan alle regels; daarvoor is minstens € 32 mln nodig.",)


def test_the_room_around_the_answer_is_told(pact: Briefing) -> None:
    told = said(pact.document, "firmness")
    (place,) = [place for place, text in enumerate(told) if "Hoe ver posten kunnen schuiven" in text]
    assert "ligt € 297,3 mln van € 300 mln vast" in told[place + 1]


def test_every_other_reading_stands_beside_the_answer(pact: Briefing) -> None:
    assert [row.cells[3:] for row in table_of(pact, "readings").rows] == [
        (Fraction("0.726"), "Rechtspraak: keteneffect politie en witwassen: +0,7"),
        (Fraction("0.728"), "geen"),
        (Fraction("0.626"), "Gebiedsaanpak in ten minste 15 gemeenten: +13,6"),
        (Fraction("0.666"), "(Digitale) wijkagenten: −3,8"),
        (Fraction("0.723"), "Drie ondermijningskamers: +0,8"),
    ]


def test_every_assumption_is_marked_as_source_derived_or_assumed(small: Briefing) -> None:
    assert [row.cells for row in table_of(small, "assumptions").rows] == [
        ("What is asked for Police", "source", "§1"),
        ("What is asked for OM", "derived", "§2"),
        ("What is asked for Tax", "assumed", ""),
        ("At least € 3 million for Tax", "assumed", "the plan"),
        ("Two lines have no lower limit: a part of the amount is assumed to be of use too", "assumed", "the plan"),
        ("No line gets more than it asks", "assumed", "the plan"),
        ("OM follows: for every 100 to Police at least 25 to OM (law)", "source", "§3"),
        ("A euro counts as much on one line as on another", "assumed", "the plan"),
        (
            "What is short is spread so that the lowest coverage is as high as it can be",
            "assumed",
            "the method",
        ),
        ("Changed for this briefing: lines.nfi.minimum=4", "choice in this reading", "the command"),
    ]
    assert said(small.document, "assumptions")[0].startswith("This is no judgement on desirability.")


def test_every_figure_leads_to_its_place_in_the_source(pact: Briefing) -> None:
    rows = table_of(pact, "sources").rows
    assert [row.cells[0] for row in rows] == list(range(1, 28))
    assert [row.cells[4] for row in rows] == [line.source for line in PACT.lines]
    assert [row.cells[5] for row in rows if row.cells[1] == "Mainports en andere knooppunten: overig"] == ["afgeleid"]


def test_the_document_says_what_was_read_and_how_to_make_it_again(small: Briefing) -> None:
    assert said(small.document, "annex-traceability") == [
        "What was read, with its checksum (SHA-256):",
        f"{'0' * 64}  plan.yaml",
        "The same document again, from the same files:",
        "flessenhals brief 300 -o nota.html --lang nl",
    ]
    properties = small.document.properties
    assert properties.creator == "Flessenhals 1.2.3"
    assert small.document.eyebrow == "A small plan · ceiling € 85 million a year · 2 March 2026"


def test_a_proposal_stands_in_the_table_and_what_it_breaks_is_said() -> None:
    amounts = {"police": Fraction("55.04"), "om": Fraction(5), "tax": Fraction(2)}
    found = briefed(loads(SMALL), Fraction(60), "en", proposal=Proposal(name="ours.csv", amounts=amounts))
    table = table_of(found, "measures")
    assert [column.heading for column in table.columns[2:6]] == ["Asked", "Proposal", "Optimum", "Difference"]
    assert [row.cells[2:4] for row in table.rows if row.role == "line"] == [(60, 55), (10, 5), (30, 2)]
    assert [note for note in table.notes if "finer" in note]
    assert table.notes[0] == "Proposal: the amounts in ours.csv."
    assert said(found.document, "message")[2].startswith(
        "The largest difference from the proposal is for Police: from € 55"
    )
    assert said(found.document, "message")[3] == (
        "This proposal cannot be carried out: € 35.04 million of its € 62.04 million cannot be used, and it does not "
        "keep "
        'the ceiling, "OM follows" and the minimum of Tax.'
    )
    assert said(found.document, "why")[-6:-2] == [
        "The proposal goes above the ceiling: € 2.04 million.",
        'The proposal falls short of "OM follows" (€ 8.76 million).',
        "The proposal stays below the minimum of Tax (€ 1 million).",
        "Of the proposal € 35.04 million cannot be used, "
        "because what has to follow it in the chain gets too little: Police.",
    ]


def test_nothing_fits_means_no_briefing() -> None:
    with pytest.raises(InfeasibleError):
        briefed(PACT, Fraction(30))


def test_without_coverage_in_the_objective_there_is_no_curve_and_the_document_says_so() -> None:
    found = briefed(loads(SMALL, changes=["objective=[value]"]), Fraction(85), "en")
    assert found.run.ladder is None
    assert any(text.startswith("The objective is value alone") for text in said(found.document, "firmness"))


def test_columns_in_which_a_plan_says_nothing_are_left_out() -> None:
    bare = "schema: 1\nplan: bare\nunit: EUR million\nlines:\n  - {id: a, partner: p, proposed: 10}\n"
    found = briefed(loads(bare), Fraction(5), "en")
    assert [each.heading for each in table_of(found, "measures").columns] == [
        "No.",
        "Measure – partner",
        "Asked",
        "Optimum",
        "Difference",
    ]
    assert [each.heading for each in table_of(found, "sources").columns] == [
        "No.",
        "Measure",
        "Asked",
        "Minimum",
        "Known from",
    ]
    behind = next(
        block.data
        for section in found.document.sections
        for block in section.blocks
        if isinstance(block, Chart) and block.id == "split"
    )
    assert [each.heading for each in behind.columns] == ["Ceiling", "Total"]
    assert behind.title == "What all lines together get at every ceiling, € million"
