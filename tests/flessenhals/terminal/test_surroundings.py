"""Whatever surrounds the command: streams that are closed or full, odd environments, odd arguments."""

import os
import subprocess
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from flessenhals.__main__ import TOO_LITTLE, TOO_LITTLE_IN_DUTCH, main
from flessenhals.briefing.text.words.errors import DUTCH
from flessenhals.cli import run

START = [sys.executable, "-m", "flessenhals"]


def shell(line: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A line of shell in which `$F` is the command."""
    return subprocess.run(
        ["/bin/sh", "-c", line],
        capture_output=True,
        check=False,
        text=True,
        errors="surrogateescape",
        env=os.environ | {"F": " ".join(START)} | environment,
    )


def test_an_error_never_lands_on_stdout_where_stderr_is_closed() -> None:
    done = shell("$F allocate x 2>&-")
    assert (done.returncode, done.stdout) == (2, "")


def test_a_long_command_needs_no_stderr() -> None:
    done = shell("$F whatif 100 200 -f csv 2>&-")
    assert done.returncode == 0
    assert done.stdout.startswith("scenario,ceiling,")


def test_without_any_stream_the_code_still_tells() -> None:
    assert shell("$F allocate x <&- >&- 2>&-").returncode == 2
    assert shell("$F allocate 300 <&- >&- 2>&-").returncode == 5


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_a_full_disk_behind_stderr_changes_no_code() -> None:
    assert shell("$F allocate x 2>/dev/full").returncode == 2


@pytest.mark.parametrize("arguments", ["--help", "allocate --help", "whatif -h", ""])
def test_help_to_a_closed_stdout_is_one_clear_line(arguments: str) -> None:
    done = shell(f"$F {arguments} >&-")
    assert (done.returncode, done.stderr) == (5, "stdout: is closed\n")


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "latin-1"},
        {"TERM": "dumb", "NO_COLOR": "1", "COLUMNS": "1", "LINES": "1"},
        {"COLUMNS": "-5", "LINES": "many"},
        {"TMPDIR": "/no such folder", "HOME": "/no such folder"},
        {"TMPDIR": "/proc", "HOME": "/proc"},  # where nobody can write a file
        {"OMP_NUM_THREADS": "many", "OPENBLAS_NUM_THREADS": "-1"},
        {"FLESSENHALS_PLAN": "", "FLESSENHALS_LANG": ""},
    ],
    ids=lambda environment: next(iter(environment)),
)
def test_no_surroundings_change_the_answer(environment: dict[str, str], tmp_path: Path) -> None:
    target = tmp_path / "with a space" / "split.csv"
    target.parent.mkdir()
    done = shell(f"$F allocate 300 && $F allocate 300 -o '{target}'", **environment)
    assert (done.returncode, done.stderr) == (0, "")
    assert "300 million a year, divided" in done.stdout
    assert "nfi,nfi,enforcement,jenv,5.0,0.0,5.0,3.64" in target.read_text(encoding="utf-8")
    assert [path.name for path in target.parent.iterdir()] == ["split.csv"]


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({"FLESSENHALS_LANG": "xx"}, "language 'xx' is neither en nor nl"),
        ({"FLESSENHALS_PLAN": "/nowhere"}, "/nowhere: there is no such file -> check the name and the folder"),
    ],
)
def test_an_unusable_environment_is_told_like_an_option(environment: dict[str, str], said: str) -> None:
    done = shell("$F allocate 300", **environment)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


def test_an_unknown_shell_to_complete_for_is_told() -> None:
    done = shell("$F allocate 300", _FLESSENHALS_COMPLETE="nonsense")
    assert done.returncode == 2
    assert "_FLESSENHALS_COMPLETE names no shell that is known" in done.stderr


def test_a_plan_may_come_through_a_pipe(plan: str) -> None:
    done = shell(f"cat {plan} | $F allocate 80 --plan /dev/stdin -f csv")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("id,partner")


@pytest.mark.parametrize("source", ["/dev/null", "/dev/zero", ".", "", "-", "a\0b", "x" * 300, "/dev/stdin/x"])
def test_what_is_no_plan_is_refused(
    source: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO()))
    assert run(["check", "--plan", source]) == 2
    caught = capsys.readouterr()
    assert caught.out == ""
    assert caught.err.count("\n") == 1
    assert " -> " in caught.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["allocate", "\udcff"],
        ["\udcff"],
        ["allocate", "300", "--scenario", "\udcff\x1b[31m"],
        ["allocate", "300", "--set", "lines.nfi.name=\udcff"],
        ["allocate", "300", "--set", "lines.\x1b]0;x\x07.minimum=4"],
        ["allocate", "300", "--set", f"lines.nfi.name={'x' * 100_000}"],
        ["allocate", "300", "--plan", "a\nb\x1b[2J.yaml"],
        ["allocate", "300", "--\x1b[31m"],
        ["allocate", "300", "-f", "\x1b[31m"],
        ["allocate", "300", "--lang", "\n"],
    ],
)
def test_arguments_that_cannot_be_seen_are_spelled_out_on_one_short_line(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == 2
    caught = capsys.readouterr()
    assert caught.out == ""
    (line,) = caught.err.splitlines()
    assert line.isprintable()
    assert len(line) < 500


@pytest.mark.parametrize("ceiling", ["\uff14\uff10\uff10", " 300", "300\n", "3\u00a0000", "\u0663\u0660\u0660", "३००"])
def test_digits_of_another_kind_are_no_ceiling(ceiling: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["allocate", ceiling]) == 2
    assert capsys.readouterr().err.startswith("ceiling: '")


@pytest.mark.parametrize(
    ("arguments", "environment", "said"),
    [
        ([], "", "too little memory"),
        (["--lang", "nl"], "", "te weinig geheugen"),
        (["--lang=nl"], "", "te weinig geheugen"),
        ([], "nl", "te weinig geheugen"),
        (["--lang", "en"], "nl", "too little memory"),
    ],
)
def test_that_there_is_too_little_is_said_in_the_language_asked_with_nothing_left_to_read(
    arguments: list[str],
    environment: str,
    said: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def exhausted(*_: object, **__: object) -> int:
        raise OSError(24, "Too many open files")

    monkeypatch.setattr("flessenhals.cli.run", exhausted)
    monkeypatch.setattr("signal.signal", lambda *_: None)
    monkeypatch.setattr("gc.freeze", lambda: None)
    monkeypatch.setattr("gc.set_threshold", lambda *_: None)
    for name in ("flessenhals.terminal.language", "flessenhals.briefing.text.words.errors"):
        monkeypatch.setitem(sys.modules, name, None)
    monkeypatch.setattr(sys, "argv", ["flessenhals", "allocate", "300", *arguments])
    monkeypatch.setenv("FLESSENHALS_LANG", environment)
    with pytest.raises(SystemExit) as ended:
        main()
    assert (ended.value.code, said in capsys.readouterr().err) == (4, True)


def test_that_sentence_is_the_one_among_all_words() -> None:
    assert DUTCH[TOO_LITTLE] == TOO_LITTLE_IN_DUTCH
