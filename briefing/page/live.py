"""What the page's script works with: the plan of every reading as a program, or its ladder, and the words."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from flessenhals.briefing.brief.opening.message import holder
from flessenhals.briefing.brief.table.measures import printed_decimals, what_the_proposal_is
from flessenhals.briefing.page.chain import chain
from flessenhals.briefing.page.program import is_solvable, program
from flessenhals.briefing.page.sides import sides
from flessenhals.briefing.text.naming import constraint_names, euros, group_name, line_name, rule_name, scenario_name
from flessenhals.briefing.text.numbers import amount
from flessenhals.briefing.text.units import known_unit
from flessenhals.briefing.text.words import WORDS, say
from flessenhals.briefing.text.words.paper.desk import SAID

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from flessenhals.briefing.brief.run import Answer, Curve, Stretch
    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.optimum.allocation import Allocation
    from flessenhals.solver.plan.plan import Line, Plan

SENTENCES = (
    *("shift less", "shift more", "shift none"),
    *("hold nothing", "hold ceiling", "hold goals", "hold rules", "hold together"),
    *("live amounts", "live home", "live not a number", "live two ways", "live too low", "live too high"),
    *("and", "small numbers", "shifted in"),
    *("bottle flows", "bottle held", "bottle empty", "bottle asked", "bottle enough", "bottle through"),
    "bottle does not fit",
)
ZERO, HALF = Fraction(0), Fraction(1, 2)


def is_live(run: Answer) -> bool:
    """Whether the page of a run works its readings out itself; else it has the steps of their ladders."""
    return bool(run.curves) and all(is_solvable(each.ladder.plan) for each in run.curves)


def vocabulary(plan: Plan, language: Language) -> dict[str, Any]:
    """The words of the script, and how numbers are written."""
    euro = euros(plan.unit, language)["euro"]
    return {
        "language": language,
        "decimal": amount(HALF, language)[1],
        "money": _money_form(plan.unit, language),
        "words": {
            **{key: WORDS[key][language].replace("{euro}", euro) for key in (*SENTENCES, *SAID)},
            "proposal": say("proposal", language).lower(),
        },
    }


def asked(language: Language) -> dict[str, Any]:
    """What the lines of a reading ask, as what a split can be held against."""
    return {
        "id": "asked",
        "name": say("what is asked", language),
        "note": say("proposal is asked", language),
        "amounts": None,
    }


def live(run: Answer, language: Language) -> dict[str, Any]:
    """The page's data: plain, with every amount as an exact fraction in text (`2/3`).

    Args:
        run: with the curves of its readings.
        language: of the texts; the script writes numbers in the same way.
    """
    plan, solves = run.plan, is_live(run)
    most = max([*run.proposal.values(), *(line.upper for line in plan.lines)], default=ZERO)
    return {
        **vocabulary(plan, language),
        "home": str(run.allocation.ceiling),
        "exact": [str(run.allocation.amounts[line.id]) for line in plan.lines],
        "decimals": printed_decimals(run),
        "most": str(most),
        "command": run.provenance.reading,
        "lines": [
            {
                "id": line.id,
                "name": line_name(plan, line, language),
                "partner": group_name(plan, "partner", line.partner, language),
                **({"fixed": True} if line.kept or line.dropped else {}),
            }
            for line in plan.lines
        ],
        "chain": chain(run, language) if solves else None,
        "rows": list(_rows(plan)),
        "charges": [str(line.charge) for line in plan.lines] if plan.is_cofunded else None,
        "proposals": _proposals(run, language),
        "readings": [_reading(each, language, solves=solves) for each in run.curves],
        "columns": [
            say(key, language)
            for key in ("line", "partner", "proposal" if run.compared else "asked", "optimum", "measure shift")
        ],
    }


def reading_name(plan: Plan, language: Language) -> str:
    """What a reader chooses a reading by."""
    if plan.scenario is None:
        return say("asked reading", language)
    return scenario_name(plan, plan.scenario, language)


def _proposals(run: Answer, language: Language) -> list[dict[str, Any]]:
    """What the split can be held against; without amounts of its own it is what the lines of a reading ask."""
    if run.comparison is None:
        return [asked(language)]
    given = run.comparison.proposal
    amounts = [str(given.amounts[line.id]) for line in run.plan.lines]
    note = what_the_proposal_is(run, language)
    return [{"id": "given", "name": say("the proposal", language), "note": note, "amounts": amounts}, asked(language)]


def _rows(plan: Plan) -> Iterator[list[int]]:
    """Which lines each row of the table of measures adds up."""
    places = {line.id: place for place, line in enumerate(plan.lines)}
    groups: Mapping[str | None, list[Line]] = plan.grouped("programme")
    for lines in groups.values():
        of_group = [places[line.id] for line in lines]
        if len(groups) > 1:
            yield of_group
        yield from ([place] for place in of_group)
    yield list(places.values())
    if plan.is_cofunded:
        yield from (list(places.values()), list(places.values()))


def _reading(curve: Curve, language: Language, *, solves: bool) -> dict[str, Any]:
    ladder = curve.ladder
    plan, steps = ladder.plan, ladder.steps
    about = {
        "id": plan.scenario or "plan",
        "scenario": plan.scenario is not None,
        "name": reading_name(plan, language),
        "proposed": [str(line.proposed) for line in plan.lines],
        "low": str(steps[0].ceiling),
        "high": str(steps[-1].ceiling),
    }
    if solves:
        names = {rule.id: rule_name(rule, language) for rule in plan.constraints}
        return {**about, "program": program(plan), "sides": sides(plan, language), "names": names}
    return {
        **about,
        "steps": [
            {
                "ceiling": str(step.ceiling),
                "amounts": [str(step.amounts[line.id]) for line in plan.lines],
                "rates": [str(step.next_euro.get(line.id, ZERO)) for line in plan.lines],
                "at": stretch(curve.at[place], language),
                "above": stretch(curve.above[place], language),
            }
            for place, step in enumerate(steps)
        ],
    }


def stretch(found: Stretch, language: Language) -> dict[str, str]:
    """What is said from a step on, true over the whole stretch up to the next.

    Between two steps the split is one straight line, so the same constraints have no room all along it. What holds the
    rest back follows from those alone: what is true at one ceiling inside is true at all of them.

    Args:
        found: what is so at the step's own ceiling, or at any other between it and the next.
        language: of the sentences.
    """
    split = found.split
    return {"held": holder(split, language), "neck": _neck(split, language)}


def _neck(split: Allocation, language: Language) -> str:
    """What keeps more money from being put to work, in a few words, even where all that is asked is given."""
    if split.held_by_ceiling:
        return say("desk neck ceiling", language)
    if split.total < split.possible:
        return say("desk neck goals", language)
    limits = [row.id for row in split.reach.limits]
    return constraint_names(split.plan, limits, language) if limits else say("desk neck several", language)


def _money_form(unit: str, language: Language) -> str:
    """How an amount is written with its unit, with `{}` for the number."""
    known = known_unit(unit)
    return known.amount("{}", language) if known else f"{{}} {unit}".strip()
