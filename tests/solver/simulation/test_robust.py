"""The split that strands least: proved, within the plan, at the same value, and with the best coverage there is."""

from fractions import Fraction

import pytest

from flessenhals.constraints import Proportional
from flessenhals.constraints.selector import lines
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.plan.plan import Line, Plan, Uncertain
from flessenhals.solver.simulation import robust as robustness
from flessenhals.solver.simulation.robust import MEASURES, Measure, robust

# As it stands 100 upstream asks 10 downstream; in the worst draw it asks 20. The ceiling is one that keeps both short.
PLAN = Plan(
    id="chain",
    lines=(
        Line(id="up", partner="up", proposed=Fraction(100)),
        Line(id="down", partner="down", proposed=Fraction(10), maximum=Fraction(30)),
        Line(id="other", partner="other", proposed=Fraction(100)),
    ),
    constraints=(Proportional(id="follows", upstream=lines("up"), downstream=lines("down"), at_least=Fraction("0.1")),),
    uncertain=(Uncertain(low=Fraction("0.1"), high=Fraction("0.2"), path="constraints.follows.proportional.at_least"),),
)


@pytest.fixture(autouse=True)
def _few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(robustness, "CHOSEN_OVER", 16)


@pytest.mark.parametrize("measure", MEASURES)
def test_it_strands_least_keeps_the_plan_and_has_the_optimal_value(measure: Measure) -> None:
    found = robust(PLAN, Fraction(105), measure, 512)
    assert found.before.stranded.mean > 10
    assert found.after.stranded.mean < 0.5
    assert sum(found.amounts.values()) == found.nominal.total == 105
    assert found.amounts["down"] >= found.amounts["up"] * Fraction("0.1")
    assert found.chosen.faults() == []
    assert found.to_dict()["certificate"]["verified"]


def test_among_the_splits_that_strand_least_it_has_the_best_coverage() -> None:
    found = robust(PLAN, Fraction(105), "worst", 512)
    highest = found.amounts["down"] / found.amounts["up"]  # the ratio of the worst draw that it was chosen over
    assert Fraction("0.18") < highest < Fraction("0.2")
    assert found.amounts["up"] == found.amounts["other"]
    nominal, lowest = found.nominal.lowest_coverage, found.lowest_coverage
    assert nominal is not None
    assert lowest is not None
    assert lowest < nominal


def test_where_everything_fits_there_is_nothing_to_choose() -> None:
    found = robust(PLAN, Fraction(230), "mean", 64)
    assert found.amounts == found.nominal.amounts == {"up": 100, "down": 30, "other": 100}


def test_the_mean_of_the_worst_tenth_lies_between_the_mean_and_the_worst() -> None:
    plan = Plan(
        id="short",
        lines=(PLAN.lines[0], Line(id="down", partner="down", proposed=Fraction(12)), PLAN.lines[2]),
        constraints=PLAN.constraints,
        uncertain=PLAN.uncertain,
    )
    stranded = {measure: robust(plan, Fraction(200), measure, 512).after.stranded for measure in MEASURES}
    assert stranded["mean"].mean <= stranded["p90"].mean + 1e-9
    assert stranded["worst"].p95 <= stranded["mean"].p95 + 1e-9


def test_nothing_fits_is_said_as_elsewhere() -> None:
    plan = Plan(
        id="tight",
        lines=(Line(id="up", partner="up", proposed=Fraction(100), minimum=Fraction(50)), PLAN.lines[1]),
        constraints=PLAN.constraints,
        uncertain=PLAN.uncertain,
    )
    with pytest.raises(InfeasibleError):
        robust(plan, Fraction(20), "mean", 64)


def test_progress_ends_at_one_and_it_has_a_frame() -> None:
    told: list[float] = []
    found = robust(PLAN, Fraction(105), "mean", 64, watch=told.append)
    assert told == pytest.approx([1 / 3, 1])
    assert found.frame().loc["up", "robust"].item() < found.frame().loc["up", "nominal"].item()
