"""What a scenario and `--set` change about a plan, merged into its tree before the tree is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.constraints.selector import Selector
from flessenhals.data.fields.known import by_id, mappings
from flessenhals.data.fields.selectors import read_dated_selector
from flessenhals.data.plans.readings.paths import LEAVE_ONE, LEFT_OUT, PathError, settable
from flessenhals.data.plans.readings.selected import as_selectable, selected_by
from flessenhals.data.plans.readings.written_out import OfYears, of_years, with_years
from flessenhals.data.plans.shape import KIND_FIELDS, LINE_SERIES, RULE_SERIES, SELECTOR_KEYS
from flessenhals.data.source.errors import Fault, InputError, option, refused
from flessenhals.data.source.names import closest, instead
from flessenhals.data.source.tree import Blank, Items, Mapping, Text
from flessenhals.data.yaml.document import compose
from flessenhals.solver.plan.message import told

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from flessenhals.data.fields.known import Known
    from flessenhals.data.source.errors import Place
    from flessenhals.data.source.tree import Node


def with_scenario(root: Mapping, scenario: Mapping, known: Known, own: Mapping) -> Mapping:
    """The plan's tree as it is under a scenario whose form has been checked; the plan's own tree stays as it is.

    Args:
        root: the tree, as scenarios before this one leave it.
        scenario: what differs.
        known: what the plan speaks of.
        own: the tree as the plan's file has it.

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
            root = _with_rules(root, rules, set(by_id(own, "constraints")))
        except InputError as error:
            faults.extend(error.faults)
    if faults:
        raise InputError(faults)
    return root


def with_changes(root: Mapping, changes: Iterable[str], known: Known, own: Mapping) -> Mapping:
    """The plan's tree with values set by their paths, `lines.nfi.minimum=4`, in this order.

    A field of several lines is set behind a selection of them: `partner:police.minimum=50%`.

    Args:
        root: the tree, as scenarios leave it.
        changes: as people write them.
        known: what the plan speaks of.
        own: the tree as the plan's file has it.

    Raises:
        InputError: with every change whose path the plan does not have or whose value is not YAML.
    """
    faults: list[Fault] = []
    rules = set(by_id(own, "constraints"))
    for change in changes:
        place = option("set", change)
        try:
            root = _with_change(root, change, place, known, rules)
        except PathError as error:
            faults.append(Fault(place, None, error.typed, error.wrong, error.write))
        except InputError as error:
            faults.extend(error.faults)
    if faults:
        raise InputError(faults)
    return root


def _with_change(root: Mapping, change: str, place: Place, known: Known, rules: Collection[str]) -> Mapping:
    path, sign, text = change.partition("=")
    if not sign:
        raise refused(place, "has no '='", "write PATH=VALUE")
    selected = selected_by(path, root, place, known)
    section, *keys = settable(path.strip(), root, rules) if selected is None else ("lines", "", *selected.keys)
    composed = compose(text, place.file, at=place)
    if composed.faults:
        raise InputError(composed.faults)
    value = Blank(place) if composed.root is None else composed.root
    keys, value = of_years(keys, value, place)
    if section == "lines":
        line, *inside = keys
        fields = _nested(inside, value, place)
        for lines, years in [({line}, ())] if selected is None else selected.parts:
            if years and isinstance(value, OfYears):
                raise refused(place, "names years twice", "name them in the selection or behind the field")
            root = _with_lines(root, lines, _in_years(fields, years) if years else fields)
        return root
    if section == "constraints":
        return _with_rules(root, _nested(keys, value, place))
    if section == "ceilings" and keys:
        given = root.get(section)
        ceilings = given.copied() if isinstance(given, Mapping) else Mapping(place)
        ceilings.with_entry(keys[0], value, place)
        return root.having(section, ceilings)
    return _merged(root, _nested([section, *keys], value, place), root)


def with_rules(root: Mapping, rules: Iterable[str]) -> Mapping:
    """The plan's tree with further rules, each in YAML: `{id: cap, level: {of: police, at_most: 50}}`.

    Raises:
        InputError: where one is no YAML, has no id, or has that of a rule that is there.
    """
    faults: list[Fault] = []
    known = by_id(root, "constraints")
    added: list[Node] = []
    for text in rules:
        place = option("rule", text)
        composed = compose(text, place.file, at=place)
        rule = composed.root
        name = rule.get("id") if isinstance(rule, Mapping) else None
        if composed.faults:
            faults.extend(composed.faults)
        elif not isinstance(rule, Mapping):
            faults.append(Fault(place, None, None, "is not a rule", "write {id: ..., and the kind of rule: {...}}"))
        elif isinstance(name, Text) and name in known:
            write = told("write another id, or change it with --set constraints.{name}...", name=name)
            faults.append(Fault(place, "id", name, "is the id of a rule that is there", write))
        else:
            added.append(rule)
    if faults:
        raise InputError(faults)
    given = root.get("constraints")
    before = given if isinstance(given, Items) else Items(root.place)
    return root.having("constraints", Items(before.place, [*before, *added])) if added else root


def _nested(keys: list[str], value: Node, place: Place) -> Mapping:
    """A mapping that holds nothing but one value, under one key in another."""
    key, *inside = keys
    outer = Mapping(place)
    outer.with_entry(key, _nested(inside, value, place) if inside else value, place)
    return outer


WHOLE = SELECTOR_KEYS | RULE_SERIES


def _with_fields(root: Mapping, change: Mapping, known: Known) -> Mapping:
    selector = read_dated_selector(change["of"], "of", known)
    seen = [as_selectable(line) for line in mappings(root.get("lines"))]
    place = change.key_place("of")
    fields = change.copied()
    del fields["of"]
    found = False
    for condition in selector.conditions:
        selected = {line.id for line in Selector((condition._replace(year=()),)).select(seen)}
        found = found or bool(selected)
        root = _with_lines(root, selected, _in_years(fields, condition.year) if condition.year else fields)
    if not found:
        raise refused(place, "of selects no line", "name a line, partner, programme, department or tag of this plan")
    return root


def _in_years(fields: Mapping, years: Iterable[str]) -> Mapping:
    """Changes of fields as changes in these years alone."""
    changed = Mapping(fields.place)
    for field, value in fields.items():
        place = fields.key_place(field)
        if field not in LINE_SERIES:
            raise refused(place, told("{field} does not differ by year", field=field), "name no year in of:")
        figures = OfYears(place)
        for year in years:
            figures.with_entry(year, value, place)
        changed.with_entry(field, figures, place)
    return changed


def _with_lines(root: Mapping, ids: set[str], fields: Mapping) -> Mapping:
    lines = root["lines"]
    if not isinstance(lines, Items):
        return root
    changed: list[Node] = [
        _replaced(line, fields, root) if isinstance(line, Mapping) and _is_called(line, ids) else line for line in lines
    ]
    return root.having("lines", Items(lines.place, changed))


def _is_called(line: Mapping, ids: set[str]) -> bool:
    name = line.get("id")
    return isinstance(name, Text) and name in ids


def _replaced(line: Mapping, fields: Mapping, root: Mapping) -> Mapping:
    new = line.copied()
    for field, value in fields.items():
        inside = new.get(field)
        if isinstance(value, OfYears):
            new.with_entry(field, with_years(line, field, value, root), fields.key_place(field))
        elif isinstance(inside, Mapping) and isinstance(value, Mapping) and field not in LINE_SERIES:
            new[field] = _merged(inside, value, root)
        else:
            new.with_entry(field, value, fields.key_place(field))
    return new


def _with_rules(root: Mapping, changes: Mapping, own: Collection[str] = ()) -> Mapping:
    known = by_id(root, "constraints")
    rules = dict(known)
    faults: list[Fault] = []
    for name, change in changes.items():
        place = changes.key_place(name)
        left_out = name in own and name not in known
        if isinstance(change, Blank):
            if name not in rules and not left_out:
                faults.append(Fault(place, None, name, "is not a constraint of this plan", instead(name, known)))
            rules.pop(name, None)
        elif isinstance(change, Mapping):
            if left_out and not _is_complete(change):
                faults.append(Fault(place, None, name, LEFT_OUT, LEAVE_ONE))
                continue
            if name not in rules and not _is_complete(change) and closest(name, known):
                faults.append(Fault(place, None, name, "is not a constraint of this plan", instead(name, known)))
                continue
            rules[name] = _merged(rules[name], change, root) if name in rules else _named(name, change, place, root)
    if faults:
        raise InputError(faults)
    given = root.get("constraints")
    section = Items(given.place if isinstance(given, Items) else changes.place, rules.values())
    return _without_lost_paths(root.having("constraints", section), set(known) - set(rules))


def _is_complete(rule: Mapping) -> bool:
    given = {kind: set(inside) for kind, inside in rule.items() if isinstance(inside, Mapping)}
    return any(
        all(name in given[kind] for name, field in table.items() if field.required)
        for kind, table in KIND_FIELDS.items()
        if kind in given
    )


def _named(name: str, change: Mapping, place: Place, root: Mapping) -> Mapping:
    rule = Mapping(place)
    rule.with_entry("id", Text(name, place), place)
    return _merged(rule, change, root)


def _merged(old: Mapping, change: Mapping, root: Mapping) -> Mapping:
    """Key by key; a selector and a series are replaced whole, and a key that is blank falls away."""
    new = old.copied()
    for key, value in change.items():
        inside = new.get(key)
        if isinstance(value, Blank):
            new.pop(key, None)
        elif isinstance(value, OfYears):
            new.with_entry(key, with_years(old, key, value, root), change.key_place(key))
        elif isinstance(value, Mapping) and isinstance(inside, Mapping) and key not in WHOLE:
            new[key] = _merged(inside, value, root)
        elif isinstance(value, Mapping) and isinstance(inside, Items):
            new[key] = _placed(inside, value, root)
        else:
            new.with_entry(key, value, change.key_place(key))
    return new


def _placed(old: Items, change: Mapping, root: Mapping) -> Node:
    """A list with some of its items changed, `{0: {times: 13}}`; what names other places replaces it whole."""
    items: list[Node] = list(old)
    for key, value in change.items():
        if not key.isdecimal() or int(key) >= len(items):
            return change
        inside = items[int(key)]
        both = isinstance(inside, Mapping) and isinstance(value, Mapping)
        items[int(key)] = _merged(inside, value, root) if both else value  # type: ignore[arg-type]  # they are, then
    return Items(old.place, items)


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
    return root.having("uncertain", Items(uncertain.place, left))
