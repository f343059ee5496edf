"""Emphasis at a terminal: restrained, and none where nobody looks or where NO_COLOR is set."""

import io

import pytest
from judge import asked

from flessenhals.terminal import colour


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("environment", "wanted"),
    [({"TERM": "xterm"}, True), ({"TERM": "dumb"}, False), ({"TERM": "xterm", "NO_COLOR": "1"}, False)],
)
def test_it_is_for_terminals_that_show_it_and_for_whoever_did_not_ask_for_none(
    environment: dict[str, str],
    wanted: bool,  # noqa: FBT001 - a case
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert colour.is_wanted(Terminal()) is wanted
    assert not colour.is_wanted(io.StringIO())
    assert not colour.is_wanted(None)


def test_in_tables_the_lines_between_rows_are_dim() -> None:
    text = "A plan\nLine   Amount\n─────────────\na        1.00\n"
    assert colour.in_tables(text) == ("A plan\nLine   Amount\n\033[2m─────────────\033[0m\na        1.00\n")


def test_of_what_is_wrong_the_place_is_bold() -> None:
    assert colour.in_refusals("p.yaml:4:8: minimum '4,5' is not a number -> write 4.5") == (
        "\033[1mp.yaml:4:8\033[0m: minimum '4,5' is not a number -> write 4.5"
    )


def test_what_goes_into_a_pipe_has_none() -> None:
    assert "\033" not in asked(["allocate", "300"]).out + asked(["allocate", "x"]).err
