"""Paths into a plan, as on the command line: `lines.nfi.minimum`, `constraints.om-follows.proportional.at_least`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.data.fields.forms import SELECTOR, TERM, TERMS, UNIT, WORDS_SCHEMA
from flessenhals.data.fields.known import BY_ID, YEAR, by_id, years_of
from flessenhals.data.fields.values import LANGUAGES
from flessenhals.data.plans.shape import (
    INSIDE,
    KIND_FIELDS,
    LINE,
    LINE_CHANGE,
    LINE_NUMBERS,
    LINE_SERIES,
    OF_YEARS,
    PLAN,
    RULE_CHANGE,
    RULE_SERIES,
    SETTABLE,
)
from flessenhals.data.source.names import instead
from flessenhals.data.source.tree import Items, Mapping
from flessenhals.solver.plan.message import told

if TYPE_CHECKING:
    from collections.abc import Collection

    from flessenhals.data.fields.shape import Form, Table
    from flessenhals.data.source.tree import Node

LEFT_OUT, LEAVE_ONE = "is left out by a scenario that is read before", "leave one of the two out"
LEAST_WITH_YEAR = 3  # lines.ID.FIELD
NO_NUMBERS = (SELECTOR, TERMS, UNIT)
LINE_FIELDS = {name: field for name, field in LINE_CHANGE.items() if name != "of"}


class PathError(ValueError):
    """A path that leads nowhere in the plan.

    Attributes:
        typed: the part of it that is wrong.
        wrong, write: what is wrong with that part, and what to do instead.
    """

    def __init__(self, typed: str, wrong: str, write: str) -> None:
        super().__init__(f"'{typed}' {wrong} -> {write}")
        self.typed = typed
        self.wrong = wrong
        self.write = write


def parted(path: str) -> tuple[str, list[str]]:
    """What stands before the first point of a path that is in no brackets, and the keys behind it."""
    depth = 0
    for place, sign in enumerate(path):
        depth += (sign in "{[") - (sign in "}]")
        if sign == "." and not depth:
            return path[:place].strip(), path[place + 1 :].strip().split(".")
    return path.strip(), []


def line_field(keys: list[str]) -> None:
    """See to it that a line has this field.

    Raises:
        PathError: where it has not.
    """
    _follow(keys, LINE_FIELDS)


def settable(path: str, root: Mapping, own: Collection[str] = ()) -> tuple[str, ...]:
    """The parts of a path whose value can be set: a field of a line, a part of a constraint, a text of the plan.

    Args:
        path: as people write it.
        root: the tree, as scenarios leave it.
        own: the constraints that the plan's file has.

    Raises:
        PathError: where the plan has no such thing.
    """
    section, *keys = path.split(".")
    if (section in OF_YEARS and section in root) or (section == "shift" and "years" in root):
        _follow_years(section, keys, root)
        return (section, *keys)
    if section in SETTABLE:
        _follow([section, *keys], PLAN)
        return (section, *keys)
    if section not in BY_ID:
        raise PathError(section, "is not something that can be set", instead(section, (*BY_ID, *SETTABLE)))
    if not keys or (section == "lines" and len(keys) == 1):
        example = "lines.ID.FIELD" if section == "lines" else "constraints.ID.KIND.FIELD"
        raise PathError(path, "is not a whole path", told("write {example}", example=told(example)))
    name, *inside = keys
    items = by_id(root, section)
    if section == "constraints" and name in own and name not in items:
        raise PathError(name, LEFT_OUT, LEAVE_ONE)
    if name not in items:
        raise PathError(name, told("is not a {section} of this plan", section=told(section[:-1])), instead(name, items))
    if inside and section == "constraints":
        _see_to_its_kind(name, inside, items[name])
    if inside:
        _follow(inside, LINE_FIELDS if section == "lines" else RULE_CHANGE, items[name])
    return (section, *keys)


def _see_to_its_kind(name: str, inside: list[str], rule: Mapping) -> None:
    """See to it that a path names the kind of the rule where it leads to a field of that kind."""
    kind = next((each for each in KIND_FIELDS if each in rule), None)
    head, *rest = inside
    if kind is None or head == kind:
        return
    if head in KIND_FIELDS[kind] and head not in RULE_CHANGE:
        path = ".".join(("constraints", name, kind, head, *rest))
        raise PathError(head, "is not a field here", told("write {instead}", instead=path))
    if head in KIND_FIELDS:
        field = rest[0] if rest and rest[0] in KIND_FIELDS[kind] else told("FIELD")
        raise PathError(
            head,
            told("is not the kind of {name}", name=name),
            told("write {front}.{field}", front=f"constraints.{name}.{kind}", field=field),
        )


def _follow_years(section: str, keys: list[str], root: Mapping) -> None:
    """See to it that what is said of years has such a part."""
    if not keys:
        return
    known: Collection[str] = INSIDE[section] if section in INSIDE else _named(root, section)
    if keys[0] not in known:
        raise PathError(keys[0], told("is not a part of {head}", head=section), instead(keys[0], known))
    if keys[1:]:
        raise PathError(keys[1], told("is not a part of {head}", head=keys[0]), "end the path before it")


def _named(root: Mapping, section: str) -> Collection[str]:
    given = root.get(section)
    return given if isinstance(given, Mapping) else ()


def measured(path: str, root: Mapping) -> tuple[Form, Node | None]:
    """The form and the present value of the number that a path leads to.

    Raises:
        PathError: where the plan has no such number.
    """
    keys = settable(path, root)
    if len(keys) > LEAST_WITH_YEAR and YEAR.fullmatch(keys[-1]) and "years" in root:
        span = years_of(root["years"])
        if span is not None and not span[0] <= int(keys[-1]) <= span[1]:
            wrong = told("is outside the plan's years {first} to {last}", first=span[0], last=span[1])
            raise PathError(keys[-1], wrong, told("write a year from {first} to {last}", first=span[0], last=span[1]))
        last = keys[-2]
        table = LINE if keys[0] == "lines" else KIND_FIELDS.get(keys[2], {})
        if last not in table or table[last].form.each is None:
            raise PathError(keys[-1], told("is not a part of {head}", head=last), "end the path before it")
        form, series = measured(path.rpartition(".")[0], root)
        return form, _in_force(series, keys[-1])
    match keys:
        case ("lines", name, field) if field in LINE_NUMBERS:
            form = LINE[field].form
            return form.each or form, by_id(root, "lines")[name].get(field)
        case ("lines", _, field) if field in LINE_FIELDS:
            write = told("write one of: {listed}{more}", listed=", ".join(LINE_NUMBERS), more="")
            raise PathError(field, "is not a number of a line that can be uncertain", write)
        case ("constraints", name, kind, field) if (
            kind in KIND_FIELDS and KIND_FIELDS[kind][field].form not in NO_NUMBERS
        ):
            inside = by_id(root, "constraints")[name].get(kind)
            value = inside.get(field) if isinstance(inside, Mapping) else None
            if value is None:
                raise PathError(path, "does not stand in the plan", "name a number that does")
            form = KIND_FIELDS[kind][field].form
            return form.each or form, value
        case ("constraints", name, kind, field, place, "times"):
            return TERM["times"].form, _terms(by_id(root, "constraints")[name], kind, field)[int(place)]
    raise PathError(path, "is not the path of a number", "write lines.ID.FIELD or constraints.ID.KIND.FIELD")


def _in_force(node: Node | None, year: str) -> Node | None:
    """What a series has in a year: what it says of it, or of the last year before it."""
    if not isinstance(node, Mapping):
        return node
    named = [key for key in node if YEAR.fullmatch(key) and key <= year]
    return node[max(named)] if named else None


def _follow(keys: list[str], table: Table, item: Mapping | None = None) -> None:
    head, *rest = keys
    if head not in table:
        raise PathError(head, "is not a field here", instead(head, table))
    if not rest:
        return
    if head in LINE_SERIES and YEAR.fullmatch(rest[0]) and len(rest) == 1:
        return
    if len(rest) > 1 and rest[0] in RULE_SERIES and rest[0] in KIND_FIELDS.get(head, ()) and YEAR.fullmatch(rest[1]):
        rest = rest[:1]
    inside: Collection[str] = KIND_FIELDS.get(head, LANGUAGES if table[head].form.schema is WORDS_SCHEMA else ())
    if rest[0] not in inside:
        raise PathError(rest[0], told("is not a part of {head}", head=head), instead(rest[0], inside))
    if len(rest) == 1:
        return
    if item is None or head not in KIND_FIELDS or KIND_FIELDS[head][rest[0]].form is not TERMS:
        raise PathError(rest[1], told("is not a part of {head}", head=rest[0]), "end the path before it")
    _follow_terms(rest[1:], _terms(item, head, rest[0]))


def _terms(item: Mapping, kind: str, field: str) -> list[Node]:
    """The terms of a rule as they were typed; none where it has no list of them."""
    inside = item.get(kind)
    terms = inside.get(field) if isinstance(inside, Mapping) else None
    return list(terms) if isinstance(terms, Items) else []


def _follow_terms(keys: list[str], terms: list[Node]) -> None:
    place, *part = keys
    if not place.isdecimal() or int(place) >= len(terms):
        write = told("write a number from 0 to {last}", last=len(terms) - 1) if terms else "end the path before it"
        raise PathError(place, "is not the place of a term", write)
    if part and part[0] not in TERM:
        raise PathError(part[0], "is not a part of a term", instead(part[0], TERM))
    if len(part) > 1:
        raise PathError(part[1], told("is not a part of {head}", head=part[0]), "end the path before it")
