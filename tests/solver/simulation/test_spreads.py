"""The spreads of any number of draws are those of all of them, with few of their numbers in memory."""

from collections.abc import Iterator
from fractions import Fraction

import numpy as np
import pytest

from flessenhals.data.plans.reader import load
from flessenhals.solver.plan.proposal import Proposal
from flessenhals.solver.simulation import fixed, simulation, spreads
from flessenhals.solver.simulation.fixed import simulate_split
from flessenhals.solver.simulation.simulation import simulate
from flessenhals.solver.simulation.spread import PARTS, spread
from flessenhals.solver.simulation.spreads import Spreads, place_of

RUN, COUNT = 500, 40_000


def runs(values: np.ndarray) -> Iterator[np.ndarray]:
    yield from (values[start : start + RUN] for start in range(0, len(values), RUN))


def numbers() -> np.ndarray:
    """Columns of every kind: smooth, capped, the same in each draw, often or never there, few different ones."""
    random = np.random.default_rng(19)
    smooth = random.random(COUNT)
    rare = np.where(random.random(COUNT) < 0.03, np.nan, random.normal(size=COUNT))
    late = np.where(np.arange(COUNT) < COUNT / 2, np.nan, smooth)
    nowhere, same = np.full(COUNT, np.nan), np.full(COUNT, 62.1)
    return np.stack([smooth, np.minimum(smooth, 0.9) * 62, same, rare, nowhere, late, smooth.round(2)], axis=1)


@pytest.fixture
def _few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreads, "KEPT", 4_000)
    monkeypatch.setattr(spreads, "PENDING", 256)


@pytest.mark.usefixtures("_few")
def test_spreads_are_those_of_all_draws_with_a_fraction_of_their_numbers_in_memory() -> None:
    values, found = numbers(), Spreads(7)
    most = 0
    for run in runs(values):
        found.add(run)
        most = max(most, found.held)
    assert not found.escaped()
    assert found.found() == [spread(column) for column in values.T]
    assert most <= 7 * (4_000 + RUN)


@pytest.mark.usefixtures("_few")
def test_what_is_in_memory_hardly_grows_with_the_draws() -> None:
    random, found = np.random.default_rng(1), Spreads(3)
    held = []
    for _ in range(400):
        found.add(random.random((RUN, 3)))
        held.append(found.held)
    assert held[-1] < 2.2 * held[100]  # as the root of the draws


@pytest.mark.usefixtures("_few")
@pytest.mark.parametrize("turned", [1, -1])
def test_numbers_that_come_in_order_are_gone_through_again(turned: int) -> None:
    values, found = np.sort(numbers(), axis=0)[::turned], Spreads(7)
    for run in runs(values):
        found.add(run)
    assert found.escaped()
    for run in runs(values):
        found.add_again(run)
    told = [spread(column) for column in values.T]
    assert [each and each[1:] for each in found.found()] == [each and each[1:] for each in told]


def test_a_place_is_that_of_the_inverse_of_the_distribution() -> None:
    for count in (*range(1, 500), 8_192, 10_000, 65_537, 123_457):
        told = np.quantile(np.arange(count), PARTS, method="inverted_cdf")
        assert [place_of(part, count) for part in PARTS] == told.tolist()


def test_few_draws_with_very_many_numbers_are_not_all_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreads, "KEPT_NUMBERS", 7 * 4_000)
    monkeypatch.setattr(spreads, "PENDING", 256)
    values, found = numbers(), Spreads(7)
    for run in runs(values):
        found.add(run)
    assert found.held <= 7 * (4_000 + RUN)
    assert found.found() == [spread(column) for column in values.T]


def counted(monkeypatch: pytest.MonkeyPatch, *, again: bool) -> None:
    """Runs of 128 draws, of which the first two are kept; or every draw goes through twice."""
    for module in (simulation, fixed):
        monkeypatch.setattr(module, "CHUNK", 128)
    monkeypatch.setattr(spreads, "KEPT", 255)
    if again:
        monkeypatch.setattr(spreads, "WIDE", 0.0)


@pytest.mark.parametrize("again", [False, True])
@pytest.mark.parametrize(("ceiling", "scenario"), [(300, None), (60, "strict")])
def test_a_simulation_is_the_same_as_with_every_draw_in_memory(
    monkeypatch: pytest.MonkeyPatch, ceiling: int, scenario: str | None, *, again: bool
) -> None:
    plan = load(scenario=scenario)
    known = simulate(plan, Fraction(ceiling), 600).to_dict()
    counted(monkeypatch, again=again)
    assert simulate(plan, Fraction(ceiling), 600).to_dict() == known


@pytest.mark.parametrize("again", [False, True])
def test_so_is_what_a_fixed_split_strands(monkeypatch: pytest.MonkeyPatch, *, again: bool) -> None:
    plan = load()
    split = Proposal(name="three quarters", amounts={line.id: line.proposed * 3 / 4 for line in plan.lines})
    known = simulate_split(plan, split, Fraction(300), 600).to_dict()
    counted(monkeypatch, again=again)
    assert simulate_split(plan, split, Fraction(300), 600).to_dict() == known
