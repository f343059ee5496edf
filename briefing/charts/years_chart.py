"""The series as stacked areas over the years: what each programme gets, and hatched what is left."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from flessenhals.briefing.charts.frame import with_unit
from flessenhals.briefing.charts.roles import PROGRAMMES
from flessenhals.briefing.charts.shapes import Point
from flessenhals.briefing.charts.sketch import (
    Align,
    Area,
    Label,
    Sketch,
    Stroke,
    as_spec,
    line_along,
    pushed_apart,
    wrapped,
)
from flessenhals.briefing.text.naming import group_name
from flessenhals.briefing.text.numbers import amount, money
from flessenhals.briefing.text.units import usual_step
from flessenhals.briefing.text.words import say
from flessenhals.solver.rounding.by_year import PrintedSeries, lines_by_group, rounded_series

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from flessenhals.briefing.charts.frame import Spec
    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.optimum.allocation import Allocation
    from flessenhals.solver.optimum.dated.series import ByYear

    Up = Callable[[Fraction], float]

# Sizes are in pixels, NAME and LINES in letters and lines.
LEFT, ACROSS, RIGHT, TOP, TALL, UNDER = 34.0, 390.0, 196.0, 44.0, 230.0, 38.0
THICK, BAR, LINE, NAME, LINES, MOST_LABELS = 24.0, 130.0, 15.0, 26, 2, 9
ZERO = Fraction(0)
DARK = {"programme-1", "brand"}  # areas on which a text is white


class Layer(NamedTuple):
    """One area of the stack: its name, role and what it holds in each year."""

    name: str
    role: str
    amounts: ByYear


class Edge(NamedTuple):
    """One area at the last year: its name, its middle and its amount."""

    name: str
    middle: float
    size: Fraction


def years_chart(found: Allocation, language: Language) -> Spec:
    """The series of a plan with years as stacked areas from 0, with what is left of each year's money hatched.

    What all lines ask is dashed where it is another amount than what there is.

    Args:
        found: the optimal split of a path.
        language: of the texts.

    Returns:
        A Vega-Lite specification.
    """
    printed = rounded_series(found, Fraction(usual_step(found.plan.unit)))
    return as_spec(years_sketch(printed, language), found.plan, language)


def years_sketch(printed: PrintedSeries, language: Language, left: str = "years left") -> Sketch:
    """The same as a drawing.

    Args:
        printed: the series in print.
        language: of the texts.
        left: the words for what is hatched.
    """
    series = printed.exact
    plan = series.allocation.plan
    layers = _layers(printed, language)
    asked = {year: sum((each[year] for each in series.proposed.values()), start=ZERO) for year in series.years.all}
    there = _there(printed)
    most = max([*asked.values(), *there.values()]) or Fraction(1)

    def up(size: Fraction) -> float:
        return TOP + TALL * (1 - float(size / most))

    places = _places(series.years.all)
    areas: list[Area] = []
    strokes: list[Stroke] = []
    base = dict.fromkeys(series.years.all, ZERO)
    edges: list[Edge] = []
    last = series.years.last
    for layer in reversed(layers):
        above = {year: base[year] + layer.amounts[year] for year in series.years.all}
        band = tuple(Point(x, up(above[year]), up(base[year])) for x, year in places)
        if layer.role == "left":
            areas.append(Area(band, "stuck-paper"))
        else:
            areas.append(Area(band, layer.role))
            strokes += line_along([(point.x, point.top) for point in band], "paper", 1.5)
            edges.insert(0, Edge(layer.name, (up(above[last]) + up(base[last])) / 2, layer.amounts[last]))
        base = above
    strokes += line_along([(x, up(there[year])) for x, year in places], "ink", 1.5)
    if asked != there:
        strokes += line_along([(x, up(asked[year])) for x, year in places], "asked", 1.5, dashed=True)
    strokes += line_along([(LEFT, TOP + TALL), (LEFT + ACROSS, TOP + TALL)], "edge", 1.0)
    aside = max(printed.left, key=lambda each: printed.left[each])
    said = say(f"{left} then", language, left=amount(printed.left[aside], language), year=str(aside))
    beside = [Label(LEFT + ACROSS + 30, 10, said, "stuck", bold=True)]
    labels = (
        *(beside if printed.left[aside] and _runs_into_the_line(printed) else []),
        *_of_years(printed, places, up, left, language),
        *_spent(printed, places, next(each for each in layers if each.role != "left"), up, language),
        *_beside(printed, edges, asked, up, language),
    )
    return Sketch(
        width=LEFT + ACROSS + RIGHT,
        height=TOP + TALL + UNDER,
        areas=tuple(areas),
        strokes=tuple(strokes),
        labels=labels,
        title=title(printed, language, left),
        under=with_unit(
            say("years drawn with others" if plan.is_cofunded else "years drawn", language), plan, language
        ),
        about=" ".join(_about(printed, asked, language)),
    )


def title(printed: PrintedSeries, language: Language, left: str = "years left") -> str:
    """The message: in which year most is left, or from what to what the money that is spent grows."""
    unit = printed.exact.allocation.plan.unit
    first, last = printed.exact.years.first, printed.exact.years.last
    most = max(printed.left, key=lambda each: printed.left[each])

    def said(size: Fraction) -> str:
        return money(size, unit, language)

    if printed.left[most]:
        there = said(printed.available[most])
        return say(f"{left} title", language, left=said(printed.left[most]), ceiling=there, year=str(most))
    if first == last:
        return say("years spent in one", language, total=said(printed.total[last]), year=str(last))
    ends = {"from_": said(printed.total[first]), "until": said(printed.total[last])}
    return say("years spent title", language, first=str(first), last=str(last), **ends)


def _there(printed: PrintedSeries) -> ByYear:
    """Year → what may be spent with what others pay of it: as high as all areas together."""
    return {year: amount + printed.cofunded[year] for year, amount in printed.available.items()}


def _layers(printed: PrintedSeries, language: Language) -> list[Layer]:
    """From top to bottom: what is left, and the programmes in the plan's order."""
    plan = printed.exact.allocation.plan
    groups = list(lines_by_group(printed.exact))
    many = len(groups) > len(PROGRAMMES)
    rest = [Layer("", "left", printed.left)] if any(printed.left.values()) else []
    named = [
        Layer(
            say("total", language) if groups == [None] else group_name(plan, "programme", group, language),
            ("brand" if not place else "room") if many else f"programme-{place + 1}",
            printed.groups[group],
        )
        for place, group in enumerate(groups)
    ]
    return [*rest, *named]


def _places(years: Sequence[int]) -> list[tuple[float, int]]:
    """Where each year stands; one year alone is a bar."""
    if len(years) == 1:
        middle = LEFT + ACROSS / 2
        return [(middle - BAR / 2, years[0]), (middle + BAR / 2, years[0])]
    return [(LEFT + ACROSS * place / (len(years) - 1), year) for place, year in enumerate(years)]


def _labelled(places: Sequence[tuple[float, int]]) -> list[tuple[float, int]]:
    if len({year for _, year in places}) == 1:
        return [((places[0][0] + places[-1][0]) / 2, places[0][1])]
    every = -(-len(places) // MOST_LABELS)
    return [each for place, each in enumerate(places) if place % every == 0 or place == len(places) - 1]


def _of_years(
    printed: PrintedSeries, places: Sequence[tuple[float, int]], up: Up, left: str, language: Language
) -> Iterator[Label]:
    """Below each year its name, above it what there is, and above the one with most left how much that is."""
    most = max(printed.left, key=lambda each: printed.left[each])
    there = _there(printed)
    for x, year in _labelled(places):
        yield Label(x, TOP + TALL + 15, str(year), align="center")
        rising = there.get(year + 1, there[year]) - there[year]
        align: Align = "center" if not rising else "right" if rising > 0 else "left"
        aside = {"center": 0.0, "right": -4.0, "left": 4.0}[align]
        yield Label(x + aside, up(there[year]) - 10, amount(there[year], language), align=align, bold=True)
        if year == most and printed.left[year] and not _runs_into_the_line(printed):
            said = say(left, language, left=amount(printed.left[year], language))
            yield Label(x, up(there[year]) - 26, said, "stuck", "center", bold=True)
    yield Label(_labelled(places)[-1][0], TOP + TALL + 29, say("years last", language), "muted", "center")


def _runs_into_the_line(printed: PrintedSeries) -> bool:
    """Whether most is left in the first year, under a line that rises: words above it would lie across it."""
    years = printed.exact.years
    most = max(printed.left, key=lambda each: printed.left[each])
    return most == years.first != years.last and _there(printed)[most + 1] > _there(printed)[most]


def _spent(
    printed: PrintedSeries, places: Sequence[tuple[float, int]], top: Layer, up: Up, language: Language
) -> Iterator[Label]:
    """What is spent in the years in which something is left, in white where the uppermost area is dark and thick."""
    for x, year in _labelled(places):
        thick = up(ZERO) - up(top.amounts[year])
        if top.role in DARK and printed.left[year] and thick > THICK:
            align: Align = "left" if x == places[0][0] else "right" if x == places[-1][0] else "center"
            aside = {"center": 0.0, "right": -4.0, "left": 4.0}[align]
            yield Label(x + aside, up(printed.given[year]) + 12, amount(printed.total[year], language), "paper", align)


def _beside(
    printed: PrintedSeries, edges: Sequence[Edge], asked: ByYear, up: Up, language: Language
) -> Iterator[Label]:
    """The programmes at the right, each beside its area, with what it gets in the last year."""
    first, last = printed.exact.years.first, printed.exact.years.last
    told = [([*wrapped(each.name, NAME, LINES), amount(each.size, language)], each.middle) for each in edges]
    if asked[first] > _there(printed)[first] and first != last:
        yield Label(
            LEFT, up(asked[first]) - 10, say("years asked line", language, amount=amount(asked[first], language))
        )
    elif asked[last] != _there(printed)[last]:
        told.insert(0, ([say("years asked line", language, amount=amount(asked[last], language))], up(asked[last])))
    tall = [LINE * len(lines) + 4 for lines, _ in told]
    middles = pushed_apart([middle for _, middle in told], tall, LINE * 2, TOP + TALL + UNDER)
    for (lines, _), middle in zip(told, middles, strict=True):
        begin = middle - LINE * (len(lines) - 1) / 2
        for place, line in enumerate(lines):
            yield Label(LEFT + ACROSS + 30, begin + LINE * place, line, bold=place == len(lines) - 1 > 0)


def _about(printed: PrintedSeries, asked: ByYear, language: Language) -> Iterator[str]:
    plan = printed.exact.allocation.plan
    for year in printed.exact.years.all:
        yield say(
            "about year",
            language,
            year=str(year),
            asked=money(asked[year], plan.unit, language),
            available=money(printed.available[year], plan.unit, language),
            spent=money(printed.total[year], plan.unit, language),
            left=money(printed.left[year], plan.unit, language),
        )
