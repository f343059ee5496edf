"""Where results go: files, pipes, terminals of every width and encoding."""

import errno
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from flessenhals.briefing.results.records import to_csv
from flessenhals.cli import run


def test_a_text_that_a_spreadsheet_would_run_stays_text(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert to_csv([{"id": "=1+1", "amount": -1.5}]) == "id,amount\n'=1+1,-1.5\n"
    assert run(["allocate", "80", "--plan", plan, "--set", "lines.om.name='a|b'", "-f", "markdown"]) == 0
    assert "| a\\|b |" in capsys.readouterr().out


def test_a_files_ending_decides_on_its_format_and_what_is_there_stays(
    plan: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "split.json"
    assert run(["allocate", "80", "--plan", plan, "-o", str(target)]) == 0
    assert json.loads(target.read_text(encoding="utf-8"))["total"] == 65.0
    assert run(["allocate", "90", "--plan", plan, "-o", str(target)]) == 5
    assert "is there already -> choose another name, or add --force" in capsys.readouterr().err
    assert json.loads(target.read_text(encoding="utf-8"))["ceiling"] == 80.0
    assert run(["allocate", "90", "--plan", plan, "-o", str(target), "--force"]) == 0
    assert json.loads(target.read_text(encoding="utf-8"))["ceiling"] == 90.0
    assert [path.name for path in tmp_path.iterdir() if path.suffix != ".yaml"] == ["split.json"]


def test_an_output_that_cannot_be_written_is_code_5_and_leaves_nothing(
    plan: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "link.json").symlink_to(tmp_path / "elsewhere.json")
    (tmp_path / "round.json").symlink_to(tmp_path / "round.json")
    for target in (tmp_path / "no" / "x.json", tmp_path / "link.json", tmp_path / "round.json", Path("/proc/x.json")):
        for force in ([], ["--force"]):
            assert run(["allocate", "80", "--plan", plan, "-o", str(target), *force]) == 5
            assert capsys.readouterr().err.count("\n") == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.json", "round.json", "small.yaml"]


def test_a_file_system_that_can_only_be_read_is_code_5(
    plan: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    target, opened = tmp_path / "split.json", os.open

    def refuse(name: str, flags: int, *mode: int, **where: int) -> int:
        if flags & os.O_CREAT:
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))
        return opened(name, flags, *mode, **where)

    monkeypatch.setattr(os, "open", refuse)
    assert run(["allocate", "80", "--plan", plan, "-o", str(target)]) == 5
    assert capsys.readouterr() == ("", f"{target}: Read-only file system\n")
    assert not target.exists()


def test_a_folder_behind_a_link_that_was_typed_is_the_users(plan: str, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "folder").symlink_to(tmp_path / "real")
    assert run(["allocate", "80", "--plan", plan, "-o", str(tmp_path / "folder" / "split.json")]) == 0
    assert json.loads((tmp_path / "real" / "split.json").read_text(encoding="utf-8"))["ceiling"] == 80.0


def test_a_name_that_no_output_can_have_is_code_2_and_leaves_nothing(
    plan: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for target in (".", "..", "", "x/", "x" * 300, "a\0b"):
        assert run(["allocate", "80", "--plan", plan, "-o", target]) == 2
        caught = capsys.readouterr()
        assert (caught.out, caught.err.count("\n")) == ("", 1)
        assert re.fullmatch(r".+: .+ -> .+\n", caught.err)
    assert [path.name for path in tmp_path.iterdir()] == ["small.yaml"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_a_full_disk_behind_stdout_is_code_5() -> None:
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "flessenhals", "allocate", "300"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr) == (5, "stdout: No space left on device\n")


def test_a_closed_pipe_is_quiet() -> None:
    read, written = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "flessenhals", "allocate", "300"]
    done = subprocess.run(command, stdout=written, stderr=subprocess.PIPE, text=True, check=False)
    os.close(written)
    assert (done.returncode, done.stderr) == (141, "")


def test_an_ascii_terminal_gets_ascii(plan: str) -> None:
    command = [sys.executable, "-m", "flessenhals", "allocate", "80", "--plan", plan, "--lang", "nl"]
    done = subprocess.run(command, capture_output=True, check=True, env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert b"EUR 80 mln per jaar, verdeeld" in done.stdout
    assert b"#####....." in done.stdout
    assert b"?" not in done.stdout


def test_what_is_no_ordinary_file_is_never_replaced(
    plan: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert run(["allocate", "80", "--plan", plan, "-o", str(pipe), "--force"]) == 5
    assert pipe.is_fifo()
    assert "is no ordinary file" in capsys.readouterr().err


def test_replacing_a_file_keeps_its_permissions(plan: str, tmp_path: Path) -> None:
    target = tmp_path / "private.json"
    target.touch(mode=0o600)
    assert run(["allocate", "80", "--plan", plan, "-o", str(target), "--force"]) == 0
    assert target.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("arguments", ["allocate 300", "check", "init -", "--version", "allocate 300 -f json"])
def test_a_closed_stdout_is_one_clear_line(arguments: str) -> None:
    command = f"{sys.executable} -m flessenhals {arguments} >&-"
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (5, "stdout: is closed\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_help_to_a_full_disk_is_code_5() -> None:
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "flessenhals", "--help"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 5
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", ["allocate 300", "whatif 100 200 300 400", "check"])
def test_no_table_is_wider_than_a_terminal_of_40_columns(
    command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("flessenhals.terminal.settings.width", lambda _: 40)
    assert run([*command.split(), "--lang", "nl"]) == 0
    assert max(map(len, capsys.readouterr().out.splitlines())) <= 40


def test_tiny_amounts_are_shown(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    small = [f"--set=lines.{line}.proposed=0.000004" for line in ("police", "om", "care")]
    assert run(["allocate", "0.000003", "--plan", plan, "--set", "lines.om.minimum=0", *small]) == 0
    out = capsys.readouterr().out
    assert "€ 0.000003 million a year, divided" in out
    assert "0.000004" in out
