"""The steps of a ladder: the ceilings at which the split changes course, with what is so at each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, overload

from flessenhals.solver.optimum.parametric.changes import changes
from flessenhals.solver.optimum.standing import standings
from flessenhals.solver.sensitivity.ladder.ceiling_course import Course

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flessenhals.constraints.ceiling import Ceiling, Path
    from flessenhals.constraints.constraint import Constraint
    from flessenhals.solver.optimum.parametric.rise import Rise
    from flessenhals.solver.plan.plan import Plan

ZERO = Fraction(0)
MOST_LINES = 500
AT_ONCE = 100  # lines of which all steps are worked out before anyone asks


@dataclass(frozen=True)
class Step:
    """A ceiling at which the split changes course.

    Attributes:
        ceiling: in the plan's unit.
        amounts: line id → what it is given there, in the plan's unit.
        last_euro: line id → how much of the last unit of ceiling below it got, a pure number; without zeros.
        next_euro: line id → how much of the next unit of ceiling above it gets, a pure number; without zeros.
        binding: the constraints without room at this ceiling.
        starts: those that stay without room from here on, and had room below.
        stops: those that had no room below, and have it from here on.
    """

    ceiling: Fraction
    amounts: Mapping[str, Fraction]
    last_euro: Mapping[str, Fraction]
    next_euro: Mapping[str, Fraction]
    binding: tuple[Constraint, ...]
    starts: tuple[Constraint, ...]
    stops: tuple[Constraint, ...]


def steps_of(plan: Plan, rise: Rise) -> Sequence[Step]:
    """The steps of a rise: all of them at once, or for a larger plan when they are asked."""
    return LaterSteps(plan, rise) if len(plan.lines) > AT_ONCE else tuple(_every_step(plan, rise))


def _every_step(plan: Plan, rise: Rise) -> list[Step]:
    return steps_between(plan, [(rung.start, _course(plan, rise, place)) for place, rung in enumerate(rise.rungs)])


def _course(plan: Plan, rise: Rise, place: int) -> Course:
    """The straight line that the split follows along a rung."""
    start = rise.rungs[place].start
    end = rise.rungs[place + 1].start if place + 1 < len(rise.rungs) else None
    rates = dict.fromkeys((line.id for line in plan.lines), ZERO) | rise.rates_at(start)
    return Course(start, in_order(plan, rise.at(start)), rates, start, end)


def in_order(plan: Plan, amounts: Mapping[str, Fraction]) -> dict[str, Fraction]:
    """Amounts in the order of a plan's lines."""
    return {line.id: amounts[line.id] for line in plan.lines}


class LaterSteps(Sequence[Step]):
    """The steps of a larger plan, worked out when they are asked: each by itself where all would fill a disk."""

    def __init__(self, plan: Plan, rise: Rise) -> None:
        self._plan, self._rise = plan, rise

    @cached_property
    def _places(self) -> list[int]:
        """The rungs at which something changes."""
        changed = {change.ceiling for change in changes(self._rise)}
        return [place for place, rung in enumerate(self._rise.rungs) if rung.start in changed]

    @property
    def ceilings(self) -> list[Fraction]:
        """The ceiling of each step, in the plan's unit, without the steps themselves."""
        return [self._rise.rungs[place].start for place in self._places]

    @cached_property
    def _all(self) -> list[Step] | None:
        return _every_step(self._plan, self._rise) if len(self._plan.lines) <= MOST_LINES else None

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, place: int) -> Step: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[Step]: ...

    def __getitem__(self, place: int | slice) -> Step | Sequence[Step]:
        if isinstance(place, slice):
            return [self[each] for each in range(*place.indices(len(self)))]
        if self._all is not None:
            return self._all[place]
        at = range(len(self))[place]
        around = self._places[max(at - 1, 0) : at + 2]
        pieces = [(self._rise.rungs[each].start, _course(self._plan, self._rise, each)) for each in around]
        return steps_between(self._plan, pieces)[min(at, 1)]


def steps_between(plan: Plan, covered: list[tuple[Fraction, Course]], path: Path | None = None) -> list[Step]:
    """The steps between lines that are not each other's continuation."""
    pieces: list[tuple[Fraction, Course]] = []
    for start, line in covered:
        if not pieces or line.rates != pieces[-1][1].rates:
            pieces.append((start, line))
    tight = []
    for place, (start, line) in enumerate(pieces):
        end = pieces[place + 1][0] if place + 1 < len(pieces) else start + 1
        tight.append(_binding(plan, line, start, path) & _binding(plan, line, end, path))
    steps = []
    for place, (start, line) in enumerate(pieces):
        below = pieces[place - 1][1].rates if place else {}
        standing = standings(plan, asked_at(start, path), line.at(start))
        before, after = (tight[place - 1] if place else set()), tight[place]
        order = [each.row.id for each in standing]
        steps.append(
            Step(
                ceiling=start,
                amounts=line.at(start),
                last_euro=_moving(below),
                next_euro=_moving(line.rates),
                binding=tuple(each.row.id for each in standing if each.binding),
                starts=tuple(each for each in order if place and each in after - before),
                stops=tuple(each for each in order if each in before - after),
            )
        )
    return steps


def _binding(plan: Plan, line: Course, place: Fraction, path: Path | None) -> set[Constraint]:
    return {each.row.id for each in standings(plan, asked_at(place, path), line.at(place)) if each.binding}


def ceilings_of(steps: Sequence[Step]) -> list[Fraction]:
    """The ceiling of each step, in the plan's unit; of a larger plan without working any step out."""
    return steps.ceilings if isinstance(steps, LaterSteps) else [step.ceiling for step in steps]


def _moving(rates: Mapping[str, Fraction]) -> dict[str, Fraction]:
    return {line: rate for line, rate in rates.items() if rate}


def asked_at(place: Fraction, path: Path | None) -> Ceiling:
    """The ceiling at a place on the ladder: a total, or so much of a path."""
    return place if path is None else path.scaled(place)
