"""Proposals as strips under each other: what of each can be used, what is stuck, and what of the ceiling it leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from flessenhals.briefing.charts.shapes import Point
from flessenhals.briefing.charts.sketch import Area, Label, Sketch, wrapped
from flessenhals.briefing.text.numbers import money, to_places
from flessenhals.briefing.text.words import say
from flessenhals.constraints.ceiling import size

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from fractions import Fraction

    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.comparison.side_by_side import SideBySide

# Sizes are in pixels, NAME and LINES in letters and lines.
WIDE, LEFT, TALL, ROW, LINE = 800.0, 200.0, 22.0, 58.0, 17.0
LETTER, GAP = 7.4, 14.0
NAME, LINES = 27, 3
DASHED = Area((), edge="edge", dashed=True)


class Strip(NamedTuple):
    """One proposal against the ceiling, in the plan's unit.

    Attributes:
        name: what it is called.
        usable: what of it the rules let be used.
        stuck: what of it they do not.
        left: what of the ceiling it does not give.
    """

    name: str
    usable: Fraction
    stuck: Fraction
    left: Fraction


def strips(found: SideBySide) -> list[Strip]:
    """The strips of several proposals, in the order in which they were given."""
    ceiling = size(found.ceiling)
    made = []
    for name, each in zip(found.names, found.results, strict=True):
        total = each.proposal.total
        usable = sum(each.usable.amounts.values(), start=total * 0)
        made.append(Strip(name, usable, total - usable, max(ceiling - total, total * 0)))
    return made


def proposals_sketch(found: SideBySide, language: Language, decimals: int) -> Sketch:
    """Each proposal as a strip: filled what can be used, hatched what is stuck, dashed what of the ceiling is left.

    Args:
        found: several proposals against one ceiling.
        language: of the texts.
        decimals: of the amounts, at most.
    """
    drawn = strips(found)
    most = float(max(each.usable + each.stuck + each.left for each in drawn)) or 1.0
    scale = (WIDE - LEFT) / most

    def said(of: Fraction) -> str:
        return money(to_places(of, decimals) or of, found.plan.unit, language)

    areas: list[Area] = []
    labels: list[Label] = []
    for place, each in enumerate(drawn):
        top = ROW * place + 2
        areas += _areas(each, top, scale)
        lines = wrapped(each.name, NAME, LINES)
        first = top + TALL / 2 - LINE * (len(lines) - 1) / 2
        labels += [Label(LEFT - 10, first + LINE * at, line, align="right", bold=True) for at, line in enumerate(lines)]
        labels += _told(each, top + TALL + LINE / 2 + 3, said, language)
    best = max(drawn, key=lambda each: each.usable)
    return Sketch(
        width=WIDE,
        height=ROW * len(drawn),
        areas=tuple(areas),
        strokes=(),
        labels=tuple(labels),
        title=say(
            "strips title even" if sum(each.usable == best.usable for each in drawn) > 1 else "strips title",
            language,
            name=best.name,
            usable=said(best.usable),
            count=len(drawn),
        ),
        under=say("strips drawn", language, ceiling=said(size(found.ceiling))),
        about=" ".join(
            say(
                "about strip",
                language,
                name=each.name,
                usable=said(each.usable),
                stuck=said(each.stuck),
                left=said(each.left),
            )
            for each in drawn
        ),
    )


def _areas(strip: Strip, top: float, scale: float) -> Iterator[Area]:
    """The parts of a strip beside each other; one without money is not drawn."""
    x = LEFT
    for of, look in (
        (strip.usable, Area((), "flow")),
        (strip.stuck, Area((), "stuck-paper", "edge")),
        (strip.left, DASHED),
    ):
        wide = float(of) * scale
        if wide:
            yield look._replace(band=(Point(x, top, top + TALL), Point(x + wide, top, top + TALL)))
        x += wide


def _told(strip: Strip, y: float, said: Callable[[Fraction], str], language: Language) -> Iterator[Label]:
    """The amounts below a strip, one behind another."""
    x = LEFT
    for key, of, role in (
        ("usable", strip.usable, "ink"),
        ("stuck", strip.stuck, "stuck"),
        ("left", strip.left, "muted"),
    ):
        if of or key == "usable":
            words = say(f"strip {key}", language, amount=said(of))
            yield Label(x, y, words, role, bold=key != "left")
            x += len(words) * LETTER + GAP
