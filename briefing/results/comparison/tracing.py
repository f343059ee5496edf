"""Why a part of a proposal cannot be used, in sentences: from the stranded euros along the chain to the root."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.briefing.text.naming import constraint_name, euros, group_name, line_name, years_in_words
from flessenhals.briefing.text.numbers import money
from flessenhals.briefing.text.told import Told, tell
from flessenhals.briefing.text.words import listed, say
from flessenhals.constraints.constraint import whole_line
from flessenhals.constraints.exact import total
from flessenhals.solver.claims.proposal import CannotBeUsed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from flessenhals.briefing.text.language import Language
    from flessenhals.constraints.constraint import Constraint
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
    largest = sorted(_alike(found.traces), key=lambda traces: -_amount(traces))
    told = largest if len(largest) <= TOLD + 1 else largest[:TOLD]
    notes += [Told(" ".join(_told(found, traces, language)), [claim]) for traces in told]
    rest = largest[len(told) :]
    if rest:
        together = money(total(map(_amount, rest)), plan.unit, language)
        notes.append(tell("further stranded", language, [claim], count=len(rest), amount=together))
    return notes


def _alike(traces: Iterable[Trace]) -> list[list[Trace]]:
    """The traces, those of the same lines and rules in several years together, the largest first."""
    found: dict[object, list[Trace]] = {}
    for trace in sorted(traces, key=lambda each: -each.amount):
        lines = tuple(dict.fromkeys(map(whole_line, trace.stranded)))
        rules = tuple(dict.fromkeys(each._replace(year=None, upstream=None) for each in trace.held_by))
        found.setdefault((lines, rules), []).append(trace)
    return list(found.values())


def _amount(traces: Iterable[Trace]) -> Fraction:
    return total(trace.amount for trace in traces)


def _told(found: Comparison, traces: Sequence[Trace], language: Language) -> Iterable[str]:
    """Traces of the same lines and rules: all of it, and how it comes about where it is largest."""
    plan, largest = found.plan, traces[0]
    if len(traces) > 1:
        lines = [line for trace in traces for line in trace.stranded]
        years = years_in_words({plan.line_by_id[line].year or 0 for line in largest.stranded}, language)
        amount = money(_amount(traces), plan.unit, language)
        yield say("stranded over years", language, amount=amount, who=who(plan, lines, language), year=years)
    yield from _sentences(found, largest, language)


def who(plan: Plan, lines: Iterable[str], language: Language) -> str:
    """Lines as one says them: the partner where they are all that it has, else by name, counted where they are many."""
    chosen = set(lines)
    names: list[str] = [] if plan.years is None else _in_years(plan, chosen, language)
    for partner, theirs in plan.grouped("partner").items() if plan.years is None else ():
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


def _in_years(plan: Plan, chosen: Collection[str], language: Language) -> list[str]:
    """Lines in years: the partner in the years in which these are all that it has, else each line in its years."""
    whole: dict[str, list[int]] = {}
    some: dict[str, list[int]] = {}
    for partner, theirs in plan.grouped("partner").items():
        for year in plan.years.all if plan.years else ():
            here = [line for line in theirs if line.year == year]
            named = [line for line in here if line.id in chosen]
            if len(named) == len(here) > 1:
                whole.setdefault(group_name(plan, "partner", partner, language), []).append(year)
            else:
                for line in named:
                    some.setdefault(group_name(plan, "line", line.line, language), []).append(year)
    return [
        say("in year", language, name=name, years=years_in_words(years, language))
        for name, years in (*whole.items(), *some.items())
    ]


def _sentences(found: Comparison, trace: Trace, language: Language) -> Iterable[str]:
    plan, unit = found.plan, found.plan.unit
    told: set[Constraint] = set()
    for link in trace.links:
        key = f" by {link.row.kind}" if link.row.is_build_up else ""
        rule = link.row.id._replace(year=None, upstream=None)
        if key and rule in told:
            continue  # of a build-up the first year tells; those before it hold it in the same way
        told.add(rule)
        direct = link.row.id in trace.held_by
        upstream = who(plan, link.upstream, language)
        held = who(plan, trace.stranded, language) if direct else upstream
        said = {
            "downstream": who(plan, link.downstream, language),
            "supported": say("only", language, amount=money(link.supported, unit, language))
            if link.supported
            else say("nothing", language),
            "reach": money(link.supported, unit, language),
            "asked": money(link.asked, unit, language),
            "where": say("there", language) if upstream == held else say("for whom", language, names=upstream),
            "rule": constraint_name(plan, link.row.id, language),
        }
        if direct:
            first = f"stranded{key or ' at'}"
            yield say(first, language, amount=money(trace.amount, unit, language), who=held, **said)
        elif link.supported < link.asked:
            yield say(f"held in turn{key}", language, upstream=upstream, **said)
        else:
            yield say(f"full as well{key}", language, upstream=upstream, **said)
    yield from _roots(found, trace, language)


def _roots(found: Comparison, trace: Trace, language: Language) -> Iterable[str]:
    if not trace.roots:
        return  # a build-up at the end of it: what grows is all that there is to say
    (*_, last) = trace.links
    euro = euros(found.plan.unit, language)
    plain = len(trace.links) == 1 and trace.roots == last.downstream
    given = [line for line in trace.roots if found.proposal.amounts[line]]
    nothing = [line for line in trace.roots if line not in given]
    whole = " in whole amounts" if any(line in found.between_units for line in given) else ""
    if plain and not (given and nothing):
        yield say(f"that is the root{whole}" if given else "that root gets nothing", language, **euro)
        return
    for key, lines in ((f"the root{whole}", given), ("the root gets nothing", nothing)):
        if lines:
            yield say(key, language, names=who(found.plan, lines, language), **euro)
