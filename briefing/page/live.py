"""What the page's script works with: the ladder of every reading, exactly, and the sentences of every stretch."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from flessenhals.briefing.brief.measures import printed_decimals, what_the_proposal_is
from flessenhals.briefing.brief.message import holder, reached_key
from flessenhals.briefing.results.cofunded import with_others
from flessenhals.briefing.results.ladder import bundle
from flessenhals.briefing.text.naming import constraint_name, group_name, line_name, scenario_name
from flessenhals.briefing.text.numbers import amount, decimals_for, money, per_euro
from flessenhals.briefing.text.units import is_euro, known_unit
from flessenhals.briefing.text.words import WORDS, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from flessenhals.briefing.brief.run import Curve, Run, Stretch
    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.plan.plan import Line, Plan
    from flessenhals.solver.sensitivity.ladder import Ladder

SENTENCES = (
    "message fits",
    "message reached",
    "message stays",
    "message less",
    "least share",
    "least nothing",
    "least nothings",
    "message nothing asked",
    "shift less",
    "shift more",
    "shift none",
    "hold nothing",
    "live amounts",
    "live state",
    "live home",
    "live not a number",
    "live two ways",
    "live too low",
    "live too high",
)
ZERO, HALF = Fraction(0), Fraction(1, 2)


def live(run: Run, language: Language) -> dict[str, Any]:
    """The page's data: plain, with every amount as an exact fraction in text (`2/3`).

    Args:
        run: with the curves of its readings.
        language: of the texts; the script writes numbers in the same way.
    """
    plan = run.plan
    return {
        "language": language,
        "decimal": amount(HALF, language)[1],
        "money": _money_form(plan.unit, language),
        "unit": plan.unit,
        "home": {
            "ceiling": str(run.allocation.ceiling),
            "amounts": [str(run.rounded.amounts[line.id]) for line in plan.lines],
            "decimals": printed_decimals(run),
        },
        "decimals": decimals_for(plan.proposed),
        "lines": [
            {
                "id": line.id,
                "name": line_name(plan, line, language),
                "partner": group_name(plan, "partner", line.partner, language),
            }
            for line in plan.lines
        ],
        "rows": list(_rows(plan)),
        "charges": [str(line.charge) for line in plan.lines] if plan.is_cofunded else None,
        "proposals": _proposals(run, language),
        "readings": [_reading(each, language) for each in run.curves],
        "words": {key: WORDS[key][language] for key in SENTENCES},
        "columns": [say(key, language) for key in ("line", "partner", "proposal", "optimum", "measure shift")],
    }


def reading_name(plan: Plan, language: Language) -> str:
    """What a reader chooses a reading by."""
    if plan.scenario is None:
        return say("asked reading", language)
    return scenario_name(plan, plan.scenario, language)


def _proposals(run: Run, language: Language) -> list[dict[str, Any]]:
    """What the split can be held against; without amounts of its own it is what the lines of a reading ask."""
    asked = {
        "id": "asked",
        "name": say("what is asked", language),
        "note": say("proposal is asked", language),
        "amounts": None,
    }
    if run.comparison is None:
        return [asked]
    given = run.comparison.proposal
    amounts = [str(given.amounts[line.id]) for line in run.plan.lines]
    note = what_the_proposal_is(run, language)
    return [{"id": "given", "name": say("the proposal", language), "note": note, "amounts": amounts}, asked]


def _rows(plan: Plan) -> Iterator[list[int]]:
    """Which lines each row of the table of measures adds up."""
    places = {line.id: place for place, line in enumerate(plan.lines)}
    groups: Mapping[str | None, list[Line]] = plan.grouped("programme")
    for lines in groups.values():
        of_group = [places[line.id] for line in lines]
        yield from ([place] for place in of_group)
        if len(groups) > 1:
            yield of_group
    yield list(places.values())
    if plan.is_cofunded:
        yield from (list(places.values()), list(places.values()))


def _reading(curve: Curve, language: Language) -> dict[str, Any]:
    ladder = curve.ladder
    plan, steps = ladder.plan, ladder.steps
    return {
        "id": plan.scenario or "plan",
        "name": reading_name(plan, language),
        "proposed": [str(line.proposed) for line in plan.lines],
        "steps": [
            {
                "ceiling": str(step.ceiling),
                "amounts": [str(step.amounts[line.id]) for line in plan.lines],
                "rates": [str(step.next_euro.get(line.id, ZERO)) for line in plan.lines],
                "at": stretch(ladder, place, curve.at[place], language),
                "above": stretch(ladder, place, curve.above[place], language),
            }
            for place, step in enumerate(steps)
        ],
    }


def stretch(ladder: Ladder, place: int, found: Stretch, language: Language) -> dict[str, Any]:
    """What is said from a step on, true over the whole stretch up to the next.

    Between two steps the split is one straight line, so the same constraints have no room all along it. The prices of
    constraints follow from those alone (the best duals are the feasible ones that are zero wherever there is room), and
    so does what holds the rest back: what is true at one ceiling inside is true at all of them.

    Args:
        ladder: the split at every ceiling.
        place: which step the stretch begins at.
        found: what is so at the step's own ceiling, or at any other between it and the next.
        language: of the sentences.
    """
    plan, told = ladder.plan, [_course(ladder, place, language)]
    for row, worth in zip(found.binding, found.worth, strict=False):
        name = constraint_name(plan, row.id, language)
        if worth and row.unit:
            one, gained = money(Fraction(1), row.unit, language), per_euro(worth, language)
            told.append(say("quantity holds back weighted", language, name=name, one=one, worth=gained, far=""))
            continue
        key = "live rule holds back" if worth else "live rule without worth"
        told.append(say(key, language, name=name, worth=amount(worth, language, decimals=2)))
    further = found.binding[len(found.worth) :]
    if further:
        names = "; ".join(constraint_name(plan, row.id, language) for row in further)
        told.append(say("binding", language, names=names))
    return {"used": reached_key(found.split), "held": holder(found.split, language), "why": told}


def _course(ladder: Ladder, place: int, language: Language) -> str:
    unit, step = ladder.plan.unit, ladder.steps[place]
    if place + 1 == len(ladder.steps):
        return say("course ended", language, low=money(step.ceiling, unit, language))
    return say(
        with_others(ladder.plan, "course here"),
        language,
        one=say("euro" if is_euro(unit) else "unit of money", language),
        low=money(step.ceiling, unit, language),
        high=money(ladder.steps[place + 1].ceiling, unit, language),
        bundle=bundle(ladder.plan, step.next_euro, language),
    )


def _money_form(unit: str, language: Language) -> str:
    """How an amount is written with its unit, with `{}` for the number."""
    known = known_unit(unit)
    return known.amount("{}", language) if known else f"{{}} {unit}".strip()
