"""The columns of amounts in the tables of a briefing: what is asked, proposed and best, and the difference."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.briefing.text.table import Column
from flessenhals.briefing.text.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flessenhals.briefing.brief.run import Answer
    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.plan.plan import Line


def widths(run: Answer) -> tuple[float, ...]:
    """How wide the columns of that table are to each other."""
    return (3, 46, *([9] if run.compared else []), 9, 9, 9, 9, 9)


def amount_columns(run: Answer, language: Language) -> tuple[Column, ...]:
    """What is asked, what is proposed where there is a proposal, what is best, and how much the last two differ."""
    held_against = ("asked", "proposal") if run.compared else ("asked",)
    return (
        *(
            Column(_proposal(run, language), "proposal") if key == "proposal" else Column(say(key, language), "amount")
            for key in held_against
        ),
        Column(say("optimum", language), "amount"),
        Column(say("measure shift", language), "change"),
    )


def _proposal(run: Answer, language: Language) -> str:
    """What the proposal is called: by its name where there are several."""
    return say("proposal", language) if len(run.compared) == 1 else run.compared[0].proposal.name


def amounts_of(run: Answer, lines: Iterable[Line]) -> tuple[Fraction, ...]:
    """The same of these lines together, as printed."""
    chosen = [line.id for line in lines]
    asked, proposal, optimum = (
        sum((each[line] for line in chosen), start=Fraction(0))
        for each in (run.asked, run.proposal, run.rounded.amounts)
    )
    return (asked, *([proposal] if run.compared else []), optimum, optimum - proposal)
