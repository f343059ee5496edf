"""A proposal that takes one share off every line."""

import json
from pathlib import Path

import pytest
from judge import asked


def test_a_slice_off_every_line_spares_those_that_are_excepted() -> None:
    found = json.loads(asked(["compare", "--slice", "20%", "--except", "partner:police", "-f", "json"]).out)

    assert [line["proposal"] for line in found["lines"]] == [60, 20, 8, 8]
    assert (
        'The proposal "20% less for every line except police"'
        in asked(["compare", "--slice", "20%", "--except", "partner:police"]).out
    )


def test_a_slice_stands_beside_other_proposals() -> None:
    Path("s.csv").write_text("line;amount\nstreet;30,5\ndesk;10\nom;5\ncare;5\n", encoding="utf-8")
    answer = asked(["compare", "s.csv", "--slice", "8%", "-f", "json"])

    assert answer.code == 0, answer.err


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ([], "no proposal is given -> name a file, or take a slice off every line: --slice 8%"),
        (["--slice", "8"], "'8' is not a share -> write it with a percent sign"),
        (["--slice", "108%"], "is more than everything"),
        (["s.csv", "--except", "om"], "--except says what --slice spares -> give --slice too"),
        (["--slice", "8%", "--except", "omm"], "--except omm: 'omm' is not a line of this plan -> did you mean om?"),
    ],
)
def test_a_slice_that_is_none_is_refused(given: list[str], said: str) -> None:
    Path("s.csv").write_text("line;amount\nstreet;30,5\ndesk;10\nom;5\ncare;5\n", encoding="utf-8")
    answer = asked(["compare", *given])

    assert answer.code == 2
    assert said in answer.err


@pytest.mark.parametrize(
    ("given", "meant"),
    [("10", "10%"), ("0.1", "10%"), ("2.5", "2.5%"), ("ten", "1%"), ("800", "1%"), ("0,08", "8%"), ("8,5", "8.5%")],
)
def test_the_share_to_write_is_the_one_that_was_meant(given: str, meant: str) -> None:
    answer = asked(["compare", "--slice", given])

    assert f"write it with a percent sign, such as {meant}\n" in answer.err


@pytest.mark.parametrize("share", ["8%", "8 %", " 8%", "8.0%", "8.000%"])
def test_a_share_may_stand_apart_from_its_sign(share: str) -> None:
    assert "8% less for every line" in asked(["compare", "--slice", share]).out


def test_a_slice_of_nothing_is_one_and_of_everything_breaks_the_minimums() -> None:
    assert [asked(["compare", "--slice", each]).code for each in ("0%", "0.0001%", "100%")] == [0, 0, 3]


def test_a_share_with_a_comma_is_told_with_its_sign() -> None:
    assert "'8,5%' is not a number -> write 8.5%\n" in asked(["compare", "--slice", "8,5%"]).err
