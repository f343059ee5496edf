"""The picture that the tool is named after: a chain drawn as a bottle, the proposal above the optimum on one scale."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, NamedTuple

from flessenhals.briefing.charts.bottle.bottle_shapes import ACROSS, DOWN, shapes
from flessenhals.briefing.charts.comparison.chain_chart import chain_chart
from flessenhals.briefing.charts.comparison.comparison_frame import results_of, titles
from flessenhals.briefing.charts.shapes import Point
from flessenhals.briefing.charts.sketch import Area, Label, Sketch, as_spec
from flessenhals.briefing.text.naming import short_group_name
from flessenhals.briefing.text.numbers import MOST_DECIMALS, money
from flessenhals.briefing.text.words import listed, say
from flessenhals.constraints.exact import total
from flessenhals.solver.comparison.bottle import bottles
from flessenhals.solver.optimum.allocation import Allocation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from fractions import Fraction

    from flessenhals.briefing.charts.bottle.bottle_shapes import Layout, Shapes
    from flessenhals.briefing.charts.frame import Spec
    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.comparison.bottle import Bottle, Neck
    from flessenhals.solver.comparison.comparison import Comparison
    from flessenhals.solver.comparison.side_by_side import SideBySide
    from flessenhals.solver.plan.plan import Plan

# Sizes are in pixels, LETTER is one on the wide side; MOST_PANELS are proposals.
WIDE, NARROW, BESIDE, BETWEEN, LINE, LETTER = 800.0, 343.0, 190.0, 18.0, 17.0, 7.4
MOST_NAMED, MOST_PANELS, MOST_LINES = 2, 2, 4
LABELS, TRIES = 188.0, 4  # where labels begin in an upright drawing
CROWDED = 110.0  # links nearer to each other have their heads by turns above and below
SPARE = 1.35  # room is drawn up to so many times what is asked


class Panel(NamedTuple):
    """One split of the chain.

    Attributes:
        said: `Proposal` or `Optimum`, in the reader's language.
        bottle: the chain as it fills it.
        held: whether a rule of the chain holds back the rest of what is asked.
    """

    said: str
    bottle: Bottle
    held: bool = False


class Chains(NamedTuple):
    """What is drawn of a plan's chains.

    Attributes:
        plan: whose chains they are.
        panels: one chain in several splits, from top to bottom; empty where the plan has none.
        more: how many more chains there are.
        decimals: of the amounts in the drawing.
    """

    plan: Plan
    panels: tuple[Panel, ...]
    more: int
    decimals: int = MOST_DECIMALS


def has_chain(found: Comparison | SideBySide) -> bool:
    """Whether the plan has a chain to draw."""
    return bool(chains_of(found, "en").panels)


def bottle_chart(found: Comparison | SideBySide, language: Language) -> Spec:
    """The tightest chain as a bottle, as thick as the money that each link can serve.

    What gets through flows on in one thickness; what is stuck is hatched before the neck that holds it; what is asked
    is dashed. The proposal stands above the optimum, on one scale.

    Args:
        found: a proposal held against the rules, or several, of a plan with a chain.
        language: of the texts.

    Returns:
        A Vega-Lite specification.
    """
    return as_spec(bottle_sketch(chains_of(found, language), language), found.plan, language)


def bottle_or_rules(found: Comparison, language: Language) -> Spec:
    """The chain as a bottle; where the rules form none, each rule by itself."""
    return bottle_chart(found, language) if has_chain(found) else chain_chart(found, language)


def chains_of(found: Comparison | SideBySide, language: Language, decimals: int = MOST_DECIMALS) -> Chains:
    """The chain that the first proposal fills worst, as it, the next and the optimum fill it.

    Args:
        found: a proposal held against the rules, or several.
        language: of the names.
        decimals: of the amounts in the drawing, at most.
    """
    first, *others = results_of(found)
    proposed = bottles(found.plan, first.proposal.amounts, first.usable.amounts)
    if not proposed:
        return Chains(found.plan, (), 0)
    last = proposed[0].necks[-1].id
    panels = [
        Panel(name, _same(found.plan, each.proposal.amounts, each.usable.amounts, last))
        for name, each in zip(titles(found, language), (first, *others)[:MOST_PANELS], strict=False)
    ]
    optimum = first.optimum
    if isinstance(optimum, Allocation) and not (first.is_optimal and not others):
        panels.append(_best(optimum, last, language))
    return Chains(found.plan, tuple(panels), len(proposed) - 1, decimals)


def chains_of_optimum(found: Allocation, language: Language, decimals: int = MOST_DECIMALS) -> Chains:
    """The tightest chain as the optimum fills it, where there is no proposal."""
    filled = bottles(found.plan, found.amounts, found.amounts)
    if not filled:
        return Chains(found.plan, (), 0)
    panel = _best(found, filled[0].necks[-1].id, language)
    return Chains(found.plan, (panel,), len(filled) - 1, decimals)


def _same(plan: Plan, amounts: Mapping[str, Fraction], usable: Mapping[str, Fraction], last: object) -> Bottle:
    return next(each for each in bottles(plan, amounts, usable) if each.necks[-1].id == last)


def _best(optimum: Allocation, last: object, language: Language) -> Panel:
    bottle = _same(optimum.plan, optimum.amounts, optimum.amounts, last)
    necks = {neck.id for neck in bottle.necks}
    short = any(inlet.asked > inlet.money for inlet in bottle.inlets)
    held = short and not optimum.held_by_ceiling and any(row.id in necks for row in optimum.holding_back)
    return Panel(say("chart of optimum", language), bottle, held)


def bottle_sketch(chains: Chains, language: Language) -> Sketch:
    """A chain as a drawing from left to right, and for a narrow screen from top to bottom.

    Args:
        chains: at least one split of a chain.
        language: of the texts.
    """
    across = _Drawn(chains, language, ACROSS).sketch()
    return across._replace(tall=_Drawn(chains, language, DOWN).sketch())


def message(chains: Chains, panel: Panel, language: Language) -> str:
    """What becomes of the money that enters a chain, in one sentence."""
    bottle = panel.bottle
    said = {
        key: amount_in(chains, of, language)
        for key, of in (("money", bottle.money), ("passes", bottle.passes), ("stuck", bottle.stuck))
    }
    if not bottle.money:
        return say("bottle empty", language)
    if not bottle.stuck:
        asked = total(inlet.asked for inlet in bottle.inlets)
        if panel.held and asked > bottle.money:
            amount = amount_in(chains, asked, language)
            return say("bottle held", language, asked=amount, **said)
        return say("bottle flows", language, **said)
    held = max(bottle.necks, key=lambda neck: neck.stuck)
    key = "bottle blocked" if not bottle.passes else "bottle stuck"
    return say(key, language, **said, name=partners_named(chains.plan, held.downstream, language))


def amount_in(chains: Chains, of: Fraction, language: Language) -> str:
    """An amount as it stands in the drawing, with its unit; what would look like nothing keeps its decimals."""
    return money(round(of, chains.decimals) or of, chains.plan.unit, language)


def partners_named(plan: Plan, lines: Iterable[str], language: Language) -> str:
    """Whose lines these are: the partners by their short names, or how many there are."""
    partners = dict.fromkeys(plan.line_by_id[line].partner for line in lines)
    names = [short_group_name(plan, "partner", each, language) for each in partners]
    return listed(names, language) if len(names) <= MOST_NAMED else say("so many partners", language, count=len(names))


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
        said = f"{self._of(necks)} {self._held_together(total(money_of.values()))}"
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

    def _of(self, necks: Iterable[Neck]) -> str:
        return self._partners([line for neck in necks for line in neck.downstream])

    def _partners(self, lines: Iterable[str]) -> str:
        return partners_named(self._chains.plan, lines, self._language)

    def _about(self) -> Iterator[str]:
        """The alternative text: what enters, what each link can serve, and what is stuck, for each split."""
        plan, language = self._chains.plan, self._language
        for panel in self._chains.panels:
            told = message(self._chains, panel, language)
            yield say("about bottle", language, name=panel.said, told=told)
            for neck in panel.bottle.necks:
                yield say(
                    "about neck",
                    language,
                    name=partners_named(plan, neck.downstream, language),
                    money=self._money(neck.money),
                    capacity=self._money(neck.capacity),
                    arrives=self._money(neck.arrives),
                )


_TIE = "\N{NO-BREAK SPACE}"


def _loose(line: str) -> str:
    """A line as it is drawn: nothing breaks any more."""
    return line.replace(_TIE, " ")
