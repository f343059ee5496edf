"""The picture that the tool is named after: a chain drawn as a bottle, the proposal above the optimum on one scale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.briefing.charts.bottle.drawing import bottle_sketch
from flessenhals.briefing.charts.bottle.panels import chains_of
from flessenhals.briefing.charts.comparison.chain_chart import chain_chart
from flessenhals.briefing.charts.sketch import as_spec

if TYPE_CHECKING:
    from flessenhals.briefing.charts.frame import Spec
    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.comparison.comparison import Comparison
    from flessenhals.solver.comparison.side_by_side import SideBySide


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
