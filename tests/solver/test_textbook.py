"""Sensitivity reports that textbooks print: prices with their allowable increase and decrease, and ranges of weights.

The figures are those of the reports of Excel's Solver, LINDO or Gurobi in the book or place named at each problem;
where decimals are printed, the fraction behind them stands here. A weight is the objective's coefficient, `weighted` a
constraint, and a ceiling that is out of reach stands for the budget that these problems do not have.

Two habits differ. A weight here is never below nothing, so where a report lets a coefficient fall that far, the range
simply has no lower end; and what a constraint with room to spare could lose is its slack, not an allowable decrease.
"""

from __future__ import annotations

from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

import pytest

from flessenhals.constraints.selector import lines
from flessenhals.constraints.weighted import Term, Weighted
from flessenhals.solver.plan.plan import Line, Plan
from flessenhals.solver.sensitivity.bottlenecks import Bottlenecks, bottlenecks

if TYPE_CHECKING:
    from collections.abc import Mapping

F = Fraction
OUT_OF_REACH = 10_000


class Report(NamedTuple):
    """A problem with what its source prints.

    Attributes:
        source: book and problem.
        worth: the objective, variable → coefficient.
        limits: constraint → (coefficients in the objective's order, right-hand side).
        optimum: of the objective.
        split: the values of the variables.
        prices: constraint → (shadow price, allowable increase, allowable decrease), of those without slack; None for
            infinity.
        weights: variable → (lowest, highest) coefficient, None for without end.
        floors: as limits, of the constraints that ask at least so much.
    """

    source: str
    worth: dict[str, str]
    limits: dict[str, tuple[str, str]]
    optimum: str
    split: str
    prices: dict[str, tuple[str, str | None, str | None]]
    weights: dict[str, tuple[str | None, str | None]]
    floors: Mapping[str, tuple[str, str]] = MappingProxyType({})


REPORTS = [
    Report(
        "Hillier and Lieberman, Introduction to Operations Research: Wyndor Glass Co.",
        {"doors": "3", "windows": "5"},
        {"plant1": ("1 0", "4"), "plant2": ("0 2", "12"), "plant3": ("3 2", "18")},
        "36",
        "2 6",
        {"plant2": ("3/2", "6", "6"), "plant3": ("1", "6", "6")},
        {"doors": (None, "15/2"), "windows": ("2", None)},
    ),
    Report(
        "Winston, Operations Research: Giapetto's Woodcarving",
        {"soldiers": "3", "trains": "2"},
        {"finishing": ("2 1", "100"), "carpentry": ("1 1", "80"), "demand": ("1 0", "40")},
        "180",
        "20 60",
        {"finishing": ("1", "20", "20"), "carpentry": ("1", "20", "20")},
        {"soldiers": ("2", "4"), "trains": ("3/2", "3")},
    ),
    Report(
        "Winston, Operations Research: Dakota Furniture (LINDO)",
        {"desks": "60", "tables": "30", "chairs": "20"},
        {"lumber": ("8 6 1", "48"), "finishing": ("4 2 3/2", "20"), "carpentry": ("2 3/2 1/2", "8")},
        "280",
        "2 0 8",
        {"finishing": ("10", "4", "4"), "carpentry": ("10", "2", "4/3")},
        {"desks": ("56", "80"), "tables": (None, "35"), "chairs": ("15", "45/2")},
    ),
    Report(
        "Anderson, Sweeney and Williams, An Introduction to Management Science: Par, Inc.",
        {"standard": "10", "deluxe": "9"},
        {
            "cutting": ("7/10 1", "630"),
            "sewing": ("1/2 5/6", "600"),
            "finishing": ("1 2/3", "708"),
            "inspection": ("1/10 1/4", "135"),
        },
        "7668",
        "540 252",
        {"cutting": ("35/8", "576/11", "672/5"), "finishing": ("111/16", "192", "128")},
        {"standard": ("63/10", "27/2"), "deluxe": ("20/3", "100/7")},
    ),
    Report(
        "Anderson, Sweeney and Williams, An Introduction to Management Science: RMC, Inc.",
        {"additive": "40", "solvent": "30"},
        {"material1": ("2/5 1/2", "20"), "material2": ("0 1/5", "5"), "material3": ("3/5 3/10", "21")},
        "1600",
        "25 20",
        {"material1": ("100/3", "3/2", "6"), "material3": ("400/9", "9", "9/4")},
        {"additive": ("24", "60"), "solvent": ("20", "50")},
    ),
    Report(
        "Taylor, Introduction to Management Science: Beaver Creek Pottery",
        {"bowls": "40", "mugs": "50"},
        {"labour": ("1 2", "40"), "clay": ("4 3", "120")},
        "1360",
        "24 8",
        {"labour": ("16", "40", "10"), "clay": ("6", "40", "60")},
        {"bowls": ("25", "200/3"), "mugs": ("30", "80")},
    ),
    Report(
        "Render and Stair, Quantitative Analysis for Management: Flair Furniture",
        {"tables": "70", "chairs": "50"},
        {"carpentry": ("4 3", "240"), "painting": ("2 1", "100")},
        "4100",
        "30 40",
        {"carpentry": ("15", "60", "40"), "painting": ("5", "20", "20")},
        {"tables": ("200/3", "100"), "chairs": ("35", "105/2")},
    ),
    Report(
        "Render and Stair, Quantitative Analysis for Management: High Note Sound Company",
        {"players": "50", "receivers": "120"},
        {"electricians": ("2 4", "80"), "technicians": ("3 1", "60")},
        "2400",
        "0 20",
        {"electricians": ("30", "160", "80")},
        {"players": (None, "60"), "receivers": ("100", None)},
    ),
    Report(
        "Taha, Operations Research: TOYCO",
        {"trains": "3", "trucks": "2", "cars": "5"},
        {"operation1": ("1 2 1", "430"), "operation2": ("3 0 2", "460"), "operation3": ("1 4 0", "420")},
        "1350",
        "0 100 230",
        {"operation1": ("1", "10", "200"), "operation2": ("2", "400", "20")},
        {"trains": (None, "7"), "trucks": (None, "10"), "cars": ("7/3", None)},
    ),
    Report(
        "Heizer and Render, Operations Management: Shader Electronics",
        {"x-pods": "7", "blueberrys": "5"},
        {"electronic": ("4 3", "240"), "assembly": ("2 1", "100")},
        "410",
        "30 40",
        {"electronic": ("3/2", "60", "40"), "assembly": ("1/2", "20", "20")},
        {"x-pods": ("20/3", "10"), "blueberrys": ("7/2", "21/4")},
    ),
    Report(
        "Ragsdale, Spreadsheet Modeling and Decision Analysis (Excel's Solver): Blue Ridge Hot Tubs",
        {"aqua-spas": "350", "hydro-luxes": "300"},
        {"pumps": ("1 1", "200"), "labour": ("9 6", "1566"), "tubing": ("12 16", "2880")},
        "66100",
        "122 78",
        {"pumps": ("200", "7", "26"), "labour": ("50/3", "234", "126")},
        {"aqua-spas": ("300", "450"), "hydro-luxes": ("700/3", "350")},
    ),
    Report(
        "HelenXing123/Data-Science-Projects on GitHub, a report by gurobipy: two materials and two processes",
        {"x1": "35", "x2": "40", "x3": "43"},
        {"material-a": ("2 4 5", "90"), "material-b": ("2 1 3", "80"), "process-a": ("4 3 4", "120")},
        "1215",
        "21 12 0",
        {"material-a": ("11/2", "70", "30"), "process-a": ("6", "130/3", "15")},
        {"x1": ("20", "160/3"), "x2": ("395/12", "70"), "x3": (None, "103/2")},
        {"process-b": ("1 1 2", "30")},
    ),
]


def limit(report: Report, name: str, coefficients: str, **side: Fraction) -> Weighted:
    given = zip(report.worth, coefficients.split(), strict=True)
    terms = tuple(Term(lines(line), F(times)) for line, times in given if F(times))
    return Weighted(id=name, terms=terms, unit="hours", **side)


def solved(report: Report) -> Bottlenecks:
    asked = tuple(
        Line(id=name, partner=name, proposed=F(OUT_OF_REACH), weight=F(worth)) for name, worth in report.worth.items()
    )
    rules = [
        *(limit(report, name, times, at_most=F(most)) for name, (times, most) in report.limits.items()),
        *(
            limit(report, name, coefficients, at_least=F(least))
            for name, (coefficients, least) in report.floors.items()
        ),
    ]
    plan = Plan(id="textbook", lines=asked, constraints=tuple(rules))
    return bottlenecks(plan, F(OUT_OF_REACH * len(asked)))


@pytest.fixture(scope="module", params=REPORTS, ids=lambda report: report.source.partition(": ")[2])
def both(request: pytest.FixtureRequest) -> tuple[Report, Bottlenecks]:
    return request.param, solved(request.param)


def number(text: str | None) -> F | None:
    return None if text is None else F(text)


def test_the_optimum_is_the_printed_one(both: tuple[Report, Bottlenecks]) -> None:
    report, found = both
    split = dict(zip(report.worth, map(F, report.split.split()), strict=True))
    assert (found.allocation.value, dict(found.allocation.amounts)) == (F(report.optimum), split)


def test_prices_and_how_far_they_hold_are_the_printed_ones(both: tuple[Report, Bottlenecks]) -> None:
    report, found = both
    prices = {
        each.row.label: (each.price.relax.price, each.price.relax.until, each.price.tighten)
        for each in found.found
        if each.price.relax.price
    }
    assert prices.keys() == report.prices.keys()
    for name, (price, increase, decrease) in report.prices.items():
        relax, until, tighten = prices[name]
        assert tighten is not None
        assert (relax, until) == (F(price), number(increase))
        assert (tighten.price, tighten.until) == (F(price), number(decrease))


def test_the_ranges_of_the_weights_are_the_printed_ones(both: tuple[Report, Bottlenecks]) -> None:
    report, found = both
    ranges = {each.line: (each.down, each.up) for each in found.weights}
    assert ranges == {name: (number(low), number(high)) for name, (low, high) in report.weights.items()}
