"""A run that is interrupted, killed, crowded or out of room leaves nothing that is half."""

import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

import flessenhals
from flessenhals.solver.program import highs as engine

# A shell's background jobs ignore interrupts, and so would all that they start.
HEEDING = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
START = [sys.executable, "-c", f"{HEEDING}from flessenhals.__main__ import main; main()"]
SHELL = f"{sys.executable} -m flessenhals"
# Kills its own process at the n-th thing that it does to a folder, as the system would: without warning.
KILLED = """
import os, signal, sys
from flessenhals.cli import run
left, folder = int(sys.argv[1]), sys.argv[2]
def hook(event, arguments):
    global left
    if any(folder in str(argument) for argument in arguments) and event.partition(".")[0] in ("open", "os", "tempfile"):
        left -= 1
        if not left:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(hook)
sys.exit(run(["allocate", "80", *sys.argv[3:]]))
"""


@pytest.fixture
def slow(tmp_path: Path) -> subprocess.Popen[str]:
    """A long command that waits for its plan in a named pipe."""
    os.mkfifo(tmp_path / "plan")
    command = [*START, "whatif", "1:9000:1", "--plan", str(tmp_path / "plan"), "-o", str(tmp_path / "found.json")]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.mark.parametrize("moment", ["while it reads", "while it solves"])
def test_an_interrupt_is_code_130_without_a_word_and_leaves_nothing(
    moment: str, slow: subprocess.Popen[str], tmp_path: Path
) -> None:
    with (tmp_path / "plan").open("w", encoding="utf-8") as plan:  # opens when the command reads
        if moment == "while it solves":
            plan.write("schema: 1\nplan: p\nlines:\n")
            plan.writelines(f"  - {{id: l{number}, partner: p, proposed: {number + 1}}}\n" for number in range(50))
            plan.flush()
        else:
            slow.send_signal(signal.SIGINT)
            out, err = slow.communicate()
    if moment == "while it solves":
        slow.send_signal(signal.SIGINT)
        out, err = slow.communicate()
    assert (slow.returncode, out, err) == (130, "", "")
    assert [path.name for path in tmp_path.iterdir()] == ["plan"]


def test_a_solver_at_work_does_not_keep_an_interrupt_waiting() -> None:
    done, began = threading.Event(), threading.Event()
    signal.signal(signal.SIGINT, signal.default_int_handler)

    class Solver:
        def run(self) -> None:
            began.set()
            done.wait()

    def interrupt() -> None:
        began.wait()
        os.kill(os.getpid(), signal.SIGINT)

    threading.Thread(target=interrupt).start()
    with pytest.raises(KeyboardInterrupt):
        engine.in_thread(Solver())  # type: ignore[arg-type]  # no program is large enough to wait for
    done.set()


@pytest.mark.parametrize("force", [[], ["--force"]])
def test_a_kill_at_any_step_of_writing_leaves_the_old_file_or_the_new_one(
    force: list[str], plan: str, tmp_path: Path
) -> None:
    target = tmp_path / "folder" / "split.json"
    target.parent.mkdir()
    old = "old\n" if force else None
    seen = set()
    for step in range(1, 20):
        target.unlink(missing_ok=True)
        if old:
            target.write_text(old, encoding="utf-8")
        command = [sys.executable, "-c", KILLED, str(step), str(target.parent), "--plan", plan, "-o", str(target)]
        done = subprocess.run([*command, *force], check=False, capture_output=True, text=True)
        assert done.returncode in {0, -signal.SIGKILL}, done.stderr
        left = target.read_text(encoding="utf-8") if target.exists() else None
        if left != old:
            assert json.loads(left or "")["total"] == 65.0
        seen.add((done.returncode, left == old))
        if done.returncode == 0:
            break
    assert {(0, False), (-signal.SIGKILL, True), (-signal.SIGKILL, False)} <= seen


@pytest.mark.long
def test_a_kill_at_a_random_moment_leaves_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    target = tmp_path / "found.json"
    command = [*START, "whatif", "100:400:1", "-o", str(target), "--force"]
    began = time.monotonic()
    subprocess.run(command, check=True)
    took = time.monotonic() - began
    whole = target.read_text(encoding="utf-8")
    target.write_text("old", encoding="utf-8")
    moments = random.Random(20)
    for _ in range(20):
        running = subprocess.Popen(command)
        time.sleep(took * moments.uniform(0.5, 1.02))
        running.kill()
        running.wait()
        assert target.read_text(encoding="utf-8") in {"old", whole}


@pytest.mark.parametrize("force", [[], ["--force"]])
def test_runs_at_once_on_one_output_leave_one_whole_file(force: list[str], plan: str, tmp_path: Path) -> None:
    target = tmp_path / "split.json"
    ceilings = ("50", "60", "70", "80")
    runs = [
        subprocess.Popen(
            [*START, "allocate", ceiling, "--plan", plan, "-o", str(target), *force],
            stderr=subprocess.PIPE,
            text=True,
        )
        for ceiling in ceilings
    ]
    told = [run.communicate()[1] for run in runs]
    codes = [run.returncode for run in runs]
    assert codes.count(0) == (4 if force else 1)
    assert codes.count(5) == (0 if force else 3)
    assert sum("is there already" in each for each in told) == codes.count(5)
    found = json.loads(target.read_text(encoding="utf-8"))
    winners = [float(ceiling) for ceiling, code in zip(ceilings, codes, strict=True) if code == 0]
    assert found["ceiling"] in winners
    assert sorted(path.name for path in tmp_path.iterdir()) == ["small.yaml", "split.json"]


def test_two_runs_at_once_do_not_change_each_others_answer(plan: str) -> None:
    command = [*START, "whatif", "10:200:10", "--plan", plan, "-f", "json"]
    runs = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    first, second = (run.communicate()[0] for run in runs)
    alone = flessenhals.whatif(flessenhals.load(plan), range(10, 210, 10)).to_dict()
    assert json.loads(first) == json.loads(second) == alone


def test_a_disk_that_fills_up_is_code_5_and_leaves_the_old_file(plan: str, tmp_path: Path) -> None:
    target = tmp_path / "found.json"
    target.write_text("old", encoding="utf-8")
    line = f"ulimit -f 8; {SHELL} whatif 10:200:1 --plan {plan} -o {target} --force"
    done = subprocess.run(["/bin/sh", "-c", line], check=False, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (5, "")
    assert done.stderr == f"{target}: File too large\n"
    assert target.read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["found.json", "small.yaml"]


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_reader_that_has_seen_enough_ends_a_long_output_quietly(unbuffered: str) -> None:
    command = [*START, "whatif", "100:300:1", "-f", "json"]  # more than any pipe holds
    environment = os.environ | {"PYTHONUNBUFFERED": unbuffered}
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment)
    assert running.stdout is not None
    assert running.stderr is not None
    with running.stdout as out, running.stderr as err:
        assert out.read(1) == b"{"
        out.close()
        assert err.read() == b""
    assert running.wait() == 141


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_disk_that_fills_up_behind_stdout_is_code_5(unbuffered: str, plan: str, tmp_path: Path) -> None:
    line = f"ulimit -f 8; {SHELL} whatif 10:200:1 --plan {plan} -f json > {tmp_path}/found.json"
    environment = os.environ | {"PYTHONUNBUFFERED": unbuffered}
    done = subprocess.run(["/bin/sh", "-c", line], check=False, capture_output=True, text=True, env=environment)
    assert (done.returncode, done.stderr) == (5, "stdout: File too large\n")


@pytest.mark.parametrize(("mask", "mode"), [("077", 0o600), ("022", 0o644), ("027", 0o640)])
def test_a_new_file_gets_the_permissions_that_the_mask_leaves(mask: str, mode: int, plan: str, tmp_path: Path) -> None:
    target = tmp_path / "split.json"
    line = f"umask {mask}; {SHELL} allocate 80 --plan {plan} -o {target}"
    subprocess.run(["/bin/sh", "-c", line], check=True)
    assert target.stat().st_mode & 0o777 == mode
