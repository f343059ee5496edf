"""A proposal in YAML: the amounts by line or by partner, and perhaps a title."""

from __future__ import annotations

from flessenhals.data.fields.forms import WORDS
from flessenhals.data.fields.known import Known
from flessenhals.data.fields.shape import misfit
from flessenhals.data.proposals.entries import Entries, Entry, plainly
from flessenhals.data.source.errors import Fault, InputError, Place, refused
from flessenhals.data.source.names import instead
from flessenhals.data.source.tree import Blank, Mapping, Text, kind_of
from flessenhals.data.yaml.document import compose
from flessenhals.solver.plan.message import told

TITLE, KEYS = "title", ("line", "partner")
NO_NAMES = Known({}, {})


def tree_entries(text: str, file: str) -> Entries:
    """The amounts in a YAML text.

    Either a mapping of line to amount, or a mapping with `line:` or `partner:` that holds such a mapping, and perhaps
    a `title:`.

    Raises:
        InputError: with everything that is wrong with it.
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
    faults = list(composed.faults)
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
        if isinstance(node, Text | Blank):
            entries.append(Entry(name, amounts.key_place(name), node))
        else:
            faults.extend(misfit(node, name, "an amount", "write a number, such as 12.5").faults)
    if faults:
        raise InputError(faults)
    return Entries(key, tuple(entries), amounts.place, plainly, title)


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
