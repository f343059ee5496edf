"""Selections of lines as they are typed, for a plan that has been read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.data.fields.known import Known
from flessenhals.data.fields.selectors import read_dated_selector
from flessenhals.data.plans.readings.holding import selection
from flessenhals.data.source.errors import option, refused

if TYPE_CHECKING:
    from flessenhals.solver.plan.plan import Plan


def selected(plan: Plan, text: str, name: str) -> set[str]:
    """The ids of the lines that a selection selects: a line id, `all`, `partner:police`, or YAML.

    Args:
        plan: whose lines they are.
        text: as it was typed.
        name: the option behind which it was typed.

    Raises:
        InputError: where it selects nothing, or something that the plan does not know.
    """
    place = option(name, text)
    selector = read_dated_selector(selection(text, place), f"--{name}", _known(plan))
    found = {line.id for line in selector.select(plan.lines)}
    if not found:
        raise refused(place, "selects no line", "name a line, partner, programme, department or tag of this plan")
    return found


def _known(plan: Plan) -> Known:
    names: dict[str, dict[str, None]] = {
        "line": dict.fromkeys(line.line for line in plan.lines),
        "partner": dict.fromkeys(line.partner for line in plan.lines),
        "programme": dict.fromkeys(line.programme for line in plan.lines if line.programme),
        "department": dict.fromkeys(line.department for line in plan.lines if line.department),
        "tags": dict.fromkeys(tag for line in plan.lines for tag in line.tags),
    }
    if plan.years is not None:
        names["year"] = dict.fromkeys(map(str, plan.years.all))
    years = None if plan.years is None else (plan.years.first, plan.years.last)
    return Known(names, {}, dated=years is not None, years=years)
