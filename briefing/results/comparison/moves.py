"""Moves of money from whom to whom, as a table."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.briefing.text.naming import constraint_name, line_name
from flessenhals.briefing.text.numbers import decimals_for, money
from flessenhals.briefing.text.table import Column, Row, Table
from flessenhals.briefing.text.words import say
from flessenhals.constraints.constraint import Constraint
from flessenhals.solver.claims.move import AskedBy
from flessenhals.solver.optimum.allocation import Allocation
from flessenhals.solver.plan.line import lowest_coverage
from flessenhals.solver.plan.undone import undone

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.comparison.comparison import Comparison
    from flessenhals.solver.comparison.moves import Move
    from flessenhals.solver.plan.plan import Plan

SHOWN = 12


def moves_table(found: Comparison, title: str, *, to_optimum: bool, language: Language) -> Table:
    """The largest moves to the nearest split, or from there to the optimum: each with what asks it; the others' total.

    Args:
        found: the comparison, with such moves.
        title: what they lead from and to.
        to_optimum: which of the two.
        language: the reader's.
    """
    plan, moves = found.plan, found.to_optimum if to_optimum else found.to_nearest
    names: dict[str | None, str] = {line.id: line_name(plan, line, language) for line in plan.lines}
    names[None] = say("unspent or cofunded" if plan.is_cofunded else "unspent money", language)
    shown = moves if len(moves) <= SHOWN + 1 else moves[:SHOWN]
    claims = tuple(_claims(found, shown, to_optimum=to_optimum))
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
            Row((names[move.giver], names[move.taker], move.amount, _because(plan, move, claim, language)))
            for move, claim in zip(shown, claims, strict=True)
        ),
        claims=claims,
        language=language,
        decimals=decimals_for(moves[0].amount),
        notes=(say("further moves", language, count=len(rest), amount=together),) if rest else (),
    )


def _claims(found: Comparison, moves: Iterable[Move], *, to_optimum: bool) -> Iterator[AskedBy]:
    """What is said of each move: what would be broken, or worse, without it."""
    plan, there = found.plan, found.at_nearest
    if to_optimum and isinstance(found.optimum, Allocation):
        there = found.optimum.point
    after = tuple(there.items())
    now = _lowest(plan, there)
    for move in moves:
        without = _lowest(plan, undone(there, move.giver, move.taker, move.amount))
        lower = without < now if move.because == "coverage" else None
        yield AskedBy(found.ceiling, after, move.giver, move.taker, move.amount, move.because, lower)


def _lowest(plan: Plan, amounts: Mapping[str, Fraction]) -> Fraction:
    return lowest_coverage(plan.lines, amounts) or Fraction(0)


def _because(plan: Plan, move: Move, claim: AskedBy, language: Language) -> str:
    if isinstance(move.because, Constraint):
        if move.because.is_bound:
            return say(f"for {move.because.side}", language)
        return constraint_name(plan, move.because, language)
    if move.because == "value":
        return say("for value" if move.giver is None and not plan.is_cofunded else "for worth", language)
    if claim.lowest is False:
        return say("for coverage elsewhere", language)
    return say(f"for {move.because}", language)
