"""Ids that people choose may look like what the solver calls its own, and change no answer."""

import pickle
from fractions import Fraction

import pytest
from named import CEILING, maximum_of, minimum_of, rule

from flessenhals.constraints import Level, Proportional
from flessenhals.constraints.constraint import Constraint, in_year
from flessenhals.constraints.selector import lines
from flessenhals.solver.comparison.comparison import compare
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.plan.plan import Goal, Line, Plan
from flessenhals.solver.plan.proposal import Proposal
from flessenhals.solver.sensitivity.bottlenecks import bottlenecks
from flessenhals.solver.sensitivity.ladder.ladder import ladder

F = Fraction
ORDERS: list[tuple[Goal, ...]] = [("value", "coverage"), ("coverage", "value")]
PLAIN = {name: name for name in ("a", "b", "c", "cap", "follows")}
ALIKE = [
    {"a": "a", "b": "b", "c": "c", "cap": "a-minimum", "follows": "b-maximum"},
    {"a": "value", "b": "coverage", "c": "unasked", "cap": "coverage", "follows": "value"},
    {"a": "lowest-coverage", "b": "level", "c": "line", "cap": "total", "follows": "splits"},
    {"a": "own", "b": "rule", "c": "shift", "cap": "own", "follows": "line"},
]


def plan(called: dict[str, str], objective: tuple[Goal, ...]) -> Plan:
    a, b, c = called["a"], called["b"], called["c"]
    return Plan(
        id="alike",
        objective=objective,
        lines=(
            Line(id=a, partner="p", proposed=F(10), minimum=F(8)),
            Line(id=b, partner="q", proposed=F(10), weight=F(2)),
            Line(id=c, partner="r", proposed=F(6)),
        ),
        constraints=(
            Level(id=called["cap"], of=lines(b), at_most=F(9)),
            Proportional(id=called["follows"], upstream=lines(b), downstream=lines(c), at_least=F(1, 3)),
        ),
    )


def told(called: dict[str, str], objective: tuple[Goal, ...]) -> list[object]:
    """Everything that is said of a plan, by figures and by kinds of constraints, in its order and without any name."""
    asked, ceiling = plan(called, objective), F(20)
    binding = bottlenecks(asked, ceiling)
    amounts = {line.id: amount for line, amount in zip(asked.lines, (F(9), F(9), F(1)), strict=True)}
    held = compare(asked, Proposal(name="proposal", amounts=amounts), ceiling)
    return [
        list(allocate(asked, ceiling).amounts.values()),
        [(each.row.kind, each.row.right_hand_side, each.price, each.relief.value) for each in binding.found],
        [(each.down.same_until, each.up.same_until, each.up.ends) for each in binding.ratios],
        [(step.ceiling, [*step.amounts.values()], [each.of for each in step.binding]) for step in ladder(asked).steps],
        [(move.amount, getattr(move.because, "of", move.because)) for move in (*held.to_nearest, *held.to_optimum)],
        [(trace.amount, len(trace.links)) for trace in held.traces],
    ]


@pytest.mark.parametrize("objective", ORDERS)
@pytest.mark.parametrize("called", ALIKE)
def test_no_id_changes_an_answer(called: dict[str, str], objective: tuple[Goal, ...]) -> None:
    assert told(called, objective) == told(PLAIN, objective)


def test_a_rule_a_group_and_a_bound_of_one_label_are_three_constraints() -> None:
    alike = [minimum_of("a"), rule("a", side="minimum"), rule("a", group="minimum"), rule("a.minimum")]
    assert {str(each) for each in alike} == {"a.minimum"}
    assert len(set(alike)) == len(alike)
    assert rule("ceiling") != CEILING
    assert maximum_of("a") != maximum_of(in_year("a", 2023))


def test_a_line_in_one_year_knows_its_line_and_its_year_on_any_machine() -> None:
    there = pickle.loads(pickle.dumps(in_year("nfi", 2023)))  # noqa: S301 - our own bytes
    assert (there, there.line, there.year) == ("nfi@2023", "nfi", 2023)
    assert minimum_of(there) == Constraint("line", "nfi", "minimum", year=2023)
    assert minimum_of("nfi") == Constraint("line", "nfi", "minimum")
