"""Which figures of a plan a scenario or an option made what they are, read off its tree before and after."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from flessenhals.constraints import KINDS
from flessenhals.data.fields.known import by_id
from flessenhals.data.source.tree import Blank, Items, Mapping, Text
from flessenhals.solver.plan.revised import FIGURES, FORMS, Maker, RevisedLine, RevisedRule, Revisions

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flessenhals.data.plans.readings.holding import Holding
    from flessenhals.data.source.errors import Place
    from flessenhals.data.source.tree import Node
    from flessenhals.solver.plan.plan import Plan

OPTION = "--"


def revisions(before: Mapping, after: Mapping, own: Plan | None, scenarios: Sequence[str]) -> Revisions:
    """What of a plan's tree is not what its source says.

    Args:
        before: the tree as the plan's file has it.
        after: with what a scenario and options changed.
        own: the plan as its file has it, for the source's own figures; None where that was not read.
        scenarios: the names of the scenarios that were merged into it, in turn.
    """
    lines, rules = {}, {}
    first = by_id(before, "lines")
    for name, line in by_id(after, "lines").items():
        was = first.get(name)
        if was is line or was is None:
            continue
        made_by = dict(_figures(was, line, scenarios))
        if made_by:
            lines[name] = RevisedLine(made_by, None if own is None else own.line_by_id.get(name))
    known, left = by_id(before, "constraints"), by_id(after, "constraints")
    for name, rule in left.items():
        own_rule = None if own is None else own.rule_by_id.get(name)
        if name not in known:
            rules[name] = RevisedRule(_maker(rule.place, scenarios), None, "added")
        elif known[name] is not rule:
            changed = _changed(_asked(known[name]), _asked(rule))
            if changed:
                rules[name] = RevisedRule(_maker(changed[-1], scenarios), own_rule, "changed")
    for name in (each for each in known if each not in left):
        own_rule = None if own is None else own.rule_by_id.get(name)
        rules[name] = RevisedRule(_who_left_out(before, name, scenarios), own_rule, "left out")
    return Revisions(lines, rules)


def _figures(was: Mapping, now: Mapping, scenarios: Sequence[str]) -> Iterator[tuple[str, Maker]]:
    """The figures of a line that differ; a share of what is asked differs where that does, and so does its default."""
    asked = _changed(_leaves(was.get("proposed")), _leaves(now.get("proposed")))
    for figure in (*FIGURES, *FORMS):
        places = _changed(_leaves(was.get(figure)), _leaves(now.get(figure)))
        follows = figure == "maximum" and figure not in now
        follows = follows or (figure in {"minimum", "maximum"} and str(now.get(figure, "")).endswith("%"))
        if not places and asked and follows:
            places = asked
        if places:
            yield figure, _maker(places[-1], scenarios)
        elif figure in was and figure not in now:
            yield figure, _maker(now.place, scenarios)


def _asked(rule: Mapping) -> dict[tuple[str, ...], tuple[str, Place]]:
    """What a rule asks of which lines: all that stands under its kind, and per which group."""
    return {
        (key, *path): leaf
        for key, inside in rule.items()
        if key in KINDS or key in {"per", "years"}
        for path, leaf in _leaves(inside).items()
    }


def _leaves(node: Node | None) -> dict[tuple[str, ...], tuple[str, Place]]:
    """Every text under a node, by the keys that lead to it."""
    if isinstance(node, Text):
        return {(): (str(node), node.place)}
    if isinstance(node, Blank):
        return {(): ("", node.place)}
    inside: Iterator[tuple[str, Node]] = iter(())
    if isinstance(node, Mapping):
        inside = iter(node.items())
    elif isinstance(node, Items):
        inside = ((str(number), item) for number, item in enumerate(node))
    return {(key, *path): leaf for key, item in inside for path, leaf in _leaves(item).items()}


def _changed(
    was: dict[tuple[str, ...], tuple[str, Place]], now: dict[tuple[str, ...], tuple[str, Place]]
) -> list[Place]:
    """Where what is different now was typed."""
    new = [place for path, (text, place) in now.items() if path not in was or was[path][0] != text]
    return new or [place for path, (_, place) in was.items() if path not in now]


def _who_left_out(root: Mapping, rule: str, scenarios: Sequence[str]) -> Maker:
    known = root.get("scenarios")
    for name in scenarios:
        of = known.get(name) if isinstance(known, Mapping) else None
        rules = of.get("constraints") if isinstance(of, Mapping) else None
        if isinstance(rules, Mapping) and rule in rules:
            return Maker("scenario", name)
    return Maker("option", f"--set constraints.{rule}=")


def _maker(place: Place, scenarios: Sequence[str]) -> Maker:
    """Who typed something at a place: an option, or else one of the scenarios."""
    return Maker("option", place.file) if place.file.startswith(OPTION) else Maker("scenario", "+".join(scenarios))


def with_holdings(before: Plan, after: Plan, holdings: Sequence[Holding], own: Plan | None) -> Plan:
    """The plan in which lines are kept and dropped, with who did.

    Args:
        before: as it was read.
        after: with its lines kept and dropped.
        holdings: which lines, and where that was said.
        own: the plan as its file has it, where that was read.
    """
    scenarios = (before.scenario or "").split("+")
    makers: dict[str, Maker] = {}
    for each in holdings:
        makers |= {line.id: _maker(each.place, scenarios) for line in each.selector.select(before.lines)}
    lines = dict(before.revised.lines)
    for line in after.lines:
        was, maker = before.line_by_id[line.id], makers.get(line.id)
        changed = [figure for figure in FIGURES if getattr(line, figure) != getattr(was, figure)]
        if maker is not None and changed:
            found = lines.get(line.id)
            source = found.own if found is not None else None if own is None else own.line_by_id.get(line.id)
            made_by = {**({} if found is None else found.made_by), **dict.fromkeys(changed, maker)}
            lines[line.id] = RevisedLine(made_by, source)
    return replace(after, revised=Revisions(lines, before.revised.rules))
