"""The build-up per partner as small multiples: the part of what each asks that it gets, year by year."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from flessenhals.briefing.charts.shapes import Point
from flessenhals.briefing.charts.sketch import Area, Label, Sketch, Stroke, as_spec, line_along, wrapped
from flessenhals.briefing.text.naming import group_name
from flessenhals.briefing.text.numbers import amount, least_share
from flessenhals.briefing.text.units import usual_step
from flessenhals.briefing.text.words import listed, say
from flessenhals.solver.rounding.by_year import rounded_series

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flessenhals.briefing.charts.frame import Spec
    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.optimum.allocation import Allocation
    from flessenhals.solver.rounding.by_year import PrintedSeries

# Sizes are in pixels, NAME and LINES in letters and lines.
WIDE, TALL, GAP, ACROSS = 138.0, 56.0, 20.0, 4
HEAD, FOOT, LINE = 66.0, 26.0, 14.0
NAME, LINES, MOST, NAMED = 21, 3, 8, 2
ZERO, ONE = Fraction(0), Fraction(1)

Course = tuple[Fraction | None, ...]


class Panel(NamedTuple):
    """Partners that get the same part of what they ask in every year.

    Attributes:
        partners: their names.
        course: the part in each year, a pure number; None where they ask nothing.
        given, asked: what they get and ask together in each year, in the plan's unit.
    """

    partners: tuple[str, ...]
    course: Course
    given: tuple[Fraction, ...]
    asked: tuple[Fraction, ...]

    @property
    def parts(self) -> list[Fraction]:
        """The parts in the years in which they ask something."""
        return [each for each in self.course if each is not None]


def partners_chart(found: Allocation, language: Language) -> Spec:
    """A panel per partner, or per partners with one course, that with the smallest part first; eight at most.

    Args:
        found: the optimal split of a path.
        language: of the texts.

    Returns:
        A Vega-Lite specification.
    """
    printed = rounded_series(found, Fraction(usual_step(found.plan.unit)))
    return as_spec(partners_sketch(printed, language), found.plan, language)


def partners_sketch(printed: PrintedSeries, language: Language) -> Sketch:
    """The same as a drawing, of a series in print."""
    panels = panels_of(printed, language)
    years = printed.exact.years
    shown, more = panels[:MOST], panels[MOST:]
    most = max([ONE, *(part for panel in shown for part in panel.parts)])
    areas: list[Area] = []
    strokes: list[Stroke] = []
    labels: list[Label] = []
    for place, panel in enumerate(shown):
        left, top = (place % ACROSS) * (WIDE + GAP), (place // ACROSS) * (HEAD + TALL + FOOT) + HEAD
        areas += [Area(tuple(band), "flow") for band in _bands(panel.course, left, top, most)]
        whole = top + TALL * (1 - float(ONE / most))
        strokes += line_along([(left, whole), (left + WIDE, whole)], "asked", 1.4, dashed=True)
        strokes += line_along([(left, top + TALL), (left + WIDE, top + TALL)], "edge", 1.0)
        labels += _labels(panel, left, top, (years.first, years.last), language)
    rows = -(-len(shown) // ACROSS)
    under = [say("growth drawn", language)]
    if more:
        ends = [panel.parts[-1] for panel in more if panel.parts]
        under.append(
            say(
                "growth more",
                language,
                count=sum(len(panel.partners) for panel in more),
                low=least_share(min(ends), language),
                high=least_share(max(ends), language),
                year=str(years.last),
            )
        )
    return Sketch(
        width=ACROSS * (WIDE + GAP) - GAP,
        height=rows * (HEAD + TALL + FOOT),
        areas=tuple(areas),
        strokes=tuple(strokes),
        labels=tuple(labels),
        title=title(panels, years.last, years.all, language),
        under=" ".join(under),
        about=" ".join(_about(panels, years.all, language)),
    )


def title(panels: list[Panel], last: int, years: tuple[int, ...], language: Language) -> str:
    """The message: who builds up least, or from when on every partner gets what it asks."""
    whole = [year for place, year in enumerate(years) if all((panel.course[place] or ONE) >= 1 for panel in panels)]
    since = next((year for year in years if set(range(year, last + 1)) <= set(whole)), None)
    if since is not None or not panels:
        return say("growth title all", language, year=str(since or last))
    least = min((panel for panel in panels if panel.course[-1] is not None), key=lambda each: each.course[-1] or ZERO)
    share = least_share(least.course[-1] or ZERO, language)
    told = {"least": share, "year": str(last)}
    if len(panels) == 1:
        return say("growth title same", language, **told)
    key = "growth title least" if len(least.partners) == 1 else "growth titles least"
    return say(key, language, name=_named(least, language), **told)


def panels_of(printed: PrintedSeries, language: Language) -> list[Panel]:
    """The partners that ask something, those with one course together; the smallest part of all years first."""
    series, plan = printed.exact, printed.exact.allocation.plan
    lines: dict[str, list[str]] = {}
    for dated in series.years.lines:
        lines.setdefault(dated.line.partner, []).append(dated.line.id)
    panels: dict[Course, Panel] = {}
    for partner, ids in lines.items():
        exact, asked, given = (
            [sum((figures[line][year] for line in ids), start=ZERO) for year in series.years.all]
            for figures in (series.allocated, series.proposed, printed.lines)
        )
        if not any(asked):
            continue
        course = tuple(one / other if other else None for one, other in zip(exact, asked, strict=True))
        name = group_name(plan, "partner", partner, language)
        same = panels.get(course)
        panels[course] = Panel(
            (*(same.partners if same else ()), name),
            course,
            tuple(a + b for a, b in zip(given, same.given, strict=True)) if same else tuple(given),
            tuple(a + b for a, b in zip(asked, same.asked, strict=True)) if same else tuple(asked),
        )
    return sorted(panels.values(), key=lambda panel: sum(panel.parts, start=ZERO) / len(panel.parts))


def _bands(course: Course, left: float, top: float, most: Fraction) -> Iterator[list[Point]]:
    """The runs of years in which something is asked; one year alone is a bar."""
    step = WIDE / max(1, len(course) - 1)
    run: list[Point] = []
    for place, part in enumerate(course):
        if part is not None:
            run.append(Point(left + step * place, top + TALL * (1 - float(part / most)), top + TALL))
        if run and (part is None or place == len(course) - 1):
            if len(run) == 1:
                (one,) = run
                middle = min(max(one.x, left + 12), left + WIDE - 12)
                run = [Point(middle - 12, one.top, one.bottom), Point(middle + 12, one.top, one.bottom)]
            yield run
            run = []


def _labels(panel: Panel, left: float, top: float, ends: tuple[int, int], language: Language) -> Iterator[Label]:
    lines = wrapped(_named(panel, language), NAME, LINES)
    for place, line in enumerate(lines):
        yield Label(left, top - 11 - LINE * (len(lines) - place), line, bold=True)
    parts = panel.parts
    first, last = (amount(each, language) for each in (panel.given[0], panel.given[-1]))
    if len(panel.partners) == 1:
        said = say("growth panel", language, first=first, last=last, asked=amount(panel.asked[-1], language))
    else:
        shares = {"first": least_share(parts[0], language), "last": least_share(parts[-1], language)}
        said = say("growth panel shares", language, **shares) if len(parts) > 1 else shares["last"]
    yield Label(left, top - 11, said, "muted")
    yield Label(left, top + TALL + 11, str(ends[0]), "muted")
    if ends[0] != ends[1]:
        yield Label(left + WIDE, top + TALL + 11, str(ends[1]), "muted", "right")


def _named(panel: Panel, language: Language) -> str:
    names = list(panel.partners)
    together = listed(names, language)
    if len(names) <= NAMED and " ".join(wrapped(together, NAME, LINES)) == together:
        return together
    first = names[:NAMED] if len(", ".join(names[:NAMED])) <= NAME else names[:1]
    return say("partners so named", language, names=", ".join(first), count=len(names) - len(first))


def _about(panels: list[Panel], years: tuple[int, ...], language: Language) -> Iterator[str]:
    for panel in panels:
        told = (
            f"{year} {least_share(part, language)}"
            for year, part in zip(years, panel.course, strict=True)
            if part is not None
        )
        yield f"{listed(list(panel.partners), language)}: {', '.join(told)}."
