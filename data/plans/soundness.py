"""Where in the text a problem stands that was found in the plan as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.data.fields.known import BY_ID, by_id
from flessenhals.data.source.errors import Fault
from flessenhals.data.source.tree import Items, Mapping
from flessenhals.solver.plan.message import told

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from flessenhals.data.source.errors import Place
    from flessenhals.data.source.tree import Node
    from flessenhals.solver.plan.problem import Problem

UNDER_SCENARIO = "under scenario "


def faults_of(problems: Iterable[Problem], root: Mapping, scenario: str | None) -> Iterator[Fault]:
    """The problems of a plan as faults, each at the deepest part of its path that was typed.

    Args:
        problems: what is wrong with the plan.
        root: the tree that it was read from.
        scenario: the name of the scenario that was merged into it.
    """
    items = {section: by_id(root, section) for section in BY_ID}
    for problem in problems:
        section, *keys = problem.path
        wrong = told(problem.wrong)
        if section in BY_ID and keys:
            wrong = told("{kind} {id}: {wrong}", kind=told(section[:-1]), id=keys[0], wrong=wrong)
        if scenario:
            wrong = told(UNDER_SCENARIO + "{scenario}, {wrong}", scenario=scenario, wrong=wrong)
        yield Fault(_place(problem.path, root, items), None, None, wrong, problem.write)


def _place(path: tuple[str, ...], root: Mapping, items: dict[str, dict[str, Mapping]]) -> Place:
    section, *keys = path
    node: Node = root
    if section in items and keys and keys[0] in items[section]:
        node = items[section][keys.pop(0)]
    elif section in root:
        node = root[section]
    place = node.place
    for key in keys:
        inside: Node | None = None
        if isinstance(node, Mapping):
            inside = node.get(key)
        elif isinstance(node, Items) and key.isdecimal() and int(key) < len(node):
            inside = node[int(key)]
        if inside is None:
            break
        node, place = inside, inside.place
    return place
