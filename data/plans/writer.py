"""A plan as the text of a plan file, that reads back as the same plan."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import MISSING, fields
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import yaml

from flessenhals.constraints.rule import Rule, Share
from flessenhals.constraints.selector import EVERYTHING, Condition, Selector
from flessenhals.data.fields.grammar import MOST_DECIMALS, MOST_DIGITS, unambiguous
from flessenhals.data.fields.selectors import ALL
from flessenhals.data.plans.shape import LINE
from flessenhals.data.source.decimals import plain_decimal
from flessenhals.data.source.errors import Place, refused
from flessenhals.solver.plan.group_goal import GroupGoal
from flessenhals.solver.plan.line import Line
from flessenhals.solver.plan.message import told

if TYPE_CHECKING:
    from flessenhals.solver.plan.dated.years import Years
    from flessenhals.solver.plan.plan import Plan, Uncertain

WHOLE = re.compile(r"-?(?:0|[1-9]\d*)")
DESCRIBED = ("title", "unit", "price_level", "source")
NAMED = ("partners", "programmes", "departments")
HEAD = ("name", "nature", "source", "origin", "per")
BY_SHARE = ("minimum", "maximum")


class Number(str):
    """A number as a plan writes it."""

    __slots__ = ()


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
    root |= {name: _words(value) for name in DESCRIBED if (value := getattr(plan, name))}
    root |= {name: {key: _words(it) for key, it in given.items()} for name in NAMED if (given := getattr(plan, name))}
    if plan.years is not None:
        root |= _over_years(plan.years)
    else:
        root["lines"] = [written_line(line) for line in plan.lines]
        if plan.constraints:
            root["constraints"] = [_rule(rule) for rule in plan.constraints]
    if plan.totals:
        root["totals"] = [
            {
                "of": _selector(it.of),
                "proposed": _amount(it.proposed, "totals"),
                **({} if it.printed_to is None else {"printed_to": _amount(it.printed_to, "totals")}),
            }
            for it in plan.totals
        ]
    if plan.changes:
        root["changes"] = [{"paths": list(it.paths), "category": it.category} for it in plan.changes]
    if plan.benefit:
        ends = {name: _amount(getattr(plan.benefit, name), f"benefit.baseline.{name}") for name in ("low", "high")}
        source = {"source": _words(plan.benefit.source)} if plan.benefit.source else {}
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


def written_line(line: Line) -> dict[str, Any]:
    """A line as a plan writes it: its fields that are not the usual ones.

    Raises:
        InputError: for an amount that no plain decimal is.
    """
    usual = {each.name: each.default for each in fields(Line)}
    written: dict[str, Any] = {}
    for name in LINE:
        value = getattr(line, name, usual.get(name))
        share = _share_of(line, name)
        if name == "cofunded":
            written |= {name: _part(share, line.id)} if share else {}
        elif share is not None:
            written[name] = _share(share, f"lines.{line.id}.{name}")
        elif value is not None and (usual.get(name, MISSING) is MISSING or value != usual[name]):
            written[name] = written_value(value, f"lines.{line.id}.{name}", pure=name == "weight")
    return written


def _share_of(line: Line, name: str) -> Fraction | None:
    """What a field of a line is written as in percent; None for an amount."""
    if name == "cofunded":
        return line.cofunded or None
    return getattr(line, f"{name}_share", None) if name in BY_SHARE else None


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
        written |= {"of": _selector(given.of), "field": given.field}
    of_share = given.path is not None and isinstance(_at(plan, given.path), Share)
    for name in ("low", "mode", "high"):
        value = getattr(given, name)
        if value is not None:
            written[name] = _share(value, "uncertain") if of_share else written_value(value, "uncertain", pure=True)
    return written | ({"note": _words(given.note)} if given.note else {})


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
    return {"value": _selector(goal.of)} if goal.of is not None else {"coverage": goal.by}


def written_value(value: object, where: str, *, pure: bool = False) -> object:
    """A value in the form in which a plan writes it; `pure` for a pure number.

    Raises:
        InputError: for a number that a plan cannot hold.
    """
    if isinstance(value, bool):
        return value
    if isinstance(value, tuple) and not isinstance(value, Selector):
        inside = value._asdict() if hasattr(value, "_asdict") else None
        if inside is None:
            return [written_value(it, where, pure=pure) for it in value]
        return {name: written_value(it, where, pure=True) for name, it in inside.items()}
    return _single(value, where, pure=pure)


def _single(value: object, where: str, *, pure: bool) -> object:
    if isinstance(value, Selector):
        return _selector(value)
    if isinstance(value, Share):
        return _share(value.fraction, where)
    if isinstance(value, Fraction):
        return _ratio(value, where) if pure else _amount(value, where)
    if isinstance(value, int):
        return Number(str(value))
    if isinstance(value, str | Mapping):
        return _words(value)
    raise TypeError(f"{where} has no form in a plan file")


def _selector(selector: Selector) -> object:
    if selector == EVERYTHING:
        return ALL
    found = [_condition(condition) for condition in selector.conditions]
    return found[0] if len(found) == 1 else found


def _condition(condition: Condition) -> object:
    given = {name: values for name, values in condition._asdict().items() if values}
    if not given:
        return ALL
    if list(given) == ["line"] and len(condition.line) == 1:
        return condition.line[0]
    return {name: values[0] if len(values) == 1 else list(values) for name, values in given.items()}


def _amount(value: Fraction, where: str) -> Number:
    decimal = plain_decimal(value)
    whole, _, decimals = (decimal or "").partition(".")
    if decimal is None or len(whole) > MOST_DIGITS or len(decimals) > MOST_DECIMALS:
        wrong = told("{amount} is not a decimal that a plan can hold", amount=str(value))
        raise refused(Place(where), wrong, "round it first")
    return Number(unambiguous(decimal))


def _ratio(value: Fraction, where: str) -> Number:
    decimal = plain_decimal(value)
    if decimal is not None and len(decimal.partition(".")[2]) <= MOST_DECIMALS:
        return Number(decimal)
    if max(len(str(value.numerator)), len(str(value.denominator))) > MOST_DIGITS:
        wrong = told("{amount} is not a ratio that a plan can hold", amount=str(value))
        raise refused(Place(where), wrong, "round it first")
    return Number(f"{value.numerator}/{value.denominator}")


def _share(value: Fraction, where: str) -> Number:
    decimal = plain_decimal(value * 100)
    if decimal is None or len(decimal.partition(".")[2]) > MOST_DECIMALS:
        wrong = told("{amount} is not a percentage that a plan can hold", amount=str(value))
        raise refused(Place(where), wrong, "round it first")
    return Number(f"{decimal}%")


def _part(value: Fraction, line: str) -> Number:
    """A part of something: a percentage, or a fraction where that has no end."""
    decimal = plain_decimal(value * 100)
    if decimal is not None and len(decimal.partition(".")[2]) <= MOST_DECIMALS:
        return Number(f"{decimal}%")
    return _ratio(value, f"lines.{line}.cofunded")


def _words(value: str | Mapping[str, str]) -> object:
    return str(value) if isinstance(value, str) else {key: str(text) for key, text in value.items()}


def _written(value: object) -> object:
    """What a scenario changes, as it was written: every scalar is the text that stood there."""
    if isinstance(value, Mapping):
        return {str(key): _written(it) for key, it in value.items()}
    if isinstance(value, list):
        return [_written(it) for it in value]
    return str(value) if isinstance(value, str) else None
