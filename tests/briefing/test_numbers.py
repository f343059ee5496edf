"""Numbers as people write them, in both languages."""

from fractions import Fraction

import pytest

from briefing.numbers import change


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
