"""The chain as a bottle, with the amounts that it draws."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.briefing.brief.table.measures import printed_decimals, unit_of
from flessenhals.briefing.charts.bottle.drawing import bottle_sketch
from flessenhals.briefing.charts.bottle.panels import chains_of, chains_of_optimum, link_names, partners_named
from flessenhals.briefing.document.document import Chart
from flessenhals.briefing.text.table import Column, Row, Table
from flessenhals.briefing.text.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flessenhals.briefing.brief.run import Run
    from flessenhals.briefing.charts.bottle.panels import Chains, Panel
    from flessenhals.briefing.document.document import Block
    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.comparison.comparison import Comparison

COLUMNS = ("money", "arrives", "capacity", "passes", "stuck", "room")


def bottle(run: Run, language: Language) -> tuple[Block, ...]:
    """The tightest chain, the proposal above the optimum; nothing where the plan has no chain."""
    decimals = printed_decimals(run)
    against = run.proposals or run.comparison
    if against is None:
        chains = chains_of_optimum(run.allocation, language, decimals)
    else:
        chains = chains_of(against, language, decimals)
    return drawn(chains, language)


def bottle_against(found: Comparison, decimals: int, language: Language) -> tuple[Block, ...]:
    """The chain that a proposal fills worst, the proposal above the optimum; with years that of one year."""
    return drawn(chains_of(found, language, decimals), language)


def drawn(chains: Chains, language: Language) -> tuple[Block, ...]:
    """Chains as a picture with the amounts that it draws; nothing where there is none."""
    if not chains.panels:
        return ()
    sketch = bottle_sketch(chains, language)
    data = Table(
        say("bottle data", language, unit=unit_of(chains.plan, language)),
        (
            Column(say("bottle split", language), "text"),
            Column(say("bottle link", language), "text"),
            *(Column(say(f"bottle column {key}", language), "amount") for key in COLUMNS),
        ),
        tuple(row for panel in chains.panels for row in _rows(chains, panel, language)),
        language,
        chains.decimals,
    )
    return (Chart("bottle", sketch.title, None, sketch.about, data, sketch=sketch),)


def _rows(chains: Chains, panel: Panel, language: Language) -> Iterator[Row]:
    """A row per inlet and per link: its own money, and of the money that enters what arrives, fits, passes or not."""
    for inlet in panel.bottle.inlets:
        name = partners_named(chains.plan, inlet.lines, language)
        yield Row((panel.said, name, inlet.money, inlet.money, None, inlet.passes, inlet.money - inlet.passes, None))
    for neck, name in zip(panel.bottle.necks, link_names(chains.plan, panel.bottle, language), strict=True):
        room = max(neck.capacity - neck.leaves, neck.leaves * 0)
        amounts = (neck.money, neck.arrives, neck.capacity, neck.leaves, neck.stuck, room)
        yield Row((panel.said, name, *amounts))
