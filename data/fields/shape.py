"""Reads a located tree by tables of fields, and says everything that is wrong with it at once."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping as Entries
from typing import TYPE_CHECKING, Any, NamedTuple

from flessenhals.data.source.errors import MOST_FAULTY_ITEMS, READ_NO_FURTHER, Fault, InputError
from flessenhals.data.source.names import closest, instead, is_identifier
from flessenhals.data.source.tree import Blank, Items, Mapping, Text, kind_of
from flessenhals.solver.plan.message import told

if TYPE_CHECKING:
    from flessenhals.data.fields.known import Known
    from flessenhals.data.source.tree import Node

Read = Callable[["Node", str, "Known"], Any]


class Form(NamedTuple):
    """A way in which a value is written.

    Attributes:
        about: what it is, in a few words: `an amount in the plan's unit`.
        read: from a node, the field's name and the known names to the value; raises InputError.
        schema: the same as a JSON Schema.
        each: of a figure that may differ by year, the form of one figure; None for what may not.
    """

    about: str
    read: Read
    schema: Entries[str, Any]
    each: Form | None = None


class Field(NamedTuple):
    """One key that a mapping may have.

    Attributes:
        form: how its value is written.
        about: what it says, for people who edit plans.
        required: whether it has to be there.
    """

    form: Form
    about: str
    required: bool = False


Table = Entries[str, Field]


def _as_it_stands(node: Node, _field: str, _known: Known) -> Node:
    return node


def later(form: Form) -> Form:
    """A form whose value is read at a later moment, when more is known."""
    return Form(form.about, _as_it_stands, form.schema)


def part(about: str, schema: dict[str, Any]) -> Form:
    """The form of a part that has a table of its own, or a reader that needs the whole plan."""
    return Form(about, _as_it_stands, schema)


def loose(table: Table) -> dict[str, Field]:
    """The fields with none of them required, to be read once they have been merged into a plan."""
    return {name: Field(later(field.form), field.about) for name, field in table.items()}


def read_fields(node: Node, what: str, table: Table, known: Known) -> dict[str, Any]:
    """The values of a mapping's fields, each read by its form; a field that is not there is left out.

    Raises:
        InputError: with the fault of every field, every unknown key and every missing field.
    """
    what = told(what) if " " in what else what  # a name in the plan is the same in every language
    if not isinstance(node, Mapping):
        raise misfit(node, what, "a mapping", told("write its fields, such as {field}:", field=next(iter(table))))
    faults: list[Fault] = []
    values: dict[str, Any] = {}
    for key, value in node.items():
        field = table.get(key)
        if field is None:
            faults.append(
                Fault(
                    node.key_place(key),
                    None,
                    key,
                    told("is not a field of {what}", what=what),
                    _meant(key, value, table),
                )
            )
            continue
        try:
            values[key] = field.form.read(value, key, known)
        except InputError as error:
            faults.extend(error.faults)
    faults.extend(
        Fault(
            node.place,
            name,
            None,
            told("is missing in {what}", what=what),
            told("write {name}: followed by {about}", name=name, about=told(field.form.about)),
        )
        for name, field in table.items()
        if field.required and name not in node and not misspelt(name, node, table)
    )
    if faults:
        raise InputError(faults)
    return values


def read_items(node: Node, field: str, read: Read, known: Known, *, plain: bool = True) -> list[Any]:
    """The values of a list, each read in the same way.

    Args:
        node: what stands there.
        field: its name.
        read: what reads an item.
        known: what items may name.
        plain: whether an item can be a single word, so that one that stands alone belongs between brackets.

    Raises:
        InputError: with every fault of every item; after 200 faulty ones the rest is not looked at.
    """
    if not isinstance(node, Items):
        single = plain and isinstance(node, Text) and is_identifier(node)
        raise misfit(
            node,
            field,
            "a list",
            told("write [{node}]", node=node) if single else "write a list: an item a line, each behind a '-'",
        )
    faults: list[Fault] = []
    values = []
    faulty = 0
    for item in node:
        try:
            values.append(read(item, field, known))
        except InputError as error:
            faults.extend(error.faults)
            faulty += 1
            if faulty == MOST_FAULTY_ITEMS:
                faults.append(Fault(item.place, field, None, *READ_NO_FURTHER))
                break
    if faults:
        raise InputError(faults)
    return values


def read_blocks(node: Node, field: str, read: Read, known: Known) -> list[Any]:
    """The values of a list of which each item has fields of its own, such as the lines of a plan.

    Raises:
        InputError: as for `read_items`.
    """
    return read_items(node, field, read, known, plain=False)


def read_entries(node: Node, field: str, read: Read, known: Known) -> dict[str, Any]:
    """The values of a mapping with free keys, each read in the same way.

    Raises:
        InputError: with every fault of every entry.
    """
    if not isinstance(node, Mapping):
        raise misfit(node, field, "a mapping", "write an id, a ':' and what belongs to it")
    faults: list[Fault] = []
    values = {}
    for key, value in node.items():
        try:
            values[key] = read(value, key, known)
        except InputError as error:
            faults.extend(error.faults)
    if faults:
        raise InputError(faults)
    return values


def read_text(node: Node, field: str, form: str) -> Text:
    """The text of a scalar.

    Args:
        node: what stands there.
        field: its name.
        form: what should stand there, in words: `an amount`.

    Raises:
        InputError: where it is missing, or a list or mapping.
    """
    if isinstance(node, Text):
        return node
    raise misfit(node, field, form, told("write {form}", form=told(form)))


def misfit(node: Node, field: str, form: str, write: str) -> InputError:
    """The error of a node of the wrong kind."""
    if isinstance(node, Text):
        return fault(node, field, node, told("is not {form}", form=told(form)), write)
    wrong = (
        "is missing" if isinstance(node, Blank) else told("is {kind}, not {form}", kind=kind_of(node), form=told(form))
    )
    return fault(node, field, None, wrong, write)


def fault(node: Node, field: str | None, typed: str | None, wrong: str, write: str) -> InputError:
    """The error of one fault at a node."""
    return InputError([Fault(node.place, field, typed, wrong, write)])


def _meant(key: str, value: Node, table: Table) -> str:
    if isinstance(value, Blank) and key.isdecimal():
        return "write decimals with a point, not a comma"
    if isinstance(value, Blank) and ":" in key:
        return "write a space behind the ':'"
    return instead(key, table)


def misspelt(name: str, node: Mapping, table: Table) -> bool:
    """Whether a mapping has an unknown key that looks like this one."""
    return any(key not in table and closest(key, table) == name for key in node)
