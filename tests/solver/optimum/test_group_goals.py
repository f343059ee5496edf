"""Stages that speak of some lines, or of groups: first as much as possible for these, and as even as possible."""

from fractions import Fraction
from pathlib import Path
from random import Random

import pytest
from drawn.plans import random_ceiling, random_plan
from judge import asked

from flessenhals.constraints.constraint import own
from flessenhals.constraints.row import Row
from flessenhals.constraints.selector import Condition, Selector
from flessenhals.data.plans.reader import load, loads
from flessenhals.data.source.errors import InputError
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.optimum.allocation import Allocation
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.plan.group_goal import GroupGoal, groups_by
from flessenhals.solver.plan.plan import Plan
from flessenhals.solver.program.linear_program import splits
from flessenhals.solver.program.prove import prove_solvable
from flessenhals.solver.sensitivity.ladder.ladder import ladder

PLAN = """\
schema: 1
plan: groups
objective: {objective}
lines:
  - {{id: a1, partner: a, programme: law, proposed: 10, minimum: 10}}
  - {{id: a2, partner: a, programme: law, proposed: 30}}
  - {{id: b, partner: b, programme: help, proposed: 40}}
  - {{id: c, partner: c, programme: help, proposed: 20}}
uncertain: [{{path: lines.c.proposed, low: 15, high: 25}}]
"""


def split(objective: str, ceiling: int) -> dict[str, Fraction]:
    found = allocate(loads(PLAN.format(objective=objective)), Fraction(ceiling))
    assert found.faults() == []
    return dict(found.amounts)


def test_first_as_much_as_possible_for_these_then_for_all() -> None:
    assert split("[{value: {programme: help}}, value, coverage]", 80) == {"a1": 10, "a2": 10, "b": 40, "c": 20}
    assert split("[{value: c}, {value: b}, value, coverage]", 45) == {"a1": 10, "a2": 0, "b": 15, "c": 20}


def test_the_coverage_of_partners_is_raised_from_the_bottom_up_before_that_of_their_lines() -> None:
    by_line = split("[value, coverage]", 50)
    by_partner = split("[value, {coverage: partner}, coverage]", 50)

    assert by_line == {"a1": 10, "a2": Fraction(40, 3), "b": Fraction(160, 9), "c": Fraction(80, 9)}
    assert by_partner == {"a1": 10, "a2": 10, "b": 20, "c": 10}


def test_a_group_that_meets_its_maximum_leaves_the_rest_to_the_others() -> None:
    plan = loads(PLAN.format(objective="[value, {coverage: partner}, coverage]"), changes=["lines.b.maximum=10"])

    assert allocate(plan, Fraction(50)).amounts == {"a1": 10, "a2": Fraction(50, 3), "b": 10, "c": Fraction(40, 3)}


def test_what_is_no_stage_is_refused() -> None:
    for objective, said in (
        ("[{value: nobody}]", "'nobody' is not a line of this plan"),
        ("[{coverage: year}]", "objective 'year' is not known here"),
        ("[{coverage: partner, value: a1}]", "is no stage -> write"),
        ("[{worth: a1}]", "is no stage -> write"),
        ("[{value: {partner: a, programme: help}}]", "a stage selects no line"),
        ("[{value: b}, {value: b}]", "a stage stands twice"),
    ):
        with pytest.raises(InputError) as refused:
            loads(PLAN.format(objective=objective))
        assert said in str(refused.value)


def best_elsewhere(found: Allocation, by: str) -> list[str]:
    """The groups that could get more while none that is covered no better gets less: none in a leximin."""
    plan = found.plan
    groups = groups_by(plan.lines, by)  # type: ignore[arg-type]  # one of them
    given = {name: sum(found.amounts[line.id] for line in its) for name, its in groups.items()}
    covered = {name: given[name] / sum(line.proposed for line in its) for name, its in groups.items()}
    value = {line.id: line.weight for line in plan.lines if line.weight}
    space = splits(plan, found.ceiling).keeping([Row(own("kept"), "stage", value, ">=", found.value)])
    wrong = []
    for name, its in groups.items():
        held = [
            Row(own(other, "held"), "stage", {line.id: Fraction(1) for line in groups[other]}, ">=", given[other])
            for other in groups
            if covered[other] <= covered[name]
        ]
        most = prove_solvable(space.keeping(held).asking("more", {line.id: Fraction(1) for line in its})).optimum
        if most > given[name]:
            wrong.append(name)
    return wrong


@pytest.mark.parametrize("seed", range(30))
def test_no_group_could_get_more_without_one_that_is_covered_no_better_getting_less(seed: int) -> None:
    random = Random(seed)
    drawn = random_plan(random, most_lines=8)
    by = random.choice(["partner", "programme"])
    plan = Plan(
        id="drawn", lines=drawn.lines, constraints=drawn.constraints, objective=("value", GroupGoal(by=by), "coverage")
    )
    try:
        found = allocate(plan, random_ceiling(random, plan))
    except InfeasibleError:
        return

    assert found.faults() == []
    assert best_elsewhere(found, by) == []


@pytest.mark.parametrize("seed", range(12))
def test_a_ladder_says_what_a_split_of_any_ceiling_says(seed: int) -> None:
    random = Random(seed)
    drawn = random_plan(random, most_lines=6)
    some = Selector((Condition(line=(random.choice(drawn.lines).id,)),))
    stage = (GroupGoal(by="partner"), GroupGoal(by="programme"), GroupGoal(of=some))[seed % 3]
    plan = Plan(id="drawn", lines=drawn.lines, constraints=drawn.constraints, objective=("value", stage, "coverage"))
    try:
        steps = ladder(plan)
    except InfeasibleError:
        return
    for _ in range(5):
        ceiling = steps.steps[0].ceiling + plan.proposed * Fraction(random.randint(0, 20), 20)
        assert steps.at(ceiling) == allocate(plan, ceiling).amounts


@pytest.mark.parametrize("objective", ["[{value: b}, value, coverage]", "[value, {coverage: programme}, coverage]"])
@pytest.mark.parametrize(
    "command",
    [
        ["allocate", "50"],
        ["whatif", "40", "50"],
        ["ladder"],
        ["bottlenecks", "50"],
        ["bottlenecks", "50", "--line", "b", "--within", "1%"],
        ["compare", "--slice", "50%"],
        ["simulate", "50", "--samples", "20"],
        ["check"],
        ["diff", "40", "50"],
        ["brief", "50", "-o", "-", "-f", "md"],
        ["brief", "50", "-o", "brief.xlsx"],
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_command_knows_these_stages(
    command: list[str], objective: str, language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plan.yaml").write_text(PLAN.format(objective=objective), encoding="utf-8")

    answer = asked([*command, "--plan", "plan.yaml", "--lang", language])

    assert answer.code == 0, answer.err


def test_the_stage_may_be_set_on_the_command_line() -> None:
    plan = load(changes=["objective=[{value: {programme: prevention}}, value, coverage]"])

    assert isinstance(plan.objective[0], GroupGoal)
