"""The numbers that a plan may hold."""

import re
from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flessenhals.constraints.rule import Share
from flessenhals.data.fields.numbers import NumberError, amount, amount_or_share, ratio, weight


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", Fraction(0)),
        ("12.5", Fraction(25, 2)),
        ("0.1", Fraction(1, 10)),
        ("0.125", Fraction(1, 8)),
        ("400.0000", Fraction(400)),
        ("999999999999999.999999999999", Fraction(10**27 - 1, 10**12)),
    ],
)
def test_a_plain_decimal_is_read_exactly(text: str, number: Fraction) -> None:
    assert amount(text) == number


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("400,5", "is not a number -> write 400.5"),
        ("400.000", "is ambiguous: its point may stand for thousands -> write 400 or 400000"),
        ("1.234", "is ambiguous: its point may stand for thousands -> write 1.2340 or 1234"),
        ("1000,500", "is not a number -> write 1000.5000"),
        ("1.234.567,89", "is not a number -> write 1234567.89"),
        ("1'234'567", "is not a number -> write 1234567"),
        ("1\u202f234\u202f567", "is not a number -> write 1234567"),
        ("€ 400,-", "has a currency in it -> write 400"),
        ("(400)", "is below 0, as accountants write it -> write 0 or more"),
        ("(€ 400,-)", "is below 0, as accountants write it -> write 0 or more"),
        ("€ 400.000", "has a currency in it -> write 400 or 400000"),
        (
            "12,5 mln",
            "has a unit in it -> write 12.5 if that is the plan's unit, else the amount in the plan's unit",
        ),
        ("\uff14\uff10\uff10", "is not a number -> write 400"),
        ("\u22125", "is below 0 -> write 0 or more"),
        ("1e1000000000", "has an exponent -> write it out in full"),
        ("99.9999999999999", "has more than 12 decimals -> write 100"),
        ("12.3450000000001", "has more than 12 decimals -> write 12.3450"),
        ("", "is missing -> write a plain number, such as 12.5"),
    ],
)
def test_another_habit_is_refused_with_what_to_write(text: str, refusal: str) -> None:
    with pytest.raises(NumberError, match=f"^{re.escape(refusal)}$"):
        amount(text)


def test_the_number_in_a_cell_has_only_one_meaning() -> None:
    assert amount("1.234", typed=False) == Fraction(1234, 1000)


@pytest.mark.parametrize("read", [ratio, weight])
def test_a_ratio_may_be_a_fraction_and_have_three_decimals(read: Callable[[str], Fraction]) -> None:
    assert read("1/3") == Fraction(1, 3)
    assert read("1.234") == Fraction(1234, 1000)


def test_a_weight_may_be_0_and_a_ratio_may_not() -> None:
    assert weight("0") == 0
    with pytest.raises(NumberError, match="is out of range"):
        ratio("0")


@pytest.mark.parametrize("text", ["0.0000009", "1000001", "1/1000001"])
def test_a_ratio_that_a_solver_would_lose_is_refused(text: str) -> None:
    with pytest.raises(NumberError, match=r"is out of range -> write a number from 0.000001 to 1000000"):
        ratio(text)


@pytest.mark.parametrize("read", [ratio, weight])
@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("1234567890123456/7", "has more than 15 digits -> write it with fewer digits"),
        ("7/1234567890123456", "has more than 15 digits -> write it with fewer digits"),
        ("1234567890123456", "has more than 15 digits -> write it with fewer digits"),
        ("1/0", "divides by 0 -> write a plain number, such as "),
        ("01/3", "is not a number -> write 1/3"),
        ("3/2.5", "is a sum to work out -> write its outcome as a plain number, or a fraction such as 1/3"),
    ],
)
def test_a_fraction_that_cannot_be_read_is_refused_for_what_is_wrong_with_it(
    read: Callable[[str], Fraction], text: str, refusal: str
) -> None:
    with pytest.raises(NumberError, match=f"^{re.escape(refusal)}"):
        read(text)


@pytest.mark.parametrize(("text", "decimal"), [("10%", "0.10"), ("5%", "0.05"), ("125%", "1.25"), ("12.5%", "0.125")])
def test_a_ratio_may_be_in_percent_as_a_level_may(text: str, decimal: str) -> None:
    assert ratio(text) == ratio(decimal)


@pytest.mark.parametrize("text", ["10,5%", "10 %", "%", "1/3%"])
def test_a_percentage_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(NumberError):
        ratio(text)


def test_a_share_has_a_percent_sign() -> None:
    assert amount_or_share("12.5%") == Share(Fraction(1, 8))
    assert amount_or_share("120%") == Share(Fraction(6, 5))
    assert amount_or_share("12.5") == Fraction(25, 2)


DECIMALS = st.from_regex(r"(0|[1-9][0-9]{0,14})\.([0-9]{1,2}|[0-9]{4,12})", fullmatch=True, alphabet="0123456789.")


@given(DECIMALS)
@settings(deadline=None)
def test_a_decimal_is_the_number_that_it_spells(text: str) -> None:
    whole, decimals = text.split(".")

    assert amount(text) * 10 ** len(decimals) == int(whole + decimals)


@given(st.one_of(st.text(), st.text("0123456789.,' eE+-_%/€", max_size=12)), st.sampled_from([amount, ratio, weight]))
@settings(deadline=None)
def test_what_is_advised_can_be_read_if_it_is_in_range(text: str, read: Callable[[str], Fraction]) -> None:
    advised = re.search(r"-> write (?:it out in full: )?([\d.]+)$", said_about(text, read))

    if advised:
        assert said_about(advised[1], read).partition(" -> ")[0] in {"", "is out of range"}


def said_about(text: str, read: Callable[[str], Fraction]) -> str:
    try:
        read(text)
    except NumberError as error:
        return str(error)
    return ""
