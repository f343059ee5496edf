"""The form of a scenario, as far as it can be judged before it is merged into the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flessenhals.data.fields.shape import read_blocks, read_entries, read_fields
from flessenhals.data.plans.readings.holding import holdings_in
from flessenhals.data.plans.shape import KIND_CHANGES, LINE_CHANGE, RULE_CHANGE, SCENARIO
from flessenhals.data.source.errors import InputError
from flessenhals.data.source.tree import Blank, Mapping
from flessenhals.solver.plan.message import told

if TYPE_CHECKING:
    from collections.abc import Callable

    from flessenhals.data.fields.known import Known
    from flessenhals.data.source.errors import Fault
    from flessenhals.data.source.tree import Node


def check_scenario(node: Node, name: str, known: Known) -> str | dict[str, str] | None:
    """The title of a scenario.

    Raises:
        InputError: with everything that is wrong with the form of its changes.
    """
    faults: list[Fault] = []
    title = None
    parts: list[tuple[str, Callable[..., Any], Callable[..., Any]]] = [
        ("lines", read_blocks, _line_change),
        ("constraints", read_entries, _rule_change),
    ]
    try:
        title = read_fields(node, told("scenario {name}", name=name), SCENARIO, known).get("title")
    except InputError as error:
        faults.extend(error.faults)
    for section, read, change in parts:
        if isinstance(node, Mapping) and section in node:
            try:
                read(node[section], section, change, known)
            except InputError as error:
                faults.extend(error.faults)
    if isinstance(node, Mapping):
        try:
            list(holdings_in(node, known))
        except InputError as error:
            faults.extend(error.faults)
    if faults:
        raise InputError(faults)
    return title


def _line_change(node: Node, _: str, known: Known) -> None:
    read_fields(node, "a scenario's line", LINE_CHANGE, known)


def _rule_change(node: Node, name: str, known: Known) -> None:
    if isinstance(node, Blank):
        return
    faults: list[Fault] = []
    try:
        read_fields(node, told("constraint {name}", name=name), RULE_CHANGE, known)
    except InputError as error:
        faults.extend(error.faults)
    for kind, fields in KIND_CHANGES.items():
        inside = node.get(kind) if isinstance(node, Mapping) else None
        if inside is None or isinstance(inside, Blank):
            continue
        try:
            read_fields(inside, kind, fields, known)
        except InputError as error:
            faults.extend(error.faults)
    if faults:
        raise InputError(faults)
