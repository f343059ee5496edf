"""A proposal held against the rules where amounts cannot be split: what is stranded and what is nearest."""

from __future__ import annotations

import sys
from dataclasses import replace
from fractions import Fraction
from itertools import product
from math import floor
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest

import flessenhals as fh
from flessenhals.constraints import Level, Proportional
from flessenhals.constraints.selector import lines
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.optimum.allocation import Allocation
from flessenhals.solver.optimum.divide import attempt
from flessenhals.solver.plan.line import Line
from flessenhals.solver.plan.plan import Plan
from flessenhals.solver.plan.proposal import Proposal

sys.path.insert(0, str(Path(__file__).parents[2] / "support"))

from drawn.whole_plans import whole_plan

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Amounts = Mapping[str, Fraction]

F = Fraction
ZERO = F(0)

COURTS = Plan(
    id="courts",
    lines=(
        Line(id="court", partner="courts", proposed=F(10), step=F(2)),
        Line(id="centre", partner="centres", proposed=F(6), smallest=F(6)),
        Line(id="police", partner="police", proposed=F(10)),
    ),
    constraints=(Proportional(id="follow", upstream=lines("police"), downstream=lines("court"), at_least=F(1, 2)),),
)


def held(plan: Plan, ceiling: int | Fraction | None = None, **amounts: int | Fraction) -> fh.Comparison:
    given = {line: F(amount) for line, amount in amounts.items()}
    return fh.compare(plan, Proposal(name="given", amounts=given), ceiling)


def test_half_a_unit_cannot_be_used_nor_what_asks_for_the_other_half() -> None:
    found = held(COURTS, court=3, centre=5, police=9)
    assert found.usable.amounts == {"court": F(2), "centre": F(0), "police": F(4)}
    assert found.stranded == {"court": F(1), "centre": F(5), "police": F(5)}
    assert found.between_units == {"court": F(1), "centre": F(5)}
    assert [(trace.stranded, trace.roots) for trace in found.traces] == [({"police": F(5)}, ("court",))]
    assert found.faults() == []


def test_the_nearest_split_is_in_whole_amounts() -> None:
    found = held(COURTS, court=3, centre=5, police=9)
    assert found.nearest is not None
    assert found.nearest.amounts == {"court": F(4), "centre": F(6), "police": F(7)}
    assert [str(move.because) for move in found.to_nearest] == ["units", "units"]


def test_of_two_splits_as_near_the_first_line_of_the_plan_is_given_more() -> None:
    plan = Plan(id="two", lines=tuple(Line(id=each, partner=each, proposed=F(4), step=F(2)) for each in "ab"))
    found = held(plan, 4, a=1, b=1)
    assert found.nearest is not None
    assert found.nearest.amounts == {"a": F(2), "b": F(2)}
    found = held(plan, 2, a=1, b=1)
    assert found.nearest is not None
    assert found.nearest.amounts == {"a": F(2), "b": F(0)}


def test_which_weights_would_do_is_not_worked_out() -> None:
    found = held(COURTS, court=4, centre=6, police=7)
    assert found.inverse is None
    assert found.to_dict()["inverse"] == {"why": "units"}


def test_where_nothing_fits_what_is_stranded_is_still_said() -> None:
    plan = replace(COURTS, lines=(*COURTS.lines[:2], replace(COURTS.lines[2], minimum=F(5))))
    found = held(plan, 8, court=3, centre=0, police=5)
    assert isinstance(found.optimum, InfeasibleError)
    assert found.nearest is None
    assert found.stranded == {"court": F(1), "police": F(1)}


def whole_only(random: Random) -> Plan:
    """Two to four lines, each in steps or from a smallest amount in steps: few enough splits to try each."""
    some = []
    for place in range(random.randint(2, 4)):
        asked, step = F(random.choice([2, 4, 5, 6, 8])), F(random.choice([1, 2, 3, F(5, 2)]))
        smallest = random.choice([None, None, asked / 2])
        weight = F(random.choice([1, 1, 2]))
        some.append(Line(id=f"l{place}", partner="p", proposed=asked, step=step, smallest=smallest, weight=weight))
    one, other = random.sample([line.id for line in some], 2)
    ratio = F(random.choice([F(1, 4), F(1, 2), 1]))
    rules: list[fh.constraints.Rule] = [
        Proportional(id="follow", upstream=lines(one), downstream=lines(other), at_least=ratio)
    ]
    if random.random() < 0.4:
        rules.append(Level(id="cap", of=lines(one, other), at_most=F(random.randint(3, 9))))
    return Plan(id="whole", lines=tuple(some), constraints=tuple(rules))


def all_of(plan: Plan, tops: Amounts) -> Iterator[dict[str, Fraction]]:
    choices = []
    for line in plan.lines:
        unit, least = line.unit or F(1), line.smallest or ZERO
        amounts = [unit * count for count in range(floor(tops[line.id] / unit) + 1)]
        choices.append([amount for amount in amounts if not amount or amount >= least])
    for chosen in product(*choices):
        yield dict(zip([line.id for line in plan.lines], chosen, strict=True))


def chained(plan: Plan, split: Amounts) -> bool:
    rule = plan.constraints[0]
    assert isinstance(rule, Proportional)
    (one,), (other,) = (each.select(plan.lines) for each in (rule.upstream, rule.downstream))
    return split[other.id] >= (rule.at_least or ZERO) * split[one.id]


def asked_of(line: Line) -> Fraction:
    return line.proposed if line.maximum is None else line.maximum


@pytest.mark.parametrize("seed", range(40))
def test_what_can_be_used_and_what_is_nearest_are_what_trying_every_split_finds(seed: int) -> None:
    random = Random(seed)
    plan = whole_only(random)
    given = {line.id: F(random.randint(0, 20), 2) for line in plan.lines}
    if not any(given.values()):
        given[plan.lines[0].id] = F(3, 2)
    ceiling = F(random.randint(2, 24), 2)
    found = fh.compare(plan, Proposal(name="drawn", amounts=given), ceiling)

    tops = {line.id: min(given[line.id], asked_of(line)) for line in plan.lines}
    used = max(
        (split for split in all_of(plan, tops) if chained(plan, split)),
        key=lambda split: (
            sum(split.values()),
            sorted(split[line] / amount for line, amount in given.items() if amount),
            list(split.values()),
        ),
    )
    assert dict(found.usable.amounts) == used

    def apart(split: Amounts, *, new: bool) -> list[Fraction]:
        moved = [abs(split[line] - amount) / (amount or 1) for line, amount in given.items() if bool(amount) != new]
        return sorted(-each for each in moved)

    fitting = [
        split
        for split in all_of(plan, {line.id: asked_of(line) for line in plan.lines})
        if chained(plan, split) and sum(split.values()) <= ceiling and all(row.holds(split) for row in plan.rule_rows)
    ]
    nearest = max(
        fitting,
        key=lambda split: (
            -sum(abs(split[line] - amount) for line, amount in given.items()),
            apart(split, new=False),
            apart(split, new=True),
            list(split.values()),
        ),
    )
    assert found.nearest is not None
    assert dict(found.nearest.amounts) == nearest
    assert found.faults() == []


def ways(plan: Plan, *, least: bool) -> Iterator[Plan]:
    """The plan with every choice made that cannot be split, as plans that can be."""
    choices = []
    for line in plan.lines:
        plain = replace(line, step=None, parts=None, smallest=None)
        highest, lowest = asked_of(line), line.minimum if least else ZERO
        if line.unit is not None:
            amounts = [line.unit * count for count in range(floor(highest / line.unit) + 1)]
            some = [
                replace(plain, minimum=amount, maximum=amount)
                for amount in amounts
                if amount >= lowest and (not amount or amount >= (line.smallest or ZERO))
            ]
        elif line.smallest:
            some = [replace(plain, maximum=ZERO)] if not lowest else []
            if max(lowest, line.smallest) <= highest:
                some.append(replace(plain, minimum=max(lowest, line.smallest)))
        else:
            some = [plain]
        choices.append(some)
    for chosen in product(*choices):
        yield replace(plan, lines=chosen)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(200))
def test_lines_that_can_be_split_beside_those_that_cannot(seed: int) -> None:
    hold_nearest(seed)


@pytest.mark.parametrize("seed", range(6))
def test_some_lines_that_can_be_split_beside_those_that_cannot(seed: int) -> None:
    hold_nearest(seed)


def hold_nearest(seed: int) -> None:
    random = Random(seed)
    plan = whole_plan(random)
    given = {line.id: F(random.randint(0, 12)) for line in plan.lines}
    if not any(given.values()):
        return
    asked = sum((line.proposed for line in plan.lines), start=ZERO)
    found = fh.compare(plan, Proposal(name="drawn", amounts=given), asked * F(random.randint(3, 10), 10))
    if not isinstance(found.optimum, Allocation):
        return
    names = [line.id for line in plan.lines]

    def rank(split: Amounts) -> tuple[Fraction, list[Fraction], list[Fraction], list[Fraction]]:
        apart = {line: abs(split[line] - amount) for line, amount in given.items()}
        return (
            -sum(apart.values(), start=ZERO),
            sorted(-apart[line] / given[line] for line in names if given[line]),
            sorted(-apart[line] for line in names if not given[line]),
            [split[line] for line in names],
        )

    best = []
    for way in ways(plan, least=True):
        lone = fh.compare(way, Proposal(name="drawn", amounts=given), found.ceiling)
        if lone.nearest is not None:
            best.append(dict(lone.nearest.amounts))
    assert found.nearest is not None
    assert dict(found.nearest.amounts) == max(best, key=rank)
    assert isinstance(attempt(plan, found.ceiling), Allocation)


YEARS = """
schema: 1
plan: years
years: {first: 2022, last: 2024}
ceilings:
  up: {2022: 10, 2023: 17, 2024: 20}
lines:
  - {id: court, partner: courts, proposed: {2022: 4, 2023: 8, 2024: 10}, parts: 2}
  - {id: centre, partner: centres, proposed: 5, smallest: 100%, from: 2023}
  - {id: police, partner: police, proposed: 20}
constraints:
  - {id: recruitment, build_up: {of: {partner: courts}, at_most: 6, start: 0}}
"""


def test_a_proposal_by_year_is_held_against_whole_amounts_of_each_year(tmp_path: Path) -> None:
    file, proposal = tmp_path / "years.yaml", tmp_path / "proposal.yaml"
    file.write_text(YEARS)
    proposal.write_text("""
court: {2022: 3, 2023: 3, 2024: 10}
centre: {2022: 0, 2023: 4, 2024: 5}
police: {2022: 7, 2023: 10, 2024: 5}
""")
    found = fh.compare(fh.load(str(file)), str(proposal), "up")
    record = found.to_dict()
    assert record["stranded"] == {
        "court": {"2022": 1, "2023": 3, "2024": 5},
        "centre": {"2023": 4},
    }
    nearest = {line["id"]: line["nearest"] for line in record["lines"]}
    assert nearest["court"] == {"2022": 2, "2023": 4, "2024": 10}
    assert nearest["centre"] == {"2022": 0, "2023": 5, "2024": 5}
    assert nearest["police"] == {"2022": 7, "2023": 8, "2024": 5}
    assert found.faults() == []


SHIFTING = """
schema: 1
plan: shifting
years: {first: 2026, last: 2028}
shift: {later: 100%}
ceilings:
  path: {structural: {2026: 10, 2027: 10, 2028: 10}}
lines:
  - {id: court, partner: courts, proposed: {2026: 4, 2027: 12}, money: one-off, until: 2027, step: 2}
  - {id: police, partner: police, proposed: 6}
"""


def test_what_the_nearest_split_shifts_between_years_is_told_in_whole_amounts_too(tmp_path: Path) -> None:
    file, proposal = tmp_path / "shifting.yaml", tmp_path / "proposal.yaml"
    file.write_text(SHIFTING)
    proposal.write_text("court: {2026: 2, 2027: 6}\npolice: {2026: 6, 2027: 6, 2028: 6}\n")
    found = fh.compare(fh.load(str(file)), str(proposal), "path")
    assert found.shifted_by_year == {
        "proposal": {2026: 2, 2027: 0},
        "nearest": {2026: 2, 2027: 0},
        "optimal": {2026: 0, 2027: 0},
    }
