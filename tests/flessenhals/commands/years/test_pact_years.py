"""The Pact plan over several years: the answers that were worked out by hand, exactly."""

from dataclasses import replace
from fractions import Fraction

from flessenhals.amounts import ceiling_of
from flessenhals.constraints.ceiling import Path
from flessenhals.data.plans.reader import EMBEDDED, load
from flessenhals.solver.optimum.allocation import Allocation
from flessenhals.solver.optimum.dated.series import Series
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.sensitivity.bottlenecks import bottlenecks
from flessenhals.solver.sensitivity.ladder.ladder import ladder

F = Fraction
PLAN = "pact-2021-build-up"
COURTS = "constraints.judges.build_up"


def answer(*changes: str, scenario: str | None = None, last: int = 2026) -> Allocation:
    plan = load(PLAN, scenario=scenario, changes=[f"years.last={last}", *changes])
    return allocate(plan, ceiling_of(plan, "build-up"))


def totals(found: Allocation) -> list[F]:
    return list(Series(found).total.values())


def test_the_plan_has_the_lines_and_rules_of_the_plan_of_one_year() -> None:
    one = load()
    years = load(PLAN).years
    assert years is not None
    assert [replace(each.in_year(2022), id=each.line.id, year=None) for each in years.lines] == list(one.lines)
    assert [dated.rule for dated in years.rules] == list(one.constraints)


def test_a_plan_that_ships_is_called_by_its_name() -> None:
    assert load("pact-2021") == load() == load(EMBEDDED)


def test_with_no_more_than_the_path_every_year_is_spent() -> None:
    found = answer()
    assert totals(found) == [100, 200, 300, 400, 400]
    assert list(Series(found).lowest_coverage.values()) == [F(17, 92), F(21, 46), F(67, 92), 1, 1]


def test_the_courts_grow_by_one_a_year_and_money_stays() -> None:
    found = answer(scenario="recruitment")
    assert totals(found) == [100, 200, 300, 327, 350]
    assert list(Series(found).lowest_coverage.values()) == [F(n, 11) for n in range(1, 6)]
    assert list(Series(found).unspent.values()) == [0, 0, 0, 73, 50]
    assert found.total == 1277


def test_money_that_may_be_used_later_buys_nothing_where_people_are_short() -> None:
    found = answer("shift.later=any", scenario="recruitment")
    assert found.total == 1277
    assert set(Series(found).shift.values()) == {0}


def test_a_head_start_of_a_tenth_is_worth_4_6() -> None:
    found = answer(f"{COURTS}.start=0.1", scenario="recruitment")
    assert totals(found) == [100, 200, 300, F("329.3"), F("352.3")]
    assert found.value - answer(scenario="recruitment").value == F("4.6")


def test_where_the_courts_follow_a_year_later_the_last_year_carries_itself() -> None:
    assert totals(answer(scenario="a-year-later")) == [100, 200, 300, 349, 350]


def test_the_agenda_for_the_main_ports_over_seven_years() -> None:
    found = answer(scenario="harbour", last=2028)
    assert list(Series(found).allocated["mainports-other"].values()) == [28, *[35] * 6]
    assert list(Series(found).lowest_coverage.values()) == [F(40, 333), F(133, 333), F(233, 333), 1, 1, 1, 1]


def test_without_the_agenda_the_main_ports_are_50_short() -> None:
    given = sum(Series(answer(last=2028)).allocated["mainports-other"].values())
    assert given == F(8645, 46)
    assert round(float(238 - given), 2) == 50.07


def test_the_courts_need_more_years_than_the_plan_has() -> None:
    assert totals(answer(scenario="recruitment", last=2029)) == [100, 200, 300, 327, 350, 373, 396, 397]


def test_how_soon_all_that_is_asked_can_be_had() -> None:
    soon = answer(last=2028).how_soon
    assert soon is not None
    assert soon.record() == {"year": 2025, "impossible_before": True}


def test_judges_can_carry_all_that_is_asked_eleven_years_after_none() -> None:
    soon = answer(scenario="recruitment", last=2028).how_soon
    assert soon is not None
    assert soon.year == 2032


def test_what_no_ceiling_ever_pays_for_is_never_there() -> None:
    soon = answer("ceilings.build-up=300", last=2028).how_soon
    assert soon is not None
    assert soon.year is None
    assert soon.forbidden_by == ("ceiling",)


def test_a_head_start_of_one_is_worth_46_and_shifting_money_is_too() -> None:
    plan = load(PLAN, scenario="recruitment", changes=["years.last=2026"])
    found = bottlenecks(plan, ceiling_of(plan, "build-up"))
    judges = next(each for each in found.found if str(each.row.id) == "judges@2022")
    assert judges.price.relax.price == 46
    assert found.any_shift == 123


def test_the_ladder_of_a_path_is_the_path_at_one() -> None:
    plan = load(PLAN, changes=["years.last=2026"])
    path = ceiling_of(plan, "build-up")
    assert isinstance(path, Path)
    found = ladder(plan, path=path)
    assert {line: found.at(F(1))[line] for line in allocate(plan, path).amounts} == allocate(plan, path).amounts
    assert found.to_dict()["lowest_feasible_share"] == 0.32


def test_one_year_of_a_figure_can_be_changed() -> None:
    changed = load(PLAN, changes=["lines.tax.proposed.2024=5"]).line_by_id
    assert [changed[f"tax@{year}"].proposed for year in range(2022, 2029)] == [10, 10, 5, 10, 10, 10, 10]
