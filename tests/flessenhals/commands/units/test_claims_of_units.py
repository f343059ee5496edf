"""What is said of whole amounts is so, by solves and by trying every split."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from drawn.whole_plans import best_by_trying

import flessenhals as fh
from flessenhals.briefing.results.whole.bottlenecks import (
    binding_in_units,
    onward,
    said_of_relief,
    whole_bottlenecks_tables,
)
from flessenhals.briefing.results.whole.ladder import straight_between
from flessenhals.briefing.text.told import Told
from flessenhals.data.plans.reader import loads
from flessenhals.solver.claims.whole.further import (
    NextUnits,
    NoFurtherUnits,
    NoOtherUnit,
    OtherUnitsFrom,
    RoomEverywhere,
    WithAnotherUnit,
    WithOneMore,
)
from flessenhals.solver.sensitivity.whole.bottlenecks import whole_bottlenecks
from flessenhals.solver.sensitivity.whole.ladder import WholeLadder

if TYPE_CHECKING:
    from flessenhals.solver.claims.claim import Claim


@pytest.mark.parametrize("ceiling", ["5", "11", "13", "16", "21", "26"])
@pytest.mark.parametrize("language", ["en", "nl"])
def test_what_is_said_of_units_is_so(plan: str, ceiling: str, language: fh.Language) -> None:
    loaded = fh.load(plan)
    found = whole_bottlenecks(loaded, Fraction(ceiling))
    claims = [
        claim
        for table in whole_bottlenecks_tables(found, language)
        for note in table.notes
        if isinstance(note, Told)
        for claim in note.claims
    ]
    assert len(claims) >= 3
    assert [claim for claim in claims if not claim.holds(loaded, found.allocation)] == []


def other(claim: Claim, **changed: object) -> Claim:
    """The same claim with another figure in it."""
    return type(claim)(**{**vars(claim), **changed})


class ByTrying:
    """Answers by dividing in every way in which the whole amounts can be chosen."""

    def best(self, plan: fh.Plan, ceiling: Fraction) -> dict[str, Fraction] | None:
        return best_by_trying(plan, ceiling)


def test_what_is_said_of_units_is_so_by_trying_every_split_too(plan: str) -> None:
    loaded = fh.load(plan)
    found = whole_bottlenecks(loaded, Fraction(16))
    claims = {claim for sentence in onward(found, "en") for claim in sentence.claims}
    assert {claim.kind for claim in claims} == {"next units"}
    assert all(claim.holds(loaded, found.allocation, ByTrying()) for claim in claims)  # type: ignore[arg-type]


def test_a_claim_of_units_that_is_not_so_does_not_hold(plan: str) -> None:
    loaded = fh.load(plan)
    found = whole_bottlenecks(loaded, Fraction(16))
    (claim,) = {claim for sentence in onward(found, "en") for claim in sentence.claims}
    assert isinstance(claim, NextUnits)
    assert claim.holds(loaded, found.allocation)
    wrong = [
        other(claim, ceiling=claim.ceiling + 1),
        other(claim, ceiling=claim.ceiling - 1),
        other(claim, attained=not claim.attained),
        other(claim, changes=(("court", Fraction(10)),)),
        other(claim, paying=claim.paying + 1),
        other(claim, lowest=(claim.lowest[0], Fraction(1, 100))),
        NoFurtherUnits(),
        WithAnotherUnit("court", Fraction(8), Fraction(1), Fraction(1, 5)),
        NoOtherUnit("court", Fraction(8)),
    ]
    assert [each for each in wrong if each.holds(loaded, found.allocation)] == []


def test_the_ladder_says_that_it_is_straight_between_its_jumps(plan: str) -> None:
    ladder = fh.ladder(fh.load(plan))
    assert isinstance(ladder, WholeLadder)
    claim = straight_between(ladder)
    assert claim.holds(ladder.plan, None)
    first, second, *others = claim.steps
    moved = (second[0], second[1], tuple((line, amount + 1) for line, amount in second[2]))
    assert not other(claim, steps=(first, moved, *others)).holds(ladder.plan, None)


ALL_FITS = """schema: 1
plan: fits
lines:
  - {id: aa, partner: p, proposed: 2.5, step: 0.5}
  - {id: bb, partner: p, proposed: 4, step: 1}
"""
BETWEEN = """schema: 1
plan: between
lines:
  - {id: aa, partner: p, proposed: 6, step: 2}
  - {id: bb, partner: p, proposed: 6, step: 2.5}
"""


@pytest.mark.parametrize(
    ("text", "ceiling", "said"),
    [
        (ALL_FITS, "7.8", "Constraints that do neither are left out."),  # beyond its ask a line gets more units
        (ALL_FITS, "6.5", "changes the lowest coverage, or the number of units anywhere, if it is relieved of 1."),
        (BETWEEN, "6.8", "Every constraint leaves room here: what stands in the way of more is the size of the whole"),
    ],
)
def test_what_relief_does_to_units_is_so_of_bounds_too(text: str, ceiling: str, said: str) -> None:
    loaded = loads(text)
    found = whole_bottlenecks(loaded, Fraction(ceiling))
    told = list(said_of_relief(found, "en", some=bool(binding_in_units(found, "en").rows)))
    assert [said in each for each in told] == [True]
    claims = [claim for each in told for claim in each.claims]
    assert claims
    assert all(claim.holds(loaded, found.allocation, ByTrying()) for claim in claims if "room" not in claim.kind)  # type: ignore[arg-type]
    assert all(claim.holds(loaded, found.allocation) for claim in claims)


def test_a_claim_of_relief_that_is_not_so_does_not_hold() -> None:
    loaded = loads(ALL_FITS)
    split = whole_bottlenecks(loaded, Fraction("7.8")).allocation
    (cap,) = (each.row for each in split.constraints if each.row.label == "aa.maximum")
    assert WithOneMore(cap, Fraction(1), (("aa", Fraction("3.5")),)).holds(loaded, split)
    assert not WithOneMore(cap, Fraction(1), ()).holds(loaded, split)
    loaded = loads(BETWEEN)
    split = whole_bottlenecks(loaded, Fraction("6.8")).allocation
    (ceiling,) = (each.row for each in split.constraints if each.row.label == "ceiling")
    fifth, far = Fraction("0.2"), Fraction(10)
    assert OtherUnitsFrom(ceiling, (fifth, True), far).holds(loaded, split)
    wrong = [(fifth, False), (Fraction(1), True), (Fraction("0.05"), True), None]
    assert [each for each in wrong if OtherUnitsFrom(ceiling, each, far).holds(loaded, split)] == []
    assert not RoomEverywhere().holds(loaded, whole_bottlenecks(loaded, Fraction("8.5")).allocation)
