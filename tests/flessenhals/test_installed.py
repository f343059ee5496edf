"""What somebody gets who installs a wheel: one name, its data files, its types, and room for names of their own."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path
from typing import NamedTuple

import pytest

PROJECT = Path(__file__).parent.parent.parent
ROOMS = ("briefing", "constraints", "data", "solver")
# Kinds of files that are no Python and that the project reads when it runs.
READ = {".css", ".jinja", ".js", ".json", ".svg", ".typ", ".typed", ".yaml"}


class Built(NamedTuple):
    """What `hatchling build` makes of this folder."""

    wheel: Path
    sdist: Path


def run(*command: object, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(part) for part in command], cwd=folder, capture_output=True, text=True, check=False, timeout=300
    )


def built(source: Path, target: str, into: Path) -> Path:
    made = run(sys.executable, "-m", "hatchling", "build", "-t", target, "-d", into, folder=source)
    assert made.returncode == 0, made.stderr
    (found,) = into.glob("*.whl" if target == "wheel" else "*.tar.gz")
    return found


@pytest.fixture(scope="module")
def distributions(tmp_path_factory: pytest.TempPathFactory) -> Built:
    into = tmp_path_factory.mktemp("dist")
    return Built(built(PROJECT, "wheel", into), built(PROJECT, "sdist", into))


@pytest.fixture(scope="module")
def python(distributions: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Python of its own into which the wheel is installed; the other packages come from here."""
    home = tmp_path_factory.mktemp("venv")
    venv.create(home, with_pip=False, symlinks=True)
    site = Path(sysconfig.get_path("purelib", "venv", {"base": str(home), "platbase": str(home)}))
    with zipfile.ZipFile(distributions.wheel) as wheel:
        wheel.extractall(site)  # noqa: S202 - made here a moment ago
    (site / "others.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return home / ("Scripts" if sys.platform == "win32" else "bin") / "python"


@pytest.fixture
def notebook(tmp_path: Path) -> Path:
    """A folder with a user's own files and packages, named like the rooms, beside the script that is run there."""
    for place in ("data.py", "solver.py", "briefing.py", "solver/__init__.py", "constraints/__init__.py"):
        (tmp_path / place).parent.mkdir(exist_ok=True)
        (tmp_path / place).write_text("MINE = 1\n", encoding="utf-8")
    return tmp_path


def members(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_a_wheel_carries_one_name(distributions: Built) -> None:
    tops = {name.split("/")[0] for name in members(distributions.wheel)}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"flessenhals"}


def test_a_wheel_carries_every_file_that_the_rooms_read_when_they_run(distributions: Built) -> None:
    here = {
        f"flessenhals/{path.relative_to(PROJECT)}" if room != "flessenhals" else str(path.relative_to(PROJECT))
        for room in (*ROOMS, "flessenhals")
        for path in (PROJECT / room).rglob("*")
        if path.suffix in READ | {".py"}
    }
    assert here - members(distributions.wheel) == set()


def test_every_room_says_that_it_is_typed(distributions: Built) -> None:
    assert {"flessenhals/py.typed", *(f"flessenhals/{room}/py.typed" for room in ROOMS)} <= members(distributions.wheel)


def test_a_wheel_made_from_the_source_distribution_is_the_same(distributions: Built, tmp_path: Path) -> None:
    with tarfile.open(distributions.sdist) as archive:
        archive.extractall(tmp_path, filter="data")
    (source,) = tmp_path.iterdir()
    again = built(source, "wheel", tmp_path / "again")
    assert members(again) == members(distributions.wheel)


def test_files_of_a_user_that_are_named_like_the_rooms_stand_in_no_way(python: Path, notebook: Path) -> None:
    (notebook / "script.py").write_text(
        "import flessenhals as fh, data, solver, briefing, constraints\n"
        "split = fh.allocate(fh.load(), 300)\n"
        "fh.brief(fh.load(), 300).written('html')\n"
        "print(data.MINE + solver.MINE + briefing.MINE + constraints.MINE, float(split.total), fh.__file__)",
        encoding="utf-8",
    )
    done = run(python, "script.py", folder=notebook)
    assert done.stdout.startswith("4 300.0 "), done.stderr
    assert done.stdout.split()[-1].startswith(str(python.parent.parent))
    command = run(python, "-m", "flessenhals", "allocate", "300", folder=notebook)
    assert command.returncode == 0, command.stderr


def test_the_types_reach_the_checker_of_a_user(python: Path, notebook: Path) -> None:
    (notebook / "mine.py").write_text(
        "import data, solver\nimport flessenhals as fh\nsplit = fh.allocate(fh.load(), ceiling=300)\n"
        "reveal_type(split.total)\nsplit.totl\ndata.MINE + solver.MINE\n",
        encoding="utf-8",
    )
    checker = [sys.executable, "-m", "mypy", "--strict", "--python-executable", python, "--cache-dir", notebook / "c"]
    told = run(*checker, "mine.py", folder=notebook).stdout.splitlines()
    assert [line.partition(": ")[2] for line in told if line.startswith("mine.py")] == [
        'note: Revealed type is "fractions.Fraction"',
        'error: "Allocation" has no attribute "totl"; maybe "total"?  [attr-defined]',
    ]


def test_a_checkout_without_links_says_so(tmp_path: Path) -> None:
    face = tmp_path / "flessenhals"
    face.mkdir()
    (face / "__init__.py").write_bytes((PROJECT / "flessenhals" / "__init__.py").read_bytes())
    for room in ROOMS:
        (face / room).write_text(f"../{room}", encoding="utf-8")
    told = run(sys.executable, "-c", "import flessenhals", folder=tmp_path).stderr.splitlines()[-1]
    assert told.startswith("ImportError: flessenhals/solver is no folder")
    assert "core.symlinks" in told
