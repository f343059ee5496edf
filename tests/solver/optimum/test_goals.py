"""A stage of the objective says what can be done with it; whatever it does not say is refused by its name."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

import pytest

from flessenhals.briefing.text.words import WORDS
from flessenhals.constraints import Proportional
from flessenhals.constraints.selector import lines
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.optimum.objective import goals
from flessenhals.solver.optimum.objective.objectives import Objective, Stage, best
from flessenhals.solver.plan.plan import Line, Plan, Uncertain
from flessenhals.solver.program.certificate import Certificate
from flessenhals.solver.program.errors import NoCurveError
from flessenhals.solver.program.linear_program import LinearProgram
from flessenhals.solver.sensitivity.ladder.ladder import ladder
from flessenhals.solver.sensitivity.prices import price
from flessenhals.solver.sensitivity.ratios.ratios import ratios
from flessenhals.solver.simulation.simulation import simulate

F = Fraction
PLAN = Plan(
    id="chain",
    lines=(
        Line(id="up", partner="p", proposed=F(100)),
        Line(id="down", partner="q", proposed=F(20), weight=F(2)),
    ),
    constraints=(Proportional(id="follows", upstream=lines("up"), downstream=lines("down"), at_least=F(1, 10)),),
    uncertain=(Uncertain(low=F(15), high=F(25), path="lines.down.proposed"),),
)


class FirstLine(Objective):
    """As much as possible for the first line of the plan: a stage that says nothing else of itself."""

    name = "first-line"

    def narrow(
        self, plan: Plan, space: LinearProgram, prove: Callable[[LinearProgram], Certificate]
    ) -> tuple[list[Stage], LinearProgram]:
        """The largest amount of the first line."""
        return best(space.asking(self.name, {plan.lines[0].id: F(1)}), prove)


@pytest.fixture
def plan(monkeypatch: pytest.MonkeyPatch) -> Plan:
    monkeypatch.setitem(goals.OBJECTIVES, "first-line", FirstLine())
    return replace(PLAN, objective=("first-line", "value", "coverage"))


def test_a_stage_of_ones_own_is_proved_like_any_other(plan: Plan) -> None:
    split = allocate(plan, F(66))
    assert split.amounts == {"up": 60, "down": 6}
    assert split.to_dict()["certificate"]["stages"][:2] == ["first-line", "value"]
    assert split.faults() == []


def test_a_split_that_one_of_its_stages_decides_is_followed_whatever_comes_first(plan: Plan) -> None:
    assert [step.ceiling for step in ladder(plan).steps] == [0, 110, 120]
    (ceiling,) = [each.row for each in allocate(plan, F(66)).constraints if each.row.id.is_ceiling]
    assert price(plan, F(66), ceiling).relax.price == F(12, 11)


def test_a_course_that_a_stage_does_not_give_is_refused_by_its_name(plan: Plan) -> None:
    with pytest.raises(NoCurveError, match="what the stage first-line reaches cannot be followed"):
        ratios(plan, F(66))


def test_where_no_stage_decides_there_is_neither_ladder_nor_price(plan: Plan) -> None:
    many = replace(plan, objective=("first-line",))
    with pytest.raises(NoCurveError, match="more than one best split"):
        ladder(many)
    (ceiling,) = [each.row for each in allocate(many, F(66)).constraints if each.row.id.is_ceiling]
    with pytest.raises(NoCurveError, match="first-line leaves many splits"):
        price(many, F(66), ceiling)


def test_draws_of_which_the_kernel_knows_a_stage_nothing_of_are_solved_exactly(plan: Plan) -> None:
    found = simulate(plan, F(66), samples=8)
    assert found.proved == 8
    assert found.lines["up"].mean == pytest.approx(60)


@pytest.mark.parametrize("name", goals.OBJECTIVES)
@pytest.mark.parametrize(
    ("key", "file"),
    [("stage {}", "paper/grounds.py"), ("goal {}", "paper/workbook.py"), ("for {}", "proposals/moves.py")],
)
def test_every_stage_has_its_words(name: str, key: str, file: str) -> None:
    assert key.format(name) in WORDS, f"briefing/text/words/{file}: no '{key.format(name)}'"
