"""Who solves the runs of draws: this thread, several, or other machines; the answer is the same."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeVar, get_args

from flessenhals.solver.plan.message import told
from flessenhals.solver.program.errors import SimulationError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    Result = TypeVar("Result")

Engine = Literal["threads", "dask"]
ENGINES: tuple[Engine, ...] = get_args(Engine)
AHEAD = 4
PATIENCE = 10.0  # seconds


class Workers(NamedTuple):
    """Who does the work.

    Attributes:
        threads: how many runs this machine solves at the same time.
        engine: `threads` on this machine, or `dask` on those that a scheduler has.
        scheduler: the address of dask's scheduler, tcp://host:port.
    """

    threads: int = 1
    engine: Engine = "threads"
    scheduler: str | None = None

    def in_order(self, work: Callable[[int, int], Result], runs: Iterable[tuple[int, int]]) -> Iterator[Result]:
        """The results of all runs of draws, in the order of the draws and not in that in which workers finish.

        Out go a seed and the two ends of a run, back comes what it comes to. A run whose worker is lost is done again
        by another.

        Args:
            work: solves the draws from one number up to another.
            runs: the ends of each run.

        Raises:
            SimulationError: if there is no such cluster.
        """
        if self.engine == "threads" and self.threads == 1:
            yield from (work(start, stop) for start, stop in runs)
            return
        try:
            from joblib import Parallel, delayed, parallel_config  # noqa: PLC0415 - an extra
        except ImportError as missing:
            raise SimulationError("threads need joblib -> pip install 'flessenhals[simulation]'") from missing
        tasks = (delayed(work)(start, stop) for start, stop in runs)
        if self.engine == "threads":
            crew = Parallel(
                n_jobs=self.threads, backend="threading", return_as="generator", pre_dispatch=AHEAD * self.threads
            )
            yield from crew(tasks)
            return
        with _cluster(self.scheduler) as threads, parallel_config(backend="dask", n_jobs=threads):
            yield from Parallel(return_as="generator", pre_dispatch=AHEAD * threads, batch_size=1)(tasks)

    def collect(
        self,
        work: Callable[[int, int], Result],
        samples: int,
        run: int,
        take: Callable[[Result], object],
        watch: Callable[[float], object] | None,
    ) -> int:
        """Hand on what the work comes to on each run of draws, until all is done or it is interrupted.

        Args:
            work: solves the draws from one number up to another.
            samples: how many draws are asked.
            run: how many are solved at a time.
            take: takes the answers, in the order of the draws.
            watch: called with the part that is done, from 0 to 1.

        Returns:
            How many draws were done.

        Raises:
            KeyboardInterrupt: if none was.
        """
        runs = [(start, min(start + run, samples)) for start in range(0, samples, run)]
        crew = Workers() if len(runs) == 1 and self.engine == "threads" else self
        done = 0
        try:
            for answer, (_, stop) in zip(crew.in_order(work, runs), runs, strict=True):
                take(answer)
                done = stop
                if watch is not None:
                    watch(done / samples)
        except KeyboardInterrupt:
            if not done:
                raise
        return done


ALONE = Workers()


@contextmanager
def _cluster(scheduler: str | None) -> Iterator[int]:
    """A connection to dask's scheduler; gives the number of threads that its workers have."""
    try:
        from distributed import Client  # noqa: PLC0415 - an extra
    except ImportError as missing:
        raise SimulationError("many machines need distributed -> pip install 'flessenhals[cluster]'") from missing
    if scheduler is None:
        raise SimulationError("dask needs a scheduler -> add --scheduler tcp://HOST:8786")
    connected: Callable[..., Any] = Client
    try:
        _greet(scheduler)
        client = connected(scheduler, timeout=PATIENCE, set_as_default=True)
    except Exception:  # noqa: BLE001 - whatever a stranger may send, a length that no memory holds too
        raise SimulationError(
            told("{scheduler}: no scheduler answers -> start one, see docs/scale.md", scheduler=scheduler)
        ) from None
    try:
        threads = sum(client.nthreads().values())
        if not threads:
            raise SimulationError(
                told("{scheduler}: has no workers -> start some, see docs/scale.md", scheduler=scheduler)
            )
        yield threads
    finally:
        client.close()


def _greet(scheduler: str) -> None:
    """Exchange dask's first greeting with a scheduler: a client would wait without end for one that says nothing.

    Raises:
        OSError: if nobody answers in time, or not as a scheduler does.
    """
    import asyncio  # noqa: PLC0415 - only for other machines
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - the same

    from distributed.comm import core  # noqa: PLC0415 - an extra

    connect: Callable[..., Any] = core.connect

    async def greet() -> None:
        async with asyncio.timeout(PATIENCE):
            comm = await connect(scheduler, timeout=PATIENCE)
        await comm.close()

    with ThreadPoolExecutor(1) as apart:  # a notebook has an event loop of its own in this thread
        apart.submit(lambda: asyncio.run(greet())).result()
