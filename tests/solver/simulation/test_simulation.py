"""Simulations: spread, bottlenecks and drivers, the same on any number of threads, and proved where it is said."""

import json
import subprocess
import sys
from collections.abc import Iterator
from fractions import Fraction

import numpy as np
import pytest

from flessenhals.constraints import Proportional
from flessenhals.constraints.constraint import CEILING, Constraint, maximum_of
from flessenhals.constraints.selector import lines
from flessenhals.data.plans.reader import load
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.plan.plan import Line, Plan, Uncertain
from flessenhals.solver.program.errors import NotProvedError, SimulationError
from flessenhals.solver.program.highs import highs
from flessenhals.solver.program.linear_program import splits
from flessenhals.solver.simulation import chunk, sampling
from flessenhals.solver.simulation.batch import batch
from flessenhals.solver.simulation.chunk import Task, holds_back, may_hold
from flessenhals.solver.simulation.drivers import drivers, name_of
from flessenhals.solver.simulation.sampling import CHUNK, draws
from flessenhals.solver.simulation.simulation import Simulation, simulate
from flessenhals.solver.simulation.spread import Spread, spread
from flessenhals.solver.simulation.workers import Workers

# A line that is given what it asks, of which half of the draws ask less than the other line's minimum leaves.
ONE = Uncertain(low=Fraction(0), high=Fraction(20), path="lines.a.proposed")
SMALL = Plan(
    id="small",
    lines=(
        Line(id="a", partner="a", proposed=Fraction(10)),
        Line(id="b", partner="b", proposed=Fraction(5), minimum=Fraction(5)),
    ),
    uncertain=(ONE,),
)
FOLLOWS = Constraint("rule", "follows")
RATIO = Uncertain(low=Fraction("0.1"), high=Fraction("0.3"), path="constraints.follows.proportional.at_least")
CHAIN = Plan(
    id="chain",
    lines=(
        Line(id="up", partner="up", proposed=Fraction(100), minimum=Fraction(40)),
        Line(id="down", partner="down", proposed=Fraction(10)),
    ),
    constraints=(Proportional(id="follows", upstream=lines("up"), downstream=lines("down"), at_least=Fraction("0.2")),),
    uncertain=(RATIO,),
)


def as_json(found: Simulation) -> str:
    return json.dumps(found.to_dict())


def test_the_spread_of_an_amount_is_that_of_what_decides_it() -> None:
    found = simulate(SMALL, Fraction(100), 4096)
    assert found.lines["b"] == Spread(5, 5, 5, 5)
    of_a = found.lines["a"]
    assert of_a is not None
    assert of_a == pytest.approx(Spread(10, 1, 10, 19), abs=0.01)
    assert found.lowest_coverage == Spread(1, 1, 1, 1)
    assert found.infeasible == 0


def test_where_coverage_and_total_stay_the_same_the_value_says_what_to_research() -> None:
    # All of 50 goes to a first, whose need is uncertain, the rest to b; c, worth least, never gets any.
    plan = Plan(
        id="weighed",
        lines=tuple(
            Line(id=name, partner=name, proposed=Fraction(40), weight=Fraction(weight))
            for name, weight in (("a", 3), ("b", 2), ("c", 1))
        ),
        uncertain=(
            Uncertain(low=Fraction(20), high=Fraction(40), path="lines.a.proposed"),
            Uncertain(low=Fraction(35), high=Fraction(45), path="lines.c.proposed"),
        ),
    )
    found = simulate(plan, Fraction(50), 2048)
    assert (found.lowest_coverage, found.total) == (Spread(0, 0, 0, 0), Spread(50, 50, 50, 50))
    assert found.measure == "value"
    first, second = found.drivers
    assert (first.path, first.value.correlation) == ("lines.a.proposed", 1)
    assert first.value.effect == pytest.approx(1, abs=0.01)
    assert second.value.effect == pytest.approx(0, abs=0.01)
    assert found.to_dict()["drivers"][0]["on"] == "value"


def test_draws_in_which_nothing_fits_are_counted_and_count_nowhere_else() -> None:
    # 40 upstream needs 40 times the ratio downstream, where there is 10: above a ratio of 0.25 nothing fits.
    found = simulate(CHAIN, Fraction(1000), 4096)
    assert found.infeasible == pytest.approx(0.25, abs=1e-3)
    up = found.lines["up"]
    assert up is not None
    assert up.p05 == pytest.approx(10 / (0.1 + 0.95 * 0.15), rel=1e-3)
    assert found.bottlenecks[FOLLOWS] == 1
    assert found.bottlenecks[maximum_of("down")] == 1
    assert found.bottlenecks[CEILING] == 0


def test_where_nothing_ever_fits_there_is_no_spread() -> None:
    found = simulate(CHAIN, Fraction(10), 512)
    assert found.infeasible == 1
    assert found.total is None
    assert found.to_dict()["lines"][0]["p50"] is None


def test_the_same_seed_gives_the_same_bytes_on_one_thread_and_two(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chunk, "PROVED", 0.001)
    plan = load()
    one = simulate(plan, Fraction(300), 2 * CHUNK + 100, 3)
    two = simulate(plan, Fraction(300), 2 * CHUNK + 100, 3, Workers(threads=2))
    assert as_json(one) == as_json(two)
    assert as_json(one) != as_json(simulate(plan, Fraction(300), 2 * CHUNK + 100, 4))


def test_plain_python_gives_the_same_bytes_as_compiled_code(monkeypatch: pytest.MonkeyPatch) -> None:
    plan = load(scenario="strict")
    monkeypatch.setattr("flessenhals.solver.program.kernel.compiled.MANY", 1000)
    compiled = simulate(plan, Fraction(390), 1000)
    monkeypatch.setattr("flessenhals.solver.program.kernel.compiled.compiled", lambda: None)
    assert as_json(simulate(plan, Fraction(390), 1000)) == as_json(compiled)


def test_what_was_done_before_an_interruption_is_a_shorter_sample(monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(_: Workers, work: object, runs: list[tuple[int, int]]) -> Iterator[object]:
        yield work(*runs[0])  # type: ignore[operator]  # what `simulate` hands over
        raise KeyboardInterrupt

    monkeypatch.setattr(chunk, "PROVED", 0.0)
    monkeypatch.setattr(chunk, "LEAST_PROVED", 0)
    whole = simulate(load(), Fraction(300), CHUNK)
    monkeypatch.setattr(Workers, "in_order", stopped)
    part = simulate(load(), Fraction(300), 5 * CHUNK)
    assert part.partial
    assert part.to_dict() == {**whole.to_dict(), "partial": True}


def test_an_interruption_before_anything_is_done_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> Iterator[object]:
        raise KeyboardInterrupt

    monkeypatch.setattr(Workers, "in_order", stopped)
    with pytest.raises(KeyboardInterrupt):
        simulate(SMALL, Fraction(100))


def test_progress_is_told_from_start_to_end() -> None:
    told: list[float] = []
    simulate(SMALL, Fraction(100), 3 * CHUNK, watch=told.append)
    assert told == pytest.approx([1 / 3, 2 / 3, 1])


@pytest.mark.parametrize(("scenario", "ceiling"), [(None, 300), ("strict", 390), ("complex-cases", 400)])
def test_draws_are_those_of_the_exact_solver(scenario: str | None, ceiling: int) -> None:
    agree(load(scenario=scenario), Fraction(ceiling), samples=2048, exactly=20, by_highs=20)


@pytest.mark.long
@pytest.mark.parametrize("plan", [load(), CHAIN])
def test_ten_thousand_draws_are_those_of_the_exact_solver_and_of_highs(plan: Plan) -> None:
    agree(plan, Fraction(300), samples=10_000, exactly=500, by_highs=10_000)


def agree(plan: Plan, ceiling: Fraction, *, samples: int, exactly: int, by_highs: int) -> None:
    """Hold draws, chosen at random, against the exact solver, and the status of others against HiGHS."""
    task = Task(batch(plan, ceiling), 1, 0)
    inputs = draws(plan.uncertain, 1, 0, samples)
    amounts = np.concatenate(
        [task.solve(start, min(start + CHUNK, samples)).amounts for start in range(0, samples, CHUNK)]
    )
    fits = ~np.isnan(amounts[:, 0])
    random = np.random.default_rng(11)
    for draw in random.choice(samples, exactly, replace=False):
        try:
            exact = list(map(float, allocate(task.plan_of(inputs[draw]), ceiling).amounts.values()))
            assert amounts[draw].tolist() == pytest.approx(exact, abs=1e-9)
        except InfeasibleError:
            assert not fits[draw]
    for draw in random.choice(samples, by_highs, replace=False):
        drawn = task.plan_of(inputs[draw])
        weights = {line.id: line.weight for line in drawn.lines}
        assert (highs(splits(drawn, ceiling).asking("value", weights)) is not None) == fits[draw]


def test_one_in_a_hundred_is_proved_and_a_proof_that_says_something_else_is_an_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    task = Task(batch(CHAIN, Fraction(46)), 1, 0.01)
    found = task.solve(0, 2048)
    assert 8 < found.proved < 40
    assert found.unsure == 0
    real = chunk.solve_all

    def off(*given: object, **options: object) -> object:
        amounts, held, status = real(*given, **options)  # type: ignore[arg-type]  # as they come
        amounts[:, 0] += 1e-6
        return amounts, held, status

    monkeypatch.setattr(chunk, "solve_all", off)
    with pytest.raises(NotProvedError, match="does not hold up"):
        task.solve(0, 2048)


@pytest.mark.parametrize("samples", [1, 10])
def test_of_few_draws_each_is_proved(samples: int) -> None:
    assert simulate(CHAIN, Fraction(46), samples).proved == samples


def test_what_the_kernel_is_not_sure_of_goes_to_the_exact_solver() -> None:
    chain = Proportional(id="follows", upstream=lines("a"), downstream=lines("b", "c"), at_least=Fraction(1, 2))
    unasked = [
        Line(id=name, partner=name, proposed=Fraction(0), maximum=Fraction(9), weight=Fraction(0))
        for name in ("b", "c")
    ]
    plan = Plan(
        id="unasked",
        lines=(Line(id="a", partner="a", proposed=Fraction(10), minimum=Fraction(10)), *unasked),
        constraints=(chain,),
        uncertain=(
            Uncertain(low=Fraction("0.4"), high=Fraction("0.6"), path="constraints.follows.proportional.at_least"),
        ),
    )
    found = simulate(plan, Fraction(15), 8)
    assert found.left_over == 4
    assert found.infeasible == 0.5
    of_b = found.lines["b"]
    assert of_b is not None
    assert 2 < of_b.p05 < of_b.p95 < 2.5


def test_a_split_names_what_holds_it_back_as_the_kernel_does() -> None:
    for scenario, ceiling in ((None, 300), ("complex-cases", 400), ("strict", 300)):
        plan = load(scenario=scenario)
        made = batch(plan, Fraction(ceiling))
        task = Task(made, 1, 0)
        held = task.solve(0, 1).held
        split = allocate(task.plan_of(draws(plan.uncertain, 1, 0, 1)[0]), Fraction(ceiling))
        assert {each for each, mark in zip(may_hold(made), held, strict=True) if mark} == holds_back(split)


def test_drivers_share_out_the_variance_of_a_sum() -> None:
    inputs = np.random.default_rng(2).uniform(size=(20_000, 3))
    ((first, second, none),) = drivers(inputs.T, [3 * inputs[:, 0] - inputs[:, 1]])
    assert (first.effect, second.effect) == pytest.approx((0.9, 0.1), abs=0.01)
    assert none.effect < 0.002
    assert first.correlation == pytest.approx(0.94, abs=0.02)
    assert second.correlation < -0.25
    assert abs(none.correlation) < 0.02


def test_an_effect_that_rises_and_falls_is_found_where_ranks_see_nothing() -> None:
    inputs = np.random.default_rng(2).uniform(-1, 1, size=(20_000, 1))
    ((driver,),) = drivers(inputs.T, [inputs[:, 0] ** 2])
    assert driver.effect > 0.98
    assert abs(driver.correlation) < 0.02


def test_nothing_drives_what_does_not_vary() -> None:
    assert drivers(np.random.default_rng(2).uniform(size=(2, 999)), [np.full(999, 7.0)]) == [[(0.0, 0.0), (0.0, 0.0)]]


def test_inputs_have_names() -> None:
    assert [name_of(each) for each in load().uncertain][-3:] == [
        "partner:police.proposed",
        "line:mainports-kmar,mainports-other.proposed",
        "programme:prevention.proposed",
    ]
    assert name_of(ONE) == "lines.a.proposed"


def test_the_strongest_driver_comes_first() -> None:
    found = simulate(load(), Fraction(400), 4096)
    assert found.drivers[0].path == "constraints.om-follows-police.proportional.at_least"
    effects = [each.lowest_coverage.effect for each in found.drivers]
    assert effects == sorted(effects, reverse=True)


def test_numbers_that_do_not_exist_are_left_out_of_a_spread() -> None:
    assert spread(np.array([1.0, np.nan, 3.0])) == Spread(2, 1, 1, 3)
    assert spread(np.array([np.nan])) is None


def test_dask_without_a_scheduler_is_refused() -> None:
    with pytest.raises(SimulationError, match="needs a scheduler"):
        simulate(SMALL, Fraction(100), 10, workers=Workers(engine="dask"))


def test_it_has_a_frame() -> None:
    frame = simulate(SMALL, Fraction(100), 64).frame()
    assert frame.loc["b", "p95"].item() == 5
    assert list(frame.columns) == ["partner", "programme", "proposed", "mean", "p05", "p50", "p95"]


@pytest.mark.parametrize("count", [1, 2, 7, 16, 64, 101])
def test_the_low_and_the_high_leave_at_most_a_twentieth_outside_whatever_the_number_of_draws(count: int) -> None:
    values = np.random.default_rng(count).random(count).round(9)
    found = spread(values)
    assert found is not None
    below, above = (values < found.p05).sum(), (values > found.p95).sum()
    assert max(below, above) <= count / 20
    assert 2 * (values >= found.p50).sum() >= count


def without_table(monkeypatch: pytest.MonkeyPatch) -> None:
    """As with a scipy that keeps its table somewhere else."""

    def elsewhere(*_: object) -> object:
        raise FileNotFoundError

    monkeypatch.setattr(sampling, "points", elsewhere)


@pytest.mark.parametrize(
    ("seed", "start", "stop"), [(0, 0, 1), (1, 0, 700), (7, CHUNK, 2 * CHUNK), (7, 5 * CHUNK, 5 * CHUNK + 3)]
)
def test_points_are_those_of_scipy(monkeypatch: pytest.MonkeyPatch, seed: int, start: int, stop: int) -> None:
    uncertain = load().uncertain
    found = draws(uncertain, seed, start, stop)
    without_table(monkeypatch)
    assert (found == draws(uncertain, seed, start, stop)).all()


def test_a_process_that_only_draws_does_not_load_the_statistics_of_scipy() -> None:
    asked = (
        "import sys, flessenhals; from flessenhals.solver.simulation.sampling import draws; "
        "draws(flessenhals.load().uncertain, 1, 0, 8); print('scipy.stats' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_points_that_could_not_be_made_are_an_error_and_no_other_points(monkeypatch: pytest.MonkeyPatch) -> None:
    from scipy.stats import qmc  # noqa: PLC0415 - most of a second

    def unread(*_: object, **__: object) -> object:
        sys.excepthook(OSError, OSError("too many open files"), None)  # as compiled code does, and goes on
        return MADE(2)

    MADE = qmc.Sobol  # noqa: N806 - what makes them
    without_table(monkeypatch)
    monkeypatch.setattr(qmc, "Sobol", unread)
    hooks = sys.excepthook, sys.unraisablehook
    with pytest.raises(OSError, match="too many open files"):
        draws(CHAIN.uncertain, 1, 0, 8)
    assert (sys.excepthook, sys.unraisablehook) == hooks
