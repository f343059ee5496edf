"""Charts of a ladder as a terminal shows them."""

from __future__ import annotations

from fractions import Fraction

import pytest

from flessenhals.briefing.charts.chart_text import terminal_chart
from flessenhals.briefing.charts.frame import by_programme
from flessenhals.briefing.text.language import LANGUAGES, Language
from flessenhals.data.plans.reader import load
from flessenhals.solver.plan.plan import Line, Plan
from flessenhals.solver.sensitivity.ladder.ladder import Ladder, ladder

F = Fraction


@pytest.fixture(scope="module")
def strict() -> Ladder:
    """Four steps (32, 370.25, 386 1/3 and 398), three programmes, 27 lines."""
    return ladder(load(scenario="strict"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [30, 31, 45, 60, 80, 120, 200])
def test_no_row_is_wider_than_the_terminal_and_no_name_is_cut(strict: Ladder, width: int, language: Language) -> None:
    drawn = terminal_chart(strict, language, width)
    assert max(map(len, drawn.splitlines())) <= width
    words = drawn.split()
    assert all(word in words for group in by_programme(strict.plan, language) for word in group.name.split())
    assert set(drawn) - set("▁▂▃▄▅▆▇█─┴€") <= set(map(chr, range(32, 127))) | {"\n"}


def test_large_amounts_of_money_fit_the_narrowest_terminal() -> None:
    lines = tuple(Line(id=f"l{n}", partner="x", programme=f"p{n}", proposed=F(9_876_543_210)) for n in range(2))
    drawn = terminal_chart(ladder(Plan(id="large", lines=lines, unit="EUR")), "nl", 30)
    assert max(map(len, drawn.splitlines())) <= 30
    assert drawn.count("9.876.543.210") == 2


def test_every_programme_has_its_bars_with_the_amounts_at_both_ends() -> None:
    lines = (
        Line(id="a", partner="x", programme="work", proposed=F(10), minimum=F(5)),
        Line(id="b", partner="y", programme="care", proposed=F(20)),
        *(Line(id=f"l{n}", partner="z", programme=f"other{n}", proposed=F(20)) for n in range(3)),
    )
    assert terminal_chart(ladder(Plan(id="p", lines=lines, unit="EUR")), "en", 40) == (
        "What each programme gets at every\n"
        "ceiling (€)\n"
        "work     5 ▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▃▃▃▃▃▃▃▄ 10\n"
        "care     0  ▁▁▁▁▁▂▂▂▃▃▃▄▄▄▄▅▅▅▅▆▆▆▆▇▇ 20\n"
        "other0   0  ▁▁▁▁▁▂▂▂▃▃▃▄▄▄▄▅▅▅▅▆▆▆▆▇▇ 20\n"
        "other1   0  ▁▁▁▁▁▂▂▂▃▃▃▄▄▄▄▅▅▅▅▆▆▆▆▇▇ 20\n"
        "other2   0  ▁▁▁▁▁▂▂▂▃▃▃▄▄▄▄▅▅▅▅▆▆▆▆▇▇ 20\n"
        "           ┴───────────┴────────────┴\n"
        "Ceiling    5          45           90\n"
    )


def test_the_axis_marks_every_step_and_names_the_first_the_last_and_what_fits_between() -> None:
    drawn = terminal_chart(ladder(load(scenario="prevention-first")), "nl", 80)
    axis, under = drawn.splitlines()[-2:]
    assert axis.strip() == "┴" + "─" * 11 + "┴" + "─" * 31 + "┴"
    assert under.split() == ["Plafond", "32", "132", "400"]


def test_a_chart_of_three_programmes_is_at_most_twelve_rows_high(strict: Ladder) -> None:
    assert len(terminal_chart(strict, "nl", 80).splitlines()) <= 12


def test_a_ladder_of_one_step_is_flat() -> None:
    plan = Plan(id="fixed", lines=(Line(id="a", partner="x", proposed=F(10), minimum=F(10)),))
    bars = terminal_chart(ladder(plan), "en", 60).splitlines()[1:4]
    assert [set(row) - set("Total 10") for row in bars] == [{"▇"}, {"█"}, {"█"}]
