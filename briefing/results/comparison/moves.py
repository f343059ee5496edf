"""Moves of money from whom to whom, as a table."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.briefing.text.naming import constraint_name, line_name
from flessenhals.briefing.text.numbers import decimals_for, money
from flessenhals.briefing.text.table import Column, Row, Table
from flessenhals.briefing.text.words import say
from flessenhals.constraints.constraint import Constraint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.comparison.moves import Move
    from flessenhals.solver.plan.plan import Plan

SHOWN = 12


def moves_table(plan: Plan, title: str, moves: Sequence[Move], language: Language) -> Table:
    """The largest moves, each with what asks it, and what the others come to.

    Args:
        plan: for its names.
        title: what they lead from and to.
        moves: the largest first.
        language: the reader's.
    """
    names: dict[str | None, str] = {line.id: line_name(plan, line, language) for line in plan.lines}
    names[None] = say("unspent or cofunded" if plan.is_cofunded else "unspent money", language)
    shown = moves if len(moves) <= SHOWN + 1 else moves[:SHOWN]
    rest = moves[len(shown) :]
    together = money(sum((move.amount for move in rest), start=Fraction(0)), plan.unit, language)
    return Table(
        title=title,
        columns=(
            Column(say("giver", language), "text"),
            Column(say("taker", language), "text"),
            Column(say("amount", language), "amount"),
            Column(say("because", language), "text"),
        ),
        rows=tuple(
            Row((names[move.giver], names[move.taker], move.amount, _because(plan, move, language))) for move in shown
        ),
        language=language,
        decimals=decimals_for(moves[0].amount),
        notes=(say("further moves", language, count=len(rest), amount=together),) if rest else (),
    )


def _because(plan: Plan, move: Move, language: Language) -> str:
    if isinstance(move.because, Constraint):
        if move.because.is_bound:
            return say(f"for {move.because.side}", language)
        return constraint_name(plan, move.because, language)
    if move.because == "value":
        return say("for value" if move.giver is None and not plan.is_cofunded else "for worth", language)
    return say(f"for {move.because}", language)
