"""How what binds is asked of a plan: of the whole, or of the block that a constraint is in where a plan falls apart."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, NoReturn, Protocol

from flessenhals.constraints.ceiling import Path
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.plan.message import told
from flessenhals.solver.program.errors import NotProvedError
from flessenhals.solver.sensitivity.bottleneck import Bottleneck, bottleneck
from flessenhals.solver.sensitivity.missing import unless_missing
from flessenhals.solver.sensitivity.ratios.ratios import ratios
from flessenhals.solver.sensitivity.weight_range import weight_ranges

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from fractions import Fraction

    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.constraints.ratio import Ratio
    from flessenhals.constraints.row import Row
    from flessenhals.solver.optimum.allocation import Allocation
    from flessenhals.solver.optimum.parametric.rise import Rise
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.program.prove import Engine
    from flessenhals.solver.sensitivity.apart.find import Apart
    from flessenhals.solver.sensitivity.ratios.effect import RatioEffect
    from flessenhals.solver.sensitivity.weight_range import WeightRange

    class Asking(Protocol):
        """Whoever answers what is asked of a plan at a ceiling."""

        split: Allocation

        def each(self, rows: Sequence[Row]) -> Iterator[tuple[Row, Callable[[], Bottleneck]]]:
            """What finds out about each of some constraints without room."""

        def ratio(self, ratio: Ratio) -> RatioEffect:
            """What a ratio does."""

        def weights(self) -> tuple[WeightRange, ...]:
            """The range of each line's weight."""

        def chosen(self, ratios: Sequence[Ratio], found: Sequence[Bottleneck]) -> Sequence[Ratio]:
            """Which of the ratios are asked about where nobody asks about all, once the constraints are found."""


FEW_RATIOS = 10  # of which the whole is asked what holds the value back beyond others, at some seconds each
MIDDLING = 60  # lines of a plan that takes longer to ask as a whole than block by block
MOST_LINES = 500  # that a program over the whole plan for every answer is asked of, and all gains by their names


class OfTheWhole:
    """A plan of which every answer is a program over all of its lines.

    Args:
        split: the optimal one.
        engine: who is asked first.
    """

    def __init__(self, split: Allocation, engine: Engine) -> None:
        self.split, self.engine = split, engine

    def each(self, rows: Sequence[Row]) -> Iterator[tuple[Row, Callable[[], Bottleneck]]]:
        """What finds out about each of some constraints without room."""
        for row in rows:
            yield row, partial(bottleneck, self.split, row, self.engine)

    def ratio(self, ratio: Ratio) -> RatioEffect:
        """What a ratio does."""
        (found,) = ratios(self.split.plan, self.split.ceiling, self.split, self.engine, [ratio])
        return found

    def weights(self) -> tuple[WeightRange, ...]:
        """The range of each line's weight."""
        return weight_ranges(self.split, self.engine)

    def chosen(self, ratios: Sequence[Ratio], found: Sequence[Bottleneck]) -> Sequence[Ratio]:  # noqa: ARG002 - all
        """All of them."""
        return ratios


class ByBlock:
    """A plan that falls apart: of a middling one the whole is asked where a block does not tell."""

    def __init__(self, apart: Apart, engine: Engine) -> None:
        self.split, self._apart = apart.split, apart
        self._whole = OfTheWhole(self.split, engine)
        self._is_large = len(self.split.plan.lines) > MOST_LINES

    def each(self, rows: Sequence[Row]) -> Iterator[tuple[Row, Callable[[], Bottleneck]]]:
        """What finds out about each of some constraints without room."""
        for row, find in self._apart.each(rows):
            yield row, find if self._is_large else partial(self._named, row, find)

    def _named(self, row: Row, find: Callable[[], Bottleneck]) -> Bottleneck:
        """The same with every line's gain by its name."""
        found = unless_missing(find, "bottleneck", row.id, [])
        if found is None:
            return bottleneck(self.split, row, self._whole.engine)
        relief, without = (
            replace(each, gains=_in_order(self.split, each.gains)) for each in (found.relief, found.without)
        )
        return replace(found, relief=relief, without=without, release=_in_order(self.split, found.release))

    def ratio(self, ratio: Ratio) -> RatioEffect:
        """What a ratio does."""
        if self._is_large:
            return self._of_its_block(ratio)
        few = len(self.split.plan.ratios) <= FEW_RATIOS
        of_its_block = partial(self._apart.ratio if few else self._of_its_block, ratio)
        return unless_missing(of_its_block, "ratio", ratio.id, []) or self._whole.ratio(ratio)

    def _of_its_block(self, ratio: Ratio) -> RatioEffect:
        return self._apart.ratio(ratio) or self._apart.weighed_ratio(ratio)

    def weights(self) -> tuple[WeightRange, ...]:
        """The range of each line's weight."""
        if self._is_large:
            return self._apart.weights()
        return unless_missing(self._apart.weights, "weights", None, []) or self._whole.weights()

    def chosen(self, ratios: Sequence[Ratio], found: Sequence[Bottleneck]) -> Sequence[Ratio]:
        """Of a country those of rules with an effect, in the order in which these were found."""
        if not self._is_large:
            return ratios
        by_id = {each.id: each for each in ratios}
        return [by_id[each.row.id] for each in found if each.has_effect and each.row.id in by_id]


class NotAsked:
    """A large plan that hangs together: its split is proved, and nothing besides is asked."""

    def __init__(self, split: Allocation) -> None:
        self.split = split

    def each(self, rows: Sequence[Row]) -> Iterator[tuple[Row, Callable[[], Bottleneck]]]:
        """Why nothing is known of each."""
        for row in rows:
            yield row, self._refused

    def ratio(self, ratio: Ratio) -> RatioEffect:  # noqa: ARG002 - whichever it is
        """Why nothing is known of it."""
        return self._refused()

    def weights(self) -> tuple[WeightRange, ...]:
        """Why nothing is known of them."""
        return self._refused()

    def chosen(self, ratios: Sequence[Ratio], found: Sequence[Bottleneck]) -> Sequence[Ratio]:  # noqa: ARG002 - whatever
        """All of them, to be told as missing."""
        return ratios

    def _refused(self) -> NoReturn:
        raise NotProvedError(
            told(
                "{lines} lines hang together, and each answer takes several splits of more than {most} lines",
                lines=len(self.split.plan.lines),
                most=MOST_LINES,
            )
        )


def asking(
    plan: Plan,
    ceiling: Ceiling,
    engine: Engine,
    watch: Callable[[Fraction], object] | None = None,
    rise: Rise | None = None,
) -> Asking:
    """Whoever answers what is asked of a plan at a ceiling.

    Args:
        plan: the lines and rules.
        ceiling: in the plan's unit.
        engine: who is asked first.
        watch: called with the part that is done of what comes before the first answer, from 0 to 1.
        rise: the plan's best split at every ceiling, where it is known already.

    Raises:
        InfeasibleError: if nothing fits within the ceiling.
        NotProvedError: if the split could not be proved.
    """
    if len(plan.lines) > MIDDLING and not isinstance(ceiling, Path) and plan.years is None:
        from flessenhals.solver.sensitivity.apart.find import apart_at  # noqa: PLC0415 - only large plans need it

        found = apart_at(plan, ceiling, engine, watch, rise)
        if found is not None:
            return ByBlock(found, engine)
        if len(plan.lines) > MOST_LINES:
            return NotAsked(allocate(plan, ceiling, engine))
    return OfTheWhole(allocate(plan, ceiling, engine), engine)


def _in_order(split: Allocation, gains: Mapping[str, Fraction]) -> dict[str, Fraction]:
    return {line: gains[line] for line in split.amounts if line in gains}
