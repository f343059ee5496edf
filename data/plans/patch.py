"""What a scenario and `--set` change about a plan, merged into its tree before the tree is read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flessenhals.data.fields.known import mappings
from flessenhals.data.fields.selectors import read_selector
from flessenhals.data.plans.paths import PathError, by_id, settable
from flessenhals.data.plans.shape import KIND_FIELDS, SELECTOR_KEYS
from flessenhals.data.source.errors import Fault, InputError, option, refused
from flessenhals.data.source.names import closest, instead
from flessenhals.data.source.tree import Blank, Items, Mapping, Text
from flessenhals.data.yaml.document import compose

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flessenhals.data.fields.known import Known
    from flessenhals.data.source.errors import Place
    from flessenhals.data.source.tree import Node


def with_scenario(root: Mapping, scenario: Mapping, known: Known) -> Mapping:
    """The plan's tree as it is under a scenario whose form has been checked; the plan's own tree stays as it is.

    Raises:
        InputError: where the scenario changes something that the plan does not have.
    """
    faults: list[Fault] = []
    for change in mappings(scenario.get("lines")):
        try:
            root = _with_fields(root, change, known)
        except InputError as error:
            faults.extend(error.faults)
    rules = scenario.get("constraints")
    if isinstance(rules, Mapping):
        try:
            root = _with_rules(root, rules)
        except InputError as error:
            faults.extend(error.faults)
    if faults:
        raise InputError(faults)
    return root


def with_changes(root: Mapping, changes: Iterable[str]) -> Mapping:
    """The plan's tree with values set by their paths, `lines.nfi.minimum=4`, in this order.

    Raises:
        InputError: with every change whose path the plan does not have or whose value is not YAML.
    """
    faults: list[Fault] = []
    for change in changes:
        place = option("set", change)
        try:
            root = _with_change(root, change, place)
        except PathError as error:
            faults.append(Fault(place, None, error.typed, error.wrong, error.write))
        except InputError as error:
            faults.extend(error.faults)
    if faults:
        raise InputError(faults)
    return root


def _with_change(root: Mapping, change: str, place: Place) -> Mapping:
    path, sign, text = change.partition("=")
    if not sign:
        raise refused(place, "has no '='", "write PATH=VALUE")
    section, *keys = settable(path.strip(), root)
    composed = compose(text, place.file, at=place)
    if composed.faults:
        raise InputError(composed.faults)
    value = Blank(place) if composed.root is None else composed.root
    if section == "lines":
        line, *inside = keys
        return _with_lines(root, {line}, _nested(inside, value, place))
    if section == "constraints":
        return _with_rules(root, _nested(keys, value, place))
    return _merged(root, _nested([section, *keys], value, place))


def _nested(keys: list[str], value: Node, place: Place) -> Mapping:
    """A mapping that holds nothing but one value, under one key in another."""
    key, *inside = keys
    outer = Mapping(place)
    outer.with_entry(key, _nested(inside, value, place) if inside else value, place)
    return outer


@dataclass(frozen=True, slots=True)
class _Selectable:
    """A line as a selector sees it, before it has been read."""

    id: str
    partner: str
    programme: str | None
    department: str | None
    tags: tuple[str, ...]


def _seen(line: Mapping) -> _Selectable:
    def text(field: str) -> str | None:
        value = line.get(field)
        return str(value) if isinstance(value, Text) else None

    tags = line.get("tags")
    labels = tuple(str(tag) for tag in tags if isinstance(tag, Text)) if isinstance(tags, Items) else ()
    return _Selectable(text("id") or "", text("partner") or "", text("programme"), text("department"), labels)


def _with_fields(root: Mapping, change: Mapping, known: Known) -> Mapping:
    selector = read_selector(change["of"], "of", known)
    selected = {line.id for line in selector.select([_seen(line) for line in mappings(root.get("lines"))])}
    if not selected:
        place = change.key_place("of")
        raise refused(place, "of selects no line", "name a line, partner, programme, department or tag of this plan")
    fields = change.copied()
    del fields["of"]
    return _with_lines(root, selected, fields)


def _with_lines(root: Mapping, ids: set[str], fields: Mapping) -> Mapping:
    lines = root["lines"]
    if not isinstance(lines, Items):
        return root
    changed: list[Node] = [
        _replaced(line, fields) if isinstance(line, Mapping) and _is_called(line, ids) else line for line in lines
    ]
    return _with_section(root, "lines", Items(lines.place, changed))


def _is_called(line: Mapping, ids: set[str]) -> bool:
    name = line.get("id")
    return isinstance(name, Text) and name in ids


def _replaced(line: Mapping, fields: Mapping) -> Mapping:
    new = line.copied()
    for field, value in fields.items():
        inside = new.get(field)
        if isinstance(inside, Mapping) and isinstance(value, Mapping):
            new[field] = _merged(inside, value)
        else:
            new.with_entry(field, value, fields.key_place(field))
    return new


def _with_rules(root: Mapping, changes: Mapping) -> Mapping:
    known = by_id(root, "constraints")
    rules = dict(known)
    faults: list[Fault] = []
    for name, change in changes.items():
        place = changes.key_place(name)
        if isinstance(change, Blank):
            if name not in rules:
                faults.append(Fault(place, None, name, "is not a constraint of this plan", instead(name, known)))
            rules.pop(name, None)
        elif isinstance(change, Mapping):
            if name not in rules and not _is_complete(change) and closest(name, known):
                faults.append(Fault(place, None, name, "is not a constraint of this plan", instead(name, known)))
                continue
            rules[name] = _merged(rules[name], change) if name in rules else _named(name, change, place)
    if faults:
        raise InputError(faults)
    given = root.get("constraints")
    section = Items(given.place if isinstance(given, Items) else changes.place, rules.values())
    return _without_lost_paths(_with_section(root, "constraints", section), set(known) - set(rules))


def _is_complete(rule: Mapping) -> bool:
    given = {kind: set(inside) for kind, inside in rule.items() if isinstance(inside, Mapping)}
    return any(
        all(name in given[kind] for name, field in table.items() if field.required)
        for kind, table in KIND_FIELDS.items()
        if kind in given
    )


def _named(name: str, change: Mapping, place: Place) -> Mapping:
    rule = Mapping(place)
    rule.with_entry("id", Text(name, place), place)
    return _merged(rule, change)


def _merged(old: Mapping, change: Mapping) -> Mapping:
    """Key by key; a selector is replaced whole, and a key that is blank falls away."""
    new = old.copied()
    for key, value in change.items():
        inside = new.get(key)
        if isinstance(value, Blank):
            new.pop(key, None)
        elif isinstance(value, Mapping) and isinstance(inside, Mapping) and key not in SELECTOR_KEYS:
            new[key] = _merged(inside, value)
        else:
            new.with_entry(key, value, change.key_place(key))
    return new


def _without_lost_paths(root: Mapping, removed: set[str]) -> Mapping:
    """Without what is uncertain about rules that are no longer there."""
    uncertain = root.get("uncertain")
    if not removed or not isinstance(uncertain, Items):
        return root
    left = [
        item
        for item in uncertain
        if not (
            isinstance(item, Mapping)
            and str(item.get("path", "")).split(".")[:2] in [["constraints", name] for name in removed]
        )
    ]
    return _with_section(root, "uncertain", Items(uncertain.place, left))


def _with_section(root: Mapping, section: str, value: Node) -> Mapping:
    new = root.copied()
    new[section] = value
    return new
