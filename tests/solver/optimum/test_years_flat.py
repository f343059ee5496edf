"""A plan with years is the plan that one would write without them, a line a year."""

from fractions import Fraction

import pytest
from drawn.dated_plans import random_tree, read, written_flat

from flessenhals.amounts import ceiling_of
from flessenhals.constraints.ceiling import EARLIER, LATER, Path
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.infeasible.irreducible import shortage
from flessenhals.solver.optimum.allocation import Allocation
from flessenhals.solver.optimum.dated.series import Series
from flessenhals.solver.optimum.divide import attempt
from flessenhals.solver.program.linear_program import constraints_of

ENOUGH = Fraction(1000)
SHORT = 40


def dated(seed: int, *, shift: bool = False) -> Allocation | InfeasibleError:
    plan = read(random_tree(seed, shift=shift))
    return attempt(plan, ceiling_of(plan, "path"))


def flat_name(line: str) -> str:
    return line.replace("@", "-")


@pytest.mark.parametrize("seeds", [range(start, start + 10) for start in range(0, SHORT, 10)], ids=str)
def test_the_split_is_that_of_the_plan_written_flat(seeds: range) -> None:
    for seed in seeds:
        found, flat = dated(seed), attempt(written_flat(random_tree(seed)), ENOUGH)
        assert isinstance(found, Allocation) == isinstance(flat, Allocation), seed
        if isinstance(found, Allocation) and isinstance(flat, Allocation):
            assert {flat_name(line): amount for line, amount in found.amounts.items()} == flat.amounts, seed
            assert not found.faults()
        elif isinstance(found, InfeasibleError):
            assert_irreducible(found)


def assert_irreducible(found: InfeasibleError) -> None:
    """Its conflict cannot be kept, and each part of it is needed."""
    assert shortage(found.conflict).optimum < 0
    for left_out in found.conflict:
        others = [row for row in found.conflict if row is not left_out]
        assert not others or shortage(others).optimum == 0


@pytest.mark.long
def test_the_split_is_that_of_the_plan_written_flat_two_hundred_times() -> None:
    test_the_split_is_that_of_the_plan_written_flat(range(200))


@pytest.mark.parametrize("seeds", [range(start, start + 10) for start in range(1000, 1000 + SHORT // 2, 10)], ids=str)
def test_what_is_shifted_is_least_and_adds_up_to_nothing(seeds: range) -> None:
    for seed in seeds:
        found = dated(seed, shift=True)
        if not isinstance(found, Allocation):
            continue
        path = found.ceiling
        assert isinstance(path, Path)
        shift = Series(found).shift
        coming = {year: shift.get(year - 1, Fraction(0)) - shift.get(year, Fraction(0)) for year in path.years}
        assert sum(coming.values()) == 0
        assert not any(
            found.shifts.get(f"{LATER}{year}") and found.shifts.get(f"{EARLIER}{year + 1}") for year in path.years
        )
        assert not found.faults()
        assert all(row.holds(found.point) for row in constraints_of(found.plan, path))


def test_money_moves_only_where_it_buys_something() -> None:
    for seed in range(20):
        tree = random_tree(seed)
        without = dated(seed)
        plan = read({**tree, "shift": {"later": "any"}})
        with_it = attempt(plan, ceiling_of(plan, "path"))
        if isinstance(without, Allocation) and isinstance(with_it, Allocation) and with_it.value == without.value:
            assert not any(Series(with_it).shift.values()), seed


def test_one_year_is_the_plan_without_years() -> None:
    for seed in range(20):
        tree = random_tree(seed)
        lines = [{**line, "proposed": 10} for line in tree["lines"] if line.pop("until", True)]  # type: ignore[attr-defined]
        rules = [rule for rule in tree["constraints"] if rule["id"] == "om-follows"]  # type: ignore[attr-defined]
        plain = {"schema": 1, "plan": "one", "lines": lines, "constraints": rules}
        one = read({**plain, "years": {"first": 2026, "last": 2026}})
        first, second = attempt(read(plain), Fraction(25)), attempt(one, ceiling_of(one, "25"))
        if not (isinstance(first, Allocation) and isinstance(second, Allocation)):
            assert isinstance(first, InfeasibleError) == isinstance(second, InfeasibleError)
            continue
        assert [line["allocated"] for line in first.to_dict()["lines"]] == [
            line["allocated"]["2026"] for line in second.to_dict()["lines"]
        ]
        assert list(first.amounts.values()) == list(second.amounts.values())
