"""The ladder as a chart of letters, for a terminal."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, NamedTuple

from flessenhals.briefing.charts.frame import by_programme, spread, with_unit
from flessenhals.briefing.charts.split_chart import what_is_split
from flessenhals.briefing.text.numbers import amount
from flessenhals.briefing.text.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable
    from fractions import Fraction

    from flessenhals.briefing.charts.jumps import Jumps
    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.sensitivity.ladder.ladder import Ladder

BLOCKS, AXIS, COURSE = " ▁▂▃▄▅▆▇█", "─", "┴"
FULL = len(BLOCKS) - 1
FEWEST, MOST = 20, 80
GAP = 2


class _Band(NamedTuple):
    """A programme: its name, what it gets at the lowest and the highest step, and its bars, a text a row."""

    name: str
    low: str
    high: str
    bars: list[str]


def terminal_chart(ladder: Ladder | Jumps, language: Language, width: int) -> str:
    """What each programme gets over the ceiling, all on one scale, above an axis with the steps of the ladder.

    The figures beside the bars are the amounts at the lowest and the highest step. Where the screen is too narrow for
    that, they stand under the bars.

    Args:
        ladder: the split at every ceiling.
        language: of the texts and numbers.
        width: how many columns there are, 30 or more.
    """
    first, last = ladder.steps[0], ladder.steps[-1]
    groups = by_programme(ladder.plan, language)
    named = say("ceiling", language)
    lows = [amount(group.gets(first.amounts), language) for group in groups]
    highs = [amount(group.gets(last.amounts), language) for group in groups]
    part = 3 if len(groups) <= 5 else 2  # noqa: PLR2004 - fewer programmes are taller, so that their names may wrap
    longest = max(len(name) for name in [named, *(group.name for group in groups)])
    names = max(len(named), min(longest, width // part))
    lefts, rights = max(map(len, lows)), max(map(len, highs))
    columns = width - names - lefts - rights - 2 * GAP
    beside = columns >= FEWEST
    columns = min(columns if beside else width, MOST)
    tall = max(1, 9 // len(groups) if beside else 4 // len(groups))
    splits = [ladder.at(ceiling) for ceiling in spread(ladder, columns)]
    given = [[group.gets(amounts) for amounts in splits] for group in groups]
    most = max(map(max, given))
    bands = [
        _Band(group.name, low, high, _bars(amounts, most, min(tall, 3), columns))
        for group, low, high, amounts in zip(groups, lows, highs, given, strict=True)
    ]
    axis = _axis([step.ceiling for step in ladder.steps], columns, language)
    rows = wrap(with_unit(what_is_split(groups, language).rstrip("."), ladder.plan, language), width)
    if beside:
        for band in bands:
            rows += _beside(band, names, lefts, rights)
        margin = names + lefts + GAP + GAP // 2
        rows += [named.ljust(margin) + row if place == 1 else " " * margin + row for place, row in enumerate(axis)]
    else:
        for band in bands:
            rows += [*wrap(band.name, width), *band.bars, *_ends(band.low, band.high, columns)]
        rows += axis
    return "\n".join(row.rstrip() for row in rows) + "\n"


def _bars(amounts: list[Fraction], most: Fraction, tall: int, columns: int) -> list[str]:
    """Amounts as bars of so many rows; the largest leaves an eighth free, and anything above zero shows."""
    heights = [max(1, round(each / most * (FULL * tall - 1))) if each else 0 for each in amounts]
    if len(heights) == 1:
        heights *= columns
    return [
        "".join(BLOCKS[max(0, min(FULL, height - FULL * row))] for height in heights) for row in reversed(range(tall))
    ]


def _beside(band: _Band, names: int, lefts: int, rights: int) -> Iterable[str]:
    """The rows of a programme; name and amounts stand on the ground, like its bars."""
    lines = wrap(band.name, names)
    rows = max(len(lines), len(band.bars))
    lines = [""] * (rows - len(lines)) + lines
    bars = [""] * (rows - len(band.bars)) + band.bars
    for place, (line, bar) in enumerate(zip(lines, bars, strict=True), start=1):
        low, high = (band.low, band.high) if place == rows else ("", "")
        yield f"{line:{names}}{'':{GAP}}{low:>{lefts}} {bar} {high:>{rights}}"


def _axis(ceilings: list[Fraction], columns: int, language: Language) -> list[str]:
    """The axis with a mark at every step, and under it the ceilings: the first, the last and what fits between."""
    low, width = ceilings[0], ceilings[-1] - ceilings[0]
    places = [round((each - low) / width * (columns - 1)) if width else 0 for each in ceilings]
    marks = "".join(COURSE if place in places else AXIS for place in range(columns))
    said = [amount(each, language) for each in ceilings]
    if len(said) == 1:
        return [marks, said[0]]
    under, *more = _ends(said[0], said[-1], columns)
    for place, label in zip(places[1:-1], said[1:-1], strict=True):
        start = place - len(label) // 2
        room = under[max(0, start - GAP) : start + len(label) + GAP]
        if start >= 0 and not more and not room.strip():
            under = under[:start] + label + under[start + len(label) :]
    return [marks, under, *more]


def _ends(low: str, high: str, columns: int) -> list[str]:
    """Two figures at both ends of a row; under each other where they do not fit beside each other."""
    if len(low) + GAP + len(high) <= columns:
        return [low + high.rjust(columns - len(low))]
    return [low, high.rjust(columns)]
