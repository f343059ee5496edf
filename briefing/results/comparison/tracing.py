"""Why a part of a proposal cannot be used, in sentences: from the stranded euros along the chain to the root."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.briefing.text.naming import constraint_name, group_name, line_name
from flessenhals.briefing.text.numbers import money
from flessenhals.briefing.text.told import Told, tell
from flessenhals.briefing.text.words import listed, say
from flessenhals.constraints.exact import total
from flessenhals.solver.claims.proposal import CannotBeUsed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.comparison.comparison import Comparison
    from flessenhals.solver.comparison.stranded import Trace
    from flessenhals.solver.plan.plan import Plan

NAMED, TOLD = 3, 8


def trace_notes(found: Comparison, language: Language) -> list[Told]:
    """The largest parts that cannot be used: how much and for whom, what holds it, and what the root is."""
    plan = found.plan
    claim = CannotBeUsed(tuple(found.proposal.amounts.items()), tuple(found.stranded.items()))
    notes = [
        tell(
            "above maximum",
            language,
            [claim],
            amount=money(amount, plan.unit, language),
            name=line_name(plan, plan.line_by_id[line], language),
            most=money(plan.line_by_id[line].upper, plan.unit, language),
        )
        for line, amount in found.above_maximum.items()
    ][:TOLD]
    notes += [_between(found, line, amount, claim, language) for line, amount in found.between_units.items()][:TOLD]
    largest = sorted(found.traces, key=lambda trace: -trace.amount)
    told = largest if len(largest) <= TOLD + 1 else largest[:TOLD]
    notes += [Told(" ".join(_sentences(found, trace, language)), [claim]) for trace in told]
    rest = largest[len(told) :]
    if rest:
        together = money(total(trace.amount for trace in rest), plan.unit, language)
        notes.append(tell("further stranded", language, [claim], count=len(rest), amount=together))
    return notes


def who(plan: Plan, lines: Iterable[str], language: Language) -> str:
    """Lines as one says them: the partner where they are all that it has, else by name, counted where they are many."""
    chosen = set(lines)
    names: list[str] = []
    for partner, theirs in plan.grouped("partner").items():
        named = [line for line in theirs if line.id in chosen]
        if len(named) == len(theirs) > 1:
            names.append(group_name(plan, "partner", partner, language))
        else:
            names += [line_name(plan, line, language) for line in named]
    more = len(names) - NAMED
    return listed([*names[:NAMED], say("more lines", language, count=more)] if more > 1 else names, language)


def _between(found: Comparison, id_: str, amount: Fraction, claim: CannotBeUsed, language: Language) -> Told:
    """What of a line lies between two of the amounts that it can be given."""
    plan, line = found.plan, found.plan.line_by_id[id_]
    said = {"amount": money(amount, plan.unit, language), "name": line_name(plan, line, language)}
    below = line.whole is not None and not line.whole.at_most(found.proposal.amounts[id_])
    if line.smallest and below:
        return tell("below its smallest", language, [claim], **said, least=money(line.smallest, plan.unit, language))
    unit = money(line.unit or Fraction(0), plan.unit, language)
    return tell("between multiples", language, [claim], **said, unit=unit)


def _sentences(found: Comparison, trace: Trace, language: Language) -> Iterable[str]:
    plan, unit = found.plan, found.plan.unit
    for link in trace.links:
        direct = link.row.id in trace.held_by
        upstream = who(plan, link.upstream, language)
        held = who(plan, trace.stranded, language) if direct else upstream
        said = {
            "downstream": who(plan, link.downstream, language),
            "supported": say("only", language, amount=money(link.supported, unit, language))
            if link.supported
            else say("nothing", language),
            "asked": money(link.asked, unit, language),
            "where": say("there", language) if upstream == held else say("for whom", language, names=upstream),
            "rule": constraint_name(plan, link.row.id, language),
        }
        if direct:
            yield say("stranded at", language, amount=money(trace.amount, unit, language), who=held, **said)
        elif link.supported < link.asked:
            yield say("held in turn", language, upstream=upstream, **said)
        else:
            yield say("full as well", language, upstream=upstream, **said)
    yield from _roots(found, trace, language)


def _roots(found: Comparison, trace: Trace, language: Language) -> Iterable[str]:
    (*_, last) = trace.links
    plain = len(trace.links) == 1 and trace.roots == last.downstream
    given = [line for line in trace.roots if found.proposal.amounts[line]]
    nothing = [line for line in trace.roots if line not in given]
    whole = " in whole amounts" if any(line in found.between_units for line in given) else ""
    if plain and not (given and nothing):
        yield say(f"that is the root{whole}" if given else "that root gets nothing", language)
        return
    for key, lines in ((f"the root{whole}", given), ("the root gets nothing", nothing)):
        if lines:
            yield say(key, language, names=who(found.plan, lines, language))
