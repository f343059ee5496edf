"""Printed totals that cannot be the rounding of their parts, whatever was rounded."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

from flessenhals.constraints.catalogue import Catalogue
from flessenhals.constraints.constraint import own
from flessenhals.constraints.row import Row
from flessenhals.solver.infeasible.irreducible import shortage
from flessenhals.solver.program.linear_program import Interval, LinearProgram
from flessenhals.solver.rounding.branch_and_bound import best_whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from flessenhals.solver.plan.plan import Plan

ZERO, ONE, HALF = Fraction(0), Fraction(1), Fraction(1, 2)


@dataclass(frozen=True)
class PrintedFigure:
    """A figure as a source prints it, and how far from it the amount behind it can be.

    Attributes:
        total: which of the plan's stated totals it is, counted from 0; None for a line.
        lines: the ids of the lines that it adds up; of a line its own.
        printed: in the plan's unit.
        step: that it is printed to, in the plan's unit; 0 where it is exact.
    """

    total: int | None
    lines: tuple[str, ...]
    printed: Fraction
    step: Fraction

    @property
    def rows(self) -> tuple[Row, ...]:
        """That the amount behind it is no more than half a step away, either way: |Σ x - printed| ≤ step / 2."""
        called = own("printed", self.lines[0] if self.total is None else f"total {self.total}")
        sums = dict.fromkeys(self.lines, ONE)
        return (
            Row(called, "printed", sums, ">=", self.printed - HALF * self.step),
            Row(called, "printed", sums, "<=", self.printed + HALF * self.step),
        )

    def holds(self, amounts: Mapping[str, Fraction]) -> bool:
        """Whether it is what these amounts can be printed as; lines that are not named are 0."""
        return abs(sum((amounts.get(line, ZERO) for line in self.lines), start=ZERO) - self.printed) <= HALF * self.step


class Impossible(NamedTuple):
    """Printed figures that cannot be the rounding of one set of amounts.

    Attributes:
        figures: totals in the plan's order, then lines in theirs.
        fewest: whether it is proved that no fewer printed figures of the plan contradict each other.
    """

    figures: tuple[PrintedFigure, ...]
    fewest: bool

    def record(self) -> dict[str, Any]:
        """The figures as plain data; a total by its place under `totals`, counted from 0."""
        return {
            "fewest": self.fewest,
            "figures": [
                {"total": each.total, "lines": list(each.lines), "printed": each.printed, "printed_to": each.step}
                for each in self.figures
            ],
        }


def cannot_be_printed(plan: Plan) -> Impossible | None:
    """The fewest printed figures of a plan that cannot be the rounding of one set of amounts; None where all can.

    A total that is `printed_to` a step stands for any sum within half a step of it, and a line in it for any amount
    within half a step of its own, where it is a whole number of such steps; of several steps the coarsest, so that what
    is called impossible is. The fewest are found through what has to be given up: a set of figures that meets every set
    whose leaving out would help is tried, and where its figures can hold together they show a further such set (the
    implicit hitting sets of Ignatiev, Previti, Liffiton and Marques-Silva, CP 2015). Every answer is proved.

    Args:
        plan: with years its totals are those of the last year.

    Raises:
        NotProvedError: if one of the answers could not be proved.
    """
    figures = printed_figures(plan)
    if _amounts(figures) is not None:
        return None
    given_up: list[set[int]] = []
    while True:
        tried, proved = _meeting(given_up)
        amounts = _amounts([figures[each] for each in tried])
        if amounts is None:
            return Impossible(tuple(figures[each] for each in tried), proved)
        given_up.append(_left_over(figures, set(tried), amounts))


def printed_figures(plan: Plan) -> list[PrintedFigure]:
    """Every figure that a printed total of the plan rests on: those totals, and their lines."""
    asked = plan.lines if plan.years is None else Catalogue(dated.line for dated in plan.years.lines)
    totals = [
        PrintedFigure(index, tuple(line.id for line in total.of.select(asked)), total.proposed, total.printed_to)
        for index, total in enumerate(plan.totals)
        if total.printed_to is not None
    ]
    stepped: dict[str, list[Fraction]] = {}
    for figure in totals:
        for line in figure.lines:
            stepped.setdefault(line, []).append(figure.step)
    lines = [
        PrintedFigure(None, (line.id,), line.proposed, _step(line.proposed, stepped[line.id]))
        for line in asked
        if line.id in stepped
    ]
    return [*totals, *lines]


def _step(amount: Fraction, steps: Iterable[Fraction]) -> Fraction:
    return max((step for step in steps if (amount / step).denominator == 1), default=ZERO)


def _amounts(figures: Sequence[PrintedFigure]) -> Mapping[str, Fraction] | None:
    """Amounts that can be printed as all of these figures; None where there are none."""
    certificate = shortage([row for figure in figures for row in figure.rows])
    return certificate.point if certificate.optimum == 0 else None


def _meeting(sets: Sequence[set[int]]) -> tuple[list[int], bool]:
    """As few figures as hold one of every set, and whether it is proved that fewer do not."""
    found = sorted(set().union(*sets))
    labels = {each: f"figure {each}" for each in found}
    rows = tuple(
        Row(own("set", str(place)), "printed", {labels[each]: ONE for each in each_set}, ">=", ONE)
        for place, each_set in enumerate(sets)
    )
    program = LinearProgram(
        "fewest figures",
        dict.fromkeys(labels.values(), Interval(ZERO, ONE)),
        rows,
        dict.fromkeys(labels.values(), -ONE),
    )
    chosen = best_whole(program, set(labels.values()))
    return [each for each, label in labels.items() if chosen.point[label]], chosen.proved


def _left_over(figures: Sequence[PrintedFigure], kept: set[int], amounts: Mapping[str, Fraction]) -> set[int]:
    """What is left out of a set of figures that can hold together and to which none can be added."""
    left: set[int] = set()
    for each in range(len(figures)):
        if each in kept or figures[each].holds(amounts):
            kept.add(each)
            continue
        further = _amounts([figures[it] for it in sorted({*kept, each})])
        if further is None:
            left.add(each)
        else:
            kept.add(each)
            amounts = further
    return left
