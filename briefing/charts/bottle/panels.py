"""What is drawn of a plan's chains: one of them, as each split fills it, and what is said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from flessenhals.briefing.charts.comparison.comparison_frame import results_of, titles
from flessenhals.briefing.text.naming import lines_name, lines_without_years, short_group_name
from flessenhals.briefing.text.numbers import MOST_DECIMALS, money, to_places
from flessenhals.briefing.text.words import listed, say
from flessenhals.constraints.exact import total
from flessenhals.solver.comparison.bottle import bottles
from flessenhals.solver.optimum.allocation import Allocation

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from fractions import Fraction

    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.comparison.bottle import Bottle
    from flessenhals.solver.comparison.comparison import Comparison
    from flessenhals.solver.comparison.side_by_side import SideBySide
    from flessenhals.solver.plan.plan import Plan

MOST_NAMED, MOST_PANELS = 2, 2  # MOST_PANELS are proposals


class Panel(NamedTuple):
    """One split of the chain.

    Attributes:
        said: `Proposal` or `Optimum`, in the reader's language.
        bottle: the chain as it fills it.
        held: whether a rule of the chain holds back the rest of what is asked.
    """

    said: str
    bottle: Bottle
    held: bool = False


class Chains(NamedTuple):
    """What is drawn of a plan's chains.

    Attributes:
        plan: whose chains they are.
        panels: one chain in several splits, from top to bottom; empty where the plan has none.
        more: how many more chains there are.
        decimals: of the amounts in the drawing.
    """

    plan: Plan
    panels: tuple[Panel, ...]
    more: int
    decimals: int = MOST_DECIMALS


def chains_of(found: Comparison | SideBySide, language: Language, decimals: int = MOST_DECIMALS) -> Chains:
    """The chain that the first proposal fills worst, as it, the next and the optimum fill it.

    Args:
        found: a proposal held against the rules, or several.
        language: of the names.
        decimals: of the amounts in the drawing, at most.
    """
    first, *others = results_of(found)
    proposed = bottles(found.plan, first.proposal.amounts, first.usable.amounts)
    if not proposed:
        return Chains(found.plan, (), 0)
    last = proposed[0].necks[-1].id
    panels = [
        Panel(name, _same(found.plan, each.proposal.amounts, each.usable.amounts, last))
        for name, each in zip(titles(found, language), (first, *others)[:MOST_PANELS], strict=False)
    ]
    optimum = first.optimum
    if isinstance(optimum, Allocation) and not (first.is_optimal and not others):
        panels.append(_best(optimum, last, language))
    return Chains(found.plan, tuple(panels), len(proposed) - 1, decimals)


def chains_of_optimum(found: Allocation, language: Language, decimals: int = MOST_DECIMALS) -> Chains:
    """The tightest chain as the optimum fills it, where there is no proposal."""
    filled = bottles(found.plan, found.amounts, found.amounts)
    if not filled:
        return Chains(found.plan, (), 0)
    panel = _best(found, filled[0].necks[-1].id, language)
    return Chains(found.plan, (panel,), len(filled) - 1, decimals)


def _same(plan: Plan, amounts: Mapping[str, Fraction], usable: Mapping[str, Fraction], last: object) -> Bottle:
    return next(each for each in bottles(plan, amounts, usable) if each.necks[-1].id == last)


def _best(optimum: Allocation, last: object, language: Language) -> Panel:
    bottle = _same(optimum.plan, optimum.amounts, optimum.amounts, last)
    necks = {neck.id for neck in bottle.necks}
    short = any(inlet.asked > inlet.money for inlet in bottle.inlets)
    held = short and not optimum.held_by_ceiling and any(row.id in necks for row in optimum.holding_back)
    return Panel(say("chart of optimum", language), bottle, held)


def message(chains: Chains, panel: Panel, language: Language) -> str:
    """What becomes of the money that enters a chain, in one sentence."""
    bottle = panel.bottle
    said = {
        key: amount_in(chains, of, language)
        for key, of in (("money", bottle.money), ("passes", bottle.passes), ("stuck", bottle.stuck))
    }
    if not bottle.money:
        return say("bottle empty", language)
    if not bottle.stuck:
        asked = total(inlet.asked for inlet in bottle.inlets)
        if panel.held and asked > bottle.money:
            amount = amount_in(chains, asked, language)
            return say("bottle held", language, asked=amount, **said)
        return say("bottle flows", language, **said)
    named = zip(bottle.necks, link_names(chains.plan, bottle, language), strict=True)
    _, name = max(named, key=lambda each: each[0].stuck)
    key = "bottle blocked" if not bottle.passes else "bottle stuck"
    return say(key, language, **said, name=name)


def amount_in(chains: Chains, of: Fraction, language: Language) -> str:
    """An amount as it stands in the drawing, with its unit; what would look like nothing keeps its decimals."""
    return money(to_places(of, chains.decimals) or of, chains.plan.unit, language)


def partners_named(plan: Plan, lines: Iterable[str], language: Language) -> str:
    """Whose lines these are: the partners by their short names, or how many there are."""
    partners = dict.fromkeys(plan.line_by_id[line].partner for line in lines)
    names = [short_group_name(plan, "partner", each, language) for each in partners]
    return listed(names, language) if len(names) <= MOST_NAMED else say("so many partners", language, count=len(names))


def link_names(plan: Plan, bottle: Bottle, language: Language) -> list[str]:
    """What each link of a chain is called: by whose lines it is, and by the lines where two would be called alike.

    So too where it would be called as what enters the chain.
    """
    partners = [partners_named(plan, neck.downstream, language) for neck in bottle.necks]
    taken = [*partners, *{partners_named(plan, inlet.lines, language) for inlet in bottle.inlets}]
    called = lines_name if plan.years is None else lines_without_years
    return [
        name if taken.count(name) == 1 else called(plan, [plan.line_by_id[each] for each in lines], language)
        for name, lines in zip(partners, (neck.downstream for neck in bottle.necks), strict=True)
    ]
