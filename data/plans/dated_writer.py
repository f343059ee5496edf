"""What a plan with years says of them, as a plan file writes it."""

from __future__ import annotations

from dataclasses import MISSING, fields, replace
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from flessenhals.constraints.rule import Share
from flessenhals.constraints.series import Series
from flessenhals.data.plans.shape import LINE
from flessenhals.data.plans.written import HEAD, Number, written_line, written_value

if TYPE_CHECKING:
    from flessenhals.solver.plan.dated.years import DatedLine, DatedRule, Kinds, Movable, Years

ENDS = {"from": "first", "until": "last"}


def written_years(years: Years) -> dict[str, Any]:
    """The sections `years`, `shift` and `ceilings`.

    Raises:
        InputError: for an amount that no plain decimal is.
    """
    span: dict[str, Any] = {"first": _year(years.first), "last": _year(years.last)}
    if years.columns:
        span["columns"] = [_year(year) for year in years.columns]
    root: dict[str, Any] = {"years": span}
    if years.shift is not None:
        root["shift"] = {name: _movable(getattr(years.shift, name), name) for name in ("later", "earlier")}
    if years.ceilings:
        root["ceilings"] = {name: _kinds(kinds, name) for name, kinds in years.ceilings.items()}
    return root


def written_dated_line(dated: DatedLine, years: Years) -> dict[str, Any]:
    """A line with its figures as they were written, and the years between which it runs.

    Raises:
        InputError: for an amount that no plain decimal is.
    """
    plain = written_line(replace(dated.line, proposed=Fraction(0), minimum_share=None, maximum_share=None))
    where = f"lines.{dated.line.id}"
    found: dict[str, Any] = {}
    for name in LINE:
        if name in dated.figures:
            found[name] = _figure(dated.figures[name], f"{where}.{name}", pure=name == "weight")
        elif name in ENDS and getattr(dated, ENDS[name]) != getattr(years, ENDS[name]):
            found[name] = _year(getattr(dated, ENDS[name]))
        elif name in plain and name not in {"proposed", "minimum", "maximum", "weight", "smallest"}:
            found[name] = plain[name]
    return found


def written_dated_rule(dated: DatedRule) -> dict[str, Any]:
    """A rule with its figures as they were written, and the years in which it holds.

    Raises:
        InputError: for an amount that no plain decimal is.
    """
    rule = dated.rule
    inside = {
        each.name: _figure(value, f"constraints.{rule.id}.{each.name}", pure=each.metadata["read_as"] == "ratio")
        for each in fields(rule)
        if "read_as" in each.metadata
        for value in [dated.series.get(each.name, getattr(rule, each.name))]
        if value is not None and (each.default is MISSING or value != each.default)
    }
    head = {name: written_value(value, rule.id) for name in HEAD if (value := getattr(rule, name)) is not None}
    held = {} if rule.years is None else {"years": [_year(year) for year in rule.years]}
    return {"id": rule.id, **head, **held, rule.kind: inside}


def _kinds(kinds: Kinds, name: str) -> object:
    where = f"ceilings.{name}"
    structural = _figure(kinds.structural, where)
    if kinds.one_off is None:
        return structural
    return {"structural": structural, "one-off": _figure(kinds.one_off, where)}


def _movable(movable: Movable, name: str) -> object:
    return movable if isinstance(movable, str) else _figure(movable, f"shift.{name}")


def _figure(figure: object, where: str, *, pure: bool = False) -> object:
    """One figure, or one for each year that is named."""
    if isinstance(figure, Series):
        return {_year(year): written_value(each, where, pure=pure) for year, each in figure.named.items()}
    if pure and isinstance(figure, Share):
        return written_value(figure.fraction, where, pure=True)
    return written_value(figure, where, pure=pure)


def _year(year: int) -> Number:
    return Number(str(year))
