"""The first year in which every line that runs gets all that it asks."""

import pytest

from flessenhals.amounts import ceiling_of
from flessenhals.data.plans.reader import loads
from flessenhals.solver.optimum.dated.how_soon import HowSoon, how_soon
from flessenhals.solver.optimum.divide import allocate


def soon(text: str) -> HowSoon:
    plan = loads("schema: 1\nplan: soon\n" + text)
    path = ceiling_of(plan, "path")
    found = allocate(plan, path).how_soon  # type: ignore[arg-type]
    assert found == how_soon(plan, path)  # type: ignore[arg-type]
    assert found is not None
    return found


def test_what_later_years_ask_in_vain_does_not_take_away_the_year_before() -> None:
    assert soon("""
years: {first: 2022, last: 2024}
ceilings: {path: 20}
lines: [{id: police, partner: police, proposed: {2022: 12, 2024: 24}}]
""") == HowSoon(2022)


def test_a_rise_that_must_go_on_beyond_every_maximum_does_not_take_away_the_years_before() -> None:
    assert soon("""
years: {first: 2022, last: 2023}
ceilings: {path: 20}
lines: [{id: police, partner: police, proposed: 4}]
constraints: [{id: rise, build_up: {of: police, at_least: 1, at_most: 1}}]
""") == HowSoon(2025)


@pytest.mark.parametrize("later", ["any", 30])
def test_money_that_is_saved_up_can_pay_a_year_that_the_ceiling_cannot(later: object) -> None:
    assert soon(f"""
years: {{first: 2022, last: 2023}}
shift: {{later: {later}}}
ceilings: {{path: 10}}
lines: [{{id: police, partner: police, proposed: 25}}]
""") == HowSoon(2024)


def test_where_no_year_can_have_it_the_reason_is_named() -> None:
    assert (
        soon("""
years: {first: 2022, last: 2023}
ceilings: {path: 10}
lines: [{id: police, partner: police, proposed: 25}]
""").year
        is None
    )
