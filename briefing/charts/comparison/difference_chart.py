"""What each change does to the answer, as bars from nothing to either side."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.briefing.charts.frame import TICKS, alternative, frame, told_apart, with_unit
from flessenhals.briefing.charts.roles import BRAND, INK
from flessenhals.briefing.results.comparison.causes import cause_name
from flessenhals.briefing.results.comparison.difference import headline
from flessenhals.briefing.text.numbers import change, coverages, decimals_for, money
from flessenhals.briefing.text.words import say

if TYPE_CHECKING:
    from flessenhals.briefing.charts.frame import Spec
    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.comparison.difference.difference import Difference

# Sizes are in pixels.
WIDE, ROW, BAR = 460, 30, 16
HUNDRED = 100


def difference_chart(found: Difference, language: Language) -> Spec:
    """A bar per change, from nothing to its effect on the total; on the lowest coverage where no total changes.

    Args:
        found: two splits and what makes the difference.
        language: of the texts; numbers get theirs when the chart is drawn.

    Returns:
        A Vega-Lite specification.
    """
    plan = found.after.plan
    of_total = any(cause.total for cause in found.causes)
    effects = {
        cause.id: cause.total if of_total else HUNDRED * (cause.lowest_coverage or Fraction(0))
        for cause in found.causes
    }
    whole = found.total if of_total else HUNDRED * (found.lowest_coverage or Fraction(0))
    decimals = decimals_for(max((abs(effect) for effect in effects.values()), default=whole))
    names = told_apart((cause.id, cause_name(found, cause, language)) for cause in found.causes)
    names["="] = say("whole difference", language)
    shown = {**effects, "=": whole} if len(effects) > 1 else effects
    values = [
        {
            "name": names[id_],
            "effect": float(effect),
            "told": change(effect, language, decimals=decimals),
            "kind": "whole" if id_ == "=" else "effect",
        }
        for id_, effect in shown.items()
    ]
    axis = say("effect on coverage", language)
    if of_total:
        axis = with_unit(say("effect on total", language), plan, language)
    far = max((abs(float(effect)) for effect in shown.values()), default=1.0) or 1.0
    low = min(0.0, *(float(effect) for effect in shown.values()))
    high = max(0.0, *(float(effect) for effect in shown.values()))
    x = {
        "field": "effect",
        "type": "quantitative",
        "scale": {"domain": [low - far / 5, high + far / 5], "nice": False},
        "axis": {"title": axis, "format": "+,~f", "tickCount": TICKS, "grid": False},
    }
    label = {"field": "told", "type": "nominal"}

    def words(test: str, align: str, dx: int) -> Spec:
        return {
            "transform": [{"filter": test}],
            "mark": {"type": "text", "align": align, "dx": dx, "color": INK},
            "encoding": {"text": label, "x": x},
        }

    return {
        **frame(
            plan, _message(found, language, of_total=of_total), _said(found, language, of_total=of_total), language
        ),
        "description": _about(found, language),
        "data": {"values": values},
        "width": WIDE,
        "height": {"step": ROW},
        "encoding": {
            "y": {
                "field": "name",
                "type": "nominal",
                "sort": [each["name"] for each in values],
                "axis": {"title": None, "labelLimit": 0, "labelPadding": 8, "ticks": False, "domain": False},
            }
        },
        "layer": [
            {
                "mark": {"type": "bar", "height": BAR},
                "encoding": {
                    "x": x,
                    "x2": {"datum": 0},
                    "color": {
                        "field": "kind",
                        "type": "nominal",
                        "legend": None,
                        "scale": {"domain": ["effect", "whole"], "range": [BRAND, INK]},
                    },
                },
            },
            words("datum.effect >= 0", "left", 5),
            words("datum.effect < 0", "right", -5),
            {
                "mark": {"type": "rule", "color": INK},
                "encoding": {"x": {"datum": 0}, "y": {"value": 0}, "y2": {"value": {"expr": "height"}}},
            },
        ],
    }


def _message(found: Difference, language: Language, *, of_total: bool) -> str:
    total, *lowest = headline(found, language)
    return (total if of_total else [total, *lowest][-1]).rstrip(".")


def _said(found: Difference, language: Language, *, of_total: bool) -> str:
    if of_total:
        ends = [money(each.total, each.plan.unit, language) for each in (found.before, found.after)]
        return say("difference chart", language, before=ends[0], after=ends[1])
    lowest = [each.lowest_coverage or Fraction(0) for each in (found.before, found.after)]
    before, after, _ = coverages(lowest[0], lowest[1], language)
    return say("difference chart lowest", language, before=before, after=after)


def _about(found: Difference, language: Language) -> str:
    """The alternative text: what changed, and the effect of each change."""
    decimals = decimals_for(found.after.plan.proposed)
    effects = (
        say(
            "effect of cause",
            language,
            name=cause_name(found, cause, language),
            by=change(cause.total, language, decimals=decimals),
        )
        for cause in found.causes
    )
    return alternative(found.after.plan, [*headline(found, language), *effects], language)
