"""The linear program of each kind of constraint, as text that a person can check."""

from fractions import Fraction
from pathlib import Path

import pytest

from flessenhals.constraints import KINDS, Level, Proportional, Rule
from flessenhals.constraints.rule import Share
from flessenhals.constraints.selector import EVERYTHING, lines, partner
from flessenhals.solver.plan.plan import Line, Plan
from flessenhals.solver.program.linear_program import splits

GOLDEN = Path(__file__).parent.parent / "golden"
LINES = (
    Line(id="patrol", partner="police", proposed=Fraction(60)),
    Line(id="detectives", partner="police", proposed=Fraction(40), minimum=Fraction(15, 2), maximum=Fraction(50)),
    Line(id="prosecution", partner="om", proposed=Fraction(10), weight=Fraction(3, 2)),
)
RULES: dict[str, tuple[Rule, ...]] = {
    "ceiling": (),
    "bounds": (),
    "proportional": (
        Proportional(
            id="om-follows",
            upstream=partner("police"),
            downstream=lines("prosecution"),
            at_least=Fraction(1, 10),
            at_most=Fraction(1, 5),
            existing=Fraction(5, 4),
        ),
    ),
    "level": (
        Level(id="police-floor", of=partner("police"), at_least=Fraction(25)),
        Level(id="every-cap", per="partner", of=EVERYTHING, at_most=Fraction(70)),
        Level(id="patrol-share", of=lines("patrol"), at_most=Share(Fraction(2, 5))),
    ),
}


@pytest.mark.parametrize("kind", RULES)
def test_the_program_of_each_kind_reads_as_written_down(kind: str) -> None:
    plan = Plan(id="golden", lines=LINES, constraints=RULES[kind])
    ceiling = Fraction(80) if kind == "ceiling" else None
    program = splits(plan, ceiling).asking("value", {line.id: line.weight for line in LINES})
    assert str(program) == (GOLDEN / f"{kind}.lp").read_text(encoding="utf-8")


def test_every_kind_of_rule_has_a_golden_program() -> None:
    assert KINDS.keys() <= RULES.keys()
