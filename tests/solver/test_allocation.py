"""What "optimal" means, on plans small enough to work out by hand."""

from fractions import Fraction

import pytest

from flessenhals.constraints import Level, Proportional
from flessenhals.constraints.rule import Share
from flessenhals.constraints.selector import lines, partner
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.plan.plan import Goal, Line, Plan

F = Fraction


def line(name: str, proposed: int | str, **fields: object) -> Line:
    return Line(id=name, partner=name, proposed=F(proposed), **fields)  # type: ignore[arg-type]  # figures by name


def test_without_rules_every_line_gets_the_same_part_of_what_it_asks() -> None:
    plan = Plan(id="even", lines=(line("a", 60), line("b", 30), line("c", 10)))
    assert allocate(plan, F(50)).amounts == {"a": 30, "b": 15, "c": 5}


def test_a_minimum_is_met_first_and_the_rest_is_shared() -> None:
    plan = Plan(id="floor", lines=(line("a", 60), line("b", 40, minimum=F(30))))
    assert allocate(plan, F(45)).amounts == {"a": 15, "b": 30}


def test_a_heavier_weight_goes_before_even_coverage() -> None:
    plan = Plan(id="weights", lines=(line("a", 60, weight=F(2)), line("b", 40)))
    split = allocate(plan, F(70))
    assert split.amounts == {"a": 60, "b": 10}
    assert split.value == 130


def test_coverage_is_raised_from_the_bottom_once_the_lowest_is_stuck() -> None:
    capped = line("capped", 40, maximum=F(4))
    plan = Plan(id="leximin", lines=(capped, line("a", 20), line("b", 20)))
    split = allocate(plan, F(34))
    assert split.amounts == {"capped": 4, "a": 15, "b": 15}
    assert split.lowest_coverage == F(1, 10)


def test_money_that_the_chain_cannot_follow_stays_unspent() -> None:
    plan = Plan(
        id="bottleneck",
        lines=(line("police", 100), line("om", 5)),
        constraints=(
            Proportional(id="om-follows", upstream=partner("police"), downstream=lines("om"), at_least=F(1, 10)),
        ),
    )
    split = allocate(plan, F(105))
    assert split.amounts == {"police": 50, "om": 5}
    assert split.unspent == 50
    assert [each.row.label for each in split.constraints if each.binding] == ["om-follows", "om.maximum"]


def test_a_share_is_of_what_is_allocated_and_not_of_the_ceiling() -> None:
    plan = Plan(
        id="share",
        lines=(line("a", 100), line("b", 10)),
        constraints=(Level(id="b-share", of=lines("b"), at_least=Share(F(1, 4))),),
    )
    assert allocate(plan, F(100)).amounts == {"a": 30, "b": 10}


def test_a_line_that_asks_nothing_gets_nothing() -> None:
    plan = Plan(id="unasked", lines=(line("a", 10), line("spare", 0, maximum=F(8), weight=F(0))))
    assert allocate(plan, F(15)).amounts == {"a": 10, "spare": 0}


def test_a_line_that_asks_nothing_gets_no_more_than_a_rule_needs_and_shares_it_evenly() -> None:
    plan = Plan(
        id="needed",
        lines=(line("police", 40), line("x", 0, maximum=F(8), weight=F(0)), line("y", 0, maximum=F(8), weight=F(0))),
        constraints=(
            Proportional(id="follow", upstream=lines("police"), downstream=lines("x", "y"), at_least=F(1, 10)),
        ),
    )
    split = allocate(plan, F(100))
    assert split.amounts == {"police": 40, "x": 2, "y": 2}
    assert split.coverage(plan.lines[1]) is None


@pytest.mark.parametrize(
    ("objective", "amounts"),
    [
        (("value", "coverage"), {"a": 60, "b": 10}),
        (("coverage", "value"), {"a": 42, "b": 28}),
        (("coverage",), {"a": 42, "b": 28}),
        (("value",), {"a": 60, "b": 10}),
    ],
)
def test_the_stages_may_be_taken_in_another_order_or_alone(
    objective: tuple[Goal, ...], amounts: dict[str, int]
) -> None:
    plan = Plan(id="order", lines=(line("a", 60, weight=F(2)), line("b", 40)), objective=objective)
    assert allocate(plan, F(70)).amounts == amounts


def test_coverage_first_leaves_value_nothing_to_decide() -> None:
    plan = Plan(
        id="after", lines=(line("a", 10), line("extra", 0, maximum=F(3), weight=F(2))), objective=("coverage", "value")
    )
    assert allocate(plan, F(12)).amounts == {"a": 10, "extra": 0}


def test_a_plan_of_fixed_amounts_is_still_held_against_the_ceiling() -> None:
    plan = Plan(id="fixed", lines=(line("a", 5, minimum=F(5)),), objective=("coverage",))
    assert allocate(plan, F(5)).amounts == {"a": 5}
    with pytest.raises(InfeasibleError):
        allocate(plan, F(4))


def test_minimums_ten_cents_above_the_ceiling_are_infeasible_and_not_nearly_optimal() -> None:
    plan = Plan(
        id="cents",
        lines=(line("a", 50, minimum=F("16.00000005")), line("b", 50, minimum=F("16.00000005"))),
        unit="EUR million",
    )
    with pytest.raises(InfeasibleError) as caught:
        allocate(plan, F(32))
    assert caught.value.lowest_feasible_ceiling == F("32.0000001")


def test_the_lowest_feasible_ceiling_is_exact_and_just_enough() -> None:
    plan = Plan(
        id="low",
        lines=(line("police", 70, minimum=F(20)), line("om", 7)),
        constraints=(
            Proportional(id="om-follows", upstream=lines("police"), downstream=lines("om"), at_least=F(1, 3) / 10),
        ),
    )
    with pytest.raises(InfeasibleError) as caught:
        allocate(plan, F(20))
    assert caught.value.lowest_feasible_ceiling == F(62, 3)
    assert allocate(plan, F(62, 3)).unspent == 0


def test_rules_that_contradict_each_other_are_infeasible_at_every_ceiling() -> None:
    plan = Plan(
        id="never",
        lines=(line("a", 10, minimum=F(8)), line("b", 10)),
        constraints=(
            Level(id="a-small", of=lines("a"), at_most=F(5)),
            Level(id="b-large", of=lines("b"), at_least=F(2)),
        ),
    )
    with pytest.raises(InfeasibleError) as caught:
        allocate(plan, F(100))
    assert caught.value.lowest_feasible_ceiling is None
    assert [row.label for row in caught.value.conflict] == ["a-small", "a.minimum"]


def test_an_allocation_prints_and_turns_into_plain_data_and_a_frame() -> None:
    plan = Plan(id="even", lines=(line("a", 60), line("b", 40)), unit="EUR million")
    split = allocate(plan, F(50))
    assert str(split).splitlines()[0] == "even at 50.00 EUR million, optimal and proved"
    assert split.to_dict()["lines"][1] == {
        "id": "b",
        "partner": "b",
        "programme": None,
        "department": None,
        "proposed": 40.0,
        "minimum": 0.0,
        "maximum": 40.0,
        "allocated": 20.0,
        "coverage": 0.5,
        "exact": "20",
    }
    assert split.to_dict()["constraints"][0] == {"id": "ceiling", "kind": "ceiling", "binding": True, "slack": 0.0}
    assert split.frame().loc["a", "allocated"] == 30.0
