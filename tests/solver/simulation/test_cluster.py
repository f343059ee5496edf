"""The same bytes from a dask cluster of two workers as from one thread; a worker that is killed changes nothing."""

import asyncio
import json
import socket
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from fractions import Fraction
from typing import NamedTuple

import pytest
from distributed import Client

from flessenhals.data.plans.reader import load
from flessenhals.solver.program.errors import SimulationError
from flessenhals.solver.simulation import chunk, workers
from flessenhals.solver.simulation.sampling import CHUNK
from flessenhals.solver.simulation.simulation import simulate
from flessenhals.solver.simulation.workers import Workers

# Dask leaves sockets and loops to the collector when a connection ends.
pytestmark = [
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]
HERE = "127.0.0.1"


class Cluster(NamedTuple):
    address: str
    workers: list[subprocess.Popen[bytes]]


def free_port() -> int:
    with socket.socket() as found:
        found.bind((HERE, 0))
        port: int = found.getsockname()[1]
        return port


def started(stack: ExitStack, *arguments: str) -> subprocess.Popen[bytes]:
    """A process of dask's that is ended, by its own id, when the stack is."""
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    process = stack.enter_context(subprocess.Popen([sys.executable, "-m", "dask", *arguments], **quiet))  # type: ignore[call-overload]  # both are files
    stack.callback(process.kill)
    assert isinstance(process, subprocess.Popen)
    return process


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    folder = tmp_path_factory.mktemp("dask")
    port = free_port()
    address = f"tcp://{HERE}:{port}"
    with ExitStack() as stack:
        started(stack, "scheduler", "--host", HERE, "--port", str(port), "--no-dashboard", "--no-show")
        common = ["--nthreads", "1", "--no-nanny", "--no-dashboard", "--host", HERE, "--local-directory", str(folder)]
        workers = [started(stack, "worker", address, *common) for _ in range(2)]
        client = Client(address, timeout="60s")
        client.wait_for_workers(2, timeout="60s")
        client.close()
        yield Cluster(address, workers)


@pytest.fixture(autouse=True)
def _few_proofs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chunk, "PROVED", 0.001)


def test_two_workers_give_the_bytes_of_one_thread_and_so_does_one_when_the_other_is_killed(cluster: Cluster) -> None:
    plan, ceiling = load(), Fraction(300)
    crew = Workers(engine="dask", scheduler=cluster.address)
    alone = simulate(plan, ceiling, 2 * CHUNK)
    assert json.dumps(simulate(plan, ceiling, 2 * CHUNK, workers=crew).to_dict()) == json.dumps(alone.to_dict())

    killed: list[float] = []

    def watch(done: float) -> None:
        if not killed:
            cluster.workers[0].kill()
            killed.append(done)

    many = simulate(plan, ceiling, 4 * CHUNK)
    assert json.dumps(simulate(plan, ceiling, 4 * CHUNK, 1, crew, watch).to_dict()) == json.dumps(many.to_dict())
    assert killed == [pytest.approx(1 / 4)]
    assert cluster.workers[0].wait(timeout=60) != 0


def test_a_scheduler_that_is_not_there_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "PATIENCE", 1.0)
    crew = Workers(engine="dask", scheduler=f"tcp://{HERE}:{free_port()}")
    with pytest.raises(SimulationError, match="no scheduler answers"):
        simulate(load(), Fraction(300), 10, workers=crew)


def test_an_address_that_takes_connections_and_says_nothing_is_no_scheduler(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "PATIENCE", 0.5)
    with socket.create_server((HERE, 0)) as silent:
        crew = Workers(engine="dask", scheduler=f"tcp://{HERE}:{silent.getsockname()[1]}")
        with pytest.raises(SimulationError, match="no scheduler answers"):
            simulate(load(), Fraction(300), 10, workers=crew)


def test_a_notebook_that_runs_an_event_loop_of_its_own_is_told_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "PATIENCE", 0.5)
    crew = Workers(engine="dask", scheduler=f"tcp://{HERE}:{free_port()}")

    async def notebook() -> None:
        simulate(load(), Fraction(300), 10, workers=crew)

    # In a thread, because a test before this one may have left an event loop in its own.
    with ThreadPoolExecutor(1) as apart, pytest.raises(SimulationError, match="no scheduler answers"):
        apart.submit(lambda: asyncio.run(notebook())).result()
