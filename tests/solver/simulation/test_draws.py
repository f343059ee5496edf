"""Draws: the same for a seed and a place, and the same plan as an exact one and as numbers for the kernel."""

from fractions import Fraction
from pathlib import Path
from random import Random

import numpy as np
import pytest

from flessenhals.constraints import Level, Proportional
from flessenhals.constraints.rule import Share
from flessenhals.constraints.selector import EVERYTHING, Condition, Selector, lines, partner
from flessenhals.data.plans.reader import load
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.plan.plan import Line, Plan, Uncertain
from flessenhals.solver.program.errors import SimulationError
from flessenhals.solver.simulation.batch import batch, numbers
from flessenhals.solver.simulation.drawn import drawn
from flessenhals.solver.simulation.sampling import CHUNK, draws


def between(low: str, high: str, mode: str | None = None, **what: object) -> Uncertain:
    likeliest = None if mode is None else Fraction(mode)
    return Uncertain(low=Fraction(low), high=Fraction(high), mode=likeliest, **what)  # type: ignore[arg-type]  # path, or of and field


RANGES = (
    between("0.08", "0.15", "0.10", path="constraints.follows.proportional.at_least"),
    between("1", "4", path="constraints.follows.proportional.existing"),
    between("0.2", "0.3", path="constraints.share.level.at_least"),
    between("0.9", "1.2", "1", of=partner("police"), field="proposed"),
    between("0.5", "2", of=lines("om"), field="maximum"),
    between("1", "3", path="lines.care.minimum"),
    between("1", "2", of=EVERYTHING, field="weight"),
    between("0.9", "1.1", of=lines("care"), field="minimum"),
)
PLAN = Plan(
    id="all-kinds",
    lines=(
        Line(id="police", partner="police", proposed=Fraction(100)),
        Line(id="om", partner="om", proposed=Fraction(10)),
        Line(id="care", partner="care", proposed=Fraction(20), minimum=Fraction(2), maximum=Fraction(18)),
    ),
    constraints=(
        Proportional(
            id="follows",
            upstream=lines("police"),
            downstream=lines("om"),
            at_least=Fraction("0.1"),
            at_most=Fraction(1),
            existing=Fraction(2),
        ),
        Level(id="share", of=lines("care"), at_least=Share(Fraction("0.25"))),
    ),
    uncertain=RANGES,
)


def test_a_draw_is_the_same_in_every_sample_and_cut() -> None:
    whole = draws(RANGES, 7, 0, 2 * CHUNK + 5)
    assert whole.shape == (2 * CHUNK + 5, len(RANGES))
    assert (draws(RANGES, 7, 0, 100) == whole[:100]).all()
    assert (draws(RANGES, 7, CHUNK, 2 * CHUNK) == whole[CHUNK : 2 * CHUNK]).all()
    assert (draws(RANGES, 7, 2 * CHUNK, 2 * CHUNK + 5) == whole[2 * CHUNK :]).all()


def test_more_draws_than_there_are_points_are_refused() -> None:
    with pytest.raises(SimulationError, match="1073741825 draws are more than there are points -> ask for fewer"):
        draws(RANGES, 1, 2**30, 2**30 + 1)


def test_another_seed_is_another_sample() -> None:
    assert (draws(RANGES, 1, 0, 64) != draws(RANGES, 2, 0, 64)).any(axis=0).all()


def test_draws_follow_their_distribution() -> None:
    found = draws(RANGES, 1, 0, CHUNK)
    for each, column in zip(RANGES, found.T, strict=True):
        low, high = float(each.low), float(each.high)
        mode = (low + high) / 2 if each.mode is None else float(each.mode)
        assert low <= column.min() < low + 0.02 * (high - low)
        assert high - 0.02 * (high - low) < column.max() <= high
        assert column.mean() == pytest.approx((low + mode + high) / 3, abs=1e-3 * (high - low))
        below = 0.5 if each.mode is None else (mode - low) / (high - low)
        assert (column < mode).mean() == pytest.approx(below, abs=2e-3)


def test_the_numbers_for_the_kernel_are_those_of_the_exact_plan_of_each_draw() -> None:
    made = batch(PLAN, Fraction(80))
    inputs = draws(RANGES, 3, 0, 50)
    places, values = made.changes(inputs)
    assert made.straight
    for row, changed in zip(inputs, values, strict=True):
        exact = [float(each) for each in numbers(drawn(PLAN, [Fraction(each) for each in row]), Fraction(80)).data]
        data = made.data.copy()
        data[places] = changed
        assert data.tolist() == pytest.approx(exact, rel=1e-14, abs=1e-14)
        asked = made.of_lines("proposed", inputs[:1])[0]
    assert asked.tolist() == pytest.approx([float(inputs[0, 3]) * 100, 10, 20])


def test_a_factor_on_what_is_asked_moves_a_maximum_that_the_plan_does_not_give() -> None:
    one = [each.low for each in RANGES]
    police, om, care = drawn(PLAN, one).lines
    assert (police.proposed, police.upper, police.weight) == (90, 90, 1)
    assert (om.proposed, om.upper) == (10, 5)
    assert (care.minimum, care.upper) == (Fraction("0.9"), 18)


def test_a_rule_that_is_stated_once_for_every_partner_is_drawn_for_all_of_them() -> None:
    def line(name: str, who: str, tag: str) -> Line:
        return Line(id=name, partner=who, proposed=Fraction(10), tags=(tag,))

    up, down = (Selector((Condition(tags=(tag,)),)) for tag in ("up", "down"))
    rule = Proportional(id="follows", per="partner", upstream=up, downstream=down, at_least=Fraction("0.5"))
    plan = Plan(
        id="per",
        lines=tuple(line(f"{who}-{tag}", who, tag) for who in ("a", "b") for tag in ("up", "down")),
        constraints=(rule,),
        uncertain=(between("0.5", "1.5", path="constraints.follows.proportional.at_least"),),
    )
    made = batch(plan, Fraction(20))
    assert made.straight
    assert len(made.rows) == 3
    _, values = made.changes(np.array([[0.75], [1.25]]))
    assert values.tolist() == [[0.75, 0.75], [1.25, 1.25]]


def test_a_draw_that_leaves_a_minimum_above_its_maximum_is_one_in_which_nothing_fits() -> None:
    line = Line(id="a", partner="a", proposed=Fraction(10), minimum=Fraction(10))
    other = Line(id="b", partner="b", proposed=Fraction(10))
    plan = Plan(id="tight", lines=(line, other), uncertain=(between("0.5", "1.5", of=lines("a"), field="proposed"),))
    with pytest.raises(InfeasibleError) as refused:
        allocate(drawn(plan, [Fraction(1, 2)]), Fraction(20))
    assert {row.label for row in refused.value.conflict} == {"a.minimum", "a.maximum"}


@pytest.mark.parametrize(
    "wrong",
    [
        between("1", "2", path="constraints.other.proportional.at_least"),
        between("1", "2", path="constraints.follows.level.at_least"),
        between("1", "2", path="constraints.share.level.at_most"),
        between("1", "2", path="lines.police.name"),
        between("1", "2", path="title"),
        between("1", "2", of=partner("nobody"), field="proposed"),
        between("1", "2", of=partner("police"), field="name"),
    ],
)
def test_an_input_that_the_plan_does_not_have_is_refused(wrong: Uncertain) -> None:
    plan = Plan(id="wrong", lines=PLAN.lines, constraints=PLAN.constraints, uncertain=(wrong,))
    with pytest.raises(SimulationError):
        batch(plan, Fraction(80))


def test_a_plan_that_calls_nothing_uncertain_is_refused() -> None:
    with pytest.raises(SimulationError, match="calls nothing uncertain"):
        batch(Plan(id="certain", lines=PLAN.lines), Fraction(80))


def test_a_plan_with_more_rules_and_lines_than_dictionaries_hold_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flessenhals.solver.simulation.batch.LARGEST", 8)
    with pytest.raises(SimulationError, match="has 3 rules over 3 lines, too many to draw"):
        batch(PLAN, Fraction(80))


def test_the_numbers_of_the_pact_plan_are_its_own_where_nothing_is_drawn() -> None:
    plan = load()
    made = batch(plan, Fraction(300))
    places, _ = made.changes(draws(plan.uncertain, 1, 0, 1))
    exact = np.array([float(each) for each in numbers(plan, Fraction(300)).data])
    kept = np.setdiff1d(np.arange(len(exact)), places)
    assert (made.data[kept] == exact[kept]).all()


PERCENT = """
schema: 1
plan: percent
lines:
  - {id: a, partner: p, proposed: 100, minimum: 50%, maximum: 120%}
  - {id: b, partner: q, proposed: 100, minimum: 25%}
  - {id: c, partner: q, proposed: 100, minimum: 30, maximum: 90%}
"""
INPUTS = (
    "{path: lines.a.proposed, low: 40, high: 60}",
    "{of: {partner: q}, field: proposed, low: 80%, high: 120%}",
    "{of: all, field: minimum, low: 90%, high: 110%}",
    "{path: lines.a.minimum, low: 10, high: 20}",
    "{of: a, field: maximum, low: 100%, high: 110%}",
    "{path: lines.c.maximum, low: 70, high: 75}",
    "{of: a, field: proposed, low: 90%, high: 95%}",
)


def test_bounds_in_percent_follow_the_proposal_that_is_drawn_as_with_set(tmp_path: Path) -> None:
    file = tmp_path / "plan.yaml"
    file.write_text(f"{PERCENT}uncertain: [{INPUTS[0]}]\n", encoding="utf-8")
    for amount in (40, 51, 60):
        (line, *_) = drawn(load(file), [Fraction(amount)]).lines
        assert (line.minimum, line.upper) == (Fraction(amount, 2), Fraction(amount) * Fraction(6, 5))
        assert line == load(file, changes=(f"lines.a.proposed={amount}",)).lines[0]


def test_bounds_in_percent_are_the_same_for_the_kernel_and_for_the_proofs(tmp_path: Path) -> None:
    file, random = tmp_path / "plan.yaml", Random(4)
    for _ in range(40):
        chosen = random.sample(INPUTS, random.randint(1, len(INPUTS)))
        file.write_text(f"{PERCENT}uncertain: [{', '.join(chosen)}]\n", encoding="utf-8")
        plan = load(file)
        made, inputs = batch(plan, Fraction(200)), draws(plan.uncertain, 3, 0, 8)
        places, values = made.changes(inputs)
        for row, changed in zip(inputs, values, strict=True):
            one = drawn(plan, [Fraction(each) for each in row])
            data = made.data.copy()
            data[places] = changed
            exact = [float(each) for each in numbers(one, Fraction(200)).data]
            assert data.tolist() == pytest.approx(exact, rel=1e-14, abs=1e-14)
