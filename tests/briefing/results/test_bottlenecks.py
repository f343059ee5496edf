"""Bottlenecks as people read them."""

from fractions import Fraction

import pytest

from flessenhals.briefing.results.bottlenecks.bottlenecks import bottlenecks_tables, constraints_table
from flessenhals.briefing.results.bottlenecks.findings import findings, with_effect
from flessenhals.briefing.results.bottlenecks.line_reason import line_findings, line_tables
from flessenhals.briefing.results.bottlenecks.near_optimal import room_findings, room_table
from flessenhals.briefing.results.bottlenecks.ratios import chain_findings, ratio_findings, ratios_table
from flessenhals.briefing.results.missing import missing_findings
from flessenhals.briefing.text.language import Language
from flessenhals.briefing.text.table import plain
from flessenhals.constraints.constraint import CEILING, maximum_of, minimum_of
from flessenhals.data.plans.reader import load, loads
from flessenhals.solver.plan.line import Line
from flessenhals.solver.plan.plan import Plan
from flessenhals.solver.sensitivity.bottlenecks import Bottlenecks, bottlenecks
from flessenhals.solver.sensitivity.line_reason import why
from flessenhals.solver.sensitivity.missing import Missing
from flessenhals.solver.sensitivity.near_optimal import room

F = Fraction


@pytest.fixture(scope="module")
def strict() -> Bottlenecks:
    return bottlenecks(load(scenario="strict"), F(400))


@pytest.fixture(scope="module")
def complex_cases() -> Bottlenecks:
    return bottlenecks(load(scenario="complex-cases"), F(400))


def test_strict_at_400_each_euro_more_at_the_courts_releases_two_at_the_om(strict: Bottlenecks) -> None:
    courts, rule, *_ = findings(strict, with_effect(strict), "en")
    assert courts == (
        "Courts: chain effect of police and laundering is at its maximum: each euro more there puts 3.00 more to work, "
        "for the first € 0.66 million. Of each such euro 2.00 goes to OM in the area programmes and 1.00 goes to "
        "Courts: chain effect of police and laundering."
    )
    assert rule == (
        '"The courts follow the OM" binds: each euro that it is relaxed by puts 2.00 more to work, for the first '
        "€ 1 million. Of each such euro 2.00 goes to OM in the area programmes."
    )
    assert strict.found[0].release == {"om-prevention": 2, "courts-chain": 1}


def test_the_message_comes_first_and_says_what_stays_unspent_and_why(strict: Bottlenecks) -> None:
    message, details, ratios = bottlenecks_tables(strict, "nl")
    assert message.columns == ()
    assert message.notes[0] == (
        "Van € 400 mln kan € 398 mln worden ingezet; € 2 mln blijft over. Geen post krijgt minder dan 80,0% van "
        "wat hij "
        'vraagt. Wat de rest tegenhoudt: "De rechtspraak volgt het OM".'
    )
    assert [row.cells[0] for row in details.rows][:2] == [
        "Rechtspraak: keteneffect politie en witwassen (maximum)",
        '"De rechtspraak volgt het OM"',
    ]
    assert len(ratios.rows) == 6


def test_complex_cases_at_400_names_the_maximums_of_the_oms_chain_lines(complex_cases: Bottlenecks) -> None:
    text = plain(bottlenecks_tables(complex_cases, "en"), 10_000)
    assert "€ 46.67 million stays unspent" in text
    for name in ("OM: chain effect of the police lines", "OM: chain effect of anti-laundering"):
        assert f"{name} is at its maximum: each euro more there puts 7.67 more to work" in text


def test_each_price_stands_in_the_table_with_how_far_it_holds_on_both_sides(strict: Bottlenecks) -> None:
    table = constraints_table(strict, "en")
    assert [column.heading for column in table.columns][2:6] == [
        "One more (shadow price)",
        "Up to",
        "One less",
        "Up to",
    ]
    assert table.rows[0].cells[2:] == ("3.00", "0.66", "3.00", "4.00", "+19.73", "400.00")


def test_a_lowest_coverage_that_falls_has_a_minus_sign_and_a_small_price_is_not_shown_as_nothing() -> None:
    line = Line(id="a", partner="a", proposed=F(10), weight=F(1, 250))
    other = Line(id="b", partner="b", proposed=F(10), minimum=F(8), weight=F(0))
    rows = constraints_table(bottlenecks(Plan(id="small", lines=(line, other)), F(16)), "nl").rows
    told = {row.cells[0]: row.cells for row in rows}
    assert told["het plafond"][2:5] == ("0,0040", "2,00", "0,0040")
    assert told["b (minimum)"][6] == "−10,00"


@pytest.mark.parametrize("width", [60, 120])
@pytest.mark.parametrize("language", ["en", "nl"])
def test_no_line_is_wider_than_the_screen(strict: Bottlenecks, width: int, language: Language) -> None:
    text = plain(bottlenecks_tables(strict, language), width)
    assert max(map(len, text.splitlines())) <= width


def test_no_jargon_stands_in_a_sentence(strict: Bottlenecks) -> None:
    for language in ("en", "nl"):
        for table in bottlenecks_tables(strict, language):
            assert not any(
                word in note.lower() for note in table.notes for word in ("shadow", "schaduw", "dual", "basis")
            )
    assert constraints_table(strict, "en").columns[2].heading == "One more (shadow price)"


def test_a_ratio_is_told_with_its_point_and_where_the_bottleneck_moves(strict: Bottlenecks) -> None:
    assert ratio_findings(strict, "en", holding=True) == [
        '"The courts follow the OM" asks 50% now: at 51% € 0.43 million less is put to work and the lowest '
        "coverage falls "
        "by 4.31 percentage points; at 49% € 0.45 million more is put to work and the lowest coverage rises by 4.49 "
        "percentage points. Just below 45.83% neither the ceiling nor a rule holds the total back. Just above 78.58% "
        "what holds the "
        'total back is "The OM follows the police", "The OM follows the anti-laundering effort (FIOD, FIU)" and "The '
        'courts follow the OM".'
    ]
    assert len(ratio_findings(strict, "nl")) == 3


def test_the_ratio_table_has_a_row_a_direction(strict: Bottlenecks) -> None:
    rows = [row.cells for row in ratios_table(strict, "en").rows]
    assert rows[4] == (
        '"The courts follow the OM" at 49%',
        "+0.45",
        "+4.49",
        "−0.45",
        "at once, then 45.83%",
        "45.83%",
    )
    assert rows[5][0] == '"The courts follow the OM" at 51%'


def test_a_euro_for_the_police_is_told_with_its_chain(strict: Bottlenecks) -> None:
    assert chain_findings(strict, "nl")[0] == (
        "Eén euro voor (Digitale) wijkagenten; Opsporing veelvoorkomende criminaliteit (VVC); en Ondermijning, "
        "preventieve "
        "weerbaarheid vraagt in totaal 1,15: 1,00 zelf + 0,10 voor OM: keteneffect van de politie + 0,05 voor "
        "Rechtspraak: keteneffect politie en witwassen."
    )


def test_why_a_line_gets_no_more_names_what_stops_it_and_who_would_pay() -> None:
    found = why(load(scenario="strict"), F(400), "om-prevention")
    told = line_findings(found, "en")
    assert told[1] == (
        'It cannot get more while no other line gives anything up: "The courts follow the OM" and the maximum '
        "of Courts: "
        "chain effect of police and laundering are in the way."
    )
    assert told[2] == (
        "€ 1 million more for it is possible: the value falls by € 10 million and the lowest coverage goes "
        "from 80.0% "
        "to 90.0%."
    )
    assert told[3].startswith("Less then goes to Neighbourhood officers, street and online (−4.43); ")
    _, payers = line_tables(found, "en")
    assert payers.rows[0].cells == ("Neighbourhood officers, street and online", 62, F(403, 7), -F(31, 7))


def test_a_line_with_all_that_it_asks_needs_a_higher_maximum_for_more() -> None:
    told = line_findings(why(load(), F(400), "nfi"), "nl")
    assert told[:2] == [
        "Nederlands Forensisch Instituut (NFI) vraagt € 5 mln en krijgt € 5 mln: 100,0%.",
        "De post heeft alles wat wordt gevraagd.",
    ]
    assert told[2].startswith("€ 1 mln meer is mogelijk bij een hoger maximum: de waarde blijft gelijk en")


def test_more_than_can_be_is_refused_with_the_sum_and_what_would_make_it_possible() -> None:
    lines = (
        Line(id="a", name="A", partner="a", proposed=F(10)),
        Line(id="b", name="B", partner="b", proposed=F(10), minimum=F("9.5")),
    )
    found = why(Plan(id="tight", unit="EUR million", lines=lines), F(10), "a")
    assert line_findings(found, "en")[2:] == [
        "€ 1 million more is impossible, whatever other lines give up.",
        "The minimums of A (€ 1.5 million) and B (€ 9.5 million) are € 11 million together; the ceiling is € 10 "
        "million: "
        "€ 1 million short.",
        "What would make that possible, each change by itself: the ceiling from € 10 million to € 11 million (€ "
        "1 million "
        "more); B (minimum) from € 9.5 million to € 8.5 million (€ 1 million less).",
    ]
    assert len(line_tables(found, "en")) == 1


def test_the_room_says_what_is_fixed_and_what_is_free() -> None:
    found = room(load(), F(300), F(1, 100))
    assert room_findings(found, "nl")[0] == (
        "Zolang waarde en laagste dekking binnen 1% van het beste blijven, ligt € 297,32 mln van € 300 mln vast: de "
        "som van wat elke post dan minstens krijgt. Telt de laagste dekking niet mee, dan ligt € 37,83 mln vast."
    )
    table = room_table(found, "en")
    assert [column.heading for column in table.columns] == ["Line", "Smallest", "Allocated", "Largest", "Room"]
    assert table.rows[0].cells == ("Strategic Knowledge Centre", 2, 2, 2, 0)


WORTH_NOTHING = """
schema: 1
plan: idle-money
objective: [coverage]
lines:
  - {id: a, partner: p, proposed: 10, weight: 0}
  - {id: b, partner: q, proposed: 10, weight: 0}
  - {id: c, partner: r, proposed: 5, weight: 0, maximum: 3}
constraints:
  - {id: f, proportional: {upstream: a, downstream: c, at_least: 0.5}}
"""


def test_what_is_put_to_work_and_worth_nothing_is_not_called_money_that_moves() -> None:
    # At 20 one is left; with a maximum of 4 for c, c gets 4, a 8 and b 8: 20 in all.
    found = bottlenecks(loads(WORTH_NOTHING), F(20))
    assert findings(found, with_effect(found), "en")[:2] == [
        "At a higher maximum for c more is put to work; the weighted total stays the same.",
        'If "f" is relaxed, more is put to work; the weighted total stays the same.',
    ]
    assert findings(found, with_effect(found), "nl")[:2] == [
        "Bij een hoger maximum voor c wordt meer ingezet; het gewogen totaal blijft gelijk.",
        'Als "f" ruimer is, wordt meer ingezet; het gewogen totaal blijft gelijk.',
    ]


BY_PROGRAMME = """
schema: 1
plan: by-programme
objective: [{coverage: programme}, value, coverage]
lines:
  - {id: police, partner: p, programme: x, proposed: 10, weight: 3}
  - {id: om, partner: q, programme: x, proposed: 1, weight: 0.5}
  - {id: care, partner: r, programme: y, proposed: 10, maximum: 10%}
  - {id: home, partner: r, programme: y, proposed: 4}
constraints:
  - {id: om-follows, proportional: {upstream: police, downstream: om, at_least: 0.2}}
  - {id: share, level: {of: home, at_most: 20%}}
"""


def test_a_maximum_that_holds_back_beyond_a_ratio_is_named_beside_the_rules() -> None:
    # Below 12.5% the programme y has 1 for care, all that it may get, and less than 1 for home.
    told = " ".join(ratio_findings(bottlenecks(loads(BY_PROGRAMME), F(8)), "en"))
    assert "Just below 12.5% what holds" in told
    assert ' back is "om-follows", "share" and the maximum of care.' in told


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Missing: the cost of the ceiling, the minimum of NFI and the maximum of Customs, and what relief"),
        ("nl", "Ontbreekt: de prijs van het plafond, het minimum van NFI en het maximum van Douane, en wat verruiming"),
    ],
)
def test_what_is_missing_of_a_bound_of_a_line_is_not_said_of_the_line(language: Language, said: str) -> None:
    missing = [Missing("bottleneck", each, "no reason") for each in (CEILING, minimum_of("nfi"), maximum_of("customs"))]
    (told,) = missing_findings(load(), missing, language)
    for long in ("Netherlands Forensic Institute (NFI)", "Nederlands Forensisch Instituut (NFI)"):
        told = told.replace(long, "NFI")
    assert said in told
