"""A proposal in YAML: the amounts by line or by partner, and perhaps a title."""

from __future__ import annotations

from flessenhals.data.fields.forms import WORDS
from flessenhals.data.fields.known import YEAR, Known
from flessenhals.data.fields.shape import misfit
from flessenhals.data.proposals.entries import Entries, Entry, plainly
from flessenhals.data.source.errors import Fault, InputError, Place, refused
from flessenhals.data.source.names import instead
from flessenhals.data.source.tree import Blank, Mapping, Node, Text, kind_of
from flessenhals.data.yaml.document import compose
from flessenhals.solver.plan.message import told

TITLE, KEYS = "title", ("line", "partner")
NO_NAMES = Known({}, {})


def tree_entries(text: str, file: str) -> Entries:
    """The amounts in a YAML text.

    Either a mapping of line to amount, or a mapping with `line:` or `partner:` that holds such a mapping, and perhaps
    a `title:`. In place of an amount may stand a mapping of year to amount.

    Raises:
        InputError: with everything that is wrong with it.
    """
    root, faults = _read(text, file)
    key, amounts, title = "line", root, None
    if any(isinstance(root.get(name), Mapping) for name in KEYS):
        key, amounts = _chosen(root, faults)
        if TITLE in root:
            try:
                title = WORDS.read(root[TITLE], TITLE, NO_NAMES)
            except InputError as error:
                faults.extend(error.faults)
    entries = []
    for name, node in amounts.items():
        for year, amount in _by_year(node):
            if isinstance(amount, Text | Blank):
                place = amounts.key_place(name) if year is None else amount.place
                entries.append(Entry(name, place, amount, year))
            else:
                faults.extend(misfit(amount, name, "an amount", "write a number, such as 12.5").faults)
    if faults:
        raise InputError(faults)
    return Entries(key, tuple(entries), amounts.place, plainly, title)


def _read(text: str, file: str) -> tuple[Mapping, list[Fault]]:
    """What stands in the text, and what is wrong with its form.

    Raises:
        InputError: where it is no proposal at all.
    """
    composed = compose(text, file)
    root = composed.root
    if root is None:
        raise refused(Place(file), "is empty", "write a line, a ':' and its amount")
    if not isinstance(root, Mapping):
        raise refused(
            root.place,
            told("a proposal is a mapping, not {kind}", kind=kind_of(root)),
            "write a line, a ':' and its amount",
        )
    if {"schema", "lines"} <= set(root):
        raise refused(root.place, "is a plan, not a proposal", "give it with --plan, and a proposal beside it")
    return root, list(composed.faults)


def _by_year(node: Node) -> list[tuple[int | None, Node]]:
    """What stands under each year; under None what is no mapping of years."""
    if isinstance(node, Mapping) and node and all(YEAR.fullmatch(key) for key in node):
        return [(int(key), amount) for key, amount in node.items()]
    return [(None, node)]


def _chosen(root: Mapping, faults: list[Fault]) -> tuple[str, Mapping]:
    """The part that holds the amounts; what does not belong beside it is added to the faults."""
    given = {name: node for name in KEYS if isinstance(node := root.get(name), Mapping)}
    (key, amounts), *others = given.items()
    for name, _ in others:
        faults.append(
            Fault(
                root.key_place(name), None, name, told("stands beside {key}", key=key), "keep line or partner, not both"
            )
        )
    known = [*KEYS, TITLE]
    faults.extend(
        Fault(root.key_place(name), None, name, "is not a field of a proposal", instead(name, known))
        for name in root
        if name not in known or (name in KEYS and name not in given)
    )
    return key, amounts
