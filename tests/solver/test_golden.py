"""The linear program of each kind of constraint, as text that a person can check."""

from fractions import Fraction
from pathlib import Path

import pytest

from flessenhals.constraints import KINDS, BuildUp, Level, Proportional, Rule, Weighted
from flessenhals.constraints.rule import Share
from flessenhals.constraints.selector import EVERYTHING, lines, partner
from flessenhals.constraints.series import Series
from flessenhals.constraints.weighted import Term
from flessenhals.solver.plan.dated.plan import reduced
from flessenhals.solver.plan.dated.years import DatedLine, DatedRule, Kinds, Shift, Years
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
    "weighted": (
        Weighted(
            id="recruits",
            terms=(Term(partner("police"), Fraction(25, 2)), Term(lines("prosecution", "patrol"), Fraction(8))),
            unit="fte",
            at_least=Fraction(100),
            at_most=Fraction(900),
        ),
        Weighted(
            id="cells",
            per="partner",
            terms=(Term(lines("patrol"), Fraction(1, 3)),),
            unit="places",
            at_most=Fraction(15),
        ),
    ),
}


WITH_YEARS = (
    BuildUp(id="recruitment", of=partner("police"), at_most=Fraction(10), at_least=Fraction(0), start=Fraction(5)),
    BuildUp(id="each", per="line", of=partner("om"), at_most=Share(Fraction(1, 5))),
    Proportional(id="om-later", upstream=partner("police"), downstream=partner("om"), at_least=Fraction(1, 10), lag=1),
    Level(id="period", years=(2026, 2027), of=partner("police"), at_most=Fraction(90), together=True),
)


def test_the_program_of_a_plan_with_years_reads_as_written_down() -> None:
    dated = tuple(
        DatedLine(line=line, figures={"proposed": line.proposed, "minimum": line.minimum}, first=2026, last=2028)
        for line in LINES
    )
    years = Years(
        first=2026,
        last=2028,
        columns=(2026, 2027, 2028),
        lines=dated,
        rules=tuple(DatedRule(rule=rule) for rule in WITH_YEARS),
        shift=Shift(later=Share(Fraction(1, 100)), earlier="any"),
    )
    plan = reduced(years, None, id="golden")
    path = years.path(Kinds(structural=Fraction(80), one_off=Series({2026: Fraction(5)})), "two-kinds")
    program = splits(plan, path).asking("value", {line.id: line.weight for line in plan.lines})
    assert str(program) == (GOLDEN / "build_up.lp").read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", RULES)
def test_the_program_of_each_kind_reads_as_written_down(kind: str) -> None:
    plan = Plan(id="golden", lines=LINES, constraints=RULES[kind])
    ceiling = Fraction(80) if kind == "ceiling" else None
    program = splits(plan, ceiling).asking("value", {line.id: line.weight for line in LINES})
    assert str(program) == (GOLDEN / f"{kind}.lp").read_text(encoding="utf-8")


def test_every_kind_of_rule_has_a_golden_program() -> None:
    lacking = KINDS.keys() - {*RULES, "build_up"}
    assert lacking == set(), "tests/solver/test_golden.py: RULES has no plan of these kinds"
