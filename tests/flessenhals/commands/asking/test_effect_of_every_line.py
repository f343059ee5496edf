"""The first sentence leaves out no line that pays or gains, and says "every" only of every line."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from random import Random

import pytest
from drawn.plans import random_ceiling, random_plan
from judge import asked

from flessenhals.briefing.results.effect import effect_sentence
from flessenhals.briefing.text.numbers import coverages
from flessenhals.solver.claims.effect import CoverageMoves, Effect, KeepWhatTheyHad, MoneyMoves
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.plan.problem import InvalidPlanError

PLAN = """\
schema: 1
plan: small
unit: EUR million per year
lines:
  - {id: street, name: Street, partner: police, proposed: 60}
  - {id: desk, name: Desk, partner: police, proposed: 20}
  - {id: om, name: OM, partner: om, proposed: 20}
  - {id: asks-nothing, partner: om, proposed: 0}
constraints: [{id: cap, name: At most 20 for desk, level: {of: desk, at_most: 20}}]
"""


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("plan.yaml").write_text(PLAN, encoding="utf-8")


@pytest.mark.parametrize(
    ("change", "english", "dutch"),
    [
        (
            "om.proposed=0",  # it has no coverage any more, and lost its money
            "gives two of the three lines 12.5 points: from 50.0% to 62.5%; OM gets € 10 million less; the rest",
            "levert twee van de drie posten 12,5 procentpunt op: van 50,0% naar 62,5%; OM krijgt € 10 mln minder",
        ),
        (
            "all.proposed=0",
            "moves amounts; three lines get € 50 million less together; the rest keep what they had.",
            "verschuift bedragen; drie posten krijgen samen € 50 mln minder; de overige houden wat zij hadden.",
        ),
        (
            "street.maximum=15",
            "gives two of the three lines 37.5 points: from 50.0% to 87.5%; Street gets € 15 million less; the rest",
            "levert twee van de drie posten 37,5 procentpunt op: van 50,0% naar 87,5%; Street krijgt € 15 mln minder",
        ),
    ],
)
def test_a_line_that_no_longer_asks_is_spoken_of_too(change: str, english: str, dutch: str) -> None:
    for language, said in (("en", english), ("nl", dutch)):
        given = asked(["allocate", "50", "--plan", "plan.yaml", "--set", change, "--lang", language])
        assert said in " ".join(given.out.split())


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (["constraints.cap=null"], 'Leaving out the rule "At most 20 for desk" changes nothing'),
        (
            ["constraints.cap=", "om.minimum=15"],
            'Leaving out the rule "At most 20 for desk" and the change (om.minimum',
        ),
        (["objective=[{value: om}, value, coverage]"], "Putting OM first costs two of the three lines"),
        (
            ["objective=[{value: om}, value, coverage]", "om.maximum=15"],
            "The change (om.maximum=15) and putting OM first",
        ),
        (["objective=[{coverage: partner}, value, coverage]"], "Dividing evenly over partners first changes nothing"),
        (
            ["objective=[{value: om}, coverage]"],
            "The change (objective=[{value: om}, coverage]) costs two of the three lines",
        ),
    ],
)
def test_a_change_that_only_ranks_or_takes_a_rule_out_is_told_in_words(changes: list[str], said: str) -> None:
    asks = [word for change in changes for word in ("--set", change)]
    assert said in " ".join(asked(["allocate", "50", "--plan", "plan.yaml", *asks]).out.split())


def test_from_and_to_differ_by_the_points_that_are_told_as_far_as_one_sees() -> None:
    random = Random(1)
    apart = []
    for _ in range(300):
        told = coverages(Fraction(random.randrange(10**6), 10**6), Fraction(random.randrange(10**6), 10**6), "en")
        before, after, points = (Fraction(each.rstrip("%")) for each in told)
        apart.append(abs(abs(after - before) - points) * 20 <= points)
    assert sum(apart) > 290


@pytest.mark.parametrize("seed", range(40))
def test_each_line_that_pays_or_gains_is_in_a_claim(seed: int) -> None:
    random = Random(seed)
    plan = random_plan(random, most_lines=6)
    ceiling = random_ceiling(random, plan)
    changed = random.choice(plan.lines)
    asks = random.choice([0, 1, changed.proposed * 2])
    try:
        lower = replace(changed, proposed=asks, minimum=0, maximum=asks)
        after = replace(plan, lines=tuple(lower if line is changed else line for line in plan.lines))
        effect = Effect(allocate(plan, ceiling), allocate(after, ceiling), ())
    except (InfeasibleError, InvalidPlanError):
        return
    said = effect_sentence(effect, "en")

    named: set[str] = set()
    for claim in said.claims:
        if isinstance(claim, CoverageMoves | MoneyMoves | KeepWhatTheyHad):
            named.update(claim.lines)
    moved = {line.id for line in plan.lines if effect.without.amounts[line.id] != effect.with_it.amounts[line.id]}
    assert moved <= named
    assert all(claim.holds(after, effect.with_it) for claim in said.claims)
    if "every line" in said and "coverage of every" not in said:
        asking = {line.id for line in (*plan.lines, *after.lines) if line.proposed}
        assert asking <= named
