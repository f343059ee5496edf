"""The chain that the page draws as a bottle, as its worker reads it: where money enters, and the links behind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flessenhals.briefing.charts.bottle.panels import chains_of, chains_of_optimum, partners_named

if TYPE_CHECKING:
    from flessenhals.briefing.brief.run import Answer
    from flessenhals.briefing.text.language import Language


def chain(run: Answer, language: Language) -> dict[str, Any] | None:
    """The chain of the briefing's own picture; None where the plan has none.

    Args:
        run: with its split and the proposal that it is held against.
        language: of the names.
    """
    found = (
        chains_of_optimum(run.allocation, language) if run.comparison is None else chains_of(run.comparison, language)
    )
    if not found.panels:
        return None
    plan, bottle = run.plan, found.panels[-1].bottle
    places = {line.id: place for place, line in enumerate(plan.lines)}
    ratios = {ratio.id: ratio for ratio in plan.ratios}
    depths = range(1, 1 + max(neck.depth for neck in bottle.necks))
    heads = ([line for neck in bottle.necks if neck.depth == depth for line in neck.downstream] for depth in depths)
    return {
        "inlets": [
            {"lines": [places[line] for line in inlet.lines], "name": partners_named(plan, inlet.lines, language)}
            for inlet in bottle.inlets
        ],
        "necks": [
            {
                "rule": neck.id.rule,
                "field": ratios[neck.id].field,
                "existing": str(ratios[neck.id].existing),
                "depth": neck.depth,
                "inlets": list(neck.inlets),
                "part": [places[line] for line in neck.downstream],
                "whole": [places[line] for line in ratios[neck.id].whole],
            }
            for neck in bottle.necks
        ],
        "heads": [partners_named(plan, lines, language) for lines in heads],
    }
