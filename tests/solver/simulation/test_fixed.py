"""A fixed split under uncertainty: what is stranded and broken in each draw, as the exact answer has it."""

import json
from fractions import Fraction

import numpy as np
import pytest

from flessenhals.constraints import Proportional
from flessenhals.constraints.constraint import CEILING, Constraint, minimum_of
from flessenhals.constraints.selector import lines
from flessenhals.data.plans.reader import load
from flessenhals.data.proposals.reader import read_proposal
from flessenhals.solver.comparison.usable import usable
from flessenhals.solver.plan.plan import Line, Plan, Uncertain
from flessenhals.solver.plan.proposal import Proposal
from flessenhals.solver.program.errors import NotProvedError
from flessenhals.solver.simulation import chunk, fixed_draws
from flessenhals.solver.simulation.batch import batch
from flessenhals.solver.simulation.chunk import may_hold
from flessenhals.solver.simulation.drawn import drawn
from flessenhals.solver.simulation.fixed import simulate_split
from flessenhals.solver.simulation.fixed_draws import Task
from flessenhals.solver.simulation.sampling import CHUNK, draws
from flessenhals.solver.simulation.spread import Spread
from flessenhals.solver.simulation.workers import Workers

# 100 upstream asks between 10 and 30 downstream, where 20 is given: half of the draws strand something.
CHAIN = Plan(
    id="chain",
    lines=(
        Line(id="up", partner="up", proposed=Fraction(100)),
        Line(id="down", partner="down", proposed=Fraction(50), minimum=Fraction(10)),
    ),
    constraints=(Proportional(id="follows", upstream=lines("up"), downstream=lines("down"), at_least=Fraction("0.2")),),
    uncertain=(
        Uncertain(low=Fraction("0.1"), high=Fraction("0.3"), path="constraints.follows.proportional.at_least"),
        Uncertain(low=Fraction(15), high=Fraction(25), path="lines.down.minimum"),
    ),
)
FOLLOWS = Constraint("rule", "follows")
SPLIT = Proposal(name="split", amounts={"up": Fraction(100), "down": Fraction(20)})


def test_what_is_stranded_is_what_the_chain_leaves_unusable() -> None:
    found = simulate_split(CHAIN, SPLIT, Fraction(120), 4096)
    assert found.strands == pytest.approx(0.5, abs=1e-3)
    assert found.stranded.p50 == pytest.approx(0, abs=0.1)
    assert found.stranded.p95 == pytest.approx(100 - 20 / 0.29, abs=0.05)
    assert found.lines["down"] == Spread(0, 0, 0, 0)
    assert found.lines["up"] == found.stranded


def test_what_is_broken_is_counted_with_how_much_it_is_short() -> None:
    found = simulate_split(CHAIN, SPLIT, Fraction(119), 4096)
    assert found.broken[CEILING] == (1, 1)
    assert found.broken[FOLLOWS] == pytest.approx((0.5, 5), abs=0.01)
    assert found.broken[minimum_of("down")] == pytest.approx((0.5, 2.5), abs=0.01)
    assert set(found.broken) == {CEILING, FOLLOWS, minimum_of("down")}
    assert found.keeps_all == 0
    assert found.broken_rules.mean == pytest.approx(2, abs=0.01)


def test_a_split_with_enough_downstream_is_never_stranded() -> None:
    generous = Proposal(name="generous", amounts={"up": Fraction(100), "down": Fraction(30)})
    found = simulate_split(CHAIN, generous, Fraction(130), 512)
    assert (found.strands, found.keeps_all, dict(found.broken)) == (0, 1, {})


@pytest.mark.parametrize("name", ["source-split", "police-only", "across-the-board"])
def test_draws_are_those_of_the_exact_answer(name: str) -> None:
    plan = load()
    proposal = read_proposal(name, plan)
    task = Task(batch(plan, proposal.total), dict(proposal.amounts), 1, 0)
    inputs = draws(plan.uncertain, 1, 0, 40)
    found, shortfalls = task.solve(0, 40), task.shortfalls(*task.batch.changes(inputs))
    assert found.broken.tolist() == (shortfalls > 0).sum(axis=0).tolist()
    assert found.rules.tolist() == (shortfalls > 0).sum(axis=1).tolist()
    for draw in range(0, 40, 4):
        of_draw = drawn(plan, [Fraction(each) for each in inputs[draw]])
        used = usable(of_draw, proposal.amounts).amounts
        stranded = [float(amount - used[line]) for line, amount in proposal.amounts.items()]
        assert found.stranded[draw].tolist() == pytest.approx(stranded, abs=1e-9)
        rows = {row.id: row for row in (*of_draw.rule_rows, *of_draw.bound_rows)}
        for each, short in zip(may_hold(task.batch), shortfalls[draw], strict=True):
            exact = 0.0 if each == CEILING else max(0.0, -float(rows[each].slack(proposal.amounts)))
            assert short == pytest.approx(exact, abs=1e-9)


def test_the_same_seed_gives_the_same_bytes_on_one_thread_and_two(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chunk, "PROVED", 0.001)
    one = simulate_split(CHAIN, SPLIT, Fraction(120), 2 * CHUNK + 9)
    two = simulate_split(CHAIN, SPLIT, Fraction(120), 2 * CHUNK + 9, workers=Workers(threads=2))
    assert json.dumps(one.to_dict()) == json.dumps(two.to_dict())


def test_a_proof_that_says_something_else_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    real = fixed_draws.solve_all

    def off(*given: object, **options: object) -> object:
        used, held, status = real(*given, **options)  # type: ignore[arg-type]  # as they come
        return used - 1e-6, held, status

    monkeypatch.setattr(fixed_draws, "solve_all", off)
    with pytest.raises(NotProvedError, match="does not hold up"):
        simulate_split(CHAIN, SPLIT, Fraction(120), 1024)


def test_a_plan_without_chain_rules_strands_nothing() -> None:
    plan = Plan(id="free", lines=CHAIN.lines, uncertain=CHAIN.uncertain[1:])
    found = simulate_split(plan, SPLIT, Fraction(120), 64)
    assert found.strands == 0
    assert np.isclose(found.broken[minimum_of("down")][0], 0.5, atol=0.02)


def test_it_has_a_frame() -> None:
    assert simulate_split(CHAIN, SPLIT, Fraction(120), 64).frame().loc["down", "proposal"].item() == 20
