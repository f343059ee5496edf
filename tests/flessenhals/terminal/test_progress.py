"""The progress bar shows itself only to whoever waits at a terminal."""

import io
import re
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Event, Timer

import pytest

import flessenhals.terminal.progress
from flessenhals.cli import run
from flessenhals.terminal.colour import BOLD, DIM, PLAIN
from flessenhals.terminal.progress import progress, waiting

COLOUR = re.compile("\x1b\\[(?:[0-9;]*;)?(?:3[0-8]|4[0-8]|9[0-7])[;m]")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_at_a_terminal_a_bar_appears_once_patience_is_over(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(flessenhals.terminal.progress, "PATIENCE", -1.0)
    monkeypatch.setenv("TERM", "xterm")
    with progress("whatif") as watch:
        watch(0.5)
        watch(1)
    assert "whatif" in terminal.getvalue()


def test_at_a_terminal_what_is_done_at_once_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with progress("whatif") as watch:
        watch(1)
    assert terminal.getvalue() == ""


def test_work_that_cannot_say_how_far_it_is_shows_a_bar_too(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal, shown = Terminal(), Event()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(flessenhals.terminal.progress, "PATIENCE", 0.0)
    monkeypatch.setattr(flessenhals.terminal.progress, "_bar", lambda *_: shown.set())
    with waiting("allocate"):
        assert shown.wait(timeout=60)


def test_a_bar_appears_although_the_work_has_not_yet_said_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal, shown = Terminal(), Event()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(flessenhals.terminal.progress, "PATIENCE", 0.0)
    monkeypatch.setattr(flessenhals.terminal.progress, "_bar", lambda *_: shown.set())
    with progress("brief"):
        assert shown.wait(timeout=60)


def test_what_is_waited_for_inside_something_else_shows_no_bar_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal, names = Terminal(), list[str]()

    def bar(what: str, _: object) -> Callable[[object], None]:
        names.append(what)
        return lambda _: None

    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(flessenhals.terminal.progress, "PATIENCE", -1.0)
    monkeypatch.setattr(flessenhals.terminal.progress, "_bar", bar)
    with progress("check") as watch:
        watch(0)
        with waiting("plan"), progress("other") as inner:
            inner(0.5)
    with progress("check") as watch:
        watch(1)
    assert names == ["check", "check"]


@pytest.mark.parametrize(
    "words",
    [
        ["allocate", "300"],
        ["whatif", "300", "400"],
        ["ladder"],
        ["bottlenecks", "300"],
        ["compare", "police-only"],
        ["compare", "police-only", "source-split"],
        ["diff", "300", "400"],
        ["simulate", "300", "--samples", "64"],
        ["check"],
        ["lines"],
        ["scenarios"],
        ["brief", "300", "-o", "brief.md"],
        ["page", "300", "-o", "page.html"],
    ],
    ids=" ".join,
)
def test_every_command_shows_a_bar_to_whoever_waits_longer_than_a_second_and_to_no_file(
    words: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    named, shown = set[str](), Event()

    def bar(what: str, _: object) -> Callable[[object], None]:
        named.add(what)
        shown.set()
        return lambda _: None

    def joined(waited: object) -> None:  # as if what is begun took longer than a second
        began(waited)
        assert shown.wait(timeout=60)
        shown.clear()

    began = Timer.start
    monkeypatch.setattr(sys, "stderr", Terminal())
    monkeypatch.setattr(flessenhals.terminal.progress, "PATIENCE", 0.0)
    monkeypatch.setattr(flessenhals.terminal.progress, "_bar", bar)
    monkeypatch.setattr(Timer, "start", joined)
    assert run(words) == 0
    assert named == ({"plan"} if words[0] in {"lines", "scenarios"} else {"plan", words[0]})
    assert "\x1b" not in capsys.readouterr().out


def test_work_that_is_done_at_once_shows_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(flessenhals.terminal.progress, "PATIENCE", 600.0)
    with waiting("allocate"):
        pass
    assert terminal.getvalue() == ""


def test_in_a_pipe_it_is_silent_however_long_it_takes(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(flessenhals.terminal.progress, "PATIENCE", -1.0)
    with progress("whatif") as watch:
        watch(0.5)
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(("no_color", "coloured"), [(None, True), ("", True), ("1", False)])
def test_colour_is_left_out_where_nobody_wants_it(
    no_color: str | None, *, coloured: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(flessenhals.terminal.progress, "PATIENCE", -1.0)
    monkeypatch.setenv("TERM", "xterm-256color")
    if no_color is None:
        monkeypatch.delenv("NO_COLOR", raising=False)
    else:
        monkeypatch.setenv("NO_COLOR", no_color)
    with progress("whatif") as watch:
        watch(0.5)
    assert (COLOUR.search(terminal.getvalue()) is not None) == coloured


ASKED = [["allocate", "300"], ["compare", "police-only"], ["allocate", "x"], ["allocate", "1"]]


def shown(arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> str:
    """What a command shows where answers and errors both go to a terminal."""
    screen, terminal = Terminal(), Terminal()
    monkeypatch.setattr(flessenhals.terminal.progress, "PATIENCE", 600.0)  # a bar has colours of its own
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setattr(sys, "stdout", screen)
    monkeypatch.setattr(sys, "stderr", terminal)
    run(arguments)
    return screen.getvalue() + terminal.getvalue()


@pytest.mark.parametrize("arguments", ASKED)
def test_answers_and_errors_have_bold_and_dim_at_a_terminal_and_no_colour(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    text = shown(arguments, monkeypatch)
    assert BOLD in text or DIM in text
    for emphasis in (BOLD, DIM, PLAIN):
        text = text.replace(emphasis, "")
    assert "\x1b" not in text


@pytest.mark.parametrize("arguments", ASKED)
def test_answers_and_errors_are_plain_at_a_terminal_of_whoever_wants_no_colour(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    text = shown(arguments, monkeypatch)
    assert text
    assert "\x1b" not in text
