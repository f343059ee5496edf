"""What a plan says of its years: the years themselves, ceilings by name, what may shift, and figures by year."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from flessenhals.constraints import KINDS
from flessenhals.constraints.series import Series
from flessenhals.data.fields.dated import AMOUNTS
from flessenhals.data.fields.known import MOST_YEARS
from flessenhals.data.fields.shape import fault, read_entries, read_fields
from flessenhals.data.plans.shape import KINDS_OF_MONEY, LINE_NUMBERS, SHIFT, YEARS
from flessenhals.data.source.errors import Fault, InputError
from flessenhals.data.source.names import is_identifier, not_an_identifier
from flessenhals.data.source.tree import Mapping
from flessenhals.solver.plan.dated.years import DatedLine, DatedRule, Kinds, Shift, Years
from flessenhals.solver.plan.line import Line
from flessenhals.solver.plan.message import told

if TYPE_CHECKING:
    from flessenhals.data.fields.known import Known
    from flessenhals.data.source.tree import Node

ENDS = ("from", "until")
SECTIONS = ("years", "shift", "ceilings")


def read_years(node: Node, _: str, known: Known) -> Years:
    """The years of a plan.

    Raises:
        InputError: with everything that is wrong with them.
    """
    given = read_fields(node, "years", YEARS, known)
    first, last = given["first"], given["last"]
    if first > last and isinstance(node, Mapping):
        raise fault(
            node["last"],
            "last",
            str(last),
            told("is before first {first}", first=first),
            told("write {first} or later", first=first),
        )
    if last - first >= MOST_YEARS and isinstance(node, Mapping):
        wrong = told("is {count} years from first, more than {most}", count=last - first + 1, most=MOST_YEARS)
        raise fault(
            node["last"], "last", str(last), wrong, told("write {last} or earlier", last=first + MOST_YEARS - 1)
        )
    return Years(first=first, last=last, columns=given.get("columns", ()))


def read_shift(node: Node, _: str, known: Known) -> Shift:
    """What may be used in another year.

    Raises:
        InputError: with everything that is wrong with it.
    """
    return Shift(**read_fields(node, "shift", SHIFT, known))


def read_ceilings(node: Node, _: str, known: Known) -> dict[str, Kinds]:
    """The ceilings by name.

    Raises:
        InputError: with everything that is wrong with one of them.
    """
    faults: list[Fault] = []
    found: dict[str, Kinds] = {}
    try:
        found = read_entries(node, "ceilings", _ceiling, known)
    except InputError as error:
        faults.extend(error.faults)
    if not isinstance(node, Mapping):
        raise InputError(faults)
    for name in node:
        place = node.key_place(name)
        if not is_identifier(name):
            faults.append(Fault(place, None, name, *not_an_identifier(name)))
        elif name.isdecimal():
            faults.append(Fault(place, None, name, "reads as an amount", "give the ceiling a name with letters in it"))
    if faults:
        raise InputError(faults)
    return found


def _ceiling(node: Node, name: str, known: Known) -> Kinds:
    if isinstance(node, Mapping) and not KINDS_OF_MONEY.keys().isdisjoint(node):
        given = read_fields(node, told("ceiling {name}", name=name), KINDS_OF_MONEY, known)
        _from_the_first(node["structural"], "structural", given["structural"], known)
        return Kinds(structural=given["structural"], one_off=given.get("one-off", Fraction(0)))
    amount = AMOUNTS.read(node, name, known)
    _from_the_first(node, name, amount, known)
    return Kinds(structural=amount)


def dated_line(node: Mapping, given: dict[str, Any], known: Known) -> DatedLine:
    """A line of a plan with years, from its fields.

    Raises:
        InputError: with everything that is wrong with its years.
    """
    first, last = known.years or (0, 0)
    start, end = given.pop("from", first), given.pop("until", last)
    if start > end and known.years:
        raise fault(
            node["until"] if "until" in node else node["from"],
            None,
            None,
            told("runs from {start} until {end}", start=start, end=end),
            told("write from: {end} and until: {start}", start=start, end=end),
        )
    figures = {name: given.pop(name) for name in (*LINE_NUMBERS, "smallest") if name in given}
    dated = DatedLine(line=Line(proposed=Fraction(0), **given), figures=figures, first=start, last=end)
    faults: list[Fault] = []
    for name, figure in figures.items():
        try:
            if dated.line.money == "structural" or name == "weight":
                _from_the_first(node[name], name, figure, known, start)
        except InputError as error:
            faults.extend(error.faults)
    if faults:
        raise InputError(faults)
    if dated.line.money == "one-off" and known.years and dated.runs(last) and dated.proposed(last):
        raise fault(
            node["proposed"],
            "proposed",
            None,
            told("of a one-off line is not 0 in {last}, which stands for every year after it", last=last),
            told("name the years before {last} only, or end the line with until: {before}", last=last, before=last - 1),
        )
    return replace(dated, line=replace(dated.line, proposed=dated.proposed(last)))


def _from_the_first(node: Node, name: str, figure: object, known: Known, start: int | None = None) -> None:
    """See to it that a series says what it is from the beginning, where it is known which year that is."""
    if known.years is None:
        return
    first = known.years[0]
    if isinstance(figure, Series) and figure.first > max(first, start or first):
        wanted = max(first, start or first)
        raise fault(
            node,
            name,
            None,
            told("says nothing of {wanted} up to {until}", wanted=wanted, until=figure.first - 1)
            if wanted < figure.first - 1
            else told("says nothing of {first}", first=wanted),
            told("name {wanted} too", wanted=wanted),
        )


def dated_rule(node: Mapping, kind: str, head: dict[str, Any], given: dict[str, Any], known: Known) -> DatedRule:
    """A rule of a plan with years, from its fields.

    Args:
        node: where it stands.
        kind: its kind, `proportional`.
        head: what it has in common with every rule.
        given: the fields of its kind.
        known: for the years.

    Raises:
        InputError: with everything that is wrong with its years.
    """
    series = {name: value for name, value in given.items() if isinstance(value, Series)}
    inside = node[kind]
    faults: list[Fault] = []
    for name, value in series.items():
        try:
            if isinstance(inside, Mapping):
                if given.get("together"):
                    raise fault(
                        inside[name],
                        name,
                        None,
                        "differs by year, and together is one sum over all years",
                        "write one amount",
                    )
                _from_the_first(inside[name], name, value, known)
        except InputError as error:
            faults.extend(error.faults)
    if faults:
        raise InputError(faults)
    ends = {name: value.at(known.years[1]) for name, value in series.items()} if known.years else {}
    return DatedRule(rule=KINDS[kind](**head, **{**given, **ends}), series=series)
