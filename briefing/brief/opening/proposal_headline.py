"""What is wrong with proposals, in a heading and in a sentence below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.briefing.text.language import LANGUAGES
from flessenhals.briefing.text.naming import constraint_name, group_name
from flessenhals.briefing.text.numbers import money
from flessenhals.briefing.text.told import tell
from flessenhals.briefing.text.words import listed, say
from flessenhals.constraints.exact import total
from flessenhals.solver.claims.proposal import Breaks, CannotBeUsed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flessenhals.briefing.text.language import Language
    from flessenhals.briefing.text.told import Told
    from flessenhals.solver.claims.claim import Claim
    from flessenhals.solver.comparison.comparison import Comparison

LONGEST, LONGEST_NAME, NAMED = 90, 36, 2


def is_unusable(found: Comparison) -> bool:
    """Whether a proposal cannot be carried out: it breaks something, or part of it cannot be used."""
    return bool(found.violations or found.stranded)


def title_of(found: Sequence[Comparison], language: Language) -> Told | None:
    """What is wrong with the proposal, or how many of several can be carried out; None where all can."""
    wrong = [each for each in found if is_unusable(each)]
    if not wrong:
        return None
    if len(found) == 1:
        return _cannot(wrong[0], language)
    works = [each.proposal.name for each in found if not is_unusable(each)]
    claims = [claim for each in wrong for claim in _wrong(each)]
    key = "title some" if len(works) > 1 else "title one" if works else "title none"
    if not works and len(found) == NAMED:
        key = "title neither"
    if key == "title one" and len(works[0]) > LONGEST_NAME:
        key = "title some"
    count = len(found)
    return tell(key, language, claims, count=count, works=len(works), name="".join(works))


def _wrong(found: Comparison) -> list[Claim]:
    given = tuple(found.proposal.amounts.items())
    broken = tuple((each.row, each.shortfall) for each in found.violations)
    return [Breaks(found.ceiling, given, broken), CannotBeUsed(given, tuple(found.stranded.items()))]


def _cannot(found: Comparison, language: Language) -> Told:
    """That a proposal cannot be carried out and why, by its name where there is room for it in every language."""
    said = {
        (key, each): tell(f"title {key}", each, _wrong(found), name=found.proposal.name, why=_why(found, each))
        for key in ("works", "it")
        for each in LANGUAGES
    }
    named = all(len(said["works", each]) <= LONGEST for each in LANGUAGES)
    return said["works" if named else "it", language]


def _why(found: Comparison, language: Language) -> str:
    plan, broken = found.plan, found.violations
    stranded, given = total(found.stranded.values()), found.proposal.total
    said = {"total": money(given, plan.unit, language), "stranded": money(stranded, plan.unit, language)}
    if stranded:
        return say("why useless" if stranded == given else "why stranded", language, **said)
    kinds = {each.row.kind for each in broken}
    if kinds == {"ceiling"}:
        above = money(total(each.shortfall for each in broken), plan.unit, language)
        return say("why above ceiling", language, above=above)
    count = len(broken)
    if kinds == {"minimum"}:
        return say("why below minimum" if len(broken) == 1 else "why below minimums", language, count=count)
    if len(broken) == 1:
        return say("why breaks", language, name=constraint_name(plan, broken[0].row.id, language))
    return say("why breaks many", language, count=count)


def reasons_of(found: Sequence[Comparison], language: Language) -> Iterator[Told]:
    """Below that heading: what the money of the one proposal is stuck behind, or what is wrong with each of several."""
    if len(found) == 1 and found[0].stranded:
        yield _root(found[0], language)
    elif len(found) > 1:
        for each in filter(is_unusable, found):
            yield tell("standfirst proposal", language, _wrong(each), name=each.proposal.name, why=_why(each, language))


def _root(found: Comparison, language: Language) -> Told:
    """What the money that cannot be used is stuck behind."""
    plan = found.plan
    roots = dict.fromkeys(plan.line_by_id[line].partner for trace in found.traces for line in trace.roots)
    claims = [CannotBeUsed(tuple(found.proposal.amounts.items()), tuple(found.stranded.items()))]
    if not roots:
        return tell("standfirst full", language, claims)
    names = [group_name(plan, "partner", each, language) for each in roots]
    few = listed(names, language) if len(names) <= NAMED else say("so many partners", language, count=len(names))
    return tell("standfirst root", language, claims, names=few)
