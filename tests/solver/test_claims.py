import random
from fractions import Fraction
from pathlib import Path
from runpy import run_path

import pytest
from claimed import judged, kinds
from drawn.claim_plans import drawn
from drawn.small_plans import Drawn

from flessenhals.briefing.results.comparison.comparison import comparison_tables
from flessenhals.briefing.results.reconciliation import reconciliation_tables
from flessenhals.briefing.text.table import Table
from flessenhals.briefing.text.told import claims_of
from flessenhals.data.plans.reader import loads
from flessenhals.solver.claims.claim import Claim
from flessenhals.solver.claims.inverse import RefusedUnder
from flessenhals.solver.claims.plan import NeverFits
from flessenhals.solver.comparison.comparison import compare
from flessenhals.solver.comparison.reconciliation.reconciliation import reconcile
from flessenhals.solver.plan.proposal import Proposal

DOCS = Path(__file__).parents[2] / "docs"
FLOOR = """schema: 1
plan: floor
lines: [{id: a, partner: x, proposed: 10}]
constraints: [{id: cap, level: {of: a, at_most: 7}}]
scenarios: {floor: {lines: [{of: a, minimum: 8}]}, lower: {lines: [{of: a, minimum: 7}]}}
"""
CIRCLE = """schema: 1
plan: circle
lines:
  - {id: l0, partner: b, proposed: 5}
  - {id: l1, partner: c, proposed: 2, minimum: 25%}
  - {id: l2, partner: c, proposed: 5, weight: 0.5}
constraints:
  - {id: r0, proportional: {upstream: [l0, l1], downstream: l2, at_least: 1/3, existing: 10}}
  - {id: r1, proportional: {upstream: l0, downstream: l2, at_least: 0.5}}
  - {id: back, proportional: {upstream: l2, downstream: l0, at_least: 2}}
"""


def claimed(tables: list[Table], kind: type[Claim]) -> list[Claim]:
    return [claim for table in tables for claim in claims_of(table.notes) if isinstance(claim, kind)]


@pytest.mark.parametrize("seed", range(40))
def test_every_claim_about_a_random_plan_holds_by_solves_of_another_method(seed: int) -> None:
    rng = random.Random(seed)
    assert judged(drawn(rng), rng).wrong == []


def test_the_page_of_claims_says_what_each_kind_means() -> None:
    assert (DOCS / "claims.md").read_text(encoding="utf-8") == run_path(str(DOCS / "make_claims.py"))["written"]()


def test_the_kinds_have_names_of_their_own_and_say_what_they_mean() -> None:
    found = kinds()
    assert len(found) > 50
    assert all((kind.__doc__ or "").strip() for kind in found.values())


def test_of_the_scenarios_only_the_one_that_never_fits_is_said_to_never_fit() -> None:
    plan = loads(FLOOR)
    readings = [loads(FLOOR, scenario=name) for name in plan.scenarios]
    [claim] = claimed(reconciliation_tables(reconcile(plan, readings=readings), "en"), NeverFits)
    assert claim.holds(plan, None)
    assert not NeverFits(readings[1]).holds(plan, None)
    assert judged(Drawn(plan, Fraction(7)), random.Random(0)).wrong == []


def test_the_ratios_that_a_plan_is_said_to_be_refused_under_are_refused_and_its_own_are_not() -> None:
    plan = loads(CIRCLE)
    proposal = Proposal(name="ours", amounts={"l0": Fraction(5), "l1": Fraction(1, 2), "l2": Fraction(5, 2)})
    [claim] = claimed(comparison_tables(compare(plan, proposal, Fraction(8)), "en"), RefusedUnder)
    assert claim.holds(plan, None)
    assert not RefusedUnder(plan.constraints).holds(plan, None)
