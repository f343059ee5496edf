"""The progress bar shows itself only to whoever waits at a terminal."""

import io
import sys

import pytest

import flessenhals.progress
from flessenhals.progress import progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_at_a_terminal_a_bar_appears_once_patience_is_over(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(flessenhals.progress, "PATIENCE", -1.0)
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


def test_in_a_pipe_it_is_silent_however_long_it_takes(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(flessenhals.progress, "PATIENCE", -1.0)
    with progress("whatif") as watch:
        watch(0.5)
    assert capsys.readouterr().err == ""
