"""The desk: every change is answered with the proved optimum, and can be told, undone, shared and asked elsewhere."""

from __future__ import annotations

import base64
import json
import re
import zlib
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from itertools import islice
from pathlib import Path
from shlex import split as words_of
from typing import TYPE_CHECKING

import pytest
from desks import answer, at, exact_split, fill, locked, settled, slide
from judge import asked
from playwright.sync_api import Page

from flessenhals.briefing.page.script import packed
from flessenhals.constraints.selector import lines
from flessenhals.data.plans.reader import load, loads
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.plan.held import with_kept

if TYPE_CHECKING:
    from flessenhals.solver.plan.plan import Plan

Opens = Callable[..., Page]
HEAVY = "#c=400&q=om-follows-police:at_least:0.15,om-follows-laundering:at_least:0.15,courts-follow-om:at_least:0.6"


def fresh(plan: Plan, ceiling: Fraction | int) -> dict[str, str]:
    amounts = allocate(plan, Fraction(ceiling)).amounts
    return {str(number): str(amounts[line.id]) for number, line in enumerate(plan.lines, start=1)}


@pytest.mark.parametrize(("place", "scenario"), [(0, None), (1, "strict"), (4, "complex-cases")])
def test_at_ten_positions_of_the_slider_the_page_shows_what_a_fresh_solve_proves(
    open_page: Opens, pages: dict[str, str], place: int, scenario: str | None
) -> None:
    plan, page = load(scenario=scenario), open_page(pages["nl"])
    settled(page)
    if place:
        page.locator("#more summary").click()
        page.locator("#reading").select_option(str(place))
    high = int(page.locator("#slider").get_attribute("max") or 0)
    for value in islice(range(40, high + 1, (high - 40) // 9), 10):
        slide(page, value)
        settled(page)
        assert exact_split(page) == fresh(plan, value)


def test_a_lock_holds_a_line_at_the_amount_that_is_shown_and_the_rest_is_divided_again(
    open_page: Opens, pages: dict[str, str]
) -> None:
    page = open_page(pages["nl"])
    police = locked(page, "police-neighbourhood")
    assert police.locator("input.cell").first.input_value() == "45,2"
    fill(page, police.locator("input.cell").first, "40")
    assert exact_split(page) == fresh(with_kept(load(), lines("police-neighbourhood"), Fraction(40)), 300)
    assert police.locator("button.lock").get_attribute("aria-pressed") == "true"
    assert page.locator("#chips .chip:not(.given)").all_inner_texts() == ["(Digitale) wijkagenten = 40 ✕"]
    page.locator("#chips .chip:not(.given)").click()
    settled(page)
    assert at(page, "")
    assert page.locator("input.cell").count() == 0


def test_a_line_can_be_held_at_least_at_most_and_between(open_page: Opens, pages: dict[str, str]) -> None:
    plan, page = load(), open_page(pages["en"])
    nfi = locked(page, "nfi")

    def held(**ends: Fraction) -> dict[str, str]:
        changed = [replace(line, **ends) if line.id == "nfi" else line for line in plan.lines]
        return fresh(replace(plan, lines=tuple(changed)), 300)

    nfi.locator("select").select_option("minimum")
    fill(page, nfi.locator("input.cell").first, "4.5")
    assert exact_split(page) == held(minimum=Fraction("4.5"))
    nfi.locator("select").select_option("maximum")
    fill(page, nfi.locator("input.cell").first, "2")
    assert exact_split(page) == held(maximum=Fraction(2))
    nfi.locator("select").select_option("between")
    fill(page, nfi.locator("input.cell").first, "1")
    fill(page, nfi.locator("input.cell").nth(1), "3")
    assert exact_split(page) == held(minimum=Fraction(1), maximum=Fraction(3))
    nfi.locator("input.cell").nth(1).fill("0.5")
    nfi.locator("input.cell").nth(1).press("Enter")
    assert "second amount is below the first" in page.locator("#fault").inner_text()
    assert exact_split(page) == held(minimum=Fraction(1), maximum=Fraction(3))


def test_heavier_rules_leave_money_and_the_desk_says_which_and_what_was(
    open_page: Opens, pages: dict[str, str]
) -> None:
    page = open_page(pages["nl"] + HEAVY)
    settled(page)
    assert exact_split(page) == fresh(load(scenario="complex-cases"), 400)
    assert page.locator("#variant-answer").inner_text() == "Van €\u00a0400 mln blijft €\u00a046,7 mln liggen"
    assert (
        page.locator("#variant-why")
        .inner_text()
        .startswith(
            'Het knelpunt is niet het plafond, maar "Het OM volgt de politie" en '
            '"Het OM volgt de witwasaanpak (FIOD, FIU)": meer geld alleen zou niet worden ingezet.'
        )
    )
    assert page.locator(".results dd").all_inner_texts() == [
        "66,6% was 72,8%",
        "€\u00a046,7 mln was €\u00a00 mln",
        "twee regels en grenzen was het plafond",
    ]
    assert page.locator("#variant-what").inner_text() == (
        "Gewijzigd: plafond €\u00a0400 mln; OM, per 100 bij Nationale Politie: 15; OM, per 100 bij FIOD en FIU: 15; "
        "Rechtspraak, per 100 bij OM: 60."
    )
    assert page.locator("#measures-table th[data-is=optimum]").inner_text() == "Variant"
    page.locator("#back").click()
    settled(page)
    assert page.locator("#variant").is_hidden()
    assert page.locator("#measures-table th[data-is=optimum]").inner_text() == "Optimum"


def test_rules_step_by_one_take_what_is_typed_and_can_be_turned_off(open_page: Opens, pages: dict[str, str]) -> None:
    plan, page = load(), open_page(pages["nl"] + "#c=400")
    settled(page)
    first = page.locator("#rules-list .row").first
    first.locator(".step button").nth(1).click()
    settled(page)
    (ratio, *_) = plan.constraints

    def under(value: str) -> dict[str, str]:
        changed = ratio.with_number(["at_least"], Fraction(value))
        return fresh(replace(plan, constraints=(changed, *plan.constraints[1:])), 400)

    assert exact_split(page) == under("0.11")
    fill(page, first.locator(".step input"), "12,5")
    assert exact_split(page) == under("0.125")
    first.locator("input.turn").click()
    settled(page)
    assert exact_split(page) == fresh(replace(plan, constraints=plan.constraints[1:]), 400)
    assert page.locator("#variant-what").inner_text() == (
        'Gewijzigd: plafond €\u00a0400 mln; zonder "Het OM volgt de politie".'
    )


def test_weights_are_folded_away_and_change_the_split(open_page: Opens, pages: dict[str, str]) -> None:
    plan, page = load(), open_page(pages["en"])
    settled(page)
    assert page.locator("#weights-list input").count() == 0
    page.locator("#weights summary").click()
    fill(page, page.locator("#weights-list input").nth(25), "2")
    changed = [replace(each, weight=Fraction(2)) if at == 25 else each for at, each in enumerate(plan.lines)]
    assert exact_split(page) == fresh(replace(plan, lines=tuple(changed)), 300)


def test_where_nothing_fits_it_says_why_from_where_it_does_and_what_would_mend_it(
    open_page: Opens, pages: dict[str, str]
) -> None:
    page = open_page(pages["nl"] + "#c=60&l=police-neighbourhood:minimum:40")
    settled(page)
    assert page.locator("#variant-answer").inner_text() == (
        "Dit past niet: er is €\u00a018 mln te weinig voor wat vastligt"
    )
    assert page.locator("#variant-why").inner_text() == (
        "Deze eisen kunnen niet samen gelden: het plafond; het minimum van (Digitale) wijkagenten en het minimum van "
        "Ondermijningsfonds en versterkingsplannen. Vanaf een plafond van €\u00a078 mln past het wel."
    )
    assert set(page.locator("#measures-table td[data-is=optimum] span:not(.edit)").all_inner_texts()) == {"–"}
    assert page.locator("#save").is_disabled()
    page.locator(".chip.mend").first.click()
    settled(page)
    assert page.locator("#variant-answer").inner_text().startswith("Met €\u00a060 mln krijg")
    assert page.locator("#proof").inner_text() == "✓ bewezen in deze pagina"


def test_undo_and_redo_by_keyboard_and_a_drag_of_the_slider_is_one_step(
    open_page: Opens, pages: dict[str, str]
) -> None:
    page = open_page(pages["en"])
    for value in (310, 320, 330):
        slide(page, value)
    page.locator("#slider").dispatch_event("change")
    slide(page, 350)
    page.locator("#slider").dispatch_event("change")
    page.locator("#slider").focus()
    page.keyboard.press("Control+z")
    assert at(page, "#c=330")
    page.keyboard.press("Control+z")
    assert at(page, "")
    page.keyboard.press("Control+Shift+z")
    page.keyboard.press("Control+y")
    settled(page)
    assert at(page, "#c=350")
    page.locator("#undo").click()
    settled(page)
    assert exact_split(page) == fresh(load(), 330)


def test_an_amount_that_is_none_or_reads_in_two_ways_is_said_and_changes_nothing(
    open_page: Opens, pages: dict[str, str]
) -> None:
    page = open_page(pages["nl"])
    fill(page, page.locator("#typed"), "312,5")
    assert exact_split(page) == fresh(load(), Fraction("312.5"))
    for written, said in (
        ("veel", "Dit is geen bedrag: schrijf 312,5."),
        ("-5", "Dit is geen bedrag: schrijf 312,5."),
        ("400.000", "Dit kan op twee manieren worden gelezen: schrijf 400 of 400000."),
        ("1.234", "Dit kan op twee manieren worden gelezen: schrijf 1,2340 of 1234."),
    ):
        page.locator("#typed").fill(written)
        page.locator("#typed").press("Enter")
        assert page.locator("#fault").inner_text() == said
        assert page.locator("#typed").get_attribute("aria-invalid") == "true"
        assert at(page, "#c=312.5")
    fill(page, page.locator("#typed"), "300")
    assert page.locator("#fault").inner_text() == ""


def test_a_ceiling_in_the_address_may_be_a_fraction_and_then_no_command_says_it(
    open_page: Opens, pages: dict[str, str]
) -> None:
    page = open_page(f"{pages['nl']}#c=1159/3&r=strict")
    settled(page)
    assert exact_split(page) == fresh(load(scenario="strict"), Fraction(1159, 3))
    assert page.locator("#copy").is_disabled()


def test_an_answer_that_is_not_the_briefings_own_shows_no_figures(
    open_page: Opens, pages: dict[str, str], tmp_path: Path
) -> None:
    path = tmp_path / "tampered.html"
    text = Path(pages["nl"].removeprefix("file://")).read_text(encoding="utf-8")
    (data,) = re.findall(r'id="data">([^<]*)<', text)
    told = zlib.decompress(base64.b64decode(data)).decode()
    assert '"exact":["2",' in told
    path.write_text(text.replace(data, packed(told.replace('"exact":["2",', '"exact":["3",'))), encoding="utf-8")
    page = open_page(path.as_uri())
    page.locator("#proof.stuck").wait_for()
    assert page.locator("#variant-answer").inner_text() == "In deze pagina kon geen antwoord worden bewezen"
    assert page.locator(".results dd b").all_inner_texts() == ["–", "–", "–"]
    assert set(page.locator("#measures-table td[data-is=optimum]").all_inner_texts()) == {"–"}


LEVELS = """
schema: 1
plan: levels
unit: EUR million per year
lines:
  - {id: a, partner: p, programme: one, proposed: 40}
  - {id: b, partner: q, programme: two, proposed: 60}
  - {id: c, partner: q, programme: two, proposed: 20, weight: 3}
constraints:
  - {id: floor, level: {of: a, at_least: 20, at_most: 35}}
  - {id: share, level: {of: {programme: two}, at_most: 60%}}
  - {id: staff, weighted: {terms: [{of: b, times: 12.5}], unit: fte, at_most: 500}}
objective: [value, {coverage: partner}, coverage]
"""


def test_levels_shares_and_quantities_have_their_own_numbers_and_commands(
    open_page: Opens, page_of: Callable[..., str], tmp_path: Path
) -> None:
    page = open_page(page_of(loads(LEVELS), Fraction(80)))
    settled(page)
    labels = page.locator("#rules-list label").all_inner_texts()
    assert labels == ["floor: at least", "floor: at most", "share: at most, in %", "staff: at most"]
    values = page.locator("#rules-list .step input")
    for place, written in ((0, "25"), (2, "50"), (3, "300")):
        fill(page, values.nth(place), written)
    plan_file = tmp_path / "levels.yaml"
    plan_file.write_text(LEVELS, encoding="utf-8")
    page.locator("#copy").click()
    command = words_of(page.locator("#command").inner_text())
    told = json.loads(asked([*command[1:], "--plan", str(plan_file), "-f", "json"]).out)
    assert "constraints.share.level.at_most=50%" in command
    assert list(exact_split(page).values()) == list(told["certificate"]["amounts"].values())


def test_a_screen_reader_is_told_the_answer_alone(open_page: Opens, pages: dict[str, str]) -> None:
    page = open_page(pages["en"])
    settled(page)
    assert answer(page, "This page shows a ceiling of €\u00a0300 million.")
    slide(page, 200)
    settled(page)
    assert answer(page, "With €\u00a0200 million every line gets at least 45.6% of what it asks")
    assert page.locator("[aria-live], [role=status]").count() == 1


def test_how_a_line_is_held_stays_as_it_was_chosen_while_its_answer_is_awaited(
    open_page: Opens, pages: dict[str, str]
) -> None:
    page = open_page(pages["en"])
    nfi = locked(page, "nfi")
    nfi.locator("select").select_option("maximum")
    settled(page)
    drawn: list[str] = nfi.locator("select").evaluate(
        """(select) => new Promise((resolve) => {
            const seen = [];
            select.value = "between";
            select.dispatchEvent(new Event("change"));
            const look = () => {
                seen.push(select.value);
                const { shown, asked } = document.body.dataset;
                if (shown === asked) resolve(seen);
                else requestAnimationFrame(look);
            };
            requestAnimationFrame(look);
        })"""
    )
    assert set(drawn) == {"between"}
