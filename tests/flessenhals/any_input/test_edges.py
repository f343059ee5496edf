"""What stands around a run: strangers, odd dates, odd file systems, signals, limits, names beside a notebook."""

import os
import signal
import socketserver
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from flessenhals.briefing.charts import drawer
from flessenhals.cli import run
from flessenhals.solver.program.kernel import compiled

START = [sys.executable, "-m", "flessenhals"]
HTTP = b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"
# Asks its own process to end at the n-th thing that it does to a folder.
ASKED = """
import os, signal, sys
signal.signal(int(sys.argv[3]), signal.SIG_DFL)  # a script that runs the tests may have it ignored
from flessenhals.__main__ import main
left, folder, number = int(sys.argv[1]), sys.argv[2], int(sys.argv[3])
def hook(event, arguments):
    global left
    if any(folder in str(argument) for argument in arguments) and event.partition(".")[0] in ("open", "os", "tempfile"):
        left -= 1
        if not left:
            os.kill(os.getpid(), number)
sys.addaudithook(hook)
sys.argv = ["flessenhals", "allocate", "80", *sys.argv[4:]]
main()
"""


class Stranger(socketserver.BaseRequestHandler):
    """Whoever listens behind a port and is no scheduler."""

    says = HTTP

    def handle(self) -> None:
        self.request.recv(100)
        self.request.sendall(self.says)


STRANGE = (HTTP, b"\xff" * 4_096, bytes(range(256)) * 16, b"\x01" + bytes(7) + b"\x08" + bytes(90), b"")


@pytest.fixture(params=STRANGE, ids=range(len(STRANGE)))
def port(request: pytest.FixtureRequest) -> Iterator[int]:
    handler = type("Handler", (Stranger,), {"says": request.param})
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_address[1]
        server.shutdown()


def test_a_stranger_behind_the_schedulers_port_is_one_line(port: int, tmp_path: Path) -> None:
    address = f"tcp://127.0.0.1:{port}"
    command = [*START, "simulate", "300", "--engine", "dask", "--scheduler", address]
    done = subprocess.run(command, capture_output=True, check=False, text=True, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"{address}: no scheduler answers -> start one, see docs/scale.md\n"


@pytest.mark.parametrize("given", ["253402300800", "9" * 40, "-1", "1.5", "now", " 1", "\uff11", "1e3"])
def test_an_odd_date_is_refused(
    given: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", given)
    assert run(["brief", "300", "-o", "-", "--format", "md"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == (
        f"SOURCE_DATE_EPOCH: '{given}' is not a number of seconds since 1970 that a document can be dated by "
        "-> write a whole number from 0 to 253402300799\n"
    )


@pytest.mark.parametrize(("given", "code"), [("", 0), ("now", 2), ("9" * 40, 2), ("0", 0)])
def test_an_odd_date_is_no_fault_of_a_library_that_reads_it(given: str, code: int) -> None:
    command = [*START, "simulate", "300", "--samples", "2048", "-f", "csv"]
    environment = os.environ | {"SOURCE_DATE_EPOCH": given}
    done = subprocess.run(command, capture_output=True, check=False, text=True, env=environment)
    assert (done.returncode, "Traceback" in done.stderr) == (code, False)


@pytest.mark.parametrize("format_", ["md", "docx", "odt", "xlsx", "pdf", "html"])
@pytest.mark.parametrize("given", ["0", "253402300799"])
def test_the_first_and_the_last_date_can_be_written(
    given: str, format_: str, plan: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", given)
    assert run(["brief", "80", "--plan", plan, "-o", str(tmp_path / f"x.{format_}")]) == 0


def refusing(*_: object, **__: object) -> None:
    raise PermissionError(1, "Operation not permitted")


@pytest.mark.parametrize("force", [[], ["--force"]])
@pytest.mark.parametrize("refused", ["link", "chmod", "fsync"])
def test_a_file_system_that_refuses_is_written_to_all_the_same(
    refused: str, force: list[str], plan: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out" / "x.json"
    target.parent.mkdir()
    monkeypatch.setattr(os, refused, refusing)
    assert run(["allocate", "80", "--plan", plan, "-o", str(target), *force]) == 0
    assert target.read_text(encoding="utf-8").startswith("{")
    assert list(target.parent.iterdir()) == [target]


def test_without_links_and_without_renaming_no_empty_file_stays(
    plan: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "out" / "x.json"
    target.parent.mkdir()
    monkeypatch.setattr(os, "link", refusing)
    monkeypatch.setattr(os, "replace", refusing)
    assert run(["allocate", "80", "--plan", plan, "-o", str(target)]) == 5
    assert capsys.readouterr().err == f"{target}: Operation not permitted\n"
    assert list(target.parent.iterdir()) == []


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_process_that_is_asked_to_end_leaves_no_hidden_file(name: str, plan: str, tmp_path: Path) -> None:
    target = tmp_path / "out" / "x.json"
    target.parent.mkdir()
    number = getattr(signal, name)
    codes = []
    for step in range(1, 20):
        target.unlink(missing_ok=True)
        command = [sys.executable, "-c", ASKED, str(step), str(target.parent), str(int(number))]
        done = subprocess.run(
            [*command, "--plan", plan, "-o", str(target)], capture_output=True, check=False, text=True
        )
        assert (done.stdout, done.stderr) == ("", "")
        assert [path.name for path in target.parent.iterdir() if path != target] == []
        codes.append(done.returncode)
        if done.returncode == 0:
            break
    assert set(codes) == {0, 128 + number}


def test_a_run_that_shall_outlive_its_terminal_does(plan: str) -> None:
    line = f"trap '' HUP; {' '.join(START)} allocate 80 --plan {plan} -f csv & p=$!; kill -HUP $p; wait $p"
    done = subprocess.run(["/bin/sh", "-c", line], capture_output=True, check=False, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("id,partner")


@pytest.mark.skipif(sys.platform != "linux", reason="limits are the kernel's own")
@pytest.mark.parametrize("kilobytes", [40_000, 60_000, 100_000, 150_000])
def test_too_little_memory_is_one_line_in_either_language(kilobytes: int) -> None:
    line = f"ulimit -v {kilobytes}; {' '.join(START)} allocate 300 --lang nl"
    done = subprocess.run(["/bin/sh", "-c", line], capture_output=True, check=False, text=True)
    assert (done.returncode, done.stdout) == (4, "")
    assert done.stderr == (
        "flessenhals: er is te weinig geheugen, of te weinig bestanden of threads zijn toegestaan "
        "-> verruim de grenzen\n"
    )


@pytest.mark.skipif(sys.platform != "linux", reason="limits are the kernel's own")
@pytest.mark.parametrize("kilobytes", [170_000, 300_000])
@pytest.mark.parametrize("asked", ["allocate 300 -o x.svg", "brief 300 -o x.pdf"])
def test_too_little_memory_for_a_library_is_one_line(kilobytes: int, asked: str, tmp_path: Path) -> None:
    """It is neither told in the library's own words, nor taken for one that is not installed."""
    line = f"ulimit -v {kilobytes}; {' '.join(START)} {asked}"
    done = subprocess.run(["/bin/sh", "-c", line], capture_output=True, check=False, text=True, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (4, "")
    assert done.stderr == (
        "flessenhals: there is too little memory, or too few files or threads are allowed -> raise the limits\n"
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="limits are the kernel's own")
@pytest.mark.parametrize("kilobytes", [250_000, 350_000, 400_000, 500_000])
def test_no_library_tries_for_ever_to_get_memory(kilobytes: int, tmp_path: Path) -> None:
    line = f"ulimit -v {kilobytes}; ulimit -t 30; {' '.join(START)} simulate 300 --samples 512 --threads 3 -f json"
    done = subprocess.run(["/bin/sh", "-c", line], capture_output=True, check=False, text=True, cwd=tmp_path)
    assert done.returncode in {0, 4}
    assert len(done.stderr.splitlines()) == (1 if done.returncode else 0)


@pytest.mark.skipif(sys.platform != "linux", reason="limits are the kernel's own")
@pytest.mark.parametrize("files", [5, 6, 10, 14])
@pytest.mark.parametrize("asked", ["allocate 300", "allocate 300 -o chart.svg", "simulate 300 --samples 64"])
def test_few_files_are_enough_or_are_told(files: int, asked: str, tmp_path: Path) -> None:
    """Below five Python itself may not begin: it says so, in its own words, before a line of ours runs."""
    line = f"ulimit -n {files}; {' '.join(START)} {asked}"
    done = subprocess.run(["/bin/sh", "-c", line], capture_output=True, check=False, text=True, cwd=tmp_path)
    assert "Traceback" not in done.stderr
    assert done.returncode in {0, 4}
    assert len(done.stderr.splitlines()) == (1 if done.returncode else 0)


def test_an_interrupt_while_a_chart_is_drawn_ends_the_wait() -> None:
    signal.signal(signal.SIGINT, signal.default_int_handler)
    process = drawer._process()  # noqa: SLF001 - to know what is ended
    threading.Timer(0.3, os.kill, (os.getpid(), signal.SIGINT)).start()
    with pytest.raises(KeyboardInterrupt):
        drawer.draw("javascript_bundle", snippet="export {};" * 2_000_000)
    assert process.returncode is not None
    assert drawer.draw("get_format_locale", name="nl-NL")["decimal"] == ","


def test_what_draws_charts_may_break_off() -> None:
    drawer._process().kill()  # noqa: SLF001 - as a lack of memory would
    drawer._process().wait()  # noqa: SLF001
    with pytest.raises(drawer.DrawingError, match="charts: what draws them broke off"):
        drawer.draw("get_format_locale", name="nl-NL")
    assert drawer.draw("get_format_locale", name="nl-NL")["decimal"] == ","


def test_a_kernel_that_cannot_be_loaded_or_kept_is_made_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[object] = []

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(compiled, "_LOST", [])
    monkeypatch.setattr(compiled, "_in_memory", lambda: lambda *given: called.append(given))
    for _ in range(2):
        compiled._called(full, 1, 2)  # noqa: SLF001 - a disk that is full cannot be had
    assert called == [(1, 2), (1, 2)]


@pytest.mark.parametrize(
    ("setting", "works"),
    [("NUMBA_NUM_THREADS=0", False), ("NUMBA_DISABLE_JIT=1", False), ("NUMBA_NUM_THREADS=1", True)],
)
def test_a_compiler_that_is_set_to_do_nothing_is_done_without(setting: str, works: bool) -> None:  # noqa: FBT001 - one case
    name, _, value = setting.partition("=")
    script = "from flessenhals.solver.program.kernel.compiled import compiled; print(compiled() is not None)"
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        check=False,
        text=True,
        env=os.environ | {name: value},
    )
    assert (done.stdout, done.stderr) == (f"{works}\n", "")


def test_names_beside_a_notebook_do_not_stand_in_the_way(tmp_path: Path) -> None:
    for name in ("data.py", "constraints.py", "briefing.py", "solver/__init__.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("raise RuntimeError('a file of the user')\n", encoding="utf-8")
    script = "import flessenhals as fh; print(fh.allocate(fh.load(), 300).total)"
    done = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, capture_output=True, check=False, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, "300\n", "")
