"""A plan as the text of a plan file, that reads back as the same plan."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import MISSING, fields
from typing import TYPE_CHECKING, Any

import yaml

from flessenhals.constraints.rule import Rule, Share
from flessenhals.data.plans.written import (
    HEAD,
    Number,
    written_amount,
    written_line,
    written_selector,
    written_share,
    written_value,
    written_words,
)
from flessenhals.solver.plan.group_goal import GroupGoal

if TYPE_CHECKING:
    from flessenhals.solver.plan.dated.years import Years
    from flessenhals.solver.plan.plan import Plan, Uncertain

WHOLE = re.compile(r"-?(?:0|[1-9]\d*)")
DESCRIBED = ("title", "unit", "price_level", "source")
NAMED = ("partners", "programmes", "departments")


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - a plan has none
        return True


def _number_node(dumper: yaml.SafeDumper, number: Number) -> yaml.ScalarNode:
    tag = "str" if "/" in number or "%" in number else "int" if WHOLE.fullmatch(number) else "float"
    return dumper.represent_scalar(f"tag:yaml.org,2002:{tag}", str(number))


_Dumper.add_representer(Number, _number_node)


def as_yaml(plan: Plan) -> str:
    """A plan as the text of a plan file.

    Its scenarios are left out where it was read under one of them, and where nobody wrote them down; so is whether a
    line was kept or dropped: its bounds say so.

    Raises:
        InputError: for an amount that no plain decimal is: a third, say.
    """
    return yaml.dump(_root(plan), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10**6)


def _root(plan: Plan) -> dict[str, Any]:
    root: dict[str, Any] = {"schema": Number("1"), "plan": plan.id}
    root |= {name: written_words(value) for name in DESCRIBED if (value := getattr(plan, name))}
    root |= {
        name: {key: written_words(it) for key, it in given.items()} for name in NAMED if (given := getattr(plan, name))
    }
    if plan.years is not None:
        root |= _over_years(plan.years)
    else:
        root["lines"] = [written_line(line) for line in plan.lines]
        if plan.constraints:
            root["constraints"] = [_rule(rule) for rule in plan.constraints]
    if plan.totals:
        root["totals"] = [
            {
                "of": written_selector(it.of),
                "proposed": written_amount(it.proposed, "totals"),
                **({} if it.printed_to is None else {"printed_to": written_amount(it.printed_to, "totals")}),
            }
            for it in plan.totals
        ]
    if plan.changes:
        root["changes"] = [{"paths": list(it.paths), "category": it.category} for it in plan.changes]
    if plan.benefit:
        ends = {
            name: written_amount(getattr(plan.benefit, name), f"benefit.baseline.{name}") for name in ("low", "high")
        }
        source = {"source": written_words(plan.benefit.source)} if plan.benefit.source else {}
        root["benefit"] = {"baseline": ends, **source}
    if plan.uncertain:
        root["uncertain"] = [_uncertain(each, plan) for each in plan.uncertain]
    if plan.readings and plan.scenario is None:
        root["scenarios"] = {name: _written(it) for name, it in plan.readings.items()}
    root["objective"] = [_goal(goal) for goal in plan.objective]
    return root


def _over_years(years: Years) -> dict[str, Any]:
    """What is written of years, and the lines and rules as they were written."""
    from flessenhals.data.plans import dated_writer  # noqa: PLC0415 - most plans have no years

    found = dated_writer.written_years(years)
    found["lines"] = [dated_writer.written_dated_line(line.written_out(), years) for line in years.lines]
    if years.rules:
        found["constraints"] = [dated_writer.written_dated_rule(rule) for rule in years.rules]
    return found


def _rule(rule: Rule) -> dict[str, Any]:
    inside = {
        each.name: written_value(value, f"constraints.{rule.id}.{each.name}", pure=each.metadata["read_as"] == "ratio")
        for each in fields(rule)
        if "read_as" in each.metadata
        for value in [getattr(rule, each.name)]
        if value is not None and (each.default is MISSING or value != each.default)
    }
    head = {name: written_value(value, rule.id) for name in HEAD if (value := getattr(rule, name)) is not None}
    return {"id": rule.id, **head, rule.kind: inside}


def _uncertain(given: Uncertain, plan: Plan) -> dict[str, Any]:
    written: dict[str, Any] = {"path": given.path} if given.path is not None else {}
    if given.of is not None:
        written |= {"of": written_selector(given.of), "field": given.field}
    of_share = given.path is not None and isinstance(_at(plan, given.path), Share)
    for name in ("low", "mode", "high"):
        value = getattr(given, name)
        if value is not None:
            written[name] = (
                written_share(value, "uncertain") if of_share else written_value(value, "uncertain", pure=True)
            )
    return written | ({"note": written_words(given.note)} if given.note else {})


def _at(plan: Plan, path: str) -> object:
    section, name, *inside = path.split(".")
    if section != "constraints":
        return None
    if plan.years is not None:
        dated = next((each for each in plan.years.rules if each.rule.id == name), None)
        *inside, last = inside
        year = int(last) if inside[1:] and last.isdecimal() else plan.years.last
        return None if dated is None else dated.figure(inside[-1] if last.isdecimal() and inside[1:] else last, year)
    rule = plan.rule_by_id.get(name)
    return None if rule is None else getattr(rule, inside[-1], None)


def _goal(goal: object) -> object:
    if not isinstance(goal, GroupGoal):
        return str(goal)
    return {"value": written_selector(goal.of)} if goal.of is not None else {"coverage": goal.by}


def _written(value: object) -> object:
    """What a scenario changes, as it was written: every scalar is the text that stood there."""
    if isinstance(value, Mapping):
        return {str(key): _written(it) for key, it in value.items()}
    if isinstance(value, list):
        return [_written(it) for it in value]
    return str(value) if isinstance(value, str) else None
