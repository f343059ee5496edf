"""The picture that the tool is named after: a chain drawn as a bottle, the proposal above the optimum on one scale."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, Any, NamedTuple

from flessenhals.briefing.charts.bottle_shapes import END, START, Shapes, hatching, shapes
from flessenhals.briefing.charts.chain_chart import chain_chart
from flessenhals.briefing.charts.frame import FONT, INK, alternative, frame
from flessenhals.briefing.charts.roles import ASKED, BRAND, EDGE, FLOW, MUTED, ROOM, STUCK, STUCK_PAPER
from flessenhals.briefing.text.naming import group_name
from flessenhals.briefing.text.numbers import money
from flessenhals.briefing.text.words import listed, say
from flessenhals.constraints.exact import total
from flessenhals.solver.comparison.bottle import bottles
from flessenhals.solver.optimum.allocation import Allocation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from flessenhals.briefing.charts.frame import Spec
    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.comparison.bottle import Bottle, Neck
    from flessenhals.solver.comparison.comparison import Comparison
    from flessenhals.solver.plan.plan import Plan

# Sizes are in pixels.
WIDE, THICKEST, BETWEEN, LINE, NAME = 800, 96.0, 22.0, 14.0, 30
MOST_NAMED = 2
SPARE = 1.35  # room is drawn up to so many times what is asked


class Panel(NamedTuple):
    """One split of the chain.

    Attributes:
        said: `Proposal` or `Optimum`, in the reader's language.
        bottle: the chain as it fills it.
    """

    said: str
    bottle: Bottle


def has_chain(found: Comparison) -> bool:
    """Whether the plan has a chain to draw."""
    return bool(_panels(found, "en")[0])


def bottle_chart(found: Comparison, language: Language) -> Spec:
    """The tightest chain as a bottle, as thick as the money that each link can serve.

    What gets through flows on in one thickness; what is stuck is hatched before the neck that holds it; what is asked
    is dashed. The proposal stands above the optimum, on one scale.

    Args:
        found: a proposal held against the rules, of a plan with a chain.
        language: of the texts.

    Returns:
        A Vega-Lite specification.
    """
    panels, more = _panels(found, language)
    widest = [max(panel.bottle.money, total(inlet.asked for inlet in panel.bottle.inlets)) for panel in panels]
    most = float(max(widest)) or 1.0
    scale = THICKEST / most
    layers: list[Spec] = []
    top = 0.0
    for panel in panels:
        drawn = shapes(panel.bottle, scale, most * SPARE)
        layers += _drawn(found.plan, panel, drawn, top, language)
        top += drawn.height + BETWEEN
    told = [message(found.plan, panels[0].bottle, language), say("bottle explained", language)]
    told += [say("more chains", language, count=more)] if more else []
    return {
        **frame(found.plan, "\n".join(told), language),
        "description": alternative(found.plan, _about(found.plan, panels, language), language),
        "width": WIDE,
        "height": top,
        "view": {"stroke": None},
        "layer": layers,
    }


def bottle_or_rules(found: Comparison, language: Language) -> Spec:
    """The chain as a bottle; where the rules form none, each rule by itself."""
    return bottle_chart(found, language) if has_chain(found) else chain_chart(found, language)


def message(plan: Plan, bottle: Bottle, language: Language) -> str:
    """What becomes of the money that enters a chain, in one sentence."""
    said = {
        "money": money(bottle.money, plan.unit, language),
        "passes": money(bottle.passes, plan.unit, language),
        "stuck": money(bottle.stuck, plan.unit, language),
    }
    if not bottle.money:
        return say("bottle empty", language)
    if not bottle.stuck:
        return say("bottle flows", language, **said)
    held = max(bottle.necks, key=lambda neck: neck.stuck)
    key = "bottle blocked" if not bottle.passes else "bottle stuck"
    return say(key, language, **said, name=_partners(plan, held.downstream, language))


def _panels(found: Comparison, language: Language) -> tuple[list[Panel], int]:
    """The chain that the proposal fills worst, as it and the optimum fill it; and how many more chains there are."""
    proposed = bottles(found.plan, found.proposal.amounts, found.usable.amounts)
    if not proposed:
        return [], 0
    panels = [Panel(say("chart of proposal", language), proposed[0])]
    if isinstance(found.optimum, Allocation) and not found.is_optimal:
        last = proposed[0].necks[-1].id
        amounts = found.optimum.amounts
        best = next(each for each in bottles(found.plan, amounts, amounts) if each.necks[-1].id == last)
        panels.append(Panel(say("chart of optimum", language), best))
    return panels, len(proposed) - 1


def _drawn(plan: Plan, panel: Panel, drawn: Shapes, top: float, language: Language) -> Iterator[Spec]:
    """The layers of one panel, from the back to the front."""
    yield _boxes(drawn.rooms, top, fill=ROOM, stroke=EDGE)
    yield _bands(drawn.stuck, top, STUCK_PAPER)
    lines = [(x, y + top, x2, y2 + top) for band in drawn.stuck for x, y, x2, y2 in hatching(band)]
    yield _rules(lines, STUCK, 2.2)
    yield _bands(drawn.flows, top, FLOW)
    outlines = [side for box in drawn.asked for side in _sides(*box, top)]
    yield {**_rules(outlines, ASKED, 1.4), "mark": {"type": "rule", "color": ASKED, "strokeDash": [4, 4]}}
    yield _boxes(drawn.walls, top, fill=STUCK, stroke=STUCK)
    yield from _texts(plan, panel, drawn, top, language)


def _texts(plan: Plan, panel: Panel, drawn: Shapes, top: float, language: Language) -> Iterator[Spec]:
    bottle = panel.bottle

    def amount(of: Any) -> str:  # noqa: ANN401 - a Fraction, passed on
        return money(of, plan.unit, language)

    strong: list[tuple[float, float, str]] = []
    muted: list[tuple[float, float, str]] = []
    for middle, inlet in zip(drawn.middles, bottle.inlets, strict=True):
        lines = wrap(f"{_partners(plan, inlet.lines, language)} {amount(inlet.money)}", NAME)
        asked = [say("bottle asked", language, amount=amount(inlet.asked))] if inlet.asked != inlet.money else []
        first = middle + top - LINE * (len(lines) + len(asked) - 1) / 2
        strong += [(START - 10, first + LINE * place, line) for place, line in enumerate(lines)]
        muted += [(START - 10, first + LINE * len(lines), line) for line in asked]
    yield _labels(strong, "right", INK, bold=True)
    yield _labels(muted, "right", MUTED)
    yield _labels([(0, top + 12, panel.said)], "left", BRAND, bold=True)
    heads, enough = [], []
    for depth, x in drawn.necks.items():
        necks = [neck for neck in bottle.necks if neck.depth == depth]
        heads.append((x, top + 12, f"{_of(plan, necks, language)} {amount(total(neck.money for neck in necks))}"))
        capacity = total(neck.capacity for neck in necks)
        if capacity:
            enough.append((x, top + 27, say("bottle enough", language, amount=amount(capacity))))
    yield _labels(heads, "center", INK, bold=True)
    yield _labels(enough, "center", MUTED)
    yield _labels(
        [(box.right + 8, (box.top + box.bottom) / 2 + top, say("bottle shut", language)) for box in drawn.walls[:1]]
        if bottle.stuck
        else [],
        "left",
        STUCK,
        bold=True,
    )
    out = drawn.out + top
    said = [(END + 10, out - 7, amount(bottle.passes)), (END + 10, out + 8, say("bottle through", language))]
    yield _labels(said[:1], "left", INK, bold=True)
    yield _labels(said[1:], "left", MUTED)
    if bottle.stuck:
        stuck = f"{amount(bottle.stuck)} {say('bottle stays', language)}"
        yield _labels([(END + 10, out + 25, stuck)], "left", STUCK, bold=True)


def _of(plan: Plan, necks: Iterable[Neck], language: Language) -> str:
    return _partners(plan, [line for neck in necks for line in neck.downstream], language)


def _partners(plan: Plan, lines: Iterable[str], language: Language) -> str:
    """Whose lines these are: the partners by name."""
    partners = dict.fromkeys(plan.line_by_id[line].partner for line in lines)
    names = [group_name(plan, "partner", each, language) for each in partners]
    return listed(names, language) if len(names) <= MOST_NAMED else say("so many partners", language, count=len(names))


def _about(plan: Plan, panels: list[Panel], language: Language) -> Iterator[str]:
    """The alternative text: what enters, what each link can serve, and what is stuck, for each split."""
    for panel in panels:
        yield say("about bottle", language, name=panel.said, told=message(plan, panel.bottle, language))
        for neck in panel.bottle.necks:
            yield say(
                "about neck",
                language,
                name=_partners(plan, neck.downstream, language),
                money=money(neck.money, plan.unit, language),
                capacity=money(neck.capacity, plan.unit, language),
                arrives=money(neck.arrives, plan.unit, language),
            )


def _place(channel: str, field: str, length: float) -> Spec:
    scale: Spec = {"domain": [0, length], "nice": False, "zero": False}
    if channel == "y":
        scale["reverse"] = True
    return {"field": field, "type": "quantitative", "scale": scale, "axis": None}


def _at(x: str = "x", y: str = "y") -> Spec:
    return {"x": {**_place("x", x, WIDE)}, "y": {"field": y, "type": "quantitative", "scale": None, "axis": None}}


def _boxes(boxes: Iterable[tuple[float, float, float, float]], top: float, *, fill: str, stroke: str) -> Spec:
    rows = [{"x": left, "x2": right, "y": up + top, "y2": low + top} for left, right, up, low in boxes]
    return {
        "data": {"values": rows},
        "mark": {"type": "rect", "color": fill, "stroke": stroke, "strokeWidth": 1},
        "encoding": {**_at(), "x2": {"field": "x2"}, "y2": {"field": "y2"}},
    }


def _bands(bands: Iterable[Iterable[tuple[float, float, float]]], top: float, colour: str) -> Spec:
    rows = [
        {"band": place, "x": x, "y": up + top, "y2": low + top}
        for place, band in enumerate(bands)
        for x, up, low in band
    ]
    return {
        "data": {"values": rows},
        "mark": {"type": "area", "color": colour, "opacity": 1, "line": False},
        "encoding": {**_at(), "y2": {"field": "y2"}, "detail": {"field": "band", "type": "nominal"}},
    }


def _rules(lines: Iterable[tuple[float, float, float, float]], colour: str, width: float) -> Spec:
    rows = [{"x": x, "y": y, "x2": x2, "y2": y2} for x, y, x2, y2 in lines]
    return {
        "data": {"values": rows},
        "mark": {"type": "rule", "color": colour, "strokeWidth": width},
        "encoding": {**_at(), "x2": {"field": "x2"}, "y2": {"field": "y2"}},
    }


def _sides(left: float, right: float, up: float, low: float, top: float) -> Iterator[tuple[float, float, float, float]]:
    yield left, up + top, right, up + top
    yield left, low + top, right, low + top
    yield left, up + top, left, low + top
    yield right, up + top, right, low + top


def _labels(texts: Iterable[tuple[float, float, str]], align: str, colour: str, *, bold: bool = False) -> Spec:
    return {
        "data": {"values": [{"x": x, "y": y, "said": said} for x, y, said in texts]},
        "mark": {
            "type": "text",
            "align": align,
            "baseline": "middle",
            "fontSize": FONT + 1 if bold else FONT,
            "fontWeight": "bold" if bold else "normal",
            "color": colour,
            "limit": 0,
        },
        "encoding": {**_at(), "text": {"field": "said", "type": "nominal"}},
    }
