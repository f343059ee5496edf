"""Printed totals that cannot be the rounding of their parts: found, the fewest of them, and only where it is so."""

from fractions import Fraction
from itertools import combinations, product
from random import Random

import pytest

from flessenhals.constraints.selector import EVERYTHING, lines
from flessenhals.solver.claims.plan import CannotBePrinted, NoFewerContradict
from flessenhals.solver.plan.line import Line, StatedTotal
from flessenhals.solver.plan.plan import Plan
from flessenhals.solver.rounding.printed import PrintedFigure, cannot_be_printed, printed_figures

F = Fraction


def plan_of(amounts: dict[str, str], *totals: StatedTotal) -> Plan:
    return Plan(
        id="printed",
        unit="EUR million",
        lines=[Line(id=name, partner="p", proposed=F(amount)) for name, amount in amounts.items()],
        constraints=(),
        totals=totals,
    )


def total(proposed: str, *of: str, to: str | None = "0.1") -> StatedTotal:
    selector = lines(*of) if of else EVERYTHING
    return StatedTotal(of=selector, proposed=F(proposed), printed_to=None if to is None else F(to))


def named(plan: Plan) -> list[int | str]:
    found = cannot_be_printed(plan)
    assert found is not None
    assert found.fewest
    return [each.lines[0] if each.total is None else each.total for each in found.figures]


def test_a_total_that_is_off_by_less_than_all_roundings_together_can_be() -> None:
    # 0.14 + 0.14 = 0.28: printed 0.1, 0.1 and 0.3.
    assert cannot_be_printed(plan_of({"a": "0.1", "b": "0.1"}, total("0.3"))) is None


def test_a_total_that_is_off_by_more_than_all_roundings_together_cannot() -> None:
    assert named(plan_of({"a": "0.1", "b": "0.1"}, total("0.4"))) == [0, "a", "b"]


def test_three_totals_are_named_rather_than_five_figures() -> None:
    totals = (total("3.0", "a", "b"), total("3.0", "c", "d"), total("7.0"))
    assert named(plan_of({"a": "1.5", "b": "1.5", "c": "1.5", "d": "1.5"}, *totals)) == [0, 1, 2]


def test_a_line_that_is_finer_than_the_step_of_its_total_is_exact() -> None:
    # 12.34 is not rounded to tenths: 12.34 + 7.6 is at least 19.89, which is no 19.8.
    assert named(plan_of({"a": "12.34", "b": "7.6"}, total("19.8"))) == [0, "a", "b"]
    assert cannot_be_printed(plan_of({"a": "12.34", "b": "7.6"}, total("19.9"))) is None


def test_a_total_that_is_exact_is_no_printed_figure() -> None:
    assert cannot_be_printed(plan_of({"a": "1", "b": "1"}, total("2", to=None))) is None


def test_amounts_are_never_below_zero() -> None:
    # b asks nothing and is printed 0.0, so a cannot be larger than the total.
    assert named(plan_of({"a": "1.0", "b": "0.0"}, total("0.9", to="0.01"))) == [0, "a"]


@pytest.mark.parametrize("seed", range(25))
def test_the_fewest_are_named_of_random_figures(seed: int) -> None:
    """Totals of two pairs and of all, to whole units: amounts in halves are enough to try, because pairs nest."""
    rng = Random(seed)
    amounts = {name: str(rng.randint(0, 3)) for name in "abcd"}
    sums = [sum(int(amounts[name]) for name in group) for group in ("ab", "cd", "abcd")]
    stated = [str(max(0, each + rng.choice([-3, -2, -1, 0, 1, 2, 3]))) for each in sums]
    plan = plan_of(
        amounts, total(stated[0], "a", "b", to="1"), total(stated[1], "c", "d", to="1"), total(stated[2], to="1")
    )
    figures = printed_figures(plan)
    found = cannot_be_printed(plan)
    contradicting = (size for size in range(1, 8) if any(_apart(few) for few in combinations(figures, size)))
    assert (None if found is None else len(found.figures)) == next(contradicting, None)
    if found is not None:
        assert _apart(found.figures)
        assert CannotBePrinted(found.figures).holds(plan, None)
        assert NoFewerContradict(len(found.figures)).holds(plan, None)


def _apart(figures: tuple[PrintedFigure, ...]) -> bool:
    near = {each.lines[0]: each.printed for each in figures if each.total is None}
    tried = [
        [near[name] + F(n, 2) for n in (-1, 0, 1)] if name in near else [F(n, 2) for n in range(28)] for name in "abcd"
    ]
    named_lines = {name for each in figures for name in each.lines}
    ranges = [values if name in named_lines else [F(0)] for name, values in zip("abcd", tried, strict=True)]
    sums = [[F(0)], [F(0)]]
    for place, pair in enumerate((ranges[:2], ranges[2:])):
        own = [each for each in figures if each.total == place]
        fits = {
            a + b
            for a, b in product(*pair)
            if min(a, b) >= 0 and all(abs(a + b - each.printed) <= F(1, 2) for each in own)
        }
        sums[place] = sorted(fits)
    grand = [each for each in figures if each.total == 2]
    return not any(all(abs(a + b - each.printed) <= F(1, 2) for each in grand) for a, b in product(*sums))
