"""A chain as a drawing: its bands, its rooms and the labels beside them, from left to right or from top to bottom."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from flessenhals.briefing.charts.bottle.bottle_shapes import ACROSS, DOWN, shapes
from flessenhals.briefing.charts.bottle.panels import amount_in, link_names, message, partners_named
from flessenhals.briefing.charts.shapes import Point
from flessenhals.briefing.charts.sketch import Area, Label, Sketch
from flessenhals.briefing.text.words import say
from flessenhals.constraints.exact import total

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from fractions import Fraction

    from flessenhals.briefing.charts.bottle.bottle_shapes import Layout, Shapes
    from flessenhals.briefing.charts.bottle.panels import Chains, Panel
    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.comparison.bottle import Bottle, Neck

# Sizes are in pixels, LETTER is one on the wide side.
WIDE, NARROW, BESIDE, BETWEEN, LINE, LETTER = 800.0, 343.0, 190.0, 18.0, 17.0, 7.4
MOST_LINES = 4  # of a head
LABELS, TRIES = 188.0, 4  # where labels begin in an upright drawing
CROWDED = 110.0  # links nearer to each other have their heads by turns above and below
SPARE = 1.35  # room is drawn up to so many times what is asked


def bottle_sketch(chains: Chains, language: Language) -> Sketch:
    """A chain as a drawing from left to right, and for a narrow screen from top to bottom.

    Args:
        chains: at least one split of a chain.
        language: of the texts.
    """
    across = _Drawn(chains, language, ACROSS).sketch()
    return across._replace(tall=_Drawn(chains, language, DOWN).sketch())


class _Drawn:
    """The panels of one drawing, on one scale."""

    def __init__(self, chains: Chains, language: Language, layout: Layout) -> None:
        self._chains, self._language, self._layout = chains, language, layout
        self._upright = layout is DOWN
        bottles_of = [panel.bottle for panel in chains.panels]
        widest = [max(each.money, total(inlet.asked for inlet in each.inlets)) for each in bottles_of]
        self._most = float(max(widest)) or 1.0
        lanes = max(len(each.inlets) for each in bottles_of) - 1
        room = layout.thickest - (lanes * layout.gap if self._upright else 0)
        self._scale = max(room, layout.thickest / 3) / self._most
        if self._upright:
            self._narrow()
        self._areas: list[Area] = []
        self._labels: list[Label] = []

    def _narrow(self) -> None:
        """Draw thinner what would reach the labels beside it: rooms take more than what comes."""
        for _ in range(TRIES):
            across = max(self._shapes(panel).height for panel in self._chains.panels)
            if across <= LABELS:
                return
            self._scale *= LABELS / across

    def _shapes(self, panel: Panel) -> Shapes:
        return shapes(panel.bottle, self._scale, self._most * SPARE, self._layout, held=panel.held)

    def sketch(self) -> Sketch:
        chains, language = self._chains, self._language
        at = 0.0
        for place, panel in enumerate(chains.panels):
            last = place == len(chains.panels) - 1
            drawn = self._shapes(panel)
            at = (self._down if self._upright else self._across)(panel, drawn, at, asked=last) + BETWEEN
        under = [say("bottle explained", language)]
        year = chains.panels[0].bottle.necks[0].id.year
        under += [say("bottle year", language, year=str(year))] if year is not None else []
        under += [say("more chains", language, count=chains.more)] if chains.more else []
        return Sketch(
            width=NARROW if self._upright else WIDE,
            height=at - BETWEEN,
            areas=tuple(self._areas),
            strokes=(),
            labels=tuple(self._labels),
            title=message(chains, chains.panels[0], language).rstrip("."),
            under=" ".join(under),
            about=" ".join(self._about()),
            upright=self._upright,
        )

    def _money(self, of: Fraction) -> str:
        return amount_in(self._chains, of, self._language)

    def _say(
        self, x: float, y: float, said: str, role: str = "ink", align: str = "left", *, bold: bool = False
    ) -> None:
        self._labels.append(Label(x, y, said, role, align, bold))  # type: ignore[arg-type]  # one of three words

    def _bands(self, panel: Panel, drawn: Shapes, along: float, across: float, *, asked: bool) -> None:
        """The areas of one panel, moved to their place, from the back to the front."""

        def moved(band: Iterable[Point]) -> tuple[Point, ...]:
            return tuple(Point(each.x + along, each.top + across, each.bottom + across) for each in band)

        boxes = [(box, "room", "edge") for box in drawn.rooms]
        self._areas += [
            Area(moved([Point(box.left, box.top, box.bottom), Point(box.right, box.top, box.bottom)]), role, edge)
            for box, role, edge in boxes
        ]
        wanted = [moved(band) for band in drawn.asked] if asked else []
        if panel.held:
            self._areas += [Area(band, "stuck-paper", curved=True, pale=True) for band in wanted]
        self._areas += [Area(moved(band), "stuck-paper", "edge", curved=True) for band in drawn.stuck]
        self._areas += [Area(moved(band), "flow", curved=True) for band in drawn.flows]
        self._areas += [Area(band, edge="edge", curved=True, dashed=True) for band in wanted]
        self._areas += [
            Area(moved([Point(box.left, box.top, box.bottom), Point(box.right, box.top, box.bottom)]), "stuck")
            for box in drawn.walls
        ]

    def _across(self, panel: Panel, drawn: Shapes, top: float, *, asked: bool) -> float:
        """A panel from left to right, its heads above it; returns where it ends."""
        bottle, layout = panel.bottle, self._layout
        depths = len(drawn.necks)
        room = drawn.necks[depths] - drawn.necks[1]
        letters = int((room / (depths - 1) if depths > 1 else 2 * BESIDE) / LETTER)
        below = depths > 1 and room / (depths - 1) < CROWDED
        letters *= 1 + below
        heads = {depth: self._head(bottle, depth, letters) for depth in drawn.necks}
        tall = max(len(strong) + len(muted) for strong, muted in heads.values())
        self._say(0, top + LINE / 2, panel.said, "brand", bold=True)
        if len(panel.said) * LETTER > layout.first - 2 * layout.neck - BESIDE / 2:
            top += LINE + 2
        body = top + LINE * tall
        for depth, (strong, muted) in heads.items():
            begin = body + drawn.height if below and depth % 2 == 0 else body - LINE * (len(strong) + len(muted))
            self._lines(drawn.necks[depth], begin, strong, muted, "center")
        self._bands(panel, drawn, 0, body, asked=asked)
        for middle, inlet in zip(drawn.middles, bottle.inlets, strict=True):
            lines = wrap(f"{self._partners(inlet.lines)} {self._held_together(inlet.money)}", int(BESIDE / LETTER))
            muted = [self._asks(inlet.asked)] if asked and inlet.asked > inlet.money else []
            begin = middle + body - LINE * (len(lines) + len(muted)) / 2
            self._lines(layout.start - 10, begin, [_loose(line) for line in lines], muted, "right")
        last = bool(drawn.walls) and drawn.walls[0].right > drawn.necks[depths] - 1
        if not last:
            self._walls(drawn, body)
        x, out = drawn.end + 10, drawn.out + body
        lines_out = [(each, "stuck", True) for each in self._shut()] if last else []
        lines_out += self._out(panel, asked=asked)
        first = out - LINE * (len(lines_out) - 1) / 2
        for place, (said, role, bold) in enumerate(lines_out):
            self._say(x, first + LINE * place, said, role, bold=bold)
        under = LINE * tall if below else 0
        return max(body + drawn.height + under, first + LINE * len(lines_out))

    def _lines(self, x: float, top: float, strong: list[str], muted: list[str], align: str) -> None:
        """Lines below each other: the strong ones first."""
        for place, line in enumerate([*strong, *muted]):
            bold = place < len(strong)
            self._say(x, top + LINE * (place + 0.5), line, "ink" if bold else "muted", align, bold=bold)

    def _shut(self) -> list[str]:
        return wrap(say("bottle shut", self._language), 16)

    def _down(self, panel: Panel, drawn: Shapes, top: float, *, asked: bool) -> float:
        """A panel from top to bottom, its labels at the right."""
        bottle, beside = panel.bottle, LABELS + 8
        self._say(0, top + LINE / 2, panel.said, "brand", bold=True)
        begin = top + LINE + 4
        self._bands(panel, drawn, begin, 0, asked=asked)
        letters, y = int((NARROW - beside) / LETTER), begin + LINE / 2
        lines: list[tuple[str, str, bool]] = []
        for inlet in bottle.inlets:
            lines += [
                (_loose(each), "ink", True)
                for each in wrap(f"{self._partners(inlet.lines)} {self._held_together(inlet.money)}", letters)
            ]
            lines += [(self._asks(inlet.asked), "muted", False)] if asked and inlet.asked > inlet.money else []
        y = self._column(beside, y, lines)
        for depth, x in drawn.necks.items():
            strong, muted = self._head(bottle, depth, letters)
            shut = any(not neck.capacity and neck.arrives for neck in bottle.necks if neck.depth == depth)
            told = [(each, "ink", True) for each in strong]
            told += (
                [(each, "stuck", True) for each in wrap(say("bottle shut", self._language), letters)] if shut else []
            )
            told += [(each, "muted", False) for each in muted]
            y = self._column(beside, max(y + 4, begin + x - LINE * (len(told) - 1) / 2), told)
        y = self._column(beside, max(y + 4, begin + drawn.end - LINE), self._out(panel, asked=asked))
        return max(begin + drawn.end + 4, y)

    def _column(self, x: float, y: float, lines: Iterable[tuple[str, str, bool]]) -> float:
        for said, role, bold in lines:
            self._say(x, y, said, role, bold=bold)
            y += LINE
        return y

    def _walls(self, drawn: Shapes, top: float) -> None:
        for box in drawn.walls[:1]:
            middle = (box.top + box.bottom) / 2 + top
            for place, line in enumerate(self._shut()):
                self._say(box.right + 10, middle + LINE * (place - 0.5), line, "stuck", bold=True)

    def _head(self, bottle: Bottle, depth: int, letters: int) -> tuple[list[str], list[str]]:
        """What stands above the links of one depth: who they are with their money, and how much they can serve."""
        necks = [neck for neck in bottle.necks if neck.depth == depth]
        money_of = {neck.downstream: neck.money for neck in necks}  # what stands behind several links counts once
        said = f"{self._of(bottle, necks)} {self._held_together(total(money_of.values()))}"
        strong = wrap(said, max(letters, 12))[:MOST_LINES]
        capacity = total(neck.capacity for neck in necks)
        muted = say("bottle enough", self._language, amount=self._held_together(capacity)) if capacity else ""
        return [_loose(line) for line in strong], [_loose(line) for line in wrap(muted, max(letters, 12))]

    def _out(self, panel: Panel, *, asked: bool) -> list[tuple[str, str, bool]]:
        """What comes out, and what does not."""
        bottle, language = panel.bottle, self._language
        told = [(self._money(bottle.passes), "ink", True), (say("bottle through", language), "muted", False)]
        left = total(max(inlet.asked - inlet.money, inlet.money * 0) for inlet in bottle.inlets)
        if bottle.stuck:
            told += [(self._money(bottle.stuck), "stuck", True), (say("bottle stays", language), "stuck", True)]
        elif panel.held and asked and left:
            told += [(self._money(left), "stuck", True), (say("bottle does not fit", language), "stuck", True)]
        return told

    def _asks(self, of: Fraction) -> str:
        return say("bottle asked", self._language, amount=self._money(of))

    def _held_together(self, of: Fraction) -> str:
        """An amount in which no line breaks."""
        return self._money(of).replace(" ", _TIE)

    def _of(self, bottle: Bottle, necks: list[Neck]) -> str:
        names = dict(zip(bottle.necks, link_names(self._chains.plan, bottle, self._language), strict=True))
        if len(necks) == 1:
            return names[necks[0]]
        return self._partners([line for neck in necks for line in neck.downstream])

    def _partners(self, lines: Iterable[str]) -> str:
        return partners_named(self._chains.plan, lines, self._language)

    def _about(self) -> Iterator[str]:
        """The alternative text after the message: what each link can serve, and what is stuck, for each split."""
        plan, language = self._chains.plan, self._language
        for panel in self._chains.panels:
            if len(self._chains.panels) > 1:
                told = message(self._chains, panel, language)
                yield say("about bottle", language, name=panel.said, told=told)
            for neck, name in zip(panel.bottle.necks, link_names(plan, panel.bottle, language), strict=True):
                if not neck.arrives and not neck.money:
                    continue
                yield say(
                    "about neck",
                    language,
                    name=name,
                    money=self._money(neck.money),
                    capacity=self._money(neck.capacity),
                    arrives=self._money(neck.arrives),
                )


_TIE = "\N{NO-BREAK SPACE}"


def _loose(line: str) -> str:
    """A line as it is drawn: nothing breaks any more."""
    return line.replace(_TIE, " ")
