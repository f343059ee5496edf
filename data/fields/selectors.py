"""Selections of lines, as a plan writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.constraints.selector import DATED_FIELDS, EVERYTHING, FIELDS, Condition, Selector
from flessenhals.data.fields.shape import fault, misfit, read_items
from flessenhals.data.source.errors import Fault, InputError
from flessenhals.data.source.names import alternatives, instead
from flessenhals.data.source.tree import Items, Mapping, Text
from flessenhals.solver.plan.message import told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flessenhals.data.fields.known import Known
    from flessenhals.data.source.tree import Node

ALL = "all"
COMPACT = {"--set", "--keep", "--drop", "--except"}  # where a selection may be written as partner:police
FORM = "a line id, `all`, a mapping such as {partner: police}, or a list of these"
ADVICE = "write a line id, all, or a mapping such as {partner: police}"


def read_selector(node: Node, field: str, known: Known) -> Selector:
    """The selection that is written: `all`, a line id, a mapping whose fields are and-ed, or a list of these, or-ed.

    Raises:
        InputError: with every name that the plan does not know.
    """
    return _selector(node, field, known, FIELDS)


def read_dated_selector(node: Node, field: str, known: Known) -> Selector:
    """The selection that is written, which may name years where the plan has them.

    Raises:
        InputError: with every name that the plan does not know.
    """
    return _selector(node, field, known, DATED_FIELDS if known.dated else FIELDS)


def _selector(node: Node, field: str, known: Known, fields: Sequence[str]) -> Selector:
    if isinstance(node, Text):
        return (
            EVERYTHING
            if node == ALL
            else Selector((Condition(line=(_name(node, "line", known, "{{{field}: {name}}}"),)),))
        )
    if isinstance(node, Mapping) and node:
        return Selector((_condition(node, known, fields),))
    if isinstance(node, Items) and node:
        return _any_of(node, field, known, fields)
    if isinstance(node, Mapping | Items):
        raise fault(node, field, None, "is empty", ADVICE)
    raise misfit(node, field, "a selection of lines", ADVICE)


def _any_of(node: Items, field: str, known: Known, fields: Sequence[str]) -> Selector:
    def read(item: Node, name: str, known: Known) -> Selector:
        return _selector(item, name, known, fields)

    selectors: list[Selector] = read_items(node, field, read, known)
    return Selector(tuple(condition for selector in selectors for condition in selector.conditions))


def _condition(node: Mapping, known: Known, fields: Sequence[str]) -> Condition:
    faults: list[Fault] = []
    demands: dict[str, tuple[str, ...]] = {}
    for key, value in node.items():
        if key not in fields:
            wrong, write = "is not a field to select by", instead(key, fields)
            if key == "year" and known.dated:
                wrong, write = "is not a field to select by in a rule", "give the rule years: beside its id"
            faults.append(Fault(node.key_place(key), None, key, wrong, write))
            continue
        try:
            demands[key] = _values(value, key, known)
        except InputError as error:
            faults.extend(error.faults)
    if faults:
        raise InputError(faults)
    return Condition(**demands)


def _values(node: Node, field: str, known: Known) -> tuple[str, ...]:
    values = node if isinstance(node, Items) else Items(node.place, [node])
    if not values:
        raise fault(node, field, None, "is empty", "write one value or more")
    return tuple(read_items(values, field, _name, known))


def _name(node: Node, field: str, known: Known, form: str = "{field}: {name}") -> str:
    if not isinstance(node, Text):
        raise misfit(node, field, "an id", "write one id, or a list of ids")
    names = known.names.get(field, {})
    if node not in names:
        noun = "tag" if field == "tags" else field
        wrong = told("is not a {noun} of this plan", noun=told(noun))
        raise fault(node, None, node, wrong, _of_another(node, known, form) or instead(node, names))
    return str(node)


def _of_another(node: Text, known: Known, form: str) -> str | None:
    """What to write where the word is a partner, say, and a line was to be named; None where it is nothing at all."""
    given = node.place.option
    form = "{field}:{name}" if given and given[0] in COMPACT else form
    found = [form.format(field=field, name=node) for field in FIELDS if node in known.names.get(field, {})]
    return told("write {instead}", instead=alternatives(found)) if found else None
