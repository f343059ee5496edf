"""Numbers as people write them, in both languages."""

from fractions import Fraction

import pytest

from flessenhals.briefing.text.numbers import amount, at_least, change, lower_limit, share, stretch


@pytest.mark.parametrize(
    ("value", "en", "nl"),
    [
        ("12.5", "+12.5", "+12,5"),
        ("-1234.56", "−1,234.6", "−1.234,6"),
        ("0", "0.0", "0,0"),
        ("-0.04", "0.0", "0,0"),
        ("100", "+100.0", "+100,0"),
    ],
)
def test_a_change_has_its_sign_unless_it_is_nothing_at_so_many_decimals(value: str, en: str, nl: str) -> None:
    assert change(Fraction(value), "en", decimals=1) == en
    assert change(Fraction(value), "nl", decimals=1) == nl


def test_what_is_called_a_lower_limit_is_never_printed_above_what_it_is() -> None:
    part = Fraction(366, 368)
    assert (share(part, "en"), share(lower_limit(part), "en")) == ("99.5%", "99.4%")
    assert share(lower_limit(Fraction(1)), "nl") == "100,0%"


def test_the_least_that_is_enough_is_never_printed_below_what_it_is() -> None:
    assert at_least(Fraction(100, 3), "EUR million per year", "en") == "€ 33.34 million"
    assert at_least(Fraction(32), "EUR million per year", "nl") == "€ 32 mln"


def test_the_least_that_is_enough_is_printed_as_it_is_where_that_can_be_read() -> None:
    assert at_least(Fraction("1.9999"), "EUR million per year", "en") == "€ 1.9999 million"


@pytest.mark.parametrize(
    ("low", "high", "shown"),
    [("32", "400", ("32", "400")), ("1.334", "7/3", ("1.334", "2.33")), ("100/3", "3334/100", ("33.334", "33.34"))],
)
def test_the_ends_of_a_stretch_are_printed_within_it_and_apart(low: str, high: str, shown: tuple[str, str]) -> None:
    assert stretch(Fraction(low), Fraction(high), "", "en") == shown


def test_below_nothing_there_is_a_minus_and_not_a_hyphen() -> None:
    assert amount(Fraction(-5, 2), "nl", decimals=2) == "−2,50"


@pytest.mark.parametrize(
    ("value", "decimals", "written"),
    [
        ("8.25", 1, "8.3"),
        ("8.35", 1, "8.4"),
        ("-8.25", 1, "−8.3"),
        ("0.125", 2, "0.13"),
        ("2.5", 0, "3"),
        ("-0.04", 1, "0.0"),
    ],
)
def test_from_exactly_between_two_figures_a_number_goes_away_from_zero_as_a_workbook_shows_it(
    value: str, decimals: int, written: str
) -> None:
    assert amount(Fraction(value), "en", decimals=decimals) == written
