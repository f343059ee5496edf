"""The split that strands least beside the optimal one, as a table and in words."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.briefing.text.naming import heading, line_name, yearly
from flessenhals.briefing.text.numbers import amount, coverages, decimals_for, money, percentage
from flessenhals.briefing.text.table import Column, Row, Table
from flessenhals.briefing.text.words import say

if TYPE_CHECKING:
    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.simulation.robust import Robustness


def robustness_tables(found: Robustness, language: Language) -> list[Table]:
    """Both splits line by line, and below them what the robust one saves and costs."""
    plan = found.plan
    rows = [
        Row(
            (
                line_name(plan, line, language),
                line.proposed,
                found.nominal.amounts[line.id],
                found.amounts[line.id],
                found.amounts[line.id] - found.nominal.amounts[line.id],
            )
        )
        for line in plan.lines
    ]
    given = (found.nominal.total, sum(found.amounts.values(), start=Fraction(0)))
    rows.append(Row((say("total", language), plan.proposed, *given, given[1] - given[0]), "total"))
    title = say(
        "robustness",
        language,
        ceiling=yearly(found.nominal.available, plan.unit, language),
        measure=say(f"robust {found.measure}", language),
    )
    heads = ("proposed", "nominal split", "robust split", "difference")
    return [
        Table(
            title=heading(plan, title, language),
            columns=(Column(say("line", language), "text"), *(Column(say(head, language), "amount") for head in heads)),
            rows=tuple(rows),
            language=language,
            decimals=decimals_for(plan.proposed),
            notes=tuple(robustness_sentences(found, language)),
        )
    ]


def robustness_sentences(found: Robustness, language: Language) -> list[str]:
    """What the robust split saves and costs, and how sure that is."""

    def worth(value: float) -> str:
        told = Fraction(f"{value:.2f}")
        return money(told, found.plan.unit, language) if told else say("nothing", language)

    samples = amount(Fraction(found.after.samples), language)
    told = [say("stopped early", language, samples=samples)] if found.partial else []
    if found.amounts == found.nominal.amounts:
        told.append(say("robust is optimal", language))
    before, after, strands = found.before.stranded, found.after.stranded, found.after.strands
    hardly = worth(after.mean) == worth(after.p95) == worth(0.0)
    told.append(
        say(
            "robust gains" if not hardly else "robust hardly strands" if strands else "robust never strands",
            language,
            before=worth(before.mean),
            before_high=worth(before.p95),
            after=worth(after.mean),
            after_high=worth(after.p95),
            strands=percentage(Fraction(strands), language),
        )
    )
    nominal, robust = found.nominal.lowest_coverage, found.lowest_coverage
    if found.amounts != found.nominal.amounts and nominal is not None and robust is not None:
        key = "robust costs nothing" if nominal == robust else "robust costs"
        lowest, then, _ = coverages(nominal, robust, language)
        told.append(say(key, language, nominal=lowest, robust=then))
    count = amount(Fraction(found.chosen_over), language)
    return [*told, say("robust proved", language, count=count, samples=samples)]
